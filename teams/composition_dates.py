"""Spans of time as the rules count them: full years of age, twelve calendar months."""

from datetime import date, timedelta


def age_on(birth_date: date | None, birth_year: int | None, on: date) -> int | None:
    """Age in full years; with a year-only birth the difference of years; unknown stays unknown (BR-10)."""
    if birth_date is not None:
        before_birthday = (on.month, on.day) < (birth_date.month, birth_date.day)
        return on.year - birth_date.year - before_birthday
    return None if birth_year is None else on.year - birth_year


def older_than_a_year(day: date, on: date) -> bool:
    """Whether twelve calendar months have gone by: the same day next year is still in time (BR-14)."""
    if (day.month, day.day) == (2, 29):
        return on > date(day.year + 1, 2, 28)
    return on > day.replace(year=day.year + 1)


def first_day_in_time(on: date) -> date:
    """The earliest day whose list is not yet older than twelve calendar months (BR-28)."""
    if (on.month, on.day) == (2, 29):
        return date(on.year - 1, 3, 1)
    return on.replace(year=on.year - 1)


def list_is_old(age_days: int | None, on: date) -> bool:
    """BR-28: older than twelve calendar months, counted back from the day looked at; no list is not old."""
    return age_days is not None and older_than_a_year(on - timedelta(days=age_days), on)
