"""Teams of enterprises only: the company in merged cells of a column, posts of all kinds, the unit's count in a column."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    ENTERPRISE,
    LEADER,
    MASS,
    MEMBER,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import DateFormatted, Sheet

FILE = "d06-to-tai-doanh-nghiep.xlsx"
TAB = "DN"
COMMUNE = "30787"
SHOP = "Công ty TNHH Xi Măng Núi Còi"
MILL = "Doanh nghiệp tư nhân Nhà máy xay Bông Lúa"
COOP = "Hợp tác xã Vận tải Bến Dừa"

CONTENT = [Sheet(TAB, merged="A1:H1 A2:H2 B5:B8 C5:C8 B9:B11 C9:C11 B12:B15 C12:C15", rows={
    1: ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TẠI CÁC DOANH NGHIỆP, HỢP TÁC XÃ - THỊ TRẤN KIÊN LƯƠNG"],
    2: ["Theo Quyết định số 132/QĐ-UBND ngày 15 tháng 11 năm 2022 của UBND thị trấn Kiên Lương"],
    4: ["TT", "Tên doanh nghiệp", "Số lượng thành viên", "Danh sách nhân sự", "Giới tính", "Sinh ngày",
        "Chức vụ", "Phân công", "Đtdđ"],
    5: [1, SHOP, 4, "Trần Quốc Đá Vôi", "Nam", date(1978, 5, 14), "Phó Giám đốc", "Tổ trưởng", 908000501],
    6: [2, None, None, "Lê Thị Bụi Tre", "Nữ", date(1990, 2, 3), "Chủ tịch Công đoàn", "Tổ phó", 938000502],
    7: [3, None, None, "Phạm Công Lò Nung", "Nam", 1985, "Quản đốc phân xưởng", "Thành viên", 906000503],
    8: [4, None, None, "Danh Xe Cút Kít", "Nam", date(1999, 9, 19), "Bí thư Chi đoàn", "Thành viên", "0702 000 504"],
    9: [5, MILL, 3, "Võ Thị Hạt Tấm", "Nữ", date(1972, 12, 30), "Chủ doanh nghiệp", "Tổ trưởng", 913000505],
    10: [6, None, None, "Ngô Chí Trấu Vàng", "Nam", DateFormatted(1988), "Thủ kho", "Tổ phó", 97700050],
    11: [7, None, None, "Đỗ Hữu Bao Bố", "Nam", 1994, "Tổ trưởng bốc xếp", "Thành viên", "0962 000 507"],
    12: [8, COOP, 5, "Huỳnh Văn Ghe Chài", "Nam", date(1966, 1, 8), "Giám đốc HTX", "Tổ trưởng", 918000508],
    13: [9, None, None, "Mai Thị Chân Vịt", "Nữ", date(1987, 7, 21), "Kế toán", "Tổ phó", 939000509],
    14: [10, None, None, "Hồ Minh Tài Công", "Nam", date(2020, 3, 3), "Lái tàu", "Thành viên", 945000510],
    15: [11, None, None, "(chưa cử)", None, None, None, "Thành viên", None],
    17: [None, None, None, "Cộng: 03 tổ, 10 người"],
})]

READING = reading(COMMUNE, ("132", "QĐ-UBND", "2022-11-15"), [
    team(TAB, COMMUNE, "enterprise", SHOP,
        person(5, "Trần Quốc Đá Vôi", "1978-05-14", "M", LEADER, "Phó Giám đốc", ENTERPRISE, "0908000501"),
        person(6, "Lê Thị Bụi Tre", "1990-02-03", "F", DEPUTY, "Chủ tịch Công đoàn", MASS, "0938000502"),
        person(7, "Phạm Công Lò Nung", "1985", "M", MEMBER, "Quản đốc phân xưởng", ENTERPRISE, "0906000503"),
        person(8, "Danh Xe Cút Kít", "1999-09-19", "M", MEMBER, "Bí thư Chi đoàn", YOUTH, "0702000504"),
        stated=4),
    team(TAB, COMMUNE, "enterprise", MILL,
        person(9, "Võ Thị Hạt Tấm", "1972-12-30", "F", LEADER, "Chủ doanh nghiệp", ENTERPRISE, "0913000505"),
        person(10, "Ngô Chí Trấu Vàng", "1988", "M", DEPUTY, "Thủ kho", ENTERPRISE, None, "birth_year_as_date",
            "phone_unreadable"),
        person(11, "Đỗ Hữu Bao Bố", "1994", "M", MEMBER, "Tổ trưởng bốc xếp", ENTERPRISE, "0962000507"),
        stated=3),
    team(TAB, COMMUNE, "enterprise", COOP,
        person(12, "Huỳnh Văn Ghe Chài", "1966-01-08", "M", LEADER, "Giám đốc HTX", ENTERPRISE, "0918000508"),
        person(13, "Mai Thị Chân Vịt", "1987-07-21", "F", DEPUTY, "Kế toán", ENTERPRISE, "0939000509"),
        person(14, "Hồ Minh Tài Công", None, "M", MEMBER, "Lái tàu", ENTERPRISE, "0945000510", "birth_implausible"),
        person(15, None, None, None, MEMBER, None, None, None, "name_placeholder"),
        stated=5, flags=("stated_count_differs",)),
], [1, 2, 4, 17])
