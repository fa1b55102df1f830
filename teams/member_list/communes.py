"""Which commune a list names, from the bundled lists of areas alone; the database is not asked."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from areas.loading import DATA, KIEN_GIANG_2022, VIETNAM_2025
from imports.cells import has_diacritics
from teams.member_list.words import Words
from vietnamese.text import normalise_name

HOME_PROVINCE = "91"
_KIND_WORDS = {
    ("xa",): "XA", ("x",): "XA", ("phuong",): "PHUONG", ("p",): "PHUONG", ("thi", "tran"): "THI_TRAN", ("tt",): "THI_TRAN",
    ("t", "tran"): "THI_TRAN", ("dac", "khu"): "DAC_KHU",
}  # fmt: skip
_DISTRICT_WORDS = {
    ("huyen",),
    ("h",),
    ("thanh", "pho"),
    ("tp",),
    ("thi", "xa"),
    ("tx",),
    ("quan",),
    ("t", "pho"),
}
_SHORT_DISTRICTS = {
    "rg": "rach gia",
    "tprg": "rach gia",
    "ht": "ha tien",
    "pq": "phu quoc",
    "tpht": "ha tien",
    "tppq": "phu quoc",
}
_LONGEST_NAME = 6
_BEFORE_BARE = re.compile(r"(?:ubnd|uy ban nhan dan|cong dong|cnscd|cong nghe so|cnsc?d)$")


@dataclass(frozen=True)
class Unit:
    """One commune of one list of areas."""

    code: str
    kind: str
    name: str
    district: str


@dataclass(frozen=True)
class Mention:
    """A commune as a text names it: the units that it may be, and whether a letterhead says so."""

    units: tuple[Unit, ...]
    words: str
    is_letterhead: bool = False
    has_kind: bool = True


@dataclass(frozen=True)
class Register:
    """One bundled list: communes by the plain words of their names, and the names of districts."""

    by_words: dict[tuple[str, ...], tuple[Unit, ...]]
    districts: dict[tuple[str, ...], str]


@lru_cache(maxsize=4)
def register(file: str, province: str = HOME_PROVINCE) -> Register:
    """The communes of a province in one list."""
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    districts = {
        row["code"]: row["name"]
        for row in rows
        if row["level"] == "district" and row["parent_code"] == province
    }
    by_words: dict[tuple[str, ...], tuple[Unit, ...]] = {}
    for row in rows:
        parent = row["parent_code"]
        if row["level"] != "commune" or not (parent in districts or parent == province):
            continue
        unit = Unit(row["code"], row["kind"], row["name"], _plain(districts.get(parent, "")))
        words = tuple(Words(row["name"]).plain)
        by_words[words] = (*by_words.get(words, ()), unit)
    return Register(by_words, {tuple(Words(name).plain): _plain(name) for name in districts.values()})


def _plain(name: str) -> str:
    return Words(name).key


def registers(*, is_new: bool) -> list[Register]:
    """Both lists, the one of the list's own time first."""
    old, new = register(KIEN_GIANG_2022.file), register(VIETNAM_2025.file)
    return [new, old] if is_new else [old, new]


def districts_in(text: str) -> set[str]:
    """The districts that a text names, with or without the word huyện."""
    known = register(KIEN_GIANG_2022.file).districts
    words = Words(text)
    found = {_SHORT_DISTRICTS[word] for word in words.plain if word in _SHORT_DISTRICTS}
    for start in range(len(words.plain)):
        for length in (2, 3, 1):
            piece = tuple(words.plain[start : start + length])
            if piece in known and (_after_district_word(words, start) or _stands_apart(words, start)):
                found.add(known[piece])
    return found


def _after_district_word(words: Words, start: int) -> bool:
    plain = words.plain
    return (
        tuple(plain[start - 1 : start]) in _DISTRICT_WORDS
        or tuple(plain[max(start - 2, 0) : start]) in _DISTRICT_WORDS
    )


