"""The role in the team, from a role column (short forms count) or from words on a line (they do not)."""

import re
from difflib import get_close_matches
from functools import lru_cache

from imports.cells import key_of
from teams.member_list.words import Words

LEADER, DEPUTY, MEMBER = "leader", "deputy", "member"

_TEAM = r"(?: (?:cua )?(?:to )?(?:t?cnscd|cns cd|cncd|cns|cong nghe so(?: cong dong)?|cds cd|cdscd))?"
_NOT_OTHER = (
    r"(?! (?:to\b(?! (?:pho|vien|truong)\b)|cua to\b|san xuat|sx|ndtq|nhan dan|tu quan|dan pho|tdp|an ninh|antt"
    r"|vay von|tiet kiem|tk\b|hoa giai|"
    r"chuyen mon|khoi|may|chuyen|bao ve|doan ket|hop tac|phu nu|dan cu|phong chay|pccc|ky thuat|kho\b|hanh chinh|"
    r"[0-9]{1,2}\b))"
)
_ON_LINE = {
    LEADER: re.compile(
        rf"\b(?<!(?<!khu )(?<!dan )pho )(?<!\bp )(?:to truong|truong to(?= (?:t?cns|cong nghe)|$)){_TEAM}{_NOT_OTHER}"
    ),
    DEPUTY: re.compile(
        rf"\b(?:to pho|(?<!khu )(?<!dan )pho to truong|p to truong|(?<!khu )(?<!dan )pho to(?= (?:t?cns|cong nghe"
        rf"|thuong truc)|$))(?: thuong truc)?"
        rf"{_TEAM}{_NOT_OTHER}"
    ),
    MEMBER: re.compile(
        rf"\b(?:to vien|thanh vien)(?: to\b(?! (?:hoa giai|ndtq|nhan dan|vay von|tiet kiem|tu quan)))?{_TEAM}"
        r"(?! (?:hdnd|hoi dong|ban\b|mttq|mat tran|bch|uy ban|ubnd|hoi\b|to hoa|to nd|to vay|doi\b|clb|htx|cong ty|"
        r"hop tac|ubmt|to tiet|gia dinh|chinh thuc))"
    ),
}
_IN_COLUMN = {
    LEADER: {"to truong", "tt", "truong", "truong to", "t truong", "t t", "ttr", "to trg", "nhom truong", "truong nhom",
             "totruong", "tot ruong", "to truong to", "to tr", "leader", "t tr", "team leader", "head"},
    DEPUTY: {"to pho", "tp", "pho", "pho to", "pho to truong", "t p", "t pho", "to pho tt", "nhom pho", "pho nhom",
             "pho truong", "topho", "to p", "pho tt", "p to truong", "to pho to", "pto", "ptt", "pho nhom truong",
             "deputy", "deputy leader", "vice leader", "deputy head"},
    MEMBER: {"tv", "thanh vien", "to vien", "t v", "tvien", "thanhvien", "t vien", "th vien", "tovien", "cac thanh vien",
             "member", "thanh vien to", "tvs", "team member"},
}  # fmt: skip
_SPELLED = {"to truong": LEADER, "to pho": DEPUTY, "thanh vien": MEMBER, "to vien": MEMBER}
_SHORT = {"tt": LEADER, "tp": DEPUTY, "tv": MEMBER}


@lru_cache(maxsize=5_000)
def role_in_column(text: str) -> str | None:
    """The role that a cell of a role column names; None for nothing or for what cannot be told."""
    key = key_of(text)
    if "?" in text:
        return None
    for role, words in _IN_COLUMN.items():
        if key in words:
            return role
    roles = {role for role, pattern in _ON_LINE.items() if pattern.search(key)}
    if len(roles) == 1:
        return roles.pop()
    if roles or len(key) > 12 or len(key.split()) > 2:
        return None
    close = get_close_matches(key, _SPELLED, n=1, cutoff=0.85)
    return _SPELLED[close[0]] if close else None


@lru_cache(maxsize=5_000)
def role_on_line(text: str) -> tuple[str | None, str]:
    """The role named in words on a line, and the line without those words. Two different roles are none."""
    rest, roles = text, set()
    for role, pattern in _ON_LINE.items():
        words = Words(rest)
        if found := words.find(pattern):
            roles.add(role)
            rest = words.without(*found)
    return (roles.pop() if len(roles) == 1 else None), rest


_SEPARATORS = re.compile(r"[,;/+()|\n]|\s[-–]\s?|-|\bkiêm\b|\bvà\b", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def role_beside_post(text: str) -> tuple[str | None, str]:
    """The role that a part of a position cell names by itself (“Trưởng ấp - Tổ trưởng”), and the other parts.

    “Tổ trưởng dịch vụ” is a post of another team, whatever it does.
    """
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    own = [part for part in parts if role_on_line(part)[0] and not key_of(role_on_line(part)[1])]
    roles = {role_on_line(part)[0] for part in own}
    if len(roles) != 1:
        return None, text
    rest = role_on_line(text)[1].replace("|", " ") if len(parts) > len(own) else ""
    return roles.pop(), rest


def role_label(text: str) -> str | None:
    """The role that a heading or a label such as “Tổ trưởng (trưởng ấp)”, “TT”, “Các thành viên” announces."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    return role_in_column(bare) or role_on_line(bare)[0]


def is_role(text: str) -> bool:
    """Whether a cell is nothing but a role: what a column of roles looks like."""
    key = key_of(text)
    return len(key) <= 30 and role_in_column(text) is not None and len(key.split()) <= 7


def short_role(text: str) -> str | None:
    """TT, TP, TV alone: a role in a remark, and as a label before a name."""
    return _SHORT.get(key_of(text))
