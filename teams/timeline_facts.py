"""What is recorded about one team, and the dated rows that follow from it (data dictionary, section 3).

Plain values without a database: `teams.timeline.work_out` reads `TeamFacts` and answers a `Timeline`.
Every `to` date is exclusive, `None` means open.
"""

from dataclasses import dataclass
from datetime import date

from teams.enums import DecisionAction, TeamStatus

NO_LEADER = "NO_LEADER"
"""Reason of a period: nobody leads the team (BR-05)."""

AREA_SUCCEEDED = "AREA_SUCCEEDED"
"""Reason of a period: one of the team's areas was merged or split (BR-30)."""


@dataclass(frozen=True, slots=True)
class EntryFact:
    """One person in the line-up that a decision item sets (LineUpEntry)."""

    person: int
    seat: int
    role: str
    category: str
    organisation: int | None
    title_text: str


@dataclass(frozen=True, slots=True)
class AreaFact:
    """One area that a decision item lets the team cover (ItemArea)."""

    area: int
    is_primary: bool


@dataclass(frozen=True, slots=True)
class ItemFact:
    """What one decision in force does to the team: the whole line-up and all areas (rule 6)."""

    id: int
    action: str
    effective_on: date
    issued_on: date
    number: int
    entries: tuple[EntryFact, ...] = ()
    areas: tuple[AreaFact, ...] = ()

    @property
    def line_up(self) -> tuple[EntryFact, ...]:
        """The people it sets; a dissolution sets nobody."""
        return () if self.action == DecisionAction.DISSOLVE else self.entries

    @property
    def order(self) -> tuple[date, date, int, int]:
        """Its place among the items of the team (rule 1)."""
        return (self.effective_on, self.issued_on, self.number, self.id)


@dataclass(frozen=True, slots=True)
class DepartureFact:
    """A member who left between two decisions; id 0 while it is not saved yet."""

    id: int
    person: int
    left_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class SuspensionFact:
    """A time in which the team does not work."""

    valid_from: date
    valid_to: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class SuccessionFact:
    """An area that ended and its main successor."""

    from_area: int
    to_area: int
    effective_on: date


@dataclass(frozen=True, slots=True)
class ReformFact:
    """An area that goes on under another commune, so that its teams must be decided anew (BR-30)."""

    area: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """Everything recorded about one team; only items in force, in any order."""

    items: tuple[ItemFact, ...] = ()
    departures: tuple[DepartureFact, ...] = ()
    suspensions: tuple[SuspensionFact, ...] = ()
    successions: tuple[SuccessionFact, ...] = ()
    reforms: tuple[ReformFact, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """Who sat where from when to when; `item_out` is empty when a departure closed the row."""

    person: int
    seat: int
    role: str
    category: str
    organisation: int | None
    title_text: str
    from_date: date
    to_date: date | None
    end_reason: str
    item_in: int
    item_out: int | None

    def covers(self, on: date) -> bool:
        """True when the person sat there on that day."""
        return self.from_date <= on and (self.to_date is None or on < self.to_date)

    @property
    def post(self) -> tuple[int, int, str, str, int | None, str]:
        """Who sits as what; a row goes on while this stays the same (rule 4)."""
        return (self.person, self.seat, self.role, self.category, self.organisation, self.title_text)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area that the team covered from when to when."""

    area: int
    is_primary: bool
    valid_from: date
    valid_to: date | None
    item: int

    def covers(self, on: date) -> bool:
        """True when the team covered the area on that day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """The status of the team from when to when; a draft has no row."""

    status: TeamStatus
    valid_from: date
    valid_to: date | None
    reason: str

    def covers(self, on: date) -> bool:
        """True when the team had the status on that day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All dated rows of one team, sorted; two timelines are equal when every row is."""

    memberships: tuple[MembershipRow, ...] = ()
    areas: tuple[AreaRow, ...] = ()
    periods: tuple[PeriodRow, ...] = ()

    def members_on(self, on: date) -> dict[int, MembershipRow]:
        """The line-up of a day by person."""
        return {row.person: row for row in self.memberships if row.covers(on)}

    def areas_on(self, on: date) -> dict[int, bool]:
        """The areas of a day, each with whether it is the primary one."""
        return {row.area: row.is_primary for row in self.areas if row.covers(on)}

    def status_on(self, on: date) -> TeamStatus:
        """The status of a day; a draft before the first decision."""
        return next((row.status for row in self.periods if row.covers(on)), TeamStatus.DRAFT)
