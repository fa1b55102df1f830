"""Roles down the side, each hamlet a pair of columns (person with post behind a dash, telephone); merged labels."""

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

FILE = "e02-moi-ap-hai-cot.xlsx"
TAB = "NS"
COMMUNE = "30928"

CONTENT = [Sheet(TAB, merged="A1:G1 A3:A4 B3:C3 D3:E3 F3:G3 A7:A9", rows={
    1: ["NHÂN SỰ TỔ CNSCĐ XÃ NGỌC CHÚC, HUYỆN GIỒNG RIỀNG (Quyết định số 61/QĐ-UBND ngày 12/9/2022)"],
    3: ["Phân công", "ẤP VÀM LÁNG SEN", None, "ẤP NGÃ CẠY", None, "ẤP HAI TẦM", None],
    4: [None, "Họ tên - chức vụ", "SĐT", "Họ tên - chức vụ", "SĐT", "Họ tên - chức vụ", "SĐT"],
    5: ["Tổ trưởng", "Trần Công Cá Hô - Trưởng ấp", 918000611, "Ông Phạm Tấn Cóc Kèn - Trưởng ấp", "0913 000 612",
        "Bà Huỳnh Thị Mật Cật - Bí thư chi bộ", "0919-000-613"],
    6: ["Tổ phó", "Lê Mỹ Hoa Súng - Bí thư chi đoàn", 966000614, "Ngô Quốc Le Le - ĐVTN", "0961 000 615",
        "Đinh Hữu Bồ Nông - Đ/v", "0968-000-616"],
    7: ["Thành viên", "Danh Thốt Lốt - Hội ND", 945000617, "Bà Võ Thị Sầu Đâu - Hội LHPN", "0974 000 618",
        "Mai Văn Cù Lao - CCB", "không có"],
    8: [None, "Đỗ Ngọc Lá Bàng - Giáo viên", None, "(VNPT cử) - VNPT", None, "Lý Thị Bánh Tét - Quỹ TDND", "0902-000-619"],
    9: [None, "Hồ Chí Nò Cá - CTV", "093200061", None, None, "Tạ A Dừa Xiêm - buôn bán", "0907-000-620"],
})]

READING = reading(COMMUNE, ("61", "QĐ-UBND", "2022-09-12"), [
    team(TAB, COMMUNE, "AP", "VÀM LÁNG SEN",
        person(5, "Trần Công Cá Hô", None, None, LEADER, "Trưởng ấp", HEAD, "0918000611"),
        person(6, "Lê Mỹ Hoa Súng", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000614"),
        person(7, "Danh Thốt Lốt", None, None, MEMBER, "Hội ND", MASS, "0945000617"),
        person(8, "Đỗ Ngọc Lá Bàng", None, None, MEMBER, "Giáo viên", STATE, None),
        person(9, "Hồ Chí Nò Cá", None, None, MEMBER, "CTV", None, None, "category_unclear", "phone_unreadable")),
    team(TAB, COMMUNE, "AP", "NGÃ CẠY",
        person(5, "Phạm Tấn Cóc Kèn", None, "M", LEADER, "Trưởng ấp", HEAD, "0913000612"),
        person(6, "Ngô Quốc Le Le", None, None, DEPUTY, "ĐVTN", YOUTH, "0961000615"),
        person(7, "Võ Thị Sầu Đâu", None, "F", MEMBER, "Hội LHPN", MASS, "0974000618"),
        person(8, None, None, None, MEMBER, "VNPT", TELECOM, None, "name_placeholder")),
    team(TAB, COMMUNE, "AP", "HAI TẦM",
        person(5, "Huỳnh Thị Mật Cật", None, "F", LEADER, "Bí thư chi bộ", STATE, "0919000613"),
        person(6, "Đinh Hữu Bồ Nông", None, None, DEPUTY, "Đ/v", None, "0968000616", "category_unclear"),
        person(7, "Mai Văn Cù Lao", None, None, MEMBER, "CCB", MASS, None),
        person(8, "Lý Thị Bánh Tét", None, None, MEMBER, "Quỹ TDND", BANK, "0902000619"),
        person(9, "Tạ A Dừa Xiêm", None, None, MEMBER, "buôn bán", RESIDENT, "0907000620")),
], [1, 3, 4])
