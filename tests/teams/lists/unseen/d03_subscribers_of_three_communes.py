"""A telecom clerk's directory of three communes: "Ông/Bà" as a column of its own, the tariff, blocks written once."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d03-danh-ba-thue-bao.xlsx"
TAB = "DS_TB_T9"

CONTENT = [Sheet(TAB, rows={
    1: ["VNPT PHÚ QUỐC - PHÒNG BÁN HÀNG KHU VỰC"],
    2: ["Danh sách thành viên Tổ công nghệ số cộng đồng đã hòa mạng (thành phố Phú Quốc)"],
    4: ["Phường/xã", "Khu phố/ấp", "Số thuê bao", "Gói cước", "Ông/Bà", "Họ tên thành viên",
        "Vai trò trong tổ", "Nơi làm việc"],
    5: ["P. Dương Đông", "KP 2", 84918000441, "VD90", "Ông", "Trần Hải Cá Bớp", "Tổ trưởng", "Trưởng khu phố"],
    6: [None, None, 84888000442, "VD149", "Bà", "Lê Mỹ San Hô", "Tổ phó", "Đoàn phường"],
    7: [None, None, 84912000443, "VD90", "Ông", "Âu Văn Mực Ống", "Thành viên", "VNPT"],
    8: [None, None, 8491200044, "VD90", "Bà", "Phạm Thị Rong Biển", "Thành viên", "Hội Phụ nữ"],
    9: [None, "KP 7", 84913000445, "VD90", "Ông", "Ngô Tấn Sao Biển", "Tổ trưởng", "Trưởng KP"],
    10: [None, None, 84943000446, "VD149", "Ông", "Đỗ Chí Cá Cơm", "Tổ phó", "ĐV"],
    11: ["P. An Thới", "KP 2", 84919000447, "VD90", "Bà", "Võ Thị Nhum Sọ", "Tổ trưởng", "Trưởng khu phố"],
    12: [None, None, 84945000448, "VD90", "Ông", "Danh Buồm Nâu", "Tổ phó", "ĐVTN"],
    13: [None, None, 84947000449, "VD90", None, "Hồ Kim Sim Tím", "Thành viên", "Agribank An Thới"],
    14: ["X. Hàm Ninh", "ấp Rạch Ghe Lui", 84916000450, "VD90", "Ông", "Huỳnh Văn Ghẹ Xanh", "Tổ trưởng",
        "Trưởng ấp"],
    15: [None, None, "đang làm SIM", None, "Bà", "Mai Ngọc Tràm Gió", "Tổ phó", "Giáo viên"],
    16: [None, None, 84917000452, "VD149", None, "Bùi Quốc Nhà Bè và Bùi Quốc Neo Đá", "Thành viên", "Buôn bán"],
})]

READING = reading(None, None, [
    team(TAB, "31078", "KHU_PHO", "2",
        person(5, "Trần Hải Cá Bớp", None, "M", LEADER, "Trưởng khu phố", HEAD, "0918000441"),
        person(6, "Lê Mỹ San Hô", None, "F", DEPUTY, "Đoàn phường", YOUTH, "0888000442"),
        person(7, "Âu Văn Mực Ống", None, "M", MEMBER, "VNPT", TELECOM, "0912000443"),
        person(8, "Phạm Thị Rong Biển", None, "F", MEMBER, "Hội Phụ nữ", MASS, None, "phone_unreadable")),
    team(TAB, "31078", "KHU_PHO", "7",
        person(9, "Ngô Tấn Sao Biển", None, "M", LEADER, "Trưởng KP", HEAD, "0913000445"),
        person(10, "Đỗ Chí Cá Cơm", None, "M", DEPUTY, "ĐV", None, "0943000446", "category_unclear")),
    team(TAB, "31081", "KHU_PHO", "2",
        person(11, "Võ Thị Nhum Sọ", None, "F", LEADER, "Trưởng khu phố", HEAD, "0919000447"),
        person(12, "Danh Buồm Nâu", None, "M", DEPUTY, "ĐVTN", YOUTH, "0945000448"),
        person(13, "Hồ Kim Sim Tím", None, None, MEMBER, "Agribank An Thới", BANK, "0947000449")),
    team(TAB, "31093", "AP", "Rạch Ghe Lui",
        person(14, "Huỳnh Văn Ghẹ Xanh", None, "M", LEADER, "Trưởng ấp", HEAD, "0916000450"),
        person(15, "Mai Ngọc Tràm Gió", None, "F", DEPUTY, "Giáo viên", STATE, None, "phone_unreadable"),
        person(16, "Bùi Quốc Nhà Bè", None, None, MEMBER, "Buôn bán", RESIDENT, None, "two_people"),
        person(16, "Bùi Quốc Neo Đá", None, None, MEMBER, "Buôn bán", RESIDENT, None, "two_people")),
], [1, 2, 4], "several_communes", "columns_not_taken")
