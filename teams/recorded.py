"""Reading what is recorded about teams, for `work_out`: many teams in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from areas.models import AreaSuccession, AreaVersion
from teams.enums import ItemStatus
from teams.models import DecisionItem, Departure, ItemArea, LineUpEntry, Suspension
from teams.timeline_facts import (
    AreaFact,
    DepartureFact,
    EntryFact,
    ItemFact,
    ReformFact,
    SuccessionFact,
    SuspensionFact,
    TeamFacts,
)

COMMUNE_CHANGED = "COMMUNE_CHANGED"
"""Reason of a period: the hamlet is under another commune, the decision of a former committee (BR-30)."""


def facts_of(team_ids: Iterable[int]) -> dict[int, TeamFacts]:
    """Everything recorded about the teams; only items in force (rule 1 of rebuild_team)."""
    teams = list(team_ids)
    items = list(
        DecisionItem.objects.filter(team__in=teams, status=ItemStatus.IN_FORCE).select_related("decision")
    )
    entries, areas = entry_facts(item__team__in=teams), area_facts(item__team__in=teams)
    by_team: dict[int, list[ItemFact]] = defaultdict(list)
    for item in items:
        by_team[item.team_id].append(item_fact(item, entries[item.pk], areas[item.pk]))
    departures, suspensions = _departures(teams), _suspensions(teams)
    covered = {area.area for facts in areas.values() for area in facts}
    successions = _successions(covered)
    reforms = _reforms(covered | {link.to_area for link in successions})
    return {
        team: _facts(by_team[team], departures[team], suspensions[team], successions, reforms)
        for team in teams
    }


def item_fact(item: DecisionItem, entries: Sequence[EntryFact], areas: Sequence[AreaFact]) -> ItemFact:
    """An item with the dates of its decision, or of its confirmation where no decision is needed."""
    decision = item.decision
    effective = decision.effective_on if decision else item.confirmed_on
    return ItemFact(
        id=item.pk,
        action=item.action,
        effective_on=effective,  # type: ignore[arg-type] # a constraint sees to it that one of the two is there
        issued_on=decision.issued_on if decision else effective,  # type: ignore[arg-type] # likewise
        number=(decision.number if decision else 0) or 0,
        entries=tuple(entries),
        areas=tuple(areas),
    )


def entry_facts(**of: Any) -> dict[int, list[EntryFact]]:
    """Line-ups by item."""
    found: dict[int, list[EntryFact]] = defaultdict(list)
    fields = ("item_id", "person_id", "seat", "role", "category", "organisation_id", "title_text")
    for item, *entry in LineUpEntry.objects.filter(**of).order_by("seat").values_list(*fields):
        found[item].append(EntryFact(*entry))
    return found


def area_facts(**of: Any) -> dict[int, list[AreaFact]]:
    """Areas by item."""
    found: dict[int, list[AreaFact]] = defaultdict(list)
    rows = ItemArea.objects.filter(**of).order_by("id")
    for item, area, is_primary in rows.values_list("item_id", "area_id", "is_primary"):
        found[item].append(AreaFact(area, is_primary))
    return found


def _departures(teams: list[int]) -> dict[int, list[DepartureFact]]:
    found: dict[int, list[DepartureFact]] = defaultdict(list)
    rows = Departure.objects.filter(team__in=teams).order_by("id")
    for team, *departure in rows.values_list("team_id", "id", "person_id", "left_on", "reason"):
        found[team].append(DepartureFact(*departure))
    return found


def _suspensions(teams: list[int]) -> dict[int, list[SuspensionFact]]:
    found: dict[int, list[SuspensionFact]] = defaultdict(list)
    rows = Suspension.objects.filter(team__in=teams).order_by("id")
    for team, *suspension in rows.values_list("team_id", "valid_from", "valid_to", "reason"):
        found[team].append(SuspensionFact(*suspension))
    return found


def _successions(areas: set[int]) -> list[SuccessionFact]:
    """Main successions of the areas and of their successors; one query for each step of the longest chain."""
    found: list[SuccessionFact] = []
    seen: set[int] = set()
    fresh = set(areas)
    while fresh:
        seen |= fresh
        rows = AreaSuccession.objects.filter(from_area__in=fresh, is_main=True)
        links = [
            SuccessionFact(*row) for row in rows.values_list("from_area_id", "to_area_id", "effective_date")
        ]
        found += links
        fresh = {link.to_area for link in links} - seen
    return found


def _reforms(areas: set[int]) -> dict[int, list[ReformFact]]:
    """The days on which an area came under another commune."""
    parents: dict[int, list[tuple[Any, int | None]]] = defaultdict(list)
    rows = AreaVersion.objects.filter(area__in=areas, level="HAMLET").order_by("valid_from")
    for area, since, parent in rows.values_list("area_id", "valid_from", "parent_id"):
        parents[area].append((since, parent))
    return {
        area: [
            ReformFact(area, since, COMMUNE_CHANGED)
            for (_start, before), (since, after) in pairwise(versions)
            if before != after
        ]
        for area, versions in parents.items()
    }


def _facts(
    items: list[ItemFact],
    departures: list[DepartureFact],
    suspensions: list[SuspensionFact],
    successions: list[SuccessionFact],
    reforms: dict[int, list[ReformFact]],
) -> TeamFacts:
    """The facts of one team: of all successions and reforms those of its own areas."""
    areas = {area.area for item in items for area in item.areas}
    own: list[SuccessionFact] = []
    while further := [link for link in successions if link.from_area in areas and link not in own]:
        own += further
        areas |= {link.to_area for link in further}
    own_reforms = [reform for area in areas for reform in reforms.get(area, ())]
    return TeamFacts(tuple(items), tuple(departures), tuple(suspensions), tuple(own), tuple(own_reforms))
