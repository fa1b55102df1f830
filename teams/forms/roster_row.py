"""One line of the roster builder: a person, the duty, and as what he or she sits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from teams.enums import Gender, MemberCategory, PositionType, TeamRole
from teams.forms.particulars import read_birth, read_phone
from teams.models import LineUpEntry, Person
from vietnamese.text import fold

HIDDEN = forms.HiddenInput


def _text(label: Any, length: int, **attrs: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", **attrs}),
    )


class RosterRow(forms.Form):
    """What is typed of one person. An empty line is left out; a chosen person has an id, a new one has not."""

    person = forms.CharField(required=False, max_length=20, widget=HIDDEN)
    person_text = _text(_("Full name"), 120)
    birth = _text(_("Born"), 20, inputmode="numeric", placeholder="1987")
    phone = _text(_("Phone"), 60, inputmode="tel")
    gender = forms.ChoiceField(label=_("Sex"), choices=Gender.choices, initial=Gender.UNKNOWN, required=False)
    role = forms.ChoiceField(
        label=_("Duty"), choices=TeamRole.choices, initial=TeamRole.MEMBER, required=False
    )
    category = forms.ChoiceField(
        label=_("Sits as"), choices=[("", _("by the post")), *MemberCategory.choices], required=False
    )
    post = forms.ChoiceField(
        label=_("Post"), choices=[("", _("not named")), *PositionType.choices], required=False
    )
    post_from = DayField(label=_("In this post since"), required=False)
    organisation = forms.CharField(required=False, max_length=20, widget=HIDDEN)
    organisation_text = _text(_("Organisation"), 200)
    title_text = _text(_("Post as on the decision"), 200)
    is_supplementary = forms.BooleanField(label=_("Supplementary seat"), required=False)
    use = forms.CharField(required=False, max_length=20, widget=HIDDEN)

    def __init__(self, key: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"p{key}", auto_id="id_%s", **kwargs)
        self.key = key
        self.known: Any = None
        self.is_renamed = False
        self.duplicates: list[Any] = []

    def clean_birth(self) -> dict[str, Any]:
        """Birth as fields of Person."""
        return read_birth(self.cleaned_data["birth"])

    def clean_phone(self) -> str:
        """Phone in E.164."""
        return read_phone(self.cleaned_data["phone"])

    def typed(self, name: str) -> str:
        """What stands in a field now, typed or as it was loaded."""
        return str(self[name].value() or "").strip()

    def put(self, name: str, value: str) -> None:
        """Put a value into a field, however the line came here."""
        if self.is_bound:
            self.data = self.data.copy()
            self.data[self.add_prefix(name)] = value
        else:
            self.initial[name] = value
            self[name].initial = value  # the field remembers the first value that it was asked for

    def prefill(self, name: str, value: str) -> None:
        """Put a value into a field that is empty."""
        if value and not self.typed(name):
            self.put(name, value)

    @property
    def values(self) -> dict[str, Any]:
        """What could be read of the line; what could not is left out."""
        return self.cleaned_data if self.errors or self.is_bound else self.initial

    @property
    def is_blank(self) -> bool:
        """Whether nobody is named."""
        return not self.typed("person_text") and not self.typed("person")

    @property
    def chosen_id(self) -> int | None:
        """Id of the known person: chosen from the suggestions, or confirmed as the same one."""
        for name in ("use", "person"):
            text = self.typed(name)
            if text.isascii() and text.isdigit() and len(text) < 18:
                return int(text)
        return None

    def names_other_than(self, person: Person) -> bool:
        """Whether another name was typed over a chosen person (possible only without script): then it is a new one."""
        typed = self.typed("person_text")
        return bool(typed) and not self.typed("use") and fold(typed) != person.search_key

    @property
    def organisation_id(self) -> int | None:
        """Id of the chosen organisation."""
        text = self.typed("organisation")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None

    @property
    def is_said_to_be_new(self) -> bool:
        """Whether the user said that this is somebody else than the likely duplicates."""
        return self.typed("use") == "new"


def values_of_entry(entry: LineUpEntry) -> dict[str, Any]:
    """A stored entry as the line shows it."""
    return {
        "person": entry.person_id,
        "person_text": entry.person.full_name,
        "role": entry.role,
        "category": entry.category,
        "organisation": entry.organisation_id or "",
        "organisation_text": str(entry.organisation) if entry.organisation else "",
        "title_text": entry.title_text,
        "is_supplementary": entry.seat > 10,
    }
