"""A message whose role words stand on lines of their own; no commune named, stated counts, two people on a line."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.mixed.papers import Text
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

FILE = "b08-tin-nhan-khu-pho.txt"

CONTENT = Text("""
Anh Ba ơi em gửi ds tổ cnscđ 2 khu phố nha

KP 4 (8 người)
Tổ trưởng
+ Ông Châu Văn Đá Dăm (Trưởng khu phố): O918 000 641
Tổ phó
+ Chị Lưu Thị Mai Tứ Quý (BT chi đoàn): 0966 000 642
+ Anh Đinh Công Ghe Lườn (Phó trưởng khu phố): 0907 000 643
Thành viên
+ Bà Hồng (Hội LHPN): 0943 000 644
+ Lý Hớn Thốt Nốt Con (CCB): 0916 00 645
+ Trần Kim Bông Lau (trạm y tế): ０９３９０００６４６
+ Quách Thị Đu Đủ và Lâm Văn Mãng Cầu (buôn bán): 0977 000 647

KP Chợ Nhà Lồng (5 người)
Tổ trưởng
+ Bà Tiêu Mỹ Cá Khô (Trưởng khu phố): 0919 000 648
Tổ phó
+ Mạc Quốc Cây Dương (Đoàn phường): 0968 000 649
Thành viên
+ Hứa Thị Khóm (nội trợ): 0938 000 650
+ Giang Hữu Ghế Đẩu (MobiFone): 0901 000 651
+ (Viettel cử)

Hết rồi anh, có gì gọi em
""", newline="\n")

READING = reading(None, None, [
    team(None, None, "KHU_PHO", "4",
        person(5, "Châu Văn Đá Dăm", None, "M", LEADER, "Trưởng khu phố", HEAD, "0918000641"),
        person(7, "Lưu Thị Mai Tứ Quý", None, "F", DEPUTY, "BT chi đoàn", YOUTH, "0966000642"),
        person(8, "Đinh Công Ghe Lườn", None, "M", DEPUTY, "Phó trưởng khu phố", STATE, "0907000643"),
        person(10, "Hồng", None, "F", MEMBER, "Hội LHPN", MASS, "0943000644", "name_incomplete"),
        person(11, "Lý Hớn Thốt Nốt Con", None, None, MEMBER, "CCB", MASS, None, "phone_unreadable"),
        person(12, "Trần Kim Bông Lau", None, None, MEMBER, "trạm y tế", STATE, "0939000646"),
        person(13, "Quách Thị Đu Đủ", None, None, MEMBER, "buôn bán", RESIDENT, None, "two_people"),
        person(13, "Lâm Văn Mãng Cầu", None, None, MEMBER, "buôn bán", RESIDENT, None, "two_people"),
        stated=8),
    team(None, None, "KHU_PHO", "Chợ Nhà Lồng",
        person(17, "Tiêu Mỹ Cá Khô", None, "F", LEADER, "Trưởng khu phố", HEAD, "0919000648"),
        person(19, "Mạc Quốc Cây Dương", None, None, DEPUTY, "Đoàn phường", YOUTH, "0968000649"),
        person(21, "Hứa Thị Khóm", None, None, MEMBER, "nội trợ", RESIDENT, "0938000650"),
        person(22, "Giang Hữu Ghế Đẩu", None, None, MEMBER, "MobiFone", TELECOM, "0901000651"),
        person(23, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder"),
        stated=5, flags=("stated_count_differs",)),
], [1, 3, 4, 6, 9, 15, 16, 18, 20, 25], "commune_not_stated")
