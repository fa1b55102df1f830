"""Reading areas, and the one rule of who sees what: `visible_to`.

This room knows no model of accounts: it asks the user for the ranges of paths that a capability
reaches. No scope means nothing, never everything.
"""

from datetime import date
from typing import Any, Protocol, Self

from django.db import models
from django.db.models import Q

from areas.enums import AreaLevel
from areas.paths import in_ranges, subtree, type_range


class ScopedUser(Protocol):
    """What this room asks of a user."""

    def area_ranges(self, capability: str) -> list[type_range]:
        """Ranges of area paths in which the user may do `capability` today."""
        ...


class ScopedQuerySet(models.QuerySet[Any]):
    """Rows that belong to an area; `scope_path` is the look-up that leads to the area's path."""

    scope_path = "area__path"
    view_capability = "team.view"

    def visible_to(self, user: ScopedUser, capability: str | None = None) -> Self:
        """Rows inside the user's scope for `capability` (default: for seeing them); BR-49."""
        return self.filter(self.scope_condition(user, capability or self.view_capability))

    def scope_condition(self, user: ScopedUser, capability: str) -> Q:
        """Condition of `visible_to`; rooms to the right add their own ways of seeing a row."""
        return in_ranges(self.scope_path, user.area_ranges(capability))

    def inside(self, area: Any) -> Self:
        """Rows of the area and of all below it."""
        return self.filter(in_ranges(self.scope_path, [subtree(area.path)]))


class AreaQuerySet(ScopedQuerySet):
    """Units of the tree with their facts of today."""

    scope_path = "path"
    view_capability = "area.view"

    def valid_on(self, on: date) -> Self:
        """Units that exist on the day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def hamlets(self) -> Self:
        """Hamlets, quarters and the like."""
        return self.filter(level=AreaLevel.HAMLET)

    def communes(self) -> Self:
        """Units of commune level."""
        return self.filter(level=AreaLevel.COMMUNE)


class AreaFactQuerySet(ScopedQuerySet):
    """Versions and counts: they are seen where their unit lies today."""

    view_capability = "area.view"

    def valid_on(self, on: date) -> Self:
        """Versions in force on the day (not for counts, which have no period)."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)


class AreaSuccessionQuerySet(ScopedQuerySet):
    """Links between former and new units, seen from either side."""

    view_capability = "area.view"

    def scope_condition(self, user: ScopedUser, capability: str) -> Q:
        """Either unit lies in the user's scope."""
        ranges = user.area_ranges(capability)
        return in_ranges("from_area__path", ranges) | in_ranges("to_area__path", ranges)
