"""Shapes that break the pattern of their own list: slid rows, bare hamlets, forms typed as lines (issue 5, Shows 1)."""

from pathlib import Path

import pytest
import xlwt

from imports.files import read_file
from imports.grid import Book, Cell, Grid
from teams.member_list import read_list
from tests.teams.list_texts import BAN, HAI, SU, TODAY, VET, grid, lines, members, people, teams

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
