"""A report with much talk before the table; office, home and mobile telephones apart; hamlets written once."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
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

FILE = "d09-bao-cao-kem-danh-sach.xlsx"
TAB = "Báo cáo"
COMMUNE = "31075"

CONTENT = [Sheet(TAB, merged="A5:J5 A6:J6 A7:J7 H10:J10", rows={
    1: ["UBND HUYỆN VĨNH THUẬN", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    2: ["ỦY BAN NHÂN DÂN XÃ VĨNH PHONG", None, None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    3: ["Số: 95/QĐ-UBND", None, None, None, None, "Vĩnh Phong, ngày 21 tháng 7 năm 2022"],
    5: ["Căn cứ Kế hoạch số 118/KH-UBND ngày 13/5/2022 của Ủy ban nhân dân tỉnh;"],
          6: ["Theo đề nghị của công chức Văn hóa - Xã hội, nay thành lập các tổ công nghệ số cộng đồng gồm các ông, bà sau:"],
    7: ["Các tổ có nhiệm vụ tuyên truyền, hướng dẫn người dân sử dụng dịch vụ số."],
    10: ["Ấp", "TT", "Ông (bà)", "NS", "GT", "Chức danh", "Giữ chức vụ trong Tổ", "Điện thoại", None, None],
    11: [None, None, None, None, None, None, None, "Cơ quan", "Nhà riêng", "Di động"],
    12: ["Cạnh Đền Ngoài", 1, "Nguyễn Tấn Cá Rô Mề", 1966, "Nam", "Trưởng ấp", "Tổ trưởng", None, None, "0918000561"],
    13: [None, 2, "Trần Mỹ Mướp Hương", 1995, "Nữ", "Bí thư Chi đoàn", "Tổ phó", None, None, "0966000562"],
    14: [None, 3, "Danh Mo Cau", 1979, "Nam", "Chi hội trưởng Hội CCB", "Tổ viên", None, "02973000563", None],
    15: [None, 4, "Lê Thị Ngò Gai", 1988, "Nữ", "Giáo viên Trường TH", "Tổ viên", None, None, "0939000564"],
    16: ["Ruộng Sạ Hai", 1, "Phạm Văn Máy Suốt", 1970, "Nam", "Bí thư chi bộ kiêm Trưởng ấp", "Tổ trưởng",
        None, None, "0913000565"],
    17: [None, 2, "Võ Ngọc Trái Bần", 2000, "Nữ", "Đoàn xã", "Tổ phó", None, None, "096000566"],
    18: [None, 3, "Ngô Hữu Cần Xé", 1985, "nam", "VNPT Vĩnh Thuận", "Tổ viên", None, None, "0888000567"],
    20: ["Thị Mỹ Cũ", 1, "Đỗ Công Bờ Tre", 1973, "Nam", "Trưởng ấp", "Tổ trưởng", None, None, "0919000568"],
    21: [None, 2, "Hồ Thị Củ Năng", 1998, "Nữ", "ĐVTN", "Tổ phó", None, None, "0127.000.5690"],
    22: [None, 3, "Huỳnh Chí Lá Mít", 1992, "Nam", "Người dân", "Tổ viên", None, None, "-"],
    24: ["Nơi nhận: như trên; lưu VT.", None, None, None, None, None, "TM. ỦY BAN NHÂN DÂN"],
})]

READING = reading(COMMUNE, ("95", "QĐ-UBND", "2022-07-21"), [
    team(TAB, COMMUNE, "AP", "Cạnh Đền Ngoài",
        person(12, "Nguyễn Tấn Cá Rô Mề", "1966", "M", LEADER, "Trưởng ấp", HEAD, "0918000561"),
        person(13, "Trần Mỹ Mướp Hương", "1995", "F", DEPUTY, "Bí thư Chi đoàn", YOUTH, "0966000562"),
        person(14, "Danh Mo Cau", "1979", "M", MEMBER, "Chi hội trưởng Hội CCB", MASS, "02973000563"),
        person(15, "Lê Thị Ngò Gai", "1988", "F", MEMBER, "Giáo viên Trường TH", STATE, "0939000564")),
    team(TAB, COMMUNE, "AP", "Ruộng Sạ Hai",
        person(16, "Phạm Văn Máy Suốt", "1970", "M", LEADER, "Bí thư chi bộ kiêm Trưởng ấp", HEAD, "0913000565"),
        person(17, "Võ Ngọc Trái Bần", "2000", "F", DEPUTY, "Đoàn xã", YOUTH, None, "phone_unreadable"),
        person(18, "Ngô Hữu Cần Xé", "1985", "M", MEMBER, "VNPT Vĩnh Thuận", TELECOM, "0888000567")),
    team(TAB, COMMUNE, "AP", "Thị Mỹ Cũ",
        person(20, "Đỗ Công Bờ Tre", "1973", "M", LEADER, "Trưởng ấp", HEAD, "0919000568"),
        person(21, "Hồ Thị Củ Năng", "1998", "F", DEPUTY, "ĐVTN", YOUTH, "0810005690", "phone_converted"),
        person(22, "Huỳnh Chí Lá Mít", "1992", "M", MEMBER, "Người dân", RESIDENT, None)),
], [1, 2, 3, 5, 6, 7, 10, 11, 24])
