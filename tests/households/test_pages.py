"""The other pages of households, as Hoa (leader of the team) and Minh (official) use them."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from common.models import AuditEntry
from households.consents import record_consent
from households.enums import ConsentState
from households.models import Household, HouseholdBusiness, HouseholdMerge, Session, SessionAttachment, Visit
from households.outreach import log_visit
from households.visit_data import Answer
from teams.models import Membership, Team
from tests.access.outreach import PDF
from tests.cast import Cast
from tests.households.builders import a_visit, make_business, make_home, make_topic
from tests.households.typing import post, says, typed
from tests.teams.clients import HOSTILE, client_of

pytestmark = pytest.mark.django_db


def test_households_stand_by_need(cast: Cast, hoa: Client, team: Team) -> None:
    hamlet = cast.places.hamlets[0]
    homes = {name: make_home(hamlet, name) for name in ("Mới", "Vắng", "Hẹn", "Xa", "Gần", "Từ chối")}
    for name, outcome, day in (
        ("Vắng", "NOT_HOME", 5),
        ("Hẹn", "RETURN", 6),
        ("Xa", "DONE", 1),
        ("Gần", "PARTLY", 9),
        ("Từ chối", "REFUSED", 1),
    ):
        visit = a_visit(team, homes[name], outcome=outcome, visited_on=date(2023, 3, day))
        log_visit(by=cast.minh, visit=visit)
    html = says(hoa.get("/households/"))
    places = [html.index(f">{name}</a>") for name in ("Mới", "Vắng", "Hẹn", "Xa", "Gần", "Từ chối")]
    assert places == sorted(places)
    assert "05/03/2023" in html


SEARCHES = ["tran van a", "A Trần Văn", "Trần Văn Ả", "  văn   trần  ", "TRAN"]


@pytest.mark.parametrize("words", SEARCHES)
def test_search_without_accents_in_any_order(minh: Client, cast: Cast, home: Household, words: str) -> None:
    make_home(cast.places.other_hamlets[0], "Trần Văn Ả Khác Xã")
    html = says(minh.get("/households/", {"q": words}))
    assert home.get_absolute_url() in html
    assert "Khác Xã" not in html


def test_pages_of_a_search_go_on_behind_the_last_row(minh: Client, cast: Cast, team: Team) -> None:
    hamlet = cast.places.hamlets[0]
    homes = [make_home(hamlet, f"Trần Trùng {n % 3}") for n in range(120)]
    seen, url = [], "/households/?q=trung"
    for _page in range(3):
        html = says(minh.get(url))
        seen += re.findall(r'<th scope="row"><a href="/households/(\d+)/"', html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        if following:
            url = "/households/" + following[1].replace("&amp;", "&")
    assert following is None
    assert sorted(map(int, seen)) == sorted(home.pk for home in homes)
    for forged in ("x", "W10:abc", url.split("after=")[-1][:-2]):
        assert minh.get("/households/", {"q": "trung", "after": forged}).status_code == 400


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"', "x' OR 1=1 --", "\x00", "a" * 5000, "٣"])
def test_hostile_words_find_nothing_else(minh: Client, home: Household, words: str) -> None:
    answer = minh.get("/households/", {"q": words})
    assert answer.status_code == 200
    assert home.get_absolute_url() not in answer.content.decode()


def test_a_phone_is_masked_until_asked_for_and_logged(cast: Cast, hoa: Client, home: Household) -> None:
    given = Answer(ConsentState.GIVEN, phone="0912 345 678")
    record_consent(by=cast.minh, household=home, answer=given)
    html = says(hoa.get(home.get_absolute_url()))
    assert "0912***678" in html
    assert "0912 345 678" not in html
    opened = says(hoa.post(f"/households/{home.pk}/phone/"))
    assert "0912 345 678" in opened
    entry = AuditEntry.objects.filter(object_id=str(home.pk), object_type="households.household").first()
    assert (entry.actor, bool(entry.reason)) == (cast.hoa, True)
    leader = client_of(cast.binh)
    assert leader.post(f"/households/{home.pk}/phone/").status_code == 403


ROWS = "\n".join(
    [
        "Chủ hộ\tTổ\tĐiện thoại\tSố người",
        "Lê Văn Một\tTổ 1\t0912 000 111\t4",
        "Lê Văn Một\tTổ 1\t\t3",
        "",
        "Trần Văn A;Tổ 1;;2",
        "12345",
        "Lê Hai\tTổ 2\tabc\tba",
    ]
)


def test_rows_are_looked_at_before_they_are_written(minh: Client, home: Household) -> None:
    url = f"/households/in/{home.area_id}/paste/"
    html = says(minh.post(url, {"text": ROWS, "ground": ""}))
    assert len(re.findall(r'class="badge badge-done"', html)) == 1
    assert len(re.findall(r'name="accept"', html)) == 2
    assert len(re.findall(r'class="badge badge-missing"', html)) == 2
    assert Household.objects.count() == 1
    assert minh.post(url, {"text": ROWS, "ground": "", "write": "1", "accept": ["3"]}).status_code == 302
    added = Household.objects.exclude(pk=home.pk).order_by("pk")
    assert list(added.values_list("head_name", "self_managed_group", "phone", "people_count")) == [
        ("Lê Văn Một", "Tổ 1", "", 4),
        ("Lê Văn Một", "Tổ 1", "", 3),
    ]


def test_phones_are_kept_with_a_named_ground_only(minh: Client, home: Household) -> None:
    url = f"/households/in/{home.area_id}/paste/"
    ground = "Danh sách hộ theo Quyết định 12/QĐ-UBND"
    minh.post(url, {"text": "Lê Văn Một\tTổ 1\t0912 000 111\t4", "ground": ground, "write": "1"})
    new = Household.objects.get(head_name="Lê Văn Một")
    assert (new.phone, new.source, new.consent_state) == ("+84912000111", ground, "UNASKED")


def test_too_many_rows_at_once(minh: Client, home: Household) -> None:
    url = f"/households/in/{home.area_id}/paste/"
    html = says(minh.post(url, {"text": "Lê Văn Một\n" * 1001, "write": "1"}))
    assert "1001" in html
    assert Household.objects.count() == 1


def test_a_household_moves_and_its_visits_stay(cast: Cast, minh: Client, team: Team, home: Household) -> None:
    log_visit(by=cast.minh, visit=a_visit(team, home))
    business = make_business(home.area, household=home)
    other = cast.places.hamlets[1]
    url = f"/households/{home.pk}/move/"
    assert post(minh, url, area_text="Minh Tân", businesses_too="on").status_code == 302
    home.refresh_from_db()
    business.refresh_from_db()
    assert (home.area, business.area, Visit.objects.get().area) == (other, other, cast.places.hamlets[0])
    outside = says(post(minh, url, area_text="Kênh Năm"))
    assert "notice-error" in outside


def test_a_session_with_the_households_that_came(
    cast: Cast, hoa: Client, team: Team, home: Household
) -> None:
    topic = make_topic()
    others = [make_home(home.area) for _ in range(59)]
    url = "/households/sessions/new/"
    member = Membership.objects.filter(team=team).order_by("seat").first().person_id
    sent = typed(hoa, url) | {
        "title": "Lớp VNeID",
        "on": "01/04/2023",
        "starts": "08:00",
        "ends": "10:00",
        "attendees_total": "70",
        "attendees_female": "40",
        "topics": [str(topic.pk)],
        "members": [str(member)],
        "homes": [str(h.pk) for h in (home, *others)],
    }
    for _twice in range(2):
        assert hoa.post(url, sent).status_code == 302
    session = Session.objects.get()
    assert (session.visits.count(), Visit.objects.count()) == (60, 60)
    assert timezone.localtime(session.starts_at).hour == 8
    assert set(session.visits.values_list("mode", "outcome")) == {("AT_POINT", "DONE")}
    wrong = {"attendees_female": "71", "client_uuid": "0" * 31 + "1", "homes": []}
    assert "notice-error" in says(hoa.post(url, sent | wrong))
    late = {"on": f"{timezone.localdate() + timedelta(1):%d/%m/%Y}", "client_uuid": "0" * 31 + "2"}
    assert "BR-34" in says(hoa.post(url, sent | late))
    assert Session.objects.count() == 1


def test_a_signed_sheet(cast: Cast, hoa: Client, team: Team) -> None:
    session = Session.objects.create(
        client_uuid="1" * 32,
        area=team.area,
        kind="MEETING",
        title="Họp tổ",
        starts_at=datetime(2023, 4, 1, tzinfo=UTC),
        attendees_total=9,
    )
    session.teams.add(team)
    url = f"/households/sessions/{session.pk}/sheet/"
    bad = hoa.post(url, {"file": SimpleUploadedFile("x.pdf", b"<html>"), "note": ""})
    assert "notice-error" in says(bad)
    assert hoa.post(url, {"file": SimpleUploadedFile("x.pdf", PDF), "note": ""}).status_code == 302
    sheet = SessionAttachment.objects.get()
    answer = hoa.get(f"/households/sheets/{sheet.pk}/")
    assert b"".join(answer.streaming_content) == PDF
    assert client_of(cast.quang).get(f"/households/sheets/{sheet.pk}/").status_code == 404


def test_a_business_is_entered_and_changed(hoa: Client, home: Household) -> None:
    url = f"/households/businesses/new/?household={home.pk}"
    sent = {"name": "Quán Bà Tư", "kind": "MARKET_TRADER", "has_qr": "YES", "household_text": home.head_name}
    assert post(hoa, url, **sent).status_code == 302
    business = HouseholdBusiness.objects.get()
    assert (business.area, business.household, business.has_qr) == (home.area, home, "YES")
    assert post(hoa, f"/households/businesses/{business.pk}/edit/", has_einvoice="YES").status_code == 302
    business.refresh_from_db()
    assert (business.has_qr, business.has_einvoice, business.household) == ("YES", "YES", home)
    assert post(hoa, f"/households/visits/new/?business={business.pk}", outcome="DONE").status_code == 302
    assert Visit.objects.get().business == business


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_text(minh: Client, home: Household, text: str) -> None:
    post(minh, f"/households/{home.pk}/edit/", head_name=text, house_no_text=text)
    for url in (home.get_absolute_url(), f"/households/?area={home.area_id}", f"/households/{home.pk}/edit/"):
        assert "<script>alert" not in says(minh.get(url))


def test_members_of_another_team_and_strangers(cast: Cast, home: Household) -> None:
    """Quang sees nothing; Tuấn, who sits in no team, neither."""
    for user in (cast.quang, cast.tuan):
        client = client_of(user)
        assert client.get(home.get_absolute_url()).status_code == 404
        assert client.get(f"/households/visits/new/?household={home.pk}").status_code == 404
        assert home.head_name not in says(client.get("/households/"))
        assert client.get("/households/pick/?q=tran").json() == {"results": []}


def test_a_merger_says_how_it_is_taken_back(minh: Client, team: Team, home: Household) -> None:
    double = make_home(team.area, "Trần Văn A")
    answer = post(minh, f"/households/{home.pk}/merge/?other={double.pk}")
    merge = HouseholdMerge.objects.get()
    undo = f"/households/mergers/{merge.pk}/undo/"
    assert f'ngày. <a href="{undo}">' in says(minh.get(answer.url))
    assert minh.post(undo).status_code == 302
    double.refresh_from_db()
    assert double.status == "LIVING"


def test_pages_ask_for_consent_alike(hoa: Client, home: Household) -> None:
    """How it was said is preset to the usual way, the answer never (BR-38)."""
    for url in (f"/households/{home.pk}/consent/", f"/households/visits/new/?household={home.pk}"):
        asked = typed(hoa, url)
        assert ("consent" in asked, asked["method"]) == (False, ["VERBAL_RECORDED"])


@pytest.mark.parametrize(
    ("url", "orders", "first"),
    [
        ("/households/", ["need", "name", "group", "last"], "need"),
        ("/households/visits/", ["-day", "day", "-received"], "-day"),
    ],
)
def test_lists_are_ordered_without_heads_too(
    cast: Cast, hoa: Client, team: Team, home: Household, url: str, orders: list[str], first: str
) -> None:
    log_visit(by=cast.minh, visit=a_visit(team, home))
    for asked in ("", *orders):
        part = says(hoa.get(url, {"sort": asked, "area": home.area_id} if asked else {})).split(
            "sort-on-phone"
        )[1]
        links = part.split("</nav>")[0]
        assert re.findall(r"[?;]sort=([\w-]+)", links) == orders
        assert re.findall(r"sort=([\w-]+)[^>]* aria-current", links) == [asked or first]
