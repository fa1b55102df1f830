"""The copied cast (tests/kept.py) is what the services write, and stands for nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from common.models import Register, RegisterKind
from tests import kept as copies
from tests.access.world import make_world
from tests.cast import make_cast
from tests.kept import columns_of_tables, holding, kept, taken
from tests.teams.builders import make_person

pytestmark = pytest.mark.django_db

made: list[str] = []


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As at the beginning of a process."""
    monkeypatch.setattr(copies, "_kept", {})
    made.clear()


@contextmanager
def undone() -> Iterator[None]:
    """What a test does to its database, taken back as at the end of the test."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything() -> dict[str, Any]:
    """All rows of all tables, as the database writes them."""
    columns = columns_of_tables()
    return {table: sorted(as_lines(taken(table, columns[table]))) for table in holding(columns)}


def as_lines(rows: Any) -> list[str]:
    """Rows that can be sorted, however the database hands them out."""
    return rows.splitlines() if isinstance(rows, str) else [repr(row) for row in rows]


def a_register(name: str = "Bảy") -> int:
    """Writes down that it was asked; changes what is there, if anything is."""
    made.append(name)
    Register.objects.filter(kind=RegisterKind.DEMO).update(kind=RegisterKind.REAL)
    return make_person(make_cast().places.commune, name).pk


def test_a_copy_is_what_the_services_wrote() -> None:
    with undone():
        world, written = make_world(), everything()
    with undone():
        copy = make_world()
        assert everything() == written
        assert copy.inside.team.pk == world.inside.team.pk
        newcomer = make_person(copy.inside.commune, "Danh Mới")
        assert newcomer.pk > max(world.inside.person.pk, world.outside.person.pk)


def test_the_services_are_asked_once_and_for_each_word() -> None:
    for name in ("Bảy", "Bảy", "Tám", "Bảy"):
        with undone():
            kept(a_register, name)
    assert made == ["Bảy", "Tám"]


def test_another_day_another_language_and_a_fuller_database_have_copies_of_their_own() -> None:
    with undone():
        kept(a_register)
    with undone(), time_machine.travel(timezone.now() + timedelta(days=1)):
        kept(a_register)
    with undone(), override("en"):
        kept(a_register)
    with undone():
        Register.objects.create(kind=RegisterKind.REAL)
        kept(a_register)
    with undone():
        kept(a_register)
    assert len(made) == 4


def test_nothing_is_kept_of_what_changed_other_rows() -> None:
    for _test in range(2):
        with undone():
            Register.objects.create(kind=RegisterKind.DEMO)
            kept(a_register)
            assert Register.objects.get().kind == RegisterKind.REAL
    assert len(made) == 2
