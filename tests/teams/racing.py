"""Many clients at the same moment: threads with a database connection each, round after round."""

import os
import threading
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connections

CLIENTS = 20
LONG = os.environ.get("TO_SO_LONG") == "1"
PATIENCE = 120
"""Seconds after which a round counts as stuck."""


def race(
    rounds: int,
    *,
    prepare: Callable[[int], None],
    act: Callable[[int, int], Any],
    check: Callable[[list[Any]], None],
    clients: int = CLIENTS,
) -> None:
    """In each round all clients act at once; `check` gets what each got: a result or an exception."""
    barrier = threading.Barrier(clients + 1)
    outcomes: list[Any] = [None] * clients

    def client(number: int) -> None:
        try:
            for turn in range(rounds):
                barrier.wait(PATIENCE)
                outcomes[number] = attempt(lambda turn=turn: act(turn, number))
                barrier.wait(PATIENCE)
        except threading.BrokenBarrierError:
            pass
        finally:
            connections.close_all()

    threads = [threading.Thread(target=client, args=(number,), daemon=True) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        for turn in range(rounds):
            prepare(turn)
            barrier.wait(PATIENCE)
            barrier.wait(PATIENCE)
            check(outcomes)
    finally:
        barrier.abort()
        for thread in threads:
            thread.join(PATIENCE)


def attempt(action: Callable[[], Any]) -> Any:
    """The result, or the exception instead of it."""
    try:
        return action()
    except Exception as error:
        return error


def winners(outcomes: list[Any]) -> list[Any]:
    """What those got who were not refused."""
    return [outcome for outcome in outcomes if not isinstance(outcome, Exception)]


def refusals(outcomes: list[Any]) -> set[str]:
    """Rules by which the others were refused; an unclear refusal stands with its class."""
    found: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, ValidationError):
            errors = getattr(
                outcome, "error_dict", {"": outcome.error_list if not hasattr(outcome, "error_dict") else []}
            )
            found |= {str(one.code) for several in errors.values() for one in several}
        elif isinstance(outcome, Exception):
            found.add(f"{type(outcome).__name__}: {outcome}")
    return found
