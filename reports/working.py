"""The teams that work in a unit on a day, and the marks of BR-28 on them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q

from areas.models import Area
from areas.paths import WIDTH, in_ranges, subtree
from reports.coverage import CoverageRow, path_on, teams_placed
from teams.composition import HamletFacts, PersonFacts, Rules, SeatFacts, TeamFacts, quality_flags
from teams.enums import WORKING_STATUSES, ItemStatus, MemberCategory, TeamRole
from teams.models import DecisionItem, Membership, Person, Team
from teams.querysets import TeamQuerySet, in_force
from teams.recorded import COMMUNE_CHANGED
from teams.rules import rules_for
from teams.seats import REGULAR_SEATS
from teams.timeline_facts import AREA_SUCCEEDED

PLACE = "team_areas__area__versions"
LIST_NUMBERS = ("regular", "extra", "leaders", "deputies", "phones")


def working_teams(area: Area, on: date) -> TeamQuerySet:
    """Teams at work in the unit on the day, with `place_path` and other facts of that day."""
    teams: TeamQuerySet = Team.objects.filter(
        in_force(on, "periods__valid_from", "periods__valid_to"),
        in_force(on, "team_areas__valid_from", "team_areas__valid_to"),
        in_force(on, f"{PLACE}__valid_from", f"{PLACE}__valid_to"),
        in_ranges(f"{PLACE}__path", [subtree(path_on(area, on))]),
        periods__status__in=WORKING_STATUSES,
        team_areas__is_primary=True,
    ).annotate(  # type: ignore[assignment] # a manager of this queryset
        place_path=F(f"{PLACE}__path"),
        period_reason=F("periods__reason"),
        place_id=F("team_areas__area"),
        is_large=F("team_areas__area__large_population"),
        large_reason=F("team_areas__area__large_reason"),
    )
    return teams


class WorkingTeam(NamedTuple):
    """A team at work on a day, with the facts of that day that the marks look at."""

    pk: int
    name: str
    level: str
    checked_on: date | None
    place_path: str
    period_reason: str
    place_id: int
    is_large: bool
    large_reason: str


def marks_in(area: Area, on: date) -> tuple[list[WorkingTeam], dict[int, list[str]]]:
    """Working teams of the unit and, by team, the marks of those that have any (BR-28).

    The rules are those of `teams.composition`; here each team's list is only counted in the database,
    and the rules look at a list with the same numbers. Teams that are alike are judged once. A test
    compares this with `quality_of`.
    """
    teams = [
        WorkingTeam(*row) for row in working_teams(area, on).order_by().values_list(*WorkingTeam._fields)
    ]
    here = teams_placed(on, path_on(area, on)).values("team")
    counted, decided = _lists(here, on), _decided(here, on)
    rules = rules_for({team.place_path[:WIDTH] for team in teams}, on)
    judged: dict[Any, list[str]] = {}
    found = {}
    for team in teams:
        list_of_team, day = counted.get(team.pk, ()), decided.get(team.pk)
        of_team = (team.level, team.checked_on, team.period_reason, team.is_large, team.large_reason)
        alike = (*of_team, team.place_path[:WIDTH], list_of_team, day)
        if alike not in judged:
            judged[alike] = quality_flags(*_facts(team, list_of_team, day, rules, on))
        found[team.pk] = judged[alike]
    return teams, {team: marks for team, marks in found.items() if marks}


def _lists(teams: Any, on: date) -> dict[int, tuple[int, ...]]:
    """How each team's list of the day is made up: the numbers that `_like` takes."""
    leader = Q(role=TeamRole.LEADER)
    has_phone = Q(Exists(Person.objects.filter(pk=OuterRef("person")).exclude(phone="")))
    memberships = Membership.objects.filter(in_force(on, "from_date", "to_date"), team__in=teams)
    rows = (
        memberships.order_by()
        .values("team_id")
        .annotate(
            regular=Count("pk", filter=Q(seat__lte=REGULAR_SEATS)),
            extra=Count("pk", filter=Q(seat__gt=REGULAR_SEATS)),
            leaders=Count("pk", filter=leader),
            deputies=Count("pk", filter=Q(role=TeamRole.DEPUTY)),
            phones=Count("pk", filter=leader & has_phone),
        )
    )
    return {team: tuple(numbers) for team, *numbers in rows.values_list("team_id", *LIST_NUMBERS)}


def _decided(teams: Any, on: date) -> dict[int, date]:
    """The latest day on which an item of the team took effect."""
    items = DecisionItem.objects.filter(status=ItemStatus.IN_FORCE, team__in=teams)
    latest = (
        items.order_by()
        .values("team_id")
        .annotate(
            decided=Max("decision__effective_on", filter=Q(decision__effective_on__lte=on)),
            confirmed=Max("confirmed_on", filter=Q(confirmed_on__lte=on)),
        )
    )
    return {
        team: max(filter(None, days))
        for team, *days in latest.values_list("team_id", "decided", "confirmed")
        if any(days)
    }


@cache
def _like(regular: int, extra: int, leaders: int, deputies: int, phones: int) -> tuple[SeatFacts, ...]:
    """A list with the same numbers: leaders first, then deputies, the others; supplementary seats last."""
    roles = [TeamRole.LEADER] * leaders + [TeamRole.DEPUTY] * deputies
    return tuple(
        SeatFacts(
            PersonFacts(None, "", phone="x" if number < phones else ""),
            number + 1 if number < regular else REGULAR_SEATS + 1 + number - regular,
            roles[number] if number < len(roles) else TeamRole.MEMBER,
            MemberCategory.RESIDENT if number < regular else MemberCategory.YOUTH_UNION,
        )
        for number in range(regular + extra)
    )


def _facts(
    team: WorkingTeam, counted: tuple[int, ...], decided: date | None, rules: Mapping[str, Rules], on: date
) -> tuple[TeamFacts, Rules]:
    checked = team.checked_on if team.checked_on and team.checked_on <= on else None
    latest = max(filter(None, (decided, checked)), default=None)
    facts = TeamFacts(
        level=team.level,
        hamlets=(HamletFacts(team.place_id, "", 0, team.is_large, team.large_reason, True),),
        seats=_like(*counted) if counted else (),
        on=on,
        in_force=True,
        has_decision=decided is not None,
        list_age_days=(on - latest).days if latest else None,
        area_merged=team.period_reason in (AREA_SUCCEEDED, COMMUNE_CHANGED),
    )
    return facts, rules[team.place_path[:WIDTH]]


def add_flagged(
    rows: Sequence[CoverageRow], teams: Iterable[WorkingTeam], marks: Mapping[int, list[str]]
) -> None:
    """Fills the number of teams with a mark into the rows, by the place of the teams on the day."""
    depth = max((len(row.path) for row in rows), default=0)
    flagged = Counter(team.place_path[:depth] for team in teams if team.pk in marks)
    for row in rows:
        row.flagged = flagged[row.path]
