"""The hamlets of an area with what their teams have reached so far, from the stored figures."""

from dataclasses import dataclass
from typing import Any

from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import in_ranges, subtree
from households.enums import Grain
from households.figures import freshen
from households.models import OutreachFigure
from households.querysets import own_hamlets

LISTED_LEVELS = {AreaLevel.COMMUNE: AreaLevel.HAMLET}
"""Of a commune its hamlets are listed; of anything larger its communes."""


@dataclass(frozen=True)
class HamletLine:
    """A hamlet or commune on the list: households on the register, and how many were reached."""

    area: Area
    households: int
    reached: int
    calls: int


def hamlet_lines(user: Any, area: Area | None) -> list[HamletLine]:
    """The units below the area, or below the top of the user's scope, or the hamlets of the own teams."""
    units = list(_units(user, area))
    if not units:
        return []
    for path in {unit.path[:-8] for unit in units}:
        freshen(path)
    ranges = [subtree(unit.path) for unit in units]
    rows = OutreachFigure.objects.filter(in_ranges("area__path", ranges), grain=Grain.ALL)
    found: dict[str, list[int]] = {unit.path: [0, 0, 0] for unit in units}
    width = len(units[0].path)
    for path, *counts in rows.values_list("area__path", "living_total", "living_reached", "calls"):
        total = found.get(path[:width])
        if total is not None:
            total[:] = [have + more for have, more in zip(total, counts, strict=True)]
    return [HamletLine(unit, *found[unit.path]) for unit in units]


def _units(user: Any, area: Area | None) -> Any:
    ranges = user.area_ranges("household.view")
    rows = Area.objects.filter(valid_to=None).order_by("sort_key", "pk")
    if not ranges:
        return rows.filter(pk__in=own_hamlets(user, "household.view"))
    inside = rows.filter(in_ranges("path", ranges))
    if area is None:
        tops = [Area.objects.filter(path=start).first() for start, _end in ranges]
        area = next((top for top in tops if top is not None), None)
    if area is None:
        return rows.none()
    below = inside.filter(in_ranges("path", [subtree(area.path)]))
    return below.filter(level=LISTED_LEVELS.get(AreaLevel(area.level), AreaLevel.COMMUNE))
