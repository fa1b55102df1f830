"""The quarter is a bare number under "KP"; a hidden row, a person listed twice, a namesake, the role by short forms."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

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

FILE = "c12-kp-bang-so.xls"
TAB = "Sheet1"
COMMUNE = "30850"

CONTENT = [Sheet(TAB, hidden_rows=(9,), rows={
    1: ["Thị trấn Tân Hiệp (huyện Tân Hiệp), tổ cnscđ các khu phố"],
    2: ["KP", "Vai trò", "Họ tên thành viên", "NTNS", "Nơi làm việc", "Di động"],
    3: ["01", "TT", "Nguyễn Văn Cá Tầm", date(1969, 3, 25), "Trưởng khu phố", 918000221],
    4: ["01", "TP", "Lê Thị Hoa Đào", date(1997, 8, 14), "BTCĐ", 966000222],
    5: ["01", "TV", "Trần Chí Chim Bồ Câu", "12-10-78", "Hội CCB", "0945000223"],
    6: ["01", "TV", "trần chí chim bồ câu", "1978", "CCB", "0945.000.223"],
    7: ["01", "TV", "Phạm Thị Lá É", 31413, "Hội LHPN", "974000224"],
    8: ["02", "TT", "Võ Hữu Cá Chạch", date(1965, 12, 1), "Trưởng khu phố", "0913000225"],
    9: ["02", "TP", "Đỗ Mỹ Mai Vàng", date(1991, 5, 9), "Giáo viên", "0932000226"],
    10: ["02", "TV", "Danh Sóng Lúa", "1982", "Hội nông dân", "0947 000 227"],
    11: ["02", "TV", "Danh Sóng Lúa", "1990", "Agribank", "0902 000 228"],
    12: ["02", "?", "Hồ Quốc Bờ Đê", "1974", "Công an thị trấn", "0903 000 229"],
    13: ["03", "TT", "Bùi Công Cá Hường", date(1972, 7, 20), "Bí thư, Trưởng KP", "0919 000 230"],
    14: ["03", "TP", "Ngô Ngọc Lài", "1999", "Đoàn viên thanh niên", "0961 000 231"],
    15: ["03", "TV", "Mai Thị Cỏ May", "ko nhớ", "Người dân", "không có"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHU_PHO", "1",
        person(3, "Nguyễn Văn Cá Tầm", "1969-03-25", None, LEADER, "Trưởng khu phố", HEAD, "0918000221"),
        person(4, "Lê Thị Hoa Đào", "1997-08-14", None, DEPUTY, "BTCĐ", YOUTH, "0966000222"),
        person(5, "Trần Chí Chim Bồ Câu", "1978-10-12", None, MEMBER, "Hội CCB", MASS, "0945000223", "birth_two_digit_year"),
        person(6, "trần chí chim bồ câu", "1978", None, MEMBER, "CCB", MASS, "0945000223", "name_case", "duplicate_of:5"),
        person(7, "Phạm Thị Lá É", "1986-01-01", None, MEMBER, "Hội LHPN", MASS, "0974000224")),
    team(TAB, COMMUNE, "KHU_PHO", "2",
        person(8, "Võ Hữu Cá Chạch", "1965-12-01", None, LEADER, "Trưởng khu phố", HEAD, "0913000225"),
        person(9, "Đỗ Mỹ Mai Vàng", "1991-05-09", None, DEPUTY, "Giáo viên", STATE, "0932000226", "hidden_row"),
        person(10, "Danh Sóng Lúa", "1982", None, MEMBER, "Hội nông dân", MASS, "0947000227"),
        person(11, "Danh Sóng Lúa", "1990", None, MEMBER, "Agribank", BANK, "0902000228"),
        person(12, "Hồ Quốc Bờ Đê", "1974", None, None, "Công an thị trấn", STATE, "0903000229", "role_unclear")),
    team(TAB, COMMUNE, "KHU_PHO", "3",
        person(13, "Bùi Công Cá Hường", "1972-07-20", None, LEADER, "Bí thư, Trưởng KP", HEAD, "0919000230"),
        person(14, "Ngô Ngọc Lài", "1999", None, DEPUTY, "Đoàn viên thanh niên", YOUTH, "0961000231"),
        person(15, "Mai Thị Cỏ May", None, None, MEMBER, "Người dân", RESIDENT, None, "birth_unreadable")),
], [1, 2], "hidden_rows")
