"""A message of a village head, typed without any diacritics: hamlets in capitals, hyphens, the role before the position."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "c17-tin-nhan-khong-dau.txt"
COMMUNE = "30991"

CONTENT = Text("""
Kinh gui UBND xa Tay Yen A
Ap gui danh sach to cong nghe so cong dong nhu sau

AP KINH XANG BA
1. Ong Tran Van Ca Chep - to truong - truong ap - 0918 000 321
2. Ba Le Thi Hoa Hue - to pho - bi thu chi doan - 0966 000 322
3. Danh Trai Sung - thanh vien - hoi nong dan - 0945 000 323
4. Ong Hai - thanh vien - hoi ccb - khong co
5. Pham My Rau Day - to vien - hoi phu nu - 0120 3000 324

AP RACH COC NHO
1. Ong Vo Huu Ca Keo - to truong - bi thu kiem truong ap - 84913000325
2. Ngo Quoc Chim Se - to pho - doan vien thanh nien - 0961 000 32
3. Do Thi La Mit - hoi phu nu - 0974 000 326
4. (VNPT cu nguoi sau) - thanh vien

Cam on anh nhieu
""", newline="\n")

PLAIN = ("hamlet_without_diacritics",)
READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "KINH XANG BA",
        person(5, "Tran Van Ca Chep", None, "M", LEADER, "truong ap", HEAD, "0918000321"),
        person(6, "Le Thi Hoa Hue", None, "F", DEPUTY, "bi thu chi doan", YOUTH, "0966000322"),
        person(7, "Danh Trai Sung", None, None, MEMBER, "hoi nong dan", MASS, "0945000323"),
        person(8, "Hai", None, "M", MEMBER, "hoi ccb", MASS, None, "name_incomplete"),
        person(9, "Pham My Rau Day", None, None, MEMBER, "hoi phu nu", MASS, "0703000324", "phone_converted"),
        flags=PLAIN),
    team(None, COMMUNE, "AP", "RACH COC NHO",
        person(12, "Vo Huu Ca Keo", None, "M", LEADER, "bi thu kiem truong ap", HEAD, "0913000325"),
        person(13, "Ngo Quoc Chim Se", None, None, DEPUTY, "doan vien thanh nien", YOUTH, None, "phone_unreadable"),
        person(14, "Do Thi La Mit", None, None, None, "hoi phu nu", MASS, "0974000326", "role_unclear"),
        person(15, None, None, None, MEMBER, "VNPT", TELECOM, None, "name_placeholder"),
        flags=PLAIN),
], [1, 2, 4, 11, 17], "no_diacritics")
