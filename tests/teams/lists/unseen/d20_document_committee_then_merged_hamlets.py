"""A document in loose marks: the steering committee first, then merged hamlets, two telephones on two lines."""

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
    OTHER,
    STATE,
    YOUTH,
    person,
    reading,
    rows_of,
    team,
)

FILE = "d20-ban-chi-dao-va-to.docx"
COMMUNE = "30979"


def loose(rows: list[list[str]]) -> list[list[str]]:
    """The letters and their marks apart, as some programs paste them."""
    return [[unicodedata.normalize("NFD", cell) for cell in row] for row in rows]


CONTENT = [
    "UBND XÃ VĨNH TUY, HUYỆN GÒ QUAO",
    "1. Danh sách Ban Chỉ đạo chuyển đổi số xã",
    Table(loose([
        ["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"],
        ["1", "Lý Quốc Sao Khuê", "Chủ tịch UBND xã", "Trưởng ban"],
        ["2", "Trần Mỹ Sương Mai", "Phó Chủ tịch UBND xã", "Phó Trưởng ban"],
        ["3", "Danh Mưa Rào", "Trưởng Công an xã", "Thành viên"],
    ])),
    "2. Danh sách Tổ công nghệ số cộng đồng các ấp (kèm Quyết định số 31/QĐ-UBND ngày 18/7/2022)",
    Table(loose([
        ["Ấp", "Họ tên thành viên", "Năm sinh", "Phái", "Đơn vị công tác", "Chức danh trong tổ", "Di động"],
        ["Vĩnh Lộ Cây Gòn", "Nguyễn Tấn Chim Ưng", "1966", "Nam", "Trưởng ấp", "Tổ trưởng", "0918000781"],
        ["", "Lê Ngọc Hoa Mười Giờ", "1998", "Nữ", "Bí thư chi đoàn", "Tổ phó", "0966000782\n0388000782"],
        ["", "Danh Cán Cuốc", "1979", "Nam", "Hội ND", "Tổ viên", "0945000783"],
        ["", "Phạm Thị Bông Lúa", "1988", "Nữ", "Giáo viên", "Tổ viên", "0939000784"],
        ["Tân Mương Chuối", "Võ Công Rau Dền", "1972", "Nam", "Trưởng ấp", "Tổ trưởng", "0913000785"],
        ["", "Ngô Thị Hành Lá", "13/1995", "Nữ", "Đoàn viên TN", "Tổ phó", "0961000786"],
        ["", "Đỗ Hữu Mo Nang", "1983", "X", "Hội CCB", "Tổ viên", "0947000787"],
        ["", "nguyễn chí rơm khô", "1991", "Nam", "Chùa Bửu Sen", "Tổ viên", "01234000788"],
        ["Tổng cộng", "8 người", "", "", "", "", ""],
    ]), merged=((2, 1, 5, 1), (6, 1, 9, 1))),
]

READING = reading(COMMUNE, ("31", "QĐ-UBND", "2022-07-18"), [
    team("table 2", COMMUNE, "AP", "Vĩnh Lộ Cây Gòn",
        person(2, "Nguyễn Tấn Chim Ưng", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0918000781"),
        person(3, "Lê Ngọc Hoa Mười Giờ", "1998", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000782", "two_phones"),
        person(4, "Danh Cán Cuốc", "1979", "M", MEMBER, "Hội ND", MASS, "0945000783"),
        person(5, "Phạm Thị Bông Lúa", "1988", "F", MEMBER, "Giáo viên", STATE, "0939000784")),
    team("table 2", COMMUNE, "AP", "Tân Mương Chuối",
        person(6, "Võ Công Rau Dền", "1972", "M", LEADER, "Trưởng ấp", HEAD, "0913000785"),
        person(7, "Ngô Thị Hành Lá", None, "F", DEPUTY, "Đoàn viên TN", YOUTH, "0961000786", "birth_unreadable"),
        person(8, "Đỗ Hữu Mo Nang", "1983", None, MEMBER, "Hội CCB", MASS, "0947000787", "gender_unclear"),
        person(9, "nguyễn chí rơm khô", "1991", "M", MEMBER, "Chùa Bửu Sen", OTHER, "0834000788", "name_case",
            "phone_converted")),
], [*rows_of("table 1", 1, 2, 3, 4), *rows_of("table 2", 1, 10)], "other_list_skipped")
