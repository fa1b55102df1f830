"""Stored figures are those of a plain recount, whatever happened to visits, households and businesses (T-R12)."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.management import call_command
from django.db.models import F

from households.figure_checks import differences
from households.figures import counts_between, rebuild, recompute_marked
from households.marks import mark
from households.models import (
    DirtyFigure,
    Household,
    HouseholdBusiness,
    OutreachFigure,
    Platform,
    Topic,
    Visit,
    VisitTopic,
)
from households.periods import months_between, period_of
from tests.cast import Cast, make_cast
from tests.households.recount import outreach, register_of, wrong_cells
from tests.teams.builders import make_active_team

FIRST, LAST = date(2023, 11, 1), date(2024, 4, 30)
MONTHS = list(months_between(FIRST, LAST))
RESULTS = ["INTRODUCED", "INSTALLED", "ACCOUNT_OPENED", "SELF_USE", "FAILED"]
OUTCOMES = ["DONE", "PARTLY", "NOT_HOME", "REFUSED", "NO_DEVICE", "RETURN"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """The cast, fresh."""
    return make_cast()


class Outreach:
    """Two hamlets with a team each, some households, two topics; visits by chance of one seed."""

    def __init__(self, cast: Cast, seed: int) -> None:
        self.chance = random.Random(seed)
        self.hamlets = cast.places.hamlets[:2]
        self.teams = [make_active_team(cast, hamlet) for hamlet in self.hamlets]
        self.homes = [
            Household.objects.create(area=self.hamlets[n % 2], head_name=f"Chủ hộ {n}") for n in range(8)
        ]
        self.firms = [
            HouseholdBusiness.objects.create(area=self.hamlets[n % 2], name=f"Quán {n}", kind="MARKET_TRADER")
            for n in range(3)
        ]
        self.topics = [
            Topic.objects.get_or_create(
                code=code, defaults={"name": code, "pillar": "BUSINESS", "valid_from": FIRST}
            )[0]
            for code in ("ETAX", "VNEID")
        ]
        self.platform = Platform.objects.create(code="thu", name="Thử", valid_from=FIRST)

    @property
    def areas(self) -> list[int]:
        return [hamlet.pk for hamlet in self.hamlets]

    def visit(self) -> Visit:
        """One visit by chance, marked as a service would."""
        chance, place = self.chance, self.chance.randrange(2)
        whom = chance.choice(["home", "home", "home", "firm", "nobody"])
        visit = Visit.objects.create(
            client_uuid=UUID(int=chance.getrandbits(128)),
            team=chance.choice(self.teams),
            area=self.hamlets[place],
            visited_on=FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1)),
            household=chance.choice(self.homes) if whom == "home" else None,
            business=chance.choice(self.firms) if whom == "firm" else None,
            outcome=chance.choice(OUTCOMES),
            people_reached=chance.randrange(4),
            recorded_at=datetime(2024, 5, 1, tzinfo=UTC),
            status=chance.choice(["VALID", "VALID", "DUPLICATE"]),
        )
        for topic in chance.sample(self.topics, chance.randrange(3)):
            VisitTopic.objects.create(
                visit=visit,
                topic=topic,
                platform=chance.choice([None, self.platform]),
                result=chance.choice(RESULTS),
            )
        self.mark(visit)
        return visit

    def mark(self, visit: Visit) -> None:
        """Hamlet of the visit, and that of the household."""
        areas = {visit.area_id, visit.household.area_id if visit.household else visit.area_id}
        mark((area, visit.visited_on) for area in areas)

    def change(self) -> None:
        """Take a visit back, move a household, or mark one as moved away."""
        visit = self.chance.choice(list(Visit.objects.order_by("pk")))
        act = self.chance.choice(["void", "move", "leave"])
        if act == "void":
            Visit.objects.filter(pk=visit.pk).update(status="VOID")
            self.mark(visit)
            return
        home = self.chance.choice(self.homes)
        if act == "move":
            home.area = self.hamlets[self.chance.randrange(2)]
        else:
            home.status = self.chance.choice(["LIVING", "MOVED"])
        home.save()
        days = [*Visit.objects.filter(household=home).values_list("visited_on", flat=True), date(2024, 4, 30)]
        mark((area, day) for area in self.areas for day in days)


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_a_plain_recount(cast: Cast, seed: int) -> None:
    world = Outreach(cast, seed)
    for step in range(60):
        world.visit()
        if step % 4 == 0:
            world.change()
        if step % 20 == 19:
            recompute_marked()
            assert not DirtyFigure.objects.exists()
            assert wrong_cells(world.areas, MONTHS) == []
    stored = sorted(OutreachFigure.objects.values_list("area", "grain", "starts_on", "calls", "living_total"))
    assert differences(world.areas) == []
    rebuild(world.areas)
    again = sorted(OutreachFigure.objects.values_list("area", "grain", "starts_on", "calls", "living_total"))
    assert again == stored
    assert len(stored) > 20


def test_a_free_range_is_counted_from_the_visits(cast: Cast) -> None:
    world = Outreach(cast, 7)
    for _step in range(40):
        world.visit()
    for start, end in ((date(2023, 11, 10), date(2023, 12, 5)), (date(2024, 1, 1), date(2024, 1, 2))):
        counts = counts_between(world.areas, start, end)
        for area in world.areas:
            assert counts.get(area, dict.fromkeys(outreach(area, start, end), 0)) == outreach(
                area, start, end
            )


def test_a_wrong_cell_is_found_and_mended(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    world = Outreach(cast, 3)
    for _step in range(10):
        world.visit()
    recompute_marked()
    OutreachFigure.objects.filter(grain="ALL").update(calls=F("calls") + 1)
    found = differences(world.areas)
    assert len(found) == OutreachFigure.objects.filter(grain="ALL").count()
    assert "OutreachFigure" in found[0]
    call_command("figures", rebuild=True)
    assert "0" in capsys.readouterr().out
    assert differences(world.areas) == []


def test_months_do_not_add_up_to_a_quarter(cast: Cast) -> None:
    """The twin that adds distinct households of months counts the household visited in two of them twice."""
    world = Outreach(cast, 1)
    for month in (1, 2):
        visit = world.visit()
        Visit.objects.filter(pk=visit.pk).update(
            household=world.homes[0],
            business=None,
            area=world.hamlets[0],
            outcome="DONE",
            visited_on=date(2024, month, 9),
            status="VALID",
        )
        mark([(world.hamlets[0].pk, date(2024, month, 9))])
    recompute_marked()
    rows = OutreachFigure.objects.filter(area=world.hamlets[0])
    quarter = rows.get(grain="QUARTER", starts_on=date(2024, 1, 1)).households_reached
    added = sum(rows.filter(grain="MONTH").values_list("households_reached", flat=True))
    assert (quarter, added) == (1, 2)


def test_the_register_of_businesses_is_that_of_the_end_of_the_month(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    with time_machine.travel(datetime(2024, 1, 10, 3, tzinfo=UTC)):
        firm = HouseholdBusiness.objects.create(area=hamlet, name="Quán Bé", kind="FARM")
        mark([(hamlet.pk, date(2024, 1, 10))])
    platform = Platform.objects.create(code="san", name="Sàn", valid_from=FIRST)
    with time_machine.travel(datetime(2024, 3, 10, 3, tzinfo=UTC)):
        firm.has_qr = "YES"
        firm.save()
        firm.on_platforms.add(platform)
        mark([(hamlet.pk, date(2024, 3, 10))])
    with time_machine.travel(datetime(2024, 4, 30, 17, 30, tzinfo=UTC)):  # already May in Việt Nam
        firm.status = "MOVED"
        firm.save()
        mark([(hamlet.pk, date(2024, 5, 1))])
    recompute_marked()
    states = {month: register_of([hamlet.pk], date(2024, month, 1)) for month in (1, 2, 3, 4, 5)}
    gone = {"businesses": 0, "with_qr": 0, "with_einvoice": 0, "on_platform": 0}
    plain = gone | {"businesses": 1}
    assert states[1] == states[2] == plain
    assert states[3] == states[4] == plain | {"with_qr": 1, "on_platform": 1}
    assert states[5] == gone


@pytest.mark.parametrize(
    ("grain", "day", "start", "end"),
    [
        ("MONTH", date(2024, 2, 29), date(2024, 2, 1), date(2024, 3, 1)),
        ("QUARTER", date(2024, 12, 31), date(2024, 10, 1), date(2025, 1, 1)),
        ("HALF", date(2024, 6, 30), date(2024, 1, 1), date(2024, 7, 1)),
        ("HALF", date(2024, 7, 1), date(2024, 7, 1), date(2025, 1, 1)),
        ("YEAR", date(2024, 7, 1), date(2024, 1, 1), date(2025, 1, 1)),
    ],
)
def test_periods(grain: str, day: date, start: date, end: date) -> None:
    period = period_of(grain, day)
    assert (period.start, period.end) == (start, end)
