"""The jobs of the benchmark on households and visits: figures, free ranges, pages, search, and visits accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.urls import reverse

from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import WIDTH
from config.bench import outreach_statements as by_hand
from config.bench.accepting import visits_accepted
from config.bench.endurance import export_of_households, memory_of_worker, writers_at_once
from config.bench.jobs import ADMIN_LAST_ROW, Bench, Page
from config.bench.measuring import Result, against, against_sql, medians_ms, page_against_sql
from households.enums import Grain
from households.figures import COUNTS
from households.models import Household
from households.periods import ALL_TIME, Period, period_of
from reports.outreach import period_counts

ADMIN_PAGE = 50
FEW = 3
"""Rounds of what takes seconds from the visits."""


@dataclass(frozen=True)
class Depth:
    """One level of units below a root: what it is called, and how many ids deep it lies."""

    name: str
    root: Area
    depth: int


class OutreachBench(Bench):
    """The same places and browsers, on a register with visits."""

    def results(self) -> Iterator[Result]:
        """All lines about households and visits."""
        yield from self.stored_figures()
        yield from self.free_ranges()
        yield from self.outreach_pages()
        yield from self.household_pages()
        yield from export_of_households()
        yield from visits_accepted(self.commune)
        yield from writers_at_once(self.commune)
        yield from memory_of_worker(self.everyday_pages())

    def depths(self) -> list[Depth]:
        """Districts where there are any, communes, the hamlets of one commune."""
        deep = len(self.commune.path) // WIDTH
        found = [Depth("commune", self.province, deep), Depth("hamlet of a commune", self.commune, deep + 1)]
        if Area.objects.filter(level=AreaLevel.DISTRICT, parent=self.province).exists():
            found.insert(0, Depth("district", self.province, 2))
        return found

    def periods(self) -> list[Period]:
        """The month that runs, its quarter and year, and all the time."""
        return [
            *(period_of(grain, self.today) for grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR)),
            ALL_TIME,
        ]

    def counts(self, at: Depth, first: date, last: date) -> dict[str, dict[str, int]]:
        """What the reports count, by path of the unit."""
        return period_counts(at.root.path, first, last, self.today, at.depth * WIDTH)

    def stored_figures(self) -> Iterator[Result]:
        """Stored figures beside SQL on the same table, and beside counting the visits."""
        for at in self.depths():
            for period in self.periods():
                last = min(period.end - timedelta(days=1), self.today)
                ours = partial(self.counts, at, period.start, last)
                sql = partial(by_hand.stored, at.root.path, at.depth, period.grain, period.start, self.today)
                visits = partial(
                    by_hand.from_visits, at.root.path, at.depth, period.start, period.end, self.today
                )
                found = {path: row["households_reached"] for path, row in ours().items()}
                right = {k: v for k, v in found.items() if v} == {k: v for k, v in visits().items() if v}
                remark = f"{len(found)} rows, figures {'equal' if right else 'DIFFER'}"
                job = f"outreach by {at.name}, {Grain(period.grain).lower()}"
                ours_ms, sql_ms = medians_ms(ours, sql)
                yield against_sql(job, ours_ms, sql_ms, 1.5, remark, right)
                [visits_ms] = medians_ms(visits, rounds=FEW)
                yield against(f"{job}, beside counting the visits", ours_ms, visits_ms, 0.02, "from visits")

    def free_ranges(self) -> Iterator[Result]:
        """Ranges that are no stored period: the last 45 days of a commune, 90 of the province."""
        for name, root, days in (("a commune", self.commune, 45), ("the province", self.province, 90)):
            first = self.today - timedelta(days=days)
            at = Depth(name, root, len(self.commune.path) // WIDTH)
            ours = partial(self.counts, at, first, self.today)
            after = self.today + timedelta(days=1)
            sql = partial(by_hand.all_from_visits, root.path, at.depth, first, after, self.today)
            found = {path: tuple(row[name] for name in COUNTS[:-1]) for path, row in ours().items()}
            right = found == sql()
            ours_ms, sql_ms = medians_ms(ours, sql, rounds=FEW)
            remark = f"all counts of R12 and R14, figures {'equal' if right else 'DIFFER'}"
            yield against_sql(f"outreach of {name}, {days} days", ours_ms, sql_ms, 1.3, remark, right)

    def outreach_pages(self) -> Iterator[Result]:
        """Whole pages about the province beside an empty page."""
        for name in ("households", "topics", "businesses", "movements"):
            page = Page(self.of_province, reverse(f"reports:{name}"), {"area": self.province.pk})
            ours, empty = medians_ms(page, self.empty())
            yield against(f"report {name} of the province, whole page", ours, empty, 12, "an empty page")

    def household_pages(self) -> Iterator[Result]:
        """Search and list of households, in a commune and in the province."""
        places = (("commune", self.of_commune, self.commune), ("province", self.of_province, self.province))
        address = reverse("households:household_list")
        for where, browser, root in places:
            for text in ("nguyen", "thi be"):
                sql = partial(by_hand.household_list, root.path, text)
                ours, theirs, empty = medians_ms(Page(browser, address, {"q": text}), sql, self.empty())
                job = f"search of households for “{text}”, {where}, whole page"
                yield page_against_sql(job, ours, theirs, 4, empty)
        admin, number = reverse("admin:households_household_changelist"), Household.objects.count()
        last_page = -(-min(number, ADMIN_LAST_ROW) // ADMIN_PAGE)
        first, last, found = medians_ms(
            Page(self.of_province, admin),
            Page(self.of_province, admin, {"p": last_page}),
            Page(self.of_province, address, {"q": "nguyen"}),
        )
        yield against(f"admin list of {number} households, last page", last, first, 2, "page 1")
        yield against("admin list of households, page 1", first, found, 3, "the list")

    def everyday_pages(self) -> list[Page]:
        """What is opened all day: home pages, the list of a commune, a search, R12."""
        homes, reports = reverse("households:household_list"), reverse("reports:households")
        return [
            Page(self.of_commune, reverse("home")),
            Page(self.of_commune, homes),
            Page(self.of_commune, homes, {"q": "nguyen"}),
            Page(self.of_commune, reports, {"area": self.commune.pk}),
            Page(self.of_province, reverse("home")),
        ]
