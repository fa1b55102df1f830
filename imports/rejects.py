"""The file of a list once more, whose last column says why a row was left out (I3)."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import xlsxwriter
from django.utils.translation import gettext as _

from common.workbooks import FORMULA_STARTS, LONGEST_TEXT
from imports.child import read_in_child
from imports.enums import RowAction
from imports.flat import cell_text
from imports.grid import Book, Cell, Grid, Unreadable
from imports.models import ImportBatch
from imports.reasons import column_of_reasons, headers_of, heading, reason_text

TOO_MUCH = ("too_heavy", "too_slow", "failed")
"""Refusals of the child that keeps the looks; the list itself was read before."""
IN_MEMORY = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
"""Nothing is run, and no room on the disk is needed."""
FORBIDDEN_IN_SHEET_NAMES = str.maketrans("", "", "[]:*?/\\'")


def rejected_workbook(batch: ImportBatch) -> bytes:
    """All rows of the file where they stood; the reason stands behind those that were left out.

    A workbook of today keeps its looks; any other file becomes a plain workbook. Handed in again after mending, the
    rows that are in already are passed over.
    """
    path = Path(batch.file.path)
    refused = batch.rows.filter(action=RowAction.REFUSED).values_list("sheet", "row_no", "refusal")
    reasons = {(sheet, row): reason for sheet, row, reason in refused}
    headers = headers_of(list(batch.rows.values_list("sheet", "row_no")))
    given = {
        "path": str(path),
        "reasons": [(*at, reason) for at, reason in reasons.items()],
        "headers": headers,
    }
    made: bytes | Book
    try:
        made = read_in_child(path, batch.file_name, "imports.marked_workbook.with_reasons", given)
    except Unreadable as refusal:
        if refusal.code not in TOO_MUCH:
            raise
        made = read_in_child(path, batch.file_name)
    return made if isinstance(made, bytes) else _plain_workbook(made, reasons, headers)


def _plain_workbook(book: Book, reasons: Mapping[tuple[str, int], str], headers: Mapping[str, int]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, IN_MEMORY) as workbook:
        quoted = workbook.add_format({"quote_prefix": True})
        for number, grid in enumerate(book.grids, start=1):
            _write_grid(workbook, grid, number, reasons, quoted, headers.get(grid.name or "", 0))
    return stream.getvalue()


def _write_grid(
    workbook: xlsxwriter.Workbook,
    grid: Grid,
    number: int,
    reasons: Mapping[tuple[str, int], str],
    quoted: xlsxwriter.format.Format,
    header: int,
) -> None:
    name = (grid.name or "").translate(FORBIDDEN_IN_SHEET_NAMES)[:28] or f"{_('List')} {number}"
    if workbook.get_worksheet_by_name(name):
        name = f"{name[:25]} {number}"
    sheet = workbook.add_worksheet(name)
    behind = column_of_reasons(grid) - 1
    for index, row in enumerate(grid.rows):
        at = grid.numbers[index] - 1
        for column, cell in enumerate(row):
            _write_cell(sheet, at, column, cell, quoted)
        reason = reasons.get((grid.name or "", grid.numbers[index]))
        if reason:
            sheet.write_string(at, behind, reason_text(reason)[:LONGEST_TEXT])
    if header and any(name == (grid.name or "") for name, _row in reasons):
        sheet.write_string(header - 1, behind, heading())


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell,
    quoted: xlsxwriter.format.Format,
) -> None:
    """Numbers stay numbers; everything else is text, so that nothing is run or reshaped."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        sheet.write_number(row, column, cell.value)
    elif text := cell.error or cell_text(cell):
        is_formula = text.startswith(FORMULA_STARTS)
        sheet.write_string(row, column, text[:LONGEST_TEXT], quoted if is_formula else None)
