"""A document with two decisions, each over its own table: hamlets as sections in capitals, then as a column."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    rows_of,
    team,
)

FILE = "b11-hai-quyet-dinh.docx"
COMMUNE = "31060"
OLD, NEW = "table 1", "table 2"

CONTENT = [
    "UBND XÃ VĨNH BÌNH BẮC",
    "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
    "(Kèm theo Quyết định số 64/QĐ-UBND ngày 18/8/2022 của Ủy ban nhân dân xã)",
    Table([
        ["STT", "HỌ VÀ TÊN", "NĂM SINH", "ĐƠN VỊ", "VAI TRÒ", "ĐIỆN THOẠI"],
        ["I. ẤP BỜI LỜI XANH", "", "", "", "", ""],
        ["1", "TRẦN VĂN CÂY CẦY", "1964", "Trưởng ấp", "Tổ trưởng", "0918000691"],
        ["2", "LÊ THỊ HOA NGÂU", "1997", "Bí thư chi đoàn", "Tổ phó", "0969000692"],
        ["3", "DANH TÔM BẠC", "1981", "Hội ND", "Thành viên", "0977000693"],
        ["4", "khuyết", "", "Bưu điện", "Thành viên", ""],
        ["II. ẤP CẦU DỪA ĐÔI", "", "", "", "", ""],
        ["1", "PHAN HỮU CÁ NÂU BÔNG", "1970", "BTCB", "Tổ trưởng", "0913000694"],
        ["2", "VÕ KIM TRÂM ỔI", "2000", "ĐVTN", "Tổ phó", "0965000695"],
        ["3", "NGUYỄN CHÍ CUA BIỂN", "1959", "CCB", "Thành viên", "0127 300 0696"],
        ["4", "ĐỖ THỊ RÁNG ĐẠI", "1988", "GV", "Thành viên", "0939 000 697"],
    ], merged=((2, 1, 2, 6), (7, 1, 7, 6))),
    "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÀNH LẬP MỚI",
    "(Kèm theo Quyết định số 12/QĐ-UBND ngày 09/02/2023 của Ủy ban nhân dân xã)",
    Table([
        ["Vai trò", "Họ tên", "Ấp", "Điện thoại", "Chức vụ, đơn vị"],
        ["Tổ trưởng", "Ông Huỳnh Tấn Lưới Giăng", "Bờ Xáng Múc", "0917000698", "Phó trưởng ấp"],
        ["Tổ phó", "Bà Bùi Thị Súng Đỏ", "Bờ Xáng Múc", "0966000699", "Chi hội trưởng PN"],
        ["Thành viên", "Anh Kim Ghe Câu", "Bờ Xáng Múc", "+84 888 000 700", "VNPT"],
        ["Thành viên", "Chị Danh Thị Rau Trai (thay chị Hà)", "Bờ Xáng Múc", "0902000706", "Ngân hàng CSXH"],
    ]),
]

READING = reading(COMMUNE, None, [
    team(OLD, COMMUNE, "AP", "BỜI LỜI XANH",
        person(3, "TRẦN VĂN CÂY CẦY", "1964", None, LEADER, "Trưởng ấp", HEAD, "0918000691", "name_case"),
        person(4, "LÊ THỊ HOA NGÂU", "1997", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0969000692", "name_case"),
        person(5, "DANH TÔM BẠC", "1981", None, MEMBER, "Hội ND", MASS, "0977000693", "name_case"),
        person(6, None, None, None, MEMBER, "Bưu điện", TELECOM, None, "name_placeholder")),
    team(OLD, COMMUNE, "AP", "CẦU DỪA ĐÔI",
        person(8, "PHAN HỮU CÁ NÂU BÔNG", "1970", None, LEADER, "BTCB", STATE, "0913000694", "name_case"),
        person(9, "VÕ KIM TRÂM ỔI", "2000", None, DEPUTY, "ĐVTN", YOUTH, "0965000695", "name_case"),
        person(10, "NGUYỄN CHÍ CUA BIỂN", "1959", None, MEMBER, "CCB", MASS, "0813000696", "name_case", "phone_converted"),
        person(11, "ĐỖ THỊ RÁNG ĐẠI", "1988", None, MEMBER, "GV", STATE, "0939000697", "name_case")),
    team(NEW, COMMUNE, "AP", "Bờ Xáng Múc",
        person(2, "Huỳnh Tấn Lưới Giăng", None, "M", LEADER, "Phó trưởng ấp", STATE, "0917000698"),
        person(3, "Bùi Thị Súng Đỏ", None, "F", DEPUTY, "Chi hội trưởng PN", MASS, "0966000699"),
        person(4, "Kim Ghe Câu", None, "M", MEMBER, "VNPT", TELECOM, "0888000700"),
        person(5, "Danh Thị Rau Trai", None, "F", MEMBER, "Ngân hàng CSXH", BANK, "0902000706", "name_remark")),
], [*rows_of(OLD, 1, 2, 7), *rows_of(NEW, 1)], "several_decisions")
