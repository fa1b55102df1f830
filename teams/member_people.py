"""People of a list beside those on the register: found, pointed out, never merged without being shown (BR-11)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from areas.models import Area
from imports.enums import Mark
from imports.kinds import Issue, issue
from teams.composition import PersonFacts, likely_duplicate
from teams.models import Person
from vietnamese.dates import Birth, display_birth, parse_birth
from vietnamese.phones import mask_phone, parse_phone
from vietnamese.text import fold, normalise_name

MOST_KEYS = 5_000
"""More names than this are not put into a query: the whole register of the commune is read instead."""
NEW = "new"
MOST_CANDIDATES = 8
VALUES = (
    *("pk", "full_name", "search_key", "birth_date", "birth_year", "birth_precision", "phone"),
    *("residence_id", "residence__name"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody on the register of the commune."""

    facts: PersonFacts
    name_key: str
    label: str


@dataclass
class Entry:
    """A row of the list as far as finding its person is concerned."""

    parsed: dict[str, Any]
    issues: list[Issue]
    hamlet: int | None
    """The hamlet of its team, for a namesake of the same year there."""
    sitting: frozenset[int] = frozenset()
    """Who sits on the list of its team already."""


def known_people(commune: Area, names: Iterable[str]) -> dict[str, list[Known]]:
    """People on the commune's register by folded name; one query."""
    keys = {fold(name) for name in names if name}
    rows = Person.objects.filter(area=commune, is_anonymised=False)
    rows = rows.filter(search_key__in=keys) if len(keys) <= MOST_KEYS else rows
    found: dict[str, list[Known]] = defaultdict(list)
    for values in rows.order_by("pk").values_list(*VALUES):
        if values[2] in keys:
            found[values[2]].append(_known(values))
    return found


def _known(values: Sequence[Any]) -> Known:
    pk, name, key, birth, year, precision, phone, residence, place = values
    parts = [name, display_birth(birth, year, precision), place or "", mask_phone(phone)]
    facts = PersonFacts(pk, name, key, birth, year, phone, residence)
    return Known(facts, normalise_name(name), ", ".join(part for part in parts if part))


def facts_of(parsed: Mapping[str, Any], hamlet: int | None) -> PersonFacts:
    """What the list says of a person, as the rules of duplicates read it."""
    name = parsed.get("full_name") or ""
    birth = birth_of(parsed)
    day = birth.date if birth.precision == "DAY" else None
    return PersonFacts(None, name, fold(name), day, birth.year, phone_of(parsed), hamlet)


def birth_of(parsed: Mapping[str, Any]) -> Birth:
    """The birth as the review holds it: 1968, 1993-08 or 1987-08-05."""
    text = str(parsed.get("birth") or "")
    parts = text.split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return parse_birth(f"{parts[1]}/{parts[0]}")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        try:
            return parse_birth(date(*map(int, parts)))
        except ValueError:
            return Birth()
    return parse_birth(text)


def phone_of(parsed: Mapping[str, Any]) -> str:
    """The phone in its stored form; empty when there is none."""
    return parse_phone(str(parsed.get("phone") or "")).e164


def find_people(entries: Sequence[Entry], known: Mapping[str, list[Known]]) -> None:
    """Set `person` (a key, "new" or "") and `people` (candidates with labels) of every entry.

    One likely duplicate (BR-11), or a namesake on the list of the same team, is taken and shown. Where only the
    name speaks for it, or several fit, the official chooses.
    """
    for entry in entries:
        kept = entry.parsed.get("person")
        sure, perhaps = _sorted_out(entry, known)
        candidates = (sure + perhaps)[:MOST_CANDIDATES]
        entry.parsed["people"] = [[str(one.facts.id), one.label] for one in candidates]
        entry.issues[:] = [
            mark for mark in entry.issues if mark["code"] not in ("known_people", "known_person")
        ]
        offered = {str(one.facts.id) for one in candidates} | {NEW}
        if kept in offered and entry.parsed.get("person_said"):
            continue
        entry.parsed["person"] = NEW if not candidates else ""
        if len(sure) == 1:
            entry.parsed["person"] = str(sure[0].facts.id)
        elif candidates:
            entry.issues.append(issue("person", "known_people", Mark.MEND))


def _sorted_out(entry: Entry, known: Mapping[str, list[Known]]) -> tuple[list[Known], list[Known]]:
    """Those who are very likely the same, and namesakes who may be."""
    own = facts_of(entry.parsed, entry.hamlet)
    name = normalise_name(own.name)
    sure, perhaps = [], []
    for one in known.get(own.search_key, ()):
        is_named_alike, differs = one.name_key == name, _differ(own, one.facts)
        is_likely = likely_duplicate(own, one.facts)
        if is_named_alike and (is_likely or (one.facts.id in entry.sitting and not differs)):
            sure.append(one)
        elif is_likely or (is_named_alike and not differs):
            perhaps.append(one)
    return (sure, perhaps) if len(sure) != 1 else (sure, [])


def _differ(a: PersonFacts, b: PersonFacts) -> bool:
    """Whether what is known on both sides makes them two people."""
    return bool(a.birth_year and b.birth_year and a.birth_year != b.birth_year)
