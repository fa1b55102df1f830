"""Forms about accounts; choices stop at what the acting user may give."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.granting import SCOPE_LEVELS, grantable_roles
from accounts.models import User
from accounts.roles import MAY_GRANT, Role
from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from areas.models import Area
from common.models import AuditAction


class ScopeForm(forms.Form):
    """A role in an area, from a day, perhaps to a day."""

    role = forms.ChoiceField(label=_("Role"))
    area = AreaChoiceField(label=_("Area"), capability="user.edit", level=SCOPE_LEVELS)
    valid_from = DayField(label=_("From"))
    valid_to = DayField(
        label=_("Ends on"),
        required=False,
        help_text=_("First day on which it no longer holds. Empty: until it is ended."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [(role.value, role.label) for role in grantable_roles(by)]
        self.fields["role"].choices = [("", _("Choose a role")), *roles]
        self.fields["area"].user = by
        self.fields["area"].initial = own_area(by)
        self.fields["valid_from"].initial = timezone.localdate()


class UserForm(ScopeForm):
    """A new account with its first role."""

    username = forms.CharField(
        label=_("User name"),
        max_length=60,
        help_text=_("Small letters without accents, digits, dot, dash or underscore: “hoa.mt”."),
    )
    full_name = forms.CharField(label=_("Full name"), max_length=120)
    field_order = ("full_name", "username", "role", "area", "valid_from", "valid_to")


class UserEditForm(forms.Form):
    """Name and e-mail of an account."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)


class SuspendForm(forms.Form):
    """Why an account is closed."""

    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class EndScopeForm(forms.Form):
    """From which day a role is no longer held."""

    on = DayField(label=_("First day on which it no longer holds"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


class UserFilter(forms.Form):
    """What the list of accounts is narrowed to; an unknown choice is refused."""

    STATES = (("", _("All")), ("open", _("Open")), ("suspended", _("Suspended")))

    q = forms.CharField(label=_("Name or user name"), max_length=200, required=False)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("All")), *Role.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)


class AccessLogFilter(forms.Form):
    """What the access log is narrowed to."""

    action = forms.ChoiceField(
        label=_("What"), required=False, choices=[("", _("All")), *AuditAction.choices]
    )
    user = forms.CharField(label=_("User name"), max_length=60, required=False)
    object = forms.CharField(label=_("Whom or what it was about"), max_length=200, required=False)
    day = DayField(label=_("Day"), required=False)


def own_area(by: User) -> Area | None:
    """The one area in which `by` looks after accounts; None where there are several or a whole province."""
    areas = {scope.area for scope in by.current_scopes if scope.role in MAY_GRANT}
    only = areas.pop() if len(areas) == 1 else None
    return only if only and only.level == AreaLevel.COMMUNE else None
