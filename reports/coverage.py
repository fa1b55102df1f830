"""Coverage of hamlets by teams as of any day (R1, BR-24 to BR-27), in few queries.

A hamlet is covered on day D when a hamlet team that works on D lists it. The tree of D is the
versions valid on D, so that past reports keep the units of their day (BR-29). Coverage is one grouped
query over all children of a unit; figures about teams are added up from those of single teams
(`reports.ground`), people who sit in several teams put aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from areas.enums import AreaLevel
from areas.models import Area, AreaVersion, full_name_of
from areas.paths import WIDTH, in_ranges, subtree
from reports.ground import Ground, Seats, later, path_on, versions_on
from teams.enums import WORKING_STATUSES, Gender, TeamLevel, TeamStatus
from teams.models import Membership, TeamArea
from teams.querysets import in_force


@dataclass
class CoverageRow:
    """Figures of one unit on the day; `share` is None where there is no hamlet ("—", BR-24)."""

    area_id: int
    path: str
    code: str
    name: str
    kind: str
    level: str
    hamlets: int = 0
    covered: int = 0
    teams: dict[str, int] = field(default_factory=dict)
    needs_reconstitution: int = 0
    """Working teams that wait for a new decision; they count (BR-25)."""
    memberships: int = 0
    people: int = 0
    men: int = 0
    women: int = 0
    latest_decision: date | None = None
    changed_on: date | None = None
    flagged: int = 0

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return full_name_of(self.kind, self.name)

    @property
    def uncovered(self) -> int:
        """Hamlets without a working team."""
        return self.hamlets - self.covered

    @property
    def share(self) -> float | None:
        """Covered hamlets per hamlet, 0 to 1."""
        return self.covered / self.hamlets if self.hamlets else None

    @property
    def is_complete(self) -> bool:
        """All hamlets covered (BR-25)."""
        return bool(self.hamlets) and self.covered == self.hamlets

    @property
    def team_count(self) -> int:
        """Working teams of all three kinds."""
        return sum(self.teams.values())

    @property
    def sex_unknown(self) -> int:
        """People whose sex is not known; never shared out."""
        return self.people - self.men - self.women


def working_links(on: date) -> QuerySet[TeamArea]:
    """Links of hamlet teams that work on the day to the hamlets they cover."""
    return TeamArea.objects.filter(
        in_force(on),
        in_force(on, "team__periods__valid_from", "team__periods__valid_to"),
        team__level=TeamLevel.HAMLET,
        team__periods__status__in=WORKING_STATUSES,
    )


def with_coverage(versions: QuerySet[AreaVersion], on: date) -> QuerySet[AreaVersion]:
    """Hamlets' versions with `is_covered`: a hamlet team works there on the day."""
    covering = working_links(on).filter(area=OuterRef("area"))
    return versions.filter(level=AreaLevel.HAMLET).annotate(is_covered=Exists(covering))


def is_covered(on: date, root: str) -> Q:
    """Condition on versions of hamlets below the unit at a path: a hamlet team works there on the day.

    For the many hamlets of a province PostgreSQL is faster with one list of all covered ones; for the few
    of a commune, and in SQLite, looking each of them up is.
    """
    links = working_links(on)
    if connection.vendor == "postgresql" and len(root) <= WIDTH:
        return Q(area__in=links.values("area"))
    return Q(Exists(links.filter(area=OuterRef("area"))))


def children_on(area: Area, on: date) -> list[CoverageRow]:
    """Empty rows for the units directly below on the day, in the order of their names."""
    return _rows_of(AreaVersion.objects.filter(in_force(on), parent=area))


def units_on(area: Area, on: date, level: str) -> list[CoverageRow]:
    """Empty rows for all units of a level inside the unit on the day."""
    return _rows_of(versions_on(on, path_on(area, on)).filter(level=level))


