"""Rows worked out from the recorded facts by rebuild_team; nobody edits them, and they need no history."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.constraints import NoOverlap
from teams.enums import EndReason, MemberCategory, TeamRole, TeamStatus
from teams.models.decisions import SEAT_CHECK, DecisionItem
from teams.models.organisations import Organisation
from teams.models.people import Person
from teams.models.teams import Team
from teams.querysets import MembershipQuerySet, PeriodQuerySet, TeamAreaQuerySet

NOT_REVERSED = _("The end must be after the start.")


class Membership(models.Model):
    """Who sat in which seat from when to when."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="memberships"
    )
    seat = models.PositiveSmallIntegerField(_("seat"))
    role = models.CharField(_("duty"), max_length=10, choices=TeamRole)
    category = models.CharField(_("sits as"), max_length=20, choices=MemberCategory)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="memberships",
        null=True,
        blank=True,
    )
    title_text = models.CharField(_("post as on the decision"), max_length=200, blank=True)
    from_date = models.DateField(_("from"))
    to_date = models.DateField(_("to (first day no longer a member)"), null=True, blank=True)
    end_reason = models.CharField(_("reason of leaving"), max_length=16, choices=EndReason, blank=True)
    item_in = models.ForeignKey(
        DecisionItem, verbose_name=_("by item"), on_delete=models.PROTECT, related_name="memberships_opened"
    )
    item_out = models.ForeignKey(
        DecisionItem,
        verbose_name=_("ended by item"),
        on_delete=models.PROTECT,
        related_name="memberships_closed",
        null=True,
        blank=True,
    )

    objects: ClassVar[models.Manager["Membership"]] = MembershipQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["team_id", "from_date", "seat"]
        indexes = [
            # All that the count of a list asks, so that the row itself is not looked up.
            models.Index(
                fields=["team", "to_date", "from_date", "seat", "role", "person"], name="membership_team"
            ),
            models.Index(fields=["person", "to_date"], name="membership_person"),
        ]
        constraints = [
            NoOverlap(
                name="membership_seat_once",
                fields=["team", "seat"],
                start="from_date",
                end="to_date",
                violation_error_message=_("This seat is taken (BR-03)."),
            ),
            NoOverlap(
                name="membership_person_once",
                fields=["team", "person"],
                start="from_date",
                end="to_date",
                violation_error_message=_("This person already sits in this team in that period (BR-08)."),
            ),
            NoOverlap(
                name="membership_one_leader",
                fields=["team"],
                start="from_date",
                end="to_date",
                condition=Q(role="LEADER"),
                violation_error_message=_("A team has one leader on any day (BR-05)."),
            ),
            models.CheckConstraint(
                condition=SEAT_CHECK,
                name="membership_seat_within_ten",
                violation_error_message=_("A team has at most ten regular members (BR-03)."),
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True, end_reason="")
                | (Q(to_date__gt=F("from_date")) & ~Q(end_reason="")),
                name="membership_dates_in_order",
                violation_error_message=NOT_REVERSED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class TeamArea(models.Model):
    """Which area a team covered from when to when."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="team_areas"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("area covered"), on_delete=models.PROTECT, related_name="team_areas"
    )
    is_primary = models.BooleanField(_("primary"))
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    item = models.ForeignKey(
        DecisionItem, verbose_name=_("by item"), on_delete=models.PROTECT, related_name="team_areas"
    )

    objects: ClassVar[models.Manager["TeamArea"]] = TeamAreaQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("area of a team")
        verbose_name_plural = _("areas of teams")
        ordering = ["team_id", "valid_from", "-is_primary"]
        # All that coverage asks of a link, so that the row itself is not looked up.
        indexes = [models.Index(fields=["area", "valid_from", "valid_to", "team"], name="teamarea_area")]
        constraints = [
            NoOverlap(name="teamarea_once", fields=["team", "area"]),
            NoOverlap(
                name="teamarea_one_primary",
                fields=["team"],
                condition=Q(is_primary=True),
                violation_error_message=_("A team has exactly one primary hamlet (BR-01)."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="teamarea_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team} – {self.area}"


class TeamPeriod(models.Model):
    """Whether a team worked, from when to when. A draft has no row."""

    team = models.ForeignKey(Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="periods")
    status = models.CharField(_("status"), max_length=20, choices=TeamStatus)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects: ClassVar[models.Manager["TeamPeriod"]] = PeriodQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("status period of a team")
        verbose_name_plural = _("status periods of teams")
        ordering = ["team_id", "valid_from"]
        # All that coverage asks of a period, so that the row itself is not looked up.
        indexes = [
            models.Index(fields=["team", "valid_from", "valid_to", "status"], name="teamperiod_team"),
        ]
        constraints = [
            NoOverlap(name="teamperiod_one_a_day", fields=["team"]),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="teamperiod_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.get_status_display()}"
