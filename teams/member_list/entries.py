"""How an entry gets what a text says about a person, or what the person above said."""

from teams.member_list import names
from teams.member_list.person import Person
from teams.member_list.result import Entry

ABOVE = "as_above"


def fill_entry(entry: Entry, person: Person) -> None:
    """What a text says about a person goes into the entry."""
    entry.name = person.name or None
    entry.is_placeholder = person.is_placeholder
    entry.gender, entry.birth, entry.phone = person.gender, person.birth, person.phone
    entry.positions, entry.others = list(person.positions), list(person.others)
    entry.flag(*person.flags)
    if person.is_placeholder:
        entry.flag(names.PLACEHOLDER)
    elif person.name:
        entry.flag(*names.name_flags(person.name))


def as_above(entry: Entry, above: Entry | None) -> None:
    """A ditto mark in the place of a name: the person above, or nobody that could be told."""
    if above is None:
        entry.flag(names.UNREADABLE)
        return
    entry.name, entry.birth, entry.gender = above.name, above.birth, above.gender
    entry.phone, entry.positions = above.phone, list(above.positions)
    entry.flag(ABOVE)
