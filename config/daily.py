"""Work that a new day brings: what is stored "as of today" is worked out again. The worker calls each once a day."""

from collections.abc import Callable

DAILY: tuple[Callable[[], object], ...] = ()
