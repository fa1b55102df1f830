"""One team in plain words: the people, hamlets, decisions and departures of the timeline tests."""

from datetime import date

from teams.enums import DecisionAction, EndReason, TeamStatus
from teams.timeline_facts import (
    AreaFact,
    DepartureFact,
    EntryFact,
    ItemFact,
    MembershipRow,
)

HOA, TUAN, BA, NAM = 1, 2, 3, 4
AP_A, AP_B, AP_C = 11, 12, 13
FOUNDED, CHANGED, ENDED = date(2022, 8, 10), date(2023, 9, 1), date(2024, 1, 1)
FORMER_COMMITTEE = "FORMER_COMMITTEE"
NEEDS = TeamStatus.NEEDS_RECONSTITUTION


def sits(person: int, seat: int, role: str = "MEMBER", category: str = "RESIDENT") -> EntryFact:
    return EntryFact(person, seat, role, category, None, "")


LEADER_HOA = sits(HOA, 1, "LEADER", "HAMLET_HEAD")
DEPUTY_TUAN = sits(TUAN, 2, "DEPUTY", "YOUTH_UNION")
MEMBER_BA = sits(BA, 3)
IN_A = (AreaFact(AP_A, True),)


def decided(
    id: int, action: DecisionAction, on: date, *entries: EntryFact, areas: tuple[AreaFact, ...] = IN_A
) -> ItemFact:
    return ItemFact(id, action, on, on, id, entries, areas)


def established(*entries: EntryFact, areas: tuple[AreaFact, ...] = IN_A) -> ItemFact:
    return decided(1, DecisionAction.ESTABLISH, FOUNDED, *entries, areas=areas)


def amended(*entries: EntryFact, id: int = 2, on: date = CHANGED) -> ItemFact:
    return decided(id, DecisionAction.AMEND, on, *entries)


def dissolved(id: int = 9, on: date = ENDED) -> ItemFact:
    return decided(id, DecisionAction.DISSOLVE, on, areas=())


def left(person: int, on: date, reason: EndReason = EndReason.MOVED_AWAY, id: int = 1) -> DepartureFact:
    return DepartureFact(id, person, on, reason)


def row(
    entry: EntryFact,
    start: date,
    end: date | None = None,
    why: str = "",
    came: int = 1,
    went: int | None = None,
) -> MembershipRow:
    post = (entry.person, entry.seat, entry.role, entry.category, entry.organisation, entry.title_text)
    return MembershipRow(*post, start, end, why, came, went)


THREE = established(LEADER_HOA, DEPUTY_TUAN, MEMBER_BA)
