"""A document with three tables: the commune team, the hamlets in one table with sections, a cooperative; counts in titles."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Table
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    ENTERPRISE,
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

FILE = "c20-ba-bang.docx"
COMMUNE = "30982"

CONTENT = [
    "UBND XÃ VĨNH THẮNG, HUYỆN GÒ QUAO",
    "PHỤ LỤC NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
    "(Ban hành kèm theo Quyết định số 06/QĐ-UBND ngày 13 tháng 01 năm 2023 của Chủ tịch UBND xã Vĩnh Thắng)",
    "I. Tổ công nghệ số cộng đồng xã (03 người)",
    Table([
        ["TT", "Họ tên", "Chức vụ", "Vai trò", "Di động"],
        ["1", "Đ/c Phan Hữu Cá Basa", "Phó Chủ tịch UBND xã", "Tổ trưởng", "0913 000 381"],
        ["2", "Đ/c Trần Ngọc Hoa Sen", "Bí thư Đoàn xã", "Tổ phó", "0966 000 382"],
        ["3", "Đ/c Lý Chí Cột Buồm", "Trạm trưởng Trạm Y tế", "Thành viên", "0918 000 383"],
    ]),
    "II. Tổ công nghệ số cộng đồng các ấp",
    Table([
        ["TT", "Họ tên", "Năm sinh", "", "Chức vụ", "Vai trò", "Di động"],
        ["", "", "Nam", "Nữ", "", "", ""],
        ["ẤP VĨNH KINH ĐÀO (04 NGƯỜI)", "", "", "", "", "", ""],
        ["1", "Nguyễn Văn Cá Trê Trắng", "1965", "", "Trưởng ấp", "Tổ trưởng", "0919 000 384"],
        ["2", "Lê Thị Bông Cúc", "", "1998", "Chi đoàn", "Tổ phó", "0961 000 385"],
        ["3", "Danh Ngọn Nến", "15/6/1980", "", "Hội ND", "Thành viên", "0945 000 386"],
        ["4", "Võ Mỹ Lá Bàng", "", "2/1986", "Hội PN", "Thành viên", "0774 000 387"],
        ["ẤP VĨNH BỜ XÁNG (04 NGƯỜI)", "", "", "", "", "", ""],
        ["1", "Hồ Quốc Cá Măng", "1970", "", "BTCB, Trưởng ấp", "Tổ trưởng", "0939 000 388"],
        ["2", "Ngô Thị Trà Mi", "", "2001", "Đoàn viên", "Tổ phó", "0968 000 389"],
        ["3", "Đỗ Công Dưa Gang", "tuổi Tỵ", "", "CCB", "Thành viên", "0947 000 39"],
    ], merged=((1, 3, 1, 4), (1, 1, 2, 1), (1, 2, 2, 2), (1, 5, 2, 5), (1, 6, 2, 6), (1, 7, 2, 7), (3, 1, 3, 7), (8, 1, 8, 7))),
    "III. Tổ công nghệ số cộng đồng Hợp tác xã Nông nghiệp Sen Vàng (03 người)",
    Table([
        ["TT", "Họ tên", "Chức vụ", "Vai trò", "Di động"],
        ["1", "Ông Mai Thành Bờ Ruộng", "Giám đốc HTX", "Tổ trưởng", "0908 000 391"],
        ["2", "Bà Huỳnh Ngọc Rơm Vàng", "Kế toán", "Tổ phó", "0938 000 392"],
        ["3", "Ông Tạ Văn Máy Cày", "Tổ trưởng dịch vụ", "Thành viên", "0906 000 393"],
    ]),
    "TM. ỦY BAN NHÂN DÂN",
]

READING = reading(COMMUNE, ("06", "QĐ-UBND", "2023-01-13"), [
    team("table 1", COMMUNE, "commune", None,
        person(2, "Phan Hữu Cá Basa", None, None, LEADER, "Phó Chủ tịch UBND xã", STATE, "0913000381"),
        person(3, "Trần Ngọc Hoa Sen", None, None, DEPUTY, "Bí thư Đoàn xã", YOUTH, "0966000382"),
        person(4, "Lý Chí Cột Buồm", None, None, MEMBER, "Trạm trưởng Trạm Y tế", STATE, "0918000383"),
        stated=3),
    team("table 2", COMMUNE, "AP", "VĨNH KINH ĐÀO",
        person(4, "Nguyễn Văn Cá Trê Trắng", "1965", "M", LEADER, "Trưởng ấp", HEAD, "0919000384"),
        person(5, "Lê Thị Bông Cúc", "1998", "F", DEPUTY, "Chi đoàn", YOUTH, "0961000385"),
        person(6, "Danh Ngọn Nến", "1980-06-15", "M", MEMBER, "Hội ND", MASS, "0945000386"),
        person(7, "Võ Mỹ Lá Bàng", "1986-02", "F", MEMBER, "Hội PN", MASS, "0774000387"),
        stated=4),
    team("table 2", COMMUNE, "AP", "VĨNH BỜ XÁNG",
        person(9, "Hồ Quốc Cá Măng", "1970", "M", LEADER, "BTCB, Trưởng ấp", HEAD, "0939000388"),
        person(10, "Ngô Thị Trà Mi", "2001", "F", DEPUTY, "Đoàn viên", YOUTH, "0968000389"),
        person(11, "Đỗ Công Dưa Gang", None, "M", MEMBER, "CCB", MASS, None, "birth_unreadable", "phone_unreadable"),
        stated=4, flags=("stated_count_differs",)),
    team("table 3", COMMUNE, "enterprise", "Hợp tác xã Nông nghiệp Sen Vàng",
        person(2, "Mai Thành Bờ Ruộng", None, "M", LEADER, "Giám đốc HTX", ENTERPRISE, "0908000391"),
        person(3, "Huỳnh Ngọc Rơm Vàng", None, "F", DEPUTY, "Kế toán", ENTERPRISE, "0938000392"),
        person(4, "Tạ Văn Máy Cày", None, "M", MEMBER, "Tổ trưởng dịch vụ", ENTERPRISE, "0906000393"),
        stated=3),
], ["table 1!1", "table 2!1", "table 2!2", "table 2!3", "table 2!8", "table 3!1"])
