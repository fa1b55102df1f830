"""The marks of BR-28 asked of the database, and on the list of teams, are those of `teams.composition`."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from config.demo.seed import seed_demo
from teams.composition import QualityFlag
from teams.composition_dates import first_day_in_time, older_than_a_year
from teams.departures import confirm_list, record_departure
from teams.enums import EndReason, TeamLevel
from teams.findings import quality_of
from teams.issuing import line_up_on
from teams.listed_teams import SHOWN, listed_teams
from teams.marked import marked
from teams.models import (
    EnterpriseProfile,
    Membership,
    Organisation,
    Person,
    RuleSet,
    Team,
    TeamPeriod,
)
from teams.recorded import COMMUNE_CHANGED
from teams.roster import save_line_up
from tests.cast import Cast, make_cast
from tests.teams.builders import issue_for, make_active_team, make_draft_team, make_line_up, proposal_of
from tests.teams.test_roster import mark_large, youth


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, and a team for each mark and for each way of not having it."""
    cast = make_cast()
    first, second, third = cast.places.hamlets[:3]
    for members in (2, 3, 9, 10):
        make_active_team(cast, second, members=members)
    make_draft_team(cast, third)
    _enlarge(cast, first)
    _lose_leaders(cast)
    Person.objects.filter(pk=_leader(make_active_team(cast, third))).update(phone="")
    merged = make_active_team(cast, third)
    TeamPeriod.objects.filter(team=merged).update(reason=COMMUNE_CHANGED)
    confirm_list(by=cast.minh, team=make_active_team(cast, second), on=timezone.localdate())
    alone = make_active_team(cast, third)
    Membership.objects.filter(team=alone, role="DEPUTY").delete()
    company = Organisation.objects.create(
        name="Xưởng", group="ENTERPRISE", type="COMPANY", area=cast.places.commune
    )
    site = EnterpriseProfile.objects.create(organisation=company, area=third)
    Team.objects.filter(pk=alone.pk).update(level=TeamLevel.ENTERPRISE, enterprise=site)
    Team.objects.filter(pk=make_active_team(cast, third).pk).update(checked_on=date(2023, 1, 1))
    return cast


def _leader(team: Team) -> int:
    return int(team.memberships.get(role="LEADER").person_id)


def _enlarge(cast: Cast, hamlet: object) -> None:
    """Two supplementary members: rightly there, and in a hamlet that is no longer marked."""
    unmarked = cast.places.hamlets[1]
    for place in (hamlet, unmarked):
        mark_large(place)
        team = make_draft_team(cast, place, members=0)
        entries = [*make_line_up(place, 10), *youth(cast, 2)]
        save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
        issue_for(cast.minh, [team])
    unmarked.large_population, unmarked.large_reason = False, ""
    unmarked.save()


def _lose_leaders(cast: Cast) -> None:
    today = timezone.localdate()
    for gone in (1, 2):
        team = make_active_team(cast, cast.places.hamlets[2])
        for row in line_up_on(team, today)[:gone]:
            record_departure(
                by=cast.minh, team=team, person=row.person, left_on=today, reason=EndReason.MOVED_AWAY
            )


def by_rules(on: date) -> dict[int, list[str]]:
    """Teams at work and their marks, worked out one by one."""
    return quality_of(Team.objects.working(), on)  # type: ignore[attr-defined] # our queryset


def expect_agreement(on: date) -> set[str]:
    """The marks that occur, after each was asked for in both ways."""
    right = by_rules(on)
    for flag in QualityFlag:
        found = set(marked(Team.objects.all(), flag, on).values_list("pk", flat=True))  # type: ignore[arg-type] # a manager of our queryset
        assert found == {team for team, flags in right.items() if flag in flags}, flag
    rows = list(Team.objects.order_by("pk").values_list(*SHOWN, named=True))
    shown = {row.pk: list(row.flags) for row in listed_teams(rows, on)}
    assert {team: flags for team, flags in shown.items() if flags} == {
        team: flags for team, flags in right.items() if flags
    }
    return {flag for flags in right.values() for flag in flags}


@pytest.mark.parametrize(
    ("rules", "missing"),
    [
        (None, {"NO_DECISION"}),
        ({"min_members": 7, "deputy_required": False}, {"NO_DECISION", "NO_DEPUTY"}),
        ({"max_members": 8, "max_supplementary": 1}, {"NO_DECISION"}),
    ],
    ids=["national", "more members, no deputy", "a smaller cap"],
)
def test_the_database_marks_the_same_teams(
    cast: Cast, rules: dict[str, object] | None, missing: set[str]
) -> None:
    RuleSet.objects.all().delete()
    if rules is not None:
        RuleSet.objects.create(province=cast.places.province, valid_from=date(2022, 1, 1), **rules)
    assert expect_agreement(timezone.localdate()) == {str(flag) for flag in QualityFlag} - missing


def test_a_team_whose_decision_is_gone_is_marked(cast: Cast) -> None:
    team = make_active_team(cast)
    team.items.update(status="REVOKED")
    assert "NO_DECISION" in expect_agreement(timezone.localdate())


def test_marks_agree_on_the_demo(db: None) -> None:
    seed_demo("commune")
    assert expect_agreement(timezone.localdate())


def test_the_first_day_in_time_is_that_of_the_rule() -> None:
    for number in range(4 * 366):
        on = date(2023, 1, 1) + timedelta(days=number)
        first = first_day_in_time(on)
        assert not older_than_a_year(first, on)
        assert older_than_a_year(first - timedelta(days=1), on)
