"""What rejected rows are given along: a reason behind each, which is not read when the file comes back."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from imports.grid import EMPTY, Book, Cell, Grid

MARK = "(Tổ Số)"
"""Stands in the heading and in each reason, so that they are known as ours in any language."""
_WITHIN = 60


def heading() -> str:
    """The heading of the column of reasons."""
    return f"{_('Why it was not written')} {MARK}"


def reason_text(reason: str) -> str:
    """A reason as it stands in its cell."""
    return f"{_('Not written')} {MARK}: {reason}"


def without_reasons(book: Book) -> Book:
    """The book without the reasons that an earlier writing put into it."""
    for grid in book.grids:
        _clear(grid)
    return book


def _clear(grid: Grid) -> None:
    for row in grid.rows:
        for column, cell in enumerate(row):
            if _is_ours(cell):
                row[column] = EMPTY


def _is_ours(cell: Cell) -> bool:
    return isinstance(cell.value, str) and MARK in cell.value[:_WITHIN]


def headers_of(rows: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The row above the first entry of each sheet, where its headings stand; nothing where there is no such row."""
    first: dict[str, int] = {}
    for sheet, row in rows:
        first[sheet] = min(row, first.get(sheet, row))
    return {sheet: row - 1 for sheet, row in first.items()}
