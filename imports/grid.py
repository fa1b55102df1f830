"""What every reader gives and every specification reads: a file as grids of cells, nothing lost, nothing guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

type_value = str | int | float | bool | date | datetime | None
Range = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells; all inclusive, counted from 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the file holds it.

    `value` is what the file stores: text (as written, not normalised), a number, a true date, None for nothing.
    `error` is the text of an error value (“#REF!”), or “no value” for a formula without a stored result.
    """

    value: type_value = None
    error: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing in it, or only blanks."""
        return not self.error and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


EMPTY = Cell()


@dataclass(slots=True)
class Grid:
    """One sheet, table or text: rows of cells with what the file says about them.

    `rows[i][j]`; row `i` stands in the file as row `numbers[i]` (a sheet's row as Excel shows it, a record of a
    .csv, a line of a text, a row of a table; all from 1). Rows may be of different lengths.
    """

    name: str | None
    rows: list[list[Cell]]
    numbers: list[int]
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    """Indexes into `rows`."""
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    before: list[str] = field(default_factory=list)
    """Paragraphs that stand before a table of a .docx (title, decision, hamlet)."""
    after: list[str] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Cell:
        """The cell; an empty one outside the rows."""
        try:
            return self.rows[row][column]
        except IndexError:
            return EMPTY

    def filled(self) -> Iterator[tuple[int, list[Cell]]]:
        """Index and cells of the rows that hold something."""
        for index, row in enumerate(self.rows):
            if any(not cell.is_empty for cell in row):
                yield index, row


@dataclass(slots=True)
class Book:
    """A whole file: its grids, and what kind of file it is (xlsx, xls, ods, csv, text, docx)."""

    kind: str
    grids: list[Grid]


class Unreadable(Exception):
    """A file that cannot be read. `code` names why (see `imports/guard.py`); the text is a sentence for its sender."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
