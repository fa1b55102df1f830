"""T-R1, T-R2, T-R11: whoever writes at the same moment, there is never an eleventh member or a second leader."""

import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, connections

from teams.decisions import save_decision
from teams.enums import DecisionAction, MemberCategory, TeamRole
from teams.findings import findings_of, stored_line_up
from teams.line_ups import EntryData
from teams.models import Decision, DecisionItem, LineUpEntry, Membership, Team
from teams.proposals import propose
from teams.roster import add_entry, remove_entry, save_line_up
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    entry,
    make_active_team,
    make_draft_team,
    make_person,
    new_decision,
    proposal_of,
)
from tests.teams.racing import CLIENTS, LONG, race, refusals, winners

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS = 200 if LONG else 50
FEW_ROUNDS = 50 if LONG else 5


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    for user in cast.everybody.values():
        assert user.current_scopes  # read once, before the threads share the users
    return cast


@pytest.fixture
def crowd(cast: Cast) -> list[EntryData]:
    return [entry(make_person(cast.places.commune)) for _ in range(CLIENTS)]


def one_of(rule: str) -> Callable[[list[Any]], None]:
    def check(outcomes: list[Any]) -> None:
        assert (len(winners(outcomes)), refusals(outcomes)) == (1, {rule})

    return check


# T-R1: the tenth place.


def test_tenth_place_of_a_proposal(cast: Cast, crowd: list[EntryData]) -> None:
    item = proposal_of(make_draft_team(cast, members=9))

    def check(outcomes: list[Any]) -> None:
        one_of("BR-03")(outcomes)
        assert sorted(item.entries.values_list("seat", flat=True)) == list(range(1, 11))

    race(
        ROUNDS,
        prepare=lambda turn: delete_entries(item),
        act=lambda turn, client: add_entry(by=cast.minh, item=item, entry=crowd[client]),
        check=check,
    )


def delete_entries(item: DecisionItem, seats_from: int = 10) -> None:
    LineUpEntry.objects.filter(item=item, seat__gte=seats_from).delete()


def test_tenth_place_of_a_proposal_past_the_services(cast: Cast, crowd: list[EntryData]) -> None:
    item = proposal_of(make_draft_team(cast, members=9))

    def act(turn: int, client: int) -> Any:
        """Everybody who counted nine takes the next seat; some try one above ten."""
        seat = 11 if client % 5 == 4 else 10
        return LineUpEntry.objects.create(
            item=item, person=crowd[client].person, seat=seat, category=MemberCategory.RESIDENT
        )

    def check(outcomes: list[Any]) -> None:
        assert len(winners(outcomes)) == 1
        assert {type(one) for one in outcomes} == {LineUpEntry, IntegrityError}
        assert item.entries.count() == 10

    race(ROUNDS, prepare=lambda turn: delete_entries(item), act=act, check=check)


def test_tenth_membership_past_the_services(cast: Cast, crowd: list[EntryData]) -> None:
    """Rows that overlap on some day: back-dated, of today, in the future."""
    team = make_active_team(cast, members=9)
    item = DecisionItem.objects.get(team=team)
    days = [ISSUED, date(2021, 1, 1), date(2030, 1, 1)]

    def act(turn: int, client: int) -> Any:
        return Membership.objects.create(
            team=team,
            person=crowd[client].person,
            seat=10,
            role=TeamRole.MEMBER,
            category=MemberCategory.RESIDENT,
            from_date=days[client % 3],
            item_in=item,
        )

    def check(outcomes: list[Any]) -> None:
        assert len(winners(outcomes)) == 1
        # PostgreSQL may end a knot of waiting writers by refusing one of them as a deadlock.
        assert {type(one) for one in outcomes} <= {Membership, IntegrityError, OperationalError}
        assert all(Membership.objects.on_date(day).filter(team=team).count() <= 10 for day in days)

    race(FEW_ROUNDS, prepare=lambda turn: delete_memberships(team), act=act, check=check)


def delete_memberships(team: Team) -> None:
    Membership.objects.filter(team=team, seat=10).delete()


@pytest.mark.parametrize("seat", [11, 0, 12])
def test_no_seat_outside_one_to_ten_past_the_services(cast: Cast, seat: int) -> None:
    team = make_active_team(cast, members=3)
    with pytest.raises(IntegrityError):
        Membership.objects.filter(team=team, seat=3).update(seat=seat)


