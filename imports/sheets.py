"""Workbooks of Excel (.xlsx) as grids.

Read from the XML itself in one pass, because the fast readers leave out what a list's reader must know: hidden rows,
columns and sheets, error values, formulas without a stored result, days that are years (serial 1987).
"""

import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from lxml import etree

from imports.grid import EMPTY, Book, Cell, Grid
from imports.number_formats import day_of, is_day_format
from imports.parts import OFFICE_ID, elements, is_true, main_part, open_archive, relations, tree
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, refused

NO_VALUE = Cell(error="no value")
_DIGITS = "0123456789"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_AREA = re.compile(r"^([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?$")
_IN_SHEET = ("{*}row", "{*}col", "{*}mergeCell")
_IN_STYLES = ("{*}numFmt", "{*}font", "{*}fill", "{*}border", "{*}xf", "{*}cellXfs")
# What can follow the cells and their merges: nothing of it matters, and much of it can be large.
_AFTER = (
    "{*}phoneticPr",
    "{*}conditionalFormatting",
    "{*}dataValidations",
    "{*}hyperlinks",
    "{*}pageMargins",
)


@dataclass(slots=True)
class _Workbook:
    """What the cells of all sheets refer to."""

    texts: list[Cell]
    day_styles: frozenset[str]
    from_1904: bool
    cells: int = 0
    row: int = 0
    """Number of the last row that passed."""


def read_xlsx(path: Path) -> Book:
    """All sheets of a workbook, in the order of its tabs."""
    with open_archive(path) as archive:
        main = main_part(archive, "xl/workbook.xml")
        parts = relations(archive, main)
        of_kind = dict(parts.values())
        root = tree(archive, main)
        book = _Workbook(
            list(_shared_texts(archive, of_kind.get("sharedStrings"))),
            _day_styles(archive, of_kind.get("styles")),
            any(is_true(properties.get("date1904")) for properties in root.iter("{*}workbookPr")),
        )
        return Book("xlsx", list(_grids(archive, root, parts, book)))


def _grids(
    archive: zipfile.ZipFile, root: etree._Element, parts: dict[str, tuple[str, str]], book: _Workbook
) -> Iterator[Grid]:
    for sheet in root.iter("{*}sheet"):
        kind, target = parts.get(next((sheet.get(key) for key in OFFICE_ID if sheet.get(key)), ""), ("", ""))
        if kind != "worksheet":
            continue
        if target not in archive.namelist():
            raise refused("damaged")
        grid = _sheet(archive, target, book)
        grid.name = sheet.get("name", "")
        grid.is_hidden = sheet.get("state", "visible") != "visible"
        yield grid


def _sheet(archive: zipfile.ZipFile, part: str, book: _Workbook) -> Grid:
    grid = Grid(None, [], [])
    book.row = 0
    hidden: list[tuple[int, int]] = []
    for element in elements(archive, part, (*_IN_SHEET, *_AFTER)):
        name = etree.QName(element).localname
        if name == "row":
            _add_row(grid, element, book)
        elif name == "col":
            if is_true(element.get("hidden")) or element.get("width") == "0":
                hidden.append((_whole(element.get("min")), _whole(element.get("max"))))
        elif name == "mergeCell":
            grid.merged.append(area(element.get("ref", "")))
        else:
            break
    return finished(grid, hidden)


def finished(grid: Grid, hidden_columns: list[tuple[int, int]]) -> Grid:
    """The grid without what lies outside its cells: empty rows at its end, hidden columns and merges beyond."""
    while grid.rows and not any(not cell.is_empty for cell in grid.rows[-1]):
        grid.rows.pop()
    grid.numbers = list(range(1, len(grid.rows) + 1))
    width = max(map(len, grid.rows), default=0)
    grid.hidden_rows = {row for row in grid.hidden_rows if row < len(grid.rows)}
    grid.hidden_columns = {
        column
        for first, last in hidden_columns
        for column in range(first - 1, min(last, width))
        if column >= 0
    }
    grid.merged = [
        (top, left, min(bottom, len(grid.rows) - 1), right)
        for top, left, bottom, right in grid.merged
        if top < len(grid.rows) and left < max(width, 1)
    ]
    return grid


def place(grid: Grid, number: int, row: list[Cell]) -> None:
    """Puts a row where it stands in the sheet (counted from 1); rows that the file leaves out are empty."""
    while row and row[-1] is EMPTY:
        row.pop()
    if not row:
        return
    if number > MAX_ROWS:
        raise refused("too_many_rows")
    if number <= len(grid.rows):
        raise refused("damaged")
    grid.rows.extend([] for _ in range(number - 1 - len(grid.rows)))
    grid.rows.append(row)


def _add_row(grid: Grid, element: etree._Element, book: _Workbook) -> None:
    # Rows and cells without a name of their own follow the one before.
    number = book.row = _whole(element.get("r")) if "r" in element.attrib else book.row + 1
    row: list[Cell] = []
    for node in element:
        name = node.get("r")
        column = _column(name.rstrip(_DIGITS)) if name else len(row)
        cell = _cell(node, book)
        if cell is EMPTY:
            if name is None:
                row.append(EMPTY)
            continue
        if column >= MAX_COLUMNS:
            raise refused("too_many_columns")
        if column < len(row):
            raise refused("damaged")
        if column > len(row):
            row.extend([EMPTY] * (column - len(row)))
        row.append(cell)
    book.cells += len(row)
    if book.cells > MAX_CELLS:
        raise refused("too_many_cells")
    if is_true(element.get("hidden")) or element.get("ht") == "0":
        grid.hidden_rows.add(number - 1)
    place(grid, number, row)