def _rows_of(versions: QuerySet[AreaVersion]) -> list[CoverageRow]:
    """Empty rows in the order of the units' names (of today: the order of places is worked out once)."""
    facts = versions.order_by("area__sort_key", "area_id")
    return [
        CoverageRow(*row) for row in facts.values_list("area_id", "path", "code", "name", "kind", "level")
    ]


def coverage_by(rows: list[CoverageRow], on: date) -> list[CoverageRow]:
    """Fills hamlets and covered of each row; all rows stand at one depth of the tree."""
    depth = _depth(rows)
    if not depth:
        return rows
    root = _common_root(rows)
    hamlets = versions_on(on, root).filter(level=AreaLevel.HAMLET)
    counted = (
        hamlets.annotate(unit=Substr("path", 1, depth))
        .values("unit")
        .annotate(hamlets=Count("pk"), covered=Count("pk", filter=is_covered(on, root)))
        .order_by()
    )
    _fill(rows, counted, ("hamlets", "covered"))
    return rows


def add_coverage(rows: list[CoverageRow], ground: Ground) -> list[CoverageRow]:
    """Hamlets and covered of each row from what was read already; the same figures as `coverage_by`."""
    by_unit, depth = _by_unit(rows), _depth(rows)
    for area, path in ground.hamlets:
        if row := by_unit.get(path[:depth]):
            row.hamlets += 1
            row.covered += area in ground.covered
    return rows


def add_team_figures(
    rows: list[CoverageRow], on: date, ground: Ground | None = None, with_members: bool = True
) -> list[CoverageRow]:
    """Fills teams by kind, and memberships, latest decision, day of the last change, people by sex."""
    if not rows:
        return rows
    ground, by_unit, depth = ground or Ground(_common_root(rows), on), _by_unit(rows), _depth(rows)
    for team in ground.working:
        if row := by_unit.get(team.place_path[:depth]):
            row.teams[team.level] = row.teams.get(team.level, 0) + 1
            row.needs_reconstitution += team.status == TeamStatus.NEEDS_RECONSTITUTION
    if with_members:
        _add_memberships(by_unit, depth, ground)
        _add_people(by_unit, depth, ground)
    return rows


def _add_memberships(by_unit: Mapping[str, CoverageRow], depth: int, ground: Ground) -> None:
    """Memberships of the day, the latest decision and the last change, also of teams that are no more."""
    for team in ground.working:
        if row := by_unit.get(team.place_path[:depth]):
            seats = ground.seats.get(team.pk, NOBODY)
            row.memberships += seats.total
    for pk, path in ground.placed:
        if row := by_unit.get(path[:depth]):
            decided, seats, turned = (
                ground.decided.get(pk),
                ground.seats.get(pk, NOBODY),
                ground.turned.get(pk),
            )
            row.latest_decision = later(row.latest_decision, decided and decided[0])
            row.changed_on = later(later(row.changed_on, seats.changed_on), turned)


def _by_unit(rows: Iterable[CoverageRow]) -> dict[str, CoverageRow]:
    return {row.path: row for row in rows}


NOBODY = Seats()


def _add_people(by_unit: Mapping[str, CoverageRow], depth: int, ground: Ground) -> None:
    """People once each: the memberships of the teams, less those of one person beyond the first (BR-27)."""
    units = {team.pk: team.place_path[:depth] for team in ground.working}
    for row in by_unit.values():
        row.people = row.memberships
    for team, unit in units.items():
        if unit in by_unit:
            seats = ground.seats.get(team, NOBODY)
            by_unit[unit].men += seats.men
            by_unit[unit].women += seats.women
    seen = set()
    for person, gender, team in ground.in_several:
        place = units.get(team, "")
        if place in by_unit and (person, place) in seen:
            by_unit[place].people -= 1
            by_unit[place].men -= gender == Gender.MALE
            by_unit[place].women -= gender == Gender.FEMALE
        seen.add((person, place))


TEAM_PLACE = "team__team_areas__area__versions"
"""From a row of a team to the versions of the areas it covers."""


