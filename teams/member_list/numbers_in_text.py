"""Phones, births and personal numbers that stand among words: cut out of the text, so that words are left."""

import re
from dataclasses import dataclass, field
from datetime import date

from teams.member_list.births import NOTHING, UNREADABLE, BirthReading, read_typed
from teams.member_list.phones import NO_PHONE, PhoneReading, read_phone

ID_DROPPED = "id_number_dropped"
_RUN = re.compile(r"(?:(?<![^\W\d_])[oO](?=[0-9 .]))?[+(]?[0-9](?:[0-9 .\-–/(),]*[0-9])?\)?")
_ID_LABEL = re.compile(
    r"(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|số định danh|đdcn)\s*(?:số)?\s*[:.]?\s*$", re.IGNORECASE
)
_PHONE_LABEL = re.compile(
    r"(?:(?:số\s*)?"
    r"(?:sđt|sdt|đtdđ|dtdd|đt|dt|điện thoại|dien thoai|đth|\b(?:tel|phone)|di động|zalo|số)(?:\s*/\s*zalo)?)\s*[:.\-]?\s*$",
    re.IGNORECASE,
)
"""Not the end of “Viettel - 0912 …” or “Vinaphone”."""
_BIRTH_LABEL = re.compile(
    r"(?:\b(?:s\.?n\.?|n\.s\.?|ns|năm sinh|nam sinh|ngày sinh|sinh(?:\s+(?:năm|ngày))?|ngày|tháng|thang|năm|nam)(?:\s*:)?)\s*$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b[1-9][0-9]\s*(?:tuổi|tuoi|t\b)", re.IGNORECASE)
_OLDEST = 1800
"""A smaller number before a phone is no year: “0868.000.405/0297…”."""
_LUNAR = re.compile(
    r"(?:\b(?:sinh năm|năm sinh|ns|tuổi)\s*:?\s*|\()(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí)"
    r"\s+(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)\b\)?",
    re.IGNORECASE,
)
_DATE_IN_WORDS = re.compile(
    r"\b[0-9]{1,2}\s*tháng\s*[0-9]{1,2}\s*(?:năm\s*)?[0-9]{4}\b|\btháng\s*[0-9]{1,2}\s*(?:[/.\-]|năm)\s*[0-9]{4}\b",
    re.IGNORECASE,
)


@dataclass
class Numbers:
    """The numbers found on a line, and their flags (those of the readings stay with the readings)."""

    birth: BirthReading = NOTHING
    phone: PhoneReading = NO_PHONE
    flags: list[str] = field(default_factory=list)
    phones: list[PhoneReading] = field(default_factory=list)


def cut_numbers(text: str, today: date) -> tuple[str, Numbers]:
    """The text with a bar in the place of each number, and the numbers."""
    found = Numbers()
    text = _cut(_DATE_IN_WORDS, text, found, today)
    for pattern in (_AGE, _LUNAR):
        if pattern.search(text):
            found.birth = BirthReading(flag=UNREADABLE)
            text = pattern.sub(" | ", text)
    pieces, end = [], 0
    for match in _RUN.finditer(text):
        before = text[end : match.start()]
        label = _take_run(match[0], before, text[match.end() :], found, today)
        if label is not None:
            pieces += [before[: len(before) - label], " | "]
            end = match.end()
    _join_phones(found)
    return "".join(pieces) + text[end:], found


def _cut(pattern: re.Pattern[str], text: str, found: Numbers, today: date) -> str:
    for match in pattern.finditer(text):
        found.birth = read_typed(match[0], today)
    return pattern.sub(" | ", text)


def _take_run(run: str, before: str, after: str, found: Numbers, today: date) -> int | None:
    """Takes a run of digits; the length of its label before it, None for a run that is left in the text."""
    digits = re.sub(r"\D", "", run)
    if label := _ID_LABEL.search(before):
        found.flags.append(ID_DROPPED)
        return len(label[0])
    if len(digits) == 12 and digits.startswith("0") and not digits.startswith("0084"):
        found.flags.append(ID_DROPPED)
        return 0
    birth_label, phone_label = _BIRTH_LABEL.search(before), _PHONE_LABEL.search(before)
    if len(digits) >= 8 or phone_label:
        if len(digits) >= 4 and _take_long(run, found, today):
            return len((birth_label or phone_label or [""])[0])
        if len(digits) < 4:
            return None
    return _take_short(run, digits, birth_label, before, found, today)


def _take_long(run: str, found: Numbers, today: date) -> bool:
    """A phone, or a birth and a phone that stand together."""
    whole = read_phone(run)
    birth = read_typed(run.strip("()., "), today)
    if birth.value and not whole.number:
        return False
    for mark in re.finditer(r"[ .\-–/(),]+", run):
        left, right = run[: mark.start()], run[mark.end() :]
        for one, other in ((left, right), (right, left)):
            birth, phone = read_typed(one.strip("()., "), today), read_phone(other)
            if birth.year and birth.year > _OLDEST and phone.number:
                found.birth = birth
                found.phones.append(phone)
                return True
    if not whole.number and len(re.sub(r"\D", "", run)) < 8 and birth.value:
        return False
    found.phones.append(whole)
    return True


def _take_short(
    run: str, digits: str, label: re.Match[str] | None, before: str, found: Numbers, today: date
) -> int | None:
    birth = read_typed(run.strip("()., "), today)
    is_bracketed = before.rstrip().endswith("(")
    certain = len(digits) >= 4 or label or (is_bracketed and birth.value)
    if certain and (birth.year or (label and birth.flag)):
        found.birth = birth
        return len(label[0]) if label else 0
    if len(digits) >= 6:
        found.phones.append(read_phone(run))
        return 0
    return None


def _join_phones(found: Numbers) -> None:
    """The first readable number of the line; further ones make it a line with two."""
    readable = [phone for phone in found.phones if phone.number]
    if not readable:
        found.phone = found.phones[0] if found.phones else NO_PHONE
        return
    first = readable[0]
    others = tuple(phone.number for phone in readable[1:] if phone.number and phone.number != first.number)
    flags = first.flags + (("two_phones",) if others and "two_phones" not in first.flags else ())
    found.phone = PhoneReading(first.number, flags, first.others + others)
