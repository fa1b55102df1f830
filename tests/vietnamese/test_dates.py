"""Dates and births as people write them (messy-lists.md "Dates", BR-46)."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.dates import Birth, date_of_serial, display_birth, parse_birth, parse_date

TODAY = date(2022, 8, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/8/2022", date(2022, 8, 5)),
        ("05-08-2022", date(2022, 8, 5)),
        ("5.8.2022", date(2022, 8, 5)),
        (" 05 / 08 / 2022 ", date(2022, 8, 5)),
        ("03/04/1990", date(1990, 4, 3)),
        ("25/12/1990", date(1990, 12, 25)),
        ("1-7-25", date(2025, 7, 1)),
        ("31/12/99", date(1999, 12, 31)),
        ("2022-08-05", date(2022, 8, 5)),
        ("ngày 05 tháng 8 năm 2022", date(2022, 8, 5)),
        ("29/2/2024", date(2024, 2, 29)),
        ("29/2/2023", None),
        ("31/4/2022", None),
        ("12/25/1990", None),
        ("0/1/2022", None),
        ("1/1/0001", None),
        ("1/1/2922", None),
        ("8/2022", None),
        ("2022", None),
        ("44778", None),
        ("5/8/2022 7:05", None),
        ("hôm nay", None),
        ("", None),
        ("5/8/2022" * 1000, None),
    ],
)
def test_typed_dates_are_day_first(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from("/.-"))
def test_every_date_reads_back(day: date, separator: str) -> None:
    assert parse_date(f"{day.day}{separator}{day.month}{separator}{day.year}") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("value", "birth"),
    [
        ("5/8/1987", Birth(date(1987, 8, 5), 1987, "DAY")),
        ("05-08-87", Birth(date(1987, 8, 5), 1987, "DAY", "two_digit_year")),
        ("1-7-05", Birth(date(2005, 7, 1), 2005, "DAY", "two_digit_year")),
        ("1-7-25", Birth(date(1925, 7, 1), 1925, "DAY", "unlikely_year")),
        ("1987", Birth(None, 1987, "YEAR")),
        ("năm 1987", Birth(None, 1987, "YEAR")),
        ("sinh năm 1987", Birth(None, 1987, "YEAR")),
        ("8/1993", Birth(date(1993, 8, 1), 1993, "MONTH")),
        ("Tháng 8/1993", Birth(date(1993, 8, 1), 1993, "MONTH")),
        ("tháng 8 năm 1993", Birth(date(1993, 8, 1), 1993, "MONTH")),
        ("1929", Birth(None, 1929, "YEAR", "unlikely_year")),
        ("1930", Birth(None, 1930, "YEAR")),
        ("2008", Birth(None, 2008, "YEAR")),
        ("2009", Birth(None, 2009, "YEAR", "unlikely_year")),
        ("", Birth()),
        ("x", Birth(problem="unreadable")),
        ("chưa có", Birth(problem="unreadable")),
        ("19987", Birth(problem="impossible")),
        ("30/2/1987", Birth(problem="impossible")),
        ("13/1993", Birth(problem="impossible")),
        ("1" * 5000, Birth(problem="unreadable")),
        (1968, Birth(None, 1968, "YEAR")),
        (31904, Birth(date(1987, 5, 7), 1987, "DAY")),
        (31904.0, Birth(date(1987, 5, 7), 1987, "DAY")),
        (19.5, Birth(problem="impossible")),
        (float("nan"), Birth(problem="impossible")),
        (float("inf"), Birth(problem="impossible")),
        (date(1987, 8, 5), Birth(date(1987, 8, 5), 1987, "DAY")),
        (datetime(1987, 8, 5, 7, 0), Birth(date(1987, 8, 5), 1987, "DAY")),
    ],
)
def test_births_keep_their_precision(value: str | float | date, birth: Birth) -> None:
    assert parse_birth(value, TODAY) == birth


@pytest.mark.parametrize(
    ("birth", "shown"),
    [
        (Birth(date(1987, 8, 5), 1987, "DAY"), "05/08/1987"),
        (Birth(date(1993, 8, 1), 1993, "MONTH"), "08/1993"),
        (Birth(None, 1987, "YEAR"), "1987"),
        (Birth(), ""),
    ],
)
def test_births_are_shown_with_no_more_than_is_known(birth: Birth, shown: str) -> None:
    assert display_birth(birth.date, birth.year, birth.precision) == shown


@given(st.text())
def test_any_text_gives_an_answer(text: str) -> None:
    parse_date(text)
    birth = parse_birth(text, TODAY)
    assert (birth.year is None) == (birth.precision == "UNKNOWN")


def test_serial_days() -> None:
    assert date_of_serial(44778) == date(2022, 8, 5)
    assert date_of_serial(366) is None
    assert date_of_serial(10**9) is None
