"""A message with signs for bullets, the role before the name, hyphens and slashes; a hamlet that is only talked of."""

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

FILE = "b05-tin-nhan-bieu-tuong.txt"
COMMUNE = "30991"

CONTENT = Text("""
Dạ em chào anh, em bên xã Tây Yên A gửi anh danh sách tổ CNSCĐ của 3 ấp ạ 🙏

📍 ẤP XẺO GIÁ LỚN
⭐ Tổ trưởng: Ông Trần Văn Cá Vồ - Trưởng ấp - 0912.000.581
⭐ Tổ phó: Lê Thị Bông Điên - Bí thư chi đoàn - 0968.000.582
👉 Thành viên: Danh Vịt Xiêm - Hội Nông dân - 0977.000.583
👉 Thành viên: Cô Phan Mỹ Trái Giác - giáo viên - 0945 000 584

📍 Ấp Rạch Mốp Ngoài
⭐ Tổ trưởng: Võ Hữu Sào Nạng / trưởng ấp / sn 1968 / 0919000585
⭐ Tổ phó: chị Thị Rau Om / hội phụ nữ / sn 1990 / 84977000586
👉 Thành viên: chú Năm / cựu chiến binh / chưa có sđt
👉 Thành viên: (Viettel cử sau)

📍 ấp Bảy Chợ
⭐ Tổ trưởng: Nguyễn Thanh Bìm Biếc - Bí thư kiêm Trưởng ấp - 0918000587
⭐ Tổ phó: Cao Thị Hoa Cau - đoàn viên - 0936000588
👉 Huỳnh Văn Cá Dứa - VNPT - 0888000589

Còn ấp Kinh Dài chưa họp xong, mai em gửi tiếp nha anh
Em cảm ơn anh nhiều ạ ❤️
""", newline="\n")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "XẺO GIÁ LỚN",
        person(4, "Trần Văn Cá Vồ", None, "M", LEADER, "Trưởng ấp", HEAD, "0912000581"),
        person(5, "Lê Thị Bông Điên", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0968000582"),
        person(6, "Danh Vịt Xiêm", None, None, MEMBER, "Hội Nông dân", MASS, "0977000583"),
        person(7, "Phan Mỹ Trái Giác", None, "F", MEMBER, "giáo viên", STATE, "0945000584")),
    team(None, COMMUNE, "AP", "Rạch Mốp Ngoài",
        person(10, "Võ Hữu Sào Nạng", "1968", None, LEADER, "trưởng ấp", HEAD, "0919000585"),
        person(11, "Thị Rau Om", "1990", "F", DEPUTY, "hội phụ nữ", MASS, "0977000586"),
        person(12, "Năm", None, "M", MEMBER, "cựu chiến binh", MASS, None, "name_incomplete"),
        person(13, None, None, None, MEMBER, "Viettel", TELECOM, None, "name_placeholder")),
    team(None, COMMUNE, "AP", "Bảy Chợ",
        person(16, "Nguyễn Thanh Bìm Biếc", None, None, LEADER, "Bí thư kiêm Trưởng ấp", HEAD, "0918000587"),
        person(17, "Cao Thị Hoa Cau", None, None, DEPUTY, "đoàn viên", YOUTH, "0936000588"),
        person(18, "Huỳnh Văn Cá Dứa", None, None, None, "VNPT", TELECOM, "0888000589", "role_unclear")),
], [1, 3, 9, 15, 20, 21])
