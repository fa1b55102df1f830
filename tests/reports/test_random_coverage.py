"""On random registers the grouped queries agree with plain loops, and a naive count does not."""

from datetime import date

import pytest
from django.db.models import Count

from areas.enums import AreaLevel
from areas.models import Area
from reports.coverage import (
    CoverageRow,
    add_team_figures,
    coverage_by,
    row_of,
    sum_up,
    total_of,
    units_on,
    working_links,
)
from reports.ground import Ground, path_on
from reports.make_up import CATEGORY_COLUMNS, make_up_of
from teams.enums import MemberCategory
from tests.cast import Cast
from tests.reports.random_register import Counted, write

SEEDS = (1, 2, 3)


def rows_on(area: Area, level: str, on: date) -> list[CoverageRow]:
    return add_team_figures(coverage_by(units_on(area, on, level), on), on)


def compare(row: CoverageRow, on: date) -> None:
    counted = Counted(Area.objects.get(pk=row.area_id), on)
    assert (row.hamlets, row.covered) == (len(counted.hamlets), counted.covered)
    assert row.team_count == len(counted.teams)
    assert row.memberships == len(counted.seats)
    assert row.people == len(counted.people)
    genders = [person.gender for person in counted.people]
    assert (row.men, row.women, row.sex_unknown) == (
        genders.count("MALE"),
        genders.count("FEMALE"),
        genders.count("UNKNOWN"),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_units_as_counted_by_loops(cast: Cast, seed: int) -> None:
    for on in write(cast, seed):
        for row in rows_on(cast.places.province, AreaLevel.COMMUNE, on):
            compare(row, on)
        compare(total_of(cast.places.province, on), on)


@pytest.mark.parametrize("seed", SEEDS)
def test_children_add_up_to_their_parent_but_people_are_counted_anew(cast: Cast, seed: int) -> None:
    more_people = 0
    for on in write(cast, seed):
        total = total_of(cast.places.province, on)
        rows = rows_on(cast.places.province, AreaLevel.COMMUNE, on)
        for name in ("hamlets", "covered", "team_count", "needs_reconstitution", "memberships"):
            assert sum(getattr(row, name) for row in rows) == getattr(total, name), name
        assert sum_up(cast.places.province, rows, Ground.of(cast.places.province, on)) == total
        assert sum(row.people for row in rows) >= total.people
        more_people += sum(row.people for row in rows) - total.people
    assert more_people > 0, "adding people up would have been right here by chance"


def test_the_naive_count_of_links_is_caught(cast: Cast) -> None:
    """The wrong twin counts links of teams to hamlets, not hamlets."""
    wrong = 0
    for seed in SEEDS[:1]:
        for on in write(cast, seed):
            naive = working_links(on).aggregate(n=Count("pk"))["n"]
            wrong += naive != total_of(cast.places.province, on).covered
    assert wrong > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_make_up_as_counted_by_loops(cast: Cast, seed: int) -> None:
    for on in write(cast, seed):
        province = row_of(cast.places.province, path_on(cast.places.province, on))
        for units in (units_on(cast.places.province, on, AreaLevel.COMMUNE), [province]):
            found = make_up_of(units, on)
            for unit in units:
                row, counted = found[unit.path], Counted(Area.objects.get(pk=unit.area_id), on)
                assert (row.teams, row.led) == (len(counted.teams), counted.led())
                assert (row.young, row.middle, row.old) == (
                    counted.aged(0, 29),
                    counted.aged(30, 55),
                    counted.aged(56, 200),
                )
                assert sum(row.by_group.values()) == row.memberships == len(counted.seats)
                assert row.young + row.middle + row.old + row.age_unknown == row.people


def test_every_category_has_its_column() -> None:
    listed = [category for categories in CATEGORY_COLUMNS.values() for category in categories]
    assert sorted(listed) == sorted(MemberCategory)
