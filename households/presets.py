"""What the form of a visit begins with: the team of the hamlet, and the members who usually go (F9)."""

from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone

from areas.models import Area
from households.enums import VisitStatus
from households.models import Visit, VisitTopic
from households.reach import teams_to_write_for
from teams.models import Membership, Team, TeamArea

RECENT = timedelta(days=90)


def team_for(user: Any, hamlet: Area | None) -> Team | None:
    """The team that looks after the hamlet today; without a hamlet the only one there is to write for."""
    teams = teams_to_write_for(user)
    if hamlet is None:
        return teams[0] if len(teams) == 1 else None
    links = TeamArea.objects.on_date(timezone.localdate()).filter(team__in=teams)  # type: ignore[attr-defined] # our queryset
    near = {team for team, path in links.values_list("team_id", "area__path") if hamlet.path.startswith(path)}
    found = [team for team in teams if team.pk in near]
    return found[0] if found else None


def last_members(user: Any, team: Team) -> list[int]:
    """The user, where he or she sits in the team; else those who went on the team's newest visit."""
    sits = Membership.objects.on_date(timezone.localdate()).filter(team=team)  # type: ignore[attr-defined] # our queryset
    own = list(sits.filter(person__user=user).values_list("person", flat=True))
    if own:
        return own
    newest = Visit.objects.counted().filter(team=team).order_by("-visited_on", "-pk").first()  # type: ignore[attr-defined] # our queryset
    return list(newest.visit_members.values_list("person", flat=True)) if newest else []


def most_taught(team: Team) -> list[tuple[int, int | None]]:
    """Topics and platforms by how often the team taught them in the last 90 days."""
    since = timezone.localdate() - RECENT
    rows = VisitTopic.objects.filter(visit__team=team, visit__visited_on__gt=since)
    rows = rows.exclude(visit__status=VisitStatus.VOID).order_by()
    counted = rows.values("topic", "platform").annotate(times=Count("pk"))
    ordered = counted.order_by("-times", "topic__order", "topic", "platform")
    return list(ordered.values_list("topic", "platform")[:50])
