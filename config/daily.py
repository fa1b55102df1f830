"""Work that a new day brings: what is stored "as of today" is worked out again. The worker calls it daily."""

from collections.abc import Callable

from households.figure_checks import compare_all
from imports.forgetting import forget_old_lists
from teams.today import refresh_today

DAILY: tuple[Callable[[], object], ...] = (refresh_today, compare_all, forget_old_lists)
