"""Answers to a survey form: questions as headers, three communes, one name of two districts settled in the cell."""

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
    STATE,
    TELECOM,
    YOUTH,
    person,
    reading,
    team,
)

FILE = "b04-khao-sat-truc-tuyen.csv"

CONTENT = Text("""
Dấu thời gian,1. Họ và tên đầy đủ của anh/chị (viết có dấu)?,"2. Anh/chị sinh ngày, tháng, năm nào? (VD: 25/12/1990)",3. Giới tính của anh/chị,4. Anh/chị tham gia Tổ công nghệ số cộng đồng của xã/phường/thị trấn nào?,5. Tổ thuộc ấp/khu phố nào?,6. Vai trò của anh/chị trong Tổ,7. Chức vụ hoặc công việc hiện nay của anh/chị,8. Số điện thoại có dùng Zalo của anh/chị,9. Địa chỉ email (nếu có),10. Anh/chị đồng ý cho UBND sử dụng thông tin trên?
2022/10/03 8:12:45 SA GMT+7,Lương Văn Bồ Nông,14/02/1969,Nam,Xã Sơn Kiên,Ấp Kinh Tư,Tổ trưởng,Trưởng ấp,0918000561,,Đồng ý
2022/10/03 8:15:02 SA GMT+7,PHÙNG THỊ HOA LAN DẠI,3/9/1997,Nữ,xã Sơn Kiên,Kinh Tư,Tổ phó,Bí thư chi đoàn,0965000562,hoalandai@example.vn,Đồng ý
2022/10/03 8:40:31 SA GMT+7,Danh Trâu Rừng,1983,Nam,Sơn Kiên,ấp kinh tư,Thành viên,Hội Nông dân,913000563,,Đồng ý
2022/10/03 9:01:10 SA GMT+7,lâm quốc mái chèo,20-11-1990,nam,X. Sơn Kiên,Kinh Tư,Thành viên,VNPT,0888 000 564,,Đồng ý
2022/10/03 9:03:55 SA GMT+7,Lâm Quốc Mái Chèo,20/11/1990,Nam,Xã Sơn Kiên,Ấp Kinh Tư,Thành viên,VNPT,0888000564,maicheo@example.vn,Đồng ý
2022/10/03 2:20:08 CH GMT+7,Tạ Thị Chuối Hột,5/8/1986,Nữ,Xã Bình An (huyện Châu Thành),Ấp An Bình Rạch,Tổ trưởng,Trưởng ấp,0942000565,,Đồng ý
2022/10/03 2:31:47 CH GMT+7,Ngô Chí Cá Hô,31/11/1992,Nam,"Xã Bình An, huyện Châu Thành",An Bình Rạch,Tổ phó,Đoàn viên thanh niên,0376000566,,Đồng ý
2022/10/03 3:05:19 CH GMT+7,Thạch Thị Lá Lốt,12/1978,Nữ,Xã Bình An - Châu Thành,An Bình Rạch,Thành viên,CTV,0703000567,,Đồng ý
2022/10/04 7:30:00 SA GMT+7,Nguyễn Hữu Bạch Đàn,01/06/1959,Nam,Thị trấn Sóc Sơn,Khu phố 3,Tổ trưởng,Trưởng khu phố,9.17E+08,,Đồng ý
2022/10/04 7:42:26 SA GMT+7,Trịnh Mỹ Thiên Lý,30/10/2000,Nữ,TT Sóc Sơn,KP3,Tổ phó,ĐVTN,0961000568,,Đồng ý
2022/10/04 8:00:12 SA GMT+7,Hứa Văn Lưới Bén,7/7/1975,Khác,TT. Sóc Sơn,khu phố 03,Thành viên,Công an khu vực,0903000569,,Đồng ý
2022/10/04 8:10:33 SA GMT+7,Tăng Hớn Lồng Đèn,1980,Nam,Sóc Sơn,KP 3,Thành viên,Ngân hàng Sacombank,0902000570,,Đồng ý
""", "utf-8-sig")  # noqa: E501 - answers to a form stand on long lines

READING = reading(None, None, [
    team(None, "30835", "AP", "Kinh Tư",
        person(2, "Lương Văn Bồ Nông", "1969-02-14", "M", LEADER, "Trưởng ấp", HEAD, "0918000561"),
        person(3, "PHÙNG THỊ HOA LAN DẠI", "1997-09-03", "F", DEPUTY, "Bí thư chi đoàn", YOUTH, "0965000562", "name_case"),
        person(4, "Danh Trâu Rừng", "1983", "M", MEMBER, "Hội Nông dân", MASS, "0913000563"),
        person(5, "lâm quốc mái chèo", "1990-11-20", "M", MEMBER, "VNPT", TELECOM, "0888000564", "name_case"),
        person(6, "Lâm Quốc Mái Chèo", "1990-11-20", "M", MEMBER, "VNPT", TELECOM, "0888000564", "duplicate_of:5")),
    team(None, "30898", "AP", "An Bình Rạch",
        person(7, "Tạ Thị Chuối Hột", "1986-08-05", "F", LEADER, "Trưởng ấp", HEAD, "0942000565"),
        person(8, "Ngô Chí Cá Hô", None, "M", DEPUTY, "Đoàn viên thanh niên", YOUTH, "0376000566", "birth_unreadable"),
        person(9, "Thạch Thị Lá Lốt", "1978-12", "F", MEMBER, "CTV", None, "0703000567", "category_unclear")),
    team(None, "30820", "KHU_PHO", "3",
        person(10, "Nguyễn Hữu Bạch Đàn", "1959-06-01", "M", LEADER, "Trưởng khu phố", HEAD, None, "phone_unreadable"),
        person(11, "Trịnh Mỹ Thiên Lý", "2000-10-30", "F", DEPUTY, "ĐVTN", YOUTH, "0961000568"),
        person(12, "Hứa Văn Lưới Bén", "1975-07-07", None, MEMBER, "Công an khu vực", STATE, "0903000569", "gender_unclear"),
        person(13, "Tăng Hớn Lồng Đèn", "1980", "M", MEMBER, "Ngân hàng Sacombank", BANK, "0902000570")),
], [1], "several_communes", "columns_not_taken")
