"""What is taught and what it is taught on. Rows, never enumerations: the names change every year."""

from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.history import HistoricalRecords
from common.models import Dated
from households.enums import Audience, Pillar
from households.querysets import DatedListQuerySet

NOT_REVERSED = _("The end must be after the start.")


class Topic(Dated):
    """Something that teams teach, e.g. VNeID level 2. Retired by a date, never deleted: old reports keep it."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=120)
    pillar = models.CharField(_("field"), max_length=16, choices=Pillar)
    audience = models.CharField(_("for whom"), max_length=10, choices=Audience, default=Audience.BOTH)
    counts_as_install = models.BooleanField(_("counts as an installation"), default=False)
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer offered)"), null=True, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["Topic"]] = DatedListQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="topic_dates_in_order",
                violation_error_message=NOT_REVERSED,
            )
        ]

    def __str__(self) -> str:
        return self.name


class Platform(Dated):
    """An application or site that people are helped with, e.g. VssID. Retired by a date, never deleted."""

    code = models.CharField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=120)
    owner = models.CharField(_("owner"), max_length=120, blank=True)
    url = models.CharField(
        _("address on the web"),
        max_length=200,
        blank=True,
        validators=[URLValidator(["http", "https"])],
        help_text=_("With https:// in front."),
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), related_name="platforms", blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer offered)"), null=True, blank=True)
    history = HistoricalRecords(m2m_fields=[topics])

    objects: ClassVar[models.Manager["Platform"]] = DatedListQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="platform_dates_in_order",
                violation_error_message=NOT_REVERSED,
            )
        ]

    def __str__(self) -> str:
        return self.name
