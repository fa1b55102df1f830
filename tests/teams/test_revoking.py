"""Revoking (BR-22) and correcting (BR-23) decisions: the former state, equal row for row."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from teams.conflicts import conflicts
from teams.decisions import save_decision
from teams.departures import record_departure
from teams.enums import DecisionAction, DecisionStatus, EndReason, ItemStatus, TeamStatus
from teams.findings import stored_line_up
from teams.issuing import correct, issue, line_up_on
from teams.models import Decision, DecisionItem, Membership, Team, TeamArea, TeamPeriod
from teams.proposals import propose
from teams.revoking import building_on, revoke
from teams.roster import delete_draft, save_line_up
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    issue_for,
    make_active_team,
    make_draft_team,
    make_line_up,
    proposal_of,
)
from tests.teams.test_issuing import refused

LATER, ON = date(2023, 9, 1), date(2023, 12, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def state() -> dict[str, list[tuple[Any, ...]]]:
    """All rows that are worked out, without their numbers, and the facts of today on the teams."""
    found = {}
    for model in (Membership, TeamArea, TeamPeriod):
        fields = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
        found[model.__name__] = sorted(model.objects.values_list(*fields), key=str)
    team_fields = ("id", "status", "area_id", "established_on", "dissolved_on")
    found["Team"] = sorted(Team.objects.values_list(*team_fields))
    return found


def test_br_22_sixty_line_ups_are_the_former_ones(cast: Cast) -> None:
    hamlets = cast.places.hamlets
    teams = [make_draft_team(cast, hamlets[number % 7], 8) for number in range(60)]
    issue_for(cast.minh, teams)
    record_departure(
        by=cast.minh,
        team=teams[3],
        person=line_up_on(teams[3], ISSUED)[4].person,
        left_on=date(2023, 2, 1),
        reason=EndReason.MOVED_AWAY,
    )
    before = state()
    for team in teams:
        item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
        save_line_up(
            by=cast.minh, item=item, entries=[*stored_line_up(item)[:5], *make_line_up(team.area, 3)[1:]]
        )
    decision = issue_for(cast.minh, teams, LATER)
    assert state() != before
    revoke(by=cast.minh, decision=decision, on=ON, reason="ban hành nhầm")
    assert state() == before
    assert (decision.status, decision.revoked_on) == (DecisionStatus.REVOKED, ON)
    assert set(decision.items.values_list("status", flat=True)) == {ItemStatus.REVOKED}


def test_br_22_dissolution_taken_back(cast: Cast) -> None:
    team = make_active_team(cast)
    before = state()
    propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    decision = issue_for(cast.minh, [team], LATER)
    assert Team.objects.get().status == TeamStatus.DISSOLVED
    revoke(by=cast.minh, decision=decision, on=ON, reason="tổ vẫn hoạt động")
    assert state() == before


def test_team_whose_setting_up_is_revoked_is_a_draft_with_its_proposal(cast: Cast) -> None:
    team = make_draft_team(cast)
    before = state()
    people = set(proposal_of(team).entries.values_list("person", "seat", "role"))
    decision = issue_for(cast.minh, [team])
    revoke(by=cast.minh, decision=decision, on=ON, reason="sai thẩm quyền")
    assert state() == before
    item = proposal_of(team)
    assert (item.action, item.decision) == (DecisionAction.ESTABLISH, None)
    assert set(item.entries.values_list("person", "seat", "role")) == people
    issue_for(cast.minh, [team], date(2022, 9, 1))
    assert Team.objects.get().established_on == date(2022, 9, 1)


def test_proposal_drawn_up_since_becomes_the_one_that_sets_up(cast: Cast) -> None:
    team = make_active_team(cast)
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    revoke(by=cast.minh, decision=Decision.objects.get(), on=ON, reason="nhầm")
    item.refresh_from_db()
    assert (item.action, item.base, item.status) == (DecisionAction.ESTABLISH, None, ItemStatus.PROPOSED)
    assert refused(lambda: delete_draft(by=cast.minh, team=team)) == ["not_a_draft"]


def test_decisions_that_build_on_it_go_with_it_or_nothing_does(cast: Cast) -> None:
    team = make_active_team(cast)
    first = Decision.objects.get()
    propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    second = issue_for(cast.minh, [team], LATER)
    before = state()
    assert building_on(first) == [second]
    assert refused(lambda: revoke(by=cast.minh, decision=first, on=ON, reason="nhầm")) == ["dependants"]
    assert state() == before
    revoke(by=cast.minh, decision=first, on=ON, reason="nhầm", with_dependants=True)
    assert set(Decision.objects.values_list("status", flat=True)) == {DecisionStatus.REVOKED}
    assert (Membership.objects.count(), Team.objects.get().status) == (0, TeamStatus.DRAFT)


@pytest.mark.parametrize(
    ("reason", "on", "code"), [(" ", ON, "required"), ("nhầm", date(2022, 8, 9), "BR-19")]
)
def test_revoking_needs_reason_and_a_later_day(cast: Cast, reason: str, on: date, code: str) -> None:
    make_active_team(cast)
    decision = Decision.objects.get()
    assert refused(lambda: revoke(by=cast.minh, decision=decision, on=on, reason=reason)) == [code]


def test_only_what_is_in_force_is_revoked_and_only_by_its_commune(cast: Cast) -> None:
    make_active_team(cast)
    decision = Decision.objects.get()
    for user in (cast.quang, cast.lan, cast.binh):
        with pytest.raises(PermissionDenied):
            revoke(by=user, decision=decision, on=ON, reason="nhầm")
    revoke(by=cast.minh, decision=decision, on=ON, reason="nhầm")
    assert refused(lambda: revoke(by=cast.minh, decision=decision, on=ON, reason="nhầm")) == ["not_issued"]


# BR-23: corrections.


def test_br_23_who_corrects_and_with_a_reason(cast: Cast) -> None:
    team = make_active_team(cast)
    decision = Decision.objects.get()
    day = date(2022, 8, 12)
    with pytest.raises(PermissionDenied):
        correct(by=cast.minh, decision=decision, reason="dính chính", issued_on=day, effective_on=day)
    assert refused(lambda: correct(by=cast.an, decision=decision, reason="", issued_on=day)) == ["BR-23"]
    correct(by=cast.an, decision=decision, reason="ghi nhầm ngày", issued_on=day, effective_on=day)
    team.refresh_from_db()
    assert team.established_on == day
    assert set(Membership.objects.values_list("from_date", flat=True)) == {day}
    entry = Decision.objects.get().history.latest()
    assert (entry.history_user, entry.history_change_reason) == (cast.an, "ghi nhầm ngày")


def test_br_23_correction_keeps_the_order_of_decisions(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    second = issue_for(cast.minh, [team], LATER)
    early = date(2022, 8, 1)
    change = {"issued_on": early, "effective_on": early}
    assert refused(lambda: correct(by=cast.an, decision=second, reason="nhầm", **change)) == ["BR-10"]
    assert refused(lambda: correct(by=cast.an, decision=second, reason="nhầm", status="DRAFT")) == ["BR-23"]
    assert Decision.objects.get(pk=second.pk).issued_on == LATER


def test_br_23_corrected_number_is_still_the_only_one(cast: Cast) -> None:
    for hamlet in cast.places.hamlets[:2]:
        make_active_team(cast, hamlet)
    first, second = Decision.objects.order_by("pk")
    assert refused(lambda: correct(by=cast.an, decision=second, reason="nhầm", number=first.number)) == [
        "BR-18"
    ]


# Re-constitution: ten new people for ten old ones who sit meanwhile (BR-03).


def test_ten_for_ten_while_the_old_ones_sit(cast: Cast) -> None:
    team = make_active_team(cast, members=10)
    old = {row.person_id for row in line_up_on(team, ISSUED)}
    head = line_up_on(team, ISSUED)[0].person
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    ten = make_line_up(team.area, 10)
    save_line_up(by=cast.minh, item=item, entries=ten)
    assert {row.person_id for row in line_up_on(team, LATER)} == old
    decision = save_decision(by=cast.minh, decision=new_for(cast), items=[item])
    change = next(found for found in conflicts(decision) if found.item).changes
    assert [(day.on, len(day.joined), len(day.left)) for day in change] == [(LATER, 9, 9)]
    issue(by=cast.minh, decision=decision)
    assert {row.person_id for row in line_up_on(team, date(2023, 8, 31))} == old
    now = line_up_on(team, LATER)
    assert {row.person_id for row in now} == {data.person.pk for data in ten}
    assert [row.from_date for row in now if row.person == head] == [ISSUED]
    assert DecisionItem.objects.open().count() == 0


def new_for(cast: Cast) -> Decision:
    return Decision(
        issuer=cast.places.commune,
        number=77,
        subject="Kiện toàn Tổ công nghệ số cộng đồng",
        issued_on=LATER,
        signer_name="Võ Thanh Bình",
    )
