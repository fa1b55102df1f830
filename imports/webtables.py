"""Tables of web pages as grids: many programs save one under the name of a workbook (.xls)."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from imports.encodings import decoded
from imports.grid import EMPTY, Book, Cell, Grid
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refused
from imports.sheets import text_cell

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n]+")
_LINES = {"br", "p", "div", "li", "tr"}


def read_html(path: Path) -> Book:
    """Each table with rows of its own; a table inside a cell follows the one it stands in."""
    root = _root(path.read_bytes())
    tables = [table for table in root.iter("table") if any(True for _row in _rows(table))]
    grids = [_grid(table, f"table {number}") for number, table in enumerate(tables, start=1)]
    if sum(len(row) for grid in grids for row in grid.rows) > MAX_CELLS:
        raise refused("too_many_cells")
    if not grids:
        raise refused("wrong_content")
    return Book("html", grids)


def _root(data: bytes) -> etree._Element:
    parser = html.HTMLParser(no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(_text(data), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise refused("damaged") from error


def _text(data: bytes) -> str:
    named = _CHARSET.search(data[:4_000])
    if named and named[1].lower().replace(b"-", b"") not in (b"utf8", b"unicode", b"utf16"):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decoded(data)
    return decoded(data)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _grid(table: etree._Element, name: str) -> Grid:
    grid = Grid(name, [], [])
    taken: dict[int, int] = {}
    """Columns still covered by a cell above: until before which row."""
    for index, node in enumerate(_rows(table)):
        if index >= MAX_ROWS:
            raise refused("too_many_rows")
        row: list[Cell] = []
        for cell in node.iterchildren("td", "th"):
            while taken.get(len(row), 0) > index:
                row.append(EMPTY)
            left, right, down = (
                len(row),
                _span(cell, "colspan", MAX_COLUMNS),
                _span(cell, "rowspan", MAX_ROWS),
            )
            row.append(text_cell(_words(cell)))
            row.extend([EMPTY] * (right - 1))
            if len(row) > MAX_COLUMNS:
                raise refused("too_many_columns")
            if down > 1:
                taken.update(dict.fromkeys(range(left, left + right), index + down))
            if down > 1 or right > 1:
                grid.merged.append((index, left, index + down - 1, left + right - 1))
        grid.rows.append(row)
        grid.numbers.append(index + 1)
    last = len(grid.rows) - 1
    grid.merged = [(top, left, min(bottom, last), right) for top, left, bottom, right in grid.merged]
    return grid


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value[:7]), 1), most) if value.isdecimal() else 1


def _words(cell: etree._Element) -> str:
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _pieces(node: etree._Element) -> Iterator[str]:
    """Text as a browser shows it: blanks joined, blocks on lines of their own, tables inside left to themselves."""
    yield _BLANKS.sub(" ", node.text or "")
    for child in node:
        if isinstance(child.tag, str) and child.tag not in ("table", "script", "style"):
            if child.tag in _LINES:
                yield "\n"
            yield from _pieces(child)
            if child.tag in _LINES and child.tag != "br":
                yield "\n"
        yield _BLANKS.sub(" ", child.tail or "")
