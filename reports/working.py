"""The teams that work in a unit on a day, and the marks of BR-28 on them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import F

from areas.models import Area
from areas.paths import WIDTH, in_ranges, subtree
from reports.coverage import NOBODY, CoverageRow
from reports.ground import Ground, PlacedTeam, later, path_on
from teams.composition import HamletFacts, TeamFacts, quality_flags
from teams.enums import WORKING_STATUSES
from teams.marks import MERGED_REASONS, facts_for_marks, list_like
from teams.models import Team
from teams.querysets import TeamQuerySet, in_force
from teams.rules import rules_for

PLACE = "team_areas__area__versions"


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


def marks_in(ground: Ground) -> tuple[list[PlacedTeam], dict[int, list[str]]]:
    """Working teams of the ground and, by team, the marks of those that have any (BR-28).

    The rules are those of `teams.composition`; here each team's list is only counted in the database,
    and the rules look at a list with the same numbers. Teams that are alike are judged once. A test
    compares this with `quality_of`.
    """
    rules = rules_for({team.place_path[:WIDTH] for team in ground.working}, ground.on)
    judged: dict[Any, list[str]] = {}
    found = {}
    for team in ground.working:
        seats, days = ground.seats.get(team.pk, NOBODY), ground.decided.get(team.pk, (None, None))
        phones = seats.leaders - seats.silent_leaders
        counted = (seats.regular, seats.extra, seats.leaders, seats.deputies, phones)
        decided = later(*days)
        of_team = (team.level, team.checked_on, team.period_reason, team.is_large, team.large_reason)
        alike = (*of_team, team.place_path[:WIDTH], counted, decided)
        if alike not in judged:
            judged[alike] = quality_flags(
                _facts(team, counted, decided, ground.on), rules[team.place_path[:WIDTH]]
            )
        found[team.pk] = judged[alike]
    return ground.working, {team: marks for team, marks in found.items() if marks}


def _facts(team: PlacedTeam, counted: tuple[int, ...], decided: date | None, on: date) -> TeamFacts:
    return facts_for_marks(
        team.level,
        HamletFacts(team.area_id, "", 0, team.is_large, team.large_reason, True),
        list_like(*counted),
        on=on,
        decided=decided,
        checked=team.checked_on,
        is_merged=team.period_reason in MERGED_REASONS,
    )


def add_flagged(
    rows: Sequence[CoverageRow], teams: Iterable[PlacedTeam], marks: Mapping[int, list[str]]
) -> None:
    """Fills the number of teams with a mark into the rows, by the place of the teams on the day."""
    depth = max((len(row.path) for row in rows), default=0)
    flagged = Counter(team.place_path[:depth] for team in teams if team.pk in marks)
    for row in rows:
        row.flagged = flagged[row.path]
