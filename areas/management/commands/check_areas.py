"""`manage.py check_areas`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from areas.checking import find_faults
from areas.models import Area


class Command(BaseCommand):
    """Check that the dated tree of units holds together."""

    help = "Check versions, paths and parents of all administrative units."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print every fault; fail when there is one."""
        faults = list(find_faults())
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise CommandError(_("%(count)s faults found in the tree of areas.") % {"count": len(faults)})
        self.stdout.write(_("%(count)s units checked, no fault.") % {"count": Area.objects.count()})
