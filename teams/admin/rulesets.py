"""Administration of rule sets: what a province demands of its teams, dated."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from areas.admin_base import RefusableForm
from areas.enums import AreaLevel
from teams.admin.base import ServiceAdmin
from teams.composition_facts import OVERRIDABLE
from teams.enums import Severity
from teams.line_ups import save_as
from teams.models import RuleSet


class RuleSetForm(RefusableForm):
    """A rule set; levels only of the rules whose level a province may change."""

    def clean_severities(self) -> dict[str, str]:
        """{"BR-06": "W"}: rule and level, nothing else."""
        levels = self.cleaned_data["severities"] or {}
        if not isinstance(levels, dict) or not all(
            rule in OVERRIDABLE and level in Severity.values for rule, level in levels.items()
        ):
            raise ValidationError(
                _('Write levels like {"BR-06": "W"}: only %(rules)s, and only E, W or I.'),
                code="severities",
                params={"rules": ", ".join(sorted(OVERRIDABLE))},
            )
        return levels

    def clean_province(self) -> Any:
        """Rule sets belong to provinces."""
        province = self.cleaned_data["province"]
        if province.level != AreaLevel.PROVINCE:
            raise ValidationError(_("Choose a province."), code="province")
        return province


@admin.register(RuleSet)
class RuleSetAdmin(ServiceAdmin):
    """Rule sets of the own province."""

    view_capability = "ruleset.view"
    edit_capability = "ruleset.edit"
    form = RuleSetForm
    list_display = ("province", "valid_from", "valid_to", "max_members", "min_members", "document_ref")
    list_select_related = ("province",)
    search_fields = ("province__search_key",)
    typed = (
        "province",
        "valid_from",
        "valid_to",
        "max_members",
        "min_members",
        "max_supplementary",
        "deputy_required",
        "leader_must_be_hamlet_head",
        "deputy_must_be_youth",
        "enterprise_worker_threshold",
        "require_decision_for_active",
        "large_household_threshold",
        "severities",
        "document_ref",
    )
    fields_on_add = typed
    fields_on_change = typed[1:]
    shown = (*typed, "updated_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """The form and the constraints of the model say all there is to check."""
        return save_as(row, by)
