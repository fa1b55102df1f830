"""Headings misspelled and cut short, the hamlet in the last column with ditto marks; schooling that is not taken."""

# The tables are read by eye, a row on a line.
# fmt: off

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
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e06-tieu-de-sai-chinh-ta.xlsx"
TAB = "DS"
COMMUNE = "31069"

CONTENT = [Sheet(TAB, rows={
    1: ["DANH SACH TỔ CÔNG NGHỆ SỐ CÔNG ĐỒNG XÃ VĨNH THUẬN"],
    3: ["Sồ TT", "Hộ và tên", "N/sinh", "Giơi tính", "Ch.vụ, đ.vị c.tác", "Nhiêm vụ", "Sô đ.thoại", "T.độ", "Áp"],
    4: [1, "Trần Văn Cây Lức", 1969, "Nam", "TA", "T.trưởng", 918000681, "12/12", "Kinh Nước Phèn"],
    5: [2, "Lê Thị Mướp Hương", 1998, "Nữ", "BT Đoàn", "T.phó", 966000682, "ĐH", '"'],
    6: [3, "Danh Đọt Xoài", 1984, "Nam", "CHT ND", "T.viên", 945000683, "9/12", '"'],
    7: [4, "Phạm Ngọc Cá Thia", 1979, "N", "CHP PN", "T.viên", 974000684, "9/12", '"'],
    8: [5, "Võ Hữu Trà Là", 1970, "Nam", "Trưởng ấp", "T.trưởng", 913000685, "12/12", "Bờ Dừa Cũ"],
    9: [6, "Ngô Quốc Cò Trắng", "2/9/2000", "Nam", "ĐVTN", "T.phó", 961000686, "CĐ", '"'],
    10: [7, "Đinh Chí Bẫy Chuột", "30/2/1985", "Nam", "Y tế ấp", "T.viên", 93200068, "TC", '"'],
    11: [8, "Mai Thị Ô Rô", 1991, "Nữ", "GV", None, 988000688, "ĐH", '"'],
    12: [9, "Hồ Thị Kẹo Dừa", 1988, "Nữ", "nội trợ", "T.viên", "x", "9/12", '"'],
    13: [10, "Huỳnh Công Đăng Mé", 1966, "Nam", "BTCB, TA", "T.trưởng", 919000689, "12/12", "Cạnh Đồn"],
    14: [11, "Cao Mỹ Rau Trai", 1999, "Nữ", "BTCĐ", "T.phó", 968000690, "ĐH", '"'],
    15: [12, "Lâm A Cà Ràng", 1976, "Nam", "CTV MobiFone", "T.viên", 933000691, "12/12", '"'],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Kinh Nước Phèn",
        person(4, "Trần Văn Cây Lức", "1969", "M", LEADER, "TA", HEAD, "0918000681"),
        person(5, "Lê Thị Mướp Hương", "1998", "F", DEPUTY, "BT Đoàn", YOUTH, "0966000682"),
        person(6, "Danh Đọt Xoài", "1984", "M", MEMBER, "CHT ND", MASS, "0945000683"),
        person(7, "Phạm Ngọc Cá Thia", "1979", None, MEMBER, "CHP PN", MASS, "0974000684", "gender_unclear")),
    team(TAB, COMMUNE, "AP", "Bờ Dừa Cũ",
        person(8, "Võ Hữu Trà Là", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0913000685"),
        person(9, "Ngô Quốc Cò Trắng", "2000-09-02", "M", DEPUTY, "ĐVTN", YOUTH, "0961000686"),
        person(10, "Đinh Chí Bẫy Chuột", None, "M", MEMBER, "Y tế ấp", STATE, None, "birth_unreadable", "phone_unreadable"),
        person(11, "Mai Thị Ô Rô", "1991", "F", None, "GV", STATE, "0988000688", "role_unclear"),
        person(12, "Hồ Thị Kẹo Dừa", "1988", "F", MEMBER, "nội trợ", RESIDENT, None)),
    team(TAB, COMMUNE, "AP", "Cạnh Đồn",
        person(13, "Huỳnh Công Đăng Mé", "1966", "M", LEADER, "BTCB, TA", HEAD, "0919000689"),
        person(14, "Cao Mỹ Rau Trai", "1999", "F", DEPUTY, "BTCĐ", YOUTH, "0968000690"),
        person(15, "Lâm A Cà Ràng", "1976", "M", MEMBER, "CTV MobiFone", TELECOM, "0933000691")),
], [1, 3], "columns_not_taken")
