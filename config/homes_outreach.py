"""Outreach on the home pages: households reached now and by month, of a unit or of the hamlets of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.urls import reverse
from django.utils.http import urlencode

from areas.models import Area
from areas.paths import in_ranges, subtree
from households.enums import Grain
from households.figures import freshen
from households.models import OutreachFigure
from households.periods import BEGINNING
from reports.outreach_page import MonthLine, course_of

MONTHS = 6


@dataclass(frozen=True)
class OutreachNow:
    """Households living in a place, how many of them were ever guided, and the last months."""

    living: int
    reached: int
    refused: int
    absent: int
    course: list[MonthLine]
    url: str

    @property
    def never(self) -> int:
        """Households on whose door nobody has knocked yet."""
        return self.living - self.reached - self.refused - self.absent

    @property
    def month(self) -> MonthLine:
        """The month that runs."""
        return self.course[-1]


def outreach_now(area: Area, on: date) -> OutreachNow:
    """Outreach of a unit, up to date with every visit written before."""
    freshen(area.path)
    names = ("living_total", "living_reached", "living_refused", "living_absent")
    figures = OutreachFigure.objects.filter(
        in_ranges("area__path", [subtree(area.path)]), grain=Grain.ALL, starts_on=BEGINNING
    )
    sums = figures.order_by().aggregate(**{name: Sum(name) for name in names})
    return OutreachNow(
        *(sums[name] or 0 for name in names),
        course=course_of(area, on, MONTHS),
        url=f"{reverse('reports:households')}?{urlencode({'area': area.pk})}",
    )


def outreach_of_hamlets(hamlets: Sequence[Area], on: date) -> list[tuple[Area, OutreachNow]]:
    """Outreach of each hamlet of a team; a team has a handful."""
    return [(hamlet, outreach_now(hamlet, on)) for hamlet in hamlets]
