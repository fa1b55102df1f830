"""EntryData, and writing the line-up of an open item: only the entries that differ, each with its history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from accounts.models import User
from areas.models import Area
from teams.enums import TeamRole
from teams.models import DecisionItem, ItemArea, LineUpEntry, Organisation, Person
from teams.seats import LineUpFull, SeatWish, assign_seats

WRITTEN = ("role", "category", "organisation_id", "title_text", "order_no")


@dataclass(frozen=True, slots=True)
class EntryData:
    """A person as he or she is to sit in a team; the seat follows from the line-up (rule 5)."""

    person: Person
    role: str
    category: str
    organisation: Organisation | None = None
    title_text: str = ""
    order_no: int = 0
    is_supplementary: bool = False

    @property
    def organisation_id(self) -> int | None:
        """Key of the organisation."""
        return self.organisation.pk if self.organisation else None


def data_of(entry: LineUpEntry) -> EntryData:
    """A stored entry as it would be entered again."""
    return EntryData(
        entry.person,
        entry.role,
        entry.category,
        entry.organisation,
        entry.title_text,
        entry.order_no,
        entry.seat > 10,
    )


def entries_of(item: DecisionItem) -> list[LineUpEntry]:
    """The line-up of an item in the order of the list."""
    return list(item.entries.select_related("person", "organisation").order_by("order_no", "seat"))


def seats_for(entries: Sequence[EntryData], previous: Mapping[int, int]) -> dict[int, int]:
    """Seat by person; more than ten regular people are refused (BR-03)."""
    try:
        return assign_seats(
            previous, [SeatWish(entry.person.pk, entry.is_supplementary) for entry in entries]
        )
    except LineUpFull as full:
        raise team_is_full(full.regular) from full


def team_is_full(regular: int) -> ValidationError:
    """The sentence for an eleventh regular member."""
    return ValidationError(
        _(
            "The team is full: it already has ten members (BR-03), and this list would have %(regular)s. "
            "Take somebody off the list first."
        ),
        code="BR-03",
        params={"regular": regular},
    )


def write_entries(
    item: DecisionItem, entries: Sequence[EntryData], seats: Mapping[int, int], by: User
) -> None:
    """Make the stored line-up equal to the list; a person on another seat gets a new row."""
    stands = {entry.person_id: entry for entry in item.entries.order_by("pk")}
    kept = {data.person.pk for data in entries if _keeps_seat(stands, seats, data)}
    delete_each([entry for person, entry in stands.items() if person not in kept], by)
    changed: list[LineUpEntry] = []
    new: list[LineUpEntry] = []
    for number, data in enumerate(entries, start=1):
        values = _values(data, number)
        if data.person.pk not in kept:
            new.append(LineUpEntry(item=item, person=data.person, seat=seats[data.person.pk], **values))
        elif entry := _with_values(stands[data.person.pk], values):
            changed.append(entry)
    _update_entries(changed, by)
    if new:
        bulk_create_with_history(new, LineUpEntry, default_user=by)


def _keeps_seat(stands: Mapping[int, LineUpEntry], seats: Mapping[int, int], data: EntryData) -> bool:
    stored = stands.get(data.person.pk)
    return stored is not None and stored.seat == seats[data.person.pk]


def _values(data: EntryData, number: int) -> dict[str, Any]:
    values = {name: getattr(data, name) for name in WRITTEN}
    return values | {
        "role": str(data.role),
        "category": str(data.category),
        "order_no": data.order_no or number,
    }


def _with_values(entry: LineUpEntry, values: dict[str, Any]) -> LineUpEntry | None:
    """The entry with its new values; None when they are the old ones."""
    if all(getattr(entry, name) == value for name, value in values.items()):
        return None
    was_leader = entry.role == TeamRole.LEADER
    for name, value in values.items():
        setattr(entry, name, value)
    entry._was_leader = was_leader  # type: ignore[attr-defined] # tells `_update_entries` who steps down first
    entry.updated_at = timezone.now()
    return entry


def _update_entries(changed: list[LineUpEntry], by: User) -> None:
    """Who steps down as leader first, so that no statement leaves two."""
    fields = ["role", "category", "organisation", "title_text", "order_no", "updated_at"]
    for steps_down in (True, False):
        if part := [entry for entry in changed if entry._was_leader is steps_down]:  # type: ignore[attr-defined] # set above
            bulk_update_with_history(part, LineUpEntry, fields, default_user=by)


def write_areas(item: DecisionItem, areas: Sequence[Area], primary: Area, by: User) -> None:
    """Make the stored areas equal to the list."""
    wanted = {area.pk: area.pk == primary.pk for area in areas}
    stands = {link.area_id: link for link in item.item_areas.order_by("pk")}
    delete_each([link for area, link in stands.items() if wanted.get(area) is not link.is_primary], by)
    kept = {area for area, link in stands.items() if wanted.get(area) is link.is_primary}
    new = [
        ItemArea(item=item, area_id=area, is_primary=first)
        for area, first in wanted.items()
        if area not in kept
    ]
    if new:
        bulk_create_with_history(new, ItemArea, default_user=by)


def delete_each(rows: Iterable[Any], by: User) -> None:
    """Delete drafts row by row, so that the history names who did it."""
    for row in rows:
        row._history_user = by
        row.delete()


def save_as(row: Any, by: User, reason: str = "") -> Any:
    """Save with the acting user, and the reason, in the history."""
    row._history_user = by
    if reason:
        row._change_reason = reason
    row.save()
    return row
