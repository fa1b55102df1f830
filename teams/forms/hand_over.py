"""Handing over the leader: who leads from now on, and the decision where it is signed already."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.models import Area
from teams.enums import MemberCategory, TeamRole
from teams.forms.decisions import NumberField
from teams.forms.fields import organisation_field, person_field
from teams.line_ups import EntryData
from teams.models import Decision, Team
from teams.roster import commune_of

FORMER = [
    ("", _("leaves the team")),
    *(
        (duty.value, format_lazy(_("stays as: {duty}"), duty=duty.label))
        for duty in TeamRole
        if duty != TeamRole.LEADER
    ),
]
PAPER = ("number", "issued_on", "signer_name")


class HandOverForm(forms.Form):
    """Another leader: who it is, as what, what becomes of the former one, and by which decision."""

    category = forms.ChoiceField(
        label=_("Sits as"), choices=MemberCategory.choices, initial=MemberCategory.HAMLET_HEAD
    )
    title_text = forms.CharField(label=_("Post as on the decision"), max_length=200, required=False)
    old_stays_as = forms.ChoiceField(label=_("The former leader"), required=False, choices=FORMER)
    number = NumberField(
        required=False, help_text=_("Where the decision is signed already; else it is entered afterwards.")
    )
    issued_on = DayField(label=_("Date of issue"), required=False)
    signer_name = forms.CharField(label=_("Signer"), max_length=120, required=False)

    def __init__(self, user: Any, area: Area, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(
            user,
            label=_("New leader"),
            help_text=_("Type a few letters of the name; a new person is entered under People first."),
        )
        self.fields["organisation"] = organisation_field(
            user, commune_of(area), label=_("Organisation"), required=False
        )
        self.order_fields(["person", "category", "organisation", "title_text", "old_stays_as", *PAPER])

    def clean(self) -> dict[str, Any]:
        """A decision is entered whole or not at all (BR-17)."""
        asked: dict[str, Any] = super().clean() or {}
        missing = [name for name in PAPER if not asked.get(name)]
        for name in missing if len(missing) < len(PAPER) else ():
            if name not in self.errors:
                self.add_error(
                    name, ValidationError(_("Number, date and signer belong together (BR-17)."), code="BR-17")
                )
        return asked

    def entry(self) -> EntryData:
        """The new leader."""
        asked = self.cleaned_data
        return EntryData(
            asked["person"], TeamRole.LEADER, asked["category"], asked["organisation"], asked["title_text"]
        )

    def decision(self, team: Team) -> Decision | None:
        """The signed decision, when it was entered; its subject is a fact on paper, so Vietnamese."""
        asked = self.cleaned_data
        if not asked["number"]:
            return None
        number, symbol = asked["number"]
        return Decision(
            issuer=commune_of(team.area),
            number=number,
            symbol=symbol,
            issued_on=asked["issued_on"],
            signer_name=asked["signer_name"],
            subject=f"Thay đổi Tổ trưởng {team.name}",
        )
