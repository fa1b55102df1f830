"""Columns in the order of a telephone book, the given name before the family name, one hamlet spelled four ways."""

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
    YOUTH,
    person,
    reading,
    team,
)

FILE = "c15-danh-ba.csv"
COMMUNE = "30847"

CONTENT = Text("""
Danh bạ Tổ công nghệ số cộng đồng;;;;;;;;
Di động;Tên;Họ và chữ lót;Vai trò trong tổ CNSCĐ;Đang công tác;Ấp;Xã;Sinh;Nam/Nữ
0918000281;Cá Bông Lau;Trần Văn;Tổ trưởng;Trưởng ấp;Hòn Sóc Trên;Mỹ Phước;1965;Nam
966000282;Hoa Trang;Lê Thị;Tổ phó;"Phó bí thư chi đoàn; kế toán HTX";Hòn Sóc Trên;Mỹ Phước;02/02/1996;Nữ
"0945 000 283
0788 000 284";Măng Rừng;Danh;Thành viên;Hội Nông dân;HÒN SÓC TRÊN;Mỹ Phước;1979;Nam
0974000285;Bông Vông;Phạm Mỹ;Thành viên;Chi hội phó PN;ấp Hòn Sóc Trên;Mỹ Phước;;Nữ
9,39E+08;Cá Cơm Than;Võ Tấn;Thành viên;Y tế ấp;hon soc tren;Mỹ Phước;1988;nam
0913000286;CÁ NGỪ;HUỲNH HỮU;Tổ trưởng;BTCB, TA;Vàm Rầy Giữa;Mỹ Phước;07/1970;Nam
0961000287;Lá Sen;Ngô Ngọc;Tổ phó;Đoàn viên;Vàm Rầy Giữa;Mỹ Phước;31-12-01;Nữ
;Cọc Tràm;Hồ Chí;Thành viên;CTV;Vàm Rầy Giữa;Mỹ Phước;1984;Nam
0842000288;Dầu Gió;Đỗ Thị;;Tạp hóa, buôn bán;Vàm Rầy Giữa;Mỹ Phước;1991;Nữ
0248000289;Chèo Lái;Mai Quốc;Thành viên;Hội CCB;Vàm Rầy Giữa;Mỹ Phước;1957;Nam
""", "utf-8-sig")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "Hòn Sóc Trên",
        person(3, "Trần Văn Cá Bông Lau", "1965", "M", LEADER, "Trưởng ấp", HEAD, "0918000281"),
        person(4, "Lê Thị Hoa Trang", "1996-02-02", "F", DEPUTY, "Phó bí thư chi đoàn; kế toán HTX", YOUTH, "0966000282"),
        person(5, "Danh Măng Rừng", "1979", "M", MEMBER, "Hội Nông dân", MASS, "0945000283", "two_phones"),
        person(6, "Phạm Mỹ Bông Vông", None, "F", MEMBER, "Chi hội phó PN", MASS, "0974000285"),
        person(7, "Võ Tấn Cá Cơm Than", "1988", "M", MEMBER, "Y tế ấp", STATE, None, "phone_unreadable")),
    team(None, COMMUNE, "AP", "Vàm Rầy Giữa",
        person(8, "HUỲNH HỮU CÁ NGỪ", "1970-07", "M", LEADER, "BTCB, TA", HEAD, "0913000286", "name_case"),
        person(9, "Ngô Ngọc Lá Sen", "2001-12-31", "F", DEPUTY, "Đoàn viên", YOUTH, "0961000287", "birth_two_digit_year"),
        person(10, "Hồ Chí Cọc Tràm", "1984", "M", MEMBER, "CTV", None, None, "category_unclear"),
        person(11, "Đỗ Thị Dầu Gió", "1991", "F", None, "Tạp hóa, buôn bán", RESIDENT, "0842000288", "role_unclear"),
        person(12, "Mai Quốc Chèo Lái", "1957", "M", MEMBER, "Hội CCB", MASS, None, "phone_unreadable")),
], [1, 2])
