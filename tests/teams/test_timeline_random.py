"""Random histories: the dated rows of a team against the ten rules, read day by day.

`Specification` asks for one day at a time what the rules say and knows nothing of rows. 300 histories
by default, 5,000 with HYPOTHESIS_PROFILE=long. The naive twins at the end must be caught.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from teams.enums import DEPARTURE_REASONS, DecisionAction, EndReason, TeamStatus
from teams.timeline import work_out
from teams.timeline_changes import changes_between, join_date
from teams.timeline_checks import check_departure, check_items, idle_departures
from teams.timeline_facts import (
    AREA_SUCCEEDED,
    NO_LEADER,
    AreaFact,
    AreaRow,
    DepartureFact,
    EntryFact,
    ItemFact,
    MembershipRow,
    PeriodRow,
    ReformFact,
    SuccessionFact,
    SuspensionFact,
    TeamFacts,
    Timeline,
)

EXAMPLES = 5000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 300
DAY_ONE = date(2022, 8, 1)
DAYS = [DAY_ONE + timedelta(days=number) for number in range(16)]
LOOKED_AT = [DAY_ONE - timedelta(days=1), *DAYS, DAYS[-1] + timedelta(days=1)]

Post = tuple[int, int, str, str, int | None, str]
T = TypeVar("T")
Row = TypeVar("Row", AreaRow, PeriodRow)
Worker = Callable[[TeamFacts], Timeline]

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
    spans = draw(st.sampled_from([[], [(0, 1)], [(0, 1), (1, 2)], [(0, 1), (2, 3)], [(0, None)]]))
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
            SuccessionFact(area, draw(areas.filter(lambda to, area=area: to != area)), on)
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


# What must hold of the rows.


def each_day_is_as_specified(worker: Worker, facts: TeamFacts) -> None:
    timeline, rules = worker(facts), Specification(facts)
    for day in LOOKED_AT:
        sitting = [row.post for row in timeline.memberships if row.covers(day)]
        assert len(sitting) == len(set(sitting))
        assert set(sitting) == rules.line_up(day)
        covered, _reform = rules.areas_and_reform(day)
        assert timeline.areas_on(day) == covered
        spans = [(row.status, row.reason) for row in timeline.periods if row.covers(day)]
        assert spans == [rules.status(day)] or (spans == [] and rules.ruling(day) is None)


def each_row_begins_and_ends_for_a_reason(worker: Worker, facts: TeamFacts) -> None:
    timeline, rules = worker(facts), Specification(facts)
    for row in timeline.memberships:
        opening = rules.ruling(row.from_date)
        assert opening is not None
        assert (row.item_in, row.from_date) == (opening.id, opening.effective_on)
        if row.to_date is None:
            assert (row.end_reason, row.item_out) == ("", None)
        else:
            assert (row.end_reason, row.item_out) == rules.end(row.person, row.to_date)
    for link in timeline.areas:
        opening = rules.ruling(link.valid_from)
        assert opening is not None
        assert link.item == opening.id


def nothing_overlaps_and_nothing_is_cut_up(worker: Worker, facts: TeamFacts) -> None:
    timeline = worker(facts)
    members = timeline.memberships
    for one, other in combinations(members, 2):
        if one.person == other.person or one.seat == other.seat or one.role == other.role == "LEADER":
            assert _apart(one.from_date, one.to_date, other.from_date, other.to_date)
    for first, second in combinations(timeline.areas, 2):
        if first.area == second.area or (first.is_primary and second.is_primary):
            assert _apart(first.valid_from, first.valid_to, second.valid_from, second.valid_to)
    _minimal([(row.post, row.from_date, row.to_date) for row in members])
    _minimal([((row.area, row.is_primary), row.valid_from, row.valid_to) for row in timeline.areas])
    _minimal([((row.status, row.reason), row.valid_from, row.valid_to) for row in timeline.periods])


def _apart(start: date, end: date | None, other_start: date, other_end: date | None) -> bool:
    return (end is not None and end <= other_start) or (other_end is not None and other_end <= start)


def _minimal(rows: Iterable[tuple[object, date, date | None]]) -> None:
    """Every row has a day, and no row ends where an equal one begins."""
    listed = list(rows)
    assert all(end is None or start < end for _what, start, end in listed)
    begins = {(what, start) for what, start, _end in listed}
    assert not [what for what, _start, end in listed if (what, end) in begins]


PROPERTIES = [
    each_day_is_as_specified,
    each_row_begins_and_ends_for_a_reason,
    nothing_overlaps_and_nothing_is_cut_up,
]


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(histories())
def test_the_rows_are_as_specified(facts: TeamFacts) -> None:
    for holds in PROPERTIES:
        holds(work_out, facts)


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_recording_is_indifferent(facts: TeamFacts, random: Random) -> None:
    def shuffled(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(values, len(values)))

    again = TeamFacts(
        items=tuple(
            replace(item, entries=shuffled(item.entries), areas=shuffled(item.areas))
            for item in shuffled(facts.items)
        ),
        departures=shuffled(facts.departures),
        suspensions=shuffled(facts.suspensions),
        successions=shuffled(facts.successions),
        reforms=shuffled(facts.reforms),
    )
    assert work_out(again) == work_out(facts)


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(histories(), st.data())
def test_revoked_is_as_never_issued_and_the_screen_tells_every_difference(
    facts: TeamFacts, data: st.DataObject
) -> None:
    kept = tuple(item for item in facts.items if data.draw(st.booleans()))
    never = replace(facts, items=kept)
    revoked = replace(facts, items=tuple(item for item in facts.items if item in kept))
    assert work_out(revoked) == work_out(never)
    old, new = work_out(facts), work_out(never)
    told = {change.on: change for change in changes_between(old, new)}
    current = None
    for day in LOOKED_AT:
        current = told.get(day, current)
        before, after = old.members_on(day), new.members_on(day)
        joined = set(current.joined) if current else set()
        left = set(current.left) if current else set()
        changed = set(current.changed) if current else set()
        assert joined == after.keys() - before.keys()
        assert left == before.keys() - after.keys()
        assert changed == {p for p in before.keys() & after.keys() if before[p].post != after[p].post}
        assert (current is None or current.is_as_before) == (
            not (joined or left or changed)
            and old.status_on(day) == new.status_on(day)
            and old.areas_on(day) == new.areas_on(day)
        )


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(histories())
def test_the_checks_agree_with_what_the_facts_do(facts: TeamFacts) -> None:
    assert check_items(facts.items) == []
    idle, rules, timeline = idle_departures(facts), Specification(facts), work_out(facts)
    for departure in facts.departures:
        alone = replace(facts, departures=())
        listed = rules.lists(rules.ruling(departure.left_on), departure.person)
        assert (check_departure(alone, departure) is None) == listed
        if departure not in idle:
            assert listed
    for person in {row.person for row in timeline.memberships}:
        for day in LOOKED_AT:
            if person in timeline.members_on(day):
                joined = join_date(timeline, person, day)
                chain = [joined + timedelta(days=n) for n in range((day - joined).days + 1)]
                assert all(person in timeline.members_on(each) for each in chain)
                assert person not in timeline.members_on(joined - timedelta(days=1))


# The wrong twins: ways in which it is easily got wrong.


def in_order_of_recording(facts: TeamFacts) -> Timeline:
    """Applies each item when it is entered: closes who is not listed, opens who is new."""
    rows: list[MembershipRow] = []
    for item in facts.items:
        for place, row in enumerate(rows):
            if row.to_date is None and row.person not in {entry.person for entry in item.line_up}:
                rows[place] = replace(
                    row, to_date=item.effective_on, end_reason=EndReason.REPLACED, item_out=item.id
                )
        sitting = {row.person for row in rows if row.to_date is None}
        for e in item.line_up:
            if e.person not in sitting:
                post = (e.person, e.seat, e.role, e.category, e.organisation, e.title_text)
                rows.append(MembershipRow(*post, item.effective_on, None, "", item.id, None))
    return replace(work_out(replace(facts, departures=())), memberships=tuple(rows))


def with_inclusive_ends(facts: TeamFacts) -> Timeline:
    """Takes the last day for the first day after it."""
    timeline = work_out(facts)
    return replace(
        timeline,
        memberships=tuple(
            row if row.to_date is None else replace(row, to_date=row.to_date + timedelta(days=1))
            for row in timeline.memberships
        ),
    )


def with_the_first_item_of_a_day(facts: TeamFacts) -> Timeline:
    """Lets the first of several items on a day rule."""
    first_of_day: dict[date, ItemFact] = {}
    for item in sorted(facts.items, key=lambda i: (i.issued_on, i.number, i.id)):
        first_of_day.setdefault(item.effective_on, item)
    return work_out(replace(facts, items=tuple(first_of_day.values())))


def with_a_new_row_for_each_item(facts: TeamFacts) -> Timeline:
    """Closes and opens every area and period with every item."""
    timeline = work_out(facts)
    starts = sorted({item.effective_on for item in facts.items})
    return replace(
        timeline,
        areas=tuple(piece for row in timeline.areas for piece in _cut(row, starts)),
        periods=tuple(piece for row in timeline.periods for piece in _cut(row, starts)),
    )


def _cut(row: Row, starts: list[date]) -> list[Row]:
    cuts = [row.valid_from, *(day for day in starts if row.covers(day) and day > row.valid_from)]
    ends = [*cuts[1:], row.valid_to]
    return [replace(row, valid_from=start, valid_to=end) for start, end in zip(cuts, ends, strict=True)]


def who_forgets_departures_at_the_next_decision(facts: TeamFacts) -> Timeline:
    """Lets a departure hold for ever, even when a later item lists the person again."""
    timeline = work_out(facts)
    gone = {departure.person: departure.left_on for departure in facts.departures}
    return replace(
        timeline,
        memberships=tuple(
            row for row in timeline.memberships if row.from_date < gone.get(row.person, date.max)
        ),
    )


def who_leaves_the_areas_behind(facts: TeamFacts) -> Timeline:
    """Keeps a team on the hamlet that has ended."""
    return replace(work_out(facts), areas=work_out(replace(facts, successions=())).areas)


@pytest.mark.parametrize(
    "twin",
    [
        in_order_of_recording,
        with_inclusive_ends,
        with_the_first_item_of_a_day,
        with_a_new_row_for_each_item,
        who_forgets_departures_at_the_next_decision,
        who_leaves_the_areas_behind,
    ],
    ids=lambda twin: twin.__name__,
)
def test_a_wrong_twin_is_caught(twin: Worker) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    @given(histories())
    def the_rows_are_as_specified(facts: TeamFacts) -> None:
        for holds in PROPERTIES:
            holds(twin, facts)

    with pytest.raises(AssertionError):
        the_rows_are_as_specified()
