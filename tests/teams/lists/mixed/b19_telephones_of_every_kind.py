"""Telephones of every kind in two columns, dates in two orders, personal ID numbers that may not be kept."""

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

FILE = "b19-dien-thoai-du-kieu.xlsx"
TAB = "Trang tính1"
COMMUNE = "31006"

CONTENT = [Sheet(TAB, merged="A1:H1 B2:H2", rows={
    1: ["XÃ ĐÔNG THÁI: THỐNG KÊ NHÂN SỰ TỔ CNSCĐ"],
    2: [None, "Quyết định thành lập: 48/QĐ-UBND ngày 25/7/2022"],
    4: ["Ấp", "Họ & tên", "Ngày sinh", "Số CCCD", "Chức vụ", "Vai trò", "ĐT di động", "ĐT bàn"],
    5: ["Kinh Làng Mới", "Trần Văn Cá Duồng", "13/02/1970", "091070000881", "Trưởng ấp", "Tổ trưởng", "9.18E+08"],
    6: ["Kinh Làng Mới", "Lê Thị Cỏ Ống", "02/25/1996", None, "BTCĐ", "Tổ phó", "+84 (0) 966 000 882"],
    7: ["Kinh Làng Mới", "Danh Chim Bói Cá", "4/5/1983", "9.1083E+10", "Hội Nông dân", "Thành viên", 1683000883],
    8: ["Kinh Làng Mới", "Phạm Mỹ Cây Xộp", "1990", None, "Hội Phụ nữ", "Thành viên", "O945000884"],
    9: ["Kinh Làng Mới", "Nguyễn Hữu Rập Cua", "9/1987", None, "VNPT", "Thành viên", "0888000885", "02973000886"],
    10: ["Xẻo Đước Ba", "Võ Tấn Cá Lẹp", "30/4/1965", None, "Bí thư chi bộ, Trưởng ấp", "Tổ trưởng", "９１３０００８８７"],
    11: ["Xẻo Đước Ba", "Huỳnh Thị Rau Muống Đỏ", "12/31/1999", None, "ĐVTN", "Tổ phó", "0191 000 888"],
    12: ["Xẻo Đước Ba", "Hồ Chí Cù Lần", "1/1/1958", "370100889", "CCB", "Thành viên", "0776000889"],
    13: ["Xẻo Đước Ba", "Đỗ Thị Cá Sửu", "1992", None, "Trạm y tế", "Thành viên", None, "2973000890"],
    14: ["Xẻo Đước Ba", "Mai Quốc Xà Beng", "2000", None, "Agribank", "Thành viên", "84 902 000 891; 0362 000 892"],
    15: ["Xẻo Đước Ba", "Kim Ngọc Đèn Cầy", "1979", None, "Hộ dân", "Thành viên", "gọi qua anh Xà Beng"],
})]

READING = reading(COMMUNE, ("48", "QĐ-UBND", "2022-07-25"), [
    team(TAB, COMMUNE, "AP", "Kinh Làng Mới",
        person(5, "Trần Văn Cá Duồng", "1970-02-13", None, LEADER, "Trưởng ấp", HEAD, None,
               "phone_unreadable", "id_number_dropped"),
        person(6, "Lê Thị Cỏ Ống", "1996-02-25", None, DEPUTY, "BTCĐ", YOUTH, "0966000882"),
        person(7, "Danh Chim Bói Cá", None, None, MEMBER, "Hội Nông dân", MASS, "0383000883",
               "birth_ambiguous", "phone_converted", "id_number_dropped"),
        person(8, "Phạm Mỹ Cây Xộp", "1990", None, MEMBER, "Hội Phụ nữ", MASS, "0945000884"),
        person(9, "Nguyễn Hữu Rập Cua", "1987-09", None, MEMBER, "VNPT", TELECOM, "0888000885")),
    team(TAB, COMMUNE, "AP", "Xẻo Đước Ba",
        person(10, "Võ Tấn Cá Lẹp", "1965-04-30", None, LEADER, "Bí thư chi bộ, Trưởng ấp", HEAD, "0913000887"),
        person(11, "Huỳnh Thị Rau Muống Đỏ", "1999-12-31", None, DEPUTY, "ĐVTN", YOUTH, None, "phone_unreadable"),
        person(12, "Hồ Chí Cù Lần", "1958-01-01", None, MEMBER, "CCB", MASS, "0776000889",
               "phone_maybe_landline", "id_number_dropped"),
        person(13, "Đỗ Thị Cá Sửu", "1992", None, MEMBER, "Trạm y tế", STATE, "02973000890"),
        person(14, "Mai Quốc Xà Beng", "2000", None, MEMBER, "Agribank", BANK, "0902000891", "two_phones"),
        person(15, "Kim Ngọc Đèn Cầy", "1979", None, MEMBER, "Hộ dân", RESIDENT, None, "phone_unreadable")),
], [1, 2, 4], "mixed_date_order")
