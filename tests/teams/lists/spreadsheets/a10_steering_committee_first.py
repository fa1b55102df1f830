"""The steering committee stands first, then the commune's team and two hamlet teams, each with its own header."""

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

FILE = "a10-ban-chi-dao-truoc.xlsx"
TAB = "Kèm QĐ"
COMMUNE = "31111"

SHEETS = [Sheet(TAB, merged="A1:B1 A2:B2 A5:E5 A13:E13 A20:E20 A27:E27", rows={
    1: ["UBND HUYỆN KIÊN HẢI", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    2: ["UBND XÃ LẠI SƠN", None, "Độc lập - Tự do - Hạnh phúc"],
    3: ["Số: 61/QĐ-UBND", None, "Lại Sơn, ngày 20 tháng 9 năm 2022"],
    5: ["A. BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ"],
    6: ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ", "Điện thoại"],
    7: [1, "Đ/c Hồ Quốc Cá Mập", "Chủ tịch UBND xã", "Trưởng ban", "0913000181"],
    8: [2, "Đ/c Lê Thị San Hô", "Phó Chủ tịch UBND xã", "Phó Trưởng ban", "0918000182"],
    9: [3, "Đ/c Phạm Văn Mực Ống", "Công chức VH-XH", "Ủy viên", "0944000183"],
    10: [4, "Đ/c Nguyễn Hữu Hải Âu", "Trưởng Công an xã", "Ủy viên", "0909000184"],
    11: [5, "Đ/c Trần Kim Rong Nho", "Hiệu trưởng trường THCS", "Ủy viên", "0976000185"],
    13: ["B. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ"],
    14: ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ", "Điện thoại"],
    15: [1, "Đ/c Lê Thị San Hô", "Phó Chủ tịch UBND xã", "Tổ trưởng", "0918000182"],
    16: [2, "Đ/c Phạm Văn Mực Ống", "Công chức VH-XH", "Tổ phó", "0944000183"],
    17: [3, "Đ/c Võ Thành Sao Biển", "Bí thư Đoàn xã", "Thành viên", "0935000186"],
    18: [4, "Đ/c Mai Thị Ngọc Trai", "Chủ tịch Hội LHPN xã", "Thành viên", "0961000187"],
    20: ["C. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP BÃI CHUỒN"],
    21: ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ", "Điện thoại"],
    22: [1, "Đ/c Bùi Văn Tôm Tích", "Bí thư kiêm Trưởng ấp", "Tổ trưởng", "0917 000 188"],
    23: [2, "Đ/c Đỗ Ngọc Hải Đường", "Bí thư Chi đoàn", "Tổ phó", "0966 000 189"],
    24: [3, "Cô Tăng Thị Cua Đá", "Chi hội PN", "Thành viên", "0974 000 190"],
    25: [4, "Thầy Lý Minh Nhum Sọ", "Giáo viên", "Thành viên", "0908 000 1911"],
    27: ["D. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP THIÊN TUẾ ĐÔNG"],
    28: ["STT", "Họ và tên", "Chức vụ", "Nhiệm vụ", "Điện thoại"],
    29: [1, "Đ/c Trương Hữu Cá Thu", "Trưởng ấp", "Tổ trưởng", "0939 000 192"],
    30: [2, "Đ/c Phùng Mỹ Bàng Vuông", "ĐV", "Tổ phó", "0987 000 193"],
    31: [3, "Chú Quách Văn Đèn Lồng", "CCB", None, "0903 000 194"],
    32: [4, "Anh Danh Thuyền Thúng", "Viettel", "Thành viên", "0862 000 195"],
    34: [None, None, "TM. ỦY BAN NHÂN DÂN"],
    35: [None, None, "CHỦ TỊCH"],
    37: [None, None, "Hồ Quốc Cá Mập"],
})]

READING = reading(COMMUNE, ("61", "QĐ-UBND", "2022-09-20"), [
    team(TAB, COMMUNE, "commune", None,
        person(15, "Lê Thị San Hô", None, None, LEADER, "Phó Chủ tịch UBND xã", STATE, "0918000182"),
        person(16, "Phạm Văn Mực Ống", None, None, DEPUTY, "Công chức VH-XH", STATE, "0944000183"),
        person(17, "Võ Thành Sao Biển", None, None, MEMBER, "Bí thư Đoàn xã", YOUTH, "0935000186"),
        person(18, "Mai Thị Ngọc Trai", None, None, MEMBER, "Chủ tịch Hội LHPN xã", MASS, "0961000187")),
    team(TAB, COMMUNE, "AP", "BÃI CHUỒN",
        person(22, "Bùi Văn Tôm Tích", None, None, LEADER, "Bí thư kiêm Trưởng ấp", HEAD, "0917000188"),
        person(23, "Đỗ Ngọc Hải Đường", None, None, DEPUTY, "Bí thư Chi đoàn", YOUTH, "0966000189"),
        person(24, "Tăng Thị Cua Đá", None, "F", MEMBER, "Chi hội PN", MASS, "0974000190"),
        person(25, "Lý Minh Nhum Sọ", None, "M", MEMBER, "Giáo viên", STATE, None, "phone_unreadable")),
    team(TAB, COMMUNE, "AP", "THIÊN TUẾ ĐÔNG",
        person(29, "Trương Hữu Cá Thu", None, None, LEADER, "Trưởng ấp", HEAD, "0939000192"),
        person(30, "Phùng Mỹ Bàng Vuông", None, None, DEPUTY, "ĐV", None, "0987000193", "category_unclear"),
        person(31, "Quách Văn Đèn Lồng", None, "M", None, "CCB", MASS, "0903000194", "role_unclear"),
        person(32, "Danh Thuyền Thúng", None, "M", MEMBER, "Viettel", TELECOM, "0862000195")),
], [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 20, 21, 27, 28, 34, 35, 37], "other_list_skipped")
