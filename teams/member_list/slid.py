"""Rows whose cells slid one column to the left or right of their headings.

A row is put back only when its name and at least two further cells then stand under the headings that they fit, and
nothing else contradicts; read as it stands it would give one person the details of nobody.
"""

from collections.abc import Callable
from dataclasses import replace

from imports.cells import text_of
from imports.grid import EMPTY, Cell
from imports.layout import Sheet
from imports.specification import Header
from teams.member_list.births import is_birth
from teams.member_list.categories import is_position
from teams.member_list.names import is_name, is_surely_name
from teams.member_list.phones import read_phone, says_no_phone
from teams.member_list.roles import is_role
from teams.member_list.rows import is_ordinal

_LEAST_FITS = 3


def _is_phone(text: str) -> bool:
    return read_phone(text).number is not None or says_no_phone(text)


_FITS: dict[str, Callable[[str], bool]] = {
    "name": is_surely_name,
    "birth": is_birth,
    "phone": _is_phone,
    "role": is_role,
    "position": is_position,
}


def realigned(sheet: Sheet, header: Header, rows: list[int]) -> Sheet:
    """The sheet with such rows put back under their headings; the same sheet when there are none."""
    places = {column.index: column.field for column in header.columns if column.field in _FITS}
    names = [index for index, field in places.items() if field == "name"]
    if len(names) != 1:
        return sheet
    order = next((column.index for column in header.columns if column.field == "order"), None)
    slid = {
        row: moved
        for row in rows
        if not is_name(sheet.text(row, names[0]))
        for step in (1, -1)
        if _belongs_beside(sheet, row, step, places) and (moved := _moved(sheet, row, step, names[0], order))
    }
    if not slid:
        return sheet
    cells = [slid.get(row, cells) for row, cells in enumerate(sheet.grid.rows)]
    merged = [area for area in sheet.grid.merged if not any(area[0] <= row <= area[2] for row in slid)]
    return Sheet(replace(sheet.grid, rows=cells, merged=merged))


def _belongs_beside(sheet: Sheet, row: int, step: int, places: dict[int, str]) -> bool:
    here, there = _fits(sheet, row, 0, places), _fits(sheet, row, step, places)
    return (
        there.get("name", False)
        and all(there.values())
        and len(there) >= _LEAST_FITS
        and sum(there.values()) > sum(here.values()) + 1
    )


def _fits(sheet: Sheet, row: int, step: int, places: dict[int, str]) -> dict[str, bool]:
    """For each field whose cell is filled, whether the cell looks like it. A position may be called anything."""
    found = {}
    for index, field in places.items():
        text = sheet.text(row, index + step) if index + step >= 0 else ""
        if text and (field != "position" or is_position(text) or text.isdigit()):
            found[field] = _FITS[field](text)
    return found


def _moved(sheet: Sheet, row: int, step: int, name: int, order: int | None) -> list[Cell]:
    """The cells of the row with its name in the column `name`; nothing where a cell would be lost."""
    cells = sheet.grid.rows[row]
    if step > 0:
        gap = next((index for index in range(name, -1, -1) if cells[index].is_empty), None)
        return [] if gap is None else [*cells[:gap], *cells[gap + 1 :], EMPTY]
    if sheet.text(row, sheet.width - 1):
        return []
    left = cells[: name - 1]
    # What stands before the name has slid too, unless number and place are where they belong.
    stay = all(
        is_ordinal(text_of(cell)) == (index == order) for index, cell in enumerate(left) if not cell.is_empty
    )
    return [*left, EMPTY, *cells[name - 1 :]] if stay else [EMPTY, *cells]
