"""Households and household businesses. No ID number, no poverty status, no photo of papers (domain/privacy)."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Dated
from households.enums import BusinessKind, ConsentMethod, ConsentState, LivingStatus
from households.models.topics import Platform
from households.querysets import BusinessQuerySet, ConsentQuerySet, HouseholdQuerySet, MergeQuerySet
from teams.enums import Tri
from vietnamese.text import clean, fold


class Household(Dated):
    """A household of a hamlet. Its name and place are on the commune's register; a phone needs consent (BR-38).

    `consent_state` and `last_visit_on` follow from the answers and visits and are kept by the services. Not unique:
    the same head in the same group is a possible double, which officials merge or leave.
    """

    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.PROTECT, related_name="households"
    )
    head_name = models.CharField(_("head of the household"), max_length=120)
    search_key = models.CharField(max_length=120, editable=False)
    self_managed_group = models.CharField(_("self-managed group"), max_length=60, blank=True)
    house_no_text = models.CharField(_("short address"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    people_count = models.PositiveSmallIntegerField(_("number of people"), null=True, blank=True)
    has_smartphone = models.CharField(_("has a smartphone"), max_length=8, choices=Tri, default=Tri.UNKNOWN)
    has_fibre = models.CharField(_("has fibre internet"), max_length=8, choices=Tri, default=Tri.UNKNOWN)
    status = models.CharField(
        _("status"), max_length=8, choices=LivingStatus, default=LivingStatus.LIVING, editable=False
    )
    external_ref = models.CharField(_("number on the commune's list"), max_length=40, blank=True)
    source = models.CharField(_("source (list and its legal ground)"), max_length=200, default="entered")
    consent_state = models.CharField(
        _("consent"), max_length=10, choices=ConsentState, default=ConsentState.UNASKED, editable=False
    )
    last_visit_on = models.DateField(_("last visit"), null=True, editable=False)
    anonymised_at = models.DateTimeField(_("made anonymous at"), null=True, editable=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Household"]] = HouseholdQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        ordering = ["search_key", "id"]
        indexes = [
            models.Index(fields=["area", "status", "search_key"], name="household_area"),
            models.Index(fields=["search_key", "id"], name="household_key"),
            models.Index(fields=["phone"], name="household_phone", condition=~Q(phone="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(people_count__isnull=True) | Q(people_count__gte=1),
                name="household_has_people",
                violation_error_message=_("A household has at least one person; leave it empty if unknown."),
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at__isnull=True) | Q(phone="", house_no_text=""),
                name="household_nameless",
                violation_error_code="BR-38",
                violation_error_message=_(
                    "A household made anonymous keeps no phone and no address (BR-38)."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.head_name

    def get_absolute_url(self) -> str:
        """Page of the household."""
        return reverse("households:household_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search key in step with the name of the head."""
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """Search key from the name; for `bulk_create`, which does not call `save`."""
        self.head_name = clean(self.head_name)
        self.search_key = fold(self.head_name)


class HouseholdBusiness(Dated):
    """A household business, market trader, farm or OCOP producer, with what it uses today (R14)."""

    name = models.CharField(_("name"), max_length=160)
    search_key = models.CharField(max_length=160, editable=False)
    area = models.ForeignKey(
        Area, verbose_name=_("hamlet"), on_delete=models.PROTECT, related_name="household_businesses"
    )
    household = models.ForeignKey(
        Household,
        verbose_name=_("household"),
        on_delete=models.PROTECT,
        related_name="businesses",
        null=True,
        blank=True,
    )
    owner_name = models.CharField(_("owner"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=BusinessKind)
    sector = models.CharField(_("trade"), max_length=120, blank=True)
    tax_code = models.CharField(_("tax code"), max_length=14, blank=True)
    has_qr = models.CharField(_("takes payment by QR"), max_length=8, choices=Tri, default=Tri.UNKNOWN)
    has_einvoice = models.CharField(_("writes e-invoices"), max_length=8, choices=Tri, default=Tri.UNKNOWN)
    on_platforms = models.ManyToManyField(
        Platform, verbose_name=_("sells on"), related_name="businesses", blank=True
    )
    market_name = models.CharField(_("market"), max_length=120, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=LivingStatus, default=LivingStatus.LIVING, editable=False
    )
    anonymised_at = models.DateTimeField(_("made anonymous at"), null=True, editable=False)
    history = HistoricalRecords(m2m_fields=[on_platforms])

    objects: ClassVar[models.Manager["HouseholdBusiness"]] = BusinessQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("household business")
        verbose_name_plural = _("household businesses")
        ordering = ["search_key", "id"]
        indexes = [
            models.Index(fields=["area", "status", "search_key"], name="business_area"),
            models.Index(fields=["search_key", "id"], name="business_key"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Page of the business."""
        return reverse("households:business_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search key in step with the name."""
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """Search key from the name; for `bulk_create`, which does not call `save`."""
        self.name = clean(self.name)
        self.search_key = fold(self.name)


class Consent(Dated):
    """One answer of a household about its personal data, as the text of that version asked it (domain/privacy, 3)."""

    household = models.ForeignKey(
        Household, verbose_name=_("household"), on_delete=models.PROTECT, related_name="consents"
    )
    purpose = models.CharField(_("purpose"), max_length=120)
    answer = models.CharField(
        _("answer"),
        max_length=10,
        choices=[
            (ConsentState.GIVEN, ConsentState.GIVEN.label),
            (ConsentState.REFUSED, ConsentState.REFUSED.label),
        ],
    )
    text_version = models.CharField(_("version of the text"), max_length=20)
    method = models.CharField(_("how"), max_length=16, choices=ConsentMethod)
    given_on = models.DateField(_("on"))
    given_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        related_name="consents_recorded",
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Consent"]] = ConsentQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("answer about personal data")
        verbose_name_plural = _("answers about personal data")
        ordering = ["household_id", "given_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_dates_in_order",
                violation_error_message=_("Consent cannot be withdrawn before it was given."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(answer="GIVEN"),
                name="consent_withdrawn_was_given",
                violation_error_message=_("Only consent that was given can be withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()} ({self.given_on:%d/%m/%Y})"


class HouseholdMerge(Dated):
    """Two entries of one household made one; keeps what is needed to take it back within 30 days (E5).

    `before` holds the fields of both rows as they were; `moved` the ids of visits, businesses and answers that
    followed from the entry given up (`dropped`) to the one kept.
    """

    kept = models.ForeignKey(
        Household, verbose_name=_("entry kept"), on_delete=models.PROTECT, related_name="merges_kept"
    )
    dropped = models.ForeignKey(
        Household, verbose_name=_("entry given up"), on_delete=models.PROTECT, related_name="merges_dropped"
    )
    before = models.JSONField(_("both as they were"), default=dict, editable=False)
    moved = models.JSONField(_("what followed"), default=dict, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        on_delete=models.PROTECT,
        related_name="household_merges",
    )
    undone_at = models.DateTimeField(_("taken back at"), null=True, editable=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["HouseholdMerge"]] = MergeQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("merger of households")
        verbose_name_plural = _("mergers of households")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dropped"],
                condition=Q(undone_at__isnull=True),
                name="household_merged_once",
                violation_error_message=_(
                    "Somebody else has merged this entry already. Load the page again to see the result."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(kept=F("dropped")),
                name="household_merge_of_two",
                violation_error_message=_("Choose two different entries."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dropped_id} → {self.kept_id}"
