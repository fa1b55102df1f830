"""`manage.py compile_messages`: .po to .mo without GNU gettext."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from common.messages import compile_catalogues


class Command(BaseCommand):
    """Compile the catalogues that changed; the .mo files are not kept in the repository."""

    help = "Compile locale/*/vi/LC_MESSAGES/*.po; up-to-date ones are skipped."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for path in compile_catalogues(settings.BASE_DIR):
            self.stdout.write(f"compiled {path.relative_to(settings.BASE_DIR)}")
