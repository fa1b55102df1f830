"""Every address x method x visitor x place of the object gets the code of the table (T-S1, J2)."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import path

from common.access import public
from tests.access.objects import OBJECTS, PLACELESS_ADMIN
from tests.access.visitors import OPEN, OUT, ROLE_OF, Visitor, expected, holds, make_visitors, reaches
from tests.access.walking import AdminAddress, Unknown, address, addresses, admin_addresses, patterns
from tests.access.world import World, make_world

MISSING = 987_654
MAY_WRITE = ("django_session", "common_auditentry", "axes_", "django_cache")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def none_of(wrong: list[str]) -> None:
    """Fails with the whole list."""
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever the request does is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def places(world: World, target: Any) -> dict[str, int | None]:
    """The object's id at each place; a view without an object is nowhere."""
    if target is None:
        return {"": None}
    return {"inside": target.pick(world.inside), "outside": target.pick(world.outside), "missing": MISSING}


def bad_headers(visitor: Visitor, answer: Any) -> list[str]:
    """Protective headers that the answer lacks (T-L6)."""
    lacking = [name for name, value in HEADERS.items() if answer.headers.get(name) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    if (
        "frame-ancestors 'none'" not in policy
        or "unsafe-inline" in policy
        or "default-src 'self'" not in policy
    ):
        lacking.append("Content-Security-Policy")
    if visitor.name not in OUT and answer.headers.get("Cache-Control") != "no-store, private":
        lacking.append("Cache-Control")
    return lacking


def finish(answer: Any) -> None:
    """Closes the files of an answer; `close()` would close the connection to the database too."""
    for close in answer._resource_closers:
        close()


def ask(visitor: Visitor, method: str, url: str) -> tuple[Any, list[str]]:
    """The answer, and the tables that were written to."""
    written: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(table in sql for table in MAY_WRITE):
            written.append(sql.split('"')[1])
        return execute(sql, params, many, context)

    cookies = copy(visitor.client.cookies)
    with undone(), connection.execute_wrapper(note):
        answer = visitor.client.generic(method, url)
        finish(answer)
    visitor.client.cookies = cookies
    return answer, written


def methods(visitor: str, place: str) -> tuple[str, ...]:
    """Reading by everybody everywhere; writing wherever there is something; deleting by two who may most and least."""
    if visitor in {"minh", "quang"}:
        return ("GET", "POST", "DELETE")
    return ("GET",) if place == "missing" else ("GET", "POST")


def test_every_view_of_the_application(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    visitors, wrong, cases = make_visitors(world), [], 0
    known = addresses()
    for view in known:
        for place, pk in places(world, view.target).items():
            for visitor in visitors:
                for method in methods(visitor.name, place):
                    answer, written = ask(visitor, method, view.url(pk))
                    cases += 1
                    allowed = expected(visitor.name, view.capability, place, view.target)
                    what = f"{method} {view.name} {place} as {visitor.name}"
                    if answer.status_code not in allowed:
                        wrong.append(f"{what}: {answer.status_code}, not {sorted(allowed)}")
                    if written and (method == "GET" or not allowed & OPEN):
                        wrong.append(f"{what}: writes {sorted(set(written))}")
                    wrong += [f"{what}: lacks {name}" for name in bad_headers(visitor, answer)]
    with capsys.disabled():
        print(f"\naccess matrix: {len(known)} addresses, {cases} cases, {len(wrong)} differences")
    none_of(wrong)


def admin_expected(visitor: str, view: AdminAddress, place: str) -> set[int]:
    """Codes for an admin page: the index or 404 stand for what does not exist."""
    if not holds(visitor, "admin.use") or visitor in OUT:
        return {302}
    if not holds(visitor, view.screen.view_capability):
        return {403, 404} if view.page == "history" else {403}
    if view.page in {"changelist", "add"}:
        edits = bool(view.screen.edit_capability) and holds(visitor, view.screen.edit_capability)
        return {200} if view.page == "changelist" else ({200, 403} if edits else {403})
    if place == "missing" or (
        view.target and not reaches(visitor, place, view.screen.view_capability, view.target)
    ):
        return {302, 403, 404}
    return {"delete": {200, 302, 403}, "history": {200, 302, 403, 404}}.get(view.page, {200})


def test_every_page_of_the_admin(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    visitors, wrong, cases = make_visitors(world), [], 0
    known = admin_addresses()
    for view in known:
        if view.page in {"changelist", "add"}:
            spots: dict[str, int | None] = {"": None}
        elif view.target is None:
            spots = {"missing": MISSING}
        else:
            spots = places(world, view.target)
        for place, pk in spots.items():
            for visitor in visitors:
                answer, written = ask(visitor, "GET", view.url(pk))
                cases += 1
                allowed = admin_expected(visitor.name, view, place)
                what = f"{view.name} {place} as {visitor.name}"
                if answer.status_code not in allowed:
                    wrong.append(f"{what}: {answer.status_code}, not {sorted(allowed)}")
                if written:
                    wrong.append(f"{what}: writes {sorted(set(written))}")
                wrong += [f"{what}: lacks {name}" for name in bad_headers(visitor, answer)]
    with capsys.disabled():
        print(f"\nadmin matrix: {len(known)} addresses, {cases} cases, {len(wrong)} differences")
    none_of(wrong)


def test_outside_answers_as_missing_does(world: World) -> None:
    quang = next(v for v in make_visitors(world) if v.name == "quang")
    differing = []
    for view in addresses():
        # What anybody may open lies in no area.
        if view.target is None or view.capability is None or not holds("quang", view.capability):
            continue
        pk = view.target.pick(world.inside)
        outside, missing = (ask(quang, "GET", view.url(number))[0] for number in (pk, MISSING))
        bodies = [
            answer.content.decode().replace(view.url(number), "URL")
            for answer, number in ((outside, pk), (missing, MISSING))
        ]
        if [line for line in bodies[0].splitlines() if "oken" not in line] != [
            line for line in bodies[1].splitlines() if "oken" not in line
        ]:
            differing.append(view.name)
    assert differing == []


def test_no_unsafe_request_without_its_token(world: World) -> None:
    """T-L5: without token, with a foreign token, and from a foreign page: 403, for all addresses."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.cast.minh)
    client.get("/users/me/")
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else "x" * 32
    wrong = []
    for view in addresses():
        url = view.url(view.target.pick(world.inside) if view.target else None)
        for what, data, headers in [
            ("no token", {}, {}),
            ("foreign token", {"csrfmiddlewaretoken": "y" * 32}, {}),
            ("foreign page", {"csrfmiddlewaretoken": token}, {"Origin": "https://evil.example"}),
        ]:
            with undone():
                status = client.post(url, data, headers=headers).status_code
            if status != 403:
                wrong.append(f"{view.name}: {what}: {status}")
    none_of(wrong)


def test_wrong_twins_an_unmarked_view_and_an_unknown_object_are_refused() -> None:
    def forgotten(request: Any) -> None:
        """A view without a mark."""

    with pytest.raises(Unknown, match="mark the view"):
        address("x:forgotten", path("x/", forgotten))
    with pytest.raises(Unknown, match="which object"):
        address("x:new", path("x/<int:pk>/", public(lambda request, pk: None)))


def test_the_lists_of_this_test_name_only_what_exists() -> None:
    names = {name for name, _ in patterns()}
    assert set(OBJECTS) - names == set()
    assert {name for name in PLACELESS_ADMIN if f"admin:{name}_changelist" not in names} == set()
    assert len(ROLE_OF) == 11
