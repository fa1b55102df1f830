"""What single cells and lines of member lists say: one table of cases for each rule of the README."""

from datetime import date, datetime

import pytest

from teams.member_list.births import read_birth, settle_order
from teams.member_list.categories import category_of
from teams.member_list.communes import districts_in, mentions, settle
from teams.member_list.decision import find_decisions
from teams.member_list.names import is_name, is_placeholder, name_flags
from teams.member_list.person import Person, read_people
from teams.member_list.phones import read_phone
from teams.member_list.places import read_place
from teams.member_list.roles import role_in_column, role_on_line
from teams.member_list.totals import Total, read_total

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "number", "flags"),
    [
        ("912000101", "0912000101", ()),
        ("845000103", "0845000103", ()),
        ("84912000106", "0912000106", ()),
        ("+84 (0) 966 000 882", "0966000882", ()),
        ("O912000101", "0912000101", ()),
        ("０９１２０００１０１", "0912000101", ()),
        ("đt: 0912000101 (Zalo)", "0912000101", ()),
        ("1203000403", "0703000403", ("phone_converted",)),
        ("0168 300 0401", "0383000401", ("phone_converted",)),
        ("0773812460", "0773812460", ("phone_maybe_landline",)),
        ("0912 000 205 / 02973 000 206", "0912000205", ("two_phones",)),
        ("(0297) 3000108", "02973000108", ()),
        ("9.12E+08", None, ("phone_unreadable",)),
        ("0918 00 112", None, ("phone_unreadable",)),
        ("0191 000 888", None, ("phone_unreadable",)),
        ('"', None, ("phone_unreadable",)),
        ("gọi qua anh Tư", None, ("phone_unreadable",)),
        ("chưa có", None, ()),
        ("không có sđt", None, ()),
        ("x", None, ()),
        ("-", None, ()),
    ],
)
def test_phones(text: str, number: str | None, flags: tuple[str, ...]) -> None:
    found = read_phone(text)
    assert (found.number, found.flags) == (number, flags)


@pytest.mark.parametrize(
    ("value", "birth", "flag"),
    [
        ("5/8/1987", "1987-08-05", ""),
        ("05081987", "1987-08-05", ""),
        ("tháng 8/1993", "1993-08", ""),
        ("1987-08-05", "1987-08-05", ""),
        ("'1969", "1969", ""),
        (1968, "1968", ""),
        (31904, "1987-05-07", ""),
        (datetime(1979, 3, 14), "1979-03-14", ""),
        (datetime(1905, 6, 10), "1988", "birth_year_as_date"),
        ("05-08-87", "1987-08-05", "birth_two_digit_year"),
        ("35", None, "birth_unreadable"),
        ("19987", None, "birth_unreadable"),
        ("30/2/1987", None, "birth_unreadable"),
        ("1973-1975", None, "birth_unreadable"),
        ("27 tuổi", None, "birth_unreadable"),
        ("Nhâm Tý", None, "birth_unreadable"),
        ("1925", None, "birth_implausible"),
        ("2020", None, "birth_implausible"),
        ("-", None, ""),
    ],
)
def test_births(value: object, birth: str | None, flag: str) -> None:
    found = read_birth(value, str(value), TODAY)
    assert (found.value, found.flag) == (birth, flag)


def test_a_column_with_both_orders_keeps_what_has_one_reading() -> None:
    texts = ["5/8/1987", "25/12/1999", "11/25/1970", "7/7/1986", "1997"]
    found, is_mixed = settle_order([read_birth(text, text, TODAY) for text in texts], TODAY)
    assert is_mixed
    assert [one.value for one in found] == [None, "1999-12-25", "1970-11-25", "1986-07-07", "1997"]
    assert found[0].flag == "birth_ambiguous"


@pytest.mark.parametrize(
    ("text", "category", "unclear"),
    [
        ("BTCB, Trưởng ấp", "HAMLET_HEAD", False),
        ("Trưởng Ban nhân dân ấp", "HAMLET_HEAD", False),
        ("Tổ trưởng tổ dân phố", "HAMLET_HEAD", False),
        ("TKP", "HAMLET_HEAD", False),
        ("Phó trưởng ấp", "STATE_STAFF", False),
        ("Trưởng Ban công tác Mặt trận ấp", "MASS_ORG_HEAD", False),
        ("Phó bí thư chi đoàn", "YOUTH_UNION", False),
        ("Chủ tịch Công đoàn", "MASS_ORG_HEAD", False),
        ("CTV bưu điện", "POST_TELECOM", False),
        ("LienVietPostBank", "BANK", False),
        ("Y tế ấp", "STATE_STAFF", False),
        ("Cảnh sát khu vực", "STATE_STAFF", False),
        ("PGĐ", "ENTERPRISE_STAFF", False),
        ("làm vuông", "RESIDENT", False),
        ("Tổ trưởng Tổ NDTQ số 4", "OTHER", False),
        ("Đ/v", None, True),
        ("CTV", None, True),
        ("CĐ", None, True),
        ("Bí thư", None, True),
        ("", None, False),
    ],
)
def test_categories(text: str, category: str | None, unclear: bool) -> None:
    assert category_of(text) == (category, unclear)


