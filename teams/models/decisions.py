"""Decisions of People's Committees, and what each does to each team."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Attachment, Dated
from teams.enums import DecisionAction, DecisionStatus, ItemStatus, MemberCategory, SigningMode, TeamRole
from teams.models.organisations import Organisation
from teams.models.people import Person
from teams.models.teams import Team
from teams.querysets import DecisionQuerySet, ItemQuerySet, ScanQuerySet
from vietnamese.text import clean, fold

SEAT_CHECK = Q(seat__gte=1, seat__lte=10) | Q(seat__gt=10, category="YOUTH_UNION")
"""The cap of ten: regular seats are 1 to 10; above stand only extra Youth Union members (BR-03, BR-04)."""


class Decision(Dated):
    """A decision (quyết định) of one People's Committee; one may hold many teams (BR-20)."""

    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=40, default="QĐ-UBND")
    symbol_key = models.CharField(max_length=40, editable=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, editable=False)
    issuer = models.ForeignKey(
        Area,
        verbose_name=_("issued by the People's Committee of"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    issuer_name_text = models.CharField(_("issuer as printed"), max_length=200)
    subject = models.CharField(_("subject"), max_length=500)
    search_key = models.CharField(max_length=700, editable=False)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_on = models.DateField(_("effective from"), null=True, blank=True)
    place_name = models.CharField(_("place"), max_length=120, blank=True)
    signer_name = models.CharField(_("signer"), max_length=120, blank=True)
    signer_title = models.CharField(_("signer's office"), max_length=120, blank=True)
    signing_mode = models.CharField(
        _("signed"), max_length=10, choices=SigningMode, default=SigningMode.CHAIR
    )
    legal_bases = models.JSONField(_("legal bases"), default=list, blank=True)
    recipients = models.JSONField(_("recipients"), default=list, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=DecisionStatus, default=DecisionStatus.DRAFT)
    revoked_by = models.ForeignKey(
        "self",
        verbose_name=_("revoked by"),
        on_delete=models.PROTECT,
        related_name="revokes",
        null=True,
        blank=True,
    )
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoke_reason = models.CharField(_("reason for revoking"), max_length=300, blank=True)
    changes = models.ForeignKey(
        "self",
        verbose_name=_("changes the decision"),
        on_delete=models.PROTECT,
        related_name="changed_by",
        null=True,
        blank=True,
    )
    # What the QR code on its papers leads to: says nothing, and nobody guesses it.
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    lock = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Decision"]] = DecisionQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = [F("issued_on").desc(nulls_first=True), "-id"]
        indexes = [models.Index(fields=["issuer", "status"], name="decision_issuer")]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number", "symbol_key", "year"],
                condition=Q(number__isnull=False, year__isnull=False),
                name="decision_number_once",
                violation_error_code="BR-18",
                violation_error_message=_(
                    "This committee already has a decision of that number, symbol and year (BR-18)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(status="DRAFT")
                | (
                    Q(
                        number__isnull=False,
                        year__isnull=False,
                        issued_on__isnull=False,
                        effective_on__isnull=False,
                    )
                    & ~Q(signer_name="")
                ),
                name="decision_issued_is_complete",
                violation_error_message=_("An issued decision needs its number, dates and signer (BR-17)."),
            ),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(effective_on__gte=F("issued_on")),
                name="decision_effective_after_issue",
                violation_error_message=_(
                    "The decision cannot take effect before the day it is issued (BR-19)."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Number and symbol as written: 45/QĐ-UBND; a draft says so."""
        return (
            f"{self.number}/{self.symbol}"
            if self.number
            else str(_("Draft decision no. %(id)s") % {"id": self.pk})
        )

    def get_absolute_url(self) -> str:
        """Page of the decision."""
        return reverse("teams:decision_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps year and keys in step with dates, number and symbol."""
        self.symbol, self.subject = clean(self.symbol), clean(self.subject)
        self.symbol_key = fold(self.symbol).replace(" ", "")
        self.year = self.issued_on.year if self.issued_on else None
        number = f"{self.number}/{self.symbol_key}" if self.number else ""
        self.search_key = fold(f"{number} {self.subject}")
        super().save(*args, **kwargs)


class DecisionItem(Dated):
    """What a decision does to one team. Until the decision is issued it is a proposal (glossary 106).

    It carries the whole result, line-up and areas (rule 6 of rebuild_team); of a team at most one is open.
    """

    decision = models.ForeignKey(
        Decision,
        verbose_name=_("decision"),
        on_delete=models.PROTECT,
        related_name="items",
        null=True,
        blank=True,
    )
    team = models.ForeignKey(Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="items")
    action = models.CharField(_("what it does"), max_length=12, choices=DecisionAction)
    status = models.CharField(_("status"), max_length=8, choices=ItemStatus, default=ItemStatus.PROPOSED)
    confirmed_on = models.DateField(_("confirmed on (where no decision is needed)"), null=True, blank=True)
    base = models.ForeignKey(
        "self",
        verbose_name=_("drawn up from"),
        on_delete=models.PROTECT,
        related_name="amendments",
        null=True,
        blank=True,
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("prepared by"),
        on_delete=models.PROTECT,
        related_name="prepared_items",
        null=True,
        blank=True,
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    lock = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["DecisionItem"]] = ItemQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("item of a decision")
        verbose_name_plural = _("items of decisions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "team"], name="item_team_once"),
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(status="PROPOSED"),
                name="item_one_open",
                violation_error_code="open_proposal",
                violation_error_message=_(
                    "The team already has an open proposal. Work on that one, or discard it first."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status="IN_FORCE") | Q(decision__isnull=False) | Q(confirmed_on__isnull=False),
                name="item_in_force_has_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.team}"


class LineUpEntry(Dated):
    """One person in the line-up that an item sets; a seat is a slot without rank (glossary 95, 105)."""

    item = models.ForeignKey(
        DecisionItem, verbose_name=_("item"), on_delete=models.CASCADE, related_name="entries"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="entries"
    )
    seat = models.PositiveSmallIntegerField(_("seat"))
    role = models.CharField(_("duty"), max_length=10, choices=TeamRole, default=TeamRole.MEMBER)
    category = models.CharField(_("sits as"), max_length=20, choices=MemberCategory)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="entries",
        null=True,
        blank=True,
    )
    title_text = models.CharField(_("post as on the decision"), max_length=200, blank=True)
    order_no = models.PositiveSmallIntegerField(_("order on the list"), default=0)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("entry of a line-up")
        verbose_name_plural = _("entries of line-ups")
        ordering = ["item_id", "order_no", "seat"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "seat"],
                name="entry_seat_once",
                violation_error_message=_("This seat is taken (BR-03)."),
            ),
            models.UniqueConstraint(
                fields=["item", "person"],
                name="entry_person_once",
                violation_error_message=_("This person already sits in this line-up (BR-08)."),
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(role="LEADER"),
                name="entry_one_leader",
                violation_error_message=_("A team has one leader on any day (BR-05)."),
            ),
            models.CheckConstraint(
                condition=SEAT_CHECK,
                name="entry_seat_within_ten",
                violation_error_message=_(
                    "A team has at most ten regular members; seats above ten are for extra Youth Union members (BR-03, BR-04)."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class ItemArea(Dated):
    """A hamlet (or commune) that an item gives the team to cover."""

    item = models.ForeignKey(
        DecisionItem, verbose_name=_("item"), on_delete=models.CASCADE, related_name="item_areas"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("area covered"), on_delete=models.PROTECT, related_name="item_areas"
    )
    is_primary = models.BooleanField(_("primary"), default=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("area of an item")
        verbose_name_plural = _("areas of items")
        ordering = ["item_id", "-is_primary", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "area"], name="itemarea_once"),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(is_primary=True),
                name="itemarea_one_primary",
                violation_error_message=_("A team has exactly one primary hamlet (BR-01)."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.area)


class DecisionScan(Attachment):
    """The signed paper as PDF or JPG; readable only inside the scope of the decision."""

    decision = models.OneToOneField(
        Decision, verbose_name=_("decision"), on_delete=models.PROTECT, related_name="scan"
    )
    file = models.FileField(_("file"), upload_to="decisions/")
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["DecisionScan"]] = ScanQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("scan of a decision")
        verbose_name_plural = _("scans of decisions")

    def __str__(self) -> str:
        return self.original_name or str(self.decision)
