"""A flat list in the VNI font, capitals in the titles, true dates, the hamlet in a column, ditto marks."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.old_fonts import vni
from tests.teams.lists.spreadsheets.reading import (
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

FILE = "a13-phong-vni.xls"
TAB = "Sheet1"
COMMUNE = "30895"

TYPED = {
    1: ["ỦY BAN NHÂN DÂN XÃ MINH HÒA"],
    2: ["DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    3: ["Theo Quyết định số 41/QĐ-UBND ngày 15/8/2022"],
    5: ["STT", "Ấp", "Họ tên", "Giới tính", "Ngày sinh", "Chức vụ", "Vai trò", "Số điện thoại"],
    6: [1, "Bình Lợi Sen", "Nguyễn Thị Ánh Đước", "Nữ", date(1972, 4, 9), "Trưởng ấp", "Tổ trưởng", "0918000241"],
    7: [2, "\"", "Lý Hoàng Ếch Đồng", "Nam", date(1998, 10, 3), "Bí thư chi đoàn", "Tổ phó", "0965000242"],
    8: [3, "\"", "Võ Thị Mồng Tơi", "Nữ", date(1985, 12, 19), "Chi hội trưởng phụ nữ", "Thành viên", "0977000243"],
    9: [4, "\"", "Trần Quốc Dế Mèn", "Nam", 1980, "VNPT", "Thành viên", "0888000244"],
    10: [5, "Hòa Thạnh Bưng", "Phạm Văn Cá Phèn", "Nam", date(1966, 1, 27), "Trưởng ấp", "Tổ trưởng", "0913000245"],
    11: [6, "\"", "Đặng Mỹ Ớt Hiểm", "Nữ", date(2000, 6, 11), "Đoàn viên thanh niên", "Tổ phó", "0967000246"],
    12: [7, "\"", "Huỳnh Ngữ Vịt Xiêm", "Nam", 1959, "Hội cựu chiến binh", "Thành viên", "\""],
    13: [8, "\"", "Lê Thị Bưởi Lông", "Nữ", date(1991, 3, 23), "Y sĩ trạm y tế xã", "Thành viên", "0946000247"],
    14: ["Tổng cộng: 08 người"],
}
SHEETS = [Sheet(TAB, font="VNI-Times", rows={
    number: [vni(cell) if isinstance(cell, str) else cell for cell in row] for number, row in TYPED.items()
})]

READING = reading(COMMUNE, ("41", "QĐ-UBND", "2022-08-15"), [
    team(TAB, COMMUNE, "AP", "Bình Lợi Sen",
        person(6, "Nguyễn Thị Ánh Đước", "1972-04-09", "F", LEADER, "Trưởng ấp", HEAD, "0918000241"),
        person(7, "Lý Hoàng Ếch Đồng", "1998-10-03", "M", DEPUTY, "Bí thư chi đoàn", YOUTH, "0965000242"),
        person(8, "Võ Thị Mồng Tơi", "1985-12-19", "F", MEMBER, "Chi hội trưởng phụ nữ", MASS, "0977000243"),
        person(9, "Trần Quốc Dế Mèn", "1980", "M", MEMBER, "VNPT", TELECOM, "0888000244")),
    team(TAB, COMMUNE, "AP", "Hòa Thạnh Bưng",
        person(10, "Phạm Văn Cá Phèn", "1966-01-27", "M", LEADER, "Trưởng ấp", HEAD, "0913000245"),
        person(11, "Đặng Mỹ Ớt Hiểm", "2000-06-11", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0967000246"),
        person(12, "Huỳnh Ngữ Vịt Xiêm", "1959", "M", MEMBER, "Hội cựu chiến binh", MASS, None, "phone_unreadable"),
        person(13, "Lê Thị Bưởi Lông", "1991-03-23", "F", MEMBER, "Y sĩ trạm y tế xã", STATE, "0946000247")),
], [1, 2, 3, 5, 14], "old_font_vni")
