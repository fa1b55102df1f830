"""What the papers of decisions are made from, and the lists that were printed."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.constraints import NoOverlap
from common.history import HistoricalRecords
from common.models import Dated
from teams.enums import DecisionAction
from teams.querysets import PrintedListQuerySet, TemplateQuerySet


class DecisionTemplate(Dated):
    """How a province or commune words its decisions over a period, and its own Word template, where it has one.

    A commune's words go before those of its province, and these before the product's (domain/documents).
    """

    area = models.ForeignKey(
        Area, verbose_name=_("for"), on_delete=models.PROTECT, related_name="decision_templates"
    )
    action = models.CharField(_("kind of decision"), max_length=12, choices=DecisionAction)
    legal_bases = models.JSONField(_("legal bases"), default=list, blank=True)
    recipients = models.JSONField(_("recipients"), default=list, blank=True)
    tasks = models.TextField(_("tasks of the team"), max_length=2000, blank=True)
    reporting = models.TextField(_("way of working, reports"), max_length=2000, blank=True)
    executors = models.TextField(_("who carries the decision out"), max_length=500, blank=True)
    file = models.FileField(_("Word template"), upload_to="templates/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    original_name = models.CharField(_("name of the file"), max_length=200, blank=True, editable=False)
    missing = models.JSONField(_("placeholders that it does not use"), default=list, editable=False)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["DecisionTemplate"]] = TemplateQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("template of decisions")
        verbose_name_plural = _("templates of decisions")
        ordering = ["area__path", "action", "-valid_from"]
        constraints = [
            NoOverlap(
                name="decisiontemplate_one_a_day",
                fields=["area", "action"],
                violation_error_code="overlap",
                violation_error_message=_(
                    "There already is a template of this kind in that period. Close that one first, or choose other days."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="decisiontemplate_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} – {self.area} ({self.valid_from:%d/%m/%Y})"

    def get_absolute_url(self) -> str:
        """Page of the template."""
        return reverse("teams:template_detail", args=[self.pk])


class PrintedList(models.Model):
    """A roster of a commune that was printed: what its QR code leads to. Written once, never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(
        Area, verbose_name=_("commune"), on_delete=models.PROTECT, related_name="printed_lists"
    )
    printed_at = models.DateTimeField(_("printed at"), auto_now_add=True)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("printed by"),
        on_delete=models.PROTECT,
        related_name="printed_lists",
    )
    as_of = models.DateField(_("as of"))
    fingerprint = models.CharField(_("fingerprint of the list"), max_length=64, editable=False)

    objects: ClassVar[models.Manager["PrintedList"]] = PrintedListQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("printed list")
        verbose_name_plural = _("printed lists")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"DS-{self.pk}"
