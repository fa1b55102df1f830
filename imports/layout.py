"""Where the tables of a sheet are: rows of headings in one, two or three lines, and columns known by content."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from imports.cells import key_of, text_of
from imports.grid import Grid
from imports.specification import Column, Header, Specification

_LONGEST_HEADING = 160
_LETTERHEAD = re.compile(
    r"^(ubnd|uy ban|cong hoa|doc lap|danh sach|phu luc|kem theo|so \d|ngay \d|tinh |huyen |bieu mau)"
)
_COLUMN_NUMBER = re.compile(r"\(?\s*([0-9]{1,2}|[A-Ea-e])\s*\)?")
_FIRST_ROWS = 3
_SAMPLE = 60


@dataclass
class Sheet:
    """A grid as texts. `spread` also shows the value of merged cells in each cell that they cover."""

    grid: Grid
    texts: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.texts = self.texts or [[text_of(cell) for cell in row] for row in self.grid.rows]

    def text(self, row: int, column: int) -> str:
        """The text of one cell, empty outside."""
        try:
            return self.texts[row][column]
        except IndexError:
            return ""

    @cached_property
    def origin(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each cell under a merge, but for its first: the cell whose value holds there."""
        origins = {}
        for top, left, bottom, right in self.grid.merged:
            # A merge may claim the whole sheet; only the part with rows counts.
            for row in range(top, min(bottom, len(self.texts) - 1) + 1):
                for column in range(left, min(right, left + 300) + 1):
                    if (row, column) != (top, left):
                        origins[row, column] = (top, left)
        return origins

    def spread(self, row: int, column: int) -> str:
        """The text of a cell, or of the merged cells that it is part of."""
        return self.text(row, column) or self.text(*self.origin.get((row, column), (row, column)))

    @cached_property
    def width(self) -> int:
        """Number of columns of the widest row."""
        return max((len(row) for row in self.texts), default=0)

    @cached_property
    def filled_rows(self) -> list[int]:
        """Indexes of the rows with any content."""
        return [index for index, _ in self.grid.filled()]

    def filled(self, row: int) -> dict[int, str]:
        """Column and text of what stands in a row."""
        return {column: text for column, text in enumerate(self.texts[row]) if text}


def find_headers(sheet: Sheet, specification: Specification) -> list[Header]:
    """All rows of headings, from top to bottom; a header may take up to three rows and a row of column numbers."""
    found: list[Header] = []
    taken = -1
    for row in sheet.filled_rows:
        if row > taken and _is_header(sheet, row, specification):
            rows = _header_rows(sheet, row, taken, specification)
            found.append(Header(rows, _columns(sheet, rows, specification)))
            taken = rows[-1]
    return found


def _is_header(sheet: Sheet, row: int, specification: Specification) -> bool:
    filled = sheet.filled(row)
    if len(filled) < 2 or any(_is_data(text) for text in filled.values()):
        return False
    fields = [specification.field_of(key_of(text)) for text in filled.values()]
    named = {name for name in fields if name and (name not in specification.plural or fields.count(name) > 1)}
    known = [
        bool(name) or _is_heading(text, specification)
        for name, text in zip(fields, filled.values(), strict=True)
    ]
    if not (named & specification.anchors) - specification.values and _has_value(
        filled.values(), specification
    ):
        return False
    labels = sum(known) - sum(map(bool, fields))
    if not _is_enough(named, specification) and not (named and labels > _FIRST_ROWS and all(known)):
        return False
    return 2 * sum(known) >= len(known)


def _has_value(texts: Iterable[str], specification: Specification) -> bool:
    return specification.is_value is not None and any(
        specification.is_value(text) and not specification.field_of(key_of(text)) for text in texts
    )


def _is_enough(named: set[str], specification: Specification) -> bool:
    """Enough fields with an anchor among them, or so many that the cells will show which column is the anchor."""
    if named & specification.anchors:
        return len(named) >= specification.least
    return len(named) > specification.least + 1


def _is_data(text: str) -> bool:
    """A cell that no heading looks like: a number, a date, a phone, a long text."""
    if len(text) > _LONGEST_HEADING:
        return True
    digits = sum(letter.isdigit() for letter in text)
    return digits > 0 and digits >= sum(letter.isalpha() for letter in text)


def _header_rows(sheet: Sheet, row: int, taken: int, specification: Specification) -> tuple[int, ...]:
    rows = [row]
    if row - 1 > taken and _is_group_row(sheet, row - 1, row, specification):
        rows.insert(0, row - 1)
    following = row + 1
    while following < len(sheet.texts) and len(rows) < _FIRST_ROWS:
        if not _is_sub_header(sheet, rows[-1], following, specification):
            break
        rows.append(following)
        following += 1
    if following < len(sheet.texts) and is_column_numbers(list(sheet.filled(following).values())):
        rows.append(following)
    return tuple(rows)


