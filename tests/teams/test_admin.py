"""Django admin of teams: scope, search, masks, exact numbers, few queries."""

import re
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from areas.admin_base import ScopedAdmin
from common.models import AuditEntry
from teams.departures import suspend
from teams.enums import DecisionAction, TeamStatus
from teams.models import (
    Decision,
    DecisionItem,
    EnterpriseProfile,
    LineUpEntry,
    Membership,
    Organisation,
    Person,
    RuleException,
    Team,
    WorkforceCount,
)
from teams.proposals import propose
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    issue_for,
    make_active_team,
    make_draft_team,
    make_person,
)
from tests.teams.clients import admin_url, client_of

MODELS = sorted(
    (
        model
        for model in apps.get_app_config("teams").get_models()
        if not model.__name__.startswith("Historical")
    ),
    key=lambda model: model.__name__,
)
MOST_QUERIES = 30


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def counted(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return len(queries)


def fill(cast: Cast, hamlets: int) -> list[Team]:
    """Active teams with something of everything, in the first hamlets."""
    teams = [make_active_team(cast, hamlet, members=8) for hamlet in cast.places.hamlets[:hamlets]]
    for team in teams:
        propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
        suspend(
            by=cast.minh, team=team, valid_from=date(2023, 1, 1), valid_to=date(2023, 2, 1), reason="Nghỉ Tết"
        )
        RuleException.objects.create(
            team=team, rule="BR-06", reason="Trưởng ấp nghỉ", valid_from=ISSUED, recorded_by=cast.minh
        )
        organisation = Organisation.objects.create(
            name=f"Công ty {team.code}", group="ENTERPRISE", type="COMPANY", area=cast.places.commune
        )
        enterprise = EnterpriseProfile.objects.create(organisation=organisation, area=cast.places.commune)
        WorkforceCount.objects.create(enterprise=enterprise, as_of=ISSUED, worker_count=301)
    return teams


def test_every_model_has_a_scoped_screen() -> None:
    assert [m.__name__ for m in MODELS if not isinstance(admin.site._registry.get(m), ScopedAdmin)] == []


def test_no_reference_is_a_drop_down(cast: Cast, rf: Any) -> None:
    request = rf.get("/")
    request.user = cast.minh
    for model in MODELS:
        screen = admin.site._registry[model]
        assert screen.search_fields, model
        references = {f.name for f in model._meta.fields if f.remote_field}
        typed = set(screen.get_fields(request)) if screen.has_add_permission(request) else set()
        assert references & typed <= set(screen.get_autocomplete_fields(request)), model


def test_pages_cost_the_same_for_few_and_many_rows(cast: Cast) -> None:
    minh = client_of(cast.minh)
    fill(cast, 1)
    few = {model.__name__: counted(minh, admin_url(model, "changelist")) for model in MODELS}
    fill_rest = cast.places.hamlets
    cast.places.hamlets = fill_rest[1:]
    fill(cast, 6)
    many = {model.__name__: counted(minh, admin_url(model, "changelist")) for model in MODELS}
    assert {name: count for name, count in many.items() if count > few[name]} == {}
    assert max(many.values()) <= MOST_QUERIES
    pages = {}
    for model in MODELS:
        for row in model._default_manager.order_by("pk")[:1]:
            pages[model.__name__] = counted(minh, admin_url(model, "change", row.pk))
    assert {name: count for name, count in pages.items() if count > MOST_QUERIES} == {}


@pytest.mark.parametrize("name", ["minh", "an", "son", "quang", "lan", "binh", "hoa"])
def test_who_sees_what(cast: Cast, name: str) -> None:
    team = make_active_team(cast)
    client = client_of(cast.everybody[name])
    status = client.get(admin_url(Team, "changelist")).status_code
    if name in ("lan", "binh", "hoa"):
        assert status in (302, 403)
        assert client.get(admin_url(Team, "change", team.pk)).status_code in (302, 403)
        return
    inside = name != "quang"
    for model in (Team, Membership, Person, Decision, LineUpEntry):
        page = client.get(admin_url(model, "changelist"))
        assert bool(page.context["cl"].result_count) is inside, model
        row = model._default_manager.first()
        status = client.get(admin_url(model, "change", row.pk)).status_code
        assert status == (200 if inside else 404), model
        assert client.get(admin_url(model, "history", row.pk)).status_code in (
            (200, 302, 403) if inside else (404,)
        ), model


def test_search_needs_no_accents_and_finds_a_number_however_typed(cast: Cast) -> None:
    team = make_draft_team(cast)
    make_person(cast.places.commune, "Trần Thị Ánh Đào")
    issue_for(cast.minh, [team], number=12)
    minh = client_of(cast.minh)
    for model, text, found in (
        (Team, "minh thanh", 1),
        (Person, "dao tran", 1),
        (Decision, "12 / QĐ – ubnd", 1),
        (Decision, "13", 0),
        (Membership, "khong co", 0),
    ):
        page = minh.get(admin_url(model, "changelist"), {"q": text})
        assert page.context["cl"].result_count == found, (model, text)


def test_autocomplete_stays_in_the_area(cast: Cast) -> None:
    make_person(cast.places.other_commune, "Người Xã Khác")
    make_person(cast.places.commune, "Người Xã Nhà")
    asked = {"term": "nguoi xa", "app_label": "teams", "model_name": "lineupentry", "field_name": "person"}
    answer = client_of(cast.minh).get(reverse("admin:autocomplete"), asked)
    assert [one["text"] for one in answer.json()["results"]] == ["Người Xã Nhà"]


def test_phones_are_masked_for_the_province_and_reading_is_written_down(cast: Cast) -> None:
    person = make_person(cast.places.commune, "Danh Thị Sen", phone="+84912345678")
    an, minh = client_of(cast.an), client_of(cast.minh)
    assert "0912 345 678" in minh.get(admin_url(Person, "changelist")).content.decode()
    for address in (admin_url(Person, "changelist"), admin_url(Person, "change", person.pk)):
        text = an.get(address).content.decode()
        assert "0912***678" in text
        assert not re.search(r"0912.?345.?678|912345678", text)
    assert an.get(admin_url(Person, "history", person.pk)).status_code == 403
    assert (
        AuditEntry.objects.filter(object_type="teams.person", object_id=str(person.pk), actor=cast.an).count()
        == 1
    )


def test_actions_say_the_exact_number_first(cast: Cast) -> None:
    teams = [make_active_team(cast, hamlet) for hamlet in cast.places.hamlets[:3]]
    draft = make_draft_team(cast, cast.places.hamlets[3])
    minh = client_of(cast.minh)
    data = {"action": "confirm_lists", "_selected_action": [team.pk for team in [*teams, draft]]}
    page = minh.post(admin_url(Team, "changelist"), data)
    assert "Xác nhận danh sách của 3 tổ" in page.content.decode()
    assert page.context["left_out"] == 1
    assert not Team.objects.exclude(checked_on=None).exists()
    assert minh.post(admin_url(Team, "changelist"), data | {"confirmed": "yes"}).status_code == 302
    assert Team.objects.filter(checked_on=date.today()).count() == 3
    suspend(by=cast.minh, team=teams[0], valid_from=date(2023, 1, 1), reason="Nghỉ")
    data = {"action": "resume_teams", "_selected_action": [team.pk for team in teams], "confirmed": "yes"}
    assert minh.post(admin_url(Team, "changelist"), data).status_code == 302
    assert {team.status for team in Team.objects.filter(pk__in=[t.pk for t in teams])} == {TeamStatus.ACTIVE}


def test_history_shows_what_was_changed(cast: Cast) -> None:
    team = make_draft_team(cast)
    minh = client_of(cast.minh)
    data = {"name": "Tổ mới", "contact_phone": "", "zalo_group_url": "", "note": ""}
    assert minh.post(admin_url(Team, "change", team.pk), data).status_code == 302
    page = minh.get(admin_url(Team, "history", team.pk)).content.decode()
    assert "Tổ mới" in page
    assert "Nguyễn Văn Minh" in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "x" * 10_000, "a\x00b", "\u202eadb", "' OR 1=1"]
)
@pytest.mark.parametrize("model", [Team, Person, Decision, Organisation, Membership, DecisionItem])
def test_hostile_searches_and_ids(cast: Cast, model: type, text: str) -> None:
    minh = client_of(cast.minh)
    page = minh.get(admin_url(model, "changelist"), {"q": text})
    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert minh.get(admin_url(model, "change", "x" + text[:20].replace("/", ""))).status_code in (302, 404)
