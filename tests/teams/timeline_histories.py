"""Random histories of a team, and what the ten rules say of one day (data dictionary, section 3)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from teams.enums import DEPARTURE_REASONS, DecisionAction, EndReason, TeamStatus
from teams.timeline_facts import (
    AREA_SUCCEEDED,
    NO_LEADER,
    AreaFact,
    DepartureFact,
    EntryFact,
    ItemFact,
    ReformFact,
    SuccessionFact,
    SuspensionFact,
    TeamFacts,
)

DAY_ONE = date(2022, 8, 1)
DAYS = [DAY_ONE + timedelta(days=number) for number in range(16)]
LOOKED_AT = [DAY_ONE - timedelta(days=1), *DAYS, DAYS[-1] + timedelta(days=1)]

Post = tuple[int, int, str, str, int | None, str]

# Histories. Few days, people and areas, so that everything meets everything.

days = st.sampled_from(DAYS)
people = st.integers(1, 5)
areas = st.integers(1, 5)


@st.composite
def line_ups(draw: st.DrawFn) -> tuple[EntryFact, ...]:
    listed = draw(st.lists(people, unique=True, max_size=4))
    seats = draw(st.permutations([1, 2, 3, 11]))
    leader = draw(st.sampled_from([0, 0, 0, 3, 9]))
    return tuple(
        EntryFact(
            person=person,
            seat=seat,
            role="LEADER" if place == leader else draw(st.sampled_from(["DEPUTY", "MEMBER"])),
            category="RESIDENT",
            organisation=draw(st.sampled_from([None, None, 7])),
            title_text="",
        )
        for place, (person, seat) in enumerate(zip(listed, seats, strict=False))
    )


@st.composite
def items_in_force(draw: st.DrawFn) -> tuple[ItemFact, ...]:
    """A legal history: established first, perhaps dissolved last; in any order of recording."""
    bare = draw(
        st.lists(
            st.builds(
                lambda on, delay, number: ItemFact(
                    0, DecisionAction.AMEND, on, on - timedelta(days=delay), number
                ),
                days,
                st.integers(0, 2),
                st.integers(1, 3),
            ),
            max_size=5,
        )
    )
    ids = draw(st.permutations(range(1, len(bare) + 1)))
    numbered = [replace(item, id=id) for item, id in zip(bare, ids, strict=True)]
    numbered.sort(key=lambda item: (item.effective_on, item.issued_on, item.number, item.id))
    filled = [_filled(draw, item) for item in numbered]
    if filled:
        filled[0] = replace(filled[0], action=DecisionAction.ESTABLISH)
    if len(filled) > 1 and draw(st.booleans()):
        filled[-1] = replace(filled[-1], action=DecisionAction.DISSOLVE, entries=(), areas=())
    return tuple(draw(st.permutations(filled)))


def _filled(draw: st.DrawFn, item: ItemFact) -> ItemFact:
    covered = draw(st.lists(areas, unique=True, min_size=1, max_size=3))
    links = tuple(AreaFact(area, place == 0) for place, area in enumerate(covered))
    action = draw(st.sampled_from([DecisionAction.AMEND, DecisionAction.RECONSTITUTE]))
    return replace(item, action=action, entries=draw(line_ups()), areas=links)


@st.composite
def suspensions(draw: st.DrawFn) -> tuple[SuspensionFact, ...]:
    """Up to two that do not overlap; they may touch."""
    bounds = sorted(draw(st.lists(days, unique=True, min_size=2, max_size=4)))
    reasons = draw(st.lists(st.sampled_from(["a", "b"]), min_size=2, max_size=2))
    shapes: list[list[tuple[int, int | None]]] = [
        [],
        [(0, 1)],
        [(0, 1), (1, 2)],
        [(0, 1), (2, 3)],
        [(0, None)],
    ]
    spans = draw(st.sampled_from(shapes))
    chosen = zip(spans, reasons, strict=False)
    return tuple(
        SuspensionFact(bounds[start], None if end is None else bounds[end], reason)
        for (start, end), reason in chosen
        if end is None or end < len(bounds)
    )


@st.composite
def histories(draw: st.DrawFn) -> TeamFacts:
    left = draw(st.lists(st.tuples(people, days), unique=True, max_size=4))
    moved = draw(st.lists(st.tuples(areas, days), unique=True, max_size=3))
    return TeamFacts(
        items=draw(items_in_force()),
        departures=tuple(
            DepartureFact(id, person, on, draw(st.sampled_from(DEPARTURE_REASONS)))
            for id, (person, on) in enumerate(left, 1)
        ),
        suspensions=draw(suspensions()),
        successions=tuple(
            SuccessionFact(area, draw(st.sampled_from([to for to in range(1, 6) if to != area])), on)
            for area, on in moved
        ),
        reforms=tuple(draw(st.lists(st.builds(ReformFact, areas, days, st.sampled_from("xy")), max_size=2))),
    )


# The rules, read for one day at a time.


@dataclass(frozen=True)
class Specification:
    """The ten rules as sentences about one day."""

    facts: TeamFacts

    def ruling(self, on: date) -> ItemFact | None:
        """Rule 1."""
        begun = [item for item in self.facts.items if item.effective_on <= on]
        return max(begun, key=lambda i: (i.effective_on, i.issued_on, i.number, i.id), default=None)

    def lists(self, item: ItemFact | None, person: int) -> bool:
        if item is None or item.action == DecisionAction.DISSOLVE:
            return False
        return person in [entry.person for entry in item.entries]

    def line_up(self, on: date) -> set[Post]:
        """Rules 2 and 3."""
        item = self.ruling(on)
        if item is None or item.action == DecisionAction.DISSOLVE:
            return set()
        gone = {
            departure.person
            for departure in self.facts.departures
            if item.effective_on <= departure.left_on <= on
        }
        return {
            (e.person, e.seat, e.role, e.category, e.organisation, e.title_text)
            for e in item.entries
            if e.person not in gone
        }

    def areas_and_reform(self, on: date) -> tuple[dict[int, bool], str]:
        """Rule 10, and the reforms since the ruling item's effective date of rule 9."""
        item = self.ruling(on)
        if item is None or item.action == DecisionAction.DISSOLVE:
            return {}, ""
        covered = {link.area: link.is_primary for link in item.areas}
        reform = ""
        for number in range((on - item.effective_on).days + 1):
            day = item.effective_on + timedelta(days=number)
            if number:
                touched = [
                    fact.reason for fact in self.facts.reforms if fact.on == day and fact.area in covered
                ]
                reform = min(touched) if touched else reform
            moves = {
                link.from_area: link.to_area for link in self.facts.successions if link.effective_on == day
            }
            if set(moves) & set(covered):
                reform = AREA_SUCCEEDED
                targets = {moves.get(area, area) for area in covered}
                covered = {
                    target: any(covered[a] for a in covered if moves.get(a, a) == target)
                    for target in targets
                }
        return covered, reform

    def status(self, on: date) -> tuple[str, str]:
        """Rule 9."""
        item = self.ruling(on)
        if item is None:
            return TeamStatus.DRAFT, ""
        if item.action == DecisionAction.DISSOLVE:
            return TeamStatus.DISSOLVED, ""
        for pause in self.facts.suspensions:
            if pause.valid_from <= on and not (pause.valid_to is not None and pause.valid_to <= on):
                return TeamStatus.SUSPENDED, pause.reason
        if "LEADER" not in [post[2] for post in self.line_up(on)]:
            return TeamStatus.NEEDS_RECONSTITUTION, NO_LEADER
        _areas, reform = self.areas_and_reform(on)
        return (TeamStatus.NEEDS_RECONSTITUTION, reform) if reform else (TeamStatus.ACTIVE, "")

    def end(self, person: int, on: date) -> tuple[str, int | None]:
        """Rule 4: why a membership ends on a day, and the item that closed it."""
        item = self.ruling(on)
        assert item is not None
        reasons = [d.reason for d in self.facts.departures if d.person == person and d.left_on == on]
        if self.lists(item, person) and reasons:
            return reasons[0], None
        assert item.effective_on == on
        if item.action == DecisionAction.DISSOLVE:
            return EndReason.TEAM_DISSOLVED, item.id
        return (EndReason.ROLE_CHANGED if self.lists(item, person) else EndReason.REPLACED), item.id
