"""T-R4: the database fails at the N-th statement of a service, for every N: all is stored, or nothing is."""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.apps import apps
from django.db import OperationalError, connection


class FailAt:
    """Refuses the N-th statement, once; counts what came by."""

    def __init__(self, number: int) -> None:
        self.number, self.seen = number, 0

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.seen += 1
        if self.seen == self.number:
            raise OperationalError("the disk is gone")
        return execute(*args)


def everything(room: str) -> dict[str, list[Any]]:
    """All rows of a room with their histories."""
    models = [model for model in apps.get_app_config(room).get_models() if model._meta.managed]
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}


def fail_at_every_statement(action: Callable[[], Any], room: str) -> int:
    """How many statements the action takes; after a failure at any of them nothing may have been stored."""
    before = everything(room)
    for number in count(1):
        failing = FailAt(number)
        try:
            with connection.execute_wrapper(failing):
                action()
        except OperationalError:
            assert everything(room) == before, f"half written after statement {number}"
            continue
        assert failing.seen < number
        return number - 1
    raise AssertionError
