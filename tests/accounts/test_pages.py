"""Pages about accounts, as the cast walks through them."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts import users
from accounts.models import User, UserScope
from accounts.roles import Role
from common.models import AuditAction, AuditEntry
from tests.accounts.doors import OWN
from tests.cast import START, Cast, make_user

TODAY = "%d/%m/%Y"


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def new(cast: Cast, **fields: Any) -> dict[str, Any]:
    return {
        "full_name": "Trần Thị Thu",
        "username": "thu.mt",
        "role": Role.TEAM_MEMBER,
        "area": cast.places.commune.pk,
        "valid_from": timezone.localdate().strftime(TODAY),
        "valid_to": "",
    } | fields


def names(answer: Any) -> list[str]:
    return [account.username for account in answer.context["page"].rows]


def test_each_sees_the_accounts_of_the_own_area(cast: Cast) -> None:
    everybody = ["an", "binh", "hoa", "lan", "minh", "quang", "son", "tuan"]
    seen = {
        name: names(answer)
        if (answer := as_user(user).get("/users/")).status_code == 200
        else answer.status_code
        for name, user in cast.everybody.items()
    }
    assert seen == {
        "son": everybody,
        "an": everybody,
        "lan": 403,
        "minh": ["binh", "hoa", "minh", "tuan"],
        "quang": ["quang"],
        "binh": 403,
        "hoa": 403,
        "tuan": 403,
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=hoa+danh", ["hoa"]),
        ("q=DANH+THI", ["hoa"]),
        ("q=%25", []),
        ("q=_", []),
        ("role=TEAM_MEMBER", ["tuan"]),
        ("state=suspended", ["binh"]),
        ("state=open&role=COMMUNE_OFFICIAL", ["minh"]),
        ("sort=-username", ["tuan", "minh", "hoa", "binh"]),
    ],
)
def test_the_list_is_searched_and_narrowed(cast: Cast, query: str, found: list[str]) -> None:
    User.objects.filter(pk=cast.binh.pk).update(is_active=False)
    assert names(as_user(cast.minh).get(f"/users/?{query}")) == found


@pytest.mark.parametrize(
    "query", ["sort=password", "sort=scopes__area", "role=KING", "state=x", "page=0", "page=x"]
)
def test_unknown_orders_are_refused(cast: Cast, query: str) -> None:
    assert as_user(cast.minh).get(f"/users/?{query}").status_code == 400


def test_the_code_is_shown_once(cast: Cast) -> None:
    client = as_user(cast.minh)
    page = client.post("/users/new/", new(cast))
    user = User.objects.get(username="thu.mt")
    code = re.search(r"<b[^>]*>(\d{6})</b>", page.content.decode())
    assert code is not None
    assert user.check_password(code[1])
    assert code[1] not in client.get(f"/users/{user.pk}/").content.decode()
    assert AuditEntry.objects.filter(action=AuditAction.ACCOUNT, actor=cast.minh).count() == 2


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"username": "Trần Thu"}, "username"),
        ({"username": "hoa"}, "username"),
        ({"username": "x" * 10_000}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"role": Role.COMMUNE_OFFICIAL}, "role"),
        ({"role": Role.SYS_ADMIN}, "role"),
        ({"area": "other"}, "area"),
        ({"area": "hamlet"}, "area"),
        ({"area": "99999999999999999999"}, "area"),
        ({"valid_from": "31/02/2024"}, "valid_from"),
        ({"valid_to": "01/01/2020"}, None),
    ],
)
def test_wrong_input_stays_in_the_form_and_nothing_is_written(
    cast: Cast, fields: dict[str, Any], at: str | None
) -> None:
    places = {"other": cast.places.other_commune.pk, "hamlet": cast.places.hamlets[0].pk}
    typed = new(cast, **fields)
    typed["area"] = places.get(typed["area"], typed["area"])
    before = (User.objects.count(), UserScope.objects.count(), AuditEntry.objects.count())
    answer = as_user(cast.minh).post("/users/new/", typed)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [at or "__all__"]
    assert answer.context["form"].data["full_name"] == typed["full_name"]
    assert (User.objects.count(), UserScope.objects.count(), AuditEntry.objects.count()) == before


def test_fields_that_the_form_does_not_show_change_nothing(cast: Cast) -> None:
    forged = {
        "full_name": "Danh Thị Hoa",
        "is_active": "",
        "username": "boss",
        "role": "SYS_ADMIN",
        "id": cast.an.pk,
    }
    as_user(cast.minh).post(f"/users/{cast.hoa.pk}/edit/", forged)
    user = User.objects.get(pk=cast.hoa.pk)
    assert (user.username, user.is_active, user.roles) == ("hoa", True, {Role.TEAM_LEADER})
    client = as_user(cast.hoa)
    client.post("/language/", {"language": "en", "role": "SYS_ADMIN", "is_staff": "1"})
    assert User.objects.get(pk=cast.hoa.pk).roles == {Role.TEAM_LEADER}


@pytest.mark.parametrize("act", ["edit", "suspend", "reset", "roles/new"])
@pytest.mark.parametrize(
    ("by", "whom", "status"),
    [
        ("minh", "hoa", 200),
        ("minh", "binh", 403),
        ("minh", "minh", 403),
        ("minh", "quang", 404),
        ("minh", "an", 404),
        ("an", "minh", 200),
        ("an", "son", 403),
        ("an", "an", 403),
        ("son", "an", 200),
        ("lan", "hoa", 403),
        ("hoa", "tuan", 403),
    ],
)
def test_whose_account_may_be_changed(cast: Cast, act: str, by: str, whom: str, status: int) -> None:
    user = cast.everybody[whom]
    password = user.password
    answer = as_user(cast.everybody[by]).post(f"/users/{user.pk}/{act}/", {"full_name": ""})
    expected = {302} if (act, status) == ("suspend", 200) else {status}
    assert answer.status_code in expected
    user.refresh_from_db()
    assert (user.password != password) is (act == "reset" and status == 200)
    assert user.is_active is not (act == "suspend" and status == 200)


def test_outside_and_missing_look_the_same(cast: Cast) -> None:
    client = as_user(cast.minh)
    outside = client.get(f"/users/{cast.quang.pk}/")
    missing = client.get("/users/987654/")
    assert (outside.status_code, missing.status_code) == (404, 404)

    def plain(answer: Any) -> str:
        text = answer.content.decode()
        for number in (str(cast.quang.pk), "987654"):
            text = text.replace(f"/users/{number}/", "/users/N/")
        return re.sub(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]*', "", text)

    assert plain(outside) == plain(missing)


def test_a_role_is_given_and_ended_on_the_page(cast: Cast) -> None:
    client = as_user(cast.minh)
    today = timezone.localdate()
    given = {"role": Role.TEAM_LEADER, "area": cast.places.commune.pk, "valid_from": today.strftime(TODAY)}
    assert client.post(f"/users/{cast.tuan.pk}/roles/new/", given).status_code == 302
    scope = cast.tuan.scopes.get(role=Role.TEAM_LEADER)
    again = client.post(f"/users/{cast.tuan.pk}/roles/new/", given)
    assert again.context["form"].errors
    assert client.post(f"/users/roles/{scope.pk}/end/", {"on": today.strftime(TODAY)}).status_code == 302
    scope.refresh_from_db()
    assert scope.valid_to == today
    assert client.post(f"/users/roles/{scope.pk}/end/", {"on": today.strftime(TODAY)}).status_code in {
        200,
        403,
    }


def test_scopes_outside_the_readers_area_are_not_shown(cast: Cast) -> None:
    UserScope.objects.create(
        user=cast.tuan, role=Role.TEAM_MEMBER, area=cast.places.other_commune, valid_from=START
    )
    client = as_user(cast.minh)
    for path in (f"/users/{cast.tuan.pk}/", "/users/"):
        page = client.get(path).content.decode()
        assert ("Minh Thuận" in page, "Thạnh Yên" in page) == (True, False)
    foreign = cast.tuan.scopes.get(area=cast.places.other_commune)
    assert client.get(f"/users/roles/{foreign.pk}/end/").status_code == 404


def test_the_access_log_is_for_the_province(cast: Cast) -> None:
    users.reset_password(by=cast.minh, user=cast.tuan)
    statuses = {
        name: as_user(user).get("/users/access-log/").status_code for name, user in cast.everybody.items()
    }
    assert {name for name, status in statuses.items() if status == 200} == {"an", "son"}
    client = as_user(cast.an)
    day = timezone.localdate().strftime(TODAY)
    for query, rows in [
        ("", 1),
        (f"user=minh&day={day}", 1),
        ("action=LOGIN", 0),
        ("object=Tuấn", 1),
        ("user=quang", 0),
    ]:
        assert len(client.get(f"/users/access-log/?{query}").context["page"].rows) == rows
    assert client.get("/users/access-log/?day=31/02/2024").status_code == 400


@pytest.mark.parametrize("path", ["/users/", "/users/access-log/", "/users/{pk}/"])
def test_pages_cost_the_same_queries_for_one_row_and_thirty(
    cast: Cast, path: str, django_assert_max_num_queries: Any
) -> None:
    client = as_user(cast.an)
    address = path.format(pk=cast.tuan.pk)
    client.get(address)
    counts = []
    for extra in (0, 30):
        for n in range(extra):
            user = make_user(f"user{n}", f"Người {n}", Role.TEAM_MEMBER, cast.places.commune)
            users.edit_user(by=cast.son, user=user, full_name=f"Tên {n}")
            users.edit_user(by=cast.an, user=cast.tuan, full_name=f"Tên {n}")
        with django_assert_max_num_queries(15) as counted:
            client.get(address)
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_everybody_has_an_own_page(cast: Cast) -> None:
    for name in cast.everybody:
        page = as_user(cast.everybody[name]).get(OWN)
        assert (page.status_code, page.context["user_place"] != "") == (200, True)
    UserScope.objects.filter(user=cast.tuan).update(valid_to=timezone.localdate())
    assert as_user(cast.tuan).get(OWN).status_code == 200


def test_the_frame_says_where_and_as_what(cast: Cast) -> None:
    context = as_user(cast.minh).get(OWN).context
    assert str(context["user_place"]) == "Xã Minh Thuận – Cán bộ xã"
    assert context["may_see_users"]
    assert "/users/" not in [section.url for section in as_user(cast.hoa).get(OWN).context["sections"]]
