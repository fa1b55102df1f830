"""T-R4, T-R8: whoever sends at the same moment, and wherever the database fails: stored once and whole, or not at all."""

from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from households.consents import record_consent, withdraw_consent
from households.enums import ConsentState
from households.merging import merge_households, undo_merge
from households.models import Household, HouseholdMerge, Visit, VisitMember
from households.new_homes import log_visit_at_new_home
from households.outreach import log_visits
from households.register import move_household
from households.visit_data import Answer, VisitData
from teams.models import Team
from tests import failing
from tests.cast import Cast, make_cast
from tests.households.builders import a_visit, make_home, make_topic, taught
from tests.teams.builders import make_active_team
from tests.teams.racing import CLIENTS, LONG, race, refusals, winners

pytestmark = pytest.mark.django_db(transaction=True)
fail_at_every_statement = partial(failing.fail_at_every_statement, room="households")
ROUNDS = 200 if LONG else 5


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    assert all(user.current_scopes for user in cast.everybody.values())
    return cast


@pytest.fixture
def team(cast: Cast) -> Team:
    return make_active_team(cast, cast.places.hamlets[0])


@pytest.mark.race
def test_twenty_clients_send_the_same_visits(cast: Cast, team: Team) -> None:
    """BR-35: a household's visit, and one without a name that no lock can guard."""
    home = make_home(team.area)
    rounds = [[a_visit(team, home), a_visit(team, area_id=team.area_id)] for _ in range(ROUNDS)]
    turns = iter(range(ROUNDS))

    def check(outcomes: list[Any]) -> None:
        assert refusals(outcomes) == set()
        wanted = {visit.client_uuid for visit in rounds[next(turns)]}
        stored = dict(Visit.objects.filter(client_uuid__in=wanted).values_list("client_uuid", "pk"))
        assert stored.keys() == wanted
        for results in outcomes:
            assert {result.client_uuid: result.visit_id for result in results} == stored

    race(
        ROUNDS,
        prepare=lambda turn: None,
        act=lambda turn, client: log_visits(by=cast.minh, visits=rounds[turn]),
        check=check,
    )
    assert Visit.objects.count() == 2 * ROUNDS
    assert Visit.history.count() == 2 * ROUNDS + Visit.history.filter(history_type="~").count()
    assert VisitMember.objects.count() == 2 * ROUNDS


@pytest.mark.race
def test_twenty_clients_visit_one_household_on_one_day(cast: Cast, team: Team) -> None:
    """One of them is valid, all others are marked as doubles (BR-35)."""
    home = make_home(team.area)

    def check(outcomes: list[Any]) -> None:
        assert refusals(outcomes) == set()
        rows = Visit.objects.filter(household=home).order_by("pk")
        assert [row.status for row in rows] == ["VALID", *["DUPLICATE"] * (CLIENTS - 1)]

    def act(turn: int, client: int) -> Any:
        return log_visits(by=cast.minh, visits=[a_visit(team, home)])

    race(1, prepare=lambda turn: None, act=act, check=check)


@pytest.mark.race
def test_twenty_clients_send_one_new_household(cast: Cast, team: Team) -> None:
    visit = a_visit(team, area_id=team.area_id)

    def check(outcomes: list[Any]) -> None:
        assert refusals(outcomes) == set()
        assert (Household.objects.count(), Visit.objects.count()) == (1, 1)
        assert Visit.objects.get().household == Household.objects.get()

    def act(turn: int, client: int) -> Any:
        return log_visit_at_new_home(
            by=cast.minh, visit=visit, area=team.area, values={"head_name": "Lê Thị Mới"}
        )

    race(1, prepare=lambda turn: None, act=act, check=check)


@pytest.mark.race
def test_officials_merge_the_same_doubles_both_ways(cast: Cast, team: Team) -> None:
    pairs = [(make_home(team.area), make_home(team.area)) for _ in range(ROUNDS)]

    def act(turn: int, client: int) -> Any:
        kept, dropped = pairs[turn] if client % 2 else pairs[turn][::-1]
        return merge_households(by=cast.minh, kept=kept, dropped=dropped, choices={})

    def check(outcomes: list[Any]) -> None:
        assert (len(winners(outcomes)), refusals(outcomes)) == (1, {"household_merged_once"})

    race(ROUNDS, prepare=lambda turn: None, act=act, check=check)
    assert HouseholdMerge.objects.count() == ROUNDS


@pytest.mark.race
def test_the_wrong_twin_that_looks_first_stores_doubles_or_fails(cast: Cast, team: Team) -> None:
    """Looking whether the number is there, then writing, without trying again: some clients get an error."""
    rounds = [a_visit(team, area_id=team.area_id) for _ in range(ROUNDS)]
    errors: list[str] = []

    def naive(data: VisitData) -> None:
        if Visit.objects.filter(client_uuid=data.client_uuid).exists():
            return
        with transaction.atomic():
            row = Visit(
                client_uuid=data.client_uuid,
                team=team,
                area=team.area,
                visited_on=data.visited_on,
                outcome=data.outcome,
                recorded_at="2023-03-15T00:00:00Z",
            )
            row.save()

    def check(outcomes: list[Any]) -> None:
        errors.extend(type(one).__name__ for one in outcomes if isinstance(one, IntegrityError))

    race(ROUNDS, prepare=lambda turn: None, act=lambda turn, client: naive(rounds[turn]), check=check)
    assert errors


def test_a_batch_is_stored_whole_or_not_at_all(cast: Cast, team: Team) -> None:
    topic = make_topic()
    homes = [make_home(team.area) for _ in range(3)]
    answer = Answer(ConsentState.GIVEN, phone="0912 000 101")
    visits = [a_visit(team, home, topics=(taught(topic),)) for home in homes]
    visits.append(a_visit(team, make_home(team.area), answer=answer, note="hẹn"))
    assert fail_at_every_statement(lambda: log_visits(by=cast.minh, visits=visits)) > 10
    assert Visit.objects.count() == 4


def test_mergers_moves_and_withdrawals_are_whole(cast: Cast, team: Team) -> None:
    kept, dropped = make_home(team.area), make_home(team.area)
    log_visits(by=cast.minh, visits=[a_visit(team, kept), a_visit(team, dropped)])
    record_consent(by=cast.minh, household=kept, answer=Answer(ConsentState.GIVEN))
    minh, other = cast.minh, cast.places.hamlets[1]
    assert fail_at_every_statement(lambda: merge_households(by=minh, kept=kept, dropped=dropped, choices={}))
    merge = HouseholdMerge.objects.get()
    assert fail_at_every_statement(lambda: undo_merge(by=minh, merge=merge))
    assert fail_at_every_statement(lambda: move_household(by=minh, household=kept, area=other))
    assert fail_at_every_statement(lambda: withdraw_consent(by=minh, household=kept))
    kept.refresh_from_db()
    assert (kept.area, kept.consent_state) == (other, "WITHDRAWN")
