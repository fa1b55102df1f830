"""Work that comes again every few seconds or minutes. The worker calls it; a room's work is entered here."""

from collections.abc import Callable

from households.figures import recompute_marked
from imports.jobs import mark_interrupted

PERIODIC: tuple[tuple[float, Callable[[], object]], ...] = ((0.5, recompute_marked), (10, mark_interrupted))
"""Seconds between two rounds, and what is done in each."""
