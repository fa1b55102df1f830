"""A head of a hamlet on the telephone: "Tổ trưởng:" and "Tổ phó:" before the name, all members of a team on one line."""

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
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "d17-tin-nhan-dong-dai.txt"
COMMUNE = "31009"

CONTENT = Text("""
Dạ em gửi danh sách tổ công nghệ số cộng đồng xã Đông Yên, huyện An Biên

👉 Ấp Cái Nước Ngoài
Tổ trưởng: Ông Trần Văn Trâm Bầu, sinh 1968, trưởng ấp, 0918 000 721
Tổ phó: Chị Lê Thị Rau Om, sinh 1997, bí thư chi đoàn, 0966 000 722
Thành viên: Danh Cá Lia Thia (CCB); Phạm Mỹ Ớt Hiểm (PN); Võ Tấn Thòi Lòi (VNPT)

👉 Ấp Xẻo Đước Hai
Tổ trưởng: Anh Bảy, trưởng ấp, 0913 000 723
Tổ phó: Ngô Ngọc Cải Trời, đoàn viên, 0168 5000 724
Thành viên: Đỗ Hữu Vọp Sông (ND); Mai Thị Sả Chanh (GV); Hồ Chí Rễ Đước

👉 Ấp Kinh Làng Cũ
Tổ trưởng: Bà Huỳnh Thị Trái Giác, sinh 1975, trưởng ấp, 0919 000 725
Tổ phó: (chưa có người)
Thành viên: CTMT 1 người, CCB 2 người

Anh nhận được nhắn lại em nha
""", newline="\n")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "Cái Nước Ngoài",
        person(4, "Trần Văn Trâm Bầu", "1968", "M", LEADER, "trưởng ấp", HEAD, "0918000721"),
        person(5, "Lê Thị Rau Om", "1997", "F", DEPUTY, "bí thư chi đoàn", YOUTH, "0966000722"),
        person(6, "Danh Cá Lia Thia", None, None, MEMBER, "CCB", MASS, None),
        person(6, "Phạm Mỹ Ớt Hiểm", None, None, MEMBER, "PN", MASS, None),
        person(6, "Võ Tấn Thòi Lòi", None, None, MEMBER, "VNPT", TELECOM, None)),
    team(None, COMMUNE, "AP", "Xẻo Đước Hai",
        person(9, "Bảy", None, "M", LEADER, "trưởng ấp", HEAD, "0913000723", "name_incomplete"),
        person(10, "Ngô Ngọc Cải Trời", None, None, DEPUTY, "đoàn viên", YOUTH, "0385000724", "phone_converted"),
        person(11, "Đỗ Hữu Vọp Sông", None, None, MEMBER, "ND", MASS, None),
        person(11, "Mai Thị Sả Chanh", None, None, MEMBER, "GV", STATE, None),
        person(11, "Hồ Chí Rễ Đước", None, None, MEMBER, None, None, None)),
    team(None, COMMUNE, "AP", "Kinh Làng Cũ",
        person(14, "Huỳnh Thị Trái Giác", "1975", "F", LEADER, "trưởng ấp", HEAD, "0919000725"),
        person(15, None, None, None, DEPUTY, None, None, None, "name_placeholder"),
        flags=("members_counted_not_named",)),
], [1, 3, 8, 13, 16, 18])
