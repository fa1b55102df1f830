"""The form of a session, with the list of the hamlet's households to tick (F10)."""

from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.days import DayField
from areas.models import Area
from households.enums import NAMELESS_STATES, SessionKind
from households.forms.places import home_label
from households.models import Household, Session, Topic
from households.sessions import MOST_HOMES, SessionData, members_on
from teams.models import Person, Team
from teams.querysets import in_force

COPIED = ("kind", "title", "place", "trainers", "attendees_total", "attendees_female", "is_planned", "note")
MOST_LISTED = 1000
"""Households of a hamlet that the list shows for ticking; hamlets are smaller."""


class SessionForm(forms.Form):
    """A gathering that was held."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind"), choices=SessionKind.choices)
    title = forms.CharField(label=_("Title"), max_length=200)
    on = DayField(label=_("Day"), initial=timezone.localdate)
    starts = forms.TimeField(
        label=_("Begins at"), widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    ends = forms.TimeField(
        label=_("Ends at"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    place = forms.CharField(label=_("Where it took place"), max_length=200, required=False)
    trainers = forms.CharField(label=_("Trainers"), max_length=200, required=False)
    attendees_total = forms.IntegerField(label=_("People present"), min_value=0, max_value=100_000)
    attendees_female = forms.IntegerField(
        label=_("Of them women"), min_value=0, max_value=100_000, required=False
    )
    is_planned = forms.BooleanField(label=_("Held under a plan"), required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(
        self,
        team: Team,
        teams: list[Team],
        hamlets: list[Area],
        *args: Any,
        session: Session | None = None,
        **kwargs: Any,
    ) -> None:
        self.team = team
        values = _values(session) if session else {"client_uuid": uuid4()}
        kwargs["initial"] = values | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        on = self._day()
        self._add_choices(team, teams, hamlets, on)

    def _day(self) -> date:
        """The day that decides who was a member: the one typed, else the session's, else today."""
        try:
            typed = DayField().clean(self.data.get("on")) if self.is_bound else None
        except ValidationError:
            typed = None
        return typed or self.initial.get("on") or timezone.localdate()

    def _add_choices(self, team: Team, teams: list[Team], hamlets: list[Area], on: date) -> None:
        self.fields["teams"] = _ticks(Team, [one.pk for one in teams], _("Teams"), initial=[team.pk])
        self.fields["area"] = forms.ModelChoiceField(
            Area.objects.filter(pk__in=[area.pk for area in hamlets]),
            label=_("Hamlet"),
            initial=hamlets[0] if hamlets else None,
            empty_label=None,
        )
        topics = Topic.objects.filter(in_force(on) | in_force(timezone.localdate())).values_list(
            "pk", flat=True
        )
        self.fields["topics"] = _ticks(Topic, list(topics), _("Topics"), required=False)
        people = [person.pk for person in members_on(teams, on) or members_on(teams, timezone.localdate())]
        self.fields["members"] = _ticks(Person, people, _("Members present"), required=False)
        homes: Any = Household.objects.living().filter(area__in=hamlets)  # type: ignore[attr-defined] # our queryset
        named = list(homes.exclude(consent_state__in=NAMELESS_STATES)[:MOST_LISTED])
        self.fields["homes"] = forms.TypedMultipleChoiceField(
            label=_("Households that came"),
            choices=[(home.pk, home_label(home)) for home in named],
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Each household ticked gets a visit with the topics above. At most %(most)s at once.")
            % {"most": MOST_HOMES},
        )

    def clean(self) -> dict[str, Any]:
        """Households that came need somebody of the team who was there (BR-34)."""
        asked: dict[str, Any] = super().clean() or {}
        if asked.get("homes") and not asked.get("members"):
            self.add_error("members", _("Tick who went: at least one member of the team (BR-34)."))
        return asked

    def data_for(self) -> SessionData:
        """What was typed, for the service."""
        asked = self.cleaned_data
        first = sorted(asked["teams"], key=lambda team: team.pk != self.team.pk)
        return SessionData(
            client_uuid=asked["client_uuid"],
            teams=first,
            area=asked["area"],
            starts_at=_moment(asked["on"], asked["starts"]),
            ends_at=_moment(asked["on"], asked["ends"]) if asked["ends"] else None,
            topics=list(asked["topics"]),
            members=list(asked["members"]),
            homes=asked["homes"],
            **{name: asked[name] for name in COPIED},
        )


def _ticks(model: Any, ids: list[int], label: Any, **kwargs: Any) -> forms.ModelMultipleChoiceField:  # type: ignore[type-arg] # not subscriptable when it runs
    rows = model.objects.filter(pk__in=ids)
    return forms.ModelMultipleChoiceField(rows, label=label, widget=forms.CheckboxSelectMultiple, **kwargs)


def _moment(on: Any, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(on, at))


def _values(session: Session) -> dict[str, Any]:
    start = timezone.localtime(session.starts_at)
    return {name: getattr(session, name) for name in COPIED} | {
        "client_uuid": session.client_uuid,
        "on": start.date(),
        "starts": start.time(),
        "ends": timezone.localtime(session.ends_at).time() if session.ends_at else None,
        "area": session.area_id,
        "teams": list(session.teams.values_list("pk", flat=True)),
        "topics": list(session.topics.values_list("pk", flat=True)),
        "members": list(session.members.values_list("pk", flat=True)),
    }


class SheetForm(forms.Form):
    """A signed attendance sheet."""

    file = forms.FileField(label=_("Signed sheet (PDF or JPG, at most 10 MB)"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
