"""Writes the spreadsheets of our own lists with their expected readings into own/.

    python -m tests.teams.lists.make_own_a

Each module of spreadsheets/ whose name begins with "a" is one list: FILE, SHEETS and READING, the reading written
by hand beside the rows. People, hamlets, companies and telephone numbers are invented; the communes are real.
"""

import importlib
import json
import pkgutil
from pathlib import Path
from typing import Any

from tests.teams.lists import spreadsheets
from tests.teams.lists.spreadsheets.sheets import WRITERS

OWN = Path(__file__).parent / "own"


def as_json(expected: dict[str, Any]) -> str:
    """Indented, but an entry and a list of rows on one line each, to be read by eye."""
    kept: list[str] = []

    def keep(value: Any) -> str:
        kept.append(json.dumps(value, ensure_ascii=False))
        return f"@{len(kept) - 1}@"

    teams = [{**one, "members": [keep(member) for member in one["members"]]} for one in expected["teams"]]
    text = json.dumps(
        {**expected, "teams": teams, "ignored_rows": keep(expected["ignored_rows"])},
        ensure_ascii=False,
        indent=1,
    )
    for number, line in enumerate(kept):
        text = text.replace(f'"@{number}@"', line)
    return text + "\n"


def main() -> None:
    OWN.mkdir(exist_ok=True)
    names = [module.name for module in pkgutil.iter_modules(spreadsheets.__path__)]
    for name in sorted(name for name in names if name.startswith("a")):
        one = importlib.import_module(f"{spreadsheets.__name__}.{name}")
        path = OWN / one.FILE
        WRITERS[path.suffix](path, one.SHEETS)
        expected = as_json({"file": one.FILE, **one.READING})
        Path(f"{path}.expected.json").write_text(expected, encoding="utf-8")


if __name__ == "__main__":
    main()
