"""All that the rules ask about a batch of visits, read in a dozen look-ups, however many visits there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from accounts.models import User
from areas.models import Area
from households.enums import VisitStatus
from households.models import Household, HouseholdBusiness, Platform, Session, Topic, Visit, VisitTopic
from households.visit_data import VisitData
from teams.enums import WORKING_STATUSES
from teams.models import Membership, Team, TeamArea, TeamPeriod

Span = tuple[date, date | None]
Place = tuple[str, int, int, date]
"""Household or business, its id, the team, the day: where a second visit is a double (BR-35)."""


def holds_day(span: Span, day: date) -> bool:
    """Whether the half-open span holds the day."""
    return span[0] <= day and (span[1] is None or day < span[1])


@dataclass
class VisitGround:
    """The register around some visits, as the rules look at it."""

    today: date
    teams: dict[int, Team] = field(default_factory=dict)
    periods: dict[int, list[tuple[Span, bool]]] = field(default_factory=lambda: defaultdict(list))
    covered: dict[int, list[tuple[Span, str]]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[int, list[tuple[Span, int]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[int, str] = field(default_factory=dict)
    households: dict[int, Household] = field(default_factory=dict)
    businesses: dict[int, HouseholdBusiness] = field(default_factory=dict)
    areas: dict[int, Area] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    platforms: dict[int, Platform] = field(default_factory=dict)
    sessions: set[int] = field(default_factory=set)
    known: dict[UUID, Visit] = field(default_factory=dict)
    taken: set[Place] = field(default_factory=set)
    taught: set[tuple[int, int, int | None]] = field(default_factory=set)
    fitting: set[tuple[Any, Any]] = field(default_factory=set)
    """Fields and values found to fit them."""

    def first_day(self, team_id: int) -> date | None:
        """The day on which the team began to work."""
        return min((span[0] for span, is_working in self.periods[team_id] if is_working), default=None)

    def is_working(self, team_id: int, day: date) -> bool:
        """Whether the team worked on the day (NEEDS_RECONSTITUTION included)."""
        return any(is_working and holds_day(span, day) for span, is_working in self.periods[team_id])

    def members_on(self, team_id: int, day: date) -> set[int]:
        """Who sat in the team on the day."""
        return {person for span, person in self.seats[team_id] if holds_day(span, day)}

    def covers(self, team_id: int, area: Area, day: date) -> bool:
        """Whether the team looked after the hamlet on the day."""
        return any(
            holds_day(span, day) and area.path.startswith(path) for span, path in self.covered[team_id]
        )


def read_ground(by: User, visits: Sequence[VisitData], today: date) -> VisitGround:
    """Read what is needed; households and businesses are locked until the transaction ends."""
    ground = VisitGround(today)
    _read_places(ground, visits)
    _read_teams(ground, by, visits)
    ground.topics = Topic.objects.in_bulk({done.topic_id for one in visits for done in one.topics})
    asked = {done.platform_id for one in visits for done in one.topics if done.platform_id}
    ground.platforms = Platform.objects.in_bulk(asked) if asked else {}
    sessions = {one.session_id for one in visits if one.session_id}
    if sessions:
        seen = Session.objects.visible_to(by).filter(pk__in=sessions)  # type: ignore[attr-defined] # our queryset
        ground.sessions = set(seen.values_list("pk", flat=True))
    _read_visits(ground, visits)
    return ground


def _read_places(ground: VisitGround, visits: Sequence[VisitData]) -> None:
    ground.households, ground.businesses = lock_places(visits)
    wanted = {one.area_id for one in visits if one.area_id}
    wanted |= {home.area_id for home in ground.households.values()}
    wanted |= {business.area_id for business in ground.businesses.values()}
    ground.areas = Area.objects.in_bulk(wanted)
    owners = {row.household_id for row in ground.businesses.values() if row.household_id}
    if owners - ground.households.keys():
        ground.households |= Household.objects.in_bulk(owners - ground.households.keys())


def lock_places(
    visits: Iterable[VisitData | Visit],
) -> tuple[dict[int, Household], dict[int, HouseholdBusiness]]:
    """Households first and in the order of their keys: whoever writes about one of them waits here."""
    rows = list(visits)
    homes = _locked(Household, (one.household_id for one in rows))
    return homes, _locked(HouseholdBusiness, (one.business_id for one in rows))


def _locked(model: Any, ids: Iterable[int | None]) -> dict[int, Any]:
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    rows = model.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    return {row.pk: row for row in rows}


def _read_teams(ground: VisitGround, by: User, visits: Sequence[VisitData]) -> None:
    ids = {one.team_id for one in visits}
    teams = Team.objects.visible_to(by, "visit.edit").filter(pk__in=ids)  # type: ignore[attr-defined] # our queryset
    ground.teams = {team.pk: team for team in teams}
    mine = list(ground.teams)
    for team, start, end, status in TeamPeriod.objects.filter(team__in=mine).values_list(
        "team_id", "valid_from", "valid_to", "status"
    ):
        ground.periods[team].append(((start, end), status in WORKING_STATUSES))
    for team, start, end, path in TeamArea.objects.filter(team__in=mine).values_list(
        "team_id", "valid_from", "valid_to", "area__path"
    ):
        ground.covered[team].append(((start, end), path))
    named = {pk for one in visits for pk in one.member_ids}
    seats = Membership.objects.filter(team__in=mine, person__in=named).order_by()
    for team, start, end, person, name in seats.values_list(
        "team_id", "from_date", "to_date", "person_id", "person__full_name"
    ):
        ground.seats[team].append(((start, end), person))
        ground.names[person] = name


def _read_visits(ground: VisitGround, visits: Sequence[VisitData]) -> None:
    """Visits on record: the same ones handed in before, those of the same places and days, and what was taught."""
    ground.known = Visit.objects.in_bulk({one.client_uuid for one in visits}, field_name="client_uuid")
    days = {one.visited_on for one in visits}
    for kind in ("household", "business"):
        wanted = {getattr(one, f"{kind}_id") for one in visits} - {None}
        if not wanted:
            continue
        there = Visit.objects.counted().filter(**{f"{kind}__in": wanted}, visited_on__in=days)  # type: ignore[attr-defined] # our queryset
        ground.taken |= {
            (kind, *row) for row in there.values_list(f"{kind}_id", "team_id", "visited_on").order_by()
        }
    homes = {one.household_id for one in visits if one.household_id and one.topics}
    if homes:
        asked = {done.topic_id for one in visits for done in one.topics}
        parts = VisitTopic.objects.filter(visit__household__in=homes, topic__in=asked)
        taught = parts.exclude(visit__status=VisitStatus.VOID).order_by().distinct()
        ground.taught = set(taught.values_list("visit__household_id", "topic_id", "platform_id"))
