"""Commas from another system: field names without diacritics and with underscores, days with the year in front, codes."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
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

FILE = "d16-xuat-he-thong.csv"
COMMUNE = "30841"

CONTENT = Text("""
ho_ten,gioi_tinh,ngay_sinh,ten_xa,ten_ap,vai_tro,chuc_vu,dien_thoai,email,nguoi_nhap
TRẦN VĂN NÚI TRÂU,NAM,1967-02-11,Xã Thổ Sơn,Ấp Hòn Me Dưới,TO TRUONG,Trưởng ấp,+84918000701,,admin01
LÊ THỊ BÔNG GÒN,NỮ,1999-07-30,Xã Thổ Sơn,Ấp Hòn Me Dưới,TO PHO,Bí thư chi đoàn,+84966000702,gon@mail.vn,admin01
DANH CỒNG CHIÊNG,NAM,1981-13-20,Xã Thổ Sơn,Ấp Hòn Me Dưới,THANH VIEN,Hội CCB,+84945000703,,admin01
PHẠM HỮU ĐÁ TẢNG,NAM,1972-12-05,Xã Thổ Sơn,Ấp Bến Đá Mới,TO TRUONG,Trưởng ấp,+84913000704,,admin02
VÕ THỊ LÁ GIANG,NỮ,1990,Xã Thổ Sơn,Ấp Bến Đá Mới,TO PHO,Giáo viên,+8497400070,,admin02
NGÔ CÔNG GHE LƯỜN,NAM,1985-05-16,Xã Thổ Sơn,Ấp Bến Đá Mới,THANH VIEN,,+84903000706,,admin02
ĐỖ MỸ HOA MÀO GÀ,NỮ,1988-09-09,Xã Thổ Sơn,Ấp Vạn Chài Cũ,TO TRUONG,Chi hội trưởng Phụ nữ,+84939000707,mg@mail.vn,admin02
MAI CHÍ BÃI TRÀM,NAM,2001-03-08,Xã Thổ Sơn,Ấp Vạn Chài Cũ,TO PHO,Đoàn viên thanh niên,+84113400708,,admin02
""", newline="\n")

CASE = "name_case"
READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "Hòn Me Dưới",
        person(2, "TRẦN VĂN NÚI TRÂU", "1967-02-11", "M", LEADER, "Trưởng ấp", HEAD, "0918000701", CASE),
        person(3, "LÊ THỊ BÔNG GÒN", "1999-07-30", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000702", CASE),
        person(4, "DANH CỒNG CHIÊNG", None, "M", MEMBER, "Hội CCB", MASS, "0945000703", CASE, "birth_unreadable")),
    team(None, COMMUNE, "AP", "Bến Đá Mới",
        person(5, "PHẠM HỮU ĐÁ TẢNG", "1972-12-05", "M", LEADER, "Trưởng ấp", HEAD, "0913000704", CASE),
        person(6, "VÕ THỊ LÁ GIANG", "1990", "F", DEPUTY, "Giáo viên", STATE, None, CASE, "phone_unreadable"),
        person(7, "NGÔ CÔNG GHE LƯỜN", "1985-05-16", "M", MEMBER, None, None, "0903000706", CASE)),
    team(None, COMMUNE, "AP", "Vạn Chài Cũ",
        person(8, "ĐỖ MỸ HOA MÀO GÀ", "1988-09-09", "F", LEADER, "Chi hội trưởng Phụ nữ", MASS, "0939000707", CASE),
        person(9, "MAI CHÍ BÃI TRÀM", "2001-03-08", "M", DEPUTY, "Đoàn viên thanh niên", YOUTH, None, CASE,
            "phone_unreadable")),
], [1], "columns_not_taken")
