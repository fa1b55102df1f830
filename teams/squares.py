"""The seats of many teams as the ten squares draw them, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from common.addresses import before_key
from teams.enums import ItemStatus
from teams.models import LineUpEntry, Membership


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """Who sits on a seat, with the words of the tile."""

    seat: int
    role: str
    category: str
    name: str
    post: str = ""
    url: str = ""
    state: str = "taken"


def seat_taken(row: Any, state: str = "taken") -> SeatTaken:
    """The seat of a membership or of an entry of a line-up; its person is loaded already."""
    url = reverse("teams:person_detail", args=[row.person_id])
    return SeatTaken(row.seat, row.role, row.category, row.person.full_name, row.title_text, url, state)


def seats_on(teams: Iterable[int], on: date) -> dict[int, list[SeatTaken]]:
    """The tiles of many teams on a day, leader and deputy first; for pages that show nothing else of them."""
    rows = Membership.objects.on_date(on).filter(team__in=list(teams))  # type: ignore[attr-defined] # our queryset
    return _seats_by("team_id", rows.order_by("team_id", "seat"))


def proposed_seats(teams: Iterable[int], state: str = "taken") -> dict[int, list[SeatTaken]]:
    """The tiles of each team's open proposal."""
    rows = LineUpEntry.objects.filter(item__team__in=list(teams), item__status=ItemStatus.PROPOSED)
    return _seats_by("item__team_id", rows.order_by("order_no", "seat"), state)


def _seats_by(team: str, rows: Any, state: str = "taken") -> dict[int, list[SeatTaken]]:
    """Seats by team, without an object for each row and person behind them."""
    base = before_key("teams:person_detail")
    found: dict[int, list[SeatTaken]] = defaultdict(list)
    fields = ("seat", "role", "category", "person__full_name", "title_text", "person_id")
    for key, seat, role, category, name, post, person in rows.values_list(team, *fields):
        found[key].append(SeatTaken(seat, role, category, name, post, f"{base}{person}/", state))
    return found


def members_on(teams: Iterable[int], on: date) -> dict[int, list[Membership]]:
    """Who sits in each team on a day, leader and deputy first."""
    found: dict[int, list[Membership]] = defaultdict(list)
    rows = Membership.objects.on_date(on).filter(team__in=list(teams))  # type: ignore[attr-defined] # our queryset
    for row in rows.select_related("person", "organisation").order_by("team_id", "seat"):
        found[row.team_id].append(row)
    return found


def proposed_entries(teams: Iterable[int]) -> dict[int, list[LineUpEntry]]:
    """The line-up of each team's open proposal."""
    found: dict[int, list[LineUpEntry]] = defaultdict(list)
    rows = LineUpEntry.objects.filter(item__team__in=list(teams), item__status=ItemStatus.PROPOSED)
    for row in rows.select_related("person", "organisation", "item").order_by("order_no", "seat"):
        found[row.item.team_id].append(row)
    return found
