"""OpenDocument, a sheet for each quarter: the role on rows of its own, name before a dash and post behind, telephones."""

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
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "e10-moi-khu-pho-mot-to.ods"
COMMUNE = "30754"
T1, T2, T3 = "KP 1", "KP Rạch Giồng Lá", "KP Cầu Đá"

CONTENT = [
    Sheet(T1, rows={
        1: ["Phường Rạch Sỏi, thành phố Rạch Giá"],
        2: ["Nhân sự tổ công nghệ số cộng đồng"],
        3: ["Họ tên - công việc", "Liên hệ", "Sinh năm"],
        4: ["TỔ TRƯỞNG"],
        5: ["Ông Trần Quốc Sậy Già – Trưởng khu phố", "0918 000 741", 1961],
        6: ["TỔ PHÓ"],
        7: ["Bà Lê Mỹ Lục Bình Tím – Bí thư chi đoàn", "0966 000 742", 1998],
        8: ["THÀNH VIÊN"],
        9: ["Ông Lâm Hỉ Xá Bấu – Buôn bán", "0907 000 743", 1973],
        10: ["Bà Phạm Thị Cá Nục – Hội LHPN", "0297 3000 744", 1980],
        11: ["Thầy Võ Thanh Phấn Trắng – Giáo viên", "0932 000 745 / 0789 000 746", 1986],
    }),
    Sheet(T2, rows={
        1: ["Họ tên - công việc", "Liên hệ", "Sinh năm"],
        2: ["TỔ TRƯỞNG"],
        3: ["Bà Huỳnh Thị Khăn Sọc – Bí thư chi bộ", "0913 000 747", 1965],
        4: ["TỔ PHÓ"],
        5: ["Anh Ngô Tấn Bạch Tuộc – ĐVTN", "0961 000 748", "99"],
        6: ["THÀNH VIÊN"],
        7: ["Anh Đỗ Hữu Cột Buồm – Cảnh sát khu vực", "0903 000 74", 1990],
        8: ["(Bưu điện cử người)", None, None],
    }),
    Sheet(T3, rows={
        1: ["Họ tên - công việc", "Liên hệ", "Sinh năm"],
        2: ["TỔ TRƯỞNG"],
        3: ["Ông Mai Văn Cá Thu Ảu – Trưởng khu phố", "0919 000 749", 1959],
        4: ["TỔ PHÓ"],
        5: ["Chị Tạ Ngọc Hoa Phượng – Chi hội trưởng phụ nữ", "0974 000 750", "tuổi Mùi"],
        6: ["THÀNH VIÊN"],
        7: ["Ông Cao A Bánh Pía – Hội Chữ thập đỏ", "không", 1955],
        8: ["Ông Hồ Chí Đèn Dầu – MobiFone", "0933 000 751", 1987],
    }),
]

READING = reading(COMMUNE, None, [
    team(T1, COMMUNE, "KHU_PHO", "1",
        person(5, "Trần Quốc Sậy Già", "1961", "M", LEADER, "Trưởng khu phố", HEAD, "0918000741"),
        person(7, "Lê Mỹ Lục Bình Tím", "1998", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000742"),
        person(9, "Lâm Hỉ Xá Bấu", "1973", "M", MEMBER, "Buôn bán", RESIDENT, "0907000743"),
        person(10, "Phạm Thị Cá Nục", "1980", "F", MEMBER, "Hội LHPN", MASS, "02973000744"),
        person(11, "Võ Thanh Phấn Trắng", "1986", "M", MEMBER, "Giáo viên", STATE, "0932000745", "two_phones")),
    team(T2, COMMUNE, "KHU_PHO", "Rạch Giồng Lá",
        person(3, "Huỳnh Thị Khăn Sọc", "1965", "F", LEADER, "Bí thư chi bộ", STATE, "0913000747"),
        person(5, "Ngô Tấn Bạch Tuộc", "1999", "M", DEPUTY, "ĐVTN", YOUTH, "0961000748", "birth_two_digit_year"),
        person(7, "Đỗ Hữu Cột Buồm", "1990", "M", MEMBER, "Cảnh sát khu vực", STATE, None, "phone_unreadable"),
        person(8, None, None, None, MEMBER, "Bưu điện", TELECOM, None, "name_placeholder")),
    team(T3, COMMUNE, "KHU_PHO", "Cầu Đá",
        person(3, "Mai Văn Cá Thu Ảu", "1959", "M", LEADER, "Trưởng khu phố", HEAD, "0919000749"),
        person(5, "Tạ Ngọc Hoa Phượng", None, "F", DEPUTY, "Chi hội trưởng phụ nữ", MASS, "0974000750", "birth_unreadable"),
        person(7, "Cao A Bánh Pía", "1955", "M", MEMBER, "Hội Chữ thập đỏ", MASS, None),
        person(8, "Hồ Chí Đèn Dầu", "1987", "M", MEMBER, "MobiFone", TELECOM, "0933000751")),
], [*rows_of(T1, 1, 2, 3, 4, 6, 8), *rows_of(T2, 1, 2, 4, 6), *rows_of(T3, 1, 2, 4, 6)])
