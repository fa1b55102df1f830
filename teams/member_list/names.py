"""Names of people: what stands before them, what cannot be one, and places kept for somebody not named yet."""

import re
from functools import lru_cache

from imports.cells import key_of, lines_of
from teams.member_list.categories import is_position
from teams.member_list.roles import role_in_column

CASE, INCOMPLETE, REMARK, PLACEHOLDER, UNREADABLE = (
    "name_case", "name_incomplete", "name_remark", "name_placeholder", "name_unreadable",
)  # fmt: skip

_FAMILY = """
nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan lam truong trinh mai dao cao ha
luong luu chau ta quach to thai phung tang kieu lieu la quan trieu ton dam thach kim son danh thi kien neang
neng tien lu giang nghiem ong au vuong mac hua khuu lai kha tong tiet tu nhan bach che trang chung hong hang lac
luc man ninh phu sam ung uong van khong diep dien doanh khuat liem lo mach nhieu phuong phi sa suu tieu tra
vien xa y thuong tat thieu thoi vinh khau cam cu du di huu no mau mong quyen luyen nong hau bo doi hinh chu
"""
FAMILY_NAMES = frozenset(_FAMILY.split())
_WRITTEN = """
Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Danh Thị Lâm Trương Trịnh Châu Tạ Phùng
"""
_COMMON = frozenset(_WRITTEN.split())
"""Names so common that “Nguyễn văn tôm” is a name, though two of its words are written small."""
_ALSO_WRITTEN = """
Tô Hà Mai Cao Đào Đoàn Quách Thái Tăng Kiều Lưu Lương Triệu Tôn Đàm Thạch Kim Lại Khưu Vương Tiêu Lữ La Mạc
"""
_FAMILY_AS_WRITTEN = _COMMON.union(_ALSO_WRITTEN.split())
"""Tô is a family, Tổ is none."""
_MALE = "ông|anh|chú|thầy|cậu|ong|thay|chu"
_FEMALE = "bà|chị|cô|dì|thím|mợ|ba|chi|co"
_NEUTRAL = "đồng chí|đ\\s*/\\s*c|đ\\.c|đc|d/c|dong chi|em|bác|sư cô|sư|đại đức|thượng tọa|ths|th\\.\\s?s|bs|cn|ks|mr|mrs|ms"
_FEMALE_TITLES = {"mrs", "ms", "sư cô"}
_MALE_TITLES = {"mr"}
_HONORIFIC = re.compile(
    rf"^(?:(?P<male>{_MALE})|(?P<female>{_FEMALE})|(?P<neutral>{_NEUTRAL})|(?P<short>[ôaobc])\s?\.|(?P<letter>[ôaobc]))"
    r"(?:\s*[.:]\s*|\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
_PLAIN_TWINS = {"ba", "chi", "co", "ong", "thay", "chu", "em", "cn", "ks", "ms", "mr"}
_BULLET = re.compile(
    r"^(?:[\s\-–—•●○◦▪■□◆◇*+►▶➢➤→>✓✔✅☑🔹🔸👉📌★☆·.~=_#|]+|[^\w\s\"“”()'’.,;:!?/&@%$]+\s*|"
    r"\(?[0-9]{1,3}\s*[.)/:\-–]+\s*(?=\D|$)|\(?[0-9]{1,3}\s+(?=[^\W\d_])|[0-9️⃣]{1,4}⃣\s*|"
    r"\(?[a-z]\s?[)/]\s*|[a-zđ]\.\s+|(?:STT|Stt|stt)\s*[0-9]{1,3}\s*[.:)\-]?\s*|[IVX]{1,5}\s*[.)/]\s*)"
)
_HEAD_END = re.compile(r"[\n,;(:0-9]|\s[-–]\s")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-.][^\W\d_]+)*\.?")

