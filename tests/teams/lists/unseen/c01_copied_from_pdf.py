"""Copied out of a printed page: headings over two columns, values in either of them, a page number, the heading again."""

# The tables are read by eye, a row on a line.
# fmt: off

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

FILE = "c01-chep-tu-ban-in.xlsx"
TAB = "Table 1"
COMMUNE = "30826"
HEADS = ["TT", "Họ tên thành viên", None, "Năm sinh", None, "Giới tính", "Chức vụ, đơn vị công tác", None,
         "Chức danh trong tổ", "Số điện thoại"]

CONTENT = [Sheet(TAB, merged="B6:C6 D6:E6 G6:H6 J6:K6 B16:C16 D16:E16 G16:H16 J16:K16", rows={
    1: ["UBND HUYỆN HÒN ĐẤT", None, None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    2: ["UBND XÃ BÌNH GIANG", None, None, None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    3: [None, None, "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC ẤP"],
    4: [None, None, "(Kèm theo Quyết định số 64/QĐ-UBND ngày 22 tháng 8 năm 2022"],
    5: [None, None, "của Chủ tịch Ủy ban nhân dân xã Bình Giang)"],
    6: HEADS,
    7: [None, "Ấp Giồng Kè Mới"],
    8: ["1", "Trần Văn Cá Ngát", None, "1966", None, "Nam", "Trưởng ấp", None, "Tổ trưởng", "0918 000 901"],
    9: ["2", None, "Lê Thị Hoa Gạo", None, "1997", "Nữ", None, "Bí thư chi đoàn", "Tổ phó", None, "0966 000 902"],
    10: ["3", "Danh Bông Tràm", None, None, "05/9/81", "Nam", "Chi hội Nông dân", None, "Tổ viên", None, "0945 00 903"],
    11: ["4", None, "Phạm Mỹ Sò Lông", "1985", None, "Nữ", None, "Trạm y tế xã", "Tổ viên", "0939 000 904"],
    12: [None, "Ấp Lung Cá Trê"],
    13: ["1", "Võ Hữu Chim Gõ Kiến", None, "12/4/1963", None, "Nam", "Bí thư, Trưởng ấp", None, "Tổ trưởng", "0913 000 905"],
    14: ["2", "Ngô Ngọc Rau Nhút", None, None, "1999", "Nữ", None, "ĐVTN", "Tổ phó", None, "0165 3000 906"],
    15: [None, None, None, None, None, None, "Trang 1/2"],
    16: HEADS,
    17: ["3", None, "Huỳnh Quốc Cây Sộp", None, "1958", "Nam", None, "Hội CCB", "Tổ viên", None, "không"],
    18: ["4", None, "Mai Thị Cá Chẽm", "1990", None, "Nữ", "VNPT", None, None, "0888 000 907"],
    19: [None, "Ấp Xóm Lưới Đăng"],
    20: ["1", "Đỗ Văn Cá Sặc Bổi", None, "1971", None, "Nam", "Trưởng ấp", None, "Tổ trưởng", None, "0919 000 908"],
    21: ["2", None, "Hồ Thị Hoa Lộc Vừng", None, "10/1994", "Nữ", "Hội Phụ nữ", None, "Tổ phó", "0974 000 909"],
    22: ["3", None, "Thạch Ghe Cà Vom", "1987", None, "Nam", None, "Công an xã", "Tổ viên", "0903 000 910"],
    23: [None, "Danh sách này có 11 người."],
    24: [None, None, None, None, None, None, "TM. ỦY BAN NHÂN DÂN"],
    25: [None, None, None, None, None, None, "CHỦ TỊCH"],
    26: [None, None, None, None, None, None, "Trang 2/2"],
})]

READING = reading(COMMUNE, ("64", "QĐ-UBND", "2022-08-22"), [
    team(TAB, COMMUNE, "AP", "Giồng Kè Mới",
        person(8, "Trần Văn Cá Ngát", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0918000901"),
        person(9, "Lê Thị Hoa Gạo", "1997", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000902"),
        person(10, "Danh Bông Tràm", "1981-09-05", "M", MEMBER, "Chi hội Nông dân", MASS, None,
            "birth_two_digit_year", "phone_unreadable"),
        person(11, "Phạm Mỹ Sò Lông", "1985", "F", MEMBER, "Trạm y tế xã", STATE, "0939000904")),
    team(TAB, COMMUNE, "AP", "Lung Cá Trê",
        person(13, "Võ Hữu Chim Gõ Kiến", "1963-04-12", "M", LEADER, "Bí thư, Trưởng ấp", HEAD, "0913000905"),
        person(14, "Ngô Ngọc Rau Nhút", "1999", "F", DEPUTY, "ĐVTN", YOUTH, "0353000906", "phone_converted"),
        person(17, "Huỳnh Quốc Cây Sộp", "1958", "M", MEMBER, "Hội CCB", MASS, None),
        person(18, "Mai Thị Cá Chẽm", "1990", "F", None, "VNPT", TELECOM, "0888000907", "role_unclear")),
    team(TAB, COMMUNE, "AP", "Xóm Lưới Đăng",
        person(20, "Đỗ Văn Cá Sặc Bổi", "1971", "M", LEADER, "Trưởng ấp", HEAD, "0919000908"),
        person(21, "Hồ Thị Hoa Lộc Vừng", "1994-10", "F", DEPUTY, "Hội Phụ nữ", MASS, "0974000909"),
        person(22, "Thạch Ghe Cà Vom", "1987", "M", MEMBER, "Công an xã", STATE, "0903000910")),
], [1, 2, 3, 4, 5, 6, 7, 12, 15, 16, 19, 23, 24, 25, 26])
