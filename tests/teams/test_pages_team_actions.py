"""Acting on teams through the pages: who may, facts between decisions, proposals, setting up, history."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.models import Register, RegisterKind
from teams.departures import record_departure, suspend
from teams.enums import DecisionAction, EndReason, TeamStatus
from teams.exceptions import record_exception
from teams.models import Departure, RuleException, Suspension, Team
from teams.proposals import propose
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team, make_draft_team, make_person, proposal_of
from tests.teams.typing import client_of, text_of


@pytest.fixture
def cast(db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


def member_of(team: Team, seat: int = 4):
    return team.memberships.get(seat=seat).person


ACTIONS = ("rename", "propose", "leader", "departure", "suspend", "resume", "confirm", "exception", "delete")


@pytest.mark.parametrize("action", ACTIONS)
def test_only_the_commune_of_the_team_acts(cast: Cast, action: str) -> None:
    team = make_active_team(cast)
    url = f"/teams/{team.pk}/{action}/"
    answers = {name: client_of(user).get(url).status_code for name, user in cast.everybody.items()}
    assert answers == {
        "minh": 200,
        "quang": 404,
        **dict.fromkeys(("lan", "an", "son", "binh", "hoa", "tuan"), 403),
    }
    posted = {
        name: client_of(user).post(url, {}).status_code
        for name, user in cast.everybody.items()
        if name != "minh"
    }
    assert posted == {name: status for name, status in answers.items() if name != "minh"}


@pytest.mark.parametrize("url", ["/teams/{pk}/", "/teams/{pk}/history/"])
def test_everybody_of_the_area_reads_and_a_stranger_does_not(cast: Cast, url: str) -> None:
    team = make_active_team(cast)
    answers = {
        name: client_of(user).get(url.format(pk=team.pk)).status_code for name, user in cast.everybody.items()
    }
    assert answers == {
        **dict.fromkeys(("lan", "an", "son", "minh", "binh"), 200),
        "hoa": 404,
        "tuan": 404,
        "quang": 404,
    }
    assert client_of(cast.minh).get(url.format(pk=10**30)).status_code == 404


def test_a_departure_is_recorded_and_taken_back(cast: Cast) -> None:
    team = make_active_team(cast, members=5)
    person, minh = member_of(team), client_of(cast.minh)
    data = {"person": person.pk, "left_on": "01/09/2022", "reason": "MOVED_AWAY", "note": "Về quê"}
    response = minh.post(f"/teams/{team.pk}/departure/", data)
    assert (response.status_code, response["Location"]) == (302, f"/teams/{team.pk}/")
    departure = Departure.objects.get()
    assert (departure.person, departure.left_on, departure.recorded_by) == (
        person,
        date(2022, 9, 1),
        cast.minh,
    )
    assert team.memberships.get(person=person).to_date == date(2022, 9, 1)
    minh.post(f"/teams/departures/{departure.pk}/withdraw/")
    assert (Departure.objects.count(), team.memberships.get(person=person).to_date) == (0, None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"left_on": "01/01/2020"}, "left_on"),
        ({"left_on": "31/02/2022"}, "left_on"),
        ({"person": "999999"}, "person"),
        ({"reason": "KING"}, "reason"),
        ({"note": "x" * 10_000}, "note"),
    ],
)
def test_a_wrong_departure_is_said_at_its_field(cast: Cast, changes: dict[str, str], field: str) -> None:
    team = make_active_team(cast, members=5)
    data = {
        "person": member_of(team).pk,
        "left_on": "01/09/2022",
        "reason": "MOVED_AWAY",
        "note": "",
    } | changes
    response = client_of(cast.minh).post(f"/teams/{team.pk}/departure/", data)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert response.context["form"][field].value() == changes[field]
    assert Departure.objects.count() == 0


def test_a_team_pauses_and_works_again(cast: Cast) -> None:
    team, minh = make_active_team(cast), client_of(cast.minh)
    minh.post(f"/teams/{team.pk}/suspend/", {"valid_from": "01/09/2022", "valid_to": "", "reason": "Lũ"})
    team.refresh_from_db()
    assert (team.status, Suspension.objects.get().reason) == (TeamStatus.SUSPENDED, "Lũ")
    minh.post(f"/teams/{team.pk}/resume/", {"on": "01/10/2022"})
    team.refresh_from_db()
    assert (team.status, Suspension.objects.get().valid_to) == (TeamStatus.ACTIVE, date(2022, 10, 1))


def test_the_list_is_confirmed(cast: Cast) -> None:
    team = make_active_team(cast)
    client_of(cast.minh).post(f"/teams/{team.pk}/confirm/", {"on": "02/09/2022"})
    team.refresh_from_db()
    assert team.checked_on == date(2022, 9, 2)


def test_an_exception_is_recorded_shown_to_the_province_and_ended(cast: Cast) -> None:
    team, minh = make_active_team(cast), client_of(cast.minh)
    data = {"rule": "BR-06", "reason": "Trưởng ấp <b>ốm</b>", "valid_to": ""}
    minh.post(f"/teams/{team.pk}/exception/", data)
    exception = RuleException.objects.get()
    assert (exception.rule, exception.reason, exception.recorded_by) == (
        "BR-06",
        "Trưởng ấp <b>ốm</b>",
        cast.minh,
    )
    assert "Trưởng ấp &lt;b&gt;ốm&lt;/b&gt;" in text_of(client_of(cast.lan).get(f"/teams/{team.pk}/"))
    minh.post(f"/teams/exceptions/{exception.pk}/end/")
    assert "ốm" not in text_of(client_of(cast.lan).get(f"/teams/{team.pk}/"))


def test_no_exception_without_a_reason_or_from_the_cap(cast: Cast) -> None:
    team, minh = make_active_team(cast), client_of(cast.minh)
    for data, field in (
        ({"rule": "BR-06", "reason": "  "}, "reason"),
        ({"rule": "BR-03", "reason": "x"}, "rule"),
    ):
        response = minh.post(f"/teams/{team.pk}/exception/", data)
        assert list(response.context["form"].errors) == [field]
    assert RuleException.objects.count() == 0


@pytest.mark.parametrize("action", ["AMEND", "RECONSTITUTE", "DISSOLVE"])
def test_a_change_is_proposed(cast: Cast, action: str) -> None:
    team = make_active_team(cast)
    response = client_of(cast.minh).post(f"/teams/{team.pk}/propose/", {"action": action})
    item = proposal_of(team)
    assert item.action == action
    goes_to = f"/teams/{team.pk}/" if action == "DISSOLVE" else f"/teams/proposals/{item.pk}/"
    assert response["Location"] == goes_to


def test_a_second_proposal_is_refused_with_a_sentence(cast: Cast) -> None:
    team, minh = make_active_team(cast), client_of(cast.minh)
    minh.post(f"/teams/{team.pk}/propose/", {"action": "AMEND"})
    response = minh.post(f"/teams/{team.pk}/propose/", {"action": "RECONSTITUTE"}, follow=True)
    assert [str(message.level_tag) for message in response.context["messages"]] == ["error"]
    assert proposal_of(team).action == "AMEND"


def test_a_proposal_is_discarded_and_a_draft_deleted(cast: Cast) -> None:
    team, draft, minh = (
        make_active_team(cast),
        make_draft_team(cast, cast.places.hamlets[1]),
        client_of(cast.minh),
    )
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    minh.post(f"/teams/proposals/{item.pk}/discard/")
    assert team.items.count() == 1
    minh.post(f"/teams/{draft.pk}/delete/")
    assert not Team.objects.filter(pk=draft.pk).exists()
    response = minh.post(f"/teams/{team.pk}/delete/")
    assert len(response.context["form"].non_field_errors()) == 1


def test_the_leader_is_handed_over_in_one_step(cast: Cast) -> None:
    team = make_active_team(cast, members=5)
    new = make_person(cast.places.commune, "Lê Văn Mới")
    data = {
        "person": new.pk,
        "person_text": new.full_name,
        "category": "HAMLET_HEAD",
        "old_stays_as": "MEMBER",
    }
    response = client_of(cast.minh).post(f"/teams/{team.pk}/leader/", data)
    item = proposal_of(team)
    assert response["Location"] == f"/teams/decisions/new/?item={item.pk}"
    assert item.entries.get(role="LEADER").person == new
    assert (item.action, item.entries.count()) == ("AMEND", 6)


def test_the_leader_is_handed_over_by_a_signed_decision_at_once(cast: Cast) -> None:
    team, minh = make_active_team(cast, members=5), client_of(cast.minh)
    old = member_of(team, 1)
    new = make_person(cast.places.commune, "Lê Văn Mới", head_of=cast.places.hamlets[1])
    data = {
        "person": new.pk,
        "category": "HAMLET_HEAD",
        "old_stays_as": "",
        "issued_on": "",
        "signer_name": "Bình",
    }
    response = minh.post(f"/teams/{team.pk}/leader/", data | {"number": "77/QĐ-UBND"})
    assert list(response.context["form"].errors) == ["issued_on"]
    signed = data | {"number": "77 / qđ-ubnd", "issued_on": "01/09/2022"}
    response = minh.post(f"/teams/{team.pk}/leader/", signed)
    assert response.context["form"].non_field_errors()
    assert team.items.count() == 1
    record_exception(by=cast.minh, team=team, rule="BR-06", reason="Trưởng ấp đi học")
    response = minh.post(f"/teams/{team.pk}/leader/", signed)
    assert (response.status_code, response["Location"]) == (302, f"/teams/{team.pk}/")
    ends = {row.person: (row.from_date, row.to_date) for row in team.memberships.filter(role="LEADER")}
    day = date(2022, 9, 1)
    assert ends == {old: (date(2022, 8, 10), day), new: (day, None)}


def test_the_history_tells_who_changed_what(cast: Cast) -> None:
    team = make_active_team(cast, members=3)
    record_departure(
        by=cast.minh,
        team=team,
        person=member_of(team, 3),
        left_on=date(2022, 9, 1),
        reason=EndReason.RESIGNED,
    )
    record_exception(by=cast.minh, team=team, rule="BR-07", reason="Chưa có đoàn viên")
    suspend(by=cast.minh, team=team, valid_from=date(2022, 10, 1), reason="Lũ")
    page = client_of(cast.lan).get(f"/teams/{team.pk}/history/")
    changes = page.context["changes"]
    assert {change.by for change in changes} == {"Nguyễn Văn Minh"}
    status = [
        (one.before, one.after)
        for change in changes
        for one in change.fields
        if (one.before, change.kind) != ("", "+")
    ]
    assert len(status) >= 2
    assert "Chưa có đoàn viên" in text_of(page)


def test_the_history_costs_the_same_for_few_and_many_members(cast: Cast) -> None:
    few, many = make_active_team(cast, members=2), make_active_team(cast, cast.places.hamlets[1], members=10)
    minh, counts = client_of(cast.minh), []
    minh.get(f"/teams/{few.pk}/history/")
    for team in (few, many):
        with CaptureQueriesContext(connection) as queries:
            minh.get(f"/teams/{team.pk}/history/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("level", "data", "fields"),
    [
        ("HAMLET", {}, ["area"]),
        ("HAMLET", {"area": "999999"}, ["area"]),
        ("HAMLET", {"area_text": "không có"}, ["area"]),
        ("HAMLET", {"area_text": "Minh Thành", "name": "x" * 10_000}, ["name"]),
        ("ENTERPRISE", {"area_text": "Minh Thuận"}, ["enterprise"]),
        ("KING", {}, ["area"]),
    ],
)
def test_a_wrong_team_is_said_at_its_field(
    cast: Cast, level: str, data: dict[str, str], fields: list[str]
) -> None:
    response = client_of(cast.minh).post(f"/teams/new/?level={level}", data)
    assert (response.status_code, list(response.context["form"].errors)) == (200, fields)
    assert Team.objects.count() == 0


def test_no_team_is_set_up_in_another_commune(cast: Cast) -> None:
    foreign = cast.places.other_hamlets[0]
    response = client_of(cast.minh).post("/teams/new/", {"area": foreign.pk})
    assert list(response.context["form"].errors) == ["area"]
    assert client_of(cast.lan).get("/teams/new/").status_code == 403


def test_a_team_of_the_commune_and_one_of_an_enterprise(cast: Cast) -> None:
    minh, commune = client_of(cast.minh), cast.places.commune
    minh.post("/teams/new/?level=COMMUNE", {"area": commune.pk})
    page = minh.get("/teams/new/?level=COMMUNE")
    assert page.context["form"].initial["area"] == commune
    assert [(team.level, team.name) for team in Team.objects.all()] == [("COMMUNE", "Tổ CNSCĐ xã Minh Thuận")]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=1+1", "\u202eadb", "a\x00b"])
def test_a_hostile_name_is_text(cast: Cast, name: str) -> None:
    team = make_draft_team(cast, members=0)
    response = client_of(cast.minh).post(f"/teams/{team.pk}/rename/", {"name": name}, follow=True)
    assert response.status_code == 200
    assert "<script>alert" not in text_of(response)
