"""How stored figures are counted: for many hamlets and all their periods at once, inside the database.

The same counts as in `households.counting`, which answers for one range of days. Visits are first brought down to one
row for each household (or business) and month; every longer period is added up from those, not from the visits again.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection, models

from common.inserts import as_stored, insert_into
from households.counting import WORDS
from households.models import OutreachFigure, ReachFigure, StandingFigure, TopicFigure
from households.periods import ALL_TIME, Period, month_after, months_between

Statement = tuple[str, list[Any]]
"""SQL and its values; its columns are those of `COLUMNS`."""

COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    OutreachFigure: (
        *("area_id", "grain", "starts_on", "calls", "people_reached", "nameless_calls", "households_reached"),
        *("living_reached", "living_refused", "living_absent"),
        *("business_calls", "businesses_reached", "businesses_etax", "living_total"),
    ),
    TopicFigure: (
        *("area_id", "month", "topic_id", "platform_id"),
        *("introduced", "installed", "account_opened", "self_use", "failed"),
    ),
    StandingFigure: ("area_id", "month", "topic_id", "platform_id", "result", "change"),
    ReachFigure: ("area_id", "month", "households"),
}

_MONTH = {
    "postgresql": "date_trunc('month', v.visited_on)::date",
    "sqlite": "substr(v.visited_on, 1, 8) || '01'",
}
"""First day of the month of `v.visited_on`, in the words of each database."""

_OUTREACH = """
WITH spread (month, grain, starts_on) AS (VALUES {spread}),
named AS (
    SELECT area_id, household_id, month, COUNT(*) AS calls, SUM(people) AS people, MAX(reached) AS reached
    FROM (
        SELECT v.area_id, v.household_id, {month} AS month, MAX(v.people_reached) AS people,
               {reached} AS reached
        FROM households_visit v
        WHERE v.area_id IN ({areas}) AND v.status <> 'VOID' AND v.household_id IS NOT NULL
        GROUP BY v.area_id, v.household_id, v.visited_on, v.team_id
    ) one_call
    GROUP BY area_id, household_id, month
),
nameless AS (
    SELECT v.area_id, {month} AS month, COUNT(*) AS calls, SUM(v.people_reached) AS people
    FROM households_visit v
    WHERE v.area_id IN ({areas}) AND v.status <> 'VOID' AND v.household_id IS NULL AND v.business_id IS NULL
    GROUP BY v.area_id, {month}
),
living AS (
    SELECT h.area_id, v.household_id, {month} AS month,
           {best} AS best
    FROM households_household h JOIN households_visit v ON v.household_id = h.id
    WHERE h.area_id IN ({areas}) AND h.status = 'LIVING' AND v.status <> 'VOID'
    GROUP BY h.area_id, v.household_id, {month}
),
firms AS (
    SELECT area_id, business_id, month, COUNT(*) AS calls, MAX(reached) AS reached, MAX(etax) AS etax
    FROM (
        SELECT v.area_id, v.business_id, {month} AS month,
               {reached} AS reached,
               {etax} AS etax
        FROM households_visit v
        WHERE v.area_id IN ({areas}) AND v.status <> 'VOID' AND v.business_id IS NOT NULL
        GROUP BY v.area_id, v.business_id, v.visited_on, v.team_id
    ) one_call
    GROUP BY area_id, business_id, month
)
SELECT area_id, grain, starts_on, SUM(calls), SUM(people), SUM(nameless), SUM(reached), SUM(living_reached),
       SUM(refused), SUM(absent), SUM(business_calls), SUM(businesses), SUM(etax), SUM(living_total)
