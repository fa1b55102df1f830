"""A flat list in the TCVN3 font, telephone and year before the name; ditto marks for the hamlet, a row in Unicode."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.old_fonts import tcvn3
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d11-phong-cu-hai-kieu.xls"
TAB = "Sheet1"
COMMUNE = "31057"


def row(*cells: str | int | None) -> list[str | int | None]:
    """A row typed in the old font."""
    return [tcvn3(cell) if isinstance(cell, str) else cell for cell in cells]


CONTENT = [Sheet(TAB, font=".VnTime", rows={
    1: row("UBND xã Hòa Chánh, huyện U Minh Thượng"),
    2: row("Danh sách thành viên tổ công nghệ số cộng đồng"),
    4: row("STT", "Di động", "Năm sinh", "Họ tên thành viên", "Vai trò", "Đơn vị, chức vụ", "Ghi chú", "Thuộc ấp"),
    5: row(1, "0918 000 601", 1967, "Trần Văn Mật Cật", "Tổ trưởng", "Trưởng ấp", None, "Kinh Tràm Chẹt"),
    6: row(2, "0166 9000 602", 1999, "Lê Thị Hoa Tràm", "Tổ phó", "Bí thư chi đoàn", None, '"'),
    7: row(3, "0945 000 603", 1980, "Danh Rùa Vàng", "Thành viên", "Hội nông dân", None, '"'),
    8: [4, "0974 000 604", 1991, "Nguyễn Mỹ Ong Ruồi", "Thành viên", "Chi hội phụ nữ", None, '"'],
    9: row(5, "0913 000 605", 1963, "Phạm Hữu Rắn Ri Voi", "Tổ trưởng", "Bí thư, Trưởng ấp", None, "Vườn Quýt Nhỏ"),
    10: row(6, "0961 000 606", 2001, "Võ Ngọc Mắm Lóc", "Tổ phó", "Đoàn viên", None, '"'),
    11: row(7, "số cũ", 1972, "Ngô Công Lò Đường", "Thành viên", "Cựu chiến binh", None, '"'),
    12: row(8, "0939 000 608", None, "Mai Thị Dây Cóc", "Thành viên", "Cộng tác viên", None, '"'),
    13: row(9, "0919 000 609", 1975, "Hồ Quốc Sáp Ong", "Tổ trưởng", "Trưởng ấp", None, "Lung Ngang Cũ"),
    14: row(10, "0124 3000 610", 1994, "Huỳnh Mỹ Cá Dày", "Tổ phó", "Y tế ấp", None, '"'),
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Kinh Tràm Chẹt",
        person(5, "Trần Văn Mật Cật", "1967", None, LEADER, "Trưởng ấp", HEAD, "0918000601"),
        person(6, "Lê Thị Hoa Tràm", "1999", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0369000602", "phone_converted"),
        person(7, "Danh Rùa Vàng", "1980", None, MEMBER, "Hội nông dân", MASS, "0945000603"),
        person(8, "Nguyễn Mỹ Ong Ruồi", "1991", None, MEMBER, "Chi hội phụ nữ", MASS, "0974000604")),
    team(TAB, COMMUNE, "AP", "Vườn Quýt Nhỏ",
        person(9, "Phạm Hữu Rắn Ri Voi", "1963", None, LEADER, "Bí thư, Trưởng ấp", HEAD, "0913000605"),
        person(10, "Võ Ngọc Mắm Lóc", "2001", None, DEPUTY, "Đoàn viên", YOUTH, "0961000606"),
        person(11, "Ngô Công Lò Đường", "1972", None, MEMBER, "Cựu chiến binh", MASS, None, "phone_unreadable"),
        person(12, "Mai Thị Dây Cóc", None, None, MEMBER, "Cộng tác viên", None, "0939000608", "category_unclear")),
    team(TAB, COMMUNE, "AP", "Lung Ngang Cũ",
        person(13, "Hồ Quốc Sáp Ong", "1975", None, LEADER, "Trưởng ấp", HEAD, "0919000609"),
        person(14, "Huỳnh Mỹ Cá Dày", "1994", None, DEPUTY, "Y tế ấp", STATE, "0843000610", "phone_converted")),
], [1, 2, 4], "old_font_tcvn3")
