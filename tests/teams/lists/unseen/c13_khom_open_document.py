"""Khóm by number in sections, a decision whose number and day are left blank, the role as the second column, ditto positions."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c13-khom.ods"
TAB = "Danh sách"
COMMUNE = "30775"

CONTENT = [Sheet(TAB, merged="A1:G1 A2:G2 A3:G3 A6:G6 A12:G12 A17:G17", rows={
    1: ["ỦY BAN NHÂN DÂN PHƯỜNG PHÁO ĐÀI"],
    2: ["THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC KHÓM"],
    3: ["(Kèm theo Quyết định số:        /QĐ-UBND ngày      tháng 9 năm 2022)"],
    5: ["Stt", "Nhiệm vụ", "Ông / Bà", "Năm sinh", "Công tác tại", "Trình độ chuyên môn", "Số ĐT/Zalo"],
    6: ["a) Khóm 1"],
    7: [1, "Tổ trưởng", "Ông Trần Thành Cá Mó", 1967, "Trưởng khóm", "12/12", "0918 000 241"],
    8: [2, "Tổ phó", "Bà Lê Thị Hoa Sứ", 1992, "Hội Phụ nữ", "Cao đẳng", "0974 000 242"],
    9: [3, "Tổ viên", "Ông Lâm Hớn Rạn San Hô", 1984, "Hội Nông dân", None, "0945 000 243"],
    10: [4, "Tổ viên", "Ông Danh Bè Cá", 1979, '"', None, '"'],
    11: [5, "Tổ viên", "Bà Trịnh Mỹ Tổ Yến", 1986, "Viettel Hà Tiên", "Đại học", "0977 000 244"],
    12: ["b) Khóm Bãi Nò"],
    13: [1, "Tổ trưởng", "Bà Phan Ngọc Cá Đù", 1971, "Quyền Trưởng khóm", None, "0913 000 245"],
    14: [2, "Tổ phó", "Ông Võ Minh Dây Bìm", 2000, "Bí thư Đoàn phường", "Đại học", "0966 000 246 (Zalo)"],
    15: [3, "Tổ viên", "Ông Ông Văn Đá Cuội", 1963, "Hội CCB", None, "chưa có"],
    16: [4, "Tổ viên", "Ông Tám Xuồng", 1955, "Ban hộ tự chùa", None, "0939 000 247"],
    17: ["c) Khóm Thạch Động Hai"],
    18: [1, "Tổ trưởng", "Ông Chau Hang Dơi", 1975, "Trưởng khóm", None, "0919 000 248"],
    19: [2, "Tổ phó", "Bà Ngô Thị Lá Trung Quân", 1998, "ĐV", None, "0961 000 249"],
    20: [3, "Tổ viên", "(khuyết)", None, "Ngân hàng CSXH"],
    22: ["Danh sách gồm 3 tổ, 11 thành viên."],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHOM", "1",
        person(7, "Trần Thành Cá Mó", "1967", "M", LEADER, "Trưởng khóm", HEAD, "0918000241"),
        person(8, "Lê Thị Hoa Sứ", "1992", "F", DEPUTY, "Hội Phụ nữ", MASS, "0974000242"),
        person(9, "Lâm Hớn Rạn San Hô", "1984", "M", MEMBER, "Hội Nông dân", MASS, "0945000243"),
        person(10, "Danh Bè Cá", "1979", "M", MEMBER, "Hội Nông dân", MASS, None, "as_above", "phone_unreadable"),
        person(11, "Trịnh Mỹ Tổ Yến", "1986", "F", MEMBER, "Viettel Hà Tiên", TELECOM, "0977000244")),
    team(TAB, COMMUNE, "KHOM", "Bãi Nò",
        person(13, "Phan Ngọc Cá Đù", "1971", "F", LEADER, "Quyền Trưởng khóm", HEAD, "0913000245"),
        person(14, "Võ Minh Dây Bìm", "2000", "M", DEPUTY, "Bí thư Đoàn phường", YOUTH, "0966000246"),
        person(15, "Ông Văn Đá Cuội", "1963", "M", MEMBER, "Hội CCB", MASS, None),
        person(16, "Tám Xuồng", "1955", "M", MEMBER, "Ban hộ tự chùa", OTHER, "0939000247")),
    team(TAB, COMMUNE, "KHOM", "Thạch Động Hai",
        person(18, "Chau Hang Dơi", "1975", "M", LEADER, "Trưởng khóm", HEAD, "0919000248"),
        person(19, "Ngô Thị Lá Trung Quân", "1998", "F", DEPUTY, "ĐV", None, "0961000249", "category_unclear"),
        person(20, None, None, None, MEMBER, "Ngân hàng CSXH", BANK, None, "name_placeholder")),
], [1, 2, 3, 5, 6, 12, 17, 22], "decision_incomplete", "columns_not_taken")
