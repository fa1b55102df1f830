"""The same four members in many shapes: side by side, upright, turned, packed, in prose; and texts that are no lists."""

from datetime import date
from typing import Any

import pytest

from imports.grid import Book, Cell, Grid
from teams.member_list import read_list

TODAY = date(2026, 11, 25)
TITLE = "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ MINH THUẬN"
BAN, SU, MAM, DUOC = "Nguyễn Văn Bần", "Lê Thị Sú", "Trần Văn Mắm", "Phạm Thị Đước"
ONE, TWO, THREE, FOUR = "0918000001", "0918000002", "0918000003", "0918000004"
ROLES = [
    ("Kinh 3", BAN, "leader"),
    ("Kinh 3", SU, "deputy"),
    ("Kinh 4", MAM, "leader"),
    ("Kinh 4", DUOC, "deputy"),
]
PHONES = [("Kinh 3", BAN, ONE), ("Kinh 3", SU, TWO), ("Kinh 4", MAM, THREE), ("Kinh 4", DUOC, FOUR)]
Rows = list[list[Any]]


def sheet(rows: Rows) -> Book:
    cells = [[Cell(value) for value in row] for row in rows]
    return Book("xlsx", [Grid("Sheet1", cells, list(range(1, len(rows) + 1)))])


def lines(text: str) -> Book:
    cells = [[Cell(line or None)] for line in text.splitlines()]
    return Book("text", [Grid(None, cells, list(range(1, len(cells) + 1)))])


def read(book: Book, *keys: str) -> list[tuple[str | None, ...]]:
    document = read_list(book, today=TODAY).document()
    found = [(team["hamlet"], member["full_name"], *(member[key] for key in keys))
             for team in document["teams"] for member in team["members"]]  # fmt: skip
    return sorted(found, key=str)


def card(role: str, name: str, phone: str) -> Rows:
    return [["Họ và tên", name], ["Năm sinh", "1970"], ["Nhiệm vụ", role], ["Điện thoại", phone]]


