"""The search box of the top bar: areas, teams, people, decisions, organisations inside the user's scope."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.picking import choices, find, label_of, names_above
from teams.decision_register import searched_decisions
from teams.models import Decision, Organisation, Team
from teams.people import search_people
from teams.views.page_parts import searched

FEW, MANY = 5, 50


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    title: str
    where: str
    url: str


@dataclass(frozen=True)
class Hits:
    """What was found of one kind, and where the rest stands."""

    key: str
    title: Any
    found: list[Hit]
    more_url: str = ""


def _areas(user: Any, text: str, limit: int) -> list[Hit]:
    units = find(choices(user), text, limit)
    above = names_above(units)
    return [
        Hit(unit.full_name, ", ".join(above[unit.pk]), reverse("areas:area_detail", args=[unit.pk]))
        for unit in units
    ]


def _teams(user: Any, text: str, limit: int) -> list[Hit]:
    rows = searched(Team.objects.visible_to(user), text).select_related("area__parent")  # type: ignore[attr-defined] # our queryset
    found = rows.order_by("search_key", "pk")[:limit]
    return [
        Hit(team.name, f"{label_of(team.area)} · {team.get_status_display()}", team.get_absolute_url())
        for team in found
    ]


def _people(user: Any, text: str, limit: int) -> list[Hit]:
    found = search_people(user, text, limit)
    return [
        Hit(
            person.full_name,
            _where(person.birth_year, person.residence or person.area),
            person.get_absolute_url(),
        )
        for person in found
    ]


def _where(year: int | None, area: Any) -> str:
    born = _("born %(year)s") % {"year": year} if year else ""
    return " · ".join(filter(None, (born, area.full_name)))


def _decisions(user: Any, text: str, limit: int) -> list[Hit]:
    rows = Decision.objects.visible_to(user)  # type: ignore[attr-defined] # our queryset
    found = searched_decisions(rows, text).order_by("-issued_on", "-pk")[:limit]
    return [Hit(decision.title, decision.subject, decision.get_absolute_url()) for decision in found]


def _organisations(user: Any, text: str, limit: int) -> list[Hit]:
    rows = searched(Organisation.objects.visible_to(user), text).select_related("area")  # type: ignore[attr-defined] # our queryset
    found = rows.order_by("name", "pk")[:limit]
    return [Hit(one.name, one.area.full_name, one.get_absolute_url()) for one in found]


Finder = Callable[[Any, str, int], list[Hit]]
KINDS: tuple[tuple[str, Any, str, str, Finder], ...] = (
    ("areas", gettext_lazy("Areas"), "area.view", "", _areas),
    ("teams", gettext_lazy("Teams"), "team.view", "teams:team_list", _teams),
    ("people", gettext_lazy("Persons"), "person.view", "teams:person_list", _people),
    ("decisions", gettext_lazy("Decisions"), "decision.view", "teams:decision_list", _decisions),
    (
        "organisations",
        gettext_lazy("Organisations"),
        "organisation.view",
        "teams:organisation_list",
        _organisations,
    ),
)
"""Key, title, capability, the page with the whole list (empty: this page), and how to find."""


def search(user: Any, text: str, whole: str = "") -> Iterable[Hits]:
    """Up to five of each kind, of the kind `whole` up to fifty; nothing outside the user's scope."""
    for key, title, capability, page, finder in KINDS:
        if not user.can(capability):
            continue
        most = MANY if whole == key else FEW
        found = finder(user, text, most + 1)
        more = ""
        if len(found) > most:
            settings = {"q": text} if page else {"q": text, "all": key}
            more = f"{reverse(page or 'search')}?{urlencode(settings)}"
        yield Hits(key, title, found[:most], more if whole != key else "")
