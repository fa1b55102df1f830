"""What household businesses had at the end of each month, from their history (R14)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from households.enums import LivingStatus
from households.models import HouseholdBusiness
from teams.enums import Tri

State = tuple[int, int, int, int]
"""On the register, with QR, with e-invoices, selling on a platform: each 0 or 1."""
NOTHING: State = (0, 0, 0, 0)
FIELDS = ("businesses", "with_qr", "with_einvoice", "on_platform")


def business_changes(areas: Sequence[int]) -> list[dict[str, Any]]:
    """By how much the register of these hamlets changed in each month; the sum up to a month is its state."""
    wanted, changes = set(areas), dict[tuple[int, date], list[int]]()
    for steps in _histories(areas):
        former_area, former = 0, NOTHING
        for month, (area, state) in sorted(steps.items()):
            for where, values, sign in ((former_area, former, -1), (area, state, 1)):
                if where in wanted:
                    row = changes.setdefault((where, month), [0, 0, 0, 0])
                    row[:] = [have + sign * value for have, value in zip(row, values, strict=True)]
            former_area, former = area, state
    return [
        {"area_id": area, "month": month, **dict(zip(FIELDS, row, strict=True))}
        for (area, month), row in sorted(changes.items())
        if any(row)
    ]


def _histories(areas: Sequence[int]) -> Iterator[dict[date, tuple[int, State]]]:
    """For each business that ever was in these hamlets: hamlet and state at the end of each month it changed in."""
    history = HouseholdBusiness.history.model.objects
    ever = history.filter(area_id__in=areas).values("id")
    selling = _selling(ever)
    rows = history.filter(id__in=ever).order_by("id", "history_date", "history_id")
    facts = rows.values_list(
        "id", "history_id", "history_date", "history_type", "area_id", "status", "has_qr", "has_einvoice"
    )
    current, steps = None, dict[date, tuple[int, State]]()
    for pk, history_id, at, kind, area, status, qr, einvoice in facts.iterator():
        if pk != current:
            if steps:
                yield steps
            current, steps = pk, {}
        living = kind != "-" and status == LivingStatus.LIVING
        state = (1, int(qr == Tri.YES), int(einvoice == Tri.YES), int(history_id in selling))
        steps[_month(at)] = (area, state if living else NOTHING)
    if steps:
        yield steps


def _selling(ever: Any) -> set[int]:
    """History rows of these businesses in which they sell on at least one platform."""
    links = apps.get_model("households", "HistoricalHouseholdBusiness_on_platforms").objects
    return set(links.filter(householdbusiness__in=ever).values_list("history_id", flat=True))


def _month(at: datetime) -> date:
    return timezone.localtime(at).date().replace(day=1)
