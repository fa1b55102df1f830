"""Two rows for each person, as the heading of two rows says: name above, post and telephone below; a title over each hamlet."""

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

FILE = "e13-moi-nguoi-hai-dong.xls"
TAB = "TCNS"
COMMUNE = "30844"

CONTENT = [Sheet(TAB, merged="A5:A6 D5:D6", rows={
    1: ["UBND HUYỆN HÒN ĐẤT"],
    2: ["UBND XÃ MỸ LÂM"],
    3: ["THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    5: ["TT", "Họ và tên", "Ngày sinh", "Nhiệm vụ"],
    6: [None, "Chức vụ, đơn vị", "Số liên lạc", None],
    7: ["Ấp Hưng Cỏ Bàng (4 người)"],
    8: [1, "Trần Văn Cá Vồ", "12/3/1970", "Tổ trưởng"],
    9: [None, "Trưởng ấp", "0918 000 771", None],
    10: [2, "Lê Thị Bông Sứ", "1/9/1998", "Tổ phó"],
    11: [None, "Bí thư chi đoàn", "0966 000 772", None],
    12: [3, "Danh Xe Lôi", "1981", "Thành viên"],
    13: [None, "Hội CCB", "0945 000 773", None],
    14: [4, "Phạm Mỹ Dền Gai", "1989", "Thành viên"],
    15: [None, "Hội Phụ nữ", "0970 00 774", None],
    16: ["Ấp Mỹ Vàm Tràm (3 người)"],
    17: [1, "Võ Công Cà Na Rừng", "1963", "Tổ trưởng"],
    18: [None, "Bí thư chi bộ, Trưởng ấp", "0913 000 775", None],
    19: [2, "Ngô Tấn Chim Trích", "30-4-01", "Tổ phó"],
    20: [None, "Đoàn xã", "0961 000 776", None],
    21: [3, "Huỳnh Ngọc Rế Tre", "1999 - 2000", None],
    22: [None, "Trạm Y tế xã", "0939 000 777", None],
    23: [4, "(NH CSXH cử)", None, "Thành viên"],
    24: [None, "Ngân hàng CSXH", None, None],
    25: ["Tổng số: 02 tổ, 07 người"],
    27: [None, None, None, "TM. UBND XÃ"],
    28: [None, None, None, "Đặng Văn Mũi Ghe"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Hưng Cỏ Bàng",
        person(8, "Trần Văn Cá Vồ", "1970-03-12", None, LEADER, "Trưởng ấp", HEAD, "0918000771"),
        person(10, "Lê Thị Bông Sứ", "1998-09-01", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000772"),
        person(12, "Danh Xe Lôi", "1981", None, MEMBER, "Hội CCB", MASS, "0945000773"),
        person(14, "Phạm Mỹ Dền Gai", "1989", None, MEMBER, "Hội Phụ nữ", MASS, None, "phone_unreadable"),
        stated=4),
    team(TAB, COMMUNE, "AP", "Mỹ Vàm Tràm",
        person(17, "Võ Công Cà Na Rừng", "1963", None, LEADER, "Bí thư chi bộ, Trưởng ấp", HEAD, "0913000775"),
        person(19, "Ngô Tấn Chim Trích", "2001-04-30", None, DEPUTY, "Đoàn xã", YOUTH, "0961000776", "birth_two_digit_year"),
        person(21, "Huỳnh Ngọc Rế Tre", None, None, None, "Trạm Y tế xã", STATE, "0939000777", "birth_unreadable",
            "role_unclear"),
        person(23, None, None, None, MEMBER, "Ngân hàng CSXH", BANK, None, "name_placeholder"),
        stated=3),
], [1, 2, 3, 5, 6, 7, 9, 11, 13, 15, 16, 18, 20, 22, 24, 25, 27, 28])
