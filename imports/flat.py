"""Flat lists: one header row, one row for each thing, found by the words of the header or mapped by choice."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from imports.grid import Book, Cell, Grid, Unreadable
from vietnamese.text import clean, fold

HEADER_DEPTH = 40
"""A header stands among the first rows of a sheet."""
SUMS = re.compile(r"(?:tong cong|tong so|cong)(?: *[:(\d].*)?$|tong cong\b")
MOST_ROWS = 20_000
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class FlatColumn:
    """A column that a list may have: words of its header, folded; the first that fits wins."""

    name: str
    words: tuple[str, ...]
    is_required: bool = False


@dataclass
class FlatRow:
    """A row of the list: its number in the file and the cells of the known columns."""

    number: int
    cells: dict[str, Cell]


@dataclass
class FlatList:
    """A flat list as it was found."""

    sheet: str
    header_row: int | None
    mapping: dict[str, int]
    headings: list[str]
    rows: list[FlatRow]
    ignored: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Headings of columns with content that are not taken (I4: reported, never ignored)."""


def read_flat(book: Book, columns: Sequence[FlatColumn], chosen: Mapping[str, Any] | None = None) -> FlatList:
    """The list of the book; `chosen` = {"sheet", "header", "columns": {name: index}} overrides what is found."""
    chosen = chosen or {}
    grids = [grid for grid in book.grids if not chosen.get("sheet") or grid.name == chosen["sheet"]]
    found = [(grid, *_header(grid, columns, chosen)) for grid in grids or book.grids]
    best = max(found, key=lambda one: len(one[2]), default=None)
    if best is None or not best[2]:
        words = ", ".join(column.words[0] for column in columns if column.is_required)
        raise Unreadable(
            "no_list",
            _("No list was found in the file. Its header row must name: %(words)s.") % {"words": words},
        )
    return _rows_of(*best, columns)


def _header(
    grid: Grid, columns: Sequence[FlatColumn], chosen: Mapping[str, Any]
) -> tuple[int | None, dict[str, int]]:
    """Index of the header row and the columns found; the row that names most of them."""
    if chosen.get("columns"):
        header = chosen.get("header")
        at = grid.numbers.index(header) if header in grid.numbers else None
        return at, {name: int(index) for name, index in chosen["columns"].items()}
    best: tuple[int | None, dict[str, int]] = (None, {})
    for index, row in list(grid.filled())[:HEADER_DEPTH]:
        mapping = _mapping(row, columns)
        has_all = all(column.name in mapping for column in columns if column.is_required)
        if has_all and len(mapping) > len(best[1]):
            best = (index, mapping)
    return best


def _mapping(row: Sequence[Cell], columns: Sequence[FlatColumn]) -> dict[str, int]:
    """Which column stands where: equal words first, then words that the heading begins with or holds."""
    headings = [_heading_key(cell) for cell in row]
    mapping: dict[str, int] = {}
    for fits in (_equal, _holds):
        for column in columns:
            if column.name in mapping:
                continue
            for index, heading in enumerate(headings):
                if heading and index not in mapping.values() and fits(heading, column.words):
                    mapping[column.name] = index
                    break
    return mapping


def _heading_key(cell: Cell) -> str:
    """The words of a heading without accents and signs: “Ấp/khu phố (*)” is “ap khu pho”."""
    return " ".join(_WORDS.findall(fold(cell.value))) if isinstance(cell.value, str) else ""


def _equal(heading: str, words: Sequence[str]) -> bool:
    return heading in words


def _holds(heading: str, words: Sequence[str]) -> bool:
    return any(f" {word} " in f" {heading} " for word in words)


def _rows_of(
    grid: Grid, header: int | None, mapping: dict[str, int], columns: Sequence[FlatColumn]
) -> FlatList:
    headings = [_text(cell) for cell in grid.rows[header]] if header is not None else []
    required = [mapping[column.name] for column in columns if column.is_required and column.name in mapping]
    found = FlatList(
        grid.name or "", grid.numbers[header] if header is not None else None, mapping, headings, []
    )
    used = set(mapping.values())
    others: set[int] = set()
    for index, row in grid.filled():
        number = grid.numbers[index]
        if (
            (header is not None and index <= header)
            or _is_sum(row)
            or all(grid.cell(index, column).is_empty for column in required)
        ):
            found.ignored.append(number)
        else:
            cells = {name: grid.cell(index, column) for name, column in mapping.items()}
            found.rows.append(FlatRow(number, cells))
            others |= {at for at, cell in enumerate(row) if not cell.is_empty and at not in used}
    if len(found.rows) > MOST_ROWS:
        raise Unreadable(
            "too_many",
            _("The list has %(count)s rows; at most %(most)s go at once. Split it into several files.")
            % {"count": len(found.rows), "most": MOST_ROWS},
        )
    found.unknown = [headings[at] for at in sorted(others) if at < len(headings) and _is_told(headings[at])]
    return found


def _is_told(heading: str) -> bool:
    """Columns of order numbers are not worth a word."""
    return bool(heading) and fold(heading) not in ("tt", "stt", "so tt", "so thu tu")


def _is_sum(row: Sequence[Cell]) -> bool:
    first = next((cell for cell in row if not cell.is_empty), None)
    return first is not None and isinstance(first.value, str) and SUMS.match(fold(first.value)) is not None


def _text(cell: Cell) -> str:
    return clean(str(cell.value)) if cell.value is not None else ""


# Values of cells.


def cell_text(cell: Cell) -> str:
    """A cell as text: a whole number without “.0”, a date as day/month/year."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def whole_number(text: str) -> int | None:
    """A count as people type it (“1.234”, “1 234”); None when it is none. "" and "—" are asked before."""
    compact = text.replace(".", "").replace(" ", "").replace("\u00a0", "").replace(",", "")
    return int(compact) if compact.isascii() and compact.isdigit() and len(compact) <= 9 else None
