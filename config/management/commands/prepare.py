"""`manage.py prepare`: brings database and translations up to date, and says what the register holds."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from common.models import Register


def register_state() -> str:
    """What the database holds: `demo`, `real` or `bench` by its own word, or `empty`."""
    register = Register.objects.first()
    return register.kind.lower() if register else "empty"


class Command(BaseCommand):
    """The one step between installed packages and a register that can be served."""

    help = "Migrates, compiles the translations, and prints what the register holds."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            connection.ensure_connection()
        except OperationalError as error:
            reason = " ".join(str(error).split())
            raise CommandError(f"The database cannot be reached, check DATABASE_URL: {reason}") from error
        call_command("compile_messages", verbosity=0)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.stdout.write(f"register {register_state()}")
