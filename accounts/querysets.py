"""Reading users and scopes."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from areas.paths import in_ranges
from areas.querysets import ScopedQuerySet, ScopedUser
from vietnamese.text import fold


class UserScopeQuerySet(ScopedQuerySet):
    """Grants of roles."""

    view_capability = "user.view"

    def in_force_on(self, on: date) -> Self:
        """Grants that hold on the day and whose area still exists (BR-50)."""
        open_grant = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
        open_area = Q(area__valid_to__isnull=True) | Q(area__valid_to__gt=on)
        return self.filter(open_grant, open_area, valid_from__lte=on)


class UserQuerySet(models.QuerySet[Any]):
    """Accounts."""

    def visible_to(self, user: ScopedUser, capability: str = "user.view") -> Self:
        """Accounts that hold or held a role inside the user's scope."""
        scopes = self.model._meta.get_field("scopes").related_model._default_manager
        inside = scopes.filter(in_ranges("area__path", user.area_ranges(capability)), user=OuterRef("pk"))
        return self.filter(Exists(inside))

    def matching(self, text: str) -> Self:
        """Accounts whose names hold every word of the text, accents aside."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_key__contains=word)
        return found

    def with_role(self, role: str, user: ScopedUser, on: date) -> Self:
        """Accounts that hold the role on the day inside what `user` may see."""
        scopes = self.model._meta.get_field("scopes").related_model._default_manager
        held = scopes.visible_to(user).in_force_on(on).filter(role=role, user=OuterRef("pk"))
        return self.filter(Exists(held))
