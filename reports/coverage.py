"""Coverage of hamlets by teams as of any day (R1, BR-24 to BR-27), counted in the database.

A hamlet is covered on day D when a hamlet team that works on D lists it. The tree of D is the
versions valid on D, so that past reports keep the units of their day (BR-29). Nothing is counted
in Python; each figure is one grouped query over all children of a unit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, F, Max, OuterRef, Q, QuerySet, When
from django.db.models.functions import Substr

from areas.enums import AreaKind, AreaLevel
from areas.models import Area, AreaVersion
from areas.paths import WIDTH, in_ranges, subtree
from teams.enums import WORKING_STATUSES, Gender, ItemStatus, TeamLevel, TeamStatus
from teams.models import DecisionItem, Membership, TeamArea, TeamPeriod
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
        return f"{AreaKind(self.kind).label} {self.name}"

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


def versions_on(on: date, path: str = "") -> QuerySet[AreaVersion]:
    """The tree of the day: versions valid on it, inside the unit at `path` when given."""
    versions = AreaVersion.objects.filter(in_force(on))
    return versions.filter(in_ranges("path", [subtree(path)])) if path else versions


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


def path_on(area: Area, on: date) -> str:
    """The unit's path on the day (its parent may have been another); a province has none above it."""
    if area.level == AreaLevel.PROVINCE:
        return area.path
    version = AreaVersion.objects.filter(in_force(on), area=area).values_list("path", flat=True).first()
    return version or area.path


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
    hamlets = with_coverage(versions_on(on, _common_root(rows)), on)
    counted = (
        hamlets.annotate(unit=Substr("path", 1, depth))
        .values("unit")
        .annotate(hamlets=Count("pk"), covered=Count("pk", filter=Q(is_covered=True)))
        .order_by("unit")
    )
    _fill(rows, counted, ("hamlets", "covered"))
    return rows


def add_team_figures(rows: list[CoverageRow], on: date) -> list[CoverageRow]:
    """Fills teams by kind, memberships, people by sex, latest decision and day of the last change."""
    depth = _depth(rows)
    if not depth:
        return rows
    by_unit = {row.path: row for row in rows}
    periods = TeamPeriod.objects.filter(in_force(on), status__in=WORKING_STATUSES)
    counted = (
        at_place(periods, on, rows)
        .annotate(unit=Substr(f"{TEAM_PLACE}__path", 1, depth))
        .values("unit", "team__level")
        .annotate(n=Count("pk"), waiting=Count("pk", filter=Q(status=TeamStatus.NEEDS_RECONSTITUTION)))
        .order_by("unit")
    )
    for found in counted:
        if row := by_unit.get(found["unit"]):
            row.teams[found["team__level"]] = found["n"]
            row.needs_reconstitution += found["waiting"]
    _fill(rows, _people(rows, on, depth), PEOPLE)
    _fill(rows, _decisions(rows, on, depth), ("latest_decision",))
    _fill_changes(rows, on, depth)
    return rows


PEOPLE = ("memberships", "people", "men", "women")

TEAM_PLACE = "team__team_areas__area__versions"
"""From a row of a team to the versions of the areas it covers."""


def at_place(rows: Any, on: date, units: Sequence[CoverageRow], is_past: bool = False) -> Any:
    """Rows of teams inside the units, joined to the version of the day of the team's primary area of the day.

    `is_past` takes every primary area up to the day, so that a dissolved team keeps its place. All
    conditions stand in one `filter`: a second one would join the areas once more and count rows twice.
    """
    links = Q(team__team_areas__valid_from__lte=on) if is_past else _of_day("team__team_areas", on)
    root = _common_root(units)
    inside = in_ranges(f"{TEAM_PLACE}__path", [subtree(root)]) if root else Q()
    return rows.filter(links, _of_day(TEAM_PLACE, on), inside, team__team_areas__is_primary=True)