def _is_group_row(sheet: Sheet, above: int, row: int, specification: Specification) -> bool:
    """A line of group names above the headings: several short cells, over columns that the headings split."""
    cells = sheet.filled(above)
    if len(cells) < 2 or any(_is_data(text) or len(text) > 60 for text in cells.values()):
        return False
    if any(_LETTERHEAD.match(key_of(text)) or text.endswith(":") for text in cells.values()):
        return False
    if specification.is_section and any(specification.is_section(text) for text in cells.values()):
        return False
    split = [column for column in sheet.filled(row) if not sheet.text(above, column)]
    return bool(split)


def _is_sub_header(sheet: Sheet, above: int, row: int, specification: Specification) -> bool:
    """A second line of headings: each cell a heading, and some under a group or a blank of the line above."""
    cells = sheet.filled(row)
    if not cells or any(_is_data(text) for text in cells.values()) or _fills_row(sheet, row):
        return False
    if not all(_is_heading(text, specification) for text in cells.values()):
        return False
    if specification.is_section and len(cells) == 1 and specification.is_section(next(iter(cells.values()))):
        return False
    above_cells = sheet.filled(above)
    under_group = [
        column for column in cells if column not in above_cells or _has_blank_right(sheet, above, column)
    ]
    return bool(under_group) and len(under_group) * 2 >= len(cells)


def _is_heading(text: str, specification: Specification) -> bool:
    key = key_of(text)
    if key in specification.sub_headings or specification.field_of(key):
        return True
    return bool(specification.is_label and specification.is_label(text))


def _fills_row(sheet: Sheet, row: int) -> bool:
    """One cell merged over most of the row: the name of a section."""
    return any(
        top == row and 2 * (right - left + 1) > sheet.width for top, left, _, right in sheet.grid.merged
    )


def _has_blank_right(sheet: Sheet, row: int, column: int) -> bool:
    return not sheet.text(row, column + 1) and column + 1 < sheet.width


def is_column_numbers(texts: list[str]) -> bool:
    """A row such as (1) (2) (3) or A B 1 2 under the headings."""
    matches = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if len(texts) < 3 or not all(matches):
        return False
    numbers = [int(match[1]) for match in matches if match and match[1].isdigit()]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if len(numbers) > 1 else False


def _columns(sheet: Sheet, rows: tuple[int, ...], specification: Specification) -> tuple[Column, ...]:
    return tuple(
        Column(index, _field_under(headings, specification), headings)
        for index in range(sheet.width)
        if (headings := _headings(sheet, rows, index))
    )


def _headings(sheet: Sheet, rows: tuple[int, ...], column: int) -> tuple[str, ...]:
    texts: list[str] = []
    for position, row in enumerate(rows):
        text = sheet.spread(row, column) or _group_at_left(sheet, rows, position, column)
        if text and text not in texts and not _COLUMN_NUMBER.fullmatch(text):
            texts.append(" ".join(text.split()))
    return tuple(texts)


def _group_at_left(sheet: Sheet, rows: tuple[int, ...], position: int, column: int) -> str:
    """The group name that an unmerged header leaves at the left: over a blank, with a heading below it."""
    row = rows[position]
    if position == len(rows) - 1 or not sheet.spread(rows[position + 1], column):
        return ""
    for left in range(column - 1, -1, -1):
        if text := sheet.spread(row, left):
            return text if sheet.text(rows[position + 1], left) else ""
    return ""


def _field_under(headings: tuple[str, ...], specification: Specification) -> str:
    tries = [headings[-1], " ".join(headings), *reversed(headings[:-1])]
    return next((name for text in tries if (name := specification.field_of(key_of(text)))), "")


def share(texts: Iterable[str], looks_like: object) -> float:
    """The part of the filled texts that look so, of the first ones; 0 when there are none."""
    sample = [text for text in texts if text][:_SAMPLE]
    if not sample or not callable(looks_like):
        return 0.0
    return sum(bool(looks_like(text)) for text in sample) / len(sample)


def by_content(
    sheet: Sheet,
    rows: list[int],
    specification: Specification,
    known: Iterable[Column] = (),
    least: float = 0.6,
) -> list[Column]:
    """Columns that no heading names, known by what their cells look like; each field at most once."""
    taken = {column.index for column in known}
    fields = {column.field for column in known}
    found: list[Column] = []
    for candidate in specification.fields:
        if candidate.looks_like is None or candidate.key in fields:
            continue
        shares = {
            index: share((sheet.text(row, index) for row in rows), candidate.looks_like)
            for index in range(sheet.width)
            if index not in taken
        }
        best = max(shares, key=lambda index: shares[index], default=None)
        if best is not None and shares[best] >= least:
            found.append(Column(best, candidate.key))
            taken.add(best)
            fields.add(candidate.key)
    return found
