"""The inner door: what a logged-in user must do first, in which language, and how long a session lives."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from accounts.second_factor import has_second_factor, must_have_second_factor

ALWAYS_OPEN = frozenset({"account_logout", "set_language", "account_change_password"})
SETTING_UP = ALWAYS_OPEN | {
    "account_reauthenticate",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
"""Addresses that are open before the second factor is set up."""

SEEN_STEP = 60
"""Seconds between two writings of when a session was last used."""


class AccountDoor:
    """Ends old sessions, speaks the user's language, and leads to a new password or the second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User):
            if is_over(request, time.time()):
                logout(request)
            else:
                renew_key(request, user)
                translation.activate(user.language)
                request.LANGUAGE_CODE = user.language  # type: ignore[attr-defined] # as LocaleMiddleware does
        return whole_page(request, self.get_response(request))

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Redirects to what has to be done first."""
        user = request.user
        match = request.resolver_match
        if not isinstance(user, User) or match is None:
            return None
        name = match.view_name
        if user.must_change_password:
            return None if name in ALWAYS_OPEN else HttpResponseRedirect(reverse("account_change_password"))
        if name in SETTING_UP or not must_have_second_factor(user) or has_second_factor(user):
            return None
        return HttpResponseRedirect(reverse("mfa_index"))


def is_over(request: HttpRequest, now: float) -> bool:
    """Whether the session was left alone too long or is too old; otherwise notes that it is in use."""
    session = request.session
    began, seen = session.get("began", now), session.get("seen", now)
    if now - seen > settings.SESSION_IDLE_SECONDS or now - began > settings.SESSION_ABSOLUTE_SECONDS:
        return True
    if "began" not in session or now - seen > SEEN_STEP:
        session["began"], session["seen"] = began, now
    return False


def renew_key(request: HttpRequest, user: User) -> None:
    """A session that has won or lost a role goes on under a new key (T-L3)."""
    roles = sorted(str(role) for role in user.roles)
    if request.session.get("roles", roles) != roles:
        request.session.cycle_key()
    if request.session.get("roles") != roles:
        request.session["roles"] = roles


def whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A redirect to the log-in page must replace the page, not the part of it that HTMX asked for."""
    target = response.headers.get("Location", "")
    if (
        "HX-Request" in request.headers
        and response.status_code == 302
        and target.startswith(reverse("account_login"))
    ):
        return HttpResponse(headers={"HX-Redirect": reverse("account_login")})
    return response
