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
        for alike in _groups(rows.exclude(phone="") if field == "phone" else rows, field):
            for first, second in pairwise(alike):
                if field == "phone" or _fits(first, second):
                    found[(first.pk, second.pk)] = (first, second)
    return sorted(found.values(), key=lambda pair: (pair[0].area.sort_key, pair[0].search_key))[:MOST]


def _groups(rows: Any, field: str) -> list[list[Household]]:
    """Households of one hamlet with the same value, in two look-ups."""
    twice = rows.order_by().values_list("area_id", field).annotate(n=Count("pk")).filter(n__gt=1)[:MOST]
    groups: dict[tuple[int, str], list[Household]] = {(area, value): [] for area, value, _n in twice}
    if not groups:
        return []
    asked = {
        "area__in": {area for area, _value in groups},
        f"{field}__in": {value for _area, value in groups},
    }
    for home in rows.filter(**asked).select_related("area").order_by("pk"):
        alike = groups.get((home.area_id, getattr(home, field)))
        if alike is not None:
            alike.append(home)
    return list(groups.values())


def _fits(first: Household, second: Household) -> bool:
    """Namesakes in different groups are different households."""
    groups = [fold(home.self_managed_group) for home in (first, second)]
    return groups[0] == groups[1] or not all(groups)
