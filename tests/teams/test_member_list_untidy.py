"""Shapes that break the pattern of their own list: slid rows, bare hamlets, forms typed as lines (issue 5, Shows 1)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwt

from imports.files import read_file
from imports.grid import Book, Cell, Grid
from imports.texts import read_pasted
from teams.member_list import read_list

TODAY = date(2026, 11, 25)
BAN, SU, VET, HAI = "Nguyễn Văn Bần", "Lê Thị Sú", "Danh Vẹt", "Thị Hai"

TABLES = {
    "bare hamlets before the names, no headings": """
        Kinh Ranh | Nguyễn Văn Bần | 1970 | Tổ trưởng | 0918000001
        Kinh Ranh | Lê Thị Sú | 1980 | Tổ phó | 0918000002
        Kinh Tư | Danh Vẹt | 1981 | Tổ trưởng | 0918000003
        Kinh Tư | Thị Hai | 1983 | Tổ phó | 0918000004""",
    "a bare hamlet alone above number 1": """
        TT | Họ tên | Năm sinh | Nhiệm vụ | SĐT
         | Kinh Ranh | | |
        1 | Nguyễn Văn Bần | 1970 | Tổ trưởng | 0918000001
        2 | Lê Thị Sú | 1980 | Tổ phó | 0918000002
         | Kinh Tư | | |
        1 | Danh Vẹt | 1981 | Tổ trưởng | 0918000003
        2 | Thị Hai | 1983 | Tổ phó | 0918000004""",
    "cells slid to either side": """
        TT | Họ tên | Năm sinh | Nhiệm vụ | SĐT |
        Ấp Kinh Ranh
        1 | Nguyễn Văn Bần | 1970 | Tổ trưởng | 0918000001 |
        2 | | Lê Thị Sú | 1980 | Tổ phó | 0918000002
        Ấp Kinh Tư
        Danh Vẹt | 1981 | Tổ trưởng | 0918000003 | |
        2 | Thị Hai | 1983 | Tổ phó | 0918000004 |""",
    "the hamlet written once, the heading on each page": """
        TT | Họ tên | Ấp | Nhiệm vụ | SĐT
        1 | Nguyễn Văn Bần | Kinh Ranh | Tổ trưởng | 0918000001
        Trang 1/2
        TT | Họ tên | Ấp | Nhiệm vụ | SĐT
        2 | Lê Thị Sú | | Tổ phó | 0918000002
        3 | Danh Vẹt | Kinh Tư | Tổ trưởng | 0918000003
        4 | Thị Hai | | Tổ phó | 0918000004""",
    "the role names the hamlet": """
        TT | Họ tên | Nhiệm vụ | SĐT
        1 | Nguyễn Văn Bần | Tổ trưởng tổ CNSCĐ ấp Kinh Ranh | 0918000001
        2 | Lê Thị Sú | Tổ phó ấp Kinh Ranh | 0918000002
        3 | Danh Vẹt | Tổ trưởng ấp Kinh Tư | 0918000003
        4 | Thị Hai | Tổ phó ấp Kinh Tư | 0918000004""",
    "telephones under the remarks": """
        Ấp | Họ tên | Năm sinh | Nhiệm vụ | Ghi chú
        Kinh Ranh | Nguyễn Văn Bần | 1970 | Tổ trưởng | 0918000001
        Kinh Ranh | Lê Thị Sú | 1980 | Tổ phó | 0918000002
        Kinh Tư | Danh Vẹt | 1981 | Tổ trưởng | 0918000003
        Kinh Tư | Thị Hai | 1983 | Tổ phó | 0918000004""",
}
TEXTS = {
    "the commune before the hamlet": """
        Xã Minh Thuận, tổ CNSCĐ ấp Kinh Ranh:
        1. Nguyễn Văn Bần - tổ trưởng - 0918000001
        2. Lê Thị Sú - tổ phó - 0918000002
        Xã Minh Thuận, tổ CNSCĐ ấp Kinh Tư
        1. Danh Vẹt - tổ trưởng - 0918000003
        2. Thị Hai - tổ phó - 0918000004""",
    "a form for each person, a label on each line": """
        Ấp: Kinh Ranh
        Họ và tên: Nguyễn Văn Bần
        Vai trò: Tổ trưởng
        Điện thoại: 0918 000 001 (Zalo)
        Họ và tên: Lê Thị Sú
        Vai trò: Tổ phó
        Điện thoại: 0918 000 002
        Ấp: Kinh Tư
        Họ và tên: Danh Vẹt
        Vai trò: Tổ trưởng
        Điện thoại: 0918 000 003
        Họ và tên: Thị Hai
        Vai trò: Tổ phó
        Điện thoại: 0918 000 004""",
    "a form on one line": """
        Họ tên: Nguyễn Văn Bần; Nhiệm vụ: Tổ trưởng; SĐT: 0918000001; Ấp: Kinh Ranh
        Họ tên: Lê Thị Sú; Nhiệm vụ: Tổ phó; SĐT: 0918000002; Ấp: Kinh Ranh
        Họ tên: Danh Vẹt; Nhiệm vụ: Tổ trưởng; SĐT: 0918000003; Ấp: Kinh Tư
        Họ tên: Thị Hai; Nhiệm vụ: Tổ phó; SĐT: 0918000004; Ấp: Kinh Tư""",
    "labels and values on lines of their own": """
        Ấp Kinh Ranh
        Họ và tên
        Nguyễn Văn Bần
        Vai trò
        Tổ trưởng
        Số điện thoại
        0918000001
        Họ và tên
        Lê Thị Sú
        Vai trò
        Tổ phó
        Số điện thoại
        0918000002
        Ấp Kinh Tư
        Họ và tên
        Danh Vẹt
        Vai trò
        Tổ trưởng
        Số điện thoại
        0918000003
        Họ và tên
        Thị Hai
        Vai trò
        Tổ phó
        Số điện thoại
        0918000004""",
    "semicolons without headings": """
        Kinh Ranh;Nguyễn Văn Bần;Tổ trưởng;0918000001
        Kinh Ranh;Lê Thị Sú;Tổ phó;0918000002
        Kinh Tư;Danh Vẹt;Tổ trưởng;0918000003
        Kinh Tư;Thị Hai;Tổ phó;0918000004""",
    "roles behind names, nothing between": """
        Ấp Kinh Ranh
        Nguyễn Văn Bần tổ trưởng 0918000001
        Lê Thị Sú tổ phó, 0918000002
        Ấp Kinh Tư
        Danh Vẹt tổ trưởng 0918000003
        Thị Hai tổ phó 0918000004
        Ấp Kinh Năm thì chiều em gửi sau nha anh""",
}


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


FOUR = [("Kinh Ranh", BAN, "leader", "0918000001"), ("Kinh Ranh", SU, "deputy", "0918000002"),
        ("Kinh Tư", VET, "leader", "0918000003"), ("Kinh Tư", HAI, "deputy", "0918000004")]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table(name: str) -> None:
    assert people(grid(TABLES[name])) == FOUR


@pytest.mark.parametrize("name", TEXTS)
def test_a_text(name: str) -> None:
    assert people(lines(TEXTS[name])) == FOUR


def test_numbers_that_begin_anew_begin_another_team() -> None:
    text = """
        TT | Họ tên | Nhiệm vụ | SĐT
        1 | Nguyễn Văn Bần | Tổ trưởng | 0918000001
        2 | Lê Thị Sú | Tổ phó | 0918000002
        1 | Danh Vẹt | Tổ trưởng | 0918000003
        2 | Thị Hai | Tổ phó | 0918000004"""
    document = read_list(grid(text), today=TODAY).document()
    found = [
        (team["hamlet"], [member["full_name"] for member in team["members"]]) for team in document["teams"]
    ]
    assert found == [(None, [BAN, SU]), (None, [VET, HAI])]
    assert "several_candidate_lists" not in document["file_flags"]


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


def test_tables_side_by_side_below_a_single_one() -> None:
    text = """
        TT | Họ tên | SĐT
        1 | Nguyễn Văn Bần | 0918000001
        2 | Lê Thị Sú | 0918000002
        TT | Họ tên | SĐT | TT | Họ tên | SĐT
        1 | Danh Vẹt | 0918000003 | 1 | Thị Hai | 0918000004"""
    assert [member["full_name"] for member in members(text)] == [BAN, SU, VET, HAI]


def test_each_row_has_the_commune_of_its_own() -> None:
    text = """
        Đơn vị | Ấp | Họ tên | Nhiệm vụ
        Minh Thuận | Kinh 3 | Nguyễn Văn Bần | Tổ trưởng
        Hòa Chánh | Kinh 3 | Danh Vẹt | Tổ trưởng"""
    document = read_list(grid(text), today=TODAY).document()
    assert [team["commune_code"] for team in document["teams"]] == ["31066", "31057"]
    assert (document["commune_code"], document["file_flags"]) == (None, ["several_communes"])


def test_each_sheet_has_the_commune_of_its_own() -> None:
    grids = []
    for number, commune in enumerate(("XÃ MINH THUẬN", "XÃ HÒA CHÁNH")):
        rows = [[f"UBND {commune}"], ["Ấp", "Họ tên", "Nhiệm vụ"], [f"Kinh {number}", BAN, "Tổ trưởng"]]
        grids.append(Grid(f"S{number}", [[Cell(value) for value in row] for row in rows], [1, 2, 3]))
    document = read_list(Book("xlsx", grids), today=TODAY).document()
    assert [team["commune_code"] for team in document["teams"]] == ["31066", "31057"]
    assert (document["commune_code"], document["file_flags"]) == (None, ["several_communes"])


@pytest.mark.parametrize(
    ("cell", "birth", "gender", "flags"),
    [
        ("1975 (Nữ)", "1975", "F", []),
        ("05/8/1975 - nam", "1975-08-05", "M", []),
        ("1/1/1960 (tuổi Canh Tý)", "1960-01-01", None, []),
        ("1960 (âm lịch)", None, None, ["birth_unreadable"]),
        ("1960 (khoảng)", None, None, ["birth_unreadable"]),
    ],
)
def test_words_behind_a_birth(cell: str, birth: str | None, gender: str | None, flags: list[str]) -> None:
    (member,) = members(f"Ấp | Họ tên | Năm sinh | Nhiệm vụ\nKinh 3 | {BAN} | {cell} | Tổ trưởng")
    assert (member["birth"], member["gender"], member["flags"]) == (birth, gender, flags)


def test_footnotes_belong_to_no_name_and_no_number() -> None:
    (member,) = members(f"Ấp | Họ tên | SĐT | Nhiệm vụ\nKinh 3 | {BAN}¹ | 0918000001² | Tổ trưởng")
    assert (member["full_name"], member["phone"], member["flags"]) == (BAN, "0918000001", [])


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


def test_a_seat_of_an_agency_in_a_message() -> None:
    book = lines(
        "Tổ CNSCĐ ấp Kinh 3:\n1. Nguyễn Văn Bần - tổ trưởng\n2. Đại diện VNPT - thành viên\nTP chưa có"
    )
    assert people(book) == [
        ("Kinh 3", BAN, "leader", None), ("Kinh 3", None, "member", None), ("Kinh 3", None, "deputy", None),
    ]  # fmt: skip


def test_a_reader_of_fixed_columns_fails_here() -> None:
    """The wrong twin: the second cell is the name, the last the telephone."""
    wrong = 0
    for text in TABLES.values():
        rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        read = [(row[1], row[-1]) for row in rows if len(row) > 1]
        wrong += read != [(name, phone) for _, name, _, phone in FOUR]
    assert wrong >= len(TABLES) - 1


def teams(text: str) -> list[tuple[Any, ...]]:
    document = read_list(grid(text), today=TODAY).document()
    return [
        (team["kind"], team["hamlet"], team["stated_member_count"], len(team["members"]), team["flags"])
        for team in document["teams"]
    ]


TEAMS = {
    "two hamlets in one cell are neither of them": (
        """
        TT | Họ tên | Ấp | Nhiệm vụ
        1 | Nguyễn Văn Bần | Ấp 4, ấp 5 | Tổ trưởng
        2 | Lê Thị Sú | Ấp 4, ấp 5 | Tổ phó
        3 | Danh Vẹt | 6 + 7 | Tổ trưởng
        4 | Thị Hai | Ấp 8, xã Minh Thuận | Tổ trưởng""",
        [
            ("hamlet", None, None, 2, ["hamlet_unclear"]),
            ("hamlet", None, None, 1, ["hamlet_unclear"]),
            ("hamlet", "8", None, 1, []),
        ],
    ),
    "levels over bare hamlets": (
        """
        TT | Họ tên | Chức vụ | Nhiệm vụ
        A. CẤP XÃ
        1 | Nguyễn Văn Bần | PCT UBND xã | Tổ trưởng
        B. CẤP ẤP
        Kinh Ngã Tư
        1 | Lê Thị Sú | Trưởng ấp | Tổ trưởng""",
        [("commune", None, None, 1, []), ("hamlet", "Kinh Ngã Tư", None, 1, [])],
    ),
    "the number of members on a line of its own": (
        """
        Tên tổ: | Tổ CNSCĐ ấp Kinh Tư
        Số lượng thành viên: | 2
        STT | Họ tên | Nhiệm vụ
        1 | Nguyễn Văn Bần | Tổ trưởng""",
        [("hamlet", "Kinh Tư", 2, 1, ["stated_count_differs"])],
    ),
    "members like those of another team, in one cell with the leader": (
        """
        Ấp | Thành viên tổ CNSCĐ
        Ấp Kinh Lá | Tổ trưởng: Nguyễn Văn Bần; Thành viên: Danh Vẹt, Thị Hai
        Ấp Kinh Tư | Tổ trưởng: Lê Thị Sú; Thành viên: như ấp Kinh Lá""",
        [("hamlet", "Kinh Lá", None, 3, []), ("hamlet", "Kinh Tư", None, 1, ["members_as_other_team"])],
    ),
    "an industrial park is no company": (
        """
        KHU CÔNG NGHIỆP THẠNH LỘC
        Doanh nghiệp | Họ tên | Chức vụ | Vai trò
        Công ty TNHH Cá Hộp | Nguyễn Văn Bần | Phó giám đốc | Tổ trưởng""",
        [("enterprise", None, None, 1, [])],
    ),
    "a section for the heads of hamlets is no hamlet": (
        """
        TT | Họ tên | Ấp | Nhiệm vụ
        I | Trưởng các ấp
        1 | Nguyễn Văn Bần | Kinh Tư | Tổ trưởng""",
        [("hamlet", "Kinh Tư", None, 1, [])],
    ),
    "the hamlet inside an address": (
        """
        TT | Họ tên | Địa chỉ | Nhiệm vụ
        1 | Nguyễn Văn Bần | Số 12, tổ 3, ấp Kinh Tư, xã Minh Thuận | Tổ trưởng
        2 | Lê Thị Sú | Tổ 1, ấp Kinh Tư | Tổ phó""",
        [("hamlet", "Kinh Tư", None, 2, [])],
    ),
}


@pytest.mark.parametrize("name", TEAMS)
def test_teams_of_a_table(name: str) -> None:
    text, expected = TEAMS[name]
    assert teams(text) == expected


def test_given_names_with_their_posts_in_a_message() -> None:
    book = lines("Ấp Kinh Lá (3 người): Bần (TA, tổ trưởng, 0918000001), Sú (PN), Vẹt (ND)")
    assert people(book) == [
        ("Kinh Lá", "Bần", "leader", "0918000001"), ("Kinh Lá", "Sú", None, None), ("Kinh Lá", "Vẹt", None, None),
    ]  # fmt: skip


def test_a_message_that_names_its_team_at_the_end() -> None:
    book = lines(
        "Em gửi danh sách:\n- Nguyễn Văn Bần, tổ trưởng\n- Lê Thị Sú, tổ phó\n(tổ CNSCĐ ấp Kinh Tư ạ)"
    )
    assert people(book) == [("Kinh Tư", BAN, "leader", None), ("Kinh Tư", SU, "deputy", None)]


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


def test_the_end_of_a_message_is_nobody() -> None:
    book = lines("Tổ CNSCĐ ấp Kinh Tư\n1/ Nguyễn Văn Bần tổ trưởng 0918000001\nsửa lại số 0918000022 nha")
    assert people(book) == [("Kinh Tư", BAN, "leader", "0918000001")]


def test_a_formula_that_was_never_worked_out_is_flagged(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("DS")
    for column, text in enumerate(["Ấp", "Họ tên", "SĐT", "Nhiệm vụ"]):
        sheet.write(0, column, text)
    for column, text in ((0, "Kinh 3"), (1, BAN), (3, "Tổ trưởng")):
        sheet.write(1, column, text)
    sheet.write(1, 2, xlwt.Formula("A9"))
    workbook.save(str(tmp_path / "ds.xls"))
    document = read_list(read_file(tmp_path / "ds.xls"), today=TODAY).document()
    (member,) = document["teams"][0]["members"]
    assert (member["phone"], member["flags"]) == (None, ["phone_unreadable"])
