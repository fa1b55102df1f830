"""Asking for background work, stopping it, taking it up again; and claiming it for a worker.

A job is claimed by one conditional UPDATE: of many workers exactly one changes the row from "waiting" to "at
work" and writes its name into it. See docs/decisions/0008-jobs.md for why no library does this here.
"""

import os
import socket
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.models import Area
from common.services import service
from imports.enums import JobStage, JobStatus
from imports.models import Job


@service
def enqueue(
    *,
    by: User,
    kind: str,
    title: str,
    key: str,
    payload: dict[str, Any] | None = None,
    area: Area | None = None,
) -> Job:
    """Ask the worker for a piece of work; refused while work with the same key is under way."""
    return Job.objects.create(
        kind=kind, title=title[:200], key=key, payload=payload or {}, area=area, asked_by=by
    )


@service
def ask_to_stop(*, by: User, job: Job) -> Job:
    """Stop a job: at once while it waits, at the worker's next step while it is at work."""
    waiting = Job.objects.filter(pk=job.pk, status=JobStatus.QUEUED)
    if not waiting.update(status=JobStatus.STOPPED, finished_at=timezone.now()):
        Job.objects.filter(pk=job.pk, status=JobStatus.RUNNING).update(stop_asked=True)
    job.refresh_from_db()
    return job


@service
def resume(*, by: User, job: Job) -> Job:
    """Put a job that was interrupted, stopped or failed in the queue once more; nothing is done twice."""
    if not job.may_resume:
        raise ValidationError(_("This work is under way or done. Load the page again."), code="job_state")
    changed = Job.objects.filter(pk=job.pk, status=job.status, worker=job.worker).update(
        status=JobStatus.QUEUED,
        stage=JobStage.STARTING,
        done=0,
        total=0,
        worker="",
        heartbeat=None,
        stop_asked=False,
        message="",
        finished_at=None,
    )
    if not changed:
        raise ValidationError(_("This work is under way or done. Load the page again."), code="job_state")
    job.refresh_from_db()
    return job


# The worker's side.


def worker_name() -> str:
    """A name that no other process has or will have: machine, process, and a random part."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid.uuid4().hex}"


def claim(worker: str) -> Job | None:
    """The oldest waiting job, now owned by this worker; None when there is none."""
    waiting = Job.objects.filter(status=JobStatus.QUEUED).order_by("pk").values_list("pk", flat=True)
    for pk in list(waiting[:20]):
        now = timezone.now()
        claimed = Job.objects.filter(pk=pk, status=JobStatus.QUEUED).update(
            status=JobStatus.RUNNING, worker=worker, heartbeat=now, started_at=now
        )
        if claimed:
            return Job.objects.select_related("asked_by", "area").get(pk=pk)
    return None


def mark_interrupted() -> int:
    """Say so of the jobs whose worker died: it gives no sign, or its process on this machine is gone."""
    now = timezone.now()
    gone = [
        (pk, worker)
        for pk, worker in Job.objects.filter(status=JobStatus.RUNNING).values_list("pk", "worker")
        if _process_is_gone(worker)
    ]
    words = {"status": JobStatus.INTERRUPTED, "finished_at": now}
    marked = Job.objects.silent(now).update(**words)  # type: ignore[attr-defined] # our queryset
    for pk, worker in gone:
        marked += Job.objects.filter(pk=pk, status=JobStatus.RUNNING, worker=worker).update(**words)
    return int(marked)


def _process_is_gone(worker: str) -> bool:
    """Whether the worker ran on this machine and its process does not exist any more."""
    host, _colon, rest = worker.partition(":")
    number = rest.partition(":")[0]
    if os.name != "posix" or host != socket.gethostname()[:40] or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
