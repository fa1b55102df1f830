"""Writes Unicode text in the letters of the old fonts, by tables of their own: the inverse of what is tested."""

import unicodedata

_TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
        bytes.fromhex(
            "b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebecee"
            "eff3f1f2f4adf5f8f6f7f9fafdfbfcfeaea1a2a3a4a5a6a7"
        ).decode("latin-1"),
        strict=True,
    )
)
_TONES = {"\u0300": "øàè", "\u0301": "ùáé", "\u0309": "ûåú", "\u0303": "õãü", "\u0323": "ïäë"}
_WHOLE = dict(zip("ìíỉĩịỵđ", "ìíæóòîñ", strict=True))


def to_tcvn3(text: str) -> str:
    """As a .VnTime text holds it; capitals with a tone come out small, as the font has none."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(_TCVN3.get(c, _TCVN3.get(c.lower(), c)) for c in composed)


def to_vni(text: str) -> str:
    """As a VNI-Times text holds it."""
    return "".join(_vni_letter(c) for c in unicodedata.normalize("NFC", text))


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in _WHOLE:
        written = _WHOLE[small]
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        shape = next((mark for mark in marks if mark in "\u0302\u0306\u031b"), "")
        tone = next((mark for mark in marks if mark in _TONES), "")
        if shape == "\u031b":
            base, shape = {"o": "ô", "u": "ö"}[base], ""
        column = {"": 0, "\u0302": 1, "\u0306": 2}[shape]
        written = base + (_TONES[tone][column] if tone else ["", "â", "ê"][column])
    return written.upper() if letter.isupper() else written
