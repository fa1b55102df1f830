"""The list before and the list after the renewal, one below the other on a sheet, each with its own columns."""

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

FILE = "c08-cu-tren-moi-duoi.xlsx"
TAB = "Kien toan"
COMMUNE = "30805"

CONTENT = [Sheet(TAB, merged="A1:F1 A4:F4 A13:G13", rows={
    1: ["UBND XÃ DƯƠNG HÒA"],
    2: ["Thay đổi nhân sự Tổ công nghệ số cộng đồng ấp Ngã Tư Đá và ấp Lung Rừng"],
    4: ["A. DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TRƯỚC KHI KIỆN TOÀN"],
    5: ["TT", "Họ tên", "Sinh năm", "Chức danh, đơn vị", "Vai trò", "Điện thoại", "Ấp"],
    6: [1, "Trần Văn Cá Lóc", 1961, "Trưởng ấp", "Tổ trưởng", "0918000141", "Ngã Tư Đá"],
    7: [2, "Lê Thị Sơn Trà", 1990, "Bí thư chi đoàn", "Tổ phó", "0966000142", "Ngã Tư Đá"],
    8: [3, "Danh Trâu Cổ", 1975, "Hội Nông dân", "Thành viên", "01662000143", "Ngã Tư Đá"],
    9: [1, "Phạm Quốc Cá Heo", 1966, "Trưởng ấp", "Tổ trưởng", "0913000144", "Lung Rừng"],
    10: [2, "Ngô Mỹ Bông Giấy", 1988, "ĐVTN", "Tổ phó", "0961000145", "Lung Rừng"],
    11: [3, "Đỗ Hữu Cây Tràm", 1959, "CCB", "Thành viên", None, "Lung Rừng"],
    13: ["B. DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG SAU KHI KIỆN TOÀN"],
    14: ["TT", "Ấp", "Vai trò", "Họ tên", "Giới tính", "Năm sinh", "Số ĐT", "Đơn vị"],
    15: [1, "Ngã Tư Đá", "Tổ trưởng", "Lê Thị Sơn Trà", "Nữ", 1990, "0966000142", "Trưởng ấp"],
    16: [2, "Ngã Tư Đá", "Tổ phó", "Võ Minh Chim Cút Nâu", "Nam", 2002, "0968000146", "Đoàn viên"],
    17: [3, "Ngã Tư Đá", "Thành viên", "Danh Trâu Cổ", "Nam", 1975, "0362000143", "Hội Nông dân"],
    18: [4, "Ngã Tư Đá", "Thành viên", "Huỳnh Thị Bồ Ngót (mới)", "Nữ", 1986, "0974000147", "Hội Phụ nữ"],
    19: [5, "Lung Rừng", "Tổ trưởng", "Phạm Quốc Cá Heo", "Nam", 1966, "0913000144", "Trưởng ấp"],
    20: [6, "Lung Rừng", "Tổ phó", "Hồ Ngọc Cẩm Chướng", "Nữ", "11/1997", "0963000148", "BT chi đoàn"],
    21: [7, "Lung Rừng", "Thành viên", "Mai Chí Dây Thun (thay ông Đỗ Hữu Cây Tràm)", "Nam", 1984, "0905000149", "Công an xã"],
    23: ["Nơi nhận: UBND huyện; lưu VT."],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Ngã Tư Đá",
        person(6, "Trần Văn Cá Lóc", "1961", None, LEADER, "Trưởng ấp", HEAD, "0918000141"),
        person(7, "Lê Thị Sơn Trà", "1990", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000142"),
        person(8, "Danh Trâu Cổ", "1975", None, MEMBER, "Hội Nông dân", MASS, "0362000143", "phone_converted")),
    team(TAB, COMMUNE, "AP", "Lung Rừng",
        person(9, "Phạm Quốc Cá Heo", "1966", None, LEADER, "Trưởng ấp", HEAD, "0913000144"),
        person(10, "Ngô Mỹ Bông Giấy", "1988", None, DEPUTY, "ĐVTN", YOUTH, "0961000145"),
        person(11, "Đỗ Hữu Cây Tràm", "1959", None, MEMBER, "CCB", MASS, None)),
    team(TAB, COMMUNE, "AP", "Ngã Tư Đá",
        person(15, "Lê Thị Sơn Trà", "1990", "F", LEADER, "Trưởng ấp", HEAD, "0966000142"),
        person(16, "Võ Minh Chim Cút Nâu", "2002", "M", DEPUTY, "Đoàn viên", YOUTH, "0968000146"),
        person(17, "Danh Trâu Cổ", "1975", "M", MEMBER, "Hội Nông dân", MASS, "0362000143"),
        person(18, "Huỳnh Thị Bồ Ngót", "1986", "F", MEMBER, "Hội Phụ nữ", MASS, "0974000147", "name_remark")),
    team(TAB, COMMUNE, "AP", "Lung Rừng",
        person(19, "Phạm Quốc Cá Heo", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0913000144"),
        person(20, "Hồ Ngọc Cẩm Chướng", "1997-11", "F", DEPUTY, "BT chi đoàn", YOUTH, "0963000148"),
        person(21, "Mai Chí Dây Thun", "1984", "M", MEMBER, "Công an xã", STATE, "0905000149", "name_remark")),
], [1, 2, 4, 5, 13, 14, 23], "several_candidate_lists")
