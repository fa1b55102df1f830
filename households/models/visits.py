"""Visits: what was taught at one household or business, by whom, with what result. Written once; a correction is a new row."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Dated
from households.enums import Outcome, SkillResult, VisitMode, VisitStatus
from households.models.households import Household, HouseholdBusiness
from households.models.sessions import Session
from households.models.topics import Platform, Topic
from households.querysets import VisitPartQuerySet, VisitQuerySet
from teams.models import Person, Team

TOPIC_ONCE = _("Each topic and platform stands once in a visit.")


class Visit(Dated):
    """One call at one household or business.

    `area` is the hamlet on the day of the visit and is never rewritten by a reform. Neither household nor business
    is kept where consent is refused (BR-38). `corrects` names the row that this one replaces; that one is VOID.
    """

    client_uuid = models.UUIDField(_("number made where it was written"), unique=True)
    team = models.ForeignKey(Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="visits")
    area = models.ForeignKey(Area, verbose_name=_("hamlet"), on_delete=models.PROTECT, related_name="visits")
    visited_on = models.DateField(_("day of the visit"))
    household = models.ForeignKey(
        Household,
        verbose_name=_("household"),
        on_delete=models.PROTECT,
        related_name="visits",
        null=True,
        blank=True,
    )
    business = models.ForeignKey(
        HouseholdBusiness,
        verbose_name=_("household business"),
        on_delete=models.PROTECT,
        related_name="visits",
        null=True,
        blank=True,
    )
    members = models.ManyToManyField(
        Person, verbose_name=_("members who went"), through="VisitMember", related_name="visits"
    )
    mode = models.CharField(_("how"), max_length=12, choices=VisitMode, default=VisitMode.DOOR_TO_DOOR)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    people_reached = models.PositiveSmallIntegerField(_("people guided"), default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("written at"))
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    device = models.CharField(_("device"), max_length=80, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=VisitStatus, default=VisitStatus.VALID, editable=False
    )
    session = models.ForeignKey(
        Session,
        verbose_name=_("session"),
        on_delete=models.PROTECT,
        related_name="visits",
        null=True,
        blank=True,
    )
    corrects = models.OneToOneField(
        "self",
        verbose_name=_("corrects"),
        on_delete=models.PROTECT,
        related_name="corrected_by",
        null=True,
        blank=True,
    )
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Visit"]] = VisitQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["-visited_on", "-id"]
        indexes = [
            # All that the figures of a hamlet over a range of days ask, so that the rows are not looked up.
            models.Index(
                fields=[
                    "area",
                    "visited_on",
                    "household",
                    "business",
                    "outcome",
                    "status",
                    "team",
                    "people_reached",
                ],
                name="visit_area_day",
            ),
            models.Index(fields=["household", "visited_on", "outcome", "status"], name="visit_household"),
            models.Index(fields=["business", "visited_on"], name="visit_business"),
            models.Index(fields=["team", "visited_on"], name="visit_team"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(household__isnull=True) | Q(business__isnull=True),
                name="visit_household_or_business",
                violation_error_message=_("A visit is to a household or to a business, not to both."),
            ),
            models.CheckConstraint(
                condition=Q(household__isnull=False) | Q(business__isnull=False) | Q(note=""),
                name="visit_nameless_no_note",
                violation_error_code="BR-38",
                violation_error_message=_("A visit without consent keeps no note (BR-38)."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visited_on:%d/%m/%Y} {self.get_outcome_display()}"

    def get_absolute_url(self) -> str:
        """Page of the visit."""
        return reverse("households:visit_detail", args=[self.pk])


class WrittenOnce(models.Model):
    """Abstract: part of a visit, fixed when the visit is written. A correction is a new visit with parts of its own."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only new rows are written; a changed one is refused."""
        if self.pk is not None:
            raise TypeError("Parts of a visit are not changed: correct the visit.")
        super().save(*args, **kwargs)


class VisitMember(WrittenOnce):
    """A member of the team who went along; a member on that day (BR-34)."""

    visit = models.ForeignKey(
        Visit, verbose_name=_("visit"), on_delete=models.CASCADE, related_name="visit_members"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("member"), on_delete=models.PROTECT, related_name="visit_members"
    )

    objects: ClassVar[models.Manager["VisitMember"]] = VisitPartQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("member at a visit")
        verbose_name_plural = _("members at visits")
        constraints = [models.UniqueConstraint(fields=["visit", "person"], name="visit_member_once")]

    def __str__(self) -> str:
        return f"{self.visit_id}: {self.person_id}"


class VisitTopic(WrittenOnce):
    """What was taught at a visit, on which platform, and how far people came."""

    visit = models.ForeignKey(
        Visit, verbose_name=_("visit"), on_delete=models.CASCADE, related_name="visit_topics"
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), on_delete=models.PROTECT, related_name="visit_topics"
    )
    platform = models.ForeignKey(
        Platform,
        verbose_name=_("platform"),
        on_delete=models.PROTECT,
        related_name="visit_topics",
        null=True,
        blank=True,
    )
    result = models.CharField(_("result"), max_length=16, choices=SkillResult)
    people_count = models.PositiveSmallIntegerField(_("people"), default=1)
    first_time = models.BooleanField(_("for the first time"), default=False)

    objects: ClassVar[models.Manager["VisitTopic"]] = VisitPartQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("topic of a visit")
        verbose_name_plural = _("topics of visits")
        constraints = [
            # Two: SQLite takes each empty platform for another one.
            models.UniqueConstraint(
                fields=["visit", "topic", "platform"],
                name="visit_topic_once",
                violation_error_message=TOPIC_ONCE,
            ),
            models.UniqueConstraint(
                fields=["visit", "topic"],
                condition=Q(platform__isnull=True),
                name="visit_topic_once_plain",
                violation_error_message=TOPIC_ONCE,
            ),
            models.CheckConstraint(
                condition=Q(people_count__gte=1),
                name="visit_topic_has_people",
                violation_error_message=_("A topic was taught to at least one person."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id}: {self.topic_id} {self.result}"
