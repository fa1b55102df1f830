"""Vietnamese phone numbers as people write them, to one form (`messy-lists.md`, "Phones").

Stored as E.164 (+84912000101), shown as 0912 000 101; the raw text is kept by the caller.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class PhoneProblem(StrEnum):
    """Why a number needs a second look. With a number beside it, it is a warning; without, a refusal."""

    NONE = ""
    UNREADABLE = "unreadable"
    LOST_DIGITS = "lost_digits"
    """A spreadsheet wrote it as 9.12E+08: digits are gone, nothing can be guessed."""
    SEVERAL = "several"
    """More than one number in one cell; the first is taken."""
    OLD_AREA_CODE = "old_area_code"
    """0773… and 0776…: a mobile today, a Kiên Giang landline before 2017."""


@dataclass(frozen=True)
class Phone:
    """A phone number in E.164, empty when none could be read, and what is odd about it."""

    e164: str
    problem: str = PhoneProblem.NONE


_MOBILE = re.compile(r"0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}")
_LANDLINE = re.compile(r"02[0-9]{9}")
_SCIENTIFIC = re.compile(r"[0-9]e\+?[0-9]", re.IGNORECASE)
_SEPARATORS = re.compile(r"[/;,\n\r]")
_LONGEST = 200
"""A cell longer than this is a text, not a phone number."""

# The 11-digit mobile prefixes of before September 2018.
_OLD_PREFIXES = {f"016{digit}": f"03{digit}" for digit in "23456789"} | {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


def parse_phone(raw: str) -> Phone:
    """The phone number in a text; `e164` is empty for an empty text and for one that cannot be read."""
    text = unicodedata.normalize("NFKC", raw).strip() if len(raw) <= _LONGEST else "?"
    if not text:
        return Phone("")
    if _SCIENTIFIC.search(text):
        return Phone("", PhoneProblem.LOST_DIGITS)
    numbers = [number for number in map(_national, _SEPARATORS.split(text)) if number]
    if len(numbers) > 1:
        return Phone(_e164(numbers[0]), PhoneProblem.SEVERAL)
    number = numbers[0] if numbers else _national(text)
    if not number:
        return Phone("", PhoneProblem.UNREADABLE)
    return Phone(_e164(number), _doubt(number))


def split_phones(raw: str) -> list[str]:
    """Every number of a cell such as "0912 000 104 / 02973 000 105", in E.164."""
    parts = _SEPARATORS.split(unicodedata.normalize("NFKC", raw[:_LONGEST]))
    return [_e164(number) for number in map(_national, parts) if number]


def display_phone(e164: str) -> str:
    """A number for reading: 0912 345 678; a landline 0297 3812 345."""
    number = _local(e164)
    if len(number) == 11:
        return f"{number[:4]} {number[4:8]} {number[8:]}"
    if len(number) == 10:
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    return number


def mask_phone(e164: str) -> str:
    """A number for those outside its scope: first four and last three digits (BR-50)."""
    number = _local(e164)
    return f"{number[:4]}***{number[-3:]}" if len(number) >= 10 else "***" * bool(number)


def _national(text: str) -> str:
    """The number with its leading 0, or empty when the text holds no Vietnamese number."""
    text = re.sub(r"^([0-9]{9,11})\.0$", r"\1", text.strip())
    digits = re.sub(r"[^0-9]", "", text)
    foreign = text.startswith("+") and not digits.startswith("84")
    number = _new_prefix(_with_zero(_without_country(digits)))
    valid = _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number)
    return number if valid and not foreign else ""


def _without_country(digits: str) -> str:
    """84 is the country only when a whole number is left; a 9-digit number beginning with 84 lost its 0."""
    digits = digits.removeprefix("00") if digits.startswith("0084") else digits
    left = len(digits) - 2
    if digits.startswith("84") and 9 <= left <= 11:
        return digits[2:]
    return digits


def _with_zero(digits: str) -> str:
    mobile = len(digits) == 9 and digits[0] in "35789"
    landline_or_old = len(digits) == 10 and digits[0] in "12"
    return f"0{digits}" if mobile or landline_or_old else digits


def _new_prefix(number: str) -> str:
    if len(number) == 11 and number[:4] in _OLD_PREFIXES:
        return _OLD_PREFIXES[number[:4]] + number[4:]
    return number


def _doubt(number: str) -> str:
    return PhoneProblem.OLD_AREA_CODE if number.startswith(("0773", "0776")) else PhoneProblem.NONE


def _e164(number: str) -> str:
    return f"+84{number[1:]}"


def _local(e164: str) -> str:
    return f"0{e164[3:]}" if e164.startswith("+84") else e164
