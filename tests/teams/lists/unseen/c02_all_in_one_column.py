"""Typed on a telephone into the first column: a whole person in each cell, the hamlets between the people."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c02-mot-cot.xlsx"
TAB = "Trang tính1"
COMMUNE = "31021"

CONTENT = [Sheet(TAB, rows={
    1: ["Tổ công nghệ số cộng đồng xã Thuận Hòa"],
    2: ["Ấp Xẻo Đước Ngọn gồm có:"],
    3: ["Ông Phạm Văn Cá Đuối, 1965, Trưởng ấp, tổ trưởng, 0918000921"],
    4: ["Bà Trần Thị Trái Giác, 1993, Bí thư chi đoàn, tổ phó, 0966000922"],
    5: ["Ông Danh Hàng Đáy, 1979, Hội Nông dân, thành viên, 0945 000 923"],
    6: ["Bà Út, Hội Phụ nữ, thành viên, 0974 000 924"],
    7: ["Anh Lê Tấn Cá Bống Kèo, 1988, VNPT, thành viên, 0888 000 925"],
    9: ["Ấp Mười Ghe:"],
    10: ["Ông Huỳnh Công Chim Le Nâu, 1970, Trưởng ấp, tổ trưởng, 84913000926"],
    11: ["Anh Võ Minh Trái Mắm, 2001, đoàn viên thanh niên, tổ phó, 0961 000 927"],
    12: ["Chị Đặng Mỹ Lá Cách, 1996, giáo viên, thành viên, 0932 000 928 / 0788 000 929"],
    13: ["Ông Tám (chưa rõ họ), CCB, thành viên, chưa có số"],
    14: ["(Agribank cử), thành viên"],
    16: ["Ấp Rạch Ngã Bát:"],
    17: ["Ông Mai Hữu Cá Lù Đù, 1962, Phó trưởng ấp, tổ trưởng, 0919 000 930"],
    18: ["Bà Ngô Thị Ruốc Khô, 1984, Chi hội trưởng Phụ nữ, tổ phó, 0943 000 931"],
    19: ["Anh Kim Ong Mật, 1990, nuôi tôm, làm vuông, thành viên, 0379 000 932"],
    21: ["Tổng cộng 12 người"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Xẻo Đước Ngọn",
        person(3, "Phạm Văn Cá Đuối", "1965", "M", LEADER, "Trưởng ấp", HEAD, "0918000921"),
        person(4, "Trần Thị Trái Giác", "1993", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000922"),
        person(5, "Danh Hàng Đáy", "1979", "M", MEMBER, "Hội Nông dân", MASS, "0945000923"),
        person(6, "Út", None, "F", MEMBER, "Hội Phụ nữ", MASS, "0974000924", "name_incomplete"),
        person(7, "Lê Tấn Cá Bống Kèo", "1988", "M", MEMBER, "VNPT", TELECOM, "0888000925")),
    team(TAB, COMMUNE, "AP", "Mười Ghe",
        person(10, "Huỳnh Công Chim Le Nâu", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0913000926"),
        person(11, "Võ Minh Trái Mắm", "2001", "M", DEPUTY, "đoàn viên thanh niên", YOUTH, "0961000927"),
        person(12, "Đặng Mỹ Lá Cách", "1996", "F", MEMBER, "giáo viên", STATE, "0932000928", "two_phones"),
        person(13, "Tám", None, "M", MEMBER, "CCB", MASS, None, "name_incomplete", "name_remark"),
        person(14, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder")),
    team(TAB, COMMUNE, "AP", "Rạch Ngã Bát",
        person(17, "Mai Hữu Cá Lù Đù", "1962", "M", LEADER, "Phó trưởng ấp", STATE, "0919000930"),
        person(18, "Ngô Thị Ruốc Khô", "1984", "F", DEPUTY, "Chi hội trưởng Phụ nữ", MASS, "0943000931"),
        person(19, "Kim Ong Mật", "1990", "M", MEMBER, "nuôi tôm, làm vuông", RESIDENT, "0379000932")),
], [1, 2, 9, 16, 21])
