"""Background work that a user starts and waits for."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.models import Dated
from imports.enums import OPEN_STATUSES, JobStage, JobStatus
from imports.querysets import SILENT_AFTER, JobQuerySet


class Job(Dated):
    """One piece of work: asked for on a page, done by the worker, its progress shown meanwhile.

    `worker` names the process that has taken it and is its only owner: every later write asks for it, so
    that a worker taken for dead cannot finish what another one took up.
    """

    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("what is done"), max_length=200)
    payload = models.JSONField(_("asked for"), default=dict, blank=True)
    key = models.CharField(_("done once at a time"), max_length=80)
    area = models.ForeignKey(
        Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="jobs", null=True, blank=True
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="jobs"
    )
    status = models.CharField(_("status"), max_length=12, choices=JobStatus, default=JobStatus.QUEUED)
    stage = models.CharField(_("stage"), max_length=12, choices=JobStage, default=JobStage.STARTING)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), default=0)
    worker = models.CharField(_("worker"), max_length=120, blank=True)
    heartbeat = models.DateTimeField(_("last sign of the worker"), null=True, blank=True)
    stop_asked = models.BooleanField(_("asked to stop"), default=False)
    result = models.JSONField(_("result"), default=dict, blank=True)
    message = models.CharField(_("message"), max_length=600, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects: ClassVar[models.Manager["Job"]] = JobQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "id"], name="job_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(status__in=["QUEUED", "RUNNING"]),
                name="job_open_once",
                violation_error_message=_("This work is already under way. Wait until it is done."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Page with the progress."""
        return reverse("imports:job_detail", args=[self.pk])

    @property
    def is_silent(self) -> bool:
        """Whether its worker has given no sign for so long that it must have died."""
        return bool(
            self.status == JobStatus.RUNNING
            and self.heartbeat
            and self.heartbeat < timezone.now() - SILENT_AFTER
        )

    @property
    def is_open(self) -> bool:
        """Whether work is still to come."""
        return self.status in OPEN_STATUSES and not self.is_silent

    @property
    def may_resume(self) -> bool:
        """Whether it can be taken up again."""
        again = (JobStatus.INTERRUPTED, JobStatus.FAILED, JobStatus.STOPPED)
        return self.is_silent or self.status in again

    @property
    def percent(self) -> int:
        """How much of it is done, 0 to 100."""
        return min(100, 100 * self.done // self.total) if self.total else 0

    @property
    def back_url(self) -> Any:
        """The page from which it was asked for, as far as it is known."""
        return self.payload.get("back", "")
