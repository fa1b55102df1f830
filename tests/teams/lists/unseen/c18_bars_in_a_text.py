"""A text file with bars for columns, hamlets between dashes, a talk of a hamlet that sends later, a total that is wrong."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
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

FILE = "c18-vach-dung.txt"
COMMUNE = "30840"

CONTENT = Text("""
UBND XÃ LÌNH HUỲNH - HUYỆN HÒN ĐẤT
DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG
Theo Quyết định số 91/QĐ-UBND ngày 05/10/2022
TT | Họ tên | Năm sinh | Vai trò | Đơn vị | Điện thoại
--- Ấp Vàm Biển Cạn ---
1 | Ông Nguyễn Thành Cá Đối Mục | 1964 | Tổ trưởng | Trưởng ấp | 0918.000.341
2 | Bà Trần Mỹ Cây Mắm Trắng | 20/11/1995 | Tổ phó | Bí thư chi đoàn | 0966.000.342
3 | Anh Danh Lưới Ghẹ | 1984 | Thành viên | Hội Nông dân | 0945.000.343
4 | Cô Lê Thị Rạm Đồng | 13/13/1989 | Thành viên | Giáo viên | 0932.000.344
--- Ấp Lung Lớn Tư ---
1 | Ông Võ Tấn Sam Biển | 1971 | Tổ trưởng | BTCB, Trưởng ấp | 0913.000.345 (Zalo)
2 | Ông Phạm Chí Còng Lửa | 1999 | Tổ phó | ĐV | 0961.000.346
3 | Bà Ngô Thị Dừa Dâu | 1968 | Thành viên | Chi hội PN | "
4 | chưa có người | | Thành viên | Viettel |
--- Ấp Hòn Đá Bạc ---
1 | Ông Huỳnh Hữu Cá Mang Rổ | 1960 | Tổ trưởng | Trưởng ấp | 0084919000347
2 | Chị Hồ Ngọc Hoa Muống | 2000 | Tổ phó | Đoàn viên thanh niên | 0968.000.348
3 | Chú Mai Văn Tràm Gió | 1956 | Thành viên | Hội NCT | không
Riêng ấp Cống Số Chín đang bầu trưởng ấp nên gửi sau.
Tổng cộng: 11 thành viên
""")

READING = reading(COMMUNE, ("91", "QĐ-UBND", "2022-10-05"), [
    team(None, COMMUNE, "AP", "Vàm Biển Cạn",
        person(6, "Nguyễn Thành Cá Đối Mục", "1964", "M", LEADER, "Trưởng ấp", HEAD, "0918000341"),
        person(7, "Trần Mỹ Cây Mắm Trắng", "1995-11-20", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000342"),
        person(8, "Danh Lưới Ghẹ", "1984", "M", MEMBER, "Hội Nông dân", MASS, "0945000343"),
        person(9, "Lê Thị Rạm Đồng", None, "F", MEMBER, "Giáo viên", STATE, "0932000344", "birth_unreadable")),
    team(None, COMMUNE, "AP", "Lung Lớn Tư",
        person(11, "Võ Tấn Sam Biển", "1971", "M", LEADER, "BTCB, Trưởng ấp", HEAD, "0913000345"),
        person(12, "Phạm Chí Còng Lửa", "1999", "M", DEPUTY, "ĐV", None, "0961000346", "category_unclear"),
        person(13, "Ngô Thị Dừa Dâu", "1968", "F", MEMBER, "Chi hội PN", MASS, None, "phone_unreadable"),
        person(14, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
    team(None, COMMUNE, "AP", "Hòn Đá Bạc",
        person(16, "Huỳnh Hữu Cá Mang Rổ", "1960", "M", LEADER, "Trưởng ấp", HEAD, "0919000347"),
        person(17, "Hồ Ngọc Hoa Muống", "2000", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0968000348"),
        person(18, "Mai Văn Tràm Gió", "1956", "M", MEMBER, "Hội NCT", MASS, None)),
], [1, 2, 3, 4, 5, 10, 15, 19, 20], "stated_total_differs")
