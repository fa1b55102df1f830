"""The form of a visit: what is preset, what is asked, what is refused (F9, BR-34 to BR-38)."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from households.consents import record_consent
from households.enums import ConsentState
from households.models import Consent, Household, Topic, Visit
from households.outreach import log_visit
from households.visit_data import Answer
from teams.models import Team
from tests.cast import Cast
from tests.households.builders import a_visit, make_home, make_topic, taught
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


def test_a_likely_double_is_visited_instead(hoa: Client, team: Team, home: Household) -> None:
    """One button takes what was typed to the household on the register."""
    url, topic = "/households/visits/new/", make_topic()
    sent = {"place": "NEW", "head_name": "tran van a", "outcome": "PARTLY", "taught": [str(topic.pk)]}
    sent |= {"consent": "GIVEN", "phone": "0912 000 101", "note": "hẹn cài VNeID"}
    asked = says(post(hoa, url, **sent))
    assert f'name="instead" value="{home.pk}"' in asked
    assert post(hoa, url, **sent, instead=str(home.pk)).status_code == 302
    visit = Visit.objects.get()
    assert (visit.household, visit.outcome, visit.note) == (home, "PARTLY", "hẹn cài VNeID")
    assert list(visit.visit_topics.values_list("topic", flat=True)) == [topic.pk]
    home.refresh_from_db()
    assert (home.phone, Household.objects.count()) == ("+84912000101", 1)
    for wrong in ("0", "x", "9" * 30):
        assert "notice-error" in says(post(hoa, url, **sent, instead=wrong))
    assert Visit.objects.count() == 1


def test_what_the_team_teaches_most_stands_first(
    cast: Cast, hoa: Client, team: Team, home: Household
) -> None:
    """Six lines are open: the most used ones of 90 days, then basic skills; a ticked one opens the rest."""
    url = f"/households/visits/new/?household={home.pk}"
    plain = [make_topic(f"Y{n}", pillar="HEALTH", order=n) for n in range(7)]
    basic = [make_topic(f"B{n}", pillar="PAYMENT", order=20 + n) for n in range(3)]
    assert lines(hoa, url) == ([*basic, *plain[:3]], plain[3:])
    today = timezone.localdate()
    for day, topics in ((today, plain[5:]), (today, plain[6:]), (today - timedelta(90), plain[4:5])):
        done = tuple(taught(topic) for topic in topics)
        log_visit(by=cast.minh, visit=a_visit(team, home, visited_on=day, topics=done))
    assert lines(hoa, url) == ([plain[6], plain[5], *basic, plain[0]], plain[1:5])
    assert '<details class="taught-rest">' in says(hoa.get(url))
    wrong = {"taught": [str(plain[3].pk)], f"taught-{plain[3].pk}-people": "0"}
    assert '<details class="taught-rest" open>' in says(post(hoa, url, outcome="DONE", **wrong))


def lines(client: Client, url: str) -> tuple[list[Topic], list[Topic]]:
    """Topics that may be ticked: those in sight, and those folded away."""
    front, _, rest = says(client.get(url)).partition("taught-rest")
    topics = Topic.objects.in_bulk()
    found = [re.findall(r'name="taught" value="(\d+)"', part) for part in (front, rest)]
    return tuple([topics[int(key)] for key in keys] for keys in found)  # type: ignore[return-value] # two parts


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


def test_a_correction_asks_no_agreed_household_again(
    cast: Cast, hoa: Client, team: Team, home: Household
) -> None:
    """While it stays with the household; another one, never asked, is asked."""
    record_consent(by=cast.minh, household=home, answer=Answer(ConsentState.GIVEN))
    other = make_home(team.area, "Lê Thị Khác")
    old = Visit.objects.get(pk=log_visit(by=cast.minh, visit=a_visit(team, home)).visit_id)
    url = f"{old.get_absolute_url()}correct/"
    assert {"consent", "method", "phone"}.isdisjoint(typed(hoa, url))
    for changed in ({"household": str(other.pk), "household_text": ""}, {"household_text": "Lê Thị Khác"}):
        assert "BR-38" in says(post(hoa, url, **changed))
    assert post(hoa, url, outcome="PARTLY", note="đã mở tài khoản").status_code == 302
    new = Visit.objects.get(corrects=old)
    assert (new.household, new.outcome, new.note) == (home, "PARTLY", "đã mở tài khoản")
    assert Consent.objects.count() == 1


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
