"""What the rules say of teams: of line-ups in force on a day, of proposals, and of lists being typed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from teams.composition import (
    CheckLine,
    Finding,
    PersonFacts,
    Rules,
    SeatFacts,
    TeamFacts,
    blocking,
    checklist,
    findings,
    quality_flags,
)
from teams.enums import ItemStatus, Severity
from teams.line_ups import EntryData, data_of, entries_of
from teams.marks import MERGED_REASONS, list_age_days
from teams.models import DecisionItem, ItemArea, LineUpEntry, Membership, Team, TeamArea, TeamPeriod
from teams.surroundings import PERSON_FIELDS, Surroundings, look_around, look_at_places, narrowed, values_of

SEAT_FIELDS = ("seat", "role", "category", "organisation_id")
Judged = tuple[TeamFacts, Rules]


def findings_of(teams: Iterable[Team], on: date) -> dict[int, list[Finding]]:
    """Findings of the line-ups in force on a day, by team; constant number of queries."""
    return {team: findings(*judged) for team, judged in in_force_facts(teams, on).items()}


def standing_findings(team: Team, on: date) -> list[Finding]:
    """Findings of one line-up in force as its page shows them: what would stop a decision stands as a must.

    Nothing is refused of a team at work, so its findings are warnings; the reader still has to see which weigh.
    """
    facts, rules = in_force_facts([team], on)[team.pk]
    decided_anew = replace(facts, in_force=False, is_activation=True, has_decision=True)
    musts = {one.code for one in blocking(findings(decided_anew, rules))}
    return musts_first(
        replace(one, level=Severity.ERROR) if one.code in musts else one for one in findings(facts, rules)
    )


def quality_of(teams: Iterable[Team], on: date) -> dict[int, list[str]]:
    """BR-28: the marks of report R7, by team; reads only what the marks look at."""
    chosen = list(teams)
    keys = [team.pk for team in chosen]
    seats = _plain_seats(keys, on)
    links = _links_by(narrowed(TeamArea.objects.on_date(on), "team", keys).order_by("pk"), "team_id")  # type: ignore[attr-defined] # our queryset
    around = look_at_places({area for key in keys for area, _first in links.get(key, ())}, on)
    marks = _Marks.on(keys, on)
    return {
        team.pk: quality_flags(
            *_team_facts(team, tuple(seats[team.pk]), links[team.pk], around, **marks.of(team, on))
        )
        for team in chosen
    }


def _plain_seats(teams: list[int], on: date) -> dict[int, list[SeatFacts]]:
    """Who sits where on a day, of each person only name and phone."""
    found: dict[int, list[SeatFacts]] = defaultdict(list)
    rows = narrowed(Membership.objects.on_date(on), "team", teams).order_by("seat")  # type: ignore[attr-defined] # our queryset
    fields = ("team_id", *SEAT_FIELDS, "person_id", "person__full_name", "person__phone")
    for team, seat, role, category, organisation, pk, name, phone in rows.values_list(*fields):
        found[team].append(SeatFacts(PersonFacts(pk, name, phone=phone), seat, role, category, organisation))
    return found


def item_findings(item: DecisionItem, on: date | None = None, at_activation: bool = False) -> list[Finding]:
    """Findings of one item's line-up, on the day it is to take effect (else today)."""
    return findings(*item_facts([item], on, at_activation=at_activation)[item.pk])


def musts_first(found: Iterable[Finding]) -> list[Finding]:
    """What must be put right, then what should be, then what is good to know; else as the rules stand."""
    order = list(Severity)
    return sorted(found, key=lambda one: order.index(one.level))


def checklist_for(item: DecisionItem, on: date | None = None) -> list[CheckLine]:
    """The conditions that an item's line-up has to meet, each with what speaks against it."""
    return checklist(*item_facts([item], on)[item.pk])


def draft_facts(item: DecisionItem, entries: Sequence[EntryData], on: date | None = None) -> Judged:
    """An item's team with a list that is being typed; people who are not saved yet may be on it."""
    day = on or day_of(item)
    links = list(item.item_areas.values_list("area_id", "is_primary"))
    people = [entry.person.pk for entry in entries if entry.person.pk]
    around = look_around(
        teams=[item.team_id],
        people=people,
        areas=[area for area, _first in links],
        on=day,
        also_on=timezone.localdate(),
    )
    seats = tuple(_typed_seat(entry, around, item.team_id) for entry in entries)
    return _team_facts(
        item.team, seats, links, around, is_activation=False, has_decision=item.decision_id is not None
    )


def planned_facts(
    plans: Sequence[tuple[Team, Sequence[EntryData], Sequence[tuple[int, bool]]]], on: date
) -> list[Judged]:
    """Facts and rules of teams that are only planned (team, list, areas); constant number of queries.

    Teams and people may not be saved yet: a whole list of them is being looked at or brought in.
    """
    around = look_around(
        teams=[team.pk for team, _entries, _links in plans if team.pk],
        people={entry.person.pk for _team, entries, _links in plans for entry in entries if entry.person.pk},
        areas={area for _team, _entries, links in plans for area, _first in links},
        on=on,
        also_on=timezone.localdate(),
    )
    return [
        _team_facts(
            team,
            tuple(_typed_seat(entry, around, team.pk or 0) for entry in entries),
            links,
            around,
            is_activation=False,
            has_decision=False,
        )
        for team, entries, links in plans
    ]


def day_of(item: DecisionItem) -> date:
    """The day for which a proposal is judged: when its decision takes effect, else today."""
    decision = item.decision
    return (decision.effective_on if decision else item.confirmed_on) or timezone.localdate()


