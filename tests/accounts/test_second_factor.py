"""The second factor: required of administrators and provincial managers, open to all (T-L7)."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from common.models import Register, RegisterKind
from tests.accounts.doors import OWN, attempt, is_in, log_in
from tests.cast import PASSWORD, TOTP_SECRET, Cast

SET_UP = "/accounts/second-factor/"
WHO = ["lan", "an", "son", "minh", "binh", "hoa", "tuan", "quang"]


@pytest.fixture
def real(cast: Cast) -> None:
    """A real register in which nobody has a second factor yet."""
    Register.objects.create(kind=RegisterKind.REAL)
    Authenticator.objects.all().delete()


def code_of(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def closed(name: str) -> bool:
    answer = log_in(name).get(OWN)
    assert (answer.status_code, answer.headers.get("Location")) in {(200, None), (302, SET_UP)}
    return answer.status_code == 302


def test_required_of_two_roles(cast: Cast, real: None) -> None:
    assert [name for name in WHO if closed(name)] == ["an", "son"]


def test_a_setting_extends_it_to_commune_officials(cast: Cast, real: None, settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_OFFICIALS = True
    assert [name for name in WHO if closed(name)] == ["an", "son", "minh", "quang"]


def test_the_demo_register_is_exempt_and_says_so(cast: Cast) -> None:
    Register.objects.create(kind=RegisterKind.DEMO)
    Authenticator.objects.all().delete()
    assert [name for name in WHO if closed(name)] == []
    User.objects.update(language="en")
    page = log_in("an").get(SET_UP).content.decode()
    assert "nobody is asked for a second factor" in page


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/users/", "/users/access-log/"])
def test_every_page_leads_to_the_set_up(cast: Cast, real: None, path: str) -> None:
    assert log_in("son").get(path).headers["Location"] == SET_UP


def test_setting_up_opens_the_register_and_log_in_asks_from_then_on(cast: Cast, real: None) -> None:
    client = log_in("an")
    again = client.get("/accounts/second-factor/totp/activate/").headers["Location"]
    assert again.startswith("/accounts/reauthenticate/?next=")
    assert client.get(again).status_code == 200
    client.post(again, {"password": PASSWORD})
    page = client.get("/accounts/second-factor/totp/activate/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    done = client.post("/accounts/second-factor/totp/activate/", {"code": code_of(secret)})
    assert done.headers["Location"] == "/accounts/second-factor/recovery-codes/"
    assert client.get(done.headers["Location"]).status_code == 200
    assert is_in(client)
    assert Authenticator.objects.filter(user=cast.an).count() == 2
    again = log_in("an")
    assert not is_in(again)
    assert again.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_log_in_with_the_code_only(cast: Cast, real: None) -> None:
    TOTP.activate(cast.an, TOTP_SECRET)
    client = Client()
    assert attempt(client, "an", PASSWORD).headers["Location"] == "/accounts/second-factor/authenticate/"
    assert not is_in(client)
    client.post("/accounts/second-factor/authenticate/", {"code": "000000"})
    assert not is_in(client)
    good = client.post("/accounts/second-factor/authenticate/", {"code": code_of(TOTP_SECRET)})
    assert good.headers["Location"] == OWN
    assert is_in(client)
    assert client.get("/admin/").status_code == 200


def test_a_code_works_once(cast: Cast, real: None) -> None:
    TOTP.activate(cast.an, TOTP_SECRET)
    code = code_of(TOTP_SECRET)
    for works in (True, False):
        client = log_in("an")
        client.post("/accounts/second-factor/authenticate/", {"code": code})
        assert is_in(client) is works


def test_codes_cannot_be_guessed(cast: Cast, real: None) -> None:
    TOTP.activate(cast.an, TOTP_SECRET)
    client = log_in("an")
    for n in range(10):
        client.post("/accounts/second-factor/authenticate/", {"code": f"{n:06d}"})
    client.post("/accounts/second-factor/authenticate/", {"code": code_of(TOTP_SECRET)})
    assert not is_in(client)


def test_whoever_must_have_it_keeps_it(cast: Cast, real: None) -> None:
    TOTP.activate(cast.an, TOTP_SECRET)
    client = log_in("an")
    client.post("/accounts/second-factor/authenticate/", {"code": code_of(TOTP_SECRET)})
    client.post("/accounts/second-factor/totp/deactivate/", {})
    assert Authenticator.objects.filter(user=cast.an, type="totp").exists()


def test_a_role_given_in_an_open_session_asks_at_once(cast: Cast, real: None) -> None:
    client = log_in("binh")
    assert is_in(client)
    cast.binh.scopes.create(role=Role.SYS_ADMIN, area=cast.places.commune)
    assert client.get(OWN).headers["Location"] == SET_UP


def test_the_admin_has_no_door_of_its_own(cast: Cast) -> None:
    answer = Client().get("/admin/")
    assert answer.headers["Location"] == "/admin/login/?next=/admin/"
    door = Client().get(answer.headers["Location"])
    assert door.headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"
    assert Client().post("/admin/login/", {"username": "son", "password": PASSWORD}).status_code == 302
    assert log_in("hoa").get("/admin/", follow=True).status_code == 403
