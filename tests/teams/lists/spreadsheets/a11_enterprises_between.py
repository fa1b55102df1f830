"""Teams of a cooperative and a company between those of the quarters; one quarter announced without a single member."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    ENTERPRISE,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a11-doanh-nghiep-xen-giua.xlsx"
TAB = "DS"
COMMUNE = "31081"

SHEETS = [Sheet(TAB, merged="A1:G1 A2:G2 A5:G5 A10:G10 A14:G14 A15:G15 A19:G19", rows={
    1: ["PHƯỜNG AN THỚI, THÀNH PHỐ PHÚ QUỐC"],
    2: ["Danh sách Tổ công nghệ số cộng đồng khu phố, doanh nghiệp, hợp tác xã"],
    4: ["TT", "Họ tên thành viên", "Nam", "Nữ", "Năm sinh", "Chức vụ / Nhiệm vụ trong tổ", "Liên hệ"],
    5: ["I. TỔ CNSCĐ KHU PHỐ 3 (04 người)"],
    6: [1, "Nguyễn Hải Cá Bớp Đen", "x", None, 1970, "Trưởng khu phố - Tổ trưởng", "ĐT: 0918 000 201"],
    7: [2, "Trần Thị Dừa Xiêm", None, "x", 1999, "Bí thư chi đoàn - Tổ phó", "ĐT: 0965 000 202"],
    8: [3, "Lê Tấn Cá Mao Ếch", "x", None, "45 tuổi", "Chi hội trưởng Nông dân - Thành viên", "ĐT: 0907 000 203"],
    9: [4, "Phạm Thị Sò Lông", None, "x", 1986, "Buôn bán - Thành viên", "ĐT: 0933 000 204"],
    10: ["II. TỔ CNSCĐ HỢP TÁC XÃ NUÔI CÁ BÈ HÒN LƯỚI (03 người)"],
    11: [1, "Đặng Văn Bè Gỗ", "x", None, 1974, "Giám đốc - Tổ trưởng", "ĐT: 0913 000 205"],
    12: [2, "Huỳnh Thị Rong Mơ", None, "x", 1991, "Kế toán - Tổ phó", "ĐT: 0976 000 206"],
    13: [3, "Danh Cá Bè Trang", "x", None, 1988, "Thủ kho - Thành viên", "ĐT: 0945 000 207"],
    14: ["III. TỔ CNSCĐ KHU PHỐ 7"],
    15: ["IV. TỔ CNSCĐ CÔNG TY CỔ PHẦN NƯỚC ĐÁ BÃI SẠN (03 người)"],
    16: [1, "Võ Minh Thùng Phuy", "x", None, 1979, "Phó Giám đốc - Tổ trưởng", "ĐT: 0919 000 208"],
    17: [2, "Cao Ngọc Lá Dứa", None, "x", 1995, "Nhân viên văn phòng - Tổ phó", "ĐT: 0968 000 209"],
    18: [3, "Mai Quốc Neo Đậu", "x", None, 1983, "Chủ tịch Công đoàn - Thành viên", "ĐT: 0988 000 210"],
    19: ["V. TỔ CNSCĐ KHU PHỐ 8 (04 người)"],
    20: [1, "Thái Văn Cá Ngừ", "x", None, 1963, "Trưởng khu phố - Tổ trưởng", "ĐT: 0917 000 211"],
    21: [2, "Lương Thị Hoa Giấy", None, "x", 2002, "Đoàn viên TN - Tổ phó", "ĐT: 0971 000 212"],
    22: [3, "Hà Công Dây Neo", "x", None, 1982, "Cảnh sát khu vực - Thành viên", "ĐT: 0903 000 213"],
    23: [None, "Tổng cộng: 5 tổ, 13 người"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "KHU_PHO", "3",
        person(6, "Nguyễn Hải Cá Bớp Đen", "1970", "M", LEADER, "Trưởng khu phố", HEAD, "0918000201"),
        person(7, "Trần Thị Dừa Xiêm", "1999", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0965000202"),
        person(8, "Lê Tấn Cá Mao Ếch", None, "M", MEMBER, "Chi hội trưởng Nông dân", MASS, "0907000203", "birth_unreadable"),
        person(9, "Phạm Thị Sò Lông", "1986", "F", MEMBER, "Buôn bán", RESIDENT, "0933000204"),
        stated=4),
    team(TAB, COMMUNE, "enterprise", "HỢP TÁC XÃ NUÔI CÁ BÈ HÒN LƯỚI",
        person(11, "Đặng Văn Bè Gỗ", "1974", "M", LEADER, "Giám đốc", ENTERPRISE, "0913000205"),
        person(12, "Huỳnh Thị Rong Mơ", "1991", "F", DEPUTY, "Kế toán", ENTERPRISE, "0976000206"),
        person(13, "Danh Cá Bè Trang", "1988", "M", MEMBER, "Thủ kho", ENTERPRISE, "0945000207"),
        stated=3),
    team(TAB, COMMUNE, "KHU_PHO", "7", flags=("no_members",)),
    team(TAB, COMMUNE, "enterprise", "CÔNG TY CỔ PHẦN NƯỚC ĐÁ BÃI SẠN",
        person(16, "Võ Minh Thùng Phuy", "1979", "M", LEADER, "Phó Giám đốc", ENTERPRISE, "0919000208"),
        person(17, "Cao Ngọc Lá Dứa", "1995", "F", DEPUTY, "Nhân viên văn phòng", ENTERPRISE, "0968000209"),
        person(18, "Mai Quốc Neo Đậu", "1983", "M", MEMBER, "Chủ tịch Công đoàn", MASS, "0988000210"),
        stated=3),
    team(TAB, COMMUNE, "KHU_PHO", "8",
        person(20, "Thái Văn Cá Ngừ", "1963", "M", LEADER, "Trưởng khu phố", HEAD, "0917000211"),
        person(21, "Lương Thị Hoa Giấy", "2002", "F", DEPUTY, "Đoàn viên TN", YOUTH, "0971000212"),
        person(22, "Hà Công Dây Neo", "1982", "M", MEMBER, "Cảnh sát khu vực", STATE, "0903000213"),
        stated=4, flags=("stated_count_differs",)),
], [1, 2, 4, 5, 10, 14, 15, 19, 23])
