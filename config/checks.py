"""Checks of what only the machine can tell: how the production database was created."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage
from django.core.checks import Warning as Doubt
from django.db import connections

HOW = "Create it with: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0"
FOUND = """
    SELECT pg_encoding_to_char(encoding), datcollate, datlocprovider
    FROM pg_database WHERE datname = current_database()
"""


def collation_findings(encoding: str, collation: str, provider: str) -> list[CheckMessage]:
    """UTF8 with C.UTF-8 or ICU: other locales sort and compare differently from one machine to the next."""
    found: list[CheckMessage] = []
    if encoding != "UTF8":
        found.append(Doubt(f"The database is encoded in {encoding}, not UTF8.", hint=HOW, id="config.W001"))
    if provider != "i" and collation.upper().replace("-", "") not in {"C.UTF8", "C"}:
        found.append(Doubt(f"The database sorts by {collation}, not by C.UTF-8.", hint=HOW, id="config.W002"))
    return found


def check_collation(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Runs with `migrate` and `check --database default`, on PostgreSQL only."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        if connections[alias].vendor == "postgresql":
            with connections[alias].cursor() as cursor:
                cursor.execute(FOUND)
                encoding, collation, provider = cursor.fetchone()
            found += collation_findings(encoding, collation, str(provider))
    return found
