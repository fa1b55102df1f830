"""Taken out of another system: names of fields over the labels, the sex as a code, dates with the year in front."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "c05-xuat-tu-phan-mem.xlsx"
TAB = "export_20230215"
COMMUNE = "30934"

CONTENT = [Sheet(TAB, rows={
    1: ["STT", "TEN_XA", "TEN_AP", "HO_TEN", "NGAY_SINH", "GIOI_TINH", "SO_CCCD", "CHUC_VU", "VAI_TRO", "DIEN_THOAI", "NGAY_TAO"],
    2: ["Số thứ tự", "Xã", "Ấp", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chức vụ", "Vai trò trong tổ", "Điện thoại",
        "Thời điểm tạo"],
    3: ["1", "Xã Hòa Hưng", "Ấp Thạnh Bờ Đê", "Nguyễn Văn Cá Chốt Giấy", "1966-05-21", "1", "091066000981", "Trưởng ấp",
        "Tổ trưởng",
        "0918000981", "2023-02-15 08:01:12"],
    4: ["2", "Xã Hòa Hưng", "Ấp Thạnh Bờ Đê", "Trần Thị Hoa Thị", "1996-10-03", "0", "091196000982", "Bí thư chi đoàn", "Tổ phó",
        "0966000982", "2023-02-15 08:02:40"],
    5: ["3", "Xã Hòa Hưng", "Ấp Thạnh Bờ Đê", "Danh Trái Nhàu", "1979-02-29", "1", "", "Hội Nông dân", "Thành viên",
        "0945000983", "2023-02-15 08:03:05"],
    6: ["4", "Xã Hòa Hưng", "Ấp Thạnh Bờ Đê", "DANH TRÁI NHÀU", "1979-01-29", "1", "091079000983", "Hội Nông dân", "Thành viên",
        "0945000983", "2023-02-15 08:09:59"],
    7: ["5", "Xã Hòa Hưng", "Ấp Kinh Đứng Trâu", "Lê Hữu Cá Chình", "1971", "1", "091071000984", "Trưởng ấp", "Tổ trưởng",
        "+84913000984", "2023-02-15 09:10:00"],
    8: ["6", "Xã Hòa Hưng", "Ấp Kinh Đứng Trâu", "Phạm Ngọc Bèo Tai Chuột", "1929-07-07", "0", "", "Hội Người cao tuổi", "Tổ phó",
        "0939000985", "2023-02-15 09:11:31"],
    9: ["7", "Xã Hòa Hưng", "Ấp Kinh Đứng Trâu", "Võ Thành Chim Vịt", "2001-12-30", "", "091201000986", "Đoàn viên thanh niên",
        "Thành viên",
        "0961000986", "2023-02-15 09:12:44"],
    10: ["8", "Xã Hòa Hưng", "Ấp Kinh Đứng Trâu", "12345", "1990-01-01", "0", "", "Hội Phụ nữ", "Thành viên",
        "0974000987", "2023-02-15 09:14:02"],
    11: ["9", "Xã Hòa Hưng", "Ấp Kinh Đứng Trâu", "Hồ Thị Mắm Lóc", "1988-03-18", "Nữ", "091188000988", "Trạm y tế", "",
        "0903000988", "2023-02-15 09:15:27"],
})]

READING = reading(COMMUNE, None, [
    team(TAB, COMMUNE, "AP", "Thạnh Bờ Đê",
        person(3, "Nguyễn Văn Cá Chốt Giấy", "1966-05-21", None, LEADER, "Trưởng ấp", HEAD, "0918000981",
            "gender_unclear", "id_number_dropped"),
        person(4, "Trần Thị Hoa Thị", "1996-10-03", None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000982",
            "gender_unclear", "id_number_dropped"),
        person(5, "Danh Trái Nhàu", None, None, MEMBER, "Hội Nông dân", MASS, "0945000983",
            "birth_unreadable", "gender_unclear"),
        person(6, "DANH TRÁI NHÀU", "1979-01-29", None, MEMBER, "Hội Nông dân", MASS, "0945000983",
            "name_case", "gender_unclear", "id_number_dropped", "duplicate_of:5")),
    team(TAB, COMMUNE, "AP", "Kinh Đứng Trâu",
        person(7, "Lê Hữu Cá Chình", "1971", None, LEADER, "Trưởng ấp", HEAD, "0913000984",
            "gender_unclear", "id_number_dropped"),
        person(8, "Phạm Ngọc Bèo Tai Chuột", None, None, DEPUTY, "Hội Người cao tuổi", MASS, "0939000985",
            "birth_implausible", "gender_unclear"),
        person(9, "Võ Thành Chim Vịt", "2001-12-30", None, MEMBER, "Đoàn viên thanh niên", YOUTH, "0961000986",
            "id_number_dropped"),
        person(10, None, "1990-01-01", None, MEMBER, "Hội Phụ nữ", MASS, "0974000987",
            "name_unreadable", "gender_unclear"),
        person(11, "Hồ Thị Mắm Lóc", "1988-03-18", "F", None, "Trạm y tế", STATE, "0903000988",
            "role_unclear", "id_number_dropped")),
], [1, 2])
