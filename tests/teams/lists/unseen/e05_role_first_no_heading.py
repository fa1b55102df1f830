"""No heading row at all: role, then name, telephone, year and post; hamlets with a star; a hidden row."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e05-khong-co-dong-tieu-de.xlsx"
TAB = "to cong nghe"
COMMUNE = "30967"

CONTENT = [Sheet(TAB, hidden_rows=(14,), rows={
    1: ["UBND xã Thủy Liễu (Gò Quao)"],
    2: ["Tổ công nghệ số cộng đồng các ấp"],
    4: ["* Ấp Đường Gỗ Nhỏ"],
    5: ["Tổ trưởng", "Ông Trần Công Cá Chạch", "0918 000 661", 1964, "Trưởng ấp"],
    6: ["Tổ phó", "Bà Lê Ngọc Rau Sam", "0966 000 662", 1997, "Bí thư Chi đoàn"],
    7: ["Tổ viên", "Ông Danh Nhánh Gáo", "0945 000 663", 1982, "Hội Nông dân"],
    8: ["Tổ viên", "Ông Sáu", "0939 000 664", None, "NCT"],
    9: ["Tổ viên", "Bà Phạm Thị Bánh Lá", "0974.000.665", "45 tuổi", "Hội LHPN"],
    11: ["* Ấp Hòa Xuồng"],
    12: ["Tổ trưởng", "Bà Đỗ Mỹ Cá Sặc", "0913 000 666", 1971, "Bí thư chi bộ - Trưởng ấp"],
    13: ["Tổ phó", "Ông Ngô Chí Mỏ Nhác", "0961 000 667", 2001, "Đoàn viên TN"],
    14: ["Tổ viên", "Ông Kiên Cối Xay", "0903 000 668", 1977, "Công an xã"],
    15: ["Tổ viên", "Ông Ngô Chí Mỏ Nhác", "0961 000 667", 2001, "Đoàn viên TN"],
    17: ["* Ấp Thạnh Lọp"],
    18: ["Tổ trưởng", "Ông Huỳnh Hữu Vịt Nước", "0919 000 669", 1968, "Trưởng ấp"],
    19: [None, "Bà Mai Thị Bông Bí", "0988 000 670", 1990, "Giáo viên"],
    20: ["Tổ viên", "(Agribank giới thiệu)", None, None, "Agribank"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Đường Gỗ Nhỏ",
        person(5, "Trần Công Cá Chạch", "1964", "M", LEADER, "Trưởng ấp", HEAD, "0918000661"),
        person(6, "Lê Ngọc Rau Sam", "1997", "F", DEPUTY, "Bí thư Chi đoàn", YOUTH, "0966000662"),
        person(7, "Danh Nhánh Gáo", "1982", "M", MEMBER, "Hội Nông dân", MASS, "0945000663"),
        person(8, "Sáu", None, "M", MEMBER, "NCT", MASS, "0939000664", "name_incomplete"),
        person(9, "Phạm Thị Bánh Lá", None, "F", MEMBER, "Hội LHPN", MASS, "0974000665", "birth_unreadable")),
    team(TAB, COMMUNE, "AP", "Hòa Xuồng",
        person(12, "Đỗ Mỹ Cá Sặc", "1971", "F", LEADER, "Bí thư chi bộ - Trưởng ấp", HEAD, "0913000666"),
        person(13, "Ngô Chí Mỏ Nhác", "2001", "M", DEPUTY, "Đoàn viên TN", YOUTH, "0961000667"),
        person(14, "Kiên Cối Xay", "1977", "M", MEMBER, "Công an xã", STATE, "0903000668", "hidden_row"),
        person(15, "Ngô Chí Mỏ Nhác", "2001", "M", MEMBER, "Đoàn viên TN", YOUTH, "0961000667", "duplicate_of:13")),
    team(TAB, COMMUNE, "AP", "Thạnh Lọp",
        person(18, "Huỳnh Hữu Vịt Nước", "1968", "M", LEADER, "Trưởng ấp", HEAD, "0919000669"),
        person(19, "Mai Thị Bông Bí", "1990", "F", None, "Giáo viên", STATE, "0988000670", "role_unclear"),
        person(20, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder")),
], [1, 2, 4, 11, 17], "hidden_rows")
