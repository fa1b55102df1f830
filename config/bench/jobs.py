"""The jobs of the benchmark on a merged province: what is measured, and beside what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

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
from config.bench.measuring import Result, against, against_sql, median_ms, page_against_sql, within
from config.demo.bulk import DECIDED_BY, OFFICIAL
from reports.coverage import coverage_by, units_on
from teams.findings import findings_of, quality_of
from teams.models import Person, Team

BACKEND = "accounts.backends.RegisterBackend"
PAGE = 50
ADMIN_LAST_ROW = 10_000
"""The admin counts no further; its last page ends there."""
FEW_TEAMS = 40
MOST_PICKER_BYTES = 5000


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
        commune = Area.objects.filter(parent=province).order_by("code")[0]
        return cls(province, commune, timezone.localdate())

    @cached_property
    def of_province(self) -> Client:
        """A browser of somebody who works for the whole province."""
        return _browser(DECIDED_BY)

    @cached_property
    def of_commune(self) -> Client:
        """A browser of the official of one commune."""
        return _browser(OFFICIAL)

    @cached_property
    def empty(self) -> float:
        """An empty page of the site: the frame of every page, and no rows."""
        return page_ms(self.of_province, reverse("reports:index"))

    def results(self) -> Iterator[Result]:
        """All lines of the table."""
        yield from self.coverage()
        yield from self.rules()
        yield from self.searches()
        yield from self.picker()
        yield from self.lists()
        yield from self.whole_pages()

    def coverage(self) -> Iterator[Result]:
        """As-of coverage of teams by units of each depth, today and on a past day."""
        past = date(2025, 9, 15)
        levels = (
            ("by commune", self.province, AreaLevel.COMMUNE, 2),
            ("of the province", self.province, AreaLevel.PROVINCE, 1),
            ("by hamlet of a commune", self.commune, AreaLevel.HAMLET, 3),
        )
        for what, root, level, depth in levels:
            for day, word in ((self.today, "today"), (past, "past day")):
                rows = coverage_by(units_on(root, day, level), day)
                ours = {row.path: (row.hamlets, row.covered) for row in rows if row.hamlets}
                counted = by_hand.coverage(root.path, level, depth, day)
                yield against_sql(
                    f"coverage {what}, {word}",
                    median_ms(lambda a=root, b=level, c=day: coverage_by(units_on(a, c, b), c)),
                    median_ms(lambda a=root, b=level, c=depth, d=day: by_hand.coverage(a.path, b, c, d)),
                    1.5,
                    f"{len(rows)} rows, figures {'equal' if ours == counted else 'DIFFER'}",
                    ours == counted,
                )

    def rules(self) -> Iterator[Result]:
        """Composition and quality of all teams, with as many queries for 40 as for 4,000."""
        teams = list(Team.objects.all())
        for name, judge in (("composition", findings_of), ("quality", quality_of)):
            with CaptureQueriesContext(connection) as many:
                judge(teams, self.today)
            with CaptureQueriesContext(connection) as few:
                judge(teams[:FEW_TEAMS], self.today)
            yield within(
                f"{name} findings of {len(teams)} teams",
                median_ms(lambda judge=judge: judge(teams, self.today), 3),
                2000,
                f"{len(many)} queries, for {FEW_TEAMS} teams {len(few)}",
                len(many) == len(few),
            )

    def searches(self) -> Iterator[Result]:
        """Search of teams and people, whole page, in a commune and in the province."""
        places = (("province", self.of_province, self.province), ("commune", self.of_commune, self.commune))
        for where, browser, root in places:
            for what, name, sql in (
                ("teams", "teams:team_list", by_hand.team_list),
                ("people", "teams:person_list", by_hand.person_list),
            ):
                text = "to cnscd" if what == "teams" else "minh"
                yield page_against_sql(
                    f"search of {what}, {where}, whole page",
                    page_ms(browser, reverse(name), q=text),
                    median_ms(lambda sql=sql, root=root, text=text: sql(root.path, text, self.today)),
                    4,
                    self.empty,
                )

    def picker(self) -> Iterator[Result]:
        """One keystroke among all hamlets."""
        hamlets = Area.objects.filter(level=AreaLevel.HAMLET).count()
        for text, what in (("tan", "beginning"), ("hung", "further in")):
            address = {"q": text, "level": AreaLevel.HAMLET}
            answer = self.of_province.get(reverse("areas:area_picker"), address)
            size = len(answer.content)
            yield page_against_sql(
                f"picker, one keystroke among {hamlets} hamlets ({what})",
                page_ms(self.of_province, reverse("areas:area_picker"), **address),
                median_ms(lambda text=text: by_hand.pick_hamlets(self.province.path, text, self.today)),
                2,
                self.empty,
                f"{size} bytes",
            )

    def lists(self) -> Iterator[Result]:
        """First and last page, in the application and in Django admin."""
        people = Person.objects.visible_to(User.objects.get(username=DECIDED_BY)).count()  # type: ignore[attr-defined] # our queryset
        teams = Team.objects.visible_to(User.objects.get(username=DECIDED_BY)).count()  # type: ignore[attr-defined] # our queryset
        for what, number in (("person", people), ("team", teams)):
            app, admin = reverse(f"teams:{what}_list"), reverse(f"admin:teams_{what}_changelist")
            first = page_ms(self.of_province, app)
            last = page_ms(self.of_province, app, page=-(-number // PAGE))
            first_admin = page_ms(self.of_province, admin)
            last_admin = page_ms(self.of_province, admin, p=-(-min(number, ADMIN_LAST_ROW) // PAGE))
            yield against(f"list of {number} rows ({what}), last page", last, first, 2, "page 1")
            yield against(f"admin list ({what}), page 1", first_admin, first, 3, "the list")
            yield against(f"admin list ({what}), last page", last_admin, first_admin, 2, "page 1")

    def whole_pages(self) -> Iterator[Result]:
        """The pages about the whole province, rendered."""
        pages = (
            ("coverage of all communes", reverse("reports:coverage"), {"area": self.province.pk}),
            ("home page of the province", reverse("home"), {}),
        )
        for what, address, settings in pages:
            yield against(
                f"{what}, whole page",
                page_ms(self.of_province, address, **settings),
                self.empty,
                12,
                "an empty page",
            )


def _browser(username: str) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    return client


def page_ms(browser: Client, address: str, **settings: object) -> float:
    """A page asked for and rendered; anything but 200 is an error of the benchmark."""
    url = f"{address}?{urlencode(settings)}" if settings else address

    def fetch() -> None:
        answer = browser.get(url)
        if answer.status_code != 200:
            raise RuntimeError(f"{url} answered {answer.status_code}")

    return median_ms(fetch)
