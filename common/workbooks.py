"""Tables as .xlsx: real numbers and dates, codes and phones as text, nothing that a spreadsheet would run.

A text is always written as text, never as a formula or a link; one that begins like a formula is
marked as quoted besides, so that it stays a text when somebody edits the cell (T-I2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MISSING = "—"
LONGEST_TEXT = 32_000
"""A cell holds 32,767 characters; the writer would leave out a longer one without a word."""

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
KINDS = ("text", "int", "number", "share", "date", "code", "phone")
FIGURES = ("int", "number", "share", "date")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; columns that follow one another with one `group` stand under that word."""

    label: Any
    kind: str = "text"
    width: float = 14
    group: Any = ""


@dataclass(frozen=True)
class Section:
    """A line across the whole table that begins a group of rows."""

    title: str


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        cell = font | {"border": 1}
        text = cell | {"text_wrap": True}
        head = text | {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E9EDEA"}
        self.title = book.add_format(font | {"bold": True, "font_size": 14})
        self.line = book.add_format(font)
        self.head = book.add_format(head)
        self.section = book.add_format(cell | {"bold": True, "bg_color": "#F5F6F4"})
        self._book = book
        self._numbers = {"int": "#,##0", "number": "#,##0.0", "share": "0.0%", "date": "dd/mm/yyyy"}
        self._made: dict[tuple[str, bool, bool], Format] = {}
        self._cell, self._text = cell, text

    def of(self, kind: str, is_total: bool, is_quoted: bool = False) -> Format:
        """The look of one cell."""
        key = (kind, is_total, is_quoted)
        if key not in self._made:
            look = dict(self._cell if kind in FIGURES else self._text)
            look |= {"num_format": self._numbers.get(kind, "@")}
            look |= {"bold": True, "bg_color": "#E9EDEA"} if is_total else {}
            look |= {"quote_prefix": True} if is_quoted else {}
            look |= {"align": "right"} if kind in FIGURES else {}
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def write_table(
    *,
    title: str,
    head_lines: Sequence[str],
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any] | Section],
    total: Sequence[Any] | None = None,
    notes: Sequence[str] = (),
) -> bytes:
    """A workbook with one table: title and lines above, a head that stays in sight, total and notes below.

    Rows may come from a generator; they are written one after the other in constant memory. None is
    written as "—" where a figure is expected, so that missing never looks like nothing or like 0.
    """
    stream = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet(sheet_name(title))
        formats = _Formats(book)
        below_head = _write_head(sheet, formats, title, head_lines, columns)
        at = below_head
        for at, row in enumerate(rows, start=below_head):
            _write_line(sheet, formats, at, columns, row)
        at += 1
        if total is not None:
            _write_row(sheet, formats, at, columns, total, is_total=True)
            at += 1
        for offset, note in enumerate(notes, start=1):
            _write_text(sheet, at + offset, 0, note, formats.line)
    return stream.getvalue()


FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\'", "        ")
LONGEST_NAME = 31


def sheet_name(title: str) -> str:
    """What the sheet is called at its foot: the title, cut at a word where it is too long for a spreadsheet."""
    name = " ".join(title.translate(FORBIDDEN_IN_NAMES).split())
    if len(name) <= LONGEST_NAME:
        return name or MISSING
    cut = name[: LONGEST_NAME - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def answer(content: bytes, name: str) -> HttpResponse:
    """A workbook as a download; `name` is plain letters, without the ending."""
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _write_head(
    sheet: Worksheet, formats: _Formats, title: str, lines: Sequence[str], columns: Sequence[Column]
) -> int:
    """Page settings, the lines above the table and its head; the number of the first row below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
    _write_text(sheet, 0, 0, title, formats.title)
    for index, line in enumerate(lines, start=1):
        _write_text(sheet, index, 0, line, formats.line)
    at = len(lines) + 2
    first = at
    if any(str(column.group) for column in columns):
        _write_groups(sheet, formats, at, columns)
        at += 1
    for index, column in enumerate(columns):
        _write_text(sheet, at, index, str(column.label), formats.head)
    sheet.repeat_rows(first, at)
    sheet.freeze_panes(at + 1, 0)
    return at + 1


def _write_groups(sheet: Worksheet, formats: _Formats, at: int, columns: Sequence[Column]) -> None:
    start = 0
    while start < len(columns):
        group, end = str(columns[start].group), start
        while group and end + 1 < len(columns) and str(columns[end + 1].group) == group:
            end += 1
        if end > start:
            sheet.merge_range(at, start, at, end, "", formats.head)
        _write_text(sheet, at, start, group, formats.head)
        start = end + 1


def _write_line(
    sheet: Worksheet, formats: _Formats, at: int, columns: Sequence[Column], row: Sequence[Any] | Section
) -> None:
    if not isinstance(row, Section):
        _write_row(sheet, formats, at, columns, row)
        return
    _write_text(sheet, at, 0, row.title, formats.section)
    for index in range(1, len(columns)):
        sheet.write_blank(at, index, None, formats.section)


def _write_row(
    sheet: Worksheet,
    formats: _Formats,
    at: int,
    columns: Sequence[Column],
    values: Sequence[Any],
    is_total: bool = False,
) -> None:
    for index, (column, value) in enumerate(zip(columns, values, strict=True)):
        look = formats.of(column.kind, is_total)
        if value is None and column.kind in FIGURES:
            sheet.write_string(at, index, MISSING, look)
        elif column.kind == "date" and isinstance(value, date):
            sheet.write_datetime(at, index, value, look)
        elif column.kind in FIGURES and not isinstance(value, str):
            sheet.write_number(at, index, value, look)
        else:
            text = "" if value is None else str(value)
            quoted = formats.of("text", is_total, text.startswith(FORMULA_STARTS))
            _write_text(sheet, at, index, text, quoted)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """A text as it is; a longer one than a cell holds is cut, and says so."""
    stored = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    sheet.write_string(row, column, stored, look)
