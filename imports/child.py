"""Reads a file in a child process of its own, so that a hostile file can stop nothing but that.

The child may use 512 MB of address space and 30 seconds; when it dies, the worker that waits for it lives on and
says what happened. On Windows, which knows no such limit of space, the time alone is limited.
"""

import json
import logging
import os
import pickle  # nosec B403 - what our own child wrote
import signal
import subprocess  # nosec B404 - a process of its own is what this module is for
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.utils import translation
from django.utils.module_loading import import_string

from imports.files import read_file
from imports.grid import Book, Unreadable
from imports.reasons import without_reasons
from imports.refusals import refused

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]  # a module that only Unix has

MAX_SPACE = 512 * 1024 * 1024
MAX_SECONDS = 30
_ROOT = Path(__file__).resolve().parent.parent

logger = logging.getLogger(__name__)


def read_in_child(path: Path, name: str | None = None, read: str | None = None, given: Any = None) -> Any:
    """What the function at the dotted path `read` makes of the book in the file; without one, the book itself.

    `given` (plain values), if there is any, is the second thing that it gets. Raises Unreadable, also for a child
    that was stopped or died.
    """
    task = {"path": str(path), "name": name, "read": read, "given": given}
    task["language"] = translation.get_language()
    try:
        # The file's name goes in by the pipe, not by a command line.
        child = subprocess.run(  # nosec B603 - words of ours, no shell
            [sys.executable, "-m", "imports.child"],
            input=json.dumps(task).encode(),
            capture_output=True,
            timeout=MAX_SECONDS,
            cwd=_ROOT,
            env=os.environ,  # names the settings, as it did for this process
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refused("too_slow") from error
    if child.returncode:
        raise _why_it_died(child.returncode, child.stderr)
    outcome, *rest = pickle.loads(child.stdout)  # nosec B301 - written by our own child
    if outcome == "refused":
        raise Unreadable(*rest)
    return rest[0]


def _why_it_died(code: int, said: bytes) -> Unreadable:
    logger.error(
        "The child that reads a file ended with %s: %s", code, said[-4_000:].decode(errors="replace")
    )
    if code in (-getattr(signal, "SIGXCPU", 24),):
        return refused("too_slow")
    # A reader that finds no memory aborts; the system kills one that takes too much.
    return refused("too_heavy" if code < 0 else "failed")


def main() -> None:
    """The child: reads one task, writes one answer."""
    _limit()
    answer_to, sys.stdout = sys.stdout.buffer, sys.stderr
    task = json.load(sys.stdin)
    django.setup()
    translation.activate(task["language"] or settings.LANGUAGE_CODE)
    answer_to.write(_answer(Path(task["path"]), task["name"], task["read"], task["given"]))
    answer_to.flush()


def _answer(path: Path, name: str | None, read: str | None, given: Any) -> bytes:
    try:
        work: Callable[..., Any] = import_string(read) if read else _as_it_is
        more = () if given is None else (given,)
        return pickle.dumps(("done", work(without_reasons(read_file(path, name)), *more)))
    except Unreadable as error:
        return pickle.dumps(("refused", error.code, str(error)))
    except MemoryError:
        pass
    return pickle.dumps(("refused", "too_heavy", str(refused("too_heavy"))))


def _as_it_is(book: Book) -> Book:
    return book


def _limit() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MAX_SPACE, MAX_SPACE))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
