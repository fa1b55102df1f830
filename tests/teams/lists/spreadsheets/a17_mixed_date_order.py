"""A flat list of a township: day and month in either order, two people in a cell, two telephones, a seat not yet filled."""

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

FILE = "a17-ngay-thang-lan-lon.xlsx"
TAB = "Tong hop"
COMMUNE = "30787"

SHEETS = [Sheet(TAB, rows={
    1: ["THỊ TRẤN KIÊN LƯƠNG - NHÂN SỰ TỔ CNSCĐ"],
    3: ["Vai trò", "Họ tên", "KP", "Ngày sinh", "SĐT", "Tổ chức, đơn vị", "Phái"],
    4: ["Tổ trưởng", "Đoàn Văn Đá Vôi", "Núi Còm", "13/2/1965", "0918.000.321/0939.000.322", "Trưởng KP", "Nam"],
    5: ["Tổ phó", "Trần Thị Hoa Ban", "Núi Còm", "4/25/1997", "0961.000.323", "BTCĐ", "Nữ"],
    6: ["Thành viên", "Lê Hữu Cá Nhồng", "Núi Còm", "5/6/1978", "0945.000.324", "Hội CCB", "Nam"],
    7: ["Thành viên", "Ngô Mỹ Sò Điệp; Danh Vích", "Núi Còm", None, None, "CHT PN", None],
    8: ["Tổ trưởng", "Phạm Quốc Ống Nhổ", "Lò Gạch", "7/7/1972", "0913.000.325", "TKP", "Nam"],
    9: ["Tổ phó", "Hồ Thị Cá Mai", "Lò Gạch", "1999", "0965.000.326\n0888.000.327", "ĐVTN", "Nữ"],
    10: ["Thành viên", "Huỳnh Tấn Đồi Mồi", "lò gạch", "30/4/1985", "0903.000.328", "Cảnh sát khu vực", "Nam"],
    11: ["Thành viên", "khuyết", "Lò Gạch", None, None, "VietinBank", None],
    12: ["Tổ trưởng", "Võ Thị Hàu Sữa", "Tám Thước Mới", "12/11/1970", "0917.000.329", "Trưởng khu phố", "Nữ"],
    13: ["tổ phó", "Mai Thanh Bông Giấy", "Tám Thước Mới", "9/2001", "0976.000.330", "BT chi đoàn", "Nam"],
    14: ["thành viên", "Cao Ngọc Hến", "Tám Thước Mới", "10/31/1988", "0907.000.331", "Giáo viên", "nữ"],
    16: [None, "Ghi chú: danh sách do công chức Văn hóa - Xã hội tổng hợp."],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHU_PHO", "Núi Còm",
        person(4, "Đoàn Văn Đá Vôi", "1965-02-13", "M", LEADER, "Trưởng KP", HEAD, "0918000321", "two_phones"),
        person(5, "Trần Thị Hoa Ban", "1997-04-25", "F", DEPUTY, "BTCĐ", YOUTH, "0961000323"),
        person(6, "Lê Hữu Cá Nhồng", None, "M", MEMBER, "Hội CCB", MASS, "0945000324", "birth_ambiguous"),
        person(7, "Ngô Mỹ Sò Điệp", None, None, MEMBER, "CHT PN", MASS, None, "two_people"),
        person(7, "Danh Vích", None, None, MEMBER, "CHT PN", MASS, None, "two_people")),
    team(TAB, COMMUNE, "KHU_PHO", "Lò Gạch",
        person(8, "Phạm Quốc Ống Nhổ", "1972-07-07", "M", LEADER, "TKP", HEAD, "0913000325"),
        person(9, "Hồ Thị Cá Mai", "1999", "F", DEPUTY, "ĐVTN", YOUTH, "0965000326", "two_phones"),
        person(10, "Huỳnh Tấn Đồi Mồi", "1985-04-30", "M", MEMBER, "Cảnh sát khu vực", STATE, "0903000328"),
        person(11, None, None, None, MEMBER, "VietinBank", BANK, None, "name_placeholder")),
    team(TAB, COMMUNE, "KHU_PHO", "Tám Thước Mới",
        person(12, "Võ Thị Hàu Sữa", None, "F", LEADER, "Trưởng khu phố", HEAD, "0917000329", "birth_ambiguous"),
        person(13, "Mai Thanh Bông Giấy", "2001-09", "M", DEPUTY, "BT chi đoàn", YOUTH, "0976000330"),
        person(14, "Cao Ngọc Hến", "1988-10-31", "F", MEMBER, "Giáo viên", STATE, "0907000331")),
], [1, 3, 16], "mixed_date_order")
