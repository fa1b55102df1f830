"""Coverage by the rules BR-16 and BR-24 to BR-27, on cases counted by hand (report R1)."""

from datetime import date, timedelta

from django.utils.translation import override

from areas.enums import AreaKind, AreaLevel
from areas.tree import open_unit
from common.templatetags.figures import share
from reports.coverage import add_team_figures, coverage_by, coverage_of, total_of, units_on
from reports.coverage_table import coverage_report
from reports.table import Share
from teams.departures import record_departure, suspend
from teams.enums import DecisionAction, EndReason, MemberCategory, TeamLevel, TeamRole, TeamStatus
from teams.issuing import line_up_on
from teams.line_ups import EntryData
from teams.models import EnterpriseProfile, Organisation, Team
from teams.proposals import propose
from teams.roster import save_line_up
from tests.cast import START, Cast
from tests.reports.conftest import asking
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

LATER = date(2023, 5, 1)


def covered(cast: Cast, on: date = ISSUED) -> tuple[int, int]:
    row = coverage_of(cast.places.commune, on)
    return row.covered, row.hamlets


def test_br_24_rate_with_numerator_and_denominator() -> None:
    assert Share(950, 957).rate == 950 / 957
    with override("vi"):
        assert "950/957" in share(950, 957)
        assert "(99,3 %)" in share(950, 957)
        assert share(0, 0) == "—"


def test_br_24_before_and_on_the_day_a_team_ends(cast: Cast) -> None:
    team = make_active_team(cast)
    propose(by=cast.minh, team=team, action=DecisionAction.DISSOLVE)
    issue_for(cast.minh, [team], LATER)
    assert covered(cast, ISSUED - timedelta(days=1)) == (0, 7)
    assert covered(cast, ISSUED) == (1, 7)
    assert covered(cast, LATER - timedelta(days=1)) == (1, 7)
    assert covered(cast, LATER) == (0, 7)


def test_br_24_commune_without_hamlets_is_a_dash_and_left_out_of_the_average(cast: Cast) -> None:
    open_unit(
        level=AreaLevel.COMMUNE,
        kind=AreaKind.XA,
        code="31099",
        name="Hòa Mới",
        parent=cast.places.district,
        valid_from=START,
    )
    make_active_team(cast)
    report = coverage_report(asking(cast.lan, cast.places.province, ISSUED))
    rows = {row.cells["name"].split(" ", 1)[1]: row.cells for row in report.rows}
    assert rows["Hòa Mới"]["share"] == Share(0, 0)
    assert rows["Hòa Mới"]["hamlets"] is None
    assert rows["Minh Thuận"]["share"] == Share(1, 7)
    assert report.total is not None
    assert report.total.cells["share"] == Share(1, 10)
    assert any("1" in note for note in report.notes)


def test_br_25_needs_reconstitution_counts_and_is_shown_apart(cast: Cast) -> None:
    teams = [make_active_team(cast, hamlet) for hamlet in cast.places.hamlets]
    leader = line_up_on(teams[0], ISSUED)[0].person
    record_departure(by=cast.minh, team=teams[0], person=leader, left_on=LATER, reason=EndReason.MOVED_AWAY)
    row = total_of(cast.places.commune, LATER)
    assert (row.covered, row.hamlets, row.is_complete) == (7, 7, True)
    assert (row.team_count, row.needs_reconstitution) == (7, 1)


def test_br_25_suspended_and_draft_teams_do_not_count(cast: Cast) -> None:
    team = make_active_team(cast)
    make_draft_team(cast, cast.places.hamlets[1])
    suspend(by=cast.minh, team=team, valid_from=LATER, reason="lũ")
    assert covered(cast, LATER - timedelta(days=1)) == (1, 7)
    assert covered(cast, LATER) == (0, 7)
    assert total_of(cast.places.commune, LATER).team_count == 0


def test_br_26_two_teams_in_one_hamlet(cast: Cast) -> None:
    make_active_team(cast)
    make_active_team(cast)
    row = total_of(cast.places.commune, ISSUED)
    assert (row.covered, row.teams) == (1, {TeamLevel.HAMLET: 2})


