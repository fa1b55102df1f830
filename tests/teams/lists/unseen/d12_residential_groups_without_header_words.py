"""Residential groups in a column, numbered with and without the zero; true dates, two telephone columns, a hidden row."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
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
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d12-tdp.xls"
TAB = "vinh loi"
COMMUNE = "30757"

CONTENT = [Sheet(TAB, hidden_rows=(9,), rows={
    1: ["Phường Vĩnh Lợi - TP Rạch Giá"],
    2: ["Tổng hợp nhân sự tổ công nghệ số cộng đồng theo tổ dân phố"],
    3: ["TDP", "Họ tên", "Nam/Nữ", "Ngày sinh", "Chức danh nơi công tác", "Nhiệm vụ trong tổ CNSCĐ", "Số ĐT 1",
        "Số ĐT 2"],
    4: ["TDP 01", "Dương Quốc Cá Lưỡi Trâu", "Nam", date(1965, 8, 17), "Trưởng TDP", "Tổ trưởng", "0918000621", None],
    5: ["TDP 01", "Lưu Thị Hoa Ban", "Nữ", date(1997, 3, 26), "Bí thư chi đoàn", "Tổ phó", "0966000622", None],
    6: ["TDP 01", "Triệu Chí Ba Lá", "Nam", "1980", "Công đoàn", "Thành viên", None, "0945000623"],
    7: ["TDP 03", "Hứa Minh Lưới Cào", "Nam", date(1970, 11, 2), "Trưởng TDP", "Tổ trưởng", "0913000624", None],
    8: ["TDP 03", "Thái Mỹ Trúc Đào", "Nữ", date(1990, 6, 9), "Đoàn phường", "Tổ phó", "0961 000 625", None],
    9: ["TDP 03", "Tạ Văn Bến Bãi", "Nam", "1974", "Hội CCB", "Thành viên", "0947000626", None],
    10: ["TDP 3", "Kiều Thị Vàng Anh", "?", "12/1989", "Trạm Y tế", "Thành viên", "0974000627", None],
    11: ["TDP Xóm Bún", "Giang Công Cối Xay", "Nam", date(1962, 5, 5), "Bí thư Chi bộ", "Tổ trưởng",
        "0919000628", None],
    12: ["TDP Xóm Bún", "Nghiêm Kim Bột Gạo", "Nữ", "31/4/1995", "Hội Phụ nữ", "Tổ phó", "0939000629", None],
    13: ["TDP Xóm Bún", "Nghiêm Kim Bột Gạo", "Nữ", "1993", "Chi hội PN", "Thành viên", "0938000630", None],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "TO_DAN_PHO", "1",
        person(4, "Dương Quốc Cá Lưỡi Trâu", "1965-08-17", "M", LEADER, "Trưởng TDP", HEAD, "0918000621"),
        person(5, "Lưu Thị Hoa Ban", "1997-03-26", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000622"),
        person(6, "Triệu Chí Ba Lá", "1980", "M", MEMBER, "Công đoàn", MASS, "0945000623")),
    team(TAB, COMMUNE, "TO_DAN_PHO", "3",
        person(7, "Hứa Minh Lưới Cào", "1970-11-02", "M", LEADER, "Trưởng TDP", HEAD, "0913000624"),
        person(8, "Thái Mỹ Trúc Đào", "1990-06-09", "F", DEPUTY, "Đoàn phường", YOUTH, "0961000625"),
        person(9, "Tạ Văn Bến Bãi", "1974", "M", MEMBER, "Hội CCB", MASS, "0947000626", "hidden_row"),
        person(10, "Kiều Thị Vàng Anh", "1989-12", None, MEMBER, "Trạm Y tế", STATE, "0974000627", "gender_unclear")),
    team(TAB, COMMUNE, "TO_DAN_PHO", "Xóm Bún",
        person(11, "Giang Công Cối Xay", "1962-05-05", "M", LEADER, "Bí thư Chi bộ", STATE, "0919000628"),
        person(12, "Nghiêm Kim Bột Gạo", None, "F", DEPUTY, "Hội Phụ nữ", MASS, "0939000629", "birth_unreadable"),
        person(13, "Nghiêm Kim Bột Gạo", "1993", "F", MEMBER, "Chi hội PN", MASS, "0938000630")),
], [1, 2, 3], "hidden_rows")
