"""R2, R3, R5, R6, R7 and R8 on cases counted by hand."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from areas.enums import AreaKind
from areas.models import AreaStat
from areas.tree import open_hamlet
from reports.decision_register import decision_register_report
from reports.enterprises import enterprises_report
from reports.ground import Ground
from reports.make_up import make_up_report
from reports.member_list import member_list_report
from reports.reviews import reviews_report
from reports.table import Report, Share
from reports.uncovered import Reason, a_month_after, uncovered_report
from reports.working import marks_in
from teams.departures import record_departure, suspend
from teams.enums import DecisionAction, EndReason, MemberCategory, TeamLevel, TeamRole
from teams.exceptions import record_exception
from teams.findings import quality_of
from teams.issuing import line_up_on
from teams.line_ups import EntryData
from teams.member_lines import roman
from teams.models import EnterpriseProfile, Organisation, PersonPosition, Team, WorkforceCount
from teams.proposals import propose
from teams.revoking import revoke
from teams.roster import save_line_up
from tests.cast import START, Cast
from tests.reports.conftest import asking
from tests.reports.random_register import write
from tests.teams.builders import (
    ISSUED,
    issue_for,
    make_active_team,
    make_draft_team,
    make_line_up,
    make_person,
    proposal_of,
)
from tests.teams.test_roster import mark_large, youth

LATER = date(2023, 5, 1)


def uncovered(cast: Cast, on: date) -> Report:
    return uncovered_report(asking(cast.minh, cast.places.commune, on))


def reasons(report: Report) -> dict[str, tuple[str, int]]:
    return {
        row.cells["hamlet"].split(" ", 1)[1]: (row.cells["reason"], row.cells["days"]) for row in report.rows
    }


def test_r2_never_had_a_team(cast: Cast) -> None:
    make_active_team(cast)
    found = reasons(uncovered(cast, ISSUED))
    assert len(found) == 6
    assert found["Minh Tân"] == (str(Reason.UNDECIDED), (ISSUED - START).days)


def test_r2_team_dissolved_or_suspended(cast: Cast) -> None:
    gone, paused = make_active_team(cast), make_active_team(cast, cast.places.hamlets[1])
    propose(by=cast.minh, team=gone, action=DecisionAction.DISSOLVE)
    issue_for(cast.minh, [gone], LATER)
    suspend(by=cast.minh, team=paused, valid_from=LATER + timedelta(days=3), reason="lũ")
    found = reasons(uncovered(cast, LATER + timedelta(days=10)))
    assert found["Minh Thành"] == (str(Reason.DISSOLVED), 10)
    assert found["Minh Tân"] == (str(Reason.SUSPENDED), 7)
    assert "Minh Tân" not in reasons(uncovered(cast, LATER))


def test_r2_planned_and_new_hamlets(cast: Cast) -> None:
    today = timezone.localdate()
    make_draft_team(cast, cast.places.hamlets[2])
    open_hamlet(commune=cast.places.commune, kind=AreaKind.AP, name="Minh Mới", valid_from=today)
    found = reasons(uncovered(cast, today))
    assert found["Minh Cường"][0] == str(Reason.PLANNED)
    assert found["Minh Mới"] == (str(Reason.NEW), 0)
    assert reasons(uncovered(cast, today - timedelta(days=1)))["Minh Cường"][0] == str(Reason.UNDECIDED)
    assert reasons(uncovered(cast, a_month_after(today)))["Minh Mới"][0] == str(Reason.UNDECIDED)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2022, 1, 5), date(2022, 2, 5)),
        (date(2022, 1, 31), date(2022, 2, 28)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2022, 12, 31), date(2023, 1, 31)),
    ],
)
def test_a_month_after(day: date, after: date) -> None:
    assert a_month_after(day) == after


def test_r2_households_br_40(cast: Cast) -> None:
    for number, hamlet in enumerate(cast.places.hamlets[:5]):
        AreaStat.objects.create(area=hamlet, as_of=date(2022, 7, 1), households=100 * number)
    AreaStat.objects.create(area=cast.places.hamlets[4], as_of=LATER, households=999)
    report = uncovered(cast, ISSUED)
    assert report.total is not None
    assert report.total.cells["households"] == 0 + 100 + 200 + 300 + 400
    with override("en"):
        assert uncovered(cast, ISSUED).notes == ["Missing: figures of 2 units."]


def test_r2_head_of_the_hamlet(cast: Cast) -> None:
    make_person(cast.places.commune, "Danh Thị Trưởng", head_of=cast.places.hamlets[3])
    heads = {row.cells["hamlet"]: row.cells["head"] for row in uncovered(cast, ISSUED).rows}
    assert heads["Ấp Minh Dũng"] == "Danh Thị Trưởng"


def test_r3_order_columns_and_notes(cast: Cast) -> None:
    hamlet, commune = cast.places.hamlets[0], cast.places.commune
    mark_large(hamlet)
    team = make_draft_team(cast, members=0)
    entries = [*make_line_up(hamlet, 10), *youth(cast, 1)]
    entries[-1].person.gender = "FEMALE"
    entries[0].person.gender = "MALE"
    for one in (entries[0], entries[-1]):
        one.person.can_share_phone = one is entries[0]
        one.person.save()
    save_line_up(by=cast.minh, item=proposal_of(team), entries=list(reversed(entries)))
    decision = issue_for(cast.minh, [team])
    with override("vi"):
        report = member_list_report(asking(cast.minh, commune, ISSUED))
    leader = next(row for row in report.rows if row.cells["role"] == "Tổ trưởng")
    assert leader.cells["man"] == str(entries[0].person.birth_year)
    assert leader.cells["woman"] == ""
    assert leader.cells["phone"].startswith("0912")
    extra = next(row for row in report.rows if "bổ sung" in row.cells["note"])
    assert (extra.cells["woman"], extra.cells["phone"]) == (str(entries[-1].person.birth_year), "")
    unknown = [row for row in report.rows if not row.cells["man"] and not row.cells["woman"]]
    assert all("sinh năm" in row.cells["note"] for row in unknown)
    assert {row.section for row in report.rows} == {f"I. {team.name} – Xã Minh Thuận"} or len(
        report.rows
    ) == 11
    by_decision = member_list_report(asking(cast.minh, commune, ISSUED, decision=decision))
    assert sorted(row.cells["name"] for row in by_decision.rows) == sorted(
        row.cells["name"] for row in report.rows
    )


def test_r3_leader_and_deputy_come_first_where_no_order_is_given(cast: Cast) -> None:
    make_active_team(cast)
    with override("vi"):
        report = member_list_report(asking(cast.minh, cast.places.commune, ISSUED))
    assert [row.cells["role"] for row in report.rows][:2] == ["Tổ trưởng", "Tổ phó"]


def test_r3_phone_column_is_absent_for_the_province(cast: Cast) -> None:
    make_active_team(cast)
    for user, shown in (
        (cast.lan, False),
        (cast.an, False),
        (cast.son, True),
        (cast.minh, True),
        (cast.binh, True),
    ):
        report = member_list_report(asking(user, cast.places.commune, ISSUED))
        assert ("phone" in [column.key for column in report.columns]) is shown


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994)] == [
        "I",
        "IV",
        "IX",
        "XIV",
        "XL",
        "XC",
        "CD",
        "MCMXCIV",
    ]


def test_r5_register_of_a_period(cast: Cast) -> None:
    first = issue_for(cast.minh, [make_draft_team(cast), make_draft_team(cast, cast.places.hamlets[1], 4)])
    second = issue_for(cast.minh, [make_draft_team(cast, cast.places.hamlets[2], 5)], date(2022, 9, 1))
    issue_for(
        cast.quang, [make_draft_team(cast, cast.places.other_hamlets[0], by=cast.quang)], date(2022, 9, 2)
    )
    revoke(by=cast.minh, decision=second, on=date(2022, 10, 1), reason="sai thẩm quyền")
    period = {"first": ISSUED, "last": date(2022, 9, 1)}
    report = decision_register_report(asking(cast.minh, cast.places.commune, ISSUED, **period))
    assert [
        (row.cells["number"], row.cells["teams"], row.cells["members"], row.is_struck) for row in report.rows
    ] == [
        (first.title, 2, 10, False),
        (second.title, 1, 5, True),
    ]
    assert report.total is not None
    assert (report.total.cells["teams"], report.total.cells["members"]) == (2, 10)
    one_day_less = decision_register_report(
        asking(
            cast.minh, cast.places.commune, ISSUED, first=ISSUED + timedelta(days=1), last=date(2022, 8, 31)
        )
    )
    assert one_day_less.rows == []
    whole = decision_register_report(
        asking(cast.lan, cast.places.province, ISSUED, first=START, last=date(2022, 12, 31))
    )
    assert len(whole.rows) == 3


def test_r6_make_up(cast: Cast) -> None:
    team = make_active_team(cast)
    make_active_team(cast, cast.places.hamlets[1], 4)
    PersonPosition.objects.filter(area=team.area).update(valid_to=LATER)
    report = make_up_report(asking(cast.lan, cast.places.province, LATER))
    row = {row.cells["name"]: row.cells for row in report.rows}["Xã Minh Thuận"]
    assert (row["teams"], row["memberships"], row["people"]) == (2, 10, 10)
    assert (row["led"], row["seconded"]) == (Share(1, 2), Share(2, 2))
    groups = {"heads": 2, "youth": 2, "mass": 2, "bank": 2, "post": 0, "enterprise": 0, "other": 2}
    assert {name: row[name] for name in groups} == groups
    assert row["average"] == 5
    assert row["women"] == Share(0, 10)
    assert row["sex_unknown"] == 10
    before = make_up_report(asking(cast.lan, cast.places.province, LATER - timedelta(days=1)))
    assert before.total is not None
    assert before.total.cells["led"] == Share(2, 2)


def test_r7_marks_lead_to_their_forms(cast: Cast) -> None:
    team, fine = make_active_team(cast), make_active_team(cast, cast.places.hamlets[1])
    leader = line_up_on(team, ISSUED)[0].person
    record_departure(by=cast.minh, team=team, person=leader, left_on=LATER, reason=EndReason.MOVED_AWAY)
    record_exception(by=cast.minh, team=fine, rule="BR-07", reason="ấp chưa có đoàn viên", valid_from=LATER)
    report = reviews_report(asking(cast.minh, cast.places.commune, LATER))
    assert [row.cells["team"] for row in report.rows] == [team.name, fine.name]
    flagged, excepted = report.rows
    assert {key for key in flagged.cells if key.isupper()} == {"NO_LEADER"}
    assert flagged.links["NO_LEADER"] == f"/teams/{team.pk}/propose/"
    assert excepted.cells["exceptions"] == "BR-07: ấp chưa có đoàn viên"
    assert not [key for key in excepted.cells if key.isupper()]
    assert report.total is not None
    assert report.total.cells["NO_LEADER"] == 1
    read_only = reviews_report(asking(cast.binh, cast.places.commune, LATER))
    assert read_only.rows[0].links["NO_LEADER"] == f"/teams/{team.pk}/"


def test_r7_old_list_and_phone(cast: Cast) -> None:
    team = make_active_team(cast)
    leader = line_up_on(team, ISSUED)[0].person
    leader.phone = ""
    leader.save()
    report = reviews_report(asking(cast.minh, cast.places.commune, date(2023, 8, 11)))
    (row,) = report.rows
    assert row.links["OLD_LIST"] == f"/teams/{team.pk}/confirm/"
    assert row.links["NO_LEADER_PHONE"] == f"/teams/people/{leader.pk}/edit/"


@pytest.mark.parametrize("seed", [1, 2])
def test_marks_counted_in_the_database_are_those_of_the_rules(cast: Cast, seed: int) -> None:
    mark_large(cast.places.hamlets[0])
    large = make_draft_team(cast, members=0)
    save_line_up(
        by=cast.minh,
        item=proposal_of(large),
        entries=[*make_line_up(cast.places.hamlets[0], 10), *youth(cast, 2)],
    )
    issue_for(cast.minh, [large])
    some = 0
    for on in [*write(cast, seed), ISSUED, LATER, date(2024, 1, 1)]:
        teams, marks = marks_in(Ground.of(cast.places.province, on))
        known = Team.objects.filter(pk__in=[team.pk for team in teams])
        right = {team: flags for team, flags in quality_of(known, on).items() if flags}
        assert marks == right
        some += len(marks)
    assert some > 0


def site(cast: Cast, name: str, *counts: tuple[date, int]) -> EnterpriseProfile:
    commune = cast.places.commune
    company = Organisation.objects.create(name=name, group="ENTERPRISE", type="COMPANY", area=commune)
    profile = EnterpriseProfile.objects.create(organisation=company, area=cast.places.hamlets[0])
    for as_of, workers in counts:
        WorkforceCount.objects.create(enterprise=profile, as_of=as_of, worker_count=workers)
    return profile


def test_r8_threshold_marks_and_teams(cast: Cast) -> None:
    recent = date(2022, 8, 1)
    site(cast, "A 299", (recent, 299))
    site(cast, "B 300", (recent, 300))
    site(cast, "C 301", (recent, 301))
    site(cast, "D mai", (ISSUED + timedelta(days=1), 900))
    fallen = site(cast, "E giảm", (date(2022, 7, 1), 320), (recent, 300))
    team = make_draft_team(cast, cast.places.commune, 0, level=TeamLevel.ENTERPRISE, enterprise=fallen)
    seats = [
        (TeamRole.LEADER, "ENTERPRISE_STAFF"),
        (TeamRole.DEPUTY, "ENTERPRISE_STAFF"),
        (TeamRole.MEMBER, "OTHER"),
    ]
    entries = [
        EntryData(make_person(cast.places.commune), role, MemberCategory(which)) for role, which in seats
    ]
    save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
    issue_for(cast.minh, [team], issuer=cast.places.commune)
    with override("vi"):
        report = enterprises_report(asking(cast.lan, cast.places.province, ISSUED))
        later = enterprises_report(asking(cast.lan, cast.places.province, date(2023, 8, 2)))
    rows = {row.cells["name"]: row.cells for row in report.rows}
    assert sorted(rows) == ["C 301", "E giảm"]
    assert (rows["C 301"]["workers"], rows["C 301"]["marks"]) == (301, "cần lập tổ")
    assert (rows["E giảm"]["members"], rows["E giảm"]["marks"]) == (3, "không còn bắt buộc")
    assert rows["E giảm"]["decision"] == ISSUED
    assert "cần cập nhật" in {row.cells["name"]: row.cells["marks"] for row in later.rows}["C 301"]
