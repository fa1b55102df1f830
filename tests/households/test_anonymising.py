"""Erasing: no name, phone or note is left in tables, history, logs, exports; every count stays (BR-38)."""

import io
import logging
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client

from common.models import AuditEntry, Register, RegisterKind
from households.consents import record_consent, withdraw_consent
from households.enums import ConsentState, LivingStatus
from households.figure_checks import differences
from households.figures import recompute_marked
from households.merging import merge_households
from households.models import Household, HouseholdBusiness, OutreachFigure, Retention, Visit
from households.outreach import log_visit
from households.register import change_household, set_moved_away
from households.retention import months_before
from households.visit_data import Answer
from teams.models import Team
from tests.cast import Cast, make_cast
from tests.households.builders import a_visit, hamlets, make_business, make_home, make_topic, taught
from tests.imports.lists import read, workbook, write
from tests.teams.builders import make_active_team
from tests.teams.clients import client_of

pytestmark = pytest.mark.django_db

MARK = "Zyxwvu"
PHONE, TAX = "0987 123 450", "8765432109"
TRACES = (MARK.lower(), "987123450", TAX)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    return make_active_team(cast, cast.places.hamlets[0])


@pytest.fixture
def home(cast: Cast, team: Team) -> Household:
    """A household whose mark stands wherever a text about it can stand."""
    hamlet = cast.places.hamlets[0]
    home = make_home(hamlet, f"Trần {MARK} Cũ", house_no_text=f"Nhà {MARK}", external_ref=f"{MARK}-1")
    given = Answer(ConsentState.GIVEN, phone=PHONE)
    record_consent(by=cast.minh, household=home, answer=given)
    topics = (taught(make_topic()),)
    log_visit(by=cast.minh, visit=a_visit(team, home, note=f"gặp {MARK}", topics=topics))
    change_household(by=cast.minh, household=home, values={"head_name": f"Trần {MARK}"})
    business = make_business(hamlet, f"Quán {MARK}", household=home, owner_name=MARK, tax_code=TAX)
    log_visit(by=cast.minh, visit=a_visit(team, business_id=business.pk))
    double = make_home(hamlet, f"Trần {MARK} Đôi")
    merge_households(by=cast.minh, kept=home, dropped=double, choices={})
    home.refresh_from_db()
    return home


