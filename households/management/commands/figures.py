"""`manage.py figures`: compares the stored outreach figures with a new count, and repairs them with `--rebuild`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from areas.models import Area
from households.figure_checks import differences
from households.figures import rebuild

SHOWN = 20


class Command(BaseCommand):
    """Without an option nothing is changed but marks worked off; differences end with exit status 1."""

    help = "Compares the stored outreach figures with a new count of the visits."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="work out every figure again")

    def handle(self, *args: Any, **options: Any) -> None:
        areas = list(Area.objects.hamlets().values_list("pk", flat=True))
        if options["rebuild"]:
            rebuild(areas)
            self.stdout.write(_("%(count)d hamlets worked out again.") % {"count": len(areas)})
        found = differences(areas)
        for line in found[:SHOWN]:
            self.stdout.write(line)
        if found:
            raise CommandError(
                _("%(count)d cells differ. Repair them with: manage.py figures --rebuild")
                % {"count": len(found)}
            )
        self.stdout.write(_("%(count)d hamlets compared, 0 cells differ.") % {"count": len(areas)})
