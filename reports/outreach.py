"""Outreach figures of units over a period: read from the stored figures of hamlets, or counted over a free range.

Days that make up a whole month, quarter, half-year, year, or all the time are read as stored; any other range is
counted from the visits. Distinct households are counted within each hamlet, so units are sums of their hamlets.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Substr
from django.utils import timezone

from areas.enums import AreaLevel
from areas.models import Area, AreaStat, AreaVersion
from areas.paths import in_ranges, subtree
from households.figures import COUNTS, counts_between, freshen
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
    today = timezone.localdate()
    if first <= BEGINNING and last >= today:
        return ALL_TIME
    if first.day != 1:
        return None
    for grain in MONTHS_OF:
        period = period_of(grain, first)
        if period.start != first or last >= period.end:
            continue
        if last >= today or day_after(last) == period.end:
            return period
    return None


def day_after(day: date) -> date:
    """The first day that no longer belongs to a period whose last day is given."""
    return day + timedelta(days=1)


def outreach_rows(asked: Asked, names: Collection[str] = COUNTS) -> list[OutreachRow]:
    """Figures of the units below the one asked for, up to date with every visit written before.

    Of a free range only what is needed for the `names` is counted; the other counts are 0.
    """
    units = children_on(asked.area, asked.on) if asked.area.level == AreaLevel.COMMUNE else unit_rows(asked)
    rows = {unit.path: OutreachRow(unit) for unit in units}
    freshen(asked.area.path)
    path = path_on(asked.area, asked.on)
    _add_counts(rows, asked, path, names)
    _add_stats(rows, asked, path)
    return list(rows.values())


def _add_counts(rows: dict[str, OutreachRow], asked: Asked, path: str, names: Collection[str]) -> None:
    depth = max((len(path) for path in rows), default=0)
    counted = period_counts(path, asked.first, asked.last, asked.on, depth, names)
    register = stored_counts(path, ALL_TIME, asked.on, depth) if "living_total" in names else {}
    for unit, row in rows.items():
        if unit in counted:
            row.counts = counted[unit]
        row.counts["living_total"] = register[unit]["living_total"] if unit in register else 0


def period_counts(
    path: str, first: date, last: date, on: date, depth: int, names: Collection[str] = COUNTS
) -> dict[str, dict[str, int]]:
    """Counts over the period of the hamlets inside `path`, by path of their unit at this depth of the day's tree."""
    period = whole_period(first, last)
    if period is not None:
        return stored_counts(path, period, on, depth)
    paths = dict(_hamlets(path, on).values_list("area_id", "path"))
    found: dict[str, dict[str, int]] = {}
    for hamlet, counts in counts_between(list(paths), first, day_after(last), names).items():
        row = found.setdefault(paths[hamlet][:depth], counts)
        if row is not counts:
            for name, count in counts.items():
                row[name] += count
    return found


STORED = """
SELECT substr(v.path, 1, %s), {sums}
FROM households_outreachfigure f JOIN areas_areaversion v ON v.area_id = f.area_id
WHERE f.grain = %s AND f.starts_on = %s AND v.valid_from <= %s AND (v.valid_to IS NULL OR v.valid_to > %s)
  AND v.path >= %s AND v.path < %s
GROUP BY 1""".format(sums=", ".join(f"SUM(f.{name})" for name in COUNTS))  # nosec B608 - constants, values are bound
"""Written out: it runs several times for each page, and putting it together each time takes longer than its answer."""


def stored_counts(path: str, period: Period, on: date, depth: int) -> dict[str, dict[str, int]]:
    """The stored figures of the hamlets inside `path`, added up by unit at this depth of the tree of the day."""
    with connection.cursor() as cursor:
        cursor.execute(STORED, [depth, period.grain, period.start, on, on, *subtree(path)])
        return {unit: dict(zip(COUNTS, map(int, sums), strict=True)) for unit, *sums in cursor.fetchall()}


def summed(figures: Any, area: Area, on: date, depth: int, names: Sequence[str]) -> Any:
    """Figures of the hamlets inside the unit, added up by unit at this depth of the tree of the day."""
    placed = figures.filter(
        in_force(on, f"{PLACE}__valid_from", f"{PLACE}__valid_to"),
        in_ranges(f"{PLACE}__path", [subtree(path_on(area, on))]),
    )
    units = placed.order_by().annotate(unit=Substr(f"{PLACE}__path", 1, depth)).values("unit")
    return units.annotate(**{name: Sum(name) for name in names})


def in_hamlets_of(area: Area, on: date, figures: Any) -> Any:
    """Stored figures of the hamlets that lie in the unit on the day.

    The hamlets are looked up first: joined to the tree, PostgreSQL would read the figures of all provinces.
    """
    hamlets = tuple(_hamlets(path_on(area, on), on).values_list("area_id", flat=True))
    return figures.filter(among("area_id", hamlets)).order_by()


def _hamlets(path: str, on: date) -> QuerySet[AreaVersion]:
    return versions_on(on, path).filter(level=AreaLevel.HAMLET)


def _add_stats(rows: dict[str, OutreachRow], asked: Asked, path: str) -> None:
    """Counted households of the hamlets (newest count up to the day); a hamlet without one is missing (BR-40)."""
    newest = AreaStat.objects.filter(area=OuterRef("area"), as_of__lte=asked.on, households__isnull=False)
    counted = Subquery(newest.order_by("-as_of").values("households")[:1])
    depth = max(map(len, rows), default=0)
    hamlets = _hamlets(path, asked.on).annotate(n=counted)
    for hamlet, households in hamlets.values_list("path", "n"):
        row = rows.get(hamlet[:depth])
        if row is not None and households is None:
            row.hamlets_without_stat += 1
        elif row is not None:
            row.households = (row.households or 0) + households


def total_counts(rows: Iterable[OutreachRow]) -> dict[str, int]:
    """Sums over the rows."""
    rows = list(rows)
    return {name: sum(row.counts[name] for row in rows) for name in COUNTS}
