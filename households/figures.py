"""Keeping the stored figures of hamlets right: what is marked is worked out again, from the visits, always whole.

Two may work at once (the worker, and a page about to show figures). Both first lock the hamlets, then take the
marks, then count: whoever comes second finds no marks, and no count older than a mark is ever written.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import models, transaction
from django.db.models import Max, Min
from django.utils import timezone

from areas.models import Area
from areas.paths import in_ranges, subtree
from households.business_states import business_changes
from households.counting import BUSINESSES, CALLS, FIRST_REACHED, LIVING, REGISTER, STANDINGS, TOPICS, ask
from households.enums import Grain
from households.models import (
    BusinessFigure,
    DirtyFigure,
    OutreachFigure,
    ReachFigure,
    StandingFigure,
    TopicFigure,
    Visit,
)
from households.periods import ALL_TIME, Period, months_between, period_of, periods_of

HAMLETS_AT_ONCE = 100
_CALLS = ("calls", "people_reached", "nameless_calls", "households_reached")
_LIVING = ("living_reached", "living_refused", "living_absent")
_BUSINESSES = ("business_calls", "businesses_reached", "businesses_etax")
_TOPICS = ("introduced", "installed", "account_opened", "self_use", "failed")
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
    months, now = sorted(set(months)), timezone.now()
    periods = periods_of(months)
    for period in periods:
        OutreachFigure.objects.filter(area__in=areas, grain=period.grain, starts_on=period.start).delete()
    TopicFigure.objects.filter(area__in=areas, month__in=months).delete()
    for changing in (StandingFigure, BusinessFigure, ReachFigure):
        changing.objects.filter(area__in=areas).delete()
    _create(OutreachFigure, [row for period in periods for row in outreach_figures(areas, period, now)])
    _create(TopicFigure, [row for month in months for row in topic_figures(areas, month)])
    _create(StandingFigure, standing_figures(areas))
    _create(ReachFigure, reach_figures(areas))
    _create(BusinessFigure, [BusinessFigure(**row) for row in business_changes(areas)])


def _create(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    model._default_manager.bulk_create(rows, batch_size=1000)


def outreach_figures(areas: Sequence[int], period: Period, now: datetime) -> list[OutreachFigure]:
    """Rows of these hamlets over one period; none for a hamlet in which nothing happened."""
    counts = counts_between(areas, period.start, period.end)
    if period == ALL_TIME:
        for area, living in ask(REGISTER, areas):
            counts.setdefault(area, dict.fromkeys(COUNTS, 0))["living_total"] = living
    return [
        OutreachFigure(area_id=area, grain=period.grain, starts_on=period.start, computed_at=now, **row)
        for area, row in sorted(counts.items())
    ]


def counts_between(areas: Sequence[int], start: date, end: date) -> dict[int, dict[str, int]]:
    """Counts of each hamlet over any range of days [start, end), from the visits themselves."""
    counts: dict[int, dict[str, int]] = {}
    for statement, names in ((CALLS, _CALLS), (LIVING, _LIVING), (BUSINESSES, _BUSINESSES)):
        for area, *values in ask(statement, areas, start, end):
            row = counts.setdefault(area, dict.fromkeys(COUNTS, 0))
            row.update(zip(names, (int(value or 0) for value in values), strict=True))
    return counts


def topic_figures(areas: Sequence[int], month: date) -> list[TopicFigure]:
    """Occurrences of each topic and platform in these hamlets in one month."""
    period = period_of(Grain.MONTH, month)
    return [
        TopicFigure(
            area_id=area,
            month=period.start,
            topic_id=topic,
            platform_id=platform,
            **dict(zip(_TOPICS, map(int, values), strict=True)),
        )
        for area, topic, platform, *values in ask(TOPICS, areas, period.start, period.end)
    ]


def reach_figures(areas: Sequence[int]) -> list[ReachFigure]:
    """Households of these hamlets by the month in which they were first reached."""
    return [
        ReachFigure(area_id=area, month=date.fromisoformat(month), households=households)
        for area, month, households in ask(FIRST_REACHED, areas)
    ]


def standing_figures(areas: Sequence[int]) -> list[StandingFigure]:
    """Changes of standing of the living households of these hamlets, month by month."""
    changes: dict[tuple[int, date, int, int | None, str], int] = {}
    for area, month, topic, platform, result, former in ask(STANDINGS, areas):
        if result == former:
            continue
        day = date.fromisoformat(month)
        for standing, change in ((result, 1), (former, -1)):
            if standing is not None:
                key = (area, day, topic, platform, standing)
                changes[key] = changes.get(key, 0) + change
    return [
        StandingFigure(
            area_id=area, month=month, topic_id=topic, platform_id=platform, result=result, change=change
        )
        for (area, month, topic, platform, result), change in changes.items()
        if change
    ]
