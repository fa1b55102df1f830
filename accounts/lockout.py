"""Stopping guesses: ten wrong passwords for an account, thirty from an address, in 15 minutes (T-L1).

The counts lie in the database, so that they hold for all web processes and survive a restart. A
browser that an account has logged in from before is counted by itself: an attacker elsewhere cannot
lock the owner out. The address is the one that the server saw; headers of the visitor say nothing.
"""

from datetime import timedelta
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.core import signing
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from accounts.models import User
from common.audit import record
from common.models import AuditAction

ACCOUNT_LIMIT = 10
ADDRESS_LIMIT = 30
WINDOW = timedelta(minutes=15)
DEVICE_AGE = timedelta(days=180)
DEVICE_NAMES = 5
"""How many accounts one browser is remembered for."""

STRANGER = "stranger"


class Lockout(AxesDatabaseHandler):
    """Counts refused log-ins by account and by address, each with its own limit."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Failures of the account, or of the address scaled to the same limit, whichever is nearer to it."""
        name, device = _name(credentials), _device(request, credentials)
        recent = AccessAttempt.objects.filter(attempt_time__gte=get_cool_off_threshold(request))
        account = _failures(recent.filter(username=name, user_agent=device))
        if device != STRANGER:
            return account
        address = _failures(recent.filter(ip_address=request.META.get("REMOTE_ADDR"), user_agent=STRANGER))
        return max(account, address * ACCOUNT_LIMIT // ADDRESS_LIMIT)

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Counts one wrong password; the one that fills the measure is written to the access log."""
        if request is None:
            return
        was_locked = request.axes_locked_out  # type: ignore[attr-defined] # set by axes before this
        request.axes_user_agent = _device(request, credentials)  # type: ignore[attr-defined] # part of the key
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request.axes_locked_out and not was_locked:  # type: ignore[attr-defined] # as above
            user = User.objects.filter(username=_name(credentials)).first()
            record(request, AuditAction.DENIED, user)


def locked_page(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """What a locked-out visitor sees: when to try again, and whom to ask."""
    minutes = int(WINDOW.total_seconds() // 60)
    return render(request, "accounts/locked.html", {"minutes": minutes}, status=429)


def unlock(username: str) -> None:
    """Forgets the wrong passwords of an account, after its password was reset."""
    AxesProxyHandler.reset_attempts(username=username)


def remember_device(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Marks the browser as one from which this account has logged in."""
    marks = [_mark(username), *(m for m in _marks(request) if m != _mark(username))]
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps(marks[:DEVICE_NAMES], salt="device"),
        max_age=DEVICE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _failures(attempts: Any) -> int:
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def _name(credentials: dict[str, Any] | None) -> str:
    return str((credentials or {}).get("username") or "")


def _mark(username: str) -> str:
    """Stands for an account in the cookie without naming it."""
    return salted_hmac("device", username).hexdigest()[:32]


def _marks(request: HttpRequest) -> list[str]:
    try:
        raw = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
        return list(signing.loads(raw, salt="device", max_age=DEVICE_AGE))
    except signing.BadSignature:
        return []


def _device(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The count to which an attempt belongs: the account's own browsers, or strangers."""
    mark = _mark(_name(credentials))
    return f"device {mark}" if mark in _marks(request) else STRANGER
