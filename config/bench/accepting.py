"""How many visits are accepted a second, with checks, history and marks, beside bare inserts with the same keys."""

import statistics
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from areas.models import Area
from config.bench.measuring import Result, within
from config.demo.bulk import OFFICIAL
from households.enums import Outcome, SkillResult
from households.figure_checks import differences
from households.figures import recompute_marked
from households.models import Household, Topic
from households.outreach import log_visits
from households.visit_data import TopicDone, VisitData
from teams.enums import TeamRole
from teams.models import Membership, TeamArea

BATCHES, BATCH, ROUNDS = 20, 50, 3
LEAST_SHARE = 0.15
MOST_SECONDS = 2.0

BARE = (
    "INSERT INTO households_visit (created_at, updated_at, client_uuid, team_id, area_id, visited_on, household_id, "
    "mode, outcome, people_reached, note, recorded_at, received_at, device, status) VALUES "
)
BARE_ROW = "(%s, %s, %s, %s, %s, %s, %s, 'DOOR_TO_DOOR', 'DONE', 2, '', %s, %s, 'bare', 'VALID')"


def visits_accepted(commune: Area) -> Iterator[Result]:
    """Batches of fifty through the service, the same number of bare rows, and the figures afterwards.

    Both take turns, so that whatever else the machine does falls on both; the bare rows of a round are taken out
    after it. What a telephone hands in is made before the clock runs.
    """
    user = User.objects.get(username=OFFICIAL)
    homes = list(islice(cycle(ground_of(commune)), BATCHES * BATCH))
    parts = [homes[start : start + BATCH] for start in range(0, len(homes), BATCH)]
    log_visits(by=user, visits=batch_of(parts[0]))  # warms up
    _write_bare(parts[0])
    stored, ours, bare = 0, list[float](), list[float]()
    for _round in range(ROUNDS):
        batches = [batch_of(part) for part in parts]
        started = time.perf_counter()
        for batch in batches:
            stored += sum(result.is_stored for result in log_visits(by=user, visits=batch))
        between = time.perf_counter()
        for part in parts:
            _write_bare(part)
        bare.append((time.perf_counter() - between) * 1000)
        ours.append((between - started) * 1000)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM households_visit WHERE device = 'bare'")
    yield _share_of_bare(statistics.median(ours), statistics.median(bare), stored)
    yield _figures_after(commune)


def _share_of_bare(ours: float, bare: float, stored: int) -> Result:
    rate = BATCHES * BATCH / ours * 1000
    return Result(
        f"visits accepted, {BATCHES} batches of {BATCH}",
        ours,
        bare,
        f"≥ {LEAST_SHARE:g} of bare inserts",
        bare / LEAST_SHARE,
        f"{rate:.0f} a second, {stored} stored",
        stored == ROUNDS * BATCHES * BATCH,
    )


def _figures_after(commune: Area) -> Result:
    started = time.perf_counter()
    recompute_marked()
    taken = (time.perf_counter() - started) * 1000
    hamlets = Area.objects.hamlets().inside(commune)  # type: ignore[attr-defined] # our queryset
    wrong = differences(list(hamlets.values_list("pk", flat=True)))
    return within(
        "figures right after these visits", taken, MOST_SECONDS * 1000, f"{len(wrong)} wrong cells", not wrong
    )


def ground_of(commune: Area) -> Iterator[tuple[int, int, int, int]]:
    """Household, hamlet, team and leader for each household of the commune."""
    links = TeamArea.objects.filter(area__parent=commune, valid_to=None).values_list("area_id", "team_id")
    teams = dict(links)
    leaders = Membership.objects.filter(team__in=teams.values(), role=TeamRole.LEADER, to_date=None)
    leader_of = dict(leaders.values_list("team_id", "person_id"))
    homes = Household.objects.filter(area__in=teams).order_by("pk").values_list("pk", "area_id")
    for home, area in homes.iterator():
        yield home, area, teams[area], leader_of[teams[area]]


def batch_of(homes: Sequence[tuple[int, int, int, int]]) -> list[VisitData]:
    topic = Topic.objects.order_by("pk")[0].pk
    today = timezone.localdate()
    return [
        VisitData(
            client_uuid=uuid4(),
            team_id=team,
            visited_on=today,
            outcome=Outcome.NOT_HOME if place % 5 == 0 else Outcome.RETURN,
            member_ids=(leader,),
            household_id=home,
            topics=(TopicDone(topic, SkillResult.INTRODUCED),),
            people_reached=1,
        )
        for place, (home, _area, team, leader) in enumerate(homes)
    ]


@transaction.atomic
def _write_bare(homes: Sequence[tuple[int, int, int, int]]) -> None:
    """The same keys in one statement, without any check, member, topic, history or mark."""
    now, today, values = timezone.now(), timezone.localdate(), list[Any]()
    for home, area, team, _leader in homes:
        number = uuid4()
        key = number.hex if connection.vendor == "sqlite" else str(number)
        values += [now, now, key, team, area, today, home, now, now]
    with connection.cursor() as cursor:
        cursor.execute(BARE + ", ".join([BARE_ROW] * len(homes)), values)
