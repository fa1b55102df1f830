"""Teams, and the recorded facts about them that are not decisions."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.constraints import NoOverlap
from common.history import HistoricalRecords
from common.models import Dated
from teams.enums import EndReason, TeamLevel, TeamStatus
from teams.models.organisations import EnterpriseProfile
from teams.models.people import Person
from teams.querysets import TeamFactQuerySet, TeamQuerySet
from vietnamese.text import clean, fold


class Team(Dated):
    """A community digital-technology team. What it is on a day is worked out from its facts (rebuild_team).

    `area`, `status`, `established_on`, `dissolved_on` are today's facts, kept by rebuild_team for
    lists and scope; nobody types them.
    """

    code = models.CharField(_("code"), max_length=16, unique=True)
    name = models.CharField(_("name"), max_length=200)
    search_key = models.CharField(max_length=240, editable=False)
    level = models.CharField(_("kind"), max_length=10, choices=TeamLevel)
    area = models.ForeignKey(Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="teams")
    enterprise = models.ForeignKey(
        EnterpriseProfile,
        verbose_name=_("enterprise"),
        on_delete=models.PROTECT,
        related_name="teams",
        null=True,
        blank=True,
    )
    status = models.CharField(
        _("status"), max_length=20, choices=TeamStatus, default=TeamStatus.DRAFT, editable=False
    )
    established_on = models.DateField(_("established on"), null=True, editable=False)
    dissolved_on = models.DateField(_("dissolved on"), null=True, editable=False)
    checked_on = models.DateField(_("list confirmed on"), null=True, blank=True)
    contact_phone = models.CharField(_("team's phone"), max_length=16, blank=True)
    zalo_group_url = models.URLField(_("chat group"), blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Team"]] = TeamQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["search_key"], name="team_key"),
            models.Index(fields=["area", "status"], name="team_area_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="ENTERPRISE", enterprise__isnull=False)
                | (~Q(level="ENTERPRISE") & Q(enterprise__isnull=True)),
                name="team_enterprise_by_level",
                violation_error_code="BR-13",
                violation_error_message=_(
                    "An enterprise team names exactly one enterprise; other teams name none (BR-13)."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Page of the team."""
        return reverse("teams:team_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search key in step with name and code."""
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """Name as stored, and the key of the search."""
        self.name = clean(self.name)
        self.search_key = fold(f"{self.name} {self.code}")


class TeamCounter(models.Model):
    """The last team number given under a commune code; numbers are never used again."""

    commune_code = models.CharField(_("code of the commune"), max_length=5, unique=True)
    last = models.PositiveIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("counter of team codes")
        verbose_name_plural = _("counters of team codes")

    def __str__(self) -> str:
        return f"{self.commune_code}: {self.last}"


class Departure(Dated):
    """A member who left between two decisions: moved, resigned, died. Needs no decision (BR-21)."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="departures"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="departures"
    )
    left_on = models.DateField(_("first day no longer a member"))
    reason = models.CharField(_("reason"), max_length=16, choices=EndReason)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        related_name="departures_recorded",
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Departure"]] = TeamFactQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("departure")
        verbose_name_plural = _("departures")
        ordering = ["team_id", "left_on", "id"]
        constraints = [models.UniqueConstraint(fields=["team", "person", "left_on"], name="departure_once")]

    def __str__(self) -> str:
        return f"{self.person} – {self.left_on:%d/%m/%Y}"


class Suspension(Dated):
    """A time in which a team pauses; it then does not count in coverage (BR-25)."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="suspensions"
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day working again)"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Suspension"]] = TeamFactQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["team_id", "valid_from"]
        constraints = [
            NoOverlap(
                name="suspension_no_overlap",
                fields=["team"],
                violation_error_message=_("The team is already suspended in that period."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="suspension_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team} – {self.valid_from:%d/%m/%Y}"


class RuleException(Dated):
    """Lets a team be activated although a rule does not hold; stays visible wherever the finding would be."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="rule_exceptions"
    )
    rule = models.CharField(_("rule"), max_length=8)
    reason = models.CharField(_("reason"), max_length=300)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        related_name="exceptions_recorded",
    )
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["RuleException"]] = TeamFactQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("exception from a rule")
        verbose_name_plural = _("exceptions from rules")
        ordering = ["team_id", "rule", "valid_from"]
        constraints = [
            NoOverlap(
                name="ruleexception_once",
                fields=["team", "rule"],
                violation_error_message=_("An exception from this rule is already recorded for that period."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="ruleexception_has_reason",
                violation_error_message=_("Give the reason for the exception."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="ruleexception_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"
