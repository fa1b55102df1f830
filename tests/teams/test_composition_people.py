"""Rules on single members, their ages and namesakes, and on the dates of decisions."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from teams.composition import (
    PersonFacts,
    Rules,
    age_on,
    br_10_life_of_team,
    br_19_decision_dates,
    likely_duplicate,
)
from vietnamese.text import fold

from .lineups import DAY, WOMEN, member, members, said, team


def born(birth_date=None, birth_year=None):
    return team(*members(4), member(5, birth_date=birth_date, birth_year=birth_year))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (born(date(2006, 8, 5)), []),
        (born(date(2006, 8, 6)), ["W BR-10.too_young"]),
        (born(date(1941, 8, 6)), []),
        (born(date(1941, 8, 5)), ["W BR-10.too_old"]),
        (born(birth_year=2006), []),
        (born(birth_year=2007), ["W BR-10.too_young"]),
        (born(birth_year=1942), []),
        (born(birth_year=1941), ["W BR-10.too_old"]),
        (born(), []),
        (team(*members(4), member(5, is_deceased=True, birth_year=1900)), ["W BR-10.deceased"]),
    ],
)
def test_br_10_age_and_death(facts, expected):
    assert said(facts) == expected


@pytest.mark.parametrize(
    ("birth_date", "birth_year", "on", "age"),
    [
        (date(2004, 2, 29), None, date(2020, 2, 28), 15),
        (date(2004, 2, 29), None, date(2020, 2, 29), 16),
        (date(2004, 2, 29), None, date(2021, 2, 28), 16),
        (date(2004, 2, 29), None, date(2021, 3, 1), 17),
        (date(1990, 12, 31), 1991, DAY, 31),
        (None, 1987, DAY, 35),
        (None, None, DAY, None),
    ],
)
def test_age_on(birth_date, birth_year, on, age):
    assert age_on(birth_date, birth_year, on) == age


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 8, 4), ["E BR-10.before_team"]),
        (date(2022, 8, 5), []),
        (date(2025, 6, 30), []),
        (date(2025, 7, 1), ["E BR-10.after_team"]),
    ],
)
def test_br_10_dates_inside_the_life_of_the_team(day, expected):
    found = br_10_life_of_team(day, DAY, date(2025, 7, 1), Rules())
    assert [f"{one.level} {one.code}" for one in found] == expected
    assert br_10_life_of_team(day, None, None, Rules()) == []


def namesake(number, name="Trần Thị Mẫu Q", **facts):
    return PersonFacts(number, name, search_key=fold(name), **facts)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            namesake(1, birth_year=1993, residence=1),
            namesake(2, unicodedata.normalize("NFD", "Trần Thị Mẫu Q"), birth_year=1993, residence=1),
            True,
        ),
        (
            namesake(1, birth_date=date(1993, 4, 5), residence=1),
            namesake(2, birth_year=1993, residence=1),
            True,
        ),
        (namesake(1, residence=1), namesake(2, residence=1), False),
        (namesake(1, birth_year=1993), namesake(2, birth_year=1993), False),
        (namesake(1, birth_year=1993, residence=1), namesake(2, birth_year=1993, residence=2), False),
        (namesake(1, birth_year=1993, residence=1), namesake(2, birth_year=1994, residence=1), False),
        (namesake(1, phone="+84912000001"), namesake(2, phone="+84912000001"), True),
        (namesake(1, phone="+84912000001"), namesake(2, phone="+84912000002"), False),
        (namesake(1, phone="+84912000001"), namesake(2, "Trần Thị Mẫu R", phone="+84912000001"), False),
        (namesake(1, phone="+84912000001"), namesake(1, phone="+84912000001"), False),
        (namesake(None, phone="+84912000001"), namesake(None, phone="+84912000001"), True),
        (namesake(1, "", phone="+84912000001"), namesake(2, "", phone="+84912000001"), False),
    ],
)
def test_br_11_likely_duplicate(a, b, expected):
    assert likely_duplicate(a, b) is expected
    assert likely_duplicate(b, a) is expected


def test_br_11_a_pair_inside_one_team_is_told():
    again = replace(member(5), person=replace(WOMEN.person, id=5, phone=""))
    assert said(team(*members(4), again)) == ["W BR-11.pair"]


TODAY = date(2022, 8, 5)


@pytest.mark.parametrize(
    ("issued_on", "effective_on", "expected"),
    [
        (date(2022, 9, 4), date(2022, 9, 4), []),
        (date(2022, 9, 5), date(2022, 9, 5), ["E BR-19.too_far_ahead"]),
        (date(2022, 3, 5), date(2022, 3, 5), []),
        (date(2022, 3, 4), date(2022, 3, 5), ["W BR-19.before_guidance"]),
        (date(2022, 8, 5), date(2022, 8, 4), ["E BR-19.effective_before_issue"]),
        (date(2022, 8, 5), date(2023, 8, 5), []),
    ],
)
def test_br_19_dates_of_a_decision(issued_on, effective_on, expected):
    found = br_19_decision_dates(issued_on, effective_on, TODAY, Rules())
    assert [f"{one.level} {one.code}" for one in found] == expected
