"""The jobs of the benchmark on a merged province: what is measured, and beside what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import Area
from config.bench import statements as by_hand
from config.bench.measuring import Result, against, against_sql, medians_ms, page_against_sql, within
from config.demo.bulk import OFFICIAL, OFFICIAL_OF_ALL
from reports.coverage import CoverageRow, coverage_by, units_on
from teams.findings import findings_of, quality_of
from teams.models import Person, Team

BACKEND = "accounts.backends.RegisterBackend"
PAGE = 50
ADMIN_LAST_ROW = 10_000
"""The admin counts no further; its last page ends there."""
FEW_TEAMS = 40
PAST = date(2025, 9, 15)
MOST_PICKER_BYTES = 5000


class Page:
    """A page that is asked for and rendered each time it is called; anything but 200 is an error."""

    def __init__(self, browser: Client, address: str, settings: Mapping[str, object] | None = None) -> None:
        self.browser = browser
        self.url = f"{address}?{urlencode(settings)}" if settings else address

    def __call__(self) -> Any:
        answer = self.browser.get(self.url)
        if answer.status_code != 200:
            raise RuntimeError(f"{self.url} answered {answer.status_code}")
        return answer

    def size(self) -> int:
        """Bytes of the answer."""
        return len(self().content)


@dataclass
class Bench:
    """The places that are looked at, and two browsers: of the province and of one commune."""

    province: Area
    commune: Area
    today: date

    @classmethod
    def of_database(cls) -> "Bench":
        """The province with the most teams, and its first commune."""
        province = Area.objects.get(level=AreaLevel.PROVINCE, code="91")
        communes = Area.objects.filter(path__startswith=province.path, level=AreaLevel.COMMUNE)
        commune = communes.order_by("code")[0]
        return cls(province, commune, timezone.localdate())

    @cached_property
    def of_province(self) -> Client:
        """A browser of somebody who works for the whole province."""
        return _browser(OFFICIAL_OF_ALL)

    @cached_property
    def of_commune(self) -> Client:
        """A browser of the official of one commune."""
        return _browser(OFFICIAL)

    def results(self) -> Iterator[Result]:
        """All lines of the table."""
        yield from self.coverage()
        yield from self.rules()
        yield from self.searches()
        yield from self.picker()
        yield from self.lists()
        yield from self.whole_pages()

    def empty(self) -> Page:
        """An empty page of the site: the frame of every page, and no rows."""
        return Page(self.of_province, reverse("reports:index"))

    def coverage(self) -> Iterator[Result]:
        """As-of coverage of teams by units of each depth, today and on a past day."""
        levels = (
            ("by commune", self.province, AreaLevel.COMMUNE, 2),
            ("of the province", self.province, AreaLevel.PROVINCE, 1),
            ("by hamlet of a commune", self.commune, AreaLevel.HAMLET, 3),
        )
        for what, root, level, depth in levels:
            for day, word in ((self.today, "today"), (PAST, "past day")):
                report = partial(_coverage, root, day, level)
                sql = partial(by_hand.coverage, root.path, level, depth, day)
                rows = report()
                right = {row.path: (row.hamlets, row.covered) for row in rows if row.hamlets} == sql()
                remark = f"{len(rows)} rows, figures {'equal' if right else 'DIFFER'}"
                ours, theirs = medians_ms(report, sql)
                yield against_sql(f"coverage {what}, {word}", ours, theirs, 1.5, remark, right)

    def rules(self) -> Iterator[Result]:
        """Composition and quality of all teams, with as many queries for 40 as for 4,000."""
        teams = list(Team.objects.all())
        for name, judge in (("composition", findings_of), ("quality", quality_of)):
            with CaptureQueriesContext(connection) as many:
                judge(teams, self.today)
            with CaptureQueriesContext(connection) as few:
                judge(teams[:FEW_TEAMS], self.today)
            [ours] = medians_ms(partial(judge, teams, self.today))
            remark = f"{len(many)} queries, for {FEW_TEAMS} teams {len(few)}"
            job = f"{name} findings of {len(teams)} teams"
            yield within(job, ours, 2000, remark, len(many) == len(few))

    def searches(self) -> Iterator[Result]:
        """Search of teams and people, whole page, in a commune and in the province."""
        lists = (
            ("teams", "teams:team_list", "to cnscd", by_hand.team_list),
            ("people", "teams:person_list", "minh", by_hand.person_list),
        )
        places = (("province", self.of_province, self.province), ("commune", self.of_commune, self.commune))
        for where, browser, root in places:
            for what, name, text, sql in lists:
                page = Page(browser, reverse(name), {"q": text})
                ours, theirs, empty = medians_ms(
                    page, partial(sql, root.path, text, self.today), self.empty()
                )
                yield page_against_sql(f"search of {what}, {where}, whole page", ours, theirs, 4, empty)

    def picker(self) -> Iterator[Result]:
        """One keystroke among all hamlets."""
        hamlets = Area.objects.filter(level=AreaLevel.HAMLET).count()
        for text, what in (("tan", "beginning"), ("hung", "further in")):
            page = Page(
                self.of_province, reverse("areas:area_picker"), {"q": text, "level": str(AreaLevel.HAMLET)}
            )
            size = page.size()
            sql = partial(by_hand.pick_hamlets, self.province.path, text, self.today)
            ours, theirs, empty = medians_ms(page, sql, self.empty())
            job = f"picker, one keystroke among {hamlets} hamlets ({what})"
            right = size <= MOST_PICKER_BYTES
            yield page_against_sql(job, ours, theirs, 2, empty, f"{size} bytes", right)

    def lists(self) -> Iterator[Result]:
        """First and last page, in the application and in Django admin."""
        user = User.objects.get(username=OFFICIAL_OF_ALL)
        for what, rows in (("person", Person.objects), ("team", Team.objects)):
            number = rows.visible_to(user).count()  # type: ignore[attr-defined] # our queryset
            app, admin = reverse(f"teams:{what}_list"), reverse(f"admin:teams_{what}_changelist")
            last, last_admin = -(-number // PAGE), -(-min(number, ADMIN_LAST_ROW) // PAGE)
            first_ms, last_ms, first_admin_ms, last_admin_ms = medians_ms(
                Page(self.of_province, app),
                Page(self.of_province, app, {"page": last}),
                Page(self.of_province, admin),
                Page(self.of_province, admin, {"p": last_admin}),
            )
            yield against(f"list of {number} rows ({what}), last page", last_ms, first_ms, 2, "page 1")
            yield against(f"admin list ({what}), page 1", first_admin_ms, first_ms, 3, "the list")
            yield against(f"admin list ({what}), last page", last_admin_ms, first_admin_ms, 2, "page 1")

    def whole_pages(self) -> Iterator[Result]:
        """The pages about the whole province, rendered."""
        coverage = reverse("reports:coverage")
        pages = (
            ("coverage of all communes", coverage, {"area": self.province.pk}),
            ("members of all communes", coverage, {"area": self.province.pk, "show": "members"}),
            ("home page of the province", reverse("home"), {}),
        )
        for what, address, settings in pages:
            ours, empty = medians_ms(Page(self.of_province, address, settings), self.empty())
            yield against(f"{what}, whole page", ours, empty, 12, "an empty page")


def _coverage(root: Area, on: date, level: str) -> list[CoverageRow]:
    return coverage_by(units_on(root, on, level), on)


def _browser(username: str) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    return client
