"""What lists of this room can be narrowed to; everything stands in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from teams.composition import QualityFlag
from teams.enums import OrgGroup, TeamLevel, TeamStatus


def _choice(label: Any, choices: Any, anything: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", anything or _("all")), *choices], required=False)


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
