"""An export in semicolons: codes, two communes with like names, family and given name apart, mail."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    ENTERPRISE,
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

FILE = "e09-xuat-hai-xa.csv"
A, B = "30973", "30976"

CONTENT = Text("""
MaHS;Đơn vị;Tổ;Họ đệm;Tên;Phái;NTNS;Chức danh trong tổ;Nghề nghiệp/Chức vụ;Di động;Thư điện tử
HS001;Xã Vĩnh Phước A;Tổ CNSCĐ ấp Phước Lá;Trần Văn;Mây;Nam;12/03/1968;Tổ trưởng;Trưởng ấp;'0918000731;
HS002;Xã Vĩnh Phước A;Tổ CNSCĐ ấp Phước Lá;Lê Thị Hoa;Cau;Nữ;1997;Tổ phó;Bí thư chi đoàn;'0966000732;cau@mail.vn
HS003;Xã Vĩnh Phước A;Tổ CNSCĐ ấp Phước Lá;Danh;Lưỡi Hái;Nam;08/1981;Tổ viên;Hội Nông dân;9.45E+08;
HS004;Xã Vĩnh Phước A;Tổ CNSCĐ ấp Cần Giuộc Lở;Phạm Hữu;Rạch;Nam;1965;Tổ trưởng;Bí thư chi bộ, Trưởng ấp;'0913000734;
HS005;Xã Vĩnh Phước A;Tổ CNSCĐ ấp Cần Giuộc Lở;Võ Thị;Bắp;Nữ;31/6/1990;Tổ phó;Giáo viên;'0939000735;bap@mail.vn
HS006;Xã Vĩnh Phước B;Tổ CNSCĐ ấp Phước Lá;Huỳnh Công;Ba Ba;Nam;1972;Tổ trưởng;Trưởng ấp;'0919000736;
HS007;Xã Vĩnh Phước B;Tổ CNSCĐ ấp Phước Lá;Ngô Ngọc;Dâu;Nữ;25/11/2000;Tổ phó;Đoàn viên thanh niên;'01684000737;
HS008;Xã Vĩnh Phước B;Tổ CNSCĐ ấp Phước Lá;Mai Chí;Đàn Kìm;Nam;1958;;Hội CCB;'0297300738;
HS009;Xã Vĩnh Phước B;Tổ CNSCĐ Hợp tác xã Lúa Nổi;Đỗ Thanh;Liềm;Nam;1979;Tổ trưởng;Giám đốc;'0903000739;
HS010;Xã Vĩnh Phước B;Tổ CNSCĐ Hợp tác xã Lúa Nổi;Kim;Bờ Đê;Nam;1988;Tổ viên;Kế toán;'0907000740;
""", encoding="utf-8-sig")

READING = reading(None, None, [
    team(None, A, "AP", "Phước Lá",
        person(2, "Trần Văn Mây", "1968-03-12", "M", LEADER, "Trưởng ấp", HEAD, "0918000731"),
        person(3, "Lê Thị Hoa Cau", "1997", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000732"),
        person(4, "Danh Lưỡi Hái", "1981-08", "M", MEMBER, "Hội Nông dân", MASS, None, "phone_unreadable")),
    team(None, A, "AP", "Cần Giuộc Lở",
        person(5, "Phạm Hữu Rạch", "1965", "M", LEADER, "Bí thư chi bộ, Trưởng ấp", HEAD, "0913000734"),
        person(6, "Võ Thị Bắp", None, "F", DEPUTY, "Giáo viên", STATE, "0939000735", "birth_unreadable")),
    team(None, B, "AP", "Phước Lá",
        person(7, "Huỳnh Công Ba Ba", "1972", "M", LEADER, "Trưởng ấp", HEAD, "0919000736"),
        person(8, "Ngô Ngọc Dâu", "2000-11-25", "F", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0384000737", "phone_converted"),
        person(9, "Mai Chí Đàn Kìm", "1958", "M", None, "Hội CCB", MASS, None, "role_unclear", "phone_unreadable")),
    team(None, B, "enterprise", "Hợp tác xã Lúa Nổi",
        person(10, "Đỗ Thanh Liềm", "1979", "M", LEADER, "Giám đốc", ENTERPRISE, "0903000739"),
        person(11, "Kim Bờ Đê", "1988", "M", MEMBER, "Kế toán", ENTERPRISE, "0907000740")),
], [1], "several_communes", "columns_not_taken")
