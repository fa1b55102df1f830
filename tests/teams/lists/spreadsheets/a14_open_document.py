"""An OpenDocument table: no role anywhere, two people in a cell, two telephones, education that is not taken, merged hamlets."""

# The tables are read by eye, a row on a line.
# fmt: off
from datetime import date

from tests.teams.lists.spreadsheets.reading import (
    BANK,
    HEAD,
    MASS,
    RESIDENT,
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)
from tests.teams.lists.spreadsheets.sheets import Sheet

FILE = "a14-mo-van-ban.ods"
TAB = "Trang_tính1"
COMMUNE = "31090"

SHEETS = [Sheet(TAB, merged="A1:G1 A5:A8 A9:A12", rows={
    1: ["Danh sách thành viên các tổ công nghệ số cộng đồng xã Cửa Dương, thành phố Phú Quốc"],
    2: ["Quyết định thành lập số 119/QĐ-UBND, ngày 05 tháng 12 năm 2022"],
    4: ["Ấp", "Thành viên", "Ngày sinh", "Giới tính", "Đơn vị", "Trình độ", "Số điện thoại"],
    5: ["Búng Lớn", "Nguyễn Văn Chim Cút", date(1969, 7, 14), "Nam", "Trưởng ấp", "9/12", "0918 000 261 - 0977 000 262"],
    6: [None, "Trần Mỹ Sim Tím", date(1995, 2, 28), "Nữ", "Bí thư chi đoàn", "Đại học", "0961 000 263"],
    7: [None, "Lê Quang Tôm Càng, Phạm Thị Tiêu Sọ", None, None, "Hội Nông dân", "12/12", "0935 000 264"],
    8: [None, "Danh Nhum Biển", 1983, "Nam", "Viettel", "Cao đẳng", "0869000265"],
    9: ["Cây Thông Đôi", "Hồ Tấn Gà Lôi", date(1964, 9, 30), "Nam", "Trưởng ấp", "7/12", 913000266],
    10: [None, "Huỳnh Thị Mật Cật", date(1999, 5, 5), "Nữ", "ĐVTN", "12/12", 968000267],
    11: [None, "Đỗ Văn Kỳ Đà (Ba Kỳ)", 1978, "Nam", "Làm vườn, hộ dân", "5/12", "không có"],
    12: [None, "Võ Thanh Trai Ngọc", 1986, "Nữ", "Agribank", "Đại học", "0902 000 268"],
    13: ["Tượng Gỗ", "Mai Hùng Bướm Vàng", date(1971, 11, 8), "Nam", "Q.Trưởng ấp", "12/12", "84 917 000 269"],
    14: ["Tượng Gỗ", "Ngô Kim Lan Rừng", "4/1992", "Nữ", "Trạm Y tế xã", "Trung cấp", "0946 000 270"],
    15: ["Tượng Gỗ", "Kiên Sâm Đất", 1957, "Nam", "Chi hội NCT", "4/12", "0939 000 27"],
})]

READING = reading(COMMUNE, ("119", "QĐ-UBND", "2022-12-05"), [
    team(TAB, COMMUNE, "AP", "Búng Lớn",
        person(5, "Nguyễn Văn Chim Cút", "1969-07-14", "M", None, "Trưởng ấp", HEAD, "0918000261", "two_phones"),
        person(6, "Trần Mỹ Sim Tím", "1995-02-28", "F", None, "Bí thư chi đoàn", YOUTH, "0961000263"),
        person(7, "Lê Quang Tôm Càng", None, None, None, "Hội Nông dân", MASS, None, "two_people"),
        person(7, "Phạm Thị Tiêu Sọ", None, None, None, "Hội Nông dân", MASS, None, "two_people"),
        person(8, "Danh Nhum Biển", "1983", "M", None, "Viettel", TELECOM, "0869000265")),
    team(TAB, COMMUNE, "AP", "Cây Thông Đôi",
        person(9, "Hồ Tấn Gà Lôi", "1964-09-30", "M", None, "Trưởng ấp", HEAD, "0913000266"),
        person(10, "Huỳnh Thị Mật Cật", "1999-05-05", "F", None, "ĐVTN", YOUTH, "0968000267"),
        person(11, "Đỗ Văn Kỳ Đà", "1978", "M", None, "Làm vườn, hộ dân", RESIDENT, None, "name_remark"),
        person(12, "Võ Thanh Trai Ngọc", "1986", "F", None, "Agribank", BANK, "0902000268")),
    team(TAB, COMMUNE, "AP", "Tượng Gỗ",
        person(13, "Mai Hùng Bướm Vàng", "1971-11-08", "M", None, "Q.Trưởng ấp", HEAD, "0917000269"),
        person(14, "Ngô Kim Lan Rừng", "1992-04", "F", None, "Trạm Y tế xã", STATE, "0946000270"),
        person(15, "Kiên Sâm Đất", "1957", "M", None, "Chi hội NCT", MASS, None, "phone_unreadable")),
], [1, 2, 4], "roles_missing", "columns_not_taken")
