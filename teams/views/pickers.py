"""Answers of the type-aheads: known people and organisations, inside the user's scope."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from common.access import requires
from teams.forms.particulars import birth_text
from teams.models import Membership, Organisation, Person, PersonPosition, Team, TeamArea
from teams.people import search_people
from teams.views.page_parts import searched

MOST, WIDE = 20, 100
"""How many are offered, and among how many the nearest are looked for."""


@requires("person.view")
def person_picker(request: HttpRequest) -> JsonResponse:
    """At most twenty people, with birth, hamlet and post to tell namesakes apart."""
    people = search_people(request.user, request.GET.get("q", ""), WIDE)  # type: ignore[arg-type] # logged in
    people = _nearest_first(request, people)[:MOST]
    posts = _posts(people)
    return JsonResponse(
        {
            "results": [
                {"id": one.pk, "text": one.full_name, "detail": _detail(one, posts[one.pk])} for one in people
            ]
        }
    )


def _nearest_first(request: HttpRequest, people: list[Person]) -> list[Person]:
    """Where a team is named: its people, then those of its hamlets, then the others of the commune."""
    asked = request.GET.get("team", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 18):
        return people
    teams = Team.objects.visible_to(request.user).filter(pk=int(asked))  # type: ignore[attr-defined] # our queryset
    today = timezone.localdate()
    members = set(
        Membership.objects.on_date(today).filter(team__in=teams).values_list("person_id", flat=True)
    )  # type: ignore[attr-defined] # our queryset
    hamlets = set(TeamArea.objects.on_date(today).filter(team__in=teams).values_list("area_id", flat=True))  # type: ignore[attr-defined] # our queryset
    return sorted(people, key=lambda one: (one.pk not in members, one.residence_id not in hamlets))


def _posts(people: Iterable[Person]) -> dict[int, list[str]]:
    """Posts held today, by person."""
    found: dict[int, list[str]] = defaultdict(list)
    held = PersonPosition.objects.on_date(timezone.localdate()).filter(person__in=list(people))  # type: ignore[attr-defined] # our queryset
    for post in held.order_by("-is_primary", "pk"):
        found[post.person_id].append(str(post))
    return found


def _detail(person: Person, posts: list[str]) -> str:
    """Birth, hamlet or register, posts."""
    return " · ".join(filter(None, (birth_text(person), str(person.residence or person.area), *posts[:2])))


@requires("person.view")
def organisation_picker(request: HttpRequest) -> JsonResponse:
    """At most twenty organisations that work in the user's area, those of the province included."""
    words = request.GET.get("q", "").strip()
    rows = searched(usable_by(request.user), words).select_related("area")[:MOST] if words else []
    return JsonResponse(
        {
            "results": [
                {"id": one.pk, "text": str(one), "detail": f"{one.get_type_display()} · {one.area}"}
                for one in rows
            ]
        }
    )


def usable_by(user: Any) -> Any:
    """Organisations that work in any area of the user's scopes."""
    found = Organisation.objects.none()
    for scope in user.current_scopes:
        found = found | Organisation.objects.usable_in(scope.area)  # type: ignore[attr-defined] # our queryset
    return found.order_by("name", "pk")
