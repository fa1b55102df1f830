"""A small form for each person, labels and values in four rows, the team named in each; no table anywhere."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e03-phieu-tung-nguoi.xlsx"
TAB = "Phiếu"
COMMUNE = "30784"

CONTENT = [Sheet(TAB, rows={
    1: ["PHIẾU THÔNG TIN THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    2: ["Xã Thuận Yên, thành phố Hà Tiên"],
    4: ["Họ và tên:", "Trần Hữu Gừng Gió", "Giới tính:", "Nam"],
    5: ["Năm sinh:", 1970, "Số điện thoại:", "0918 000 631"],
    6: ["Thuộc tổ:", "Ấp Rạch Núi Mới", "Vai trò:", "Tổ trưởng"],
    7: ["Chức vụ:", "Trưởng ấp"],
    9: ["Họ và tên:", "Lê Thị Hoa Giấy", "Giới tính:", "Nữ"],
    10: ["Năm sinh:", "5/1996", "Số điện thoại:", "84966000632"],
    11: ["Thuộc tổ:", "Ấp Rạch Núi Mới", "Vai trò:", "Tổ phó"],
    12: ["Chức vụ:", "Bí thư chi đoàn"],
    14: ["Họ và tên:", "Danh Trái Bình Linh", "Giới tính:", "Nam"],
    15: ["Năm sinh:", 1981, "Số điện thoại:", "0945 000 633 / 0788 000 634"],
    16: ["Thuộc tổ:", "Ấp Rạch Núi Mới", "Vai trò:", "Thành viên"],
    17: ["Chức vụ:", "Hội Nông dân"],
    19: ["Họ và tên:", "Phạm Công Hòn Chông", "Giới tính:", "Nam"],
    20: ["Năm sinh:", "12/8/1965", "Số điện thoại:", "0913 000 635"],
    21: ["Thuộc tổ:", "Ấp Xoa Ảo Nhỏ", "Vai trò:", "Tổ trưởng"],
    22: ["Chức vụ:", "Bí thư chi bộ, Trưởng ấp"],
    24: ["Họ và tên:", "Võ Mỹ Vẹm Xanh", "Giới tính:", "Nữ"],
    25: ["Năm sinh:", 2018, "Số điện thoại:", "chưa có"],
    26: ["Thuộc tổ:", "Ấp Xoa Ảo Nhỏ", "Vai trò:", None],
    27: ["Chức vụ:", "Chi hội trưởng PN"],
    29: ["Họ và tên:", "Ngô Tấn Cá Cơm (Ba Cơm)", "Giới tính:", None],
    30: ["Năm sinh:", 1988, "Số điện thoại:", "0888 000 636"],
    31: ["Thuộc tổ:", "ấp Xoa Ảo Nhỏ", "Vai trò:", "Thành viên"],
    32: ["Chức vụ:", "Nhân viên VNPT"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Rạch Núi Mới",
        person(4, "Trần Hữu Gừng Gió", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0918000631"),
        person(9, "Lê Thị Hoa Giấy", "1996-05", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000632"),
        person(14, "Danh Trái Bình Linh", "1981", "M", MEMBER, "Hội Nông dân", MASS, "0945000633", "two_phones")),
    team(TAB, COMMUNE, "AP", "Xoa Ảo Nhỏ",
        person(19, "Phạm Công Hòn Chông", "1965-08-12", "M", LEADER, "Bí thư chi bộ, Trưởng ấp", HEAD, "0913000635"),
        person(24, "Võ Mỹ Vẹm Xanh", None, "F", None, "Chi hội trưởng PN", MASS, None, "birth_implausible", "role_unclear"),
        person(29, "Ngô Tấn Cá Cơm", "1988", None, MEMBER, "Nhân viên VNPT", TELECOM, "0888000636", "name_remark")),
], [1, 2, 5, 6, 7, 10, 11, 12, 15, 16, 17, 20, 21, 22, 25, 26, 27, 30, 31, 32])
