"""The quarter in the last column in several spellings, "Phó tổ trưởng", small x under "Nữ" only, an address, ID numbers."""

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

FILE = "d08-khu-pho-cot-cuoi.xlsx"
TAB = "PĐ"
COMMUNE = "30775"

CONTENT = [Sheet(TAB, rows={
    1: ["PHƯỜNG PHÁO ĐÀI - TP. HÀ TIÊN"],
    2: ["Danh sách Tổ CNSCĐ", None, None, None, None, "Hà Tiên, ngày 12 tháng 4 năm 2023"],
    4: ["HỌ VÀ TÊN", "NỮ", "NTNS", "SỐ CCCD", "CHỖ Ở HIỆN NAY", "CÔNG TÁC", "NHIỆM VỤ TRONG TỔ",
        "LIÊN HỆ (SĐT)", "THUỘC KP"],
    5: ["Lâm Quốc Cây Bần", None, "03/02/1966", "091066000541", "12 Bờ Kè", "Trưởng khu phố", "Tổ trưởng",
        "0918000541", "KP I"],
    6: ["Trịnh Mỹ Hoa Sữa", "x", "25/12/1998", None, "5 hẻm 2", "Bí thư chi đoàn", "Phó tổ trưởng",
        "0966000542", "KP I"],
    7: ["Danh Đầm Lầy", None, "1983", "91083000543", "tổ 4", "Cảnh sát khu vực", "Tổ viên", "0903000543",
        "Khu phố I"],
    8: ["Mạc Thị Mãng Cầu", "x", "7.1990", None, "tổ 4", "Hội LHPN phường", "Tổ viên", "0974000544", "kp I"],
    9: ["Châu Văn Tam Giang", None, "10/10/1971", None, "20 Mạc Cửu Nhỏ", "Bí thư Chi bộ, Trưởng khu phố",
        "Tổ trưởng", "0913000545", "KP Bờ Đầm"],
    10: ["Tăng Ngọc Chim Nhàn", "x", "1/6/2001", None, "tổ 9", "ĐVTN", "Phó tổ trưởng", "0961000546",
        "Khu phố Bờ Đầm"],
    11: ["Lý Hớn Tàu Kéo", None, "1976", "091076000547", "tổ 9", "Ngân hàng Chính sách xã hội", "Tổ viên",
        "0939 000 5477", "KP BỜ ĐẦM"],
    12: ["Quách Thị Hà Thủ Ô", "x", "1969", None, "tổ 7", "Nội trợ", "Tổ viên", "\"", "KP Bờ Đầm"],
    13: ["Ông Phan Cá Nhâm", None, "1960", None, "tổ 1", "Hội Người cao tuổi", "Tổ trưởng", "0919000549",
        "KP Cầu Nổi"],
    14: ["Cô Vưu Kim Bằng Lăng", "x", "30/4/1993", None, "tổ 2", "GV", "Phó tổ trưởng", "0965000550", "KP Cầu Nổi"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHU_PHO", "I",
        person(5, "Lâm Quốc Cây Bần", "1966-02-03", None, LEADER, "Trưởng khu phố", HEAD, "0918000541",
            "id_number_dropped"),
        person(6, "Trịnh Mỹ Hoa Sữa", "1998-12-25", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000542"),
        person(7, "Danh Đầm Lầy", "1983", None, MEMBER, "Cảnh sát khu vực", STATE, "0903000543", "id_number_dropped"),
        person(8, "Mạc Thị Mãng Cầu", "1990-07", "F", MEMBER, "Hội LHPN phường", MASS, "0974000544")),
    team(TAB, COMMUNE, "KHU_PHO", "Bờ Đầm",
        person(9, "Châu Văn Tam Giang", "1971-10-10", None, LEADER, "Bí thư Chi bộ, Trưởng khu phố", HEAD,
            "0913000545"),
        person(10, "Tăng Ngọc Chim Nhàn", "2001-06-01", "F", DEPUTY, "ĐVTN", YOUTH, "0961000546"),
        person(11, "Lý Hớn Tàu Kéo", "1976", None, MEMBER, "Ngân hàng Chính sách xã hội", BANK, None,
            "phone_unreadable", "id_number_dropped"),
        person(12, "Quách Thị Hà Thủ Ô", "1969", "F", MEMBER, "Nội trợ", RESIDENT, None, "phone_unreadable")),
    team(TAB, COMMUNE, "KHU_PHO", "Cầu Nổi",
        person(13, "Phan Cá Nhâm", "1960", "M", LEADER, "Hội Người cao tuổi", MASS, "0919000549"),
        person(14, "Vưu Kim Bằng Lăng", "1993-04-30", "F", DEPUTY, "GV", STATE, "0965000550")),
], [1, 2, 4], "columns_not_taken")