def every_value() -> Iterator[tuple[str, str]]:
    """Every value of every table, as text, read past the models."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("django_session", "django_migrations")):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    yield table, str(value)


def traces() -> set[str]:
    """Tables in which the mark still stands, in either spelling of JSON."""
    return {table for table, value in every_value() if any(trace in value.lower() for trace in TRACES)}


def look_at_it(client: Client, home: Household) -> None:
    """Open what logs who looked."""
    client.get(home.get_absolute_url())
    client.get("/households/", {"q": MARK})
    client.get("/households/businesses/", {"q": MARK})
    client.get("/households/visits/", {"q": MARK})
    client.post(f"/households/{home.pk}/phone/")


def pages(client: Client, home: Household) -> str:
    """What the pages about it say, and the search."""
    urls = (
        home.get_absolute_url(),
        f"/households/?area={home.area_id}",
        f"/households/?q={MARK}",
        "/households/visits/",
        "/households/businesses/",
        *(visit.get_absolute_url() for visit in Visit.objects.all()),
    )
    return "".join(client.get(url).content.decode() for url in urls)


def figures() -> list[dict[str, Any]]:
    recompute_marked()
    assert differences(hamlets()) == []
    return list(
        OutreachFigure.objects.order_by("area", "grain", "starts_on").values(
            "calls",
            "people_reached",
            "households_reached",
            "living_total",
            "living_reached",
            "business_calls",
            "businesses_reached",
        )
    )


def test_the_mark_stands_everywhere_before(cast: Cast, home: Household) -> None:
    look_at_it(client_of(cast.minh), home)
    assert traces() >= {
        "households_household",
        "households_historicalhousehold",
        "households_visit",
        "households_historicalvisit",
        "households_householdbusiness",
        "households_historicalhouseholdbusiness",
        "households_householdmerge",
        "households_historicalhouseholdmerge",
        "common_auditentry",
    }


def test_withdrawal_leaves_no_trace_and_all_counts(cast: Cast, home: Household) -> None:
    client = client_of(cast.minh)
    look_at_it(client, home)
    before, rows = figures(), (Visit.objects.count(), Household.objects.count(), AuditEntry.objects.count())
    withdraw_consent(by=cast.minh, household=home)
    assert traces() == set()
    assert (Visit.objects.count(), Household.objects.count(), AuditEntry.objects.count()) == rows
    assert figures() == before
    home.refresh_from_db()
    assert (home.head_name, home.phone, home.consent_state) == ("(đã ẩn danh)", "", "WITHDRAWN")
    seen = pages(client, home).replace(f'value="{MARK}"', "").replace(f"q={MARK}", "")
    assert MARK not in seen
    assert Visit.objects.filter(household=home).count() == 1


def test_lists_that_named_it_keep_no_word_of_it(cast: Cast, team: Team) -> None:
    """The list that entered it, and one still in review; other rows of both stay as they are."""
    Register.objects.create(kind=RegisterKind.DEMO)
    hamlet, commune = cast.places.hamlets[0], cast.places.commune
    head = ["Chủ hộ", "Ấp", "Tổ", "Điện thoại", "Số người"]
    own = [f"Trần {MARK}", hamlet.full_name, "Tổ 1", PHONE, 4]
    other = ["Lê Thị Khác", hamlet.full_name, "Tổ 2", "", 3]
    first = read(cast.minh, commune, "households", workbook(head, own, other), legal_ground="QĐ 12")
    write(cast.minh, first)
    later = read(cast.minh, commune, "households", workbook(head, other, [*own[:4], 5]), legal_ground="QĐ 12")
    home = Household.objects.get(head_name__contains=MARK)
    record_consent(by=cast.minh, household=home, answer=Answer(ConsentState.GIVEN))
    assert "imports_importrow" in traces()
    withdraw_consent(by=cast.minh, household=home)
    assert traces() == set()
    for batch, is_left_out in ((first, False), (later, True)):
        mine, others = batch.rows.order_by("parsed__head")
        assert (mine.raw, mine.parsed["head"], mine.is_left_out) == ({}, "(đã ẩn danh)", is_left_out)
        assert (others.raw["head"], others.is_left_out) == ("Lê Thị Khác", False)
    write(cast.minh, later)
    assert Household.objects.count() == 2
    assert traces() == set()


def test_a_wrong_twin_that_forgets_the_history_is_seen(home: Household) -> None:
    Household.objects.filter(pk=home.pk).update(head_name="(đã ẩn danh)", phone="", search_key="")
    assert "households_historicalhousehold" in traces()


def test_nothing_new_is_kept_about_it(cast: Cast, team: Team, home: Household) -> None:
    withdraw_consent(by=cast.minh, household=home)
    home.refresh_from_db()
    with pytest.raises(ValidationError, match="BR-38"):
        log_visit(by=cast.minh, visit=a_visit(team, home))
    with pytest.raises(ValidationError, match="BR-38"):
        change_household(by=cast.minh, household=home, values={"head_name": MARK})
    with pytest.raises(ValidationError, match="BR-38"):
        record_consent(by=cast.minh, household=home, answer=Answer(ConsentState.GIVEN))
    assert traces() == set()


def test_the_log_of_the_server_names_nobody(
    cast: Cast, home: Household, caplog: pytest.LogCaptureFixture
) -> None:
    """T-O4: neither pages nor refusals nor the command write names or phones into the log."""
    caplog.set_level(logging.DEBUG)
    client = client_of(cast.minh)
    look_at_it(client, home)
    client.post(f"/households/{home.pk}/edit/", {"head_name": f"{MARK}\nGIẢ MẠO", "people_count": "x"})
    out = io.StringIO()
    call_command("anonymise", write=True, stdout=out)
    written = "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db")
    )
    assert not any(trace in (written + out.getvalue()).lower() for trace in TRACES)


def run(*, write: bool) -> str:
    out = io.StringIO()
    call_command("anonymise", write=write, stdout=out)
    return out.getvalue()


def test_retention_erases_old_notes_only_when_told(cast: Cast, team: Team) -> None:
    hamlet = cast.places.hamlets[0]
    homes = [make_home(hamlet, f"Hộ {MARK} {n}") for n in range(3)]
    for home in homes:
        record_consent(by=cast.minh, household=home, answer=Answer(ConsentState.GIVEN))
        log_visit(by=cast.minh, visit=a_visit(team, home, note=f"nhớ {MARK}"))
    Retention.objects.create(province=cast.places.province, months=6)
    moved = homes[0]
    set_moved_away(by=cast.minh, household=moved)
    Household.objects.filter(pk=moved.pk).update(updated_at="2023-04-01T00:00:00Z")
    before = figures()
    assert run(write=False).split(":")[-1].split()[:1] == ["3"]
    assert Visit.objects.exclude(note="").count() == 3
    run(write=True)
    assert Visit.objects.exclude(note="").count() == 0
    assert Visit.history.exclude(note="").count() == 0
    moved.refresh_from_db()
    assert (moved.head_name, moved.status) == ("(đã ẩn danh)", LivingStatus.MOVED)
    assert Household.objects.filter(head_name__contains=MARK).count() == 2
    assert figures() == before
    assert run(write=False).split(":")[-1].split()[:1] == ["0"]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 8, 5), 24, date(2024, 8, 5)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_every_personal_field_of_the_room_is_known_to_the_eraser() -> None:
    """A text field that somebody adds must be thought about: here stand all of them."""
    texts = {
        f"{model.__name__}.{field.name}"
        for model in (Household, HouseholdBusiness, Visit)
        for field in apps.get_model("households", model.__name__)._meta.fields
        if field.get_internal_type() in {"CharField", "TextField"} and not field.choices
    }
    erased = {
        *(f"Household.{n}" for n in ("head_name", "search_key", "phone", "house_no_text", "external_ref")),
        *(
            f"HouseholdBusiness.{n}"
            for n in ("name", "search_key", "owner_name", "phone", "tax_code", "market_name")
        ),
        "Visit.note",
        "Visit.device",
    }
    kept = {"Household.self_managed_group", "Household.source", "HouseholdBusiness.sector"}
    assert texts == erased | kept
