"""Tabs in UTF-16 as the table program saves them; the hamlet by ditto marks, telephones of every international shape."""

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
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "b01-tab-utf16.csv"
COMMUNE = "30958"

CONTENT = Text("""
ỦY BAN NHÂN DÂN XÃ ĐỊNH HÒA\t\t\t\t\t\t\t
"Danh sách thành viên Tổ công nghệ số cộng đồng (kèm theo Quyết định số 73/QĐ-UBND ngày 22/8/2022)"\t\t\t\t\t\t\t
TT	Ấp	Họ và tên	Năm sinh	Phái	Chức vụ	Nhiệm vụ trong tổ	Điện thoại
1	Hòa Xuân Nhỏ	Danh Cá Cóc	1966	Nam	Trưởng ấp	Tổ trưởng	+84 912 000 501
2	\"\"\"\"	Thị Bông Trang	1998	Nữ	Bí thư chi đoàn	Tổ phó	84385000502
3	\"\"\"\"	Lê Hữu Bù Tọt	1979	Nam	Hội Nông dân	Thành viên	+84(0)913000503
4	\"\"\"\"	Phạm Thị Cải Trời	1985	Nữ	Giáo viên	Thành viên	0084918000504
5	Kinh Ngang Ba	Lý Văn Vạc Sành	1972	Nam	Bí thư chi bộ, Trưởng ấp	Tổ trưởng	846000505
6	\"\"\"\"	Ngô Mỹ Rau Nhút	2000	Nữ	ĐVTN	Tổ phó	2973000506
7	\"\"\"\"	Trần Quốc Lờ Cá	1983	Nam	CHT CCB	Thành viên	842973000507
8	\"\"\"\"	Võ Thị Hoa Giấy	1990	Nữ	Buôn bán	Thành viên	０９１７０００５０８
9	\"\"\"\"	Đào Văn Mương Phèn	1959	Nam	Hội Người cao tuổi		\"\"\"\"
10	Rạch Sâu Trên	Huỳnh Chí Cá Sặt	1968	Nam	Trưởng ấp	Tổ trưởng	0979.000.509
11	\"\"\"\"	Danh Thị Súng Ma	1996	Nữ	Phó Bí thư chi đoàn	Tổ phó	không
12	\"\"\"\"	Bùi Hữu Chài Quăng	1987	x	VNPT	Thành viên	0888 000 510
13	\"\"\"\"	(Agribank cử)			Agribank	Thành viên\t
		Tổng cộng: 13 người\t\t\t\t\t
""", "utf-16")

READING = reading(COMMUNE, ("73", "QĐ-UBND", "2022-08-22"), [
    team(None, COMMUNE, "AP", "Hòa Xuân Nhỏ",
        person(4, "Danh Cá Cóc", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0912000501"),
        person(5, "Thị Bông Trang", "1998", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0385000502"),
        person(6, "Lê Hữu Bù Tọt", "1979", "M", MEMBER, "Hội Nông dân", MASS, "0913000503"),
        person(7, "Phạm Thị Cải Trời", "1985", "F", MEMBER, "Giáo viên", STATE, "0918000504")),
    team(None, COMMUNE, "AP", "Kinh Ngang Ba",
        person(8, "Lý Văn Vạc Sành", "1972", "M", LEADER, "Bí thư chi bộ, Trưởng ấp", HEAD, "0846000505"),
        person(9, "Ngô Mỹ Rau Nhút", "2000", "F", DEPUTY, "ĐVTN", YOUTH, "02973000506"),
        person(10, "Trần Quốc Lờ Cá", "1983", "M", MEMBER, "CHT CCB", MASS, "02973000507"),
        person(11, "Võ Thị Hoa Giấy", "1990", "F", MEMBER, "Buôn bán", RESIDENT, "0917000508"),
        person(12, "Đào Văn Mương Phèn", "1959", "M", None, "Hội Người cao tuổi", MASS, None,
               "role_unclear", "phone_unreadable")),
    team(None, COMMUNE, "AP", "Rạch Sâu Trên",
        person(13, "Huỳnh Chí Cá Sặt", "1968", "M", LEADER, "Trưởng ấp", HEAD, "0979000509"),
        person(14, "Danh Thị Súng Ma", "1996", "F", DEPUTY, "Phó Bí thư chi đoàn", YOUTH, None),
        person(15, "Bùi Hữu Chài Quăng", "1987", None, MEMBER, "VNPT", TELECOM, "0888000510", "gender_unclear"),
        person(16, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder")),
], [1, 2, 3, 17], "stated_total_differs")
