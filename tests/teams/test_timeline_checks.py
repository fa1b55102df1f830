"""Seats, what changes on which days, and which facts are refused (rules 3, 5, 7 and 8)."""

from datetime import date

import pytest

from teams.enums import DecisionAction, TeamStatus
from teams.seats import LineUpFull, SeatWish, assign_seats
from teams.timeline import work_out
from teams.timeline_changes import DayChange, changes_between
from teams.timeline_checks import (
    AFTER_DISSOLVE,
    BEFORE_ESTABLISH,
    DEPARTURE_AFTER_DISSOLVE,
    DEPARTURE_BEFORE_TEAM,
    DEPARTURE_NOT_LISTED,
    DEPARTURE_TWICE,
    NO_ESTABLISH,
    SEVERAL_ESTABLISH,
    Problem,
    brought_back,
    check_departure,
    check_items,
    dependants,
)
from teams.timeline_facts import (
    AreaFact,
    DepartureFact,
    ItemFact,
    SuccessionFact,
    TeamFacts,
    Timeline,
)
from tests.teams.timeline_cast import (
    AP_A,
    AP_C,
    BA,
    CHANGED,
    DEPUTY_TUAN,
    ENDED,
    FOUNDED,
    HOA,
    IN_A,
    LEADER_HOA,
    MEMBER_BA,
    NAM,
    NEEDS,
    THREE,
    TUAN,
    amended,
    decided,
    dissolved,
    established,
    left,
    sits,
)

# Rule 3: departures and people who come back.


@pytest.mark.parametrize(
    ("items", "departures"),
    [
        pytest.param((THREE,), (), id="never left"),
        pytest.param((THREE,), (left(BA, date(2023, 10, 1)),), id="leaves only later"),
        pytest.param(
            (THREE, amended(LEADER_HOA, MEMBER_BA, id=3, on=date(2023, 5, 1))),
            (left(BA, date(2023, 2, 3)),),
            id="was brought back already",
        ),
    ],
)
def test_rule_3_nobody_is_brought_back(
    items: tuple[ItemFact, ...], departures: tuple[DepartureFact, ...]
) -> None:
    assert brought_back(TeamFacts(items=items, departures=departures), amended(LEADER_HOA, MEMBER_BA)) == []


@pytest.mark.parametrize(
    ("departure", "problem"),
    [
        pytest.param(left(BA, date(2023, 1, 1), id=0), None, id="listed"),
        pytest.param(left(BA, FOUNDED, id=0), None, id="on the day of joining (BR-10)"),
        pytest.param(left(TUAN, date(2023, 2, 3)), None, id="the saved departure itself"),
        pytest.param(
            left(BA, date(2022, 8, 9), id=0), Problem(DEPARTURE_BEFORE_TEAM, ()), id="before the team"
        ),
        pytest.param(left(NAM, date(2023, 1, 1), id=0), Problem(DEPARTURE_NOT_LISTED, (1,)), id="not listed"),
        pytest.param(left(BA, CHANGED, id=0), Problem(DEPARTURE_NOT_LISTED, (2,)), id="not listed any more"),
        pytest.param(left(TUAN, date(2023, 3, 1), id=0), Problem(DEPARTURE_TWICE, (1,)), id="left before"),
        pytest.param(left(TUAN, date(2023, 1, 1), id=0), Problem(DEPARTURE_TWICE, (1,)), id="leaves after"),
        pytest.param(left(TUAN, CHANGED, id=0), None, id="brought back by the next item"),
        pytest.param(left(HOA, ENDED, id=0), Problem(DEPARTURE_AFTER_DISSOLVE, (9,)), id="dissolved"),
    ],
)
def test_rule_3_which_departures_are_refused(departure: DepartureFact, problem: Problem | None) -> None:
    items = (THREE, amended(LEADER_HOA, DEPUTY_TUAN), dissolved())
    facts = TeamFacts(items=items, departures=(left(TUAN, date(2023, 2, 3)),))
    assert check_departure(facts, departure) == problem


# Rule 5: seats.


@pytest.mark.parametrize(
    ("previous", "wishes", "seats"),
    [
        pytest.param({}, [SeatWish(7), SeatWish(5)], {7: 1, 5: 2}, id="newcomers in order"),
        pytest.param(
            {5: 1, 6: 2, 7: 3}, [SeatWish(5), SeatWish(8), SeatWish(7)], {5: 1, 8: 2, 7: 3}, id="gap"
        ),
        pytest.param({5: 10}, [SeatWish(8), SeatWish(5)], {8: 1, 5: 10}, id="ten is regular"),
        pytest.param({5: 1}, [SeatWish(5, True), SeatWish(8)], {5: 11, 8: 1}, id="becomes supplementary"),
        pytest.param({5: 11}, [SeatWish(5), SeatWish(8, True)], {5: 1, 8: 11}, id="becomes regular"),
        pytest.param(
            {5: 12}, [SeatWish(5, True), SeatWish(8, True)], {5: 12, 8: 11}, id="supplementary stays"
        ),
        pytest.param({5: 1, 6: 1}, [SeatWish(5), SeatWish(6)], {5: 1, 6: 2}, id="one seat held twice"),
        pytest.param({}, [SeatWish(5), SeatWish(5, True)], {5: 1}, id="named twice"),
        pytest.param({9: 1}, [], {}, id="nobody"),
    ],
)
def test_rule_5_seats(previous: dict[int, int], wishes: list[SeatWish], seats: dict[int, int]) -> None:
    assert assign_seats(previous, wishes) == seats


