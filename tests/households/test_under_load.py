"""T-R12: whatever many clients do at once, and however often a worker dies, the figures are those of a recount."""

import os
import threading
from datetime import date
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from households.counting import CALLS, ask
from households.figure_checks import differences
from households.figures import recompute_marked
from households.models import DirtyFigure, OutreachFigure
from households.outreach import log_visit
from households.periods import months_between
from tests.cast import Cast, make_cast
from tests.households.builders import a_visit, make_home
from tests.households.recount import wrong_cells
from tests.households.storm import DAYS, FIRST, Storm, Workers, at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CLIENTS = 4
OPERATIONS = 2500 if os.environ.get("TO_SO_LONG") else 60
FAR = date(2000, 1, 1), date(9999, 1, 1)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def months() -> list[date]:
    """Months of all visits, and the one that runs: the register of today stands in it."""
    seen = list(months_between(FIRST, FIRST.replace(year=2024, month=5)))
    assert DAYS < 190
    return [*seen, timezone.localdate().replace(day=1)]


def test_figures_under_load_with_workers_killed(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    storm = Storm(cast)
    workers = Workers(seed=5)
    try:
        storm.run(CLIENTS, OPERATIONS, seed=12)
    finally:
        kills, last_words = workers.end()
    assert (storm.errors, last_words) == ([], "")
    recompute_marked()
    assert not DirtyFigure.objects.exists()
    assert differences(storm.areas) == []
    assert wrong_cells(storm.areas, months()) == []
    done = sum(storm.done.values()) - storm.done["visits"]
    assert done + sum(storm.refused.values()) == CLIENTS * OPERATIONS
    assert done > CLIENTS * OPERATIONS / 2
    assert set(storm.done) >= {"log", "correct", "take_back", "move", "merge", "undo", "withdraw"}
    assert kills >= 3
    with capsys.disabled():
        print(
            f"\n{done} operations by {CLIENTS} clients ({storm.done['visits']} visits,"
            f" {sum(storm.refused.values())} refused), a worker killed {kills} times: 0 wrong cells"
        )


@pytest.mark.postgres_only
def test_wrong_twin_figures_worked_out_beside_the_visit_miss_the_other_one(cast: Cast) -> None:
    """No marks and no lock: each client counts what it can see, and the last one writes too few."""
    storm, both = Storm(cast), threading.Barrier(2)
    hamlet = storm.hamlets[0]
    homes = [make_home(hamlet), make_home(hamlet)]
    OutreachFigure.objects.create(
        area=hamlet, grain="ALL", starts_on=FAR[0], computed_at=timezone.now(), calls=0
    )

    @transaction.atomic
    def visit_and_count(number: int) -> None:
        log_visit(by=storm.by, visit=a_visit(storm.teams[hamlet.pk], homes[number]))
        both.wait(20)
        [(_area, calls, *_rest)] = ask(CALLS, [hamlet.pk], *FAR)
        OutreachFigure.objects.filter(area=hamlet, grain="ALL").update(calls=calls)

    assert at_once(*(partial(visit_and_count, number) for number in (0, 1))) == []
    assert OutreachFigure.objects.get(area=hamlet, grain="ALL").calls == 1  # there were two
    recompute_marked()
    assert OutreachFigure.objects.get(area=hamlet, grain="ALL").calls == 2


@pytest.mark.postgres_only
def test_wrong_twin_counters_lose_one_of_two(cast: Cast) -> None:
    """A counter that is read, raised and written: both read the same number."""
    storm, both = Storm(cast), threading.Barrier(2)
    hamlet = storm.hamlets[0]
    homes = [make_home(hamlet), make_home(hamlet)]
    OutreachFigure.objects.create(
        area=hamlet, grain="ALL", starts_on=FAR[0], computed_at=timezone.now(), calls=0
    )

    @transaction.atomic
    def visit_and_raise(number: int) -> None:
        log_visit(by=storm.by, visit=a_visit(storm.teams[hamlet.pk], homes[number]))
        calls = OutreachFigure.objects.get(area=hamlet, grain="ALL").calls
        both.wait(20)
        OutreachFigure.objects.filter(area=hamlet, grain="ALL").update(calls=calls + 1)

    assert at_once(*(partial(visit_and_raise, number) for number in (0, 1))) == []
    assert OutreachFigure.objects.get(area=hamlet, grain="ALL").calls == 1


def test_wrong_twin_a_mark_taken_before_the_count_is_lost_when_the_worker_dies(cast: Cast) -> None:
    """Marks and figures belong into one transaction: else a dead worker leaves old figures and no mark."""
    storm = Storm(cast)
    hamlet = storm.hamlets[0]
    log_visit(by=storm.by, visit=a_visit(storm.teams[hamlet.pk], make_home(hamlet)))
    DirtyFigure.objects.all().delete()  # the twin takes the marks, and dies before it counts
    recompute_marked()
    assert differences([hamlet.pk]) != []
