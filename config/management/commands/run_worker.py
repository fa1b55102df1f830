"""`manage.py run_worker`: does the work of a new day, at its start and after each midnight in Vietnam."""

import datetime as dt
import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from config.daily import DAILY

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 30
RETRY_SECONDS = 600


def run_daily_work() -> bool:
    """Call everything that a new day asks for; one failure does not keep the others from running."""
    complete = True
    for work in DAILY:
        try:
            work()
        except Exception:
            # The database may be restarting, or a rule may have met a row it cannot read: the log says which.
            logger.exception("Daily work %s failed", work.__name__)
            complete = False
    return complete


class Command(BaseCommand):
    """A loop that ends within a moment of being asked to."""

    help = "Does the work of a new day until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do today's work and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            run_daily_work()
            return
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        self.work_until(stopped)

    def work_until(self, stopped: threading.Event) -> None:
        """Work once for each Vietnamese date; after a failure, again ten minutes later."""
        done_on: dt.date | None = None
        while not stopped.is_set():
            pause = PAUSE_SECONDS
            today = timezone.localdate()
            if today != done_on:
                close_old_connections()
                if run_daily_work():
                    done_on = today
                else:
                    pause = RETRY_SECONDS
                close_old_connections()
            stopped.wait(pause)
