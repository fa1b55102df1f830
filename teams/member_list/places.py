"""A heading, cell or tab that names a team's place: hamlet, enterprise, the commune itself, and its stated count."""

import re
from dataclasses import dataclass
from functools import lru_cache

from imports.cells import has_diacritics, key_of, lines_of
from teams.member_list.names import strip_bullet
from teams.member_list.words import Words

HAMLET, COMPANY, COMMUNE = "hamlet", "enterprise", "commune"
_TEAM = r"(?:t?cnscd|cns cd|cncd|cds ?cd|cns|cong nghe so(?: cong dong)?|cong nghe cong dong|chuyen doi so cong dong)"
TEAM_WORDS = re.compile(rf"\b(?:{_TEAM})\b")
_LEADING = re.compile(
    rf"^(?:(?:danh sach|ds|thanh vien|cac thanh vien|nhan su|phu luc(?: [0-9ivx]+)?|tong hop|thanh lap|kien toan|to vien|"
    rf"(?:to|nhom)(?: so)? [0-9]{{1,2}}(?= (?:ap|khu pho|kp|khom|thon|to dan pho|{_TEAM}))|(?:cac )?to(?! dan pho"
    rf"| dp)|so [0-9]+(?= {_TEAM})|{_TEAM}|cua|tai|thuoc|dia ban|tren dia ban|o|cum|"
    rf"ten to|tham gia|doi voi) )*"
)
_KINDS = (
    ("TO_DAN_PHO", r"to dan pho|tdp|to dp"),
    ("KHU_PHO", r"khu pho|kp|k p|khupho"),
    ("AP", r"ap"),
    ("KHOM", r"khom"),
    ("THON", r"thon"),
    ("BAN", r"ban"),
    ("LANG", r"lang"),
    ("BUON", r"buon"),
    ("OTHER", r"khu vuc|xom|tieu khu|soc|phum|khu dan cu|kv"),
)
_KIND = {kind: re.compile(rf"^(?:{words})(?: so(?= [0-9]))?(?: (?=\S)|$)") for kind, words in _KINDS}
_GLUED = re.compile(r"^(kp|ap|tdp|khom|thon)([0-9]+[a-z]?)\b")
_GLUED_KINDS = {"kp": "KHU_PHO", "ap": "AP", "tdp": "TO_DAN_PHO", "khom": "KHOM", "thon": "THON"}
_COMPANY = re.compile(
    r"^(?:(?:chi nhanh|cn) )?(?:cong ty|cty|ct tnhh|cong ti|doanh nghiep|dntn|dn tn|htx|hop tac xa|xi nghiep|nha may|"
    r"tap doan|tong cong ty|co so san xuat|khu cong nghiep|kcn|lien hiep htx)\b"
)
_COMMUNE = re.compile(
    r"^(?:xa|phuong|thi tran|(?:ubnd|uy ban nhan dan) (?:xa|phuong|thi tran)|dac khu|x|p|tt)(?: |$)"
)
_DISTRICT = re.compile(r"^(?:huyen|thanh pho|thi xa|tp|tx|quan|h) ")
_COUNT = re.compile(
    r"[(\[:,\-–]?\s*(?:gồm|có|tổng số|tổng cộng|cộng|sl|số lượng)?\s*:?\s*\b(\d{1,3})\s*"
    r"(?:người|thành viên|đ/c|đồng chí|tv|tổ viên|nguoi|thanh vien|dong chi|bạn|ban)\b\s*[)\]]?",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[,;:(\[|]|\s+[-–—]\s*|\s*\n")
_END_WORDS = {
    "xã", "phường", "thuộc", "huyện", "gồm", "như", "chưa", "đã", "sẽ", "gửi", "xin", "có", "báo", "kính", "em", "chị", "anh",
    "nha", "nhé", "ạ", "tụi", "còn", "đang", "do",
}  # fmt: skip
_TALK = "thì chiều tối hôm bữa cũng vẫn để nhờ đợi chờ hẹn nữa rồi vừa cần phải"
_TALK_WORDS = frozenset(_TALK.split())
"""Words that go on with a sentence; written small only, for they also stand in names."""
_PLAIN_END_WORDS = {"xa", "phuong", "thuoc", "huyen", "gom"}
_NOT_HAMLET = re.compile(
    r"^(?:trưởng|phó|đội|này|ta|mình|em|nhà|có|đã|đang|là|của|các|mới|sẽ|đến|về|còn|chưa|viên|nào|cũ|thì|rồi|gửi|bên|tui)\b"
)
_LONGEST_PAIR = 90
_BETWEEN = re.compile(r"\s*[&+/]\s*")
_AND = re.compile(r"\bvà\b", re.IGNORECASE)
_NUMBERS = re.compile(
    r"\d{1,2}[a-z]?(?:\s*(?:[,;+&]|\bvà\b)\s*\d{1,2}[a-z]?)+(?=\s*(?:$|[:;(–-]))", re.IGNORECASE
)
"""“4, 5”, “4 và 5”: two hamlets."""
_LETTER = re.compile(r"^[A-H]\s*[.)/]\s*(?=\w{2})")


@dataclass(frozen=True)
class Place:
    """What a heading names. `rest` is what stands behind it (people in a chat, a commune after a comma).

    A hamlet without a name: the text names several (“ấp 4, ấp 5”), or cannot be read.
    """

    kind: str = ""
    name: str = ""
    hamlet_kind: str | None = None
    count: int | None = None
    has_team_word: bool = False
    rest: str = ""
    written: str = ""


NO_PLACE = Place()


def kind_of(text: str) -> str | None:
    """The kind of hamlet that a heading of a column names: “Ấp”; none for “Ấp/KP”."""
    key = key_of(text)
    kinds = {kind for kind, words in _KINDS if re.search(rf"\b(?:{words})\b", key) and kind != "BAN"}
    return kinds.pop() if len(kinds) == 1 else None


@lru_cache(maxsize=10_000)
def read_place(text: str) -> Place:
    """The place that a text begins with, after order number, “danh sách”, “tổ công nghệ số cộng đồng”."""
    text = strip_bullet(" ".join(lines_of(text).split()).strip("*_#= ")).strip("*_ ")
    text = _LETTER.sub("", text)
    count, text = _take_count(text)
    words = Words(text)
    if not words.spans:
        return NO_PLACE
    lead = _LEADING.match(words.key + " ")
    first = len(lead[0].split()) if lead else 0
    has_team_word = bool(TEAM_WORDS.search(" ".join(words.plain[:first])))
    if first >= len(words.spans):
        return Place(count=count, has_team_word=has_team_word)
    key = " ".join(words.plain[first:])
    tail = text[words.spans[first][0] :]
    found = (
        _company(tail, key)
        or _hamlet(tail, key, first, words)
        or _commune(tail, key, has_team_word=has_team_word)
    )
    if found is None:
        return Place(count=count, has_team_word=has_team_word, rest=tail)
    return Place(found.kind, found.name, found.hamlet_kind, count, has_team_word, found.rest, text)


_INSIDE = re.compile(
    rf"\b(?:to )?{_TEAM} (?:cua |tai |o |cac )?(?:ap|kp|khu pho|khom|thon|ban|lang|to dan pho|tdp|cong ty|cty|htx|hop tac xa) "
)


def place_inside(text: str) -> Place:
    """The place of “… danh sách tổ CNSCĐ ấp Kinh Ranh”, wherever it stands in a title."""
    words = Words(" ".join(lines_of(text).split()))
    found = words.find(_INSIDE)
    return read_place(words.text[words.spans[found[0]][0] :]) if found else NO_PLACE


def place_behind_commune(text: str) -> Place:
    """The hamlet of “Xã Minh Thuận - Ấp Kinh Ranh”, a title that names the two and nothing else."""
    parts = [part.strip() for part in re.split(r"[,;:|]|\s[-–]\s", text) if part.strip()]
    if len(text) > _LONGEST_PAIR or not 1 < len(parts) <= 4 or ":" in text[-1:]:
        return NO_PLACE
    *before, last = parts
    is_before = all(_COMMUNE.match(key_of(part)) or _DISTRICT.match(f"{key_of(part)} ") for part in before)
    place = read_place(last)
    return place if is_before and place.kind == HAMLET and not place.rest else NO_PLACE


def place_in_address(text: str) -> Place:
    """The hamlet of an address: “Số 12, tổ 3, ấp Kinh Ranh, xã Minh Thuận”."""
    places = [
        place for part in re.split(r"[,;]|\s[-–]\s", text) if (place := read_place(part)).kind == HAMLET
    ]
    return places[0] if len(places) == 1 else NO_PLACE


def _take_count(text: str) -> tuple[int | None, str]:
    match = _COUNT.search(text)
    if not match:
        return None, text
    return int(match[1]), f"{text[: match.start()]} {text[match.end() :]}".strip(" -–:;,.")


def _company(text: str, key: str) -> Place | None:
    if not _COMPANY.match(key):
        return None
    bare = re.sub(r"\([^)]*\)", " ", text)
    name = re.split(r"[:;,\n]|\s[-–]\s", bare, maxsplit=1)[0]
    return Place(COMPANY, " ".join(name.split()), rest=bare[len(name) :].strip(" :;,-–"))


def _hamlet(text: str, key: str, first: int, words: Words) -> Place | None:
    if glued := _GLUED.match(key):
        end = text.lower().index(glued[2]) + len(glued[2])
        return Place(HAMLET, _number(glued[2]), _GLUED_KINDS[glued[1]], rest=_rest(text[end:]))
    for kind, pattern in _KIND.items():
        match = pattern.match(key)
        if not match or (kind == "BAN" and not text.lower().startswith("bản")):
            continue
        skipped = len(match[0].split())
        if first + skipped >= len(words.spans):
            return None
        begin = words.spans[first + skipped][0]
        if re.search(r"[,;(/+]", words.text[words.spans[first + skipped - 1][1] : begin]):
            return None
        if numbers := _NUMBERS.match(words.text, begin):
            return Place(HAMLET, "", kind, rest=_rest(words.text[numbers.end() :]))
        name, rest = _name_and_rest(words.text[begin:])
        if (other := _other_hamlet(name, rest)).hamlet_kind == kind:
            # “Ấp 4, ấp 5” is neither of the two; hamlets of two kinds lie one inside the other.
            return Place(HAMLET, "", kind, rest=other.rest)
        if _AND.search(name):
            return Place(HAMLET, "", kind, rest=rest)
        if not name or _NOT_HAMLET.match(name) or len(name.split()) > 7:
            return None
        return Place(HAMLET, name, kind, rest=rest)
    return None


def _other_hamlet(name: str, rest: str) -> Place:
    """A second hamlet, named right behind the first."""
    first, *others = _BETWEEN.split(name, maxsplit=1)
    other = read_place(others[0] if others else rest)
    is_other = other.kind == HAMLET and not other.has_team_word and other.name != first
    return other if is_other else NO_PLACE


def _name_and_rest(text: str) -> tuple[str, str]:
    match = _END.search(text)
    end = match.start() if match else len(text)
    words = Words(text[:end])
    is_plain = not has_diacritics(text)
    for place, plain in enumerate(words.plain):
        written = words.piece(place, place + 1)
        word = written.lower()
        ends = (
            word in _END_WORDS
            or written in _TALK_WORDS
            or written == "TT"
            or (is_plain and word in _PLAIN_END_WORDS)
        )
        if place > 0 and (ends or (plain == "thi" and words.plain[place + 1 : place + 2] == ["tran"])):
            end = words.spans[place][0]
            break
    name = text[:end].strip(" .-–*\"'“”()")
    return tidy(name), _rest(text[end:])


def _rest(text: str) -> str:
    text = re.sub(r"^\s*\([^)]*\)", " ", text)
    return text.strip(" .,;:)-–*").strip()


def _commune(text: str, key: str, *, has_team_word: bool) -> Place | None:
    if _COMMUNE.match(key):
        return Place(COMMUNE, text, rest="")
    if has_team_word and _DISTRICT.match(key):
        return Place("", text, rest=text)
    return None


def tidy(name: str) -> str:
    """A hamlet's name as a name: no leading zeros, capitals only at the beginnings when all is capitals."""
    name = " ".join(name.split())
    if name.upper() == name and any(letter.isalpha() for letter in name):
        name = " ".join(_titled(word) for word in name.split())
    return _number(name)


def _titled(word: str) -> str:
    if not word.isalpha() or len(word) == 1 or re.fullmatch(r"[IVX]+", word):
        return word
    return word.capitalize()


def _number(name: str) -> str:
    return re.sub(r"(?<![\w])0+(?=\d)", "", name.upper() if re.fullmatch(r"\d+[a-z]", name) else name)


@lru_cache(maxsize=10_000)
def is_hamlet(text: str) -> bool:
    """Whether a cell says ấp, khu phố … with a name and nothing more: what a column of hamlets looks like."""
    found = read_place(text)
    return found.kind in (HAMLET, COMPANY) and not found.rest.count(" ") > 6


def bare_hamlet(text: str) -> Place:
    """A hamlet without its kind word, as a column or a tab may give it."""
    name, rest = _name_and_rest(strip_ordinal(text))
    if _NUMBERS.fullmatch(text.strip()) or _AND.search(name):
        return Place(HAMLET, written=text)
    return Place(HAMLET, name, rest=rest) if name and len(name.split()) <= 7 else NO_PLACE


def strip_ordinal(text: str) -> str:
    """The text without roman or arabic numbers that only count sections; a number alone is a name."""
    stripped = strip_bullet(text)
    return stripped or text.strip(" .,:;-")
