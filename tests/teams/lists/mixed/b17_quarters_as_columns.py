"""Turned round: a row for each seat, a column for each quarter; the kind of the commune settles its name."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
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
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "b17-khu-pho-la-cot.xlsx"
TAB = "KP"
COMMUNE = "31051"

CONTENT = [Sheet(TAB, merged="A1:E1 A2:E2 A3:E3", rows={
    1: ["ỦY BAN NHÂN DÂN THỊ TRẤN VĨNH THUẬN"],
    2: ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC KHU PHỐ"],
    3: ["(Kèm theo Quyết định số 101/QĐ-UBND ngày 01/9/2022)"],
    5: ["Nhiệm vụ trong tổ", "Thành phần", "Khu phố Vĩnh Bờ Kinh", "Khu phố 2", "Khu phố Cầu Sắt Đôi"],
    6: ["Tổ trưởng", "Trưởng khu phố", "Ông Trần Hữu Cá Trèn Bầu\n0918 000 841", "Bà Lê Thị Bông Vạn Thọ\n0913 000 842",
        "Ông Phạm Văn Dầm Chèo\n84919000843"],
    7: ["Tổ phó", "Bí thư chi đoàn", "Anh Danh Chí Cá Xiêm\n0966 000 844", "Chị Nguyễn Mỹ Trứng Vịt\n0961 000 845",
        "Chị Võ Thị Rau Mương\n0121 300 0846"],
    8: ["Thành viên", "Chi hội Phụ nữ", "Bà Huỳnh Thị Mây Nước\n0945 000 847", "Bà Sáu\n0974 000 848",
        "Cô Đỗ Ngọc Trái Cóc\nkhông có"],
    9: ["Thành viên", "Hội Cựu chiến binh", "Ông Hồ Văn Cây Da\n0939 000 849", "Chú Mai Tấn Bến Phà\n0933 00 850",
        "(chưa cử)"],
    10: ["Thành viên", "Công an khu vực", "Anh Lý Quốc Đèn Măng Sông\n0907 000 851", "Anh Tô Hữu Cá Phèn\n0905 000 853",
         "Anh Bùi Thanh Chim Gõ Kiến\n0903 000 852"],
})]

READING = reading(COMMUNE, ("101", "QĐ-UBND", "2022-09-01"), [
    team(TAB, COMMUNE, "KHU_PHO", "Vĩnh Bờ Kinh",
        person(6, "Trần Hữu Cá Trèn Bầu", None, "M", LEADER, "Trưởng khu phố", HEAD, "0918000841"),
        person(7, "Danh Chí Cá Xiêm", None, "M", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000844"),
        person(8, "Huỳnh Thị Mây Nước", None, "F", MEMBER, "Chi hội Phụ nữ", MASS, "0945000847"),
        person(9, "Hồ Văn Cây Da", None, "M", MEMBER, "Hội Cựu chiến binh", MASS, "0939000849"),
        person(10, "Lý Quốc Đèn Măng Sông", None, "M", MEMBER, "Công an khu vực", STATE, "0907000851")),
    team(TAB, COMMUNE, "KHU_PHO", "2",
        person(6, "Lê Thị Bông Vạn Thọ", None, "F", LEADER, "Trưởng khu phố", HEAD, "0913000842"),
        person(7, "Nguyễn Mỹ Trứng Vịt", None, "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0961000845"),
        person(8, "Sáu", None, "F", MEMBER, "Chi hội Phụ nữ", MASS, "0974000848", "name_incomplete"),
        person(9, "Mai Tấn Bến Phà", None, "M", MEMBER, "Hội Cựu chiến binh", MASS, None, "phone_unreadable"),
        person(10, "Tô Hữu Cá Phèn", None, "M", MEMBER, "Công an khu vực", STATE, "0905000853")),
    team(TAB, COMMUNE, "KHU_PHO", "Cầu Sắt Đôi",
        person(6, "Phạm Văn Dầm Chèo", None, "M", LEADER, "Trưởng khu phố", HEAD, "0919000843"),
        person(7, "Võ Thị Rau Mương", None, "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0793000846", "phone_converted"),
        person(8, "Đỗ Ngọc Trái Cóc", None, "F", MEMBER, "Chi hội Phụ nữ", MASS, None),
        person(9, None, None, None, MEMBER, "Hội Cựu chiến binh", MASS, None, "name_placeholder"),
        person(10, "Bùi Thanh Chim Gõ Kiến", None, "M", MEMBER, "Công an khu vực", STATE, "0903000852")),
], [1, 2, 3, 5])
