"""Names in capitals, standing in a column for men and one for women; quarters by number; a name in small letters."""

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

FILE = "a15-ten-trong-cot-nam-nu.xlsx"
TAB = "MAU 2"
COMMUNE = "31018"

SHEETS = [Sheet(TAB, merged="A1:G1 A2:G2 A4:A5 B4:C4 D4:D5 E4:E5 F4:F5 G4:G5 A6:G6 A11:G11 A16:G16", rows={
    1: ["UBND THỊ TRẤN THỨ MƯỜI MỘT"],
    2: ["DANH SÁCH TỔ CNSCĐ (QĐ SỐ 08/QĐ-UBND NGÀY 10/01/2023)"],
    4: ["TT", "HỌ VÀ TÊN", None, "NĂM SINH", "CƠ QUAN, CHỨC VỤ", "NHIỆM VỤ", "DI ĐỘNG"],
    5: [None, "NAM", "NỮ"],
    6: ["KHU PHỐ 01"],
    7: [1, "TRẦN VĂN CÁ NÓC", None, 1964, "TRƯỞNG KHU PHỐ", "TỔ TRƯỞNG", 918000281],
    8: [2, None, "LÊ THỊ HỒNG QUÂN", 1997, "BÍ THƯ CHI ĐOÀN", "TỔ PHÓ", 966000282],
    9: [3, "DANH LỤA", None, 1980, "CÔNG AN THỊ TRẤN", "THÀNH VIÊN", 907000283],
    10: [4, None, "NGUYỄN NGỌC TẦM RUỘT", 1985, "CHI HỘI PHỤ NỮ", "THÀNH VIÊN", 974000284],
    11: ["KHU PHỐ 02"],
    12: [1, None, "PHAN THỊ BÒ CẠP VÀNG", 1971, "TRƯỞNG KHU PHỐ", "TỔ TRƯỞNG", 919000285],
    13: [2, "HUỲNH TẤN CÁ BÒ", None, 2000, "ĐOÀN VIÊN TN", "TỔ PHÓ", 965000286],
    14: [3, "võ quốc mái chèo", None, 1976, "HỘI NÔNG DÂN", "THÀNH VIÊN", 943000287],
    15: [4, None, "ĐÀO MỸ DÂM BỤT", 1990, "BƯU ĐIỆN", "THÀNH VIÊN", 915000288],
    16: ["KHU PHỐ 03"],
    17: [1, "Lâm Thành Ghe Lườn", None, 1967, "TRƯỞNG KHU PHỐ", "TỔ TRƯỞNG", 913000289],
    18: [2, None, "HỨA THỊ MÂY NƯỚC", 1994, "HỘI LHPN", "TỔ PHÓ", 939000290],
    19: [3, "CAO CHÍ VỌC", None, 1959, "HỘI CCB", "THÀNH VIÊN", "x"],
    20: [4, None, "TỪ ÁI GIẤY", 1988, "NGÂN HÀNG CHÍNH SÁCH", "THÀNH VIÊN", 902000291],
    21: [None, "CỘNG: 12 NGƯỜI"],
})]

CASE = "name_case"
READING = reading(COMMUNE, ("08", "QĐ-UBND", "2023-01-10"), [
    team(TAB, COMMUNE, "KHU_PHO", "1",
        person(7, "TRẦN VĂN CÁ NÓC", "1964", "M", LEADER, "TRƯỞNG KHU PHỐ", HEAD, "0918000281", CASE),
        person(8, "LÊ THỊ HỒNG QUÂN", "1997", "F", DEPUTY, "BÍ THƯ CHI ĐOÀN", YOUTH, "0966000282", CASE),
        person(9, "DANH LỤA", "1980", "M", MEMBER, "CÔNG AN THỊ TRẤN", STATE, "0907000283", CASE),
        person(10, "NGUYỄN NGỌC TẦM RUỘT", "1985", "F", MEMBER, "CHI HỘI PHỤ NỮ", MASS, "0974000284", CASE)),
    team(TAB, COMMUNE, "KHU_PHO", "2",
        person(12, "PHAN THỊ BÒ CẠP VÀNG", "1971", "F", LEADER, "TRƯỞNG KHU PHỐ", HEAD, "0919000285", CASE),
        person(13, "HUỲNH TẤN CÁ BÒ", "2000", "M", DEPUTY, "ĐOÀN VIÊN TN", YOUTH, "0965000286", CASE),
        person(14, "võ quốc mái chèo", "1976", "M", MEMBER, "HỘI NÔNG DÂN", MASS, "0943000287", CASE),
        person(15, "ĐÀO MỸ DÂM BỤT", "1990", "F", MEMBER, "BƯU ĐIỆN", TELECOM, "0915000288", CASE)),
    team(TAB, COMMUNE, "KHU_PHO", "3",
        person(17, "Lâm Thành Ghe Lườn", "1967", "M", LEADER, "TRƯỞNG KHU PHỐ", HEAD, "0913000289"),
        person(18, "HỨA THỊ MÂY NƯỚC", "1994", "F", DEPUTY, "HỘI LHPN", MASS, "0939000290", CASE),
        person(19, "CAO CHÍ VỌC", "1959", "M", MEMBER, "HỘI CCB", MASS, None, CASE),
        person(20, "TỪ ÁI GIẤY", "1988", "F", MEMBER, "NGÂN HÀNG CHÍNH SÁCH", BANK, "0902000291", CASE)),
], [1, 2, 4, 5, 6, 11, 16, 21])
