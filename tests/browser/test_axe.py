"""Every page for everybody: axe-core finds nothing serious, nothing scrolls sideways, focus can be seen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from common.models import Register, RegisterKind
from tests.access.world import World
from tests.house.crowd import make_crowded
from tests.house.pages import Page, admin_pages_of, client_of, html_of, pages_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
  .filter(one => ['serious', 'critical'].includes(one.impact))
  .map(one => `${one.id}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes.length})`)"""
SIDEWAYS = """() => {
  const most = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= most) return '';
  const widest = [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > most + 1).pop();
  return `${document.scrollingElement.scrollWidth} of ${most}: ${widest ? widest.outerHTML.slice(0, 120) : ''}`;
}"""
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return outlined || style.boxShadow !== 'none' || one === document.body ? '' : one.outerHTML.slice(0, 120);
}"""
FILES = {"teams:decision_scan", "healthz"}
PARTS = 3


@pytest.fixture
def world(transactional_db: None) -> World:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_crowded(2)


def opening(world: World, visitor: str, pages: list[Page]) -> list[Page]:
    """The pages that show something of their own: no file, no redirect, no part of a page."""
    client = client_of(world.cast.everybody[visitor])
    return [page for page in pages if page.name not in FILES and "<html" in html_of(client, page)]


def looked_over(page: Any, pages: list[Page], widths: tuple[int, ...] = (1280, 360)) -> list[str]:
    """What axe-core finds, and what is wider than the window: at both widths, and with letters twice as large."""
    found = []
    for one in pages:
        page.set_viewport_size({"width": widths[0], "height": 900})
        page.goto(one.url)
        page.evaluate(AXE)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{one.name} at {width}: {text}" for text in page.evaluate(RUN)]
            if wider := page.evaluate(SIDEWAYS):
                found.append(f"{one.name} at {width}: scrolls sideways, {wider}")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        if wider := page.evaluate(SIDEWAYS):
            found.append(f"{one.name} with text at 200 %: scrolls sideways, {wider}")
    return found


@pytest.mark.parametrize("visitor", ["minh", "lan", "hoa"])
def test_pages_of_the_application(world: World, page_of: Callable[..., Any], visitor: str) -> None:
    pages = opening(world, visitor, pages_of(world, visitor))
    found = looked_over(page_of(world.cast.everybody[visitor]), pages)
    assert found == [], "\n".join(found)
    assert len(pages) > 10


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_of_the_admin(world: World, page_of: Callable[..., Any], part: int) -> None:
    """In parts, so that no process waits for the one that has them all."""
    pages = opening(world, "an", admin_pages_of(world, "an"))
    assert len(pages) > 40
    found = looked_over(page_of(world.cast.an), pages[part::PARTS])
    assert found == [], "\n".join(found)


def test_the_door_and_pages_for_faults(world: World, page_of: Callable[..., Any]) -> None:
    page = page_of(world.cast.minh)
    page.context.clear_cookies()
    found = looked_over(page, [Page("log-in", "/accounts/login/")])
    client = Client()
    client.force_login(world.cast.minh, backend="accounts.backends.RegisterBackend")
    page = page_of(world.cast.minh)
    found += looked_over(
        page,
        [
            Page("404", "/nothing/"),
            Page("400", "/teams/?sort=x"),
            Page("403", "/users/access-log/"),
            Page("405", f"/users/{world.cast.tuan.pk}/reset/"),
        ],
    )
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    "url", ["/", "/teams/", "/reports/coverage/", "/teams/people/new/", "/admin/teams/team/"]
)
def test_focus_can_be_seen(world: World, page_of: Callable[..., Any], url: str) -> None:
    """Each of the first thirty stops of the Tab key is marked."""
    page = page_of(world.cast.minh, url)
    unseen, stops = [], set()
    for _ in range(30):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(FOCUS))
        stops.add(page.evaluate("() => document.activeElement.outerHTML"))
    assert [text for text in unseen if text] == []
    assert len(stops) > 5


def test_the_rule_sees_the_wrong_twin(chromium: Any) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 900})
    page.set_content('<html><body><input type="text"><p style="width: 900px">rộng</p></body></html>')
    page.evaluate(AXE)
    assert any(text.startswith("label:") for text in page.evaluate(RUN))
    assert page.evaluate(SIDEWAYS).startswith("900 of 360") or "of 360" in page.evaluate(SIDEWAYS)
    page.close()
