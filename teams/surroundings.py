"""What the rules of composition need to know around a line-up: hamlets, posts, other teams, rule sets.

Read for many teams at once, in a constant number of queries.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from areas.enums import AreaKind
from areas.models import Area, AreaVersion
from teams.composition_facts import HamletFacts, PersonFacts, Rules
from teams.enums import WORKING_STATUSES, MemberCategory, PositionType, TeamLevel, TeamRole, Tri
from teams.models import Membership, Person, PersonPosition, RuleException, TeamArea, TeamPeriod
from teams.querysets import in_force
from teams.rules import NO_RULE_SET, rules_for

MOST_KEYS = 5000
"""More keys than this are not put into a query: all rows of the day are read instead."""

POST_OR_BANK_POSTS = (
    PositionType.TELECOM_STAFF,
    PositionType.TELECOM_COLLAB,
    PositionType.BANK_STAFF,
    PositionType.BANK_COLLAB,
    PositionType.POST_STAFF,
)
PERSON_FIELDS = (
    "id",
    "full_name",
    "search_key",
    "birth_date",
    "birth_year",
    "phone",
    "residence_id",
    "is_deceased",
    "is_youth_member",
)
YOUTH = {Tri.YES: True, Tri.NO: False}


@dataclass(frozen=True, slots=True)
class Place:
    """An area on the day looked at."""

    name: str
    commune: int
    path: str
    is_large: bool
    large_reason: str


@dataclass
class Surroundings:
    """All that is known around some teams on one day."""

    on: date
    places: dict[int, Place] = field(default_factory=dict)
    rules: dict[str, Rules] = field(default_factory=dict)
    heads: dict[int, frozenset[int]] = field(default_factory=dict)
    head_names: dict[int, str] = field(default_factory=dict)
    leads: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    sits_as_head: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    teams_of_area: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    exceptions: dict[int, dict[str, str]] = field(default_factory=dict)
    registers_with_staff: set[int] = field(default_factory=set)

    def rules_at(self, area: int | None) -> Rules:
        """The rules that hold for a team whose primary area this is."""
        place = self.places.get(area) if area else None
        return self.rules.get(place.path, NO_RULE_SET) if place else NO_RULE_SET

    def hamlets(self, links: Iterable[tuple[int, bool]]) -> tuple[HamletFacts, ...]:
        """Areas with whether each is the primary one, as the rules read them."""
        return tuple(
            HamletFacts(
                area,
                place.name,
                place.commune,
                place.is_large,
                place.large_reason,
                is_primary,
                self.head_names.get(area, ""),
            )
            for area, is_primary in links
            if (place := self.places.get(area)) is not None
        )

    def person(self, values: tuple[Any, ...], team: int) -> PersonFacts:
        """A person (values of PERSON_FIELDS) as a member of one team."""
        pk, name, key, birth, year, phone, residence, deceased, youth = values
        leads, sits = self.leads.get(pk), self.sits_as_head.get(pk)
        return PersonFacts(
            pk,
            name,
            key,
            birth,
            year,
            phone,
            residence,
            deceased,
            self.heads.get(pk, frozenset()),
            _others(leads, team) if leads else (),
            _others(sits, team) if sits else (),
            YOUTH.get(youth),
        )

    def other_teams(self, area: int | None, team: int) -> tuple[str, ...]:
        """Names of other working hamlet teams there (BR-02)."""
        return _others(self.teams_of_area.get(area or 0, []), team)

    def knows_staff(self, area: int | None) -> bool:
        """Whether staff of post, telecom or a bank is known in the commune (BR-09)."""
        place = self.places.get(area) if area else None
        return place is not None and place.commune in self.registers_with_staff


def values_of(person: Person) -> tuple[Any, ...]:
    """A person's values as PERSON_FIELDS lists them."""
    return tuple(getattr(person, name) for name in PERSON_FIELDS)


def look_around(
    *,
    teams: Collection[int],
    people: Collection[int],
    areas: Collection[int],
    on: date,
    also_on: date | None = None,
) -> Surroundings:
    """Read everything around these teams on a day; exceptions also count when valid on `also_on`."""
    around = look_at_places(areas, on)
    _read_heads(around, people, areas)
    _read_other_seats(around, people)
    around.teams_of_area = _teams_of_areas(areas, on)
    around.exceptions = _exceptions(teams, {on, also_on or on})
    around.registers_with_staff = _registers_with_staff(on)
    return around