def test_any_other_post_in_a_company_is_its_staff() -> None:
    assert category_of("Kế toán", in_company=True) == ("ENTERPRISE_STAFF", False)
    assert category_of("Bảo vệ", in_company=True) == ("ENTERPRISE_STAFF", False)
    assert category_of("Chủ tịch Công đoàn", in_company=True) == ("MASS_ORG_HEAD", False)


@pytest.mark.parametrize(
    ("text", "in_column", "on_line"),
    [
        ("TT", "leader", None),
        ("tổ Trưởng", "leader", "leader"),
        ("Phó tổ trưởng", "deputy", "deputy"),
        ("Tổ viên", "member", "member"),
        ("Tổ trưởng tổ CNSCĐ", "leader", "leader"),
        ("Trưởng khu phố - Tổ trưởng", "leader", "leader"),
        ("Tổ trưởng Tổ NDTQ số 4", None, None),
        ("Tổ trưởng SX", None, None),
        ("Trưởng ấp", None, None),
        ("Tổ trưởng?", None, "leader"),
        ("Tổ trưởng, tổ phó", None, None),
    ],
)
def test_roles(text: str, in_column: str | None, on_line: str | None) -> None:
    assert (role_in_column(text), role_on_line(text)[0]) == (in_column, on_line)


def told(person: Person) -> dict[str, object]:
    """What a text says of a person, without what it does not say."""
    values = {
        "name": person.name, "sex": person.gender, "birth": person.birth.value, "phone": person.phone.number,
        "role": person.role, "posts": person.positions, "flags": person.flags, "kept": person.is_placeholder,
    }  # fmt: skip
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("1. A Sậy trưởng ấp 0912 000 601", [{"name": "Sậy", "sex": "M", "phone": "0912000601", "posts": ["trưởng ấp"]}]),
        (
            "2/ Chị Trần Thị Cà Ràng, bí thư chi đoàn - tổ phó - 0379.000.602",
            [{"name": "Trần Thị Cà Ràng", "sex": "F", "phone": "0379000602", "role": "deputy", "posts": ["bí thư chi đoàn"]}],
        ),
        ("Lê Thị Hoa - 5/8/1987 - 0912000101", [{"name": "Lê Thị Hoa", "birth": "1987-08-05", "phone": "0912000101"}]),
        ("TT: Nguyễn Văn Tôm 0912000101", [{"name": "Nguyễn Văn Tôm", "role": "leader", "phone": "0912000101"}]),
        ("Trương Văn Cá Hú", [{"name": "Trương Văn Cá Hú"}]),
        ("Nguyễn Văn Công An", [{"name": "Nguyễn Văn Công An"}]),
        ("Lê Văn Cò (Hai Lúa)", [{"name": "Lê Văn Cò", "flags": ["name_remark"]}]),
        ("(VNPT cử)", [{"kept": True, "posts": ["VNPT cử"]}]),
        (
            "1. Trần Thị Vú Sữa (PN); 2. Lê Văn Lác - CCB; Danh Nhuôn",
            [{"name": "Trần Thị Vú Sữa", "posts": ["PN"]}, {"name": "Lê Văn Lác", "posts": ["CCB"]}, {"name": "Danh Nhuôn"}],
        ),
        (
            "Quách Thị Đu Đủ và Lâm Văn Mãng Cầu (buôn bán): 0977 000 647",
            [
                {"name": "Quách Thị Đu Đủ", "posts": ["buôn bán"], "flags": ["two_people"]},
                {"name": "Lâm Văn Mãng Cầu", "posts": ["buôn bán"], "flags": ["two_people"]},
            ],
        ),
        ("Đ/c Nguyễn Văn Tôm\nTrưởng ấp\n1970", [{"name": "Nguyễn Văn Tôm", "posts": ["Trưởng ấp"], "birth": "1970"}]),
    ],
)  # fmt: skip
def test_people_on_a_line(line: str, people: list[dict[str, object]]) -> None:
    assert [told(person) for person in read_people(line, TODAY, in_talk=True)] == people


