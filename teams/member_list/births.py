"""A birth as a list writes it: full date, month, year; doubts become flags (README “Birth”)."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime

from imports.cells import is_ditto, key_of
from vietnamese.dates import date_of_serial

TWO_DIGITS, YEAR_AS_DATE = "birth_two_digit_year", "birth_year_as_date"
AMBIGUOUS, IMPLAUSIBLE, UNREADABLE = "birth_ambiguous", "birth_implausible", "birth_unreadable"

FIRST_YEAR, YOUNGEST = 1930, 14
_PREFIX = re.compile(
    r"^(?:s\.?n\.?|n\.?s\.?|sinh|năm sinh|nam sinh|ngày|năm|nam|ngay)(?=[\s:.0-9]|$)[\s:.]*", re.IGNORECASE
)
_MARK = r"\s*[/.\-,_\\\s]\s*"
_DAY = re.compile(rf"(\d{{1,2}}){_MARK}(\d{{1,2}}){_MARK}(\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_MARK}(\d{{1,2}}){_MARK}(\d{{1,2}})(?:[ T]\d{{1,2}}:\d\d.*)?")
_DAY_IN_WORDS = re.compile(
    r"(\d{1,2})\s*(?:tháng|thang|thg\.?|t)\s*(\d{1,2})\s*[,/]?\s*(?:năm|nam)?\s*(\d{4}|\d{2})"
)
_MONTH = re.compile(
    rf"(?:tháng|thang|thg\.?|t\.?)?\s*(\d{{1,2}})(?:{_MARK}|\s*(?:năm|nam)\s*)(\d{{4}}|\d{{2}})"
)
_YEAR = re.compile(r"(\d{4}|\d{2})")
_REMARK = re.compile(r"(?<=\d)\s*\(([^\W\d_][^()?\d]*)\)$")
_SAYS_LUNAR = re.compile(r"\b(?:am|al|khai|khoang|tam)\b")
"""Remarks behind a birth that put it in doubt: “(âm lịch)”, “(khoảng)”."""
_CLOSE = re.compile(r"\d{5,8}")
_TIME = re.compile(r"\s+0?0:00(?::00)?$")
_SEX_BESIDE = re.compile(r"\s*[(\-–,;/]?\s*\b(nam|nữ)\s*\)?\s*$", re.IGNORECASE)
_SAYS_NOTHING = frozenset("-–—._…/?* ")


@dataclass(frozen=True)
class BirthReading:
    """The value in ISO form (or null) with its flag. `first` and `second` are the parts of a typed day and month."""

    value: str | None = None
    flag: str = ""
    year: int | None = None
    first: int = 0
    second: int = 0

    @property
    def only_day_first(self) -> bool:
        """Typed so that the first part can only be the day."""
        return self.first > 12 >= self.second > 0

    @property
    def only_month_first(self) -> bool:
        """Typed so that the second part can only be the day."""
        return self.second > 12 >= self.first > 0

    @property
    def is_either(self) -> bool:
        """Typed so that both orders give a day, and not the same."""
        return 0 < self.first <= 12 and 0 < self.second <= 12 and self.first != self.second


NOTHING = BirthReading()
_UNREADABLE = BirthReading(flag=UNREADABLE)


def read_birth(value: object, text: str, today: date, *, is_age: bool = False) -> BirthReading:
    """The birth in a cell: `value` as stored (a true date or a number is taken as such), `text` as seen."""
    if isinstance(value, date):
        return _of_date(value.date() if isinstance(value, datetime) else value, today)
    if is_age and not re.search(r"\d{4}", text):
        # “Tuổi/Năm sinh”: 38 is an age, 1968 a year whatever the heading says.
        return _UNREADABLE if text else NOTHING
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(float(value), today)
    return read_typed(text, today)


def read_typed(text: str, today: date) -> BirthReading:
    """A birth that was typed: day first, with any separator or none."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("'’‘`").strip()
    if set(plain) <= _SAYS_NOTHING or key_of(plain) in {"x", "0", "khong", "chua co"}:
        return NOTHING if not is_ditto(plain) else _UNREADABLE
    if is_ditto(plain):
        return _UNREADABLE
    if (remark := _REMARK.search(plain)) and not _SAYS_LUNAR.search(key_of(remark[1])):
        plain = plain[: remark.start()]
    plain = _TIME.sub("", plain.lower()).strip(" .,;()[]")
    plain = _PREFIX.sub("", _PREFIX.sub("", plain)).strip(" .:")
    return _of_parts(plain, today) or _of_digits(plain, today) or _UNREADABLE


def _of_parts(text: str, today: date) -> BirthReading | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[3]), int(match[2]), match[1], today, typed=False)
    if match := _DAY.fullmatch(text) or _DAY_IN_WORDS.fullmatch(text):
        return _day(int(match[1]), int(match[2]), match[3], today)
    if match := _MONTH.fullmatch(text):
        return _month(int(match[1]), match[2], today)
    if match := _YEAR.fullmatch(text):
        return _year(match[1], today)
    return None


