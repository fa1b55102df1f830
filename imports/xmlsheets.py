"""Workbooks of the format “XML Spreadsheet 2003”, which some older programs write as .xls or .xml."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from imports.grid import EMPTY, Book, Cell, Grid
from imports.parts import stream_elements
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refused
from imports.sheets import day_cell, finished, number_cell, place, text_cell

_TAGS = ("{*}Column", "{*}Row", "{*}Worksheet")


def read_xml(path: Path) -> Book:
    """All sheets of a workbook."""
    with path.open("rb") as stream:
        grids = list(_grids(stream_elements(stream, _TAGS)))
    if not grids:
        raise refused("wrong_content")
    return Book("xml", grids)


def _grids(parts: Iterator[etree._Element]) -> Iterator[Grid]:
    grid = Grid(None, [], [])
    hidden: list[tuple[int, int]] = []
    column = number = cells = 0
    for element in parts:
        name = etree.QName(element).localname
        if name == "Column":
            first = _whole(element, "Index", column + 1)
            column = first + _whole(element, "Span", 0)
            if _get(element, "Hidden") == "1":
                hidden.append((first, column))
        elif name == "Row":
            number = _whole(element, "Index", number + 1)
            if _get(element, "Hidden") == "1":
                grid.hidden_rows.add(number - 1)
            row = _row(grid, element, number)
            cells += len(row)
            if cells > MAX_CELLS:
                raise refused("too_many_cells")
            place(grid, number, row)
        else:
            grid.name = _get(element, "Name")
            grid.is_hidden = any(
                node.text != "SheetVisible" for node in element.iterfind("{*}WorksheetOptions/{*}Visible")
            )
            yield finished(grid, hidden)
            grid, hidden, column, number = Grid(None, [], []), [], 0, 0


def _row(grid: Grid, element: etree._Element, number: int) -> list[Cell]:
    row: list[Cell] = []
    for node in element.iterchildren("{*}Cell"):
        left = _whole(node, "Index", len(row) + 1) - 1
        right, down = _whole(node, "MergeAcross", 0), _whole(node, "MergeDown", 0)
        cell = _cell(node)
        if left + right >= MAX_COLUMNS:
            raise refused("too_many_columns")
        row.extend([EMPTY] * (left - len(row)))
        row.append(cell)
        row.extend([EMPTY] * right)
        if right or down:
            grid.merged.append((number - 1, left, min(number + down, MAX_ROWS) - 1, left + right))
    return row


def _cell(node: etree._Element) -> Cell:
    data = node.find("{*}Data")
    if data is None:
        return Cell(error="no value") if _get(node, "Formula") else EMPTY
    kind, text = _get(data, "Type"), "".join(data.itertext())
    if kind == "Number":
        return number_cell(text)
    if kind == "DateTime":
        return day_cell(text)
    if kind == "Boolean":
        return Cell(text == "1")
    return Cell(error=text) if kind == "Error" else text_cell(text)


def _get(node: etree._Element, name: str) -> str:
    return next((str(value) for key, value in node.attrib.items() if str(key).endswith("}" + name)), "")


def _whole(node: etree._Element, name: str, default: int) -> int:
    value = _get(node, name)
    return int(value[:7]) if value.isdecimal() else default
