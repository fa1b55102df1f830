"""Pages of teams: the list, the line-up and the proposal side by side, phones, who sees what."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.models import AuditEntry, Register, RegisterKind
from teams.enums import DecisionAction
from teams.models import Team
from teams.proposals import propose
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team, make_draft_team
from tests.teams.typing import client_of, text_of


@pytest.fixture
def cast(db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


def names(response) -> list[str]:
    """Names of the hamlets whose teams are listed."""
    return [row.place.split(", ")[0].removeprefix("Ấp ") for row in response.context["rows"]]


def member_of(team: Team, seat: int = 4):
    return team.memberships.get(seat=seat).person


def test_the_list_shows_the_own_area_only(cast: Cast) -> None:
    make_active_team(cast, cast.places.hamlets[0])
    make_active_team(cast, cast.places.other_hamlets[0], by=cast.quang)
    seen = {name: names(client_of(user).get("/teams/")) for name, user in cast.everybody.items()}
    both = ["Minh Thành", "Kênh Năm"]
    assert sorted(seen.pop("lan")) == sorted(both)
    assert seen == {
        "an": seen["an"],
        "son": seen["son"],
        "minh": ["Minh Thành"],
        "binh": ["Minh Thành"],
        "hoa": [],
        "tuan": [],
        "quang": ["Kênh Năm"],
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Minh Cường", "Minh Tân", "Minh Thành"]),
        ("?q=thanh+minh", ["Minh Thành"]),
        ("?q=MINH+TÂN", ["Minh Tân"]),
        ("?q=t-31018-003", ["Minh Cường"]),
        ("?status=DRAFT", ["Minh Cường"]),
        ("?status=ACTIVE&sort=-place", ["Minh Thành", "Minh Tân"]),
        ("?level=COMMUNE", []),
        ("?flag=BELOW_MINIMUM", ["Minh Tân"]),
        ("?flag=OLD_LIST&q=thành", ["Minh Thành"]),
        ("?status=KING", ["Minh Cường", "Minh Tân", "Minh Thành"]),
        ("?q=%27%3Cscript%3E", []),
        ("?q=%00", ["Minh Cường", "Minh Tân", "Minh Thành"]),
        ("?area_text=minh+tân", ["Minh Tân"]),
    ],
)
def test_the_list_is_narrowed_by_its_address(cast: Cast, query: str, found: list[str]) -> None:
    hamlets = cast.places.hamlets
    make_active_team(cast, hamlets[0])
    make_active_team(cast, hamlets[1], members=2)
    make_draft_team(cast, hamlets[2], members=3)
    assert names(client_of(cast.minh).get(f"/teams/{query}")) == found


@pytest.mark.parametrize("query", ["?sort=phone", "?page=0", "?page=x"])
def test_an_unknown_sort_or_page_is_400(cast: Cast, query: str) -> None:
    assert client_of(cast.minh).get(f"/teams/{query}").status_code == 400


def test_the_list_costs_the_same_for_one_and_seven_teams(cast: Cast) -> None:
    minh, counts = client_of(cast.minh), []
    for hamlets in (cast.places.hamlets[:1], cast.places.hamlets[1:]):
        for hamlet in hamlets:
            propose(by=cast.minh, team=make_active_team(cast, hamlet), action=DecisionAction.AMEND)
        minh.get("/teams/")
        with CaptureQueriesContext(connection) as queries:
            assert minh.get("/teams/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 30


def test_an_empty_list_says_what_to_do_first(cast: Cast) -> None:
    assert 'href="/teams/new/"' in text_of(client_of(cast.minh).get("/teams/"))
    assert 'href="/teams/new/"' not in text_of(client_of(cast.lan).get("/teams/"))


def test_line_up_and_proposal_stand_side_by_side(cast: Cast) -> None:
    team = make_active_team(cast, members=5)
    propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    page = client_of(cast.minh).get(f"/teams/{team.pk}/")
    assert [len(page.context[name]) for name in ("members", "entries", "seats", "proposed_seats")] == [
        5,
        5,
        5,
        5,
    ]
    assert text_of(page).count('class="seats"') == 2


def test_the_page_shows_the_team_as_of_a_day(cast: Cast) -> None:
    team = make_active_team(cast, members=5, issued_on=date(2022, 8, 10))
    minh = client_of(cast.minh)
    for typed, status, members in (
        ("9/8/2022", "DRAFT", 0),
        ("10/08/2022", "ACTIVE", 5),
        ("2022-08-11", "ACTIVE", 5),
    ):
        page = minh.get(f"/teams/{team.pk}/", {"as_of": typed})
        assert (page.context["status"], len(page.context["members"])) == (status, members)
    wrong = minh.get(f"/teams/{team.pk}/", {"as_of": "31/02/2022"})
    assert (wrong.status_code, wrong.context["as_of"], wrong.context["as_of_text"]) == (
        200,
        timezone.localdate(),
        "31/02/2022",
    )
    assert wrong.context["as_of_error"]


def test_phones_are_masked_outside_the_scope_and_reading_them_is_written_down(cast: Cast) -> None:
    team = make_active_team(cast, members=3)
    person = member_of(team, 1)
    person.phone = "+84912345678"
    person.save()
    for user, shown in (
        (cast.minh, "0912 345 678"),
        (cast.binh, "0912 345 678"),
        (cast.lan, "0912***678"),
        (cast.an, "0912***678"),
    ):
        page = text_of(client_of(user).get(f"/teams/{team.pk}/"))
        assert (shown in page, "0912 345 678" in page) == (True, "*" not in shown)
    rows = AuditEntry.objects.order_by("pk").values_list(
        "actor__username", "action", "object_type", "object_id", "row_count"
    )
    assert list(rows) == [(name, "VIEW", "teams.team", str(team.pk), 3) for name in ("minh", "binh")]


def test_members_see_their_own_team_with_phones_and_no_other(cast: Cast) -> None:
    team, other = make_active_team(cast, members=3), make_active_team(cast, cast.places.hamlets[1])
    person = member_of(team, 1)
    person.user, person.phone = cast.hoa, "+84912345678"
    person.save()
    hoa = client_of(cast.hoa)
    page = text_of(hoa.get(f"/teams/{team.pk}/"))
    assert "0912 345 678" in page
    assert "/propose/" not in page
    assert hoa.get(f"/teams/{other.pk}/").status_code == 404
