"""Nothing that a list says is lost, and nothing is read that it does not say."""

from typing import Any

import pytest

from imports.grid import Book, Cell, Grid
from teams.member_list import read_list
from tests.teams.list_texts import BAN, HAI, SU, TODAY, VET, grid, lines, members, people


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Ấp | Họ tên", ["Kinh Ranh | Nguyễn Văn Bần", "Kinh Tư | | Lê Thị Sú"]),
        ("Ấp | TT | Họ tên", ["Kinh Ranh | 1 | Nguyễn Văn Bần", "Kinh Tư | Lê Thị Sú"]),
        ("TT | Ấp | Họ tên", ["1 | Kinh Ranh | Nguyễn Văn Bần", "2 | Kinh Tư | | Lê Thị Sú"]),
    ],
)
def test_a_slid_row_keeps_its_hamlet(headings: str, rows: list[str]) -> None:
    details = [" | 1970 | Tổ trưởng | 0918000001 | |", " | 1980 | Tổ phó | 0918000002 | |"]
    text = "\n".join([f"{headings} | Năm sinh | Nhiệm vụ | SĐT | |", *map(str.__add__, rows, details)])
    assert people(grid(text)) == [
        ("Kinh Ranh", BAN, "leader", "0918000001"),
        ("Kinh Tư", SU, "deputy", "0918000002"),
    ]


@pytest.mark.parametrize("headings", ["TT | Ấp", "Ấp | TT"])
def test_the_number_of_a_slid_row_is_no_hamlet(headings: str) -> None:
    first = "1 | Kinh Ranh" if headings.startswith("TT") else "Kinh Ranh | 1"
    text = f"""
        {headings} | Họ tên | Năm sinh | Nhiệm vụ | SĐT |
        {first} | Nguyễn Văn Bần | 1970 | Tổ trưởng | 0918000001 |
        3 | Lê Thị Sú | 1980 | Tổ phó | 0918000002 | |"""
    assert people(grid(text)) == [
        ("Kinh Ranh", BAN, "leader", "0918000001"),
        ("Kinh Ranh", SU, "deputy", "0918000002"),
    ]


@pytest.mark.parametrize(
    ("words", "position", "category", "flags"),
    [
        (" - Internet -", "Internet", None, ["category_unclear"]),
        (", shop,", "shop", None, ["category_unclear"]),
        (" - Shop - tổ viên -", "Shop", None, ["category_unclear"]),
        (", lính biên phòng,", "lính biên phòng", "STATE_STAFF", []),
        (" - bí thư kiêm trưởng ấp -", "bí thư kiêm trưởng ấp", "HAMLET_HEAD", []),
        (" - mới -", None, None, ["name_remark"]),
        (" - không có", None, None, []),
    ],
)
def test_words_of_a_line_are_not_lost(
    words: str, position: str | None, category: str | None, flags: list[str]
) -> None:
    book = lines(f"Tổ CNSCĐ ấp Kinh Tư, thành viên:\n1. Danh Vẹt, tổ trưởng\n2. Lê Thị Sú{words} 0918000002")
    (*_, member) = read_list(book, today=TODAY).document()["teams"][0]["members"]
    told = [flag for flag in member["flags"] if flag != "role_unclear"]
    assert (member["full_name"], member["position_text"], member["category"], told) == (
        SU,
        position,
        category,
        flags,
    )


def test_tables_side_by_side_below_a_single_one() -> None:
    text = """
        TT | Họ tên | SĐT
        1 | Nguyễn Văn Bần | 0918000001
        2 | Lê Thị Sú | 0918000002
        TT | Họ tên | SĐT | TT | Họ tên | SĐT
        1 | Danh Vẹt | 0918000003 | 1 | Thị Hai | 0918000004"""
    assert [member["full_name"] for member in members(text)] == [BAN, SU, VET, HAI]


def test_details_beside_people_of_a_wide_table() -> None:
    """Read by the same rules as in a table with a row for each person."""
    rows: list[list[Any]] = [
        ["Ấp", "Tổ trưởng", "Năm sinh", "Giới tính", "Tổ phó", "Năm sinh", "Giới tính"],
        ["Kinh 3", BAN, "1970 (nam)", "Ông", SU, Cell(error="#REF!"), "7"],
    ]
    cells = [[value if isinstance(value, Cell) else Cell(value) for value in row] for row in rows]
    document = read_list(Book("xlsx", [Grid("S", cells, [1, 2])]), today=TODAY).document()
    told = [
        (member["birth"], member["gender"], member["flags"]) for member in document["teams"][0]["members"]
    ]
    assert told == [("1970", "M", []), (None, None, ["gender_unclear", "birth_unreadable"])]


def test_an_error_in_a_cell_is_never_the_row_above() -> None:
    rows: list[list[Any]] = [
        ["Ấp", "Họ tên", "Giới tính", "Chức vụ", "Nhiệm vụ"],
        ["Kinh 3", BAN, "Nam", "Trưởng ấp", "Tổ trưởng"],
        [Cell(error="#REF!"), SU, Cell(error="#N/A"), Cell(error="no value"), "Tổ phó"],
    ]
    cells = [[value if isinstance(value, Cell) else Cell(value) for value in row] for row in rows]
    document = read_list(Book("xlsx", [Grid("S", cells, [1, 2, 3])]), today=TODAY).document()
    assert [team["hamlet"] for team in document["teams"]] == ["Kinh 3", None]
    (member,) = document["teams"][1]["members"]
    assert (member["gender"], member["category"], member["role"]) == (None, None, "deputy")
    assert member["flags"] == ["gender_unclear", "category_unclear"]


def test_the_end_of_a_message_is_nobody() -> None:
    book = lines("Tổ CNSCĐ ấp Kinh Tư\n1/ Nguyễn Văn Bần tổ trưởng 0918000001\nsửa lại số 0918000022 nha")
    assert people(book) == [("Kinh Tư", BAN, "leader", "0918000001")]
