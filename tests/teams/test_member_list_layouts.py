"""Layouts and messages beyond the example lists, each read whole: who, in which team, with which role and post."""

from datetime import date
from typing import Any

import pytest

from imports.files import read_text
from imports.grid import Book, Cell, Grid, Range
from teams.member_list import MemberList, read_list

TODAY = date(2026, 11, 25)


def sheet(rows: list[list[Any]], name: str = "DS", merged: list[Range] | None = None) -> Grid:
    return Grid(
        name,
        [[Cell(value) for value in row] for row in rows],
        list(range(1, len(rows) + 1)),
        merged=merged or [],
    )


def read(*grids: Grid) -> MemberList:
    return read_list(Book("xlsx", list(grids)), today=TODAY)


def message(text: str) -> MemberList:
    return read_list(read_text(text), today=TODAY)


def people(result: MemberList) -> list[str]:
    """One line for each entry: team, name, role, category, phone."""
    return [
        " | ".join(
            str(part or "-")
            for part in (
                team.hamlet or team.where.place.name or team.where.place.kind,
                entry.name, entry.role, entry.category, entry.phone.number,
            )
        )
        for team in result.teams
        for entry in team.entries
    ]  # fmt: skip


def test_a_message_with_labels_before_names() -> None:
    result = message(
        "Em gửi anh danh sách tổ CNSCĐ ấp Kinh Ranh, xã Vĩnh Hòa, huyện U Minh Thượng\n"
        "Tổ trưởng Nguyễn Văn Tràm - trưởng ấp - 0912000111\n"
        "tổ phó: trần thị mắm, bí thư chi đoàn 0912000112\n"
        "TV:\n"
        "Lê Văn Đước (ND) 0912.000.113\n"
        "Danh Sậy, CCB, đt không có\n"
        "Em cảm ơn"
    )
    assert result.commune_code == "31054"
    assert people(result) == [
        "Kinh Ranh | Nguyễn Văn Tràm | leader | HAMLET_HEAD | 0912000111",
        "Kinh Ranh | trần thị mắm | deputy | YOUTH_UNION | 0912000112",
        "Kinh Ranh | Lê Văn Đước | member | MASS_ORG_HEAD | 0912000113",
        "Kinh Ranh | Danh Sậy | member | MASS_ORG_HEAD | -",
    ]
    assert result.ignored_rows == [1, 4, 7]


def test_people_behind_the_hamlet_and_a_hamlet_in_talk() -> None:
    result = message(
        "DANH SÁCH TỔ CNSCĐ XÃ MINH THUẬN\n"
        "Ấp Minh Hòa: Nguyễn Văn Đê 0912000111 (TT), Trần Thị Bé (TP), Lê Văn Cua\n"
        "Ấp Minh Kiên:\n"
        "TV: Danh Nhỏ, Trần Lớn, Phạm Vừa\n"
        "ấp Minh Trung chưa có nha anh"
    )
    assert people(result) == [
        "Minh Hòa | Nguyễn Văn Đê | leader | - | 0912000111",
        "Minh Hòa | Trần Thị Bé | deputy | - | -",
        "Minh Hòa | Lê Văn Cua | - | - | -",
        "Minh Kiên | Danh Nhỏ | member | - | -",
        "Minh Kiên | Trần Lớn | member | - | -",
        "Minh Kiên | Phạm Vừa | member | - | -",
    ]


def test_a_decision_in_paragraphs_without_a_table() -> None:
    result = message(
        "ỦY BAN NHÂN DÂN XÃ MINH THUẬN\nSố: 12/QĐ-UBND\nMinh Thuận, ngày 05 tháng 9 năm 2022\nQUYẾT ĐỊNH\n"
        "Về việc thành lập Tổ công nghệ số cộng đồng ấp Minh Hòa\n"
        "Căn cứ Quyết định số 1234/QĐ-UBND ngày 01/02/2022 của UBND tỉnh;\n"
        "1. Ông Nguyễn Văn Tôm, Trưởng ấp - Tổ trưởng;\n"
        "2. Bà Trần Thị Tép, Bí thư Chi đoàn - Tổ phó;\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Ghẹ"
    )
    assert result.decision == {"number": "12", "symbol": "QĐ-UBND", "date": "2022-09-05"}
    assert people(result) == [
        "Minh Hòa | Nguyễn Văn Tôm | leader | HAMLET_HEAD | -",
        "Minh Hòa | Trần Thị Tép | deputy | YOUTH_UNION | -",
    ]


