"""A message: the role before the name, the post behind a dash, the telephone after a stop; signs, thanks."""

# The tables are read by eye, a row on a line.
# fmt: off

from tests.teams.lists.mixed.papers import Text
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    OTHER,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "e08-vai-tro-truoc-ten.txt"
COMMUNE = "30883"

CONTENT = Text("""
Gửi anh Tâm văn phòng, danh sách tổ CNSCĐ xã Mong Thọ A, Châu Thành đây anh

+ ẤP HÒA THẠNH NHỎ
Tổ trưởng Trần Văn Cây Sao - Trưởng ấp. ĐT 0918.000.711
Tổ phó Lê Thị Hạt Sen - Bí thư chi đoàn. ĐT 0966.000.712
Tổ viên Danh Bìm Bìm - Chi hội trưởng ND. ĐT 0945.000.713
Tổ viên Phạm Mỹ Đọt Choại - Y tế ấp. ĐT 0120.3000.714
Tổ viên Út Hậu - CCB. ĐT không có

+ ẤP THẠNH BÌNH LÁ
Tổ trưởng Ông Huỳnh Hữu Bèo Tây - BTCB kiêm Trưởng ấp. ĐT 84913000715
Tổ phó Ngô Quốc Cá Heo - ĐV. ĐT 0961.000.716
Tổ viên Chị Ba - Hội phụ nữ. ĐT 0974.000.71
Tổ viên Đỗ Tấn Sóng Lúa - Viettel. ĐT 0977.000.718

+ ẤP PHƯỚC KÊNH
Tổ trưởng Mai Thị Trái Gùi - Phó trưởng ấp. ĐT 0919.000.719
Tổ phó (khuyết)
Tổ viên Hồ Chí Gáo Dừa - Tổ trưởng tổ NDTQ số 5. ĐT 0903.000.720

Thiếu gì anh nhắn em với, cảm ơn anh
""", newline="\n")

READING = reading(COMMUNE, None, [
    team(None, COMMUNE, "AP", "HÒA THẠNH NHỎ",
        person(4, "Trần Văn Cây Sao", None, None, LEADER, "Trưởng ấp", HEAD, "0918000711"),
        person(5, "Lê Thị Hạt Sen", None, None, DEPUTY, "Bí thư chi đoàn", YOUTH, "0966000712"),
        person(6, "Danh Bìm Bìm", None, None, MEMBER, "Chi hội trưởng ND", MASS, "0945000713"),
        person(7, "Phạm Mỹ Đọt Choại", None, None, MEMBER, "Y tế ấp", STATE, "0703000714", "phone_converted"),
        person(8, "Út Hậu", None, None, MEMBER, "CCB", MASS, None)),
    team(None, COMMUNE, "AP", "THẠNH BÌNH LÁ",
        person(11, "Huỳnh Hữu Bèo Tây", None, "M", LEADER, "BTCB kiêm Trưởng ấp", HEAD, "0913000715"),
        person(12, "Ngô Quốc Cá Heo", None, None, DEPUTY, "ĐV", None, "0961000716", "category_unclear"),
        person(13, "Ba", None, "F", MEMBER, "Hội phụ nữ", MASS, None, "name_incomplete", "phone_unreadable"),
        person(14, "Đỗ Tấn Sóng Lúa", None, None, MEMBER, "Viettel", TELECOM, "0977000718")),
    team(None, COMMUNE, "AP", "PHƯỚC KÊNH",
        person(17, "Mai Thị Trái Gùi", None, None, LEADER, "Phó trưởng ấp", STATE, "0919000719"),
        person(18, None, None, None, DEPUTY, None, None, None, "name_placeholder"),
        person(19, "Hồ Chí Gáo Dừa", None, None, MEMBER, "Tổ trưởng tổ NDTQ số 5", OTHER, "0903000720")),
], [1, 3, 10, 16, 21])
