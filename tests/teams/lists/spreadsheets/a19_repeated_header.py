"""A long list whose header comes back on each printed page, the role in "Ghi chú", duplicates and a namesake."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a19-tieu-de-lap-lai.xlsx"
TAB = "In A4"
COMMUNE = "31015"

HEADER = ["TT", "HỌ VÀ TÊN", "NĂM SINH", "ĐƠN VỊ CÔNG TÁC", "ĐIỆN THOẠI", "GHI CHÚ"]
SHEETS = [Sheet(TAB, merged="A1:F1 A2:F2", rows={
    1: ["DANH SÁCH NHÂN SỰ TỔ CNSCĐ XÃ THẠNH YÊN A, HUYỆN U MINH THƯỢNG"],
    2: ["Kèm theo Quyết định số: 09 /QĐ-UBND ngày 03-3-2023 của UBND xã Thạnh Yên A"],
    3: HEADER,
    4: ["I", "Ấp Xẻo Kè Dưới"],
    5: [1, "Nguyễn Văn Lưới Ba Màn", 1962, "Bí thư, Trưởng ấp", 918000361, "TT"],
    6: [2, "Lê Thị Bông Súng Ma", 1995, "Chi đoàn", 966000362, "TP"],
    7: [3, "Danh Chim Sắc", 1977, "Hội ND", 943000363, "TV"],
    8: [4, "Trần Thị Bình Bát", 1984, "Chi hội trưởng PN", 974000364, "TV"],
    9: [5, "Danh Chim Sắc", 1990, "VNPT", 911000365, "TV"],
    10: [6, "Phạm Quang Cá Sặc", 1959, "CCB", "không", "TV"],
    11: ["II", "Ấp Kinh Nước Đen"],
    12: [1, "Huỳnh Văn Cá Dày", 1966, "Trưởng ấp", 919000366, "TT"],
    13: [2, "Võ Kim Bần Ổi", 1998, "ĐVTN", 961000367, "TP"],
    14: HEADER,
    15: [3, "Lâm Thanh Tép Bạc", 1980, "Công an viên", 903000368, "TV"],
    16: [4, "LÂM THANH TÉP BẠC", 1980, "CA viên", "0903.000.368", "TV"],
    17: [5, "Ngô Thị Khoai Từ", 1988, "Bưu điện", 946000369, "TV"],
    18: ["III", "Ấp Minh Cá Linh"],
    19: [1, "Bùi Hữu Trúc Giang", 1970, "Trưởng ấp", 917000370, "TT"],
    20: [2, "Đặng Thị Sen Trắng", 2001, "BTCĐ", 968000371, "TP"],
    21: [3, "Mai Văn Cò Ngà", 1973, "Chùa Thạnh Hòa", 939000372, "TV"],
    22: [4, "Trần Thị Bình Bát", 1984, "Hội LHPN xã", 974000364, "TV"],
    23: HEADER,
    24: [5, "Cao Ngọc Lúa Nếp", 1992, "Agribank", 902000373, "TV"],
    25: ["IV", "Ấp Thạnh Ghe"],
    26: [1, "Thái Công Cá Mòi", 1964, "Trưởng ấp", 913000374, "TT"],
    27: [2, "Hứa Mỹ Hoa Lục Bình", 1996, "Phó BTCĐ", 965000375, "TP"],
    28: [3, "Kiều Văn Vạt Tràm", 1981, "Làm vuông", 948000376, "TV"],
    29: [4, "Từ Thị Chôm Chôm", 1987, "Giáo viên", "0836 000 377", "TV"],
    30: [5, "Kiều Văn Vạt Tràm", 1981, "Người dân", "chưa có", "TV"],
    31: ["Danh sách này có 21 thành viên."],
})]

READING = reading(COMMUNE, ("09", "QĐ-UBND", "2023-03-03"), [
    team(TAB, COMMUNE, "AP", "Xẻo Kè Dưới",
        person(5, "Nguyễn Văn Lưới Ba Màn", "1962", None, LEADER, "Bí thư, Trưởng ấp", HEAD, "0918000361"),
        person(6, "Lê Thị Bông Súng Ma", "1995", None, DEPUTY, "Chi đoàn", YOUTH, "0966000362"),
        person(7, "Danh Chim Sắc", "1977", None, MEMBER, "Hội ND", MASS, "0943000363"),
        person(8, "Trần Thị Bình Bát", "1984", None, MEMBER, "Chi hội trưởng PN", MASS, "0974000364"),
        person(9, "Danh Chim Sắc", "1990", None, MEMBER, "VNPT", TELECOM, "0911000365"),
        person(10, "Phạm Quang Cá Sặc", "1959", None, MEMBER, "CCB", MASS, None)),
    team(TAB, COMMUNE, "AP", "Kinh Nước Đen",
        person(12, "Huỳnh Văn Cá Dày", "1966", None, LEADER, "Trưởng ấp", HEAD, "0919000366"),
        person(13, "Võ Kim Bần Ổi", "1998", None, DEPUTY, "ĐVTN", YOUTH, "0961000367"),
        person(15, "Lâm Thanh Tép Bạc", "1980", None, MEMBER, "Công an viên", STATE, "0903000368"),
        person(16, "LÂM THANH TÉP BẠC", "1980", None, MEMBER, "CA viên", STATE, "0903000368", "name_case", "duplicate_of:15"),
        person(17, "Ngô Thị Khoai Từ", "1988", None, MEMBER, "Bưu điện", TELECOM, "0946000369")),
    team(TAB, COMMUNE, "AP", "Minh Cá Linh",
        person(19, "Bùi Hữu Trúc Giang", "1970", None, LEADER, "Trưởng ấp", HEAD, "0917000370"),
        person(20, "Đặng Thị Sen Trắng", "2001", None, DEPUTY, "BTCĐ", YOUTH, "0968000371"),
        person(21, "Mai Văn Cò Ngà", "1973", None, MEMBER, "Chùa Thạnh Hòa", OTHER, "0939000372"),
        person(22, "Trần Thị Bình Bát", "1984", None, MEMBER, "Hội LHPN xã", MASS, "0974000364"),
        person(24, "Cao Ngọc Lúa Nếp", "1992", None, MEMBER, "Agribank", BANK, "0902000373")),
    team(TAB, COMMUNE, "AP", "Thạnh Ghe",
        person(26, "Thái Công Cá Mòi", "1964", None, LEADER, "Trưởng ấp", HEAD, "0913000374"),
        person(27, "Hứa Mỹ Hoa Lục Bình", "1996", None, DEPUTY, "Phó BTCĐ", YOUTH, "0965000375"),
        person(28, "Kiều Văn Vạt Tràm", "1981", None, MEMBER, "Làm vuông", RESIDENT, "0948000376"),
        person(29, "Từ Thị Chôm Chôm", "1987", None, MEMBER, "Giáo viên", STATE, "0836000377"),
        person(30, "Kiều Văn Vạt Tràm", "1981", None, MEMBER, "Người dân", RESIDENT, None, "duplicate_of:28")),
], [1, 2, 3, 4, 11, 14, 18, 23, 25, 31])
