"""What lists of this room can be narrowed to; everything stands in the address."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from teams.composition import QualityFlag
from teams.enums import OrgGroup, TeamLevel, TeamStatus


class Select(forms.Select):
    """A list to choose from, drawn in one go: Django renders a template for each of its choices."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The same element as Django's."""
        chosen = self.format_value(value)
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) in chosen else "", label)
                for key, label in self.choices
            ),
        )
        own = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html('<select name="{}"{}>{}</select>', name, own, options)


def _choice(label: Any, choices: Any, anything: Any = "") -> forms.ChoiceField:
    first = ("", anything or _("all"))
    return forms.ChoiceField(label=label, choices=[first, *choices], required=False, widget=Select)


class SearchFilter(forms.Form):
    """Words in any order, without accents, and a place."""

    q = forms.CharField(
        label=_("Search"), max_length=200, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = (AreaLevel.DISTRICT, AreaLevel.COMMUNE, AreaLevel.HAMLET)
        self.fields["area"] = AreaChoiceField(label=_("Locality"), user=user, level=levels, required=False)

    @property
    def values(self) -> dict[str, Any]:
        """What is asked for; a field with an error narrows nothing."""
        self.full_clean()
        return self.cleaned_data

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return any(self.values.values())


class TeamFilter(SearchFilter):
    """Teams by status, kind and marks."""

    status = _choice(_("Status"), TeamStatus.choices)
    level = _choice(_("Kind"), TeamLevel.choices)
    flag = _choice(_("To review"), QualityFlag.choices, _("not asked"))


class OrganisationFilter(SearchFilter):
    """Organisations by group."""

    group = _choice(_("Group"), OrgGroup.choices)
