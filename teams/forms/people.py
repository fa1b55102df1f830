"""Forms of people and the posts they hold."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from teams.enums import Gender, PositionType, Tri
from teams.forms.fields import organisation_field
from teams.forms.particulars import birth_text, phone_text, read_birth, read_phone
from teams.models import Person

COPIED = ("full_name", "gender", "phone2", "email", "residence", "is_youth_member", "can_share_phone", "area")


class PersonForm(forms.Form):
    """What is kept of a person: no ID number, no Party membership, no ethnic group (domain/privacy)."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    birth = forms.CharField(
        label=_("Born"),
        max_length=60,
        required=False,
        help_text=_("The year (1987), the month (8/1987) or the day (05/08/1987), as far as it is known."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    gender = forms.ChoiceField(label=_("Sex"), choices=Gender.choices, initial=Gender.UNKNOWN)
    phone = forms.CharField(
        label=_("Phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    phone2 = forms.CharField(
        label=_("Second phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    can_share_phone = forms.BooleanField(label=_("Agrees that the phone is printed"), required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    is_youth_member = forms.ChoiceField(
        label=_("Is a Youth Union member"), choices=Tri.choices, initial=Tri.UNKNOWN
    )

    def __init__(self, user: Any, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {**(_values(person) if person else {}), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["residence"] = AreaChoiceField(
            label=_("Hamlet of residence"), user=user, level=AreaLevel.HAMLET, required=False
        )
        self.fields["area"] = AreaChoiceField(
            label=_("On the register of"),
            user=user,
            capability="person.edit",
            level=AreaLevel.COMMUNE,
            help_text=_("The commune that keeps this person's particulars."),
        )
        if person is None:
            self.fields["is_different"] = forms.BooleanField(
                label=_("This is somebody else than the people named above"),
                required=False,
                widget=forms.HiddenInput,
            )

    def clean_birth(self) -> dict[str, Any]:
        """Birth as fields of Person."""
        return read_birth(self.cleaned_data["birth"])

    def clean_phone(self) -> str:
        """Phone in E.164."""
        return read_phone(self.cleaned_data["phone"])

    def fill(self, person: Person) -> Person:
        """Write what was typed into a person (not saved)."""
        asked = self.cleaned_data
        for name in COPIED:
            setattr(person, name, asked[name])
        for name, value in asked["birth"].items():
            setattr(person, name, value)
        person.phone = asked["phone"]
        person.phone_raw = self["phone"].value() or ""
        return person

    def ask_about(self, duplicates: list[Person]) -> None:
        """BR-11: name the people who are probably the same; the box below says that it is somebody else."""
        self.fields["is_different"].widget = forms.CheckboxInput()
        names = "; ".join(described(person) for person in duplicates)
        self.add_error(
            "is_different",
            _("This may be somebody who is known already (BR-11): %(names)s") % {"names": names},
        )


def described(person: Person) -> str:
    """Name, birth and place, to tell namesakes apart."""
    return ", ".join(
        filter(None, (person.full_name, birth_text(person), str(person.residence or person.area)))
    )


def _values(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in COPIED} | {
        "birth": birth_text(person) if person.birth_precision != "UNKNOWN" else "",
        "phone": phone_text(person),
    }


class PositionForm(forms.Form):
    """A post that a person holds."""

    position_type = forms.ChoiceField(label=_("Post"), choices=PositionType.choices)
    title_text = forms.CharField(
        label=_("In words, as on a decision"),
        max_length=200,
        required=False,
        help_text=_("For example: secretary of the Youth Union branch of Minh Thành hamlet."),
    )
    valid_from = DayField(label=_("From"), initial=timezone.localdate)
    is_primary = forms.BooleanField(label=_("Main post"), required=False)

    def __init__(self, user: Any, area: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = AreaChoiceField(
            label=_("Hamlet"),
            user=user,
            level=AreaLevel.HAMLET,
            required=False,
            help_text=_("Needed for a hamlet head."),
        )
        self.fields["organisation"] = organisation_field(user, area, label=_("Organisation"), required=False)
        self.order_fields(["position_type", "area", "organisation", "title_text", "valid_from", "is_primary"])


class AccountForm(forms.Form):
    """Which account is a person's; empty for none."""

    username = forms.CharField(
        label=_("User name of the account"),
        max_length=60,
        required=False,
        help_text=_("Empty: no account. New accounts are made under Accounts."),
    )
