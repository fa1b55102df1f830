"""Findings read from the database: of line-ups in force (BR-02, BR-04, BR-06, BR-08, BR-28) and of proposals."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from teams.composition import findings
from teams.departures import confirm_list, record_departure
from teams.enums import EndReason, MemberCategory, PositionType, TeamRole
from teams.exceptions import record_exception
from teams.findings import checklist_for, draft_facts, findings_of, item_findings, quality_of
from teams.issuing import line_up_on
from teams.line_ups import EntryData
from teams.models import Person, PersonPosition, RuleSet, Team
from teams.people import appoint
from teams.roster import save_line_up
from teams.rules import rule_set_for, rules_for
from teams.suggestions import suggest
from tests.cast import START, Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    entry,
    issue_for,
    make_active_team,
    make_draft_team,
    make_line_up,
    make_person,
    proposal_of,
)
from tests.teams.test_roster import mark_large, youth

DAY = date(2023, 3, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def codes_on(team: Team, on: date) -> list[str]:
    return [one.code for one in findings_of([team], on)[team.pk]]


def test_nothing_is_said_of_a_good_team(cast: Cast) -> None:
    assert codes_on(make_active_team(cast), ISSUED) == []


def test_br_02_second_team_of_a_hamlet(cast: Cast) -> None:
    first = make_active_team(cast)
    second = make_active_team(cast)
    assert "BR-02.second_team" in codes_on(second, ISSUED)
    found = next(one for one in findings_of([second], ISSUED)[second.pk] if one.rule == "BR-02")
    assert found.params["teams"] == (first.name,)


def test_br_04_mark_removed_later(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    mark_large(hamlet)
    team = make_draft_team(cast, members=0)
    entries = [*make_line_up(hamlet, 10), *youth(cast, 2)]
    save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
    issue_for(cast.minh, [team])
    assert codes_on(team, ISSUED) == []
    hamlet.large_population, hamlet.large_reason = False, ""
    hamlet.save()
    assert codes_on(team, ISSUED) == ["BR-04.mark_removed"]
    assert len(line_up_on(team, timezone.localdate())) == 12


def test_br_06_post_that_ended(cast: Cast) -> None:
    team = make_active_team(cast)
    PersonPosition.objects.update(valid_to=DAY)
    assert codes_on(team, DAY - timedelta(days=1)) == []
    assert codes_on(team, DAY) == ["BR-06.not_head"]
    record_exception(by=cast.minh, team=team, rule="BR-06", reason="quyền trưởng ấp", valid_from=DAY)
    (found,) = findings_of([team], DAY)[team.pk]
    assert (found.excepted, found.reason) == (True, "quyền trưởng ấp")


def test_br_06_names_who_is_the_head(cast: Cast) -> None:
    """The sentence says whom the register holds to be the head; a post that ended is nobody's."""
    team = make_active_team(cast)
    PersonPosition.objects.update(valid_to=DAY)
    (found,) = findings_of([team], DAY)[team.pk]
    assert "không phải là" in found.text
    assert "Danh Thị Trưởng Mới" not in found.text
    head = make_person(cast.places.commune, "Danh Thị Trưởng Mới")
    appoint(
        by=cast.minh,
        person=head,
        position_type=PositionType.HAMLET_HEAD,
        valid_from=DAY,
        area=team.area,
    )
    (found,) = findings_of([team], DAY)[team.pk]
    assert found.code == "BR-06.not_head"
    assert "trong sổ, người giữ chức này là Danh Thị Trưởng Mới" in found.text
    assert codes_on(team, DAY - timedelta(days=1)) == []


def test_br_08_leader_of_two_teams(cast: Cast) -> None:
    teams = [make_active_team(cast), make_active_team(cast)]
    assert "BR-08.leads_several" in codes_on(teams[0], ISSUED)


def test_br_09_no_staff_known_is_only_told(cast: Cast) -> None:
    team = make_draft_team(cast, members=3)
    assert "BR-09.post_or_bank_unknown" in [one.code for one in item_findings(proposal_of(team))]
    staff = make_person(cast.places.commune)
    appoint(by=cast.minh, person=staff, position_type=PositionType.BANK_COLLAB, valid_from=START)
    assert "BR-09.post_or_bank" in [one.code for one in item_findings(proposal_of(team))]


# BR-28.


@pytest.mark.parametrize(("members", "flags"), [(2, ["BELOW_MINIMUM"]), (3, [])])
def test_br_28_fewer_than_the_minimum(cast: Cast, members: int, flags: list[str]) -> None:
    team = make_active_team(cast, members=members)
    assert quality_of([team], ISSUED)[team.pk] == flags


