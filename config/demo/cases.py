"""What is to be seen in the demo: which hamlets have no team, which teams are faulty, and how.

Most teams are in order. The others are few and fixed in number, so that every report has something to show.
"""

from collections.abc import Sequence
from enum import StrEnum

from config.demo.hamlets import FIXED, MINH_THUAN, HamletName
from config.demo.names import chance_of


class Case(StrEnum):
    """What is particular about a hamlet or its team."""

    ORDINARY = "ordinary"
    NO_TEAM = "no team"
    NEW_HAMLET = "hamlet founded these days"
    DRAFT = "draft, ready to be decided"
    FAULTY_DRAFT = "draft with findings"
    DISSOLVED = "team dissolved in 2024"
    SUSPENDED = "team pauses"
    NO_DEPUTY = "no deputy, by exception"
    OTHER_LEADER = "led by another than the hamlet head, by exception"
    LEADER_LEFT = "the leader left: needs re-constitution"
    MEMBER_LEFT = "a member left"
    NO_PHONE = "no phone of the leader"
    OLD_LIST = "list not confirmed for more than a year"
    LARGE = "large hamlet with extra Youth Union members"
    SMALL = "two members only"
    HEAD_ENDED = "the leader is no longer hamlet head"
    COVERS_NEXT = "covers the next hamlet too"
    COVERED = "covered by the team of the hamlet before"
    TWO_TEAMS = "a second team in the same hamlet"


NUMBERS = {
    Case.NO_TEAM: 6, Case.NEW_HAMLET: 2, Case.DRAFT: 6, Case.FAULTY_DRAFT: 5, Case.DISSOLVED: 2,
    Case.SUSPENDED: 3, Case.NO_DEPUTY: 12, Case.OTHER_LEADER: 14, Case.LEADER_LEFT: 6, Case.MEMBER_LEFT: 36,
    Case.NO_PHONE: 24, Case.OLD_LIST: 58, Case.LARGE: 8, Case.SMALL: 5, Case.HEAD_ENDED: 5, Case.TWO_TEAMS: 4,
}  # fmt: skip
PAIRS = 4
"""Teams that cover two hamlets."""

OF_MINH_THUAN = {
    "Minh Dũng": Case.LEADER_LEFT,
    "Minh Tiến": Case.FAULTY_DRAFT,
    "Minh Hưng": Case.NO_TEAM,
    "Minh Thuận A": Case.LARGE,
    "Kênh 5": Case.OTHER_LEADER,
    "Xẻo Dừa": Case.OLD_LIST,
}
WITHOUT_TEAM = (Case.NO_TEAM, Case.NEW_HAMLET, Case.COVERED)
DRAFTS = (Case.DRAFT, Case.FAULTY_DRAFT)

Key = tuple[str, int]
"""Commune code, and place of the hamlet in the commune's list."""


def share_out(hamlets: dict[str, Sequence[HamletName]], seed: int) -> dict[Key, Case]:
    """The case of every hamlet; the communes of the introduced officials have their own."""
    cases = {(code, place): Case.ORDINARY for code, names in hamlets.items() for place in range(len(names))}
    for place, hamlet in enumerate(hamlets.get(MINH_THUAN, ())):
        cases[MINH_THUAN, place] = OF_MINH_THUAN.get(hamlet.name, Case.ORDINARY)
    chance = chance_of(seed, "cases")
    communes = sorted(code for code in hamlets if code not in FIXED)
    for code in chance.sample(communes, min(PAIRS, len(communes))):
        cases[code, 0], cases[code, 1] = Case.COVERS_NEXT, Case.COVERED
    free = [key for key, case in sorted(cases.items()) if key[0] not in FIXED and case is Case.ORDINARY]
    chance.shuffle(free)
    for case, number in NUMBERS.items():
        for _each in range(min(number, len(free))):
            cases[free.pop()] = case
    return cases
