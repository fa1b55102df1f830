"""Writes the lists of the examination with their expected readings into unseen_lists/.

    python -m tests.teams.lists.make_own_c

Each module of unseen/ is one list: FILE, CONTENT and READING, the reading written by hand beside the rows. People,
hamlets, companies and telephone numbers are invented; the communes are real.
"""

import importlib
import pkgutil
from pathlib import Path

from tests.teams.lists import unseen
from tests.teams.lists.make_own_a import as_json
from tests.teams.lists.mixed.papers import Content, Pages, Text, write
from tests.teams.lists.spreadsheets.sheets import WRITERS

UNSEEN = Path(__file__).parent / "unseen_lists"


def write_list(path: Path, content: Content | Pages | Text) -> None:
    """One list in the format that its ending names; .xls and .ods have writers of their own."""
    if path.suffix in WRITERS:
        WRITERS[path.suffix](path, content)
    else:
        write(path, content)


def main() -> None:
    UNSEEN.mkdir(exist_ok=True)
    for name in sorted(module.name for module in pkgutil.iter_modules(unseen.__path__)):
        one = importlib.import_module(f"{unseen.__name__}.{name}")
        path = UNSEEN / one.FILE
        write_list(path, one.CONTENT)
        expected = as_json({"file": one.FILE, **one.READING})
        Path(f"{path}.expected.json").write_text(expected, encoding="utf-8")


if __name__ == "__main__":
    main()
