"""R12, R13, R14 and R17 on cases counted by hand, and the same figures stored and counted freely."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine

from areas.models import Area, AreaStat
from households.marks import mark
from households.models import Household, HouseholdBusiness, Platform, Topic, Visit, VisitTopic
from reports.businesses_helped import businesses_report
from reports.households_reached import households_report
from reports.movements import movements_report
from reports.outreach import whole_period
from reports.outreach_page import course_of
from reports.table import Mark, Share
from reports.topics_taught import span_of, topics_report
from teams.departures import record_departure
from teams.enums import DecisionAction, EndReason
from teams.models import Team
from tests.cast import Cast
from tests.reports.conftest import asking, client_of
from tests.teams.builders import ISSUED, make_active_team

TODAY = datetime(2024, 5, 20, 3, tzinfo=UTC)
FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def clock(time_machine: time_machine.TimeMachineFixture) -> None:
    """The day is 20/5/2024."""
    time_machine.move_to(TODAY, tick=False)


def visit(
    team: Team,
    hamlet: Area,
    on: date,
    outcome: str = "DONE",
    *,
    topics: dict[tuple[Topic, Platform | None], str] | None = None,
    **whom: object,
) -> Visit:
    """One visit as a service would leave it."""
    row = Visit.objects.create(
        client_uuid=uuid4(),
        team=team,
        area=hamlet,
        visited_on=on,
        outcome=outcome,
        people_reached=2,
        recorded_at=TODAY,
        **whom,
    )
    for (topic, platform), result in (topics or {}).items():
        VisitTopic.objects.create(visit=row, topic=topic, platform=platform, result=result)
    mark([(hamlet.pk, on)])
    return row


def home(hamlet: Area, name: str, group: str = "") -> Household:
    """A household, its hamlet marked."""
    row = Household.objects.create(area=hamlet, head_name=name, self_managed_group=group)
    mark([(hamlet.pk, TODAY.date())])
    return row


@pytest.fixture
def reached(cast: Cast) -> list[Household]:
    """Five households: one guided after two failures, one absent, one refused, two never visited."""
    hamlet, other = cast.places.hamlets[:2]
    team = make_active_team(cast)
    homes = [home(hamlet, f"Hộ {n}", "Tổ 1" if n < 2 else "") for n in range(4)] + [home(other, "Hộ xa")]
    visit(team, hamlet, date(2024, 1, 5), "NOT_HOME", household=homes[0])
    visit(team, hamlet, date(2024, 2, 5), household=homes[0])
    visit(team, hamlet, date(2024, 2, 6), household=homes[0])
    visit(
        team, hamlet, date(2024, 2, 6), "PARTLY", household=homes[0]
    )  # twice on one day by one team: one call
    visit(team, hamlet, date(2024, 2, 7), "RETURN", household=homes[1])
    visit(team, hamlet, date(2024, 3, 31), "REFUSED", household=homes[2])
    visit(team, hamlet, date(2024, 4, 1), household=homes[3])  # after the period
    visit(team, hamlet, date(2024, 2, 8))  # without consent: nobody's
    return homes


def test_r12_puts_each_household_in_one_column(cast: Cast, reached: list[Household]) -> None:
    AreaStat.objects.create(area=cast.places.hamlets[0], as_of=FIRST, households=1, is_estimate=False)
    report = households_report(asking(cast.minh, cast.places.commune, LAST, first=FIRST))
    by_name = {row.cells["name"]: row.cells for row in report.rows}
    cells = by_name[cast.places.hamlets[0].full_name]
    assert [cells[key] for key in ("living", "reached", "absent", "refused", "never")] == [4, 1, 1, 1, 1]
    assert (cells["calls"], cells["nameless"], cells["share"]) == (6, 1, Share(1, 4))
    assert (cells["counted"], cells["flag"]) == (Share(1, 1), "")
    assert by_name[cast.places.hamlets[1].full_name]["never"] == 1
    total = report.total.cells
    assert [total[key] for key in ("living", "reached", "absent", "refused", "never")] == [5, 1, 1, 1, 2]
    assert total["counted"] == Share(1, 1)
    assert [next(word for word in note.split() if word.isdigit()) for note in report.notes] == ["5", "6"]
    silent = by_name[cast.places.hamlets[2].full_name]
    assert (silent["living"], silent["never"], silent["calls"]) == (None, None, None)


def test_more_reached_than_counted_is_shown_and_marked(cast: Cast, reached: list[Household]) -> None:
    AreaStat.objects.create(area=cast.places.hamlets[0], as_of=FIRST, households=1, is_estimate=False)
    report = households_report(asking(cast.minh, cast.places.commune, TODAY.date(), first=FIRST))
    row = next(row.cells for row in report.rows if row.cells["reached"])
    assert row["counted"] == Share(2, 1)
    assert isinstance(row["flag"], Mark)


def test_r12_of_a_hamlet_is_by_group(cast: Cast, reached: list[Household]) -> None:
    report = households_report(asking(cast.minh, cast.places.hamlets[0], LAST, first=FIRST))
    rows = {row.cells["name"]: row.cells for row in report.rows}
    assert (rows["Tổ 1"]["living"], rows["Tổ 1"]["reached"], rows["Tổ 1"]["absent"]) == (2, 1, 1)
    assert (rows["Tổ 1"]["calls"], len(rows)) == (4, 2)
    assert report.total.cells["living"] == 4


def test_a_free_range_is_counted_as_the_stored_period_is(cast: Cast, reached: list[Household]) -> None:
    stored = households_report(asking(cast.minh, cast.places.commune, LAST, first=FIRST))
    free = households_report(asking(cast.minh, cast.places.commune, LAST, first=date(2023, 12, 31)))
    assert whole_period(FIRST, LAST) is not None
    assert whole_period(date(2023, 12, 31), LAST) is None
    assert [row.cells for row in stored.rows] == [row.cells for row in free.rows]


def test_r12_of_province_and_commune_agree(cast: Cast, reached: list[Household]) -> None:
    commune = households_report(asking(cast.minh, cast.places.commune, LAST, first=FIRST)).total
    province = households_report(asking(cast.lan, cast.places.province, LAST, first=FIRST)).total
    names = ("living", "reached", "absent", "refused", "never", "calls", "nameless")
    assert [commune.cells[name] for name in names] == [province.cells[name] for name in names]


def test_months_and_all_until_then(cast: Cast, reached: list[Household]) -> None:
    lines = {line.month.month: line for line in course_of(cast.places.commune, TODAY.date(), 5)}
    assert [lines[m].reached for m in (1, 2, 3, 4, 5)] == [0, 1, 0, 1, 0]
    assert [lines[m].reached_until for m in (1, 2, 3, 4, 5)] == [0, 1, 1, 2, 2]


def test_r13_counts_times_and_where_households_stand(cast: Cast, reached: list[Household]) -> None:
    hamlet = cast.places.hamlets[0]
    team = Team.objects.get()
    vneid = Topic.objects.create(code="T1", name="Một", pillar="PUBLIC_SERVICE", order=1, valid_from=FIRST)
    app = Platform.objects.create(code="p", name="Ứng dụng", valid_from=FIRST)
    one, two = reached[0], reached[1]
    visit(
        team,
        hamlet,
        date(2024, 2, 9),
        household=one,
        topics={(vneid, app): "INTRODUCED", (vneid, None): "FAILED"},
    )
    visit(team, hamlet, date(2024, 2, 20), household=two, topics={(vneid, app): "INSTALLED"})
    visit(team, hamlet, date(2024, 2, 20), household=two, topics={(vneid, app): "SELF_USE"})  # the same call
    visit(team, hamlet, date(2024, 3, 3), household=one, topics={(vneid, app): "ACCOUNT_OPENED"})
    visit(team, hamlet, date(2024, 3, 4), topics={(vneid, app): "INTRODUCED"})
    names = ("introduced", "installed", "account_opened", "self_use", "all", "failed")

    def cells(first: date, last: date) -> dict[str, list[int]]:
        report = topics_report(asking(cast.minh, cast.places.commune, last, first=first))
        return {row.cells["platform"]: [row.cells[name] for name in names] for row in report.rows}

    assert cells(FIRST, LAST)["Ứng dụng"] == [2, 0, 1, 1, 4, 0]
    assert cells(FIRST, LAST)[""] == [0, 0, 0, 0, 0, 1]
    assert cells(date(2024, 2, 10), date(2024, 3, 3))["Ứng dụng"] == [0, 0, 1, 1, 2, 0]
    report = topics_report(asking(cast.minh, cast.places.commune, LAST, first=FIRST))
    row = next(row.cells for row in report.rows if row.cells["platform"])
    standing = ("now_introduced", "now_installed", "now_account", "now_alone")
    assert [row[name] for name in standing] == [0, 0, 1, 1]
    assert report.total.cells["all"] == 4
    assert "now_alone" not in report.total.cells


@pytest.mark.parametrize(
    ("first", "last", "months", "rests"),
    [
        (date(2024, 1, 1), date(2024, 2, 29), 2, []),
        (date(2024, 1, 2), date(2024, 2, 29), 1, [(date(2024, 1, 2), date(2024, 1, 31))]),
        (date(2024, 1, 1), date(2024, 2, 28), 1, [(date(2024, 2, 1), date(2024, 2, 28))]),
        (date(2024, 1, 5), date(2024, 1, 9), 0, [(date(2024, 1, 5), date(2024, 1, 9))]),
        (date(2024, 1, 15), date(2024, 2, 14), 0, [(date(2024, 1, 15), date(2024, 2, 14))]),
    ],
)
def test_spans(first: date, last: date, months: int, rests: list[tuple[date, date]]) -> None:
    span = span_of(first, last)
    assert (len(span.months), span.rests) == (months, rests)


@pytest.mark.parametrize(
    ("first", "last", "months", "rests"),
    [
        (date(2024, 1, 1), date(2024, 2, 14), 2, []),
        (date(2024, 1, 1), date(2024, 2, 13), 1, [(date(2024, 2, 1), date(2024, 2, 13))]),
        (date(2024, 1, 1), date(2024, 2, 20), 2, []),
        (date(2024, 2, 1), date(2024, 2, 14), 1, []),
        (date(2024, 2, 5), date(2024, 2, 14), 0, [(date(2024, 2, 5), date(2024, 2, 14))]),
    ],
)
def test_a_month_that_runs_is_whole_up_to_today(
    first: date, last: date, months: int, rests: list[tuple[date, date]]
) -> None:
    with time_machine.travel(datetime(2024, 2, 14, 5, tzinfo=UTC)):
        span = span_of(first, last)
    assert (len(span.months), span.rests) == (months, rests)


def test_r14_businesses_helped_and_what_they_use(cast: Cast) -> None:
    hamlet, team = cast.places.hamlets[0], make_active_team(cast)
    etax = Topic.objects.get_or_create(
        code="ETAX", defaults={"name": "Thuế điện tử", "pillar": "BUSINESS", "valid_from": FIRST}
    )[0]
    with time_machine.travel(datetime(2024, 1, 2, 3, tzinfo=UTC)):
        firms = [
            HouseholdBusiness.objects.create(area=hamlet, name=f"Quán {n}", kind="FARM") for n in range(3)
        ]
    visit(team, hamlet, date(2024, 2, 1), business=firms[0], topics={(etax, None): "INTRODUCED"})
    visit(team, hamlet, date(2024, 2, 2), business=firms[0])
    visit(team, hamlet, date(2024, 2, 2), "NOT_HOME", business=firms[1], topics={(etax, None): "FAILED"})
    with time_machine.travel(datetime(2024, 4, 2, 3, tzinfo=UTC)):
        firms[2].has_qr = "YES"
        firms[2].save()
        mark([(hamlet.pk, date(2024, 4, 2))])
    names = ("businesses", "helped", "calls", "etax", "with_qr")
    march = businesses_report(asking(cast.minh, cast.places.commune, LAST, first=FIRST)).total.cells
    assert [march[name] for name in names] == [3, Share(1, 3), 3, 2, Share(0, 3)]
    may = businesses_report(asking(cast.minh, cast.places.commune, TODAY.date(), first=FIRST)).total.cells
    assert may["with_qr"] == Share(1, 3)


def test_r14_a_unit_that_entered_nothing_is_missing_not_zero(cast: Cast) -> None:
    """BR-40: the naive twin shows 0 businesses and 0 calls where nobody has answered."""
    hamlet = cast.places.hamlets[0]
    HouseholdBusiness.objects.create(area=hamlet, name="Quán Một", kind="FARM")
    mark([(hamlet.pk, TODAY.date())])
    found = businesses_report(asking(cast.minh, cast.places.commune, TODAY.date(), first=FIRST))
    figures = ("businesses", "helped", "calls", "etax", "with_qr", "with_einvoice", "on_platform")
    cells = {unit.unit.area_id: row.cells for unit, row in zip(found.units, found.rows, strict=True)}
    entered = cells.pop(hamlet.pk)
    assert [entered[name] for name in figures] == [1, Share(0, 1), 0, 0, *[Share(0, 1)] * 3]
    assert {row[name] for row in cells.values() for name in figures} == {None}
    assert found.total.cells["businesses"] == 1
    assert [str(len(cells)) in note and "BR-40" in note for note in found.notes] == [True]


def test_r17_tells_teams_and_people_who_came_and_went(cast: Cast) -> None:
    team = make_active_team(cast)
    leaver = team.memberships.get(role="MEMBER", seat=6).person
    record_departure(
        by=cast.minh, team=team, person=leaver, left_on=date(2024, 2, 1), reason=EndReason.MOVED_AWAY
    )
    names = ("set_up", "dissolved", "renewed", "came", "left", "changed")

    def cells(first: date, last: date) -> tuple[list[int], str]:
        found = movements_report(asking(cast.minh, cast.places.commune, last, first=first)).total.cells
        return [found[name] for name in names], found["reasons"]

    assert cells(ISSUED, ISSUED) == ([1, 0, 0, 6, 0, 0], "")
    counts, reasons = cells(FIRST, LAST)
    assert counts == [0, 0, 0, 0, 1, 0]
    assert reasons.endswith(": 1")
    assert DecisionAction.RECONSTITUTE not in reasons


@pytest.mark.parametrize("name", ["households", "topics", "businesses", "movements"])
def test_pages_workbooks_and_papers_open(cast: Cast, reached: list[Household], name: str) -> None:
    for user in (cast.lan, cast.minh, cast.binh):
        client = client_of(user)
        for way in ("", "excel/", "print/"):
            answer = client.get(f"/reports/{name}/{way}")
            assert answer.status_code == 200, (user, way)
    assert client_of(cast.tuan).get(f"/reports/{name}/").status_code == 403
