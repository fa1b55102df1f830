"""The hamlets of many communes as squares, with the state of their teams on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from areas.enums import AreaKind, AreaLevel
from areas.models import Area
from areas.paths import in_ranges, subtree
from reports.coverage import path_on, versions_on
from teams.enums import DecisionAction, ItemStatus, TeamLevel, TeamStatus
from teams.models import ItemArea, TeamArea
from teams.querysets import in_force

FIRST_SEEN = (TeamStatus.ACTIVE, TeamStatus.NEEDS_RECONSTITUTION, TeamStatus.DRAFT, TeamStatus.SUSPENDED)
"""Of several teams in one hamlet the square shows the first of these (BR-26)."""


@dataclass(frozen=True, slots=True)
class HamletSquare:
    """A hamlet on a day: its name, where it lies, and the state of its team (empty: none)."""

    area_id: int
    name: str
    path: str
    state: str = ""
    url: str = ""


def squares_in(area: Area, on: date) -> list[HamletSquare]:
    """The hamlets inside a unit on a day in the order of their names; three queries."""
    return squares_below([path_on(area, on)], on)


def squares_below(paths: Sequence[str], on: date) -> list[HamletSquare]:
    """The hamlets below some paths of that day in the order of their names."""
    state = states_of(paths, on)
    base = reverse("areas:area_detail", args=[0]).removesuffix("0/")
    inside = in_ranges("path", [subtree(path) for path in paths])
    hamlets = versions_on(on).filter(inside, level=AreaLevel.HAMLET)
    rows = hamlets.order_by("area__sort_key", "area_id").values_list("area_id", "kind", "name", "path")
    labels = {str(kind): str(kind.label) for kind in AreaKind}
    return [
        HamletSquare(pk, f"{labels[kind]} {name}", path, state.get(pk, ""), f"{base}{pk}/")
        for pk, kind, name, path in rows
    ]


def states_of(paths: Sequence[str], on: date) -> dict[int, str]:
    """State of the hamlet teams by hamlet, for the hamlets below some paths of that day."""
    found: dict[int, str] = {}
    links = TeamArea.objects.filter(
        in_force(on),
        in_force(on, "team__periods__valid_from", "team__periods__valid_to"),
        team__level=TeamLevel.HAMLET,
    )
    for area, status in inside_on(links, paths, on).values_list("area_id", F("team__periods__status")):
        _see(found, area, status)
    for area in inside_on(planned_hamlets(on), paths, on).values_list("area_id", flat=True):
        _see(found, area, TeamStatus.DRAFT)
    return found


def inside_on(rows: Any, paths: Sequence[str], on: date) -> Any:
    """Rows whose `area` lay at or below one of the paths on the day, in no order."""
    return rows.filter(
        in_ranges("area__versions__path", [subtree(path) for path in paths]),
        in_force(on, "area__versions__valid_from", "area__versions__valid_to"),
    ).order_by()


def planned_hamlets(on: date) -> QuerySet[ItemArea]:
    """Hamlets for which a team is being set up: an open proposal of that day or before lists them."""
    return ItemArea.objects.filter(
        item__status=ItemStatus.PROPOSED,
        item__action=DecisionAction.ESTABLISH,
        item__created_at__date__lte=on,
        item__team__level=TeamLevel.HAMLET,
    )


def _see(found: dict[int, str], area: int, status: str) -> None:
    if status in FIRST_SEEN:
        known = found.get(area)
        if known is None or FIRST_SEEN.index(status) < FIRST_SEEN.index(known):
            found[area] = str(status)


def squares_by(squares: Iterable[HamletSquare], depth: int) -> dict[str, list[HamletSquare]]:
    """Squares by the path of the unit of that depth above them."""
    found: dict[str, list[HamletSquare]] = defaultdict(list)
    for square in squares:
        found[square.path[:depth]].append(square)
    return found