def test_br_03_ten_regular_people_fit_beside_supplementary_ones() -> None:
    people = [SeatWish(person, person in (3, 4)) for person in range(12)]
    seats = assign_seats({}, people)
    assert sorted(seats.values()) == list(range(1, 13))
    assert (seats[3], seats[4]) == (11, 12)


def test_br_03_the_eleventh_regular_person_finds_no_seat() -> None:
    with pytest.raises(LineUpFull, match=r"11 regular members, but 10 seats \(BR-03\)") as full:
        assign_seats({}, [SeatWish(person) for person in range(11)])
    assert full.value.regular == 11


# Rule 7: what changes on which days.


def change(on: date, **parts: object) -> DayChange:
    same = {"joined": (), "left": (), "changed": (), "areas_before": IN_A, "areas_after": IN_A}
    status = {"status_before": TeamStatus.ACTIVE, "status_after": TeamStatus.ACTIVE}
    return DayChange(on=on, **(same | status | parts))  # type: ignore[arg-type]  # parts of the test's table


def test_rule_7_a_decision_entered_late_says_from_when_to_when_it_matters() -> None:
    known = (THREE, amended(LEADER_HOA))
    late = amended(LEADER_HOA, sits(TUAN, 2), sits(NAM, 4), id=5, on=date(2023, 3, 1))
    old, new = work_out(TeamFacts(items=known)), work_out(TeamFacts(items=(*known, late)))
    changes = changes_between(old, new)
    assert changes == [
        change(date(2023, 3, 1), joined=(NAM,), left=(BA,), changed=(TUAN,)),
        change(CHANGED),
    ]
    assert [each.is_as_before for each in changes] == [False, True]
    assert changes_between(old, old) == []


def test_rule_7_a_new_team_and_a_new_post_of_someone_who_joins_are_told() -> None:
    items = (established(LEADER_HOA), amended(sits(HOA, 1, "MEMBER")))
    assert changes_between(Timeline(), work_out(TeamFacts(items=items))) == [
        change(FOUNDED, joined=(HOA,), status_before=TeamStatus.DRAFT, areas_before=()),
        change(CHANGED, joined=(HOA,), status_before=TeamStatus.DRAFT, status_after=NEEDS, areas_before=()),
    ]


def test_rule_7_areas_and_status_are_told() -> None:
    old = work_out(TeamFacts(items=(THREE,)))
    link = SuccessionFact(AP_A, AP_C, CHANGED)
    assert changes_between(old, work_out(TeamFacts(items=(THREE,), successions=(link,)))) == [
        change(CHANGED, status_after=NEEDS, areas_after=(AreaFact(AP_C, True),))
    ]


# Rule 8: which items may stand beside each other.

EARLY = amended(id=3, on=date(2022, 8, 9))
SECOND = decided(4, DecisionAction.ESTABLISH, CHANGED)


@pytest.mark.parametrize(
    ("items", "problems"),
    [
        pytest.param((), [], id="draft"),
        pytest.param((amended(), THREE, dissolved()), [], id="whole life"),
        pytest.param((amended(), amended(id=3)), [Problem(NO_ESTABLISH, (2, 3))], id="no establishment"),
        pytest.param((SECOND, THREE), [Problem(SEVERAL_ESTABLISH, (1, 4))], id="two establishments"),
        pytest.param((THREE, EARLY), [Problem(BEFORE_ESTABLISH, (3,))], id="BR-10: before it"),
        pytest.param((THREE, amended(id=3, on=FOUNDED)), [], id="the same day, after it"),
        pytest.param(
            (THREE, amended(id=0, on=FOUNDED)), [Problem(BEFORE_ESTABLISH, (0,))], id="same day, before"
        ),
        pytest.param((THREE, dissolved(), amended(on=ENDED)), [], id="the same day, before the end"),
        pytest.param(
            (THREE, dissolved(id=1), amended(on=ENDED)), [Problem(AFTER_DISSOLVE, (2,))], id="after it"
        ),
        pytest.param(
            (THREE, dissolved(), dissolved(id=10)), [Problem(AFTER_DISSOLVE, (10,))], id="dissolved twice"
        ),
        pytest.param((dissolved(),), [Problem(NO_ESTABLISH, (9,))], id="only dissolved"),
    ],
)
def test_rule_8_items(items: tuple[ItemFact, ...], problems: list[Problem]) -> None:
    assert check_items(items) == problems


def test_rule_8_what_builds_on_an_item() -> None:
    items = (dissolved(), amended(), THREE)
    assert dependants(items, THREE) == [amended(), dissolved()]
    assert dependants(items, amended()) == []
    assert dependants(items, dissolved()) == []
    assert dependants((*items, amended(id=12, on=date(2025, 1, 1))), dissolved()) == [
        amended(id=12, on=date(2025, 1, 1))
    ]
