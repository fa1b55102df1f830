"""T-I1 in a real browser: hostile texts in every field, every page opened, nothing runs.

The browser is told to pass over our content security policy, so that it is the escaping that holds.
"""

from collections.abc import Callable
from typing import Any

import pytest

from common.models import Register, RegisterKind
from tests.access.world import World
from tests.house.crowd import make_crowded
from tests.house.hostile import PAYLOADS, POLYGLOT, spoil
from tests.house.pages import Page, admin_pages_of, client_of, html_of, pages_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RAN = "() => window.__xss === 1"


@pytest.fixture
def world(transactional_db: None) -> World:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_crowded(4)


def watched(page: Any) -> list[str]:
    """Collects what runs or is asked of other machines."""
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda one: "evil" in one.url and happened.append(f"asks {one.url}"))
    return happened


def opened(page: Any, pages: list[Page], happened: list[str]) -> list[str]:
    """Opens each page, touches what could wait for it, and tells where something ran."""
    found = []
    for one in pages:
        page.goto(one.url)
        page.mouse.move(200, 300)
        page.keyboard.press("Tab")
        if page.evaluate(RAN):
            found.append(f"{one.name}: runs")
        found += [f"{one.name}: {text}" for text in happened]
        happened.clear()
    return found


@pytest.mark.parametrize("texts", [PAYLOADS, (POLYGLOT,)], ids=["rotated", "polyglot"])
@pytest.mark.parametrize("visitor", ["minh", "an"])
def test_no_stored_text_runs(
    world: World, page_of: Callable[..., Any], visitor: str, texts: tuple[str, ...]
) -> None:
    user = world.cast.everybody[visitor]
    assert spoil(texts) > 500
    client = client_of(user)
    pages = [
        one
        for one in (pages_of(world, "minh") if visitor == "minh" else admin_pages_of(world, "an"))
        if "__xss" in html_of(client, one)
    ]
    page = page_of(user, bypass_csp=True)
    assert opened(page, pages, watched(page)) == []
    assert len(pages) > 30


@pytest.mark.parametrize("frame", ["<p>{}</p>", '<input value="{}">', "<textarea>{}</textarea>"])
def test_the_rule_sees_the_wrong_twin(world: World, page_of: Callable[..., Any], frame: str) -> None:
    """The polyglot, unescaped in a page of ours."""
    page = page_of(world.cast.minh, "/users/me/", bypass_csp=True)
    html = page.content().replace("</main>", f"{frame.format(POLYGLOT)}</main>")
    page.route("**/users/me/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("/users/me/")
    page.wait_for_function(RAN)
