"""Many clients who write, correct, take back, move, merge and withdraw by chance, and workers that are killed."""

import os
import random
import signal
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connections
from django.db.models import Max, Min

from households.businesses import set_business_status
from households.consents import record_consent, withdraw_consent
from households.enums import ConsentState
from households.figures import recompute_marked
from households.merging import merge_households, undo_merge
from households.models import Household, HouseholdMerge, Platform, Visit
from households.outreach import correct_visit, log_visits, take_back_visit
from households.register import add_household, move_household, set_moved_away
from households.visit_data import Answer, TopicDone, VisitData
from tests.cast import Cast
from tests.households.builders import make_business, make_home, make_topic
from tests.teams.builders import make_active_team

FIRST, DAYS = date(2023, 11, 1), 182
RESULTS = ["INTRODUCED", "INSTALLED", "ACCOUNT_OPENED", "SELF_USE", "FAILED"]
OUTCOMES = ["DONE", "DONE", "PARTLY", "NOT_HOME", "REFUSED", "RETURN"]
WEIGHTS = {
    "log": 40, "correct": 12, "take_back": 10, "move": 8, "merge": 6, "undo": 6, "add": 6, "leave": 4,
    "withdraw": 4, "close": 4,
}  # fmt: skip


class Storm:
    """Three hamlets with a team each, households, businesses; every operation goes through a service."""

    def __init__(self, cast: Cast) -> None:
        self.by, self.hamlets = cast.minh, cast.places.hamlets[:3]
        assert self.by.current_scopes  # read once, before the threads share the user
        self.teams = {hamlet.pk: make_active_team(cast, hamlet) for hamlet in self.hamlets}
        self.leaders = {
            pk: team.memberships.order_by("seat").values_list("person", flat=True)[0]
            for pk, team in self.teams.items()
        }
        for number in range(15):
            make_home(self.hamlets[number % 3])
        self.firms = [make_business(self.hamlets[number % 3]) for number in range(3)]
        self.topics = [make_topic("ETAX"), make_topic("VNEID")]
        self.platform = Platform.objects.create(code="thu", name="Thử", valid_from=date(2022, 1, 1))
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.errors: list[str] = []

    @property
    def areas(self) -> list[int]:
        """Ids of the hamlets."""
        return [hamlet.pk for hamlet in self.hamlets]

    def run(self, clients: int, operations: int, seed: int) -> None:
        """All clients at once, each with its own chance."""

        def client(number: int) -> None:
            chance = random.Random(seed * 1000 + number)
            try:
                for _operation in range(operations):
                    self.act(chance)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def act(self, chance: random.Random) -> None:
        """One operation; a refusal with a sentence is an answer as well."""
        [name] = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
        try:
            getattr(self, name)(chance)
        except ValidationError:
            self.refused[name] += 1
        except Exception as error:
            self.errors.append(f"{name}: {type(error).__name__}: {error}")
        else:
            self.done[name] += 1

    def visit(self, chance: random.Random) -> VisitData:
        """A visit to a household, a business, or nobody named."""
        hamlet = chance.choice(self.hamlets)
        home = self._home(chance, area=hamlet) if chance.random() < 0.8 else None
        firm = chance.choice(self.firms) if home is None and chance.random() < 0.5 else None
        area = firm.area_id if firm else hamlet.pk
        topics = chance.sample(self.topics, chance.randrange(3))
        return VisitData(
            client_uuid=UUID(int=chance.getrandbits(128)),
            team_id=self.teams[area].pk,
            area_id=area,
            visited_on=FIRST + timedelta(days=chance.randrange(DAYS)),
            outcome=chance.choice(OUTCOMES),
            member_ids=(self.leaders[area],),
            household_id=home.pk if home else None,
            business_id=firm.pk if firm else None,
            topics=tuple(
                TopicDone(topic.pk, chance.choice(RESULTS), chance.choice([None, self.platform.pk]))
                for topic in topics
            ),
            people_reached=1 + chance.randrange(3),
        )

    def log(self, chance: random.Random) -> None:
        """A batch of a phone."""
        visits = [self.visit(chance) for _visit in range(chance.randint(1, 4))]
        for result in log_visits(by=self.by, visits=visits):
            self.done["visits"] += result.is_stored

    def correct(self, chance: random.Random) -> None:
        """Another day, outcome and number of people."""
        old = self._visit(chance)
        data = replace(
            self.visit(chance),
            team_id=old.team_id,
            area_id=old.area_id,
            member_ids=(self.leaders[old.area_id],),
            household_id=old.household_id,
            business_id=old.business_id,
        )
        correct_visit(by=self.by, visit=old, data=data, reason="nhầm ngày")

    def take_back(self, chance: random.Random) -> None:
        """A visit that never happened."""
        take_back_visit(by=self.by, visit=self._visit(chance), reason="nhập hai lần")

    def move(self, chance: random.Random) -> None:
        """To another hamlet."""
        move_household(by=self.by, household=self._home(chance), area=chance.choice(self.hamlets))

    def leave(self, chance: random.Random) -> None:
        """Left the commune, or came back."""
        home = self._home(chance)
        set_moved_away(by=self.by, household=home, is_away=home.status != "MOVED")

    def withdraw(self, chance: random.Random) -> None:
        """Agrees first, then takes it back: the household becomes nameless."""
        home = self._home(chance)
        record_consent(by=self.by, household=home, answer=Answer(ConsentState.GIVEN), on=FIRST)
        withdraw_consent(by=self.by, household=home)

    def merge(self, chance: random.Random) -> None:
        """Two entries of one household."""
        hamlet = chance.choice(self.hamlets)
        kept, dropped = self._home(chance, area=hamlet), self._home(chance, area=hamlet)
        merge_households(by=self.by, kept=kept, dropped=dropped, choices={})

    def undo(self, chance: random.Random) -> None:
        """The newest merger that stands."""
        merge = HouseholdMerge.objects.filter(undone_at=None).order_by("-pk").first()
        if merge is None:
            raise ValidationError("nothing to undo")
        undo_merge(by=self.by, merge=merge)

    def add(self, chance: random.Random) -> None:
        """One more household."""
        values = {"head_name": f"Chủ hộ {chance.randrange(1000)}"}
        add_household(by=self.by, area=chance.choice(self.hamlets), values=values)

    def close(self, chance: random.Random) -> None:
        """A business closes, or opens again."""
        firm = chance.choice(self.firms)
        set_business_status(by=self.by, business=firm, status=chance.choice(["LIVING", "MOVED"]))

    def _home(self, chance: random.Random, **where: Any) -> Household:
        keys = list(
            Household.objects.filter(anonymised_at=None, **where)
            .exclude(status="MERGED")
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        if not keys:
            raise ValidationError("no household left")
        return Household.objects.get(pk=chance.choice(keys))

    def _visit(self, chance: random.Random) -> Visit:
        # PostgreSQL goes on counting from test to test: the oldest may have any number.
        ends = Visit.objects.aggregate(oldest=Min("pk"), newest=Max("pk"))
        if ends["oldest"] is None:
            raise ValidationError("no visit yet")
        return Visit.objects.filter(pk__lte=chance.randint(*ends.values())).order_by("-pk")[0]


class Workers:
    """Two processes that work out figures; one of them is killed (-9) again and again and begun anew.

    They are forked by a process of their own, which has no threads, before the clients begin.
    """

    def __init__(self, seed: int) -> None:
        connections.close_all()
        self.said, self.say = os.pipe()
        self.nursery = os.fork()
        if self.nursery == 0:
            os._exit(self._kill_and_begin_anew(random.Random(seed)))

    def _kill_and_begin_anew(self, chance: random.Random) -> int:
        stopped = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stopped.set())
        steady, kills = self._begin(), 0
        while not stopped.is_set():
            other = self._begin()
            stopped.wait(chance.uniform(0.05, 0.4))
            _kill(other)
            kills += 1
        _kill(steady)
        return min(kills, 250)

    def _begin(self) -> int:
        child = os.fork()
        if child:
            return child
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        try:
            while True:
                recompute_marked()
                time.sleep(0.01)
        except BaseException:
            os.write(self.say, traceback.format_exc().encode())
        os._exit(1)

    def end(self) -> tuple[int, str]:
        """How often one was killed, and what they died of otherwise (nothing)."""
        os.kill(self.nursery, signal.SIGTERM)
        kills = os.waitstatus_to_exitcode(os.waitpid(self.nursery, 0)[1])
        os.close(self.say)
        with os.fdopen(self.said, "rb") as said:
            return kills, said.read().decode()


def _kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def at_once(*works: Callable[[], None]) -> list[BaseException]:
    """Run each in a thread of its own; what went wrong."""
    wrong: list[BaseException] = []

    def one(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong
