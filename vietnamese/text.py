"""Vietnamese text: how it is stored, searched, compared and put in order.

Pure functions. What a person wrote is stored as written (`clean`); everything made for the machine is
a second column beside it: `fold` for accent-free search, `normalise_name` for comparing with accents,
`sort_key` and `place_sort_key` for the order in lists. The columns are filled in Python, so that both
databases agree; neither `unaccent` nor a collation gets Vietnamese right everywhere.
"""

import re
import unicodedata
from collections.abc import Iterable

SORT_KEY_LENGTH = 200
"""Longest sort key, in characters: some 90 letters, far past the point where real names differ."""

# C0 controls that stand between words become spaces (str.split does it); the others vanish. So do lone
# surrogates and the two noncharacters that neither UTF-8 nor a spreadsheet can hold.
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
# Old converters leave a space before a combining mark: "Thi ̣Mẫu" is "Thị Mẫu".
_STRAY_MARKS = re.compile(f"(?: [{_MARKS}]+)+")

_DIACRITICS = re.compile("[\u0300-\u036f]")
# Ð and ð are Icelandic letters that stand in for Đ and đ in old files.
_D_LETTERS = str.maketrans("đĐðÐ", "dddd")
_LOOK_ALIKES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u02bd`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d", "-")
)

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
# Dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_SHAPED_VOWELS = "ăâêôơư"
_VOWELS = "aeiouy" + _SHAPED_VOWELS
# The letters that follow their plain sister in the alphabet: a ă â, d đ, e ê, o ô ơ, u ư.
_LETTER_RANK = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}


def clean(text: str) -> str:
    """Text of one line as it is stored: as given, in NFC, with single spaces and no control characters.

    Zero-width and right-to-left marks are kept (they are part of what was given); `fold` looks past them.
    Source: data-dictionary section 0.
    """
    spaced = " ".join(_UNSTORABLE.sub("", text).split())
    joined = _STRAY_MARKS.sub(_close_up, spaced)
    return unicodedata.normalize("NFC", " ".join(joined.split()))


def fold(text: str) -> str:
    """The key of accent-free search: lower case, no diacritics, đ as d, plain apostrophes and dashes.

    Not unique: Tân Thành and Tân Thạnh share a key, so match the accents first and the folded key second.
    """
    letters = unicodedata.normalize("NFD", _visible(text)).translate(_D_LETTERS)
    plain = _DIACRITICS.sub("", letters).casefold()
    plain = plain.translate(_LOOK_ALIKES)
    return unicodedata.normalize("NFC", " ".join(_UNSTORABLE.sub("", plain).split()))


def normalise_name(text: str) -> str:
    """A name for comparing with its accents: NFC, lower case, single spaces, one tone placement.

    Hoà and Hòa, thuý and thúy are the same words in two spellings; both become the older one (hòa, thúy).
    """
    lowered = clean(_visible(text)).lower().replace("ð", "đ")
    return unicodedata.normalize("NFC", _WORD.sub(lambda match: place_tone(match[0]), lowered))


def place_tone(word: str) -> str:
    """A lower-case syllable with its tone mark on the customary vowel; other words stay as they are."""
    letters, tones = _letters_and_tones(word)
    if len(tones) != 1:
        return word
    position = _tone_position(letters)
    if position is None:
        return word
    placed = letters[: position + 1] + tones[0] + letters[position + 1 :]
    return unicodedata.normalize("NFC", placed)


def sort_key(full_name: str) -> str:
    """The order of people: by given name (the last word), then family name, then middle names.

    Letter by letter as in the Vietnamese alphabet (a ă â b … d đ …), then by tone, word by word. The key
    holds only digits and single lower-case letters between digits, so every collation of both databases
    sorts it alike. Names that differ only in case or tone placement get the same key.
    """
    words = _cut(full_name).split()
    return _key(words[-1:] + words[:-1])


def place_sort_key(name: str) -> str:
    """The order of places: from the first word, numbers by value (Ấp 2 before Ấp 10)."""
    return _key(_cut(name).split())


def _visible(text: str) -> str:
    """The text without format characters: zero-width, soft hyphen, direction marks."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def _close_up(match: re.Match[str]) -> str:
    return match[0].replace(" ", "") + " "


def _cut(text: str) -> str:
    # Every character gives two of the key at least; what lies beyond cannot matter.
    return normalise_name(text[: 2 * SORT_KEY_LENGTH])


def _key(words: Iterable[str]) -> str:
    tokens = (token for word in words for token in _TOKEN.findall(word.replace("'", "")))
    return "".join(_token_key(token) for token in tokens)[:SORT_KEY_LENGTH]


def _token_key(token: str) -> str:
    """Digits: "1", how many, the digits. A word: a pair for each letter, then "0" and its tone."""
    if token.isdecimal():
        number = token.lstrip("0")
        return f"1{min(len(number), 99):02}{number}"
    letters, tones = _letters_and_tones(token)
    tone = _TONES[tones[0]] if tones else 1
    return "".join(_letter_key(letter) for letter in letters) + f"0{tone}"


def _letter_key(letter: str) -> str:
    if letter in _LETTER_RANK:
        return _LETTER_RANK[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return f"{base}0" if "a" <= base <= "z" else f"z9{ord(base):07}"


def _letters_and_tones(word: str) -> tuple[str, list[str]]:
    """The letters without tone, and the tone marks taken off, in the order of the letters."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [c for c in decomposed if c in _TONES]
    letters = "".join(c for c in decomposed if c not in _TONES)
    return unicodedata.normalize("NFC", letters), tones


def _tone_position(letters: str) -> int | None:
    """Which letter carries the tone: the last ă â ê ô ơ ư, else the last vowel before a final consonant,
    else the first of two vowels and the second of three. None: not a Vietnamese syllable.
    """
    start = next((i for i, c in enumerate(letters) if c in _VOWELS), len(letters))
    # The u of qu and the i of gi (before another vowel) belong to the initial consonant.
    glides = letters.startswith("qu") or (letters.startswith("gi") and letters[2:3] in tuple(_VOWELS))
    start += glides
    end = next((i for i in range(start, len(letters)) if letters[i] not in _VOWELS), len(letters))
    vowels = letters[start:end]
    if not 1 <= len(vowels) <= 3 or any(c in _VOWELS for c in letters[end:]):
        return None
    shaped = [i for i, c in enumerate(vowels) if c in _SHAPED_VOWELS]
    if shaped:
        return start + shaped[-1]
    if end < len(letters):
        return end - 1
    return start + (len(vowels) == 3)
