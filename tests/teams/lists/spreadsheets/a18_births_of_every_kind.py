"""Births as serial numbers, as a year in a date cell, as typed text and as nonsense; columns that are not taken."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

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
from tests.teams.lists.spreadsheets.sheets import DateFormatted, Sheet

FILE = "a18-ngay-sinh-du-kieu.xlsx"
TAB = "Ham Ninh"
COMMUNE = "31093"

SHEETS = [Sheet(TAB, merged="C1:I1 C2:I2 A5:I5 A11:I11 A16:I16", rows={
    1: ["UBND XÃ HÀM NINH", None, "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    2: [None, None, "(Đính kèm Quyết định số 134/QĐ-UBND ngày 8 tháng 11 năm 2022)"],
    4: ["Stt", "Họ tên", "Ngày tháng năm sinh", "Giới tính", "Dân tộc", "Trình độ", "Chức vụ", "Tham gia Tổ", "ĐTDĐ"],
    5: ["ẤP CÂY SAO LỚN"],
    6: [1, "Nguyễn Hữu Ghẹ Đỏ", 27195, "Nam", "Kinh", "12/12", "Trưởng ấp", "Tổ trưởng", 918000341],
    7: [2, "Lê Thị Nàng Thơm", 34920, "Nữ", "Kinh", "12/12", "Bí thư chi đoàn", "Tổ phó", 964000342],
    8: [3, "Danh Tu Hài", DateFormatted(1968), "Nam", "Khmer", "5/12", "Hội Nông dân", "Thành viên", 943000343],
    9: [4, "Trần Mỹ Vọp Bùn", DateFormatted(1983), "Nữ", "Kinh", "9/12", "Chi hội trưởng Phụ nữ", "Thành viên", 974000344],
    10: [5, "Thị Ốc Hương", "12/4/71", "Nữ", "Khmer", "3/12", "Hội Người cao tuổi", "Thành viên", "chưa có"],
    11: ["ẤP RẠCH HÀM DƯỚI"],
    12: [1, "Phạm Văn Cá Gáy", "Mậu Thân", "Nam", "Kinh", "7/12", "Trưởng ấp", "Tổ trưởng", 913000345],
    13: [2, "Huỳnh Ngọc Rạm", "31/02/1996", "Nữ", "Kinh", "12/12", "ĐVTN", "Tổ phó", 966000346],
    14: [3, "Võ Chí Mực Nang", 1925, "Nam", "Kinh", "10/12", "CCB", "Thành viên", 939000347],
    15: [4, "Tăng A Bạch Tuộc", "1980-1982", "Nam", "Hoa", "12/12", "Viettel", "Thành viên", 977000348],
    16: ["ẤP BÃI VÒNG TRÊN"],
    17: [1, "Mai Hoàng Cá Đé", date(1966, 12, 5), "Nam", "Kinh", "12/12", "Bí thư, Trưởng ấp", "Tổ trưởng", 919000349],
    18: [2, "Đỗ Kim Dứa Dại", "22081999", "Nữ", "Kinh", "ĐH", "Phó Bí thư chi đoàn", "Tổ phó", 961000350],
    19: [3, "Cao Thành Cá Bè Xước", "1987-03-06", "Nam", "Kinh", "CĐ", "Quỹ TDND", "Thành viên", 902000351],
    20: [4, "Ngô Thị Dã Quỳ", "tháng 5 năm 1990", "Nữ", "Kinh", "TC", "Y tế ấp", "Thành viên", 946000352],
    21: [None, "Tổng số thành viên: 13"],
})]

UNREADABLE, YEAR_AS_DATE = "birth_unreadable", "birth_year_as_date"
READING = reading(COMMUNE, ("134", "QĐ-UBND", "2022-11-08"), [
    team(TAB, COMMUNE, "AP", "CÂY SAO LỚN",
        person(6, "Nguyễn Hữu Ghẹ Đỏ", "1974-06-15", "M", LEADER, "Trưởng ấp", HEAD, "0918000341"),
        person(7, "Lê Thị Nàng Thơm", "1995-08-09", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0964000342"),
        person(8, "Danh Tu Hài", "1968", "M", MEMBER, "Hội Nông dân", MASS, "0943000343", YEAR_AS_DATE),
        person(9, "Trần Mỹ Vọp Bùn", "1983", "F", MEMBER, "Chi hội trưởng Phụ nữ", MASS, "0974000344", YEAR_AS_DATE),
        person(10, "Thị Ốc Hương", "1971-04-12", "F", MEMBER, "Hội Người cao tuổi", MASS, None, "birth_two_digit_year")),
    team(TAB, COMMUNE, "AP", "RẠCH HÀM DƯỚI",
        person(12, "Phạm Văn Cá Gáy", None, "M", LEADER, "Trưởng ấp", HEAD, "0913000345", UNREADABLE),
        person(13, "Huỳnh Ngọc Rạm", None, "F", DEPUTY, "ĐVTN", YOUTH, "0966000346", UNREADABLE),
        person(14, "Võ Chí Mực Nang", None, "M", MEMBER, "CCB", MASS, "0939000347", "birth_implausible"),
        person(15, "Tăng A Bạch Tuộc", None, "M", MEMBER, "Viettel", TELECOM, "0977000348", UNREADABLE)),
    team(TAB, COMMUNE, "AP", "BÃI VÒNG TRÊN",
        person(17, "Mai Hoàng Cá Đé", "1966-12-05", "M", LEADER, "Bí thư, Trưởng ấp", HEAD, "0919000349"),
        person(18, "Đỗ Kim Dứa Dại", "1999-08-22", "F", DEPUTY, "Phó Bí thư chi đoàn", YOUTH, "0961000350"),
        person(19, "Cao Thành Cá Bè Xước", "1987-03-06", "M", MEMBER, "Quỹ TDND", BANK, "0902000351"),
        person(20, "Ngô Thị Dã Quỳ", "1990-05", "F", MEMBER, "Y tế ấp", STATE, "0946000352")),
], [1, 2, 4, 5, 11, 16, 21], "columns_not_taken")
