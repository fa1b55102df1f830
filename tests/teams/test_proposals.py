"""Proposals beside the line-up in force: BR-21, the base of an amendment (rule 6), handing over the leader."""

from datetime import date
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from teams.departures import record_departure
from teams.enums import DecisionAction, EndReason, MemberCategory, PositionType, TeamRole
from teams.findings import stored_line_up
from teams.issuing import line_up_on
from teams.line_ups import EntryData
from teams.models import DecisionItem, LineUpEntry, Membership, PersonPosition
from teams.people import appoint
from teams.proposals import discard, hand_over_leader, is_outdated, propose, refresh_from_current
from teams.rebuild import timeline_with
from teams.roster import add_entry, remove_entry, save_line_up
from teams.timeline_changes import join_date
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    entry,
    issue_for,
    make_active_team,
    make_draft_team,
    make_person,
    new_decision,
    proposal_of,
)
from tests.teams.test_issuing import refused

LATER = date(2023, 9, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def test_proposal_copies_the_line_up_in_force_with_its_seats(cast: Cast) -> None:
    team = make_active_team(cast, members=7)
    gone = line_up_on(team, ISSUED)[3]
    record_departure(
        by=cast.minh, team=team, person=gone.person, left_on=date(2022, 10, 1), reason=EndReason.RESIGNED
    )
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    assert list(item.entries.order_by("seat").values_list("seat", flat=True)) == [1, 2, 3, 5, 6, 7]
    assert item.base == DecisionItem.objects.ruling().get()
    assert list(item.item_areas.values_list("area", "is_primary")) == [(team.area_id, True)]


def test_dissolution_sets_nobody(cast: Cast) -> None:
    team = make_active_team(cast)
    item = propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    assert (item.entries.count(), item.item_areas.count(), item.base) == (0, 0, None)


def test_one_open_proposal_for_a_team(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    again = partial(propose, by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    assert refused(again) == ["open_proposal"]
    discard(by=cast.minh, item=proposal_of(team))
    assert again().action == DecisionAction.RECONSTITUTE


def test_draft_has_its_proposal_already(cast: Cast) -> None:
    team = make_draft_team(cast)
    assert refused(lambda: propose(by=cast.minh, team=team, action=DecisionAction.AMEND)) == ["draft"]
    assert refused(lambda: discard(by=cast.minh, item=proposal_of(team))) == ["draft"]


@pytest.mark.parametrize("user", ["quang", "lan", "binh", "hoa", "tuan"])
def test_who_may_not_propose(cast: Cast, user: str) -> None:
    team = make_active_team(cast)
    with pytest.raises(PermissionDenied):
        propose(by=getattr(cast, user), team=team, action=DecisionAction.AMEND)


# BR-21.


def test_br_21_six_stay_two_are_replaced(cast: Cast) -> None:
    team = make_active_team(cast, members=8)
    untouched = set(Membership.objects.filter(seat__lte=6).values_list("pk", flat=True))
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    new = [entry(make_person(cast.places.commune)) for _ in range(2)]
    save_line_up(by=cast.minh, item=item, entries=[*stored_line_up(item)[:6], *new])
    issue_for(cast.minh, [team], LATER)
    closed = Membership.objects.filter(to_date=LATER)
    assert [row.end_reason for row in closed] == [EndReason.REPLACED] * 2
    assert Membership.objects.filter(from_date=LATER).count() == 2
    assert (
        set(Membership.objects.filter(from_date=ISSUED, to_date=None).values_list("pk", flat=True))
        == untouched
    )


def test_br_21_deputy_becomes_leader_and_keeps_the_join_date(cast: Cast) -> None:
    team = make_active_team(cast)
    leader, deputy = line_up_on(team, ISSUED)[:2]
    PersonPosition.objects.update(valid_to=LATER)
    appoint(
        by=cast.minh,
        person=deputy.person,
        position_type=PositionType.HAMLET_HEAD,
        area=team.area,
        valid_from=LATER,
    )
    record = {"team": team, "by": cast.minh, "old_stays_as": None}
    new = EntryData(deputy.person, TeamRole.DEPUTY, MemberCategory.HAMLET_HEAD)
    item = hand_over_leader(new_leader=new, **record)
    young = EntryData(
        make_person(cast.places.commune, residence=team.area), TeamRole.DEPUTY, MemberCategory.YOUTH_UNION
    )
    add_entry(by=cast.minh, item=item, entry=young)
    issue_for(cast.minh, [team], LATER)
    assert join_date(timeline_with(team), deputy.person_id, LATER) == ISSUED
    rows = Membership.objects.filter(person=deputy.person).order_by("from_date")
    assert [(row.role, row.from_date, row.to_date, row.end_reason) for row in rows] == [
        (TeamRole.DEPUTY, ISSUED, LATER, EndReason.ROLE_CHANGED),
        (TeamRole.LEADER, LATER, None, ""),
    ]
    assert Membership.objects.get(person=leader.person).end_reason == EndReason.REPLACED


def test_hand_over_with_the_signed_decision_at_once(cast: Cast) -> None:
    team = make_active_team(cast)
    leader = line_up_on(team, ISSUED)[0].person
    PersonPosition.objects.update(valid_to=LATER)
    new = make_person(cast.places.commune, head_of=team.area, since=LATER)
    item = hand_over_leader(
        by=cast.minh,
        team=team,
        new_leader=EntryData(new, TeamRole.MEMBER, MemberCategory.HAMLET_HEAD),
        old_stays_as=TeamRole.MEMBER,
        decision=new_decision(cast.places.commune, LATER),
    )
    roles = {row.person_id: row.role for row in line_up_on(team, LATER)}
    assert (roles[new.pk], roles[leader.pk], len(roles)) == (TeamRole.LEADER, TeamRole.MEMBER, 7)
    assert item.status == "IN_FORCE"
    assert Membership.objects.get(person=leader, to_date=LATER).end_reason == EndReason.ROLE_CHANGED


def test_refused_hand_over_leaves_nothing(cast: Cast) -> None:
    team = make_active_team(cast)
    stranger = make_person(cast.places.commune)
    with pytest.raises(ValidationError):
        hand_over_leader(
            by=cast.minh,
            team=team,
            new_leader=entry(stranger),
            old_stays_as=None,
            decision=new_decision(cast.places.commune, LATER),
        )
    assert DecisionItem.objects.open().count() == 0
    assert LineUpEntry.objects.filter(person=stranger).count() == 0


# Rule 6: an amendment drawn up from a list that is no longer the current one.


def test_outdated_amendment_is_brought_up_to_date_and_keeps_its_changes(cast: Cast) -> None:
    team = make_active_team(cast, members=6)
    rows = line_up_on(team, ISSUED)
    amend = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    newcomer = make_person(cast.places.commune)
    remove_entry(by=cast.minh, item=amend, person=rows[5].person)
    add_entry(by=cast.minh, item=amend, entry=entry(newcomer))
    other = insert_other_amendment(cast, team, amend, without=rows[4].person_id)
    assert is_outdated(amend, date(2024, 1, 1))
    amend = refresh_from_current(by=cast.minh, item=amend)
    assert not is_outdated(amend, date(2024, 1, 1))
    listed = set(amend.entries.values_list("person", flat=True))
    assert listed == {row.person_id for row in rows[:4]} | {newcomer.pk}
    assert amend.base == other
    issue_for(cast.minh, [team], date(2024, 1, 1))
    assert {row.person_id for row in line_up_on(team, date(2024, 1, 1))} == listed


def insert_other_amendment(cast: Cast, team: object, amend: DecisionItem, without: int) -> DecisionItem:
    """Another amendment comes into force meanwhile (its decision was entered late)."""
    DecisionItem.objects.filter(pk=amend.pk).update(status="REVOKED")
    other = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    entries = [data for data in stored_line_up(other) if data.person.pk != without]
    save_line_up(by=cast.minh, item=other, entries=entries)
    issue_for(cast.minh, [team], LATER)
    DecisionItem.objects.filter(pk=amend.pk).update(status="PROPOSED")
    return other


def test_somebody_who_had_left_comes_back_only_when_confirmed(cast: Cast) -> None:
    team = make_active_team(cast)
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    record_departure(
        by=cast.minh,
        team=team,
        person=line_up_on(team, ISSUED)[5].person,
        left_on=date(2023, 1, 1),
        reason=EndReason.MOVED_AWAY,
    )
    assert refused(lambda: issue_for(cast.minh, [team], LATER)) == ["BR-21"]
    issue_for(cast.minh, [team], LATER, confirm_returning=True)
    item.refresh_from_db()
    assert item.status == "IN_FORCE"
    assert len(line_up_on(team, LATER)) == 6
