"""A whole district on one sheet: two names that the district settles, one hamlet name in two communes, a report's number."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    LEADER,
    MASS,
    MEMBER,
    TELECOM,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "b15-toan-huyen.xlsx"
TAB = "Toan huyen"
LOC, PHU, LOI, TOWN = "30913", "30947", "30937", "30904"

CONTENT = [Sheet(TAB, merged="A1:H1 A2:H2 A3:H3 B6:B7 B8:B9 B10:B11 B12:B13", rows={
    1: ["UBND HUYỆN GIỒNG RIỀNG"],
    2: ["BIỂU TỔNG HỢP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC XÃ, THỊ TRẤN"],
    3: ["(Kèm theo Báo cáo số 210/BC-UBND ngày 30/11/2022)"],
    5: ["TT", "Xã, thị trấn", "Ấp, khu phố", "Tổ trưởng", "SĐT", "Tổ phó", "SĐT", "Thành viên"],
    6: [1, "Xã Thạnh Lộc", "Ấp Kinh Giữa", "Ông Trần Văn Cá Chạch Lấu", 918000801, "Lê Thị Bìm Tím", 966000802,
        "Danh Cù Lao (ND), Phạm Thị Rau Sam (PN), Nguyễn Hữu Mõ Tre (CCB)"],
    7: [2, None, "Ấp Bờ Tre Xanh", "Ông Võ Hoàng Chim Cuốc", 913000803, "Huỳnh Mỹ Trái Điều", 961000804,
        "Hồ Văn Ngỗng Trời (ND), Đỗ Thị Môn Nước (PN)"],
    8: [3, "Xã Vĩnh Phú", "Ấp Kinh Giữa", "Bà Mai Thị Sậy Khô", 919000805, "Lý Quốc Cá Chốt Bông", 968000806,
        "Bùi Văn Sào Chống (CCB), Ngô Thị Cải Bẹ (PN), Thạch Lúa Sạ (ND)"],
    9: [4, None, "Ấp Đường Trâu Nhỏ", "Ông Cao Hữu Gà Nước", "0917000807", "Tạ Thị Bông Vải", "0297 3000 808",
        "Kim Ngọc Bưởi Chua (PN), Đinh Văn Cá Linh Ống (VNPT)"],
    10: [5, "Xã Hòa Lợi", "Ấp Hòa Bàu Sen", "Ông Đặng Tấn Diều Giấy", 984000809, "Chị Tô Thị Cỏ Lông", 963000810,
         "Tăng Văn Thúng Chai (ND), Lương Mỹ Hoa Xoan (PN), Dương Chí Ấm Đất (Viettel)"],
    11: [6, None, "Ấp Hòa Lung Tràm", "nt", None, "Lưu Thị Hạt Mít", 965000811, "như ấp Hòa Bàu Sen"],
    12: [7, "Thị trấn Giồng Riềng", "Khu phố 8", "Ông Trịnh Công Đèn Dầu", 907000812, "Hứa Thị Me Keo", 932000813,
         "Mạc Văn Gà Rừng (CCB), Tiêu Ngọc Lá Gai (PN)"],
    13: [8, None, "KP Chợ Nổi Cũ", "Bà Diệp Thị Cá Khoai", 942000814, "Anh La Minh Bánh Lái", "0125 300 0815",
         "Hà Thị Bí Rợ (PN), Quách Hữu Nồi Đất (Agribank)"],
    14: ["TỔNG CỘNG: 8 TỔ"],
})]

READING = reading(None, None, [
    team(TAB, LOC, "AP", "Kinh Giữa",
        person(6, "Trần Văn Cá Chạch Lấu", None, "M", LEADER, None, None, "0918000801"),
        person(6, "Lê Thị Bìm Tím", None, None, DEPUTY, None, None, "0966000802"),
        person(6, "Danh Cù Lao", None, None, MEMBER, "ND", MASS, None),
        person(6, "Phạm Thị Rau Sam", None, None, MEMBER, "PN", MASS, None),
        person(6, "Nguyễn Hữu Mõ Tre", None, None, MEMBER, "CCB", MASS, None)),
    team(TAB, LOC, "AP", "Bờ Tre Xanh",
        person(7, "Võ Hoàng Chim Cuốc", None, "M", LEADER, None, None, "0913000803"),
        person(7, "Huỳnh Mỹ Trái Điều", None, None, DEPUTY, None, None, "0961000804"),
        person(7, "Hồ Văn Ngỗng Trời", None, None, MEMBER, "ND", MASS, None),
        person(7, "Đỗ Thị Môn Nước", None, None, MEMBER, "PN", MASS, None)),
    team(TAB, PHU, "AP", "Kinh Giữa",
        person(8, "Mai Thị Sậy Khô", None, "F", LEADER, None, None, "0919000805"),
        person(8, "Lý Quốc Cá Chốt Bông", None, None, DEPUTY, None, None, "0968000806"),
        person(8, "Bùi Văn Sào Chống", None, None, MEMBER, "CCB", MASS, None),
        person(8, "Ngô Thị Cải Bẹ", None, None, MEMBER, "PN", MASS, None),
        person(8, "Thạch Lúa Sạ", None, None, MEMBER, "ND", MASS, None)),
    team(TAB, PHU, "AP", "Đường Trâu Nhỏ",
        person(9, "Cao Hữu Gà Nước", None, "M", LEADER, None, None, "0917000807"),
        person(9, "Tạ Thị Bông Vải", None, None, DEPUTY, None, None, "02973000808"),
        person(9, "Kim Ngọc Bưởi Chua", None, None, MEMBER, "PN", MASS, None),
        person(9, "Đinh Văn Cá Linh Ống", None, None, MEMBER, "VNPT", TELECOM, None)),
    team(TAB, LOI, "AP", "Hòa Bàu Sen",
        person(10, "Đặng Tấn Diều Giấy", None, "M", LEADER, None, None, "0984000809"),
        person(10, "Tô Thị Cỏ Lông", None, "F", DEPUTY, None, None, "0963000810"),
        person(10, "Tăng Văn Thúng Chai", None, None, MEMBER, "ND", MASS, None),
        person(10, "Lương Mỹ Hoa Xoan", None, None, MEMBER, "PN", MASS, None),
        person(10, "Dương Chí Ấm Đất", None, None, MEMBER, "Viettel", TELECOM, None)),
    team(TAB, LOI, "AP", "Hòa Lung Tràm",
        person(11, "Đặng Tấn Diều Giấy", None, "M", LEADER, None, None, "0984000809", "as_above"),
        person(11, "Lưu Thị Hạt Mít", None, None, DEPUTY, None, None, "0965000811"),
        flags=("members_as_other_team",)),
    team(TAB, TOWN, "KHU_PHO", "8",
        person(12, "Trịnh Công Đèn Dầu", None, "M", LEADER, None, None, "0907000812"),
        person(12, "Hứa Thị Me Keo", None, None, DEPUTY, None, None, "0932000813"),
        person(12, "Mạc Văn Gà Rừng", None, None, MEMBER, "CCB", MASS, None),
        person(12, "Tiêu Ngọc Lá Gai", None, None, MEMBER, "PN", MASS, None)),
    team(TAB, TOWN, "KHU_PHO", "Chợ Nổi Cũ",
        person(13, "Diệp Thị Cá Khoai", None, "F", LEADER, None, None, "0942000814"),
        person(13, "La Minh Bánh Lái", None, "M", DEPUTY, None, None, "0853000815", "phone_converted"),
        person(13, "Hà Thị Bí Rợ", None, None, MEMBER, "PN", MASS, None),
        person(13, "Quách Hữu Nồi Đất", None, None, MEMBER, "Agribank", BANK, None)),
], [1, 2, 3, 5, 14], "several_communes")
