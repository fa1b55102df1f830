"""Reading jobs and lists handed in, inside a user's scope."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from areas.paths import in_ranges
from areas.querysets import ScopedQuerySet
from imports.enums import JobStatus

if TYPE_CHECKING:
    from accounts.models import User

SILENT_AFTER = timedelta(seconds=60)
"""A worker gives a sign every two seconds; after this long without one it is taken for dead."""


class JobQuerySet(ScopedQuerySet):
    """Background work: one's own, and that of the areas in which one sees the work of others."""

    view_capability = "job.view"

    def scope_condition(self, user: "User", capability: str) -> Q:  # type: ignore[override] # this room knows the user model
        """The own jobs, and those of the areas in scope."""
        return Q(asked_by=user.pk) | in_ranges("area__path", user.area_ranges(capability))

    def silent(self, now: datetime) -> Self:
        """Jobs at work whose worker gives no sign any more."""
        return self.filter(status=JobStatus.RUNNING, heartbeat__lt=now - SILENT_AFTER)


class BatchQuerySet(ScopedQuerySet):
    """Lists that were handed in for a commune."""

    view_capability = "import.view"


class BatchPartQuerySet(ScopedQuerySet):
    """Parts of lists: seen where the list is seen."""

    scope_path = "batch__area__path"
    view_capability = "import.view"
