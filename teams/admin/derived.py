"""Rows that are worked out from the recorded facts, for looking at (rebuild_team, data dictionary section 3)."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from areas.enums import AreaLevel
from areas.models import Area
from teams.admin.base import DerivedAdmin
from teams.models import Membership, TeamArea, TeamCounter, TeamPeriod


@admin.register(Membership)
class MembershipAdmin(DerivedAdmin):
    """Who sat in which team, on which seat, from when to when."""

    list_display = ("person", "team", "seat", "role", "category", "from_date", "to_date", "end_reason")
    list_select_related = ("person", "team")
    list_filter = ("role", "category", "end_reason")
    search_fields = ("person__search_key", "team__search_key")


@admin.register(TeamArea)
class TeamAreaAdmin(DerivedAdmin):
    """Which areas a team covered."""

    list_display = ("team", "area", "is_primary", "valid_from", "valid_to")
    list_select_related = ("team", "area")
    list_filter = ("is_primary",)
    search_fields = ("team__search_key", "area__search_key")


@admin.register(TeamPeriod)
class TeamPeriodAdmin(DerivedAdmin):
    """The status of a team over time."""

    list_display = ("team", "status", "valid_from", "valid_to", "reason")
    list_select_related = ("team",)
    list_filter = ("status",)
    search_fields = ("team__search_key",)


@admin.register(TeamCounter)
class TeamCounterAdmin(DerivedAdmin):
    """The last team number given under each commune code."""

    list_display = ("commune_code", "last")
    search_fields = ("commune_code",)

    def scoped(self, request: HttpRequest, capability: str) -> QuerySet[Any]:
        """Counters of the communes in the user's area."""
        communes: Any = Area.objects.filter(level=AreaLevel.COMMUNE)
        codes = communes.visible_to(request.user, "area.view").values("code")
        return TeamCounter.objects.filter(commune_code__in=codes)
