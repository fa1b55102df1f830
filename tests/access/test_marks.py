"""What comes back: a mark in every text of the foreign commune appears in no answer (T-S2)."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.test import Client

from accounts.models import User
from accounts.querysets import UserQuerySet, UserScopeQuerySet
from areas.querysets import ScopedQuerySet
from tests.access.objects import Target
from tests.access.test_matrix import finish, undone
from tests.access.visitors import holds
from tests.access.walking import addresses, admin_addresses
from tests.access.world import World, make_world

ROOMS = ("areas", "accounts", "imports", "teams", "households")
MARK = re.compile(rb"ZQMARK\d+")
KEYS = {"search_key", "name_key", "sort_key"}
KEPT = {"path", "code", "sha256", "content_type", "rule", "password", "phone", "tax_code", "language"}
"""Fields whose form the code relies on; a phone is looked for by itself."""

PUBLIC = {"teams:paper_check"}
"""Shows number and date of any paper whose code is known (tests/teams/test_papers_pages.py says what else it hides)."""

SEARCHES = ("q=zqmark", "q=ZQMARK", "sort=-name", "q=zqmark&level=COMMUNE", "as_of=01/06/2023")


def is_text(field: Any) -> bool:
    return (
        isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.FileField)
        and not field.choices
        and field.name not in KEPT | KEYS
    )


def mark_foreign_rows(world: World) -> int:
    """Writes a mark into every free text of every row that Quang sees and Minh does not."""
    marked = 0
    for model in (model for room in ROOMS for model in apps.get_app_config(room).get_models()):
        rows: Any = model._default_manager.all()
        if not hasattr(rows, "visible_to") or model.__name__.startswith("Historical"):
            continue
        mine = rows.visible_to(world.cast.minh).values_list("pk", flat=True)
        foreign = [
            pk for pk in rows.visible_to(world.cast.quang).values_list("pk", flat=True) if pk not in set(mine)
        ]
        names = [field.name for field in model._meta.concrete_fields if is_text(field)]
        keys = [field.name for field in model._meta.concrete_fields if field.name in KEYS]
        for pk in foreign:
            marked += 1
            texts: dict[str, str] = dict.fromkeys(names, f"ZQMARK{marked}")
            texts |= dict.fromkeys(keys, f"zqmark{marked}")
            if texts:
                rows.filter(pk=pk).update(**texts)
    return marked


def text_of(answer: Any) -> bytes:
    """The words of an answer, those of a workbook or Word file included."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return b"".join(parts.read(name) for name in parts.namelist())
    return bytes(content) + str(answer.headers).encode()


def requests_of(world: World, name: str) -> list[str]:
    """Every address that the visitor may open, with and without searching."""
    found = []
    for view in [*addresses(), *admin_addresses()]:
        capability = getattr(view, "capability", None) or (
            view.screen.view_capability if hasattr(view, "screen") else None
        )
        is_admin = view.name.startswith("admin:")
        if view.name in PUBLIC:
            continue
        if (capability and not holds(name, capability)) or (is_admin and not holds(name, "admin.use")):
            continue
        target: Target | None = view.target
        if is_admin and view.page in {"changelist", "add"}:
            found += [view.url(), f"{view.url()}?q=zqmark"]
        elif target is None and not is_admin:
            foreign = world.outside.commune.pk
            forged = [f"{name}={foreign}" for name in ("area", "within", "commune", "hamlet", "issuer")]
            found += [view.url(), *(f"{view.url()}?{query}" for query in (*SEARCHES, *forged))]
        elif target is not None:
            sides = (world.inside, world.outside)
            found += [view.url(target.pick(side)) for side in sides]
    return found


def leaks(world: World, names: tuple[str, ...], only: tuple[str, ...] = ()) -> tuple[list[str], int]:
    """Addresses (all, or `only` these) whose answers hold a mark, and how many were asked."""
    found, asked = [], 0
    for name in names:
        client = Client(raise_request_exception=False)
        client.force_login(world.cast.everybody[name])
        for url in only or requests_of(world, name):
            with undone():
                answer = client.get(url)
                asked += 1
                text = text_of(answer)
                finish(answer)
                if MARK.search(text):
                    found.append(f"{name}: {url}")
    return found, asked


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def test_marks_of_the_foreign_commune_appear_nowhere(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = mark_foreign_rows(world)
    found, asked = leaks(world, ("minh", "binh", "hoa", "tuan"))
    with capsys.disabled():
        print(f"\nmarks: {marked} foreign rows, {asked} answers, {len(found)} leaks")
    assert marked > 40
    assert found == []


def test_wrong_twin_without_scope_the_marks_are_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mark_foreign_rows(world)

    def everything(self: QuerySet[Any], *args: Any) -> Any:
        return self

    for queryset in (ScopedQuerySet, UserQuerySet, UserScopeQuerySet):
        monkeypatch.setattr(queryset, "visible_to", everything)
    lists = ("/teams/", "/teams/people/", "/teams/decisions/", "/users/", "/admin/teams/team/")
    found, _asked = leaks(world, ("minh",), lists)
    assert found == [f"minh: {path}" for path in lists]
    assert User.objects.filter(Q(username__startswith="ZQMARK")).exists()
