"""T-S6, T-I4, T-I6, T-I7: numbers replaced in addresses, too much of everything, SQL in searches, foreign targets."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from teams.models import Decision, Person
from teams.scans import attach_scan
from tests.access.world import PDF, World, make_world
from tests.house.pages import Page, client_of, pages_of
from tests.teams.builders import make_person

NUMBERS = ("0", "-1", "99999999999999999999", "1e9", "abc", "1.5", "%00", "١٢", "1 OR 1=1", "__all__", "[]")
SETTINGS = (
    "area",
    "as_of",
    "from",
    "to",
    "level",
    "decision",
    "status",
    "page",
    "sort",
    "year",
    "user",
    "all",
    "kind",
)
SQL = (
    "'",
    "''",
    '"',
    "' OR 1=1 --",
    "'; DROP TABLE teams_team; --",
    "%",
    "_",
    "\\",
    "%27",
    "a%_b\\",
    "\x00",
    "❤" * 300,
)
LISTS = (
    *("teams:team_list", "teams:person_list", "teams:organisation_list", "teams:decision_list"),
    *("households:visit_list", "households:session_list", "households:business_list"),
)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def minh(world: World) -> Client:
    client = client_of(world.cast.minh)
    client.raise_request_exception = False
    return client


def lists_of(world: World) -> list[Page]:
    """The pages whose address names no object: lists, reports, pickers, searches."""
    return [page for page in pages_of(world, "minh") if not re.search(r"/\d+/", page.url)]


def content(answer: Any) -> bytes:
    """What came back, files too."""
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def test_forged_settings_never_break_a_page_or_widen_it(world: World, minh: Client) -> None:
    """Every list and report x every setting of an address x what is no number, or stands for another commune."""
    wrong, foreign = [], world.outside
    asked = [
        *({name: "9" * 20} for name in SETTINGS),
        *(dict.fromkeys(SETTINGS, value) for value in NUMBERS),
        {"area": str(foreign.commune.pk)},
        {"area": str(foreign.hamlet.pk)},
        {"decision": str(foreign.decision.pk)},
        {"page": "4"},
    ]
    for page in lists_of(world):
        for settings in asked:
            answer = minh.get(page.url, settings)
            text = content(answer).decode(errors="ignore")
            if answer.status_code >= 500:
                wrong.append(f"{page.name} {settings}: {answer.status_code}")
            if "Kênh Năm" in text or foreign.person.full_name in text:
                wrong.append(f"{page.name} {settings}: shows the other commune")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    "sort", ["password", "area__parent__name", "pk", "user__password", "-", "name;--", "?"]
)
def test_unknown_orders_are_refused(world: World, minh: Client, sort: str) -> None:
    lists = [page for page in pages_of(world, "minh") if page.name in (*LISTS, "accounts:user_list")]
    assert {page.name: minh.get(page.url, {"sort": sort}).status_code for page in lists} == {
        page.name: 400 for page in lists
    }
    assert len(lists) == 8


@pytest.mark.parametrize(
    "lookup", ["user__password__startswith=a", "items__decision__number=1", "area__path__gte=0"]
)
def test_admin_lists_take_no_foreign_lookups(minh: Client, lookup: str) -> None:
    for model in ("team", "person", "decision"):
        assert minh.get(f"/admin/teams/{model}/?{lookup}").status_code in {302, 400}


def test_sql_in_every_search_is_only_text(world: World, minh: Client) -> None:
    """Each list gets three of the texts, and each text comes to many lists."""
    faults = []
    for place, page in enumerate(lists_of(world)):
        for text in (SQL[(place + step) % len(SQL)] for step in range(3)):
            answer = minh.get(page.url, {"q": text})
            content(answer)
            if answer.status_code >= 500:
                faults.append(f"{page.name} {text!r}: {answer.status_code}")
    assert faults == []


@pytest.mark.parametrize(
    ("sign", "name"), [("%", "Trần Trăm % Phần"), ("_", "Lê Gạch _ Dưới"), ("\\", "Võ Chéo \\ Ngược")]
)
def test_signs_of_patterns_find_only_themselves(world: World, minh: Client, sign: str, name: str) -> None:
    """`%` finds only `%`: on the list, in the picker and in the admin."""
    make_person(world.inside.commune, name)
    folded = Person.objects.get(full_name=name).search_key
    expected = {name} if sign in folded else set()
    listed = minh.get("/teams/people/", {"q": sign}).content.decode()
    admin = minh.get("/admin/teams/person/", {"q": sign}).content.decode()
    everybody = Person.objects.visible_to(world.cast.minh).values_list("full_name", flat=True)
    assert {person for person in everybody if person in listed} == expected
    assert {person for person in everybody if f">{person}<" in admin} == expected


def test_too_much_is_refused_before_it_is_read(minh: Client) -> None:
    """More fields or a larger body than any form of ours has: 400 or 413, and nothing written."""
    many = {f"field{n}": "1" for n in range(20_000)}
    large = {"full_name": "x" * 20_000_000}
    before = Person.objects.count()
    assert minh.post("/teams/people/new/", many).status_code in {400, 413}
    assert minh.post("/teams/people/new/", large).status_code in {400, 413}
    assert minh.get("/teams/", {"q": "x" * 100_000}).status_code in {200, 400, 414}
    assert Person.objects.count() == before


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        " //evil.example",
    ],
)
def test_nothing_leads_to_a_foreign_place(world: World, minh: Client, target: str) -> None:
    """`next` at log-in, log-out and the change of language; whatever a form of ours may carry."""
    nobody = Client()
    answers = [
        nobody.post(
            "/accounts/login/", {"login": "minh", "password": "mot-mat-khau-dai-2022", "next": target}
        ),
        nobody.get("/accounts/login/", {"next": target}),
        minh.post("/language/", {"language": "vi", "next": target}),
        minh.get("/admin/login/", {"next": target}),
        minh.post("/accounts/logout/", {"next": target}),
    ]
    places = [answer.headers.get("Location", "/") for answer in answers]
    assert [place for place in places if not re.fullmatch(r"/(?![/\\]).*", place)] == []


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "a b"]
)
def test_a_foreign_host_is_refused(db: None, host: str) -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/accounts/login/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.pdf",
        "..\\..\\evil.pdf",
        "/etc/passwd.pdf",
        "a\x00.pdf",
        "x" * 300 + ".pdf",
        "<b>.pdf",
        "con.pdf",
    ],
)
def test_names_of_uploads_name_no_place(world: World, name: str, tmp_path: object) -> None:
    """The file is kept under a name of ours, inside the folder of uploads."""
    decision = Decision.objects.get(pk=world.inside.draft_decision.pk)
    with override_settings(MEDIA_ROOT=tmp_path):
        upload = SimpleUploadedFile("qd.pdf", PDF)
        upload._name = name
        scan = attach_scan(by=world.cast.minh, decision=decision, upload=upload)
        assert re.fullmatch(r"decisions/[\w-]+\.pdf", scan.file.name)
        assert len(scan.original_name) <= 200
