"""A document: quarters over the whole width, the role as a row between them, honorifics in a column of their own."""

# The tables are read by eye, a row on a line.
# fmt: off

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

FILE = "d19-vai-tro-la-hang.docx"
COMMUNE = "30847"
WIDE = tuple((number, 1, number, 6) for number in (2, 3, 5, 7, 11, 12, 14, 16))


def across(text: str) -> list[str]:
    """A row merged over the whole table."""
    return [text, "", "", "", "", ""]


CONTENT = [
    "ỦY BAN NHÂN DÂN XÃ MỸ PHƯỚC",
    "DANH SÁCH NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",
    "(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 09 tháng 9 năm 2022 của Ủy ban nhân dân xã Mỹ Phước)",
    Table([
        ["TT", "Ông/Bà", "Họ và tên", "NTNS", "Chức vụ công tác", "Số điện thoại"],
        across("ẤP PHƯỚC LUNG LỚN"),
        across("Tổ trưởng"),
        ["1", "Ông", "Trần Văn Vịt Xiêm", "15/8/1967", "Trưởng ấp", "0918 000 761"],
        across("Tổ phó"),
        ["2", "Bà", "Lê Thị Bông Giấy", "02-02-98", "Bí thư chi đoàn", "0966 000 762"],
        across("Các thành viên"),
        ["3", "Ông", "Danh Lúa Nổi", "1980", "Chi hội Nông dân", "0945 000 763"],
        ["4", "Bà", "Phạm Ngọc Lá Dứa", "1986", "nt", "0974 000 764"],
        ["5", "", "Võ Hữu Lu Nước (Hai Lu)", "1971", "Hội CCB", "0947 000 765"],
        across("ẤP PHƯỚC TÂN KINH"),
        across("Tổ trưởng"),
        ["1", "Ông", "Ngô Công Trâu Cổ", "1962", "Bí thư chi bộ - Trưởng ấp", "0913 000 766"],
        across("Tổ phó"),
        ["2", "Ông", "Đỗ Chí Cá Chạch", "2000", "Đ/v", "0961 000 767"],
        across("Các thành viên"),
        ["3", "Bà", "Mai Thị Dưa Gang", "1990", "Trạm y tế xã", "0939 00 768"],
        ["4", "", "(khuyết)", "", "Viettel", ""],
    ], merged=WIDE),
    "Danh sách trên có 08 người./.",
]

READING = reading(COMMUNE, ("77", "QĐ-UBND", "2022-09-09"), [
    team("table 1", COMMUNE, "AP", "PHƯỚC LUNG LỚN",
        person(4, "Trần Văn Vịt Xiêm", "1967-08-15", "M", LEADER, "Trưởng ấp", HEAD, "0918000761"),
        person(6, "Lê Thị Bông Giấy", "1998-02-02", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000762",
            "birth_two_digit_year"),
        person(8, "Danh Lúa Nổi", "1980", "M", MEMBER, "Chi hội Nông dân", MASS, "0945000763"),
        person(9, "Phạm Ngọc Lá Dứa", "1986", "F", MEMBER, "Chi hội Nông dân", MASS, "0974000764", "as_above"),
        person(10, "Võ Hữu Lu Nước", "1971", None, MEMBER, "Hội CCB", MASS, "0947000765", "name_remark")),
    team("table 1", COMMUNE, "AP", "PHƯỚC TÂN KINH",
        person(13, "Ngô Công Trâu Cổ", "1962", "M", LEADER, "Bí thư chi bộ - Trưởng ấp", HEAD, "0913000766"),
        person(15, "Đỗ Chí Cá Chạch", "2000", "M", DEPUTY, "Đ/v", None, "0961000767", "category_unclear"),
        person(17, "Mai Thị Dưa Gang", "1990", "F", MEMBER, "Trạm y tế xã", STATE, None, "phone_unreadable"),
        person(18, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
], [1, 2, 3, 5, 7, 11, 12, 14, 16])