def look_at_places(areas: Collection[int], on: date) -> Surroundings:
    """Read only the areas and the rules that hold there."""
    around = Surroundings(on)
    around.places = _places(areas, on)
    around.rules = rules_for({place.path for place in around.places.values()}, on)
    return around


def narrowed(rows: Any, lookup: str, keys: Collection[int]) -> Any:
    """Only rows with these keys, unless they are too many to be told one by one."""
    return rows.filter(**{f"{lookup}__in": keys}) if len(keys) <= MOST_KEYS else rows


def _places(areas: Collection[int], on: date) -> dict[int, Place]:
    """The areas as they were on the day; one that did not exist then, as it is known now."""
    facts = {
        area.pk: area
        for area in Area.objects.filter(pk__in=areas).only(
            "level", "kind", "name", "parent_id", "path", "large_population", "large_reason"
        )
    }
    versions = AreaVersion.objects.filter(in_force(on), area__in=areas)
    then = {row[0]: row[1:] for row in versions.values_list("area_id", "kind", "name", "parent_id", "path")}
    places = {}
    for pk, area in facts.items():
        kind, name, parent, path = then.get(pk, (area.kind, area.name, area.parent_id, area.path))
        commune = parent if area.level == "HAMLET" else pk
        places[pk] = Place(
            f"{AreaKind(kind).label} {name}", commune or 0, path, area.large_population, area.large_reason
        )
    return places


def _read_heads(around: Surroundings, people: Collection[int], areas: Collection[int]) -> None:
    """Which hamlets these people are heads of, and who the heads of these hamlets are (BR-06); one query."""
    heads: dict[int, set[int]] = defaultdict(set)
    posts = PersonPosition.objects.on_date(around.on).filter(position_type=PositionType.HAMLET_HEAD)  # type: ignore[attr-defined] # our queryset
    if max(len(people), len(areas)) <= MOST_KEYS:
        posts = posts.filter(person__in=people) | posts.filter(area__in=areas)
    rows = posts.order_by("pk").values_list("person_id", "area_id", "person__full_name")
    for person, area, name in rows:
        heads[person].add(area)
        around.head_names[area] = name
    around.heads = {person: frozenset(held) for person, held in heads.items()}


def _read_other_seats(around: Surroundings, people: Collection[int]) -> None:
    """Teams that the people lead, and teams in which they sit as hamlet heads (BR-08)."""
    leads, sits = defaultdict(list), defaultdict(list)
    seats = narrowed(Membership.objects.on_date(around.on), "person", people)  # type: ignore[attr-defined] # our queryset
    rows = seats.filter(role=TeamRole.LEADER) | seats.filter(category=MemberCategory.HAMLET_HEAD)
    fields = ("person_id", "team_id", "team__name", "role", "category")
    for person, team, name, role, category in rows.values_list(*fields):
        if role == TeamRole.LEADER:
            leads[person].append((team, name))
        if category == MemberCategory.HAMLET_HEAD:
            sits[person].append((team, name))
    # Who leads one team only needs no list of other teams.
    around.leads, around.sits_as_head = dict(leads), dict(sits)


def _teams_of_areas(areas: Collection[int], on: date) -> dict[int, list[tuple[int, str]]]:
    working = TeamPeriod.objects.on_date(on).filter(status__in=WORKING_STATUSES)  # type: ignore[attr-defined] # our queryset
    links = narrowed(TeamArea.objects.on_date(on), "area", areas)  # type: ignore[attr-defined] # our queryset
    links = links.filter(team__level=TeamLevel.HAMLET, team__in=working.values("team_id"))
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for area, team, name in links.order_by("team_id").values_list("area_id", "team_id", "team__name"):
        found[area].append((team, name))
    return found


def _exceptions(teams: Collection[int], days: set[date]) -> dict[int, dict[str, str]]:
    """Reason by rule by team; of several the latest speaks."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for day in sorted(days):
        rows = narrowed(RuleException.objects.filter(in_force(day)), "team", teams).order_by("pk")
        for team, rule, reason in rows.values_list("team_id", "rule", "reason"):
            found[team][rule] = reason
    return found


def _registers_with_staff(on: date) -> set[int]:
    posts = PersonPosition.objects.on_date(on).filter(position_type__in=POST_OR_BANK_POSTS)  # type: ignore[attr-defined] # our queryset
    return set(posts.values_list("person__area_id", flat=True).order_by().distinct())


def _others(teams: Iterable[tuple[int, str]], own: int) -> tuple[str, ...]:
    return tuple(name for team, name in teams if team != own)
