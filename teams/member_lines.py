"""Members of teams as official lists print them: the annex of a decision and report R3 (domain/documents, 4)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from teams.enums import Gender, MemberCategory, TeamRole
from teams.models import Person
from teams.seats import REGULAR_SEATS
from vietnamese.phones import display_phone, mask_phone
from vietnamese.text import fold

ROLE_ORDER = {"LEADER": 0, "DEPUTY": 1, "SECRETARY": 2, "MEMBER": 3}
FIELDS = (
    "person_id",
    "person__full_name",
    "person__gender",
    "person__birth_year",
    "person__phone",
    "has_open_phone",
    "order",
    "seat",
    "role",
    "category",
    "title_text",
    "organisation__name",
    "organisation__short_name",
)


class MemberLine(NamedTuple):
    """One member in words; the year of birth stands in the column of the sex."""

    person: int
    name: str
    man: str
    woman: str
    post: str
    role: str
    phone: str
    masked_phone: str
    note: str


class Words:
    """Words that every line needs, found once."""

    def __init__(self) -> None:
        self.roles = {str(role): str(role.label) for role in TeamRole}
        self.categories = {str(category): str(category.label) for category in MemberCategory}


def read_seats(user: Any, rows: QuerySet[Any], key: str) -> dict[int, list[dict[str, Any]]]:
    """Seats with their people by team or item: leader, deputies, secretary, members, each in their order; one query.

    `rows` (with `order`) are memberships or entries. A phone may be shown where its owner agrees and the
    reader may see it (domain/privacy).
    """
    open_phones = Person.objects.visible_to(user, "person.phone").filter(  # type: ignore[attr-defined] # our queryset
        pk=OuterRef("person"), can_share_phone=True
    )
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for seat in rows.annotate(has_open_phone=Exists(open_phones)).order_by().values(key, *FIELDS):
        found[seat[key]].append(seat)
    for seats in found.values():
        seats.sort(key=lambda seat: (ROLE_ORDER[seat["role"]], seat["order"], seat["seat"]))
    return found


def line_of(seat: dict[str, Any], words: Words) -> MemberLine:
    """A seat in words."""
    year, gender = str(seat["person__birth_year"] or ""), seat["person__gender"]
    organisation = (seat["organisation__short_name"], seat["organisation__name"])
    phone = seat["person__phone"]
    return MemberLine(
        person=seat["person_id"],
        name=seat["person__full_name"],
        man=year if gender == Gender.MALE else "",
        woman=year if gender == Gender.FEMALE else "",
        post=post_of(seat["title_text"] or words.categories[seat["category"]], *organisation),
        role=words.roles[seat["role"]],
        phone=display_phone(phone) if seat["has_open_phone"] else "",
        masked_phone=mask_phone(phone),
        note="; ".join(_notes(seat, year)),
    )


def post_of(post: str, short_name: str | None, name: str | None) -> str:
    """Post and organisation; a post that names its organisation already (“Nhân viên VNPT”) stands alone."""
    said = _words(post)
    if any(f" {_words(one)} " in f" {said} " for one in (short_name, name) if one):
        return post
    return ", ".join(filter(None, (post, short_name or name)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _notes(seat: dict[str, Any], year: str) -> Iterator[str]:
    if seat["seat"] > REGULAR_SEATS:
        yield _("supplementary")
    if seat["person__gender"] == Gender.UNKNOWN and year:
        yield _("born %(year)s") % {"year": year}


ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """A number in Roman figures, as annexes number their parts."""
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
