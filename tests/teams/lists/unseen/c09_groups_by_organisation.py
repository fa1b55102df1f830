"""One row for each hamlet, two columns for each organisation, the role in brackets; one collaborator for two hamlets."""

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

FILE = "c09-moi-don-vi-hai-cot.xlsx"
TAB = "Tong hop"
COMMUNE = "31072"

CONTENT = [Sheet(TAB, merged="A1:L1 A2:L2 A4:A5 B4:B5 C4:D4 E4:F4 G4:H4 I4:J4 K4:L4", rows={
    1: ["BẢNG PHÂN CÔNG TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ TÂN THUẬN, HUYỆN VĨNH THUẬN"],
    2: ["Đính kèm Quyết định số 73/QĐ-UBND ngày 18 tháng 11 năm 2022"],
    4: ["STT", "Ấp", "Trưởng ấp (Tổ trưởng)", None, "Đoàn Thanh niên (Tổ phó)", None, "Hội Phụ nữ (Thành viên)", None,
        "Công an (Thành viên)", None, "VNPT (Thành viên)", None],
    5: [None, None, "Họ tên", "ĐT", "Họ tên", "ĐT", "Họ tên", "ĐT", "Họ tên", "ĐT", "Họ tên", "ĐT"],
    6: [1, "Bình Kinh Ba", "Ông Trần Hữu Cá Kìm", "0918000161", "Cô Lê Mỹ Hoa Phượng", "0966000162", "Bà Danh Thị Lá Mơ",
        "0974000163",
        "Ông Võ Chí Cây Đước", "0903000164", "Anh Phạm Tấn Cá Bạc Má", "0888000165"],
    7: [2, "Kinh Mười Thước", "Bà Hồ Thị Bông Lục Bình", "0913000166", "Anh Ngô Quốc Chim Sâu", "0125 4000 167", "Bà Năm",
        "0943000168",
        "khuyết", None, "nt", '"'],
    8: [3, "Đập Ông Bảy Cũ", "Ông Huỳnh Văn Trăn Đất", "0919000169", None, None, "Bà Đỗ Thị Rau Ngổ", "không có",
        "Ông Kiên Vó Tôm", "0905 000 17", "Chị Mai Ngọc Cỏ Tranh", "0886000171"],
    9: [4, "Ranh Hạt Hai", "Ông Bùi Công Cá Tai Bồ", "0917000172", "Anh Tô Thành Nấm Mối", "0961000173",
        "Bà Cao Thị Chanh Giấy và bà Lý Thị Ớt Hiểm", "0945000174", None, None, None, None],
    10: ["Tổng: 4 tổ"],
})]

READING = reading(COMMUNE, ("73", "QĐ-UBND", "2022-11-18"), [
    team(TAB, COMMUNE, "AP", "Bình Kinh Ba",
        person(6, "Trần Hữu Cá Kìm", None, "M", LEADER, "Trưởng ấp", HEAD, "0918000161"),
        person(6, "Lê Mỹ Hoa Phượng", None, "F", DEPUTY, "Đoàn Thanh niên", YOUTH, "0966000162"),
        person(6, "Danh Thị Lá Mơ", None, "F", MEMBER, "Hội Phụ nữ", MASS, "0974000163"),
        person(6, "Võ Chí Cây Đước", None, "M", MEMBER, "Công an", STATE, "0903000164"),
        person(6, "Phạm Tấn Cá Bạc Má", None, "M", MEMBER, "VNPT", TELECOM, "0888000165")),
    team(TAB, COMMUNE, "AP", "Kinh Mười Thước",
        person(7, "Hồ Thị Bông Lục Bình", None, "F", LEADER, "Trưởng ấp", HEAD, "0913000166"),
        person(7, "Ngô Quốc Chim Sâu", None, "M", DEPUTY, "Đoàn Thanh niên", YOUTH, "0854000167", "phone_converted"),
        person(7, "Năm", None, "F", MEMBER, "Hội Phụ nữ", MASS, "0943000168", "name_incomplete"),
        person(7, None, None, None, MEMBER, "Công an", STATE, None, "name_placeholder"),
        person(7, "Phạm Tấn Cá Bạc Má", None, "M", MEMBER, "VNPT", TELECOM, "0888000165", "as_above")),
    team(TAB, COMMUNE, "AP", "Đập Ông Bảy Cũ",
        person(8, "Huỳnh Văn Trăn Đất", None, "M", LEADER, "Trưởng ấp", HEAD, "0919000169"),
        person(8, "Đỗ Thị Rau Ngổ", None, "F", MEMBER, "Hội Phụ nữ", MASS, None),
        person(8, "Kiên Vó Tôm", None, "M", MEMBER, "Công an", STATE, None, "phone_unreadable"),
        person(8, "Mai Ngọc Cỏ Tranh", None, "F", MEMBER, "VNPT", TELECOM, "0886000171")),
    team(TAB, COMMUNE, "AP", "Ranh Hạt Hai",
        person(9, "Bùi Công Cá Tai Bồ", None, "M", LEADER, "Trưởng ấp", HEAD, "0917000172"),
        person(9, "Tô Thành Nấm Mối", None, "M", DEPUTY, "Đoàn Thanh niên", YOUTH, "0961000173"),
        person(9, "Cao Thị Chanh Giấy", None, "F", MEMBER, "Hội Phụ nữ", MASS, None, "two_people"),
        person(9, "Lý Thị Ớt Hiểm", None, "F", MEMBER, "Hội Phụ nữ", MASS, None, "two_people")),
], [1, 2, 4, 5, 10])
