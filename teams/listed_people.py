"""What the list of people shows of each, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from areas.models import full_name_of
from common.addresses import before_key
from teams.enums import TeamRole
from teams.models import Membership
from vietnamese.dates import display_birth
from vietnamese.phones import mask_phone

SHOWN = (
    *("pk", "full_name", "birth_date", "birth_year", "birth_precision", "phone", "is_deceased"),
    *("area__kind", "area__name", "residence_id", "residence__kind", "residence__name"),
)
"""What is read of the people on the list, and of their places."""


class SitsIn(NamedTuple):
    """A team in which somebody sits today, and the duty there."""

    url: str
    team: str
    role: str


class ListedPerson(NamedTuple):
    """A row of the list; phones are masked for everybody."""

    pk: int
    url: str
    name: str
    is_deceased: bool
    birth: str
    place: str
    seats: Sequence[SitsIn]
    phone: str


def listed_people(rows: Sequence[Any], on: date) -> list[ListedPerson]:
    """Rows of the list for people read with SHOWN."""
    sits, base = _seats([row.pk for row in rows], on), before_key("teams:person_detail")
    return [
        ListedPerson(
            row.pk,
            f"{base}{row.pk}/",
            row.full_name,
            row.is_deceased,
            display_birth(row.birth_date, row.birth_year, row.birth_precision),
            _place(row),
            sits.get(row.pk, ()),
            mask_phone(row.phone),
        )
        for row in rows
    ]


def _place(row: Any) -> str:
    """Where the person lives, else the unit of the register."""
    if row.residence_id is None:
        return full_name_of(row.area__kind, row.area__name)
    return full_name_of(row.residence__kind, row.residence__name)


def _seats(people: Iterable[int], on: date) -> dict[int, list[SitsIn]]:
    rows = Membership.objects.on_date(on).filter(person__in=people)  # type: ignore[attr-defined] # our queryset
    base, roles = before_key("teams:team_detail"), {str(role): str(role.label) for role in TeamRole}
    found: dict[int, list[SitsIn]] = defaultdict(list)
    for person, team, name, role in rows.values_list("person_id", "team_id", "team__name", "role"):
        found[person].append(SitsIn(f"{base}{team}/", name, roles[role]))
    return found
