"""Commas, no mark of the encoding: two title records, the role first, name and post in one field, the unit last, short forms"""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "e14-thuoc-don-vi-o-cuoi.csv"
COMMUNE = "30820"

CONTENT = Text("""
THỊ TRẤN SÓC SƠN HUYỆN HÒN ĐẤT,,,,
"Danh sách tổ CNSCĐ, cập nhật tháng 3/2023",,,,
Vai trò,Thành viên (chức vụ),Năm sinh,Liên lạc,Thuộc
Tổ trưởng,Ô. Trần Quốc Thùng Thiếc (TKP),1965,0918000781,KP Thị Bến Mới
Tổ phó,B. Lê Mỹ Trái Thị (BTCĐ),1996,0966000782,KP Thị Bến Mới
Tổ viên,B. Thị Rau Muống (CHT PN),1978,0974 000 783,kp thị bến mới
Tổ viên,Ô. Hà Thanh Cá Khô (BĐ-VHX),1983,+84 911 000 784,Khu phố Thị Bến Mới
Tổ viên,Ô. Hà Thanh Cá Khô (CTV bưu điện),1983,0911000784,KP Thị Bến Mới
Tổ trưởng,Ô. Phan Hữu Lu Nước (BTCB),15081970,0913000785,Ấp Sơn Lò Gạch
Tổ phó,"Ô. Ngô Tấn Cá Bạc (ĐVTN), B. Đinh Thị Củ Sắn (PN)",1999,0961000786,Ấp Sơn Lò Gạch
Tổ viên,Ô. Danh Gọng Vó (GV),1985,093200079,Ấp Sơn Lò Gạch
Tổ trưởng,Ô. Mai Chí Bàn Cờ (Trưởng ấp),1969,0919 000 787,Ấp Sơn Vách
,B. Cao Ngọc Vỏ Sò (Hội khuyến học),1991,0868 000 788,Ấp Sơn Vách
Tổ viên,Ô. Thạch Cồng (chùa Sóc Lá),1986,0773 000 789,Ấp Sơn Vách
""", newline="\n")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "KHU_PHO", "Thị Bến Mới",
        person(4, "Trần Quốc Thùng Thiếc", "1965", "M", LEADER, "TKP", HEAD, "0918000781"),
        person(5, "Lê Mỹ Trái Thị", "1996", "F", DEPUTY, "BTCĐ", YOUTH, "0966000782"),
        person(6, "Thị Rau Muống", "1978", "F", MEMBER, "CHT PN", MASS, "0974000783"),
        person(7, "Hà Thanh Cá Khô", "1983", "M", MEMBER, "BĐ-VHX", TELECOM, "0911000784"),
        person(8, "Hà Thanh Cá Khô", "1983", "M", MEMBER, "CTV bưu điện", TELECOM, "0911000784", "duplicate_of:7")),
    team(None, COMMUNE, "AP", "Sơn Lò Gạch",
        person(9, "Phan Hữu Lu Nước", "1970-08-15", "M", LEADER, "BTCB", STATE, "0913000785"),
        person(10, "Ngô Tấn Cá Bạc", None, "M", DEPUTY, "ĐVTN", YOUTH, None, "two_people"),
        person(10, "Đinh Thị Củ Sắn", None, "F", DEPUTY, "PN", MASS, None, "two_people"),
        person(11, "Danh Gọng Vó", "1985", "M", MEMBER, "GV", STATE, None, "phone_unreadable")),
    team(None, COMMUNE, "AP", "Sơn Vách",
        person(12, "Mai Chí Bàn Cờ", "1969", "M", LEADER, "Trưởng ấp", HEAD, "0919000787"),
        person(13, "Cao Ngọc Vỏ Sò", "1991", "F", None, "Hội khuyến học", MASS, "0868000788", "role_unclear"),
        person(14, "Thạch Cồng", "1986", "M", MEMBER, "chùa Sóc Lá", OTHER, "0773000789", "phone_maybe_landline")),
], [1, 2, 3])
