"""What a team is on any day, worked out from the recorded facts (`rebuild_team`, its ten rules).

Pure: facts in, dated rows out, no database and no clock. The order of recording plays no part.
Source: data dictionary, section 3; rules BR-20 to BR-22 and BR-30.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from teams.enums import DecisionAction, EndReason, TeamRole, TeamStatus
from teams.timeline_facts import (
    AREA_SUCCEEDED,
    NO_LEADER,
    AreaRow,
    DepartureFact,
    EntryFact,
    ItemFact,
    MembershipRow,
    PeriodRow,
    ReformFact,
    SuccessionFact,
    SuspensionFact,
    TeamFacts,
    Timeline,
)


@dataclass(frozen=True, slots=True)
class Reign:
    """The days on which one item rules (rule 1), and who of its line-up left in them (rule 3)."""

    item: ItemFact
    start: date
    end: date | None
    departed: dict[int, DepartureFact]

    def covers(self, on: date) -> bool:
        """True when the item rules on that day."""
        return self.start <= on and (self.end is None or on < self.end)

    @property
    def is_dissolved(self) -> bool:
        """True when the ruling item ended the team."""
        return self.item.action == DecisionAction.DISSOLVE

    @property
    def leaderless_from(self) -> date | None:
        """The first day without a leader, empty when one stays to the end of the reign."""
        leaders = [entry.person for entry in self.item.line_up if entry.role == TeamRole.LEADER]
        if any(person not in self.departed for person in leaders):
            return None
        return max((self.departed[person].left_on for person in leaders), default=self.start)


@dataclass(frozen=True, slots=True)
class AreaStep:
    """The areas from a day of a reign on, and why the team must be decided anew since then, if it must."""

    on: date
    areas: dict[int, bool]
    reason: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """A membership that is still open while the reigns are walked through."""

    entry: EntryFact
    since: date
    item: int

    def ended(self, on: date | None, reason: str, item_out: int | None) -> MembershipRow:
        """The finished row."""
        entry = self.entry
        return MembershipRow(
            person=entry.person,
            seat=entry.seat,
            role=entry.role,
            category=entry.category,
            organisation=entry.organisation,
            title_text=entry.title_text,
            from_date=self.since,
            to_date=on,
            end_reason=reason,
            item_in=self.item,
            item_out=item_out,
        )


def work_out(facts: TeamFacts) -> Timeline:
    """The dated rows of a team: who sat where, which areas it covered, whether it worked."""
    reigns = reigns_of(facts)
    steps = _area_steps(reigns, facts.successions, facts.reforms)
    return Timeline(
        memberships=tuple(_memberships(reigns)),
        areas=tuple(_area_rows(reigns, steps)),
        periods=tuple(_periods(reigns, steps, facts.suspensions)),
    )


def in_order(items: Iterable[ItemFact]) -> list[ItemFact]:
    """Items by effective date, date of issue, number and id (rule 1)."""
    return sorted(items, key=lambda item: item.order)


def reigns_of(facts: TeamFacts) -> list[Reign]:
    """The items that rule for a day or more; of several on one day the last rules (rule 1)."""
    last_of_day = {item.effective_on: item for item in in_order(facts.items)}
    starts: list[date | None] = [*last_of_day, None]
    departures = sorted(facts.departures, key=lambda departure: (departure.left_on, departure.id))
    return [
        Reign(item, start, end, _departed(item, start, end, departures))
        for (start, item), end in zip(last_of_day.items(), starts[1:], strict=True)
    ]


def reign_on(reigns: Iterable[Reign], on: date) -> Reign | None:
    """The reign that a day falls into; none before the team is established."""
    return next((reign for reign in reigns if reign.covers(on)), None)


def _departed(
    item: ItemFact, start: date, end: date | None, departures: list[DepartureFact]
) -> dict[int, DepartureFact]:
    """The first departure of each listed person within the reign; others act on nothing (rule 3)."""
    listed = {entry.person for entry in item.line_up}
    departed: dict[int, DepartureFact] = {}
    for departure in departures:
        within = start <= departure.left_on and (end is None or departure.left_on < end)
        if within and departure.person in listed:
            departed.setdefault(departure.person, departure)
    return departed


# Memberships: rules 2 to 4.


def _memberships(reigns: list[Reign]) -> list[MembershipRow]:
    rows: list[MembershipRow] = []
    sitting: dict[int, Sitting] = {}
    for reign in reigns:
        serving = _serving_at_start(reign)
        for person, seated in list(sitting.items()):
            if serving.get(person) != seated.entry:
                rows.append(_ended_by_reign(sitting.pop(person), reign))
        for person, entry in serving.items():
            sitting.setdefault(person, Sitting(entry, reign.start, reign.item.id))
        for person, departure in reign.departed.items():
            if person in serving:
                rows.append(sitting.pop(person).ended(departure.left_on, departure.reason, None))
    rows += [seated.ended(None, "", None) for seated in sitting.values()]
    return sorted(rows, key=lambda row: (row.from_date, row.seat, row.person))


def _serving_at_start(reign: Reign) -> dict[int, EntryFact]:
    """The line-up of the first day; who left on that very day never served under the item (rule 3)."""
    departed, start = reign.departed, reign.start
    return {
        entry.person: entry
        for entry in reign.item.line_up
        if entry.person not in departed or departed[entry.person].left_on > start
    }


def _ended_by_reign(seated: Sitting, reign: Reign) -> MembershipRow:
    """A row that a new item closes on its first day (rule 4)."""
    person = seated.entry.person
    if person in reign.departed and reign.departed[person].left_on == reign.start:
        return seated.ended(reign.start, reign.departed[person].reason, None)
    if reign.is_dissolved:
        reason = EndReason.TEAM_DISSOLVED
    elif any(entry.person == person for entry in reign.item.line_up):
        reason = EndReason.ROLE_CHANGED
    else:
        reason = EndReason.REPLACED
    return seated.ended(reign.start, reason, reign.item.id)


# Areas: rule 10.


def _area_steps(
    reigns: list[Reign], successions: Iterable[SuccessionFact], reforms: Iterable[ReformFact]
) -> list[list[AreaStep]]:
    """For each reign, the days on which its areas change or a reform touches them."""
    moves: dict[date, dict[int, int]] = defaultdict(dict)
    for link in sorted(successions, key=lambda link: -link.to_area):
        moves[link.effective_on][link.from_area] = link.to_area
    touched: dict[date, dict[int, str]] = defaultdict(dict)
    for reform in sorted(reforms, key=lambda reform: reform.reason, reverse=True):
        touched[reform.on][reform.area] = reform.reason
    days = sorted(moves.keys() | touched.keys())
    return [_steps_of_reign(reign, days, moves, touched) for reign in reigns]


def _steps_of_reign(
    reign: Reign, days: list[date], moves: dict[date, dict[int, int]], touched: dict[date, dict[int, str]]
) -> list[AreaStep]:
    if reign.is_dissolved:
        return [AreaStep(reign.start, {}, "")]
    areas = {link.area: link.is_primary for link in reign.item.areas}
    steps = [AreaStep(reign.start, areas, "")]
    for day in days:
        if not reign.covers(day):
            continue
        # A decision of the very day knows the new commune, but may still name the hamlet that ends.
        reasons = [] if day == reign.start else [touched.get(day, {}).get(area, "") for area in areas]
        reason = min(filter(None, reasons), default=steps[-1].reason)
        if any(area in moves.get(day, {}) for area in areas):
            areas, reason = _carried(areas, moves[day]), AREA_SUCCEEDED
        steps.append(AreaStep(day, areas, reason))
    return steps


def _carried(areas: dict[int, bool], moves: dict[int, int]) -> dict[int, bool]:
    """The areas after a day's successions; two that become one are primary when either was."""
    carried: dict[int, bool] = {}
    for area, is_primary in areas.items():
        successor = moves.get(area, area)
        carried[successor] = is_primary or carried.get(successor, False)
    return carried


