"""Commas in windows-1258; one quarter spelled five ways, honorifics, Ông as a family name, ages and lunar years."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.mixed.papers import Text
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

FILE = "b03-phuong-khu-pho.csv"
COMMUNE = "30739"

CONTENT = Text("""
UBND PHƯỜNG VĨNH HIỆP,,,,,
"Danh sách Tổ công nghệ số cộng đồng các khu phố, Quyết định số 09/QĐ-UBND ngày 11/01/2023",,,,,
Khu phố,Vai trò,Họ và tên,Năm sinh,"Chức vụ, nghề nghiệp",Số liên hệ
2,Tổ trưởng,Ông Dương Văn Còng Lửa,1961,"Bí thư chi bộ, Trưởng khu phố",0918 000 541
KP 2,Tổ phó,Chị Lâm Mỹ Hoa Sen Cạn,27 tuổi,Bí thư chi đoàn,O932 000 542
KP2,Thành viên,Anh Trương Quốc Tàu Cá,1988,Nhân viên Viettel,0977000543
Khu phố 2,Thành viên,Bà Hà Thị Trứng Cá,Ất Tỵ,Hội Người cao tuổi,chưa có
KP 02,Thành viên,Ô. Tô Văn Bàng Biển,1973-1975,Hội CCB,0939000544
Khu phố Bờ Kè,Tổ trưởng,Ông Ông Hữu Cá Nâu,1970,Quyền Trưởng khu phố,0907000545
Bờ Kè,Tổ phó,Cô Ngô Thị Rau Răm,1994,Phó bí thư chi đoàn,0856000546
kp bờ kè,Thành viên,Thầy Nguyễn Tấn Sóng Cồn,1982,Giáo viên trường THCS,0912000547
Bờ Kè,nt,C. Phạm Thị Bèo Tai Chuột,1990,Quỹ tín dụng nhân dân,0164 300 0548
KP 11,Tổ trưởng,Ông Kiều Văn Thuyền Nan,1958,Trưởng khu phố,0984000549
KP 11,Tổ phó,Bà Thị Dưa Nước,1986,Chi hội trưởng Phụ nữ,0776 000 550
KP 11,Thành viên,Anh Danh Chà Và,2002,Đoàn viên,Zalo: 0354000551
""", "windows-1258")

READING = reading(COMMUNE, ("09", "QĐ-UBND", "2023-01-11"), [
    team(None, COMMUNE, "KHU_PHO", "2",
        person(4, "Dương Văn Còng Lửa", "1961", "M", LEADER, "Bí thư chi bộ, Trưởng khu phố", HEAD, "0918000541"),
        person(5, "Lâm Mỹ Hoa Sen Cạn", None, "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0932000542", "birth_unreadable"),
        person(6, "Trương Quốc Tàu Cá", "1988", "M", MEMBER, "Nhân viên Viettel", TELECOM, "0977000543"),
        person(7, "Hà Thị Trứng Cá", None, "F", MEMBER, "Hội Người cao tuổi", MASS, None, "birth_unreadable"),
        person(8, "Tô Văn Bàng Biển", None, "M", MEMBER, "Hội CCB", MASS, "0939000544", "birth_unreadable")),
    team(None, COMMUNE, "KHU_PHO", "Bờ Kè",
        person(9, "Ông Hữu Cá Nâu", "1970", "M", LEADER, "Quyền Trưởng khu phố", HEAD, "0907000545"),
        person(10, "Ngô Thị Rau Răm", "1994", "F", DEPUTY, "Phó bí thư chi đoàn", YOUTH, "0856000546"),
        person(11, "Nguyễn Tấn Sóng Cồn", "1982", "M", MEMBER, "Giáo viên trường THCS", STATE, "0912000547"),
        person(12, "Phạm Thị Bèo Tai Chuột", "1990", "F", MEMBER, "Quỹ tín dụng nhân dân", BANK, "0343000548",
               "as_above", "phone_converted")),
    team(None, COMMUNE, "KHU_PHO", "11",
        person(13, "Kiều Văn Thuyền Nan", "1958", "M", LEADER, "Trưởng khu phố", HEAD, "0984000549"),
        person(14, "Thị Dưa Nước", "1986", "F", DEPUTY, "Chi hội trưởng Phụ nữ", MASS, "0776000550",
               "phone_maybe_landline"),
        person(15, "Danh Chà Và", "2002", "M", MEMBER, "Đoàn viên", YOUTH, "0354000551")),
], [1, 2, 3])
