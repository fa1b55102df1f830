"""A table pasted from a worksheet into a text: tabs, quarters on lines of their own, a second header, a signature."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "d18-dan-tu-bang-tinh.txt"
COMMUNE = "31018"

CONTENT = Text("""
UBND THỊ TRẤN THỨ MƯỜI MỘT
DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG CÁC KHU PHỐ

STT\tHọ và tên\tGiới tính\tNăm sinh\tChức vụ\tTrong tổ\tSĐT
Khu phố 1
1\tTrần Công Cá Kèo Vảy\tNam\t1966\tTrưởng khu phố\tTổ trưởng\t0918000741
2\tLê Thị Hoa Súng\tNữ\t1996\tBí thư chi đoàn\tTổ phó\t0966000742
3\tDanh Cầu Dừa\tNam\t12/5/1983\tHội Nông dân\tTổ viên\t0945000743
4\tPhạm Ngọc Mật Mía\tNữ\t\tHội LHPN\tTổ viên\t0974000744, 0388000744
Khu phố 2
1\tVõ Văn Gió Bấc\tNam\t1970\tBTCB, Trưởng khu phố\tTổ trưởng\t0913000745
2\tNgô Mỹ Bánh Tét\tNữ\t2003\tĐVTN\tTổ phó\t0961000746
3\tĐỗ Quốc Bún Nước\tnam\t1899\tHội Người cao tuổi\tTổ viên\tchưa có
4\tMai Thị Kẹo Dừa\tNữ\t1991\tQuỹ tín dụng nhân dân\tThành viên?\t0939000748
Khu phố 3 (03 người)
1\tHồ Tấn Xóm Lò\tNam\t1974\tTrưởng KP\tTổ trưởng\t0919000749
2\tHuỳnh Kim Cốm Dẹp\tNữ\t1999\tPhó Bí thư Chi đoàn\tTổ phó\t0773000750
3\tBùi Chí Đò Dọc\tNam\t1987\tViettel\tTổ viên\t0977000751
Tổng: 11 người
\t\t\t\t\tNgười lập bảng
""")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "KHU_PHO", "1",
        person(6, "Trần Công Cá Kèo Vảy", "1966", "M", LEADER, "Trưởng khu phố", HEAD, "0918000741"),
        person(7, "Lê Thị Hoa Súng", "1996", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000742"),
        person(8, "Danh Cầu Dừa", "1983-05-12", "M", MEMBER, "Hội Nông dân", MASS, "0945000743"),
        person(9, "Phạm Ngọc Mật Mía", None, "F", MEMBER, "Hội LHPN", MASS, "0974000744", "two_phones")),
    team(None, COMMUNE, "KHU_PHO", "2",
        person(11, "Võ Văn Gió Bấc", "1970", "M", LEADER, "BTCB, Trưởng khu phố", HEAD, "0913000745"),
        person(12, "Ngô Mỹ Bánh Tét", "2003", "F", DEPUTY, "ĐVTN", YOUTH, "0961000746"),
        person(13, "Đỗ Quốc Bún Nước", None, "M", MEMBER, "Hội Người cao tuổi", MASS, None, "birth_implausible"),
        person(14, "Mai Thị Kẹo Dừa", "1991", "F", None, "Quỹ tín dụng nhân dân", BANK, "0939000748",
            "role_unclear")),
    team(None, COMMUNE, "KHU_PHO", "3",
        person(16, "Hồ Tấn Xóm Lò", "1974", "M", LEADER, "Trưởng KP", HEAD, "0919000749"),
        person(17, "Huỳnh Kim Cốm Dẹp", "1999", "F", DEPUTY, "Phó Bí thư Chi đoàn", YOUTH, "0773000750",
            "phone_maybe_landline"),
        person(18, "Bùi Chí Đò Dọc", "1987", "M", MEMBER, "Viettel", TELECOM, "0977000751"),
        stated=3),
], [1, 2, 4, 5, 10, 15, 19, 20])
