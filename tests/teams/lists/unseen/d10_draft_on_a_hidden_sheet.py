"""The final list on one sheet, its draft left on a hidden one with other people; roles in short forms, merged hamlets."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    YOUTH,
    person,
    reading,
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d10-ban-nhap-an.xlsx"
FINAL, DRAFT = "Chinh thuc", "Nhap 1"
COMMUNE = "30961"

CONTENT = [
    Sheet(FINAL, merged="A1:F1 A4:A6 A7:A9", rows={
        1: ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ THỚI QUẢN (QĐ số 40/QĐ-UBND ngày 30/6/2022)"],
        3: ["Tên ấp", "Họ tên", "Nhiệm vụ", "Chức vụ/đơn vị", "Năm sinh", "Số ĐT"],
        4: ["Ấp Xuân Bông", "Lê Văn Cá Sặc Rằn", "TT", "Trưởng ấp", 1968, 918000581],
        5: [None, "Thị Bông Bí", "TP", "ĐVTN", 1999, 966000582],
        6: [None, "Danh Khoai Mỡ", "TV", "Hội ND", "1977", 945000583],
        7: ["Ấp Thới Kinh Tám", "Trần Công Cá Lăng", "TT", "Trưởng ấp", 1971, 913000584],
        8: [None, "Ngô Ngọc Mận Trắng", "TP", "Bí thư chi đoàn", 2000, 961000585],
        9: [None, "Phan Chí Vó Cất", "TV", "Công an", 1984, 903000586],
    }),
    Sheet(DRAFT, merged="A1:E1", hidden=True, rows={
        1: ["Dự kiến nhân sự tổ CNSCĐ xã Thới Quản"],
        2: ["TT", "Họ tên", "Chức danh", "Vai trò", "Ấp"],
        3: [1, "Lê Văn Cá Sặc Rằn", "Trưởng ấp", "Tổ trưởng", "Xuân Bông"],
        4: [2, "Thị Trái Điều", "Chi hội PN", "Tổ phó", "Xuân Bông"],
        5: [3, "Trần Công Cá Lăng", "Trưởng ấp", "Tổ trưởng", "Thới Kinh Tám"],
        6: [4, "(chưa chọn)", "Đoàn TN", "Tổ phó", "Thới Kinh Tám"],
    }),
]

READING = reading(COMMUNE, ("40", "QĐ-UBND", "2022-06-30"), [
    team(FINAL, COMMUNE, "AP", "Xuân Bông",
        person(4, "Lê Văn Cá Sặc Rằn", "1968", None, LEADER, "Trưởng ấp", HEAD, "0918000581"),
        person(5, "Thị Bông Bí", "1999", None, DEPUTY, "ĐVTN", YOUTH, "0966000582"),
        person(6, "Danh Khoai Mỡ", "1977", None, MEMBER, "Hội ND", MASS, "0945000583")),
    team(FINAL, COMMUNE, "AP", "Thới Kinh Tám",
        person(7, "Trần Công Cá Lăng", "1971", None, LEADER, "Trưởng ấp", HEAD, "0913000584"),
        person(8, "Ngô Ngọc Mận Trắng", "2000", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0961000585"),
        person(9, "Phan Chí Vó Cất", "1984", None, MEMBER, "Công an", STATE, "0903000586")),
    team(DRAFT, COMMUNE, "AP", "Xuân Bông",
        person(3, "Lê Văn Cá Sặc Rằn", None, None, LEADER, "Trưởng ấp", HEAD, None),
        person(4, "Thị Trái Điều", None, None, DEPUTY, "Chi hội PN", MASS, None)),
    team(DRAFT, COMMUNE, "AP", "Thới Kinh Tám",
        person(5, "Trần Công Cá Lăng", None, None, LEADER, "Trưởng ấp", HEAD, None),
        person(6, None, None, None, DEPUTY, "Đoàn TN", YOUTH, None, "name_placeholder")),
], [*rows_of(FINAL, 1, 3), *rows_of(DRAFT, 1, 2)], "hidden_sheets", "several_candidate_lists")
