"""Rows that many tests begin with: made once in a process through the services, copied from then on.

The copy is what the services wrote, byte for byte and with the same keys, so that no test can tell one from the
other. A copy stands only for what the services would write now: on the day on which it was made, in its language, in
a database in which as much was there before. Where it does not fit, the services are asked.
"""

import io
import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import get_language

Made = TypeVar("Made")


@dataclass(frozen=True)
class Kept:
    """What was returned, columns and rows of each table as the database holds them, its last key, and the files."""

    returned: bytes
    rows: dict[str, tuple[str, Any]]
    last_keys: dict[str, int]
    files: dict[str, bytes]


_kept: dict[tuple[Hashable, ...], Kept | None] = {}


def kept(make: Callable[..., Made], *words: Hashable) -> Made:
    """What `make` returns, given these words, with its rows in the database and its files in their folder."""
    columns = columns_of_tables()
    filled = holding(columns)
    now = (timezone.localdate(), get_language(), frozenset(filled.items()))
    name = (make.__module__, make.__qualname__, words, now)
    if name not in _kept:
        before, there = {table: taken(table, columns[table]) for table in filled}, files()
        made = make(*words)
        _kept[name] = keep(made, before, there)
        return made
    copy = _kept[name]
    if copy is None:
        return make(*words)
    with transaction.atomic():
        for table, (columns, rows) in copy.rows.items():
            put(table, columns, rows)
        go_on_behind(copy.last_keys)
    for path, content in copy.files.items():
        file = Path(settings.MEDIA_ROOT) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return cast(Made, pickle.loads(copy.returned))


def keep(made: Any, before: dict[str, Any], there: set[str]) -> Kept | None:
    """A copy of all tables that were empty before; None when other tables have changed: those cannot be copied."""
    columns = columns_of_tables()
    if any(taken(table, columns[table]) != rows for table, rows in before.items()):
        return None
    new = holding(columns).keys() - before.keys()
    rows = {table: (columns[table], taken(table, columns[table])) for table in sorted(new)}
    keys = {
        model._meta.db_table: model._base_manager.order_by("-pk").values_list("pk", flat=True)[0]
        for model in tables()
        if model._meta.db_table in new and model._meta.auto_field is not None
    }
    contents = {path: (Path(settings.MEDIA_ROOT) / path).read_bytes() for path in files() - there}
    return Kept(pickle.dumps(made), rows, keys, contents)


def files() -> set[str]:
    """What has been uploaded so far, by its path in the folder of uploads."""
    folder = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def tables() -> list[Any]:
    """The models that have a table of their own."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def columns_of_tables() -> dict[str, str]:
    """The columns of each table, without those that the database works out."""
    quote = connection.ops.quote_name
    return {
        model._meta.db_table: ", ".join(
            quote(field.column) for field in model._meta.local_concrete_fields if not field.generated
        )
        for model in tables()
    }


def holding(names: Any) -> dict[str, int]:
    """The number of rows of those tables that have any."""
    quote = connection.ops.quote_name
    counts = ", ".join(f"(SELECT COUNT(*) FROM {quote(name)})" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return {name: count for name, count in zip(names, cursor.fetchone(), strict=True) if count}


def taken(table: str, columns: str) -> Any:
    """The rows of a table in the database's own writing."""
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            text = io.StringIO()
            cursor.copy_expert(f"COPY {name} ({columns}) TO STDOUT", text)
            return text.getvalue()
        # The sign takes the type off the column: SQLite hands out what it holds.
        cursor.execute(f"SELECT {', '.join(f'+{column}' for column in columns.split(', '))} FROM {name}")
        return cursor.fetchall()


def put(table: str, columns: str, rows: Any) -> None:
    """Writes the rows of a table back."""
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.copy_expert(f"COPY {name} ({columns}) FROM STDIN", io.StringIO(rows))
        else:
            places = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)


def go_on_behind(last_keys: dict[str, int]) -> None:
    """PostgreSQL hands out no key that a copied row has; SQLite sees to that itself."""
    if connection.vendor != "postgresql":
        return
    found = {
        model._meta.db_table: model._meta.auto_field.column for model in tables() if model._meta.auto_field
    }
    with connection.cursor() as cursor:
        steps = ", ".join(
            f"setval(pg_get_serial_sequence('{connection.ops.quote_name(table)}', '{found[table]}'), "
            f"GREATEST({key}, nextval(pg_get_serial_sequence('{connection.ops.quote_name(table)}', '{found[table]}'))))"
            for table, key in last_keys.items()
        )
        cursor.execute(f"SELECT {steps}")
