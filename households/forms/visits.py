"""The form of a visit: what is usual is preset, what differs is ticked; nothing is preset about consent (BR-38)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.models import Area
from households.consents import TEXT
from households.enums import (
    NAMELESS_STATES,
    REACHED,
    ConsentMethod,
    ConsentState,
    Outcome,
    VisitMode,
)
from households.forms.members import MembersField
from households.forms.places import HomeField
from households.forms.taught import TaughtField
from households.models import Household, HouseholdBusiness, Visit
from households.presets import most_taught
from households.visit_data import Answer, VisitData
from teams.models import Team
from vietnamese.text import fold

KNOWN, NEW, NAMELESS = "KNOWN", "NEW", "NAMELESS"
INSTEAD = "instead"
"""Button of a likely double: the visit was to this household."""
LATER = "LATER"
"""The household was not asked at this visit."""


@dataclass(frozen=True)
class VisitPlace:
    """Whom the form is about: a household or business that was chosen before, or none yet."""

    team: Team
    hamlets: Sequence[Area]
    household: Household | None = None
    business: HouseholdBusiness | None = None
    former: Household | None = None
    """The household of the visit that is corrected; another one may be chosen."""

    @property
    def home(self) -> Household | None:
        """The household that may be asked for consent."""
        return self.household

    @property
    def is_open(self) -> bool:
        """Whether the household is still to be chosen."""
        return self.household is None and self.business is None

    @property
    def must_be_nameless(self) -> bool:
        """The household has refused: the visit is kept without it."""
        return self.household is not None and self.household.consent_state in NAMELESS_STATES

    @property
    def has_agreed(self) -> bool:
        """It agreed before: it is not asked again, and its phone is changed on its own page."""
        return self.household is not None and self.household.consent_state == ConsentState.GIVEN


class VisitForm(forms.Form):
    """A visit; `place` says whom it is about."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    visited_on = DayField(label=_("Day"))
    outcome = forms.ChoiceField(label=_("How it went"), choices=Outcome.choices, widget=forms.RadioSelect)
    people_reached = forms.IntegerField(label=_("People guided"), min_value=0, max_value=500, initial=1)
    consent = forms.ChoiceField(
        label=_("Does the household agree?"),
        choices=[
            (ConsentState.GIVEN, _("Agrees")),
            (ConsentState.REFUSED, _("Does not agree")),
            (LATER, _("Could not be asked")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    method = forms.ChoiceField(
        label=_("How it answered"), choices=ConsentMethod.choices, initial=ConsentMethod.VERBAL_RECORDED
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        help_text=_("Only with consent."),
    )
    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, help_text=_("Only with consent. No ID numbers.")
    )
    mode = forms.ChoiceField(label=_("Where"), choices=VisitMode.choices, initial=VisitMode.DOOR_TO_DOOR)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, required=False)
    is_different = forms.BooleanField(
        label=_("This is another household than those named above"),
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, place: VisitPlace, *args: Any, **kwargs: Any) -> None:
        self.place = place
        self.doubles: Sequence[Household] = ()
        kwargs["initial"] = {"client_uuid": uuid4(), "visited_on": timezone.localdate()} | (
            kwargs.get("initial") or {}
        )
        super().__init__(*args, **kwargs)
        day = self._day()
        used = most_taught(place.team)
        self.fields["taught"] = TaughtField(day, used, label=_("What was taught"), required=False)
        self.fields["members"] = MembersField(place.team, day, self.data if self.is_bound else None)
        if place.is_open:
            self._add_place()
        self.has_agreed = place.has_agreed or self._keeps_agreed()
        if place.business or place.must_be_nameless or self.has_agreed:
            for name in ("consent", "method", "phone"):
                del self.fields[name]
        if place.must_be_nameless:
            del self.fields["note"]

    def _keeps_agreed(self) -> bool:
        """A corrected visit stays with its household, which agreed before: it is not asked again either."""
        home = self.place.former
        if home is None or home.consent_state != ConsentState.GIVEN:
            return False
        if not self.is_bound:
            return True
        text = self.data.get("household_text") or home.head_name
        is_same = self.data.get("household") == str(home.pk) and fold(text) == fold(home.head_name)
        return is_same and self.data.get("place") == KNOWN

    def _add_place(self) -> None:
        """Known, new or nameless: fields for choosing."""
        homes = Household.objects.living().filter(area__in=self.place.hamlets)  # type: ignore[attr-defined] # our queryset
        self.fields["place"] = forms.ChoiceField(
            label=_("Household"),
            choices=[
                (KNOWN, _("On the register")),
                (NEW, _("New")),
                (NAMELESS, _("Without a name (does not agree)")),
            ],
            initial=KNOWN,
            widget=forms.RadioSelect,
        )
        self.fields["household"] = HomeField(homes, label=_("Head of the household"), required=False)
        self.fields["head_name"] = forms.CharField(
            label=_("Name of the head"), max_length=120, required=False
        )
        self.fields["group"] = forms.CharField(label=_("Self-managed group"), max_length=60, required=False)
        self.fields["hamlet"] = forms.ModelChoiceField(
            Area.objects.filter(pk__in=[area.pk for area in self.place.hamlets]),
            label=_("Hamlet"),
            initial=self.place.hamlets[0] if self.place.hamlets else None,
            empty_label=None,
        )

    def _day(self) -> date:
        """The day that decides who was a member and what was offered: the one typed, else today."""
        try:
            typed = DayField().clean(self.data.get("visited_on")) if self.is_bound else None
        except ValidationError:
            typed = None
        return typed or self.initial.get("visited_on") or timezone.localdate()

    def clean(self) -> dict[str, Any]:
        """The place is complete; DONE and PARTLY ask for consent where it was never asked (BR-38)."""
        asked: dict[str, Any] = super().clean() or {}
        if self.place.is_open:
            self._check_place(asked)
        home = self.home
        is_unasked = self.chosen == NEW or (home is not None and home.consent_state == ConsentState.UNASKED)
        if (
            "consent" in self.fields
            and is_unasked
            and not asked.get("consent")
            and asked.get("outcome") in REACHED
        ):
            text = _("Ask the household and tick its answer; nothing is assumed (BR-38).")
            self.add_error("consent", ValidationError(text, code="BR-38"))
        if asked.get("phone") and asked.get("consent") != ConsentState.GIVEN:
            text = _("The phone is kept only with consent: tick “Agrees”, or leave it empty (BR-38).")
            self.add_error("phone", ValidationError(text, code="BR-38"))
        return asked

    def _check_place(self, asked: dict[str, Any]) -> None:
        if self.chosen == KNOWN and not asked.get("household") and "household" not in self.errors:
            self.add_error("household", _("Choose the household: type a few letters of the head's name."))
        if self.chosen == NEW and not asked.get("head_name"):
            self.add_error("head_name", _("Enter the name of the head of the household."))

    @property
    def chosen(self) -> str:
        """How the household is named."""
        if self.place.must_be_nameless:
            return NAMELESS
        return str(self.cleaned_data.get("place", KNOWN)) if self.place.is_open else KNOWN

    @property
    def home(self) -> Household | None:
        """The household that was chosen."""
        if self.place.is_open:
            found: Household | None = self.cleaned_data.get("household") if self.chosen == KNOWN else None
            return found
        return self.place.household

    @property
    def hamlet(self) -> Area:
        """The hamlet of the visit."""
        if self.place.is_open and self.home is None:
            chosen: Area = self.cleaned_data["hamlet"]
            return chosen
        row: Any = self.home or self.place.business
        area: Area = row.area
        return area

    def data_for(self) -> VisitData:
        """What was typed, for the service."""
        asked = self.cleaned_data
        home, business = self.home, self.place.business
        is_nameless = self.chosen == NAMELESS
        return VisitData(
            client_uuid=UUID(str(asked["client_uuid"])),
            team_id=self.place.team.pk,
            visited_on=asked["visited_on"],
            outcome=asked["outcome"],
            member_ids=tuple(person.pk for person in asked["members"]),
            household_id=home.pk if home and not is_nameless else None,
            business_id=business.pk if business else None,
            area_id=None if (home and not is_nameless) or business else self.hamlet.pk,
            topics=tuple(asked["taught"]),
            people_reached=self._people(),
            mode=asked["mode"],
            minutes=asked["minutes"],
            note=asked.get("note", ""),
            answer=None if is_nameless else self._answer(home),
        )

    def _people(self) -> int:
        """Where nobody was met and nothing was taught, the preset number says nothing: nobody was guided."""
        is_reached = self.cleaned_data["outcome"] in REACHED or bool(self.cleaned_data["taught"])
        return int(self.cleaned_data["people_reached"]) if is_reached else 0

    def _answer(self, home: Household | None) -> Answer | None:
        """An answer, where the household was asked now; one that agreed before is not asked again."""
        asked = self.cleaned_data
        given = asked.get("consent")
        if given not in (ConsentState.GIVEN, ConsentState.REFUSED):
            return None
        if home is not None and home.consent_state == given and not asked["phone"]:
            return None
        return Answer(given, asked["method"], asked["phone"])

    @property
    def text(self) -> str:
        """What is read to the household before it answers."""
        return str(TEXT)

    def ask_about(self, doubles: Sequence[Household]) -> None:
        """Name the households that may be the same; the box below says that it is another (E4)."""
        self.fields["is_different"].widget = forms.CheckboxInput()
        self.doubles = doubles
        names = "; ".join(
            ", ".join(filter(None, (home.head_name, home.self_managed_group, home.house_no_text)))
            for home in doubles
        )
        self.add_error(
            "is_different", _("The hamlet has this household already: %(names)s") % {"names": names}
        )

    def main_fields(self) -> Iterator[BoundField]:
        """Fields that stand one below the other, after those that the page places itself."""
        for name in ("mode", "minutes", "note"):
            if name in self.fields:
                yield self[name]


def for_known_home(sent: QueryDict | None) -> QueryDict | None:
    """What was sent, for a household on the register instead of a new one where its button was pressed."""
    if sent is None or not sent.get(INSTEAD):
        return sent
    changed = sent.copy()
    changed["place"], changed["household"], changed["household_text"] = KNOWN, sent[INSTEAD], ""
    return changed


def initial_of(visit: Visit) -> dict[str, Any]:
    """A visit on record as the form shows it, for correcting it."""
    return {
        "visited_on": visit.visited_on,
        "outcome": visit.outcome,
        "people_reached": visit.people_reached,
        "mode": visit.mode,
        "minutes": visit.minutes,
        "note": visit.note,
        "members": list(visit.visit_members.values_list("person", flat=True)),
        "taught": list(visit.visit_topics.all()),
        "hamlet": visit.area,
        "place": KNOWN if visit.household_id else NAMELESS,
    }


class VisitReasonForm(forms.Form):
    """Why a visit is taken back."""

    reason = forms.CharField(label=_("Why"), max_length=100)
