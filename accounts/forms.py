"""Forms about accounts; choices stop at what the acting user may give."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.granting import grant_ranges, grantable_roles
from accounts.models import User
from accounts.roles import Role
from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import in_ranges
from common.models import AuditAction


class ScopeForm(forms.Form):
    """A role in an area, from a day, perhaps to a day."""

    role = forms.ChoiceField(label=_("Role"))
    area = forms.ModelChoiceField(
        label=_("Area"), queryset=Area.objects.none(), empty_label=_("Choose an area")
    )
    valid_from = forms.DateField(label=_("From"))
    valid_to = forms.DateField(
        label=_("To"),
        required=False,
        help_text=_("First day on which it no longer holds. Empty: until it is ended."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [
            ("", _("Choose a role")),
            *((r.value, r.label) for r in grantable_roles(by)),
        ]
        areas = grantable_areas(by)
        self.fields["area"].queryset = areas
        self.fields["valid_from"].initial = timezone.localdate()
        if len(areas[:2]) == 1:
            self.fields["area"].initial = areas[0]


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

    on = forms.DateField(label=_("First day on which it no longer holds"))

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
    day = forms.DateField(label=_("Day"), required=False)


def grantable_areas(by: User) -> Any:
    """Open communes and larger units in which `by` may give some role, in the order of their names."""
    ranges = {r for role in grantable_roles(by) for r in grant_ranges(by, role)}
    areas = Area.objects.filter(in_ranges("path", sorted(ranges))).exclude(level=AreaLevel.HAMLET)
    return areas.valid_on(timezone.localdate()).order_by("sort_key", "pk")  # type: ignore[attr-defined] # AreaQuerySet


def add_refusal(form: forms.Form, error: ValidationError) -> None:
    """Shows what a service refused at the field it belongs to, or above the form."""
    named = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
    for name, texts in named.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)