_PLACEHOLDER = re.compile(
    r"\b(?:khuyet|cu(?: nguoi)? sau|se cu|(?:dang |cho |se )?bo sung(?: sau)?|cap nhat sau|gioi thieu sau|chua biet"
    r"|cho (?:cu|bo sung|phan cong|gioi thieu)|(?:cu|phan cong) nguoi|de nghi cu|de xuat sau|thieu nguoi"
    r"|(?:de|con|bo|vi tri|ghe|suat) trong$|^trong$"
    r"|chua (?:co|cu|phan|xac|ro|bo|chon|bau|gioi|kien|de cu|ten)\w*|dang (?:tuyen|cho|de|xin|bau|lay|chon)\w*"
    r"|se (?:gioi thieu|bo sung|cap nhat|chon|bau|kien toan)|khong co(?: nguoi)?|can bo sung)\b"
)
_SENT = re.compile(
    r"^.+?\s+(?:se )?(?:cu|gioi thieu|phan cong|bo nhiem|sap cu|dang cu)(?: nguoi| can bo| nhan vien| sau)*$"
)
_SOMEBODY = re.compile(
    r"^(?:nhan vien|can bo|nguoi|dai dien|0?[1-9] (?:dong chi|d c|dc|nguoi|nhan vien|can bo|dai dien)|0?[1-9])\b(?: (?:cua|ben))?"
)
_EMPTY_MARKS = frozenset("-–—._…/*() xX[]")
_NOT_NAMES = re.compile(
    r"\b(?:danh sach|to cong nghe|cnscd|cong hoa|doc lap|tong cong|tong so|thanh vien|to truong|to pho|khu pho|"
    r"ghi chu|ho va ten|ho ten|so dien thoai|nam sinh|nguoi lap|noi nhan|ke hoach|noi dung|thoi gian|dia diem|"
    r"luu vt|luu van thu|nhu tren|nhu dieu|"
    r"cam on|nha chi|hoi truong|nha van hoa|truc tuyen|thanh toan|cai dat|tap huan|huong dan|"
    r"cong nghe|dich vu|nhan vien|can bo|cong nhan|ky thuat|ban hang)\b"
)
_TALK = re.compile(r"\b(?:xin|gui|gửi|chao|chào|nhe|nhé|giup|giúp)\b", re.IGNORECASE)
"""Words of a message; with other accents they may be names (Gùi, Chảo, Nhẹ)."""
_KIND_FIRST = re.compile(
    r"^(?:ấp|kp|khu phố|khóm|thôn|xã|phường|thị trấn|huyện|tỉnh|tổ|ban|hội|chùa|trường|trưởng|đội|trạm|công ty|cty|htx)\b",
    re.IGNORECASE,
)


def head_of(text: str) -> str:
    """The words before a bracket, a number, a separator or the end of the line, where a name stands."""
    return _HEAD_END.split(text, maxsplit=1)[0].strip()


def strip_bullet(text: str) -> str:
    """The text without order numbers, bullets and emoji at its beginning."""
    previous = None
    text = text.strip()
    while previous != text:
        previous = text
        text = _BULLET.sub("", text, count=1).strip()
    return text


def take_honorific(text: str, *, in_talk: bool = False) -> tuple[str | None, str]:
    """The sex that a form of address tells (or none), and the text without it. Only one is taken off."""
    match = _HONORIFIC.match(text)
    if not match:
        return None, text
    rest = text[match.end() :].strip()
    word = match[0].strip(" .:").lower()
    if match["letter"]:
        return _single_letter(match["letter"], rest, text, in_talk=in_talk)
    if word in _PLAIN_TWINS and not _stands_for_title(word, match[0], rest):
        return None, text
    if match["male"] or word in _MALE_TITLES or (match["short"] or "").lower() in ("ô", "a", "o"):
        return "M", rest
    if match["female"] or match["short"] or word in _FEMALE_TITLES:
        return "F", rest
    return None, rest


def _stands_for_title(word: str, written: str, rest: str) -> bool:
    """A form of address without its accent (ong, ba, chi) counts before a text without accents, and with a dot."""
    return (
        "." in written
        or ":" in written
        or (rest.isascii() and word not in ("em",))
        or word in ("cn", "ks", "mr", "ms")
    )


def _single_letter(letter: str, rest: str, text: str, *, in_talk: bool) -> tuple[str | None, str]:
    """“A Sậy” in talk is Anh Sậy; in a table “A” may be a family name, unless a whole name follows it."""
    words = key_of(rest).split()
    whole = len(words) > 1 and words[0] in FAMILY_NAMES
    if not letter.isupper() or not (in_talk or whole):
        return None, text
    return ("M" if letter in "ÔAO" else "F"), rest


