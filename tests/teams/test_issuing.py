"""Issuing decisions: BR-05 to BR-07 at activation, BR-10, BR-17 to BR-20, one decision for many teams."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from areas.enums import AreaKind
from areas.tree import open_hamlet
from teams.conflicts import conflicts
from teams.decisions import find_same, parse_number, save_decision
from teams.enums import DecisionAction, DecisionStatus, ItemStatus, MemberCategory, TeamRole, TeamStatus
from teams.exceptions import record_exception
from teams.findings import stored_line_up
from teams.issuing import confirm, issue, line_up_on, status_on
from teams.line_ups import EntryData
from teams.models import Decision, DecisionItem, Membership, PersonPosition, RuleSet, Team, TeamPeriod
from teams.proposals import propose
from teams.roster import save_line_up
from teams.today import refresh_today
from tests.cast import START, Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    issue_for,
    make_active_team,
    make_draft_team,
    make_person,
    new_decision,
    proposal_of,
)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def refused(action: Callable[[], object]) -> list[str]:
    """The rules that refuse the action."""
    with pytest.raises(ValidationError) as error:
        action()
    if hasattr(error.value, "error_dict"):
        return [one.code for errors in error.value.error_dict.values() for one in errors]
    return [one.code for one in error.value.error_list]


def test_team_works_from_the_day_of_effect(cast: Cast) -> None:
    team = make_active_team(cast)
    assert (team.status, team.established_on, team.dissolved_on) == (TeamStatus.ACTIVE, ISSUED, None)
    assert [row.seat for row in line_up_on(team, ISSUED)] == [1, 2, 3, 4, 5, 6]
    assert line_up_on(team, ISSUED - timedelta(days=1)) == []
    assert status_on(team, ISSUED - timedelta(days=1)) == TeamStatus.DRAFT
    assert proposal_free(team)
    assert team.history.latest().history_user == cast.minh


def proposal_free(team: Team) -> bool:
    return not DecisionItem.objects.open().filter(team=team).exists()


def test_future_decision_waits_for_its_day(cast: Cast) -> None:
    team = make_draft_team(cast)
    tomorrow = timezone.localdate() + timedelta(days=1)
    issue_for(cast.minh, [team], timezone.localdate(), effective_on=tomorrow)
    team.refresh_from_db()
    assert team.status == TeamStatus.DRAFT
    assert status_on(team, tomorrow) == TeamStatus.ACTIVE
    assert refresh_today() == 0


def test_today_is_refreshed_when_a_day_has_come(cast: Cast) -> None:
    team = make_active_team(cast)
    Team.objects.update(status=TeamStatus.DRAFT, area=cast.places.hamlets[3])
    assert refresh_today() == 1
    team.refresh_from_db()
    assert (team.status, team.area) == (TeamStatus.ACTIVE, cast.places.hamlets[0])


# At activation: leader, head, deputy; exceptions.


def without(team: Team, role: str, user: object) -> None:
    item = proposal_of(team)
    entries = [data for data in stored_line_up(item) if data.role != role]
    save_line_up(by=user, item=item, entries=entries)


def test_br_05_no_leader_blocks_the_activation(cast: Cast) -> None:
    team = make_draft_team(cast)
    without(team, TeamRole.LEADER, cast.minh)
    assert refused(lambda: issue_for(cast.minh, [team])) == ["BR-05"]
    assert (Membership.objects.count(), proposal_of(team).status) == (0, ItemStatus.PROPOSED)


def test_br_06_leader_is_head_on_the_day_of_effect(cast: Cast) -> None:
    team = make_draft_team(cast)
    PersonPosition.objects.update(valid_from=ISSUED + timedelta(days=1))
    assert refused(lambda: issue_for(cast.minh, [team])) == ["BR-06"]
    record_exception(by=cast.minh, team=team, rule="BR-06", reason="trưởng ấp đang chờ bầu")
    issue_for(cast.minh, [team])
    team.refresh_from_db()
    assert team.status == TeamStatus.ACTIVE


def test_br_07_deputy_or_an_exception(cast: Cast) -> None:
    team = make_draft_team(cast)
    without(team, TeamRole.DEPUTY, cast.minh)
    assert refused(lambda: issue_for(cast.minh, [team])) == ["BR-07"]
    record_exception(by=cast.minh, team=team, rule="BR-07", reason="ấp chưa có đoàn viên")
    issue_for(cast.minh, [team])
    team.refresh_from_db()
    assert team.status == TeamStatus.ACTIVE


@pytest.mark.parametrize("rule", ["BR-03", "BR-05", "BR-08", "BR-99", ""])
def test_other_rules_allow_no_exception(cast: Cast, rule: str) -> None:
    team = make_draft_team(cast)
    assert refused(lambda: record_exception(by=cast.minh, team=team, rule=rule, reason="vì")) == ["rule"]


def test_exception_needs_a_reason(cast: Cast) -> None:
    team = make_draft_team(cast)
    assert refused(lambda: record_exception(by=cast.minh, team=team, rule="BR-07", reason="  ")) == [
        "required"
    ]


# BR-10 and rule 8.


def test_br_10_amendment_before_the_team_was_set_up(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    early = ISSUED - timedelta(days=1)
    assert refused(lambda: issue_for(cast.minh, [team], early)) == ["BR-10"]


def test_nothing_follows_a_dissolution(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    issue_for(cast.minh, [team], date(2023, 1, 5))
    team.refresh_from_db()
    assert (team.status, team.dissolved_on) == (TeamStatus.DISSOLVED, date(2023, 1, 5))
    assert {row.end_reason for row in Membership.objects.all()} == {"TEAM_DISSOLVED"}
    assert refused(lambda: propose(by=cast.minh, team=team, action=DecisionAction.AMEND)) == ["BR-10"]


def test_back_dated_decision_takes_its_place(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    issue_for(cast.minh, [team], date(2023, 9, 1))
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    three = stored_line_up(item)[:4]
    save_line_up(by=cast.minh, item=item, entries=three)
    issue_for(cast.minh, [team], date(2023, 3, 1))
    assert [
        len(line_up_on(team, day)) for day in (date(2023, 2, 28), date(2023, 3, 1), date(2023, 9, 1))
    ] == [6, 4, 6]


# BR-17.


def test_br_17_draft_decision_activates_nothing(cast: Cast) -> None:
    team = make_draft_team(cast)
    save_decision(by=cast.minh, decision=new_decision(cast.places.commune), items=[proposal_of(team)])
    team.refresh_from_db()
    assert (team.status, TeamPeriod.objects.count()) == (TeamStatus.DRAFT, 0)


@pytest.mark.parametrize("missing", [{"number": None}, {"signer_name": ""}, {"issued_on": None}])
def test_br_17_decision_is_complete(cast: Cast, missing: dict[str, None]) -> None:
    team = make_draft_team(cast)
    decision = new_decision(cast.places.commune, **missing)
    save_decision(by=cast.minh, decision=decision, items=[proposal_of(team)])
    assert refused(lambda: issue(by=cast.minh, decision=decision)) == ["BR-17"]
    assert Membership.objects.count() == 0


def test_br_17_the_committee_of_the_teams_commune_decides(cast: Cast) -> None:
    team = make_draft_team(cast)
    with pytest.raises(PermissionDenied):
        save_decision(by=cast.minh, decision=new_decision(cast.places.other_commune))
    decision = new_decision(cast.places.other_commune)
    save_decision(by=cast.quang, decision=decision)
    DecisionItem.objects.filter(team=team).update(decision=decision)
    rules = [one.code for found in conflicts(decision) for one in found.blocking]
    assert rules == ["BR-17.other_issuer"]


@pytest.mark.parametrize(("issued_on", "fits"), [(date(2025, 6, 30), True), (date(2025, 7, 2), False)])
def test_br_17_closed_committee(cast: Cast, issued_on: date, fits: bool) -> None:
    """The commune is closed on 01/07/2025; its hamlets go on under another one."""
    team = make_draft_team(cast)
    reform = date(2025, 7, 1)
    for hamlet in cast.places.hamlets:
        version = hamlet.versions.get()
        version.valid_to = reform
        version.save()
        version.pk, version.valid_from, version.valid_to = None, reform, None
        version.parent = cast.places.other_commune
        version.search_key += " cu"
        version.save()
    cast.places.commune.versions.update(valid_to=reform)
    if fits:
        issue_for(cast.minh, [team], issued_on)
        assert status_on(team, issued_on) == TeamStatus.ACTIVE
        assert status_on(team, reform) == TeamStatus.NEEDS_RECONSTITUTION
    else:
        assert refused(lambda: issue_for(cast.minh, [team], issued_on)) == ["BR-17"]


def test_br_17_without_decision_only_where_the_rule_set_allows(cast: Cast) -> None:
    team = make_draft_team(cast)
    assert refused(lambda: confirm(by=cast.minh, item=proposal_of(team), on=ISSUED)) == ["BR-17"]
    RuleSet.objects.update(require_decision_for_active=False)
    item = confirm(by=cast.minh, item=proposal_of(team), on=ISSUED)
    team.refresh_from_db()
    assert (item.status, item.confirmed_on, team.status) == (ItemStatus.IN_FORCE, ISSUED, TeamStatus.ACTIVE)


# BR-18.


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("45/QĐ-UBND", 45, "QĐ-UBND"),
        ("45 / qđ-ubnd", 45, "QĐ-UBND"),
        ("số: 45/QD – UBND", 45, "QĐ-UBND"),
        ("45", 45, "QĐ-UBND"),
        ("7/qđ-vp", 7, "QĐ-VP"),
        ("QĐ-UBND", None, "QĐ-UBND"),
        ("", None, "QĐ-UBND"),
        ("9999999/QĐ", None, "QĐ-UBND"),
    ],
)
def test_br_18_number_as_typed(text: str, number: int | None, symbol: str) -> None:
    assert parse_number(text) == (number, symbol)


def test_br_18_number_once_a_year(cast: Cast) -> None:
    commune = cast.places.commune
    first = save_decision(by=cast.minh, decision=new_decision(commune, number=45))
    again = new_decision(commune, date(2022, 12, 31), number=45, symbol="qd – ubnd")
    assert refused(lambda: save_decision(by=cast.minh, decision=again)) == ["BR-18"]
    save_decision(by=cast.minh, decision=new_decision(commune, date(2023, 1, 1), number=45))
    save_decision(by=cast.quang, decision=new_decision(cast.places.other_commune, number=45))
    assert find_same(commune, *parse_number("45 / qđ-ubnd"), 2022) == first
    assert Decision.objects.count() == 3


# BR-19.


@pytest.mark.parametrize(("days", "fits"), [(30, True), (31, False)])
def test_br_19_at_most_thirty_days_ahead(cast: Cast, days: int, fits: bool) -> None:
    team = make_draft_team(cast)
    issued_on = timezone.localdate() + timedelta(days=days)
    if fits:
        assert issue_for(cast.minh, [team], issued_on).status == DecisionStatus.ISSUED
    else:
        assert refused(lambda: issue_for(cast.minh, [team], issued_on)) == ["BR-19"]


@pytest.mark.parametrize(
    ("issued_on", "warned"), [(date(2022, 3, 5), []), (date(2022, 3, 4), ["BR-19.before_guidance"])]
)
def test_br_19_older_than_the_guidance(cast: Cast, issued_on: date, warned: list[str]) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)], issued_on)
    assert [one.code for one in conflicts(decision, items=[])[0].findings] == warned


def test_br_19_effect_before_issue(cast: Cast) -> None:
    team = make_draft_team(cast)
    early = ISSUED - timedelta(days=1)
    assert refused(lambda: issue_for(cast.minh, [team], effective_on=early)) != []


# BR-20.


def test_br_20_latest_decision_sets_the_line_up(cast: Cast) -> None:
    team = make_active_team(cast)
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    newcomer = EntryData(make_person(cast.places.commune), TeamRole.MEMBER, MemberCategory.OTHER)
    save_line_up(by=cast.minh, item=item, entries=[*stored_line_up(item), newcomer])
    issue_for(cast.minh, [team], date(2023, 9, 1))
    assert [len(line_up_on(team, day)) for day in (date(2023, 8, 31), date(2023, 9, 1))] == [6, 7]


# Rule 6.


def test_outdated_amendment_is_refused(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    item = proposal_of(team)
    item.base = None
    item.save()
    assert refused(lambda: issue_for(cast.minh, [team], date(2023, 1, 1))) == ["BR-21"]


# Frozen, wrong people, all or nothing, many teams.


def test_br_23_issued_decision_is_frozen(cast: Cast) -> None:
    team = make_active_team(cast)
    decision = Decision.objects.get()
    decision.issued_on = date(2022, 8, 11)
    assert refused(lambda: save_decision(by=cast.minh, decision=decision)) == ["BR-23"]
    assert refused(lambda: issue(by=cast.minh, decision=decision)) == ["BR-23"]
    assert team.established_on == ISSUED


def test_decision_without_teams_is_not_issued(cast: Cast) -> None:
    decision = save_decision(by=cast.minh, decision=new_decision(cast.places.commune))
    assert refused(lambda: issue(by=cast.minh, decision=decision)) == ["no_items"]


@pytest.mark.parametrize("user", ["quang", "lan", "an", "binh", "hoa"])
def test_who_may_not_issue(cast: Cast, user: str) -> None:
    team = make_draft_team(cast)
    decision = save_decision(
        by=cast.minh, decision=new_decision(cast.places.commune), items=[proposal_of(team)]
    )
    with pytest.raises(PermissionDenied):
        issue(by=getattr(cast, user), decision=decision)


def test_proposal_of_another_decision_is_not_taken(cast: Cast) -> None:
    item = proposal_of(make_draft_team(cast))
    save_decision(by=cast.minh, decision=new_decision(cast.places.commune), items=[item])
    second = new_decision(cast.places.commune)
    assert refused(lambda: save_decision(by=cast.minh, decision=second, items=[item])) == ["item_elsewhere"]


def test_one_faulty_team_stops_the_whole_decision_and_all_faults_are_told(cast: Cast) -> None:
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets[:4]]
    without(teams[1], TeamRole.LEADER, cast.minh)
    without(teams[2], TeamRole.DEPUTY, cast.minh)
    with pytest.raises(ValidationError) as error:
        issue_for(cast.minh, teams)
    assert sorted(one.code for one in error.value.error_list) == ["BR-05", "BR-07"]
    named = {message.partition(":")[0] for message in error.value.messages}
    assert named == {teams[1].name, teams[2].name}
    assert set(Team.objects.values_list("status", flat=True)) == {TeamStatus.DRAFT}


def queries_of_conflicts(cast: Cast, teams: list[Team]) -> int:
    items = list(DecisionItem.objects.open().filter(team__in=teams).select_related("team__area", "decision"))
    with CaptureQueriesContext(connection) as captured:
        conflicts(new_decision(cast.places.commune), items=items)
    return len(captured)


def test_sixty_teams_by_one_decision(cast: Cast) -> None:
    commune = cast.places.commune
    hamlets = list(cast.places.hamlets)
    hamlets += [
        open_hamlet(commune=commune, kind=AreaKind.AP, name=f"Số {n}", valid_from=START) for n in range(53)
    ]
    teams = [make_draft_team(cast, hamlet, 10) for hamlet in hamlets]
    assert queries_of_conflicts(cast, teams[:1]) == queries_of_conflicts(cast, teams)
    started = timezone.now()
    issue_for(cast.minh, teams)
    assert timezone.now() - started < timedelta(seconds=10)
    assert Team.objects.filter(status=TeamStatus.ACTIVE, established_on=ISSUED).count() == 60
    assert Membership.objects.filter(from_date=ISSUED, to_date=None).count() == 600
