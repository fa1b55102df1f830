"""Annex with a header of three rows and a row of column numbers; a seat that Viettel fills later; counts in the sections."""

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

FILE = "a01-tieu-de-ba-dong.xlsx"
TAB = "PL1"
COMMUNE = "31045"

SHEETS = [
    Sheet(
        TAB,
        merged="A1:C1 A2:C2 E1:H1 E2:H2 A3:H3 A4:H4 A5:H5 A7:A9 B7:E7 F7:G7 H7:H9 B8:B9 C8:D8 E8:E9 F8:F9 G8:G9 "
        "A11:H11 A17:H17 A24:H24",
        rows={
            1: ["ỦY BAN NHÂN DÂN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            2: ["XÃ VÂN KHÁNH ĐÔNG", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
            3: ["DANH SÁCH"],
            4: ["Thành viên Tổ công nghệ số cộng đồng các ấp"],
            5: ["(Ban hành kèm theo Quyết định số: 112/QĐ-UBND, ngày 17 tháng 10 năm 2022 của Chủ tịch Ủy ban nhân dân xã)"],
            7: ["SỐ TT", "THÔNG TIN THÀNH VIÊN", None, None, None, "THAM GIA TỔ", None, "GHI CHÚ"],
            8: [None, "Họ và tên", "Ngày, tháng, năm sinh", None, "Chức vụ hiện nay", "Nhiệm vụ", "Số điện thoại"],
            9: [None, None, "Nam", "Nữ"],
            10: ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
            11: ["Tổ số 1: Ấp Kim Quy B (05 người)"],
            12: [1, "Nguyễn Văn Cồng Cộc", "03/02/1971", None, "Bí thư Chi bộ, Trưởng ấp", "Tổ trưởng", "0918.000.001"],
            13: [2, "Trần Thị Bồn Bồn", None, 1995, "Bí thư chi đoàn", "Tổ phó", "0946.000.002"],
            14: [3, "Danh Le Le", 1982, None, "Chi hội trưởng Nông dân", "Thành viên", "0911.000.003"],
            15: [4, "Lê Thị Mỹ Choại", None, "15/9/1987", "Chi hội trưởng Phụ nữ", "Thành viên", "x"],
            16: [5, "Phạm Công Tắc Ráng", 1990, None, "Nhân viên VNPT", "Thành viên", 915000004, "trực tổ"],
            17: ["Tổ số 2: Ấp Xẻo Nhàu Lớn (06 người)"],
            18: [1, "Huỳnh Văn Ghe Chài", 1964, None, "Trưởng ấp", "Tổ trưởng", "0939 000 005"],
            19: [2, "Võ Thanh Cá Chốt", "22/12/1999", None, "Phó Bí thư chi đoàn", "Tổ phó", "0966 000 006"],
            20: [3, "Đỗ Thị Kim Lúa Mùa", None, 1979, "Y tế ấp", "Thành viên", "0977 000 007"],
            21: [4, "Tăng Quốc Chàng Bè", 1958, None, "Hội Người cao tuổi", "Thành viên", "không có"],
            22: [5, "(Viettel cử)", None, None, "Viettel", "Thành viên"],
            23: [6, "Bùi Ngọc Sặc Rằn", None, 1985, "Ngân hàng Chính sách xã hội", "Thành viên", "0902 000 008"],
            24: ["Tổ số 3: Ấp Cây Gõ (04 người)"],
            25: [1, "Lâm Hữu Thòi Lòi", 1976, None, "Trưởng ấp", "Tổ trưởng", "0985 000 009"],
            26: [2, "Ngô Thị Ô Môi", None, 2000, "Đoàn viên thanh niên", "Tổ phó", "0961 000 010"],
            27: [3, "Mai Văn Cá Đối", 1969, None, "Trưởng Ban công tác Mặt trận", "Thành viên", "0913 000 011"],
            28: [4, "Kiều Thị Dừa Nước", None, "8/1992", "Giáo viên", "Thành viên", "0948 000 012"],
            29: [None, "Tổng số: 03 tổ, 14 thành viên"],
            31: ["Nơi nhận:", None, None, None, None, "KT. CHỦ TỊCH"],
            32: ["- UBND huyện (b/c);", None, None, None, None, "PHÓ CHỦ TỊCH"],
            33: ["- Lưu: VT."],
        },
    )
]

READING = reading(
    COMMUNE,
    ("112", "QĐ-UBND", "2022-10-17"),
    [
        team(
            TAB,
            COMMUNE,
            "AP",
            "Kim Quy B",
            person(12, "Nguyễn Văn Cồng Cộc", "1971-02-03", "M", LEADER, "Bí thư Chi bộ, Trưởng ấp", HEAD, "0918000001"),
            person(13, "Trần Thị Bồn Bồn", "1995", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0946000002"),
            person(14, "Danh Le Le", "1982", "M", MEMBER, "Chi hội trưởng Nông dân", MASS, "0911000003"),
            person(15, "Lê Thị Mỹ Choại", "1987-09-15", "F", MEMBER, "Chi hội trưởng Phụ nữ", MASS, None),
            person(16, "Phạm Công Tắc Ráng", "1990", "M", MEMBER, "Nhân viên VNPT", TELECOM, "0915000004"),
            stated=5,
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Xẻo Nhàu Lớn",
            person(18, "Huỳnh Văn Ghe Chài", "1964", "M", LEADER, "Trưởng ấp", HEAD, "0939000005"),
            person(19, "Võ Thanh Cá Chốt", "1999-12-22", "M", DEPUTY, "Phó Bí thư chi đoàn", YOUTH, "0966000006"),
            person(20, "Đỗ Thị Kim Lúa Mùa", "1979", "F", MEMBER, "Y tế ấp", STATE, "0977000007"),
            person(21, "Tăng Quốc Chàng Bè", "1958", "M", MEMBER, "Hội Người cao tuổi", MASS, None),
            person(22, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder"),
            person(23, "Bùi Ngọc Sặc Rằn", "1985", "F", MEMBER, "Ngân hàng Chính sách xã hội", BANK, "0902000008"),
            stated=6,
            flags=("stated_count_differs",),
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Cây Gõ",
            person(25, "Lâm Hữu Thòi Lòi", "1976", "M", LEADER, "Trưởng ấp", HEAD, "0985000009"),
            person(26, "Ngô Thị Ô Môi", "2000", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0961000010"),
            person(27, "Mai Văn Cá Đối", "1969", "M", MEMBER, "Trưởng Ban công tác Mặt trận", MASS, "0913000011"),
            person(28, "Kiều Thị Dừa Nước", "1992-08", "F", MEMBER, "Giáo viên", STATE, "0948000012"),
            stated=4,
        ),
    ],
    [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 17, 24, 29, 31, 32, 33],
)
