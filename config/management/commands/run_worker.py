"""`manage.py run_worker`: the background process: jobs that users start, periodic work, the work of a new day."""

import datetime as dt
import logging
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from config.daily import DAILY
from config.periodic import PERIODIC
from imports.job_runner import run_waiting
from imports.jobs import worker_name

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
FIRST_FAILURE_PAUSE, LONGEST_FAILURE_PAUSE = 1.0, 10.0
RETRY_SECONDS = 600.0


def did(name: str, work: Callable[[], object]) -> bool:
    """Do a piece of work; a failure is logged and keeps nothing else from running."""
    try:
        work()
    except Exception:
        # The database may be restarting, or a rule may have met a row it cannot read: the log says which.
        logger.exception("%s failed", name)
        return False
    return True


def run_daily_work() -> bool:
    """Call everything that a new day asks for; one failure does not keep the others from running."""
    return all([did(f"Daily work {work.__name__}", work) for work in DAILY])  # noqa: C419 - all of them run, whatever the first one says


def pause_after(failures: int) -> float:
    """Seconds to rest after so many failed rounds in a row: a hiccup costs one, a database that is gone up to ten."""
    if not failures:
        return PAUSE_SECONDS
    return min(FIRST_FAILURE_PAUSE * 2.0 ** min(failures - 1, 10), LONGEST_FAILURE_PAUSE)


class Rounds:
    """When which work was last done."""

    def __init__(self) -> None:
        self.worker = worker_name()
        self.done_on: dt.date | None = None
        self.daily_again_at = 0.0
        self.periodic_at: dict[Callable[[], object], float] = {}

    def go(self) -> bool:
        """One round: whatever is due; whether all of it went well."""
        return all([self._daily(), self._periodic(), did("Background jobs", self._jobs)])

    def _daily(self) -> bool:
        """Once for each Vietnamese date; after a failure again ten minutes later."""
        today = timezone.localdate()
        if today == self.done_on or time.monotonic() < self.daily_again_at:
            return True
        if run_daily_work():
            self.done_on = today
        else:
            self.daily_again_at = time.monotonic() + RETRY_SECONDS
        return self.done_on == today

    def _periodic(self) -> bool:
        went_well = True
        for seconds, work in PERIODIC:
            if time.monotonic() - self.periodic_at.get(work, -seconds) >= seconds:
                self.periodic_at[work] = time.monotonic()
                went_well = did(f"Periodic work {work.__name__}", work) and went_well
        return went_well

    def _jobs(self) -> None:
        run_waiting(self.worker, in_thread=True)


class Command(BaseCommand):
    """A loop that ends within a moment of being asked to, after the job it is at."""

    help = "Does background jobs and the work of a new day until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="do what is waiting and today's work, and end"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            Rounds().go()
            return
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        self.work_until(stopped)

    def work_until(self, stopped: threading.Event) -> None:
        """Round after round; after each in which something failed, a longer pause."""
        rounds, failures = Rounds(), 0
        while not stopped.is_set():
            close_old_connections()
            failures = 0 if rounds.go() else failures + 1
            close_old_connections()
            stopped.wait(pause_after(failures))
