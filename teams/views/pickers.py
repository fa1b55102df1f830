"""Answers of the type-aheads: known people and organisations, inside the user's scope."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from common.access import requires
from teams.forms.particulars import birth_text
from teams.models import Organisation, Person, PersonPosition
from teams.people import search_people
from teams.views.page_parts import searched

MOST = 20


@requires("person.view")
def person_picker(request: HttpRequest) -> JsonResponse:
    """At most twenty people, with birth, hamlet and post to tell namesakes apart."""
    people = search_people(request.user, request.GET.get("q", ""), MOST)  # type: ignore[arg-type] # logged in
    posts = _posts(people)
    return JsonResponse(
        {
            "results": [
                {"id": one.pk, "text": one.full_name, "detail": _detail(one, posts[one.pk])} for one in people
            ]
        }
    )


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
