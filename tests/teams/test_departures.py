"""Facts between two decisions: departures (BR-10), pauses (BR-25), lists looked through (BR-28)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from teams.departures import confirm_list, record_departure, resume, suspend, withdraw_departure
from teams.enums import DecisionAction, EndReason, TeamStatus
from teams.issuing import line_up_on, status_on
from teams.models import Departure, Membership, Suspension, Team
from teams.proposals import propose
from tests.cast import Cast, make_cast
from tests.teams.builders import ISSUED, issue_for, make_active_team, make_draft_team, make_person
from tests.teams.test_issuing import refused
from tests.teams.test_revoking import state

DAY = date(2023, 2, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def leave(cast: Cast, team: Team, seat: int, on: date = DAY, reason: str = EndReason.MOVED_AWAY) -> Departure:
    person = line_up_on(team, ISSUED)[seat - 1].person
    return record_departure(by=cast.minh, team=team, person=person, left_on=on, reason=reason)


def test_departure_frees_the_seat_from_its_day(cast: Cast) -> None:
    team = make_active_team(cast)
    departure = leave(cast, team, 4)
    assert [row.seat for row in line_up_on(team, DAY - timedelta(days=1))] == [1, 2, 3, 4, 5, 6]
    assert [row.seat for row in line_up_on(team, DAY)] == [1, 2, 3, 5, 6]
    row = Membership.objects.get(person=departure.person)
    assert (row.to_date, row.end_reason, row.item_out) == (DAY, EndReason.MOVED_AWAY, None)
    assert departure.recorded_by == cast.minh


def test_leader_may_always_leave(cast: Cast) -> None:
    team = make_active_team(cast)
    leave(cast, team, 1, reason=EndReason.RESIGNED)
    team.refresh_from_db()
    assert team.status == TeamStatus.NEEDS_RECONSTITUTION
    assert status_on(team, DAY - timedelta(days=1)) == TeamStatus.ACTIVE


def test_br_10_departure_on_the_day_of_joining_leaves_no_row(cast: Cast) -> None:
    team = make_active_team(cast)
    departure = leave(cast, team, 6, on=ISSUED)
    assert not Membership.objects.filter(person=departure.person).exists()
    assert len(line_up_on(team, ISSUED)) == 5


@pytest.mark.parametrize("on", [ISSUED - timedelta(days=1), date(2024, 1, 1), date(2024, 5, 5)])
def test_br_10_departure_outside_the_life_of_the_team(cast: Cast, on: date) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    issue_for(cast.minh, [team], date(2024, 1, 1))
    assert refused(lambda: leave(cast, team, 3, on=on)) == ["BR-10"]


def test_br_10_departure_of_somebody_who_does_not_sit_there(cast: Cast) -> None:
    team = make_active_team(cast)
    stranger = make_person(cast.places.commune)
    assert refused(
        lambda: record_departure(
            by=cast.minh, team=team, person=stranger, left_on=DAY, reason=EndReason.RESIGNED
        )
    ) == ["BR-10"]
    leave(cast, team, 3)
    assert refused(lambda: leave(cast, team, 3, on=DAY + timedelta(days=9))) == ["BR-10"]


def test_br_10_empty_membership_past_the_services(cast: Cast) -> None:
    make_active_team(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(seat=2).update(to_date=ISSUED, end_reason=EndReason.RESIGNED)


def test_reason_of_a_departure_is_one_of_people_s(cast: Cast) -> None:
    team = make_active_team(cast)
    assert refused(lambda: leave(cast, team, 3, reason=EndReason.TEAM_DISSOLVED)) == ["reason"]


def test_withdrawn_departure_never_was(cast: Cast) -> None:
    team = make_active_team(cast)
    before = state()
    departure = leave(cast, team, 2, reason=EndReason.DECEASED)
    departure.person.refresh_from_db()
    assert departure.person.is_deceased
    withdraw_departure(by=cast.minh, departure=departure)
    departure.person.refresh_from_db()
    assert state() == before
    assert not departure.person.is_deceased
    assert Departure.history.first().history_type == "-"


def test_pause_and_resumption(cast: Cast) -> None:
    team = make_active_team(cast)
    before = state()
    suspend(by=cast.minh, team=team, valid_from=DAY, reason="ngập lũ")
    assert status_on(team, DAY) == TeamStatus.SUSPENDED
    assert len(line_up_on(team, DAY)) == 6
    pause = resume(by=cast.minh, team=team, on=date(2023, 5, 1))
    assert [status_on(team, day) for day in (date(2023, 4, 30), date(2023, 5, 1))] == [
        TeamStatus.SUSPENDED,
        TeamStatus.ACTIVE,
    ]
    assert (pause.valid_from, pause.valid_to) == (DAY, date(2023, 5, 1))
    assert state()["Membership"] == before["Membership"]


def test_pauses_do_not_overlap_and_lie_in_the_life_of_the_team(cast: Cast) -> None:
    team = make_active_team(cast)
    early = ISSUED - timedelta(days=1)
    assert refused(lambda: suspend(by=cast.minh, team=team, valid_from=early, reason="lũ")) == ["BR-10"]
    assert refused(lambda: resume(by=cast.minh, team=team, on=DAY)) == ["date"]
    suspend(by=cast.minh, team=team, valid_from=DAY, valid_to=date(2023, 3, 1), reason="lũ")
    assert len(refused(lambda: suspend(by=cast.minh, team=team, valid_from=DAY, reason="lũ"))) == 1
    assert Suspension.objects.count() == 1


def test_confirmed_list(cast: Cast) -> None:
    team = make_active_team(cast)
    today = timezone.localdate()
    assert confirm_list(by=cast.minh, team=team, on=today).checked_on == today
    assert refused(lambda: confirm_list(by=cast.minh, team=team, on=today + timedelta(days=1))) == ["date"]
    assert refused(lambda: confirm_list(by=cast.minh, team=make_draft_team(cast), on=today)) == [
        "not_working"
    ]


@pytest.mark.parametrize("user", ["quang", "lan", "binh", "hoa", "tuan"])
def test_who_may_not_record(cast: Cast, user: str) -> None:
    team = make_active_team(cast)
    by = getattr(cast, user)
    person = line_up_on(team, ISSUED)[0].person
    with pytest.raises(PermissionDenied):
        record_departure(by=by, team=team, person=person, left_on=DAY, reason=EndReason.RESIGNED)
    with pytest.raises(PermissionDenied):
        suspend(by=by, team=team, valid_from=DAY, reason="lũ")
    with pytest.raises(PermissionDenied):
        confirm_list(by=by, team=team, on=DAY)
