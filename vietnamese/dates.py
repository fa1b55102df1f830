"""Dates as people in Vietnam write them: day first, with /, - or ., or the year first as in ISO.

Typed text is always day/month/year (`messy-lists.md`, "Dates"); what cannot be is refused, never guessed.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class BirthPrecision(StrEnum):
    """How much of a birth date is known."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    UNKNOWN = "UNKNOWN"


class BirthProblem(StrEnum):
    """Why a birth date needs a second look; the first two leave it unknown, the others are warnings."""

    NONE = ""
    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    """30/2/1987, year 19987: written like a date, but no such day or year exists."""
    TWO_DIGIT_YEAR = "two_digit_year"
    """The century was filled in and wants a confirmation."""
    UNLIKELY_YEAR = "unlikely_year"
    """Before 1930, or younger than 14."""


@dataclass(frozen=True)
class Birth:
    """A birth as far as it is known. With precision MONTH the day of `date` is a placeholder (the first)."""

    date: datetime.date | None = None
    year: int | None = None
    precision: str = BirthPrecision.UNKNOWN
    problem: str = BirthProblem.NONE


_IMPOSSIBLE = Birth(problem=BirthProblem.IMPOSSIBLE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_BIRTH_YEAR, _YOUNGEST = 1930, 14
_LONGEST = 60

_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?[/.\-] ?([0-9]{1,2}) ?[/.\-] ?([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_IN_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_MONTH = re.compile(r"(?:tháng )?([0-9]{1,2}) ?(?:[/.\-]| năm ) ?([0-9]{4})")
_YEAR = re.compile(r"(?:năm )?([0-9]{4})")
_DATE_CHARACTERS = frozenset("0123456789 /.-")
_SHEET_EPOCH = datetime.date(1899, 12, 30)
_SHEET_SERIALS = range(367, 73051)
"""Serial day numbers of spreadsheets from 1901 to 2099; smaller ones are years."""


def parse_date(text: str) -> datetime.date | None:
    """The calendar date in a text: 5/8/2022, 05-08-2022, 5.8.22, 2022-08-05. None when there is none.

    Two-digit years: 00-68 are of this century, 69-99 of the last, as in Django's own date fields.
    """
    parts = _date_parts(_plain(text))
    if parts is None:
        return None
    day, month, year = parts
    if len(year) == 2:
        year = f"20{year}" if int(year) <= 68 else f"19{year}"
    return _calendar_date(int(year), int(month), int(day))


def parse_birth(value: str | float | datetime.date, today: datetime.date | None = None) -> Birth:
    """A birth as written: full date, "8/1993", "tháng 8/1993", "1987"; never an invented day or month.

    A number is a year or a spreadsheet's serial day; a text of five digits is neither (BR-46).
    """
    today = today or datetime.date.today()
    if isinstance(value, datetime.date):
        day = datetime.date(value.year, value.month, value.day)
        return _checked(Birth(day, day.year, BirthPrecision.DAY), today)
    if isinstance(value, int | float):
        return _birth_of_number(value, today)
    text = _plain(value)
    if not text:
        return Birth()
    return _checked(_birth_of_text(text.removeprefix("sinh "), today), today)


def display_birth(birth_date: datetime.date | None, birth_year: int | None, precision: str) -> str:
    """A birth for reading, with no more than is known: 05/08/1987, 08/1993, 1987 or nothing."""
    if birth_date and precision == BirthPrecision.DAY:
        return f"{birth_date:%d/%m/}{birth_date.year}"
    if birth_date and precision == BirthPrecision.MONTH:
        return f"{birth_date:%m/}{birth_date.year}"
    return str(birth_year) if birth_year else ""


def date_of_serial(serial: float) -> datetime.date | None:
    """The date behind a spreadsheet's day number (31904 is 07/05/1987)."""
    # NaN and the infinities fail both comparisons or the range, and so give None.
    if not _SHEET_SERIALS.start <= serial < _SHEET_SERIALS.stop:
        return None
    return _SHEET_EPOCH + datetime.timedelta(days=int(serial))


def _plain(text: str) -> str:
    """NFC, lower case, single spaces; too long to be a date gives "?"."""
    if len(text) > _LONGEST:
        return "?"
    return " ".join(unicodedata.normalize("NFC", text.strip("' \t\r\n")).lower().split())


def _date_parts(text: str) -> tuple[str, str, str] | None:
    """Day, month and year as written, or None when the text has not the form of a date."""
    if match := _YEAR_FIRST.fullmatch(text):
        return match[3], match[2], match[1]
    if match := _DAY_FIRST.fullmatch(text) or _IN_WORDS.fullmatch(text):
        return match[1], match[2], match[3]
    return None


def _calendar_date(year: int, month: int, day: int) -> datetime.date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _birth_of_number(number: float, today: datetime.date) -> Birth:
    serial = date_of_serial(number)
    if _FIRST_YEAR <= number <= _LAST_YEAR:
        return _checked(Birth(None, int(number), BirthPrecision.YEAR), today)
    if serial is None:
        return _IMPOSSIBLE
    return _checked(Birth(serial, serial.year, BirthPrecision.DAY), today)


def _birth_of_text(text: str, today: datetime.date) -> Birth:
    if parts := _date_parts(text):
        return _birth_of_day(*parts, today)
    if match := _MONTH.fullmatch(text):
        first = _calendar_date(int(match[2]), int(match[1]), 1)
        return Birth(first, first.year, BirthPrecision.MONTH) if first else _IMPOSSIBLE
    match = _YEAR.fullmatch(text)
    if match and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        return Birth(None, int(match[1]), BirthPrecision.YEAR)
    like_a_date = _DATE_CHARACTERS.issuperset(text)
    return _IMPOSSIBLE if like_a_date else Birth(problem=BirthProblem.UNREADABLE)


def _birth_of_day(day: str, month: str, year: str, today: datetime.date) -> Birth:
    guessed = len(year) == 2
    full_year = _birth_century(int(year), today) if guessed else int(year)
    found = _calendar_date(full_year, int(month), int(day))
    if found is None:
        return _IMPOSSIBLE
    problem = BirthProblem.TWO_DIGIT_YEAR if guessed else BirthProblem.NONE
    return Birth(found, found.year, BirthPrecision.DAY, problem)


def _birth_century(year: int, today: datetime.date) -> int:
    """20yy, or 19yy where that would make the person younger than 14 (project choice)."""
    return 2000 + year if today.year - (2000 + year) >= _YOUNGEST else 1900 + year


def _checked(birth: Birth, today: datetime.date) -> Birth:
    if birth.year is None or _FIRST_BIRTH_YEAR <= birth.year <= today.year - _YOUNGEST:
        return birth
    return Birth(birth.date, birth.year, birth.precision, BirthProblem.UNLIKELY_YEAR)