SHEETS: dict[str, Rows] = {
    "cards below each other": [
        [TITLE], ["ẤP KINH 3"], *card("Tổ trưởng", BAN, ONE), [], *card("Tổ phó", SU, TWO),
        ["ẤP KINH 4"], *card("Tổ trưởng", MAM, THREE), *card("Tổ phó", DUOC, FOUR),
    ],
    "cards side by side": [
        [TITLE], ["Ấp", "Kinh 3", "Kinh 3", "Kinh 4", "Kinh 4"], ["Họ và tên", BAN, SU, MAM, DUOC],
        ["Nhiệm vụ", "Tổ trưởng", "Tổ phó", "Tổ trưởng", "Tổ phó"], ["Điện thoại", ONE, TWO, THREE, FOUR],
    ],
    "cards with the role before them": [
        [TITLE], ["Ấp Kinh 3"], ["Tổ trưởng", "Họ tên", BAN], [None, "Năm sinh", "1970"], [None, "SĐT", ONE],
        ["Tổ phó", "Họ tên", SU], [None, "Năm sinh", "1980"], [None, "SĐT", TWO],
        ["Ấp Kinh 4"], ["Tổ trưởng", "Họ tên", MAM], [None, "SĐT", THREE], ["Tổ phó", "Họ tên", DUOC], [None, "SĐT", FOUR],
    ],
    "the hamlet beside its kind, roles before names": [
        [TITLE], ["Ấp", "Kinh 3"], ["Tổ trưởng", BAN, ONE], ["Tổ phó", SU, TWO],
        ["Ấp", "Kinh 4"], ["Tổ trưởng", MAM, THREE], ["Tổ phó", DUOC, FOUR],
    ],
    "the phone below the name": [
        [TITLE], ["STT", "Họ tên", "Vai trò"], ["Ấp Kinh 3"], [1, BAN, "Tổ trưởng"], [None, f"SĐT: {ONE}"],
        [2, SU, "Tổ phó"], [None, f"SĐT: {TWO}"], ["Ấp Kinh 4"], [1, MAM, "Tổ trưởng"], [None, f"SĐT: {THREE}"],
        [2, DUOC, "Tổ phó"], [None, f"SĐT: {FOUR}"],
    ],
    "roles in two letters over the names": [
        [TITLE], ["Ấp", "TT", "SĐT", "TP", "SĐT"], ["Kinh 3", BAN, ONE, SU, TWO], ["Kinh 4", MAM, THREE, DUOC, FOUR],
    ],
    "a label beside each hamlet": [
        [TITLE], ["Tên ấp:", "Kinh 3", None, "Số thành viên:", "2"], ["Họ tên", "Vai trò", "ĐT"],
        [BAN, "Tổ trưởng", ONE], [SU, "Tổ phó", TWO], ["Tên ấp:", "Kinh 4", None, "Số thành viên:", "2"],
        ["Họ tên", "Vai trò", "ĐT"], [MAM, "Tổ trưởng", THREE], [DUOC, "Tổ phó", FOUR],
    ],
    "a column for each hamlet, phones below": [
        [TITLE], ["Nội dung", "Ấp Kinh 3", "Ấp Kinh 4"], ["Tổ trưởng", BAN, MAM], ["Điện thoại", ONE, THREE],
        ["Tổ phó", SU, DUOC], ["Điện thoại", TWO, FOUR],
    ],
    "two columns for each hamlet": [
        [TITLE], ["Chức danh", "Ấp Kinh 3", None, "Ấp Kinh 4", None], [None, "Họ tên", "SĐT", "Họ tên", "SĐT"],
        ["Tổ trưởng", BAN, ONE, MAM, THREE], ["Tổ phó", SU, TWO, DUOC, FOUR],
    ],
    "tables side by side": [
        [TITLE], ["Tổ ấp Kinh 3", None, None, None, "Tổ ấp Kinh 4"],
        ["Họ tên", "ĐT", "Vai trò", None, "Họ tên", "Năm sinh", "ĐT", "Vai trò"],
        [BAN, ONE, "Tổ trưởng", None, MAM, "1980", THREE, "Tổ trưởng"],
        [SU, TWO, "Tổ phó", None, DUOC, "1981", FOUR, "Tổ phó"],
    ],
    "headings in the middle": [
        [TITLE], ["Ấp Kinh 3"], [1, BAN, "Tổ trưởng", ONE], [2, SU, "Tổ phó", TWO],
        ["STT", "Họ và tên", "Nhiệm vụ", "SĐT"], ["Ấp Kinh 4"], [1, MAM, "Tổ trưởng", THREE], [2, DUOC, "Tổ phó", FOUR],
    ],
    "family, middle and given name apart": [
        [TITLE], ["TT", "Họ", "Đệm", "Tên", "Ấp", "V.trò", "ĐT"], [1, *BAN.split(), "Ấp Kinh 3", "TT", ONE],
        [2, *SU.split(), "Ấp Kinh 3", "TP", TWO], [3, *MAM.split(), "Ấp Kinh 4", "TT", THREE],
        [4, *DUOC.split(), "Ấp Kinh 4", "TP", FOUR],
    ],
    "misspelt headings": [
        [TITLE], ["STT", "Họ và tênn", "Âp", "Số điên thoai", "Nhiêm vụ"], [1, BAN, "Ấp Kinh 3", ONE, "Tổ trưởng"],
        [2, SU, "Ấp Kinh 3", TWO, "Tổ phó"], [3, MAM, "Ấp Kinh 4", THREE, "Tổ trưởng"], [4, DUOC, "Ấp Kinh 4", FOUR, "Tổ phó"],
    ],
    "English headings": [
        [TITLE], ["No", "Full name", "Hamlet", "Role", "Phone"], [1, BAN, "Ấp Kinh 3", "Leader", ONE],
        [2, SU, "Ấp Kinh 3", "Deputy", TWO], [3, MAM, "Ấp Kinh 4", "Leader", THREE], [4, DUOC, "Ấp Kinh 4", "Deputy", FOUR],
    ],
    "the hamlet in all cells of its row": [
        [TITLE], ["STT", "Họ tên", "Vai trò", "SĐT"], ["Ấp Kinh 3"] * 4, [1, BAN, "Tổ trưởng", ONE],
        [2, SU, "Tổ phó", TWO], ["Ấp Kinh 4"] * 4, [1, MAM, "Tổ trưởng", THREE], [2, DUOC, "Tổ phó", FOUR],
    ],
    "a cell for each hamlet": [
        [TITLE],
        ["Ấp Kinh 3", f"1. Ông {BAN} - Tổ trưởng - {ONE}\n2. Bà {SU} - Tổ phó - {TWO}"],
        ["Ấp Kinh 4", f"1. Ông {MAM} - Tổ trưởng - {THREE}\n2. Bà {DUOC} - Tổ phó - {FOUR}"],
    ],
    "one cell with hamlet and people": [
        [TITLE],
        [f"ẤP KINH 3\n1. Ông {BAN} - Tổ trưởng - {ONE}\n2. Bà {SU} - Tổ phó - {TWO}"],
        [f"ẤP KINH 4\n1. Ông {MAM} - Tổ trưởng - {THREE}\n2. Bà {DUOC} - Tổ phó - {FOUR}"],
    ],
}  # fmt: skip
TEXTS = {
    "hamlets on one line": f"{TITLE}\nẤp Kinh 3: {BAN} (tổ trưởng) {ONE}, {SU} (tổ phó) {TWO}; "
    f"Ấp Kinh 4: {MAM} (tổ trưởng) {THREE}, {DUOC} (tổ phó) {FOUR}",
    "prose": f"{TITLE}\nTổ ấp Kinh 3 gồm: ông {BAN} (tổ trưởng, {ONE}), bà {SU} (tổ phó, {TWO}).\n"
    f"Tổ ấp Kinh 4 gồm: ông {MAM} (tổ trưởng, {THREE}), bà {DUOC} (tổ phó, {FOUR}).",
    "the hamlet behind the name": f"Tổ CNSCĐ xã Minh Thuận\n1. {BAN} - tổ trưởng - ấp Kinh 3 - {ONE}\n"
    f"2. {SU} - tổ phó - ấp Kinh 3 - {TWO}\n3. {MAM} - tổ trưởng - ấp Kinh 4 - {THREE}\n4. {DUOC} - tổ phó - ấp Kinh 4 - {FOUR}",
    "a line for each thing": f"{TITLE}\nẤp Kinh 3\n\n{BAN}\nTrưởng ấp - Tổ trưởng\n{ONE}\n\n{SU}\nHội PN - Tổ phó\n{TWO}\n\n"
    f"Ấp Kinh 4\n\n{MAM}\nTrưởng ấp - Tổ trưởng\n{THREE}\n\n{DUOC}\nHội ND - Tổ phó\n{FOUR}",
}
NO_LISTS = {
    "a plan": lines(
        "KẾ HOẠCH\nTập huấn cho tổ công nghệ số cộng đồng xã Minh Thuận\n- Thành viên các tổ\n- Báo cáo viên: ông "
        f"{BAN}, Phòng VHTT\nNơi nhận:\n- Lưu VT."
    ),
    "a table of work": sheet(
        [
            ["KẾ HOẠCH tập huấn tổ công nghệ số cộng đồng xã Minh Thuận"],
            ["STT", "Nội dung", "Thời gian", "Người phụ trách"],
            ["1", "Hướng dẫn cài VNeID", "12/8/2022", BAN],
            ["2", "Thanh toán không tiền mặt", "13/8/2022", SU],
        ]
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_members_of_a_sheet_in_any_shape(name: str) -> None:
    assert read(sheet(SHEETS[name]), "role") == sorted(ROLES)
    assert read(sheet(SHEETS[name]), "phone") == sorted(PHONES)


@pytest.mark.parametrize("name", TEXTS)
def test_members_of_a_text_in_any_shape(name: str) -> None:
    assert read(lines(TEXTS[name]), "role") == sorted(ROLES)
    assert read(lines(TEXTS[name]), "phone") == sorted(PHONES)


@pytest.mark.parametrize("name", NO_LISTS)
def test_a_text_that_mentions_people_is_no_list(name: str) -> None:
    document = read_list(NO_LISTS[name], today=TODAY).document()
    assert (document["readable"], document["teams"]) == (False, [])


def test_members_in_paragraphs_between_letterhead_and_signature() -> None:
    head = Grid("table 1", [[Cell("UBND XÃ MINH THUẬN"), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]], [1])
    said = [
        "Điều 1. Thành lập Tổ công nghệ số cộng đồng ấp Kinh 3 gồm các ông, bà có tên sau:",
        f"1. Ông {BAN}, Trưởng ấp - Tổ trưởng;",
        f"2. Bà {SU}, Chi hội phụ nữ - Tổ phó.",
    ]
    foot = Grid("table 2", [[Cell("Nơi nhận:"), Cell("CHỦ TỊCH")]], [1], before=said)
    assert read(Book("docx", [head, foot]), "role") == [("Kinh 3", SU, "deputy"), ("Kinh 3", BAN, "leader")]


def test_members_stand_in_the_columns_beside_their_heading_too() -> None:
    rows = [[TITLE], ["Ấp", "Tổ trưởng", "Thành viên", None, None], ["Kinh 3", BAN, SU, MAM, DUOC],
            ["Kinh 4", "Võ Văn Tràm", "Danh Thị Dừa", None, None]]  # fmt: skip
    assert read(sheet(rows), "role") == [
        ("Kinh 3", SU, "member"), ("Kinh 3", BAN, "leader"), ("Kinh 3", DUOC, "member"), ("Kinh 3", MAM, "member"),
        ("Kinh 4", "Danh Thị Dừa", "member"), ("Kinh 4", "Võ Văn Tràm", "leader"),
    ]  # fmt: skip


def test_a_name_keeps_its_last_word_before_a_post() -> None:
    said = lines(f"{TITLE}\nẤp Kinh 3\n{BAN} trưởng ấp tổ trưởng {ONE}\n{SU} phụ nữ tổ phó {TWO}")
    assert read(said, "category") == [("Kinh 3", SU, "MASS_ORG_HEAD"), ("Kinh 3", BAN, "HAMLET_HEAD")]
