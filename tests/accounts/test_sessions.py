"""Sessions (T-L3, T-L4) and rights that change while a page is open (T-S4)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts import middleware, users
from accounts.models import User, UserScope
from accounts.roles import Role
from tests.accounts.doors import LOGIN, OWN, attempt, is_in, log_in
from tests.cast import PASSWORD, START, Cast

LIST = "/users/"


def key(client: Client) -> str:
    return client.cookies["sessionid"].value


def change_password(client: Client, new: str) -> None:
    client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})


def test_log_in_gives_a_new_key(cast: Cast) -> None:
    client = log_in("hoa")
    first = key(client)
    client.post("/accounts/logout/")
    assert not Session.objects.filter(session_key=first).exists()
    planted = Client()
    planted.cookies["sessionid"] = first
    log_in("minh", client=planted)
    assert key(planted) != first
    assert is_in(planted)


def test_log_out_kills_the_session_on_the_server(cast: Cast) -> None:
    client = log_in("minh")
    copy = Client()
    copy.cookies["sessionid"] = key(client)
    assert is_in(copy)
    client.post("/accounts/logout/")
    assert not is_in(copy)


def test_a_new_password_ends_the_other_sessions(cast: Cast) -> None:
    here, there = log_in("minh"), log_in("minh")
    before = key(here)
    change_password(here, "một câu dài dễ nhớ")
    assert key(here) != before
    assert (is_in(here), is_in(there)) == (True, False)


@pytest.mark.parametrize(
    "act",
    [
        lambda cast: users.suspend_user(by=cast.minh, user=cast.tuan),
        lambda cast: users.reset_password(by=cast.minh, user=cast.tuan),
    ],
    ids=["suspended", "reset"],
)
def test_all_sessions_end_at_once(cast: Cast, act: Callable[[Cast], Any]) -> None:
    clients = [log_in("tuan"), log_in("tuan")]
    assert [is_in(client) for client in clients] == [True, True]
    act(cast)
    assert [is_in(client) for client in clients] == [False, False]


def test_a_role_taken_away_is_gone_with_the_next_request(cast: Cast) -> None:
    client = log_in("minh")
    before = key(client)
    assert client.get(LIST).status_code == 200
    UserScope.objects.filter(user=cast.minh).update(valid_to=timezone.localdate())
    assert client.get(LIST).status_code == 403
    assert key(client) != before


def test_a_role_given_works_with_the_next_request(cast: Cast) -> None:
    client = log_in("binh")
    assert client.get(LIST).status_code == 403
    users.grant_scope(
        by=cast.an,
        user=cast.binh,
        role=Role.COMMUNE_OFFICIAL,
        area=cast.places.commune,
        valid_from=timezone.localdate(),
    )
    assert client.get(LIST).status_code == 200


def test_a_scope_moved_elsewhere_moves_what_is_seen(cast: Cast) -> None:
    client = log_in("minh")
    assert client.get(f"/users/{cast.hoa.pk}/").status_code == 200
    UserScope.objects.filter(user=cast.minh).update(area=cast.places.other_commune)
    assert client.get(f"/users/{cast.hoa.pk}/").status_code == 404
    assert client.get(f"/users/{cast.quang.pk}/").status_code == 200


def test_wrong_twin_rights_kept_in_the_session_outlive_the_right(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the scopes remembered between requests, a right taken away would go on working."""
    remembered: dict[int, list[UserScope]] = {}
    real = User.current_scopes.func  # type: ignore[attr-defined] # a cached property
    monkeypatch.setattr(
        User, "current_scopes", property(lambda self: remembered.setdefault(self.pk, real(self)))
    )
    client = log_in("minh")
    assert client.get(LIST).status_code == 200
    UserScope.objects.filter(user=cast.minh).update(valid_to=timezone.localdate())
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize(
    ("idle", "stays"), [(2 * 3600 - 5, True), (2 * 3600 + 5, False)], ids=["in time", "too late"]
)
def test_a_session_left_alone_ends(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, idle: int, stays: bool
) -> None:
    client = log_in("minh")
    assert is_in(client)
    now = client.session["seen"]
    monkeypatch.setattr(middleware.time, "time", lambda: now + idle)
    assert is_in(client) is stays


def test_a_session_in_use_ends_after_a_working_day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    client = log_in("minh")
    assert is_in(client)
    began = client.session["began"]
    alive = []
    for hour in range(1, 14):
        monkeypatch.setattr(middleware.time, "time", lambda hour=hour: began + hour * 3600 + 1)
        alive.append(is_in(client))
    assert alive == [True] * 11 + [False] * 2


def test_a_part_of_a_page_is_replaced_by_the_log_in_page(cast: Cast) -> None:
    answer = Client().get(OWN, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, LOGIN)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(cast: Cast) -> None:
    client = Client()
    client.get(LOGIN)
    attempt(client, "minh", PASSWORD)
    client.post("/language/", {"language": "en", "next": "/"})
    cookies = {name: (bool(c["httponly"]), c["samesite"], c["max-age"]) for name, c in client.cookies.items()}
    assert {name: flags[:2] for name, flags in cookies.items()} == dict.fromkeys(
        ["csrftoken", "sessionid", "device", "django_language"], (True, "Lax")
    )
    assert cookies["sessionid"][2] == ""


def test_the_language_of_the_account_speaks(cast: Cast) -> None:
    client = log_in("minh")
    assert client.get(OWN).headers["Content-Language"] == "vi"
    client.post("/language/", {"language": "en", "next": OWN})
    assert User.objects.get(pk=cast.minh.pk).language == "en"
    elsewhere = log_in("minh")
    assert elsewhere.get(OWN).headers["Content-Language"] == "en"
    client.post("/language/", {"language": "xx", "next": OWN})
    assert User.objects.get(pk=cast.minh.pk).language == "en"


def test_no_right_before_its_first_and_after_its_last_day(cast: Cast) -> None:
    from_tomorrow = User.objects.create_user("mai", PASSWORD, full_name="Mai")
    UserScope.objects.create(
        user=from_tomorrow,
        role=Role.COMMUNE_OFFICIAL,
        area=cast.places.commune,
        valid_from=timezone.localdate() + timedelta(days=1),
    )
    assert log_in("mai").get(LIST).status_code == 403
    UserScope.objects.filter(user=from_tomorrow).update(valid_from=START)
    assert log_in("mai").get(LIST).status_code == 200


def test_visitors_are_spoken_to_in_vietnamese_until_they_choose(db: None) -> None:
    client = Client(headers={"Accept-Language": "en-GB,en;q=0.9"})
    page = client.get(LOGIN)
    assert (page.headers["Content-Language"], "Đăng nhập" in page.content.decode()) == ("vi", True)
    client.post("/language/", {"language": "en", "next": LOGIN})
    assert client.get(LOGIN).headers["Content-Language"] == "en"
    client.cookies["django_language"] = "xx"
    assert client.get(LOGIN).headers["Content-Language"] == "vi"
