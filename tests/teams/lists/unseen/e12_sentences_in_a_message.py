"""Prose on a telephone: a line for each hamlet, post and telephone in brackets, members by semicolons; one hamlet only counts."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    BANK,
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

FILE = "e12-doan-van.txt"
COMMUNE = "31064"

CONTENT = Text("""
Xã Bình Minh (Vĩnh Thuận) báo cáo danh sách tổ công nghệ số cộng đồng:
Ấp Kinh Lò Đường: tổ trưởng là ông Trần Văn Tép Rong (trưởng ấp, 0918 000 761); tổ phó là bà Lê Thị Bắp Chuối (hội phụ \
nữ, 0974 000 762); thành viên: Danh Cà Ròn (hội nông dân, 0945 000 763); Phạm Văn Nia Tre (CCB); Ngô Thị Rổ Xúc (giáo \
viên, 0932 000 764).
Ấp Bờ Xáng Múc: tổ trưởng là bà Võ Mỹ Bông Điệp (bí thư chi bộ, 0913 000 765); tổ phó là anh Hồ Chí Cá Chốt (đoàn viên \
thanh niên, 0169 5000 766); thành viên: Tư (hội người cao tuổi); Mai Tấn Chiếc Đò (Agribank, 0902 000 76).
Ấp Ngã Năm Cùng: tổ trưởng là ông Huỳnh Công Cây Mắm (trưởng ấp, 0919 000 767); tổ phó là anh Đỗ Minh Hải Âu (ĐVTN, \
0961 000 768); thành viên: PN: 1 người, CCB: 2 người.
Ấp Vàm Chẹt: tổ trưởng là ông Cao Hữu Mã Đề (trưởng ấp, 0917 000 769); tổ phó là chị Tô Ngọc Hành Lá (bí thư chi đoàn, \
0968 000 770); thành viên: Kiên Bờ Ruộng (công an xã); (VNPT cử).
Xin cảm ơn.
""", newline="\n")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "Kinh Lò Đường",
        person(2, "Trần Văn Tép Rong", None, "M", LEADER, "trưởng ấp", HEAD, "0918000761"),
        person(2, "Lê Thị Bắp Chuối", None, "F", DEPUTY, "hội phụ nữ", MASS, "0974000762"),
        person(2, "Danh Cà Ròn", None, None, MEMBER, "hội nông dân", MASS, "0945000763"),
        person(2, "Phạm Văn Nia Tre", None, None, MEMBER, "CCB", MASS, None),
        person(2, "Ngô Thị Rổ Xúc", None, None, MEMBER, "giáo viên", STATE, "0932000764")),
    team(None, COMMUNE, "AP", "Bờ Xáng Múc",
        person(3, "Võ Mỹ Bông Điệp", None, "F", LEADER, "bí thư chi bộ", STATE, "0913000765"),
        person(3, "Hồ Chí Cá Chốt", None, "M", DEPUTY, "đoàn viên thanh niên", YOUTH, "0395000766", "phone_converted"),
        person(3, "Tư", None, None, MEMBER, "hội người cao tuổi", MASS, None, "name_incomplete"),
        person(3, "Mai Tấn Chiếc Đò", None, None, MEMBER, "Agribank", BANK, None, "phone_unreadable")),
    team(None, COMMUNE, "AP", "Ngã Năm Cùng",
        person(4, "Huỳnh Công Cây Mắm", None, "M", LEADER, "trưởng ấp", HEAD, "0919000767"),
        person(4, "Đỗ Minh Hải Âu", None, "M", DEPUTY, "ĐVTN", YOUTH, "0961000768"),
        flags=("members_counted_not_named",)),
    team(None, COMMUNE, "AP", "Vàm Chẹt",
        person(5, "Cao Hữu Mã Đề", None, "M", LEADER, "trưởng ấp", HEAD, "0917000769"),
        person(5, "Tô Ngọc Hành Lá", None, "F", DEPUTY, "bí thư chi đoàn", YOUTH, "0968000770"),
        person(5, "Kiên Bờ Ruộng", None, None, MEMBER, "công an xã", STATE, None),
        person(5, None, None, None, MEMBER, "VNPT", TELECOM, None, "name_placeholder")),
], [1, 6])
