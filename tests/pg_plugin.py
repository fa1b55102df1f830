"""Which database the suite runs on: `python -m pytest --db=postgres` (or TO_SO_TEST_DB=postgres).

Named in `addopts`, because conftest.py comes too late: the settings have been read by then. Without the
option the suite runs on SQLite, whatever DATABASE_URL the shell may hold: no test touches a real database.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator

import pytest
from django.conf import settings

from common.messages import compile_catalogues
from config.start.machine import ROOT
from config.throwaway_postgres import NoServer, ThrowawayServer


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--db",
        choices=("sqlite", "postgres"),
        default=os.environ.get("TO_SO_TEST_DB", "sqlite"),
        help="the database that the suite runs on",
    )


def throwaway_url() -> str:
    """Start a server for the length of this run."""
    try:
        server = ThrowawayServer()
        atexit.register(server.stop)
        return server.start()
    except NoServer as error:
        raise pytest.UsageError(str(error)) from error


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Choose the database before pytest-django reads the settings, compile the catalogues before Django opens them.

    The words on the screen come from the catalogues as they stand, whether or not anyone compiled them.
    """
    # Workers of xdist inherit the choice of the process that started them.
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_catalogues(ROOT)
        os.environ.pop("DATABASE_URL", None)
        if early_config.known_args_namespace.db == "postgres":
            os.environ["DATABASE_URL"] = throwaway_url()
        if "TO_SO_TEST_MIGRATED" not in os.environ:
            folder = os.environ["TO_SO_TEST_MIGRATED"] = tempfile.mkdtemp(prefix="to-so-migrated-")
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return (yield)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('db')}"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Workers of xdist end without the usual farewell, so their folder is removed here."""
    folder = getattr(settings, "TEST_FOLDER", None) if settings.configured else None
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
