"""Everything typed without diacritics: "Nam sinh" beside the sex "Nam"; hamlets known only so."""

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

FILE = "a16-khong-dau.xlsx"
TAB = "DS To CNSCD"
COMMUNE = "30829"

SHEETS = [Sheet(TAB, merged="A1:H1 A2:H2 A3:H3", rows={
    1: ["UY BAN NHAN DAN XA NAM THAI SON - HUYEN HON DAT"],
    2: ["DANH SACH TO CONG NGHE SO CONG DONG"],
    3: ["(Kem theo Quyet dinh so 95/QD-UBND ngay 06/9/2022)"],
    5: ["STT", "Ho va ten", "Nam sinh", "Gioi tinh", "Ap", "Chuc vu", "Nhiem vu", "So dien thoai"],
    6: [1, "Nguyen Van Cho Noi", 1965, "Nam", "Ap Hon Queo", "Truong ap", "To truong", 918000301],
    7: [2, "Tran Thi Hoa Sua", 1998, "Nu", "Ap Hon Queo", "Bi thu chi doan", "To pho", 966000302],
    8: [3, "Danh Ca Loc Bong", 1977, "Nam", "Ap Hon Queo", "Hoi nong dan", "Thanh vien", 945000303],
    9: [4, "Le Thi Rau Ngo", 1989, "Nu", "Ap Hon Queo", "Hoi phu nu", "Thanh vien", "khong co"],
    10: [5, "Pham Quoc Ca Tra", 1992, "Nam", "Ap Hon Queo", "VNPT", "Thanh vien", 911000304],
    11: [6, "Vo Hoang Cay Gua", 1970, "Nam", "Ap Kinh Tram", "Truong ap", "To truong", 919000305],
    12: [7, "Huynh My Bong Trang", 2001, "Nu", "Ap Kinh Tram", "Doan vien thanh nien", "To pho", 971000306],
    13: [8, "Thi Sa Rong", 1983, "Nu", "Ap Kinh Tram", "Giao vien", "Thanh vien", "0388.000.307"],
    14: [9, "Do Cong Bong Lau", 1961, "Nam", "Ap Kinh Tram", "Cuu chien binh", "Thanh vien", "091300308"],
    15: [10, "Lam Thi Vu Sua", 1986, "Nu", "Ap Kinh Tram", "Ngan hang chinh sach", "Thanh vien", 902000309],
    16: [11, "Bui Thanh Vo Lai", 1968, "Nam", "Ap Ba The Sau", "Truong ap", "To truong", 917000310],
    17: [12, "Ngo Thi Dua Gang", 1996, "Nu", "Ap Ba The Sau", "Pho bi thu chi doan", "To pho", 967000311],
    18: [13, "Cao Minh Ca Chach", 1974, "Nam", "Ap Ba The Sau", "Cong an vien", "Thanh vien", 903000312],
    19: [14, "Ly Van Dat Set", 1979, "Nam", "Ap Ba The Sau", "Lam ruong", "Thanh vien", 948000313],
    21: [None, None, None, None, None, None, "NGUOI LAP BIEU"],
    22: [None, None, None, None, None, None, "Vo Hoang Cay Gua"],
})]

PLAIN = ("hamlet_without_diacritics",)
READING = reading(COMMUNE, ("95", "QD-UBND", "2022-09-06"), [
    team(TAB, COMMUNE, "AP", "Hon Queo",
        person(6, "Nguyen Van Cho Noi", "1965", "M", LEADER, "Truong ap", HEAD, "0918000301"),
        person(7, "Tran Thi Hoa Sua", "1998", "F", DEPUTY, "Bi thu chi doan", YOUTH, "0966000302"),
        person(8, "Danh Ca Loc Bong", "1977", "M", MEMBER, "Hoi nong dan", MASS, "0945000303"),
        person(9, "Le Thi Rau Ngo", "1989", "F", MEMBER, "Hoi phu nu", MASS, None),
        person(10, "Pham Quoc Ca Tra", "1992", "M", MEMBER, "VNPT", TELECOM, "0911000304"),
        flags=PLAIN),
    team(TAB, COMMUNE, "AP", "Kinh Tram",
        person(11, "Vo Hoang Cay Gua", "1970", "M", LEADER, "Truong ap", HEAD, "0919000305"),
        person(12, "Huynh My Bong Trang", "2001", "F", DEPUTY, "Doan vien thanh nien", YOUTH, "0971000306"),
        person(13, "Thi Sa Rong", "1983", "F", MEMBER, "Giao vien", STATE, "0388000307"),
        person(14, "Do Cong Bong Lau", "1961", "M", MEMBER, "Cuu chien binh", MASS, None, "phone_unreadable"),
        person(15, "Lam Thi Vu Sua", "1986", "F", MEMBER, "Ngan hang chinh sach", BANK, "0902000309"),
        flags=PLAIN),
    team(TAB, COMMUNE, "AP", "Ba The Sau",
        person(16, "Bui Thanh Vo Lai", "1968", "M", LEADER, "Truong ap", HEAD, "0917000310"),
        person(17, "Ngo Thi Dua Gang", "1996", "F", DEPUTY, "Pho bi thu chi doan", YOUTH, "0967000311"),
        person(18, "Cao Minh Ca Chach", "1974", "M", MEMBER, "Cong an vien", STATE, "0903000312"),
        person(19, "Ly Van Dat Set", "1979", "M", MEMBER, "Lam ruong", RESIDENT, "0948000313"),
        flags=PLAIN),
], [1, 2, 3, 5, 21, 22], "no_diacritics")
