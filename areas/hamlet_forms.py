"""Forms for the hamlets of a commune."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.counts import MOST_PEOPLE
from areas.days import DayField
from areas.enums import AreaKind
from areas.hamlets import SAME_LETTERS, offered_kinds
from areas.models import Area

LONGEST_TEXT = 30_000


def kind_choices(commune: Area) -> list[tuple[str, str]]:
    """Kinds for a select, the fitting ones first (BR-33)."""
    return [(str(kind), str(AreaKind(kind).label)) for kind in offered_kinds(commune)]


class HamletFactsForm(forms.Form):
    """Kind and name of a hamlet; the tick “Both exist” appears when it is needed (BR-31)."""

    kind = forms.ChoiceField(label=_("Kind"))
    name = forms.CharField(
        label=_("Name"),
        max_length=1000,
        help_text=_("Without the word for its kind: “Minh Thuận B”, “3”."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    same_name_accepted = forms.BooleanField(label=_("Both exist"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, commune: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kind_choices(commune)  # type: ignore[attr-defined] # a choice field
        if self.is_bound and self["same_name_accepted"].data not in (None, "", False):
            self.show_tick()

    def show_tick(self) -> None:
        """Show the tick box with which an official says that both hamlets exist."""
        self.fields["same_name_accepted"].widget = forms.CheckboxInput()

    def add_error(self, field: str | None, error: Any) -> None:
        """Errors as usual; one about accents brings the tick box."""
        super().add_error(field, error)
        if field and self.has_error(field, SAME_LETTERS):
            self.show_tick()


class HamletForm(HamletFactsForm):
    """A new hamlet."""

    valid_from = DayField(label=_("Exists from"), help_text=_("The day from which the register keeps it."))
    field_order = ("kind", "name", "same_name_accepted", "valid_from")


class HamletEditForm(HamletFactsForm):
    """Another name or kind: recorded wrongly until now, or given on a day."""

    HOW = (
        ("correct", _("It was recorded wrongly: correct it")),
        ("change", _("It was renamed or changed its kind on a day")),
    )
    how = forms.ChoiceField(
        label=_("What happened"), choices=HOW, widget=forms.RadioSelect, initial="correct"
    )
    reason = forms.CharField(label=_("Reason of the correction"), max_length=100, required=False)
    on = DayField(label=_("Changed on"), required=False)
    document_ref = forms.CharField(label=_("By which document"), max_length=200, required=False)
    field_order = ("kind", "name", "same_name_accepted", "how", "reason", "on", "document_ref")

    def clean(self) -> dict[str, Any]:
        """A change needs its day, a correction its reason."""
        cleaned = super().clean() or {}
        if cleaned.get("how") == "change" and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Give the day of the change."))
        if cleaned.get("how") == "correct" and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why, in a few words."))
        return cleaned


class HamletPasteForm(forms.Form):
    """A list of names, one a line."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        help_text=_("For lines that do not name their kind themselves (“Ấp …”, “Khu phố …”)."),
    )
    text = forms.CharField(
        label=_("Names, one a line"),
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("Copy the column from Excel or the list from a message. Numbering is passed over."),
    )
    valid_from = DayField(label=_("Exist from"), initial=timezone.localdate)

    def __init__(self, *args: Any, commune: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kind_choices(commune)  # type: ignore[attr-defined] # a choice field


class LargeForm(forms.Form):
    """The mark “large population” with its reason (BR-04)."""

    large_population = forms.BooleanField(label=_("Large population"), required=False)
    large_reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("For example: 412 households, spread along 6 km of canal."),
    )


class CountsForm(forms.Form):
    """What was counted in a hamlet on a day; unknown figures stay empty."""

    as_of = DayField(label=_("Counted on"), initial=timezone.localdate)
    households = forms.IntegerField(label=_("Households"), required=False, min_value=0, max_value=MOST_PEOPLE)
    population = forms.IntegerField(label=_("People"), required=False, min_value=0, max_value=MOST_PEOPLE)
    households_with_smartphone = forms.IntegerField(
        label=_("Households with a smartphone"), required=False, min_value=0, max_value=MOST_PEOPLE
    )
    fibre_households = forms.IntegerField(
        label=_("Households with fibre"), required=False, min_value=0, max_value=MOST_PEOPLE
    )
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
    is_estimate = forms.BooleanField(label=_("An estimate"), required=False)
