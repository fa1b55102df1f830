"""Types Vietnamese as the old one-byte fonts stored it: TCVN3 (.VnTime) and VNI (VNI-Times)."""

import unicodedata

# Letter by letter from the code charts of both fonts. TCVN3 has no capitals with a tone mark.
TCVN3 = dict(zip(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    strict=True,
))  # fmt: skip

# VNI writes the plain letter and a second sign for hat and tone; some letters have a sign of their own.
VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_HAT = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
VNI_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
VNI_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
HORNED = {"o": "ô", "u": "ö"}
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"


def tcvn3(text: str) -> str:
    """The signs of .VnTime; a capital with a tone mark cannot be typed in it and is refused."""
    for letter in text:
        if ord(letter) > 127 and letter not in TCVN3:
            raise ValueError(f"{letter!r} has no place in the font")
    return "".join(TCVN3.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    """The signs of VNI-Times, small and capital."""
    return "".join(_vni_letter(letter) for letter in text)


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    typed = VNI_WHOLE.get(small) or _vni_marked(small)
    return typed.upper() if letter != small else typed


def _vni_marked(small: str) -> str:
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in marks if mark in VNI_TONES), "")
    if CIRCUMFLEX in marks:
        return base + VNI_HAT[tone]
    if BREVE in marks:
        return base + VNI_BREVE[tone]
    if HORN in marks:
        return HORNED[base] + VNI_TONES.get(tone, "")
    return base + VNI_TONES.get(tone, "")
