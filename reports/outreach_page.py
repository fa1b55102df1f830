"""What stands around an outreach report on the screen: periods to choose, the course by month, how fresh it is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.models import Area
from areas.paths import in_ranges, subtree
from households.enums import Grain
from households.figures import freshen
from households.models import DirtyFigure, OutreachFigure, ReachFigure
from households.periods import BEGINNING, month_after, period_of
from reports.asked import Asked
from reports.outreach import in_hamlets_of

MONTHS_SHOWN = 12


OUTREACH = "reports/outreach.html"


def around(request: HttpRequest, name: str, asked: Asked) -> dict[str, Any]:
    """Context of the template of outreach reports; the course stands under the report on households."""
    return {
        "spans": spans(request, asked),
        "data_until": data_until(asked.area),
        "course": course_of(asked.area, asked.on) if name == "households" else [],
    }


@dataclass(frozen=True)
class MonthLine:
    """One month of a unit: calls, households reached in it, and reached at all up to its end."""

    month: date
    calls: int
    people: int
    reached: int
    reached_until: int


def course_of(area: Area, on: date, months: int = MONTHS_SHOWN) -> list[MonthLine]:
    """The months up to that of the day. Reached: distinct within the month; reached until: distinct at all."""
    freshen(area.path)
    last = on.replace(day=1)
    first = month_after(last, 1 - months)
    months_shown = OutreachFigure.objects.filter(grain=Grain.MONTH, starts_on__range=(first, last))
    figures = in_hamlets_of(area, on, months_shown)
    names = ("calls", "nameless_calls", "people_reached", "households_reached")
    rows = {
        row["starts_on"]: row for row in figures.values("starts_on").annotate(**{n: Sum(n) for n in names})
    }
    reached = in_hamlets_of(area, on, ReachFigure.objects.filter(month__lte=last))
    news = dict(reached.values_list("month").annotate(n=Sum("households")))
    until = sum(n for month, n in news.items() if month < first)
    lines = []
    for number in range(months):
        month = month_after(first, number)
        row = rows.get(month, dict.fromkeys(names, 0))
        until += news.get(month, 0)
        calls = row["calls"] + row["nameless_calls"]
        lines.append(MonthLine(month, calls, row["people_reached"], row["households_reached"], until))
    return lines


def data_until(area: Area) -> datetime:
    """Up to which moment visits are in the figures of the unit: now, or the oldest mark not worked off."""
    marks = DirtyFigure.objects.filter(in_ranges("area__path", [subtree(area.path)]))
    oldest: datetime | None = marks.aggregate(at=Min("marked_at"))["at"]
    return oldest or timezone.now()


def spans(request: HttpRequest, asked: Asked) -> list[tuple[str, str, bool]]:
    """Periods in one click: words, address, whether it is the one shown."""
    today = timezone.localdate()
    before = month_after(today, -1)
    choices = (
        (_("This month"), today.replace(day=1), today),
        (_("Last month"), before, date.fromordinal(today.replace(day=1).toordinal() - 1)),
        (_("This quarter"), period_of(Grain.QUARTER, today).start, today),
        (_("This half-year"), period_of(Grain.HALF, today).start, today),
        (_("This year"), date(today.year, 1, 1), today),
        (_("All the time"), BEGINNING, today),
    )
    kept = request.GET.copy()
    kept.pop("page", None)
    found = []
    for words, first, last in choices:
        kept["from"], kept["to"] = f"{first:%d/%m/%Y}", f"{last:%d/%m/%Y}"
        found.append((words, f"?{kept.urlencode()}", (first, last) == (asked.first, asked.last)))
    return found
