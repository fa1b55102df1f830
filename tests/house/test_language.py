"""No page speaks English to someone who reads Vietnamese: all pages of all roles, the admin's and libraries' too."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import allauth
import django.contrib.admin
import polib
import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.access.world import World, make_world
from tests.house.crowd import Crowd
from tests.house.pages import Page, admin_pages_of, client_of, html_of, pages_of

SHOWN = {"placeholder", "title", "aria-label", "alt", "data-none", "data-count", "aria-description"}
SILENT = {"script", "style", "code", "template"}
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|with|this|that|not|you|your|please|from|has|have|which|must|cannot|add|change"
    r"|delete|save|search|select|history|user|team|teams|decision|home|password|page|date|name|error|errors"
    r"|field|required|enter|valid|view|log|sign|code|codes|all|none|yes|unknown|filter|actions?|go|back|next"
    r"|previous|show|hide|hold|choose|remove|cancel|continue|submit|below|above|correct|object|objects|today"
    r"|now|or|by|as|at|for|it|be|will|can|one|more|other|new|old|hamlet|commune|district|province|person"
    r"|people|member|members|leader|status|area|role|roles)\b",
    re.IGNORECASE,
)
"""Words of English that no Vietnamese word looks like (“in”, “to”, “an”, “do”, “no” are left out)."""
NOT_ENGLISH = re.compile(
    r"English|Django|Excel|PDF|JPG|MB|QR|Google Authenticator|MISA|Tổ Số|dd/mm/yyyy|BR-\d+|[\w.]+@[\w.]+|https?://\S+"
    r"|\b[A-Z]{2,}(?:_[A-Z]+)+\b|\bTOTP\b",
)
"""Names that stand in both languages."""


class _Shown(HTMLParser):
    """Everything that a person reads or hears on a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        self.silent += tag in SILENT
        if of.get("lang") == "en":
            return
        self.texts += [of[name] or "" for name in SHOWN if of.get(name)]
        if tag == "input" and of.get("type") in {"submit", "button", "reset"}:
            self.texts.append(of.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.texts.append(data)


def shown(html: str) -> list[str]:
    """The texts of a page."""
    reader = _Shown()
    reader.feed(html)
    return [re.sub(r"\s+", " ", text).strip() for text in reader.texts]


def msgids() -> set[str]:
    """Every English message that has another wording in Vietnamese."""
    folders = [
        *settings.LOCALE_PATHS,
        Path(django.contrib.admin.__file__).parent / "locale",
        Path(django.__file__).parent / "conf" / "locale",
        Path(allauth.__file__).parent / "locale",
    ]
    return {
        re.sub(r"\s+", " ", entry.msgid).strip()
        for folder in folders
        for path in folder.glob("vi/LC_MESSAGES/*.po")
        for entry in polib.pofile(str(path))
        if entry.msgstr and entry.msgstr != entry.msgid
    }


MSGIDS = {text for text in msgids() if re.search("[a-z]{2}", text)}


def english_in(html: str) -> Iterator[str]:
    """What is English on a page: untranslated messages, and texts with an English word."""
    for text in shown(html):
        plain = NOT_ENGLISH.sub("", text)
        words = ENGLISH.findall(plain)
        if text in MSGIDS or words:
            yield text[:120]


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    Crowd(world, range(2)).add()
    return world


def findings(client: Client, pages: list[Page]) -> list[str]:
    return [f"{page.name}: {text}" for page in pages for text in english_in(html_of(client, page))]


@pytest.mark.parametrize("visitor", ["minh", "an", "son", "lan", "binh", "hoa", "tuan"])
def test_no_english_on_any_page(world: World, visitor: str) -> None:
    client = client_of(world.cast.everybody[visitor])
    found = findings(client, pages_of(world, visitor) + admin_pages_of(world, visitor))
    assert sorted(set(found)) == [], "\n".join(sorted(set(found)))


def test_no_english_when_something_goes_wrong(world: World) -> None:
    """Refusals, missing pages, the page for faults, and log-in that fails."""
    minh, nobody = client_of(world.cast.minh), Client(raise_request_exception=False)
    outside = world.outside.team.pk
    answers = {
        "404": minh.get(f"/teams/{outside}/"),
        "no such address": minh.get("/nothing/here/"),
        "403": client_of(world.cast.lan).get("/teams/new/"),
        "400": minh.get("/teams/?sort=password"),
        "admin 404": minh.get(f"/admin/teams/team/{outside}/change/"),
        "csrf": Client(enforce_csrf_checks=True).post("/accounts/login/", {}),
        "log-in": nobody.get("/accounts/login/"),
        "wrong password": nobody.post("/accounts/login/", {"login": "minh", "password": "sai-mat-khau"}),
        "empty log-in": nobody.post("/accounts/login/", {}),
        "empty form": minh.post("/teams/new/", {}),
        "empty person": minh.post("/teams/people/new/", {}),
        "empty decision": minh.post("/teams/decisions/new/", {"issue": "1"}),
        "empty organisation": minh.post("/teams/organisations/new/", {}),
        "empty hamlet": minh.post(f"/areas/{world.inside.commune.pk}/hamlets/new/", {}),
        "empty account": minh.post("/users/new/", {}),
        "admin form": minh.post("/admin/teams/person/add/", {}),
    }
    found = [
        f"{what} ({answer.status_code}): {text}"
        for what, answer in answers.items()
        for text in english_in(answer.content.decode())
    ]
    with override("vi"):
        found += [
            f"{name}: {text}"
            for name in ("400.html", "403.html", "404.html", "429.html", "500.html", "503.html")
            for text in english_in(render_to_string(name))
        ]
    assert found == [], "\n".join(found)
    assert [answer.status_code for answer in answers.values()][:6] == [404, 404, 403, 400, 404, 403]


def test_the_english_interface_speaks_english(world: World) -> None:
    """Who chose English reads no Vietnamese message; names of places and people stay as they are."""
    user = world.cast.minh
    user.language = "en"
    user.save()
    client = client_of(user)
    accented = re.compile("[à-ỹđ]", re.IGNORECASE)
    vietnamese = {
        entry.msgstr
        for folder in settings.LOCALE_PATHS
        for entry in polib.pofile(str(folder / "vi" / "LC_MESSAGES" / "django.po"))
        if accented.search(entry.msgstr) and not accented.search(entry.msgid)
    }
    found = {
        f"{page.name}: {text}"
        for page in pages_of(world, "minh")
        for text in shown(html_of(client, page))
        if text in vietnamese
    }
    assert found == set()


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<p>Show all</p>", 1),
        ("<p>Tổ có 9 trên 10 người</p>", 0),
        ('<input placeholder="Search">', 1),
        ('<button aria-label="Remove Lan">×</button>', 1),
        ('<script>var name = "the team"</script>', 0),
        ('<button lang="en" title="English">EN</button>', 0),
        ("<p>Ấp Minh Thuận do ông An in to</p>", 0),
    ],
)
def test_the_rule_sees_the_wrong_twin(html: str, count: int) -> None:
    assert len(list(english_in(html))) == count
