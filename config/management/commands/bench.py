"""`manage.py bench`: the speed figures, on databases that are made for it and dropped afterwards."""

from pathlib import Path
from subprocess import CalledProcessError  # nosec B404 - only the error
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.bench.run import POSTGRES, SIZES, SQLITE, NotEmptyError, measure_here, measure_in_child
from config.bench.table import TITLES, USUAL_SIZE, markdown, plain, write_into
from config.env import BASE_DIR
from config.throwaway_postgres import NoServer

DOCUMENT = BASE_DIR / "docs" / "performance.md"
WITH_AIMS = (USUAL_SIZE, "imports")
"""Sizes whose aims must be held."""
CHOICES = {SQLITE: (SQLITE,), POSTGRES: (POSTGRES,), "both": (SQLITE, POSTGRES)}


class Command(BaseCommand):
    """Prints a table of ratios to hand-written SQL; ends with 1 when an aim is missed."""

    help = "Measure the register on databases of its own; --write puts the table into docs/performance.md."

    def add_arguments(self, parser: CommandParser) -> None:
        """The databases, the size, and where the figures go."""
        parser.add_argument("--database", choices=CHOICES, default="both")
        parser.add_argument("--size", choices=SIZES, default=USUAL_SIZE)
        parser.add_argument("--write", action="store_true", help="into docs/performance.md")
        parser.add_argument("--measure-into", type=Path, help="for the process that measures one database")

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure each database, print, and write down."""
        if options["measure_into"]:
            self._measure(options["measure_into"], options["size"])
            return
        found = {}
        for database in CHOICES[options["database"]]:
            self.stdout.write(f"== {TITLES[database]}")
            try:
                found[database] = measure_in_child(database, options["size"])
            except (NoServer, CalledProcessError) as error:
                raise CommandError(str(error)) from error
            self.stdout.write("\n" + plain(found[database]) + "\n")
        if options["write"]:
            section = markdown(found, options["size"], timezone.localdate())
            write_into(DOCUMENT, section, options["size"])
        missed = [result.job for results in found.values() for result in results if not result.held]
        if missed and options["size"] in WITH_AIMS:
            raise CommandError("Aims missed: " + "; ".join(missed), returncode=1)

    def _measure(self, into: Path, size: str) -> None:
        try:
            measure_here(into, SIZES[size], self.stdout.write)
        except NotEmptyError as error:
            raise CommandError(str(error)) from error
