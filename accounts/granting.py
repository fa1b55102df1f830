"""Who may give which role where, and look after whose account (features J3; reliability T-S5)."""

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.roles import MAY_GRANT, OWN_TEAM_ROLES, Role
from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import holds, subtree, type_range

SCOPE_LEVELS = (AreaLevel.PROVINCE, AreaLevel.DISTRICT, AreaLevel.COMMUNE)
"""Levels of areas at which roles are given."""


def grant_ranges(by: User, role: str) -> list[type_range]:
    """Ranges of area paths in which `by` may give the role; each right holds only in its own area."""
    return [
        subtree(scope.area.path)
        for scope in by.current_scopes
        if role in MAY_GRANT.get(Role(scope.role), frozenset())
    ]


def grantable_roles(by: User) -> list[Role]:
    """Roles that `by` may give anywhere, in the order of the table."""
    return [role for role in Role if grant_ranges(by, role)]


def may_grant(by: User, role: str, area: Area) -> bool:
    """Whether `by` may give the role in the area."""
    return holds(grant_ranges(by, role), area.path)


def fits_level(role: str, area: Area) -> bool:
    """Team roles stand at a commune, the others at a commune or above (data-dictionary, section 8)."""
    if role in OWN_TEAM_ROLES:
        return area.level == AreaLevel.COMMUNE
    return area.level in SCOPE_LEVELS


def may_manage(by: User, user: User) -> bool:
    """Whether `by` may change, suspend or reset an account.

    The account lies in the scope of `by`, and `by` could give every role that it holds or will hold;
    nobody looks after his or her own account here, and nobody reaches a higher one by its password.
    """
    seen = User.objects.visible_to(by, "user.edit")  # type: ignore[attr-defined]  # our queryset
    if by.pk == user.pk or not seen.filter(pk=user.pk).exists():
        return False
    today = timezone.localdate()
    live = user.scopes.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=today)).select_related("area")
    return all(may_grant(by, scope.role, scope.area) for scope in live)
