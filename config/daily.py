"""Work that a new day brings: what is stored "as of today" is worked out again. The worker calls it daily."""

from collections.abc import Callable

from households.figure_checks import compare_all
from teams.today import refresh_today

DAILY: tuple[Callable[[], object], ...] = (refresh_today, compare_all)
