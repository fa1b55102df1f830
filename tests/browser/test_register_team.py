"""Minh registers a team from nothing to active, and Lan sees the coverage of his commune change."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from common.models import Register, RegisterKind
from teams.enums import TeamStatus
from teams.models import Person, RuleException, Team
from tests.cast import Cast, make_cast
from tests.teams.builders import make_person

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
expect.set_options(timeout=15_000)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COVERED = "tr:has-text('Minh Thuận') .share-text"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def opened(page_of: Callable[..., Any]) -> Callable[..., Any]:
    """A page opened as a user."""

    def open_page(user: Any, path: str, **options: Any) -> Any:
        page = page_of(user, **options)
        page.goto(path)
        return page

    return open_page


def choose_hamlet(page: Any, words: str) -> None:
    page.locator("#id_area_text").press_sequentially(words, delay=20)
    page.locator(".combobox-list li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("main form.panel button.btn-primary").click()
    page.wait_for_url("**/teams/proposals/*/")


def issue(page: Any) -> None:
    page.fill("#id_subject", "Thành lập Tổ công nghệ số cộng đồng ấp Minh Thành")
    page.fill("#id_number", "45/QĐ-UBND")
    page.fill("#id_issued_on", "10/8/2022")
    page.fill("#id_signer_name", "Võ Thanh Bình")
    page.locator("button[name=issue]").click()
    page.wait_for_url("**/issue/")
    page.locator("button[name=issue]").click()
    page.wait_for_url("**/teams/decisions/*/")


def test_a_team_from_empty_to_active(cast: Cast, opened: Callable[..., Any]) -> None:
    make_person(cast.places.commune, "Nguyễn Văn Tám", head_of=cast.places.hamlets[0])
    lan = opened(cast.lan, "/reports/coverage/")
    expect(lan.locator(COVERED)).to_contain_text("0/7")

    minh = opened(cast.minh, "/teams/")
    minh.locator("a[href='/teams/new/']").first.click()
    choose_hamlet(minh, "minh thanh")
    team = Team.objects.get()
    assert team.area == cast.places.hamlets[0]

    # The known head with one click, a new person by typing and Enter.
    expect(minh.locator(".check-must")).to_have_count(2)
    minh.locator("button[value^='suggested:']").first.click()
    expect(minh.locator("#tiles .tile-name")).to_have_text(["Nguyễn Văn Tám"])
    minh.locator("#id_p0-person_text").press("Enter")
    expect(minh.locator("#id_p1-person_text")).to_be_focused()
    minh.keyboard.type("Danh Thị Sáu")
    minh.keyboard.press("Tab")
    minh.keyboard.type("1980")
    minh.select_option("#id_p1-role", "DEPUTY")
    expect(minh.locator("#tiles .tile-name")).to_have_text(["Nguyễn Văn Tám", "Danh Thị Sáu"])
    expect(minh.locator(".check-must")).to_have_count(1)
    expect(minh.locator(".check-must")).to_contain_text("BR-07")
    minh.locator("button[value=save]").click()
    expect(minh.locator(".notice-done")).to_be_visible()
    assert Person.objects.get(full_name="Danh Thị Sáu").birth_year == 1980

    # An exception with its reason, then the decision.
    minh.goto(f"/teams/{team.pk}/exception/?rule=BR-07")
    minh.fill("#id_reason", "Ấp chưa có đoàn viên thường trú")
    minh.locator("main form.panel button.btn-primary").click()
    expect(minh.locator("body")).to_contain_text("Ấp chưa có đoàn viên thường trú")
    assert RuleException.objects.get().rule == "BR-07"
    minh.locator("a[href*='/teams/decisions/new/']").click()
    issue(minh)
    team.refresh_from_db()
    assert (team.status, team.established_on) == (TeamStatus.ACTIVE, date(2022, 8, 10))

    lan.reload()
    expect(lan.locator(COVERED)).to_contain_text("1/7")
    page = opened(cast.lan, f"/teams/{team.pk}/")
    expect(page.locator("body")).to_contain_text("Ấp chưa có đoàn viên thường trú")


def test_the_list_is_drawn_up_without_script_on_a_phone(cast: Cast, opened: Callable[..., Any]) -> None:
    page = opened(cast.minh, "/teams/new/", width=360, java_script_enabled=False)
    page.fill("#id_area_text", "Minh Tân")
    page.locator("main form.panel button.btn-primary").click()
    page.fill("#id_p0-person_text", "Trần Văn Năm")
    page.select_option("#id_p0-role", "LEADER")
    page.select_option("#id_p0-post", "HAMLET_HEAD")
    page.locator(".roster-left > button[value=add]").click()
    page.fill("#id_p1-person_text", "Danh Thị Sáu")
    page.locator("button[value=check]").click()
    expect(page.locator(".tile-name")).to_have_text(["Trần Văn Năm", "Danh Thị Sáu"])
    page.locator("button[value='remove:1']").click()
    page.locator("button[value=save]").click()
    expect(page.locator(".tile-name")).to_have_text(["Trần Văn Năm"])
    assert [entry.person.full_name for entry in Team.objects.get().items.get().entries.all()] == [
        "Trần Văn Năm"
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
