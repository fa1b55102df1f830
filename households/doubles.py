"""Entries that may be one household: found in one pass over a commune's register, never merged by themselves."""

from itertools import pairwise
from typing import Any

from django.db.models import Count

from areas.models import Area
from households.models import Household
from vietnamese.text import fold

MOST = 100
Pair = tuple[Household, Household]


def possible_doubles(user: Any, area: Area | None) -> list[Pair]:
    """Pairs in one hamlet with the same name (in the same group, as far as known) or the same phone; at most 100."""
    rows: Any = Household.objects.visible_to(user, "household.manage").living()  # type: ignore[attr-defined] # our queryset
    rows = rows.filter(anonymised_at=None)
    rows = rows.inside(area) if area else rows
    found: dict[tuple[int, int], Pair] = {}
    for field in ("search_key", "phone"):
        named = rows.exclude(phone="") if field == "phone" else rows
        twice = named.order_by().values("area_id", field).annotate(n=Count("pk")).filter(n__gt=1)[:MOST]
        for group in list(twice):
            alike = named.filter(area=group["area_id"], **{field: group[field]}).select_related("area")
            for first, second in pairwise(alike.order_by("pk")[:10]):
                if field == "phone" or _fits(first, second):
                    found[(first.pk, second.pk)] = (first, second)
    return sorted(found.values(), key=lambda pair: (pair[0].area.sort_key, pair[0].search_key))[:MOST]


def _fits(first: Household, second: Household) -> bool:
    """Namesakes in different groups are different households."""
    groups = [fold(home.self_managed_group) for home in (first, second)]
    return groups[0] == groups[1] or not all(groups)
