"""Administration of organisations, enterprises and their counted workers."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from teams.admin.base import ServiceAdmin, listed
from teams.line_ups import save_as
from teams.models import EnterpriseProfile, Organisation, WorkforceCount
from teams.organisations import record_workforce, save_enterprise, save_organisation


@admin.register(Organisation)
class OrganisationAdmin(ServiceAdmin):
    """Organisations that send members to teams (BR-09)."""

    view_capability = "organisation.view"
    edit_capability = "organisation.edit"
    list_display = ("name", "group", "type", "area", "is_active")
    list_select_related = ("area",)
    list_filter = ("group", "type", "is_active")
    search_fields = ("search_key", "tax_code")
    typed = ("name", "short_name", "group", "type", "area", "phone", "address", "tax_code", "is_active")
    fields_on_add = typed
    fields_on_change = typed
    shown = (*typed, "updated_at")

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """With the check of the tax code."""
        return save_organisation(by=by, organisation=row)


@admin.register(EnterpriseProfile)
class EnterpriseAdmin(ServiceAdmin):
    """Enterprises by site (BR-15)."""

    view_capability = "organisation.view"
    edit_capability = "organisation.edit"
    list_display = ("organisation", "sector", "area", "industrial_park")
    list_select_related = ("organisation", "area")
    search_fields = ("organisation__search_key",)
    typed = ("organisation", "sector", "area", "industrial_park", "contact_name", "contact_phone")
    fields_on_add = typed
    fields_on_change = typed[1:]
    shown = (*typed, "workforce", "updated_at")

    @admin.display(description=gettext_lazy("workforce counts"))
    def workforce(self, profile: EnterpriseProfile) -> SafeString | str:
        """Counted workers."""
        return listed(profile.counts.select_related("enterprise__organisation").order_by("-as_of"))

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """Only for organisations of the group of enterprises."""
        return save_enterprise(by=by, profile=row)


@admin.register(WorkforceCount)
class WorkforceAdmin(ServiceAdmin):
    """Workers counted on a day (BR-12); a wrong figure of that day is put right, the day stays."""

    view_capability = "organisation.view"
    edit_capability = "organisation.edit"
    list_display = ("enterprise", "as_of", "worker_count", "nonlocal_worker_count", "source")
    list_select_related = ("enterprise__organisation",)
    search_fields = ("enterprise__organisation__search_key",)
    fields_on_add = ("enterprise", "as_of", "worker_count", "nonlocal_worker_count", "source")
    fields_on_change = ("worker_count", "nonlocal_worker_count", "source")
    shown = fields_on_add

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new count through its service; the form has checked a changed figure."""
        if not change:
            return record_workforce(by=by, **{name: form.cleaned_data[name] for name in self.fields_on_add})
        return save_as(row, by)
