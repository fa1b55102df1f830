"""Pages of areas: what officials see and do, who sees nothing, and that bad input never breaks a page."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from areas.models import Area, AreaStat, AreaVersion
from common.models import Register, RegisterKind
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response) -> str:
    return response.content.decode()


def test_the_single_area_of_a_user_opens_at_once(cast: Cast) -> None:
    response = client_of(cast.minh).get("/areas/")
    assert (response.status_code, response["Location"]) == (302, f"/areas/{cast.places.commune.pk}/")


@pytest.mark.parametrize("name", ["lan", "an", "son", "minh", "binh", "hoa", "tuan"])
def test_every_role_sees_its_commune(cast: Cast, name: str) -> None:
    response = client_of(cast.everybody[name]).get(f"/areas/{cast.places.commune.pk}/")
    assert response.status_code == 200
    assert "Minh Thành" in text_of(response)


def test_a_stranger_sees_nothing_and_readers_change_nothing(cast: Cast) -> None:
    commune, hamlet = cast.places.commune.pk, cast.places.hamlets[0].pk
    changing = [
        f"/areas/{commune}/hamlets/new/",
        f"/areas/{commune}/hamlets/paste/",
        f"/areas/{hamlet}/edit/",
        f"/areas/{hamlet}/large/",
        f"/areas/{hamlet}/counts/",
    ]
    looking = [f"/areas/{commune}/", f"/areas/{commune}/children/", f"/areas/{hamlet}/"]
    assert {client_of(cast.quang).get(url).status_code for url in looking + changing} == {404}
    for reader in (cast.lan, cast.binh, cast.hoa):
        assert {client_of(reader).get(url).status_code for url in changing} == {403}
    assert {client_of(cast.minh).get(url).status_code for url in looking + changing} == {200}


def test_an_official_adds_a_hamlet(cast: Cast) -> None:
    url = f"/areas/{cast.places.commune.pk}/hamlets/new/"
    typed = {"kind": "AP", "name": "  Ấp Cạnh   Đền 1 ", "valid_from": "5/8/2022"}
    response = client_of(cast.minh).post(url, typed)
    assert response.status_code == 302
    hamlet = Area.objects.get(name="Cạnh Đền 1")
    assert (hamlet.kind, hamlet.code, hamlet.valid_from) == ("AP", "31018-008", date(2022, 8, 5))
    assert hamlet.history.get().history_user == cast.minh


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("x" * 300, "5/8/2022", "120"),
        ("", "5/8/2022", "id_name"),
        ("\u200b\u202e", "5/8/2022", "id_name"),
        ("Kênh Một", "31/2/2022", "31/2/2022"),
        ("Kênh Một", "5/8/1950", "01/01/2022"),
        ("Kênh Một", "5/8/2099", "id_valid_from"),
        ("ấp MINH THÀNH ", "5/8/2022", "BR-31"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(cast: Cast, name: str, day: str, said: str) -> None:
    url = f"/areas/{cast.places.commune.pk}/hamlets/new/"
    response = client_of(cast.minh).post(url, {"kind": "AP", "name": name, "valid_from": day})
    assert response.status_code == 200
    assert said in text_of(response)
    assert 'class="errorlist"' in text_of(response)
    assert Area.objects.hamlets().count() == 10


def test_a_pair_that_differs_in_accents_needs_a_tick(cast: Cast) -> None:
    client, url = client_of(cast.minh), f"/areas/{cast.places.commune.pk}/hamlets/new/"
    typed = {"kind": "AP", "name": "Minh Thạnh", "valid_from": "5/8/2022"}
    first = client.post(url, typed)
    assert 'type="checkbox" name="same_name_accepted"' in text_of(first)
    assert client.post(url, typed | {"same_name_accepted": "on"}).status_code == 302
    assert Area.objects.get(name="Minh Thạnh").same_name_accepted is True


def test_a_list_is_looked_at_and_then_written(cast: Cast) -> None:
    client, url = client_of(cast.minh), f"/areas/{cast.places.commune.pk}/hamlets/paste/"
    typed = {
        "kind": "AP",
        "text": "1. Ấp Minh Thành\n2. Ấp Minh Thạnh\n\n3. Ấp Xẻo Cạn\n---",
        "valid_from": "5/8/2022",
    }
    looked = client.post(url, typed)
    assert looked.status_code == 200
    assert Area.objects.hamlets().count() == 10
    written = client.post(url, typed | {"write": "1", "accept": "2"})
    assert written.status_code == 302
    names = Area.objects.filter(parent=cast.places.commune).order_by("id").values_list("name", flat=True)
    assert list(names)[-2:] == ["Minh Thạnh", "Xẻo Cạn"]


def test_a_correction_is_an_edit_and_a_change_a_new_version(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    client, url = client_of(cast.minh), f"/areas/{hamlet.pk}/edit/"
    corrected = {"kind": "AP", "name": "Minh Thanh A", "how": "correct", "reason": "gõ nhầm"}
    assert client.post(url, corrected).status_code == 302
    version = AreaVersion.objects.get(area=hamlet)
    assert (version.name, version.history.first().history_change_reason) == ("Minh Thanh A", "gõ nhầm")
    changed = {
        "kind": "KHU_PHO",
        "name": "5",
        "how": "change",
        "on": "1/6/2023",
        "document_ref": "12/NQ-HĐND",
    }
    assert client.post(url, changed).status_code == 302
    versions = AreaVersion.objects.filter(area=hamlet).values_list("name", "valid_from", "valid_to")
    assert list(versions) == [
        ("Minh Thanh A", date(2022, 1, 1), date(2023, 6, 1)),
        ("5", date(2023, 6, 1), None),
    ]
    hamlet.refresh_from_db()
    assert (hamlet.kind, hamlet.name, hamlet.code) == ("KHU_PHO", "5", "31018-001")


def test_the_page_shows_the_unit_as_of_a_day(cast: Cast) -> None:
    hamlet, client = cast.places.hamlets[0], client_of(cast.minh)
    changed = {"kind": "AP", "name": "Tên Mới", "how": "change", "on": "1/6/2023"}
    client.post(f"/areas/{hamlet.pk}/edit/", changed)
    client.get(f"/areas/{hamlet.pk}/")  # shows the message “saved”
    commune = f"/areas/{cast.places.commune.pk}/"
    assert "Tên Mới" not in text_of(client.get(commune, {"as_of": "31/05/2023"}))
    assert "Tên Mới" in text_of(client.get(commune, {"as_of": "1/6/2023"}))
    assert client.get(commune, {"as_of": "1/1/2000"}).status_code == 200
    assert "32/13/2022" in text_of(client.get(commune, {"as_of": "32/13/2022"}))


def test_large_and_counts(cast: Cast) -> None:
    hamlet, client = cast.places.hamlets[0], client_of(cast.minh)
    without = client.post(f"/areas/{hamlet.pk}/large/", {"large_population": "on", "large_reason": " "})
    assert "BR-04" in text_of(without)
    client.post(f"/areas/{hamlet.pk}/large/", {"large_population": "on", "large_reason": "412 hộ"})
    hamlet.refresh_from_db()
    assert (hamlet.large_population, hamlet.large_reason) == (True, "412 hộ")
    client.post(f"/areas/{hamlet.pk}/large/", {"large_reason": "412 hộ"})
    hamlet.refresh_from_db()
    assert (hamlet.large_population, hamlet.large_reason) == (False, "")
    counted = {"as_of": "1/8/2022", "households": "412", "population": ""}
    assert client.post(f"/areas/{hamlet.pk}/counts/", counted).status_code == 302
    stat = AreaStat.objects.get()
    assert (stat.households, stat.population) == (412, None)
    wrong = {"as_of": "1/8/2022", "households": "10", "fibre_households": "11"}
    assert client.post(f"/areas/{hamlet.pk}/counts/", wrong).status_code == 200
    assert "412" in text_of(client.get(f"/areas/{hamlet.pk}/"))


@pytest.mark.parametrize("query", ["sort=x", "page=0", "page=-1", "page=abc", "page=99999999999"])
def test_an_address_that_means_nothing_is_400(cast: Cast, query: str) -> None:
    assert client_of(cast.minh).get(f"/areas/{cast.places.commune.pk}/?{query}").status_code == 400


def test_lists_cost_the_same_for_seven_and_thirty_seven_hamlets(cast: Cast) -> None:
    client, url = client_of(cast.minh), f"/areas/{cast.places.commune.pk}/"
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    names = "\n".join(f"Kênh {number}" for number in range(30))
    typed = {"kind": "AP", "text": names, "valid_from": "5/8/2022", "write": "1"}
    assert client.post(f"{url}hamlets/paste/", typed).status_code == 302
    client.get(url)
    with CaptureQueriesContext(connection) as many:
        assert "Kênh 29" in text_of(client.get(url))
    assert len(many) == len(few) <= 20


def test_picker_answers_in_scope(cast: Cast) -> None:
    answer = client_of(cast.minh).get("/areas/pick/", {"q": "ap minh thanh", "level": "HAMLET"})
    assert json.loads(answer.content) == {
        "results": [
            {
                "id": cast.places.hamlets[0].pk,
                "text": "Ấp Minh Thành, Xã Minh Thuận, Huyện U Minh Thượng, Tỉnh Kiên Giang",
            }
        ]
    }
    assert json.loads(client_of(cast.quang).get("/areas/pick/", {"q": "minh"}).content) == {"results": []}
    for query in ({"q": "a", "level": "STREET"}, {"q": "a", "can": "fly"}):
        assert client_of(cast.minh).get("/areas/pick/", query).status_code == 400
    assert (
        client_of(cast.quang).get("/areas/pick/", {"q": "a", "within": cast.places.commune.pk}).status_code
        == 404
    )