def test_twin_that_counts_is_caught() -> None:
    """The wrong way: count, then write. It exceeds ten, so the race above can see it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE twin_seat (person integer)")
    most: list[int] = []

    def prepare(turn: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM twin_seat")
            cursor.executemany("INSERT INTO twin_seat VALUES (%s)", [(number,) for number in range(9)])

    def act(turn: int, client: int) -> int:
        with connection.cursor() as cursor:
            if count_of_twin(cursor) >= 10:
                raise ValidationError("full", code="BR-03")
            time.sleep(0.002)
            cursor.execute("INSERT INTO twin_seat VALUES (%s)", [100 + client])
        return client

    def check(outcomes: list[Any]) -> None:
        with connection.cursor() as cursor:
            most.append(count_of_twin(cursor))

    try:
        race(FEW_ROUNDS, prepare=prepare, act=act, check=check)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE twin_seat")
    assert max(most) > 10


def count_of_twin(cursor: Any) -> int:
    cursor.execute("SELECT count(*) FROM twin_seat")
    return int(cursor.fetchone()[0])


# T-R2: only one.


def test_one_leader(cast: Cast, crowd: list[EntryData]) -> None:
    item = proposal_of(make_draft_team(cast, members=0))
    leaders = [EntryData(one.person, TeamRole.LEADER, MemberCategory.HAMLET_HEAD) for one in crowd]
    race(
        FEW_ROUNDS,
        prepare=lambda turn: delete_entries(item, 1),
        act=lambda turn, client: add_entry(by=cast.minh, item=item, entry=leaders[client]),
        check=one_of("BR-05"),
    )


def test_one_seat_for_a_person(cast: Cast, crowd: list[EntryData]) -> None:
    item = proposal_of(make_draft_team(cast, members=0))
    race(
        FEW_ROUNDS,
        prepare=lambda turn: delete_entries(item, 1),
        act=lambda turn, client: add_entry(by=cast.minh, item=item, entry=crowd[0]),
        check=one_of("BR-08"),
    )


def test_one_decision_of_a_number(cast: Cast) -> None:
    def act(turn: int, client: int) -> Decision:
        decision = new_decision(cast.places.commune, number=turn + 1)
        return save_decision(by=cast.minh, decision=decision)

    race(FEW_ROUNDS, prepare=lambda turn: None, act=act, check=one_of("BR-18"))
    assert Decision.objects.count() == FEW_ROUNDS


def test_one_open_proposal(cast: Cast) -> None:
    team = make_active_team(cast)
    race(
        FEW_ROUNDS,
        prepare=lambda turn: discard_all(team),
        act=lambda turn, client: propose(by=cast.minh, team=team, action=DecisionAction.AMEND),
        check=one_of("open_proposal"),
    )


def discard_all(team: Team) -> None:
    for item in DecisionItem.objects.open().filter(team=team):
        item.delete()


def test_one_of_two_officials_saves_the_list(cast: Cast) -> None:
    team = make_draft_team(cast, members=6)
    opened: list[int] = []

    def prepare(turn: int) -> None:
        opened[:] = [proposal_of(team).lock]

    def act(turn: int, client: int) -> DecisionItem:
        item = DecisionItem.objects.get(team=team)
        return save_line_up(by=cast.minh, item=item, entries=stored_line_up(item)[:5], lock=opened[0])

    race(FEW_ROUNDS, prepare=prepare, act=act, check=one_of("stale"))


# T-R11: reading and writing at once.


def test_nobody_is_locked_out(cast: Cast) -> None:
    teams = [make_draft_team(cast, hamlet, members=3) for hamlet in cast.places.hamlets]
    people = [make_person(cast.places.commune) for _ in range(8)]
    until = time.monotonic() + (30 if LONG else 3)
    failures: list[Exception] = []
    done: list[int] = []

    def client(number: int) -> None:
        item = proposal_of(teams[number % 7])
        try:
            while time.monotonic() < until:
                add_entry(by=cast.minh, item=item, entry=entry(people[number]))
                findings_of(teams, ISSUED)
                remove_entry(by=cast.minh, item=item, person=people[number])
                done.append(number)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{len(done)} rounds of 8 clients, {len(failures)} failures")
    assert failures == []
    assert set(done) == set(range(8))
    locks = DecisionItem.objects.values_list("lock", flat=True)
    assert sum(locks) == len(teams) + 2 * len(done)
