"""The nightly comparison: stored figures beside a new count of the same hamlets; it must find no difference."""

import logging
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from areas.models import Area
from households.business_states import business_changes
from households.figure_statements import ask_for
from households.figures import COUNTS, HAMLETS_AT_ONCE, lock_and_refresh, months_with_visits, statements
from households.models import BusinessFigure, OutreachFigure, ReachFigure, StandingFigure, TopicFigure
from households.periods import periods_of

logger = logging.getLogger(__name__)

SHOWN = 20
_KEYS: dict[type[models.Model], tuple[str, ...]] = {
    OutreachFigure: ("area_id", "grain", "starts_on"),
    TopicFigure: ("area_id", "month", "topic_id", "platform_id"),
    StandingFigure: ("area_id", "month", "topic_id", "platform_id", "result"),
    BusinessFigure: ("area_id", "month"),
    ReachFigure: ("area_id", "month"),
}
_VALUES: dict[type[models.Model], tuple[str, ...]] = {
    OutreachFigure: COUNTS,
    TopicFigure: ("introduced", "installed", "account_opened", "self_use", "failed"),
    StandingFigure: ("change",),
    ReachFigure: ("households",),
    BusinessFigure: ("businesses", "with_qr", "with_einvoice", "on_platform"),
}


def compare_all() -> None:
    """The comparison of every night: what differs is written to the log; nothing is repaired unseen."""
    found = differences(list(Area.objects.hamlets().values_list("pk", flat=True)))
    if found:
        logger.error("%d cells of outreach figures differ, first: %s", len(found), "; ".join(found[:SHOWN]))


def differences(areas: Sequence[int]) -> list[str]:
    """Cells in which the stored figures of these hamlets differ from a new count, one line each."""
    found = []
    for start in range(0, len(areas), HAMLETS_AT_ONCE):
        some = sorted(areas[start : start + HAMLETS_AT_ONCE])
        with transaction.atomic():
            lock_and_refresh(some)
            for model, rows in _counted_anew(some).items():
                found += _compare(model, rows, model._default_manager.filter(area__in=some))
    return found


def _counted_anew(areas: Sequence[int]) -> dict[type[models.Model], list[Any]]:
    months = sorted(months_with_visits(areas))
    found = {
        model: ask_for(model, statement) for model, statement in statements(areas, periods_of(months), months)
    }
    return found | {BusinessFigure: [BusinessFigure(**row) for row in business_changes(areas)]}


def _compare(model: type[models.Model], counted: Sequence[Any], stored: Any) -> list[str]:
    names = _VALUES[model]

    def cells(rows: Any) -> dict[tuple[Any, ...], int]:
        return {
            (*(getattr(row, key) for key in _KEYS[model]), name): getattr(row, name)
            for row in rows
            for name in names
        }

    right, kept = cells(counted), cells(stored)
    return [
        f"{model.__name__} {cell}: {kept.get(cell, 0)} stored, {right.get(cell, 0)} counted"
        for cell in sorted({*right, *kept}, key=str)
        if right.get(cell, 0) != kept.get(cell, 0)
    ]
