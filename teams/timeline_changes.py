"""Reading timelines: since when a person sits in a team, and what a new fact changes (rules 4 and 7)."""

from dataclasses import dataclass
from datetime import date

from teams.enums import TeamStatus
from teams.timeline_facts import AreaFact, Timeline


@dataclass(frozen=True, slots=True)
class DayChange:
    """How the new timeline differs from the old one, from a day on until the next change.

    `joined`, `left` and `changed` are people by id: only in the new line-up, only in the old one, in both
    but on another post. A day on which nothing differs any more says "from here on as before".
    """

    on: date
    joined: tuple[int, ...]
    left: tuple[int, ...]
    changed: tuple[int, ...]
    status_before: TeamStatus
    status_after: TeamStatus
    areas_before: tuple[AreaFact, ...]
    areas_after: tuple[AreaFact, ...]

    @property
    def is_as_before(self) -> bool:
        """True when old and new agree from this day on."""
        people = self.joined or self.left or self.changed
        return (
            not people and self.status_before == self.status_after and self.areas_before == self.areas_after
        )


def join_date(timeline: Timeline, person: int, on: date) -> date:
    """Start of the unbroken chain of memberships that holds on a day (rule 4, BR-21).

    Raises LookupError when the person is no member on that day.
    """
    row = timeline.members_on(on).get(person)
    if row is None:
        raise LookupError(f"person {person} is no member on {on}")
    start = row.from_date
    began = {row.to_date: row.from_date for row in timeline.memberships if row.person == person}
    while start in began:
        start = began[start]
    return start


def changes_between(old: Timeline, new: Timeline) -> list[DayChange]:
    """What differs from which day on, for the screen before a fact is saved (rule 7)."""
    changes: list[DayChange] = []
    told = _told(old, old, date.min)
    for day in sorted(_days(old) | _days(new)):
        if (differing := _told(old, new, day)) != told:
            changes.append(_difference(old, new, day))
            told = differing
    return changes


def _days(timeline: Timeline) -> set[date]:
    """The days on which anything of the team changes."""
    days = {day for row in timeline.memberships for day in (row.from_date, row.to_date)}
    days |= {day for row in timeline.areas for day in (row.valid_from, row.valid_to)}
    days |= {day for row in timeline.periods for day in (row.valid_from, row.valid_to)}
    return {day for day in days if day is not None}


def _difference(old: Timeline, new: Timeline, on: date) -> DayChange:
    before, after = old.members_on(on), new.members_on(on)
    stay = before.keys() & after.keys()
    return DayChange(
        on=on,
        joined=tuple(sorted(after.keys() - before.keys())),
        left=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(person for person in stay if before[person].post != after[person].post)),
        status_before=old.status_on(on),
        status_after=new.status_on(on),
        areas_before=_areas(old, on),
        areas_after=_areas(new, on),
    )


def _areas(timeline: Timeline, on: date) -> tuple[AreaFact, ...]:
    return tuple(AreaFact(area, first) for area, first in sorted(timeline.areas_on(on).items()))


def _told(old: Timeline, new: Timeline, on: date) -> tuple[object, ...]:
    """All that differs on a day, with the posts of the people; empty parts where both agree."""
    before = {row.post for row in old.members_on(on).values()}
    after = {row.post for row in new.members_on(on).values()}
    status = (old.status_on(on), new.status_on(on))
    areas = (_areas(old, on), _areas(new, on))
    return (
        before - after,
        after - before,
        status if status[0] != status[1] else (),
        areas if areas[0] != areas[1] else (),
    )
