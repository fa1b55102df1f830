"""The fixed words of jobs and imports (data dictionary, section 7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobStatus(models.TextChoices):
    """Where a piece of background work is on its way."""

    QUEUED = "QUEUED", _("Waiting")
    RUNNING = "RUNNING", _("At work")
    DONE = "DONE", _("Done")
    FAILED = "FAILED", _("Failed")
    STOPPED = "STOPPED", _("Stopped by the user")
    INTERRUPTED = "INTERRUPTED", _("Interrupted")


OPEN_STATUSES = (JobStatus.QUEUED, JobStatus.RUNNING)
"""Statuses in which work is still to come."""


class JobStage(models.TextChoices):
    """What a job is doing at the moment."""

    STARTING = "STARTING", _("Starting")
    READING = "READING", _("Reading the file")
    CHECKING = "CHECKING", _("Checking")
    WRITING = "WRITING", _("Writing")
    UNDOING = "UNDOING", _("Taking back")


class BatchStatus(models.TextChoices):
    """What has become of a list that was handed in."""

    WAITING = "WAITING", _("Waiting to be read")
    UNREADABLE = "UNREADABLE", _("Could not be read")
    PARSED = "PARSED", _("Read")
    REVIEWED = "REVIEWED", _("Checked")
    APPLIED = "APPLIED", _("Written")
    UNDONE = "UNDONE", _("Taken back")


IN_REVIEW = (BatchStatus.PARSED, BatchStatus.REVIEWED)
"""Statuses in which a list may be corrected and written."""


class RowAction(models.TextChoices):
    """What a row does, or did, to the register."""

    CREATE = "CREATE", _("New")
    UPDATE = "UPDATE", _("Change")
    SKIP = "SKIP", _("Already there")
    REFUSED = "REFUSED", _("Left out")


class Mark(models.TextChoices):
    """How much a mark at a cell matters."""

    MEND = "MEND", _("To be put right")
    LOOK = "LOOK", _("To be looked at")
    TOLD = "TOLD", _("Good to know")
