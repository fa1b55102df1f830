"""Seats of a line-up: nobody types one (rule 5, BR-03, BR-04)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

REGULAR_SEATS = 10
"""Ten is the ceiling of every team kind; seats above are for supplementary members (BR-03)."""


@dataclass(frozen=True, slots=True)
class SeatWish:
    """A person who is to sit in the line-up, as a regular or as a supplementary member."""

    person: int
    supplementary: bool = False


class LineUpFull(ValueError):
    """More regular people than seats (BR-03)."""

    def __init__(self, regular: int) -> None:
        super().__init__(f"{regular} regular members, but {REGULAR_SEATS} seats (BR-03)")
        self.regular = regular


def assign_seats(previous: Mapping[int, int], people: Sequence[SeatWish]) -> dict[int, int]:
    """Seat by person: who stays keeps it, newcomers get the lowest free ones in the order given.

    Regular members sit on 1 to 10, supplementary ones from 11 on; who changes between the two gets a new
    seat. Raises LineUpFull when more than ten are regular.
    """
    wishes: dict[int, SeatWish] = {}
    for wish in people:
        wishes.setdefault(wish.person, wish)
    regular = sum(not wish.supplementary for wish in wishes.values())
    if regular > REGULAR_SEATS:
        raise LineUpFull(regular)
    seats = _kept(previous, wishes)
    taken = set(seats.values())
    for person, wish in wishes.items():
        if person not in seats:
            first = REGULAR_SEATS + 1 if wish.supplementary else 1
            seats[person] = next(seat for seat in count(first) if seat not in taken)
            taken.add(seats[person])
    return {person: seats[person] for person in wishes}


def _kept(previous: Mapping[int, int], wishes: Mapping[int, SeatWish]) -> dict[int, int]:
    """The seats of those who stay on the same side of seat ten."""
    holders: dict[int, int] = {}
    for person, wish in wishes.items():
        seat = previous.get(person)
        if seat is not None and (seat > REGULAR_SEATS) is wish.supplementary:
            holders.setdefault(seat, person)
    return {person: seat for seat, person in holders.items()}
