"""How allauth behaves here: log-in by user name only, no sign-up, every log-in in the access log."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts.lockout import remember_device
from accounts.models import User
from accounts.second_factor import must_have_second_factor
from common.audit import record
from common.models import AuditAction


class AccountAdapter(DefaultAccountAdapter):
    """Log-in, log-out and passwords."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("User name or password is wrong. Check both and try again."),
        "invalid_login": _("User name or password is wrong. Check both and try again."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This password is wrong."),
        "incorrect_code": _("This code is wrong or too old. Take the one that is shown now."),
        "too_many_login_attempts": _("Too many wrong attempts. Wait 15 minutes and try again."),
        "rate_limited": _("Too many attempts in a short time. Wait a minute and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by officials only."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether the page may lead on to an address: only inside the register (T-I7)."""
        return bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted in one place only, `accounts.lockout`."""

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Writes the log-in down and remembers the browser."""
        translation.activate(user.language)
        response = super().post_login(request, user, **kwargs)
        record(request, AuditAction.LOGIN, user)
        remember_device(request, response, user.username)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Ends the session on the server."""
        record(request, AuditAction.LOGOUT)
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        """A password of the user's own choice: the one-time code is used up."""
        user.must_change_password, user.code_expires_at, user.code_tries = False, None, 0
        super().set_password(user, password)


class MFAAdapter(DefaultMFAAdapter):
    """The second factor."""

    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is wrong or too old. Take the one that is shown now."),
        "cannot_delete_authenticator": _("Your role asks for a second factor; it cannot be switched off."),
        "cannot_generate_recovery_codes": _("Set up the authenticator app first, then make recovery codes."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever must have a second factor keeps it."""
        return not must_have_second_factor(User.objects.get(pk=authenticator.user_id))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The register sends no e-mail; the access log holds what happened."""
