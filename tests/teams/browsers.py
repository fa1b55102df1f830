"""Browsers that act at the same moment, each logged in with a session of its own.

Django's test client listens to the signals of every template rendered in the process, so twenty of them
in threads hear each other. These send the same requests through the same middleware and listen to nothing.
"""

from dataclasses import dataclass
from html import unescape
from typing import Any

from django.core.handlers.base import BaseHandler
from django.http import HttpResponseBase
from django.test import RequestFactory

from accounts.models import User
from tests.teams.typing import client_of


@dataclass(frozen=True)
class Answer:
    """What a browser got: the status, where it was sent, the page as text."""

    status: int
    location: str
    text: str


class Browser:
    """Keeps its cookies and posts forms as a browser without script does."""

    def __init__(self, user: User) -> None:
        self.factory = RequestFactory()
        self.factory.cookies = client_of(user).cookies
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def get(self, url: str) -> Answer:
        """Open a page."""
        return self._send(self.factory.get(url))

    def post(self, url: str, data: dict[str, Any]) -> Answer:
        """Send a form; where it leads is not opened."""
        return self._send(self.factory.post(url, data))

    def post_and_follow(self, url: str, data: dict[str, Any]) -> Answer:
        """Send a form and open the page that it leads to."""
        answer = self.post(url, data)
        return self.get(answer.location) if answer.status == 302 else answer

    def _send(self, request: Any) -> Answer:
        request._dont_enforce_csrf_checks = True
        response: HttpResponseBase = self.handler.get_response(request)
        self.factory.cookies.update(response.cookies)
        text = unescape(response.content.decode())  # type: ignore[attr-defined] # no page here is streamed
        return Answer(response.status_code, response.headers.get("Location", ""), text)


def statuses(answers: list[Any]) -> set[Any]:
    """The different statuses; a request that ended in an exception stands as that."""
    return {one.status if isinstance(one, Answer) else f"{type(one).__name__}: {one}" for one in answers}