def item_facts(
    items: Sequence[DecisionItem],
    on: date | None = None,
    *,
    at_activation: bool = False,
    has_decision: bool | None = None,
) -> dict[int, Judged]:
    """Facts and rules by item, judged on one day; constant number of queries.

    At the activation an exception counts that is valid on the day of effect or today.
    """
    if not items:
        return {}
    today = timezone.localdate()
    day = on or day_of(items[0])
    keys = [item.pk for item in items]
    rows = _rows_by(LineUpEntry.objects.filter(item__in=keys).order_by("order_no", "seat"), "item_id")
    links = _links_by(ItemArea.objects.filter(item__in=keys).order_by("pk"), "item_id")
    around = look_around(
        teams=[item.team_id for item in items],
        people={row[4] for seats in rows.values() for row in seats},
        areas={area for pairs in links.values() for area, _first in pairs},
        on=day,
        also_on=today,
    )
    return {
        item.pk: _team_facts(
            item.team,
            tuple(_seat(row, around, item.team_id) for row in rows[item.pk]),
            links[item.pk],
            around,
            is_activation=at_activation,
            has_decision=item.decision_id is not None if has_decision is None else has_decision,
        )
        for item in items
    }


def in_force_facts(teams: Iterable[Team], on: date) -> dict[int, Judged]:
    """Facts and rules by team for the line-ups in force on a day."""
    chosen = list(teams)
    keys = [team.pk for team in chosen]
    rows = _rows_by(narrowed(Membership.objects.on_date(on), "team", keys).order_by("seat"), "team_id")  # type: ignore[attr-defined] # our queryset
    links = _links_by(narrowed(TeamArea.objects.on_date(on), "team", keys).order_by("pk"), "team_id")  # type: ignore[attr-defined] # our queryset
    around = look_around(
        teams=keys,
        people={row[4] for key in keys for row in rows.get(key, ())},
        areas={area for key in keys for area, _first in links.get(key, ())},
        on=on,
    )
    marks = _Marks.on(keys, on)
    return {
        team.pk: _team_facts(
            team,
            tuple(_seat(row, around, team.pk) for row in rows[team.pk]),
            links[team.pk],
            around,
            **marks.of(team, on),
        )
        for team in chosen
    }


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is said of teams as a whole on a day: the age of their lists, reforms of their areas."""

    decided: Mapping[int, date]
    merged: set[int]

    @classmethod
    def on(cls, teams: list[int], on: date) -> "_Marks":
        ruling = DecisionItem.objects.filter(status=ItemStatus.IN_FORCE)
        decided: dict[int, date] = {}
        for lookup in ("decision__effective_on", "confirmed_on"):
            items = narrowed(ruling.filter(**{f"{lookup}__lte": on}), "team", teams).order_by()
            for team, latest in items.values_list("team_id").annotate(Max(lookup)):
                decided[team] = max(latest, decided.get(team, latest))
        periods = TeamPeriod.objects.on_date(on).filter(reason__in=MERGED_REASONS)  # type: ignore[attr-defined] # our queryset
        return cls(decided, set(narrowed(periods, "team", teams).values_list("team_id", flat=True)))

    def of(self, team: Team, on: date) -> dict[str, Any]:
        """What the facts of a team in force take from here."""
        return {
            "in_force": True,
            "has_decision": team.pk in self.decided,
            "list_age_days": list_age_days(self.decided.get(team.pk), team.checked_on, on),
            "area_merged": team.pk in self.merged,
        }


def _team_facts(
    team: Team,
    seats: tuple[SeatFacts, ...],
    links: Sequence[tuple[int, bool]],
    around: Surroundings,
    **state: Any,
) -> Judged:
    primary = next((area for area, is_primary in links if is_primary), None)
    exceptions = around.exceptions.get(team.pk, {})
    facts = TeamFacts(
        level=team.level,
        hamlets=around.hamlets(links),
        seats=seats,
        on=around.on,
        exceptions=frozenset(exceptions),
        exception_reasons=exceptions,
        enterprise=team.enterprise_id,
        knows_post_or_bank=around.knows_staff(primary),
        other_teams_in_hamlet=around.other_teams(primary, team.pk),
        **state,
    )
    return facts, around.rules_at(primary)


def _rows_by(rows: Any, key: str) -> dict[int, list[tuple[Any, ...]]]:
    """Seat and person values of line-ups by item or team."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    fields = (*SEAT_FIELDS, *(f"person__{name}" if name != "id" else "person_id" for name in PERSON_FIELDS))
    for owner, *row in rows.values_list(key, *fields):
        found[owner].append(tuple(row))
    return found


def _links_by(rows: Any, key: str) -> dict[int, list[tuple[int, bool]]]:
    found: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for owner, area, is_primary in rows.values_list(key, "area_id", "is_primary"):
        found[owner].append((area, is_primary))
    return found


def _seat(row: tuple[Any, ...], around: Surroundings, team: int) -> SeatFacts:
    return SeatFacts(around.person(row[4:], team), row[0], row[1], row[2], row[3])


def _typed_seat(entry: EntryData, around: Surroundings, team: int) -> SeatFacts:
    """A seat without a number; a supplementary one is known by standing above ten."""
    person = entry.person
    if person.pk is None:
        person.set_keys()
    seat = 11 if entry.is_supplementary else None
    return SeatFacts(
        around.person(values_of(person), team), seat, entry.role, entry.category, entry.organisation_id
    )


def stored_line_up(item: DecisionItem) -> list[EntryData]:
    """The stored line-up of an item as it would be entered again."""
    return [data_of(entry) for entry in entries_of(item)]
