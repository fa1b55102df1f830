"""How outreach is counted over any range of days; stored figures: `households.figure_statements`.

Each statement answers for some hamlets and one period of days. Visits taken back (VOID) never count. Two logs of one
household by one team on one day are one call, with the better outcome and the larger number of people (BR-35).
Reached means DONE or PARTLY (BR-36).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

_HELPED = "v.outcome IN ('DONE', 'PARTLY')"
WORDS = {
    "helped": _HELPED,
    "reached": f"MAX(CASE WHEN {_HELPED} THEN 1 ELSE 0 END)",
    "best": f"MAX(CASE WHEN {_HELPED} THEN 3 WHEN v.outcome = 'REFUSED' THEN 2 ELSE 1 END)",
    "by_best": ", ".join(f"SUM(CASE WHEN best = {place} THEN 1 ELSE 0 END)" for place in (3, 2, 1)),
    "etax": """MAX(CASE WHEN EXISTS (
               SELECT 1 FROM households_visittopic vt JOIN households_topic t ON t.id = vt.topic_id
               WHERE vt.visit_id = v.id AND t.code = 'ETAX'
           ) THEN 1 ELSE 0 END)""",
    "rank": (
        "CASE vt.result WHEN 'SELF_USE' THEN 4 WHEN 'ACCOUNT_OPENED' THEN 3 WHEN 'INSTALLED' THEN 2 "
        "WHEN 'INTRODUCED' THEN 1 ELSE 0 END"
    ),
    "by_rank": ", ".join(f"SUM(CASE WHEN best = {rank} THEN 1 ELSE 0 END)" for rank in (1, 2, 3, 4, 0)),
    "one_place": (
        "v.household_id, v.business_id, v.visited_on, v.team_id, "
        "CASE WHEN v.household_id IS NULL AND v.business_id IS NULL THEN v.id ELSE 0 END"
    ),
}
"""What counts, said once for all statements: a visit that helped, the best outcome (3 reached, 2 refused, 1 absent) and
how many stand at each, eTax shown, the rank of a result and how many stand at each, and what makes one occurrence."""

CALLS = """
SELECT area_id, SUM(calls), SUM(people), SUM(nameless), SUM(reached)
FROM (
    SELECT area_id, COUNT(*) AS calls, SUM(people) AS people, 0 AS nameless,
           COUNT(DISTINCT CASE WHEN reached = 1 THEN household_id END) AS reached
    FROM (
        SELECT area_id, household_id, MAX(people_reached) AS people,
               {reached} AS reached
        FROM households_visit v
        WHERE area_id IN ({areas}) AND visited_on >= %s AND visited_on < %s AND status <> 'VOID'
          AND household_id IS NOT NULL
        GROUP BY area_id, household_id, visited_on, team_id
    ) one_call
    GROUP BY area_id
    UNION ALL
    SELECT area_id, 0, SUM(people_reached), COUNT(*), 0
    FROM households_visit
    WHERE area_id IN ({areas}) AND visited_on >= %s AND visited_on < %s AND status <> 'VOID'
      AND household_id IS NULL AND business_id IS NULL
    GROUP BY area_id
) counted
GROUP BY area_id
"""
"""Hamlet, calls at households, people guided, calls without consent, households reached."""

LIVING = """
SELECT area_id, {by_best}
FROM (
    SELECT h.area_id, h.id,
           {best} AS best
    FROM households_household h JOIN households_visit v ON v.household_id = h.id
    WHERE h.area_id IN ({areas}) AND h.status = 'LIVING'
      AND v.visited_on >= %s AND v.visited_on < %s AND v.status <> 'VOID'
    GROUP BY h.area_id, h.id
) counted
GROUP BY area_id
"""
"""Hamlet, living households reached, refused, absent: each in one column by its best outcome (R12)."""

GROUPS = """
SELECT h.area_id, h.self_managed_group, COUNT(*), {by_best}, SUM(COALESCE(calls, 0))
FROM households_household h
LEFT JOIN (
    SELECT household_id, MAX(best) AS best, COUNT(*) AS calls
    FROM (
        SELECT v.household_id,
               {best} AS best
        FROM households_household l JOIN households_visit v ON v.household_id = l.id
        WHERE l.area_id IN ({areas}) AND l.status = 'LIVING'
          AND v.visited_on >= %s AND v.visited_on < %s AND v.status <> 'VOID'
        GROUP BY v.household_id, v.visited_on, v.team_id
    ) one_call
    GROUP BY household_id
) met ON met.household_id = h.id
WHERE h.area_id IN ({areas}) AND h.status = 'LIVING'
GROUP BY h.area_id, h.self_managed_group ORDER BY h.self_managed_group
"""
"""Hamlet, self-managed group, living households, reached, refused, absent, calls (R12 of a hamlet)."""

BUSINESSES = """
SELECT area_id, COUNT(*), COUNT(DISTINCT CASE WHEN reached = 1 THEN business_id END),
       COUNT(DISTINCT CASE WHEN etax = 1 THEN business_id END)
FROM (
    SELECT v.area_id, v.business_id,
           {reached} AS reached,
           {etax} AS etax
    FROM households_visit v
    WHERE v.area_id IN ({areas}) AND v.visited_on >= %s AND v.visited_on < %s AND v.status <> 'VOID'
      AND v.business_id IS NOT NULL
    GROUP BY v.area_id, v.business_id, v.visited_on, v.team_id
) counted
GROUP BY area_id
"""
"""Hamlet, calls at businesses, businesses helped, businesses with the topic ETAX (R14)."""

TOPICS = """
SELECT area_id, topic_id, platform_id, {by_rank}
FROM (
    SELECT v.area_id, vt.topic_id, vt.platform_id, MAX({rank}) AS best
    FROM households_visit v JOIN households_visittopic vt ON vt.visit_id = v.id
    WHERE v.area_id IN ({areas}) AND v.visited_on >= %s AND v.visited_on < %s AND v.status <> 'VOID'
    GROUP BY v.area_id, vt.topic_id, vt.platform_id, {one_place}
) counted
GROUP BY area_id, topic_id, platform_id
"""
"""Hamlet, topic, platform, and how often each result: introduced, installed, account, alone, not yet (R13)."""


def ask(statement: str, areas: Sequence[int], *days: date) -> list[tuple[Any, ...]]:
    """Rows of one of the statements above for the hamlets `areas`; `days` are [start, end) where it asks for them."""
    sql = statement.format(areas=", ".join(["%s"] * len(areas)) or "NULL", **WORDS)
    values: list[Any] = [*areas, *days] * statement.count("visited_on >= %s")
    if statement is GROUPS:
        values += areas
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
