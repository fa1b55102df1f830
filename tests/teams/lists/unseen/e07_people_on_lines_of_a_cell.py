"""A grid of hamlets and roles; each cell one or more people, name, year, post and telephone on lines of their own."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e07-o-nhieu-dong.xlsx"
TAB = "Sơn Hải"
COMMUNE = "30811"

CONTENT = [Sheet(TAB, merged="A1:E1 A4:A5 A6:A7", rows={
    1: ["DANH SÁCH TỔ CNSCĐ XÃ SƠN HẢI, HUYỆN KIÊN LƯƠNG\n(kèm theo Quyết định số 19/QĐ-UBND ngày 22 tháng 11 năm 2022)"],
    3: ["Ấp", "Tổ trưởng", "Tổ phó", "Thành viên", "Thành viên"],
    4: ["Hòn Đước Lớn", "Ông Trần Hải Cá Nhám\nSN 1967\nTrưởng ấp\n0918 000 701",
        "Bà Lê Thị Rong Nho\nSN 1996\nBí thư chi đoàn\n0966 000 702",
        "Ông Danh Lưới Vây\nSN 1980\nHội Nông dân\n0945 000 703",
        "Bà Phạm Mỹ Ốc Hương\nSN 1989\nHội Phụ nữ\nchưa có số"],
    5: [None, None, None, "Ông Võ Tấn Neo Sắt\nNV VNPT\n0888 000 704", None],
    6: ["Bãi Giếng Khơi", "Ông Hồ Văn Cá Bớp\nSN 1962\nBTCB, Trưởng ấp\n0913 000 705",
        "Ông Đỗ Minh Phao Lưới\nSN 2002\nĐVTN\n0961 000 706\n0297 3000 707",
        "Bà Ngô Thị Cá Trích\nSN 1985\nTrạm y tế\n0939 000 70",
        "Ông Bảy Lái\nBuôn bán\n0907 000 708"],
    7: [None, None, None, "(chờ Agribank cử)", None],
    8: ["Ba Hòn Sẻ", "Bà Huỳnh Ngọc Cá Mòi\nSN 1974\nTrưởng ấp\n0126 3000 709", "khuyết", "như ấp Bãi Giếng Khơi", None],
})]

READING = reading(COMMUNE, ("19", "QĐ-UBND", "2022-11-22"), [
    team(TAB, COMMUNE, "AP", "Hòn Đước Lớn",
        person(4, "Trần Hải Cá Nhám", "1967", "M", LEADER, "Trưởng ấp", HEAD, "0918000701"),
        person(4, "Lê Thị Rong Nho", "1996", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000702"),
        person(4, "Danh Lưới Vây", "1980", "M", MEMBER, "Hội Nông dân", MASS, "0945000703"),
        person(4, "Phạm Mỹ Ốc Hương", "1989", "F", MEMBER, "Hội Phụ nữ", MASS, None),
        person(5, "Võ Tấn Neo Sắt", None, "M", MEMBER, "NV VNPT", TELECOM, "0888000704")),
    team(TAB, COMMUNE, "AP", "Bãi Giếng Khơi",
        person(6, "Hồ Văn Cá Bớp", "1962", "M", LEADER, "BTCB, Trưởng ấp", HEAD, "0913000705"),
        person(6, "Đỗ Minh Phao Lưới", "2002", "M", DEPUTY, "ĐVTN", YOUTH, "0961000706", "two_phones"),
        person(6, "Ngô Thị Cá Trích", "1985", "F", MEMBER, "Trạm y tế", STATE, None, "phone_unreadable"),
        person(6, "Bảy Lái", None, "M", MEMBER, "Buôn bán", RESIDENT, "0907000708"),
        person(7, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder")),
    team(TAB, COMMUNE, "AP", "Ba Hòn Sẻ",
        person(8, "Huỳnh Ngọc Cá Mòi", "1974", "F", LEADER, "Trưởng ấp", HEAD, "0763000709", "phone_converted"),
        person(8, None, None, None, DEPUTY, None, None, None, "name_placeholder"),
        flags=("members_as_other_team",)),
], [1, 3])
