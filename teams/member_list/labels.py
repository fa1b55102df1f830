"""Rows that say a thing beside its label: “Tên ấp: | Kinh Ranh | Số thành viên: | 4”, “Địa bàn: ấp 5”."""

import re
from dataclasses import replace

from imports.cells import key_of
from teams.member_list.places import COMMUNE, HAMLET, NO_PLACE, Place, bare_hamlet, kind_of, read_place

_PLACE = re.compile(
    r"^(?:[0-9ivx]{1,4} )?(?:ten (?:to|ap|khu pho|kp|khom|thon|dia ban|don vi)|ap|khu pho|kp|khom|thon|to|ap kp|ap khu pho|"
    r"dia ban(?: (?:ap|phu trach|hoat dong|quan ly|khu pho))*|thuoc (?:ap|khu pho|khom|thon)|to (?:cnscd|cong nghe so cong dong)|"
    r"don vi(?: ap)?|to dan pho|tdp)$"
)
_BARE_LABELS = frozenset(
    {"ap", "khu pho", "kp", "khom", "thon", "to dan pho", "ten ap", "ten khu pho", "ten to", "dia ban"}
)
"""Labels that need no colon when one value alone stands beside them."""
_COUNT = re.compile(r"^(?:tong )?(?:so(?: luong)?(?: (?:thanh vien|nguoi|tv|to vien))?|sl|si so|quan so)$")


def labelled_place(texts: list[str]) -> Place:
    """The place that a row of labels and values names, with its stated count; none for any other row."""
    place, count = NO_PLACE, None
    for label, value in _pairs(texts):
        key = key_of(label)
        if _PLACE.match(key) and not place.kind:
            place = _place_of(label, value)
        elif _COUNT.match(key) and (number := re.fullmatch(r"\D{0,3}(\d{1,3})\b\D*", value)):
            count = int(number[1])
    return replace(place, count=count if count is not None else place.count) if place.kind else NO_PLACE


def labelled_count(texts: list[str]) -> int | None:
    """The number of “Số lượng thành viên: | 6”, a row that says nothing else."""
    pairs = _pairs(texts)
    if len(pairs) != 1 or len(texts) > 2 or not _COUNT.match(key_of(pairs[0][0])):
        return None
    number = re.fullmatch(r"(\d{1,3})(?:\s*(?:người|thành viên|đ/c|tv))?", pairs[0][1], re.IGNORECASE)
    return int(number[1]) if number else None


def _pairs(texts: list[str]) -> list[tuple[str, str]]:
    """Label and value, in two cells or in one; a label ends in a colon, but for “Ấp | Kinh Ranh”."""
    pairs = []
    for number, text in enumerate(texts):
        label, colon, value = text.partition(":")
        if not colon and number == 0 and len(texts) == 2 and key_of(text) in _BARE_LABELS:
            pairs.append((text, texts[1].strip()))
        if not colon or len(label) > 40:
            continue
        if value.strip():
            pairs.append((label, value.strip()))
        elif number + 1 < len(texts) and not texts[number + 1].rstrip().endswith(":"):
            pairs.append((label, texts[number + 1].strip()))
    return pairs


def _place_of(label: str, value: str) -> Place:
    if key_of(value) in ("", "x") or len(value) > 80:
        return NO_PLACE
    place = read_place(value)
    if place.kind:
        return place if place.kind != COMMUNE or place.has_team_word else NO_PLACE
    found = bare_hamlet(value)
    return replace(found, hamlet_kind=kind_of(label)) if found.kind == HAMLET else NO_PLACE
