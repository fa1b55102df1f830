"""Three sheets: the steering committee, the commune's own team, and the hamlets flat with the role in the last column."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    STATE,
    YOUTH,
    person,
    reading,
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c07-ba-trang.xlsx"
BOARD, OWN, HAMLETS = "BCĐ", "Tổ xã", "Tổ ấp"
COMMUNE = "30893"

CONTENT = [
    Sheet(BOARD, merged="A1:D1", rows={
        1: ["BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ VĨNH HÒA PHÚ"],
        2: ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ"],
        3: [1, "Phan Quốc Cá Nhám", "Chủ tịch UBND xã", "Trưởng ban"],
        4: [2, "Lý Thị Hải Sâm", "Phó Chủ tịch UBND xã", "Phó Trưởng ban"],
        5: [3, "Trần Hữu Cá Bè Trang", "Trưởng Công an xã", "Thành viên"],
    }),
    Sheet(OWN, merged="A1:F1 A2:F2", rows={
        1: ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ VĨNH HÒA PHÚ"],
        2: ["(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 10/02/2023)"],
        3: ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Chức danh trong tổ", "Số điện thoại"],
        4: [1, "Lý Thị Hải Sâm", "20/5/1980", "Phó Chủ tịch UBND xã", "Tổ trưởng", "0913 000 121"],
        5: [2, "Nguyễn Tấn Cá Trích", "1992", "Bí thư Xã Đoàn", "Tổ phó", "0966 000 122"],
        6: [3, "Võ Thị Sao Biển", "03/8/1985", "Công chức Văn phòng - Thống kê", "Thành viên", "0918 000 123"],
        7: [4, "Đặng Minh Dầu Rái", "1979", "Chủ tịch UBMTTQ xã", "Thành viên", "0939 000 124"],
        8: ["Cộng: 04 người"],
    }),
    Sheet(HAMLETS, rows={
        1: ["TT", "ẤP", "HỌ TÊN THÀNH VIÊN", "PHÁI", "SINH NĂM", "ĐANG LÀM GÌ", "DI ĐỘNG", "GHI CHÚ"],
        2: [1, "Vĩnh Xẻo Giá", "Bùi Văn Cá Chim", "Nam", 1965, "Trưởng ấp", 918000125, "TT"],
        3: [2, "Vĩnh Xẻo Giá", "Trương Mỹ Hoa Nhài", "Nữ", 1999, "BT chi đoàn", 966000126, "TP"],
        4: [3, "Vĩnh Xẻo Giá", "Danh Lá Buông", "Nam", 1981, "Làm ruộng", 945000127, "TV"],
        5: [4, "Vĩnh Xẻo Giá", "Hồ Thị Củ Co", "Nữ", 1976, "Chi hội trưởng PN", "0974000128; 02973000129", "TV"],
        6: [5, "VĨNH RẠCH DỪA", "Huỳnh Công Cá Hú", "Nam", 1972, "Trưởng ấp", 913000130, "TT"],
        7: [6, "Vĩnh Rạch Dừa", "Ngô Thị Lá Giang", "nữ", 1996, "Đoàn viên thanh niên", 961000131, "TP"],
        8: [7, "ấp Vĩnh Rạch Dừa", "Mai Chí Cu Cườm", "Nam", "1990", "Ngân hàng Kiên Long", 902000132, "TV"],
        9: [8, "Vĩnh Rạch Dừa", "Tạ Văn Gàu Sòng", "Nam", "63 tuổi", "NCT", "không", "TV"],
    }),
]

READING = reading(COMMUNE, ("15", "QĐ-UBND", "2023-02-10"), [
    team(OWN, COMMUNE, "commune", None,
        person(4, "Lý Thị Hải Sâm", "1980-05-20", None, LEADER, "Phó Chủ tịch UBND xã", STATE, "0913000121"),
        person(5, "Nguyễn Tấn Cá Trích", "1992", None, DEPUTY, "Bí thư Xã Đoàn", YOUTH, "0966000122"),
        person(6, "Võ Thị Sao Biển", "1985-08-03", None, MEMBER, "Công chức Văn phòng - Thống kê", STATE, "0918000123"),
        person(7, "Đặng Minh Dầu Rái", "1979", None, MEMBER, "Chủ tịch UBMTTQ xã", MASS, "0939000124"),
        stated=4),
    team(HAMLETS, COMMUNE, "AP", "Vĩnh Xẻo Giá",
        person(2, "Bùi Văn Cá Chim", "1965", "M", LEADER, "Trưởng ấp", HEAD, "0918000125"),
        person(3, "Trương Mỹ Hoa Nhài", "1999", "F", DEPUTY, "BT chi đoàn", YOUTH, "0966000126"),
        person(4, "Danh Lá Buông", "1981", "M", MEMBER, "Làm ruộng", RESIDENT, "0945000127"),
        person(5, "Hồ Thị Củ Co", "1976", "F", MEMBER, "Chi hội trưởng PN", MASS, "0974000128", "two_phones")),
    team(HAMLETS, COMMUNE, "AP", "Vĩnh Rạch Dừa",
        person(6, "Huỳnh Công Cá Hú", "1972", "M", LEADER, "Trưởng ấp", HEAD, "0913000130"),
        person(7, "Ngô Thị Lá Giang", "1996", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0961000131"),
        person(8, "Mai Chí Cu Cườm", "1990", "M", MEMBER, "Ngân hàng Kiên Long", BANK, "0902000132"),
        person(9, "Tạ Văn Gàu Sòng", None, "M", MEMBER, "NCT", MASS, None, "birth_unreadable")),
], [*rows_of(BOARD, 1, 2, 3, 4, 5), *rows_of(OWN, 1, 2, 3, 8), *rows_of(HAMLETS, 1)], "other_list_skipped")
