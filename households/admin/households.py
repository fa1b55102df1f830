"""Administration of households, businesses, answers and mergers. Phones are masked; opening a row is written down."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.admin_base import ReadOnlyAdmin, ScopedAdmin
from common.audit import record
from common.models import AuditAction
from households.businesses import TYPED as BUSINESS_TYPED
from households.businesses import save_business
from households.models import Consent, Household, HouseholdBusiness, HouseholdMerge
from households.register import TYPED, add_household, change_household
from teams.admin.base import ServiceAdmin
from vietnamese.phones import mask_phone


class PersonalAdmin(ScopedAdmin):
    """Rows that name people: who opens one is written down; former states only for those who read phones."""

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Opening a row's page is written down (domain/privacy, section 5)."""
        row = kwargs.get("obj")
        if row is not None and row.pk:
            record(request, AuditAction.VIEW, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Former states hold phones."""
        row = self._fetch_or_404(request, object_id)
        self._check_phone(request, row)
        record(request, AuditAction.VIEW, row)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """As above."""
        self._check_phone(request, self._fetch_or_404(request, object_id))
        return super().history_form_view(request, object_id, version_id, extra_context)

    def _check_phone(self, request: HttpRequest, row: Any) -> None:
        if not self.is_in_scope(request, row, "household.phone"):
            raise PermissionDenied(_("You may look at this household, but not at former phones."))

    @admin.display(description=gettext_lazy("phone"))
    def phone_shown(self, row: Any) -> str:
        """The phone, masked: in full it stands on the row's page only, where the household agreed."""
        return mask_phone(row.phone)


@admin.register(Household)
class HouseholdAdmin(PersonalAdmin, ServiceAdmin):
    """Households of the area: entered and corrected here, moved and merged on their pages."""

    view_capability = "household.view"
    edit_capability = "household.edit"
    list_display = ("head_name", "area", "self_managed_group", "phone_shown", "status", "consent_state")
    list_select_related = ("area",)
    list_filter = ("status", "consent_state")
    search_fields = ("search_key",)
    ordering = ("search_key", "id")
    fields_on_add = ("area", *TYPED)
    fields_on_change = TYPED
    shown = (
        "area",
        *TYPED,
        "phone_shown",
        "status",
        "consent_state",
        "source",
        "last_visit_on",
        "updated_at",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The phone is only shown."""
        return [*super().get_readonly_fields(request, obj), "phone_shown"]

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """Through the services of the register."""
        values = {name: form.cleaned_data[name] for name in TYPED}
        if change:
            return change_household(by=by, household=row, values=values)
        return add_household(by=by, area=form.cleaned_data["area"], values=values)


@admin.register(HouseholdBusiness)
class BusinessAdmin(PersonalAdmin, ServiceAdmin):
    """Household businesses of the area."""

    view_capability = "household.view"
    edit_capability = "household.edit"
    list_display = ("name", "area", "kind", "has_qr", "has_einvoice", "phone_shown", "status")
    list_select_related = ("area",)
    list_filter = ("kind", "status", "has_qr", "has_einvoice")
    search_fields = ("search_key",)
    ordering = ("search_key", "id")
    typed = (*(name for name in BUSINESS_TYPED if name != "phone"), "on_platforms")
    fields_on_add = typed
    fields_on_change = typed
    shown = (*typed, "phone_shown", "status", "updated_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The phone is only shown."""
        return [*super().get_readonly_fields(request, obj), "phone_shown"]

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """Through the service; the phone stays what it is."""
        values = {name: form.cleaned_data[name] for name in BUSINESS_TYPED if name != "phone"}
        platforms = list(form.cleaned_data["on_platforms"])
        return save_business(by=by, business=row, values=values | {"phone": row.phone}, platforms=platforms)


@admin.register(Consent)
class ConsentAdmin(PersonalAdmin, ReadOnlyAdmin):
    """Answers about personal data; recorded on the household's page."""

    view_capability = "household.view"
    list_display = ("household", "answer", "given_on", "method", "text_version", "withdrawn_on")
    list_select_related = ("household",)
    list_filter = ("answer", "method")
    search_fields = ("household__search_key",)
    ordering = ("-id",)


@admin.register(HouseholdMerge)
class MergeAdmin(PersonalAdmin, ReadOnlyAdmin):
    """Mergers of doubles; taken back on the page of the entry kept."""

    view_capability = "household.view"
    list_display = ("kept", "dropped", "merged_by", "created_at", "undone_at")
    list_select_related = ("kept", "dropped", "merged_by")
    search_fields = ("kept__search_key", "dropped__search_key")
    fields = ("kept", "dropped", "merged_by", "created_at", "undone_at")
    ordering = ("-id",)
