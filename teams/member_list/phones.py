"""The phone in a cell or on a line (README “Phone”, messy-lists “Phones”); built on the one parser of numbers."""

import re
import unicodedata
from dataclasses import dataclass

from imports.cells import key_of
from vietnamese.phones import PhoneProblem, parse_phone

UNREADABLE, CONVERTED, MAYBE_LANDLINE, TWO = (
    "phone_unreadable", "phone_converted", "phone_maybe_landline", "two_phones",
)  # fmt: skip

_NOTHING = re.compile(
    r"^(?:(?:so )?(?:sdt|dt|dien thoai|dtdd|zalo) )?(?:0|x|k|ko|khong|chua|hong|trong|none|null|n a|na|nil"
    r"|dang (?:cap nhat|bo sung)|bo sung sau|cap nhat sau"
    r"|(?:khong|ko|k|chua|hong) (?:co|su dung|dung|xai|cung cap|cap nhat|ro|bo sung)"
    r"(?: (?:so|sdt|dt|dien thoai|dtdd|so dien thoai|so dt|may))?)?$"
)
_SCIENTIFIC = re.compile(r"[0-9]\s*[eE]\s*\+?\s*[0-9]")
_LETTER_O = re.compile(r"(?<![^\W\d_])[oO](?=[\s.\-]?[0-9])")
_RUN = re.compile(r"\+?[0-9](?:[0-9 .\-·–_]|\([0-9 ]{1,3}\))*[0-9]|[0-9]")
_OPEN_RUN = re.compile(r"\((?:\+?84|0[0-9]*)\)[ .\-]*")
FOOTNOTES = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
"""Raised digits only point to a footnote."""
_OLD = re.compile(r"(?:0|\+?84|0084)?1[0-9]{9}")


@dataclass(frozen=True)
class PhoneReading:
    """A number in the form 0912000101, and the flags of its cell; `others` are further numbers."""

    number: str | None = None
    flags: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


NO_PHONE = PhoneReading()


def read_phone(text: str) -> PhoneReading:
    """The number of a cell. Says nothing, or is unreadable, or read with what is to be confirmed."""
    text = unicodedata.normalize("NFKC", text.translate(FOOTNOTES)).strip().strip("'’‘`")
    if not re.search(r"\w", text):
        # A dash or dots say nothing; a ditto mark says what a phone cannot.
        return PhoneReading() if not text.strip("-–—._…/*~ ") else PhoneReading(flags=(UNREADABLE,))
    if _NOTHING.match(key_of(text)):
        return PhoneReading()
    if _SCIENTIFIC.search(text):
        return PhoneReading(flags=(UNREADABLE,))
    found = numbers_in(text)
    good = [number for number, _ in found if number]
    if not good:
        return PhoneReading(flags=(UNREADABLE,))
    return _reading(good, next(was_old for number, was_old in found if number), len(found) > 1)


def says_no_phone(text: str) -> bool:
    """“chưa có”, “không”, “x”: there is no number, and nothing is doubtful."""
    return bool(_NOTHING.match(key_of(text)))


def _reading(good: list[str], was_old: bool, several: bool) -> PhoneReading:
    different = list(dict.fromkeys(good))
    flags = [CONVERTED] if was_old else []
    if different[0].startswith(("0773", "0776")) and not was_old:
        flags.append(MAYBE_LANDLINE)
    if several and (len(different) > 1 or len(good) == 1):
        flags.append(TWO)
    return PhoneReading(different[0], tuple(flags), tuple(different[1:]))


def numbers_in(text: str) -> list[tuple[str, bool]]:
    """Each run of digits that stands for a number: the number (empty when it is none), and whether it was an old one."""
    text = _OPEN_RUN.sub(
        lambda match: "0" if "84" in match[0] else match[0].strip("() .-"), _LETTER_O.sub("0", text)
    )
    found: list[tuple[str, bool]] = []
    for piece in re.split(r"[/;,\n|]|\s[-–]\s|  +", text):
        for match in _RUN.finditer(piece):
            found += _of_run(match[0])
    real = [entry for entry in found if entry[0]]
    # A stray digit beside a number (“0912000101 (1)”) is no second number.
    broken = [
        ("", False)
        for run in _RUN.findall(text)
        if 3 <= len(re.sub(r"\D", "", run)) and not _of_run(run)[0][0]
    ]
    return real + (broken[:1] if len(found) > len(real) else []) if real else found


def _of_run(run: str) -> list[tuple[str, bool]]:
    whole = _number(run)
    if whole[0] or len(re.sub(r"\D", "", run)) < 17:
        return [whole]
    marks = [match.start() for match in re.finditer(r"[ \-–.]", run)]
    for mark in marks:
        first, second = _number(run[:mark]), _number(run[mark + 1 :])
        if first[0] and second[0]:
            return [first, second]
    return [whole]


def _number(run: str) -> tuple[str, bool]:
    digits = re.sub(r"\(0\)", "", run)
    digits = re.sub(r"[^0-9]", "", digits)
    if digits.startswith("840") and len(digits) in (12, 13):
        digits = digits[2:]
    if digits.startswith("00840"):
        digits = digits[4:]
    if "+" in run and not digits.startswith(("84", "0")):
        return "", False
    read = parse_phone(digits)
    if not read.e164 or read.problem == PhoneProblem.SEVERAL:
        return "", False
    return f"0{read.e164[3:]}", bool(_OLD.fullmatch(digits))