def _area_rows(reigns: list[Reign], steps: list[list[AreaStep]]) -> list[AreaRow]:
    rows: list[AreaRow] = []
    covering: dict[int, tuple[bool, date, int]] = {}
    for reign, reign_steps in zip(reigns, steps, strict=True):
        for step in _last_of_day(reign_steps):
            for area, (is_primary, since, item) in list(covering.items()):
                if step.areas.get(area) is not is_primary:
                    rows.append(AreaRow(area, is_primary, since, step.on, item))
                    del covering[area]
            for area, is_primary in step.areas.items():
                covering.setdefault(area, (is_primary, step.on, reign.item.id))
    rows += [AreaRow(area, first, since, None, item) for area, (first, since, item) in covering.items()]
    return sorted(rows, key=lambda row: (row.valid_from, not row.is_primary, row.area))


def _last_of_day(steps: list[AreaStep]) -> Iterable[AreaStep]:
    return {step.on: step for step in steps}.values()


# Status: rule 9.


def _periods(
    reigns: list[Reign], steps: list[list[AreaStep]], suspensions: Iterable[SuspensionFact]
) -> list[PeriodRow]:
    by_start = sorted(suspensions, key=lambda pause: (pause.valid_from, pause.reason))
    changes: list[tuple[date, TeamStatus, str]] = []
    for reign, reign_steps in zip(reigns, steps, strict=True):
        for day in _days_of_change(reign, reign_steps, by_start):
            status, reason = _status(reign, reign_steps, by_start, day)
            if not changes or changes[-1][1:] != (status, reason):
                changes.append((day, status, reason))
    days: list[date | None] = [*(day for day, _status_of_day, _reason in changes), None]
    return [
        PeriodRow(status, day, end, reason)
        for (day, status, reason), end in zip(changes, days[1:], strict=True)
    ]


def _days_of_change(reign: Reign, steps: list[AreaStep], suspensions: list[SuspensionFact]) -> list[date]:
    """The days of a reign on which the status may change."""
    days = {reign.start, reign.leaderless_from, *(step.on for step in steps)}
    for pause in suspensions:
        days |= {pause.valid_from, pause.valid_to}
    return sorted(day for day in days if day is not None and reign.covers(day))


def _status(
    reign: Reign, steps: list[AreaStep], suspensions: list[SuspensionFact], on: date
) -> tuple[TeamStatus, str]:
    """Status and reason of one day of a reign; the first that holds speaks."""
    if reign.is_dissolved:
        return TeamStatus.DISSOLVED, ""
    for pause in suspensions:
        if pause.valid_from <= on and (pause.valid_to is None or on < pause.valid_to):
            return TeamStatus.SUSPENDED, pause.reason
    leaderless_from = reign.leaderless_from
    if leaderless_from is not None and leaderless_from <= on:
        return TeamStatus.NEEDS_RECONSTITUTION, NO_LEADER
    reform = [step.reason for step in steps if step.on <= on][-1]
    if reform:
        return TeamStatus.NEEDS_RECONSTITUTION, reform
    return TeamStatus.ACTIVE, ""