def teams_placed(on: date, path: str) -> QuerySet[TeamArea]:
    """Links of teams to the primary areas that they have on the day inside the unit at a path of that day."""
    versions = "area__versions"
    return TeamArea.objects.filter(
        in_force(on),
        _of_day(versions, on),
        in_ranges(f"{versions}__path", [subtree(path)]),
        is_primary=True,
    )


def _of_day(relation: str, on: date) -> Q:
    return in_force(on, f"{relation}__valid_from", f"{relation}__valid_to")


def working_memberships(memberships: QuerySet[Membership], on: date) -> QuerySet[Membership]:
    """Memberships in force on the day in teams that work on it (a team has one period a day)."""
    return memberships.filter(
        in_force(on, "from_date", "to_date"),
        _of_day("team__periods", on),
        team__periods__status__in=WORKING_STATUSES,
    )


def _people(rows: list[CoverageRow], on: date, depth: int) -> QuerySet[Any, dict[str, Any]]:
    return (
        at_place(working_memberships(Membership.objects.all(), on), on, rows)
        .annotate(unit=Substr(f"{TEAM_PLACE}__path", 1, depth))
        .values("unit")
        .annotate(
            memberships=Count("pk"),
            people=Count("person", distinct=True),
            men=Count("person", distinct=True, filter=Q(person__gender=Gender.MALE)),
            women=Count("person", distinct=True, filter=Q(person__gender=Gender.FEMALE)),
        )
        .order_by("unit")
    )


def _decisions(rows: list[CoverageRow], on: date, depth: int) -> QuerySet[Any, dict[str, Any]]:
    items = DecisionItem.objects.filter(status=ItemStatus.IN_FORCE, decision__effective_on__lte=on)
    return (
        at_place(items, on, rows, is_past=True)
        .annotate(unit=Substr(f"{TEAM_PLACE}__path", 1, depth))
        .values("unit")
        .annotate(latest_decision=Max("decision__effective_on"))
        .order_by("unit")
    )


def _fill_changes(rows: list[CoverageRow], on: date, depth: int) -> None:
    """The last day up to D on which somebody joined or left a team of the unit, or a team changed."""
    moved = Case(When(to_date__lte=on, then="to_date"), default="from_date")
    sources: list[tuple[Any, Any]] = [
        (Membership.objects.filter(from_date__lte=on), moved),
        (TeamPeriod.objects.filter(valid_from__lte=on), F("valid_from")),
    ]
    by_unit = {row.path: row for row in rows}
    for changes, when in sources:
        counted = (
            at_place(changes, on, rows, is_past=True)
            .annotate(unit=Substr(f"{TEAM_PLACE}__path", 1, depth))
            .values("unit")
            .annotate(latest=Max(when))
            .order_by("unit")
        )
        for found in counted:
            if row := by_unit.get(found["unit"]):
                row.changed_on = max(found["latest"], row.changed_on or found["latest"])


def total_of(area: Area, on: date) -> CoverageRow:
    """The row of totals, counted anew: a person in two communes is one person in the province."""
    total = row_of(area, path_on(area, on))
    add_team_figures(coverage_by([total], on), on)
    return total


def total_over(area: Area, communes: list[CoverageRow], on: date) -> CoverageRow:
    """The row of totals from the filled rows of all communes inside: every team and hamlet lies in one.

    Sums and latest days come from the rows; only people are counted anew.
    """
    total = row_of(area, path_on(area, on))
    for row in communes:
        total.hamlets += row.hamlets
        total.covered += row.covered
        total.needs_reconstitution += row.needs_reconstitution
        for level, count in row.teams.items():
            total.teams[level] = total.teams.get(level, 0) + count
    total.latest_decision = max(
        (row.latest_decision for row in communes if row.latest_decision), default=None
    )
    total.changed_on = max((row.changed_on for row in communes if row.changed_on), default=None)
    _fill([total], _people([total], on, len(total.path)), PEOPLE)
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
    by_unit = {row.path: row for row in rows}
    for found in counted:
        row = by_unit.get(found["unit"])
        if row is not None:
            for name in names:
                setattr(row, name, found[name])