def test_ticks_tell_role_sex_and_post() -> None:
    result = read(
        sheet(
            [
                ["Danh sách tổ CNSCĐ ấp Minh Kiên xã Minh Thuận"],
                ["Họ tên", "Trưởng ấp", "Đoàn TN", "VNPT", "Nữ", "Tổ trưởng", "Tổ phó", "Thành viên"],
                ["Nguyễn Văn Tôm", "x", None, None, None, "x", None, None],
                ["Trần Thị Tép", None, "x", None, "x", None, "x", None],
                ["Danh Sò", None, None, "x", None, None, "x", "x"],
            ]
        )
    )
    assert people(result) == [
        "Minh Kiên | Nguyễn Văn Tôm | leader | HAMLET_HEAD | -",
        "Minh Kiên | Trần Thị Tép | deputy | YOUTH_UNION | -",
        "Minh Kiên | Danh Sò | - | POST_TELECOM | -",
    ]
    assert [entry.gender for entry in result.teams[0].entries] == [None, "F", None]


def test_a_wide_table_that_goes_on_below_with_members_only() -> None:
    result = read(
        sheet(
            [
                ["UBND xã Minh Thuận"],
                ["Tên Tổ", "Họ và tên Tổ trưởng", "ĐT", "Họ và tên Tổ phó", "ĐT", "Họ tên thành viên", "ĐT"],
                ["Ấp Minh Kiên", "Nguyễn Văn Tôm (trưởng ấp)", "0912000111", "Trần Thị Tép", "", "Lê Văn Cua", "0912000113"],
                [None, None, None, None, None, "Kim Hến (CCB)", "0912000115"],
                ["Ấp Minh Hòa", "Võ Văn Ốc\nTrưởng ấp\n1970", "0912000116", "nt", "", "như ấp Minh Kiên", ""],
            ]
        )
    )  # fmt: skip
    assert people(result) == [
        "Minh Kiên | Nguyễn Văn Tôm | leader | HAMLET_HEAD | 0912000111",
        "Minh Kiên | Trần Thị Tép | deputy | - | -",
        "Minh Kiên | Lê Văn Cua | member | - | 0912000113",
        "Minh Kiên | Kim Hến | member | MASS_ORG_HEAD | 0912000115",
        "Minh Hòa | Võ Văn Ốc | leader | HAMLET_HEAD | 0912000116",
        "Minh Hòa | Trần Thị Tép | deputy | - | -",
    ]
    assert result.teams[1].flags == ["members_as_other_team"]


def test_a_table_without_headings() -> None:
    result = read(
        sheet(
            [
                ["Tổ công nghệ số cộng đồng ấp Kinh 1, xã Minh Thuận"],
                ["1", "Tổ trưởng", "Nguyễn Văn Tôm", "0912000111"],
                ["2", "Tổ phó", "Trần Thị Tép", "0912000112"],
                ["Tổ công nghệ số cộng đồng ấp Kinh 2"],
                ["1", "Tổ trưởng", "Võ Văn Ốc", "0912000114"],
            ]
        )
    )
    assert people(result) == [
        "Kinh 1 | Nguyễn Văn Tôm | leader | - | 0912000111",
        "Kinh 1 | Trần Thị Tép | deputy | - | 0912000112",
        "Kinh 2 | Võ Văn Ốc | leader | - | 0912000114",
    ]


