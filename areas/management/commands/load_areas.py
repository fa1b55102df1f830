"""`manage.py load_areas [--set kien-giang-2022 | vietnam-2025]`."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.loading import KIEN_GIANG_2022, SETS, load_areas


class Command(BaseCommand):
    """Bring provinces, districts and communes to the state of a bundled list."""

    help = "Load a list of administrative units; loading it again changes only what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        """The list to load."""
        parser.add_argument("--set", default=KIEN_GIANG_2022.key, metavar=" | ".join(SETS), dest="key")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and print one line a level."""
        try:
            loaded = load_areas(options["key"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        text = _("%(level)s: %(created)s created, %(changed)s changed, %(unchanged)s unchanged")
        for level, counts in loaded.by_level.items():
            self.stdout.write(text % {"level": AreaLevel(level).label, **vars(counts)})
