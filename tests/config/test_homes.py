"""Home pages by role, the search box, and the sign of life."""

import pytest
from django.db import connection
from django.templatetags.static import static
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User, UserScope
from accounts.roles import Role
from config.homes import commune_home
from teams.decisions import save_decision
from teams.departures import record_departure
from teams.enums import EndReason
from teams.issuing import line_up_on
from tests.cast import START, Cast, make_cast
from tests.reports.conftest import address, client_of
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


def page_of(user: User, path: str = "/") -> str:
    page = client_of(user).get(path)
    assert page.status_code == 200
    return page.content.decode()


def test_province_home_shows_coverage_worst_communes_and_quality(cast: Cast) -> None:
    team = make_active_team(cast)
    leader = line_up_on(team, ISSUED)[0].person
    record_departure(
        by=cast.minh, team=team, person=leader, left_on=ISSUED.replace(day=20), reason=EndReason.RESIGNED
    )
    page = client_of(cast.lan).get("/")
    assert page.context["standing"].now == (1, 10)
    assert [line["row"].name for line in page.context["worst"]] == ["Thạnh Yên", "Minh Thuận"]
    panel = f"{reverse('home_quality')}?area={cast.places.province.pk}"
    assert panel in page.content.decode()
    assert client_of(cast.lan).get(panel).context["flagged"] == 1
    text = page.content.decode()
    assert "1/10 ấp, khu phố có tổ" in text
    assert "10,0\u00a0%" in text


def test_commune_home_lists_hamlets_and_jobs(cast: Cast) -> None:
    team = make_active_team(cast)
    draft = make_draft_team(cast, cast.places.hamlets[1])
    broken = make_active_team(cast, cast.places.hamlets[2])
    leader = line_up_on(broken, ISSUED)[0].person
    record_departure(
        by=cast.minh, team=broken, person=leader, left_on=ISSUED.replace(day=20), reason=EndReason.RESIGNED
    )
    decision = new_decision(cast.places.commune, number=None)
    save_decision(by=cast.minh, decision=decision, items=[proposal_of(draft)])
    page = client_of(cast.minh).get("/")
    hamlets = {hamlet.name: hamlet for hamlet in page.context["hamlets"]}
    assert [line.team for line in hamlets["Ấp Minh Thành"].teams] == [team]
    assert [hamlets[f"Ấp Minh {name}"].is_covered for name in ("Thành", "Tân", "Cường", "Dũng")] == [
        True,
        False,
        True,
        False,
    ]
    urls = [job.url for job in page.context["jobs"]]
    assert f"/teams/new/?area={cast.places.hamlets[3].pk}" in urls
    assert f"/teams/proposals/{proposal_of(draft).pk}/" in urls
    assert f"/teams/{broken.pk}/propose/" in urls
    assert len([url for url in urls if "area=" in url]) == 4
    assert page.context["drafts"] == [decision]
    assert f"{len(urls)} việc cần làm" in page.content.decode()


def test_leader_of_the_commune_sees_the_jobs_without_buttons(cast: Cast) -> None:
    assert "/teams/new/" in page_of(cast.minh)
    assert "/teams/new/" not in page_of(cast.binh)


def test_commune_home_costs_the_same_for_one_team_and_for_many(cast: Cast) -> None:
    client = client_of(cast.minh)
    make_active_team(cast)
    make_draft_team(cast, cast.places.hamlets[1])
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for hamlet in cast.places.hamlets[2:5]:
        make_active_team(cast, hamlet)
    make_draft_team(cast, cast.places.hamlets[5])
    with CaptureQueriesContext(connection) as many:
        client.get("/")
    assert len(many) == len(few)


def test_a_strangers_home_says_nothing_of_the_commune(cast: Cast) -> None:
    team = make_active_team(cast)
    page = page_of(cast.quang)
    assert team.name not in page
    assert "Minh Thuận" not in page
    assert client_of(cast.quang).get(address("/", area=cast.places.commune.pk)).status_code == 404