def test_sections_of_a_district_carry_the_commune() -> None:
    result = read(
        sheet(
            [
                ["UBND HUYỆN CHÂU THÀNH"],
                ["TT", "Họ tên", "Chức vụ", "Nhiệm vụ"],
                ["A", "XÃ BÌNH AN"],
                ["I", "Ấp An Bình"],
                [1, "Nguyễn Văn Tôm", "Trưởng ấp", "TT"],
                ["B", "THỊ TRẤN MINH LƯƠNG"],
                ["I", "Khu phố Minh An"],
                [1, "Võ Văn Ốc", "TKP", "TT"],
            ]
        )
    )
    assert [(team.hamlet, team.commune_code) for team in result.teams] == [
        ("An Bình", "30898"),
        ("Minh An", "30880"),
    ]
    assert (result.commune_code, result.file_flags) == (None, ["several_communes"])


def test_an_old_and_a_new_list_are_both_returned() -> None:
    rows = [["Tổ CNSCĐ ấp 5 xã Minh Thuận"], ["TT", "Họ tên", "Nhiệm vụ"]]
    old = sheet([*rows, [1, "Nguyễn Văn Tôm", "Tổ trưởng"]], "DS cũ")
    new = sheet([*rows, [1, "Lê Văn Cua", "Tổ trưởng"]], "DS mới")
    result = read(old, new)
    assert [[entry.name for entry in team.entries] for team in result.teams] == [
        ["Nguyễn Văn Tôm"],
        ["Lê Văn Cua"],
    ]
    assert result.file_flags == ["several_candidate_lists"]
    assert result.ignored_rows == ["DS cũ!1", "DS cũ!2", "DS mới!1", "DS mới!2"]


def test_another_body_is_left_out() -> None:
    result = read(
        sheet(
            [
                ["UBND XÃ MINH THUẬN"],
                ["I. BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ"],
                ["TT", "Họ tên", "Chức vụ", "Nhiệm vụ"],
                [1, "Nguyễn Văn Chèo", "Chủ tịch UBND xã", "Trưởng ban"],
                ["II. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP MINH KIÊN"],
                ["TT", "Họ tên", "Chức vụ", "Nhiệm vụ"],
                [1, "Nguyễn Văn Tôm", "Trưởng ấp", "Tổ trưởng"],
            ]
        )
    )
    assert people(result) == ["Minh Kiên | Nguyễn Văn Tôm | leader | HAMLET_HEAD | -"]
    assert result.file_flags == ["other_list_skipped"]
    assert result.ignored_rows == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ"],
            ["TT", "Họ và tên", "Chức vụ"],
            [1, "Nguyễn Văn Tôm", "Trưởng ấp"],
        ],
        [["DANH SÁCH HỘ DÂN ẤP 5"], ["TT", "Họ và tên chủ hộ", "Số nhân khẩu"], [1, "Nguyễn Văn Tôm", 4]],
        [["Nội dung", "Thời gian", "Số tổ"], ["Cài đặt VNeID", "10/10/2022", 6]],
        [["TT", "Họ và tên", "SĐT"], [1, "Nguyễn Văn A", "0912345678"], [2, "Trần Thị B", ""]],
    ],
)
def test_what_is_no_list_of_members(rows: list[list[Any]]) -> None:
    result = read(sheet(rows))
    assert not result.is_readable
    assert (result.teams, result.ignored_rows) == ([], [])


def test_every_row_is_accounted_for() -> None:
    """Whatever stands in a list's sheet: each filled row is an entry or an ignored row."""
    rows: list[list[Any]] = [
        ["Danh sách tổ CNSCĐ xã Minh Thuận"], ["TT", "Ấp", "Họ tên", "Vai trò", "SĐT"], [], [None, "?", "!!"],
        [1, "5", "Nguyễn Văn Tôm", "TT", "0912000111"], ["abc"], [None, None, None, None, "0912"], [2, "5", "???", "TV"],
        [3], [4, None, None, "TV", None], ["Cộng", None, 2], ["x" * 500], [None, None, "Ghi chú: bổ sung sau"],
    ]  # fmt: skip
    result = read(sheet(rows))
    taken = {entry.row for team in result.teams for entry in team.entries}
    filled = {number for number, row in enumerate(rows, 1) if any(value is not None for value in row)}
    assert taken | set(result.ignored_rows) == filled
    assert taken & set(result.ignored_rows) == set()
    assert {5, 8, 10} <= taken
