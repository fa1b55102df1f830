"""A card for each hamlet: name and number of members beside their labels, then a small table of its own."""

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

FILE = "d02-so-theo-doi.xlsx"
TAB = "Sổ tổ"
COMMUNE = "30931"
HEADS = ["Họ tên", "Sinh năm", "Vai trò", "Công việc đang làm", "SĐT liên hệ"]

CONTENT = [Sheet(TAB, rows={
    1: ["XÃ NGỌC THUẬN, HUYỆN GIỒNG RIỀNG"],
    2: ["SỔ THEO DÕI TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG NĂM 2023"],
    4: ["Tên ấp:", "Kinh Đứng Nhỏ", None, "Số thành viên:", 4],
    5: HEADS,
    6: ["Nguyễn Văn Cây Gừa", "1967", "Tổ trưởng", "Trưởng ấp", "0918-000-421"],
    7: ["Thị Hoa Lài", "1996", "Tổ phó", "Bí thư chi đoàn", "0966-000-422"],
    8: ["Lê Hữu Cá Trèn", "1981", "Tổ viên", "Làm ruộng", "0945-000-423"],
    9: ["Ba Lúa", "1975", "Tổ viên", "Hội Nông dân", "0945-000-424/ 0297 3000 424"],
    11: ["Tên ấp:", "Ngã Tư Cây Còng", None, "Số thành viên:", 5],
    12: HEADS,
    13: ["Phan Quốc Le Nâu", "1959", "Tổ trưởng", "Trưởng Ban nhân dân ấp", "0913-000-425"],
    14: ["Võ Thị Cỏ May", "94", "Tổ phó", "Giáo viên tiểu học", "0968-000-426"],
    15: ["Danh Tép Bạc", "tuổi Ngọ", "Tổ viên", "CCB", "chưa có"],
    16: ["(chờ Viettel giới thiệu)", None, "Tổ viên", "Viettel", None],
    17: ["Đinh Ngọc Bèo Cám", "1991", None, "Hội LHPN", "0974-000-427"],
    19: ["Tên ấp:", "Cái Đuốc Ngoài", None, "Số thành viên:", 3],
    20: HEADS,
    21: ["Trương Công Cá Mè", "1972", "Tổ trưởng", "Bí thư chi bộ", "0919-000-428"],
    22: ["Lý Thị Mồng Tơi", "1999", "Tổ phó", "Đoàn viên", "0961-000-429"],
    23: ["Hà Minh Cầu Khỉ", "1985", "Tổ viên", "Phó trưởng ấp", "0903-000-431"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Kinh Đứng Nhỏ",
        person(6, "Nguyễn Văn Cây Gừa", "1967", None, LEADER, "Trưởng ấp", HEAD, "0918000421"),
        person(7, "Thị Hoa Lài", "1996", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000422"),
        person(8, "Lê Hữu Cá Trèn", "1981", None, MEMBER, "Làm ruộng", RESIDENT, "0945000423"),
        person(9, "Ba Lúa", "1975", None, MEMBER, "Hội Nông dân", MASS, "0945000424", "two_phones"),
        stated=4),
    team(TAB, COMMUNE, "AP", "Ngã Tư Cây Còng",
        person(13, "Phan Quốc Le Nâu", "1959", None, LEADER, "Trưởng Ban nhân dân ấp", HEAD, "0913000425"),
        person(14, "Võ Thị Cỏ May", "1994", None, DEPUTY, "Giáo viên tiểu học", STATE, "0968000426",
            "birth_two_digit_year"),
        person(15, "Danh Tép Bạc", None, None, MEMBER, "CCB", MASS, None, "birth_unreadable"),
        person(16, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder"),
        person(17, "Đinh Ngọc Bèo Cám", "1991", None, None, "Hội LHPN", MASS, "0974000427", "role_unclear"),
        stated=5, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "AP", "Cái Đuốc Ngoài",
        person(21, "Trương Công Cá Mè", "1972", None, LEADER, "Bí thư chi bộ", STATE, "0919000428"),
        person(22, "Lý Thị Mồng Tơi", "1999", None, DEPUTY, "Đoàn viên", YOUTH, "0961000429"),
        person(23, "Hà Minh Cầu Khỉ", "1985", None, MEMBER, "Phó trưởng ấp", STATE, "0903000431"),
        stated=3),
], [1, 2, 4, 5, 11, 12, 19, 20])
