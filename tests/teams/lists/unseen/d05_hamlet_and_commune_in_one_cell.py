"""An island district: hamlet and commune in one cell, the role first, one list sorted by nothing; two decimal telephones."""

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
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "d05-dia-ban-mot-o.xlsx"
TAB = "Sheet1"

CONTENT = [Sheet(TAB, merged="A1:G1", rows={
    1: ["TỔNG HỢP THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG HUYỆN KIÊN HẢI"],
    3: ["STT", "Vai trò", "Họ và tên", "Địa bàn phụ trách", "Năm/ngày sinh", "Đơn vị công tác", "Số di động"],
    4: [1, "Tổ trưởng", "Nguyễn Hải Cá Mú", "Ấp Bãi Nhà Cũ, xã Lại Sơn", "1968", "Trưởng ấp", "0918000481"],
    5: [2, "Tổ trưởng", "Trần Văn Đá Ngầm", "Ấp Hòn Củ Tron Nhỏ, xã An Sơn", "1971", "Trưởng ấp", "0913000482"],
    6: [3, "Tổ phó", "Lê Thị Ốc Hương", "Ấp Bãi Nhà Cũ, xã Lại Sơn", "20/8/1999", "Bí thư chi đoàn", "0966000483"],
    7: [4, "Thành viên", "Phan Quốc Cá Chim", "ấp Bãi Nhà Cũ, xã Lại Sơn", "19/5/80", "Chi hội CCB", "0945000484"],
    8: [5, "Tổ phó", "Danh Hải Âu", "Ấp Hòn Củ Tron Nhỏ, xã An Sơn", "02/9/1997", "Đoàn viên TN", "9.66E+08"],
    9: [6, "Thành viên", "Võ Thị Sứa Lửa", "Ấp Hòn Củ Tron Nhỏ, xã An Sơn", "1986", "Trạm y tế", "0974000486"],
    10: [7, "Tổ trưởng", "Đặng Chí Cá Bống Mú", "Ấp Hòn Ông Cả, xã Nam Du", "1963", "Bí thư, trưởng ấp",
        "0919000487"],
    11: [8, "Thành viên", "Mai Mỹ Rau Câu", "Ấp Bãi Nhà Cũ, xã Lại Sơn", "1990", "Chi hội phụ nữ", "x"],
    12: [9, "Tổ phó", "Ngô Ngọc Lưới Kéo", "Ấp Hòn Ông Cả, xã Nam Du", "1995-12-01", "ĐVTN", "0961000489"],
    13: [10, "Thành viên", "Hồ Tấn Đèn Măng Xông", "Ấp Hòn Ông Cả, xã Nam Du", "45 tuổi",
        "Ban Công tác Mặt trận", "0123 7000 490"],
    14: [11, "Tổ viên", "Cao Thị Cá Nục", "Ấp Bãi Cây Mến, xã Lại Sơn", "1993", "Buôn bán", "0907000491"],
    16: [None, "Tổng cộng: 11 thành viên, 05 tổ"],
})]

READING = reading(None, None, [
    team(TAB, "31111", "AP", "Bãi Nhà Cũ",
        person(4, "Nguyễn Hải Cá Mú", "1968", None, LEADER, "Trưởng ấp", HEAD, "0918000481"),
        person(6, "Lê Thị Ốc Hương", "1999-08-20", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000483"),
        person(7, "Phan Quốc Cá Chim", "1980-05-19", None, MEMBER, "Chi hội CCB", MASS, "0945000484",
            "birth_two_digit_year"),
        person(11, "Mai Mỹ Rau Câu", "1990", None, MEMBER, "Chi hội phụ nữ", MASS, None)),
    team(TAB, "31114", "AP", "Hòn Củ Tron Nhỏ",
        person(5, "Trần Văn Đá Ngầm", "1971", None, LEADER, "Trưởng ấp", HEAD, "0913000482"),
        person(8, "Danh Hải Âu", "1997-09-02", None, DEPUTY, "Đoàn viên TN", YOUTH, None, "phone_unreadable"),
        person(9, "Võ Thị Sứa Lửa", "1986", None, MEMBER, "Trạm y tế", STATE, "0974000486")),
    team(TAB, "31115", "AP", "Hòn Ông Cả",
        person(10, "Đặng Chí Cá Bống Mú", "1963", None, LEADER, "Bí thư, trưởng ấp", HEAD, "0919000487"),
        person(12, "Ngô Ngọc Lưới Kéo", "1995-12-01", None, DEPUTY, "ĐVTN", YOUTH, "0961000489"),
        person(13, "Hồ Tấn Đèn Măng Xông", None, None, MEMBER, "Ban Công tác Mặt trận", MASS, "0837000490",
            "birth_unreadable", "phone_converted")),
    team(TAB, "31111", "AP", "Bãi Cây Mến",
        person(14, "Cao Thị Cá Nục", "1993", None, MEMBER, "Buôn bán", RESIDENT, "0907000491")),
], [1, 3, 16], "several_communes", "stated_total_differs")
