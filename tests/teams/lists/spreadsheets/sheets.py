"""Writes sheets as .xlsx, .xls or .ods, the same bytes each time."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableColumnProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P
from xlsxwriter.utility import xl_cell_to_rowcol

WRITTEN_ON = datetime(2022, 8, 1)
ZIP_DATE = (2022, 8, 1, 0, 0, 0)


@dataclass(frozen=True)
class Formula:
    """A formula with the value that the program had stored for it."""

    text: str
    stored: str | float


@dataclass(frozen=True)
class DateFormatted:
    """A bare number in a cell that shows dates."""

    number: float


@dataclass
class Sheet:
    """A sheet: rows by their number, cells from column A on."""

    name: str
    rows: dict[int, list[Any]]
    merged: str = ""
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden: bool = False
    font: str = ""

    def filled(self) -> Iterator[tuple[int, int, Any]]:
        for number, row in sorted(self.rows.items()):
            for column, value in enumerate(row):
                if value is not None:
                    yield number - 1, column, value

    def merges(self) -> Iterator[tuple[int, int, int, int]]:
        for span in self.merged.split():
            first, last = span.split(":")
            yield (*xl_cell_to_rowcol(first), *xl_cell_to_rowcol(last))


def write_xlsx(path: Path, sheets: list[Sheet]) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": WRITTEN_ON})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merges():
            page.merge_range(top, left, bottom, right, "")
        for row, column, value in sheet.filled():
            _xlsx_cell(page, row, column, value, day)
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for letter in sheet.hidden_columns:
            page.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    book.close()


def _xlsx_cell(page: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, Formula):
        page.write_formula(row, column, value.text, None, value.stored)
    elif isinstance(value, DateFormatted):
        page.write_number(row, column, value.number, day)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    else:
        page.write_number(row, column, value)


def write_xls(path: Path, sheets: list[Sheet]) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        style = xlwt.easyxf(f"font: name {sheet.font or 'Arial'}")
        covered = {(top, left): (top, bottom, left, right) for top, left, bottom, right in sheet.merges()}
        for row, column, value in sheet.filled():
            look = day if isinstance(value, date) else style
            if (row, column) in covered:
                page.write_merge(*covered[row, column], value, look)
            else:
                page.write(row, column, value, look)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
    book.save(str(path))


def write_ods(path: Path, sheets: list[Sheet]) -> None:
    book = OpenDocumentSpreadsheet()
    wide = Style(name="wide", family="table-column")
    wide.addElement(TableColumnProperties(columnwidth="4cm"))
    book.automaticstyles.addElement(wide)
    for sheet in sheets:
        table = Table(name=sheet.name)
        width = max(len(row) for row in sheet.rows.values())
        table.addElement(TableColumn(stylename=wide, numbercolumnsrepeated=width))
        for number in range(1, max(sheet.rows) + 1):
            table.addElement(_ods_row(sheet, number))
        book.spreadsheet.addElement(table)
    raw = io.BytesIO()
    book.write(raw)
    repack(raw, path)


def _ods_row(sheet: Sheet, number: int) -> TableRow:
    row = TableRow(**({"visibility": "collapse"} if number in sheet.hidden_rows else {}))
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges()}
    under = {
        (down, across)
        for top, left, bottom, right in sheet.merges()
        for down in range(top, bottom + 1)
        for across in range(left, right + 1)
    } - set(spans)
    width = max(len(cells) for cells in sheet.rows.values())
    cells = sheet.rows.get(number, [])
    for column in range(width):
        value = cells[column] if column < len(cells) else None
        at = (number - 1, column)
        row.addElement(CoveredTableCell() if at in under else _ods_cell(value, spans.get(at)))
    return row


def _ods_cell(value: Any, span: tuple[int, int] | None) -> TableCell:
    about: dict[str, Any] = {}
    if span:
        about = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if value is None:
        return TableCell(**about)
    if isinstance(value, date):
        about |= {"valuetype": "date", "datevalue": value.isoformat()}
        shown = [value.strftime("%d/%m/%Y")]
    elif isinstance(value, str):
        about |= {"valuetype": "string"}
        shown = value.split("\n")
    else:
        about |= {"valuetype": "float", "value": value}
        shown = [str(value)]
    cell = TableCell(**about)
    for line in shown:
        cell.addElement(P(text=line))
    return cell


def repack(raw: io.BytesIO, path: Path) -> None:
    """The same archive without the hour of its writing."""
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, ZIP_DATE)
            info.compress_type = entry.compress_type
            new.writestr(info, old.read(entry))


WRITERS = {".xlsx": write_xlsx, ".xls": write_xls, ".ods": write_ods}
