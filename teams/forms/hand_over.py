"""Handing over the leader: who leads from now on, and the decision where it is signed already."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from teams.enums import MemberCategory, TeamRole
from teams.forms.decisions import NumberField
from teams.forms.fields import organisation_field, person_field
from teams.forms.particulars import read_birth, read_phone
from teams.forms.people import described
from teams.line_ups import EntryData
from teams.models import Decision, Person, Team
from teams.people import likely_duplicates
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

    is_new = forms.BooleanField(label=_("A new person, not on the register yet"), required=False)
    birth = forms.CharField(label=_("Born (a new person)"), max_length=20, required=False)
    phone = forms.CharField(
        label=_("Phone (a new person)"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    is_different = forms.BooleanField(
        label=_("This is somebody else than the people named above"),
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, user: Any, team: Team, *args: Any, has_leader: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team, self.commune = team, commune_of(team.area)
        self.fields["person"] = person_field(
            user,
            team.pk,
            label=_("New leader"),
            help_text=_(
                "Type a few letters of the name. People of the team come first, then of the hamlet, "
                "then of the commune. For a new person type the full name and tick the box below."
            ),
        )
        self.fields["organisation"] = organisation_field(
            user, self.commune, label=_("Organisation"), required=False
        )
        if not has_leader:
            del self.fields["old_stays_as"]
        who = ("person", "is_new", "is_different", "birth", "phone")
        self.order_fields([*who, "category", "organisation", "title_text", "old_stays_as", *PAPER])

    def clean_birth(self) -> dict[str, Any]:
        """Birth as fields of Person."""
        return read_birth(self.cleaned_data["birth"])

    def clean_phone(self) -> str:
        """Phone in E.164."""
        return read_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        """A decision is entered whole or not at all (BR-17)."""
        asked: dict[str, Any] = super().clean() or {}
        if asked.get("is_new"):
            self._read_new_person(asked)
        missing = [name for name in PAPER if not asked.get(name)]
        for name in missing if len(missing) < len(PAPER) else ():
            if name not in self.errors:
                self.add_error(
                    name, ValidationError(_("Number, date and signer belong together (BR-17)."), code="BR-17")
                )
        return asked

    def _read_new_person(self, asked: dict[str, Any]) -> None:
        """The typed name is a new person's; somebody who may be known already is named once (BR-11)."""
        name = self["person"].value()[1][:120]
        if not name:
            return
        self.errors.pop("person", None)
        person = Person(full_name=name, area=self.commune, phone=asked.get("phone") or "")
        person.phone_raw = self["phone"].value() or ""
        for field, value in (asked.get("birth") or {}).items():
            setattr(person, field, value)
        asked["person"] = person
        person.set_keys()
        found = [] if asked.get("is_different") else likely_duplicates(person)
        if found:
            self.fields["is_different"].widget = forms.CheckboxInput()
            text = _("This may be somebody who is known already (BR-11): %(names)s")
            names = "; ".join(described(one) for one in found)
            self.add_error("is_different", ValidationError(text, code="BR-11", params={"names": names}))

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
