"""The stored figures, for looking: the worker works them out from visits, households and businesses."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from areas.admin_base import ReadOnlyAdmin
from areas.paths import in_ranges
from households.models import (
    BusinessFigure,
    DirtyFigure,
    OutreachFigure,
    ReachFigure,
    StandingFigure,
    TopicFigure,
)


class FigureAdmin(ReadOnlyAdmin):
    """Figures of hamlets inside the user's area."""

    view_capability = "outreach.view"
    list_select_related = ("area",)
    ordering = ("-id",)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Derived rows: what they follow from has its history."""
        self._fetch_or_404(request, object_id)
        raise Http404(_("These rows keep no history."))


@admin.register(OutreachFigure)
class OutreachFigureAdmin(FigureAdmin):
    """Calls and households reached."""

    list_display = (
        "area",
        "grain",
        "starts_on",
        "calls",
        "households_reached",
        "living_total",
        "computed_at",
    )
    list_filter = ("grain",)


@admin.register(TopicFigure)
class TopicFigureAdmin(FigureAdmin):
    """Occurrences of topics."""

    list_display = ("area", "month", "topic", "platform", "introduced", "installed", "self_use")
    list_select_related = ("area", "topic", "platform")


@admin.register(StandingFigure)
class StandingFigureAdmin(FigureAdmin):
    """Changes of standings."""

    list_display = ("area", "month", "topic", "platform", "result", "change")
    list_select_related = ("area", "topic", "platform")
    list_filter = ("result",)


@admin.register(BusinessFigure)
class BusinessFigureAdmin(FigureAdmin):
    """Changes of the register of businesses."""

    list_display = ("area", "month", "businesses", "with_qr", "with_einvoice", "on_platform")


@admin.register(ReachFigure)
class ReachFigureAdmin(FigureAdmin):
    """Households reached for the first time."""

    list_display = ("area", "month", "households")


@admin.register(DirtyFigure)
class DirtyFigureAdmin(FigureAdmin):
    """Marks that the worker has not worked off yet."""

    list_display = ("area", "month", "marked_at")

    def scoped(self, request: HttpRequest, capability: str) -> models.QuerySet[Any]:
        """Marks of hamlets inside the user's area."""
        ranges = request.user.area_ranges(capability)  # type: ignore[union-attr] # logged in
        return DirtyFigure.objects.filter(in_ranges("area__path", ranges))
