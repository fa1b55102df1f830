"""Two hamlets side by side on a wide sheet, two more below; no decision; a blank role; a telephone short of a digit."""

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

FILE = "a20-hai-bang-canh-nhau.xlsx"
TAB = "Khổ A3"
COMMUNE = "31115"

HEADS = ["TT", "Họ tên", "NS", "Chức vụ", "Nhiệm vụ", "Số ĐT"]
SHEETS = [Sheet(TAB, merged="A1:M1 A3:F3 H3:M3 A11:F11 H11:M11", rows={
    1: ["XÃ NAM DU - HUYỆN KIÊN HẢI: DANH SÁCH CÁC TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["ẤP HÒN MẤU LỚN", None, None, None, None, None, None, "ẤP BÃI CHƯỚNG"],
    4: [*HEADS, None, *HEADS],
    5: [1, "Trần Hải Cá Xanh Xương", 1968, "Trưởng ấp", "Tổ trưởng", 918000381, None,
        1, "Lý Văn Rạn San", 1963, "Trưởng ấp", "Tổ trưởng", 913000382],
    6: [2, "Lê Thị Rau Câu", 1997, "Bí thư chi đoàn", "Tổ phó", 966000383, None,
        2, "Danh Đèn Pha", 1994, "Đoàn viên TN", "Tổ phó", 961000384],
    7: [3, "Nguyễn Tấn Buồm Nâu", 1985, "Hội Nông dân", "Thành viên", 945000385, None,
        3, "Phạm Thị Mứt Biển", 1989, "Hội Phụ nữ", "Thành viên", 974000386],
    8: [4, "Võ Mỹ Nhàu", 1990, "Giáo viên", "Thành viên", "093900387", None,
        4, "Hồ Quốc Phao Neo", 1978, "Viettel", "Thành viên", 977000388],
    9: [None, None, None, None, None, None, None, 5, "Đỗ Văn Cầu Gai", 1957, "Hội CCB", "Thành viên", "không"],
    11: ["ẤP CỦ TRON DƯỚI", None, None, None, None, None, None, "ẤP HÒN BỜ ĐẬP NHỎ"],
    12: [*HEADS, None, *HEADS],
    13: [1, "Huỳnh Công Cá Chình", 1971, "Trưởng ấp", "Tổ trưởng", 919000389, None,
         1, "Mai Thị Bàng Quả Vuông", 1975, "Trưởng ấp", "Tổ trưởng", 917000390],
    14: [2, "Cao Thị Lá Giang", 1999, "ĐVTN", "Tổ phó", 968000391, None,
         2, "Ngô Chí Hải Sâm", 2000, "Phó bí thư chi đoàn", "Tổ phó", 965000392],
    15: [3, "Bùi Thanh Chim Én Biển", 1982, "Công an viên", "Thành viên", 903000393, None,
         3, "Tạ Ngọc Dừa Sáp", 1987, "Y tế ấp", "Thành viên", 946000394],
    16: [4, "Đinh Hữu Dây Câu", 1992, "VNPT", "Thành viên", 888000395, None,
         4, "Kim Cá Bóp", 1984, "Agribank", None, 902000396],
    18: ["Người lập: Cao Thị Lá Giang"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "HÒN MẤU LỚN",
        person(5, "Trần Hải Cá Xanh Xương", "1968", None, LEADER, "Trưởng ấp", HEAD, "0918000381"),
        person(6, "Lê Thị Rau Câu", "1997", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000383"),
        person(7, "Nguyễn Tấn Buồm Nâu", "1985", None, MEMBER, "Hội Nông dân", MASS, "0945000385"),
        person(8, "Võ Mỹ Nhàu", "1990", None, MEMBER, "Giáo viên", STATE, None, "phone_unreadable")),
    team(TAB, COMMUNE, "AP", "BÃI CHƯỚNG",
        person(5, "Lý Văn Rạn San", "1963", None, LEADER, "Trưởng ấp", HEAD, "0913000382"),
        person(6, "Danh Đèn Pha", "1994", None, DEPUTY, "Đoàn viên TN", YOUTH, "0961000384"),
        person(7, "Phạm Thị Mứt Biển", "1989", None, MEMBER, "Hội Phụ nữ", MASS, "0974000386"),
        person(8, "Hồ Quốc Phao Neo", "1978", None, MEMBER, "Viettel", TELECOM, "0977000388"),
        person(9, "Đỗ Văn Cầu Gai", "1957", None, MEMBER, "Hội CCB", MASS, None)),
    team(TAB, COMMUNE, "AP", "CỦ TRON DƯỚI",
        person(13, "Huỳnh Công Cá Chình", "1971", None, LEADER, "Trưởng ấp", HEAD, "0919000389"),
        person(14, "Cao Thị Lá Giang", "1999", None, DEPUTY, "ĐVTN", YOUTH, "0968000391"),
        person(15, "Bùi Thanh Chim Én Biển", "1982", None, MEMBER, "Công an viên", STATE, "0903000393"),
        person(16, "Đinh Hữu Dây Câu", "1992", None, MEMBER, "VNPT", TELECOM, "0888000395")),
    team(TAB, COMMUNE, "AP", "HÒN BỜ ĐẬP NHỎ",
        person(13, "Mai Thị Bàng Quả Vuông", "1975", None, LEADER, "Trưởng ấp", HEAD, "0917000390"),
        person(14, "Ngô Chí Hải Sâm", "2000", None, DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0965000392"),
        person(15, "Tạ Ngọc Dừa Sáp", "1987", None, MEMBER, "Y tế ấp", STATE, "0946000394"),
        person(16, "Kim Cá Bóp", "1984", None, None, "Agribank", BANK, "0902000396", "role_unclear")),
], [1, 3, 4, 11, 12, 18])
