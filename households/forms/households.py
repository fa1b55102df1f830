"""Forms of households: entering, correcting, moving, consent, pasting rows, merging doubles."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.enums import AreaLevel
from areas.forms import AreaChoiceField
from households.enums import ConsentMethod, ConsentState
from households.models import Household
from households.register import TYPED
from households.visit_data import Answer
from teams.enums import Tri
from vietnamese.phones import display_phone

ANSWERS = [(ConsentState.GIVEN, _("Agrees")), (ConsentState.REFUSED, _("Does not agree"))]


def phone_field(**kwargs: Any) -> forms.CharField:
    """A phone number as people write it."""
    look = {"inputmode": "tel", "autocomplete": "off"}
    return forms.CharField(
        label=_("Phone"), max_length=60, required=False, widget=forms.TextInput(attrs=look), **kwargs
    )


class HouseholdForm(forms.Form):
    """What is kept of a household: no ID number, no ethnic group, no poverty status, no photo of papers."""

    head_name = forms.CharField(label=_("Head of the household"), max_length=120)
    self_managed_group = forms.CharField(
        label=_("Self-managed group"),
        max_length=60,
        required=False,
        help_text=_("For example: Tổ NDTQ số 5."),
    )
    house_no_text = forms.CharField(label=_("Short address"), max_length=120, required=False)
    people_count = forms.IntegerField(label=_("Number of people"), min_value=1, max_value=100, required=False)
    has_smartphone = forms.ChoiceField(label=_("Has a smartphone"), choices=Tri.choices, initial=Tri.UNKNOWN)
    has_fibre = forms.ChoiceField(label=_("Has fibre internet"), choices=Tri.choices, initial=Tri.UNKNOWN)
    external_ref = forms.CharField(label=_("Number on the commune's list"), max_length=40, required=False)

    def __init__(self, *args: Any, household: Household | None = None, **kwargs: Any) -> None:
        if household is not None:
            values = {name: getattr(household, name) for name in TYPED}
            kwargs["initial"] = values | {"phone": display_phone(household.phone)}
        super().__init__(*args, **kwargs)
        if household is not None and household.consent_state == ConsentState.GIVEN:
            self.fields["phone"] = phone_field(help_text=_("The household agrees that it is kept."))
        if household is None:
            self._add_consent()

    def _add_consent(self) -> None:
        """A new household may be asked at once; nothing is preset."""
        self.fields["consent"] = forms.ChoiceField(
            label=_("Does the household agree?"), choices=ANSWERS, widget=forms.RadioSelect, required=False
        )
        self.fields["phone"] = phone_field(help_text=_("Only with consent."))
        self.fields["is_different"] = forms.BooleanField(
            label=_("This is another household than those named above"),
            required=False,
            widget=forms.HiddenInput,
        )

    def clean(self) -> dict[str, Any]:
        """A phone comes with consent only (BR-38)."""
        asked: dict[str, Any] = super().clean() or {}
        if "consent" in self.fields and asked.get("phone") and asked.get("consent") != ConsentState.GIVEN:
            self.add_error(
                "phone", _("The phone is kept only with consent: tick “Agrees”, or leave it empty (BR-38).")
            )
        return asked

    @property
    def answer(self) -> Answer | None:
        """What the household answered, if it was asked."""
        given = self.cleaned_data.get("consent")
        return Answer(given, phone=self.cleaned_data["phone"]) if given else None

    def ask_about(self, doubles: Sequence[Household]) -> None:
        """Name the households that may be the same; the box below says that it is another (E4)."""
        self.fields["is_different"].widget = forms.CheckboxInput()
        names = "; ".join(
            ", ".join(filter(None, (home.head_name, home.self_managed_group, home.house_no_text)))
            for home in doubles
        )
        text = _("The hamlet has this household already: %(names)s")
        self.add_error("is_different", text % {"names": names})


class MoveForm(forms.Form):
    """Where a household lives from today."""

    businesses_too = forms.BooleanField(label=_("Its businesses move with it"), required=False)

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = AreaChoiceField(
            label=_("New hamlet"), user=user, capability="household.manage", level=AreaLevel.HAMLET
        )
        self.order_fields(["area", "businesses_too"])


class ConsentForm(forms.Form):
    """The household's answer is never preset; how it usually answers is, as at a visit."""

    consent = forms.ChoiceField(
        label=_("Does the household agree?"), choices=ANSWERS, widget=forms.RadioSelect
    )
    method = forms.ChoiceField(
        label=_("How it answered"), choices=ConsentMethod.choices, initial=ConsentMethod.VERBAL_RECORDED
    )
    given_on = DayField(label=_("Day"), initial=timezone.localdate)
    phone = phone_field(help_text=_("Only with consent."))

    @property
    def answer(self) -> Answer:
        """The answer for the service."""
        asked = self.cleaned_data
        return Answer(asked["consent"], asked["method"], asked["phone"])


class PasteForm(forms.Form):
    """Rows of a list, and on what legal ground the list holds phones."""

    text = forms.CharField(
        label=_("Rows of the list"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_(
            "One household a row: head, self-managed group, phone, people. Copy the columns from Excel."
        ),
    )
    ground = forms.CharField(
        label=_("Legal ground of the list"),
        max_length=200,
        required=False,
        help_text=_(
            "Which list it is, and by what law or decision it holds phones. Without it phones are dropped."
        ),
    )


class MergeForm(forms.Form):
    """For each field which of the two is kept."""

    def __init__(
        self, kept: Household, dropped: Household, fields: Sequence[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in fields:
            field = Household._meta.get_field(name)
            of_kept, of_dropped = getattr(kept, name), getattr(dropped, name)
            takes_other = of_kept in ("", None, Tri.UNKNOWN) and of_dropped not in ("", None, Tri.UNKNOWN)
            self.fields[name] = forms.ChoiceField(
                label=str(field.verbose_name).capitalize(),  # type: ignore[union-attr] # plain fields
                choices=[("kept", _shown(kept, name)), ("dropped", _shown(dropped, name))],
                initial="dropped" if takes_other else "kept",
                widget=forms.RadioSelect,
            )


def _shown(home: Household, name: str) -> str:
    """A field of a household in words."""
    read = getattr(home, f"get_{name}_display", None)
    value = read() if read else getattr(home, name)
    return display_phone(value) if name == "phone" and value else str(value or "—")
