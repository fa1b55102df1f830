"""A report in sentences: each hamlet one cell of prose, the role in brackets behind the name, one team without people."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e01-van-xuoi.xlsx"
TAB = "Báo cáo"
COMMUNE = "30988"

CONTENT = [Sheet(TAB, merged="A1:H1 A4:H4 A5:H5 A6:H6 A7:H7", rows={
    1: ["UBND xã Tây Yên, huyện An Biên"],
    2: ["Báo cáo nhân sự Tổ công nghệ số cộng đồng"],
    4: ["- Tổ ấp Kinh Mương Lộ gồm: ông Trần Văn Bông Vải (tổ trưởng), trưởng ấp, 0918 000 601; bà Lê Thị Củ Ấu (tổ phó), "
        "bí thư chi đoàn, 0966 000 602; ông Danh Cá Kìm (thành viên), Hội Nông dân; bà Phạm Ngọc Rau Mác (thành viên), "
        "Hội Phụ nữ, 0974 000 603."],
    5: ["- Tổ ấp Xẻo Già Ngọn gồm: ông Võ Hữu Cây Bần (tổ trưởng), sinh năm 1969, bí thư chi bộ kiêm trưởng ấp, 0913 000 604; "
        "anh Ngô Minh Cá Trê (tổ phó), sinh năm 2000, đoàn viên thanh niên, 0961 000 605; cô Út (thành viên), giáo viên, "
        "0120 3000 606; ông Đỗ Tấn Chim Cu (thành viên), CCB."],
    6: ["- Tổ ấp Bào Láng Nhỏ gồm 05 người: bà Mai Thị Lá Dứa (tổ trưởng), phó trưởng ấp, 0919 000 607; ông Hồ Chí Lờ Tre "
        "(tổ phó), công an viên, 0903 000 60; bà Huỳnh Mỹ Sen Cạn (thành viên), VNPT; ông Kim Xuồng Ba Lá (thành viên), "
        "làm ruộng."],
    7: ["- Tổ ấp Ngã Bát Cũ: chưa có nhân sự."],
    9: ["Người lập: Bùi Văn Ghe Chài"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Kinh Mương Lộ",
        person(4, "Trần Văn Bông Vải", None, "M", LEADER, "trưởng ấp", HEAD, "0918000601"),
        person(4, "Lê Thị Củ Ấu", None, "F", DEPUTY, "bí thư chi đoàn", YOUTH, "0966000602"),
        person(4, "Danh Cá Kìm", None, "M", MEMBER, "Hội Nông dân", MASS, None),
        person(4, "Phạm Ngọc Rau Mác", None, "F", MEMBER, "Hội Phụ nữ", MASS, "0974000603")),
    team(TAB, COMMUNE, "AP", "Xẻo Già Ngọn",
        person(5, "Võ Hữu Cây Bần", "1969", "M", LEADER, "bí thư chi bộ kiêm trưởng ấp", HEAD, "0913000604"),
        person(5, "Ngô Minh Cá Trê", "2000", "M", DEPUTY, "đoàn viên thanh niên", YOUTH, "0961000605"),
        person(5, "Út", None, "F", MEMBER, "giáo viên", STATE, "0703000606", "name_incomplete", "phone_converted"),
        person(5, "Đỗ Tấn Chim Cu", None, "M", MEMBER, "CCB", MASS, None)),
    team(TAB, COMMUNE, "AP", "Bào Láng Nhỏ",
        person(6, "Mai Thị Lá Dứa", None, "F", LEADER, "phó trưởng ấp", STATE, "0919000607"),
        person(6, "Hồ Chí Lờ Tre", None, "M", DEPUTY, "công an viên", STATE, None, "phone_unreadable"),
        person(6, "Huỳnh Mỹ Sen Cạn", None, "F", MEMBER, "VNPT", TELECOM, None),
        person(6, "Kim Xuồng Ba Lá", None, "M", MEMBER, "làm ruộng", RESIDENT, None),
        stated=5, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "AP", "Ngã Bát Cũ", flags=("no_members",)),
], [1, 2, 7, 9])
