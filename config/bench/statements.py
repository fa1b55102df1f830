"""The same questions as the register's pages ask, written by hand; they run on PostgreSQL and SQLite alike."""

from datetime import date
from typing import Any

from django.db import connection

from areas.paths import WIDTH, subtree

Rows = list[tuple[Any, ...]]

IN_FORCE = "{0}.valid_from <= %(on)s AND ({0}.valid_to IS NULL OR {0}.valid_to > %(on)s)"
ON_DATE = "m.from_date <= %(on)s AND (m.to_date IS NULL OR m.to_date > %(on)s)"

UNITS = f"""
SELECT v.area_id, v.path, v.code, v.name, v.kind, v.level FROM areas_areaversion v
WHERE v.level = %(level)s AND v.path >= %(first)s AND v.path < %(last)s AND {IN_FORCE.format("v")}
ORDER BY v.path"""  # nosec B608 - constants of this file, values are bound

COVERAGE = f"""
SELECT substr(v.path, 1, %(depth)s) AS unit, count(*), count(c.area_id)
FROM areas_areaversion v
LEFT JOIN (
    SELECT DISTINCT l.area_id FROM teams_teamarea l
    JOIN teams_team t ON t.id = l.team_id AND t.level = 'HAMLET'
    JOIN teams_teamperiod p ON p.team_id = l.team_id AND {IN_FORCE.format("p")}
        AND p.status IN ('ACTIVE', 'NEEDS_RECONSTITUTION')
    WHERE {IN_FORCE.format("l")}
) c ON c.area_id = v.area_id
WHERE v.level = 'HAMLET' AND v.path >= %(first)s AND v.path < %(last)s AND {IN_FORCE.format("v")}
GROUP BY 1 ORDER BY 1"""  # nosec B608 - constants of this file, values are bound

TEAMS = """
SELECT t.id, t.code, t.name, t.status, t.level, a.kind, a.name, c.kind, c.name
FROM teams_team t JOIN areas_area a ON a.id = t.area_id JOIN areas_area c ON c.id = a.parent_id
WHERE a.path >= %(first)s AND a.path < %(last)s AND t.search_key LIKE %(like)s
ORDER BY c.sort_key, a.sort_key, t.id LIMIT 51"""

SEATS_OF_TEAMS = f"""
SELECT m.team_id, m.seat, m.role, m.category, p.full_name, p.phone
FROM teams_membership m JOIN teams_person p ON p.id = m.person_id
WHERE m.team_id IN ({{keys}}) AND {ON_DATE} ORDER BY m.team_id, m.seat"""  # nosec B608 - constants of this file, values are bound

DECISIONS_OF_TEAMS = """
SELECT i.team_id, d.number, d.symbol, d.issued_on, d.effective_on
FROM teams_decisionitem i JOIN teams_decision d ON d.id = i.decision_id
WHERE i.team_id IN ({keys}) AND i.status = 'IN_FORCE' ORDER BY d.effective_on"""

PEOPLE = """
SELECT p.id, p.full_name, p.birth_year, p.birth_date, p.phone, a.name, r.kind, r.name
FROM teams_person p JOIN areas_area a ON a.id = p.area_id LEFT JOIN areas_area r ON r.id = p.residence_id
WHERE p.search_key LIKE %(like)s AND (
    (a.path >= %(first)s AND a.path < %(last)s) OR EXISTS (
        SELECT 1 FROM teams_lineupentry e JOIN teams_decisionitem i ON i.id = e.item_id
        JOIN teams_team t ON t.id = i.team_id JOIN areas_area b ON b.id = t.area_id
        WHERE e.person_id = p.id AND b.path >= %(first)s AND b.path < %(last)s))
ORDER BY p.sort_key, p.id LIMIT 51"""

SEATS_OF_PEOPLE = f"""
SELECT m.person_id, m.role, t.id, t.name FROM teams_membership m JOIN teams_team t ON t.id = m.team_id
WHERE m.person_id IN ({{keys}}) AND {ON_DATE}"""  # nosec B608 - constants of this file, values are bound

PICK = """
SELECT a.id, a.kind, a.name, a.path FROM areas_area a
WHERE a.level = 'HAMLET' AND {condition} AND a.path >= %(first)s AND a.path < %(last)s
    AND a.valid_from <= %(on)s AND (a.valid_to IS NULL OR a.valid_to > %(on)s)
ORDER BY a.search_key, a.id LIMIT 20"""
BEGINS = "a.search_key >= %(key)s AND a.search_key < %(after)s"
HOLDS = "a.search_key LIKE %(like)s"
ABOVE = "SELECT id, kind, name FROM areas_area WHERE id IN ({keys})"


def ask(statement: str, **values: Any) -> Rows:
    """All rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _keys(rows: Rows) -> str:
    """Ids that came from the database, as a list in SQL."""
    return ", ".join(str(int(row[0])) for row in rows) or "NULL"


def coverage(root: str, level: str, depth: int, on: date) -> dict[str, tuple[int, int]]:
    """Hamlets and covered hamlets by path of the unit, and the units' names."""
    first, last = subtree(root)
    ask(UNITS, first=first, last=last, level=level, on=on)
    counted = ask(COVERAGE, first=first, last=last, depth=depth * WIDTH, on=on)
    return {unit: (hamlets, covered) for unit, hamlets, covered in counted}


def team_list(root: str, text: str, on: date) -> Rows:
    """A page of the list of teams with their seats and decisions."""
    first, last = subtree(root)
    rows = ask(TEAMS, first=first, last=last, like=f"%{text}%")
    ask(SEATS_OF_TEAMS.format(keys=_keys(rows)), on=on)
    ask(DECISIONS_OF_TEAMS.format(keys=_keys(rows)))
    return rows


def person_list(root: str, text: str, on: date) -> Rows:
    """A page of the list of people with the teams in which they sit."""
    first, last = subtree(root)
    rows = ask(PEOPLE, first=first, last=last, like=f"%{text}%")
    ask(SEATS_OF_PEOPLE.format(keys=_keys(rows)), on=on)
    return rows


def pick_hamlets(root: str, text: str, on: date) -> Rows:
    """Twenty hamlets for some letters: those that begin with them, then those that hold them."""
    first, last = subtree(root)
    values = {
        "first": first,
        "last": last,
        "on": on,
        "key": text,
        "after": text + "\U0010ffff",
        "like": f"%{text}%",
    }
    rows = ask(PICK.format(condition=BEGINS), **values)
    if len(rows) < 20:
        rows += ask(PICK.format(condition=HOLDS), **values)
    ids = {path[start : start + WIDTH] for *_unit, path in rows for start in range(0, len(path), WIDTH)}
    if ids:
        ask(ABOVE.format(keys=", ".join(str(int(one)) for one in sorted(ids))))
    return rows
