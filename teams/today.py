"""Bringing the facts of today up to date when a day begins: decisions that wait for their day take effect."""

from django.utils import timezone

from teams.enums import TeamStatus
from teams.models import Team, TeamArea, TeamPeriod
from teams.rebuild import rebuild_teams


def refresh_today() -> int:
    """Refresh the teams whose status or area of today is not the one kept on them; how many they were."""
    today = timezone.localdate()
    status = dict(TeamPeriod.objects.on_date(today).values_list("team_id", "status"))  # type: ignore[attr-defined] # our queryset
    areas = dict(TeamArea.objects.on_date(today).filter(is_primary=True).values_list("team_id", "area_id"))  # type: ignore[attr-defined] # our queryset
    stale = [
        team
        for team, kept_status, kept_area in Team.objects.order_by("pk").values_list("pk", "status", "area_id")
        if kept_status != status.get(team, TeamStatus.DRAFT) or kept_area != areas.get(team, kept_area)
    ]
    rebuild_teams(stale)
    return len(stale)
