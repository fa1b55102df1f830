"""Lists of members typed as text in tests, and what is read of them."""

from datetime import date
from typing import Any

from imports.grid import Book, Cell, Grid
from imports.texts import read_pasted
from teams.member_list import read_list

TODAY = date(2026, 11, 25)
BAN, SU, VET, HAI = "Nguyễn Văn Bần", "Lê Thị Sú", "Danh Vẹt", "Thị Hai"


def grid(text: str) -> Book:
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
    cells = [[Cell(value) for value in row] for row in rows]
    return Book("xlsx", [Grid("Sheet1", cells, list(range(1, len(rows) + 1)))])


def lines(text: str) -> Book:
    return read_pasted("\n".join(line.strip() for line in text.strip().splitlines()))


def people(book: Book) -> list[tuple[Any, ...]]:
    document = read_list(book, today=TODAY).document()
    return [(team["hamlet"], member["full_name"], member["role"], member["phone"])
            for team in document["teams"] for member in team["members"]]  # fmt: skip


def members(text: str) -> list[dict[str, Any]]:
    document = read_list(grid(text), today=TODAY).document()
    return [member for team in document["teams"] for member in team["members"]]


def teams(text: str) -> list[tuple[Any, ...]]:
    document = read_list(grid(text), today=TODAY).document()
    return [
        (team["kind"], team["hamlet"], team["stated_member_count"], len(team["members"]), team["flags"])
        for team in document["teams"]
    ]
