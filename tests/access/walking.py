"""The table of addresses, walked: every view with its name, capability and arguments."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access.objects import ADMIN_OBJECTS, LIBRARY, OBJECTS, PLACELESS_ADMIN, Target

ADMIN_PAGES = {"changelist", "add", "change", "delete", "history", "simple_history"}
ADMIN_DOOR = {"login", "logout", "password_change", "password_change_done"}
ADMIN_FRAME = {"index", "jsi18n", "autocomplete", "app_list", "view_on_site"}


class Unknown(AssertionError):
    """A view that nobody has said anything about."""


@dataclass(frozen=True)
class Address:
    """One named view of the application."""

    name: str
    capability: str | None
    target: Target | None

    def url(self, pk: int | None = None) -> str:
        """The address, with the object in it."""
        return reverse(self.name, kwargs={self.target.arg: pk} if self.target else None)


@dataclass(frozen=True)
class AdminAddress:
    """One page of an admin screen."""

    name: str
    screen: Any
    page: str
    target: Target | None

    def url(self, pk: int | None = None) -> str:
        """The address, with the object in it."""
        return reverse(self.name, args=[] if pk is None else [pk])


def patterns(resolver: Any = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every view with its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name or ''}", entry


def address(name: str, pattern: URLPattern) -> Address:
    """What is known of a view of the application; raises Unknown when something is missing."""
    if name in LIBRARY:
        return Address(name, LIBRARY[name], None)
    if not hasattr(pattern.callback, "capability"):
        raise Unknown(f"{name}: mark the view with @requires, @personal or @public (common/access.py).")
    arguments = list(pattern.pattern.converters)
    if not arguments:
        return Address(name, pattern.callback.capability, None)
    target = OBJECTS.get(name)
    if target is None or [target.arg] != arguments:
        raise Unknown(
            f"{name}: say in tests/access/objects.py which object stands in its address {arguments}."
        )
    return Address(name, pattern.callback.capability, target)


def addresses() -> list[Address]:
    """Every view outside the admin."""
    return [address(name, pattern) for name, pattern in patterns() if not name.startswith("admin:") and name]


def split_name(short: str, screens: Any) -> tuple[str, str]:
    """`teams_team_change` is the page "change" of the screen "teams_team"."""
    for screen in screens:
        page = short.removeprefix(f"{screen}_")
        if page in ADMIN_PAGES:
            return screen, page
    return "", ""


def admin_addresses() -> list[AdminAddress]:
    """Every page of every screen of the admin."""
    screens = {
        f"{model._meta.app_label}_{model._meta.model_name}": screen
        for model, screen in admin.site._registry.items()
    }
    found = []
    for name, _pattern in patterns():
        short = name.removeprefix("admin:")
        if not name.startswith("admin:") or not short or short in ADMIN_DOOR | ADMIN_FRAME:
            continue
        screen, page = split_name(short, screens)
        if not screen:
            raise Unknown(f"{name}: an admin page that no test knows.")
        if screen not in ADMIN_OBJECTS and screen not in PLACELESS_ADMIN:
            raise Unknown(
                f"{name}: say in tests/access/objects.py which row of {screen} stands on each side."
            )
        if page != "simple_history":
            found.append(AdminAddress(name, screens[screen], page, ADMIN_OBJECTS.get(screen)))
    return found
