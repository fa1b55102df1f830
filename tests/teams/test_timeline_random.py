"""Random histories: the dated rows of a team against the ten rules, read day by day.

`Specification` asks for one day at a time what the rules say and knows nothing of rows. 300 histories
by default, 5,000 with HYPOTHESIS_PROFILE=long. The naive twins at the end must be caught.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from teams.enums import EndReason
from teams.timeline import work_out
from teams.timeline_changes import changes_between, join_date
from teams.timeline_checks import check_departure, check_items, idle_departures
from teams.timeline_facts import (
    AreaRow,
    ItemFact,
    MembershipRow,
    PeriodRow,
    TeamFacts,
    Timeline,
)
from tests.teams.timeline_histories import LOOKED_AT, Specification, histories

EXAMPLES = 5000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 300
T = TypeVar("T")
Row = TypeVar("Row", AreaRow, PeriodRow)
Worker = Callable[[TeamFacts], Timeline]

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
    cuts: list[date] = [row.valid_from, *(day for day in starts if row.covers(day) and day > row.valid_from)]
    ends: list[date | None] = [*cuts[1:], row.valid_to]
    return [replace(row, valid_from=start, valid_to=end) for start, end in zip(cuts, ends, strict=True)]


def who_lets_nobody_come_back(facts: TeamFacts) -> Timeline:
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
        who_lets_nobody_come_back,
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
