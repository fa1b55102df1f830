"""One row for each team, a group of three columns for each seat; seats left empty, a hamlet without anybody."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    STATE,
    TELECOM,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "b12-moi-to-mot-dong.xlsx"
TAB = "Tổ CNSCĐ"
COMMUNE = "30925"

CONTENT = [Sheet(TAB, merged="A1:Q1 A2:Q2 A4:A5 B4:B5 C4:E4 F4:H4 I4:K4 L4:N4 O4:Q4", rows={
    1: ["DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ NGỌC THÀNH"],
    2: ["(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 12-9-2022)"],
    4: ["TT", "Ấp", "Tổ trưởng", None, None, "Tổ phó", None, None, "Thành viên 1", None, None, "Thành viên 2", None, None,
        "Thành viên 3"],
    5: [None, None, "Họ và tên", "Năm sinh", "SĐT", "Họ và tên", "Năm sinh", "SĐT", "Họ và tên", "Đơn vị", "SĐT",
        "Họ và tên", "Đơn vị", "SĐT", "Họ và tên", "Đơn vị", "SĐT"],
    6: [1, "Ngọc Bờ Dừa", "Trần Văn Cá Rói", 1964, 918000711, "Lê Thị Cỏ Xước", 1996, 966000712,
        "Danh Ghe Ngo", "Hội Nông dân", 977000713, "Phạm Mỹ Hoa Cúc Dại", "Hội Phụ nữ", 945000714,
        "Nguyễn Tấn Cá Lia Thia", "VNPT", 888000715],
    7: [2, "Kinh Xáng Ngắn", "Võ Thành Bờ Bao", 1970, "0913000716", "Hồ Ngọc Đậu Bắp", "15/8/1999", "0961000717",
        "Huỳnh Văn Dế Mèn", "CCB", 939000718, "khuyết", "Agribank", None,
        "Đỗ Thị Rau Càng Cua", "Y tế ấp", "0907 000 719"],
    8: [3, "Đường Lác", "Lý Hữu Chim Trích", 1958, "0919.000.720", None, None, None,
        "Mai Văn Cây Gáo", "Công an viên", 903000721, "Cao Thị Lá Dong", "GV", 932000722],
    9: [4, "Xẻo Tre Gai", "Bùi Quốc Cá Trèn", "7-3-62", 917000723, "Ngô Thị Mắm Biển", 2001, "chưa có",
        "Kim Thị Hoa Đuông", "ĐV", 974000724, "Tạ Hữu Đìa Cá", "Làm ruộng", 382000725,
        "Thạch Đờn Kìm", "Người dân", 346000726],
    10: [5, "Ngọc Ruộng Sâu", "Đặng Văn Bìm Bìm", 1967, "0918 000 727 / 0297 3000 728", "Châu Mỹ Trái Bần", 1994, "0163 9000 729",
         "Giang Chí Lọp Tép", "Chi hội phó ND", "0978000730", "Lương Thị Dây Choại", "CHT PN", "0943000731",
         "Hà Công Bù Nhìn", "Viettel", 862000732],
    11: [6, "Kinh Ba Bọng"],
    12: [None, "Cộng: 06 tổ, 22 thành viên"],
})]

READING = reading(COMMUNE, ("77", "QĐ-UBND", "2022-09-12"), [
    team(TAB, COMMUNE, "AP", "Ngọc Bờ Dừa",
        person(6, "Trần Văn Cá Rói", "1964", None, LEADER, None, None, "0918000711"),
        person(6, "Lê Thị Cỏ Xước", "1996", None, DEPUTY, None, None, "0966000712"),
        person(6, "Danh Ghe Ngo", None, None, MEMBER, "Hội Nông dân", MASS, "0977000713"),
        person(6, "Phạm Mỹ Hoa Cúc Dại", None, None, MEMBER, "Hội Phụ nữ", MASS, "0945000714"),
        person(6, "Nguyễn Tấn Cá Lia Thia", None, None, MEMBER, "VNPT", TELECOM, "0888000715")),
    team(TAB, COMMUNE, "AP", "Kinh Xáng Ngắn",
        person(7, "Võ Thành Bờ Bao", "1970", None, LEADER, None, None, "0913000716"),
        person(7, "Hồ Ngọc Đậu Bắp", "1999-08-15", None, DEPUTY, None, None, "0961000717"),
        person(7, "Huỳnh Văn Dế Mèn", None, None, MEMBER, "CCB", MASS, "0939000718"),
        person(7, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder"),
        person(7, "Đỗ Thị Rau Càng Cua", None, None, MEMBER, "Y tế ấp", STATE, "0907000719")),
    team(TAB, COMMUNE, "AP", "Đường Lác",
        person(8, "Lý Hữu Chim Trích", "1958", None, LEADER, None, None, "0919000720"),
        person(8, "Mai Văn Cây Gáo", None, None, MEMBER, "Công an viên", STATE, "0903000721"),
        person(8, "Cao Thị Lá Dong", None, None, MEMBER, "GV", STATE, "0932000722")),
    team(TAB, COMMUNE, "AP", "Xẻo Tre Gai",
        person(9, "Bùi Quốc Cá Trèn", "1962-03-07", None, LEADER, None, None, "0917000723", "birth_two_digit_year"),
        person(9, "Ngô Thị Mắm Biển", "2001", None, DEPUTY, None, None, None),
        person(9, "Kim Thị Hoa Đuông", None, None, MEMBER, "ĐV", None, "0974000724", "category_unclear"),
        person(9, "Tạ Hữu Đìa Cá", None, None, MEMBER, "Làm ruộng", RESIDENT, "0382000725"),
        person(9, "Thạch Đờn Kìm", None, None, MEMBER, "Người dân", RESIDENT, "0346000726")),
    team(TAB, COMMUNE, "AP", "Ngọc Ruộng Sâu",
        person(10, "Đặng Văn Bìm Bìm", "1967", None, LEADER, None, None, "0918000727", "two_phones"),
        person(10, "Châu Mỹ Trái Bần", "1994", None, DEPUTY, None, None, "0339000729", "phone_converted"),
        person(10, "Giang Chí Lọp Tép", None, None, MEMBER, "Chi hội phó ND", MASS, "0978000730"),
        person(10, "Lương Thị Dây Choại", None, None, MEMBER, "CHT PN", MASS, "0943000731"),
        person(10, "Hà Công Bù Nhìn", None, None, MEMBER, "Viettel", TELECOM, "0862000732")),
    team(TAB, COMMUNE, "AP", "Kinh Ba Bọng", flags=("no_members",)),
], [1, 2, 4, 5, 11, 12])
