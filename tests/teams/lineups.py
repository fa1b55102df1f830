"""Line-ups as plain values for the tests of the rules: one that every rule is content with, and changes."""

from dataclasses import replace
from datetime import date

from teams.composition import HamletFacts, PersonFacts, Rules, SeatFacts, TeamFacts, findings
from teams.enums import MemberCategory as Category
from teams.enums import TeamLevel, TeamRole
from vietnamese.text import fold

DAY = date(2022, 8, 5)
MINH_THANH = HamletFacts(1, "Ấp Minh Thành", commune=100, is_primary=True)
MINH_TAN = HamletFacts(2, "Ấp Minh Tân", commune=100)
LARGE = replace(MINH_THANH, is_large=True, large_reason="612 hộ")


def person(number: int, name: str, **facts: object) -> PersonFacts:
    """A person of the hamlet, born in 1990, who can be called."""
    known = {"birth_year": 1990, "phone": f"+8491200000{number:02}", "residence": 1} | facts
    return PersonFacts(number, name, search_key=fold(name), **known)  # type: ignore[arg-type]  # words of the test


HEAD = SeatFacts(person(1, "Danh Mẫu A", head_of=frozenset({1})), 1, TeamRole.LEADER, Category.HAMLET_HEAD)
YOUTH = SeatFacts(person(2, "Thị Mẫu B"), 2, TeamRole.DEPUTY, Category.YOUTH_UNION)
WOMEN = SeatFacts(person(3, "Trần Thị Mẫu C"), 3, TeamRole.MEMBER, Category.MASS_ORG_HEAD)
TELECOM = SeatFacts(person(4, "Lê Văn Mẫu D", residence=None), 4, TeamRole.MEMBER, Category.POST_TELECOM)


def member(
    number: int, category: str = Category.RESIDENT, *, seat: int | None = -1, **facts: object
) -> SeatFacts:
    """A plain member: number 5 sits on seat 5 unless told otherwise."""
    sits_on = number if seat == -1 else seat
    return SeatFacts(person(number, f"Người Mẫu {number}", **facts), sits_on, TeamRole.MEMBER, category)


def members(last: int) -> tuple[SeatFacts, ...]:
    """So many people in a line-up that every rule is content with (from four to ten)."""
    return (HEAD, YOUTH, WOMEN, TELECOM, *(member(number) for number in range(5, last + 1)))[:last]


def team(*seats: SeatFacts, **facts: object) -> TeamFacts:
    """A draft hamlet team of Ấp Minh Thành on 5 August 2022."""
    base = TeamFacts(TeamLevel.HAMLET, (MINH_THANH,), seats or members(4), DAY)
    return replace(base, **facts)  # type: ignore[arg-type]  # words of the test


def activated(*seats: SeatFacts, **facts: object) -> TeamFacts:
    """The same team at the moment of its decision."""
    return team(*seats, **({"is_activation": True, "has_decision": True} | facts))


def enterprise_team(*seats: SeatFacts, **facts: object) -> TeamFacts:
    """A team of an enterprise, at the moment of its decision."""
    kind = {"level": TeamLevel.ENTERPRISE, "hamlets": (), "enterprise": 7}
    return activated(*seats, **(kind | facts))


def said(facts: TeamFacts, rules: Rules | None = None) -> list[str]:
    """Each finding as "level code", short enough for a table."""
    return [f"{one.level} {one.code}" for one in findings(facts, rules or Rules())]
