"""Outreach figures of units over a period: read from the stored figures of hamlets, or counted over a free range.

Days that make up a whole month, quarter, half-year, year, or all the time are read as stored; any other range is
counted from the visits. Distinct households are counted within each hamlet, so units are sums of their hamlets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Substr
from django.utils import timezone

from areas.enums import AreaLevel
from areas.models import Area, AreaStat, AreaVersion
from areas.paths import in_ranges, subtree
from households.enums import Grain
from households.figures import COUNTS, counts_between, freshen
from households.models import OutreachFigure
from households.periods import ALL_TIME, BEGINNING, MONTHS_OF, Period, period_of
from reports.asked import Asked
from reports.coverage import CoverageRow, children_on
from reports.coverage_table import unit_rows
from reports.ground import among, path_on, versions_on
from teams.querysets import in_force

PLACE = "area__versions"


@dataclass
class OutreachRow:
    """Figures of one unit over the period; without any visit they are 0."""

    unit: CoverageRow
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    households: int | None = None
    """Households by the counted figures of the hamlets (AreaStat); None where a hamlet has none."""
    hamlets_without_stat: int = 0


def whole_period(first: date, last: date) -> Period | None:
    """The stored period that these days make up; one that still runs may end today."""
    if first <= BEGINNING and last >= timezone.localdate():
        return ALL_TIME
    for grain in MONTHS_OF:
        period = period_of(grain, first)
        ends = period.end - timedelta(days=1)
        if period.start == first and (last == ends or timezone.localdate() <= last < ends):
            return period
    return None


def day_after(day: date) -> date:
    """The first day that no longer belongs to a period whose last day is given."""
    return day + timedelta(days=1)


def outreach_rows(asked: Asked) -> list[OutreachRow]:
    """Figures of the units below the one asked for, up to date with every visit written before."""
    units = children_on(asked.area, asked.on) if asked.area.level == AreaLevel.COMMUNE else unit_rows(asked)
    rows = {unit.path: OutreachRow(unit) for unit in units}
    freshen(asked.area.path)
    _add_counts(rows, asked)
    _add_stats(rows, asked)
    return list(rows.values())


def _add_counts(rows: dict[str, OutreachRow], asked: Asked) -> None:
    depth = max((len(path) for path in rows), default=0)
    for path, counts in period_counts(asked.area, asked.first, asked.last, asked.on, depth):
        if path in rows:
            for name in COUNTS:
                rows[path].counts[name] += counts[name]
    for path, living in _register(asked.area, asked.on, depth):
        if path in rows:
            rows[path].counts["living_total"] = living


def period_counts(
    area: Area, first: date, last: date, on: date, depth: int
) -> Iterable[tuple[str, dict[str, int]]]:
    """Path of a unit at this depth of the tree of the day, and counts of its hamlets over the period."""
    period = whole_period(first, last)
    if period is None:
        paths = dict(_hamlets(area, on).values_list("area_id", "path"))
        counted = counts_between(list(paths), first, day_after(last))
        for hamlet, counts in counted.items():
            yield paths[hamlet][:depth], counts
        return
    figures = OutreachFigure.objects.filter(grain=period.grain, starts_on=period.start)
    for row in summed(figures, area, on, depth, COUNTS):
        yield row["unit"], row


def summed(figures: Any, area: Area, on: date, depth: int, names: Sequence[str]) -> Any:
    """Stored figures of the hamlets inside the unit, added up by unit at this depth of the tree of the day."""
    placed = figures.filter(
        in_force(on, f"{PLACE}__valid_from", f"{PLACE}__valid_to"),
        in_ranges(f"{PLACE}__path", [subtree(path_on(area, on))]),
    )
    units = placed.order_by().annotate(unit=Substr(f"{PLACE}__path", 1, depth)).values("unit")
    return units.annotate(**{name: Sum(name) for name in names})


def _register(area: Area, on: date, depth: int) -> Iterable[tuple[str, int]]:
    """Households living in each unit today: the base of R12 whatever the period."""
    figures = OutreachFigure.objects.filter(grain=Grain.ALL, starts_on=BEGINNING)
    for row in summed(figures, area, on, depth, ("living_total",)):
        yield row["unit"], row["living_total"]


def in_hamlets_of(area: Area, on: date, figures: Any) -> Any:
    """Stored figures of the hamlets that lie in the unit on the day.

    The hamlets are looked up first: joined to the tree, PostgreSQL would read the figures of all provinces.
    """
    hamlets = tuple(_hamlets(area, on).values_list("area_id", flat=True))
    return figures.filter(among("area_id", hamlets)).order_by()


def _hamlets(area: Area, on: date) -> QuerySet[AreaVersion]:
    return versions_on(on, path_on(area, on)).filter(level=AreaLevel.HAMLET)


def _add_stats(rows: dict[str, OutreachRow], asked: Asked) -> None:
    """Counted households of the hamlets (newest count up to the day); a hamlet without one is missing (BR-40)."""
    newest = AreaStat.objects.filter(area=OuterRef("area"), as_of__lte=asked.on, households__isnull=False)
    counted = Subquery(newest.order_by("-as_of").values("households")[:1])
    depth = max(map(len, rows), default=0)
    for path, households in _hamlets(asked.area, asked.on).annotate(n=counted).values_list("path", "n"):
        row = rows.get(path[:depth])
        if row is not None and households is None:
            row.hamlets_without_stat += 1
        elif row is not None:
            row.households = (row.households or 0) + households


def total_counts(rows: Iterable[OutreachRow]) -> dict[str, int]:
    """Sums over the rows."""
    rows = list(rows)
    return {name: sum(row.counts[name] for row in rows) for name in COUNTS}
