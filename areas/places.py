"""What a page says of a unit on a day: its facts, what lies below it, the way down to it."""

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from areas.enums import AreaLevel
from areas.models import Area, AreaStat, AreaVersion
from areas.paths import holds, ids_of, in_ranges, subtree
from areas.querysets import ScopedUser
from vietnamese.text import fold

CHILD_SORTS = {"name": ["area__sort_key"], "code": ["code"], "below": ["below"], "households": ["households"]}
LONGEST_SEARCH = 200


def version_on(area: Area, on: date) -> AreaVersion | None:
    """The facts of the unit on the day; None when it did not exist."""
    return AreaVersion.objects.filter(area=area).valid_on(on).select_related("parent").first()  # type: ignore[attr-defined] # our queryset


def path_to(user: ScopedUser, area: Area, *tail: tuple[str, str]) -> list[tuple[str, str]]:
    """The units from the province down, linked where the user may open them, then `tail`.

    Names of units are public; only the pages are not.
    """
    ids, ranges = ids_of(area.path), user.area_ranges("area.view")
    units = {unit.pk: unit for unit in Area.objects.filter(pk__in=ids)}
    path = [(unit.full_name, link_to(unit, ranges)) for unit in (units[pk] for pk in ids if pk in units)]
    if not tail:
        path[-1] = (path[-1][0], "")
    return [*path, *tail]


def link_to(area: Area, ranges: list[tuple[str, str]]) -> str:
    """The page of the unit, where the user may open it."""
    return reverse("areas:area_detail", args=[area.pk]) if holds(ranges, area.path) else ""


def roots_of(user: ScopedUser) -> Any:
    """The units at the top of the user's scope."""
    tops = {start for start, _end in user.area_ranges("area.view")}
    inner = {path for path in tops if any(path != top and path.startswith(top) for top in tops)}
    return Area.objects.filter(path__in=tops - inner)


def children_of(version: AreaVersion, on: date, searched: str = "") -> Any:
    """Versions of the units directly below on that day; with a search, of all below.

    Annotated: `below` (units directly below each), and of hamlets `households`, `population` as last
    counted up to that day (None: not known).
    """
    rows = AreaVersion.objects.valid_on(on).select_related("area", "parent")  # type: ignore[attr-defined] # our queryset
    key = fold(searched[:LONGEST_SEARCH])
    if key:
        inside = in_ranges("path", [subtree(version.path)])
        rows = rows.filter(inside, search_key__contains=key).exclude(area=version.area_id)
    else:
        rows = rows.filter(parent=version.area_id)
    in_force = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    below = AreaVersion.objects.filter(in_force, valid_from__lte=on, parent=OuterRef("area_id"))
    counted = AreaStat.objects.filter(area=OuterRef("area_id"), as_of__lte=on).order_by("-as_of")
    return rows.annotate(
        below=Coalesce(Subquery(below.order_by().values("parent").annotate(n=Count("pk")).values("n")), 0),
        households=Subquery(counted.values("households")[:1]),
        population=Subquery(counted.values("population")[:1]),
    )


def counts_below(version: AreaVersion, on: date) -> list[tuple[str, int]]:
    """How many units of each level lie below on that day."""
    inside = in_ranges("path", [subtree(version.path)])
    rows = AreaVersion.objects.valid_on(on).filter(inside).exclude(area=version.area_id)  # type: ignore[attr-defined] # our queryset
    found = dict(rows.order_by().values_list("level").annotate(n=Count("pk")))
    return [(str(level.label), found[level]) for level in AreaLevel if level in found]