def _stands_apart(words: Words, start: int) -> bool:
    """After a comma, a dash or a bracket: “xã Bình An, Châu Thành”."""
    if start == 0:
        return False
    between = words.text[words.spans[start - 1][1] : words.spans[start][0]]
    return bool(re.search(r"[,(\-–/]", between))


def mentions(text: str, *, is_new: bool = False, bare: bool = False) -> list[Mention]:
    """The communes that a text names after a kind word; `bare`: or as the whole text, as in a column."""
    words = Words(text)
    for known in registers(is_new=is_new):
        found = _mentions(words, known)
        if not found and bare:
            found = _bare(words, known)
        if found:
            return found
    return []


def is_commune(text: str) -> bool:
    """Whether a text is nothing but a commune with its kind: “Xã Vĩnh Phước A”."""
    words = Words(text).plain
    kind = next((length for length in (2, 1) if tuple(words[:length]) in _KIND_WORDS), 0)
    return bool(kind) and len(words) <= kind + _LONGEST_NAME and bool(mentions(text))


def is_bare_commune(text: str) -> bool:
    """Whether a text is nothing but the name of a commune, with its district at most: “Bình An, Gò Quao”."""
    words = Words(text)
    for known in registers(is_new=False):
        units = _longest(words, 0, known)
        rest = words.plain[len(units[0].name.split()) :] if units else ["?"]
        if not rest or (len(rest) <= 4 and districts_in(text)):
            return True
    return False


def _mentions(words: Words, known: Register) -> list[Mention]:
    found = []
    for start in range(len(words.plain)):
        for length in (1, 2):
            kind = _KIND_WORDS.get(tuple(words.plain[start : start + length]))
            if kind is None or (kind == "XA" and start and words.plain[start - 1] == "thi"):
                continue
            units = _longest(words, start + length, known)
            units = tuple(unit for unit in units if unit.kind == kind)
            if units:
                before = " ".join(words.plain[max(start - 4, 0) : start])
                is_letterhead = before.endswith(("ubnd", "uy ban nhan dan"))
                found.append(Mention(units, words.key, is_letterhead))
    return found


def _longest(words: Words, start: int, known: Register) -> tuple[Unit, ...]:
    for length in range(_LONGEST_NAME, 0, -1):
        units = known.by_words.get(tuple(words.plain[start : start + length]), ())
        if units and start + length <= len(words.plain):
            return _spelled(words.piece(start, start + length), units)
    return ()


def _spelled(written: str, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units whose name is spelled so; a spelling without any diacritics fits all."""
    if not has_diacritics(written):
        return units
    return tuple(unit for unit in units if normalise_name(unit.name) == normalise_name(written))


def _bare(words: Words, known: Register) -> list[Mention]:
    units = _longest(words, 0, known)
    if units and len(words.plain) <= len(units[0].name.split()) + 4:
        return [Mention(units, words.key, has_kind=False)]
    for start in range(1, len(words.plain)):
        if _BEFORE_BARE.search(" ".join(words.plain[:start])) and (units := _longest(words, start, known)):
            return [Mention(units, words.key, has_kind=False)]
    return []


@dataclass(frozen=True)
class Commune:
    """The commune of a list or team: its code, or why there is none. `key` tells two communes apart."""

    code: str | None = None
    is_ambiguous: bool = False
    key: str = ""


NOT_STATED = Commune()


def settle(found: list[Mention], districts: set[str]) -> Commune:
    """One commune of the mentions of one place, the district settling between two of one name."""
    if not found:
        return NOT_STATED
    units = tuple(dict.fromkeys(unit for mention in found for unit in mention.units))
    name = units[0].name
    if districts and units[0].district:
        units = tuple(unit for unit in units if unit.district in districts)
    if len(units) == 1:
        return Commune(units[0].code, key=units[0].code)
    return Commune(None, True, key=f"{name} {'/'.join(sorted(districts))}")
