"""Semicolons, cells of two lines in quotes, the hamlet written once at the top of its block; nicknames and short dates."""

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

FILE = "b02-xuong-dong-trong-o.csv"
COMMUNE = "31039"

CONTENT = Text("""
UBND XÃ ĐÔNG HƯNG B, HUYỆN AN MINH;;;;;;
"DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG
(kèm theo Quyết định số 150/QĐ-UBND ngày 05 tháng 10 năm 2022)";;;;;;
Họ tên;Ngày sinh;Ấp;Vai trò trong tổ;Số máy;"Công việc
đang làm";Ghi chú
Phan Văn Ong Ruồi;12-3-79;Mười Quang;Tổ trưởng;0913000521;"Trưởng ấp
Bí thư chi bộ";
"Trần Thị Me Nước
(Út Me)";9/1991;;Tổ phó;"0966000522
0297 3000 523";Chi hội trưởng Phụ nữ;
Nguyễn Hoàng Dơi Quạ;tháng 02/1998;;Tổ phó;0975000524;Bí thư chi đoàn;bổ sung tháng 9
Danh Ếch Đồng;05071984;;Thành viên;0326000525;Làm ruộng;
Lê Ngọc Bần Ổi;1993;;Thành viên;091300526;Giáo viên;
Võ Thành Kéo Côn;1967;Xẻo Vẹt;Tổ trưởng;0917000527;Trưởng ấp;
Mai Thị Rau Đắng;30/02/1995;;Tổ phó;0963000528;ĐVTN;
Hồ Chí Cá Bống;1969;;Thành viên;\"\"\"\";CCB;
Kim Sa Rây;1988;;;0945000529;Công an viên;
khuyết;;;Thành viên;;Viettel;
Cao Văn Lúa Ma;1962;Thứ Tám Rưỡi;Tổ trưởng;0918000530;Phó Trưởng ấp;
Đỗ Mỹ Hành Hương;2001;;Tổ phó;0869000531;Đoàn viên;
Tạ Hữu Vịt Trời;1980;;Thành viên;0773000532;Hội Nông dân;
Tổng cộng toàn xã: 12 người;;;;;;
""", newline="\n")

READING = reading(COMMUNE, ("150", "QĐ-UBND", "2022-10-05"), [
    team(None, COMMUNE, "AP", "Mười Quang",
        person(4, "Phan Văn Ong Ruồi", "1979-03-12", None, LEADER, "Trưởng ấp Bí thư chi bộ", HEAD, "0913000521",
               "birth_two_digit_year"),
        person(5, "Trần Thị Me Nước", "1991-09", None, DEPUTY, "Chi hội trưởng Phụ nữ", MASS, "0966000522",
               "name_remark", "two_phones"),
        person(6, "Nguyễn Hoàng Dơi Quạ", "1998-02", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0975000524"),
        person(7, "Danh Ếch Đồng", "1984-07-05", None, MEMBER, "Làm ruộng", RESIDENT, "0326000525"),
        person(8, "Lê Ngọc Bần Ổi", "1993", None, MEMBER, "Giáo viên", STATE, None, "phone_unreadable")),
    team(None, COMMUNE, "AP", "Xẻo Vẹt",
        person(9, "Võ Thành Kéo Côn", "1967", None, LEADER, "Trưởng ấp", HEAD, "0917000527"),
        person(10, "Mai Thị Rau Đắng", None, None, DEPUTY, "ĐVTN", YOUTH, "0963000528", "birth_unreadable"),
        person(11, "Hồ Chí Cá Bống", "1969", None, MEMBER, "CCB", MASS, None, "phone_unreadable"),
        person(12, "Kim Sa Rây", "1988", None, None, "Công an viên", STATE, "0945000529", "role_unclear"),
        person(13, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
    team(None, COMMUNE, "AP", "Thứ Tám Rưỡi",
        person(14, "Cao Văn Lúa Ma", "1962", None, LEADER, "Phó Trưởng ấp", STATE, "0918000530"),
        person(15, "Đỗ Mỹ Hành Hương", "2001", None, DEPUTY, "Đoàn viên", YOUTH, "0869000531"),
        person(16, "Tạ Hữu Vịt Trời", "1980", None, MEMBER, "Hội Nông dân", MASS, "0773000532",
               "phone_maybe_landline")),
], [1, 2, 3, 17])
