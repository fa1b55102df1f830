"""Typing a roster as a browser sends it: lines with fields of their own, and one button."""

from typing import Any

from django.test import Client

from accounts.models import User


def client_of(user: User) -> Client:
    """A browser in which the user is logged in."""
    client = Client()
    client.force_login(user, backend="accounts.backends.RegisterBackend")
    return client


def text_of(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())


def typed(*people: dict[str, Any], action: str = "save", lock: int = 0) -> dict[str, Any]:
    """What the form of the roster builder sends; a line is a dict of its fields."""
    data: dict[str, Any] = {
        "row": [str(number) for number in range(len(people))],
        "action": action,
        "lock": lock,
    }
    for number, person in enumerate(people):
        values = {"role": "MEMBER", "category": "", "gender": "UNKNOWN", **person}
        data |= {f"p{number}-{name}": value for name, value in values.items()}
    return data


def new(name: str, **values: Any) -> dict[str, Any]:
    """A new person."""
    return {"person_text": name, **values}


def known(person: Any, **values: Any) -> dict[str, Any]:
    """A person chosen from the suggestions."""
    return {"person": person.pk, "person_text": person.full_name, **values}
