"""Workbooks of Excel 97 to 2003 (.xls) as grids: the values by calamine, what it leaves out by `imports/biff.py`."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from imports.biff import Look, look_over, sheet_positions, workbook_stream
from imports.grid import EMPTY, Book, Cell, Grid
from imports.ole import CompoundFile
from imports.refusals import MAX_CELLS, refused
from imports.sheets import finished, number_cell, place, text_cell


def read_xls(path: Path) -> Book:
    """All sheets of a workbook, in the order of its tabs."""
    try:
        workbook = load_workbook(str(path))
    except PasswordError as error:
        raise refused("encrypted") from error
    except CalamineError as error:
        raise refused("damaged") from error
    looks = _looks(path)
    grids: list[Grid] = []
    for sheet, look in zip(workbook.sheets_metadata, looks, strict=False):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        grid = _grid(workbook.get_sheet_by_name(sheet.name), look)
        grid.name, grid.is_hidden = sheet.name, sheet.visible != SheetVisibleEnum.Visible
        grids.append(grid)
    if sum(len(row) for grid in grids for row in grid.rows) > MAX_CELLS:
        raise refused("too_many_cells")
    return Book("xls", grids)


def _looks(path: Path) -> list[Look]:
    """What calamine leaves out, sheet by sheet in the order of the tabs."""
    stream = workbook_stream(CompoundFile(path.read_bytes())) or b""
    by_position = look_over(stream)
    return [by_position.get(position, Look()) for position in sheet_positions(stream)]


def _grid(sheet: CalamineSheet, look: Look) -> Grid:
    grid = Grid(None, [], [], hidden_rows=set(look.hidden_rows))
    rows = [[_cell(value) for value in values] for values in sheet.to_python(skip_empty_area=False)]
    for (row, column), error in look.errors.items():
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend([EMPTY] * (column + 1 - len(rows[row])))
        rows[row][column] = Cell(error=error)
    for number, cells in enumerate(rows, start=1):
        place(grid, number, cells)
    grid.merged = [(*start, *end) for start, end in sheet.merged_cell_ranges or []]
    return finished(grid, look.hidden_columns)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return text_cell(value)
    if isinstance(value, bool | date | datetime):
        return Cell(value)
    if isinstance(value, int | float):
        return number_cell(repr(value))
    if isinstance(value, time | timedelta):
        return Cell(str(value))
    return EMPTY
