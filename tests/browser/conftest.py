"""A real browser for the tests marked `browser`: Debian's Chromium, driven by Playwright."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.cast import Cast, make_cast

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is needed: sudo apt install chromium")
    # Playwright runs an event loop in this thread; the tests still use the database from here.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """Everybody; committed, so that the server sees them."""
    return make_cast()


@pytest.fixture
def page_of(chromium: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page as a logged-in user: `page = page_of(cast.minh, "/teams/")`; addresses are the server's."""
    contexts = []

    def page_for(user: User, address: str = "", width: int = 1280, **options: Any) -> Any:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}, locale="vi-VN", **options
        )
        contexts.append(context)
        client = Client()
        client.force_login(user, backend="accounts.backends.RegisterBackend")
        cookies = [
            {"name": name, "value": morsel.value, "url": live_server.url}
            for name, morsel in client.cookies.items()
        ]
        context.add_cookies(cookies)
        context.set_default_timeout(15_000)
        page = context.new_page()
        if address:
            page.goto(address)
        return page

    yield page_for
    for context in contexts:
        context.close()
