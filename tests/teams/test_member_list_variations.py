"""The same list written otherwise reads the same: moved, spread out, decomposed, reordered, with other headings."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from imports.files import read_file
from imports.grid import Book, Cell, Grid
from imports.layout import Sheet, find_headers
from teams.member_list import read_list
from teams.member_list.headings import MEMBER_LIST
from tests.teams.list_scores import lists_in

TODAY = date(2026, 11, 25)
SHEETS = [
    path
    for folder in ("given", "own", "unseen_lists")
    for path in lists_in(folder)
    if path.suffix in (".xlsx", ".xls", ".ods", ".csv") and path.stem not in ("12-tep-hong", "10-ke-hoach")
]
SYNONYMS = {
    "name": ("Họ tên", "H.tên", "Họ và tên cán bộ", "HỌ VÀ TÊN"),
    "birth": ("Ng. sinh", "Năm sinh", "Ngày tháng năm sinh", "N.sinh"),
    "position": ("C.vụ", "Chức vụ, đơn vị", "Đơn vị công tác", "CHỨC VỤ"),
    "phone": ("ĐT", "SĐT", "Điện thoại liên hệ", "Số Zalo"),
    "role": ("Nhiệm vụ", "Vai trò trong tổ", "PHÂN CÔNG", "V.trò"),
    "order": ("STT", "Số TT", "TT", "Thứ tự"),
    "sex": ("Giới tính", "GT", "Phái", "Nam/Nữ"),
}
"""Other words for the headings of a column; each list gets them in turn."""

IN_ORDER = ("03", "b12", "b15", "c09", "a20", "d02", "a01", "e02", "e03", "e04")
"""Lists that say something by the order of their columns: details right of each person, values right of a label,
tables side by side, numbers of the columns. They have no meaning from right to left."""


def people(book: Book, rows: Callable[[int], int] = lambda number: number) -> list[Any]:
    """What is read of a book, with the rows numbered as they were before the change."""
    document = read_list(book, today=TODAY).document()
    return sorted(
        (
            (team["kind"], team["hamlet"] or "", team["enterprise"] or "", member["sheet"] or "", rows(member["row"]),
             member["full_name"] or "", str([member[key] for key in ("birth", "gender", "role", "category", "phone")]))
            for team in document["teams"]
            for member in team["members"]
        ),
    )  # fmt: skip


def moved(grid: Grid) -> Grid:
    """Two columns to the right, three rows down."""
    empty = [Cell()] * 2
    return replace(
        grid,
        rows=[[], [], [], *([*empty, *row] for row in grid.rows)],
        numbers=[*range(1, 4), *(number + 3 for number in grid.numbers)],
        merged=[(top + 3, left + 2, bottom + 3, right + 2) for top, left, bottom, right in grid.merged],
        hidden_rows={row + 3 for row in grid.hidden_rows},
        hidden_columns={column + 2 for column in grid.hidden_columns},
    )


def decomposed(grid: Grid) -> Grid:
    """All text in decomposed Unicode with blanks that cannot break, as some programs write it."""
    rows = [
        [
            Cell(unicodedata.normalize("NFD", cell.value).replace(" ", "\xa0"), cell.error)
            if isinstance(cell.value, str)
            else cell
            for cell in row
        ]
        for row in grid.rows
    ]
    return replace(grid, rows=rows)


def renamed(grid: Grid, turn: int) -> Grid:
    """Whole headings by other words for the same thing."""
    sheet = Sheet(grid)
    rows = [list(row) for row in grid.rows]
    for header in find_headers(sheet, MEMBER_LIST):
        fields = [column.field for column in header.columns]
        for column in header.columns:
            words = SYNONYMS.get(column.field)
            if (
                words
                and len(header.rows) == 1
                and fields.count(column.field) == 1
                and len(column.heading) < 20
            ):
                rows[header.rows[0]][column.index] = Cell(words[turn % len(words)])
    return replace(grid, rows=rows)


def mirrored(grid: Grid) -> Grid:
    """The columns of a table from right to left."""
    width = max([*map(len, grid.rows), *(right + 1 for _, _, _, right in grid.merged)], default=0)
    rows = [[*reversed([*row, *[Cell()] * (width - len(row))])] for row in grid.rows]
    merged = [(top, width - 1 - right, bottom, width - 1 - left) for top, left, bottom, right in grid.merged]
    # The value of merged cells stands in the first of them.
    for top, left, _, right in merged:
        rows[top][left], rows[top][right] = rows[top][right], rows[top][left]
    return replace(
        grid, rows=rows, merged=merged, hidden_columns={width - 1 - column for column in grid.hidden_columns}
    )


def changed(book: Book, change: Callable[[Grid], Grid]) -> Book:
    return Book(book.kind, [change(grid) for grid in book.grids])


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_list_that_stands_elsewhere_on_its_sheet(path: Path) -> None:
    book = read_file(path, path.name)
    assert people(changed(book, moved), lambda number: number - 3) == people(book)


@pytest.mark.parametrize(
    "path", [path for path in SHEETS if path.suffix != ".xls"], ids=lambda path: path.name
)
def test_a_list_in_decomposed_unicode(path: Path) -> None:
    """Not the lists in old fonts: their letters are no Unicode that could be decomposed."""
    book = read_file(path, path.name)
    assert people(changed(book, decomposed)) == people(book)


@pytest.mark.parametrize(
    ("turn", "path"), list(enumerate(SHEETS)), ids=lambda given: getattr(given, "name", str(given))
)
def test_a_list_with_other_headings(turn: int, path: Path) -> None:
    book = read_file(path, path.name)
    assert people(changed(book, lambda grid: renamed(grid, turn))) == people(book)


@pytest.mark.parametrize(
    "path", [path for path in SHEETS if path.name.split("-")[0] not in IN_ORDER], ids=lambda path: path.name
)
def test_a_list_from_right_to_left(path: Path) -> None:
    book = read_file(path, path.name)
    assert people(changed(book, mirrored)) == people(book)


def test_variations_do_change_the_lists() -> None:
    """The wrong twin, a reader of fixed cells, finds other texts in most lists after each of the changes."""
    books = [read_file(path, path.name) for path in SHEETS[:20]]
    for change in (moved, decomposed, mirrored, lambda grid: renamed(grid, 1)):
        others = [changed(book, change) for book in books]
        told = [_texts(book) != _texts(other) for book, other in zip(books, others, strict=True)]
        assert sum(told) > 10


def _texts(book: Book) -> list[list[list[Cell]]]:
    return [grid.rows for grid in book.grids]


def _damaged(grid: Grid, chance: Random, pool: list[Cell]) -> Grid:
    """Some cells, rows and columns overwritten, exchanged or lost."""
    rows = [list(row) for row in grid.rows]
    for _ in range(chance.randint(1, 6) if rows else 0):
        here, there = chance.randrange(len(rows)), chance.randrange(len(rows))
        kind = chance.randrange(4)
        if kind == 0 and rows[here]:
            rows[here][chance.randrange(len(rows[here]))] = chance.choice(pool)
        elif kind == 1:
            rows[here] = [chance.choice(pool) for _ in range(chance.randint(0, 6))]
        elif kind == 2:
            rows[here], rows[there] = rows[there], rows[here]
        else:
            column = chance.randrange(4)
            rows = [row[:column] + row[column + 1 :] for row in rows]
    return replace(grid, rows=rows)


@pytest.mark.parametrize("seed", range(5))
def test_no_row_of_a_damaged_list_is_lost(seed: int) -> None:
    chance = Random(seed)
    books = [read_file(path, path.name) for path in SHEETS[seed::5]]
    pool = [
        cell for book in books for rows in _texts(book) for row in rows for cell in row if not cell.is_empty
    ]
    for book in books:
        damaged = changed(book, lambda grid: _damaged(grid, chance, pool))
        document = read_list(damaged, today=TODAY).document()
        taken = {(member["sheet"], member["row"]) for team in document["teams"] for member in team["members"]}
        ignored = set(map(str, document["ignored_rows"]))
        for grid in damaged.grids:
            if not any(sheet == grid.name for sheet, _ in taken):
                continue
            prefix = f"{grid.name}!" if len(damaged.grids) > 1 else ""
            numbers = [grid.numbers[row] for row, _ in grid.filled()]
            lost = [
                number
                for number in numbers
                if (grid.name, number) not in taken and f"{prefix}{number}" not in ignored
            ]
            assert lost == []
