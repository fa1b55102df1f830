"""A document with a row for each hamlet: name, year and telephone on lines of one cell, the members after bullets."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Table
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    TELECOM,
    person,
    reading,
    team,
)

FILE = "c19-moi-ap-mot-hang.docx"
COMMUNE = "30949"
TABLE = "table 1"

CONTENT = [
    "ỦY BAN NHÂN DÂN XÃ HÒA THUẬN",
    "Số: 57/QĐ-UBND",
    "Hòa Thuận, ngày 11 tháng 8 năm 2022",
    "QUYẾT ĐỊNH",
    "Về việc thành lập Tổ công nghệ số cộng đồng các ấp",
    "Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ;",
    "Điều 1. Thành lập Tổ công nghệ số cộng đồng các ấp, gồm các ông (bà) có tên sau đây:",
    Table([
        ["STT", "Ấp", "Tổ trưởng", "Tổ phó", "Các thành viên"],
        ["1", "Xẻo Mây Dưới",
            "Ông Trần Văn Cá Phèn\nSinh năm: 1966\nĐT: 0918 000 361",
            "Bà Lê Mỹ Hoa Ngọc Lan\nSinh năm: 1995\nĐT: 0966 000 362",
            "- Ông Danh Trái Trâm, Hội Nông dân, 0945 000 363\n"
            "- Bà Phạm Thị Rau Ngò, Hội Phụ nữ, 0974 000 364\n"
            "- Anh Võ Tấn Chim Ưng, VNPT"],
        ["2", "Kinh Tắc Ông Lục",
            "Ông Hồ Công Cá Rồng\nSinh năm: 1972\nĐT: 0913 000 365",
            "Anh Ngô Minh Cây Sung\nSinh năm: 2001\nĐT: 0961 000 36",
            "- Bà Đỗ Ngọc Bánh Lọt, giáo viên, 0932 000 366\n"
            "- Ông Bảy, Hội CCB, 0939 000 367\n"
            "- (Ngân hàng Agribank cử)"],
        ["3", "Bốn Thước Cũ",
            "Bà Mai Thị Cá Mè Vinh\nSinh năm: 1969\nĐT: 0163 9000 368",
            "Ông Kiên Bờ Sông\nSinh năm: 1988\nĐT: chưa có",
            "như ấp Xẻo Mây Dưới"],
        ["4", "Đường Trâu Lội",
            "Ông Huỳnh Hữu Cá Thác Lác\nSinh năm: 1963\nĐT: 0919 000 369",
            "Chị Bùi Thị Hoa Mướp Đắng\nSinh năm: 1997\nĐT: 0968 000 370",
            "Hội PN: 1 người; Hội ND: 2 người"],
    ]),
    "Điều 2. Quyết định có hiệu lực kể từ ngày ký.",
    "CHỦ TỊCH",
]

READING = reading(COMMUNE, ("57", "QĐ-UBND", "2022-08-11"), [
    team(TABLE, COMMUNE, "AP", "Xẻo Mây Dưới",
        person(2, "Trần Văn Cá Phèn", "1966", "M", LEADER, None, None, "0918000361"),
        person(2, "Lê Mỹ Hoa Ngọc Lan", "1995", "F", DEPUTY, None, None, "0966000362"),
        person(2, "Danh Trái Trâm", None, "M", MEMBER, "Hội Nông dân", MASS, "0945000363"),
        person(2, "Phạm Thị Rau Ngò", None, "F", MEMBER, "Hội Phụ nữ", MASS, "0974000364"),
        person(2, "Võ Tấn Chim Ưng", None, "M", MEMBER, "VNPT", TELECOM, None)),
    team(TABLE, COMMUNE, "AP", "Kinh Tắc Ông Lục",
        person(3, "Hồ Công Cá Rồng", "1972", "M", LEADER, None, None, "0913000365"),
        person(3, "Ngô Minh Cây Sung", "2001", "M", DEPUTY, None, None, None, "phone_unreadable"),
        person(3, "Đỗ Ngọc Bánh Lọt", None, "F", MEMBER, "giáo viên", STATE, "0932000366"),
        person(3, "Bảy", None, "M", MEMBER, "Hội CCB", MASS, "0939000367", "name_incomplete"),
        person(3, None, None, None, MEMBER, "Ngân hàng Agribank", BANK, None, "name_placeholder")),
    team(TABLE, COMMUNE, "AP", "Bốn Thước Cũ",
        person(4, "Mai Thị Cá Mè Vinh", "1969", "F", LEADER, None, None, "0339000368", "phone_converted"),
        person(4, "Kiên Bờ Sông", "1988", "M", DEPUTY, None, None, None),
        flags=("members_as_other_team",)),
    team(TABLE, COMMUNE, "AP", "Đường Trâu Lội",
        person(5, "Huỳnh Hữu Cá Thác Lác", "1963", "M", LEADER, None, None, "0919000369"),
        person(5, "Bùi Thị Hoa Mướp Đắng", "1997", "F", DEPUTY, None, None, "0968000370"),
        flags=("members_counted_not_named",)),
], [1])
