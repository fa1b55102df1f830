"""Finding households by the words of the head's name, without accents and in any order (E3), page after page.

Pages go on behind the last row shown, so that the thousandth page costs what the first does, and nothing is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.utils.translation import gettext as _

from vietnamese.phones import parse_phone
from vietnamese.text import fold

PAGE = 50
LONGEST = 120
SHORTEST_PHONE = 9
_signer = Signer(salt="households.page")


@dataclass(frozen=True)
class Found:
    """One page of rows, and where the next one begins ("" at the end)."""

    rows: Sequence[Any]
    next_key: str


def with_words(rows: Any, text: str, field: str = "search_key") -> Any:
    """Rows in whose key every word stands."""
    for word in fold(text[:LONGEST]).split():
        rows = rows.filter(**{f"{field}__contains": word})
    return rows


def with_words_or_phone(rows: Any, text: str, user: Any) -> Any:
    """Rows by name; a whole phone number finds only where the user may read phones in full (BR-49)."""
    digits = sum(character.isdigit() for character in text[:40])
    whole = parse_phone(text[:40]).e164 if digits >= SHORTEST_PHONE else ""
    if whole:
        return rows.filter(rows.scope_condition(user, "household.phone"), phone=whole)
    return with_words(rows, text)


def page_behind(rows: Any, key: str) -> Found:
    """The page of `rows`, ordered by name, that begins behind the signed `key`; without one the first."""
    if key:
        try:
            name, pk = _signer.unsign_object(key)
        except (BadSignature, ValueError) as error:
            raise BadRequest(_("This page of the list does not exist. Begin at the first page.")) from error
        rows = rows.filter(Q(search_key__gt=name) | Q(search_key=name, pk__gt=pk), search_key__gte=name)
    found = list(rows.order_by("search_key", "pk")[: PAGE + 1])
    if len(found) <= PAGE:
        return Found(found, "")
    last = found[PAGE - 1]
    return Found(found[:PAGE], _signer.sign_object([last.search_key, last.pk]))
