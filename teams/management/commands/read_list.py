"""Reads a list of team members and writes what it says; the database is not touched."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from imports.files import read_file
from imports.grid import Unreadable
from teams.member_list import read_list, unreadable


class Command(BaseCommand):
    """`read_list FILE [--commune CODE] --json OUT`."""

    help = "Read a list of team members and write the result as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--commune", help="code of the commune, where the list does not name one")
        parser.add_argument("--json", type=Path, required=True, help="file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            result = read_list(read_file(path, path.name), file=path.name, commune=options["commune"])
        except Unreadable as refusal:
            result = unreadable(path.name, f"{refusal.code}: the file cannot be opened")
        except OSError as error:
            result = unreadable(path.name, f"the file cannot be opened: {error.strerror}")
        options["json"].write_text(
            json.dumps(result.document(), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        self.stdout.write(f"{path.name}: {len(result.teams)} teams")