FROM (
    SELECT area_id, grain, starts_on, SUM(calls) AS calls, SUM(people) AS people, 0 AS nameless,
           SUM(reached) AS reached, 0 AS living_reached, 0 AS refused, 0 AS absent, 0 AS business_calls,
           0 AS businesses, 0 AS etax, 0 AS living_total
    FROM (
        SELECT n.area_id, s.grain, s.starts_on, SUM(n.calls) AS calls, SUM(n.people) AS people,
               MAX(n.reached) AS reached
        FROM named n JOIN spread s ON s.month = n.month
        GROUP BY n.area_id, n.household_id, s.grain, s.starts_on
    ) one_home
    GROUP BY area_id, grain, starts_on
    UNION ALL
    SELECT n.area_id, s.grain, s.starts_on, 0, SUM(n.people), SUM(n.calls), 0, 0, 0, 0, 0, 0, 0, 0
    FROM nameless n JOIN spread s ON s.month = n.month
    GROUP BY n.area_id, s.grain, s.starts_on
    UNION ALL
    SELECT area_id, grain, starts_on, 0, 0, 0, 0, {by_best}, 0, 0, 0, 0
    FROM (
        SELECT l.area_id, s.grain, s.starts_on, MAX(l.best) AS best
        FROM living l JOIN spread s ON s.month = l.month
        GROUP BY l.area_id, l.household_id, s.grain, s.starts_on
    ) one_home
    GROUP BY area_id, grain, starts_on
    UNION ALL
    SELECT area_id, grain, starts_on, 0, 0, 0, 0, 0, 0, 0, SUM(calls), SUM(reached), SUM(etax), 0
    FROM (
        SELECT f.area_id, s.grain, s.starts_on, SUM(f.calls) AS calls, MAX(f.reached) AS reached, MAX(f.etax) AS etax
        FROM firms f JOIN spread s ON s.month = f.month
        GROUP BY f.area_id, f.business_id, s.grain, s.starts_on
    ) one_firm
    GROUP BY area_id, grain, starts_on
    UNION ALL
    SELECT h.area_id, s.grain, s.starts_on, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, COUNT(*)
    FROM households_household h CROSS JOIN (SELECT DISTINCT grain, starts_on FROM spread WHERE grain = 'ALL') s
    WHERE h.area_id IN ({areas}) AND h.status = 'LIVING'
    GROUP BY h.area_id, s.grain, s.starts_on
) counted
GROUP BY area_id, grain, starts_on
"""

_TOPICS = """
SELECT area_id, month, topic_id, platform_id, {by_rank}
FROM (
    SELECT v.area_id, {month} AS month, vt.topic_id, vt.platform_id, MAX({rank}) AS best
    FROM households_visit v JOIN households_visittopic vt ON vt.visit_id = v.id
    WHERE v.area_id IN ({areas}) AND v.visited_on >= %s AND v.visited_on < %s AND v.status <> 'VOID'
    GROUP BY v.area_id, vt.topic_id, vt.platform_id, {one_place}
) counted
WHERE month IN ({months})
GROUP BY area_id, month, topic_id, platform_id
"""

_STANDINGS = """
WITH steps AS (
    SELECT area_id, month, topic_id, platform_id, result,
           LAG(result) OVER (PARTITION BY household_id, topic_id, platform_id ORDER BY month) AS former
    FROM (
        SELECT h.area_id, v.household_id, vt.topic_id, vt.platform_id, vt.result, {month} AS month,
               ROW_NUMBER() OVER (
                   PARTITION BY v.household_id, vt.topic_id, vt.platform_id, {month}
                   ORDER BY v.visited_on DESC, v.id DESC
               ) AS place
        FROM households_household h
        JOIN households_visit v ON v.household_id = h.id
        JOIN households_visittopic vt ON vt.visit_id = v.id
        WHERE h.area_id IN ({areas}) AND h.status = 'LIVING' AND v.status <> 'VOID'
    ) newest
    WHERE place = 1
)
SELECT area_id, month, topic_id, platform_id, result, SUM(change)
FROM (
    SELECT area_id, month, topic_id, platform_id, result, 1 AS change FROM steps
    UNION ALL
    SELECT area_id, month, topic_id, platform_id, former, -1 FROM steps WHERE former IS NOT NULL
) changes
GROUP BY area_id, month, topic_id, platform_id, result
HAVING SUM(change) <> 0
"""
"""Each living household counts by its newest result of a month: it enters that standing and leaves its former one."""

_FIRST_REACHED = """
SELECT area_id, {month} AS month, COUNT(*)
FROM (
    SELECT area_id, household_id, MIN(visited_on) AS visited_on
    FROM households_visit v
    WHERE area_id IN ({areas}) AND household_id IS NOT NULL AND status <> 'VOID' AND {helped}
    GROUP BY area_id, household_id
) v
GROUP BY area_id, {month}
"""
"""Hamlet, month, households reached there for the first time in that month."""


def outreach_statement(areas: Sequence[int], periods: Iterable[Period], months: Iterable[date]) -> Statement:
    """Counts of these hamlets in these periods; `months` are all in which they have visits."""
    wanted = set(periods)
    spread: list[Any] = []
    for period in sorted(wanted - {ALL_TIME}):
        last = date.fromordinal(period.end.toordinal() - 1)
        for month in months_between(period.start, last):
            spread += [month, period.grain, period.start]
    if ALL_TIME in wanted:
        # The first line counts nothing; it keeps the register of hamlets without any visit.
        for month in (date.min, *months):
            spread += [month, ALL_TIME.grain, ALL_TIME.start]
    lines = ", ".join(["(%s, %s, %s)"] * (len(spread) // 3))
    return _filled(_OUTREACH, areas, spread=lines), [*spread, *(list(areas) * 5)]


def topic_statement(areas: Sequence[int], months: Sequence[date]) -> Statement:
    """Occurrences of each topic and platform in these hamlets in these months."""
    places = ", ".join(["%s"] * len(months))
    return _filled(_TOPICS, areas, months=places), [*areas, months[0], month_after(months[-1]), *months]


def standing_statement(areas: Sequence[int]) -> Statement:
    """Changes of standing of the living households of these hamlets, month by month."""
    return _filled(_STANDINGS, areas), list(areas)


def reach_statement(areas: Sequence[int]) -> Statement:
    """Households of these hamlets by the month in which they were first reached."""
    return _filled(_FIRST_REACHED, areas), list(areas)


def _filled(statement: str, areas: Sequence[int], **parts: str) -> str:
    places = ", ".join(["%s"] * len(areas)) or "NULL"
    return statement.format(areas=places, month=_MONTH[connection.vendor], **WORDS, **parts)


def insert(model: type[models.Model], statement: Statement, **also: Any) -> None:
    """Write what the statement finds into the table of the model; `also` are further columns, alike in all rows."""
    sql, values = statement
    found = ", ".join(f"c{number}" for number in range(len(COLUMNS[model])))
    fixed = ", %s" * len(also)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{insert_into(model, (*COLUMNS[model], *also))} WITH found ({found}) AS ({sql}) SELECT {found}{fixed} FROM found",  # nosec B608 - names of our models, values are bound
            [*values, *as_stored(model, also)],
        )


def ask_for(model: type[models.Model], statement: Statement) -> list[Any]:
    """What the statement finds, as rows of the model that are not stored."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return [
            model(**dict(zip(COLUMNS[model], map(_plain, row), strict=True))) for row in cursor.fetchall()
        ]


def _plain(value: Any) -> Any:
    """Sums of PostgreSQL are decimals, days of SQLite texts."""
    if isinstance(value, str):
        return date.fromisoformat(value) if value[:2].isdigit() else value
    return value if value is None or isinstance(value, date) else int(value)
