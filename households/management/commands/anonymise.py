"""`manage.py anonymise [--write]`: erase who is named by visits older than the province keeps them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from households.retention import erase, expired_on


class Command(BaseCommand):
    """First says what it would do; writes only when told to."""

    help = "Make old visits and households that left anonymous; without --write only say how many."

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch."""
        parser.add_argument("--write", action="store_true", help="erase; this cannot be undone")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line for each province, with numbers, never with names."""
        for expired in expired_on(timezone.localdate()):
            counts = erase(expired=expired) if options["write"] else expired.counts()
            words: dict[str, Any] = dict(zip(("visits", "households", "businesses"), counts, strict=True))
            text = (
                _(
                    "%(place)s, before %(day)s: erased the notes of %(visits)s visits,"
                    " %(households)s households and %(businesses)s businesses."
                )
                if options["write"]
                else _(
                    "%(place)s, before %(day)s: %(visits)s visits with notes, %(households)s households and"
                    " %(businesses)s businesses that left. Nothing was written; add --write to erase."
                )
            )
            words |= {"place": expired.province, "day": f"{expired.before:%d/%m/%Y}"}
            self.stdout.write(text % words)
