"""Decisions in a browser: one for all teams of a commune and its revoking; ten new people for ten old ones."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from teams.issuing import line_up_on
from teams.models import Decision, DecisionItem, Membership, Team
from tests.cast import Cast
from tests.teams.builders import ISSUED, make_active_team, make_draft_team, make_person

NUMERALS = ["Nhất", "Nhì", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_paper(page: Any, number: str, issued_on: str) -> None:
    """Number, date and signer as they stand on the paper."""
    page.get_by_label("Số và ký hiệu").fill(number)
    page.get_by_label("Ngày ban hành").fill(issued_on)
    page.get_by_label("Hiệu lực từ").fill("")
    page.get_by_label("Người ký", exact=False).first.fill("Võ Thanh Bình")


def test_one_decision_for_all_teams_then_revoked(cast: Cast, page_of: Callable[..., Any]) -> None:
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets]
    page = page_of(cast.minh)
    page.goto("/teams/decisions/")
    page.get_by_role("link", name="Nhập quyết định").first.click()
    page.get_by_label("Trích yếu").fill("Thành lập các Tổ công nghệ số cộng đồng xã Minh Thuận")
    page.get_by_role("button", name="Bỏ chọn tất cả").click()
    assert page.get_by_text("đã chọn 0 tổ").is_visible()
    page.get_by_role("button", name="Chọn tất cả", exact=True).click()
    assert page.get_by_text("đã chọn 7 tổ").is_visible()
    page.get_by_role("button", name="Lưu và nhập quyết định đã ký").click()

    assert page.get_by_text("Danh sách của cả 7 tổ đều không vướng gì.").is_visible()
    fill_paper(page, "12 / qđ-ubnd", "10/8/2022")
    page.get_by_role("button", name="Ban hành cho 7 tổ").click()
    assert page.get_by_text("Đã ban hành quyết định 12/QĐ-UBND cho 7 tổ.").is_visible()
    assert {team.status for team in Team.objects.all()} == {"ACTIVE"}
    assert Membership.objects.count() == 42

    page.get_by_role("link", name="Bãi bỏ").click()
    assert page.get_by_text("7 tổ trở lại là tổ dự kiến").is_visible()
    assert page.get_by_text("42 người hôm nay không còn là thành viên.").is_visible()
    page.get_by_label("Lý do bãi bỏ").fill("Ban hành nhầm")
    page.get_by_role("button", name="Bãi bỏ đối với 7 tổ").click()
    assert page.get_by_text("Đã bãi bỏ quyết định 12/QĐ-UBND").is_visible()
    assert {team.status for team in Team.objects.all()} == {"DRAFT"}
    assert Membership.objects.count() == 0
    assert DecisionItem.objects.open().filter(team__in=teams).count() == 7
    page.goto("/teams/decisions/?q=12%2Fqd-ubnd")
    assert page.locator("s", has_text="12/QĐ-UBND").is_visible()


def replace(page: Any, old: str, new: str) -> None:
    """Type another name over a line and choose the known person."""
    field = page.locator(f'input[name$="-person_text"][value="{old}"]')
    field.fill(new)
    page.get_by_role("option", name=re.compile(re.escape(new))).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(f'input[name$="-person_text"][value="{new}"]').wait_for()


def test_ten_new_people_for_ten_old_ones(cast: Cast, page_of: Callable[..., Any]) -> None:
    hamlet = cast.places.hamlets[0]
    team = make_active_team(cast, members=10)
    rows = line_up_on(team, ISSUED)
    old = [row.person.full_name for row in rows]
    post = rows[0].person.positions.get()
    post.valid_to = date(2023, 8, 1)
    post.save()
    names = [f"Người Mới Thứ {word}" for word in NUMERALS]
    people = [make_person(cast.places.commune, names[0], head_of=hamlet, since=date(2023, 8, 1))]
    people += [make_person(cast.places.commune, name, residence=hamlet) for name in names[1:]]

    page = page_of(cast.minh)
    page.goto(f"/teams/{team.pk}/propose/")
    page.locator('button[name="action"][value="RECONSTITUTE"]').click()
    for old_name, new_name in zip(old, names, strict=True):
        replace(page, old_name, new_name)
    page.get_by_role("button", name="Lưu nháp").click()
    page.wait_for_load_state()
    item = DecisionItem.objects.open().get(team=team)
    assert set(item.entries.values_list("person_id", flat=True)) == {person.pk for person in people}
    assert [row.person.full_name for row in line_up_on(team, date.today())] == old

    page.goto(f"/teams/decisions/new/?item={item.pk}")
    page.get_by_label("Trích yếu").fill("Kiện toàn Tổ công nghệ số cộng đồng ấp Minh Thành")
    page.get_by_role("button", name="Lưu và nhập quyết định đã ký").click()
    fill_paper(page, "45", "1/9/2023")
    page.get_by_role("button", name="Ban hành cho 1 tổ").click()
    assert page.get_by_text("Đã ban hành quyết định 45/QĐ-UBND cho 1 tổ.").is_visible()
    page.get_by_text("Ngày nào thay đổi gì").click()
    assert page.get_by_text("10 người vào tổ:").is_visible()
    assert page.get_by_text("10 người ra khỏi tổ:").is_visible()
    assert Decision.objects.get(number=45).issued_on == date(2023, 9, 1)
    assert [row.person.full_name for row in line_up_on(team, date(2023, 8, 31))] == old
    assert sorted(row.person.full_name for row in line_up_on(team, date(2023, 9, 1))) == sorted(names)
