"""A text as words with their places: patterns are written over plain keys and point back into the text."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from imports.cells import has_diacritics
from vietnamese.text import fold

_TOKEN = re.compile(r"[^\W_]+(?:\u0323[^\W_]*)?")
_NOT_PLAIN = re.compile(r"[^0-9a-z]")


_SHORT = """
ca cav cax cap caa cb cc cd ct pct pn nd hnd nct mt tn bd nh vp qs gv ta it dn gd pgd vh th yt bt dv hv uv tt tp tv kh
hkh sx tk ttr bch cn nv tap tkp pta ptap bnd ub
"""
_ABBREVIATIONS = frozenset(_SHORT.split())


@lru_cache(maxsize=50_000)
def _plain(token: str) -> str:
    """The plain word; “?” for a name's syllable that only looks like an abbreviation (Cá is no CA, Tạ no TA)."""
    plain = _NOT_PLAIN.sub("", fold(token)) or "?"
    if plain in _ABBREVIATIONS and not (token.isupper() or token.islower()):
        return "?"
    if plain in _ABBREVIATIONS and has_diacritics(token.replace("đ", "d").replace("Đ", "D")):
        return "?"
    return plain


@dataclass(frozen=True)
class Words:
    """The words of a text; `key` joins their plain forms with single blanks."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        return [match.span() for match in _TOKEN.finditer(self.text)]

    @cached_property
    def plain(self) -> list[str]:
        """The words in lower case without diacritics."""
        return [_plain(self.text[start:end]) for start, end in self.spans]

    @cached_property
    def key(self) -> str:
        """All plain words, in one string."""
        return " ".join(self.plain)

    def find(self, pattern: re.Pattern[str], position: int = 0) -> tuple[int, int] | None:
        """The words (first, one past the last) that a pattern over the key matches."""
        match = pattern.search(self.key, position)
        return self.words_at(*match.span()) if match and match.end() > match.start() else None

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """Which words a stretch of the key covers."""
        first = self.key.count(" ", 0, start)
        return first, first + len(self.key[start:end].split())

    def piece(self, first: int, last: int) -> str:
        """The text from one word up to before another, as written."""
        last = min(last, len(self.spans))
        if first >= last:
            return ""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def without(self, first: int, last: int) -> str:
        """The text with some words cut out, a bar in their place."""
        return f"{self.text[: self.spans[first][0]]} | {self.text[self.spans[last - 1][1] :]}"
