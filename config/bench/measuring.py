"""Measuring: warm medians, and what a job may take."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

WARM_UPS, ROUNDS = 2, 9


def medians_ms(*works: Callable[[], object], rounds: int = 0) -> list[float]:
    """Median of each work in milliseconds, after runs that only warm up.

    The works take turns, so that whatever else the machine does falls on all of them alike.
    """
    for _warm_up in range(WARM_UPS):
        for work in works:
            work()
    times: list[list[float]] = [[] for _work in works]
    for _round in range(rounds or ROUNDS):
        for work, taken in zip(works, times, strict=True):
            started = time.perf_counter()
            work()
            taken.append(time.perf_counter() - started)
    return [statistics.median(taken) * 1000 for taken in times]


@dataclass(frozen=True)
class Result:
    """One line of the table; `reference` is what the job is compared with, `limit` what it may take."""

    job: str
    ours: float
    reference: float | None
    aim: str
    limit: float
    remark: str = ""
    is_right: bool = True

    @property
    def ratio(self) -> float | None:
        """Ours for one of the reference."""
        return self.ours / self.reference if self.reference else None

    @property
    def held(self) -> bool:
        """Whether the aim is held, with the right answer."""
        return self.is_right and self.ours <= self.limit

    def as_dict(self) -> dict[str, Any]:
        """For handing over from the process that measured."""
        return asdict(self)


def against_sql(
    job: str, ours: float, sql: float, times: float, remark: str = "", is_right: bool = True
) -> Result:
    """A service or report beside the same in SQL."""
    return Result(job, ours, sql, f"≤ {times:g} × SQL", times * sql, remark, is_right)


def page_against_sql(
    job: str, ours: float, sql: float, times: float, empty: float, remark: str = "", is_right: bool = True
) -> Result:
    """A whole page beside its SQL and an empty page of the same site."""
    aim = f"≤ {times:g} × SQL + {empty:.0f} ms (empty page)"
    return Result(job, ours, sql, aim, times * sql + empty, remark, is_right)


def against(job: str, ours: float, other: float, times: float, what: str, remark: str = "") -> Result:
    """A page beside another page."""
    return Result(job, ours, other, f"≤ {times:g} × {what}", times * other, remark)


def within(job: str, ours: float, limit: float, remark: str = "", is_right: bool = True) -> Result:
    """A job with a limit of its own."""
    return Result(job, ours, None, f"≤ {limit / 1000:g} s", limit, remark, is_right)
