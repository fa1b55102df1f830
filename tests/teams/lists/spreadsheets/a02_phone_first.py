"""A page of talk before the table, the telephone first and the name last; a commune name of two districts, settled by one."""

# The tables are read by eye, a row on a line.
# fmt: off
from tests.teams.lists.spreadsheets.reading import (
    DEPUTY,
    HEAD,
    LEADER,
    MASS,
    MEMBER,
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a02-dien-thoai-truoc.xlsx"
TAB = "Báo cáo"
COMMUNE = "30947"

SHEETS = [
    Sheet(
        TAB,
        rows={
            1: ["Vĩnh Phú, huyện Giồng Riềng"],
            2: ["V/v báo cáo nhân sự Tổ công nghệ số cộng đồng"],
            4: ["Kính gửi: Phòng Văn hóa và Thông tin huyện"],
            5: ["Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về chuyển đổi số quốc gia;"],
            6: ["Căn cứ Công văn số 793/BTTTT-THH ngày 05/3/2022 về thành lập Tổ công nghệ số cộng đồng;"],
            7: ["Địa phương báo cáo nhân sự như sau. Riêng ấp Cạnh Đền mới tách, sẽ gửi bổ sung sau."],
            9: ["Di động", "Đơn vị", "Nhiệm vụ trong tổ", "Ấp", "Giới tính", "Năm sinh", "Họ tên thành viên", "Thứ tự"],
            10: ["0919-000-021", "Trưởng ấp", "Tổ trưởng", "Ấp Ba Xéo", "Nam", 1967, "Cao Văn Cá Trèn", 1],
            11: [942000022, "Chi đoàn ấp", "Tổ phó", "Ấp Ba Xéo", "Nữ", 1998, "Lý Thị Me Nước", 2],
            12: ["0909-000-023", "Hội CCB", "Tổ viên", "Ấp Ba Xéo", "Nam", 1959, "Danh Bói Cá", 3],
            13: ["0976 00 024", "Hội Chữ thập đỏ", "Tổ viên", "Ba Xéo", "Nữ", 1983, "Thị Sa Rài", 4],
            14: ["0915-000-025", "Bí thư chi bộ kiêm Trưởng ấp", "Tổ trưởng", "Ấp Xẻo Sộp", "Nam", 1972,
                "Trịnh Hoàng Mũi Neo", 5],
            15: [961000026, "Đoàn xã", "Tổ phó", "Ấp Xẻo Sộp", "nữ", 2001, "Hứa Ngọc Bằng Lăng", 6],
            16: ["-", "Làm ruộng", "Tổ viên", "ấp xẻo sộp", "nam", 1990, "Quan Chí Thát Lát", 7],
            17: ["0933-000-027", "Bưu điện xã", "Tổ viên", "Ấp Xẻo Sộp", "Nữ", 1988, "Phùng Thị Mù Tạt", 8],
            18: ["0944-000-028", "Công an xã", "Tổ viên", "Ấp Xẻo Sộp", "Nam", "1993", "Từ Thiện Chìa Vôi", 9],
            20: ["Trên đây là báo cáo nhân sự, kính gửi Phòng tổng hợp."],
            21: [None, None, None, None, None, "NGƯỜI BÁO CÁO"],
            22: [None, None, None, None, None, "Hứa Ngọc Bằng Lăng"],
        },
    )
]

READING = reading(
    COMMUNE,
    None,
    [
        team(
            TAB,
            COMMUNE,
            "AP",
            "Ba Xéo",
            person(10, "Cao Văn Cá Trèn", "1967", "M", LEADER, "Trưởng ấp", HEAD, "0919000021"),
            person(11, "Lý Thị Me Nước", "1998", "F", DEPUTY, "Chi đoàn ấp", YOUTH, "0942000022"),
            person(12, "Danh Bói Cá", "1959", "M", MEMBER, "Hội CCB", MASS, "0909000023"),
            person(13, "Thị Sa Rài", "1983", "F", MEMBER, "Hội Chữ thập đỏ", MASS, None, "phone_unreadable"),
        ),
        team(
            TAB,
            COMMUNE,
            "AP",
            "Xẻo Sộp",
            person(14, "Trịnh Hoàng Mũi Neo", "1972", "M", LEADER, "Bí thư chi bộ kiêm Trưởng ấp", HEAD, "0915000025"),
            person(15, "Hứa Ngọc Bằng Lăng", "2001", "F", DEPUTY, "Đoàn xã", YOUTH, "0961000026"),
            person(16, "Quan Chí Thát Lát", "1990", "M", MEMBER, "Làm ruộng", RESIDENT, None),
            person(17, "Phùng Thị Mù Tạt", "1988", "F", MEMBER, "Bưu điện xã", TELECOM, "0933000027"),
            person(18, "Từ Thiện Chìa Vôi", "1993", "M", MEMBER, "Công an xã", STATE, "0944000028"),
        ),
    ],
    [1, 2, 4, 5, 6, 7, 9, 20, 21, 22],
)
