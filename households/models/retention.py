"""How long a province keeps what visits say of a household (domain/privacy, section 6)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.history import HistoricalRecords
from common.models import Dated
from households.querysets import RetentionQuerySet

MONTHS = 24
"""Where the province has not said otherwise; counted from the visit."""


class Retention(Dated):
    """Months after which notes of visits, and households that have moved away, are made anonymous in a province."""

    province = models.OneToOneField(
        Area, verbose_name=_("province"), on_delete=models.PROTECT, related_name="retention"
    )
    months = models.PositiveSmallIntegerField(_("months"), default=MONTHS)
    document_ref = models.CharField(_("from which document"), max_length=300, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Retention"]] = RetentionQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("time of keeping personal data")
        verbose_name_plural = _("times of keeping personal data")
        constraints = [
            models.CheckConstraint(
                condition=Q(months__gte=1),
                name="retention_at_least_a_month",
                violation_error_message=_("Personal data are kept for at least one month."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.province}: {self.months}"
