"""From a clerk of the telecom company, several districts: ditto marks, the subscriber number before the name."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c03-nha-mang.xlsx"
TAB = "DS_TCNSCD"

CONTENT = [Sheet(TAB, rows={
    1: ["DANH SÁCH NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ĐỀ NGHỊ CẤP SIM"],
    3: ["STT", "Huyện", "Xã, thị trấn", "Ấp/KP", "Số thuê bao liên hệ", "Họ và tên", "Năm sinh", "Vai trò", "Đơn vị công tác",
        "Gói cước"],
    4: [1, "Giồng Riềng", "Xã Thạnh Lộc", "Ấp Kinh Ranh Cũ", 84918000941, "Trần Văn Cá Linh Ống", 1967, "Tổ trưởng",
        "Trưởng ấp", "D60G"],
    5: [2, '"', '"', '"', 84966000942, "Lê Mỹ Hoa Sim", 1995, "Tổ phó", "Bí thư chi đoàn", "D60G"],
    6: [3, '"', '"', '"', 945000943, "Danh Trái Gùi", 1980, "Thành viên", "Hội Nông dân", None],
    7: [4, '"', '"', "Ấp Vàm Láng Bèo", 84913000944, "Phạm Hữu Cây Bình Linh", 1972, "Tổ trưởng", "Trưởng ấp", "D60G"],
    8: [5, '"', '"', '"', "9.61E+08", "Võ Thị Cỏ Năn", 2000, "Tổ phó", "ĐVTN", None],
    9: [6, "Giang Thành", "Xã Vĩnh Phú", "Ấp T3 Mới", 84917000945, "Chau Xà Ron", 1969, "Tổ trưởng", "Trưởng ấp", "D60G"],
    10: [7, '"', '"', '"', "+84 (0)947 000 946", "Thị Bông Trang", 1993, "Tổ phó", "Chi hội PN", None],
    11: [8, '"', '"', '"', 84888000947, "Lâm Quốc Cột Sóng", 1989, "Thành viên", "CTV VNPT", "D60G"],
    12: [9, "Giồng Riềng", "Xã Vĩnh Phú", "Ấp T3 Mới", 84919000948, "Hồ Văn Tổ Ong", 1964, "Tổ trưởng", "Trưởng ấp", None],
    13: [10, '"', '"', '"', "01234000949", "Đinh Ngọc Mía Đường", 1998, "Tổ phó", "Đoàn TN", None],
    14: [11, "Vĩnh Thuận", "TT. Vĩnh Thuận", "KP Vĩnh Đông Ba", 84908000950, "Bùi Công Ghe Cui", 1975, "Tổ trưởng", "TKP",
        "D60G"],
    15: [12, '"', '"', '"', "dùng chung số chồng", "Cao Thị Lá Dứa", 1987, "Thành viên", "Nội trợ", None],
})]

READING = reading(None, None, [
    team(TAB, "30913", "AP", "Kinh Ranh Cũ",
        person(4, "Trần Văn Cá Linh Ống", "1967", None, LEADER, "Trưởng ấp", HEAD, "0918000941"),
        person(5, "Lê Mỹ Hoa Sim", "1995", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000942"),
        person(6, "Danh Trái Gùi", "1980", None, MEMBER, "Hội Nông dân", MASS, "0945000943")),
    team(TAB, "30913", "AP", "Vàm Láng Bèo",
        person(7, "Phạm Hữu Cây Bình Linh", "1972", None, LEADER, "Trưởng ấp", HEAD, "0913000944"),
        person(8, "Võ Thị Cỏ Năn", "2000", None, DEPUTY, "ĐVTN", YOUTH, None, "phone_unreadable")),
    team(TAB, "30791", "AP", "T3 Mới",
        person(9, "Chau Xà Ron", "1969", None, LEADER, "Trưởng ấp", HEAD, "0917000945"),
        person(10, "Thị Bông Trang", "1993", None, DEPUTY, "Chi hội PN", MASS, "0947000946"),
        person(11, "Lâm Quốc Cột Sóng", "1989", None, MEMBER, "CTV VNPT", TELECOM, "0888000947")),
    team(TAB, "30947", "AP", "T3 Mới",
        person(12, "Hồ Văn Tổ Ong", "1964", None, LEADER, "Trưởng ấp", HEAD, "0919000948"),
        person(13, "Đinh Ngọc Mía Đường", "1998", None, DEPUTY, "Đoàn TN", YOUTH, "0834000949", "phone_converted")),
    team(TAB, "31051", "KHU_PHO", "Vĩnh Đông Ba",
        person(14, "Bùi Công Ghe Cui", "1975", None, LEADER, "TKP", HEAD, "0908000950"),
        person(15, "Cao Thị Lá Dứa", "1987", None, MEMBER, "Nội trợ", RESIDENT, None, "phone_unreadable")),
], [1, 3], "several_communes", "columns_not_taken")
