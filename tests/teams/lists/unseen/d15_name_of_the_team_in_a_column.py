"""Semicolons: the team's whole name in the first column, the commune's own team among them, Đ/c before the names."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
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

FILE = "d15-ten-to-cot-dau.csv"
COMMUNE = "30871"

CONTENT = Text("""
Tên tổ;TT;Họ, tên;Năm sinh;Vai trò;Chức vụ, đơn vị;Số máy
Tổ CNSCĐ xã Tân An;1;Đ/c Trần Quốc Sếu Xám;1978;Tổ trưởng;Phó Chủ tịch UBND xã;0918.000.681
Tổ CNSCĐ xã Tân An;2;Đ/c Lê Thị Cẩm Chướng;1989;Tổ phó;Công chức VH-XH;0974.000.682
Tổ CNSCĐ xã Tân An;3;Đ/c Danh Đờn Cò;1995;Thành viên;Bí thư Đoàn xã;0966.000.683
Tổ CNSCĐ ấp Tân Kinh Năm;1;Ông Phạm Công Bông Điệp;1964;Tổ trưởng;Trưởng ấp;0913.000.684
Tổ CNSCĐ ấp Tân Kinh Năm;2;Bà Võ Mỹ Hoa Lan;1992;Tổ phó;Chi hội trưởng Phụ nữ;09390006856
Tổ CNSCĐ ấp Tân Kinh Năm;3;Ông Ngô Hữu Thóc Giống;1986;;Hội Nông dân;0945.000.686
Tổ CNSCĐ ấp Tân Kinh Năm;4;Ông Ngô Hữu Thóc Giống;1959;Thành viên;Hội NCT;không
Tổ CNSCĐ ấp Tân Bờ Đê;1;Bà Đỗ Thị Cá Rô Phi;1970-1972;Tổ trưởng;Trưởng ấp;0919.000.688
Tổ CNSCĐ ấp Tân Bờ Đê;2;Mai Ngọc Cánh Cò, Hồ Chí Cánh Vạc;;Tổ phó;ĐVTN;
Tổ CNSCĐ ấp Tân Bờ Đê;3;(VNPT sẽ cử);;Thành viên;VNPT;
Tổng cộng;;03 tổ, 09 người;;;;
""", encoding="utf-8-sig")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "commune", None,
        person(2, "Trần Quốc Sếu Xám", "1978", None, LEADER, "Phó Chủ tịch UBND xã", STATE, "0918000681"),
        person(3, "Lê Thị Cẩm Chướng", "1989", None, DEPUTY, "Công chức VH-XH", STATE, "0974000682"),
        person(4, "Danh Đờn Cò", "1995", None, MEMBER, "Bí thư Đoàn xã", YOUTH, "0966000683")),
    team(None, COMMUNE, "AP", "Tân Kinh Năm",
        person(5, "Phạm Công Bông Điệp", "1964", "M", LEADER, "Trưởng ấp", HEAD, "0913000684"),
        person(6, "Võ Mỹ Hoa Lan", "1992", "F", DEPUTY, "Chi hội trưởng Phụ nữ", MASS, None, "phone_unreadable"),
        person(7, "Ngô Hữu Thóc Giống", "1986", "M", None, "Hội Nông dân", MASS, "0945000686", "role_unclear"),
        person(8, "Ngô Hữu Thóc Giống", "1959", "M", MEMBER, "Hội NCT", MASS, None)),
    team(None, COMMUNE, "AP", "Tân Bờ Đê",
        person(9, "Đỗ Thị Cá Rô Phi", None, "F", LEADER, "Trưởng ấp", HEAD, "0919000688", "birth_unreadable"),
        person(10, "Mai Ngọc Cánh Cò", None, None, DEPUTY, "ĐVTN", YOUTH, None, "two_people"),
        person(10, "Hồ Chí Cánh Vạc", None, None, DEPUTY, "ĐVTN", YOUTH, None, "two_people"),
        person(11, None, None, None, MEMBER, "VNPT", TELECOM, None, "name_placeholder")),
], [1, 12], "stated_total_differs")
