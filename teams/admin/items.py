"""Administration of proposals: what a decision is to do to a team, with its line-up and areas.

Once decided on they are only read (BR-23).
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.admin_base import RefusableForm
from teams.admin.base import ServiceAdmin, listed
from teams.decisions import save_decision
from teams.enums import ItemStatus
from teams.findings import stored_line_up
from teams.line_ups import EntryData
from teams.models import DecisionItem, ItemArea, LineUpEntry
from teams.proposals import discard, propose
from teams.roster import add_entry, remove_entry, save_line_up, set_areas


def is_open(row: Any) -> bool:
    """Whether the item of this row is still a proposal."""
    item = row if isinstance(row, DecisionItem) else row.item
    return bool(item.status == ItemStatus.PROPOSED)


class ProposalAdmin(ServiceAdmin):
    """Rows of proposals: changed and taken away while nothing is decided."""

    edit_capability = "team.manage"
    can_delete = True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Open proposals only."""
        if obj is not None and obj.pk and not is_open(obj):
            return False
        return super().has_change_permission(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Each through the service."""
        for row in queryset.order_by("pk"):
            self.delete_model(request, row)


class PartAdmin(ProposalAdmin):
    """Rows below an item: entries and areas."""

    view_capability = "decision.view"
    list_select_related: tuple[str, ...] = ("item__team", "item__decision")

    def scoped(self, request: HttpRequest, capability: str) -> QuerySet[Any]:
        """Rows of items in scope."""
        items: Any = DecisionItem.objects.all()
        rows = self.model._default_manager.all()
        return rows.filter(item__in=items.visible_to(request.user, capability))

    @admin.display(description=gettext_lazy("status"), ordering="item__status")
    def item_status(self, row: Any) -> str:
        """Whether the item is a proposal."""
        return str(row.item.get_status_display())


@admin.register(DecisionItem)
class DecisionItemAdmin(ProposalAdmin):
    """Items of decisions; a proposal is put into a draft decision, or discarded."""

    view_capability = "decision.view"
    list_display = ("team", "action", "status", "decision", "confirmed_on", "prepared_by")
    list_select_related = ("team", "decision", "prepared_by")
    list_filter = ("action", "status")
    search_fields = ("team__search_key", "decision__search_key")
    fields_on_add = ("team", "action")
    fields_on_change = ("decision",)
    shown = (
        *fields_on_add,
        "status",
        "decision",
        "confirmed_on",
        "base",
        "prepared_by",
        "note",
        "line_up",
        "areas",
    )

    def view_on_site(self, obj: Any) -> str | None:
        """The page of the team."""
        return str(obj.team.get_absolute_url())

    @admin.display(description=gettext_lazy("line-up"))
    def line_up(self, item: DecisionItem) -> SafeString | str:
        """The people, by seat."""
        return listed(item.entries.select_related("person").order_by("seat"))

    @admin.display(description=gettext_lazy("areas"))
    def areas(self, item: DecisionItem) -> SafeString | str:
        """The areas, the primary one first."""
        return listed(item.item_areas.select_related("area").order_by("-is_primary", "pk"))

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """A new proposal, or its way into another draft decision."""
        if not change:
            return propose(by=by, team=form.cleaned_data["team"], action=form.cleaned_data["action"])
        stored = DecisionItem.objects.select_related("decision").get(pk=row.pk)
        if stored.decision_id != row.decision_id:
            if stored.decision is not None:
                rest = list(stored.decision.items.exclude(pk=row.pk))
                save_decision(by=by, decision=stored.decision, items=rest)
            if row.decision is not None:
                save_decision(by=by, decision=row.decision, items=[*row.decision.items.all(), stored])
        row.refresh_from_db()
        return row

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The line-up in force is not touched."""
        discard(by=request.user, item=obj)  # type: ignore[arg-type] # our user


class EntryForm(RefusableForm):
    """A person for a line-up; the seat follows by itself (rule 5)."""

    is_supplementary = forms.BooleanField(
        label=gettext_lazy("extra Youth Union member, on a seat above ten"), required=False
    )


@admin.register(LineUpEntry)
class LineUpEntryAdmin(PartAdmin):
    """People in line-ups: added, given another duty, taken off while the item is a proposal."""

    list_display = ("person", "item", "seat", "role", "category", "item_status")
    list_select_related = ("person", "item__team", "item__decision")
    list_filter = ("role", "category", "item__status")
    search_fields = ("person__search_key", "item__team__search_key")
    add_form = EntryForm
    fields_on_add = ("item", "person", "role", "category", "organisation", "title_text", "is_supplementary")
    fields_on_change = ("role", "category", "organisation", "title_text")
    shown = ("item", "person", "seat", *fields_on_change)

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """One more on the list, or another duty on it."""
        if not change:
            typed = {name: form.cleaned_data[name] for name in self.fields_on_add if name != "item"}
            return add_entry(by=by, item=form.cleaned_data["item"], entry=EntryData(**typed))
        others = stored_line_up(row.item)
        changed = EntryData(
            row.person, row.role, row.category, row.organisation, row.title_text, row.order_no, row.seat > 10
        )
        entries = [changed if entry.person.pk == row.person_id else entry for entry in others]
        save_line_up(by=by, item=row.item, entries=entries)
        row.refresh_from_db()
        return row

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The seat is free again."""
        remove_entry(by=request.user, item=obj.item, person=obj.person)  # type: ignore[arg-type] # our user


class ItemAreaForm(RefusableForm):
    """A further area; perhaps the new primary one."""

    make_primary = forms.BooleanField(label=gettext_lazy("make it the primary hamlet"), required=False)


@admin.register(ItemArea)
class ItemAreaAdmin(PartAdmin):
    """Areas that an item gives its team: added and taken away while it is a proposal."""

    list_display = ("item", "area", "is_primary", "item_status")
    list_select_related = ("area", "item__team", "item__decision")
    search_fields = ("area__search_key", "item__team__search_key")
    form = ItemAreaForm
    fields_on_add = ("item", "area", "make_primary")
    fields_on_change = ("make_primary",)
    shown = ("item", "area", "is_primary")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The tick only where it can be used."""
        fields = super().get_fields(request, obj)
        if obj is not None and not self.has_change_permission(request, obj):
            fields.remove("make_primary")
        return fields

    def write(self, by: Any, row: Any, form: Any, change: bool) -> Any:
        """The whole set of areas goes through the service."""
        item, area = (
            (row.item, row.area) if change else (form.cleaned_data["item"], form.cleaned_data["area"])
        )
        links = list(item.item_areas.select_related("area"))
        areas = [link.area for link in links if link.area_id != area.pk] + [area]
        primary = next((link.area for link in links if link.is_primary), area)
        if form.cleaned_data.get("make_primary"):
            primary = area
        set_areas(by=by, item=item, areas=areas, primary=primary)
        return ItemArea.objects.get(item=item, area=area)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Every area but the primary one can be taken away."""
        if obj.is_primary:
            raise ValidationError(
                _("This is the primary hamlet. Make another one the primary first (BR-01).")
            )
        links = list(obj.item.item_areas.select_related("area"))
        primary = next(link.area for link in links if link.is_primary)
        areas = [link.area for link in links if link.pk != obj.pk]
        set_areas(by=request.user, item=obj.item, areas=areas, primary=primary)  # type: ignore[arg-type] # our user
