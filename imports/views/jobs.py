"""Pages of background work: the list, one job with its progress, stopping it, taking it up again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.access import fetch, requires
from common.lists import page_of
from imports.enums import BatchStatus, JobStatus
from imports.jobs import ask_to_stop, resume
from imports.models import Job

SORTS = {"time": ["-id"]}
BADGES = {
    JobStatus.QUEUED: "badge-draft",
    JobStatus.RUNNING: "badge-draft",
    JobStatus.DONE: "badge-done",
    JobStatus.FAILED: "badge-missing",
    JobStatus.STOPPED: "badge-warn",
    JobStatus.INTERRUPTED: "badge-missing",
}


@requires("job.view")
def job_list(request: HttpRequest) -> HttpResponse:
    """One's own jobs; with ?all=1 those of everybody in the user's area."""
    everybody = request.GET.get("all") == "1"
    rows = Job.objects.visible_to(request.user).select_related("asked_by", "area")  # type: ignore[attr-defined] # our queryset
    rows = rows if everybody else rows.filter(asked_by=request.user.pk)
    page = page_of(request, rows, SORTS, "time")
    context = {
        "page": page,
        "rows": [{"job": job, "badge": badge_of(job)} for job in page.rows],
        "everybody": everybody,
    }
    return render(request, "imports/job_list.html", context)


@requires("job.view")
def job_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress; asked for again every two seconds while the work is under way."""
    job = _job(request, pk)
    context = {"job": job, "badge": badge_of(job), "may_act": may_act(request, job)}
    if request.htmx and request.headers.get("HX-Target") == "job-progress":  # type: ignore[attr-defined] # set by the middleware
        answer = render(request, "imports/job_progress.html", context)
        if job.status == JobStatus.DONE and job.back_url:
            answer["HX-Redirect"] = job.back_url
        elif not job.is_open:
            answer["HX-Refresh"] = "true"
        return answer
    if job.status == JobStatus.DONE and "go" in request.GET and job.back_url:
        return redirect(job.back_url)
    return render(request, "imports/job_detail.html", context)


@requires("job.view")
@require_POST
def job_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the worker to stop."""
    job = _job(request, pk)
    if may_act(request, job):
        ask_to_stop(by=request.user, job=job)  # type: ignore[arg-type] # logged in
        messages.success(request, _("The work is being stopped. Nothing of it will be written."))
    return redirect(job)


@requires("job.view")
@require_POST
def job_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Put interrupted work in the queue once more."""
    job = _job(request, pk)
    if may_act(request, job):
        try:
            resume(by=request.user, job=job)  # type: ignore[arg-type] # logged in
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    return redirect(job)


def _job(request: HttpRequest, pk: int) -> Any:
    return fetch(request, Job.objects.select_related("asked_by", "area"), pk=pk)


def may_act(request: HttpRequest, job: Job) -> bool:
    """Whoever asked for the work stops it or takes it up again."""
    return bool(job.asked_by_id == request.user.pk)


def badge_of(job: Job) -> dict[str, Any]:
    """Look and word of the status; silent work is interrupted already, a file that cannot be read is no success."""
    if job.status == JobStatus.DONE and job.result.get("unreadable"):
        return {"css": "badge-missing", "label": BatchStatus.UNREADABLE.label}
    status = JobStatus.INTERRUPTED if job.is_silent else JobStatus(job.status)
    return {"css": BADGES[status], "label": status.label}