def test_team_home_shows_the_own_team(cast: Cast) -> None:
    team, other = make_active_team(cast), make_active_team(cast, cast.places.hamlets[1])
    assert team.name not in page_of(cast.hoa)
    person = line_up_on(team, ISSUED)[0].person
    person.user = cast.hoa
    person.save()
    page = page_of(cast.hoa)
    assert team.name in page
    assert other.name not in page
    parts = [
        page.index(part) for part in ("/households/visits/new/", 'class="panel outreach-now', 'class="tiles')
    ]
    assert parts == sorted(parts)


def test_user_without_a_role_learns_whom_to_ask(cast: Cast) -> None:
    nobody = User.objects.create_user("nobody", "mot-mat-khau-dai", full_name="Chưa Có Vai")
    assert "sở phụ trách" in page_of(nobody)


def test_user_with_two_communes_can_choose(cast: Cast) -> None:
    UserScope.objects.create(
        user=cast.minh, role=Role.COMMUNE_OFFICIAL, area=cast.places.other_commune, valid_from=START
    )
    page = client_of(cast.minh).get(address("/", area=cast.places.other_commune.pk))
    assert page.context["area"] == cast.places.other_commune
    assert len(page.context["own_areas"]) == 2


def test_jobs_are_none_where_all_is_well(cast: Cast) -> None:
    for hamlet in cast.places.hamlets:
        make_active_team(cast, hamlet)
    with override("vi"):
        assert commune_home(cast.minh, cast.places.commune, ISSUED)["jobs"] == []


def found(user: User, text: str) -> dict[str, list[str]]:
    page = client_of(user).get(address(reverse("search"), q=text))
    assert page.status_code == 200
    return {group.key: [hit.title for hit in group.found] for group in page.context["groups"]}


def test_search_without_accents_in_any_order(cast: Cast) -> None:
    team = make_active_team(cast)
    make_person(cast.places.commune, "Trần Thị Mẫu")
    decision = issue_for(cast.minh, [make_draft_team(cast, cast.places.hamlets[1])])
    assert "Ấp Minh Thành" in found(cast.minh, "minh thanh")["areas"]
    assert team.name in found(cast.lan, "minh thanh")["teams"]
    assert found(cast.minh, "mau tran")["people"] == ["Trần Thị Mẫu"]
    assert found(cast.minh, f"{decision.number} / qđ-ubnd")["decisions"] == [decision.title]


def test_search_stays_inside_the_scope(cast: Cast) -> None:
    make_active_team(cast)
    make_person(cast.places.commune, "Trần Thị Mẫu")
    assert found(cast.quang, "minh") == {}
    assert found(cast.quang, "mau") == {}
    nobody = User.objects.create_user("nobody", "mot-mat-khau-dai", full_name="Chưa Có Vai")
    assert found(nobody, "minh") == {}


def test_search_shows_five_and_a_way_to_the_rest(cast: Cast) -> None:
    page = client_of(cast.minh).get(address(reverse("search"), q="minh"))
    areas = next(group for group in page.context["groups"] if group.key == "areas")
    assert len(areas.found) == 5
    whole = client_of(cast.minh).get(areas.more_url)
    assert len(next(group for group in whole.context["groups"] if group.key == "areas").found) == 8


@pytest.mark.parametrize(
    "text", ["", "x", "%", "%%%", "_", "'", "\\", "<script>", "\x00a", "z" * 5000, "a\u0301"]
)
def test_odd_searches_find_nothing_and_break_nothing(cast: Cast, text: str) -> None:
    page = client_of(cast.minh).get(address(reverse("search"), q=text))
    assert page.status_code == 200
    assert "<script>" not in page.content.decode().split("<main")[1].split("</main>")[0]


def test_sign_of_life_needs_no_account(cast: Cast) -> None:
    page = Client().get("/healthz")
    assert (page.status_code, page.content) == (200, b"ok")


def test_the_icon_needs_no_account() -> None:
    answer = Client().get("/favicon.ico")
    assert (answer.status_code, answer.url) == (302, static("icon.svg"))
