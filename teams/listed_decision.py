"""Number and date of a decision as the list of its members states them: proposed on the form, checked by people."""

from datetime import date
from typing import Any

from areas.models import Area
from imports.models import ImportBatch
from teams.decisions import parse_number
from teams.models import Decision


def as_listed(user: Any, issuer: Area, key: str) -> Decision:
    """A new decision of the commune, with what its list handed in under this key says of it.

    What the list leaves blank stays blank; a list of another commune says nothing.
    """
    decision = Decision(issuer=issuer)
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return decision
    batches: Any = ImportBatch.objects.visible_to(user).filter(kind="members", area=issuer)  # type: ignore[attr-defined] # our queryset
    batch = batches.filter(pk=int(key)).first()
    said = (batch.reading.get("decision") if batch else None) or {}
    if said.get("number"):
        number, symbol = parse_number(f"{said['number']}/{said.get('symbol') or decision.symbol}")
        decision.number, decision.symbol = number, symbol if number else decision.symbol
    if said.get("date"):
        decision.issued_on = date.fromisoformat(said["date"])
    return decision
