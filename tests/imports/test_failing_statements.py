"""The database fails at the N-th statement of a writing or an undo, for many N: stored is all or nothing (T-R4)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.db import OperationalError, connection

from common.models import Register, RegisterKind
from imports.enums import BatchStatus, JobStatus
from imports.handing_in import ask_to_apply, ask_to_undo
from imports.jobs import resume
from imports.models import ImportBatch, ImportChange, Job
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, work
from tests.teams.member_lists import handed_in, result, six, team

pytestmark = pytest.mark.django_db(transaction=True)

STEP = 1 if os.environ.get("TO_SO_LONG") else 9
NAMES = ("Danh Văn Bần", "Lý Thị Én", "Trần Thị Vú Sữa", "Lê Văn Lác", "Nguyễn Hữu Mái Dầm", "Danh Nhuôn")


@contextmanager
def failing_at(number: int) -> Iterator[list[int]]:
    """The N-th statement inside raises, as a database does that goes away; counts the statements."""
    count = [0]

    def run(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        count[0] += 1
        if count[0] == number:
            raise OperationalError("the database went away")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(run):
        yield count


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@pytest.fixture
def batch(cast: Cast) -> ImportBatch:
    teams = [
        team(area.name, *six(10 * at, *NAMES, phone=1000 * at))
        for at, area in enumerate(cast.places.hamlets[:2])
    ]
    return handed_in(cast.minh, cast.places.commune, result(*teams))


def try_until_untouched(job: Job, batch: ImportBatch, end: str) -> int:
    """Fail at one statement after the other until one passes untouched; each time nothing is stored."""
    before, changes, status = digests(), ImportChange.objects.count(), batch.status
    number, tries = 2, 0
    while True:
        # Where the claim or the end itself fails, the worker's loop logs it and goes on.
        with failing_at(number) as count, suppress(OperationalError):
            work()
        batch.refresh_from_db()
        if count[0] < number:
            break
        tries += 1
        if batch.status == end:  # only the last word to the job failed, after the work was stored
            break
        assert (digests() == before, ImportChange.objects.count(), batch.status) == (True, changes, status)
        job.refresh_from_db()
        if job.status == JobStatus.RUNNING:
            Job.objects.filter(pk=job.pk).update(status=JobStatus.INTERRUPTED)
            job.refresh_from_db()
        if job.status != JobStatus.QUEUED:
            resume(by=job.asked_by, job=job)
        number += STEP
    assert batch.status == end
    return tries


def test_a_writing_and_an_undo_are_all_or_nothing(
    cast: Cast, batch: ImportBatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL")
    before = digests()
    job = ask_to_apply(by=cast.minh, batch=batch, only_good=False)
    batch.refresh_from_db()
    written = try_until_untouched(job, batch, BatchStatus.APPLIED)
    job = ask_to_undo(by=cast.minh, batch=ImportBatch.objects.select_related("area", "job").get(pk=batch.pk))
    batch.refresh_from_db()
    undone = try_until_untouched(job, batch, BatchStatus.UNDONE)
    assert digests() == before
    with capsys.disabled():
        print(f"\nfailing statements: {written} of a writing, {undone} of an undo, each all or nothing")
    assert (written > 5, undone > 5) == (True, True)
