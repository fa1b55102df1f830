"""What a row without a member is: heading of a section, total, end of the list, talk."""

import re
from collections.abc import Iterable
from datetime import date

from imports.cells import key_of
from teams.member_list.places import TEAM_WORDS

_ORDINAL = re.compile(r"^\(?(?:[ivx]{1,5}|[a-h]|[0-9]{1,3})\s*[.)/:]?\)?$", re.IGNORECASE)
_ROMAN = re.compile(r"^\(?(?:[IVX]{1,5}|[A-H])\s*[.)/:]?\)?$")
_COUNT = re.compile(
    r"^\(?(?:sl:?|số lượng:?|gồm|có)?\s*(\d{1,3})\s*(?:người|thành viên|đ/c|đồng chí|tv|nguoi|thanh vien)?\)?$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:noi nhan|nguoi lap|nguoi tong hop|nguoi bao cao|xac nhan|thu truong|tm (?:uy ban|ubnd|dang|ban|bch)|tm$"
    r"|kt (?:chu tich|giam doc)|"
    r"kt$|da ky|ky (?:ten|va ghi|ghi)|chu tich$|pho chu tich$|quyen chu tich$|nguoi duyet|can bo (?:lap|phu trach|tong hop)|"
    r"luu vt|luu$|ubnd (?:xa|phuong|thi tran)$|lap bieu|lap bang|bi thu$|to truong ky|giam doc$|ky thay)\b"
)
_SURE_END = re.compile(
    r"^(?:noi nhan|nguoi lap|tm (?:uy ban|ubnd)|kt chu tich|da ky|ky (?:ten|va ghi|ghi)|nguoi tong hop)"
)
_PLACE_AND_DAY = re.compile(r"\bngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam\b")
_OTHER_BODY = re.compile(
    r"\b(?:ban chi dao|ban dieu hanh|to giup viec|to cong tac|ban quan ly|hoi dong|ban chap hanh|to de an|de an 06|ban to chuc|"
    r"to dan van|ban thanh tra|to hoa giai|doi dan phong|to bao ve|ban giam sat|to tham muu|ban bien tap|to thu ky|"
    r"to tu quan|to nhan dan tu quan|to an ninh|ban nhan dan ap|ban van dong|tieu ban|doan kiem tra|to y te"
    r"|doi hinh|doi xung kich|doi (?:thanh nien )?tinh nguyen)\b"
)
_OTHER_LIST = re.compile(
    r"\b(?:danh sach|ds) (?:dai bieu|cu tri|ho (?:ngheo|dan|gia dinh|kinh doanh)|chu ho|hoc (?:vien|sinh)"
    r"|nguoi (?:cao tuoi|lao dong|du|tham du|nhan)|"
    r"khach moi|tham du|du hop|nhan (?:qua|tien)|diem danh|dang ky tap huan|cong nhan)"
)
_DAY = re.compile(
    r"ngày\s*(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*(20\d{2})", re.IGNORECASE
)
_DONE_BY = re.compile(
    r"^(?:nguoi|can bo|don vi|bo phan|ca nhan) (?:phu trach|thuc hien|chu tri|phoi hop)|^chu tri\b"
)
_WORK = re.compile(
    r"^(?:noi dung|cong viec|hoat dong|ten cong viec|nhiem vu cu the|tien do|kinh phi|thoi gian thuc hien)\b"
)
_SAMPLE = re.compile(r"^(?:vd|vi du|mau|v d|example|\(mau\)|dong mau)\b")


def is_ordinal(text: str) -> bool:
    """A number or letter that only counts."""
    return bool(_ORDINAL.match(text.strip()))


def is_roman(text: str) -> bool:
    """A roman number or a capital letter: how sections are counted."""
    return bool(_ROMAN.match(text.strip()))


def count_in(text: str) -> int | None:
    """The number in a cell that only counts people."""
    match = _COUNT.match(text.strip())
    return int(match[1]) if match else None


def ends_list(texts: Iterable[str]) -> bool:
    """Whether a row belongs to the signatures: every cell of it, or a sure word in one."""
    keys = [key_of(text) for text in texts if text]
    if any(_SURE_END.match(key) for key in keys):
        return True
    return bool(keys) and all(_END.match(key) or _PLACE_AND_DAY.search(key) for key in keys)


def names_other_body(text: str) -> bool:
    """Whether a title speaks of a steering committee or the like and of no digital team."""
    key = key_of(text)
    return bool(_OTHER_BODY.search(key)) and not TEAM_WORDS.search(key) and len(key) < 160


def names_other_list(text: str) -> bool:
    """Whether a title says that the people listed are something else: guests, voters, pupils."""
    key = key_of(text)
    return bool(_OTHER_LIST.search(key)) and not TEAM_WORDS.search(key)


def is_plan(headings: Iterable[str]) -> bool:
    """Whether headings are those of a plan: what is to be done, when, and who sees to it."""
    keys = [key_of(heading) for heading in headings]
    return any(_DONE_BY.search(key) for key in keys) and any(_WORK.search(key) for key in keys)


def is_sample(text: str) -> bool:
    """A line that shows how to fill the form in."""
    return bool(_SAMPLE.match(key_of(text)))


def is_title(text: str) -> bool:
    """A row that begins a list: “DANH SÁCH …”, “TỔ CÔNG NGHỆ SỐ …”."""
    key = key_of(text)
    return bool(re.match(r"^(?:[ivx0-9a-h]{1,4} )?(?:danh sach|ds |phu luc)", key)) or bool(
        TEAM_WORDS.search(key)
    )


def is_team_title(text: str) -> bool:
    """Whether a title speaks of a digital team."""
    return bool(TEAM_WORDS.search(key_of(text)))


def days_in(text: str) -> list[date]:
    """The days written in a title: “ngày 05/8/2022”, “ngày 15 tháng 8 năm 2022”."""
    found = []
    for match in _DAY.finditer(text):
        try:
            found.append(date(int(match[3]), int(match[2]), int(match[1])))
        except ValueError:
            continue
    return found