def _of_digits(text: str, today: date) -> BirthReading | None:
    """A date without separators: ddmmyyyy, ddmmyy, mmyyyy, yyyymmdd, where only one of them can be."""
    if not _CLOSE.fullmatch(text):
        return None
    tries = {
        8: [(text[:2], text[2:4], text[4:]), (text[6:], text[4:6], text[:4])],
        7: [(text[:1], text[1:3], text[3:]), (text[:2], text[2:3], text[3:])],
        6: [(text[:2], text[2:4], text[4:]), ("", text[:2], text[2:])],
        5: [],
    }[len(text)]
    readings = [
        _day(int(day), int(month), year, today) if day else _month(int(month), year, today)
        for day, month, year in tries
    ]
    good = {reading.value: reading for reading in readings if reading.value}
    if len(good) == 1:
        return next(iter(good.values()))
    return BirthReading(flag=AMBIGUOUS) if good else None


def _of_date(day: date, today: date) -> BirthReading:
    if day.year == 1905:
        serial = (day - date(1899, 12, 30)).days
        if FIRST_YEAR <= serial <= today.year - YOUNGEST:
            return BirthReading(str(serial), YEAR_AS_DATE, serial)
    return _checked(day.isoformat(), day.year, today)


def _of_number(number: float, today: date) -> BirthReading:
    if not number.is_integer():
        day = date_of_serial(number)
        # 8.1993 and 12.1987 are a month and a year typed into a number cell; a serial with a time is a date.
        if number < 13:
            return read_typed(f"{number:.4f}".replace(".", "/"), today)
        return _of_date(day, today) if day and day.year > 1930 else _UNREADABLE
    whole = int(number)
    if whole == 0:
        return NOTHING
    if 10_000 < whole <= 73_050:
        day = date_of_serial(whole)
        return _checked(day.isoformat(), day.year, today) if day else _UNREADABLE
    return read_typed(str(whole), today)


def _day(day: int, month: int, year: str, today: date, *, typed: bool = True) -> BirthReading:
    full, flag = _century(year, today)
    first, second = (day, month) if typed else (0, 0)
    try:
        value = date(full, month, day).isoformat()
    except ValueError:
        return BirthReading(None, UNREADABLE, full if 1900 < full < 2100 else None, first, second)
    return replace(_checked(value, full, today, flag), first=first, second=second)


def _month(month: int, year: str, today: date) -> BirthReading:
    full, flag = _century(year, today)
    if not 1 <= month <= 12 or (len(year) == 2 and int(year) <= 31):
        return _UNREADABLE
    return _checked(f"{full}-{month:02d}", full, today, flag)


def _year(year: str, today: date) -> BirthReading:
    full, flag = _century(year, today)
    # Two digits between 14 and 65 may as well be an age.
    if flag and YOUNGEST < int(year) < 60:
        return _UNREADABLE
    return _checked(str(full), full, today, flag)


def _century(year: str, today: date) -> tuple[int, str]:
    """The full year; two digits are of this century unless that would make the person younger than 14."""
    number = int(year)
    if len(year) == 4:
        return number, ""
    return (2000 + number if today.year - (2000 + number) >= YOUNGEST else 1900 + number), TWO_DIGITS


def _checked(value: str, year: int, today: date, flag: str = "") -> BirthReading:
    if FIRST_YEAR <= year <= today.year - YOUNGEST:
        return BirthReading(value, flag, year)
    return BirthReading(None, IMPLAUSIBLE, year)


def settle_order(readings: list[BirthReading], today: date) -> tuple[list[BirthReading], bool]:
    """A typed column in which both orders occur: what has one reading keeps it, the rest is ambiguous."""
    both = any(one.only_day_first for one in readings) and any(one.only_month_first for one in readings)
    if not both:
        return readings, False
    return [_settled(one, today) for one in readings], True


def _settled(reading: BirthReading, today: date) -> BirthReading:
    if reading.is_either:
        return replace(reading, value=None, flag=AMBIGUOUS)
    if reading.only_month_first and reading.year:
        return _day(reading.second, reading.first, str(reading.year), today)
    return reading


def sex_beside(text: str) -> tuple[str | None, str]:
    """“1975 (Nữ)”: the sex that a cell names beside the birth, and the cell without it."""
    match = _SEX_BESIDE.search(text)
    if not match or not re.search(r"\d", text[: match.start()]):
        return None, text
    return "M" if key_of(match[1]) == "nam" else "F", text[: match.start()].strip()


def is_birth(text: str) -> bool:
    """Whether a text looks like a birth: what a column of births looks like."""
    if len(text) > 24:
        return False
    reading = read_typed(sex_beside(text)[1], date.today())
    return bool(reading.year) and reading.flag in ("", TWO_DIGITS)