def at_place(rows: Any, on: date, units: Sequence[CoverageRow]) -> Any:
    """Rows of teams inside the units, joined to the version of the day of the team's primary area of the day.

    All conditions stand in one `filter`: a second one would join the areas once more and count rows twice.
    """
    links = _of_day("team__team_areas", on)
    root = _common_root(units)
    inside = in_ranges(f"{TEAM_PLACE}__path", [subtree(root)]) if root else Q()
    return rows.filter(links, _of_day(TEAM_PLACE, on), inside, team__team_areas__is_primary=True)


def _of_day(relation: str, on: date) -> Q:
    return in_force(on, f"{relation}__valid_from", f"{relation}__valid_to")


def working_memberships(memberships: QuerySet[Membership], on: date) -> QuerySet[Membership]:
    """Memberships in force on the day in teams that work on it (a team has one period a day)."""
    return memberships.filter(
        in_force(on, "from_date", "to_date"),
        _of_day("team__periods", on),
        team__periods__status__in=WORKING_STATUSES,
    )


def total_of(area: Area, on: date) -> CoverageRow:
    """The row of totals, counted anew: a person in two communes is one person in the province."""
    return filled([row_of(area, path_on(area, on))], Ground.of(area, on))[0]


def filled(rows: list[CoverageRow], ground: Ground, with_members: bool = True) -> list[CoverageRow]:
    """The rows with all their figures, from one reading of the ground."""
    return add_team_figures(add_coverage(rows, ground), ground.on, ground, with_members)


def sum_up(area: Area, communes: list[CoverageRow], ground: Ground, with_members: bool = True) -> CoverageRow:
    """The row of totals from the filled rows of all communes inside: every team and hamlet lies in one.

    Sums and latest days come from the rows; only people are counted anew.
    """
    total = row_of(area, ground.path)
    for row in communes:
        total.hamlets += row.hamlets
        total.covered += row.covered
        total.needs_reconstitution += row.needs_reconstitution
        total.memberships += row.memberships
        for level, count in row.teams.items():
            total.teams[level] = total.teams.get(level, 0) + count
        total.latest_decision = later(total.latest_decision, row.latest_decision)
        total.changed_on = later(total.changed_on, row.changed_on)
    if with_members:
        _add_people({total.path: total}, len(total.path), ground)
    return total


def row_of(area: Area, path: str) -> CoverageRow:
    """An empty row for a unit."""
    return CoverageRow(area.pk, path, area.code, area.name, area.kind, area.level)


def coverage_of(area: Area, on: date) -> CoverageRow:
    """Hamlets and covered hamlets of one unit."""
    return coverage_by([row_of(area, path_on(area, on))], on)[0]


def coverage_over_time(area: Area, days: Iterable[date]) -> list[tuple[date, CoverageRow]]:
    """Coverage of one unit on several days, for the chart of its course (one query a day)."""
    return [(day, coverage_of(area, day)) for day in days]


def _depth(rows: list[CoverageRow]) -> int:
    """Depth of the rows; a row with a shorter path stands for what lies at that unit itself."""
    return max((len(row.path) for row in rows), default=0)


def _common_root(units: Sequence[CoverageRow]) -> str:
    """The longest path that the paths of all units begin with.

    The units of a report are siblings or cousins under one root, so one range holds little else; what
    else it holds falls away when the figures are put into the rows.
    """
    paths = sorted(unit.path for unit in units)
    first, last = paths[0], paths[-1]
    shared = 0
    while first[: shared + WIDTH] == last[: shared + WIDTH] and shared < len(first):
        shared += WIDTH
    return first[:shared]


def _fill(rows: list[CoverageRow], counted: Iterable[Any], names: tuple[str, ...]) -> None:
    """Puts counted figures into the rows by their path."""
    by_unit = _by_unit(rows)
    for found in counted:
        row = by_unit.get(found["unit"])
        if row is not None:
            for name in names:
                setattr(row, name, found[name])
