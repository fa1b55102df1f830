"""An island commune: its own team first, then a thôn, a bản and two residential groups in sections with counts; a hidden row."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
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

FILE = "b18-xa-dao-nhieu-loai.xlsx"
TAB = "DS"
COMMUNE = "31105"

CONTENT = [Sheet(TAB, merged="A1:F1 A2:F2 A5:F5 A9:F9 A14:F14 A18:F18 A23:F23", hidden_rows=(12,), rows={
    1: ["ỦY BAN NHÂN DÂN XÃ THỔ CHÂU, THÀNH PHỐ PHÚ QUỐC"],
    2: ["Danh sách kèm theo Quyết định số 5/QĐ-UBND ngày 16/01/2023"],
    4: ["Số thứ tự", "Họ tên", "Công việc", "Giữ nhiệm vụ", "Số máy liên lạc", "Số tài khoản nhận hỗ trợ"],
    5: ["A. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ (03 người)"],
    6: [1, "Trần Hải Chim Nhàn", "Phó Chủ tịch UBND xã", "Tổ trưởng", "0913000861", "70000000861"],
    7: [2, "Lê Thị Hoa Muống Biển", "Công chức Văn phòng - Thống kê", "Tổ phó", "0918000862", "70000000862"],
    8: [3, "Nguyễn Tấn Cá Nục", "Bí thư Đoàn xã", "Thành viên", "0966000863", None],
    9: ["B. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN BÃI NGỰ TRÊN (04 người)"],
    10: [1, "Phạm Văn Mỏ Neo", "Trưởng thôn", "Tổ trưởng", "0919000864", "70000000864"],
    11: [2, "Võ Thị San Hô Đỏ", "Hội Phụ nữ", "Tổ phó", "0945000865", None],
    12: [3, "Danh Cá Mó", "Hội Nông dân", "Thành viên", "0977000866", None],
    13: [4, "Huỳnh Chí Hải Quỳ", "Giáo viên", "Thành viên", "0297 3000 867", None],
    14: ["C. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG BẢN HÒN CAO (04 người)"],
    15: [1, "Hồ Văn Cá Ngừ", "Trưởng bản", "Tổ trưởng", "(84) 917 000 868", None],
    16: [2, "Đỗ Kim Bàng Biển", "ĐVTN", "Tổ phó", "0963000869", None],
    17: [3, "Mai Thị Cua Mặt Trăng", "Nội trợ", "Thành viên", "x", None],
    18: ["D. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TỔ DÂN PHỐ 01 (04 người)"],
    19: [1, "Ngô Thành Tàu Lưới", "Tổ trưởng tổ dân phố", "Tổ trưởng", "0984000870", None],
    20: [2, "Cao Mỹ Rong Sụn", "Bí thư chi đoàn", "Tổ phó", "0968000871", None],
    21: [3, "Bùi Quốc Cá Đuối", "Tổ trưởng tổ NDTQ", None, "0939000872", None],
    22: [4, "Tạ Thị Ốc Gai", "MobiFone", "Thành viên", "0901000873", None],
    23: ["E. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TỔ DÂN PHỐ 02"],
    25: [None, None, None, "Người lập biểu"],
    26: [None, None, None, "Lê Thị Hoa Muống Biển"],
})]

READING = reading(COMMUNE, ("5", "QĐ-UBND", "2023-01-16"), [
    team(TAB, COMMUNE, "commune", None,
        person(6, "Trần Hải Chim Nhàn", None, None, LEADER, "Phó Chủ tịch UBND xã", STATE, "0913000861"),
        person(7, "Lê Thị Hoa Muống Biển", None, None, DEPUTY, "Công chức Văn phòng - Thống kê", STATE, "0918000862"),
        person(8, "Nguyễn Tấn Cá Nục", None, None, MEMBER, "Bí thư Đoàn xã", YOUTH, "0966000863"),
        stated=3),
    team(TAB, COMMUNE, "THON", "BÃI NGỰ TRÊN",
        person(10, "Phạm Văn Mỏ Neo", None, None, LEADER, "Trưởng thôn", HEAD, "0919000864"),
        person(11, "Võ Thị San Hô Đỏ", None, None, DEPUTY, "Hội Phụ nữ", MASS, "0945000865"),
        person(12, "Danh Cá Mó", None, None, MEMBER, "Hội Nông dân", MASS, "0977000866", "hidden_row"),
        person(13, "Huỳnh Chí Hải Quỳ", None, None, MEMBER, "Giáo viên", STATE, "02973000867"),
        stated=4),
    team(TAB, COMMUNE, "BAN", "HÒN CAO",
        person(15, "Hồ Văn Cá Ngừ", None, None, LEADER, "Trưởng bản", HEAD, "0917000868"),
        person(16, "Đỗ Kim Bàng Biển", None, None, DEPUTY, "ĐVTN", YOUTH, "0963000869"),
        person(17, "Mai Thị Cua Mặt Trăng", None, None, MEMBER, "Nội trợ", RESIDENT, None),
        stated=4, flags=("stated_count_differs",)),
    team(TAB, COMMUNE, "TO_DAN_PHO", "1",
        person(19, "Ngô Thành Tàu Lưới", None, None, LEADER, "Tổ trưởng tổ dân phố", HEAD, "0984000870"),
        person(20, "Cao Mỹ Rong Sụn", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0968000871"),
        person(21, "Bùi Quốc Cá Đuối", None, None, None, "Tổ trưởng tổ NDTQ", OTHER, "0939000872", "role_unclear"),
        person(22, "Tạ Thị Ốc Gai", None, None, MEMBER, "MobiFone", TELECOM, "0901000873"),
        stated=4),
    team(TAB, COMMUNE, "TO_DAN_PHO", "2", flags=("no_members",)),
], [1, 2, 4, 5, 9, 14, 18, 23, 25, 26], "columns_not_taken", "hidden_rows")
