"""Cells as words: the text of a cell whatever its type, and the keys under which words are compared."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

from imports.grid import Cell
from vietnamese.text import clean, fold

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]")
_WORD = re.compile(r"[0-9a-z]+")
_QUOTES = frozenset("\"“”„'`´‘’〃″.-/ ")
_DITTO_WORDS = frozenset({"nt", "n t", "nhu tren", "nhu tren nt", "giong tren"})
TICKS = frozenset({"x", "v", "+", "1", "*", "✓", "✔", "☑", "√", "co", "xx", "×", "✗", "☒", "●", "•"})


def text_of(cell: Cell) -> str:
    """What the cell says, in NFC, line by line; numbers without a needless .0, dates day first."""
    value = cell.value
    if value is None or cell.error:
        return ""
    if isinstance(value, str):
        return lines_of(value)
    return _text_of_number(value)


def _text_of_number(value: float | date) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return f"{day:%d/%m/}{day.year:04d}"
    return str(int(value)) if float(value).is_integer() else repr(value)


@lru_cache(maxsize=20_000)
def lines_of(text: str) -> str:
    """Text as people see it: NFC, nothing invisible, single blanks, line breaks kept, Ð as Đ."""
    visible = _INVISIBLE.sub("", text.replace("\xa0", " ")).replace("Ð", "Đ").replace("ð", "đ")
    lines = (clean(line) for line in visible.splitlines())
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """Words and digits only, lower case, without diacritics: the key for headings and vocabularies."""
    return " ".join(_WORD.findall(fold(unicodedata.normalize("NFKC", text))))


def is_ditto(text: str) -> bool:
    """A mark for “as above”: nt, as a sign or in words."""
    stripped = text.strip()
    if not stripped or len(stripped) > 14:
        return False
    if key_of(stripped) in _DITTO_WORDS:
        return True
    signs = set(stripped)
    return (signs <= _QUOTES and bool(signs - set(".- /"))) or stripped == "//"


def is_tick(text: str) -> bool:
    """A mark that says yes and nothing else."""
    return text.strip().lower() in TICKS or key_of(text) in TICKS


def has_diacritics(text: str) -> bool:
    """Whether any Vietnamese letter stands in it."""
    return any(not letter.isascii() and letter.isalpha() for letter in unicodedata.normalize("NFC", text))
