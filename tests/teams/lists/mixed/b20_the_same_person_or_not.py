"""Doubles, namesakes, one person in two teams, two people in a cell, nicknames, given names, strange letters."""

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

FILE = "b20-trung-ten-hay-mot-nguoi.xlsx"
TAB = "Duong Hoa"
COMMUNE = "30805"

CONTENT = [Sheet(TAB, merged="A1:F1 A4:F4 A14:F14", rows={
    1: ["UBND XÃ DƯƠNG HÒA - HUYỆN KIÊN LƯƠNG: DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["STT", "Tên thành viên", "Năm sinh", "Đoàn thể, cơ quan", "Trách nhiệm", "Điện thoại"],
    4: ["Tổ 1 - Ấp Ngã Tư Đá"],
    5: [1, "Ðỗ Văn  Cây Sộp", 1964, "Trưởng ấp", "Tổ trưởng", "0918000901"],
    6: [2, "Lê Thị Bông Bụp", 1993, "Chi hội Phụ nữ", "Tổ phó", "0945000902"],
    7: [3, "LÊ THỊ BÔNG BỤP", None, "Hội LHPN", "Thành viên", "0945 000 902"],
    8: [4, "Danh Sên Đá", 1980, "Hội Nông dân", "Thành viên", "0977000903"],
    9: [5, "Danh Sên Đá", 1958, "CCB", "Thành viên", "0939000904"],
    10: [6, "Trần Hoàng Mắm Ruốc", 1985, "VNPT", "Thành viên", "0888000905"],
    11: [7, "Trần Hoàng Mắm Ruốc", "22/7/1985", "VNPT", "Thành viên", "0911000906"],
    12: [8, "Phạm Thị Bánh Tẻ, Võ Mỹ Bánh Ú", 1990, "Người dân", "Thành viên", "0346000907"],
    13: [9, "???", 1977, "Công an viên", "Thành viên", "0903000908"],
    14: ["Tổ 2 - Ấp Lò Vôi Cũ"],
    15: [1, "Nguyễn Thanh Bồ Hóng (Hai Bồ)", 1967, "Trưởng ấp", "Tổ trưởng", "0913000909"],
    16: [2, "Ngọc", 1999, "Bí thư chi đoàn", "Tổ phó", "0966000910"],
    17: [3, "Trần Hoàng Mắm Ruốc", 1985, "VNPT", "Thành viên", "0888000905"],
    18: [4, "Đ/c Huỳnh\u200b Tấn Cá Chạch", 1972, "Phó trưởng ấp", "Thành viên", "0907000911"],
    19: [5, "A. Hồ Văn Ong Bầu", 1996, "nt", "nt", "0376000912"],
    20: [6, "Thị Nụ", 1988, "Chi hội PN", "Thành viên", "không"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Ngã Tư Đá",
        person(5, "Đỗ Văn Cây Sộp", "1964", None, LEADER, "Trưởng ấp", HEAD, "0918000901"),
        person(6, "Lê Thị Bông Bụp", "1993", None, DEPUTY, "Chi hội Phụ nữ", MASS, "0945000902"),
        person(7, "LÊ THỊ BÔNG BỤP", None, None, MEMBER, "Hội LHPN", MASS, "0945000902", "name_case", "duplicate_of:6"),
        person(8, "Danh Sên Đá", "1980", None, MEMBER, "Hội Nông dân", MASS, "0977000903"),
        person(9, "Danh Sên Đá", "1958", None, MEMBER, "CCB", MASS, "0939000904"),
        person(10, "Trần Hoàng Mắm Ruốc", "1985", None, MEMBER, "VNPT", TELECOM, "0888000905"),
        person(11, "Trần Hoàng Mắm Ruốc", "1985-07-22", None, MEMBER, "VNPT", TELECOM, "0911000906", "duplicate_of:10"),
        person(12, "Phạm Thị Bánh Tẻ", None, None, MEMBER, "Người dân", RESIDENT, None, "two_people"),
        person(12, "Võ Mỹ Bánh Ú", None, None, MEMBER, "Người dân", RESIDENT, None, "two_people"),
        person(13, None, "1977", None, MEMBER, "Công an viên", STATE, "0903000908", "name_unreadable")),
    team(TAB, COMMUNE, "AP", "Lò Vôi Cũ",
        person(15, "Nguyễn Thanh Bồ Hóng", "1967", None, LEADER, "Trưởng ấp", HEAD, "0913000909", "name_remark"),
        person(16, "Ngọc", "1999", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000910", "name_incomplete"),
        person(17, "Trần Hoàng Mắm Ruốc", "1985", None, MEMBER, "VNPT", TELECOM, "0888000905"),
        person(18, "Huỳnh Tấn Cá Chạch", "1972", None, MEMBER, "Phó trưởng ấp", STATE, "0907000911"),
        person(19, "Hồ Văn Ong Bầu", "1996", "M", MEMBER, "Phó trưởng ấp", STATE, "0376000912", "as_above"),
        person(20, "Thị Nụ", "1988", None, MEMBER, "Chi hội PN", MASS, None)),
], [1, 3, 4, 14])
