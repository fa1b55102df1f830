"""One row for each team, a column for each organisation with name and telephone in a cell; one collaborator for three hamlets."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "b13-moi-doan-the-mot-cot.xlsx"
TAB = "Bieu 2"
COMMUNE = "30838"

CONTENT = [Sheet(TAB, merged="A1:J1 A2:J2 A3:J3 A5:A6 B5:B6 C5:C6 D5:D6 E5:E6 F5:J5", rows={
    1: ["UBND XÃ MỸ THUẬN"],
    2: ["DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["(Theo Quyết định số 58/QĐ-UBND ngày 15 tháng 9 năm 2022)"],
    5: ["STT", "Ấp", "Số hộ", "Tổ trưởng (Trưởng ấp)", "Tổ phó (Bí thư chi đoàn)", "Thành viên"],
    6: [None, None, None, None, None, "Chi hội Phụ nữ", "Chi hội Nông dân", "Hội CCB", "VNPT", "Ngân hàng CSXH"],
    7: [1, "Kiên Sơn Nhỏ", 312, "Nguyễn Văn Bông Súng Trắng\n0918 000 741", "Trần Thị Hoàng Yến\n0966 000 742",
        "Lê Mỹ Bồ Ngót\n0945 000 743", "Danh Cá Ét\n0977 000 744", "Phạm Hữu Gõ Mật\n0939 000 745",
        "Võ Quốc Diều Hâu\n0888 000 746", "Hồ Ngọc Cẩm Chướng\n0902 000 747"],
    8: [2, "Lung Lớn Ba", 287, "Huỳnh Thành Cá Lau Kiếng\n0913 000 748", "Đỗ Hoàng Sẻ Nâu\n0961 000 749",
        "Mai Thị Bắp Nếp\n0974 000 750", "Lý Chí Tàu Kéo\n0979 000 751", "(chưa cử)", "nt", "nt"],
    9: [3, "Mũi Tàu Cũ", 401, "Bùi Công Cá Trạch\n0917 000 752", "Ngô Mỹ Rau Bợ\n0963 000 753",
        "Cao Thị Ớt Hiểm\n0946 000 754", "Thạch Bẹ Chuối\n0985 000 756", "Kim Văn Trâu Cổ\n0933 00 757",
        "Võ Quốc Diều Hâu\n0888 000 746"],
    10: [4, "Tràm Dưỡng Trên", 198, "B. Quách Thị Vịt Đẹt\n0919 000 758", "Anh Đinh Minh Sóc Đỏ\n0964 000 759",
         "Chị Tô Thị Gừng Gió\n0976 000 760", "Ông Trịnh Văn Bần Chua\n0904 000 761",
         "Ông Lưu Hớn Trầu Không\nkhông có SĐT"],
})]

READING = reading(COMMUNE, ("58", "QĐ-UBND", "2022-09-15"), [
    team(TAB, COMMUNE, "AP", "Kiên Sơn Nhỏ",
        person(7, "Nguyễn Văn Bông Súng Trắng", None, None, LEADER, "Trưởng ấp", HEAD, "0918000741"),
        person(7, "Trần Thị Hoàng Yến", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000742"),
        person(7, "Lê Mỹ Bồ Ngót", None, None, MEMBER, "Chi hội Phụ nữ", MASS, "0945000743"),
        person(7, "Danh Cá Ét", None, None, MEMBER, "Chi hội Nông dân", MASS, "0977000744"),
        person(7, "Phạm Hữu Gõ Mật", None, None, MEMBER, "Hội CCB", MASS, "0939000745"),
        person(7, "Võ Quốc Diều Hâu", None, None, MEMBER, "VNPT", TELECOM, "0888000746"),
        person(7, "Hồ Ngọc Cẩm Chướng", None, None, MEMBER, "Ngân hàng CSXH", BANK, "0902000747")),
    team(TAB, COMMUNE, "AP", "Lung Lớn Ba",
        person(8, "Huỳnh Thành Cá Lau Kiếng", None, None, LEADER, "Trưởng ấp", HEAD, "0913000748"),
        person(8, "Đỗ Hoàng Sẻ Nâu", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0961000749"),
        person(8, "Mai Thị Bắp Nếp", None, None, MEMBER, "Chi hội Phụ nữ", MASS, "0974000750"),
        person(8, "Lý Chí Tàu Kéo", None, None, MEMBER, "Chi hội Nông dân", MASS, "0979000751"),
        person(8, None, None, None, MEMBER, "Hội CCB", MASS, None, "name_placeholder"),
        person(8, "Võ Quốc Diều Hâu", None, None, MEMBER, "VNPT", TELECOM, "0888000746", "as_above"),
        person(8, "Hồ Ngọc Cẩm Chướng", None, None, MEMBER, "Ngân hàng CSXH", BANK, "0902000747", "as_above")),
    team(TAB, COMMUNE, "AP", "Mũi Tàu Cũ",
        person(9, "Bùi Công Cá Trạch", None, None, LEADER, "Trưởng ấp", HEAD, "0917000752"),
        person(9, "Ngô Mỹ Rau Bợ", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0963000753"),
        person(9, "Cao Thị Ớt Hiểm", None, None, MEMBER, "Chi hội Phụ nữ", MASS, "0946000754"),
        person(9, "Thạch Bẹ Chuối", None, None, MEMBER, "Chi hội Nông dân", MASS, "0985000756"),
        person(9, "Kim Văn Trâu Cổ", None, None, MEMBER, "Hội CCB", MASS, None, "phone_unreadable"),
        person(9, "Võ Quốc Diều Hâu", None, None, MEMBER, "VNPT", TELECOM, "0888000746")),
    team(TAB, COMMUNE, "AP", "Tràm Dưỡng Trên",
        person(10, "Quách Thị Vịt Đẹt", None, "F", LEADER, "Trưởng ấp", HEAD, "0919000758"),
        person(10, "Đinh Minh Sóc Đỏ", None, "M", DEPUTY, "Bí thư chi đoàn", YOUTH, "0964000759"),
        person(10, "Tô Thị Gừng Gió", None, "F", MEMBER, "Chi hội Phụ nữ", MASS, "0976000760"),
        person(10, "Trịnh Văn Bần Chua", None, "M", MEMBER, "Chi hội Nông dân", MASS, "0904000761"),
        person(10, "Lưu Hớn Trầu Không", None, "M", MEMBER, "Hội CCB", MASS, None)),
], [1, 2, 3, 5, 6], "columns_not_taken")
