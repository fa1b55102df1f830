"""People and the posts they hold. No ID number, no Party membership, no ethnic group (domain/privacy)."""

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
from teams.enums import BirthPrecision, Gender, PositionType, Tri
from teams.models.organisations import Organisation
from teams.querysets import PersonQuerySet, PositionQuerySet
from vietnamese.text import clean, fold, sort_key


class Person(Dated):
    """Somebody who sits or may sit in a team. Namesakes in one hamlet are ordinary (BR-11 warns, never merges)."""

    full_name = models.CharField(_("full name"), max_length=120)
    search_key = models.CharField(max_length=120, editable=False)
    sort_key = models.CharField(max_length=400, editable=False)
    gender = models.CharField(_("sex"), max_length=8, choices=Gender, default=Gender.UNKNOWN)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    birth_precision = models.CharField(
        _("birth known to the"), max_length=8, choices=BirthPrecision, default=BirthPrecision.UNKNOWN
    )
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    phone_raw = models.CharField(_("phone as written"), max_length=60, blank=True)
    phone2 = models.CharField(_("second phone"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    area = models.ForeignKey(
        Area,
        verbose_name=_("on the register of"),
        on_delete=models.PROTECT,
        related_name="people",
        help_text=_("The commune (or province) that keeps this person's particulars."),
    )
    residence = models.ForeignKey(
        Area,
        verbose_name=_("hamlet of residence"),
        on_delete=models.PROTECT,
        related_name="residents",
        null=True,
        blank=True,
    )
    is_youth_member = models.CharField(
        _("Youth Union member"), max_length=8, choices=Tri, default=Tri.UNKNOWN
    )
    is_deceased = models.BooleanField(_("deceased"), default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        related_name="person",
        null=True,
        blank=True,
    )
    can_share_phone = models.BooleanField(_("agrees that the phone is printed"), default=False)
    is_anonymised = models.BooleanField(_("made anonymous"), default=False, editable=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Person"]] = PersonQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["search_key"], name="person_key"),
            # With the area, by which it is told who sees the person: the rows of pages before are not read.
            models.Index(fields=["sort_key", "id", "area"], name="person_sort"),
            models.Index(fields=["phone"], name="person_phone"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_precision="DAY", birth_date__isnull=False, birth_year__isnull=False)
                | Q(birth_precision__in=["MONTH", "YEAR"], birth_date__isnull=True, birth_year__isnull=False)
                | Q(birth_precision="UNKNOWN", birth_date__isnull=True, birth_year__isnull=True),
                name="person_birth_as_known",
                violation_error_message=_(
                    "A year of birth stays a year: give the full date or only the year (BR-46)."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        """Page of the person."""
        return reverse("teams:person_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the keys for searching and sorting in step with the name."""
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """Search and sort keys from the name; for `bulk_create`, which does not call `save`."""
        self.full_name = clean(self.full_name)
        self.search_key, self.sort_key = fold(self.full_name), sort_key(self.full_name)


class PersonPosition(Dated):
    """A post that a person held over a period; “the head of a hamlet” is read from here (BR-06)."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="positions"
    )
    position_type = models.CharField(_("post"), max_length=24, choices=PositionType)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="positions",
        null=True,
        blank=True,
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("hamlet"),
        on_delete=models.PROTECT,
        related_name="positions",
        null=True,
        blank=True,
    )
    title_text = models.CharField(_("post as on the decision"), max_length=200, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    is_primary = models.BooleanField(_("main post"), default=False)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["PersonPosition"]] = PositionQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("post of a person")
        verbose_name_plural = _("posts of people")
        ordering = ["person_id", "-is_primary", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="position_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
            models.CheckConstraint(
                condition=~Q(position_type="HAMLET_HEAD") | Q(area__isnull=False),
                name="position_head_of_a_hamlet",
                violation_error_message=_("Say of which hamlet this person is the head."),
            ),
            NoOverlap(
                name="position_one_hamlet_head",
                fields=["area"],
                condition=Q(position_type="HAMLET_HEAD"),
                violation_error_code="second_head",
                violation_error_message=_(
                    "This hamlet already has a head in that period. End that post first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title_text or str(self.get_position_type_display())
