"""Columns of a list of members said by hand: the headings of the file are replaced by words that the reader knows.

So nothing of the reader has to know of choices: it reads a list whose headings say what the official said. A column
is known by its place and its heading, the same in every sheet and every block of the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from imports.cells import key_of
from imports.grid import EMPTY, Book, Cell, Grid, Range
from imports.kinds import LONGEST_KEY
from imports.layout import Sheet, by_content, find_headers
from imports.specification import Column, Header
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.reading import in_unicode

NOTHING = "nothing"
HEADINGS = {
    "name": "Ho va ten",
    "birth": "Ngay thang nam sinh",
    "sex": "Gioi tinh",
    "position": "Chuc vu",
    "role": "Nhiem vu trong to",
    "phone": "So dien thoai",
    "hamlet": "Ten ap",
    "remark": "Ghi chu",
    "order": "STT",
}
"""The heading under which the reader knows a field; without accents, so that no old font can change it."""
LABELS = {
    "name": _("Full name"),
    "birth": _("Born"),
    "sex": _("Sex"),
    "position": _("Post, organisation"),
    "role": _("Duty in the team"),
    "phone": _("Phone"),
    "hamlet": _("Hamlet"),
    "remark": _("Remark"),
    NOTHING: _("nothing of the list: leave it out"),
}
"""What a column may be said to be."""
PERSONAL_ID = "id"
"""The field of personal ID numbers, which the register neither keeps nor shows."""
SAMPLES, SAMPLE_ROWS = 3, 30
LEAST_CELLS = 3
"""So many cells make a row of a table without headings."""


def columns_of_book(book: Book) -> list[dict[str, Any]]:
    """The columns of the tables of a file: key, heading, field as far as the heading names one, first cells."""
    found: dict[str, dict[str, Any]] = {}
    for grid in in_unicode(book)[0].grids:
        sheet = Sheet(grid)
        for header in _headers(sheet):
            first = header.rows[-1] + 1 if header.rows else 0
            for column in header.columns:
                one = {"heading": column.heading, "field": _offered(column.field), "samples": []}
                kept = found.setdefault(_key(column.index, column.heading), one | {"index": column.index})
                if column.field != PERSONAL_ID:
                    kept["samples"] = _samples(sheet, first, column.index, kept["samples"])
    return [{"key": key, **one} for key, one in sorted(found.items(), key=lambda pair: pair[1]["index"])]


def with_columns(book: Book, chosen: Mapping[str, str]) -> Book:
    """The book with the columns that were said by hand: key of the column -> field."""
    said = {key: field for key, field in chosen.items() if field in LABELS}
    plain = in_unicode(book)[0]
    grids = [
        _relabelled(grid, Sheet(other), said) for grid, other in zip(book.grids, plain.grids, strict=True)
    ]
    return Book(book.kind, grids)


def _headers(sheet: Sheet) -> list[Header]:
    """The headers of a sheet; a table without any has one of no rows, with a column for each of its columns."""
    headers = find_headers(sheet, MEMBER_LIST)
    if headers or all(len(sheet.filled(row)) < LEAST_CELLS for row in sheet.filled_rows):
        return headers
    used = sorted({column for row in sheet.filled_rows for column in sheet.filled(row)})
    return [Header((), tuple(Column(index, "") for index in used))]


def _relabelled(grid: Grid, sheet: Sheet, said: Mapping[str, str]) -> Grid:
    headers = _headers(sheet)
    rows = [list(row) for row in grid.rows]
    merged, touched = list(grid.merged), False
    ends = [header.rows[0] for header in headers[1:]] + [len(rows)]
    for header, end in zip(headers, ends, strict=True):
        own = {
            column.index: said[key]
            for column in header.columns
            if (key := _key(column.index, column.heading)) in said
        }
        if not own:
            continue
        touched = True
        if not header.rows:
            return _with_heading(grid, sheet, rows, own)
        _write_headings(rows, sheet, header, own)
        merged = [area for area in merged if area[2] < header.rows[0] or area[0] > header.rows[-1]]
        _empty_columns(rows, range(header.rows[0], end), own)
    return replace(grid, rows=rows, merged=merged) if touched else grid


def _write_headings(rows: list[list[Cell]], sheet: Sheet, header: Header, own: Mapping[int, str]) -> None:
    """Merged headings are written out, then those of the chosen columns replaced."""
    for number, row in enumerate(header.rows):
        rows[row] += [EMPTY] * (sheet.width - len(rows[row]))
        for column in range(sheet.width):
            if column in own:
                rows[row][column] = Cell(HEADINGS.get(own[column])) if number == 0 else EMPTY
            elif rows[row][column].is_empty and (text := sheet.spread(row, column)):
                rows[row][column] = Cell(text)


def _empty_columns(rows: list[list[Cell]], span: range, own: Mapping[int, str]) -> None:
    """What the official leaves out is not read."""
    for row in span:
        for column, field in own.items():
            if field == NOTHING and column < len(rows[row]):
                rows[row][column] = EMPTY


def _with_heading(grid: Grid, sheet: Sheet, rows: list[list[Cell]], own: Mapping[int, str]) -> Grid:
    """A table without headings gets a row of them above its first row."""
    at = next(row for row in sheet.filled_rows if len(sheet.filled(row)) >= LEAST_CELLS)
    _empty_columns(rows, range(at, len(rows)), own)
    known = [Column(index, field) for index, field in own.items()]
    seen = by_content(sheet, sheet.filled_rows, MEMBER_LIST, known)
    fields = {column.index: column.field for column in [*seen, *known]}
    labels = [HEADINGS.get(fields.get(column, "remark"), HEADINGS["remark"]) for column in range(sheet.width)]
    heading = [EMPTY if fields.get(column) == NOTHING else Cell(text) for column, text in enumerate(labels)]
    return replace(
        grid,
        rows=[*rows[:at], heading, *rows[at:]],
        numbers=[*grid.numbers[:at], grid.numbers[at], *grid.numbers[at:]],
        merged=[_moved(area, at) for area in grid.merged],
        hidden_rows={row + (row >= at) for row in grid.hidden_rows},
    )


def _moved(area: Range, at: int) -> Range:
    """Merged cells, one row further down where the new row stands above them."""
    top, left, bottom, right = area
    return top + (top >= at), left, bottom + (bottom >= at), right


def _key(index: int, heading: str) -> str:
    return f"{index}-{key_of(heading)}"[:LONGEST_KEY]


def _offered(field: str) -> str:
    return field if field in LABELS else ""


def _samples(sheet: Sheet, first: int, column: int, found: list[str]) -> list[str]:
    """The first different texts of a column."""
    return list(dict.fromkeys([*found, *_texts(sheet, first, column)]))[:SAMPLES]


def _texts(sheet: Sheet, first: int, column: int) -> Iterator[str]:
    for row in range(first, min(first + SAMPLE_ROWS, len(sheet.texts))):
        if text := sheet.text(row, column):
            yield " ".join(text.split())[:60]
