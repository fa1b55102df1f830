"""Nobody who types fast loses a letter: answers of the server come in while the typing goes on."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from common.models import Register, RegisterKind
from tests.cast import Cast, make_cast
from tests.teams.builders import make_draft_team, make_person, proposal_of

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SLOW = 1.0


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def roster(cast: Cast, page_of: Callable[..., Any]) -> Any:
    """The roster of an empty draft on which every answer that reads the whole list comes late."""
    team = make_draft_team(cast, members=0)
    make_person(cast.places.commune, "Nguyễn Văn Tám", head_of=cast.places.hamlets[0])
    path = f"/teams/proposals/{proposal_of(team).pk}/"
    page = page_of(cast.minh, path)

    def late(route: Any) -> None:
        time.sleep(SLOW)
        route.continue_()

    page.route(
        f"**{path}", lambda route: late(route) if route.request.method == "POST" else route.continue_()
    )
    return page


def choose(page: Any, key: int, words: str) -> None:
    page.locator(f"#id_p{key}-person_text").press_sequentially(words)
    page.locator(".combobox-list li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_chosen_person_is_read_while_the_next_is_typed(roster: Any) -> None:
    roster.locator("button[value=add]").last.click()
    expect(roster.locator(".member")).to_have_count(1)  # the empty line is used
    roster.locator("#id_p0-person_text").fill("Danh Thị Sáu")
    roster.locator("button[value=add]").last.click()
    expect(roster.locator("#id_p1-person_text")).to_be_focused()
    choose(roster, 1, "van tam")
    # The answer for the chosen person is under way: type on in the other line.
    roster.locator("#id_p0-birth").click()
    roster.keyboard.type("1987", delay=60)
    roster.locator("#id_p0-phone").click()
    roster.keyboard.type("0912 345 678", delay=120)
    expect(roster.locator(".member-known")).to_contain_text("Trưởng ấp")
    expect(roster.locator("#id_p0-phone")).to_be_focused()
    assert roster.input_value("#id_p0-birth") == "1987"
    assert roster.input_value("#id_p0-phone") == "0912 345 678"
    assert roster.evaluate("document.activeElement.selectionStart") == len("0912 345 678")
    assert roster.input_value("#id_p1-person_text") == "Nguyễn Văn Tám"
    assert roster.input_value("#id_p1-post") == "HAMLET_HEAD"
    assert roster.input_value("#id_p1-title_text") == "Trưởng ấp Minh Thành"


def test_a_line_in_which_one_types_is_replaced_when_it_is_left(roster: Any) -> None:
    choose(roster, 0, "van tam")
    roster.locator("#id_p0-organisation_text").click()
    roster.keyboard.type("Ban nhân dân ấp", delay=120)
    expect(roster.locator("#tiles .tile-name")).to_have_text(["Nguyễn Văn Tám"])
    assert roster.input_value("#id_p0-organisation_text") == "Ban nhân dân ấp"
    roster.locator("button[value=save]").focus()
    expect(roster.locator(".member-known")).to_be_visible()
    assert roster.input_value("#id_p0-organisation_text") == "Ban nhân dân ấp"


def test_a_new_line_takes_the_focus_only_from_who_does_not_type(roster: Any) -> None:
    roster.locator("#id_p0-person_text").fill("Danh Thị Sáu")
    roster.locator("#id_p0-person_text").press("Enter")
    roster.keyboard.press("Tab")
    roster.keyboard.type("1995", delay=60)
    expect(roster.locator(".member")).to_have_count(2)
    expect(roster.locator("#id_p0-birth")).to_be_focused()
    roster.keyboard.type("x")
    assert roster.input_value("#id_p0-birth") == "1995x"


def test_a_removed_line_goes_and_the_others_keep_what_was_typed(roster: Any) -> None:
    roster.locator("#id_p0-person_text").fill("Danh Thị Sáu")
    roster.locator("button[value=add]").last.click()
    expect(roster.locator("#id_p1-person_text")).to_be_focused()
    roster.locator("button[value='remove:0']").click()
    roster.locator("#id_p1-person_text").click()
    roster.keyboard.type("Lê Văn Bảy", delay=90)
    expect(roster.locator(".member")).to_have_count(1)
    assert roster.input_value("#id_p1-person_text") == "Lê Văn Bảy"
    expect(roster.locator("#id_p1-person_text")).to_be_focused()
