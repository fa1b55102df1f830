"""Where a position begins and ends beside a name that nothing separates from it."""

import re
from functools import lru_cache

from imports.cells import has_diacritics, key_of
from teams.member_list.categories import is_position, patterns
from teams.member_list.names import FAMILY_NAMES, is_name, is_surely_name
from teams.member_list.roles import short_role
from teams.member_list.words import Words

# Words that make an attribute of a segment even where no category knows it.
_WEAK = re.compile(
    r"\b(?:to|ban|chua|doi|clb|cau lac bo|nhan vien|nv|dai dien|chu|pho|truong|thu ky|uy vien|hoi|cong tac vien|ctv|dang vien|"
    r"bao ve|dan quan|to ndtq|ndtq|thanh phan|nguoi|tho|sinh vien|hoc sinh|huu tri|sx|kinh doanh|quan ly|cong nhan|achar|acha|"
    r"su|linh muc|muc su|thay)\b"
)
_WEAK_WORDS = frozenset(("tổ", "chùa", "đội", "chủ", "phó", "trưởng", "hội", "thợ", "người", "thầy", "sư"))
_STATUS = re.compile(
    r"^(?:moi|cu|thay .*|nghi .*|da .*|dang .*|con .*|o .*|nha .*|khmer|kinh|hoa|ghi chu.*|chua (?:ro|co|biet|xac|cap"
    r"|bo|nho|kip|lap) .*|chinh|du bi.*|zalo|so .*)$"
)
_LEADS = tuple(
    tuple(lead.split())
    for lead in (
        "bi thu", "pho", "truong", "hoi", "chi hoi", "can bo", "ctv", "cong tac vien", "nhan vien", "nv", "chu tich", "ban",
        "bt", "pbt", "to truong", "to", "quyen", "chi", "uy ban", "dai dien", "giao dich vien", "gdv", "p", "tb", "pct", "ct",
        "uy vien", "uv", "thu ky", "quy", "cb", "hoi truong", "hoi pho", "bch", "chi uy", "tram", "truong ban", "vien chuc",
    )
)  # fmt: skip


_SHORT_BEHIND = re.compile(r"^(.*[^\W\d_]*[a-zà-ỹ]) ([A-ZĐ]{2,5})$")
"""“Danh Cá Phèn CCB”: capitals behind a name that is not in capitals."""


def _is_short_post(text: str) -> bool:
    return is_position(text) and short_role(text) is None


def is_status(text: str) -> bool:
    """Whether words beside a name only say how things stand: “mới”, “thay ông …”, “ở đầu kinh”."""
    return bool(_STATUS.match(key_of(text)))


@lru_cache(maxsize=20_000)
def is_attribute(text: str) -> bool:
    """Whether a segment beside a name is a post or organisation."""
    key = key_of(text)
    if not key or is_status(text):
        return False
    if is_position(text):
        return not is_surely_name(text)
    if text.istitle() and text.isalpha() and has_diacritics(text) and text.lower() not in _WEAK_WORDS:
        # “Bần” is no ban, “Sú” no sư.
        return False
    return bool(_WEAK.search(key)) and not is_name(text)


@lru_cache(maxsize=20_000)
def split_off_position(text: str, *, whole_may_be_name: bool) -> tuple[str, str, str]:
    """Position before, name, position behind. The name is empty when the whole text is a position."""
    if (short := _SHORT_BEHIND.match(text)) and _is_short_post(short[2]) and is_name(short[1]):
        return "", short[1], short[2]
    if is_surely_name(text) and whole_may_be_name:
        return "", text, ""
    words = Words(text)
    starts = _starts(words)
    if 0 in starts:
        return _after_position(words)
    cuts = [start for start in starts if _may_begin(words, start)]
    if cuts and (whole_may_be_name or is_position(text)):
        cut = min(cuts)
        return "", words.piece(0, cut), words.text[words.spans[cut][0] :].strip()
    return ("", text, "") if whole_may_be_name else (text, "", "")


def _after_position(words: Words) -> tuple[str, str, str]:
    """“Trưởng ấp Nguyễn Văn A”: the name is the longest ending that begins with a family name, or what a title opens."""
    count = len(words.spans)
    for first in range(1, count - 1):
        tail = words.piece(first, count)
        if (
            words.plain[first] in FAMILY_NAMES
            and count - first >= 2
            and is_surely_name(tail)
            and not is_position(tail)
        ):
            return words.piece(0, first), tail, ""
        if words.plain[first] in ("ong", "ba", "anh", "chi", "co", "chu", "thay") and first + 1 < count:
            title, rest = words.piece(first, first + 1).lower(), words.piece(first + 1, count)
            if title in ("ông", "bà", "anh", "chị", "cô", "chú", "thầy") and rest[:1].isupper():
                return words.piece(0, first), f"{words.piece(first, first + 1)} {rest}", ""
    return words.text, "", ""


def _starts(words: Words) -> set[int]:
    starts = set()
    for pattern in patterns():
        for match in pattern.finditer(words.key):
            starts.add(_with_lead(words, words.words_at(*match.span())[0]))
    return starts


def _with_lead(words: Words, start: int) -> int:
    """“bí thư chi đoàn” begins at bí, though only chi đoàn names the organisation."""
    moved = True
    while moved and start > 0:
        moved = False
        for lead in _LEADS:
            first = start - len(lead)
            if first >= 0 and tuple(words.plain[first:start]) == lead and _is_small(words, first):
                start, moved = first, True
                break
    return start


def _is_small(words: Words, place: int) -> bool:
    """Whether a word may open a post: written small, in capitals, or first of a run of small words (“Bí thư”)."""
    if place == 2 and words.plain[1] in ("van", "thi") and words.piece(2, 3).istitle():
        # Nobody is called “Nguyễn Văn”: in “Nguyễn Văn Bần trưởng ấp” the third word is the name.
        return False
    word, following = words.piece(place, place + 1), words.piece(place + 1, place + 2)
    return place == 0 or word.islower() or (word.isupper() and len(word) > 1) or following.islower()


def _may_begin(words: Words, start: int) -> bool:
    """Whether a position may begin at this word of a name: written small, as capitals alone, or as “Trưởng ấp”."""
    if start == 0:
        return False
    word = words.piece(start, start + 1)
    following = words.piece(start + 1, start + 2)
    all_one_case = words.text == words.text.upper() or words.text == words.text.lower()
    if all_one_case:
        return (
            start >= 2 and is_position(words.piece(start, len(words.spans))) and len(words.spans) - start >= 1
        )
    if word.islower() or (word.isupper() and len(word) > 1):
        return True
    return following.islower() or (start >= 2 and not is_surely_name(words.text))
