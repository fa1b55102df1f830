"""From a secretary of the Youth Union: signs and pictures in title, headings and sections, stars at the roles."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

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
from tests.teams.lists.spreadsheets.sheets import DateFormatted, Sheet

FILE = "c04-xa-doan.xlsx"
TAB = "🌾 Danh sách"
COMMUNE = "31033"

CONTENT = [Sheet(TAB, merged="B1:H1 B2:H2 B5:H5 B12:H12 B18:H18", rows={
    1: [None, "🌟 DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG 🌟"],
    2: [None, "✨ Xã Đông Hưng – huyện An Minh ✨"],
    4: [None, "№", "👤 Họ tên", "🎂 NTNS", "🏢 Đơn vị", "⭐ Phân công", "📱 Di động", "💬 Facebook"],
    5: [None, "❖ ẤP XẺO LÁ NGOÀI ❖ (06 thành viên)"],
    6: [None, 1, "Trần Quốc Cá Tra", date(1968, 2, 19), "Trưởng ấp", "★ Tổ trưởng", "0918.000.961", None],
    7: [None, 2, "Nguyễn Thị Hoa Cau", date(1997, 11, 8), "Bí thư chi đoàn", "☆ Tổ phó", "0966.000.962", "fb/hoacau"],
    8: [None, 3, "Danh Tôm Bạc", date(1985, 6, 30), "Hội CCB", "Thành viên", "0945.000.963", None],
    9: [None, 4, "Lê Mỹ Rong Nho", DateFormatted(1991), "HPN", "Thành viên", "0974.000.964", "fb/rongnho"],
    10: [None, 5, "Phạm Chí Xuồng Ba Lá", "15.7.1999", "ĐV", "Thành viên", "0961.000.965", None],
    11: [None, 6, "Tô Thị Cá Lóc Bông", "2/2/2002", "Đoàn viên thanh niên", "Thành viên", "0O38.000.966", None],
    12: [None, "❖ ẤP MƯƠNG CHÙA NHỎ ❖ (05 thành viên)"],
    13: [None, 1, "Võ Văn Cá Úc", date(1970, 1, 5), "Trưởng ấp", "★ Tổ trưởng", "0913.000.967", None],
    14: [None, 2, "Huỳnh Ngọc Ráng Đại", date(2000, 9, 17), "Phó BT chi đoàn", "☆ Tổ phó", "0968.000.968", "fb/rangdai"],
    15: [None, 3, "Hồ Tấn Vịt Trời", "1965", "Hội NCT", "Thành viên", "—", None],
    16: [None, 4, "Đỗ Thị Chôm Chôm (Bé Sáu)", date(1992, 4, 23), "Giáo viên mầm non", "Thành viên", "0939.000.969", None],
    17: [None, None, "❤ Các bạn nhớ kết nhóm Zalo của xã nhé ❤"],
    18: [None, "❖ ẤP THUỒNG LUỒNG CŨ ❖"],
    19: [None, 1, "Mai Công Cá Dứa", "30/2/1974", "Trưởng ấp", "★ Tổ trưởng", "0919.000.970", None],
    20: [None, 2, "Kim Thị Trái Cám", date(1996, 12, 12), "Chi đoàn", "☆ Tổ phó", "0965.000.971", None],
    21: [None, 3, "Ngô Hữu Dây Vác", date(1988, 8, 8), "Viettel", "Thành viên", "0977.000.972", None],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "XẺO LÁ NGOÀI",
        person(6, "Trần Quốc Cá Tra", "1968-02-19", None, LEADER, "Trưởng ấp", HEAD, "0918000961"),
        person(7, "Nguyễn Thị Hoa Cau", "1997-11-08", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000962"),
        person(8, "Danh Tôm Bạc", "1985-06-30", None, MEMBER, "Hội CCB", MASS, "0945000963"),
        person(9, "Lê Mỹ Rong Nho", "1991", None, MEMBER, "HPN", MASS, "0974000964", "birth_year_as_date"),
        person(10, "Phạm Chí Xuồng Ba Lá", "1999-07-15", None, MEMBER, "ĐV", None, "0961000965", "category_unclear"),
        person(11, "Tô Thị Cá Lóc Bông", "2002-02-02", None, MEMBER, "Đoàn viên thanh niên", YOUTH, None, "phone_unreadable"),
        stated=6),
    team(TAB, COMMUNE, "AP", "MƯƠNG CHÙA NHỎ",
        person(13, "Võ Văn Cá Úc", "1970-01-05", None, LEADER, "Trưởng ấp", HEAD, "0913000967"),
        person(14, "Huỳnh Ngọc Ráng Đại", "2000-09-17", None, DEPUTY, "Phó BT chi đoàn", YOUTH, "0968000968"),
        person(15, "Hồ Tấn Vịt Trời", "1965", None, MEMBER, "Hội NCT", MASS, None),
        person(16, "Đỗ Thị Chôm Chôm", "1992-04-23", None, MEMBER, "Giáo viên mầm non", STATE, "0939000969", "name_remark"),
        stated=5, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "AP", "THUỒNG LUỒNG CŨ",
        person(19, "Mai Công Cá Dứa", None, None, LEADER, "Trưởng ấp", HEAD, "0919000970", "birth_unreadable"),
        person(20, "Kim Thị Trái Cám", "1996-12-12", None, DEPUTY, "Chi đoàn", YOUTH, "0965000971"),
        person(21, "Ngô Hữu Dây Vác", "1988-08-08", None, MEMBER, "Viettel", TELECOM, "0977000972")),
], [1, 2, 4, 5, 12, 17, 18], "columns_not_taken")
