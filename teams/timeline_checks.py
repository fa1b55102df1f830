"""What must hold of a team's recorded facts before one is saved or revoked (rules 3 and 8, BR-10)."""

from collections.abc import Iterable
from dataclasses import dataclass

from teams.enums import DecisionAction
from teams.timeline import Reign, in_order, reign_on, reigns_of
from teams.timeline_facts import DepartureFact, ItemFact, TeamFacts

NO_ESTABLISH = "no_establish"
SEVERAL_ESTABLISH = "several_establish"
BEFORE_ESTABLISH = "before_establish"
AFTER_DISSOLVE = "after_dissolve"
DEPARTURE_BEFORE_TEAM = "departure_before_team"
DEPARTURE_AFTER_DISSOLVE = "departure_after_dissolve"
DEPARTURE_NOT_LISTED = "departure_not_listed"
DEPARTURE_TWICE = "departure_twice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the facts cannot stand, and the items that are concerned."""

    code: str
    items: tuple[int, ...]


def check_items(items: Iterable[ItemFact]) -> list[Problem]:
    """Exactly one ESTABLISH, the earliest item (BR-10), and nothing after DISSOLVE (rule 8)."""
    ordered = in_order(items)
    establishing = _ids(item for item in ordered if item.action == DecisionAction.ESTABLISH)
    found = []
    if ordered and not establishing:
        found.append(Problem(NO_ESTABLISH, _ids(ordered)))
    if len(establishing) > 1:
        found.append(Problem(SEVERAL_ESTABLISH, establishing))
    if before := _before_establish(ordered):
        found.append(Problem(BEFORE_ESTABLISH, before))
    if after := _after_dissolve(ordered):
        found.append(Problem(AFTER_DISSOLVE, after))
    return found


def check_departure(facts: TeamFacts, departure: DepartureFact) -> Problem | None:
    """The item ruling on its day must list the person, who must not have left before (rule 3, BR-10).

    `facts` may hold the departure itself; it is known by its id.
    """
    others = tuple(other for other in facts.departures if other.id != departure.id)
    reign = reign_on(reigns_of(TeamFacts(items=facts.items, departures=others)), departure.left_on)
    if reign is None:
        return Problem(DEPARTURE_BEFORE_TEAM, ())
    if reign.is_dissolved:
        return Problem(DEPARTURE_AFTER_DISSOLVE, (reign.item.id,))
    if not _lists(reign.item, departure.person):
        return Problem(DEPARTURE_NOT_LISTED, (reign.item.id,))
    if departure.person in reign.departed:
        return Problem(DEPARTURE_TWICE, (reign.item.id,))
    return None


def idle_departures(facts: TeamFacts) -> list[DepartureFact]:
    """Departures that act on no item, because a decision entered later took the person off before."""
    acting = {departure for reign in reigns_of(facts) for departure in reign.departed.values()}
    return [departure for departure in facts.departures if departure not in acting]


def brought_back(facts: TeamFacts, item: ItemFact) -> list[int]:
    """People whom an item lists again though they had left; issuing it asks for confirmation (rule 3).

    `facts` may hold the item itself or not.
    """
    earlier = [reign for reign in reigns_of(facts) if reign.start < item.effective_on]
    return [
        entry.person
        for entry in item.line_up
        if (last := _last_listing(earlier, entry.person)) is not None
        and entry.person in last.departed
        and last.departed[entry.person].left_on < item.effective_on
    ]


def dependants(items: Iterable[ItemFact], item: ItemFact) -> list[ItemFact]:
    """The items that build on an ESTABLISH or DISSOLVE: all revoked with it, or none (rule 8)."""
    if item.action not in (DecisionAction.ESTABLISH, DecisionAction.DISSOLVE):
        return []
    return [other for other in in_order(items) if other.order > item.order]


def _ids(items: Iterable[ItemFact]) -> tuple[int, ...]:
    return tuple(item.id for item in items)


def _lists(item: ItemFact, person: int) -> bool:
    return any(entry.person == person for entry in item.line_up)


def _last_listing(reigns: list[Reign], person: int) -> Reign | None:
    return next((reign for reign in reversed(reigns) if _lists(reign.item, person)), None)


def _before_establish(ordered: list[ItemFact]) -> tuple[int, ...]:
    """Items before the first ESTABLISH; none when there is no ESTABLISH at all."""
    for place, item in enumerate(ordered):
        if item.action == DecisionAction.ESTABLISH:
            return _ids(ordered[:place])
    return ()


def _after_dissolve(ordered: list[ItemFact]) -> tuple[int, ...]:
    for place, item in enumerate(ordered):
        if item.action == DecisionAction.DISSOLVE:
            return _ids(ordered[place + 1 :])
    return ()
