"""An empty form with sample lines and advice: no list."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a21-bieu-mau-trong.xlsx"

SHEETS = [Sheet("Mẫu 03", merged="A1:F1", rows={
    1: ["MẪU SỐ 03: DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ ……………"],
    2: ["Lưu ý: điền theo ví dụ dưới đây, xóa các dòng ví dụ trước khi gửi."],
    4: ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Vai trò", "Số điện thoại"],
    5: ["VD", "Nguyễn Văn A", "19xx", "Trưởng ấp", "Tổ trưởng", "09xxxxxxxx"],
    6: ["VD", "Trần Thị B", "19xx", "Bí thư chi đoàn", "Tổ phó", "09xxxxxxxx"],
    7: ["…", "………", "……", "………", "……", "………"],
})]

READING = {
    "readable": False,
    "reason_if_not": "a form with sample lines, no list of team members",
    "commune_code": None,
    "decision": None,
    "teams": [],
    "ignored_rows": [],
    "file_flags": [],
}
