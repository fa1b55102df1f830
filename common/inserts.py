"""INSERT statements written out, where instances of a model for each row would take longer than the database does.

Names of tables and columns come from our own models; values are bound.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models

MOST_ROWS = 1000
"""Rows in one statement."""


def insert_into(model: type[models.Model], names: Sequence[str]) -> str:
    """The beginning of a statement that writes these fields of the model."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(_field(model, name).column) for name in names)
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns})"


def as_stored(model: type[models.Model], values: Mapping[str, Any]) -> list[Any]:
    """Values as the database keeps them in these fields of the model."""
    return [_field(model, name).get_db_prep_save(value, connection) for name, value in values.items()]


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of plain values, as they are."""
    one = f"({', '.join(['%s'] * len(names))})"
    with connection.cursor() as cursor:
        for start in range(0, len(rows), MOST_ROWS):
            some = rows[start : start + MOST_ROWS]
            statement = f"{insert_into(model, names)} VALUES {', '.join([one] * len(some))}"
            cursor.execute(statement, [value for row in some for value in row])


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)
