"""Households and a year of visits in bulk. The database itself makes the visits out of the households: numbers that
follow from ids spread them over days, outcomes and topics, so that the same seed gives the same figures everywhere.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection
from django.utils import timezone

from config.demo.names import chance_of, invent_name
from households.enums import BusinessKind
from households.models import Household, HouseholdBusiness, Platform, Topic, Visit
from teams.enums import Tri

BATCH = 2000
DAYS = 364
MOST_VISITS = 12
HOUSEHOLDS_A_BUSINESS = 30
NAMES = 20_000
"""Names are drawn from so many: inventing one for each of millions of households takes longer than writing it."""

VISITS = """
INSERT INTO households_visit (
    created_at, updated_at, client_uuid, team_id, area_id, visited_on, household_id, mode, outcome, people_reached,
    note, recorded_at, received_at, device, status
)
SELECT %(now)s, %(now)s, {uuid}, t.team_id, h.area_id, {day}, h.id, 'DOOR_TO_DOOR',
       CASE (h.id * 31 + n.n * 17) %% 10 WHEN 0 THEN 'NOT_HOME' WHEN 1 THEN 'RETURN' WHEN 2 THEN 'REFUSED'
            WHEN 3 THEN 'PARTLY' ELSE 'DONE' END,
       1 + (h.id + n.n) %% 4, '', %(now)s, %(now)s, '', 'VALID'
FROM households_household h
JOIN teams_teamarea t ON t.area_id = h.area_id
CROSS JOIN (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {most}) SELECT n FROM c) n
WHERE n.n <= {lowest} + (h.id * 7919) %% {spread}
"""
MEMBERS = """
INSERT INTO households_visitmember (visit_id, person_id)
SELECT v.id, m.person_id FROM households_visit v JOIN teams_membership m ON m.team_id = v.team_id
WHERE m.seat = 1 + v.id %% {members}
"""
TOPICS = """
INSERT INTO households_visittopic (visit_id, topic_id, platform_id, result, people_count, first_time)
SELECT v.id, t.topic_id, t.platform_id,
       CASE (v.id * 13 + n.n) %% 5 WHEN 0 THEN 'INTRODUCED' WHEN 1 THEN 'INSTALLED' WHEN 2 THEN 'ACCOUNT_OPENED'
            WHEN 3 THEN 'SELF_USE' ELSE 'FAILED' END,
       1, {false}
FROM households_visit v
CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) n
JOIN ({pairs}) t ON t.place = (v.id * 3 + n.n) %% {count}
WHERE v.outcome IN ('DONE', 'PARTLY') AND n.n <= v.id %% 2
"""
DAY = {
    "postgresql": "%(last)s::date - ((h.id * 104729 + n.n * 7907) %% %(days)s)::int",
    "sqlite": "date(%(last)s, '-' || ((h.id * 104729 + n.n * 7907) %% %(days)s) || ' days')",
}
UUID = {
    "postgresql": "lpad(to_hex(h.id * 16 + n.n), 32, '0')::uuid",
    "sqlite": "printf('%%032x', h.id * 16 + n.n)",
}


def write_households(areas: Sequence[int], number: int, seed: int) -> int:
    """Households shared out over the hamlets, and a business for every thirtieth; how many households there are."""
    chance = chance_of(seed, "households")
    names = [invent_name(chance).full_name for _name in range(min(NAMES, number))]
    template = [Household(head_name=name) for name in names]
    for household in template:
        household.set_keys()

    def rows() -> Iterator[Household]:
        for place in range(number):
            like = template[(place * 7919) % len(template)]
            yield Household(
                area_id=areas[place % len(areas)],
                head_name=like.head_name,
                search_key=like.search_key,
                self_managed_group=f"Tổ NDTQ số {1 + place // len(areas) % 12}",
                people_count=1 + place % 6,
                source="Danh sách mẫu",
            )

    _in_batches(Household, rows())
    firms = range(0, number, HOUSEHOLDS_A_BUSINESS)
    _in_batches(HouseholdBusiness, (_business(areas[place % len(areas)], place) for place in firms))
    return number


def _business(area: int, place: int) -> HouseholdBusiness:
    business = HouseholdBusiness(
        area_id=area,
        name=f"Tạp hóa {place}",
        kind=BusinessKind.HKD_REGISTERED,
        has_qr=Tri.YES if place % 3 else Tri.NO,
        has_einvoice=Tri.YES if place % 5 == 0 else Tri.UNKNOWN,
    )
    business.set_keys()
    return business


def _in_batches(model: type[Household] | type[HouseholdBusiness], rows: Iterator[object]) -> None:
    """Never more than one batch in memory."""
    batch: list[object] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            model.objects.bulk_create(batch)
            batch = []
    model.objects.bulk_create(batch)


def write_visits(number: int, last: date, members: int) -> int:
    """About so many visits over the year up to the day, with members and topics; how many there are."""
    households = Household.objects.count()
    average = number / households
    lowest = max(1, int(average) - 2)
    spread = max(1, round((average - lowest) * 2) + 1)
    values = {"now": timezone.now(), "last": last.isoformat(), "days": DAYS}
    vendor = connection.vendor
    visits = VISITS.format(uuid=UUID[vendor], day=DAY[vendor], most=MOST_VISITS, lowest=lowest, spread=spread)
    false = "FALSE" if vendor == "postgresql" else "0"
    pairs, count = _pairs()
    with connection.cursor() as cursor:
        cursor.execute(visits, values)
        cursor.execute(MEMBERS.format(members=members), {})
        cursor.execute(TOPICS.format(pairs=pairs, count=count, false=false), {})
        cursor.execute(
            "UPDATE households_household SET last_visit_on = "
            "(SELECT MAX(v.visited_on) FROM households_visit v WHERE v.household_id = households_household.id)"
        )
    return Visit.objects.count()


def _pairs() -> tuple[str, int]:
    """Topics with a platform of theirs, numbered, as a derived table."""
    links = Platform.topics.through.objects.order_by("topic_id", "platform_id")
    pairs = dict(links.values_list("topic_id", "platform_id"))
    keys = list(Topic.objects.order_by("pk").values_list("pk", flat=True))
    lines = [
        f"SELECT {place} AS place, {key} AS topic_id, CAST({pairs.get(key) or 'NULL'} AS BIGINT) AS platform_id"  # nosec B608 - ids from the database
        for place, key in enumerate(keys)
    ]
    return " UNION ALL ".join(lines), len(lines)
