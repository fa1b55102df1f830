"""A document with letterhead and signature in tables of layout, one table for each hamlet, names in loose marks."""

# The tables are read by eye, a row on a line.
# fmt: off
import unicodedata

from tests.teams.lists.mixed.papers import Table
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

FILE = "b09-moi-ap-mot-bang.docx"
COMMUNE = "30814"
HEAD_ROW = ["TT", "Họ và tên", "Sinh năm", "Đơn vị, chức vụ", "Nhiệm vụ", "Số điện thoại"]


def loose(text: str) -> str:
    """Letters and marks apart, as some programs paste them."""
    return unicodedata.normalize("NFD", text)


CONTENT = [
    Table([["ỦY BAN NHÂN DÂN\nXÃ HÒN NGHỆ\nSố: 31/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòn Nghệ, ngày 03 tháng 3 năm 2023"]]),
    "QUYẾT ĐỊNH",
    "Về việc thành lập Tổ công nghệ số cộng đồng các ấp xã đảo Hòn Nghệ",
    "Căn cứ Quyết định số 1205/QĐ-UBND ngày 06/5/2022 của Ủy ban nhân dân tỉnh;",
    "Điều 1. Thành lập các Tổ công nghệ số cộng đồng gồm các ông, bà có tên sau đây:",
    "1. Tổ công nghệ số cộng đồng ấp Bãi Nam Lớn (04 thành viên)",
    Table([HEAD_ROW,
        ["1", "Nguyễn Thành Cá Bớp", "1965", "Trưởng ấp", "Tổ trưởng", "0918.000.661"],
        ["2", "Lê Thị Rong Mơ", "1996", "Bí thư chi đoàn", "Tổ phó", "0966.000.662"],
        ["3", "Danh Mực Trứng", "1978", "Chi hội Nông dân", "Tổ viên", "0945.000.663"],
        ["4", "Trần Mỹ Ốc Nhảy", "1989", "Trạm y tế xã", "Tổ viên", "0939.000.664"]]),
    "2. Tổ công nghệ số cộng đồng ấp Hòn Heo Cũ (05 thành viên)",
    Table([HEAD_ROW,
        ["1", loose("Phạm Quốc Cá Hồng"), "1970", "Bí thư chi bộ kiêm Trưởng ấp", "Tổ trưởng", "0913.000.665"],
        ["2", loose("Võ Thị Dứa Gai"), "1999", "ĐVTN", "Tổ phó", "01286 000 666"],
        ["3", loose("Huỳnh Văn Lú"), "1961", "CCB", "Tổ viên", '"'],
        ["4", loose("Ngô Kim Tảo Biển"), "1985", "Chi hội Phụ nữ", "Tổ viên", "0974.000.667"]]),
    "3. Tổ công nghệ số cộng đồng ấp Bãi Chà Là",
    Table([HEAD_ROW,
        ["1", "Mai Văn Đước Đôi", "1968", "Trưởng ấp", "Tổ trưởng", "0917.000.668"],
        ["2", "Hồ Ngọc Sứa Lửa", "2001", "Đoàn viên", "Tổ phó", "0963.000.669"],
        ["3", "(MobiFone cử)", "", "MobiFone", "Tổ viên", ""],
        ["4", "Tô Hữu Cầu Cảng", "1990", "Công an xã", "Tổ viên", "0903.000.670"]]),
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    Table([["Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nCao Văn Hải Đăng"]]),
]

READING = reading(COMMUNE, ("31", "QĐ-UBND", "2023-03-03"), [
    team("table 2", COMMUNE, "AP", "Bãi Nam Lớn",
        person(2, "Nguyễn Thành Cá Bớp", "1965", None, LEADER, "Trưởng ấp", HEAD, "0918000661"),
        person(3, "Lê Thị Rong Mơ", "1996", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000662"),
        person(4, "Danh Mực Trứng", "1978", None, MEMBER, "Chi hội Nông dân", MASS, "0945000663"),
        person(5, "Trần Mỹ Ốc Nhảy", "1989", None, MEMBER, "Trạm y tế xã", STATE, "0939000664"),
        stated=4),
    team("table 3", COMMUNE, "AP", "Hòn Heo Cũ",
        person(2, "Phạm Quốc Cá Hồng", "1970", None, LEADER, "Bí thư chi bộ kiêm Trưởng ấp", HEAD, "0913000665"),
        person(3, "Võ Thị Dứa Gai", "1999", None, DEPUTY, "ĐVTN", YOUTH, "0786000666", "phone_converted"),
        person(4, "Huỳnh Văn Lú", "1961", None, MEMBER, "CCB", MASS, None, "phone_unreadable"),
        person(5, "Ngô Kim Tảo Biển", "1985", None, MEMBER, "Chi hội Phụ nữ", MASS, "0974000667"),
        stated=5, flags=("stated_count_differs",)),
    team("table 4", COMMUNE, "AP", "Bãi Chà Là",
        person(2, "Mai Văn Đước Đôi", "1968", None, LEADER, "Trưởng ấp", HEAD, "0917000668"),
        person(3, "Hồ Ngọc Sứa Lửa", "2001", None, DEPUTY, "Đoàn viên", YOUTH, "0963000669"),
        person(4, None, None, None, MEMBER, "MobiFone", TELECOM, None, "name_placeholder"),
        person(5, "Tô Hữu Cầu Cảng", "1990", None, MEMBER, "Công an xã", STATE, "0903000670")),
], ["table 2!1", "table 3!1", "table 4!1"])
