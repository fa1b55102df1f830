"""What the list of teams shows of each, in a constant number of queries and without an object for each seat."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from areas.enums import AreaLevel
from areas.models import full_name_of
from areas.paths import WIDTH
from common.addresses import before_key
from common.templatetags.squares import Square
from teams.composition import HamletFacts, PersonFacts, Rules, SeatFacts, quality_flags
from teams.enums import WORKING_STATUSES, ItemStatus, TeamRole
from teams.marks import MERGED_REASONS, facts_for_marks, list_like
from teams.models import DecisionItem, LineUpEntry, Membership, TeamPeriod
from teams.rules import rules_for
from teams.seats import REGULAR_SEATS

SHOWN = (
    *("pk", "code", "name", "status", "level", "checked_on", "area_id", "area__level", "area__kind"),
    *("area__name", "area__path", "area__large_population", "area__large_reason"),
    *("area__parent__kind", "area__parent__name"),
)
"""What is read of the teams on the list, and of their places of today."""


class Decided(NamedTuple):
    """The decision that a team stands on, and the last day on which its list was decided or confirmed."""

    url: str = ""
    title: str = ""
    issued_on: date | None = None
    day: date | None = None


class ListedTeam(NamedTuple):
    """A row of the list."""

    pk: int
    url: str
    name: str
    code: str
    place: str
    status: str
    seats: Sequence[Square]
    proposal: Sequence[Square]
    decided: Decided
    flags: Sequence[str]


Seat = tuple[Square, str]
"""A seat and the phone of who sits on it."""


def listed_teams(rows: Sequence[Any], on: date) -> list[ListedTeam]:
    """Rows of the list for teams read with SHOWN."""
    keys = [row.pk for row in rows]
    seats, proposals, decided = _seats(keys, on), _proposals(keys), _decided(keys, on)
    periods = TeamPeriod.objects.on_date(on).filter(team__in=keys, reason__in=MERGED_REASONS)  # type: ignore[attr-defined] # our queryset
    merged = set(periods.order_by().values_list("team_id", flat=True))
    rules = rules_for({row.area__path[:WIDTH] for row in rows}, on)
    base = before_key("teams:team_detail")
    return [
        ListedTeam(
            row.pk,
            f"{base}{row.pk}/",
            row.name,
            row.code,
            _place(row),
            row.status,
            [square for square, _phone in seats.get(row.pk, ())],
            proposals.get(row.pk, ()),
            decided.get(row.pk, Decided()),
            _marks(
                row,
                seats.get(row.pk, ()),
                decided.get(row.pk, Decided()).day,
                rules[row.area__path[:WIDTH]],
                on,
                row.pk in merged,
            ),
        )
        for row in rows
    ]


def _place(row: Any) -> str:
    name = full_name_of(row.area__kind, row.area__name)
    if row.area__level != AreaLevel.HAMLET:
        return name
    return f"{name}, {full_name_of(row.area__parent__kind, row.area__parent__name)}"


def _seats(teams: Iterable[int], on: date) -> dict[int, list[Seat]]:
    rows = Membership.objects.on_date(on).filter(team__in=teams).order_by("team_id", "seat")  # type: ignore[attr-defined] # our queryset
    fields = ("team_id", "seat", "role", "category", "person__full_name", "person__phone")
    found: dict[int, list[Seat]] = defaultdict(list)
    for team, seat, role, category, name, phone in rows.values_list(*fields):
        found[team].append((Square(seat, "taken", role, category, name), phone))
    return found


def _proposals(teams: Iterable[int]) -> dict[int, list[Square]]:
    rows = LineUpEntry.objects.filter(item__team__in=teams, item__status=ItemStatus.PROPOSED)
    fields = ("item__team_id", "seat", "role", "category", "person__full_name")
    found: dict[int, list[Square]] = defaultdict(list)
    for team, seat, role, category, name in rows.order_by("order_no", "seat").values_list(*fields):
        found[team].append(Square(seat, "proposed", role, category, name))
    return found


def _decided(teams: Iterable[int], on: date) -> dict[int, Decided]:
    """The latest decision in force of each team; the day also counts lists that were only confirmed."""
    rows = DecisionItem.objects.filter(team__in=teams, status=ItemStatus.IN_FORCE)
    fields = (
        *("team_id", "confirmed_on", "decision_id", "decision__number", "decision__symbol"),
        *("decision__issued_on", "decision__effective_on"),
    )
    base, found = before_key("teams:decision_detail"), dict[int, Decided]()
    for row in rows.order_by("decision__effective_on", "pk").values_list(*fields):
        team, confirmed, pk, number, symbol, issued, effective = row
        before = found.get(team, Decided())
        days = [day for day in (before.day, confirmed, effective) if day and day <= on]
        day = max(days, default=None)
        # An item in force stands on an issued decision, and that has its number.
        found[team] = (
            Decided(f"{base}{pk}/", f"{number}/{symbol}", issued, day) if pk else before._replace(day=day)
        )
    return found


def _marks(
    row: Any, seats: Sequence[Seat], decided: date | None, rules: Rules, on: date, is_merged: bool
) -> Sequence[str]:
    """BR-28: the marks of a team at work."""
    if row.status not in WORKING_STATUSES:
        return ()
    facts = facts_for_marks(
        row.level,
        HamletFacts(row.area_id, "", 0, row.area__large_population, row.area__large_reason, True),
        _facts_of(seats, rules),
        on=on,
        decided=decided,
        checked=row.checked_on,
        is_merged=is_merged,
    )
    return quality_flags(facts, rules)


def _facts_of(seats: Sequence[Seat], rules: Rules) -> tuple[SeatFacts, ...]:
    """The list for the rules; where nobody sits above the cap, one with the same numbers will do."""
    if len(seats) > rules.cap or any(square.seat > REGULAR_SEATS for square, _phone in seats):
        return tuple(
            SeatFacts(PersonFacts(None, one.name, phone=phone), one.seat, one.role, one.category)
            for one, phone in seats
        )
    phones = [phone for square, phone in seats if square.role == TeamRole.LEADER]
    deputies = sum(square.role == TeamRole.DEPUTY for square, _phone in seats)
    return list_like(len(seats), 0, len(phones), deputies, sum(map(bool, phones)))
