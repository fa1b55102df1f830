"""Outreach as somebody would ask for it by hand: on the stored figures, and on the visits themselves."""

from datetime import date
from typing import Any

from django.db import connection

from areas.paths import WIDTH, subtree

IN_FORCE = "v.valid_from <= %(on)s AND (v.valid_to IS NULL OR v.valid_to > %(on)s)"

STORED = f"""
SELECT substr(v.path, 1, %(depth)s) AS unit, sum(f.calls), sum(f.people_reached), sum(f.nameless_calls),
       sum(f.households_reached), sum(f.living_reached), sum(f.living_refused), sum(f.living_absent),
       sum(f.business_calls), sum(f.businesses_reached), sum(f.businesses_etax), sum(f.living_total)
FROM households_outreachfigure f JOIN areas_areaversion v ON v.area_id = f.area_id AND {IN_FORCE}
WHERE f.grain = %(grain)s AND f.starts_on = %(first)s AND v.path >= %(low)s AND v.path < %(high)s
GROUP BY 1"""  # nosec B608 - constants of this file, values are bound

FROM_VISITS = f"""
SELECT substr(v.path, 1, %(depth)s) AS unit,
       count(DISTINCT CASE WHEN w.outcome IN ('DONE', 'PARTLY') THEN w.household_id END)
FROM households_visit w JOIN areas_areaversion v ON v.area_id = w.area_id AND {IN_FORCE}
WHERE w.visited_on >= %(first)s AND w.visited_on < %(end)s AND w.status <> 'VOID'
  AND v.path >= %(low)s AND v.path < %(high)s
GROUP BY 1"""  # nosec B608 - constants of this file, values are bound

HOUSEHOLDS = """
SELECT h.id, h.head_name, h.self_managed_group, h.people_count, h.last_visit_on, h.consent_state, a.kind, a.name
FROM households_household h JOIN areas_area a ON a.id = h.area_id
WHERE h.search_key LIKE %(like)s AND h.status <> 'MERGED' AND a.path >= %(low)s AND a.path < %(high)s
ORDER BY h.search_key, h.id LIMIT 51"""


def _ask(statement: str, **values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def stored(root: str, depth: int, grain: str, first: date, on: date) -> dict[str, tuple[int, ...]]:
    """Counts by path of the unit, from the stored figures."""
    low, high = subtree(root)
    rows = _ask(STORED, low=low, high=high, depth=depth * WIDTH, grain=grain, first=first, on=on)
    return {unit: tuple(map(int, counts)) for unit, *counts in rows}


def from_visits(root: str, depth: int, first: date, end: date, on: date) -> dict[str, int]:
    """Distinct households reached by path of the unit, from the visits; `end` is the first day after the period.

    Distinct in the whole unit: a household that moved between two hamlets is one here and two in the figures.
    """
    low, high = subtree(root)
    rows = _ask(FROM_VISITS, low=low, high=high, depth=depth * WIDTH, first=first, end=end, on=on)
    return {unit: int(count) for unit, count in rows}


def household_list(root: str, text: str) -> list[tuple[Any, ...]]:
    """A page of the search of households."""
    low, high = subtree(root)
    return _ask(HOUSEHOLDS, low=low, high=high, like=f"%{text}%")
