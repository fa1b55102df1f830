"""Lettered sections, counts and telephones as formulas, error values, a total that is one too many."""

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
from tests.teams.lists.spreadsheets.sheets import Formula, Sheet

FILE = "a08-cong-thuc.xlsx"
TAB = "Tổng hợp tổ"
COMMUNE = "30841"

SHEETS = [
    Sheet(
        TAB,
        merged="A1:G1 A2:G2",
        rows={
            1: ["Ủy ban nhân dân xã Thổ Sơn"],
            2: ["Danh sách tổ công nghệ số cộng đồng (đính kèm Quyết định 77/QĐ-UBND ngày 22.11.2022)"],
            4: ["TT", "Họ và tên", "Giới tính", "Năm sinh", "Chức danh, đơn vị", "Chức vụ trong tổ", "Điện thoại"],
            5: ["A", "Ấp Hòn Me Nhỏ"],
            6: [Formula("=ROW()-5", 1), "Bùi Văn Còng Gió Biển", "Nam", Formula("=2022-54", 1968), "Trưởng ấp", "Tổ trưởng",
                916000141],
            7: [Formula("=A6+1", 2), "Trần Ngọc Thiên Lý", "Nữ", Formula("=2022-26", 1996), "Bí thư chi đoàn", "Tổ phó",
                Formula('="0"&967000142', "0967000142")],
            8: [Formula("=A7+1", 3), "Danh Dừa Lửa", "Nam", Formula("=2022-H8", "#REF!"), "Chi hội trưởng CCB", "Tổ viên",
                Formula('="0"&935000143', "0935000143")],
            9: [Formula("=A8+1", 4), "Lê Thị Rau Nhút", "Nữ", 1985, "Nội trợ", "Tổ viên",
                Formula("=VLOOKUP(B9,DB!A:B,2,0)", "#N/A")],
            10: [None, Formula('="Cộng: "&COUNTA(B6:B9)&" người"', "Cộng: 4 người")],
            11: ["B", "Ấp Vạn Thanh Trong"],
            12: [1, "Phạm Hữu Cá Đuối", "Nam", 1961, "Trưởng ấp", "Tổ trưởng", 908000145],
            13: [2, "Lương Thị Cát Đằng", "Nữ", 1993, "Chi hội trưởng Phụ nữ", "Tổ phó", 914000146],
            14: [3, "Hoàng Minh Tu Hú", "Nam", 1988, "Viettel", "Tổ viên", 988000147],
            15: [None, Formula('="Cộng: "&COUNTA(B12:B14)&" người"', "Cộng: 3 người")],
            16: ["C", "Ấp Bến Đá Bạc"],
            17: [1, "Đỗ Thành Xuồng Máy", "Nam", 1974, "Phó trưởng ấp", "Tổ trưởng", 939000148],
            18: [2, "Nguyễn Thị Sim Rừng", "Nữ", 2001, "Đoàn viên TN", "Tổ phó", 945000149],
            19: [3, "Châu Văn Chim Ri", "Nam", 1957, "Chi hội Người cao tuổi", "Tổ viên", "chưa có"],
            20: [4, "Huỳnh Thị Bắp Nếp", "Nữ", 1979, "Hội Khuyến học", "Tổ viên", 969000150],
            21: [None, Formula('="Cộng: "&COUNTA(B17:B20)&" người"', "Cộng: 4 người")],
            22: [None, "Tổng cộng toàn xã: 12 người"],
        },
    )
]

READING = reading(
    COMMUNE,
    ("77", "QĐ-UBND", "2022-11-22"),
    [
        team(
            TAB,
            COMMUNE,
            "AP",
            "Hòn Me Nhỏ",
            person(6, "Bùi Văn Còng Gió Biển", "1968", "M", LEADER, "Trưởng ấp", HEAD, "0916000141"),
            person(7, "Trần Ngọc Thiên Lý", "1996", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0967000142"),
            person(8, "Danh Dừa Lửa", None, "M", MEMBER, "Chi hội trưởng CCB", MASS, "0935000143", "birth_unreadable"),
            person(9, "Lê Thị Rau Nhút", "1985", "F", MEMBER, "Nội trợ", RESIDENT, None, "phone_unreadable"),
            stated=4,
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Vạn Thanh Trong",
            person(12, "Phạm Hữu Cá Đuối", "1961", "M", LEADER, "Trưởng ấp", HEAD, "0908000145"),
            person(13, "Lương Thị Cát Đằng", "1993", "F", DEPUTY, "Chi hội trưởng Phụ nữ", MASS, "0914000146"),
            person(14, "Hoàng Minh Tu Hú", "1988", "M", MEMBER, "Viettel", TELECOM, "0988000147"),
            stated=3,
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Bến Đá Bạc",
            person(17, "Đỗ Thành Xuồng Máy", "1974", "M", LEADER, "Phó trưởng ấp", STATE, "0939000148"),
            person(18, "Nguyễn Thị Sim Rừng", "2001", "F", DEPUTY, "Đoàn viên TN", YOUTH, "0945000149"),
            person(19, "Châu Văn Chim Ri", "1957", "M", MEMBER, "Chi hội Người cao tuổi", MASS, None),
            person(20, "Huỳnh Thị Bắp Nếp", "1979", "F", MEMBER, "Hội Khuyến học", MASS, "0969000150"),
            stated=4,
        ),
    ],
    [1, 2, 4, 5, 10, 11, 15, 16, 21, 22],
    "stated_total_differs",
)
