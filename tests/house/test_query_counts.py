"""Every page, export and admin screen costs the same number of queries for one row and for thirty."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from teams.models import Person, Team
from tests.access.world import World, make_world
from tests.house.crowd import Crowd
from tests.house.pages import Page, admin_pages_of, client_of, pages_of

MANY = 30
MOST_IN_ADMIN = 30
MOST_ON_A_PAGE = 60
OUT_OF_COUNT = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
SESSION = ("django_session",)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are executed inside."""
    statements: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(OUT_OF_COUNT) and not any(table in sql for table in SESSION):
            statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements


def cost(client: Client, page: Page) -> tuple[int, list[str]]:
    """Status and statements of a page; a report that asks for a reason is given one."""
    with transaction.atomic(), counted() as statements:
        answer = client.get(page.url)
        if page.name.startswith("reports:") and page.name.endswith(("_excel", "_print")):
            statements.clear()
            answer = client.post(page.url, {"reason": "Kiểm tra số liệu quý III"})
            if answer.status_code == 405:
                statements.clear()
                answer = client.get(page.url)
        b"".join(answer) if answer.streaming else answer.content
        transaction.set_rollback(True)
    return answer.status_code, statements


def costs(client: Client, pages: list[Page]) -> dict[str, tuple[int, list[str]]]:
    """Each page once to warm up, then measured."""
    for page in pages:
        cost(client, page)
    return {page.name: cost(client, page) for page in pages}


TABLES = re.compile(r'(?:FROM|JOIN|INTO|UPDATE) "(\w+)')


def short(sql: str) -> str:
    """A statement by its verb and tables."""
    return " ".join([sql[:6], *TABLES.findall(sql)[:3]])


def told(name: str, one: list[str], many: list[str]) -> str:
    """Which statements came more often."""
    extra = Counter(map(short, many)) - Counter(map(short, one))
    return f"{name}: {len(one)} -> {len(many)}: {extra.most_common(4)}"


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.mark.parametrize("visitor", ["minh", "an"])
def test_pages_cost_the_same_for_one_row_and_thirty(
    world: World, visitor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    client = client_of(world.cast.everybody[visitor])
    pages, admin = pages_of(world, visitor), admin_pages_of(world, visitor)
    Crowd(world, range(1)).add()
    one = costs(client, pages + admin)
    Crowd(world, range(1, MANY)).add()
    many = costs(client, pages + admin)
    growing = [
        told(page.name, one[page.name][1], many[page.name][1])
        for page in pages + admin
        if len(many[page.name][1]) > len(one[page.name][1])
    ]
    opened = [page for page in pages + admin if many[page.name][0] == 200]
    with capsys.disabled():
        most = max((len(many[page.name][1]), page.name) for page in opened)
        print(f"\nqueries as {visitor}: {len(opened)} pages with {MANY} rows; most: {most}")
    assert growing == [], "\n".join(growing)
    assert [page.name for page in admin if len(many[page.name][1]) > MOST_IN_ADMIN] == []
    assert [page.name for page in pages if len(many[page.name][1]) > MOST_ON_A_PAGE] == []


def test_the_rule_sees_the_wrong_twin(world: World) -> None:
    """A list that asks again for each row."""

    def naive() -> int:
        with counted() as statements:
            for team in Team.objects.order_by("pk"):
                str(team.area)
        return len(statements)

    def joined() -> int:
        with counted() as statements:
            for team in Team.objects.order_by("pk").select_related("area"):
                str(team.area)
        return len(statements)

    assert naive() == 1 + Team.objects.count()
    assert joined() == 1
    assert Person.objects.count() > 1
