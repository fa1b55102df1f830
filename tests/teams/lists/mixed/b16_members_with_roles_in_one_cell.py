"""All people of a team in one cell, the role before each; the commune's name occurs twice and nothing settles it."""

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

FILE = "b16-vai-tro-trong-o.xlsx"
TAB = "Sheet1"

CONTENT = [Sheet(TAB, merged="A1:C1", rows={
    1: ["UBND XÃ VĨNH PHÚ - DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG NĂM 2022"],
    3: ["Địa bàn", "Số lượng thành viên", "Danh sách"],
    4: ["Ấp Mẹt Lung Cũ", 6,
        "Tổ trưởng: Trần Văn Cá Tai Tượng (Trưởng ấp); Tổ phó: Lê Thị Hoa Ti Gôn (Bí thư chi đoàn); "
        "Thành viên: Danh Cây Vông (Hội ND); Thành viên: Phạm Mỹ Rau Tập Tàng (Hội PN); Thành viên: Nguyễn Chí Bồ Cào (CTV)"],
    5: ["Ấp Đồng Cỏ Ngập", 5,
        "Tổ trưởng: Ông Phạm Hữu Cá Ba Sa, sn 1966, Trưởng ấp, 0913000823\n"
        "Tổ phó: Bà Võ Thị Lá Vối, sn 1991, Chi hội trưởng PN, 0945000824\n"
        "Thành viên: Hồ Quốc Lưới Cước, sn 1988, VNPT, 0888000825\n"
        "Thành viên: Huỳnh Mỹ Cỏ Lác, sn 1995, giáo viên, 093200826\n"
        "Thành viên: Đỗ Văn Bầu Sao, sn 1957, NCT"],
    6: ["ấp Kinh Biên Mậu", 4,
        "* Tổ trưởng: Mai Văn Chuột Dừa - Phó trưởng ấp - 0919.000.827\n"
        "* Tổ phó: Cao Ngọc Sen Đá - ĐVTN - 0961.000.828 / 0297.3000.829\n"
        "* Thành viên: Thạch Bông Lúa - người dân - 0389.000.830\n"
        "* Thành viên: (Ngân hàng CSXH cử)"],
})]

DIFFERS = ("stated_count_differs",)
READING = reading(None, None, [
    team(TAB, None, "AP", "Mẹt Lung Cũ",
        person(4, "Trần Văn Cá Tai Tượng", None, None, LEADER, "Trưởng ấp", HEAD, None),
        person(4, "Lê Thị Hoa Ti Gôn", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, None),
        person(4, "Danh Cây Vông", None, None, MEMBER, "Hội ND", MASS, None),
        person(4, "Phạm Mỹ Rau Tập Tàng", None, None, MEMBER, "Hội PN", MASS, None),
        person(4, "Nguyễn Chí Bồ Cào", None, None, MEMBER, "CTV", None, None, "category_unclear"),
        stated=6, flags=DIFFERS),
    team(TAB, None, "AP", "Đồng Cỏ Ngập",
        person(5, "Phạm Hữu Cá Ba Sa", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0913000823"),
        person(5, "Võ Thị Lá Vối", "1991", "F", DEPUTY, "Chi hội trưởng PN", MASS, "0945000824"),
        person(5, "Hồ Quốc Lưới Cước", "1988", None, MEMBER, "VNPT", TELECOM, "0888000825"),
        person(5, "Huỳnh Mỹ Cỏ Lác", "1995", None, MEMBER, "giáo viên", STATE, None, "phone_unreadable"),
        person(5, "Đỗ Văn Bầu Sao", "1957", None, MEMBER, "NCT", MASS, None),
        stated=5),
    team(TAB, None, "AP", "Kinh Biên Mậu",
        person(6, "Mai Văn Chuột Dừa", None, None, LEADER, "Phó trưởng ấp", STATE, "0919000827"),
        person(6, "Cao Ngọc Sen Đá", None, None, DEPUTY, "ĐVTN", YOUTH, "0961000828", "two_phones"),
        person(6, "Thạch Bông Lúa", None, None, MEMBER, "người dân", RESIDENT, "0389000830"),
        person(6, None, None, None, MEMBER, "Ngân hàng CSXH", BANK, None, "name_placeholder"),
        stated=4, flags=DIFFERS),
], [1, 3], "commune_ambiguous")
