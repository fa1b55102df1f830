"""OpenDocument: ticks by v for the sex, hamlets in unmerged rows, one still without people, bank accounts."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    RESIDENT,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d13-phieu-tong-hop.ods"
TAB = "Tổng hợp"
COMMUNE = "31096"

CONTENT = [Sheet(TAB, rows={
    1: ["BIỂU TỔNG HỢP NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    2: ["Đơn vị: xã Dương Tơ, thành phố Phú Quốc"],
    3: ["(Ban hành kèm theo QĐ số 208/QĐ-UBND ngày 05/12/2022)"],
    5: ["Số", "Họ tên người tham gia", "Ngày sinh", "Nam", "Nữ", "Nghề nghiệp, chức vụ", "Đảm nhận",
        "Điện thoại liên lạc", "Số tài khoản"],
    6: [None, "ẤP SUỐI ĐÁ BÀN CŨ"],
    7: ["1", "Trần Văn Cá Đuối", date(1969, 1, 30), "v", None, "Trưởng ấp", "Tổ trưởng", "0918.000.641", "100200641"],
    8: ["2", "Lê Ngọc Hoa Mua", date(1998, 10, 12), None, "v", "Bí thư Chi đoàn ấp", "Tổ phó", "0966.000.642", None],
    9: ["3", "Danh Thuyền Thúng", date(1984, 4, 4), "v", None, "Buôn bán", "Thành viên", "0945.000.643", "100200643"],
    10: ["4", "Phạm Thị Tiêu Sọ", "31-6-1990", None, "v", "Hội Nông dân", "Thành viên", "0974.000.644", None],
    11: [None, "ẤP GIẾNG TIÊN NHỎ"],
    12: ["1", "Võ Hữu Chó Xoáy", date(1973, 7, 7), "v", None, "Bí thư - Trưởng ấp", "Tổ trưởng",
        "0913.000.645", None],
    13: ["2", "Ngô Mỹ Nấm Tràm", "1/1/95", None, "v", "Cán bộ Đoàn xã", "Tổ phó", "0961.000.646", None],
    14: ["3", "Mai Quốc Cá Trích", 1988, None, None, "Tổ trưởng Tổ NDTQ 12", "Thành viên", "0903.000.647",
        "100200647"],
    15: ["4", "Hồ Thị Sim Rừng", 1991, None, "v", "MobiFone", None, "0907.000.648", None],
    16: [None, "ẤP ĐƯỜNG BÀO MỚI"],
    18: [None, "Tổng cộng: 08 người"],
})]

READING = reading(COMMUNE, ("208", "QĐ-UBND", "2022-12-05"), [
    team(TAB, COMMUNE, "AP", "SUỐI ĐÁ BÀN CŨ",
        person(7, "Trần Văn Cá Đuối", "1969-01-30", "M", LEADER, "Trưởng ấp", HEAD, "0918000641"),
        person(8, "Lê Ngọc Hoa Mua", "1998-10-12", "F", DEPUTY, "Bí thư Chi đoàn ấp", YOUTH, "0966000642"),
        person(9, "Danh Thuyền Thúng", "1984-04-04", "M", MEMBER, "Buôn bán", RESIDENT, "0945000643"),
        person(10, "Phạm Thị Tiêu Sọ", None, "F", MEMBER, "Hội Nông dân", MASS, "0974000644", "birth_unreadable")),
    team(TAB, COMMUNE, "AP", "GIẾNG TIÊN NHỎ",
        person(12, "Võ Hữu Chó Xoáy", "1973-07-07", "M", LEADER, "Bí thư - Trưởng ấp", HEAD, "0913000645"),
        person(13, "Ngô Mỹ Nấm Tràm", "1995-01-01", "F", DEPUTY, "Cán bộ Đoàn xã", YOUTH, "0961000646",
            "birth_two_digit_year"),
        person(14, "Mai Quốc Cá Trích", "1988", None, MEMBER, "Tổ trưởng Tổ NDTQ 12", OTHER, "0903000647"),
        person(15, "Hồ Thị Sim Rừng", "1991", "F", None, "MobiFone", TELECOM, "0907000648", "role_unclear")),
    team(TAB, COMMUNE, "AP", "ĐƯỜNG BÀO MỚI", flags=("no_members",)),
], [1, 2, 3, 5, 6, 11, 16, 18], "columns_not_taken")
