"""How a unit stands: coverage on a day, and what changed since the end of the month before."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from areas.models import Area
from common.templatetags.figures import percent
from reports.coverage import CoverageRow, coverage_of
from reports.table import Share


@dataclass(frozen=True)
class Standing:
    """Coverage on a day beside that at the end of the month before."""

    on: date
    now: Share
    before: date
    then: Share

    @property
    def percent(self) -> Decimal | None:
        """Coverage in percent, with one decimal."""
        return percent(*self.now) if self.now.total else None

    @property
    def change(self) -> int | None:
        """Hamlets more (or fewer) with a team; None where one of the two days has no hamlets."""
        return self.now.part - self.then.part if self.now.total and self.then.total else None


def standing(area: Area, on: date, now: Share | None = None) -> Standing:
    """Coverage of a unit on a day (when it is not counted yet) and at the end of the month before."""
    before = on.replace(day=1) - timedelta(days=1)
    return Standing(on, now or _share(area, on), before, _share(area, before))


def _share(area: Area, on: date) -> Share:
    return share_of(coverage_of(area, on))


def share_of(row: CoverageRow) -> Share:
    """Covered hamlets of all hamlets."""
    return Share(row.covered, row.hamlets)
