"""A whole annex in the TCVN3 font, hamlets as sections, the sex by the column of the birth, 11-digit telephones."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.old_fonts import tcvn3
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a12-phong-tcvn3.xls"
TAB = "Bang 1"
COMMUNE = "31009"

TYPED = {
    1: ["Uỷ ban nhân dân xã Đông Yên"],
    2: ["Danh sách thành viên Tổ công nghệ số cộng đồng"],
    3: ["(Kèm theo Quyết định số 52/QĐ-UBND ngày 29 tháng 8 năm 2022)"],
    5: ["Số TT", "Họ và tên", "Năm sinh", None, "Chức vụ", "Nhiệm vụ trong tổ", "Điện thoại"],
    6: [None, None, "Nam", "Nữ"],
    7: ["I", "ấp Đông Thành Sậy"],
    8: [1, "Nguyễn Văn Chim Trích", 1965, None, "Bí thư chi bộ, trưởng ấp", "Tổ trưởng", "0918 000 221"],
    9: [2, "Lê Thị Bông Lau", None, 1994, "Bí thư chi đoàn", "Tổ phó", "0169 500 0222"],
    10: [3, "Danh Cá Trê Vàng", 1978, None, "Chi hội trưởng nông dân", "Tổ viên", "0945 000 223"],
    11: [4, "Trần Hữu Tam Bản", 1961, None, "Cựu chiến binh", "Tổ viên", "không có"],
    12: ["II", "ấp Xẻo Vẹt Lớn"],
    13: [1, "Phạm Hoàng Cá Sửu", 1970, None, "Trưởng ấp", "Tổ trưởng", "0127 300 0224"],
    14: [2, "Huỳnh Mỹ Cỏ Chỉ", None, 1999, "Đoàn viên thanh niên", "Tổ phó", "0966 000 225"],
    15: [3, "Võ Thị Rau Muống", None, 1983, "Chi hội phụ nữ", "Tổ viên", "0974 000 226"],
    16: [4, "Đỗ Quang Lờ Cá", 1990, None, "Nhân viên bưu điện", "Tổ viên", "0911 000 227"],
    17: [5, "Lâm Thị Trâm Bông", None, 1987, "Ngân hàng nông nghiệp", "Tổ viên", "0902 000 228"],
    18: ["III", "ấp Kênh Dài"],
    19: [1, "Bùi Văn Cò Quắm", 1968, None, "Trưởng ấp", "Tổ trưởng", "0939 000 229"],
    20: [2, "Ngô Thị Lá Lốt", None, 1996, "Phó bí thư chi đoàn", "Tổ phó", "0188 300 0230"],
    21: [3, "Hồ Minh Vó Cất", 1975, None, "Công an viên", "Tổ viên", "0933 000 231"],
    22: ["Tổng cộng: 3 tổ, 12 thành viên"],
    24: [None, None, None, None, None, "Người lập danh sách"],
    25: [None, None, None, None, None, "Hồ Minh Vó Cất"],
}
SHEETS = [Sheet(TAB, merged="C5:D5", font=".VnTime", rows={
    number: [tcvn3(cell) if isinstance(cell, str) else cell for cell in row] for number, row in TYPED.items()
})]

CONVERTED = "phone_converted"
READING = reading(COMMUNE, ("52", "QĐ-UBND", "2022-08-29"), [
    team(TAB, COMMUNE, "AP", "Đông Thành Sậy",
        person(8, "Nguyễn Văn Chim Trích", "1965", "M", LEADER, "Bí thư chi bộ, trưởng ấp", HEAD, "0918000221"),
        person(9, "Lê Thị Bông Lau", "1994", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0395000222", CONVERTED),
        person(10, "Danh Cá Trê Vàng", "1978", "M", MEMBER, "Chi hội trưởng nông dân", MASS, "0945000223"),
        person(11, "Trần Hữu Tam Bản", "1961", "M", MEMBER, "Cựu chiến binh", MASS, None)),
    team(TAB, COMMUNE, "AP", "Xẻo Vẹt Lớn",
        person(13, "Phạm Hoàng Cá Sửu", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0813000224", CONVERTED),
        person(14, "Huỳnh Mỹ Cỏ Chỉ", "1999", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0966000225"),
        person(15, "Võ Thị Rau Muống", "1983", "F", MEMBER, "Chi hội phụ nữ", MASS, "0974000226"),
        person(16, "Đỗ Quang Lờ Cá", "1990", "M", MEMBER, "Nhân viên bưu điện", TELECOM, "0911000227"),
        person(17, "Lâm Thị Trâm Bông", "1987", "F", MEMBER, "Ngân hàng nông nghiệp", BANK, "0902000228")),
    team(TAB, COMMUNE, "AP", "Kênh Dài",
        person(19, "Bùi Văn Cò Quắm", "1968", "M", LEADER, "Trưởng ấp", HEAD, "0939000229"),
        person(20, "Ngô Thị Lá Lốt", "1996", "F", DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0583000230", CONVERTED),
        person(21, "Hồ Minh Vó Cất", "1975", "M", MEMBER, "Công an viên", STATE, "0933000231")),
], [1, 2, 3, 5, 6, 7, 12, 18, 22, 24, 25], "old_font_tcvn3")
