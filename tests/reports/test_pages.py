"""Pages of reports: who may open them, what they cost, and that screen, workbook and paper say the same."""

from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.models import AuditAction, AuditEntry
from reports.kinds import REPORTS
from tests.cast import Cast
from tests.reports.conftest import address, client_of
from tests.teams.builders import issue_for, make_active_team, make_draft_team, make_person

NAMES = [kind.name for kind in REPORTS]
SCREENS = [f"reports:{name}" for name in [*NAMES, "coverage_trend"]]
ALL = [f"reports:{name}{way}" for name in NAMES for way in ("", "_excel", "_print")] + [
    "reports:coverage_trend"
]
REASON = {"reason": "phụ lục quyết định"}
HOSTILE = ["=1+1", "<script>alert(1)</script>", "\u202eabc", "' OR 1=1 --", "{{ 7 }}"]


class Text(HTMLParser):
    """The words of a page's main table, row by row."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.rows[-1][-1] += data.strip()


def words_of(page: Any) -> str:
    """What a page or a workbook says."""
    return str(cells_of(page.content)) if "sheet" in page["Content-Type"] else page.content.decode()


def cells_of(content: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]  # type: ignore[union-attr] # there is a sheet


def test_who_may_open_reports(cast: Cast) -> None:
    for name in [*ALL, "reports:index"]:
        for user in (cast.lan, cast.minh, cast.binh, cast.quang):
            assert client_of(user).get(reverse(name)).status_code == 200, (user, name)
        for user in (cast.hoa, cast.tuan):
            assert client_of(user).get(reverse(name)).status_code == 403, (user, name)


def test_a_stranger_sees_nothing_of_another_commune(cast: Cast) -> None:
    team = make_active_team(cast)
    page = client_of(cast.quang)
    for name in ALL:
        for area in (cast.places.commune, cast.places.hamlets[0], cast.places.district, cast.places.province):
            assert page.get(address(reverse(name), area=area.pk)).status_code == 404, name
        own = words_of(page.post(reverse(name), REASON))
        assert "Minh Thuận" not in own, name
        assert team.name not in own, name


def test_a_decision_of_another_commune_is_not_found(cast: Cast) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)])
    path = address(reverse("reports:member_list"), decision=decision.pk)
    assert client_of(cast.minh).get(path).status_code == 200
    assert client_of(cast.lan).get(path).status_code == 200
    assert client_of(cast.quang).get(path).status_code == 404


@pytest.mark.parametrize("typed", ["xx", "31/02/2022", "2022", "9" * 500, "01/01/2022'--"])
def test_a_day_that_is_none_is_said_at_the_field(cast: Cast, typed: str) -> None:
    for name in SCREENS:
        page = client_of(cast.lan).get(address(reverse(name), **{"as_of": typed, "from": typed}))
        assert page.status_code == 200, name
        assert "errorlist" in page.content.decode(), name


def test_forged_ids_are_not_found(cast: Cast) -> None:
    client = client_of(cast.lan)
    for setting in ("area", "decision"):
        for forged in ("x", 10**30, -1, "1__gt", "1' OR '1'='1"):
            for name in ALL:
                assert client.get(address(reverse(name), **{setting: forged})).status_code == 404, name


@pytest.mark.parametrize(
    "query", [{"sort": "password"}, {"sort": "-x__y"}, {"page": "0"}, {"page": "x"}, {"level": "x"}]
)
def test_unknown_order_and_page_are_refused(cast: Cast, query: dict[str, Any]) -> None:
    make_active_team(cast)
    assert client_of(cast.lan).get(address(reverse("reports:coverage"), **query)).status_code == 400


def test_day_before_the_first_areas_shows_a_dash(cast: Cast) -> None:
    page = client_of(cast.lan).get(address(reverse("reports:coverage"), as_of="1/1/2000"))
    assert page.status_code == 200
    assert "—" in page.content.decode()


def test_period_turned_round_is_said(cast: Cast) -> None:
    page = client_of(cast.lan).get(
        address(reverse("reports:decisions"), **{"from": "1/9/2022", "to": "1/8/2022"})
    )
    assert page.context["first"] == date(2022, 8, 1)
    assert "errorlist" in page.content.decode()


@pytest.mark.parametrize("name", ALL)
def test_the_same_queries_for_one_team_and_for_ten(cast: Cast, name: str) -> None:
    client, path = client_of(cast.lan), reverse(name)
    make_active_team(cast)
    client.post(path, REASON)
    with CaptureQueriesContext(connection) as few:
        client.post(path, REASON)
    for hamlet in cast.places.hamlets[1:]:
        make_active_team(cast, hamlet, 3)
    for hamlet in cast.places.other_hamlets:
        make_draft_team(cast, hamlet, 3, by=cast.quang)
    with CaptureQueriesContext(connection) as many:
        client.post(path, REASON)
    assert len(many) == len(few)


def test_workbook_and_paper_say_what_the_screen_says(cast: Cast) -> None:
    make_active_team(cast)
    client, query = client_of(cast.lan), {"as_of": "10/08/2022"}
    rows = cells_of(client.get(address(reverse("reports:coverage_excel"), **query)).content)
    head = next(at for at, row in enumerate(rows) if "Mã" in row)
    body = [row for row in rows[head + 1 :] if any(isinstance(value, int) for value in row)]
    assert [row[1:7] for row in body] == [
        ["31012", "Xã Thạnh Yên", 3, 0, 3, 0],
        ["31018", "Xã Minh Thuận", 7, 1, 6, pytest.approx(1 / 7)],
        ["", "Tổng cộng", 10, 1, 9, 0.1],
    ]
    shown = {
        "": (["Xã Minh Thuận", "1/7(14,3 %)", "6"], ["Tổng cộng", "1/10(10,0 %)", "9"]),
        "_print": (["Xã Minh Thuận", "7", "1", "6"], ["Tổng cộng", "10", "1", "9"]),
    }
    for way, (line, total) in shown.items():
        page = client.get(address(reverse(f"reports:coverage{way}"), **query)).content.decode()
        found = [[cell for cell in row if cell] for row in Text(page).rows]
        assert found[-2][2 : 2 + len(line)] == line
        assert found[-1][: len(total)] == total
    assert "10/08/2022" in str(rows[1])


def test_a_wide_report_stands_on_the_screen_in_two_parts(cast: Cast) -> None:
    make_active_team(cast)
    client, path = client_of(cast.lan), reverse("reports:coverage")
    heads = {
        part: [column.key for column in client.get(path, {"show": part}).context["report"].columns]
        for part in ("", "coverage", "members")
    }
    assert heads[""] == heads["coverage"]
    assert "uncovered" in heads["coverage"]
    assert "people" not in heads["coverage"]
    assert {"memberships", "people", "latest_decision", "flagged"} <= set(heads["members"])
    sorted_page = client.get(path, {"sort": "-people"})
    assert [row.cells["people"] for row in sorted_page.context["report"].rows] == [6, 0]
    assert client.get(path, {"show": "everything"}).status_code == 400


def test_codes_and_phones_are_texts(cast: Cast) -> None:
    team = make_active_team(cast)
    person = team.memberships.select_related("person").get(seat=1).person
    person.can_share_phone, person.gender = True, "FEMALE"
    person.save()
    content = client_of(cast.minh).post(reverse("reports:member_list_excel"), REASON).content
    row = next(row for row in cells_of(content) if person.full_name in row)
    assert str(person.birth_year) in row
    assert any(isinstance(value, str) and value.startswith("0912") for value in row)


@pytest.mark.parametrize("way", ["excel", "print"])
def test_a_list_of_people_asks_for_a_reason_and_is_logged(cast: Cast, way: str) -> None:
    make_active_team(cast)
    client, path = client_of(cast.minh), reverse(f"reports:member_list_{way}")
    assert "reason" in client.get(path).content.decode()
    page = client.post(path, {"reason": "  x "})
    assert page.context["form"].errors["reason"]
    assert not AuditEntry.objects.filter(action=AuditAction.EXPORT).exists()
    assert client.post(address(path, as_of="10/8/2022"), REASON).status_code == 200
    entry = AuditEntry.objects.get(action=AuditAction.EXPORT)
    assert (entry.actor, entry.reason, entry.row_count) == (cast.minh, REASON["reason"], 6)
    assert entry.filter == {"as_of": "10/8/2022", "report": "R3"}


def test_reading_phones_is_logged_and_reading_coverage_is_not(cast: Cast) -> None:
    make_active_team(cast)
    client_of(cast.lan).get(reverse("reports:member_list"))
    client_of(cast.minh).get(reverse("reports:coverage"))
    assert not AuditEntry.objects.filter(action=AuditAction.VIEW).exists()
    client_of(cast.minh).get(reverse("reports:member_list"))
    assert AuditEntry.objects.get(action=AuditAction.VIEW).row_count == 6


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(cast: Cast, text: str) -> None:
    team = make_active_team(cast)
    leader = team.memberships.get(seat=1).person
    leader.full_name = text
    leader.save()
    team.name = text
    team.save()
    make_person(cast.places.commune, text, head_of=cast.places.hamlets[1])
    client = client_of(cast.minh)
    for name in ("reports:member_list", "reports:uncovered", "reports:reviews"):
        page = client.get(reverse(name)).content.decode()
        assert "<script>alert" not in page
    content = client.post(reverse("reports:member_list_excel"), REASON).content
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]  # type: ignore[union-attr] # there is a sheet
    assert found
    assert {cell.data_type for cell in found} == {"s"}


def test_long_reports_come_by_pages_and_whole_on_paper(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.views.ROWS_A_PAGE", 4)
    make_active_team(cast)
    client = client_of(cast.lan)
    first = client.get(reverse("reports:uncovered"))
    second = client.get(address(reverse("reports:uncovered"), page=2))
    third = client.get(address(reverse("reports:uncovered"), page=3))
    assert [len(page.context["rows"]) for page in (first, second, third)] == [4, 4, 1]
    assert third.context["page"]["has_next"] is False
    assert len(client.get(reverse("reports:uncovered_print")).context["rows"]) == 9
