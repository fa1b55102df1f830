"""The history of a model (who, when, what before and after), without the library's cost at each look.

simple_history makes a new manager class each time `Model.history` is read, also for every row that is saved:
half a millisecond, and Python forgets what it had cached of all managers. One class for each kind is enough.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db import connection
from django.utils import timezone
from simple_history.manager import HistoryManager as LibraryManager
from simple_history.models import HistoricalRecords as LibraryRecords

from common.inserts import as_stored, insert_into

_reason: ContextVar[str] = ContextVar("reason of changes", default="")


@contextmanager
def change_reason(text: str) -> Iterator[None]:
    """All that is written inside gives this reason in its history; it is stronger than one of a single row."""
    token = _reason.set(text)
    try:
        yield
    finally:
        _reason.reset(token)


class HistoryManager(LibraryManager):
    """The library's manager, made once for each queryset class."""

    def bulk_history_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        """The history of many rows, with the reason that holds around it."""
        rows = list(objs)
        if reason := _reason.get():
            for row in rows:
                row._change_reason = reason
        return super().bulk_history_create(rows, *args, **options)

    def copy_new(self, keys: Sequence[int], by: Any) -> None:
        """The history of rows just written, copied inside the database: only their keys travel there."""
        if not keys:
            return
        own, tracked = self.model.instance_type._meta, [field.name for field in self.model.tracked_fields]
        added = {"history_date": timezone.now(), "history_type": "+", "history_user": by.pk}
        added["history_change_reason"] = _reason.get() or None
        quote = connection.ops.quote_name
        copied = ", ".join(quote(field.column) for field in self.model.tracked_fields)
        marks, places = ", ".join(["%s"] * len(added)), ", ".join(["%s"] * len(keys))
        key = quote(own.pk.column)
        statement = (
            f"{insert_into(self.model, (*tracked, *added))} SELECT {copied}, {marks}"  # nosec B608 - names of our models, values are bound
            f" FROM {quote(own.db_table)} WHERE {key} IN ({places}) ORDER BY {key}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*as_stored(self.model, added), *keys])

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: type, class_name: str | None = None) -> type:
        """The manager class with the methods of the queryset."""
        return super().from_queryset(queryset_class, class_name)  # type: ignore[misc,no-any-return] # the library is untyped

    def _set_creation_counter(self) -> None:
        """Managers are counted to put those of a model in order; these stand alone."""
        self.creation_counter = 0


class HistoricalRecords(LibraryRecords):
    """Keeps the history of the model in whose class it stands."""

    def __init__(self, **options: Any) -> None:
        super().__init__(history_manager=HistoryManager, **options)

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: str) -> Any:
        """The reason that holds around the change, else its own."""
        return _reason.get() or super().get_change_reason_for_object(instance, history_type, using)
