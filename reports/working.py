"""The teams that work in a unit on a day, and the marks of BR-28 on them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import F

from areas.models import Area
from areas.paths import in_ranges, subtree
from reports.coverage import CoverageRow, path_on
from teams.enums import WORKING_STATUSES
from teams.findings import quality_of
from teams.models import Team
from teams.querysets import TeamQuerySet, in_force

PLACE = "team_areas__area__versions"


def working_teams(area: Area, on: date) -> TeamQuerySet:
    """Teams at work in the unit on the day, with `place_path` and the facts of their primary area of that day."""
    teams: TeamQuerySet = Team.objects.filter(
        in_force(on, "periods__valid_from", "periods__valid_to"),
        in_force(on, "team_areas__valid_from", "team_areas__valid_to"),
        in_force(on, f"{PLACE}__valid_from", f"{PLACE}__valid_to"),
        in_ranges(f"{PLACE}__path", [subtree(path_on(area, on))]),
        periods__status__in=WORKING_STATUSES,
        team_areas__is_primary=True,
    ).annotate(  # type: ignore[assignment] # a manager of this queryset
        place_path=F(f"{PLACE}__path"),
        place_kind=F(f"{PLACE}__kind"),
        place_name=F(f"{PLACE}__name"),
        status_on=F("periods__status"),
    )
    return teams


def marks_in(area: Area, on: date) -> tuple[list[Team], dict[int, list[str]]]:
    """Working teams of the unit and, by team, the marks of those that have any (BR-28)."""
    teams = list(working_teams(area, on))
    return teams, {team: marks for team, marks in quality_of(teams, on).items() if marks}


def add_flagged(rows: Sequence[CoverageRow], teams: Iterable[Team], marks: Mapping[int, list[str]]) -> None:
    """Fills the number of teams with a mark into the rows, by the place of the teams on the day."""
    depth = max((len(row.path) for row in rows), default=0)
    flagged = Counter(team.place_path[:depth] for team in teams if team.pk in marks)  # type: ignore[attr-defined] # annotated
    for row in rows:
        row.flagged = flagged[row.path]
