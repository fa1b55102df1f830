"""Forms of the door (log-in, password, second factor) in the words of the register."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext_lazy as _


class LogInForm(account.LoginForm):
    """User name and password; the name is taken in small letters, as names are stored and counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        self.fields["password"].label = _("Password or one-time code")
        _without_placeholders(self)

    def clean_login(self) -> str:
        """Small letters, no spaces around."""
        return super().clean_login().lower()


class ChangePasswordForm(account.ChangePasswordForm):
    """A new password, typed twice, after the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Present password or one-time code")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _(
            "At least 8 characters; several words are good. Not your name, not a common password."
        )
        self.fields["password2"].label = _("New password once more")
        _without_placeholders(self)


class ReauthenticateForm(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        _without_placeholders(self)


class CodeForm(mfa.AuthenticateForm):
    """The code of the authenticator app, or a recovery code, at log-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self)


class CodeAgainForm(mfa.ReauthenticateForm):
    """The same, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self)


class ActivateForm(ActivateTOTPForm):
    """The first code that the authenticator app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_code(self)


def _name_code(form: Any) -> None:
    form.fields["code"].label = _("Code of 6 digits")
    form.fields["code"].widget.attrs["inputmode"] = "numeric"
    _without_placeholders(form)


def _without_placeholders(form: Any) -> None:
    """A label above the field says what it is; help that the library adds about e-mail is left out."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    for name in ("password", "oldpassword"):
        if name in form.fields:
            form.fields[name].help_text = ""