def is_placeholder(text: str) -> bool:
    """A line kept for somebody who is not named yet: “(VNPT cử)”, “khuyết”, “bổ sung sau”, dots, a post alone."""
    if not text or set(text) <= _EMPTY_MARKS:
        return bool(text)
    if text.startswith("(") and ")" in text[1:-1] and is_placeholder(text[: text.index(")") + 1]):
        return True
    key = key_of(text)
    kept = _PLACEHOLDER.search(key)
    if (kept and not _is_given_name(kept, text)) or (_SENT.match(key) and not is_surely_name(text)):
        return not _has_name_before(text)
    bare = _SOMEBODY.sub("", key)
    return bare != key and (not bare.strip() or is_position(bare) or is_position(text))


def _has_name_before(text: str) -> bool:
    """A whole name before the remark: “Nguyễn Văn A (bổ sung)” names somebody."""
    head = re.split(r"[(\[,;–]| - ", text, maxsplit=1)[0].strip()
    gender, bare = take_honorific(head)
    if gender and can_be_name(bare) and bare[:1].isupper() and not is_position(bare):
        return True
    return (
        bool(head)
        and is_name(head)
        and not _PLACEHOLDER.search(key_of(head))
        and not _SENT.match(key_of(head))
    )


@lru_cache(maxsize=20_000)
def can_be_name(text: str) -> bool:
    """Whether a text can be the name of a person at all: one to seven words of letters."""
    words = text.split()
    if not 1 <= len(words) <= 7 or len(text) > 60:
        return False
    return all(_LETTERS.fullmatch(word) for word in words) and any(len(key_of(word)) > 0 for word in words)


@lru_cache(maxsize=20_000)
def is_name(text: str) -> bool:
    """Whether a text looks like a whole name and like nothing else: what a column of names looks like."""
    text = re.sub(r"\([^)]*\)", " ", lines_of(text)).strip()
    bare = take_honorific(strip_bullet(text))[1].strip(" .,;:-")
    bare = re.sub(r"\s*[-–,(]?\s*(?:19|20)\d\d\)?$", "", bare)
    key = key_of(bare)
    if (
        not can_be_name(bare)
        or _says_what_no_name_says(bare)
        or _TALK.search(bare)
        or len(key.split()) < 2
        or role_in_column(bare)
    ):
        return False
    words = bare.split()
    if _KIND_FIRST.match(bare) and not key.startswith("truong"):
        return False
    family = key.split()[0] in FAMILY_NAMES
    one_case = bare == bare.lower() or bare == bare.upper()
    titled = all(word[0].isupper() for word in words) or (
        words[0] in _COMMON and len(words) > 2 and not is_position(bare)
    )
    if is_position(bare):
        return family and titled and not one_case and len(words) in (2, 3, 4) and not _KIND_FIRST.match(bare)
    if bare == bare.lower() and not family:
        return False
    return (titled or one_case) and (family or (not _KIND_FIRST.match(bare) and len(words) <= 5))


def _says_what_no_name_says(text: str) -> bool:
    found = _NOT_NAMES.search(key_of(text))
    return found is not None and not _is_given_name(found, text)


def _is_given_name(found: re.Match[str], text: str) -> bool:
    """“Thanh toán” names nobody, but Trương Thanh Toàn, Tô Công Hòa and Nguyễn Công Nhân are people."""
    words = text.split()
    return (
        found.start() > 0
        and found.end() == len(found.string)
        and len(words) in (3, 4)
        and words[0].capitalize() in _FAMILY_AS_WRITTEN
        and (text.isupper() or all(map(str.istitle, words)))
    )


@lru_cache(maxsize=20_000)
def is_surely_name(text: str) -> bool:
    """A name that begins with a known family name."""
    bare = take_honorific(strip_bullet(re.sub(r"\([^)]*\)", " ", text)))[1]
    return is_name(text) and key_of(bare).split()[0] in FAMILY_NAMES


def name_flags(name: str) -> list[str]:
    """What is to be confirmed about a name that was read."""
    flags = []
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) > 1 and (all(map(str.isupper, letters)) or all(map(str.islower, letters))):
        flags.append(CASE)
    if len(name.split()) == 1:
        flags.append(INCOMPLETE)
    return flags
