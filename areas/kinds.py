"""Kind words before the names of hamlets as people type them: "Ấp Minh Thành", "KP. 3", "tổ dân phố 5"."""

import re

from areas.enums import AreaKind
from vietnamese.text import clean, normalise_name

KIND_WORDS: dict[str, AreaKind] = {
    "ấp": AreaKind.AP,
    "khu phố": AreaKind.KHU_PHO,
    "kp": AreaKind.KHU_PHO,
    "khóm": AreaKind.KHOM,
    "thôn": AreaKind.THON,
    "tổ dân phố": AreaKind.TO_DAN_PHO,
    "tdp": AreaKind.TO_DAN_PHO,
    "bản": AreaKind.BAN,
    "làng": AreaKind.LANG,
    "buôn": AreaKind.BUON,
}
NAME_LIKE = frozenset({AreaKind.BAN, AreaKind.LANG, AreaKind.BUON})
"""Words that also begin names ("Ấp Làng Giữa"): taken for a kind only where that kind was chosen."""

_START = re.compile(
    rf"({'|'.join(sorted(KIND_WORDS, key=len, reverse=True))})(?:\s*[.:]\s*|\s+|(?=\d))(?=\S)"
)


def split_kind(text: str, chosen: str = "") -> tuple[AreaKind | None, str]:
    """The kind that the text names (None: none) and the rest of it."""
    stored = clean(text)
    # Lower case keeps the length of Vietnamese letters, so that the end of the word is the same in both.
    lowered = stored.lower()
    match = _START.match(lowered) if len(lowered) == len(stored) else None
    if match is None:
        return None, stored
    kind = KIND_WORDS[normalise_name(match[1])]
    if kind in NAME_LIKE and kind != chosen:
        return None, stored
    return kind, stored[match.end() :]


def without_kind_word(kind: str, name: str) -> str:
    """The name without the word for its own kind; other words stay."""
    found, rest = split_kind(name, kind)
    return rest if found == kind else clean(name)
