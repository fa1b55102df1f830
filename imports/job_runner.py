"""Doing a claimed job: progress and signs of life while it runs, its end written exactly once."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from common.storage import is_no_room
from imports.enums import JobStage, JobStatus
from imports.jobs import claim
from imports.models import Job

logger = logging.getLogger(__name__)

BEAT_SECONDS = 2.0


class JobStopped(Exception):
    """The user asked to stop."""


class JobLost(Exception):
    """The job belongs to another worker by now, or was stopped: nothing of this one's work may stay."""


class Progress:
    """What a handler tells of its work; also the fence that keeps a worker taken for dead from finishing.

    Where a thread gives the signs of life (the worker), `step` only takes note; else it writes them itself.
    """

    def __init__(self, job: Job) -> None:
        self.job_id, self.worker = job.pk, job.worker
        self.done, self.total = 0, 0
        self.stage: str = JobStage.STARTING
        self.is_lost = self.stop_asked = False
        self.is_beaten_for = False
        self._beaten_at = 0.0

    def step(self, done: int, total: int | None = None, stage: str | None = None) -> None:
        """So much is done; raises JobStopped or JobLost where the work is to end."""
        self.done = done
        self.total = self.total if total is None else total
        turned = stage is not None and stage != self.stage
        self.stage = stage or self.stage
        due = turned or time.monotonic() - self._beaten_at >= BEAT_SECONDS
        if due and not connection.in_atomic_block and not self.is_beaten_for:
            self.beat()
        if self.is_lost:
            raise JobLost
        if self.stop_asked:
            raise JobStopped

    def beat(self) -> None:
        """One sign of life, with the progress; learns whether the job is still this worker's."""
        self._beaten_at = time.monotonic()
        own = self._own()
        kept = own.update(heartbeat=timezone.now(), done=self.done, total=self.total, stage=self.stage)
        self.is_lost = not kept
        self.stop_asked = self.stop_asked or own.filter(stop_asked=True).exists()

    def finish(self, result: dict[str, Any]) -> None:
        """The end, to be written in the transaction of the work itself; JobLost takes the work back."""
        figures = {"done": self.total or self.done, "total": self.total, "stage": self.stage}
        ended = self._own().update(
            status=JobStatus.DONE, result=result, finished_at=timezone.now(), message="", **figures
        )
        if not ended:
            raise JobLost

    def end(self, status: str, message: str = "") -> None:
        """The end without a result."""
        words = {"status": status, "message": message[:600], "finished_at": timezone.now()}
        self._own().update(**words)

    def is_finished(self) -> bool:
        """Whether the handler has written the end itself."""
        return Job.objects.filter(pk=self.job_id, worker=self.worker, status=JobStatus.DONE).exists()

    def _own(self) -> Any:
        return Job.objects.filter(pk=self.job_id, worker=self.worker, status=JobStatus.RUNNING)


Handler = Callable[[Job, Progress], dict[str, Any]]


def handler_of(kind: str) -> Handler:
    """The function that does jobs of a kind (settings.JOB_HANDLERS)."""
    found: Handler = import_string(settings.JOB_HANDLERS[kind])
    return found


def run(job: Job, *, in_thread: bool = False) -> None:
    """Do a claimed job to its end; whatever goes wrong is said in it, and the worker lives on."""
    progress = Progress(job)
    try:
        with signs_of_life(progress, in_thread), override(job.asked_by.language or None):
            result = handler_of(job.kind)(job, progress)
        if not progress.is_finished():
            progress.finish(result)
    except JobStopped:
        progress.end(JobStatus.STOPPED)
    except JobLost:
        logger.warning("Job %s was taken from this worker; its work was rolled back", job.pk)
    except (ValidationError, PermissionDenied) as error:
        progress.end(JobStatus.FAILED, " ".join(getattr(error, "messages", [str(error)])))
    except Exception as error:
        logger.exception("Job %s (%s) failed", job.pk, job.kind)
        progress.end(JobStatus.FAILED, _sentence(error))


def _sentence(error: Exception) -> str:
    """What the user is told of an error that nobody foresaw."""
    if is_no_room(error):
        return _(
            "The disk of the server is full; nothing was changed. Tell your administrator to make room, "
            "then start this work again."
        )
    return _(
        "This did not work, and nothing was changed. Try again; "
        "if it fails once more, tell your administrator."
    )


def run_waiting(worker: str, *, in_thread: bool = False) -> int:
    """Do all waiting jobs, one after the other; how many there were."""
    count = 0
    while job := claim(worker):
        run(job, in_thread=in_thread)
        count += 1
    return count


@contextmanager
def signs_of_life(progress: Progress, in_thread: bool) -> Iterator[None]:
    """A thread that beats every two seconds, whatever the handler is waiting for."""
    if not in_thread:
        yield
        return
    over = threading.Event()
    progress.is_beaten_for = True
    thread = threading.Thread(target=_beat_until, args=(progress, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat_until(progress: Progress, over: threading.Event) -> None:
    """While the embedded database is being written to, a sign has to wait; the next one comes through."""
    while not over.wait(BEAT_SECONDS):
        with suppress(DatabaseError):
            progress.beat()
    connection.close()
