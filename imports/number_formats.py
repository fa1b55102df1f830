"""Which numbers of a spreadsheet are days: the number formats of Excel, and its count of days.

A day is stored as a number (days since 30/12/1899) and is a day only through the format of its cell.
"""

import re
from datetime import date, datetime, timedelta

_BUILT_IN_DAYS = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58}
"""Formats with a day that files do not spell out (ECMA-376 part 1, 18.8.30)."""

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY_LETTERS = re.compile(r"[dyDY]")
_MONTH_ALONE = re.compile(r"^[^hHsS]*[mM]+[^hHsS]*$")

_LAST_DAY = 2_958_465  # 31/12/9999


def is_day_format(number: int, code: str | None = None) -> bool:
    """Whether cells of this format show a day (or day and time); a time alone is not a day."""
    if code is None:
        return number in _BUILT_IN_DAYS
    first = _LITERALS.sub("", _ELAPSED.sub("h", code.split(";")[0]))
    return bool(_DAY_LETTERS.search(first) or _MONTH_ALONE.match(first))


def day_of(serial: float, *, from_1904: bool = False) -> date | datetime | None:
    """The day that a number stands for; with its time when it has one. None outside Excel's days."""
    if from_1904:
        serial += 1462
    if not 1 <= serial < _LAST_DAY + 1:
        return None
    # Excel believes in a 29/02/1900: numbers before it count one day later.
    moment = datetime(1899, 12, 30) + timedelta(days=serial if serial >= 60 else serial + 1)
    rounded = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return rounded.date() if float(serial).is_integer() else rounded
