"""Admin screens of the tree: hamlets are kept through the same services as on the pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from areas.admin_base import ReadOnlyAdmin, RefusableForm, ScopedAdmin
from areas.counts import record_counts
from areas.enums import KINDS_OF_LEVEL, AreaKind, AreaLevel
from areas.hamlets import add_hamlet, check_reach, correct_spelling
from areas.models import Area, AreaStat, AreaSuccession, AreaVersion, HamletCounter
from areas.tree import sign


class AreaForm(RefusableForm):
    """A new hamlet, or the correction of a unit's name; the reason stands in its history."""

    reason = forms.CharField(label=_("Reason of the correction"), max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        level = self.instance.level if self.instance.pk else AreaLevel.HAMLET
        if "kind" in self.fields:
            kinds = [(str(kind), AreaKind(kind).label) for kind in KINDS_OF_LEVEL[level]]
            self.fields["kind"] = forms.ChoiceField(label=_("Kind"), choices=kinds)
        if "parent" in self.fields:
            self.fields["parent"].required = True
            self.fields["parent"].queryset = self.fields["parent"].queryset.filter(  # type: ignore[attr-defined] # a model choice
                level=AreaLevel.COMMUNE, valid_to__isnull=True
            )


class VersionsInline(admin.TabularInline):
    """Former names and places of a unit, for reading."""

    model = AreaVersion
    fk_name = "area"
    fields = ("kind", "name", "code", "parent", "valid_from", "valid_to", "document_ref")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With the units above, in one query."""
        return super().get_queryset(request).select_related("parent", "area")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who sees the unit sees its versions."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Versions come from the services."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Versions come from the services."""
        return False


@admin.register(Area)
class AreaAdmin(ScopedAdmin):
    """Units: hamlets can be added; names of all can be corrected inside the user's area."""

    form = AreaForm
    view_capability, edit_capability = "area.view", "area.edit"
    list_display = ("__str__", "code", "level", "parent", "valid_from", "valid_to", "large_population")
    list_filter = ("level", "kind", "large_population")
    list_select_related = ("parent",)
    search_fields = ("search_key", "code")
    inlines = (VersionsInline,)
    facts = ("department_name", "is_island_or_border", "lat", "lon", "area_km2", "note")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Adding asks for what a hamlet needs; changing shows all facts."""
        if obj is None:
            return "parent", "kind", "name", "same_name_accepted", "valid_from"
        large = (
            ("large_population", "large_reason", "same_name_accepted")
            if obj.level == AreaLevel.HAMLET
            else ()
        )
        head = ("code", "parent", "level", "kind", "name", "reason", *large, *self.facts)
        return (*head, "valid_from", "valid_to")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Place, code and dates change through reforms only."""
        return () if obj is None else ("code", "parent", "level", "valid_from", "valid_to")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """`reason` belongs to the form, not to the model."""
        if not self.has_change_permission(request, obj) and obj is not None:
            kwargs["fields"] = [name for name in self.get_fields(request, obj) if name != "reason"]
        return super().get_form(request, obj, change=change, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Communes and above need more than hamlets; closed units stay as they were (BR-29)."""
        if obj is not None and obj.valid_to is not None:
            return False
        if obj is not None and obj.level != AreaLevel.HAMLET:
            return self.is_in_scope(request, obj, "area.manage")
        return super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new hamlet or a correction, by the services."""
        typed = form.cleaned_data
        if not change:
            names = "kind", "name", "same_name_accepted", "valid_from"
            made = add_hamlet(
                by=request.user, commune=typed["parent"], **{name: typed[name] for name in names}
            )
            obj.__dict__.update(made.__dict__)
            return
        check_reach(request.user, obj)
        facts = {name: typed[name] for name in form.changed_data if name in (*self.facts, *LARGE)}
        named = {name: typed[name] for name in ("kind", "name", "same_name_accepted") if name in typed}
        if {"kind", "name", "same_name_accepted"} & set(form.changed_data):
            obj = correct_spelling(by=request.user, area=obj, reason=typed.get("reason", ""), **named)
        if facts:
            stored = Area.objects.get(pk=obj.pk)
            for name, value in facts.items():
                setattr(stored, name, value)
            sign(stored, request.user, typed.get("reason", ""))
            stored.full_clean(exclude=["parent"])
            stored.save()


LARGE = ("large_population", "large_reason")


@admin.register(AreaVersion)
class AreaVersionAdmin(ReadOnlyAdmin):
    """Dated facts of units: written by the services."""

    view_capability = "area.view"
    list_display = ("__str__", "code", "level", "parent", "valid_from", "valid_to")
    list_filter = ("level",)
    list_select_related = ("parent", "area")
    search_fields = ("search_key", "code")


@admin.register(AreaSuccession)
class AreaSuccessionAdmin(ReadOnlyAdmin):
    """Mergers and splits: written by reforms."""

    view_capability = "area.view"
    list_display = ("from_area", "to_area", "kind", "effective_date", "extent", "is_main")
    list_select_related = ("from_area", "to_area")
    search_fields = ("from_area__search_key", "to_area__search_key")


@admin.register(AreaStat)
class AreaStatAdmin(ScopedAdmin):
    """Counts of hamlets."""

    view_capability, edit_capability = "area.view", "area.edit"
    list_display = ("area", "as_of", "households", "population", "is_estimate")
    list_select_related = ("area",)
    search_fields = ("area__search_key", "area__code")
    date_hierarchy = None

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Hamlet and day name the figures; other days are other figures."""
        return ("area", "as_of") if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The service checks the figures."""
        names = [*COUNTED, "source", "is_estimate"]
        figures = {name: getattr(obj, name) for name in names}
        made = record_counts(by=request.user, area=obj.area, as_of=obj.as_of, **figures)
        obj.__dict__.update(made.__dict__)


COUNTED = ("households", "population", "households_with_smartphone", "fibre_households")


@admin.register(HamletCounter)
class HamletCounterAdmin(ReadOnlyAdmin):
    """Numbers given to hamlets; never used again."""

    view_capability = "area.manage"
    list_display = ("commune_code", "last")
    search_fields = ("commune_code",)

    def scoped(self, request: HttpRequest, capability: str) -> models.QuerySet[Any]:
        """Counters of the communes in the user's area."""
        communes = Area.objects.communes().visible_to(request.user, capability)  # type: ignore[attr-defined] # our queryset
        return HamletCounter.objects.filter(commune_code__in=communes.values("code"))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """A counter only counts up: it keeps no former states."""
        raise Http404

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """As above."""
        raise Http404