def test_br_28_leader_and_deputy_gone(cast: Cast) -> None:
    team = make_active_team(cast)
    for row in line_up_on(team, ISSUED)[:2]:
        record_departure(by=cast.minh, team=team, person=row.person, left_on=DAY, reason=EndReason.MOVED_AWAY)
    assert quality_of([team], DAY)[team.pk] == ["NO_LEADER", "NO_DEPUTY"]


def test_br_28_leader_without_a_phone(cast: Cast) -> None:
    team = make_active_team(cast)
    Person.objects.update(phone="")
    assert quality_of([team], ISSUED)[team.pk] == ["NO_LEADER_PHONE"]


def test_br_28_old_list_until_it_is_confirmed(cast: Cast) -> None:
    team = make_active_team(cast)
    assert quality_of([team], date(2023, 8, 10))[team.pk] == []
    assert quality_of([team], date(2023, 8, 11))[team.pk] == ["OLD_LIST"]
    confirm_list(by=cast.minh, team=team, on=date(2023, 8, 1))
    team.refresh_from_db()
    assert quality_of([team], date(2023, 8, 11))[team.pk] == []
    assert quality_of([team], date(2024, 8, 2))[team.pk] == ["OLD_LIST"]


def test_br_28_draft_has_no_decision(cast: Cast) -> None:
    team = make_draft_team(cast)
    assert "NO_DECISION" in quality_of([team], ISSUED)[team.pk]


# Proposals, also with people who are not stored yet.


def test_people_who_are_only_being_typed(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    typed = Person(full_name="Trần Thị Mẫu", area=cast.places.commune, birth_year=2020)
    facts, rules = draft_facts(
        proposal_of(team), [EntryData(typed, TeamRole.LEADER, MemberCategory.RESIDENT)]
    )
    codes = {one.code for one in findings(facts, rules)}
    assert {"BR-06.not_head", "BR-07.no_deputy", "BR-10.too_young"} <= codes
    assert Person.objects.count() == 0


def test_checklist_of_a_proposal(cast: Cast) -> None:
    team = make_draft_team(cast, members=9)
    lines = {line.rule: line for line in checklist_for(proposal_of(team))}
    assert (lines["BR-03"].params, lines["BR-06"].holds) == ({"taken": 9, "cap": 10}, True)


def test_rules_of_the_day_looked_at(cast: Cast) -> None:
    RuleSet.objects.update(valid_to=DAY)
    RuleSet.objects.create(
        province=cast.places.province, valid_from=DAY, max_members=8, document_ref="Quyết định mới"
    )
    hamlet = cast.places.hamlets[0]
    found = [rule_set_for(hamlet, day).max_members for day in (DAY - timedelta(days=1), DAY)]
    assert found == [10, 8]
    assert rules_for([hamlet.path], DAY)[hamlet.path].max_members == 8
    assert rule_set_for(hamlet, START - timedelta(days=1)) is None


def test_same_queries_for_one_team_and_for_many(cast: Cast) -> None:
    teams = [make_active_team(cast, hamlet) for hamlet in cast.places.hamlets]
    counts = []
    for chosen in (teams[:1], teams):
        with CaptureQueriesContext(connection) as captured:
            findings_of(chosen, ISSUED)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 14


# Who could fill a gap.


@pytest.mark.parametrize("gap", ["LEADER", "DEPUTY", "MASS_ORG", "POST_OR_BANK", "OTHER"])
def test_suggestions(cast: Cast, gap: str) -> None:
    hamlet, elsewhere = cast.places.hamlets[:2]
    team = make_draft_team(cast, hamlet, members=0)
    posts = {
        "LEADER": PositionType.HAMLET_HEAD,
        "DEPUTY": PositionType.YOUTH_SECRETARY,
        "MASS_ORG": PositionType.WOMEN_HEAD,
        "POST_OR_BANK": PositionType.TELECOM_COLLAB,
    }
    fits = {name: make_person(cast.places.commune, residence=hamlet) for name in posts}
    for name, post in posts.items():
        area = hamlet if name != "POST_OR_BANK" else None
        appoint(by=cast.minh, person=fits[name], position_type=post, area=area, valid_from=START)
    make_person(cast.places.commune, head_of=elsewhere)
    make_person(cast.places.other_commune)
    expected = [fits[gap]] if gap in fits else []
    assert suggest(proposal_of(team), gap, cast.minh) == expected
    assert suggest(proposal_of(team), gap, cast.quang) == []
    if expected:
        save_line_up(by=cast.minh, item=proposal_of(team), entries=[entry(expected[0])])
        assert suggest(proposal_of(team), gap, cast.minh) == []
