"""Word documents (.docx) as grids: each table, with the paragraphs around it; without a table, the paragraphs."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from imports.grid import EMPTY, Book, Cell, Grid
from imports.parts import main_part, open_archive, tree
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refused
from imports.sheets import text_cell

# Deleted text of tracked changes, the second copy of a drawing's text, and moved-away text say nothing.
_SILENT = {"del", "moveFrom", "Fallback", "delText", "instrText", "pPr", "rPr"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read_docx(path: Path) -> Book:
    """The tables in their order, named “table 1”, “table 2” …; a table inside a cell of the second: “table 2.1”."""
    with open_archive(path) as archive:
        root = tree(archive, main_part(archive, "word/document.xml"))
    body = root.find("{*}body")
    if body is None:
        raise refused("damaged")
    grids, paragraphs = _tables_and_text(body)
    if not grids:
        lines = [line for paragraph in paragraphs for line in paragraph.split("\n")]
        grids = [Grid(None, [[Cell(line)] if line else [] for line in lines], list(range(1, len(lines) + 1)))]
    if sum(len(row) for grid in grids for row in grid.rows) > MAX_CELLS:
        raise refused("too_many_cells")
    return Book("docx", grids)


def _tables_and_text(body: etree._Element) -> tuple[list[Grid], list[str]]:
    grids: list[Grid] = []
    paragraphs: list[str] = []
    since: list[str] = []
    last: Grid | None = None
    tables = 0
    for block in _blocks(body):
        if _name(block) == "p":
            text = _text(block)
            paragraphs.append(text)
            if len(paragraphs) > MAX_ROWS:
                raise refused("too_many_rows")
            if text.strip():
                since.append(text)
            continue
        tables += 1
        if last is not None:
            last.after = since
        found = _table(block, f"table {tables}")
        last = found[0]
        last.before, since = since, []
        grids.extend(found)
    if last is not None:
        last.after = since
    return grids, paragraphs


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, also those inside content controls."""
    for child in parent:
        name = _name(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _blocks(child)


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those inside content controls; deleted rows left out."""
    for child in parent:
        name = _name(child)
        if name == wanted:
            if child.find("{*}trPr/{*}del") is None:
                yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(child, wanted)


def _table(table: etree._Element, name: str) -> list[Grid]:
    """The table, then the tables inside its cells."""
    grid = Grid(name, [], [])
    nested: list[Grid] = []
    open_merges: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(_inside(table, "tr"), start=1):
        if number > MAX_ROWS:
            raise refused("too_many_rows")
        cells: list[Cell] = [EMPTY] * _width(row.find("{*}trPr/{*}gridBefore"), 0)
        for node in _inside(row, "tc"):
            left, span = len(cells), _width(node.find("{*}tcPr/{*}gridSpan"), 1)
            blocks = list(_blocks(node))
            cells.append(
                text_cell("\n".join(_text(block) for block in blocks if _name(block) == "p").strip("\n"))
            )
            cells.extend([EMPTY] * (span - 1))
            if len(cells) > MAX_COLUMNS:
                raise refused("too_many_columns")
            _merge(grid, node, (number - 1, left, left + span - 1), open_merges)
            for inner in (block for block in blocks if _name(block) == "tbl"):
                nested += _table(
                    inner,
                    f"{name}.{sum(g.name.count('.') == name.count('.') + 1 for g in nested if g.name) + 1}",
                )
        grid.rows.append(cells)
        grid.numbers.append(number)
    _close(grid, open_merges, len(grid.rows))
    return [grid, *nested]


def _merge(
    grid: Grid, node: etree._Element, place: tuple[int, int, int], open_merges: dict[int, tuple[int, int]]
) -> None:
    """Notes what a cell is merged with: to its right at once, downwards once the last cell is known."""
    row, left, right = place
    mark = node.find("{*}tcPr/{*}vMerge")
    goes_on = mark is not None and _value(mark) != "restart"
    if goes_on and left in open_merges:
        return
    _close(grid, {left: open_merges.pop(left)} if left in open_merges else {}, row)
    if mark is not None and not goes_on:
        open_merges[left] = (row, right)
    elif right > left:
        grid.merged.append((row, left, row, right))


def _close(grid: Grid, merges: dict[int, tuple[int, int]], end: int) -> None:
    for left, (row, right) in merges.items():
        if end - 1 > row or right > left:
            grid.merged.append((row, left, end - 1, right))


def _text(node: etree._Element) -> str:
    """The words of a paragraph as they are read on paper, letters and their tones in one (NFC)."""
    return unicodedata.normalize("NFC", "".join(_words(node)))


def _words(node: etree._Element) -> Iterator[str]:
    for child in node:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _SILENT and name != "tbl":
            yield from _words(child)
            # Paragraphs of a text box stand inside the paragraph that anchors it.
            if name == "p":
                yield "\n"


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _value(node: etree._Element) -> str:
    return next((value for key, value in node.attrib.items() if str(key).endswith("}val")), "")


def _width(node: etree._Element | None, default: int) -> int:
    value = _value(node) if node is not None else ""
    return min(int(value[:6]), MAX_COLUMNS + 1) if value.isdecimal() else default
