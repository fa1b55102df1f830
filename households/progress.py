"""How many households stand where with each topic and platform, and how that came about month by month.

Read from `StandingFigure`: each living household counts once for a topic and platform, by its newest result; the
changes up to a month add up to its standing. People who stand at two topics are counted at both: rows never add up.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from areas.models import Area
from areas.paths import in_ranges, subtree
from households.enums import SkillResult
from households.figures import freshen
from households.models import Platform, StandingFigure, Topic
from households.periods import months_between

RESULTS = (
    SkillResult.INTRODUCED,
    SkillResult.INSTALLED,
    SkillResult.ACCOUNT_OPENED,
    SkillResult.SELF_USE,
    SkillResult.FAILED,
)
MONTHS = 12
Key = tuple[int, int | None]


@dataclass(frozen=True)
class ProgressLine:
    """A topic and platform (or a month): households by their newest result, in the order of `RESULTS`."""

    label: str
    counts: list[int]
    key: str = ""
    month: date | None = None

    @property
    def total(self) -> int:
        """Households that have heard of it at all."""
        return sum(self.counts)


def standings_below(area: Area, until: date) -> list[ProgressLine]:
    """Each topic and platform at the end of the month of `until`, below the area."""
    freshen(area.path)
    rows = _figures(area).filter(month__lte=until.replace(day=1)).values_list("topic", "platform", "result")
    counts: dict[Key, dict[str, int]] = defaultdict(dict)
    for topic, platform, result, change in rows.annotate(change=Sum("change")):
        counts[(topic, platform)][result] = change
    topics = Topic.objects.in_bulk({topic for topic, _platform in counts})
    platforms = Platform.objects.in_bulk({platform for _topic, platform in counts if platform})
    ordered = sorted(counts, key=lambda key: (topics[key[0]].order, key[0], key[1] or 0))
    lines = [
        ProgressLine(
            _label(topics[topic], platforms.get(platform or 0)),
            _in_order(counts[(topic, platform)]),
            f"{topic}-{platform}" if platform else str(topic),
        )
        for topic, platform in ordered
    ]
    return [line for line in lines if line.total]


def month_by_month(area: Area, key: str, until: date) -> list[ProgressLine]:
    """The standing with one topic and platform at the end of each of the last twelve months."""
    topic, platform = read_key(key)
    rows = _figures(area).filter(topic=topic, platform=platform)
    changes: dict[date, dict[str, int]] = defaultdict(dict)
    for month, result, change in rows.values_list("month", "result").annotate(change=Sum("change")):
        changes[month][result] = change
    last = until.replace(day=1)
    first = date(last.year - 1, last.month, 1)
    shown = list(months_between(first, last))[-MONTHS:]
    return [
        ProgressLine("", _in_order(_sum(row for at, row in changes.items() if at <= month)), month=month)
        for month in shown
    ]


def read_key(key: str) -> Key:
    """Topic and platform of a line; ValueError for anything else."""
    topic, _dash, platform = key[:40].partition("-")
    if not all(part.isascii() and part.isdigit() and len(part) < 18 for part in (topic, platform or "0")):
        raise ValueError(key)
    return int(topic), int(platform) if platform else None


def _figures(area: Area) -> Any:
    return StandingFigure.objects.filter(in_ranges("area__path", [subtree(area.path)])).order_by()


def _sum(rows: Iterable[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = defaultdict(int)
    for row in rows:
        for result, change in row.items():
            total[result] += change
    return total


def _in_order(counts: dict[str, int]) -> list[int]:
    return [counts.get(result, 0) for result in RESULTS]


def _label(topic: Topic, platform: Platform | None) -> str:
    return f"{topic.name}: {platform.name}" if platform and platform.name != topic.name else topic.name
