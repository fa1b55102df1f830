"""Administration of decision templates and of printed rosters."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin import WithoutHistory
from areas.admin_base import RefusableForm
from teams.admin.base import ServiceAdmin
from teams.decision_templates import close_template, save_template
from teams.models import DecisionTemplate, PrintedList


class TemplateAdminForm(RefusableForm):
    """A new template with its Word file."""

    upload = forms.FileField(
        label=_("Word template"),
        required=False,
        help_text=_(".docx with placeholders, at most 2 MB."),
        max_length=200,
    )


@admin.register(DecisionTemplate)
class DecisionTemplateAdmin(ServiceAdmin):
    """Templates of the own area; a template that is in use is closed, and a new one follows."""

    view_capability = "template.view"
    edit_capability = "template.edit"
    add_form = TemplateAdminForm
    list_display = ("area", "action", "valid_from", "valid_to", "original_name")
    list_select_related = ("area",)
    list_filter = ("action",)
    search_fields = ("area__search_key",)
    fields_on_add = (
        "area",
        "action",
        "valid_from",
        "valid_to",
        "legal_bases",
        "recipients",
        "tasks",
        "reporting",
        "executors",
        "upload",
    )
    fields_on_change = ("valid_to",)
    shown = (*fields_on_add[:-1], "original_name", "missing", "updated_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """New ones are checked; of stored ones only the end is written."""
        if change:
            return close_template(by=by, template=row, valid_to=form.cleaned_data["valid_to"])
        return save_template(by=by, template=row, upload=form.cleaned_data["upload"])


@admin.register(PrintedList)
class PrintedListAdmin(WithoutHistory):
    """Rosters that were printed: what their QR codes lead to."""

    view_capability = "paper.print"
    list_display = ("__str__", "area", "as_of", "printed_at", "printed_by")
    list_select_related = ("area", "printed_by")
    search_fields = ("area__search_key",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was printed stays on record."""
        return False
