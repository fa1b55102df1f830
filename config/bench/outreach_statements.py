"""Outreach as somebody would ask for it by hand: on the stored figures, and on the visits themselves."""

from datetime import date
from typing import Any

from django.db import connection

from areas.paths import WIDTH, subtree

IN_FORCE = "v.valid_from <= %(on)s AND (v.valid_to IS NULL OR v.valid_to > %(on)s)"
_INSIDE = (
    "SELECT v.area_id FROM areas_areaversion v"
    f" WHERE v.path >= %(low)s AND v.path < %(high)s AND {IN_FORCE}"  # nosec B608 - constants of this file
)
HERE, HERE_HOME = f"area_id IN ({_INSIDE})", f"h.area_id IN ({_INSIDE})"

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

RANGE = f"""
SELECT unit, sum(a), sum(b), sum(c), sum(d), sum(e), sum(f), sum(g), sum(h), sum(i), sum(j)
FROM (
    SELECT substr(v.path, 1, %(depth)s) AS unit, count(*) AS a, sum(people) AS b, 0 AS c,
           count(DISTINCT CASE WHEN reached = 1 THEN household_id END) AS d, 0 AS e, 0 AS f, 0 AS g, 0 AS h, 0 AS i, 0 AS j
    FROM (
        SELECT area_id, household_id, max(people_reached) AS people,
               max(CASE WHEN outcome IN ('DONE', 'PARTLY') THEN 1 ELSE 0 END) AS reached
        FROM households_visit
        WHERE visited_on >= %(first)s AND visited_on < %(end)s AND status <> 'VOID' AND household_id IS NOT NULL
          AND {HERE}
        GROUP BY area_id, household_id, visited_on, team_id
    ) w JOIN areas_areaversion v ON v.area_id = w.area_id AND {IN_FORCE}
    GROUP BY v.area_id, 1
    UNION ALL
    SELECT substr(v.path, 1, %(depth)s), 0, sum(people_reached), count(*), 0, 0, 0, 0, 0, 0, 0
    FROM households_visit w JOIN areas_areaversion v ON v.area_id = w.area_id AND {IN_FORCE}
    WHERE visited_on >= %(first)s AND visited_on < %(end)s AND status <> 'VOID' AND household_id IS NULL
      AND business_id IS NULL AND v.path >= %(low)s AND v.path < %(high)s
    GROUP BY 1
    UNION ALL
    SELECT substr(v.path, 1, %(depth)s), 0, 0, 0, 0, sum(CASE WHEN best = 3 THEN 1 ELSE 0 END),
           sum(CASE WHEN best = 2 THEN 1 ELSE 0 END), sum(CASE WHEN best = 1 THEN 1 ELSE 0 END), 0, 0, 0
    FROM (
        SELECT h.area_id, h.id,
               max(CASE WHEN outcome IN ('DONE', 'PARTLY') THEN 3 WHEN outcome = 'REFUSED' THEN 2 ELSE 1 END) AS best
        FROM households_household h JOIN households_visit w ON w.household_id = h.id
        WHERE visited_on >= %(first)s AND visited_on < %(end)s AND w.status <> 'VOID' AND h.status = 'LIVING'
          AND {HERE_HOME}
        GROUP BY h.area_id, h.id
    ) w JOIN areas_areaversion v ON v.area_id = w.area_id AND {IN_FORCE}
    GROUP BY 1
    UNION ALL
    SELECT substr(v.path, 1, %(depth)s), 0, 0, 0, 0, 0, 0, 0, count(*),
           count(DISTINCT CASE WHEN reached = 1 THEN business_id END), count(DISTINCT CASE WHEN etax = 1 THEN business_id END)
    FROM (
        SELECT area_id, business_id, max(CASE WHEN outcome IN ('DONE', 'PARTLY') THEN 1 ELSE 0 END) AS reached,
               max(CASE WHEN EXISTS (
                   SELECT 1 FROM households_visittopic p JOIN households_topic t ON t.id = p.topic_id
                   WHERE p.visit_id = households_visit.id AND t.code = 'ETAX'
               ) THEN 1 ELSE 0 END) AS etax
        FROM households_visit
        WHERE visited_on >= %(first)s AND visited_on < %(end)s AND status <> 'VOID' AND business_id IS NOT NULL
          AND {HERE}
        GROUP BY area_id, business_id, visited_on, team_id
    ) w JOIN areas_areaversion v ON v.area_id = w.area_id AND {IN_FORCE}
    GROUP BY v.area_id, 1
) counted
GROUP BY unit"""  # nosec B608 - constants of this file, values are bound

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


def all_from_visits(root: str, depth: int, first: date, end: date, on: date) -> dict[str, tuple[int, ...]]:
    """Every count of R12 and R14 by path of the unit, from the visits; distinct within each hamlet, as in the figures."""
    low, high = subtree(root)
    rows = _ask(RANGE, low=low, high=high, depth=depth * WIDTH, first=first, end=end, on=on)
    return {unit: tuple(map(int, counts)) for unit, *counts in rows}


def household_list(root: str, text: str) -> list[tuple[Any, ...]]:
    """A page of the search of households."""
    low, high = subtree(root)
    return _ask(HOUSEHOLDS, low=low, high=high, like=f"%{text}%")
