"""A sheet per quarter, each with its own headers; one sheet and one row hidden; a tab without diacritics; a sheet of advice."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
    BANK,
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
    rows_of,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a06-moi-khu-pho-mot-trang.xlsx"
COMMUNE = "30766"

SHEETS = [
    Sheet(
        "Hướng dẫn",
        rows={
            1: ["Cách điền: mỗi khu phố một trang, không thêm cột."],
            2: ["Gửi về UBND phường trước ngày 30/9."],
        },
    ),
    Sheet(
        "KP 1",
        hidden_rows=(8,),
        rows={
            1: ["UBND PHƯỜNG TÔ CHÂU - TP. HÀ TIÊN"],
            2: ["Nhân sự Tổ công nghệ số cộng đồng khu phố 1"],
            4: ["STT", "Họ, tên thành viên", "Sinh năm", "Phái", "Chức danh trong Tổ", "Công việc hiện nay", "Số di động"],
            5: [1, "Trương Minh Cá Bớp", 1966, "Nam", "Tổ trưởng", "Trưởng khu phố", 917000101],
            6: [2, "Hồ Thị Phong Lan", 1998, "Nữ", "Tổ phó", "Bí thư chi đoàn", 965000102],
            7: [3, "Lê Văn Thúng Chai", 1981, "Nam", "Thành viên", "Buôn bán", "0898 000 103"],
            8: [4, "Phan Thị Đinh Hương", 1977, "Nữ", "Thành viên", "Hội Nông dân", "0943 000 104"],
            9: [5, "Danh Cá Bống Cát", 1990, "Nam", "Thành viên", "MobiFone", "0931 000 105"],
        },
    ),
    Sheet(
        "KP2",
        rows={
            1: ["TT", "Nhiệm vụ", "HỌ TÊN", "NĂM SINH", "CHỨC VỤ", "ZALO"],
            2: ["1", "TT", "Tống Hữu Ốc Len", "1972", "TKP", "0972.000.106"],
            3: ["2", "TP", "Mạc Thị Trang Lá", "1994", "HPN", "0368.000.107"],
            4: ["3", "TV", "Lâm Quốc Chích Chòe", "1959", "CCB", "0908.000.108"],
            5: ["4", "TV", "(Agribank cử)", None, "Agribank", None],
        },
    ),
    Sheet(
        "KP Rach Vuoc",
        rows={
            2: [None, "Họ và tên", "Ngày tháng năm sinh", "Đơn vị", "Vai trò", "ĐT liên hệ"],
            3: [None, "Khưu Thanh Cá Chim", date(1969, 5, 17), "Trưởng khu phố", "Tổ trưởng", "(0)918 000 109"],
            4: [None, "Dương Mỹ Sứ Trắng", date(1992, 11, 2), "Trạm Y tế phường", "Tổ phó", "0961 000 110"],
            5: [None, "Nguyễn Tấn Bè Trôi", date(1987, 8, 26), "Chi hội Chữ thập đỏ", "Thành viên", "0935 000 111"],
        },
    ),
    Sheet(
        "KP 5",
        hidden=True,
        rows={
            1: ["STT", "Họ tên", "NS", "Chức vụ", "Vai trò", "SĐT"],
            2: [1, "Giang Văn Vạc Xám", 1963, "Trưởng khu phố", "Tổ trưởng", 912000112],
            3: [2, "Tô Thị Rau Dừa", 1999, "Đoàn Thanh niên", "Tổ phó", 946000113],
            4: [3, "Ung Chí Lưới Vây", 1985, "Nội trợ", "Thành viên", 889000114],
        },
    ),
]

RACH_VUOC, TELLS = "KP Rach Vuoc", ("hamlet_without_diacritics",)
READING = reading(
    COMMUNE,
    None,
    [
        team(
            "KP 1",
            COMMUNE,
            "KHU_PHO",
            "1",
            person(5, "Trương Minh Cá Bớp", "1966", "M", LEADER, "Trưởng khu phố", HEAD, "0917000101"),
            person(6, "Hồ Thị Phong Lan", "1998", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0965000102"),
            person(7, "Lê Văn Thúng Chai", "1981", "M", MEMBER, "Buôn bán", RESIDENT, "0898000103"),
            person(8, "Phan Thị Đinh Hương", "1977", "F", MEMBER, "Hội Nông dân", MASS, "0943000104", "hidden_row"),
            person(9, "Danh Cá Bống Cát", "1990", "M", MEMBER, "MobiFone", TELECOM, "0931000105"),
        ),
        team(
            "KP2",
            COMMUNE,
            "KHU_PHO",
            "2",
            person(2, "Tống Hữu Ốc Len", "1972", None, LEADER, "TKP", HEAD, "0972000106"),
            person(3, "Mạc Thị Trang Lá", "1994", None, DEPUTY, "HPN", MASS, "0368000107"),
            person(4, "Lâm Quốc Chích Chòe", "1959", None, MEMBER, "CCB", MASS, "0908000108"),
            person(5, None, None, None, MEMBER, "Agribank", BANK, None, "name_placeholder"),
        ),
        team(
            RACH_VUOC,
            COMMUNE,
            "KHU_PHO",
            "Rach Vuoc",
            person(3, "Khưu Thanh Cá Chim", "1969-05-17", None, LEADER, "Trưởng khu phố", HEAD, "0918000109"),
            person(4, "Dương Mỹ Sứ Trắng", "1992-11-02", None, DEPUTY, "Trạm Y tế phường", STATE, "0961000110"),
            person(5, "Nguyễn Tấn Bè Trôi", "1987-08-26", None, MEMBER, "Chi hội Chữ thập đỏ", MASS, "0935000111"),
            flags=TELLS,
        ),
        team(
            "KP 5",
            COMMUNE,
            "KHU_PHO",
            "5",
            person(2, "Giang Văn Vạc Xám", "1963", None, LEADER, "Trưởng khu phố", HEAD, "0912000112"),
            person(3, "Tô Thị Rau Dừa", "1999", None, DEPUTY, "Đoàn Thanh niên", YOUTH, "0946000113"),
            person(4, "Ung Chí Lưới Vây", "1985", None, MEMBER, "Nội trợ", RESIDENT, "0889000114"),
        ),
    ],
    [*rows_of("KP 1", 1, 2, 4), *rows_of("KP2", 1), *rows_of(RACH_VUOC, 2), *rows_of("KP 5", 1)],
    "hidden_rows",
    "hidden_sheets",
)
