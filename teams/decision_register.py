"""The register of decisions: finding one however its number is typed, and what its list shows (report R5)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from teams.decisions import symbol_of
from teams.models import Decision, DecisionItem, DecisionScan, LineUpEntry
from teams.squares import SeatTaken, seat_taken
from vietnamese.text import clean, fold

LONGEST_SEARCH = 200
_NUMBER = re.compile(r"(?:so\s*:?\s*)?(\d{1,6})\s*(?:/\s*(.*))?")


def searched_decisions(rows: Any, text: str) -> Any:
    """Decisions by number and symbol ("12 / qđ–ubnd", "12/QD-UBND", "số 12"), or by words of the subject (C1).

    After the slash also a year is understood: "12/2022".
    """
    typed = clean(text[:LONGEST_SEARCH])
    number = _NUMBER.fullmatch(fold(typed))
    if number is None:
        for word in fold(typed).split():
            rows = rows.filter(search_key__contains=word)
        return rows
    rows = rows.filter(number=int(number[1]))
    if not number[2]:
        return rows
    if number[2].isdigit():
        return rows.filter(year=int(number[2][:4]))
    return rows.filter(symbol_key__startswith=fold(symbol_of(number[2])).replace(" ", ""))


def years_of(rows: QuerySet[Decision]) -> list[int]:
    """The years of these decisions, latest first."""
    years = rows.filter(year__isnull=False).order_by("-year").values_list("year", flat=True)
    return [year for year in years.distinct() if year]


def for_the_list(rows: Any) -> Any:
    """Decisions with what a line of the register shows besides their own words."""
    scans = DecisionScan.objects.filter(decision=OuterRef("pk"))
    return rows.select_related("issuer").annotate(has_scan=Exists(scans))


def add_counts(decisions: Iterable[Decision]) -> None:
    """Numbers of teams and of people named, put on each decision as `team_count` and `people_count`."""
    page = list(decisions)
    keys = [decision.pk for decision in page]
    teams = _counted(DecisionItem.objects.filter(decision__in=keys), "decision_id")
    people = _counted(LineUpEntry.objects.filter(item__decision__in=keys), "item__decision_id")
    for decision in page:
        decision.team_count = teams.get(decision.pk, 0)  # type: ignore[attr-defined] # read by the list
        decision.people_count = people.get(decision.pk, 0)  # type: ignore[attr-defined] # read by the list


def line_ups_of(items: Iterable[DecisionItem], state: str = "taken") -> dict[int, list[SeatTaken]]:
    """The seats that each item sets, as the ten squares draw them; one query."""
    found: dict[int, list[SeatTaken]] = defaultdict(list)
    rows = LineUpEntry.objects.filter(item__in=[item.pk for item in items]).order_by("seat")
    for entry in rows.select_related("person"):
        found[entry.item_id].append(seat_taken(entry, state))
    return found


def _counted(rows: Any, key: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(key).annotate(Count("pk")))
