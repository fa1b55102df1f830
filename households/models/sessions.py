"""Sessions: classes, communication, support points, trainings, meetings, with who was there."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Attachment, Dated
from households.enums import SessionKind
from households.models.topics import Topic
from households.querysets import SessionAttachmentQuerySet, SessionQuerySet
from teams.models import Person, Team


class Session(Dated):
    """A gathering held by one or more teams. `members` are the members of teams who were there (R15, R16)."""

    client_uuid = models.UUIDField(_("number made where it was written"), unique=True)
    teams = models.ManyToManyField(Team, verbose_name=_("teams"), related_name="sessions")
    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(_("kind"), max_length=16, choices=SessionKind)
    title = models.CharField(_("title"), max_length=200)
    starts_at = models.DateTimeField(_("begins at"))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(pgettext_lazy("of a session", "place"), max_length=200, blank=True)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), related_name="sessions", blank=True)
    trainers = models.CharField(_("trainers"), max_length=200, blank=True)
    members = models.ManyToManyField(
        Person, verbose_name=_("members present"), related_name="sessions", blank=True
    )
    attendees_total = models.PositiveIntegerField(_("people present"))
    attendees_female = models.PositiveIntegerField(_("of them women"), null=True, blank=True)
    is_planned = models.BooleanField(_("held under a plan"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    history = HistoricalRecords(m2m_fields=[teams, topics, members])

    objects: ClassVar[models.Manager["Session"]] = SessionQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["area", "starts_at"], name="session_area")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="session_times_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                condition=Q(attendees_female__isnull=True) | Q(attendees_female__lte=F("attendees_total")),
                name="session_women_among_all",
                violation_error_message=_("The women cannot be more than all who were present."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Page of the session."""
        return reverse("households:session_detail", args=[self.pk])


class SessionAttachment(Attachment):
    """A signed attendance sheet as PDF or JPG; readable only inside the scope of the session."""

    session = models.ForeignKey(
        Session, verbose_name=_("session"), on_delete=models.PROTECT, related_name="attachments"
    )
    file = models.FileField(_("file"), upload_to="sessions/")
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["SessionAttachment"]] = SessionAttachmentQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("paper of a session")
        verbose_name_plural = _("papers of sessions")

    def __str__(self) -> str:
        return self.original_name or str(self.session)
