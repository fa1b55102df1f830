"""What lists of this room can be narrowed to; everything stands in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from households.enums import BusinessKind, Outcome, SessionKind
from teams.forms.filters import SearchFilter


class HouseholdFilter(SearchFilter):
    """Households by name and place."""


class VisitFilter(SearchFilter):
    """Visits by household, place, day and outcome."""

    outcome = forms.ChoiceField(
        label=_("How it went"), choices=[("", _("all")), *Outcome.choices], required=False
    )
    since = DayField(label=_("From"), required=False)


class SessionFilter(SearchFilter):
    """Sessions by title, place and kind."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *SessionKind.choices], required=False)


class BusinessFilter(SearchFilter):
    """Household businesses by name, place and kind."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *BusinessKind.choices], required=False)
