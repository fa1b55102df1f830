"""An annex in the VNI font whose sections begin with the number of the team; the sex in words, 11-digit telephones."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.old_fonts import vni
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
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c11-chu-vni.xls"
TAB = "Phu luc"
COMMUNE = "30994"

TYPED = {
    1: ["UBND huyện An Biên", None, None, None, "Cộng hòa xã hội chủ nghĩa Việt Nam"],
    2: ["UBND xã Nam Yên", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    4: ["Phụ lục: Nhân sự Tổ công nghệ số cộng đồng"],
    5: ["(Kèm theo Quyết định số 38/QĐ-UBND ngày 30 tháng 9 năm 2022)"],
    7: ["TT", "Họ và tên", "Phái", "Sinh năm", "Chức vụ, công việc", "Phân công", "Điện thoại"],
    8: ["Tổ số 1 - ấp Hai Tàu Mới (04 người)"],
    9: [1, "Nguyễn Hữu Cá Rô Phi", "Nam", 1966, "Bí thư chi bộ kiêm trưởng ấp", "Tổ trưởng", "0918 000 201"],
    10: [2, "Trần Thị Hoa Mười Giờ", "Nữ", 1998, "Bí thư chi đoàn", "Tổ phó", "0169 800 0202"],
    11: [3, "Danh Lưỡi Hái", "Nam", 1975, "Hội nông dân", "Thành viên", "0945 000 203"],
    12: [4, "Phạm Mỹ Bông Điên Điển", "Nữ", "tháng 6/1987", "Giáo viên", "Thành viên", "không có"],
    13: ["Tổ số 2 - ấp Xẻo Quao Lớn (05 người)"],
    14: [1, "Huỳnh Công Cá Thòi Lòi", "Nam", 1970, "Trưởng ấp", "Tổ trưởng", "0913 000 204"],
    15: [2, "Võ Ngọc Cây Vẹt", "Nữ", 1995, "Phó trưởng ấp", "Tổ phó", "0121 900 0205"],
    16: [3, "Lê Đình Chim Sẻ", "Nam", 1958, "Hội người cao tuổi", "Thành viên", "0939 000 206"],
    17: [4, "Đặng Thị Mật Mía", "Nữ", "1993", "Bưu điện xã", "Thành viên", "0911 000 207"],
    18: ["Tổ số 3 - ấp Bảy Chợ (03 người)"],
    19: [1, "Mai Quốc Cá Cam", "Nam", 1964, "Trưởng ấp", "Tổ trưởng", "0919 000 208"],
    20: [2, "Hồ Thị Rau Câu Chân Vịt", "Nữ", 2001, "Đoàn viên thanh niên", "Tổ phó", "0966 000 209"],
    21: [3, "Kim Đậu Rồng", "Nam", 1983, "Công an viên", "Thành viên", "09030002100"],
    23: [None, None, None, None, None, "TM. Ủy ban nhân dân"],
    24: [None, None, None, None, None, "Chủ tịch"],
}
CONTENT = [Sheet(TAB, merged="A4:G4 A5:G5 A8:G8 A13:G13 A18:G18", font="VNI-Times", rows={
    number: [vni(cell) if isinstance(cell, str) else cell for cell in row] for number, row in TYPED.items()
})]

READING = reading(COMMUNE, ("38", "QĐ-UBND", "2022-09-30"), [
    team(TAB, COMMUNE, "AP", "Hai Tàu Mới",
        person(9, "Nguyễn Hữu Cá Rô Phi", "1966", "M", LEADER, "Bí thư chi bộ kiêm trưởng ấp", HEAD, "0918000201"),
        person(10, "Trần Thị Hoa Mười Giờ", "1998", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0398000202", "phone_converted"),
        person(11, "Danh Lưỡi Hái", "1975", "M", MEMBER, "Hội nông dân", MASS, "0945000203"),
        person(12, "Phạm Mỹ Bông Điên Điển", "1987-06", "F", MEMBER, "Giáo viên", STATE, None),
        stated=4),
    team(TAB, COMMUNE, "AP", "Xẻo Quao Lớn",
        person(14, "Huỳnh Công Cá Thòi Lòi", "1970", "M", LEADER, "Trưởng ấp", HEAD, "0913000204"),
        person(15, "Võ Ngọc Cây Vẹt", "1995", "F", DEPUTY, "Phó trưởng ấp", STATE, "0799000205", "phone_converted"),
        person(16, "Lê Đình Chim Sẻ", "1958", "M", MEMBER, "Hội người cao tuổi", MASS, "0939000206"),
        person(17, "Đặng Thị Mật Mía", "1993", "F", MEMBER, "Bưu điện xã", TELECOM, "0911000207"),
        stated=5, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "AP", "Bảy Chợ",
        person(19, "Mai Quốc Cá Cam", "1964", "M", LEADER, "Trưởng ấp", HEAD, "0919000208"),
        person(20, "Hồ Thị Rau Câu Chân Vịt", "2001", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0966000209"),
        person(21, "Kim Đậu Rồng", "1983", "M", MEMBER, "Công an viên", STATE, None, "phone_unreadable"),
        stated=3),
], [1, 2, 4, 5, 7, 8, 13, 18, 23, 24], "old_font_vni")