def test_br_27_one_person_in_three_teams(cast: Cast) -> None:
    collaborator = make_person(cast.places.commune, gender="FEMALE")
    for hamlet in cast.places.hamlets[:3]:
        team = make_draft_team(cast, hamlet, members=0)
        entries = [*make_line_up(hamlet, 3), entry(collaborator, category=MemberCategory.POST_TELECOM)]
        save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
        issue_for(cast.minh, [team])
    row = total_of(cast.places.commune, ISSUED)
    assert (row.memberships, row.people, row.women, row.men, row.sex_unknown) == (12, 10, 1, 0, 9)
    rows = coverage_by(units_on(cast.places.commune, ISSUED, AreaLevel.HAMLET), ISSUED)
    add_team_figures(rows, ISSUED)
    assert sum(one.memberships for one in rows) == 12
    assert sum(one.people for one in rows) == 12, "summed over hamlets she would be three people"


def enterprise_team(cast: Cast) -> Team:
    commune = cast.places.commune
    company = Organisation.objects.create(
        name="Công ty Gỗ Mẫu", group="ENTERPRISE", type="COMPANY", area=commune
    )
    site = EnterpriseProfile.objects.create(organisation=company, area=cast.places.hamlets[0])
    team = make_draft_team(cast, commune, 0, level=TeamLevel.ENTERPRISE, enterprise=site)
    seats = [
        (TeamRole.LEADER, MemberCategory.ENTERPRISE_STAFF),
        (TeamRole.DEPUTY, MemberCategory.ENTERPRISE_STAFF),
        (TeamRole.MEMBER, MemberCategory.ENTERPRISE_STAFF),
    ]
    entries = [EntryData(make_person(commune), role, category) for role, category in seats]
    save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
    issue_for(cast.minh, [team], issuer=commune)
    team.refresh_from_db()
    return team


def test_br_16_enterprise_team_covers_no_hamlet(cast: Cast) -> None:
    team = enterprise_team(cast)
    assert team.status == TeamStatus.ACTIVE
    row = total_of(cast.places.commune, ISSUED)
    assert (row.covered, row.teams) == (0, {TeamLevel.ENTERPRISE: 1})


def test_levels_and_drill_down(cast: Cast) -> None:
    make_active_team(cast)
    province = cast.places.province
    by_district = coverage_report(asking(cast.lan, province, ISSUED, level="district"))
    assert [row.cells["share"] for row in by_district.rows] == [Share(1, 10)]
    by_commune = coverage_report(asking(cast.lan, province, ISSUED))
    assert [row.cells["code"] for row in by_commune.rows] == ["31018", "31012"]
    hamlets = coverage_report(asking(cast.lan, cast.places.commune, ISSUED))
    assert [row.cells["hamlet_teams"] for row in hamlets.rows] == [0, 0, 0, 0, 0, 0, 1]
    assert len(hamlets.rows[0].cells["strip"].hamlets) == 1
    strip = by_commune.rows[0].cells["strip"]
    assert [(state, len(hamlets)) for state, hamlets in strip.by_state] == [("ACTIVE", 1), ("", 6)]
    assert (strip.covered, strip.total) == (1, 7)


def test_day_before_the_first_areas(cast: Cast) -> None:
    report = coverage_report(asking(cast.lan, cast.places.province, START - timedelta(days=1)))
    assert report.rows == []
    assert report.total is not None
    assert report.total.cells["share"] == Share(0, 0)
    assert report.total.cells["hamlets"] is None


def test_latest_decision_and_last_change(cast: Cast) -> None:
    team = make_active_team(cast)
    member = line_up_on(team, ISSUED)[-1].person
    record_departure(by=cast.minh, team=team, person=member, left_on=LATER, reason=EndReason.RESIGNED)
    row = total_of(cast.places.commune, LATER)
    assert (row.latest_decision, row.changed_on) == (ISSUED, LATER)
    before = total_of(cast.places.commune, LATER - timedelta(days=1))
    assert (before.latest_decision, before.changed_on) == (ISSUED, ISSUED)
