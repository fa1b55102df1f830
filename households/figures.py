"""Keeping the stored figures of hamlets right: what is marked is worked out again, from the visits, always whole.

Two may work at once (the worker, and a page about to show figures). Both first lock the hamlets, then take the
marks, then count: whoever comes second finds no marks, and no count older than a mark is ever written.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db import models, transaction
from django.db.models import Max, Min
from django.utils import timezone

from areas.models import Area
from areas.paths import in_ranges, subtree
from households.business_states import business_changes
from households.counting import BUSINESSES, CALLS, LIVING, ask
from households.figure_statements import (
    Statement,
    insert,
    outreach_statement,
    reach_statement,
    standing_statement,
    topic_statement,
)
from households.models import (
    BusinessFigure,
    DirtyFigure,
    OutreachFigure,
    ReachFigure,
    StandingFigure,
    TopicFigure,
    Visit,
)
from households.periods import Period, months_between, periods_of

HAMLETS_AT_ONCE = 100
_CALLS = ("calls", "people_reached", "nameless_calls", "households_reached")
_LIVING = ("living_reached", "living_refused", "living_absent")
_BUSINESSES = ("business_calls", "businesses_reached", "businesses_etax")
COUNTS = (*_CALLS, *_LIVING, *_BUSINESSES, "living_total")


def recompute_marked(path: str = "") -> int:
    """Work out all that is marked, below the area with this path or everywhere; returns the number of hamlets."""
    marked = DirtyFigure.objects.all()
    if path:
        marked = marked.filter(in_ranges("area__path", [subtree(path)]))
    areas = sorted(set(marked.values_list("area_id", flat=True)))
    for start in range(0, len(areas), HAMLETS_AT_ONCE):
        _recompute(areas[start : start + HAMLETS_AT_ONCE])
    return len(areas)


def freshen(path: str) -> None:
    """Before figures of the area at this path are shown: work out what is marked, if it is a page's worth.

    What is marked in more hamlets than that is left to the worker, who is at it already.
    """
    marked = DirtyFigure.objects.filter(in_ranges("area__path", [subtree(path)])).order_by()
    areas = list(marked.values_list("area_id", flat=True).distinct()[: HAMLETS_AT_ONCE + 1])
    if 0 < len(areas) <= HAMLETS_AT_ONCE:
        _recompute(sorted(areas))


@transaction.atomic
def _recompute(areas: Sequence[int]) -> None:
    lock_and_refresh(areas)


def lock_and_refresh(areas: Sequence[int]) -> None:
    """Inside a transaction: nobody else works on the figures of these hamlets, and no mark is left behind."""
    _lock(areas)
    marks = list(DirtyFigure.objects.filter(area__in=areas).values_list("pk", "area_id", "month"))
    if not marks:
        return
    DirtyFigure.objects.filter(pk__in=[pk for pk, _area, _month in marks]).delete()
    _write(sorted({area for _pk, area, _month in marks}), {month for _pk, _area, month in marks})


def _lock(areas: Sequence[int]) -> None:
    """Without the key: visits of the hamlet may be written meanwhile, and bring their own marks."""
    rows = Area.objects.select_for_update(no_key=True).filter(pk__in=areas).order_by("pk")
    list(rows.values_list("pk", flat=True))


def rebuild(areas: Sequence[int]) -> None:
    """Work out every figure of these hamlets, marked or not: for repair, and after loading visits in bulk."""
    for start in range(0, len(areas), HAMLETS_AT_ONCE):
        some = sorted(areas[start : start + HAMLETS_AT_ONCE])
        with transaction.atomic():
            _lock(some)
            DirtyFigure.objects.filter(area__in=some).delete()
            for model in (OutreachFigure, TopicFigure):
                model.objects.filter(area__in=some).delete()
            _write(some, months_with_visits(some))


def months_with_visits(areas: Sequence[int]) -> set[date]:
    """Months from the first to the last visit in these hamlets, or to one of their households."""
    found = [
        Visit.objects.filter(**{f"{of}__in": areas}).aggregate(
            first=Min("visited_on"), last=Max("visited_on")
        )
        for of in ("area", "household__area")
    ]
    days = [day for ends in found for day in ends.values() if day is not None]
    return set(months_between(min(days), max(days))) if days else set()


def _write(areas: Sequence[int], months: Iterable[date]) -> None:
    months = sorted(set(months))
    periods = periods_of(months)
    starts: dict[str, list[date]] = {}
    for period in periods:
        starts.setdefault(period.grain, []).append(period.start)
    for grain, days in starts.items():
        OutreachFigure.objects.filter(area__in=areas, grain=grain, starts_on__in=days).delete()
    TopicFigure.objects.filter(area__in=areas, month__in=months).delete()
    for changing in (StandingFigure, BusinessFigure, ReachFigure):
        changing.objects.filter(area__in=areas).delete()
    for model, statement in statements(areas, periods, months):
        also = {"computed_at": timezone.now()} if model is OutreachFigure else {}
        insert(model, statement, **also)
    BusinessFigure.objects.bulk_create(
        (BusinessFigure(**row) for row in business_changes(areas)), batch_size=1000
    )


def statements(
    areas: Sequence[int], periods: Sequence[Period], months: Sequence[date]
) -> list[tuple[type[models.Model], Statement]]:
    """How the figures of these hamlets are counted; those of topics and of periods only for the months given."""
    found = [
        (OutreachFigure, outreach_statement(areas, periods, months_with_visits(areas))),
        (StandingFigure, standing_statement(areas)),
        (ReachFigure, reach_statement(areas)),
    ]
    return [*found, (TopicFigure, topic_statement(areas, months))] if months else found


def counts_between(
    areas: Sequence[int], start: date, end: date, names: Collection[str] = COUNTS
) -> dict[int, dict[str, int]]:
    """Counts of each hamlet over any range of days [start, end), from the visits themselves.

    Only what is needed for the `names` is asked; the other counts are 0.
    """
    counts: dict[int, dict[str, int]] = {}
    for statement, those in ((CALLS, _CALLS), (LIVING, _LIVING), (BUSINESSES, _BUSINESSES)):
        if not set(those) & set(names):
            continue
        for area, *values in ask(statement, areas, start, end):
            row = counts.setdefault(area, dict.fromkeys(COUNTS, 0))
            row.update(zip(those, (int(value or 0) for value in values), strict=True))
    return counts
