"""The workbook that a commune sent, with a reason behind each row left out; sheets, widths and looks as they were.

Called in the child process: the whole workbook is built in memory.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from common.workbooks import FORMULA_STARTS, LONGEST_TEXT
from imports.flat import cell_text
from imports.grid import EMPTY, Book, Cell, Grid
from imports.reasons import column_of_reasons, heading, is_reason, reason_text

WIDTH = 50
FILL = PatternFill("solid", fgColor="FFF2CC")


def with_reasons(book: Book, given: Mapping[str, Any]) -> bytes | Book:
    """The .xlsx at `path` with `reasons` [sheet, row, text]; any other file comes back as the book that it is."""
    return _marked(book, given) if book.kind == "xlsx" else book


def _marked(book: Book, given: Mapping[str, Any]) -> bytes:
    workbook = load_workbook(given["path"], keep_links=False)
    by_sheet: dict[str, dict[int, str]] = defaultdict(dict)
    for sheet, row, text in given["reasons"]:
        by_sheet[sheet][row] = text
    for grid in book.grids:
        name = grid.name or ""
        if name in workbook.sheetnames and isinstance(workbook[name], Worksheet):
            _mark(workbook[name], grid, by_sheet.get(name, {}), given["headers"].get(name, 0))
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _mark(sheet: Worksheet, grid: Grid, reasons: Mapping[int, str], header: int) -> None:
    _still(sheet, grid)
    if not reasons:
        return
    column = column_of_reasons(grid)
    sheet.column_dimensions[get_column_letter(column)].width = WIDTH
    if header:
        _write(sheet, header, column, heading()).font = Font(bold=True)
    for row, text in reasons.items():
        _write(sheet, row, column, reason_text(text)[:LONGEST_TEXT])
        _paint(sheet, row, column)


def _write(sheet: Worksheet, row: int, column: int, text: str) -> SheetCell:
    cell: SheetCell = sheet.cell(row, column)
    cell.value, cell.alignment = text, Alignment(wrap_text=True, vertical="top")
    return cell


def _paint(sheet: Worksheet, row: int, width: int) -> None:
    """The row that was left out is seen at once."""
    for column in range(1, width + 1):
        cell = sheet.cell(row, column)
        if isinstance(cell, SheetCell):
            cell.fill = FILL


def _still(sheet: Worksheet, grid: Grid) -> None:
    """A formula gives way to its stored value, a text that begins like one is marked as text: nothing is run."""
    places = {number: index for index, number in enumerate(grid.numbers)}
    for row in sheet.iter_rows():
        cells = [cell for cell in row if isinstance(cell, SheetCell)]
        _take_off(cells)
        for cell in cells:
            if cell.data_type == "f":
                at = places.get(cell.row)
                _put(cell, EMPTY if at is None else grid.cell(at, cell.column - 1))
            if isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS):
                cell._style.quotePrefix = 1


def _take_off(cells: Sequence[SheetCell]) -> None:
    """The reason of an earlier writing goes, and with it the colour of its row."""
    ours = [cell for cell in cells if is_reason(cell.value)]
    for cell in ours:
        cell.value = None
    for cell in cells if ours else ():
        if cell.fill.fgColor.rgb == FILL.fgColor.rgb:
            cell.fill = PatternFill()


def _put(cell: SheetCell, stored: Cell) -> None:
    """Set what a formula had come to; an error stays as its text."""
    is_text = stored.error or isinstance(stored.value, str)
    cell.value = (stored.error or cell_text(stored)) if is_text else stored.value
    if is_text:
        cell.data_type = "s"
