"""No header at all: a title, the hamlets between the rows, and columns that only their values explain."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
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

FILE = "a03-khong-tieu-de-cot.xlsx"
TAB = "Sheet1"
COMMUNE = "30919"

SHEETS = [
    Sheet(
        TAB,
        rows={
            1: ["Tổ công nghệ số cộng đồng xã Bàn Thạch"],
            2: ["ấp Láng Sen"],
            3: ["Ông Thái Văn Cá Mè", 1969, "Trưởng ấp", "tổ trưởng", 917000031],
            4: ["Bà Hồ Thị So Đũa", 1991, "Hội Phụ nữ", "tổ phó", 984000032],
            5: ["Ông Danh Gáo Vàng", 1987, "Hội Nông dân", "thành viên", 963000033],
            6: ["Anh Đoàn Minh Vỏ Lãi", "4/11/1996", "ĐVTN", "thành viên", "0338 000 034"],
            7: ["ấp Giồng Đá"],
            8: ["Ông Lưu Hữu Trích Cồ", 1966, "Q. Trưởng ấp", "tổ trưởng", 949000035],
            9: ["Chị Triệu Mỹ Ngãi Bún", 1999, "Bí thư chi đoàn", "tổ phó", 971000036],
            10: ["Ông Sơn Cá Dứa", 1975, "Phó trưởng ấp", "thành viên", 84908000037],
            11: ["Cô Vương Thị Quýt Đường", 1980, "Giáo viên trường tiểu học", "thành viên", "chưa có"],
            12: ["Anh Lê Quốc Cột Buồm", 1994, "Viettel", "thành viên", "0868 000 038"],
            13: ["ấp Thạnh Sóc"],
            14: ["Ông Nghiêm Văn Bồ Nông", 1970, "BTCB - TA", "tổ trưởng", 918000039],
            15: ["Chị Thạch Thị Ri Xoài", "1997", "Đoàn Thanh niên", "tổ phó", 935000040],
            16: ["Ông Đinh Công Sào Chống", 1962, "Hội Cựu chiến binh", "thành viên", "0297 3000 041"],
            17: ["Bà Phan Thị Nhãn Lồng", 1977, "Quỹ tín dụng nhân dân", "thành viên", 906000042],
        },
    )
]

READING = reading(
    COMMUNE,
    None,
    [
        team(
            TAB,
            COMMUNE,
            "AP",
            "Láng Sen",
            person(3, "Thái Văn Cá Mè", "1969", "M", LEADER, "Trưởng ấp", HEAD, "0917000031"),
            person(4, "Hồ Thị So Đũa", "1991", "F", DEPUTY, "Hội Phụ nữ", MASS, "0984000032"),
            person(5, "Danh Gáo Vàng", "1987", "M", MEMBER, "Hội Nông dân", MASS, "0963000033"),
            person(6, "Đoàn Minh Vỏ Lãi", "1996-11-04", "M", MEMBER, "ĐVTN", YOUTH, "0338000034"),
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Giồng Đá",
            person(8, "Lưu Hữu Trích Cồ", "1966", "M", LEADER, "Q. Trưởng ấp", HEAD, "0949000035"),
            person(9, "Triệu Mỹ Ngãi Bún", "1999", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0971000036"),
            person(10, "Sơn Cá Dứa", "1975", "M", MEMBER, "Phó trưởng ấp", STATE, "0908000037"),
            person(11, "Vương Thị Quýt Đường", "1980", "F", MEMBER, "Giáo viên trường tiểu học", STATE, None),
            person(12, "Lê Quốc Cột Buồm", "1994", "M", MEMBER, "Viettel", TELECOM, "0868000038"),
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Thạnh Sóc",
            person(14, "Nghiêm Văn Bồ Nông", "1970", "M", LEADER, "BTCB - TA", HEAD, "0918000039"),
            person(15, "Thạch Thị Ri Xoài", "1997", "F", DEPUTY, "Đoàn Thanh niên", YOUTH, "0935000040"),
            person(16, "Đinh Công Sào Chống", "1962", "M", MEMBER, "Hội Cựu chiến binh", MASS, "02973000041"),
            person(17, "Phan Thị Nhãn Lồng", "1977", "F", MEMBER, "Quỹ tín dụng nhân dân", BANK, "0906000042"),
        ),
    ],
    [1, 2, 7, 13],
)
