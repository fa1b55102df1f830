"""Tables in which each person takes two rows, as a heading of two rows says.

“Họ và tên | Ngày sinh” above “Chức vụ | Điện thoại”: what stands in the second row of a person becomes further columns
of the first one.
"""

from dataclasses import replace

from imports.cells import key_of, text_of
from imports.grid import Cell, Grid
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.names import is_name, is_placeholder, is_surely_name
from teams.member_list.phones import says_no_phone

_BELOW = frozenset(
    {"position", "phone", "landline", "birth", "role", "hamlet", "remark", "email", "id", "commune"}
)
_LEAST_PEOPLE, _LEAST_SHARE = 2, 0.7


def unfolded(grid: Grid) -> Grid:
    """The grid with one row for each person; the same grid when nobody takes two."""
    for at in range(len(grid.rows) - 2):
        top, below = _fields(grid.rows[at]), _fields(grid.rows[at + 1])
        if _are_two_lines(top, below):
            name = next(column for column, key in top.items() if key == "name")
            first = next((column for column, key in top.items() if key == "order"), min(top))
            people = [row for row in range(at + 2, len(grid.rows)) if _names_somebody(grid, row, name, first)]
            pairs = {row for row in people if _goes_on(grid, row + 1, name, below)}
            if len(pairs) >= _LEAST_PEOPLE and len(pairs) >= _LEAST_SHARE * len(people):
                return _joined(grid, {at, *pairs}, sorted(below))
    return grid


def _fields(row: list[Cell]) -> dict[int, str]:
    """The fields that a row of headings names, by column; empty text for what is no heading."""
    return {
        column: MEMBER_LIST.field_of(key_of(text_of(cell)))
        for column, cell in enumerate(row)
        if not cell.is_empty
    }


def _are_two_lines(top: dict[int, str], below: dict[int, str]) -> bool:
    """Each heading of the second line names a field of its own under another field, one of them under the name."""
    if "name" not in top.values() or not below or not _BELOW.issuperset(below.values()):
        return False
    is_under_name = any(top.get(column) == "name" for column in below)
    return (
        is_under_name
        and all(top.get(column) for column in below)
        and not set(below.values()) & set(top.values())
    )


def _names_somebody(grid: Grid, row: int, name: int, first: int) -> bool:
    """A name with something in the first column, where the order numbers stand."""
    text = text_of(grid.cell(row, name))
    return (is_surely_name(text) or is_placeholder(text) or is_name(text)) and not grid.cell(
        row, first
    ).is_empty


def _goes_on(grid: Grid, row: int, name: int, below: dict[int, str]) -> bool:
    """Whether a row holds nothing but what the second line of headings names."""
    text = text_of(grid.cell(row, name))
    if row >= len(grid.rows) or (is_surely_name(text) and not says_no_phone(text)):
        return False
    filled = {column for column, cell in enumerate(grid.rows[row]) if not cell.is_empty}
    return bool(filled) and filled <= set(below)


def _joined(grid: Grid, firsts: set[int], columns: list[int]) -> Grid:
    width = max(map(len, grid.rows))
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    places: dict[int, int] = {}
    for row, cells in enumerate(grid.rows):
        if row - 1 in firsts:
            continue
        places[row] = len(rows)
        more = [grid.cell(row + 1, column) for column in columns] if row in firsts else []
        rows.append([*cells, *[Cell()] * (width - len(cells)), *more] if more else cells)
        numbers.append(grid.numbers[row])
    hidden = {
        places[row] for row in places if {row, *([row + 1] if row in firsts else [])} & grid.hidden_rows
    }
    merged = [
        (places[top], left, places[top], right)
        for top, left, bottom, right in grid.merged
        if top == bottom and top in places and top not in firsts
    ]
    return replace(grid, rows=rows, numbers=numbers, merged=merged, hidden_rows=hidden)
