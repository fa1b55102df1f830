"""Text in the fonts of before Unicode: TCVN3 (ABC, .VnTime) and VNI (VNI-Times), told apart and turned into Unicode.

Such a file holds Western letters that the font paints as Vietnamese ones: “NguyÔn V¨n” (TCVN3) and “Nguyeãn Vaên”
(VNI) are both Nguyễn Văn. Which letters they are is certain; that a text is in such a font is a judgement, word by
word: it must make no Vietnamese syllable as it stands, and one when converted.

Sources: TCVN 5712:1993 (third table); the character table of VNI Software.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from vietnamese.syllables import is_syllable

Font = Literal["tcvn3", "vni"]

_TCVN3_LETTERS = (
    "µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ ×ì Ýí Øỉ Üĩ Þị "
    "ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ \u00adư õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ ®đ "
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ"
)
_TCVN3 = {pair[0]: pair[1] for pair in _TCVN3_LETTERS.split()}

# A plain letter and the mark that VNI writes behind it.
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_ON_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_ON_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_WHOLE = {
    "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ",
}  # fmt: skip


def _vni_pairs() -> dict[str, str]:
    pairs = {letter + mark: letter + tone for letter in "aeouyôö" for mark, tone in _VNI_TONES.items()}
    pairs |= {
        letter + mark: letter + "\u0302" + tone
        for letter in "aeo"
        for mark, tone in _VNI_ON_CIRCUMFLEX.items()
    }
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_ON_BREVE.items()}
    horned = str.maketrans({"ô": "ơ", "ö": "ư"})
    small = {pair: unicodedata.normalize("NFC", text.translate(horned)) for pair, text in pairs.items()}
    small |= _VNI_WHOLE
    # A capital letter may carry its mark in either size: “AÂ” and “Aâ” are both Â.
    return (
        small
        | {pair.upper(): text.upper() for pair, text in small.items()}
        | {pair[0].upper() + pair[1:]: text.upper() for pair, text in small.items()}
    )


_VNI = _vni_pairs()
_VNI_PIECE = re.compile("|".join(map(re.escape, sorted(_VNI, key=len, reverse=True))))
_VNI_MARKS = frozenset("".join(_VNI)) - frozenset("aeouyAEOUY")

# Words, with the signs in them that TCVN3 paints as letters.
_WORD = re.compile(r"[^\s\x00-\x40\[-`{-\x7f]+")
_SAMPLE = 2_000
"""About so many different texts are enough to know the font of a file."""
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)


def tcvn3_to_unicode(text: str, *, capitals: bool = False) -> str:
    """The text that a TCVN3 font shows; `capitals` for a font of capitals only (.VnTimeH and its kin).

    The table has no capitals with a tone. In a word of capitals the letter is one too, as the writer saw it
    with a font of capitals.
    """
    if capitals:
        return unicodedata.normalize("NFC", "".join(_TCVN3.get(letter, letter) for letter in text).upper())
    in_capitals = _is_in_capitals(text)
    return unicodedata.normalize(
        "NFC", _WORD.sub(lambda match: _tcvn3_word(match[0], in_capitals=in_capitals), text)
    )


def vni_to_unicode(text: str) -> str:
    """The text that a VNI font shows. It has capitals of its own."""
    return unicodedata.normalize("NFC", _VNI_PIECE.sub(lambda match: _VNI[match[0]], text))


def to_unicode(text: str, font: Font) -> str:
    """The text that the font shows, in NFC."""
    return tcvn3_to_unicode(text) if font == "tcvn3" else vni_to_unicode(text)


def looks_like_tcvn3(text: str) -> bool:
    """Whether the text makes sense in a TCVN3 font and none as it stands."""
    votes = _speaks_for(text, "tcvn3")
    return votes > 0 and votes >= _speaks_for(text, "vni")


def looks_like_vni(text: str) -> bool:
    """Whether the text makes sense in a VNI font and none as it stands."""
    votes = _speaks_for(text, "vni")
    return votes > 0 and votes > _speaks_for(text, "tcvn3")


def font_of(texts: Iterable[str]) -> Font | None:
    """The old font that most of a file is in, None for Unicode. Cells of the other kind may still stand among it."""
    doubtful = [text for text in dict.fromkeys(texts) if not (text.isascii() or _UNICODE_ONLY.search(text))]
    votes: dict[Font, int] = {"tcvn3": 0, "vni": 0}
    for text in doubtful[:: len(doubtful) // _SAMPLE + 1]:
        for font in votes:
            votes[font] += max(_speaks_for(text, font), 0)
    best: Font = "tcvn3" if votes["tcvn3"] >= votes["vni"] else "vni"
    return best if votes[best] else None


def cell_to_unicode(text: str, font: Font | None) -> str:
    """A cell of a file that is in this font: converted, unless it is plainly Unicode among the rest."""
    if font is None or _speaks_for(text, font) < 0:
        return text
    return to_unicode(text, font)


def _speaks_for(text: str, font: Font) -> int:
    """Above 0: words that only the font explains; below 0: words that only Unicode explains; 0: either reads well."""
    composed = unicodedata.normalize("NFC", text)
    yes = no = 0
    for word in _WORD.findall(composed):
        if word.isascii():
            continue
        as_font, as_it_is = _reads_in(word, font), is_syllable(word)
        yes += as_font and not as_it_is
        no += bool(_UNICODE_ONLY.search(word)) or (as_it_is and not as_font)
    if yes > 2 * no:
        return yes
    return -no


def _reads_in(word: str, font: Font) -> bool:
    """Whether the word is a syllable in the font, with its own letters beside the painted ones."""
    if len(word) < 2 or not any(letter.isascii() for letter in word) or _UNICODE_ONLY.search(word):
        return False
    painted = {letter for letter in word if not letter.isascii()}
    if not painted <= (_TCVN3.keys() if font == "tcvn3" else _VNI_MARKS):
        return False
    return is_syllable(to_unicode(word, font))


def _tcvn3_word(word: str, *, in_capitals: bool) -> str:
    shown = "".join(_TCVN3.get(letter, letter) for letter in word)
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    is_capital = (
        bool(plain)
        and all(map(str.isupper, plain))
        and (in_capitals or len(plain) > 1 or not word[0].isascii())
    )
    return shown.upper() if is_capital else shown


def _is_in_capitals(text: str) -> bool:
    """Whether all plain letters of a text are capitals, one word of several among them: “TRÇN V¡N Hµ”."""
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    words = (re.findall(r"[A-Z]", word) for word in _WORD.findall(text))
    return all(map(str.isupper, plain)) and any(len(capitals) > 1 for capitals in words)
