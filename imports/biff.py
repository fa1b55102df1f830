"""What the reader of .xls files leaves out: hidden rows and columns, error values. Source: [MS-XLS] 2.4.

Looked over before the reader sees the file, so that neither a password nor a far-off cell reaches it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from imports.ole import CompoundFile
from imports.refusals import MAX_CELLS, MAX_ROWS, refused

_BOF, _EOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_ROW, _COLINFO, _BOOLERR, _FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
# Cells with content: number, label, shared label, RK, several RK, rich label.
_CELLS = {0x0203, 0x0204, 0x00FD, 0x027E, 0x00BD, 0x00D6, _BOOLERR, _FORMULA}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_WORKSHEET = 0x0010
_ERROR_RESULT, _EMPTY_RESULT = 2, 3
_EMPTY_TEXT = b"\x17\x00\x00"
"""The text "" among the tokens of a formula, as in =IF(A1="","",A1)."""


@dataclass(slots=True)
class Look:
    """What one sheet says beside its values; rows and columns counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last column, counted from 1."""
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def workbook_stream(compound: CompoundFile) -> bytes | None:
    """The workbook in a file of the old Office; None when it holds none."""
    names = compound.names()
    return next(
        (compound.read(name) for name in ("Workbook", "Book", "WORKBOOK", "BOOK") if name in names), None
    )


def look_over(stream: bytes) -> dict[int, Look]:
    """Each worksheet by the place in the stream where it begins. Refuses what no reader should open."""
    looks: dict[int, Look] = {}
    look: Look | None = None
    depth = 0  # a chart inside a sheet is a book of its own within it
    for position, kind, body in _records(stream):
        if kind == _FILEPASS:
            raise refused("encrypted")
        if kind == _BOF:
            depth += 1
            if depth == 1:
                look = Look() if _is_worksheet(body) else None
                if look is not None:
                    looks[position] = look
        elif kind == _EOF:
            depth -= 1
        elif look is not None and depth == 1:
            _note(look, kind, body)
    return looks


def _is_worksheet(body: bytes) -> bool:
    return len(body) >= 4 and bool(struct.unpack_from("<H", body, 2)[0] == _WORKSHEET)


def sheet_positions(stream: bytes) -> list[int]:
    """Where each sheet of the workbook begins, in the order of the tabs."""
    return [
        struct.unpack_from("<I", body)[0]
        for _position, kind, body in _records(stream)
        if kind == _BOUNDSHEET and len(body) >= 4
    ]


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    position, end = 0, len(stream)
    while position + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, position)
        if kind == 0 and length == 0:
            return
        yield position, kind, stream[position + 4 : position + 4 + length]
        position += 4 + length


def _note(look: Look, kind: int, body: bytes) -> None:
    if kind in _CELLS and len(body) >= 6:
        row, column = struct.unpack_from("<HH", body)
        _reach(look, row, column)
        if kind == _BOOLERR and len(body) >= 8 and body[7]:
            look.errors[row, column] = _ERRORS.get(body[6], "#ERROR!")
        elif kind == _FORMULA and len(body) >= 14 and (error := _formula_error(body)):
            look.errors[row, column] = error
    elif kind == _ROW and len(body) >= 16:
        if body[12] & 0x20:
            look.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif kind == _COLINFO and len(body) >= 10 and body[8] & 0x01:
        first, last = struct.unpack_from("<HH", body)
        look.hidden_columns.append((first + 1, last + 1))


def _formula_error(body: bytes) -> str:
    """The error that a formula gave, or that it was never worked out; empty when it has a value.

    A program that only writes formulas stores empty text as their value; Excel does so for a formula that says "".
    """
    if body[12:14] != b"\xff\xff":
        return ""
    if body[6] == _ERROR_RESULT:
        return _ERRORS.get(body[8], "#ERROR!")
    is_never_worked_out = body[6] == _EMPTY_RESULT and _EMPTY_TEXT not in body[22:]
    return "no value" if is_never_worked_out else ""


def _reach(look: Look, row: int, column: int) -> None:
    """The reader lays out every cell up to the last one."""
    look.last_row, look.last_column = max(look.last_row, row), max(look.last_column, column)
    if look.last_row >= MAX_ROWS:
        raise refused("too_many_rows")
    if (look.last_row + 1) * (look.last_column + 1) > 2 * MAX_CELLS:
        raise refused("too_many_cells")
