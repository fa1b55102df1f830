"""`manage.py seed_demo --size demo|commune|merged|province|... [--seed N]`: fills an empty database with invented data."""

import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from common.models import RegisterKind
from config.demo.bulk import seed_merged
from config.demo.bulk_province import OUTREACH_SIZES, seed_outreach
from config.demo.seed import COMMUNE, DEMO, SEED, check_may_seed, seed_demo
from config.env import database_url

MERGED = "merged"


class Command(BaseCommand):
    """Never writes into a real register, nor unasked into a database that DATABASE_URL names."""

    help = "Fill an empty database with invented people and teams; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """How much, from which seed, and whether a database named from outside is meant."""
        parser.add_argument("--size", choices=(DEMO, COMMUNE, MERGED, *OUTREACH_SIZES), default=DEMO)
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument(
            "--yes", action="store_true", help="also into the database that DATABASE_URL names"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, with lines that tell how far it is."""
        if database_url() and not options["yes"]:
            raise CommandError(
                _("DATABASE_URL names this database. Add --yes if invented data really belongs into it.")
            )
        started = time.monotonic()
        size, is_bulk = options["size"], options["size"] not in (DEMO, COMMUNE)
        try:
            if not check_may_seed(RegisterKind.BENCH if is_bulk else RegisterKind.DEMO):
                self.stdout.write(_("This data is there already. Nothing was changed."))
                return
            if size == MERGED:
                seed_merged(options["seed"], self.stdout.write)
            elif is_bulk:
                seed_outreach(OUTREACH_SIZES[size], options["seed"], self.stdout.write)
            else:
                seed_demo(size, options["seed"], self.stdout.write)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(_("Done in %(seconds).1f seconds.") % {"seconds": time.monotonic() - started})
