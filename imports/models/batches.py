"""A list that somebody handed in, as it was read, corrected, written and perhaps taken back."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Dated
from imports.enums import IN_REVIEW, BatchStatus, Mark, RowAction
from imports.models.jobs import Job
from imports.querysets import BatchPartQuerySet, BatchQuerySet

UNDO_DAYS = 30
"""So long an import can be taken back (BR-44)."""


class ImportBatch(Dated):
    """One list of a commune on its way into the register: file, choices, counts (BR-44, BR-45)."""

    kind = models.CharField(_("kind of list"), max_length=20)
    area = models.ForeignKey(
        Area, verbose_name=_("commune"), on_delete=models.PROTECT, related_name="import_batches"
    )
    file = models.FileField(_("file"), upload_to="imports/%Y/%m", max_length=200)
    file_name = models.CharField(_("name of the file"), max_length=200)
    sha256 = models.CharField(_("checksum"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handed in by"),
        on_delete=models.PROTECT,
        related_name="import_batches",
    )
    same_as = models.ForeignKey(
        "self",
        verbose_name=_("the same file as"),
        on_delete=models.SET_NULL,
        related_name="handed_in_again",
        null=True,
        blank=True,
    )
    status = models.CharField(_("status"), max_length=12, choices=BatchStatus, default=BatchStatus.WAITING)
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    header_row = models.PositiveIntegerField(_("row of the header"), null=True, blank=True)
    mapping = models.JSONField(_("columns"), default=dict, blank=True)
    choices = models.JSONField(_("answers of the official"), default=dict, blank=True)
    reading = models.JSONField(_("what the file says of itself"), default=dict, blank=True)
    counts = models.JSONField(_("numbers"), default=dict, blank=True)
    problem = models.CharField(_("why it cannot be read"), max_length=600, blank=True)
    job = models.ForeignKey(
        Job, verbose_name=_("job"), on_delete=models.SET_NULL, related_name="batches", null=True, blank=True
    )
    applied_at = models.DateTimeField(_("written at"), null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.PROTECT,
        related_name="import_batches_applied",
        null=True,
        blank=True,
    )
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["ImportBatch"]] = BatchQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("list handed in")
        verbose_name_plural = _("lists handed in")
        ordering = ["-id"]
        indexes = [models.Index(fields=["area", "sha256"], name="importbatch_file")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """Page of the list."""
        return reverse("imports:batch_detail", args=[self.pk])

    @property
    def is_in_review(self) -> bool:
        """Whether it may be corrected and written."""
        return self.status in IN_REVIEW

    @property
    def is_asked_about(self) -> bool:
        """Whether the official has still to say that the same file is meant once more (BR-45)."""
        return self.status == BatchStatus.WAITING and self.job_id is None and self.same_as_id is not None

    @property
    def undo_until(self) -> datetime | None:
        """The last moment in which it can be taken back."""
        return self.applied_at + timedelta(days=UNDO_DAYS) if self.applied_at else None

    @property
    def may_undo(self) -> bool:
        """Whether it was written, and not longer than 30 days ago."""
        until = self.undo_until
        return self.status == BatchStatus.APPLIED and until is not None and timezone.now() <= until

    @property
    def change_reason(self) -> str:
        """What the history says of every row that this list writes."""
        return f"import:{self.pk}"


class ImportGroup(models.Model):
    """Rows that belong together on the list: the members of one team."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="groups")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("heading"), max_length=200, blank=True)
    parsed = models.JSONField(_("read"), default=dict, blank=True)
    issues = models.JSONField(_("marks"), default=list, blank=True)
    has_marks = models.BooleanField(_("to be put right"), default=False)

    objects: ClassVar[models.Manager["ImportGroup"]] = BatchPartQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("group of a list")
        verbose_name_plural = _("groups of lists")
        ordering = ["batch_id", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="importgroup_once")]

    def __str__(self) -> str:
        return self.title or str(self.number)


class ImportRow(models.Model):
    """One entry of a list: the raw cells, what was read of them, the marks, and what became of it."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    group = models.ForeignKey(
        ImportGroup, on_delete=models.CASCADE, related_name="rows", null=True, blank=True
    )
    number = models.PositiveIntegerField(_("number"))
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    row_no = models.PositiveIntegerField(_("row"), default=0)
    raw = models.JSONField(_("as written"), default=dict, blank=True)
    parsed = models.JSONField(_("read"), default=dict, blank=True)
    issues = models.JSONField(_("marks"), default=list, blank=True)
    has_marks = models.BooleanField(_("to be put right"), default=False)
    typed = models.JSONField(_("corrected by hand"), default=dict, blank=True)
    is_left_out = models.BooleanField(_("left out by the official"), default=False)
    action = models.CharField(_("action"), max_length=8, choices=RowAction, blank=True)
    target = models.CharField(_("row of the register"), max_length=60, blank=True)
    refusal = models.CharField(_("why it was left out"), max_length=400, blank=True)

    objects: ClassVar[models.Manager["ImportRow"]] = BatchPartQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("row of a list")
        verbose_name_plural = _("rows of lists")
        ordering = ["batch_id", "number"]
        indexes = [models.Index(fields=["batch", "has_marks"], name="importrow_marks")]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="importrow_once")]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row_no}".strip()

    def issues_of(self, field: str) -> list[dict[str, str]]:
        """The marks at one cell."""
        return [issue for issue in self.issues if issue.get("field") == field]

    def set_issues(self, issues: list[dict[str, str]]) -> None:
        """Keep the marks, and whether one of them has to be put right."""
        self.issues = issues
        self.has_marks = any(issue["level"] == Mark.MEND for issue in issues)


class ImportChange(models.Model):
    """One row of the register that a list created or changed, with the lines of its history before and after.

    `after_id` is the last line of history that the import wrote: a later one means that somebody edited the
    row since (BR-44). `before_id` is the line of the state that an undo brings back.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="changes")
    model = models.CharField(_("kind of row"), max_length=60)
    object_id = models.BigIntegerField(_("number of the row"))
    is_created = models.BooleanField(_("created"), default=True)
    before_id = models.BigIntegerField(_("history before"), null=True, blank=True)
    after_id = models.BigIntegerField(_("history after"))

    objects: ClassVar[models.Manager["ImportChange"]] = BatchPartQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("change by a list")
        verbose_name_plural = _("changes by lists")
        ordering = ["batch_id", "id"]
        indexes = [models.Index(fields=["model", "object_id"], name="importchange_row")]
        constraints = [
            models.UniqueConstraint(fields=["batch", "model", "object_id"], name="importchange_once")
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
