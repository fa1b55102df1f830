"""Walking through the door as a browser does."""

from typing import Any

from django.test import Client

from tests.cast import PASSWORD

LOGIN = "/accounts/login/"
OWN = "/users/me/"


def log_in(username: str, password: str = PASSWORD, client: Client | None = None, **extra: Any) -> Client:
    """A browser in which somebody has typed name and password."""
    client = client or Client()
    attempt(client, username, password, **extra)
    return client


def attempt(client: Client, username: str, password: str, **extra: Any) -> Any:
    """The answer to one log-in attempt."""
    return client.post(LOGIN, {"login": username, "password": password, "next": OWN}, **extra)


def is_in(client: Client) -> bool:
    """Whether the browser is logged in now."""
    return client.get(OWN).status_code == 200
