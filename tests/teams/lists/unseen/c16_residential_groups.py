"""Commas without a mark of the encoding; residential groups as blocks with the header again, one block all in capitals."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
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

FILE = "c16-to-dan-pho.csv"
COMMUNE = "31078"

CONTENT = Text("""
"UBND PHƯỜNG DƯƠNG ĐÔNG",,,,,
"Danh sách kèm theo Quyết định số 411/QĐ-UBND ngày 28/10/2022",,,,,
"TỔ CNSCĐ TỔ DÂN PHỐ 5 (06 người)",,,,,
Họ & tên,NS,Phái,Nơi làm việc,Chức danh trong tổ,Số máy
Nguyễn Quốc Cá Bò Hòm,1970,Nam,Chi hội trưởng Hội Nông dân,Tổ trưởng,0918000301
Trần Thị Hoa Tràm,1996,Nữ,Đoàn phường,Tổ phó,0966000302
Lê Hữu Ruốc Biển,1982,Nam,Hội CCB,Thành viên,"0945000303, 0788000304"
Phạm Mỹ Sim Rừng,1990,Nữ,nt,Thành viên,0974000305
"Võ Tấn Buồm Trắng (Út Buồm)",1987,Nam,Giáo viên,Thành viên,0907000306
(MobiFone cử),,,MobiFone,Thành viên,
"TỔ CNSCĐ TỔ DÂN PHỐ BẾN NHÀ BÈ (05 người)",,,,,
Họ & tên,NS,Phái,Nơi làm việc,Chức danh trong tổ,Số máy
ĐỖ NGỌC CÁ BỚP BIỂN,1966,NỮ,BÍ THƯ CHI BỘ,TỔ TRƯỞNG,0913000307
HỒ CHÍ MÁI CHÈO GỖ,22/9/2001,NAM,ĐVTN,TỔ PHÓ,0961000308
HUỲNH THỊ NẤM TRÀM,1/1978,NỮ,HỘI LHPN,THÀNH VIÊN,O939000309
MAI CÔNG CÁ THIỀU,1959,NAM,HỘI NCT,THÀNH VIÊN,x
TÔ QUỐC CÂY KÈ,19790,NAM,CÔNG AN PHƯỜNG,THÀNH VIÊN,0903000310
Tổng cộng: 02 tổ,,,,,
""", newline="\n")

CASE = "name_case"
READING = reading(COMMUNE, ("411", "QĐ-UBND", "2022-10-28"), [
    team(None, COMMUNE, "TO_DAN_PHO", "5",
        person(5, "Nguyễn Quốc Cá Bò Hòm", "1970", "M", LEADER, "Chi hội trưởng Hội Nông dân", MASS, "0918000301"),
        person(6, "Trần Thị Hoa Tràm", "1996", "F", DEPUTY, "Đoàn phường", YOUTH, "0966000302"),
        person(7, "Lê Hữu Ruốc Biển", "1982", "M", MEMBER, "Hội CCB", MASS, "0945000303", "two_phones"),
        person(8, "Phạm Mỹ Sim Rừng", "1990", "F", MEMBER, "Hội CCB", MASS, "0974000305", "as_above"),
        person(9, "Võ Tấn Buồm Trắng", "1987", "M", MEMBER, "Giáo viên", STATE, "0907000306", "name_remark"),
        person(10, None, None, None, MEMBER, "MobiFone", TELECOM, None, "name_placeholder"),
        stated=6, flags=("stated_count_differs",)),
    team(None, COMMUNE, "TO_DAN_PHO", "BẾN NHÀ BÈ",
        person(13, "ĐỖ NGỌC CÁ BỚP BIỂN", "1966", "F", LEADER, "BÍ THƯ CHI BỘ", STATE, "0913000307", CASE),
        person(14, "HỒ CHÍ MÁI CHÈO GỖ", "2001-09-22", "M", DEPUTY, "ĐVTN", YOUTH, "0961000308", CASE),
        person(15, "HUỲNH THỊ NẤM TRÀM", "1978-01", "F", MEMBER, "HỘI LHPN", MASS, "0939000309", CASE),
        person(16, "MAI CÔNG CÁ THIỀU", "1959", "M", MEMBER, "HỘI NCT", MASS, None, CASE),
        person(17, "TÔ QUỐC CÂY KÈ", None, "M", MEMBER, "CÔNG AN PHƯỜNG", STATE, "0903000310", CASE, "birth_unreadable"),
        stated=5),
], [1, 2, 3, 4, 11, 12, 18])
