"""Leaders of all hamlets first, then the deputies, then the members; the hamlet in a column, one person entered twice."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
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

FILE = "d01-theo-chuc-danh.xlsx"
TAB = "Trích ngang"
COMMUNE = "30823"

CONTENT = [Sheet(TAB, merged="A2:G2 A3:G3 A6:G6 A10:G10 A14:G14", rows={
    1: ["ỦY BAN NHÂN DÂN XÃ BÌNH SƠN"],
    2: ["DANH SÁCH TRÍCH NGANG NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["(Kèm theo Quyết định số 71/QĐ-UBND ngày 03/10/2022 của Ủy ban nhân dân xã)"],
    5: ["Số TT", "Họ tên thành viên", "Ấp", "Năm sinh", "Phái", "Chức vụ hiện nay", "Di động"],
    6: ["A. TỔ TRƯỞNG"],
    7: [1, "Trần Văn Cá Hố", "Vàm Rẫy Nhỏ", 1964, "Nam", "Bí thư, Trưởng ấp", 918000401],
    8: [2, "Danh Cây Mắm", "Giồng Lức", 1970, "Nam", "Trưởng ấp", 913000402],
    9: [3, "Lê Thị Bông Trang", "Kinh Ba Thê Cũ", 1975, "Nữ", "Trưởng ấp", 919000403],
    10: ["B. TỔ PHÓ"],
    11: [1, "Phạm Quốc Chim Cút", "Vàm Rẫy Nhỏ", 1998, "Nam", "Bí thư chi đoàn", 966000404],
    12: [2, "Ngô Ngọc Hoa Dại", "Giồng Lức", "3/2000", "Nữ", "Đoàn viên thanh niên", "0773 000 405"],
    13: [3, "Võ Hữu Cột Neo", "Kinh Ba Thê Cũ", 1992, "Nam", "Công an viên", "01689 000 406"],
    14: ["C. THÀNH VIÊN"],
    15: [1, "Đỗ Thị Trái Mắm", "Vàm Rẫy Nhỏ", 1983, "Nữ", "Chi hội trưởng Phụ nữ", 974000407],
    16: [2, "Hồ Chí Dầm Bơi", "Vàm Rẫy Nhỏ", 1979, "Nam", "Chi hội CCB", "không có"],
    17: [3, "Mai Thị Rau Trai", "Giồng Lức", 1988, "Nữ", "Y tế ấp", 939000409],
    18: [4, "Huỳnh Công Lưới Vây", "Giồng Lức", 2015, "Nam", "Hội Nông dân", 945000410],
    19: [5, "Võ Hữu Cột Neo", "Kinh Ba Thê Cũ", 1992, "Nam", "Công an", 389000406],
    20: [6, "Kim Thị Nhãn Lồng", "Kinh Ba Thê Cũ", 1990, "Nữ", "CTV", "0909 000 411"],
    22: [None, "Tổng số: 12 người", None, None, None, "NGƯỜI LẬP"],
})]

READING = reading(COMMUNE, ("71", "QĐ-UBND", "2022-10-03"), [
    team(TAB, COMMUNE, "AP", "Vàm Rẫy Nhỏ",
        person(7, "Trần Văn Cá Hố", "1964", "M", LEADER, "Bí thư, Trưởng ấp", HEAD, "0918000401"),
        person(11, "Phạm Quốc Chim Cút", "1998", "M", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000404"),
        person(15, "Đỗ Thị Trái Mắm", "1983", "F", MEMBER, "Chi hội trưởng Phụ nữ", MASS, "0974000407"),
        person(16, "Hồ Chí Dầm Bơi", "1979", "M", MEMBER, "Chi hội CCB", MASS, None)),
    team(TAB, COMMUNE, "AP", "Giồng Lức",
        person(8, "Danh Cây Mắm", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0913000402"),
        person(12, "Ngô Ngọc Hoa Dại", "2000-03", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0773000405",
            "phone_maybe_landline"),
        person(17, "Mai Thị Rau Trai", "1988", "F", MEMBER, "Y tế ấp", STATE, "0939000409"),
        person(18, "Huỳnh Công Lưới Vây", None, "M", MEMBER, "Hội Nông dân", MASS, "0945000410",
            "birth_implausible")),
    team(TAB, COMMUNE, "AP", "Kinh Ba Thê Cũ",
        person(9, "Lê Thị Bông Trang", "1975", "F", LEADER, "Trưởng ấp", HEAD, "0919000403"),
        person(13, "Võ Hữu Cột Neo", "1992", "M", DEPUTY, "Công an viên", STATE, "0389000406", "phone_converted"),
        person(19, "Võ Hữu Cột Neo", "1992", "M", MEMBER, "Công an", STATE, "0389000406", "duplicate_of:13"),
        person(20, "Kim Thị Nhãn Lồng", "1990", "F", MEMBER, "CTV", None, "0909000411", "category_unclear")),
], [1, 2, 3, 5, 6, 10, 14, 22])
