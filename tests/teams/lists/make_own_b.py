"""Writes the other lists of our own (texts, documents, wide sheets) with their expected readings into own/.

    python -m tests.teams.lists.make_own_b

Each module of mixed/ whose name begins with "b" is one list: FILE, CONTENT and READING, the reading written by hand
beside the rows. People, hamlets, companies and telephone numbers are invented; the communes are real.
"""

import importlib
import pkgutil
from pathlib import Path

from tests.teams.lists import mixed
from tests.teams.lists.make_own_a import OWN, as_json
from tests.teams.lists.mixed.papers import write


def main() -> None:
    OWN.mkdir(exist_ok=True)
    names = [module.name for module in pkgutil.iter_modules(mixed.__path__)]
    for name in sorted(name for name in names if name.startswith("b")):
        one = importlib.import_module(f"{mixed.__name__}.{name}")
        path = OWN / one.FILE
        write(path, one.CONTENT)
        expected = as_json({"file": one.FILE, **one.READING})
        Path(f"{path}.expected.json").write_text(expected, encoding="utf-8")


if __name__ == "__main__":
    main()
