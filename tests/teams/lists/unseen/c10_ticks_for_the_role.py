"""Ticks under leader, deputy and member, a tick only for women; account numbers that are not taken."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    BANK,
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

FILE = "c10-danh-dau-vai-tro.xlsx"
TAB = "VĨNH LẠC"
COMMUNE = "30745"

CONTENT = [Sheet(TAB, merged="A1:K1 A2:K2 A4:A5 B4:B5 C4:C5 D4:D5 E4:E5 F4:F5 G4:I4 J4:J5 K4:K5", rows={
    1: ["PHƯỜNG VĨNH LẠC - THÀNH PHỐ RẠCH GIÁ"],
    2: ["Danh sách các Tổ công nghệ số cộng đồng theo Quyết định số 302/QĐ-UBND ngày 07/12/2022"],
    4: ["STT", "Khu phố", "Họ, tên", "Sinh năm", "Nữ", "Chức vụ, đơn vị", "Chức danh trong tổ", None, None, "Điện thoại",
        "Số tài khoản"],
    5: [None, None, None, None, None, None, "Tổ trưởng", "Tổ phó", "Thành viên"],
    6: [1, "Khu phố Võ Bờ Kè", "Trần Quang Cá Mú", 1963, None, "Trưởng khu phố", "x", None, None, "0918.000.181", "7700000181"],
    7: [2, "Khu phố Võ Bờ Kè", "Lê Thị Hoa Ngâu", 1994, "x", "Chi đoàn", None, "x", None, "0966.000.182", None],
    8: [3, "Khu phố Võ Bờ Kè", "Danh Cây Thốt Lốt", 1980, None, "Hội Nông dân", None, None, "x", "0945.000.183", "7700000183"],
    9: [4, "Khu phố Võ Bờ Kè", "Phạm Ngọc Hẹ Tây", 1971, "x", "Hội Phụ nữ", None, None, "x", "0974.000.184", None],
    10: [5, "Khu phố Võ Bờ Kè", "Quách Tiểu Mận", 1988, "x", "Buôn bán", None, None, None, "0907.000.185", None],
    11: [6, "Khu phố 8", "Tăng Hớn Sóng Bạc", 1967, None, "Bí thư kiêm Trưởng khu phố", "X", None, None, "0913.000.186", None],
    12: [7, "Khu phố 8", "Võ Minh Cá Bơn", 1999, None, "ĐV", None, "X", "X", "0961.000.187", None],
    13: [8, "Khu phố 8", "Thái Mỹ Cúc Vàng", 1985, "x", "Trạm y tế phường", None, None, "x", "0939.000.188", None],
    14: [9, "KP8", "Mạc Chí Mỏ Neo", 1976, None, "Công an khu vực", None, None, "x", "0903.000.189", None],
    15: [10, "Khu phố 08", "Ngô Thị Lá Sả", 2031, "x", "Vietcombank", None, None, "x", "0292.000.190", None],
    16: [None, "Tổng cộng: 10 người", None, None, None, None, 2, 2, 6],
})]

READING = reading(COMMUNE, ("302", "QĐ-UBND", "2022-12-07"), [
    team(TAB, COMMUNE, "KHU_PHO", "Võ Bờ Kè",
        person(6, "Trần Quang Cá Mú", "1963", None, LEADER, "Trưởng khu phố", HEAD, "0918000181"),
        person(7, "Lê Thị Hoa Ngâu", "1994", "F", DEPUTY, "Chi đoàn", YOUTH, "0966000182"),
        person(8, "Danh Cây Thốt Lốt", "1980", None, MEMBER, "Hội Nông dân", MASS, "0945000183"),
        person(9, "Phạm Ngọc Hẹ Tây", "1971", "F", MEMBER, "Hội Phụ nữ", MASS, "0974000184"),
        person(10, "Quách Tiểu Mận", "1988", "F", None, "Buôn bán", RESIDENT, "0907000185", "role_unclear")),
    team(TAB, COMMUNE, "KHU_PHO", "8",
        person(11, "Tăng Hớn Sóng Bạc", "1967", None, LEADER, "Bí thư kiêm Trưởng khu phố", HEAD, "0913000186"),
        person(12, "Võ Minh Cá Bơn", "1999", None, None, "ĐV", None, "0961000187", "role_unclear", "category_unclear"),
        person(13, "Thái Mỹ Cúc Vàng", "1985", "F", MEMBER, "Trạm y tế phường", STATE, "0939000188"),
        person(14, "Mạc Chí Mỏ Neo", "1976", None, MEMBER, "Công an khu vực", STATE, "0903000189"),
        person(15, "Ngô Thị Lá Sả", None, "F", MEMBER, "Vietcombank", BANK, None, "birth_implausible", "phone_unreadable")),
], [1, 2, 4, 5, 16], "columns_not_taken")
