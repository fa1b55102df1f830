"""Admin screens of areas: scoped, through the services, refusals at the form, history only for reading."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from areas.models import Area, AreaStat, AreaVersion
from common.models import Register, RegisterKind
from tests.areas.test_pages import client_of, text_of
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db

SCREENS = ["area", "areaversion", "areasuccession", "areastat", "hamletcounter"]


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


def new(cast: Cast, **typed: object) -> dict[str, object]:
    facts = {"parent": cast.places.commune.pk, "kind": "AP", "name": "Kênh Mười", "valid_from": "05/08/2022"}
    empty = {f"versions-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return facts | empty | typed


def test_every_list_opens_and_is_scoped(cast: Cast, minh: Client) -> None:
    for screen in SCREENS[:4]:
        assert minh.get(f"/admin/areas/{screen}/").status_code == 200
    assert minh.get("/admin/areas/hamletcounter/").status_code == 403
    assert client_of(cast.an).get("/admin/areas/hamletcounter/").status_code == 200
    page = text_of(minh.get("/admin/areas/area/"))
    assert "Minh Thành" in page
    assert "Kênh Năm" not in page
    for outsider in (cast.lan, cast.binh, cast.hoa):
        assert client_of(outsider).get("/admin/areas/area/").status_code == 302


def test_search_knows_no_accents(minh: Client) -> None:
    assert "Minh Dũng" in text_of(minh.get("/admin/areas/area/", {"q": "minh dung"}))
    assert "Minh Dũng" not in text_of(minh.get("/admin/areas/area/", {"q": "minh thanh"}))
    assert minh.get("/admin/areas/area/", {"q": "\x00%_'"}).status_code == 200


def test_pages_outside_the_scope_do_not_open(cast: Cast, minh: Client) -> None:
    own, foreign = cast.places.hamlets[0].pk, cast.places.other_hamlets[0].pk
    former = Area.history.filter(id=foreign).first().pk
    assert minh.get(f"/admin/areas/area/{own}/change/").status_code == 200
    assert minh.get(f"/admin/areas/area/{own}/history/").status_code == 200
    assert minh.get(f"/admin/areas/area/{foreign}/change/").status_code == 404
    assert minh.get(f"/admin/areas/area/{foreign}/history/").status_code == 404
    assert minh.get(f"/admin/areas/area/{foreign}/history/{former}/").status_code == 404
    assert minh.get(f"/admin/areas/area/{foreign}/delete/").status_code == 403
    assert minh.get(f"/admin/areas/area/{own}/delete/").status_code == 403
    assert minh.get("/admin/areas/area/abc/history/").status_code == 404


def test_former_states_are_read_and_not_restored(cast: Cast, minh: Client) -> None:
    own = cast.places.hamlets[0]
    url = f"/admin/areas/area/{own.pk}/history/{own.history.first().pk}/"
    assert minh.get(url).status_code == 200
    assert minh.post(url, {"name": "X"}).status_code == 403


def test_a_hamlet_is_added_through_the_service(cast: Cast, minh: Client) -> None:
    answer = minh.post("/admin/areas/area/add/", new(cast))
    assert answer.status_code == 302
    hamlet = Area.objects.get(name="Kênh Mười")
    assert (hamlet.code, hamlet.versions.count(), hamlet.history.get().history_user) == (
        "31018-008",
        1,
        cast.minh,
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "minh thành"}, "BR-31"),
        ({"name": "x" * 300}, "120"),
        ({"valid_from": "05/08/1990"}, "01/01/2022"),
    ],
)
def test_a_refusal_stands_at_the_form_and_the_input_stays(
    cast: Cast, minh: Client, typed: dict[str, str], said: str
) -> None:
    answer = minh.post("/admin/areas/area/add/", new(cast, **typed))
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert "errorlist" in text_of(answer)
    for text in typed.values():
        assert text in text_of(answer)
    assert Area.objects.hamlets().count() == 10


def test_a_forged_commune_is_refused(cast: Cast, minh: Client) -> None:
    answer = minh.post("/admin/areas/area/add/", new(cast, parent=cast.places.other_commune.pk))
    assert answer.status_code == 200
    assert "errorlist" in text_of(answer)
    assert Area.objects.hamlets().count() == 10


def test_a_correction_keeps_versions_and_tree(cast: Cast, minh: Client) -> None:
    own = cast.places.hamlets[0]
    typed = new(cast, name="Minh Thành A", reason="gõ thiếu", note="x", large_reason="")
    without = minh.post(f"/admin/areas/area/{own.pk}/change/", typed | {"reason": ""})
    assert without.status_code == 200
    answer = minh.post(f"/admin/areas/area/{own.pk}/change/", typed)
    assert answer.status_code == 302
    own.refresh_from_db()
    assert (own.name, own.note, AreaVersion.objects.get(area=own).name) == (
        "Minh Thành A",
        "x",
        "Minh Thành A",
    )
    assert own.history.first().history_change_reason == "gõ thiếu"


def test_communes_need_more_than_hamlets(cast: Cast, minh: Client) -> None:
    url = f"/admin/areas/area/{cast.places.commune.pk}/change/"
    assert minh.post(url, new(cast, name="X", reason="x")).status_code == 403
    assert (
        client_of(cast.an).post(url, new(cast, kind="XA", name="Minh Thuận B", reason="x")).status_code == 302
    )
    assert Area.objects.get(pk=cast.places.commune.pk).name == "Minh Thuận B"


def test_counts_go_through_the_service(cast: Cast, minh: Client) -> None:
    typed = {
        "area": cast.places.hamlets[0].pk,
        "as_of": "05/08/2022",
        "households": "10",
        "fibre_households": "11",
    }
    assert minh.post("/admin/areas/areastat/add/", typed).status_code == 200
    assert minh.post("/admin/areas/areastat/add/", typed | {"fibre_households": ""}).status_code == 302
    assert AreaStat.objects.get().households == 10


def test_autocomplete_is_scoped(cast: Cast, minh: Client) -> None:
    asked = {"app_label": "areas", "model_name": "areastat", "field_name": "area"}
    found = json.loads(minh.get("/admin/autocomplete/", asked | {"term": "minh thanh"}).content)
    assert [row["text"] for row in found["results"]] == ["Ấp Minh Thành"]
    assert json.loads(minh.get("/admin/autocomplete/", asked | {"term": "kenh"}).content)["results"] == []


def test_lists_cost_the_same_for_few_and_many_rows(cast: Cast, minh: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            minh.get("/admin/areas/area/")
        return len(queries)

    cost()
    few = cost()
    for number in range(30):
        minh.post("/admin/areas/area/add/", new(cast, name=f"Kênh {number}"))
    cost()
    assert cost() == few <= 30
