"""What a decision changes on which days, in words: before it is issued, since it is, and when it is revoked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from areas.models import Area
from teams.enums import TeamStatus
from teams.models import DecisionItem, Person
from teams.recorded import facts_of
from teams.timeline import work_out
from teams.timeline_changes import DayChange, changes_between
from teams.timeline_facts import TeamFacts, Timeline


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One day of change with the names of people and areas."""

    on: date
    joined: list[str]
    left: list[str]
    changed: list[str]
    status_before: str
    status_after: str
    areas: list[str]
    is_as_before: bool

    @property
    def has_new_status(self) -> bool:
        """Whether the team works differently from this day on."""
        return self.status_before != self.status_after


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a revoking does, counted as of one day."""

    teams: int
    back_to_draft: int
    former_line_up: int
    leave: int
    come_back: int


def tell(changes: Mapping[int, Sequence[DayChange]]) -> dict[int, list[ToldChange]]:
    """Changes by item or team with names instead of ids; two queries for any number of them."""
    days = [change for row in changes.values() for change in row]
    people = {person for day in days for person in (*day.joined, *day.left, *day.changed)}
    areas = {area.area for day in days for area in day.areas_after}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name"))
    places = {area.pk: area.full_name for area in Area.objects.filter(pk__in=areas)}
    return {key: [_told(day, names, places) for day in row] for key, row in changes.items()}


def changes_made(items: Iterable[DecisionItem]) -> dict[int, list[DayChange]]:
    """What each item in force changes, by item: the team with it beside the team without it."""
    chosen = list(items)
    facts = facts_of({item.team_id for item in chosen})
    return {
        item.pk: changes_between(_without(facts[item.team_id], {item.pk}), work_out(facts[item.team_id]))
        for item in chosen
    }


def changes_of_revoking(
    items: Iterable[DecisionItem], on: date
) -> tuple[dict[int, list[DayChange]], Outcome]:
    """What taking all these items away changes, by team, and how much of it holds on a day."""
    gone: dict[int, set[int]] = {}
    for item in items:
        gone.setdefault(item.team_id, set()).add(item.pk)
    facts = facts_of(gone)
    pairs = {team: (work_out(facts[team]), _without(facts[team], keys)) for team, keys in gone.items()}
    return {team: changes_between(*pair) for team, pair in pairs.items()}, _outcome(pairs.values(), on)


def _without(facts: TeamFacts, gone: set[int]) -> Timeline:
    return work_out(replace(facts, items=tuple(item for item in facts.items if item.id not in gone)))


def _outcome(pairs: Iterable[tuple[Timeline, Timeline]], on: date) -> Outcome:
    sides = list(pairs)
    drafts = sum(not after.periods for _before, after in sides)
    lines = [(set(before.members_on(on)), set(after.members_on(on))) for before, after in sides]
    return Outcome(
        teams=len(sides),
        back_to_draft=drafts,
        former_line_up=len(sides) - drafts,
        leave=sum(len(before - after) for before, after in lines),
        come_back=sum(len(after - before) for before, after in lines),
    )


def _told(day: DayChange, names: Mapping[int, str], places: Mapping[int, str]) -> ToldChange:
    def named(people: Iterable[int]) -> list[str]:
        return sorted(names.get(person, "") for person in people)

    has_new_areas = day.areas_before != day.areas_after
    return ToldChange(
        on=day.on,
        joined=named(day.joined),
        left=named(day.left),
        changed=named(day.changed),
        status_before=str(TeamStatus(day.status_before).label),
        status_after=str(TeamStatus(day.status_after).label),
        areas=[places.get(area.area, "") for area in day.areas_after] if has_new_areas else [],
        is_as_before=day.is_as_before,
    )
