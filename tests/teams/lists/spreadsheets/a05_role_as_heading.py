"""The role is a heading inside each block ("Tổ trưởng:", "Các thành viên:"); honorifics before the names, nt for positions."""

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
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a05-vai-tro-la-de-muc.xlsx"
TAB = "To CNSCD"
COMMUNE = "30904"

SHEETS = [
    Sheet(
        TAB,
        merged="A1:D1 A5:D5 A15:D15",
        rows={
            1: ["DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THỊ TRẤN GIỒNG RIỀNG"],
            2: ["Theo QĐ số 203/QĐ-UBND ngày 26-9-2022"],
            4: ["Họ và tên", "Năm sinh", "Nơi công tác", "Số ĐT"],
            5: ["TỔ CNSCĐ KHU PHỐ ĐỒNG LÁNG"],
            6: ["Tổ trưởng:"],
            7: ["Ông Huỳnh Văn Sộp Già", 1965, "Trưởng khu phố", "0913 000 081"],
            8: ["Tổ phó:"],
            9: ["Bà Lê Thị Chim Vịt", 1986, "Hội Phụ nữ", "0947 000 082"],
            10: ["Các thành viên:"],
            11: ["Ông Trần Quang Nâu Biển", 1990, "Công an thị trấn", "0934 000 083"],
            12: ["Ông Nguyễn Phước Cá Ngát", 1988, "nt", "0981 000 084"],
            13: ["Bà Đỗ Thị Gừa Xanh", 1993, "Ngân hàng Nông nghiệp", "0120 300 0085"],
            15: ["TỔ CNSCĐ KHU PHỐ CẦU ĐÚC"],
            16: ["Tổ trưởng:"],
            17: ["Bà Phạm Thị Khoai Mỡ", 1973, "Trưởng khu phố", "0919 000 086"],
            18: ["Tổ phó:"],
            19: ["Anh Danh Mui Ghe", 1999, "Đoàn viên thanh niên", "0965 000 087"],
            20: ["Các thành viên:"],
            21: ["Ông Lâm Chí Cua Gạch (thay ông Hòa)", 1960, "Hội Người cao tuổi", "không"],
            22: ["Ông Ngô Thành Le Khoang", 1979, "Bưu điện huyện", "0907 000 088"],
            23: ["Chị Trịnh Mỹ Lá Cách", 1996, "nt", "0945 000 089"],
        },
    )
]

READING = reading(
    COMMUNE,
    ("203", "QĐ-UBND", "2022-09-26"),
    [
        team(
            TAB,
            COMMUNE,
            "KHU_PHO",
            "ĐỒNG LÁNG",
            person(7, "Huỳnh Văn Sộp Già", "1965", "M", LEADER, "Trưởng khu phố", HEAD, "0913000081"),
            person(9, "Lê Thị Chim Vịt", "1986", "F", DEPUTY, "Hội Phụ nữ", MASS, "0947000082"),
            person(11, "Trần Quang Nâu Biển", "1990", "M", MEMBER, "Công an thị trấn", STATE, "0934000083"),
            person(12, "Nguyễn Phước Cá Ngát", "1988", "M", MEMBER, "Công an thị trấn", STATE, "0981000084", "as_above"),
            person(13, "Đỗ Thị Gừa Xanh", "1993", "F", MEMBER, "Ngân hàng Nông nghiệp", BANK, "0703000085", "phone_converted"),
        ),
        team(
            TAB,
            COMMUNE,
            "KHU_PHO",
            "CẦU ĐÚC",
            person(17, "Phạm Thị Khoai Mỡ", "1973", "F", LEADER, "Trưởng khu phố", HEAD, "0919000086"),
            person(19, "Danh Mui Ghe", "1999", "M", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0965000087"),
            person(21, "Lâm Chí Cua Gạch", "1960", "M", MEMBER, "Hội Người cao tuổi", MASS, None, "name_remark"),
            person(22, "Ngô Thành Le Khoang", "1979", "M", MEMBER, "Bưu điện huyện", TELECOM, "0907000088"),
            person(23, "Trịnh Mỹ Lá Cách", "1996", "F", MEMBER, "Bưu điện huyện", TELECOM, "0945000089", "as_above"),
        ),
    ],
    [1, 2, 4, 5, 6, 8, 10, 15, 16, 18, 20],
)
