"""Work that a new day brings: what is stored "as of today" is worked out again. The worker calls it daily."""

from collections.abc import Callable

from teams.today import refresh_today

DAILY: tuple[Callable[[], object], ...] = (refresh_today,)
