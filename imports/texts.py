"""Text as grids: .csv and .txt files, and what a person pastes into a box (chat messages, copied tables)."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from imports.encodings import decoded
from imports.grid import EMPTY, Book, Cell, Grid
from imports.refusals import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, refused

_DELIMITERS = "\t;,|"
_LONGEST_QUOTE = 40
"""Lines in one quoted cell; more than that is a quotation mark that was never closed."""

_BARS = 2
"""Upright bars in a line that make it a row; people do not write them in talk."""
_LONGEST_LINE = 1_000_000
_MOST_RECORDS = 4 * MAX_ROWS
_SAMPLE = 200_000

Record = tuple[int, list[str]]
"""A row's number, and its texts."""


def read_csv(path: Path) -> Book:
    """A .csv: its records, taken apart at the delimiter that gives most of them the same number of cells."""
    text = decoded(path.read_bytes())
    _check_lines(text)
    hint, text = _without_hint(text)
    records = _records(text, hint or _delimiter(text))
    if hint:
        records = itertools.chain([(1, [])], ((number + 1, cells) for number, cells in records))
    return Book("csv", [grid_of(records)])


def read_txt(path: Path) -> Book:
    """A .txt: its lines; a tab, or a delimiter that runs evenly through a whole table, parts them into cells."""
    return read_pasted(decoded(path.read_bytes()))


def read_pasted(text: str) -> Book:
    """Text from a box: lines, or the cells of a table that was copied from a sheet or a document."""
    text = text.removeprefix("\ufeff")
    _check_lines(text)
    if "\t" in text:
        return Book("text", [grid_of(_lines_at_tabs(text))])
    table = _even_table(text)
    if table is not None:
        return Book("text", [grid_of(table)])
    return Book("text", [grid_of((number, [line]) for number, line in _lines(text))])


def grid_of(records: Iterable[Record]) -> Grid:
    """Numbered records as a grid, within the limits of every grid."""
    grid = Grid(None, [], [])
    cells = 0
    for number, texts in records:
        if len(texts) > MAX_COLUMNS and any(text.strip() for text in texts[MAX_COLUMNS:]):
            raise refused("too_many_columns")
        row = [_cell(text) for text in texts[:MAX_COLUMNS]]
        cells += len(row)
        if cells > MAX_CELLS:
            raise refused("too_many_cells")
        if len(grid.rows) >= MAX_ROWS and any(not cell.is_empty for cell in row):
            raise refused("too_many_rows")
        grid.rows.append(row)
        grid.numbers.append(number)
    while grid.rows and not any(not cell.is_empty for cell in grid.rows[-1]):
        grid.rows.pop()
        grid.numbers.pop()
    return grid


def _cell(text: str) -> Cell:
    if len(text) > MAX_TEXT:
        raise refused("huge_text")
    return Cell(text) if text else EMPTY


def _check_lines(text: str) -> None:
    """Refuses what no list looks like before it is taken apart."""
    if text.count("\n") > _MOST_RECORDS:
        raise refused("too_many_rows")
    longest = max(text.split("\n"), key=len)
    if len(longest) > _LONGEST_LINE:
        raise refused(
            "too_many_columns" if max(map(longest.count, _DELIMITERS)) > MAX_COLUMNS else "huge_text"
        )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return enumerate(plain.split("\n"), start=1)


def _without_hint(text: str) -> tuple[str | None, str]:
    """Excel's own first line “sep=;” names the delimiter and is no record of the list."""
    first, _newline, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if hint.lower().startswith("sep=") and len(hint) == 5:
        return hint[4], rest
    return None, text


def _delimiter(text: str) -> str:
    """The delimiter at which most records of the beginning part into the same number of cells."""
    sample = text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1 or _SAMPLE]
    found = [(*_evenness(sample, delimiter), delimiter) for delimiter in _DELIMITERS if delimiter in sample]
    best = max(found, default=None)
    return best[2] if best else ","


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """How well a delimiter parts a text: the share of records that are alike, and their cells."""
    widths = Counter(
        len(cells) for _number, cells in _records(sample, delimiter) if any(map(str.strip, cells))
    )
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(0, 0))
    return (times / sum(widths.values()) * min(width, 3), width) if width > 1 else (0.0, width)


def _records(text: str, delimiter: str) -> Iterator[Record]:
    """Records as the quotation marks say; where these never close, one record for each line."""
    quoted = _quoted_records(text, delimiter)
    if quoted is not None:
        return iter(quoted)
    return ((number, line.split(delimiter)) for number, line in _lines(text))


def _quoted_records(text: str, delimiter: str) -> list[Record] | None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[Record] = []
    try:
        for number, cells in enumerate(reader, start=1):
            if any(len(cell) > MAX_TEXT or cell.count("\n") > _LONGEST_QUOTE for cell in cells):
                return None
            records.append((number, cells))
            if number > _MOST_RECORDS and any(map(str.strip, cells)):
                raise refused("too_many_rows")
    # A cell longer than the module allows.
    except csv.Error:
        return None
    return records


def _lines_at_tabs(text: str) -> list[Record]:
    """Lines parted at tabs; a cell copied out of a sheet with a line break in it stands in quotation marks."""
    if '"' in text:
        quoted = _tabbed_records(text)
        if quoted is not None:
            return quoted
    return [(number, line.split("\t")) for number, line in _lines(text)]


def _tabbed_records(text: str) -> list[Record] | None:
    """The records with the number of the line each begins on; None where a quotation mark is only a ditto mark."""
    plain = "\n".join(line for _number, line in _lines(text))
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter="\t", strict=True)
    records: list[Record] = []
    begin = 1
    try:
        for cells in reader:
            records.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error:
        return None
    return records if any("\n" in cell for _number, cells in records for cell in cells) else None


def _at_bars(line: str) -> list[str]:
    """The cells between upright bars; a line of talk or a heading has none. Bars at both ends only frame the table."""
    if line.count("|") < _BARS:
        return [line]
    cells = line.split("|")
    framed = cells[0].strip() == "" and cells[-1].strip() == "" and len(cells) > _BARS + 1
    return cells[1:-1] if framed else cells


def _even_table(text: str) -> list[Record] | None:
    """A table in a text without tabs: a heading without figures, then lines that all part like it.

    Talk has commas too, so that only a delimiter that begins with a heading and runs through to the end counts; but
    semicolons need no heading where all lines have the same number of them, and upright bars count wherever most
    lines have them, also when headings stand between.
    """
    lines = [(number, line) for number, line in _lines(text) if line.strip()]
    if sum(line.count("|") >= _BARS for _number, line in lines) * 2 > len(lines):
        return [(number, _at_bars(line)) for number, line in _lines(text)]
    widths = [line.count(";") for _number, line in lines]
    if len(lines) > 2 and min(widths) == max(widths) > _BARS:
        return list(_records(text, ";"))
    for delimiter in ";|,":
        widths = [line.count(delimiter) for _number, line in lines]
        start = next((i for i, width in enumerate(widths) if width >= 2), None)
        if start is None or len(lines) - start < 3 or any(map(str.isdigit, lines[start][1])):
            continue
        body = widths[start:]
        if sum(width == widths[start] for width in body) * 10 >= len(body) * 9:
            return list(_records(text, delimiter))
    return None
