"""What holds for every test: an undefined variable in one of our templates is an error."""

import gc
import inspect
from pathlib import Path

import pytest
from django.template import Node, engines
from django.template.base import FilterExpression
from pytest_django.plugin import DjangoDbBlocker

from tests.filled import Shared

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that open every page as everybody are marked `walk`, so that a quick run can leave them out.

    Tests that touch no database are marked `plain`: on a second database they could only say the same.
    """
    for item in items:
        if not {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())) and not _wants_database(
            item
        ):
            item.add_marker(pytest.mark.plain)
        if item.path.relative_to(ROOT).parts[1] in ("access", "house"):
            item.add_marker(pytest.mark.walk)
    # The long ones first: at the end of a run no process waits for another that has just begun one.
    items.sort(key=lambda item: not _is_long(item))


def _is_long(item: pytest.Item) -> bool:
    marked = any(item.get_closest_marker(name) for name in ("walk", "race"))
    return marked or item.path.name in ("test_axe.py", "test_xss.py")


def _wants_database(item: pytest.Item) -> bool:
    return (
        item.get_closest_marker("django_db") is not None
        or item.get_closest_marker("postgres_only") is not None
    )


class UndefinedVariableError(AssertionError):
    """A template of ours names something that its view does not give."""


class Undefined(str):
    """Stands for `string_if_invalid`: empty for templates of libraries, an error for ours.

    `{{ x|default:"..." }}` is allowed: it says itself that x may be missing.
    """

    def __bool__(self) -> bool:
        expression, origin = self._place()
        filters = {function.__name__ for function, _ in expression.filters} if expression else set()
        return TEMPLATES in origin.parents and not filters & {"default", "default_if_none"}

    def __contains__(self, text: object) -> bool:
        return text == "%s"

    def __mod__(self, variable: object) -> str:
        _, origin = self._place()
        raise UndefinedVariableError(f"{{{{ {variable} }}}} is undefined in {origin.relative_to(TEMPLATES)}")

    @staticmethod
    def _place() -> tuple[FilterExpression | None, Path]:
        """The expression that is being worked out, and the file in which its tag was written."""
        expression, frame = None, inspect.currentframe()
        while frame is not None:
            owner = frame.f_locals.get("self")
            if expression is None and isinstance(owner, FilterExpression):
                expression = owner
            if isinstance(owner, Node) and getattr(owner, "origin", None) is not None:
                return expression, Path(str(owner.origin.name))
            frame = frame.f_back
        return expression, Path()


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_fail() -> None:
    engines["django"].engine.string_if_invalid = Undefined()


def pytest_collection_finish() -> None:
    """What is there by now stays until the end: the collector of garbage need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def migrated(django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None) -> Shared:
    """Where this process finds a migrated database, or leaves one."""
    with django_db_blocker.unblock():
        return Shared()


@pytest.fixture(scope="session")
def django_db_keepdb(migrated: Shared) -> bool:
    """A copy is there before Django would create the database: it takes it over."""
    return migrated.found


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, migrated: Shared) -> None:
    """The database, made by the fixture of the same name; then the turn of the others."""
    with django_db_blocker.unblock():
        migrated.let_go()
