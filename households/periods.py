"""Months, quarters, half-years and years as half-open periods of days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from households.enums import Grain

MONTHS_OF: dict[str, int] = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
BEGINNING = date(2000, 1, 1)
"""Where the row of all the time is filed; no team is older."""
NEVER = date(9999, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One stored period: days from `start` up to, but not including, `end`."""

    grain: str
    start: date
    end: date


ALL_TIME = Period(Grain.ALL, BEGINNING, NEVER)


def month_after(month: date, count: int = 1) -> date:
    """First day of the month `count` months after that of `month`."""
    index = month.year * 12 + month.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def period_of(grain: str, day: date) -> Period:
    """The period of this grain that holds the day."""
    if grain == Grain.ALL:
        return ALL_TIME
    length = MONTHS_OF[grain]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(grain, first, month_after(first, length))


def periods_of(months: Iterable[date]) -> list[Period]:
    """All stored periods that hold one of the months, each once, and all the time."""
    found = {period_of(grain, month) for month in months for grain in MONTHS_OF}
    return [*sorted(found), ALL_TIME]


def months_between(first: date, last: date) -> Iterator[date]:
    """First days of the months from that of `first` to that of `last`, both included."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = month_after(month)
