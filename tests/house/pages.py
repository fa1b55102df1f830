"""Every page that can be opened, with an object of Minh's commune in its address."""

from dataclasses import dataclass

from django.test import Client

from accounts.models import User
from tests.access.visitors import holds
from tests.access.walking import addresses, admin_addresses
from tests.access.world import World

NOT_PAGES = {"account_logout", "mfa_reauthenticate"}


@dataclass(frozen=True)
class Page:
    """An address to open, and the name of its view."""

    name: str
    url: str


def client_of(user: User) -> Client:
    """A browser in which the user is logged in."""
    client = Client(raise_request_exception=True)
    client.force_login(user, backend="accounts.backends.RegisterBackend")
    return client


def pages_of(world: World, visitor: str) -> list[Page]:
    """The pages of the application that the visitor's role opens."""
    return [
        Page(view.name, view.url(view.target.pick(world.inside) if view.target else None))
        for view in addresses()
        if view.name not in NOT_PAGES and (view.capability is None or holds(visitor, view.capability))
    ]


def admin_pages_of(world: World, visitor: str) -> list[Page]:
    """The pages of Django admin that the visitor's role opens."""
    if not holds(visitor, "admin.use"):
        return []
    found = [Page("admin:index", "/admin/")]
    for view in admin_addresses():
        if not holds(visitor, view.screen.view_capability):
            continue
        if view.page in {"changelist", "add"}:
            found.append(Page(view.name, view.url()))
        elif view.target is not None:
            found.append(Page(view.name, view.url(view.target.pick(world.inside))))
    return found


def html_of(client: Client, page: Page) -> str:
    """The page as HTML; empty when it is a file, a redirect or data."""
    answer = client.get(page.url)
    if answer.streaming:
        b"".join(answer.streaming_content)
        return ""
    return answer.content.decode() if "html" in answer.headers.get("Content-Type", "") else ""
