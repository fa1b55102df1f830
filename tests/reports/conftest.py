"""The cast, pages as they see them, and the reports behind the pages."""

from datetime import date

import pytest
from django.test import Client
from django.utils.http import urlencode

from accounts.models import User
from areas.models import Area
from reports.asked import Asked
from tests.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody on their piece of Kiên Giang."""
    return make_cast()


def client_of(user: User) -> Client:
    """A browser in which the user is logged in."""
    client = Client()
    client.force_login(user, backend="accounts.backends.RegisterBackend")
    return client


def address(path: str, **settings: object) -> str:
    """A path with settings."""
    return f"{path}?{urlencode(settings)}" if settings else path


def asking(user: User, area: Area, on: date, **more: object) -> Asked:
    """A report asked for without a browser."""
    return Asked(user, area, **({"on": on, "first": on, "last": on} | more))  # type: ignore[arg-type] # settings of a test
