"""Pages of people and organisations: scope, masked phones, duplicates, posts, workers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.models import AuditEntry, Register, RegisterKind
from teams.models import EnterpriseProfile, Organisation, Person, PersonPosition, WorkforceCount
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team, make_person
from tests.teams.typing import client_of, text_of


@pytest.fixture
def cast(db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


@pytest.fixture
def person(cast: Cast) -> Person:
    return make_person(
        cast.places.commune, "Trần Thị Mười", phone="+84912345678", residence=cast.places.hamlets[0]
    )


def particulars(cast: Cast, **changes: object) -> dict[str, object]:
    return {
        "full_name": "Lê Văn Bảy",
        "birth": "1987",
        "gender": "MALE",
        "phone": "0912 345 679",
        "phone2": "",
        "email": "",
        "is_youth_member": "UNKNOWN",
        "area": cast.places.commune.pk,
        **changes,
    }


def test_who_sees_whom(cast: Cast, person: Person) -> None:
    answers = {
        name: client_of(user).get(f"/teams/people/{person.pk}/").status_code
        for name, user in cast.everybody.items()
    }
    assert answers == {
        **dict.fromkeys(("lan", "an", "son", "minh", "binh"), 200),
        "hoa": 404,
        "tuan": 404,
        "quang": 404,
    }


@pytest.mark.parametrize(
    "url", ["/teams/people/{pk}/edit/", "/teams/people/{pk}/posts/new/", "/teams/people/new/"]
)
def test_who_may_change_people(cast: Cast, person: Person, url: str) -> None:
    answers = {
        name: client_of(user).get(url.format(pk=person.pk)).status_code
        for name, user in cast.everybody.items()
    }
    stranger = 200 if "{pk}" not in url else 404
    assert answers == {
        "minh": 200,
        "quang": stranger,
        **dict.fromkeys(("lan", "an", "son", "binh", "hoa", "tuan"), 403),
    }


def test_a_phone_is_masked_until_asked_for_and_the_reading_written_down(cast: Cast, person: Person) -> None:
    minh = client_of(cast.minh)
    assert "0912 345 678" not in text_of(minh.get(f"/teams/people/{person.pk}/"))
    assert "0912 345 678" not in text_of(minh.get("/teams/people/"))
    assert "0912 345 678" in text_of(minh.post(f"/teams/people/{person.pk}/phone/"))
    rows = AuditEntry.objects.order_by("pk").values_list(
        "actor__username", "object_type", "object_id", "row_count"
    )
    assert list(rows) == [
        ("minh", "teams.person", str(person.pk), None),
        ("minh", "", "", 1),
        ("minh", "teams.person", str(person.pk), None),
    ]


def test_who_may_read_a_phone(cast: Cast, person: Person) -> None:
    url = f"/teams/people/{person.pk}/phone/"
    answers = {name: client_of(user).post(url).status_code for name, user in cast.everybody.items()}
    assert answers == {
        "lan": 403,
        "an": 403,
        "son": 200,
        "minh": 200,
        "binh": 200,
        "hoa": 404,
        "tuan": 404,
        "quang": 404,
    }
    assert client_of(cast.minh).get(url).status_code == 405


def test_a_person_is_entered_with_what_is_known(cast: Cast) -> None:
    response = client_of(cast.minh).post("/teams/people/new/", particulars(cast))
    entered = Person.objects.get()
    assert response["Location"] == f"/teams/people/{entered.pk}/"
    facts = (
        entered.full_name,
        entered.birth_date,
        entered.birth_year,
        entered.birth_precision,
        entered.phone,
        entered.area,
    )
    assert facts == ("Lê Văn Bảy", None, 1987, "YEAR", "+84912345679", cast.places.commune)


def test_a_likely_duplicate_is_named_and_may_be_somebody_else(cast: Cast, person: Person) -> None:
    minh = client_of(cast.minh)
    twin = particulars(cast, full_name="Tran Thi Muoi", phone="0912345678")
    response = minh.post("/teams/people/new/", twin)
    assert list(response.context["form"].errors) == ["is_different"]
    assert 'type="checkbox" name="is_different"' in text_of(response)
    assert Person.objects.count() == 1
    minh.post("/teams/people/new/", twin | {"is_different": "on"})
    assert Person.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", ""),
        ("full_name", "x" * 10_000),
        ("birth", "31/02/1980"),
        ("phone", "12345"),
        ("phone2", "12345"),
        ("email", "khong phai"),
        ("gender", "KING"),
        ("area", "999999"),
        ("residence", "999999"),
    ],
)
def test_a_wrong_field_is_said_and_the_input_kept(cast: Cast, field: str, value: str) -> None:
    response = client_of(cast.minh).post("/teams/people/new/", particulars(cast, **{field: value}))
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (200, [field])
    assert (form["birth"].value(), Person.objects.count()) == (value if field == "birth" else "1987", 0)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=1+1", "Tha\u0300nh", "\u202eadb", "a\x00b"])
def test_hostile_names_are_text(cast: Cast, name: str) -> None:
    response = client_of(cast.minh).post("/teams/people/new/", particulars(cast, full_name=name), follow=True)
    assert response.status_code == 200
    assert "<script>alert" not in text_of(response)
    assert "<script>alert" not in text_of(client_of(cast.minh).get("/teams/people/"))


def test_no_person_is_put_on_the_register_of_another_commune(cast: Cast) -> None:
    response = client_of(cast.minh).post(
        "/teams/people/new/", particulars(cast, area=cast.places.other_commune.pk)
    )
    assert list(response.context["form"].errors) == ["area"]


def test_particulars_are_changed(cast: Cast, person: Person) -> None:
    minh = client_of(cast.minh)
    form = minh.get(f"/teams/people/{person.pk}/edit/").context["form"]
    assert (form["full_name"].value(), form["phone"].value()) == ("Trần Thị Mười", "0912 345 678")
    minh.post(f"/teams/people/{person.pk}/edit/", particulars(cast, birth="5/8/1987"))
    person.refresh_from_db()
    assert (person.full_name, person.birth_date, person.birth_precision) == (
        "Lê Văn Bảy",
        date(1987, 8, 5),
        "DAY",
    )


def test_a_post_begins_and_ends(cast: Cast, person: Person) -> None:
    minh, hamlet = client_of(cast.minh), cast.places.hamlets[0]
    data = {"position_type": "HAMLET_HEAD", "area": hamlet.pk, "title_text": "", "valid_from": "01/02/2022"}
    minh.post(f"/teams/people/{person.pk}/posts/new/", data)
    post = PersonPosition.objects.get()
    assert (post.area, post.valid_from, post.valid_to) == (hamlet, date(2022, 2, 1), None)
    twin = make_person(cast.places.commune)
    response = minh.post(f"/teams/people/{twin.pk}/posts/new/", data)
    assert (response.status_code, PersonPosition.objects.count()) == (200, 1)
    early = minh.post(f"/teams/posts/{post.pk}/end/", {"on": "01/01/2022"})
    assert early.status_code == 200
    minh.post(f"/teams/posts/{post.pk}/end/", {"on": "01/03/2022"})
    post.refresh_from_db()
    assert post.valid_to == date(2022, 3, 1)
    assert client_of(cast.quang).get(f"/teams/posts/{post.pk}/end/").status_code == 404


def test_the_picker_finds_people_of_the_scope_without_accents(cast: Cast, person: Person) -> None:
    make_person(cast.places.other_commune, "Trần Thị Mười Một")
    PersonPosition.objects.create(
        person=person, position_type="TEACHER", valid_from=date(2022, 1, 1), title_text="Giáo viên"
    )
    answer = client_of(cast.minh).get("/teams/people/pick/", {"q": "muoi tran"}).json()
    detail = f"{person.birth_year} · Ấp Minh Thành · Giáo viên"
    assert answer == {"results": [{"id": person.pk, "text": "Trần Thị Mười", "detail": detail}]}
    assert client_of(cast.hoa).get("/teams/people/pick/", {"q": "muoi"}).json() == {"results": []}
    assert client_of(cast.minh).get("/teams/people/pick/", {"q": "\x00" * 500}).json() == {"results": []}


def test_the_picker_gives_twenty_at_most_in_as_many_queries(cast: Cast) -> None:
    for _number in range(25):
        make_person(cast.places.commune, "Danh Hoàng")
    minh = client_of(cast.minh)
    minh.get("/teams/people/pick/?q=danh")
    with CaptureQueriesContext(connection) as queries:
        answer = minh.get("/teams/people/pick/?q=danh").json()
    assert len(answer["results"]) == 20
    assert len(queries) <= 8


def test_the_list_of_people_costs_the_same_for_one_and_thirty(cast: Cast) -> None:
    minh, counts = client_of(cast.minh), []
    make_active_team(cast, members=3)
    for more in (0, 30):
        for _number in range(more):
            make_person(cast.places.commune)
        minh.get("/teams/people/")
        with CaptureQueriesContext(connection) as queries:
            minh.get("/teams/people/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def organisation(cast: Cast, **changes: object) -> dict[str, object]:
    values = {
        "name": "Hội Phụ nữ xã",
        "short_name": "",
        "type": "WOMEN_UNION",
        "phone": "",
        "address": "",
        "tax_code": "",
    }
    return {**values, "is_active": "on", "area": cast.places.commune.pk, **changes}


def test_an_organisation_is_entered_and_changed(cast: Cast) -> None:
    minh = client_of(cast.minh)
    minh.post("/teams/organisations/new/", organisation(cast))
    entered = Organisation.objects.get()
    assert (entered.name, entered.group, entered.area) == ("Hội Phụ nữ xã", "MASS_ORG", cast.places.commune)
    minh.post(f"/teams/organisations/{entered.pk}/edit/", organisation(cast, name="Hội LHPN xã", type="BANK"))
    minh.post(f"/teams/organisations/{entered.pk}/edit/", organisation(cast, name="Hội LHPN xã"))
    entered.refresh_from_db()
    assert (entered.name, entered.type) == ("Hội LHPN xã", "WOMEN_UNION")


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 10_000), ("type", "KING"), ("tax_code", "1234567890"), ("area", "999999")],
)
def test_a_wrong_organisation_is_said_at_its_field(cast: Cast, field: str, value: str) -> None:
    response = client_of(cast.minh).post("/teams/organisations/new/", organisation(cast, **{field: value}))
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert Organisation.objects.count() == 0


@pytest.mark.parametrize(("workers", "asked_for"), [(299, False), (300, False), (301, True)])
def test_more_than_300_workers_call_for_a_team(cast: Cast, workers: int, asked_for: bool) -> None:
    minh = client_of(cast.minh)
    minh.post("/teams/organisations/new/", organisation(cast, name="Công ty", type="COMPANY"))
    company = Organisation.objects.get()
    url = f"/teams/organisations/{company.pk}/"
    assert minh.get(f"{url}workers/").status_code == 404
    minh.post(f"{url}site/", {"area": cast.places.hamlets[0].pk, "sector": "Thủy sản"})
    data = {
        "as_of": f"{timezone.localdate():%d/%m/%Y}",
        "worker_count": workers,
        "nonlocal_worker_count": "",
        "source": "",
    }
    minh.post(f"{url}workers/", data)
    assert (EnterpriseProfile.objects.count(), WorkforceCount.objects.get().worker_count) == (1, workers)
    page = minh.get(url)
    assert [one["rule"] for one in page.context["findings"]] == (["BR-12"] if asked_for else [])
    assert minh.post(f"{url}workers/", data).status_code == 200
    assert minh.post(f"{url}workers/", data | {"worker_count": "-1"}).status_code == 200
    assert WorkforceCount.objects.count() == 1


def test_who_sees_and_changes_organisations(cast: Cast) -> None:
    bank = Organisation.objects.create(
        name="Quỹ tín dụng", group="BANK", type="CREDIT_FUND", area=cast.places.commune
    )
    looks = {
        name: client_of(user).get(f"/teams/organisations/{bank.pk}/").status_code
        for name, user in cast.everybody.items()
    }
    assert looks == {
        **dict.fromkeys(("lan", "an", "son", "minh", "binh"), 200),
        "hoa": 403,
        "tuan": 403,
        "quang": 404,
    }
    edits = {
        n: client_of(user).get(f"/teams/organisations/{bank.pk}/edit/").status_code
        for n, user in cast.everybody.items()
    }
    assert edits == {
        **dict.fromkeys(("an", "son", "minh"), 200),
        **dict.fromkeys(("lan", "binh", "hoa", "tuan"), 403),
        "quang": 404,
    }


def test_the_organisation_picker_offers_those_of_the_province_too(cast: Cast) -> None:
    for name, area in (("Agribank", cast.places.province), ("Agri xã khác", cast.places.other_commune)):
        Organisation.objects.create(name=name, group="BANK", type="COMMERCIAL_BANK", area=area)
    found = client_of(cast.minh).get("/teams/organisations/pick/?q=agri").json()["results"]
    assert [one["text"] for one in found] == ["Agribank"]
