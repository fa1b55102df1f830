"""Hamlets in merged cells and with ditto marks, a subtotal after each, a merged role, a hidden column of ID numbers."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a07-ap-gop-o.xlsx"
TAB = "Phi Thông"
COMMUNE = "30763"

SHEETS = [
    Sheet(
        TAB,
        merged="A1:I1 A4:A8 A10:A13 H6:H8",
        hidden_columns=("E",),
        rows={
            1: ["BẢNG TỔNG HỢP NHÂN SỰ TỔ CNSCĐ XÃ PHI THÔNG, THÀNH PHỐ RẠCH GIÁ"],
            3: ["Ấp", "Stt", "Họ tên", "Nam/nữ", "CMND/CCCD", "Năm sinh", "Đơn vị công tác, chức vụ", "Vai trò", "Số ĐT"],
            4: ["Ấp Sóc Cung", 1, "Danh Bàng Biển", "Nam", "091068000121", 1968, "Trưởng ấp", "Tổ trưởng", 913000121],
            5: [None, 2, "Trần Thị Hoa Súng", "Nữ", None, 1997, "Bí thư Chi đoàn", "Tổ phó", 964000122],
            6: [None, 3, "Lê Hồng Cá Lăng", "Nam", "091080000123", 1980, "Chi hội trưởng Hội Nông dân", "Thành viên",
                919000123],
            7: [None, 4, "Thị Bông Gòn", "Nữ", None, 1989, "Chi hội phó Phụ nữ", None, 975000124],
            8: [None, 5, "Nguyễn Văn Chèo Đôi", "Nam", None, 1955, "Cựu chiến binh", None, '"'],
            9: [None, None, "Cộng: 05 người"],
            10: ["Ấp Tà Keo Vàm", 1, "Đặng Hùng Cá Vồ", "Nam", "091071000126", 1971, "Bí thư CB, trưởng ấp", "Tổ trưởng",
                918000126],
            11: [None, 2, "Mai Thị Cải Trời", "Nữ", "091192000127", 1992, "Phó bí thư chi đoàn", "Tổ phó", 367000127],
            12: [None, 3, "Phạm Thành Cá Linh Rìa", "Nam", None, 1978, "Tổ trưởng Tổ NDTQ số 2", "Thành viên", 943000128],
            13: [None, 4, "Hứa Thị Bông Trang", "Nữ", None, 1984, "Bưu điện", "Thành viên", "02973 000 129"],
            14: [None, None, "Cộng: 05 người"],
            15: ["Ấp Cái Nứa", 1, "Tăng Văn Sâm Cầm", "Nam", None, 1966, "Trưởng ấp", "Tổ trưởng", 907000130],
            16: ['"', 2, "Ngô Ngọc Đậu Bắp", "Nữ", None, 2000, "ĐVTN", "Tổ phó", 966000131],
            17: ['"', 3, "Võ Quốc Dầm Gỗ", "Nam", None, 1973, "Công an viên", "Thành viên", 932000132],
            18: ['"', 4, "Lý Thị Ổi Ruột Hồng", "Nữ", None, 1988, "Ngân hàng CSXH", "Thành viên", 987000133],
            19: [None, None, "Cộng: 04 người"],
            20: [None, None, "TỔNG CỘNG: 13 người"],
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
            "AP",
            "Sóc Cung",
            person(4, "Danh Bàng Biển", "1968", "M", LEADER, "Trưởng ấp", HEAD, "0913000121", ID),
            person(5, "Trần Thị Hoa Súng", "1997", "F", DEPUTY, "Bí thư Chi đoàn", YOUTH, "0964000122"),
            person(6, "Lê Hồng Cá Lăng", "1980", "M", MEMBER, "Chi hội trưởng Hội Nông dân", MASS, "0919000123", ID),
            person(7, "Thị Bông Gòn", "1989", "F", MEMBER, "Chi hội phó Phụ nữ", MASS, "0975000124"),
            person(8, "Nguyễn Văn Chèo Đôi", "1955", "M", MEMBER, "Cựu chiến binh", MASS, None, "phone_unreadable"),
            stated=5,
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Tà Keo Vàm",
            person(10, "Đặng Hùng Cá Vồ", "1971", "M", LEADER, "Bí thư CB, trưởng ấp", HEAD, "0918000126", ID),
            person(11, "Mai Thị Cải Trời", "1992", "F", DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0367000127", ID),
            person(12, "Phạm Thành Cá Linh Rìa", "1978", "M", MEMBER, "Tổ trưởng Tổ NDTQ số 2", OTHER, "0943000128"),
            person(13, "Hứa Thị Bông Trang", "1984", "F", MEMBER, "Bưu điện", TELECOM, "02973000129"),
            stated=5,
            flags=("stated_count_differs",),
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Cái Nứa",
            person(15, "Tăng Văn Sâm Cầm", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0907000130"),
            person(16, "Ngô Ngọc Đậu Bắp", "2000", "F", DEPUTY, "ĐVTN", YOUTH, "0966000131"),
            person(17, "Võ Quốc Dầm Gỗ", "1973", "M", MEMBER, "Công an viên", STATE, "0932000132"),
            person(18, "Lý Thị Ổi Ruột Hồng", "1988", "F", MEMBER, "Ngân hàng CSXH", BANK, "0987000133"),
            stated=4,
        ),
    ],
    [1, 3, 9, 14, 19, 20],
    "hidden_columns",
)
