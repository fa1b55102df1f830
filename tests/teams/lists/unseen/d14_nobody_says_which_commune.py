"""OpenDocument without commune and decision: a sheet for each hamlet with its own columns, no role anywhere, a line of talk."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    HEAD,
    MASS,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d14-ba-ap-khong-ten-xa.ods"
ONE, TWO, THREE = "Ấp Cây Me", "Ấp Đường Xuồng Cũ", "Ấp Bến Nhứt Nhỏ"

CONTENT = [
    Sheet(ONE, rows={
        1: ["Danh sách tổ công nghệ số cộng đồng của ấp", None, None, None],
        2: ["Họ và tên", "Năm sinh", "Chức vụ", "SĐT"],
        3: ["Nguyễn Văn Ổi Xá Lị", 1966, "Trưởng ấp", "0918 000 661"],
        4: ["Trần Thị Cà Pháo", 1994, "Bí thư chi đoàn", "0966 000 662"],
        5: ["Danh Chày Giã", 1978, "Hội CCB", "0945 000 663"],
        6: ["Anh Tư", None, "Viettel", "0977 000 664"],
    }),
    Sheet(TWO, rows={
        1: ["Stt", "Tên thành viên", "Đơn vị", "Điện thoại", "Sinh"],
        2: [1, "Lê Quốc Cá Hô", "Trưởng ấp", 913000665, 1970],
        3: [2, "Phạm Ngọc Bông So Đũa", "Phụ nữ", 974000666, "tháng 9/1985"],
        4: [3, "Võ Hữu Câu Cắm", "ĐVTN", "O961 000 667", 2000],
        5: [4, "Võ Hữu Câu Cắm", "Chi đoàn", 961000667, 2000],
    }),
    Sheet(THREE, rows={
        2: ["Em gửi anh danh sách ấp em, có sai anh sửa giùm"],
        3: ["Họ tên", "NS", "Công tác", "Số phone"],
        4: ["Ngô Chí Xoài Cát", 1964, "Bí thư chi bộ, trưởng ấp", "0919.000.668"],
        5: ["Đỗ Thị Rau Nhái", 1996, "Đoàn viên", "0968.000.669"],
        6: ["Huỳnh Công Gáo Dừa", "19810", "Công an viên", "0903.000.670"],
    }),
]

READING = reading(None, None, [
    team(ONE, None, "AP", "Cây Me",
        person(3, "Nguyễn Văn Ổi Xá Lị", "1966", None, None, "Trưởng ấp", HEAD, "0918000661"),
        person(4, "Trần Thị Cà Pháo", "1994", None, None, "Bí thư chi đoàn", YOUTH, "0966000662"),
        person(5, "Danh Chày Giã", "1978", None, None, "Hội CCB", MASS, "0945000663"),
        person(6, "Tư", None, "M", None, "Viettel", TELECOM, "0977000664", "name_incomplete")),
    team(TWO, None, "AP", "Đường Xuồng Cũ",
        person(2, "Lê Quốc Cá Hô", "1970", None, None, "Trưởng ấp", HEAD, "0913000665"),
        person(3, "Phạm Ngọc Bông So Đũa", "1985-09", None, None, "Phụ nữ", MASS, "0974000666"),
        person(4, "Võ Hữu Câu Cắm", "2000", None, None, "ĐVTN", YOUTH, "0961000667"),
        person(5, "Võ Hữu Câu Cắm", "2000", None, None, "Chi đoàn", YOUTH, "0961000667", "duplicate_of:4")),
    team(THREE, None, "AP", "Bến Nhứt Nhỏ",
        person(4, "Ngô Chí Xoài Cát", "1964", None, None, "Bí thư chi bộ, trưởng ấp", HEAD, "0919000668"),
        person(5, "Đỗ Thị Rau Nhái", "1996", None, None, "Đoàn viên", YOUTH, "0968000669"),
        person(6, "Huỳnh Công Gáo Dừa", None, None, None, "Công an viên", STATE, "0903000670", "birth_unreadable")),
], [*rows_of(ONE, 1, 2), *rows_of(TWO, 1), *rows_of(THREE, 2, 3)], "commune_not_stated", "roles_missing")
