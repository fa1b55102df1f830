"""Dates day first and numbers 1.234,5 on every page, in both languages (libraries.md, Vietnamese traps)."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ValidationError
from django.forms import DateField
from django.template import Context, Template
from django.utils import timezone, translation
from django.utils.formats import date_format, number_format


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/04/1990", date(1990, 4, 3)),
        ("25/12/1990", date(1990, 12, 25)),
        ("5-8-2022", date(2022, 8, 5)),
        ("5.8.2022", date(2022, 8, 5)),
        ("2022-08-05", date(2022, 8, 5)),
        ("1-7-25", date(2025, 7, 1)),
    ],
)
def test_form_dates_are_day_first(language: str, text: str, day: date) -> None:
    with translation.override(language):
        assert DateField().clean(text) == day


@pytest.mark.parametrize("text", ["12/25/1990", "29/2/2023", "5/8", "44778"])
def test_dates_that_cannot_be_are_refused(text: str) -> None:
    with translation.override("vi"), pytest.raises(ValidationError):
        DateField().clean(text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_dates_and_times_are_shown_day_first(language: str) -> None:
    moment = timezone.localtime(datetime(2022, 8, 4, 17, 30, tzinfo=UTC))
    with translation.override(language):
        assert date_format(date(2022, 8, 5)) == "05/08/2022"
        assert date_format(date(2022, 8, 5), "SHORT_DATE_FORMAT") == "05/08/2022"
        assert date_format(moment, "DATETIME_FORMAT") == "00:30 05/08/2022"


@pytest.mark.parametrize(
    ("language", "grouped", "decimal"), [("vi", "1.234.567", "0,5"), ("en", "1,234,567", "0.5")]
)
def test_numbers(language: str, grouped: str, decimal: str) -> None:
    with translation.override(language):
        assert intcomma(1234567) == grouped
        assert number_format(Decimal("0.5")) == decimal


def test_ids_and_years_are_never_grouped() -> None:
    with translation.override("vi"):
        assert (
            Template("/teams/{{ id }}/{{ year }}").render(Context({"id": 1234, "year": 2022}))
            == "/teams/1234/2022"
        )
