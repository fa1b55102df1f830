"""The form of a visit: what is preset, what is asked, what is refused (F9, BR-34 to BR-38)."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from households.consents import record_consent
from households.enums import ConsentState
from households.models import Consent, Household, Visit
from households.outreach import log_visit
from households.visit_data import Answer
from teams.models import Team
from tests.cast import Cast
from tests.households.builders import a_visit, make_topic
from tests.households.typing import post, says, typed

pytestmark = pytest.mark.django_db


def test_a_usual_visit_takes_three_clicks(hoa: Client, home: Household) -> None:
    """Outcome, topic, answer: day, team, member, result and number of people are preset."""
    topic = make_topic()
    url = f"/households/visits/new/?household={home.pk}"
    answer = post(hoa, url, outcome="DONE", taught=[str(topic.pk)], consent="LATER")
    assert (answer.status_code, answer.url) == (302, f"/households/?area={home.area_id}")
    visit = Visit.objects.get()
    assert (visit.household, visit.outcome, visit.visited_on) == (home, "DONE", timezone.localdate())
    assert [m.person.user.username for m in visit.visit_members.all()] == ["hoa"]
    assert list(visit.visit_topics.values_list("topic", "result", "people_count")) == [
        (topic.pk, "INTRODUCED", 1)
    ]
    assert not Consent.objects.exists()


def test_consent_is_never_preset_and_asked_where_needed(hoa: Client, home: Household) -> None:
    url = f"/households/visits/new/?household={home.pk}"
    assert "consent" not in typed(hoa, url)
    html = says(post(hoa, url, outcome="DONE", phone="0912 000 101"))
    assert "BR-38" in html
    assert 'value="0912 000 101"' in html
    assert not Visit.objects.exists()
    assert post(hoa, url, outcome="NOT_HOME").status_code == 302
    visit = Visit.objects.get()
    assert (visit.outcome, visit.people_reached) == ("NOT_HOME", 0)


def test_agreeing_at_the_visit(hoa: Client, home: Household) -> None:
    url = f"/households/visits/new/?household={home.pk}"
    post(hoa, url, outcome="DONE", consent="GIVEN", phone="0912 000 101", note="hẹn cài VNeID")
    home.refresh_from_db()
    assert (home.consent_state, home.phone, Visit.objects.get().note) == (
        "GIVEN",
        "+84912000101",
        "hẹn cài VNeID",
    )


def test_a_household_that_agreed_is_visited_again(hoa: Client, home: Household) -> None:
    """Nothing about consent is asked, wanted or shown again: what the page shows is enough to save."""
    url = f"/households/visits/new/?household={home.pk}"
    post(hoa, url, outcome="DONE", consent="GIVEN", phone="0912 000 101")
    assert {"consent", "method", "phone"}.isdisjoint(typed(hoa, url))
    answer = post(hoa, url, outcome="PARTLY", note="đã mở tài khoản")
    assert answer.status_code == 302
    newest = Visit.objects.latest("pk")
    assert (newest.outcome, newest.note) == ("PARTLY", "đã mở tài khoản")
    home.refresh_from_db()
    assert (home.consent_state, home.phone, Consent.objects.count()) == ("GIVEN", "+84912000101", 1)
    told = says(hoa.get(answer.url))
    assert f'<a href="/households/visits/{newest.pk}/">' in told


def test_a_new_household_with_its_first_visit(hoa: Client, team: Team, home: Household) -> None:
    url = "/households/visits/new/"
    new = {
        "place": "NEW",
        "head_name": "Lê Thị Mới",
        "group": "Tổ 2",
        "outcome": "DONE",
        "consent": "REFUSED",
    }
    assert post(hoa, url, **new).status_code == 302
    assert Household.objects.get(head_name="Lê Thị Mới").consent_state == ConsentState.REFUSED
    assert Visit.objects.get().household is None
    double = {**new, "head_name": "tran van a", "group": "Tổ 1"}
    html = says(post(hoa, url, **double))
    assert "Trần Văn Ả, Tổ 1" in html
    assert Household.objects.count() == 2
    assert post(hoa, url, **double, is_different="on").status_code == 302
    assert Household.objects.count() == 3


def test_the_same_form_sent_twice_is_one_visit_and_one_household(hoa: Client, team: Team) -> None:
    url = "/households/visits/new/"
    data = typed(hoa, url) | {
        "place": "NEW",
        "head_name": "Lê Thị Mới",
        "outcome": "DONE",
        "consent": "LATER",
        "is_different": "on",
    }
    assert [hoa.post(url, data).status_code for _ in range(3)] == [302] * 3
    assert (Visit.objects.count(), Household.objects.count()) == (1, 1)


def test_a_household_is_found_by_typed_letters_without_script(hoa: Client, home: Household) -> None:
    url = "/households/visits/new/"
    answer = post(hoa, url, household_text="tran van", outcome="NOT_HOME")
    assert answer.status_code == 302
    assert Visit.objects.get().household == home
    nobody = says(post(hoa, url, household_text="không có ai", outcome="NOT_HOME"))
    assert "không có ai" in nobody


def test_a_nameless_visit(hoa: Client, team: Team, home: Household) -> None:
    url = "/households/visits/new/"
    assert post(hoa, url, place="NAMELESS", outcome="DONE").status_code == 302
    visit = Visit.objects.get()
    assert (visit.household, visit.area, visit.outcome) == (None, team.area, "DONE")


def test_a_household_that_refused_is_visited_without_its_name(
    cast: Cast, hoa: Client, home: Household
) -> None:
    record_consent(by=cast.minh, household=home, answer=Answer(ConsentState.REFUSED))
    url = f"/households/visits/new/?household={home.pk}"
    assert "note" not in typed(hoa, url)
    assert post(hoa, url, outcome="PARTLY").status_code == 302
    assert Visit.objects.get().household is None


BAD = [
    ({"visited_on": f"{timezone.localdate() + timedelta(1):%d/%m/%Y}"}, "BR-34"),
    ({"visited_on": "01/01/2020"}, "BR-34"),
    ({"visited_on": "hôm qua"}, "hôm qua"),
    ({"members": []}, "members"),
    ({"members": ["999999"]}, "999999"),
    ({"outcome": "XXX"}, "XXX"),
    ({"people_reached": "-1"}, "people_reached"),
    ({"people_reached": "9" * 30}, "people_reached"),
    ({"client_uuid": "x"}, "UUID"),
    ({"note": "x" * 301}, "note"),
    ({"minutes": "1e309"}, "minutes"),
]


@pytest.mark.parametrize(("wrong", "named"), BAD)
def test_bad_input_is_named_and_nothing_is_lost(
    hoa: Client, home: Household, wrong: dict[str, Any], named: str
) -> None:
    topic = make_topic()
    url = f"/households/visits/new/?household={home.pk}"
    data = {"outcome": "DONE", "consent": "LATER", "taught": [str(topic.pk)], "minutes": "15"}
    html = says(post(hoa, url, **(data | wrong)))
    assert "notice-error" in html
    assert named in html
    if "outcome" not in wrong:
        assert re.search(r'value="DONE"[^>]*checked|checked[^>]*value="DONE"', html)
    assert not Visit.objects.exists()


@pytest.mark.parametrize("people", ["0", "501", "-3", "x", "٣", "1" * 50])
def test_a_number_of_people_that_cannot_be(hoa: Client, home: Household, people: str) -> None:
    topic = make_topic()
    url = f"/households/visits/new/?household={home.pk}"
    sent = {"taught": [str(topic.pk)], f"taught-{topic.pk}-people": people}
    html = says(post(hoa, url, outcome="DONE", consent="LATER", **sent))
    assert f'value="{people}"' in html
    assert not Visit.objects.exists()


def test_correcting_and_taking_back(cast: Cast, hoa: Client, team: Team, home: Household) -> None:
    old = Visit.objects.get(pk=log_visit(by=cast.minh, visit=a_visit(team, home)).visit_id)
    url = f"{old.get_absolute_url()}correct/"
    assert post(hoa, url, outcome="PARTLY", consent="LATER").status_code == 302
    new = Visit.objects.get(corrects=old)
    assert (new.household, new.outcome, new.visited_on) == (home, "PARTLY", old.visited_on)
    assert "notice" in says(hoa.get(old.get_absolute_url()))
    back = f"{new.get_absolute_url()}take-back/"
    assert "notice-error" in says(post(hoa, back, reason=" "))
    assert post(hoa, back, reason="ghi nhầm hộ").status_code == 302
    assert set(Visit.objects.values_list("status", flat=True)) == {"VOID"}
    assert "notice-error" in says(post(hoa, back, reason="lần nữa"))
