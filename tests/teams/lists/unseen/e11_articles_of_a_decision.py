"""A decision whose borderless table has two columns: the person, and post with role behind a comma; hamlets merged across."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Table
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "e11-dieu-khoan-quyet-dinh.docx"
COMMUNE = "30997"
TABLE = "table 1"

CONTENT = [
    "ỦY BAN NHÂN DÂN XÃ HƯNG YÊN",
    "Số: 34/QĐ-UBND",
    "Hưng Yên, ngày 06 tháng 10 năm 2022",
    "QUYẾT ĐỊNH",
    "Về việc kiện toàn Tổ công nghệ số cộng đồng các ấp",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
    "Điều 1. Kiện toàn Tổ công nghệ số cộng đồng các ấp, gồm các ông, bà:",
    Table([
        ["a) Ấp Xẻo Thùng Nhỏ", ""],
        ["1. Ông Trần Minh Cá Ngát", "Trưởng ấp, Tổ trưởng"],
        ["2. Bà Lê Ngọc Trái Sơ Ri", "Bí thư chi đoàn, Tổ phó"],
        ["3. Ông Danh Ống Trúm", "Chi hội trưởng Hội Nông dân, Thành viên"],
        ["4. Bà Phạm Thị Đọt Lang", "Nhân viên y tế ấp, Thành viên"],
        ["b) Ấp Bàu Dừa Lão", ""],
        ["1. Ông Võ Tấn Vịt Đồng", "Bí thư chi bộ kiêm Trưởng ấp, Tổ trưởng"],
        ["2. Ông Ngô Hữu Chà Chất", "Phó Trưởng ấp, Tổ phó"],
        ["3. Bà Đỗ Mỹ Mắm Lóc", "Chi hội phó Hội Phụ nữ"],
        ["4. Đại diện Viettel An Biên (chưa cử)", "Viettel, Thành viên"],
        ["c) Ấp Lô Mười Lăm Cũ", ""],
        ["1. Bà Huỳnh Thị Hoa Cúc Dại", "Chủ nhiệm câu lạc bộ đờn ca tài tử, Tổ trưởng"],
        ["2. Ông Mai Quốc Cá Dứa", "Đoàn viên, Tổ phó"],
        ["3. Ông Kim Nồi Đất", "Bí thư, Thành viên"],
        ["4. Bà Cao Thị Sương Muối", "Nội trợ, Thành viên"],
    ], ((1, 1, 1, 2), (6, 1, 6, 2), (11, 1, 11, 2))),
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    "CHỦ TỊCH",
]

READING = reading(COMMUNE, ("34", "QĐ-UBND", "2022-10-06"), [
    team(TABLE, COMMUNE, "AP", "Xẻo Thùng Nhỏ",
        person(2, "Trần Minh Cá Ngát", None, "M", LEADER, "Trưởng ấp", HEAD, None),
        person(3, "Lê Ngọc Trái Sơ Ri", None, "F", DEPUTY, "Bí thư chi đoàn", YOUTH, None),
        person(4, "Danh Ống Trúm", None, "M", MEMBER, "Chi hội trưởng Hội Nông dân", MASS, None),
        person(5, "Phạm Thị Đọt Lang", None, "F", MEMBER, "Nhân viên y tế ấp", STATE, None)),
    team(TABLE, COMMUNE, "AP", "Bàu Dừa Lão",
        person(7, "Võ Tấn Vịt Đồng", None, "M", LEADER, "Bí thư chi bộ kiêm Trưởng ấp", HEAD, None),
        person(8, "Ngô Hữu Chà Chất", None, "M", DEPUTY, "Phó Trưởng ấp", STATE, None),
        person(9, "Đỗ Mỹ Mắm Lóc", None, "F", None, "Chi hội phó Hội Phụ nữ", MASS, None, "role_unclear"),
        person(10, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
    team(TABLE, COMMUNE, "AP", "Lô Mười Lăm Cũ",
        person(12, "Huỳnh Thị Hoa Cúc Dại", None, "F", LEADER, "Chủ nhiệm câu lạc bộ đờn ca tài tử", OTHER, None),
        person(13, "Mai Quốc Cá Dứa", None, "M", DEPUTY, "Đoàn viên", YOUTH, None),
        person(14, "Kim Nồi Đất", None, "M", MEMBER, "Bí thư", None, None, "category_unclear"),
        person(15, "Cao Thị Sương Muối", None, "F", MEMBER, "Nội trợ", RESIDENT, None)),
], [1, 6, 11])
