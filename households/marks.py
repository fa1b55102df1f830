"""Marks: which figures must be worked out again. Written in the transaction of the change itself."""

from collections.abc import Iterable
from datetime import date

from households.models import DirtyFigure

Pair = tuple[int, date]
"""Id of a hamlet, and a day in the month to be worked out again."""


def mark(pairs: Iterable[Pair]) -> None:
    """Mark hamlets and months; call it inside the transaction that changes their visits or households."""
    wanted = {(area, day.replace(day=1)) for area, day in pairs}
    DirtyFigure.objects.bulk_create(DirtyFigure(area_id=area, month=month) for area, month in sorted(wanted))
