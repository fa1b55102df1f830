"""Organisations that send members, enterprises and their dated workforce."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Dated
from teams.enums import TYPES_OF_GROUP, OrgGroup, OrgType
from teams.querysets import EnterpriseQuerySet, OrganisationQuerySet, WorkforceQuerySet
from vietnamese.text import clean, fold


def type_fits_group() -> Q:
    """Condition: the type of an organisation belongs to its group."""
    fits = Q()
    for group, types in TYPES_OF_GROUP.items():
        fits |= Q(group=str(group), type__in=[str(kind) for kind in types])
    return fits


class Organisation(Dated):
    """A mass organisation, post or telecom enterprise, bank, state body or enterprise (BR-09)."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    search_key = models.CharField(max_length=300, editable=False)
    group = models.CharField(_("group"), max_length=12, choices=OrgGroup)
    type = models.CharField(_("type"), max_length=20, choices=OrgType)
    area = models.ForeignKey(
        Area, verbose_name=_("area"), on_delete=models.PROTECT, related_name="organisations"
    )
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    tax_code = models.CharField(_("tax code"), max_length=14, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Organisation"]] = OrganisationQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["search_key"], name="organisation_key")]
        constraints = [
            models.CheckConstraint(
                condition=type_fits_group(),
                name="organisation_type_fits_group",
                violation_error_message=_("This type does not belong to this group."),
            ),
            models.UniqueConstraint(
                fields=["tax_code", "area"],
                condition=Q(is_active=True) & ~Q(tax_code=""),
                name="organisation_tax_code_once",
                violation_error_message=_(
                    "An active organisation with this tax code is already registered here."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def get_absolute_url(self) -> str:
        """Page of the organisation."""
        return reverse("teams:organisation_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search key in step with the names."""
        self.name, self.short_name = clean(self.name), clean(self.short_name)
        self.search_key = fold(f"{self.name} {self.short_name}".strip())
        super().save(*args, **kwargs)


class EnterpriseProfile(Dated):
    """What is known of an enterprise at one site; several sites are several profiles (BR-15)."""

    organisation = models.OneToOneField(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="enterprise"
    )
    sector = models.CharField(_("sector"), max_length=120, blank=True)
    area = models.ForeignKey(
        Area,
        verbose_name=_("commune or hamlet of the site"),
        on_delete=models.PROTECT,
        related_name="enterprises",
    )
    industrial_park = models.CharField(_("industrial park"), max_length=200, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_phone = models.CharField(_("contact's phone"), max_length=20, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["EnterpriseProfile"]] = EnterpriseQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.organisation)

    def get_absolute_url(self) -> str:
        """Page of the enterprise."""
        return reverse("teams:organisation_detail", args=[self.organisation_id])


class WorkforceCount(Dated):
    """Workers of an enterprise counted on a day; strictly more than 300 calls for a team (BR-12)."""

    enterprise = models.ForeignKey(
        EnterpriseProfile, verbose_name=_("enterprise"), on_delete=models.PROTECT, related_name="counts"
    )
    as_of = models.DateField(_("counted on"))
    worker_count = models.PositiveIntegerField(_("workers"))
    nonlocal_worker_count = models.PositiveIntegerField(_("workers from elsewhere"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["WorkforceCount"]] = WorkforceQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("workforce count")
        verbose_name_plural = _("workforce counts")
        ordering = ["enterprise_id", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "as_of"],
                name="workforce_once_a_day",
                violation_error_message=_(
                    "The enterprise already has a count of that day; change that one instead."
                ),
            ),
            models.CheckConstraint(
                condition=Q(nonlocal_worker_count__isnull=True)
                | Q(nonlocal_worker_count__lte=F("worker_count")),
                name="workforce_nonlocal_within",
                violation_error_message=_("Workers from elsewhere cannot be more than all workers."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise}: {self.worker_count} ({self.as_of:%d/%m/%Y})"
