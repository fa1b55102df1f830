"""Three columns hold everything: position and telephone behind the name, members packed, counted, or as in another hamlet."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    ENTERPRISE,
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

FILE = "b14-thanh-vien-gop-o.xlsx"
TAB = "TH"
COMMUNE = "31042"

CONTENT = [Sheet(TAB, merged="A1:E1 A2:E2", rows={
    1: ["ỦY BAN NHÂN DÂN XÃ VÂN KHÁNH"],
    2: ["BẢNG TỔNG HỢP CÁC TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    4: ["Số TT", "Tên tổ", "Tổ trưởng", "Tổ phó", "Thành viên (họ tên, đơn vị, SĐT)"],
    5: [1, "Tổ công nghệ số cộng đồng ấp Kim Qui Nhỏ", "Lê Văn Cây Mắm, Trưởng ấp (0918 000 771)",
        "Nguyễn Thị Vẹt Dù, Bí thư chi đoàn (0966 000 772)",
        "1) Danh Cá Thòi Loi - Hội Nông dân (0977 000 773)\n2) Trần Mỹ Ba Khía - Hội Phụ nữ (0945 000 774)\n"
        "3) Phạm Chí Nò Sáo - VNPT (0888 000 775)\n4) Võ Thị Dừa Xiêm"],
    6: [2, "Tổ công nghệ số cộng đồng ấp Mương Đào Một", "Huỳnh Tấn Sú Vẹt, Bí thư kiêm Trưởng ấp (0913 000 776)",
        "Hồ Minh Rái Cá, ĐVTN (0961 000 777)", "CCB: 01 người; PN: 01 người; ND: 02 người"],
    7: [3, "Tổ công nghệ số cộng đồng ấp Mương Đào Hai", "Đỗ Thị Cua Xanh, Trưởng ấp (0919 000 778)",
        "Mai Văn Chà Gạc, Phó bí thư chi đoàn (0968 00 779)", "như ấp Mương Đào Một"],
    8: [4, "Tổ công nghệ số cộng đồng ấp Xẻo Ngát Giữa", "khuyết", "Bùi Hữu Giỏ Tre, Công an viên (0903 000 780)",
        "Ngô Thị Lá Sầu Đâu (Hội Phụ nữ); Cao Văn Tép Bạc (Agribank) 0902 000 781; Kiều Quốc Ốc Len (Hội CCB) 0939 000 782"],
    9: [5, "Hợp tác xã Tôm Rừng Đước Xanh", "Tô Văn Lồng Bè, Giám đốc (0908 000 783)",
        "Lâm Thị Rổ Xúc, Kế toán (0938 000 784)",
        "- Trương Thành Máy Sục, nhân viên kỹ thuật\n- Giang Thị Vó Cất, nhân viên bán hàng"],
    11: [None, "Cộng: 5 tổ"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Kim Qui Nhỏ",
        person(5, "Lê Văn Cây Mắm", None, None, LEADER, "Trưởng ấp", HEAD, "0918000771"),
        person(5, "Nguyễn Thị Vẹt Dù", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000772"),
        person(5, "Danh Cá Thòi Loi", None, None, MEMBER, "Hội Nông dân", MASS, "0977000773"),
        person(5, "Trần Mỹ Ba Khía", None, None, MEMBER, "Hội Phụ nữ", MASS, "0945000774"),
        person(5, "Phạm Chí Nò Sáo", None, None, MEMBER, "VNPT", TELECOM, "0888000775"),
        person(5, "Võ Thị Dừa Xiêm", None, None, MEMBER, None, None, None)),
    team(TAB, COMMUNE, "AP", "Mương Đào Một",
        person(6, "Huỳnh Tấn Sú Vẹt", None, None, LEADER, "Bí thư kiêm Trưởng ấp", HEAD, "0913000776"),
        person(6, "Hồ Minh Rái Cá", None, None, DEPUTY, "ĐVTN", YOUTH, "0961000777"),
        flags=("members_counted_not_named",)),
    team(TAB, COMMUNE, "AP", "Mương Đào Hai",
        person(7, "Đỗ Thị Cua Xanh", None, None, LEADER, "Trưởng ấp", HEAD, "0919000778"),
        person(7, "Mai Văn Chà Gạc", None, None, DEPUTY, "Phó bí thư chi đoàn", YOUTH, None, "phone_unreadable"),
        flags=("members_as_other_team",)),
    team(TAB, COMMUNE, "AP", "Xẻo Ngát Giữa",
        person(8, None, None, None, LEADER, None, None, None, "name_placeholder"),
        person(8, "Bùi Hữu Giỏ Tre", None, None, DEPUTY, "Công an viên", STATE, "0903000780"),
        person(8, "Ngô Thị Lá Sầu Đâu", None, None, MEMBER, "Hội Phụ nữ", MASS, None),
        person(8, "Cao Văn Tép Bạc", None, None, MEMBER, "Agribank", BANK, "0902000781"),
        person(8, "Kiều Quốc Ốc Len", None, None, MEMBER, "Hội CCB", MASS, "0939000782")),
    team(TAB, COMMUNE, "enterprise", "Hợp tác xã Tôm Rừng Đước Xanh",
        person(9, "Tô Văn Lồng Bè", None, None, LEADER, "Giám đốc", ENTERPRISE, "0908000783"),
        person(9, "Lâm Thị Rổ Xúc", None, None, DEPUTY, "Kế toán", ENTERPRISE, "0938000784"),
        person(9, "Trương Thành Máy Sục", None, None, MEMBER, "nhân viên kỹ thuật", ENTERPRISE, None),
        person(9, "Giang Thị Vó Cất", None, None, MEMBER, "nhân viên bán hàng", ENTERPRISE, None)),
], [1, 2, 4, 11])
