"""What rejected rows are given along: a reason behind each, which is not read when the file comes back."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from imports.grid import EMPTY, Book, Grid

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
            if is_reason(cell.value):
                row[column] = EMPTY


def is_reason(value: object) -> bool:
    """Whether a cell holds what an earlier writing put into it."""
    return isinstance(value, str) and MARK in value[:_WITHIN]


def column_of_reasons(grid: Grid) -> int:
    """The first column behind everything that stands in the grid, counted from 1; that of earlier reasons is used again."""
    filled = (at for row in grid.rows for at, cell in enumerate(row, start=1) if not cell.is_empty)
    return max(filled, default=0) + 1


def headers_of(rows: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The row above the first entry of each sheet, where its headings stand; nothing where there is no such row."""
    first: dict[str, int] = {}
    for sheet, row in rows:
        first[sheet] = min(row, first.get(sheet, row))
    return {sheet: row - 1 for sheet, row in first.items()}
