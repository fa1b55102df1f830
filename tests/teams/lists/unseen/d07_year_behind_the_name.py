"""Name with the year, position with the telephone: two things to a cell; hamlets as numbered titles, subtotals."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d07-ghep-o.xlsx"
TAB = "Tờ 1"
COMMUNE = "31030"

CONTENT = [Sheet(TAB, merged="A1:D1 A2:D2 A5:D5 A11:D11 A17:D17", rows={
    1: ["UBND XÃ ĐÔNG THẠNH - HUYỆN AN MINH"],
    2: ["Thành viên tổ công nghệ số cộng đồng các ấp (Quyết định số ..../QĐ-UBND ngày ..../..../2022)"],
    4: ["TT", "Họ tên, năm sinh", "Nhiệm vụ", "Chức vụ - điện thoại"],
    5: ["1. Ấp Xẻo Vẹt Trong"],
    6: [1, "Ông Trần Công Sò Huyết (1965)", "Tổ trưởng", "Trưởng ấp - 0918 000 521"],
    7: [2, "Bà Lê Ngọc Bông Lau - 1997", "Tổ phó", "Bí thư chi đoàn - 0966 000 522"],
    8: [3, "Ông Danh Vuông Tôm (1980)", "Tổ viên", "Làm vuông - 0945 000 523"],
    9: [4, "Bà Phạm Thị Cua Gạch (1986)", "Tổ viên", "Chi hội PN - chưa có"],
    10: [None, "Cộng 4 người"],
    11: ["2. Ấp Rọc Lá Mới"],
    12: [1, "Ông Võ Hữu Rạch Chanh (1970)", "Tổ trưởng", "Bí thư chi bộ, trưởng ấp - 0913 000 525"],
    13: [2, "Ngô Tấn Cá Ngừ (1999)", "Tổ phó", "Đ/v - 0961 000 526"],
    14: [3, "Bà Đỗ Thị Mù Tạt", None, "Y tế ấp - 0939 000 527"],
    15: [4, "Ông Út", "Tổ viên", "Hội CCB - 0947 000 528"],
    16: [None, "Cộng 5 người"],
    17: ["3. Ấp Mương Đào Nhỏ"],
    18: [1, "Bà Huỳnh Mỹ Lục Lạc (1974)", "Tổ trưởng", "Trưởng ấp - 0919 000 529"],
    19: [2, "Ông Mai Chí Chim Vịt (2002)", "Tổ phó", "ĐVTN - 0120 8000 530"],
    20: [3, "(khuyết)", "Tổ viên", "Hội Nông dân"],
    21: [None, "Cộng 2 người"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Xẻo Vẹt Trong",
        person(6, "Trần Công Sò Huyết", "1965", "M", LEADER, "Trưởng ấp", HEAD, "0918000521"),
        person(7, "Lê Ngọc Bông Lau", "1997", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000522"),
        person(8, "Danh Vuông Tôm", "1980", "M", MEMBER, "Làm vuông", RESIDENT, "0945000523"),
        person(9, "Phạm Thị Cua Gạch", "1986", "F", MEMBER, "Chi hội PN", MASS, None),
        stated=4),
    team(TAB, COMMUNE, "AP", "Rọc Lá Mới",
        person(12, "Võ Hữu Rạch Chanh", "1970", "M", LEADER, "Bí thư chi bộ, trưởng ấp", HEAD, "0913000525"),
        person(13, "Ngô Tấn Cá Ngừ", "1999", None, DEPUTY, "Đ/v", None, "0961000526", "category_unclear"),
        person(14, "Đỗ Thị Mù Tạt", None, "F", None, "Y tế ấp", STATE, "0939000527", "role_unclear"),
        person(15, "Út", None, "M", MEMBER, "Hội CCB", MASS, "0947000528", "name_incomplete"),
        stated=5, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "AP", "Mương Đào Nhỏ",
        person(18, "Huỳnh Mỹ Lục Lạc", "1974", "F", LEADER, "Trưởng ấp", HEAD, "0919000529"),
        person(19, "Mai Chí Chim Vịt", "2002", "M", DEPUTY, "ĐVTN", YOUTH, "0708000530", "phone_converted"),
        person(20, None, None, None, MEMBER, "Hội Nông dân", MASS, None, "name_placeholder"),
        stated=2),
], [1, 2, 4, 5, 10, 11, 16, 17, 21], "decision_incomplete")
