"""Administration of decisions and their scans. Issuing and revoking have pages of their own, which show first
what will happen; an issued decision is only read here (BR-23)."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.admin_base import RefusableForm
from teams.admin.base import ServiceAdmin, listed
from teams.decision_register import for_the_list, searched_decisions
from teams.decisions import save_decision
from teams.enums import DecisionStatus
from teams.models import Decision, DecisionScan
from teams.scans import attach_scan


class DecisionForm(RefusableForm):
    """A draft decision; remembers the state it was opened in."""

    seen_lock = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "seen_lock" in self.fields:
            self.initial["seen_lock"] = self.instance.lock
        if "issuer_name_text" in self.fields:
            self.fields["issuer_name_text"].required = False


@admin.register(Decision)
class DecisionAdmin(ServiceAdmin):
    """The register of decisions; drafts can be changed."""

    view_capability = "decision.view"
    edit_capability = "decision.edit"
    form = DecisionForm
    list_display = ("title", "issuer", "issued_on", "effective_on", "subject", "status", "scanned")
    list_filter = ("status", "year")
    search_fields = ("search_key",)
    typed = (
        "number",
        "symbol",
        "issuer",
        "issuer_name_text",
        "subject",
        "issued_on",
        "effective_on",
        "place_name",
        "signer_name",
        "signer_title",
        "signing_mode",
    )
    fields_on_add = typed
    fields_on_change = (*typed[:2], *typed[3:], "seen_lock")
    shown = (*typed, "teams", "status", "revoked_on", "revoke_reason", "revoked_by", "changes")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With what the list shows."""
        rows: QuerySet[Any] = for_the_list(super().get_queryset(request))
        return rows

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By number however typed, or by words of the subject."""
        return (searched_decisions(queryset, search_term) if search_term.strip() else queryset), False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The state it was opened in only where it can be changed."""
        fields = super().get_fields(request, obj)
        if obj is not None and not self.has_change_permission(request, obj):
            fields.remove("seen_lock")
        return fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts only (BR-23)."""
        if obj is not None and obj.pk and obj.status != DecisionStatus.DRAFT:
            return False
        return super().has_change_permission(request, obj)

    @admin.display(description=gettext_lazy("decision"), ordering="number")
    def title(self, decision: Decision) -> str:
        """Number and symbol as written."""
        return decision.title

    @admin.display(description=gettext_lazy("scan"), boolean=True)
    def scanned(self, decision: Any) -> bool:
        """Whether the signed paper is kept."""
        return bool(decision.has_scan)

    @admin.display(description=gettext_lazy("items of decisions"))
    def teams(self, decision: Decision) -> SafeString | str:
        """The teams of the decision."""
        return listed(decision.items.select_related("team").order_by("team__area__sort_key", "pk"))

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A draft, new or changed."""
        return save_decision(by=by, decision=row, lock=form.cleaned_data.get("seen_lock") if change else None)


class ScanForm(RefusableForm):
    """The signed paper of a decision."""

    upload = forms.FileField(
        label=gettext_lazy("File"), help_text=gettext_lazy("PDF or JPG, at most 10 MB."), max_length=200
    )

    def validate_unique(self) -> None:
        """A decision that has a scan gets the new one in its place."""


@admin.register(DecisionScan)
class DecisionScanAdmin(ServiceAdmin):
    """Scans; a new one takes the place of the old."""

    view_capability = "decision.view"
    edit_capability = "decision.edit"
    add_form = ScanForm
    list_display = ("decision", "original_name", "content_type", "size_bytes", "paper")
    list_select_related = ("decision",)
    search_fields = ("decision__search_key",)
    fields_on_add = ("decision", "upload")
    shown = ("decision", "original_name", "content_type", "size_bytes", "sha256", "paper")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A scan is replaced, not changed."""
        return False

    @admin.display(description=gettext_lazy("scan"))
    def paper(self, scan: DecisionScan) -> SafeString:
        """Link to the scan, served inside the scope only."""
        address = reverse("teams:decision_scan", args=[scan.decision_id])
        return format_html('<a href="{}" target="_blank" rel="noopener">{}</a>', address, _("View the scan"))

    def view_on_site(self, obj: Any) -> str | None:
        """The page of the decision."""
        return str(obj.decision.get_absolute_url())

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """Judged by its content."""
        return attach_scan(by=by, decision=form.cleaned_data["decision"], upload=form.cleaned_data["upload"])
