"""What the official typed into a list: kept with each row, so that reading the file once more does not lose it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from imports.kinds import ListKind
from imports.models import ImportBatch, ImportRow

SAVED = ["parsed", "issues", "has_marks", "is_left_out", "typed"]
Place = tuple[str, int, int]
"""Sheet, row of the file, and which of the entries of that row."""


def set_cell(batch: ImportBatch, kind: ListKind, row: ImportRow, name: str, text: str) -> bool:
    """Read a typed text into the row; a cell that nobody touched keeps its marks. Whether anything changed."""
    spec = next((one for one in kind.fields if one.name == name), None)
    if spec is None:
        return False
    text = text.strip()
    is_same = kind.display(row, spec) == text
    if is_same and not (row.issues_of(name) and text):
        return False
    value, issues = kind.read_cell(batch, row, name, text)
    others = [mark for mark in row.issues if mark["field"] != name]
    row.parsed = row.parsed | {name: value}
    row.typed = row.typed | {name: text}
    row.set_issues([*others, *issues])
    return True


@dataclass(frozen=True)
class Kept:
    """What was said of one row before the file is read again."""

    raw: Mapping[str, Any]
    typed: Mapping[str, str]
    is_left_out: bool


def corrections_of(batch: ImportBatch) -> dict[Place, Kept]:
    """The corrected rows of a list, by where they stand in the file."""
    return {
        place: Kept(row.raw, row.typed, row.is_left_out)
        for place, row in _placed(ImportRow.objects.filter(batch=batch).order_by("number"))
        if row.typed or row.is_left_out
    }


def restore_corrections(batch: ImportBatch, kind: ListKind, kept: Mapping[Place, Kept]) -> int:
    """Type once more what was typed, in cells that still say the same; how many cells and rows that were.

    A row stays left out only where all of it says the same.
    """
    if not kept:
        return 0
    number, touched = 0, []
    for place, row in _placed(
        ImportRow.objects.filter(batch=batch).select_related("group").order_by("number")
    ):
        if place not in kept:
            continue
        former = kept[place]
        same = [name for name in former.typed if _says_the_same(kind, row, former, name)]
        number += sum(set_cell(batch, kind, row, name, former.typed[name]) for name in same)
        if former.is_left_out and former.raw == row.raw:
            row.is_left_out, number = True, number + 1
        touched.append(row)
    kind.recheck(batch, touched)
    ImportRow.objects.bulk_update(touched, SAVED, batch_size=200)
    return number


def _says_the_same(kind: ListKind, row: ImportRow, former: Kept, name: str) -> bool:
    before = ImportRow(raw=dict(former.raw))
    return kind.raw_text(before, name) == kind.raw_text(row, name)


def _placed(rows: Iterable[ImportRow]) -> list[tuple[Place, ImportRow]]:
    """Rows with their places; several entries of one row of the file are told apart by their order."""
    seen: dict[tuple[str, int], int] = defaultdict(int)
    found = []
    for row in rows:
        at = (row.sheet, row.row_no)
        found.append(((*at, seen[at]), row))
        seen[at] += 1
    return found
