"""Who may write what of households and visits: officials in their area, members in the hamlets of their teams."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import in_ranges, subtree
from households.models import Session, Visit
from households.querysets import own_hamlets
from teams.models import Team, TeamArea


def may_in_hamlet(user: User, area: Area, capability: str) -> bool:
    """Whether the user may do it with households of this hamlet today."""
    if user.can(capability, area.path):
        return True
    return bool(user.own_team_ranges(capability)) and area.pk in own_hamlets(user, capability).values_list(
        "area_id", flat=True
    )


def check_in_hamlet(user: User, area: Area, capability: str) -> None:
    """The same; else PermissionDenied."""
    if not may_in_hamlet(user, area, capability):
        raise PermissionDenied(_("You may look at this, but not change it."))


def teams_to_write_for(user: User) -> list[Team]:
    """Working teams for which the user may record visits and sessions, by name."""
    rows = Team.objects.visible_to(user, "visit.edit").working()  # type: ignore[attr-defined] # our queryset
    return list(rows.select_related("area").order_by("search_key", "pk"))


def hamlets_to_write_in(user: User, capability: str = "household.edit") -> list[Area]:
    """Hamlets of the user's own teams today; officials choose theirs by name instead."""
    if not user.own_team_ranges(capability):
        return []
    return list(Area.objects.filter(pk__in=own_hamlets(user, capability)).order_by("sort_key", "pk"))


def check_may_write(user: User, row: Visit | Session) -> None:
    """Visits and sessions are changed by the team and by the officials of its area; else PermissionDenied."""
    mine = type(row).objects.visible_to(user, "visit.edit").filter(pk=row.pk)  # type: ignore[attr-defined] # our queryset
    if not mine.exists():
        raise PermissionDenied(_("You may look at this, but not change it."))


def covered_hamlets(team: Team) -> list[Area]:
    """Hamlets that the team looks after today, its main one first; a team of a commune looks after all of it."""
    links = TeamArea.objects.on_date(timezone.localdate()).filter(team=team)  # type: ignore[attr-defined] # our queryset
    paths = [subtree(path) for path in links.values_list("area__path", flat=True)]
    below = Area.objects.filter(in_ranges("path", paths), level=AreaLevel.HAMLET, valid_to=None)
    return sorted(below, key=lambda area: (area.pk != team.area_id, area.sort_key, area.pk))
