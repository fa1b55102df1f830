"""The worker is killed (-9) at random moments of a writing: all or nothing, and nothing twice afterwards (T-R3)."""

import os
import random
import signal
import time
from typing import Any

import pytest
from django.db import connection, transaction

from common.models import Register, RegisterKind
from imports.enums import BatchStatus, JobStatus
from imports.handing_in import ask_to_apply, ask_to_undo
from imports.job_runner import Progress, run_waiting
from imports.jobs import mark_interrupted, resume, worker_name
from imports.models import ImportBatch, Job
from teams.models import LineUpEntry, Person, Team
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, work
from tests.teams.member_lists import handed_in, result, six, team

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 50 if os.environ.get("TO_SO_LONG") else 4
SEED = 20220805
TEAMS = 7


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


def a_list(cast: Cast, number: int) -> ImportBatch:
    """Seven teams of six."""
    teams = [
        team(area.name, *six(10 * at, *(f"Danh Văn Cá {at} {seat}" for seat in range(6)), phone=1000 * at))
        for at, area in enumerate(cast.places.hamlets[:TEAMS])
    ]
    return handed_in(cast.minh, cast.places.commune, result(*teams), number)


def killed_after(seconds: float) -> None:
    """A worker of its own process, killed after a while; one that is done by then has ended."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            run_waiting(worker_name())
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def counts() -> tuple[int, int, int]:
    return Team.objects.count(), Person.objects.count(), LineUpEntry.objects.count()


def test_all_or_nothing_and_nothing_twice(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    dice, whole = random.Random(SEED), (TEAMS, 6 * TEAMS, 6 * TEAMS)
    before = digests()
    batch = a_list(cast, 0)
    ask_to_apply(by=cast.minh, batch=batch, only_good=False)
    started = time.monotonic()
    work()
    duration = time.monotonic() - started
    ends = {"none": 0, "all": 0}
    for number in range(1, ROUNDS + 1):
        batch.refresh_from_db()
        ask_to_undo(by=cast.minh, batch=batch)
        work()
        assert digests() == before
        batch = a_list(cast, number)
        job = ask_to_apply(by=cast.minh, batch=batch, only_good=False)
        killed_after(dice.uniform(0, 1.6 * duration))
        ends["all" if counts() == whole else "none"] += 1
        assert counts() in {(0, 0, 0), whole}
        _taken_up_again(cast, job, batch, whole)
    with capsys.disabled():
        print(
            f"\nworker killed {ROUNDS} times while writing: {ends['none']} nothing, {ends['all']} all, 0 part"
        )


def _taken_up_again(cast: Cast, job: Job, batch: ImportBatch, whole: tuple[int, int, int]) -> None:
    """The job says what happened; taken up again it does its work once."""
    mark_interrupted()
    job.refresh_from_db()
    batch.refresh_from_db()
    is_done = counts() == whole
    assert (job.status == JobStatus.DONE) is (batch.status == BatchStatus.APPLIED) is is_done
    if job.status == JobStatus.INTERRUPTED:
        resume(by=cast.minh, job=job)
    work()
    job.refresh_from_db()
    assert (job.status, counts()) == (JobStatus.DONE, whole)


def write_row_by_row(job: Job, progress: Progress) -> dict[str, Any]:
    """The wrong twin: each row in a transaction of its own."""
    batch = ImportBatch.objects.get(pk=job.payload["batch"])
    for row in batch.rows.all():
        with transaction.atomic():
            Person.objects.create(full_name=row.parsed["full_name"], area=batch.area)
        time.sleep(0.02)
    return {}


def test_wrong_twin_a_writing_row_by_row_is_left_in_part(cast: Cast, settings: Any) -> None:
    settings.JOB_HANDLERS = settings.JOB_HANDLERS | {"import.apply": f"{__name__}.write_row_by_row"}
    parts = 0
    for number in range(5):
        Person.objects.all().delete()
        batch = a_list(cast, number)
        ask_to_apply(by=cast.minh, batch=batch, only_good=False)
        killed_after(0.5)
        parts += 0 < Person.objects.count() < 6 * TEAMS
        Job.objects.update(status=JobStatus.DONE)
        if parts:
            break
    assert parts == 1
