"""Answers of the type-ahead for households, inside the user's scope."""

from typing import Any

from django.http import HttpRequest, JsonResponse

from common.access import requires
from households.models import Household
from households.search import with_words

MOST = 20


@requires("household.view")
def household_picker(request: HttpRequest) -> JsonResponse:
    """At most twenty households, with group and hamlet to tell namesakes apart."""
    words = request.GET.get("q", "").strip()
    rows: Any = Household.objects.visible_to(request.user).living().filter(anonymised_at=None)  # type: ignore[attr-defined] # our queryset
    asked = request.GET.get("area", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 18:
        rows = rows.filter(area=int(asked))
    found = (
        with_words(rows, words).select_related("area").order_by("search_key", "pk")[:MOST] if words else []
    )
    return JsonResponse(
        {"results": [{"id": home.pk, "text": home.head_name, "detail": _detail(home)} for home in found]}
    )


def _detail(home: Household) -> str:
    parts = (home.self_managed_group, home.house_no_text, home.area.full_name)
    return " · ".join(filter(None, parts))
