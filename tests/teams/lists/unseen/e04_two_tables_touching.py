"""Two tables side by side without a column between, other words and another order on the right; then two more below."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
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

FILE = "e04-hai-bang-sat-nhau.xlsx"
TAB = "Sheet1"
COMMUNE = "30889"
LEFT = ["Stt", "Họ tên thành viên", "Năm sinh", "Đơn vị", "Vai trò", "Di động"]
RIGHT = ["Stt", "Vai trò", "Họ tên thành viên", "Di động", "Đơn vị"]

CONTENT = [Sheet(TAB, merged="A1:K1 A3:F3 G3:K3 A10:F10 G10:K10", rows={
    1: ["Xã Giục Tượng - huyện Châu Thành. DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["Tổ ấp Tân Bần", None, None, None, None, None, "Tổ ấp Minh Lá"],
    4: [*LEFT, *RIGHT],
    5: [1, "Trần Văn Bông Trang", 1966, "Trưởng ấp", "Tổ trưởng", "0918000641",
        1, "Tổ trưởng", "Phan Hữu Cây Còng", "0913000642", "Phó bí thư chi bộ, trưởng ấp"],
    6: [2, "Lê Thị Dây Choại", 1995, "Chi đoàn", "Tổ phó", "0966000643",
        2, "Tổ phó", "Danh Lia Thia Xanh", "0961000644", "Đoàn thanh niên"],
    7: [3, "Nguyễn Tấn Hến", 1979, "Hội CCB", "Thành viên", "nt",
        3, "Thành viên", "Thị Bồ Ngót", "0974000645", "Hội phụ nữ"],
    8: [4, "Võ Minh Rơm Vàng", "80", "Viettel", "Thành viên", "0977000646"],
    10: ["Tổ ấp Tân Đìa", None, None, None, None, None, "Tổ ấp Minh Rọ"],
    11: [*LEFT, *RIGHT],
    12: [1, "HUỲNH CÔNG LƯỚI CÀO", 1972, "Trưởng ấp", "Tổ trưởng", "0919000647",
         1, "Tổ trưởng", "Bà Mai Thị Rau Nhút", "0917000648", "Trưởng ấp"],
    13: [2, "Đỗ Ngọc Sâm Đất", 1999, "ĐVTN", "Tổ phó", "0168 4000 649",
         2, "Tổ phó", "Ông Cao Văn Máy Xới", "096500065", "Công an viên"],
    14: [None, None, None, None, None, None,
         3, "Thành viên", "khuyết", None, "Hội nông dân"],
    15: [None, None, None, None, None, None,
         4, None, "Bà Tô Ngọc Bánh Ú", "0939000651", "Y tế"],
    17: [None, "Tổng cộng: 04 tổ, 13 người"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Tân Bần",
        person(5, "Trần Văn Bông Trang", "1966", None, LEADER, "Trưởng ấp", HEAD, "0918000641"),
        person(6, "Lê Thị Dây Choại", "1995", None, DEPUTY, "Chi đoàn", YOUTH, "0966000643"),
        person(7, "Nguyễn Tấn Hến", "1979", None, MEMBER, "Hội CCB", MASS, None, "phone_unreadable"),
        person(8, "Võ Minh Rơm Vàng", "1980", None, MEMBER, "Viettel", TELECOM, "0977000646", "birth_two_digit_year")),
    team(TAB, COMMUNE, "AP", "Minh Lá",
        person(5, "Phan Hữu Cây Còng", None, None, LEADER, "Phó bí thư chi bộ, trưởng ấp", HEAD, "0913000642"),
        person(6, "Danh Lia Thia Xanh", None, None, DEPUTY, "Đoàn thanh niên", YOUTH, "0961000644"),
        person(7, "Thị Bồ Ngót", None, None, MEMBER, "Hội phụ nữ", MASS, "0974000645")),
    team(TAB, COMMUNE, "AP", "Tân Đìa",
        person(12, "HUỲNH CÔNG LƯỚI CÀO", "1972", None, LEADER, "Trưởng ấp", HEAD, "0919000647", "name_case"),
        person(13, "Đỗ Ngọc Sâm Đất", "1999", None, DEPUTY, "ĐVTN", YOUTH, "0384000649", "phone_converted")),
    team(TAB, COMMUNE, "AP", "Minh Rọ",
        person(12, "Mai Thị Rau Nhút", None, "F", LEADER, "Trưởng ấp", HEAD, "0917000648"),
        person(13, "Cao Văn Máy Xới", None, "M", DEPUTY, "Công an viên", STATE, None, "phone_unreadable"),
        person(14, None, None, None, MEMBER, "Hội nông dân", MASS, None, "name_placeholder"),
        person(15, "Tô Ngọc Bánh Ú", None, "F", None, "Y tế", STATE, "0939000651", "role_unclear")),
], [1, 3, 4, 10, 11, 17], "stated_total_differs")
