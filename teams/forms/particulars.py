"""Reading what is typed of a person: birth as far as it is known, phone as people write it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from teams.models import Person
from teams.people import set_birth
from vietnamese.dates import display_birth
from vietnamese.phones import display_phone, parse_phone


def read_birth(text: str) -> dict[str, Any]:
    """Fields of Person for “1987”, “8/1993” or “05/08/1987”; nothing typed is not known (BR-46)."""
    person = Person()
    set_birth(person, text)
    return {name: getattr(person, name) for name in ("birth_date", "birth_year", "birth_precision")}


def read_phone(text: str) -> str:
    """The number in E.164, empty when nothing was typed."""
    phone = parse_phone(text)
    if text.strip() and not phone.e164:
        raise ValidationError(
            _("“%(text)s” is no phone number. Type it as 0912 345 678."),
            code="phone",
            params={"text": text[:40]},
        )
    return phone.e164


def birth_text(person: Person) -> str:
    """The birth as far as it is known; empty when it is not."""
    return display_birth(person.birth_date, person.birth_year, person.birth_precision)


def phone_text(person: Person) -> str:
    """The phone in full."""
    return display_phone(person.phone)