@pytest.mark.parametrize(
    ("text", "kind", "name", "hamlet_kind", "count"),
    [
        ("I. ẤP MINH THÀNH (06 người)", "hamlet", "Minh Thành", "AP", 6),
        ("KP3 (moi)", "hamlet", "3", "KHU_PHO", None),
        ("Tổ số 1: Ấp Kim Quy B", "hamlet", "Kim Quy B", "AP", None),
        ("Tổ dân phố 03", "hamlet", "3", "TO_DAN_PHO", None),
        ("C. Tổ công nghệ số cộng đồng bản Hòn Cao", "hamlet", "Hòn Cao", "BAN", None),
        ("Tổ CNSCĐ ấp Tám Thước Mới, xã Minh Thuận", "hamlet", "Tám Thước Mới", "AP", None),
        ("CTY TNHH Gạch Bông Sông Cạn (KCN)", "enterprise", "CTY TNHH Gạch Bông Sông Cạn", None, None),
        ("1. TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ", "commune", "XÃ", None, None),
        ("ấp mình gửi sau", "", "", None, None),
        ("Trưởng ấp", "", "", None, None),
        ("Danh sách tổ công nghệ số cộng đồng các khu phố, doanh nghiệp", "", "", None, None),
        ("Ấp 4, ấp 5", "hamlet", "", "AP", None),
        ("Tổ CNSCĐ ấp 4 và 5", "hamlet", "", "AP", None),
        ("ấp Ngã Tư/ấp Lung Rừng (6 người)", "hamlet", "", "AP", 6),
        ("Ấp 4; 5", "hamlet", "", "AP", None),
        ("Ấp 4 (ấp 5 cũ)", "hamlet", "4", "AP", None),
        ("Khu phố 3, tổ dân phố 5", "hamlet", "3", "KHU_PHO", None),
        ("Ấp 4, 5 người", "hamlet", "4", "AP", 5),
    ],
)
def test_places(text: str, kind: str, name: str, hamlet_kind: str | None, count: int | None) -> None:
    found = read_place(text)
    assert (found.kind, found.name, found.hamlet_kind, found.count) == (kind, name, hamlet_kind, count)


@pytest.mark.parametrize(
    ("text", "code", "ambiguous"),
    [
        ("ỦY BAN NHÂN DÂN XÃ MINH THUẬN", "31066", False),
        ("P.Vĩnh Thanh Vân, RG", "30730", False),
        ("xã bình an", None, True),
        ("xã Bình An, huyện Châu Thành", "30898", False),
        ("UBND XÃ VĨNH HOÀ HƯNG BẮC", "30955", False),
    ],
)
def test_communes(text: str, code: str | None, ambiguous: bool) -> None:
    found = settle(mentions(text, bare=True), districts_in(text))
    assert (found.code, found.is_ambiguous) == (code, ambiguous)


@pytest.mark.parametrize(
    ("texts", "number", "incomplete"),
    [
        (["(Kèm theo Quyết định số 45/QĐ-UBND ngày 05/8/2022 của Chủ tịch UBND xã)"], "45", False),
        (["Số: 88/QĐ-UBND", "Thạnh Lộc, ngày 30 tháng 8 năm 2022"], "88", False),
        (["theo QĐ 27/QĐ-UBND, 08/9/2022"], "27", False),
        (["(Kèm theo Quyết định số      /QĐ-UBND ngày 14/9/2022)"], None, True),
        (["Số:     /QĐ-UBND", "Rạch Sỏi, ngày    tháng 9 năm 2022"], None, True),
        (["Căn cứ Quyết định số 1234/QĐ-UBND ngày 01/02/2022 của UBND tỉnh;"], None, False),
        (["Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ"], None, False),
        (["thay thế Quyết định số 12/QĐ-UBND ngày 01/02/2022"], None, False),
    ],
)
def test_decisions(texts: list[str], number: str | None, incomplete: bool) -> None:
    found = find_decisions(texts)
    assert ((found.one or {}).get("number"), found.is_incomplete) == (number, incomplete)


@pytest.mark.parametrize(
    ("texts", "total"),
    [
        (["Tổng cộng: 03 tổ, 17 thành viên"], Total(17, 3, True)),
        (["Cộng: 05 người"], Total(5, None, False)),
        (["Cộng", "4"], Total(4, None, False)),
        (["Danh sách này có 09 thành viên./."], Total(9, None, True)),
        (["Công ty TNHH Gạo Sếu Đỏ", "4"], None),
        (["Tổng phụ trách đội"], None),
    ],
)
def test_totals(texts: list[str], total: Total | None) -> None:
    assert read_total(texts) == total


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Nguyễn Văn Lục Bình", True, False),
        ("Chau Sết", True, False),
        ("ngô văn chim sáo", True, False),
        ("Nguyễn Văn Cử", True, False),
        ("Trần Văn Trọng", True, False),
        ("còn trống", False, True),
        ("Cài đặt VNeID", False, False),
        ("Agribank", False, False),
        ("khuyết", False, True),
        ("01 đ/c VNPT", False, True),
        ("???", False, False),
        ("Trương Thanh Toàn", True, False),
        ("TÔ CÔNG HÒA", True, False),
        ("Nguyễn Công Nhân", True, False),
        ("Nguyễn Thị Khuyết", True, False),
        ("Nguyễn công nhân", False, False),
        ("Tổ Công Nghệ", False, False),
        ("Danh Sách Thành Viên", False, False),
        ("Thanh toán", False, False),
        ("Tổ phó khuyết", False, True),
    ],
)
def test_names(text: str, name: bool, kept: bool) -> None:
    assert (is_name(text), is_placeholder(text)) == (name, kept)


def test_what_is_to_be_confirmed_about_a_name() -> None:
    assert name_flags("LÊ VĂN ĐƯỚC") == ["name_case"]
    assert name_flags("Ngọc") == ["name_incomplete"]
    assert name_flags("Chau Sết") == []
