"""People and the posts they hold: entering them, finding them, and pointing out likely duplicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_create_with_history

from accounts.models import User
from areas.models import Area
from common.services import check_may, service
from teams.composition import PersonFacts, likely_duplicate
from teams.enums import BirthPrecision
from teams.line_ups import save_as
from teams.models import Organisation, Person, PersonPosition
from vietnamese.dates import BirthProblem, parse_birth
from vietnamese.phones import parse_phone
from vietnamese.text import fold, normalise_name

KEYS = ("search_key", "sort_key", "area", "residence", "user")
FOREIGN_KEYS = (*KEYS, "person", "organisation")
"""Left to the database where many rows are written at once: asking for each would cost a query."""
SHORTEST_PHONE_PART = 6
"""So many digits in a search are read as part of a phone number."""


@dataclass(frozen=True, slots=True)
class PositionData:
    """A post that is to be recorded for a person."""

    position_type: str
    valid_from: date
    area: Area | None = None
    organisation: Organisation | None = None
    title_text: str = ""
    valid_to: date | None = None
    is_primary: bool = False


@service
def save_person(*, by: User, person: Person, positions: Sequence[PositionData] = ()) -> Person:
    """Enter or change a person; posts that are not on record yet are added.

    The phone is kept in one form beside what was written, a birth no more exactly than it is known.
    """
    check_may(by, person.area.path, "person.edit")
    if person.pk is not None:
        check_may(by, Person.objects.select_related("area").get(pk=person.pk).area.path, "person.edit")
    person.set_keys()
    _settle_phones(person)
    _settle_birth(person)
    person.full_clean(exclude=KEYS)
    save_as(person, by)
    for data in positions:
        _record(person, data, by)
    return person


@service
def save_people(*, by: User, people: Sequence[tuple[Person, Sequence[PositionData]]]) -> list[Person]:
    """Enter many new people with their posts, as a whole list is brought in: all or nothing, few queries.

    The same checks and the same history as `save_person`; who is on record already is not looked for.
    """
    for path in {person.area.path for person, _posts in people}:
        check_may(by, path, "person.edit")
    posts = []
    for person, held in people:
        check_new(person)
        posts += [_position(person, data) for data in held]
    new = [person for person, _posts in people]
    bulk_create_with_history(new, Person, batch_size=200, default_user=by)
    for post in posts:
        # Only now is the key of the person known.
        post.person_id = post.person.pk
        post.clean_fields(exclude=FOREIGN_KEYS)
    if posts:
        bulk_create_with_history(posts, PersonPosition, batch_size=200, default_user=by)
    return new


def check_new(person: Person) -> None:
    """Bring a new person into the stored form and check it without asking the database; ValidationError."""
    person.set_keys()
    _settle_phones(person)
    _settle_birth(person)
    person.clean_fields(exclude=FOREIGN_KEYS)


def set_birth(person: Person, text: str) -> str:
    """Read a birth as typed (full date, month and year, or year) into the person; the problem, or ""."""
    birth = parse_birth(text)
    if birth.problem in (BirthProblem.UNREADABLE, BirthProblem.IMPOSSIBLE):
        raise ValidationError(
            _("“%(text)s” is no date of birth. Type 05/08/1987, 08/1987 or only the year."),
            code="birth",
            params={"text": text[:40]},
        )
    person.birth_date = birth.date if birth.precision == BirthPrecision.DAY else None
    person.birth_year, person.birth_precision = birth.year, birth.precision
    return birth.problem


def _settle_phones(person: Person) -> None:
    written = person.phone_raw or person.phone
    phone = parse_phone(written)
    if written.strip() and not phone.e164:
        raise ValidationError({"phone": _phone_error(written)})
    person.phone, person.phone_raw = phone.e164, written.strip()[:60]
    if person.phone2:
        second = parse_phone(person.phone2)
        if not second.e164:
            raise ValidationError({"phone2": _phone_error(person.phone2)})
        person.phone2 = second.e164


def _phone_error(text: str) -> ValidationError:
    return ValidationError(
        _("“%(text)s” is no phone number. Type it as 0912 345 678."), code="phone", params={"text": text[:40]}
    )


def _settle_birth(person: Person) -> None:
    """The precision follows from what is known (BR-46: a year stays a year)."""
    if person.birth_date:
        person.birth_year, person.birth_precision = person.birth_date.year, BirthPrecision.DAY
    elif person.birth_year is None:
        person.birth_precision = BirthPrecision.UNKNOWN
    elif person.birth_precision not in (BirthPrecision.MONTH, BirthPrecision.YEAR):
        person.birth_precision = BirthPrecision.YEAR


def likely_duplicates(person: Person) -> list[Person]:
    """People who are probably the same (BR-11): pointed out, never merged by themselves."""
    own = _facts(person)
    namesakes = Person.objects.filter(search_key=own.search_key).exclude(pk=person.pk)
    candidates = namesakes.select_related("area", "residence").order_by("sort_key", "pk")
    return [other for other in candidates if likely_duplicate(own, _facts(other))]


def _facts(person: Person) -> PersonFacts:
    return PersonFacts(
        person.pk,
        person.full_name,
        fold(person.full_name),
        person.birth_date,
        person.birth_year,
        person.phone,
        person.residence_id,
    )


@service
def appoint(
    *,
    by: User,
    person: Person,
    position_type: str,
    valid_from: date,
    area: Area | None = None,
    organisation: Organisation | None = None,
    title_text: str = "",
    is_primary: bool = False,
) -> PersonPosition:
    """Record that a person holds a post from a day on; a hamlet has one head at a time."""
    check_may(by, person.area.path, "person.edit")
    data = PositionData(position_type, valid_from, area, organisation, title_text, None, is_primary)
    return _store(person, data, by)


@service
def end_position(*, by: User, position: PersonPosition, on: date) -> PersonPosition:
    """The post ends: `on` is the first day on which it is no longer held."""
    check_may(by, position.person.area.path, "person.edit")
    position.valid_to = on
    position.full_clean(exclude=["person", "area", "organisation"])
    save_as(position, by)
    return position


def _record(person: Person, data: PositionData, by: User) -> None:
    """Add the post unless it is on record for that day."""
    held = person.positions.on_date(data.valid_from)  # type: ignore[attr-defined] # our queryset
    if not held.filter(
        position_type=data.position_type, area=data.area, organisation=data.organisation
    ).exists():
        _store(person, data, by)


def _position(person: Person, data: PositionData) -> PersonPosition:
    fields: dict[str, Any] = {name: getattr(data, name) for name in PositionData.__dataclass_fields__}
    return PersonPosition(person=person, **fields)


def _store(person: Person, data: PositionData, by: User) -> PersonPosition:
    position = _position(person, data)
    position.full_clean(exclude=["person", "area", "organisation"])
    save_as(position, by)
    return position


def search_people(user: User, text: str, limit: int = 20) -> list[Person]:
    """People in scope whose name has all the words, in any order and without accents (feature E3).

    Names that fit with their accents come first. Six digits or more are looked for in phone numbers, among
    the people whose number the user may see in full only: else a mask could be guessed away (BR-49).
    """
    condition, capability = _phone_condition(text), "person.phone"
    if not condition:
        condition, capability = _name_condition(text), "person.view"
    if not condition:
        return []
    people = Person.objects.visible_to(user, capability).select_related("area", "residence")  # type: ignore[attr-defined] # our queryset
    found = list(people.filter(condition).order_by("sort_key", "pk")[: 5 * limit])
    words = normalise_name(text).split()
    found.sort(key=lambda person: sum(word not in normalise_name(person.full_name) for word in words))
    return found[:limit]


def _name_condition(text: str) -> Q:
    condition = Q()
    for word in fold(text[:120]).split():
        condition &= Q(search_key__contains=word)
    return condition


def _phone_condition(text: str) -> Q:
    digits = "".join(character for character in text[:40] if character.isdigit())
    if len(digits) < SHORTEST_PHONE_PART:
        return Q()
    whole = parse_phone(text).e164
    return Q(phone=whole) | Q(phone2=whole) if whole else Q(phone__contains=digits.lstrip("0"))
