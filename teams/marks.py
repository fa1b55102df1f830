"""The marks of BR-28 on many teams at once.

The rules are those of `teams.composition`. A list is only counted here, and the rules look at a list with
the same numbers; a test compares this with `teams.findings.quality_of`.
"""

from datetime import date
from functools import cache

from teams.composition import HamletFacts, PersonFacts, SeatFacts, TeamFacts
from teams.enums import MemberCategory, TeamRole
from teams.recorded import COMMUNE_CHANGED
from teams.seats import REGULAR_SEATS
from teams.timeline_facts import AREA_SUCCEEDED

MERGED_REASONS = (AREA_SUCCEEDED, COMMUNE_CHANGED)
"""Why a period of a team began, where its area was reformed."""


@cache
def list_like(
    regular: int, extra: int, leaders: int, deputies: int, leaders_with_phone: int
) -> tuple[SeatFacts, ...]:
    """A list with these numbers: leaders first, then deputies, the others; supplementary seats last."""
    roles = [TeamRole.LEADER] * leaders + [TeamRole.DEPUTY] * deputies
    return tuple(
        SeatFacts(
            PersonFacts(None, "", phone="x" if number < leaders_with_phone else ""),
            number + 1 if number < regular else REGULAR_SEATS + 1 + number - regular,
            roles[number] if number < len(roles) else TeamRole.MEMBER,
            MemberCategory.RESIDENT if number < regular else MemberCategory.YOUTH_UNION,
        )
        for number in range(regular + extra)
    )


def list_age_days(decided: date | None, checked: date | None, on: date) -> int | None:
    """Days since a list was last decided or checked, whichever is later; None when it never was by that day."""
    days = [day for day in (decided, checked) if day and day <= on]
    return (on - max(days)).days if days else None


def facts_for_marks(
    level: str,
    hamlet: HamletFacts,
    seats: tuple[SeatFacts, ...],
    *,
    on: date,
    decided: date | None,
    checked: date | None,
    is_merged: bool,
) -> TeamFacts:
    """What `quality_flags` looks at: of a team in force, its list and when it was decided and checked."""
    return TeamFacts(
        level=level,
        hamlets=(hamlet,),
        seats=seats,
        on=on,
        in_force=True,
        has_decision=decided is not None,
        list_age_days=list_age_days(decided, checked, on),
        area_merged=is_merged,
    )
