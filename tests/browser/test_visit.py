"""Hoa records a usual visit: what she has to touch is counted, and what it takes on the clock (F9)."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from common.models import Register, RegisterKind
from households.models import Household, Visit
from teams.models import Membership
from tests.cast import Cast, make_cast
from tests.households.builders import make_home, make_topic
from tests.teams.builders import make_active_team

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
expect.set_options(timeout=15_000)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_TOUCHES = 12
SECONDS_A_TOUCH = 1.5
"""Generous for somebody over fifty who knows the form; reading included."""
MOST_SECONDS = 30


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def home(cast: Cast) -> Household:
    """A household of the hamlet whose team Hoa leads."""
    team = make_active_team(cast, cast.places.hamlets[0])
    leader = Membership.objects.filter(team=team).order_by("seat").first()
    leader.person.user = cast.hoa
    leader.person.save()
    make_topic("VNEID", name="Định danh điện tử mức 2")
    make_topic("DVC", name="Dịch vụ công trực tuyến")
    return make_home(cast.places.hamlets[0], "Trần Văn Ả")


class Finger:
    """Counts what is touched or typed."""

    def __init__(self, page: Any) -> None:
        self.page, self.touches = page, 0

    def click(self, what: Any) -> None:
        """One click or tap."""
        what.click()
        self.touches += 1

    def type(self, what: Any, text: str) -> None:
        """One touch for each letter."""
        what.press_sequentially(text, delay=10)
        self.touches += len(text)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_usual_visit_in_half_a_minute(
    cast: Cast, home: Household, page_of: Callable[..., Any], width: int
) -> None:
    page = page_of(cast.hoa, "/households/", width=width)
    finger, started = Finger(page), time.monotonic()
    finger.click(page.get_by_role("link", name="Ghi lượt đến hộ Trần Văn Ả"))
    finger.click(page.get_by_label("Đã hỗ trợ", exact=True))
    for topic in ("Định danh điện tử mức 2", "Dịch vụ công trực tuyến"):
        finger.click(page.get_by_label(topic, exact=True))
    finger.click(page.get_by_label("Đồng ý", exact=True))
    finger.click(page.get_by_role("button", name="Lưu lượt đến"))
    expect(page.locator(".messages, .notice").first).to_contain_text("Trần Văn Ả")
    seconds = time.monotonic() - started
    assert finger.touches <= MOST_TOUCHES
    assert seconds + SECONDS_A_TOUCH * finger.touches < MOST_SECONDS
    visit = Visit.objects.get()
    assert (visit.household, visit.outcome, visit.visit_topics.count()) == (home, "DONE", 2)


def test_by_typing_a_name_without_script(cast: Cast, home: Household, page_of: Callable[..., Any]) -> None:
    page = page_of(cast.hoa, "/households/visits/new/", java_script_enabled=False)
    finger = Finger(page)
    finger.type(page.locator("#id_household_text"), "tran")
    finger.click(page.get_by_label("Vắng nhà", exact=True))
    finger.click(page.get_by_role("button", name="Lưu lượt đến"))
    page.wait_for_url("**/households/?area=*")
    assert finger.touches <= MOST_TOUCHES
    assert Visit.objects.get().household == home
