"""The hamlets of many communes as squares, with the state of their teams on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter

from django.db.models import QuerySet
from django.utils import timezone

from areas.enums import AreaLevel
from areas.models import full_name_of
from common.addresses import before_key
from reports.ground import Ground, versions_on
from teams.enums import WORKING_STATUSES, DecisionAction, ItemStatus, TeamLevel, TeamStatus
from teams.models import ItemArea

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


def squares_in(ground: Ground) -> list[HamletSquare]:
    """The hamlets of a unit on a day in the order of their names."""
    state = states_in(ground)
    base = before_key("areas:area_detail")
    hamlets = versions_on(ground.on, ground.path).filter(level=AreaLevel.HAMLET)
    rows = hamlets.order_by("area__sort_key", "area_id").values_list("area_id", "kind", "name", "path")
    return [
        HamletSquare(pk, full_name_of(kind, name), path, state.get(pk, ""), f"{base}{pk}/")
        for pk, kind, name, path in rows
    ]


@dataclass(frozen=True, slots=True)
class SmallStrip:
    """The hamlets of a unit by the state of their team, those with a team first; a square each."""

    by_state: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.by_state)

    @property
    def total(self) -> int:
        """Number of hamlets."""
        return sum(len(hamlets) for _state, hamlets in self.by_state)

    @property
    def covered(self) -> int:
        """Hamlets with a team at work."""
        return sum(len(hamlets) for state, hamlets in self.by_state if state in WORKING_STATUSES)


def strips_by(ground: Ground, depth: int) -> dict[str, SmallStrip]:
    """Strips by the path of the unit of that depth; no names, so that a province costs little."""
    state, found = states_in(ground), defaultdict(list)
    for pk, path in ground.hamlets:
        found[path[:depth]].append((STATE_ORDER.index(state.get(pk, "")), pk))
    return {unit: _strip(sorted(hamlets)) for unit, hamlets in found.items()}


STATE_ORDER = (*FIRST_SEEN, "")


def _strip(hamlets: Iterable[tuple[int, int]]) -> SmallStrip:
    groups = groupby(hamlets, key=itemgetter(0))
    return SmallStrip(tuple((str(STATE_ORDER[at]), tuple(pk for _at, pk in those)) for at, those in groups))


def states_in(ground: Ground) -> dict[int, str]:
    """State of the hamlet teams by hamlet; a hamlet without any is not named."""
    found: dict[int, str] = {}
    for link in ground.links:
        if link.level == TeamLevel.HAMLET:
            _see(found, link.area_id, link.status)
    for area in planned_hamlets(ground.on).order_by().values_list("area_id", flat=True):
        if area in ground.places:
            _see(found, area, TeamStatus.DRAFT)
    return found


def end_of(on: date) -> datetime:
    """The moment at which the day is over; compared as it is, no moment needs to be turned into a day."""
    return timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))


def planned_hamlets(on: date) -> QuerySet[ItemArea]:
    """Hamlets for which a team is being set up: an open proposal of that day or before lists them."""
    return ItemArea.objects.filter(
        item__status=ItemStatus.PROPOSED,
        item__action=DecisionAction.ESTABLISH,
        item__created_at__lt=end_of(on),
        item__team__level=TeamLevel.HAMLET,
    )


def _see(found: dict[int, str], area: int, status: str) -> None:
    if status in FIRST_SEEN:
        known = found.get(area)
        if known is None or FIRST_SEEN.index(status) < FIRST_SEEN.index(known):
            found[area] = str(status)
