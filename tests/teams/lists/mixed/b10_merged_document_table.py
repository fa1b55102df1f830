"""A document with one table: quarter and role in merged cells, ticks for the sex, a decision without number and date."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.mixed.papers import Table
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "b10-bang-gop-o.docx"
COMMUNE = "30769"
TAB = "table 1"

CONTENT = [
    "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG HỒ",
    "Số:        /QĐ-UBND",
    "Đông Hồ, ngày      tháng      năm 2023",
    "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC KHU PHỐ",
    Table([
        ["Khu phố", "Vai trò", "Họ và tên", "Giới tính", "", "Năm sinh", "Chức vụ, đơn vị công tác", "Điện thoại"],
        ["", "", "", "Nam", "Nữ", "", "", ""],
        ["Khu phố Cầu Ngựa", "Tổ trưởng", "Trương Hữu Cá Bạc Má", "x", "", "1963", "Trưởng khu phố", "0918 000 681"],
        ["", "Tổ phó", "Lâm Thị Tràm Gió", "", "x", "1995", "Bí thư chi đoàn", "0961 000 682"],
        ["", "Thành viên", "Diệp Quốc Muối Hột", "x", "", "1980", "Công an khu vực", "0907 000 683"],
        ["", "", "Tăng Thị Lá Dứa", "", "x", "1974", "Hội LHPN", "không có"],
        ["", "", "Từ Chí Xuồng Máy", "x", "", "Đinh Mùi", "Hội Người cao tuổi", "0939 000 684"],
        ["Khu phố 6", "Tổ trưởng", "Mã Văn Chuối Nước", "x", "", "1969", "Bí thư chi bộ, Trưởng khu phố", "0913 000 685"],
        ["", "Tổ phó", "Cổ Thị Phượng Tím", "", "x", "1998", "ĐV TN", "0968 000 686"],
        ["", "", "Trịnh Quang Neo Đậu", "x", "", "1986", "Vietcombank", "0902 000 687"],
        ["", "Thành viên", "La Mỹ Cua Đồng", "", "", "1991", "Giáo viên", "0945 000 688"],
        ["Tổng cộng: 09 người", "", "", "", "", "", "", ""],
    ], merged=((1, 4, 1, 5), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 6, 2, 6), (1, 7, 2, 7), (1, 8, 2, 8),
               (3, 1, 7, 1), (8, 1, 11, 1), (5, 2, 7, 2), (12, 1, 12, 8))),
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHU_PHO", "Cầu Ngựa",
        person(3, "Trương Hữu Cá Bạc Má", "1963", "M", LEADER, "Trưởng khu phố", HEAD, "0918000681"),
        person(4, "Lâm Thị Tràm Gió", "1995", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0961000682"),
        person(5, "Diệp Quốc Muối Hột", "1980", "M", MEMBER, "Công an khu vực", STATE, "0907000683"),
        person(6, "Tăng Thị Lá Dứa", "1974", "F", MEMBER, "Hội LHPN", MASS, None),
        person(7, "Từ Chí Xuồng Máy", None, "M", MEMBER, "Hội Người cao tuổi", MASS, "0939000684", "birth_unreadable")),
    team(TAB, COMMUNE, "KHU_PHO", "6",
        person(8, "Mã Văn Chuối Nước", "1969", "M", LEADER, "Bí thư chi bộ, Trưởng khu phố", HEAD, "0913000685"),
        person(9, "Cổ Thị Phượng Tím", "1998", "F", DEPUTY, "ĐV TN", YOUTH, "0968000686"),
        person(10, "Trịnh Quang Neo Đậu", "1986", "M", None, "Vietcombank", BANK, "0902000687", "role_unclear"),
        person(11, "La Mỹ Cua Đồng", "1991", None, MEMBER, "Giáo viên", STATE, "0945000688")),
], [1, 2, 12], "decision_incomplete")
