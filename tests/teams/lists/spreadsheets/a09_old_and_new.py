"""The list of 2022 and the renewed one of 2023 in one workbook: two decisions, two layouts, the same hamlets."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
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
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a09-cu-va-moi.xlsx"
COMMUNE = "30886"
OLD, NEW = "Năm 2022", "Kiện toàn 2023"

SHEETS = [
    Sheet(OLD, merged="A1:F1 A2:F2 A4:F4 A9:F9", rows={
        1: ["DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ MONG THỌ B"],
        2: ["(Kèm theo Quyết định số 30/QĐ-UBND ngày 19/7/2022 của UBND xã)"],
        3: ["TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị", "Nhiệm vụ", "SĐT"],
        4: ["Ấp Phước Chim"],
        5: [1, "Trần Văn Bình Bồng", 1960, "Trưởng ấp", "Tổ trưởng", 912000161],
        6: [2, "Lê Hoàng Cá Cơm", 1996, "Bí thư chi đoàn", "Tổ phó", 978000162],
        7: [3, "Nguyễn Thị Hoa Bần", 1981, "Chi hội trưởng Phụ nữ", "Thành viên", 943000163],
        8: [4, "Danh Xuồng Câu", 1972, "Hội Nông dân", "Thành viên", "0166 3000 164"],
        9: ["Ấp Minh Thuyền"],
        10: [1, "Phan Thanh Cá Rô Biển", 1967, "Trưởng ấp", "Tổ trưởng", 919000165],
        11: [2, "Đào Thị Cỏ Mực", 1994, "ĐVTN", "Tổ phó", 969000166],
        12: [3, "Lâm Quốc Chim Khách", 1985, "VNPT", "Thành viên", 888000167],
    }),
    Sheet(NEW, merged="A1:H1 A2:H2", rows={
        1: ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ MONG THỌ B (SAU KIỆN TOÀN)"],
        2: ["Ban hành kèm theo Quyết định số 18/QĐ-UBND ngày 24 tháng 4 năm 2023"],
        4: ["Số TT", "Tên ấp", "Họ tên", "Giới tính", "Ngày sinh", "Vai trò", "Công tác tại", "Điện thoại"],
        5: [1, "Phước Chim", "Trần Văn Bình Bồng", "Nam", "02/9/1960", "Tổ trưởng", "Trưởng ấp", "0912000161"],
        6: [2, "Phước Chim", "Hồ Thị Cá Lòng Tong", "Nữ", "14/5/2001", "Tổ phó", "Phó bí thư chi đoàn", "0961000168"],
        7: [3, "Phước Chim", "Nguyễn Thị Hoa Bần", "Nữ", "1981", "Thành viên", "Chi hội trưởng Phụ nữ", "0943000163"],
        8: [4, "Phước Chim", "Cao Minh Lưới Kéo", "Nam", "20/11/1989", "Thành viên", "Công an viên", "0905000169"],
        9: [5, "Minh Thuyền", "Đào Thị Cỏ Mực", "Nữ", "1994", "Tổ trưởng", "Trưởng ấp", "0969000166"],
        10: [6, "Minh Thuyền", "Kim Sóc Ớt", "Nam", "10/1997", "Tổ phó", "Bí thư chi đoàn", "0947000170"],
        11: [7, "Minh Thuyền", "Lâm Quốc Chim Khách", "Nam", "1985", "Thành viên", "VNPT", "0888000167"],
        12: [8, "Minh Thuyền", "Tạ Ngọc Hành Tăm", "Nữ", "31/6/1990", "Thành viên", "Agribank", "0902000171"],
    }),
]

READING = reading(COMMUNE, None, [
    team(OLD, COMMUNE, "AP", "Phước Chim",
        person(5, "Trần Văn Bình Bồng", "1960", None, LEADER, "Trưởng ấp", HEAD, "0912000161"),
        person(6, "Lê Hoàng Cá Cơm", "1996", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0978000162"),
        person(7, "Nguyễn Thị Hoa Bần", "1981", None, MEMBER, "Chi hội trưởng Phụ nữ", MASS, "0943000163"),
        person(8, "Danh Xuồng Câu", "1972", None, MEMBER, "Hội Nông dân", MASS, "0363000164", "phone_converted")),
    team(OLD, COMMUNE, "AP", "Minh Thuyền",
        person(10, "Phan Thanh Cá Rô Biển", "1967", None, LEADER, "Trưởng ấp", HEAD, "0919000165"),
        person(11, "Đào Thị Cỏ Mực", "1994", None, DEPUTY, "ĐVTN", YOUTH, "0969000166"),
        person(12, "Lâm Quốc Chim Khách", "1985", None, MEMBER, "VNPT", TELECOM, "0888000167")),
    team(NEW, COMMUNE, "AP", "Phước Chim",
        person(5, "Trần Văn Bình Bồng", "1960-09-02", "M", LEADER, "Trưởng ấp", HEAD, "0912000161"),
        person(6, "Hồ Thị Cá Lòng Tong", "2001-05-14", "F", DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0961000168"),
        person(7, "Nguyễn Thị Hoa Bần", "1981", "F", MEMBER, "Chi hội trưởng Phụ nữ", MASS, "0943000163"),
        person(8, "Cao Minh Lưới Kéo", "1989-11-20", "M", MEMBER, "Công an viên", STATE, "0905000169")),
    team(NEW, COMMUNE, "AP", "Minh Thuyền",
        person(9, "Đào Thị Cỏ Mực", "1994", "F", LEADER, "Trưởng ấp", HEAD, "0969000166"),
        person(10, "Kim Sóc Ớt", "1997-10", "M", DEPUTY, "Bí thư chi đoàn", YOUTH, "0947000170"),
        person(11, "Lâm Quốc Chim Khách", "1985", "M", MEMBER, "VNPT", TELECOM, "0888000167"),
        person(12, "Tạ Ngọc Hành Tăm", None, "F", MEMBER, "Agribank", BANK, "0902000171", "birth_unreadable")),
], [*rows_of(OLD, 1, 2, 3, 4, 9), *rows_of(NEW, 1, 2, 4)], "several_candidate_lists", "several_decisions")
