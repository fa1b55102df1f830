"""Family and given name apart, ticks for the sex, TT / TP / TV as roles; a decision without number; ID numbers and e-mail."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

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
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a04-ho-va-ten-hai-cot.xlsx"
TAB = "Danh sach"
COMMUNE = "30817"

SHEETS = [
    Sheet(
        TAB,
        merged="A1:L1 A2:L2 C4:D4 E4:F4",
        rows={
            1: ["THÀNH VIÊN TỔ CNSCĐ CÁC KHU PHỐ - THỊ TRẤN HÒN ĐẤT"],
            2: ["(Kèm theo Quyết định số        /QĐ-UBND ngày 14/9/2022 của UBND thị trấn)"],
            4: ["TT", "Khu phố", "Họ và tên", None, "Giới tính", None, "Ngày sinh", "Số CCCD", "Chức vụ", "Vai trò", "SĐT",
                "Email"],
            5: [None, None, "Họ, tên đệm", "Tên", "Nam", "Nữ"],
            6: [1, "Tri Tôn", "Nguyễn Thành", "Ghẹ Xanh", "x", None, date(1970, 3, 8), "091070000061", "Trưởng khu phố",
                "TT", 912000061, "ghexanh@example.vn"],
            7: [2, "Tri Tôn", "Lê Thị", "Trinh Nữ", None, "x", date(1993, 7, 21), "091193000062", "Chi hội trưởng PN", "TP",
                916000062],
            8: [3, "Tri Tôn", "Danh", "Cu Gáy", "x", None, date(1985, 1, 30), None, "Cảnh sát khu vực", "TV", "0903 000 063"],
            9: [4, "Tri Tôn", "Trần Quốc", "Mú Bông", None, None, 1991, None, "CTV bưu điện", "TV", "0847 000 064",
                "muBong@example.vn"],
            10: [5, "Đường Hòn", "Võ Hoàng", "Ba Lá", "X", None, "12.6.1968", "091068000065", "TKP", "TT", 918000065],
            11: [6, "Đường Hòn", "Huỳnh Kim", "Lục Lạc", None, "X", "3.10.2000", "091300000066", "Bí thư ĐTN", "TP", 977000066],
            12: [7, "Đường Hòn", "Trương Văn", "Cá Hú", "X", None, "25.1.1963", None, "NCT", "TV", "0773000067"],
            13: [8, "Đường Hòn", "Ong Mỹ", "Hạt Điều", None, "X", None, None, None, "TV", "0886 000 068"],
            14: [9, "Sư Nam", "Tạ Hữu", "Gõ Kiến", "x", None, 1974, "9.1074E+10", "Bí thư chi bộ - TKP", "TT", "0941 000 069"],
            15: [10, "Sư Nam", "Phạm Ngọc", "Cá Kèo", None, "x", 1989, None, "Hội LHPN", "TP", 985000070],
            16: [11, "Sư Nam", "Châu Thị", "Mai Vàng", None, "x", 1995, None, "Y tế khu phố", "TV", 939000071],
        },
    )
]

ID = "id_number_dropped"
READING = reading(
    COMMUNE,
    None,
    [
        team(
            TAB,
            COMMUNE,
            "KHU_PHO",
            "Tri Tôn",
            person(6, "Nguyễn Thành Ghẹ Xanh", "1970-03-08", "M", LEADER, "Trưởng khu phố", HEAD, "0912000061", ID),
            person(7, "Lê Thị Trinh Nữ", "1993-07-21", "F", DEPUTY, "Chi hội trưởng PN", MASS, "0916000062", ID),
            person(8, "Danh Cu Gáy", "1985-01-30", "M", MEMBER, "Cảnh sát khu vực", STATE, "0903000063"),
            person(9, "Trần Quốc Mú Bông", "1991", None, MEMBER, "CTV bưu điện", TELECOM, "0847000064"),
        ),
        team(
            TAB,
            COMMUNE,
            "KHU_PHO",
            "Đường Hòn",
            person(10, "Võ Hoàng Ba Lá", "1968-06-12", "M", LEADER, "TKP", HEAD, "0918000065", ID),
            person(11, "Huỳnh Kim Lục Lạc", "2000-10-03", "F", DEPUTY, "Bí thư ĐTN", YOUTH, "0977000066", ID),
            person(12, "Trương Văn Cá Hú", "1963-01-25", "M", MEMBER, "NCT", MASS, "0773000067", "phone_maybe_landline"),
            person(13, "Ong Mỹ Hạt Điều", None, "F", MEMBER, None, None, "0886000068"),
        ),
        team(
            TAB,
            COMMUNE,
            "KHU_PHO",
            "Sư Nam",
            person(14, "Tạ Hữu Gõ Kiến", "1974", "M", LEADER, "Bí thư chi bộ - TKP", HEAD, "0941000069", ID),
            person(15, "Phạm Ngọc Cá Kèo", "1989", "F", DEPUTY, "Hội LHPN", MASS, "0985000070"),
            person(16, "Châu Thị Mai Vàng", "1995", "F", MEMBER, "Y tế khu phố", STATE, "0939000071"),
        ),
    ],
    [1, 2, 4, 5],
    "decision_incomplete",
    "columns_not_taken",
)
