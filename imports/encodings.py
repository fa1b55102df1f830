"""Which letters the bytes of a text file stand for: UTF-8, UTF-16, windows-1258, or the bytes of an old font.

A .csv says nowhere in which encoding it was written. What is not Unicode is told apart by where its marks stand:
windows-1258 writes tones as bytes of their own after a vowel; TCVN3 and VNI texts come out as the wrong Latin
letters that their font paints as Vietnamese (see `vietnamese/old_fonts.py`).
"""

import codecs
import re
import unicodedata

from vietnamese.old_fonts import looks_like_tcvn3, looks_like_vni

_TONES_1258 = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONE_ON_VOWEL = re.compile(f"[{_VOWELS}][{_TONES_1258}]")
_TONE = re.compile(f"[{_TONES_1258}]")
# The Latin letters that windows-1258 has whole.
_PLAIN_1258 = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ]")


def decoded(data: bytes) -> str:
    """The text of a file, in NFC where its encoding writes tones apart; nothing of it is left out."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _one_byte(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of the ASCII letters and blanks in it is zero."""
    sample = data[:20_000]
    if len(data) % 2 or sample.count(0) * 5 < len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (cut off, or glued together from two files): these show as �."""
    text = data.decode("utf-8", errors="replace")
    whole = sum(1 for letter in text if ord(letter) > 127 and letter != "\ufffd")
    return text if whole > 4 * text.count("\ufffd") else None


def _one_byte(data: bytes) -> str:
    latin = _windows_1252(data)
    vietnamese = _windows_1258(data)
    on_vowels = len(_TONE_ON_VOWEL.findall(vietnamese))
    if on_vowels and on_vowels * 10 >= len(_TONE.findall(vietnamese)) * 9:
        return unicodedata.normalize("NFC", vietnamese)
    if looks_like_tcvn3(latin) or looks_like_vni(latin):
        return latin
    return unicodedata.normalize("NFC", vietnamese if _PLAIN_1258.search(vietnamese) else latin)


def _windows_1258(data: bytes) -> str:
    return "".join(_LETTERS_1258[byte] for byte in data)


def _windows_1252(data: bytes) -> str:
    return "".join(_LETTERS_1252[byte] for byte in data)


def _letters(encoding: str) -> list[str]:
    """All 256 letters of an encoding; a byte that it leaves open stands for itself."""
    return [
        bytes([byte]).decode(encoding, errors="replace").replace("\ufffd", chr(byte)) for byte in range(256)
    ]


_LETTERS_1252 = _letters("cp1252")
_LETTERS_1258 = _letters("cp1258")
