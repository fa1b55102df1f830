"""R13: what was taught on which platform, with what result. Occurrences, never people and never households (BR-37)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from areas.models import Area
from households.counting import TOPICS, ask
from households.figures import freshen
from households.models import Platform, StandingFigure, Topic, TopicFigure
from households.periods import month_after, months_between
from reports.asked import Asked
from reports.ground import path_on, versions_on
from reports.outreach import day_after, in_hamlets_of
from reports.table import Column, Report, Row

RESULTS = ("introduced", "installed", "account_opened", "self_use")
NAMES = (*RESULTS, "failed")
STANDING = {"INTRODUCED": "now_introduced", "INSTALLED": "now_installed"}
STANDING |= {"ACCOUNT_OPENED": "now_account", "SELF_USE": "now_alone"}
TIMES, NOW = gettext_lazy("Times in the period"), gettext_lazy("Households by newest result")


def _int(key: str, label: Any, group: Any) -> Column:
    return Column(key=key, label=label, kind="int", width=10, group=group)


COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Topic"), width=30),
    Column(key="platform", label=gettext_lazy("Platform"), width=22),
    _int("introduced", gettext_lazy("introduced"), TIMES),
    _int("installed", gettext_lazy("installed"), TIMES),
    _int("account_opened", gettext_lazy("account opened"), TIMES),
    _int("self_use", gettext_lazy("does it alone"), TIMES),
    _int("all", gettext_lazy("all times"), TIMES),
    _int("failed", gettext_lazy("not yet"), TIMES),
    _int("now_introduced", gettext_lazy("introduced"), NOW),
    _int("now_installed", gettext_lazy("installed"), NOW),
    _int("now_account", gettext_lazy("account opened"), NOW),
    _int("now_alone", gettext_lazy("does it alone"), NOW),
]

Key = tuple[int, int | None]
"""Topic and platform."""


@dataclass(frozen=True)
class Span:
    """The months that lie whole in the period, and the days at its ends that do not."""

    months: list[date]
    rests: list[tuple[date, date]]


def definition() -> str:
    """What the figures mean."""
    return _(
        "Times: how often a topic was treated in the period; several in one visit count each, and two logs of one team "
        "at one household on one day count once, with the better result (BR-35). “All times” is the sum of the four "
        "results; “not yet” stands apart. Times are neither people nor households and are never added up to them "
        "(BR-37). Households by newest result: living households at the end of the last month, each once for a topic "
        "and platform."
    )


def topics_report(asked: Asked) -> Report:
    """R13 of the unit asked for."""
    freshen(asked.area.path)
    times, standing = times_of(asked), standing_of(asked.area, asked.on)
    topics = {topic.pk: topic for topic in Topic.objects.all()}
    platforms = dict(Platform.objects.values_list("pk", "name"))
    keys = sorted({*times, *standing}, key=lambda key: _order(topics[key[0]], platforms.get(key[1] or 0, "")))
    rows = [
        Row(
            {
                "name": topics[topic].name,
                "platform": platforms.get(platform or 0, ""),
                **_cells(times.get((topic, platform), {}), standing.get((topic, platform), {})),
            }
        )
        for topic, platform in keys
    ]
    return Report(
        code="R13",
        title=_("Topics and platforms in %(unit)s") % {"unit": asked.area.full_name},
        definition=definition(),
        area=asked.area,
        period=(asked.first, asked.last),
        columns=COLUMNS,
        rows=rows,
        total=Row({"name": _("Total times"), **_sum(rows)}),
        empty=_("No visit of this period treated a topic. Choose other days."),
    )


def _order(topic: Topic, platform: str) -> tuple[int, str, str]:
    return topic.order, topic.code, platform


def _cells(times: dict[str, int], standing: dict[str, int]) -> dict[str, int]:
    counts = {name: times.get(name, 0) for name in NAMES}
    return counts | {
        "all": sum(counts[name] for name in RESULTS),
        **{name: standing.get(result, 0) for result, name in STANDING.items()},
    }


def _sum(rows: Iterable[Row]) -> dict[str, int]:
    """Times add up; households by result do not: one household stands with several topics."""
    return {name: sum(row.cells[name] for row in rows) for name in (*NAMES, "all")}


def times_of(asked: Asked) -> dict[Key, dict[str, int]]:
    """Times by topic and platform: whole months as stored, the days at the ends from the visits."""
    span = span_of(asked.first, asked.last)
    found: dict[Key, dict[str, int]] = {}
    stored = in_hamlets_of(asked.area, asked.on, TopicFigure.objects.filter(month__in=span.months))
    sums = stored.values_list("topic_id", "platform_id").annotate(*[Sum(name) for name in NAMES])
    for topic, platform, *values in sums:
        _add(found, (topic, platform), values)
    if span.rests:
        inside = versions_on(asked.on, path_on(asked.area, asked.on)).filter(level=AreaLevel.HAMLET)
        areas = list(inside.values_list("area_id", flat=True))
        for first, last in span.rests:
            for _area, topic, platform, *values in ask(TOPICS, areas, first, day_after(last)):
                _add(found, (topic, platform), values)
    return found


def _add(found: dict[Key, dict[str, int]], key: Key, values: Iterable[Any]) -> None:
    row = found.setdefault(key, dict.fromkeys(NAMES, 0))
    for name, value in zip(NAMES, values, strict=True):
        row[name] += int(value)


def span_of(first: date, last: date) -> Span:
    """Splits a range of days, both included, into whole months and what is left at its ends.

    The month that still runs is whole when the range goes on to today: no visit lies behind it.
    """
    is_open = last >= timezone.localdate()
    months = [
        m
        for m in months_between(first, last)
        if m >= first and (is_open or month_after(m) <= day_after(last))
    ]
    if not months:
        return Span([], [(first, last)])
    rests = [(first, months[0].replace(day=1))] if first < months[0] else []
    rests = [(start, _day_before(end)) for start, end in rests]
    after = month_after(months[-1])
    return Span(months, [*rests, (after, last)] if after <= last else rests)


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def standing_of(area: Area, on: date) -> dict[Key, dict[str, int]]:
    """How many living households stand where at the end of the month of the day."""
    changes = in_hamlets_of(area, on, StandingFigure.objects.filter(month__lte=on.replace(day=1)))
    found: dict[Key, dict[str, int]] = {}
    rows = changes.values_list("topic_id", "platform_id", "result").annotate(Sum("change"))
    for topic, platform, result, households in rows:
        if households:
            found.setdefault((topic, platform), {})[result] = households
    return found
