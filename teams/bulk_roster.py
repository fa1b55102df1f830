"""Setting up many draft teams with their lists at once, as a commune's whole list is brought in.

The same checks as for one team (`teams/roster.py`), the same history, few statements.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from accounts.models import User
from areas.models import Area
from common.services import check_may, service
from teams.composition import findings
from teams.enums import DecisionAction
from teams.findings import planned_facts
from teams.line_ups import WRITTEN, EntryData, seats_for
from teams.models import DecisionItem, EnterpriseProfile, ItemArea, LineUpEntry, Team, TeamCounter
from teams.roster import MAY_EDIT, check_areas, check_enterprise, commune_of, default_name, refuse

CHUNK = 200


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A team that is to be set up: its areas, and the people on its list (saved already)."""

    level: str
    areas: Sequence[Area]
    primary: Area
    entries: Sequence[EntryData] = ()
    name: str = ""
    enterprise: EnterpriseProfile | None = None


@service
def set_up_teams(*, by: User, plans: Sequence[TeamPlan]) -> list[Team]:
    """Draft teams with open items ESTABLISH, areas and lists: all or none.

    Refused as for one team: areas (BR-01), enterprise (BR-13), what no draft may break (BR-03, 04, 08, a second
    leader); codes are given in the order of the plans.
    """
    _check(by, plans)
    teams = _save_teams(by, plans)
    items = [
        DecisionItem(team=team, action=DecisionAction.ESTABLISH, prepared_by=by, lock=1) for team in teams
    ]
    bulk_create_with_history(items, DecisionItem, batch_size=CHUNK, default_user=by)
    areas = [
        ItemArea(item=item, area=area, is_primary=area.pk == plan.primary.pk)
        for item, plan in zip(items, plans, strict=True)
        for area in plan.areas
    ]
    bulk_create_with_history(areas, ItemArea, batch_size=CHUNK, default_user=by)
    entries = [row for item, plan in zip(items, plans, strict=True) for row in _entries(item, plan)]
    if entries:
        bulk_create_with_history(entries, LineUpEntry, batch_size=CHUNK, default_user=by)
    return teams


def as_team(plan: TeamPlan) -> Team:
    """The team of a plan, not saved and without a code."""
    return Team(
        name=plan.name.strip() or default_name(plan.primary, plan.enterprise),
        level=plan.level,
        area=plan.primary,
        enterprise=plan.enterprise,
    )


def _check(by: User, plans: Sequence[TeamPlan]) -> None:
    for path in {area.path for plan in plans for area in plan.areas}:
        check_may(by, path, *MAY_EDIT)
    for plan in plans:
        check_areas(plan.level, plan.areas, plan.primary)
        check_enterprise(plan.level, plan.enterprise, plan.primary)
    looked_at = [
        (as_team(plan), plan.entries, [(area.pk, area.pk == plan.primary.pk) for area in plan.areas])
        for plan in plans
    ]
    for team, rules in planned_facts(looked_at, timezone.localdate()):
        refuse(findings(team, rules))


def _save_teams(by: User, plans: Sequence[TeamPlan]) -> list[Team]:
    """The teams with codes of their communes; the name is checked as it would be typed."""
    by_commune: dict[str, list[Team]] = defaultdict(list)
    teams, communes = [], {}
    for plan in plans:
        team = as_team(plan)
        key = plan.primary.parent_id or plan.primary.pk
        if key not in communes:
            communes[key] = commune_of(plan.primary).code
        by_commune[communes[key]].append(team)
        teams.append(team)
    for code, own in by_commune.items():
        for team, given in zip(own, _next_codes(code, len(own)), strict=True):
            team.code = given
            team.set_keys()
            team.clean_fields(exclude=["area", "enterprise"])
    if teams:
        bulk_create_with_history(teams, Team, batch_size=CHUNK, default_user=by)
    return teams


def _next_codes(commune: str, number: int) -> list[str]:
    """The next team codes of a commune, never given again."""
    TeamCounter.objects.get_or_create(commune_code=commune)
    TeamCounter.objects.filter(commune_code=commune).update(last=F("last") + number)
    last = TeamCounter.objects.get(commune_code=commune).last
    return [f"T-{commune}-{one:03d}" for one in range(last - number + 1, last + 1)]


def _entries(item: DecisionItem, plan: TeamPlan) -> list[LineUpEntry]:
    seats = seats_for(plan.entries, {})
    return [
        LineUpEntry(
            item=item,
            person=entry.person,
            seat=seats[entry.person.pk],
            **{name: getattr(entry, name) for name in WRITTEN if name != "order_no"},
            order_no=entry.order_no or number,
        )
        for number, entry in enumerate(plan.entries, start=1)
    ]
