"""Administration of facts between decisions: departures, pauses, exceptions from rules."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from teams.admin.base import ServiceAdmin
from teams.departures import record_departure, resume, suspend, withdraw_departure
from teams.exceptions import end_exception, record_exception
from teams.models import Departure, RuleException, Suspension


class FactAdmin(ServiceAdmin):
    """Facts of a team; who manages teams records them."""

    view_capability = "team.view"
    edit_capability = "team.manage"


@admin.register(Departure)
class DepartureAdmin(FactAdmin):
    """Members who left between two decisions (BR-21); a mistaken one is withdrawn, never rewritten."""

    can_delete = True
    list_display = ("person", "team", "left_on", "reason", "recorded_by")
    list_select_related = ("person", "team", "recorded_by")
    list_filter = ("reason",)
    search_fields = ("person__search_key", "team__search_key")
    fields_on_add = ("team", "person", "left_on", "reason", "note")
    shown = (*fields_on_add, "recorded_by", "created_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new departure; an old one has nothing to change."""
        if change:
            return row
        return record_departure(by=by, **{name: form.cleaned_data[name] for name in self.fields_on_add})

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The person sits again as before."""
        withdraw_departure(by=request.user, departure=obj)  # type: ignore[arg-type] # our user

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Each through the service."""
        for departure in queryset.select_related("team", "person").order_by("pk"):
            self.delete_model(request, departure)


@admin.register(Suspension)
class SuspensionAdmin(FactAdmin):
    """Pauses of teams (BR-25); a pause is ended by its day."""

    list_display = ("team", "valid_from", "valid_to", "reason")
    list_select_related = ("team",)
    search_fields = ("team__search_key",)
    fields_on_add = ("team", "valid_from", "valid_to", "reason")
    fields_on_change = ("valid_to",)
    shown = (*fields_on_add, "updated_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new pause, or the end of one."""
        if not change:
            return suspend(by=by, **{name: form.cleaned_data[name] for name in self.fields_on_add})
        return resume(by=by, team=row.team, on=needed_day(row.valid_to))


@admin.register(RuleException)
class RuleExceptionAdmin(FactAdmin):
    """Exceptions with a reason; they stay visible wherever the finding would be."""

    list_display = ("team", "rule", "reason", "valid_from", "valid_to", "recorded_by")
    list_select_related = ("team", "recorded_by")
    list_filter = ("rule",)
    search_fields = ("team__search_key",)
    fields_on_add = ("team", "rule", "reason", "valid_from", "valid_to")
    fields_on_change = ("valid_to",)
    shown = (*fields_on_add, "recorded_by", "created_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new exception, or the end of one."""
        if not change:
            return record_exception(by=by, **{name: form.cleaned_data[name] for name in self.fields_on_add})
        end_exception(by=by, exception=row, on=needed_day(row.valid_to))
        return row


def needed_day(day: Any) -> Any:
    """The day on which something ends; without one there is nothing to store."""
    if day is None:
        raise ValidationError(
            {"valid_to": ValidationError(_("Enter the first day after it."), code="required")}
        )
    return day
