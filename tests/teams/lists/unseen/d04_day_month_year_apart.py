"""Youth Union: day, month and year of the birth in three columns, sections with stars and counts, Facebook."""

# The tables are read by eye, a row on a line.
# fmt: off

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

FILE = "d04-ngay-thang-nam-rieng.xlsx"
TAB = "Doi hinh TCNSCD"
COMMUNE = "30907"

CONTENT = [Sheet(TAB, merged="A1:K1 A2:K2 A4:A5 B4:B5 C4:E4 F4:F5 G4:G5 H4:H5 I4:I5 A6:I6 A11:I11 A16:I16", rows={
    1: ["ĐOÀN TNCS HỒ CHÍ MINH XÃ THẠNH HƯNG"],
    2: ["~~~ THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ~~~"],
    4: ["Stt", "Họ và tên", "Ngày tháng năm sinh", None, None, "Chức danh trong tổ", "Chức danh, đơn vị",
        "ĐTDĐ", "Link Facebook"],
    5: [None, None, "Ngày", "Tháng", "Năm"],
    6: ["★ Ấp Thạnh Xẻo Gừa (4 bạn) ★"],
    7: [1, "Trần Thanh Chim Trích", 12, 3, 1969, "Tổ trưởng", "Trưởng ấp", "0918.000.461", None],
    8: [2, "Lê Thị Bông Sen", 5, 11, 1999, "Tổ phó", "Bí thư Chi đoàn", "0966.000.462", "fb.com/bongsen"],
    9: [3, "DANH CÁ THÁT LÁT", None, 8, 1993, "Thành viên", "ĐVTN", "0968.000.463", None],
    10: [4, "Phạm Ngọc Rau Ngổ", None, None, 1988, "Thành viên", "Hội LHPN", "0974.000.464", None],
    11: ["★ Ấp Thạnh Bến Trâu (4 bạn) ★"],
    12: [1, "Võ Minh Cò Lửa", 30, 4, 1975, "Tổ trưởng", "BTCB - Trưởng ấp", "0913.000.465", None],
    13: [2, "Ngô Thị Lá Lốt (Út)", 9, 9, 2001, "Tổ phó", "Phó bí thư chi đoàn", "0961.000.466", "fb.com/laloot"],
    14: [3, "Đỗ Hữu Nò Sáo", 31, 2, 1990, "Thành viên", "Hội ND", "0945.000.467", None],
    15: [4, "đỗ thị bông vải", 1, 1, 1985, "Thành viên", "Giáo viên THCS", "0939.000.468", None],
    16: ["★ Ấp Thạnh Lung Sen (4 bạn) ★"],
    17: [1, "Huỳnh Công Trâu Nước", 20, 10, 1966, "Tổ trưởng", "Trưởng ấp", "0919.000.469", None],
    18: [2, "Mai Ngọc Dế Mèn", 14, 7, 1998, "Tổ phó", "Chi đoàn", "0965.000.470", None],
    19: [3, "Hồ Văn Đìa Cá", 6, 12, 1982, "Thành viên", "Bưu điện xã", "0907.000.471 - 0938.000.471", None],
    21: ["Tổng cộng: 12 bạn", None, None, None, None, None, "BÍ THƯ ĐOÀN XÃ"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Thạnh Xẻo Gừa",
        person(7, "Trần Thanh Chim Trích", "1969-03-12", None, LEADER, "Trưởng ấp", HEAD, "0918000461"),
        person(8, "Lê Thị Bông Sen", "1999-11-05", None, DEPUTY, "Bí thư Chi đoàn", YOUTH, "0966000462"),
        person(9, "DANH CÁ THÁT LÁT", "1993-08", None, MEMBER, "ĐVTN", YOUTH, "0968000463", "name_case"),
        person(10, "Phạm Ngọc Rau Ngổ", "1988", None, MEMBER, "Hội LHPN", MASS, "0974000464"),
        stated=4),
    team(TAB, COMMUNE, "AP", "Thạnh Bến Trâu",
        person(12, "Võ Minh Cò Lửa", "1975-04-30", None, LEADER, "BTCB - Trưởng ấp", HEAD, "0913000465"),
        person(13, "Ngô Thị Lá Lốt", "2001-09-09", None, DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0961000466",
            "name_remark"),
        person(14, "Đỗ Hữu Nò Sáo", None, None, MEMBER, "Hội ND", MASS, "0945000467", "birth_unreadable"),
        person(15, "đỗ thị bông vải", "1985-01-01", None, MEMBER, "Giáo viên THCS", STATE, "0939000468", "name_case"),
        stated=4),
    team(TAB, COMMUNE, "AP", "Thạnh Lung Sen",
        person(17, "Huỳnh Công Trâu Nước", "1966-10-20", None, LEADER, "Trưởng ấp", HEAD, "0919000469"),
        person(18, "Mai Ngọc Dế Mèn", "1998-07-14", None, DEPUTY, "Chi đoàn", YOUTH, "0965000470"),
        person(19, "Hồ Văn Đìa Cá", "1982-12-06", None, MEMBER, "Bưu điện xã", TELECOM, "0907000471", "two_phones"),
        stated=4, flags=("stated_count_differs",)),
], [1, 2, 4, 5, 6, 11, 16, 21], "stated_total_differs", "columns_not_taken")
