"""The dated rules of a province: limits are data, never constants in code."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from common.constraints import NoOverlap
from common.history import HistoricalRecords
from common.models import Dated
from teams.querysets import RuleSetQuerySet


class RuleSet(Dated):
    """What a province demands of its teams over a period; a team is judged by the set of the date looked at."""

    province = models.ForeignKey(
        Area, verbose_name=_("province"), on_delete=models.PROTECT, related_name="rule_sets"
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to (first day no longer valid)"), null=True, blank=True)
    max_members = models.PositiveSmallIntegerField(
        _("most regular members"), default=10, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    min_members = models.PositiveSmallIntegerField(_("fewest members (a flag, never a refusal)"), default=3)
    max_supplementary = models.PositiveSmallIntegerField(
        _("most extra Youth Union members"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    deputy_required = models.BooleanField(_("a deputy is required"), default=True)
    leader_must_be_hamlet_head = models.BooleanField(_("the leader must be the hamlet head"), default=True)
    deputy_must_be_youth = models.BooleanField(_("the deputy must be a Youth Union member"), default=True)
    enterprise_worker_threshold = models.PositiveIntegerField(
        _("workers above which an enterprise needs a team"), default=300
    )
    require_decision_for_active = models.BooleanField(_("a team works only by decision"), default=True)
    large_household_threshold = models.PositiveIntegerField(
        _("households of a large hamlet"), null=True, blank=True
    )
    severities = models.JSONField(
        _("levels of rules"),
        default=dict,
        blank=True,
        help_text=_('For example {"BR-06": "W"}; BR-06, BR-07, BR-09 and BR-12 only.'),
    )
    document_ref = models.CharField(_("from which document"), max_length=300)
    history = HistoricalRecords()

    objects: ClassVar[models.Manager["RuleSet"]] = RuleSetQuerySet.as_manager()  # type: ignore[assignment] # a manager of this queryset

    class Meta:
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        ordering = ["province_id", "valid_from"]
        constraints = [
            NoOverlap(
                name="ruleset_one_a_day",
                fields=["province"],
                violation_error_message=_("The province already has a rule set in that period."),
            ),
            models.CheckConstraint(
                condition=Q(max_members__gte=1, max_members__lte=10),
                name="ruleset_cap_at_most_ten",
                violation_error_message=_(
                    "A rule set may lower the ceiling of ten members, never raise it (BR-03)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="ruleset_dates_in_order",
                violation_error_message=_("The end must be after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.province} – {self.valid_from:%d/%m/%Y}"
