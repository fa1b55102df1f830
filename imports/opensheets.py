"""Workbooks of LibreOffice (.ods) as grids, in one pass over their content."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from imports.grid import EMPTY, Book, Cell, Grid
from imports.parts import elements, open_archive
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refused
from imports.sheets import day_cell, finished, number_cell, place, text_cell

_CONTENT = "content.xml"
_TAGS = ("{*}style", "{*}table-column", "{*}table-row", "{*}table")
_ERROR = re.compile(r"^(#[A-Z0-9/]+[!?]?|Err:\d+)$")
_NUMBERS = {"float", "percentage", "currency"}


@dataclass(slots=True)
class _Sheet:
    """A sheet while its rows pass by."""

    grid: Grid = field(default_factory=lambda: Grid(None, [], []))
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0


def read_ods(path: Path) -> Book:
    """All sheets of a workbook, in the order of its tabs."""
    with open_archive(path) as archive:
        if _CONTENT not in archive.namelist():
            raise refused("damaged")
        return Book("ods", list(_grids(archive)))


def _grids(archive: zipfile.ZipFile) -> Iterator[Grid]:
    hidden_styles: set[str] = set()
    sheet = _Sheet()
    cells = 0
    for element in elements(archive, _CONTENT, _TAGS):
        name = etree.QName(element).localname
        if name == "style":
            if any(_get(node, "display") == "false" for node in element.iterchildren("{*}table-properties")):
                hidden_styles.add(_get(element, "name"))
        elif name == "table-column":
            _add_column(sheet, element)
        elif name == "table-row":
            cells += _add_row(sheet, element)
            if cells > MAX_CELLS:
                raise refused("too_many_cells")
        elif _is_sheet(element):
            grid = finished(sheet.grid, sheet.hidden_columns)
            grid.name = _get(element, "name")
            grid.is_hidden = _get(element, "style-name") in hidden_styles
            yield grid
            sheet = _Sheet()


def _is_sheet(element: etree._Element) -> bool:
    """A table of its own, not one inside a drawing or a stored copy of a linked file."""
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname == "spreadsheet"


def _add_column(sheet: _Sheet, element: etree._Element) -> None:
    first = sheet.columns + 1
    sheet.columns += _times(element, "number-columns-repeated")
    if _is_folded_away(element):
        sheet.hidden_columns.append((first, sheet.columns))


def _add_row(sheet: _Sheet, element: etree._Element) -> int:
    """Adds the row as often as it stands there; gives the number of its cells."""
    times = _times(element, "number-rows-repeated")
    row = _row(sheet, element)
    while row and row[-1] is EMPTY:
        row.pop()
    if row and sheet.rows + times > MAX_ROWS:
        raise refused("too_many_rows")
    if row and len(row) * times > MAX_CELLS:
        raise refused("too_many_cells")
    if _is_folded_away(element):
        sheet.grid.hidden_rows.update(range(sheet.rows, min(sheet.rows + times, MAX_ROWS)))
    for number in range(sheet.rows + 1, sheet.rows + times + 1) if row else ():
        place(sheet.grid, number, list(row))
    sheet.rows += times
    return len(row) * times if row else 0


def _row(sheet: _Sheet, element: etree._Element) -> list[Cell]:
    row: list[Cell] = []
    for node in element:
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name not in ("table-cell", "covered-table-cell"):
            continue
        times = _times(node, "number-columns-repeated")
        cell = _cell(node)
        right, down = _times(node, "number-columns-spanned"), _times(node, "number-rows-spanned")
        if right > 1 or down > 1:
            sheet.grid.merged.append((sheet.rows, len(row), sheet.rows + down - 1, len(row) + right - 1))
        if not cell.is_empty and len(row) + times > MAX_COLUMNS:
            raise refused("too_many_columns")
        row.extend([cell] * min(times, MAX_COLUMNS + 1 - len(row)))
    return row


def _cell(node: etree._Element) -> Cell:
    kind = _get(node, "value-type")
    if kind in _NUMBERS:
        return number_cell(_get(node, "value"))
    if kind == "date":
        return day_cell(_get(node, "date-value"))
    if kind == "boolean":
        return Cell(_get(node, "boolean-value") == "true")
    text = _get(node, "string-value") or "\n".join(_text(line) for line in node.iterchildren("{*}p"))
    if _get(node, "formula"):
        if _ERROR.match(text):
            return Cell(error=text)
        if not kind:
            return Cell(error="no value")
    return text_cell(text)


def _text(node: etree._Element) -> str:
    """The words of a paragraph; blanks, tabs and line breaks stand as elements in them."""
    parts = [node.text or ""]
    for child in node:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "s":
            parts.append(" " * min(_times(child, "c"), 1_000))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name not in ("", "annotation", "note"):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_folded_away(element: etree._Element) -> bool:
    return _get(element, "visibility") in ("collapse", "filter")


def _times(node: etree._Element, name: str) -> int:
    value = _get(node, name)
    return max(1, int(value[:8])) if value.isdecimal() else 1


def _get(node: etree._Element, name: str) -> str:
    """An attribute, whatever its name space: the office's, the table's or LibreOffice's own."""
    for key, value in node.attrib.items():
        if str(key).endswith("}" + name):
            return str(value)
    return ""
