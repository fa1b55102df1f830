"""A message that gives nobody a role; numbers with hyphens, headings between stars, everything after commas."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    BANK,
    HEAD,
    MASS,
    STATE,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "b06-tin-nhan-khong-vai-tro.txt"
COMMUNE = "31048"

CONTENT = Text("""
DS thành viên Tổ công nghệ số cộng đồng xã Vân Khánh Tây
*** Ấp Phát Cờ ***
1- Mai Văn Cá Lăng, 1967, trưởng ấp, ĐT: 0913000601
2- Bùi Thị Lá Mơ, 1992, chi hội trưởng phụ nữ, ĐT: 0946000602
3- Danh Sà Lúp (Sáu Lúp), 1980, hội nông dân, ĐT: 0378000603
4- Tô Hoàng Cá Úc, 15/9/1999, ĐVTN, ĐT: 0962000604 / 0297 3000 605
5- NGUYỄN HỮU GẤU CHÓ, 1958, NCT, ĐT: không có
*** Ấp Ngã Bát Cũ ***
1- Lê Văn Mòng Két, 1964, bí thư - trưởng ấp, ĐT: 0918000606
2- Trần Mỹ Hoa Dại, sn 85, giáo viên, ĐT: 0932000607
3- Kim Thị Nước Lợ, 1991, agribank, ĐT: 0902000608
4- Hồ Chí Trăn Bông, 1977, công an viên, ĐT: 0167 3000 609
5- Võ Thành Chẻ Lạt, 1986, ĐV, ĐT: 0349000610
Chị kiểm tra giúp em, thiếu gì báo em bổ sung nhen
Cảm ơn chị
""")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "Phát Cờ",
        person(3, "Mai Văn Cá Lăng", "1967", None, None, "trưởng ấp", HEAD, "0913000601"),
        person(4, "Bùi Thị Lá Mơ", "1992", None, None, "chi hội trưởng phụ nữ", MASS, "0946000602"),
        person(5, "Danh Sà Lúp", "1980", None, None, "hội nông dân", MASS, "0378000603", "name_remark"),
        person(6, "Tô Hoàng Cá Úc", "1999-09-15", None, None, "ĐVTN", YOUTH, "0962000604", "two_phones"),
        person(7, "NGUYỄN HỮU GẤU CHÓ", "1958", None, None, "NCT", MASS, None, "name_case")),
    team(None, COMMUNE, "AP", "Ngã Bát Cũ",
        person(9, "Lê Văn Mòng Két", "1964", None, None, "bí thư - trưởng ấp", HEAD, "0918000606"),
        person(10, "Trần Mỹ Hoa Dại", "1985", None, None, "giáo viên", STATE, "0932000607", "birth_two_digit_year"),
        person(11, "Kim Thị Nước Lợ", "1991", None, None, "agribank", BANK, "0902000608"),
        person(12, "Hồ Chí Trăn Bông", "1977", None, None, "công an viên", STATE, "0373000609", "phone_converted"),
        person(13, "Võ Thành Chẻ Lạt", "1986", None, None, "ĐV", None, "0349000610", "category_unclear")),
], [1, 2, 8, 14, 15], "roles_missing")
