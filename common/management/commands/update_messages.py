"""`manage.py update_messages [--check]`: the catalogues follow the code."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from common.messages import LIBRARIES, UnreadableMessage, problems, update


def rooms_of_locale() -> list[str]:
    """The rooms from left to right; in LOCALE_PATHS the later one has to win, so it stands first."""
    return [path.name for path in reversed(settings.LOCALE_PATHS) if path.name != LIBRARIES]


class Command(BaseCommand):
    """Add new messages to their rooms' catalogues, drop those no longer used, keep every translation."""

    help = "Collect the messages of the code into locale/<room>/vi; with --check only say what is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail on anything incomplete"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._check() if options["check"] else self._update()
        except UnreadableMessage as error:
            raise CommandError(str(error)) from error

    def _check(self) -> None:
        found = problems(settings.BASE_DIR, rooms_of_locale())
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} messages need work in locale/"]))
        self.stdout.write("Every message is translated.")

    def _update(self) -> None:
        for path in update(settings.BASE_DIR, rooms_of_locale()):
            self.stdout.write(f"updated {path.relative_to(settings.BASE_DIR)}")