def _cell(node: etree._Element, book: _Workbook) -> Cell:
    kind = node.get("t")
    if len(node) == 1:
        child = node[0]
        text = child.text
        if kind == "s" and text:
            return _shared(book, text)
        if kind == "inlineStr":
            return text_cell(_rich_text(child))
        if not child.tag.endswith("}v"):
            return NO_VALUE if child.tag.endswith("}f") else EMPTY
        return _stored(kind, text, node.get("s"), book)
    return _cell_of_several(node, kind, book) if len(node) else EMPTY


def _cell_of_several(node: etree._Element, kind: str | None, book: _Workbook) -> Cell:
    """A cell with a formula, or with an extension beside its value."""
    parts = {etree.QName(child).localname: child for child in node if isinstance(child.tag, str)}
    if kind == "inlineStr" and "is" in parts:
        return text_cell(_rich_text(parts["is"]))
    text = parts["v"].text if "v" in parts else None
    if "f" in parts and not text and not (kind == "str" and "v" in parts):
        return NO_VALUE
    if kind == "s" and text:
        return _shared(book, text)
    return _stored(kind, text, node.get("s"), book)


def _shared(book: _Workbook, text: str) -> Cell:
    try:
        return book.texts[int(text)]
    except (ValueError, IndexError) as error:
        raise refused("damaged") from error


def _stored(kind: str | None, text: str | None, style: str | None, book: _Workbook) -> Cell:
    if not text:
        return EMPTY
    if kind is None or kind == "n":
        return number_cell(text, style in book.day_styles, from_1904=book.from_1904)
    if kind == "str":
        return text_cell(_unescaped(text))
    if kind == "e":
        return Cell(error=text[:MAX_TEXT])
    if kind == "b":
        return Cell(is_true(text.strip()))
    if kind == "d":
        return day_cell(text)
    raise refused("damaged")


def number_cell(text: str, is_day: bool = False, *, from_1904: bool = False) -> Cell:
    """A stored number: whole ones as int, days as days; one that is none (inf, nan) is an error of the cell."""
    try:
        number = float(text)
    except ValueError:
        return Cell(error=text[:100])
    if not math.isfinite(number):
        return Cell(error=text[:100])
    if is_day and (day := day_of(number, from_1904=from_1904)):
        return Cell(day)
    return Cell(int(number) if number.is_integer() and abs(number) < 1e15 else number)


def day_cell(text: str) -> Cell:
    """A day written as ISO 8601, with or without its time; kept as text when it is none."""
    try:
        moment = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text_cell(text)
    return Cell(moment.replace(tzinfo=None) if moment.time() != datetime.min.time() else moment.date())


def text_cell(text: str) -> Cell:
    """A text as it is written; longer than any spreadsheet writes one, the file is refused."""
    if len(text) > MAX_TEXT:
        raise refused("huge_text")
    return Cell(text) if text else EMPTY


def _shared_texts(archive: zipfile.ZipFile, part: str | None) -> Iterator[Cell]:
    if part is None or part not in archive.namelist():
        return
    for item in elements(archive, part, ["{*}si"]):
        yield text_cell(_rich_text(item))


def _rich_text(item: etree._Element) -> str:
    """Runs of a text joined, without the reading aid that East Asian files carry."""
    if len(item) == 1 and item[0].tag.endswith("}t"):
        return _unescaped(item[0].text or "")
    return _unescaped(
        "".join(text.text or "" for text in item.iter("{*}t") if not text.getparent().tag.endswith("}rPh"))
    )


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are written _x000D_ in a workbook."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _day_styles(archive: zipfile.ZipFile, part: str | None) -> frozenset[str]:
    """Numbers of the cell styles that show a day."""
    if part is None or part not in archive.namelist():
        return frozenset()
    codes: dict[int, str] = {}
    days: list[str] = []
    position = 0
    for element in elements(archive, part, _IN_STYLES):
        name = etree.QName(element).localname
        if name == "numFmt":
            codes[_whole(element.get("numFmtId"))] = element.get("formatCode", "")
        elif name == "xf" and etree.QName(element.getparent()).localname == "cellXfs":
            number = _whole(element.get("numFmtId"), 0)
            if is_day_format(number, codes.get(number)):
                days.append(str(position))
            position += 1
        elif name == "cellXfs":
            break
    return frozenset(days)


def area(text: str) -> tuple[int, int, int, int]:
    """“A1:C2” as first row, first column, last row, last column, counted from 0."""
    match = _AREA.match(text)
    if match is None:
        raise refused("damaged")
    left, top, right, bottom = match.groups()
    return (
        int(top) - 1,
        _column(left),
        int(bottom or top) - 1,
        _column(right or left),
    )


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    """“A” as 0, “XFD” as 16,383."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise refused("damaged")
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= 16_384:
        raise refused("damaged")
    return number - 1


def _whole(text: str | None, default: int | None = None) -> int:
    if text is None and default is not None:
        return default
    if text is None or not text.isdecimal() or not 0 <= int(text[:9]) <= 1_048_576:
        raise refused("damaged")
    return int(text)
