"""Teams by number with the area beside it, family and given name apart, "Phân công" for the role, remarks that mean nothing."""

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

FILE = "c06-to-so.xlsx"
TAB = "DS nhân sự"
COMMUNE = "30952"

CONTENT = [Sheet(TAB, merged="A1:J1 A2:J2", rows={
    1: ["DANH SÁCH NHÂN SỰ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THỊ TRẤN GÒ QUAO"],
    2: ["(Quyết định số 214/QĐ-UBND ngày 19.10.2022 của UBND thị trấn)"],
    4: ["Tổ số", "Địa bàn phụ trách", "TT", "Họ và tên đệm", "Tên", "Năm/ngày sinh", "Đơn vị công tác", "Phân công",
        "SĐT liên hệ", "Ghi chú"],
    5: [1, "Khu phố Phước Bờ Sông", 1, "Trần Văn", "Cá Leo", "1964", "Trưởng khu phố", "Tổ trưởng", "0918 000 101", None],
    6: [None, None, 2, "Lê Thị", "Hoa Giấy", "14/02/1998", "Phó bí thư chi đoàn", "Tổ phó", "0966 000 102", "đang đi học"],
    7: [None, None, 3, "Danh", "Ngọc Trâu", "1977", "Hội CCB", "Tổ viên", "0945 000 103", None],
    8: [None, None, 4, "Phạm Mỹ", "Lá Quế", "1989", "Hội PN", "Tổ viên", "0974 000 104", "dùng Zalo"],
    9: [2, "KP. Phước Cầu Ván", 1, "Võ Thành", "Cá Nâu", "1970", "Bí thư chi bộ, Trưởng KP", "Tổ trưởng", "0913 000 105", None],
    10: [None, None, 2, "Ngô Minh", "Cây Bàng", "25/12/2000", "Đoàn viên TN", "Tổ phó", "0773 000 106", None],
    11: [None, None, 3, "Huỳnh Thị", "Rau Mác", "Canh Thân", "Nội trợ", "Tổ viên", "0939 000 107", None],
    12: [None, None, 4, "Đỗ Công", "Ghe Lồng", "1986", "Công an thị trấn", "Tổ viên", "0903 000 108", None],
    13: [None, None, 5, None, "(Viettel cử sau)", None, "Viettel", "Tổ viên", None, None],
    14: [3, "khu phố 3", 1, "Hồ Quốc", "Sóng Lừng", "1968", "Trưởng khu phố", "Tổ trưởng", "0919 000 109", None],
    15: [None, None, 2, "Mai Ngọc", "Trâm Ổi", "7/1995", "Giáo viên", "Tổ phó", "0166 8000 110", None],
    16: [None, None, 3, "Kim", "Sa Rây", "1983", "Hội ND", "Tổ trưởng?", "0947 000 111", None],
    17: [None, "Cộng: 03 tổ, 12 người"],
    19: [None, None, None, None, None, None, None, "NGƯỜI LẬP"],
    20: [None, None, None, None, None, None, None, "Công chức VH-XH"],
})]

READING = reading(COMMUNE, ("214", "QĐ-UBND", "2022-10-19"), [
    team(TAB, COMMUNE, "KHU_PHO", "Phước Bờ Sông",
        person(5, "Trần Văn Cá Leo", "1964", None, LEADER, "Trưởng khu phố", HEAD, "0918000101"),
        person(6, "Lê Thị Hoa Giấy", "1998-02-14", None, DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0966000102"),
        person(7, "Danh Ngọc Trâu", "1977", None, MEMBER, "Hội CCB", MASS, "0945000103"),
        person(8, "Phạm Mỹ Lá Quế", "1989", None, MEMBER, "Hội PN", MASS, "0974000104")),
    team(TAB, COMMUNE, "KHU_PHO", "Phước Cầu Ván",
        person(9, "Võ Thành Cá Nâu", "1970", None, LEADER, "Bí thư chi bộ, Trưởng KP", HEAD, "0913000105"),
        person(10, "Ngô Minh Cây Bàng", "2000-12-25", None, DEPUTY, "Đoàn viên TN", YOUTH, "0773000106", "phone_maybe_landline"),
        person(11, "Huỳnh Thị Rau Mác", None, None, MEMBER, "Nội trợ", RESIDENT, "0939000107", "birth_unreadable"),
        person(12, "Đỗ Công Ghe Lồng", "1986", None, MEMBER, "Công an thị trấn", STATE, "0903000108"),
        person(13, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
    team(TAB, COMMUNE, "KHU_PHO", "3",
        person(14, "Hồ Quốc Sóng Lừng", "1968", None, LEADER, "Trưởng khu phố", HEAD, "0919000109"),
        person(15, "Mai Ngọc Trâm Ổi", "1995-07", None, DEPUTY, "Giáo viên", STATE, "0368000110", "phone_converted"),
        person(16, "Kim Sa Rây", "1983", None, None, "Hội ND", MASS, "0947000111", "role_unclear")),
], [1, 2, 4, 17, 19, 20], "stated_total_differs")
