"""A message that calls the leaders to a meeting: numbered lines, hamlets and a telephone, but no list of members."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.mixed.papers import Text

FILE = "b07-thong-bao-hop.txt"

CONTENT = Text("""
UBND xã Hòa Điền thông báo

Mời các đồng chí tổ trưởng Tổ công nghệ số cộng đồng ấp Cờ Trắng Nhỏ, ấp Kinh Một Ngàn dự họp.
Thời gian: 7g30 ngày 12/10/2022, tại hội trường UBND xã.
Nội dung:
1. Triển khai cài đặt VNeID
2. Nhận tài liệu tuyên truyền
3. Chuẩn bị ra quân ngày 15/10/2022
Ai vắng mặt báo lại số 0912000621 (Văn phòng UBND xã).
Trân trọng!
""")

READING = {
    "readable": False,
    "reason_if_not": "an announcement of a meeting, no list of team members",
    "commune_code": None,
    "decision": None,
    "teams": [],
    "ignored_rows": [],
    "file_flags": [],
}
