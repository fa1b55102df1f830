"""The name stands in the column of its role, one person a row; hamlets merged, the landline in a column of its own."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c14-ten-theo-vai-tro.ods"
TAB = "Gành Dầu"
COMMUNE = "31087"

CONTENT = [Sheet(TAB, merged="A1:H1 A3:A4 B3:D3 E3:E4 F3:F4 G3:G4 H3:H4 A5:A8 A9:A12 A13:A16", rows={
    1: ["Nhân sự các tổ công nghệ số cộng đồng, xã Gành Dầu, thành phố Phú Quốc (QĐ 55/QĐ-UBND ngày 02/3/2023)"],
    3: ["Thuộc ấp", "Họ và tên", None, None, "Ngày sinh", "Nghề nghiệp, chức vụ", "ĐT bàn", "ĐT di động"],
    4: [None, "Tổ trưởng", "Tổ phó", "Thành viên"],
    5: ["Chuồng Vích Ngoài", "Nguyễn Hải Cá Thu", None, None, date(1968, 10, 6), "Trưởng ấp", "0297 3000 261", "0918 000 261"],
    6: [None, None, "Trần Mỹ Hoa Sim Biển", None, date(1999, 1, 23), "Bí thư chi đoàn", None, "0966 000 262"],
    7: [None, None, None, "Lê Tấn Nhum Đen", date(1980, 4, 11), "Hội Nông dân", None, "0945 000 263"],
    8: [None, None, None, "Danh Ngư Phủ", 1976, "Tổ trưởng tổ NDTQ số 2", "0297 3000 264", None],
    9: ["Rạch Vẹm Trong", "Phạm Công Cá Gáy", None, None, date(1973, 9, 9), "Phó Bí thư chi bộ, Trưởng ấp", None, "0913 000 265"],
    10: [None, None, "Đỗ Thị Sao La", None, date(1994, 6, 2), "Chi hội trưởng Phụ nữ", None, "0974 000 266"],
    11: [None, None, None, "Võ Chí Ghẹ Ba Chấm", "31/11/1988", "Viettel Phú Quốc", None, "0977 000 267"],
    12: [None, None, None, "Hồ Thị Trai Ngọc và Mai Thị Ốc Giấy", None, "Buôn bán", None, "0907 000 268"],
    13: ["Hòn Thơm Nhỏ", "Huỳnh Văn Cá Chuồn", None, None, date(1965, 2, 28), "Trưởng ấp", None, "0919 000 269"],
    14: [None, None, "khuyết", None, None, "Đoàn Thanh niên", None, None],
    15: [None, None, None, "Bùi Ngọc Ba Khía", date(2019, 5, 5), "Hội Chữ thập đỏ", None, "0939 000 270"],
    16: [None, None, None, "Ngô Hữu Lồng Tôm", 1985, "Công an xã", None, "(0)903 000 271"],
})]

READING = reading(COMMUNE, ("55", "QĐ-UBND", "2023-03-02"), [
    team(TAB, COMMUNE, "AP", "Chuồng Vích Ngoài",
        person(5, "Nguyễn Hải Cá Thu", "1968-10-06", None, LEADER, "Trưởng ấp", HEAD, "0918000261"),
        person(6, "Trần Mỹ Hoa Sim Biển", "1999-01-23", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000262"),
        person(7, "Lê Tấn Nhum Đen", "1980-04-11", None, MEMBER, "Hội Nông dân", MASS, "0945000263"),
        person(8, "Danh Ngư Phủ", "1976", None, MEMBER, "Tổ trưởng tổ NDTQ số 2", OTHER, "02973000264")),
    team(TAB, COMMUNE, "AP", "Rạch Vẹm Trong",
        person(9, "Phạm Công Cá Gáy", "1973-09-09", None, LEADER, "Phó Bí thư chi bộ, Trưởng ấp", HEAD, "0913000265"),
        person(10, "Đỗ Thị Sao La", "1994-06-02", None, DEPUTY, "Chi hội trưởng Phụ nữ", MASS, "0974000266"),
        person(11, "Võ Chí Ghẹ Ba Chấm", None, None, MEMBER, "Viettel Phú Quốc", TELECOM, "0977000267", "birth_unreadable"),
        person(12, "Hồ Thị Trai Ngọc", None, None, MEMBER, "Buôn bán", RESIDENT, None, "two_people"),
        person(12, "Mai Thị Ốc Giấy", None, None, MEMBER, "Buôn bán", RESIDENT, None, "two_people")),
    team(TAB, COMMUNE, "AP", "Hòn Thơm Nhỏ",
        person(13, "Huỳnh Văn Cá Chuồn", "1965-02-28", None, LEADER, "Trưởng ấp", HEAD, "0919000269"),
        person(14, None, None, None, DEPUTY, "Đoàn Thanh niên", YOUTH, None, "name_placeholder"),
        person(15, "Bùi Ngọc Ba Khía", None, None, MEMBER, "Hội Chữ thập đỏ", MASS, "0939000270", "birth_implausible"),
        person(16, "Ngô Hữu Lồng Tôm", "1985", None, MEMBER, "Công an xã", STATE, "0903000271")),
], [1, 3, 4])
