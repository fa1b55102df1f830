"""Log-in by user name, one-time codes, and one answer to everybody who is refused (T-L2, T-L7)."""

import os
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts import users
from accounts.models import User
from common.models import AuditAction, AuditEntry
from tests.accounts.doors import LOGIN, OWN, attempt, is_in, log_in
from tests.cast import PASSWORD, Cast

LONG = os.environ.get("TO_SO_LONG") == "1"


def words(answer: Any) -> str:
    """The page without what differs in every answer: the key against forgery and the typed name."""
    body = answer.content.decode()
    for name in ("csrfmiddlewaretoken", "hx-headers", 'name="login"'):
        body = "\n".join(line for line in body.splitlines() if name not in line)
    return body


def test_log_in_by_user_name_is_written_down(cast: Cast) -> None:
    client = Client()
    answer = attempt(client, " MINH ", PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, OWN)
    assert is_in(client)
    client.post("/accounts/logout/")
    assert not is_in(client)
    assert list(AuditEntry.objects.order_by("id").values_list("action", "actor")) == [
        (AuditAction.LOGIN, cast.minh.pk),
        (AuditAction.LOGOUT, cast.minh.pk),
    ]


def test_logging_out_needs_a_post(cast: Cast) -> None:
    client = log_in("minh")
    assert client.get("/accounts/logout/").status_code == 200
    assert is_in(client)


@pytest.mark.parametrize("name", ["signup", "email", "reset_password", "set_password", "request_login_code"])
def test_there_is_no_other_way_in(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(f"account_{name}")


def test_one_answer_for_unknown_suspended_and_wrong(cast: Cast) -> None:
    User.objects.filter(pk=cast.hoa.pk).update(is_active=False)
    User.objects.filter(pk=cast.tuan.pk).update(code_expires_at=timezone.now() - timedelta(minutes=1))
    answers = [
        attempt(Client(), name, password)
        for name, password in [
            ("minh", "wrong"),
            ("nobody", "wrong"),
            ("hoa", PASSWORD),
            ("hoa", "wrong"),
            ("tuan", PASSWORD),
        ]
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({words(answer) for answer in answers}) == 1


@override_settings(
    PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"], AXES_FAILURE_LIMIT=100_000
)
def test_unknown_names_cost_the_same_time(cast: Cast) -> None:
    """T-L2, with the hasher of the register; the full 200 tries in the long run."""
    cast.minh.set_password(PASSWORD)
    cast.minh.save()

    def cost(name: str) -> float:
        start = perf_counter()
        attempt(Client(), name, "wrong")
        return perf_counter() - start

    tries, spread = (200, 0.10) if LONG else (8, 0.25)
    known, unknown = zip(*((cost("minh"), cost("nobody")) for _ in range(tries)), strict=True)
    print(f"medians of {tries}: known {median(known) * 1000:.1f} ms, unknown {median(unknown) * 1000:.1f} ms")
    assert median(unknown) == pytest.approx(median(known), rel=spread)


def test_a_new_account_starts_with_a_code_and_ends_with_an_own_password(cast: Cast) -> None:
    user, code = users.create_user(
        by=cast.minh,
        username="thu",
        full_name="Trần Thị Thu",
        role="TEAM_MEMBER",
        area=cast.places.commune,
        valid_from=timezone.localdate(),
    )
    client = log_in("thu", code)
    assert client.get("/users/me/").headers["Location"] == "/accounts/password/"
    assert client.get("/admin/").headers["Location"] == "/accounts/password/"
    new = {"oldpassword": code, "password1": "bốn chữ rất dài", "password2": "bốn chữ rất dài"}
    assert client.post("/accounts/password/", new).status_code == 302
    assert is_in(client)
    assert not is_in(log_in("thu", code))
    assert is_in(log_in("thu", "bốn chữ rất dài"))
    user.refresh_from_db()
    assert (user.must_change_password, user.code_expires_at, user.code_tries) == (False, None, 0)


def test_a_code_dies_after_ten_minutes(cast: Cast) -> None:
    code = users.reset_password(by=cast.minh, user=cast.tuan)
    User.objects.filter(pk=cast.tuan.pk).update(code_expires_at=timezone.now())
    assert not is_in(log_in("tuan", code))


@pytest.mark.parametrize(("wrong", "works"), [(4, True), (5, False)])
def test_a_code_dies_after_five_wrong_tries(cast: Cast, wrong: int, works: bool) -> None:
    code = users.reset_password(by=cast.minh, user=cast.tuan)
    client = Client()
    for _ in range(wrong):
        attempt(client, "tuan", "000000" if code != "000000" else "111111")
    attempt(client, "tuan", code)
    assert (client.get(OWN).headers["Location"] == "/accounts/password/") is works


def test_the_code_is_nowhere_in_the_clear(cast: Cast) -> None:
    code = users.reset_password(by=cast.minh, user=cast.tuan)
    cast.tuan.refresh_from_db()
    assert code not in str(vars(cast.tuan))
    assert code not in str(list(AuditEntry.objects.values())) + str(list(User.history.values()))


@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("ngắn quá"[:7], "password_too_short"),
        ("12345678", "password_too_common"),
        ("anhyeuem", "password_too_common"),
        ("nguyenvanminh1", "own_name"),
        ("Nguyễn  Văn Minh!", "own_name"),
        ("xx-minh-2024", "own_name"),
        ("qqwwzz12", ""),
        ("một câu dài dễ nhớ " * 8, ""),
    ],
)
def test_what_a_password_must_be(password: str, refused: str) -> None:
    user = User(username="minh", full_name="Nguyễn Văn Minh")
    codes = set()
    try:
        validate_password(password, user)
    except ValidationError as error:
        codes = {e.code for e in error.error_list}
    assert (refused in codes) if refused else codes == set()


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
    ],
)
def test_log_in_leads_to_no_foreign_page(cast: Cast, target: str, settings: Any) -> None:
    settings.LOGIN_REDIRECT_URL = "/inside/"
    for place in (LOGIN, f"{LOGIN}?next={target}"):
        answer = Client().post(place, {"login": "minh", "password": PASSWORD, "next": target})
        assert answer.headers["Location"] == "/inside/"
