"""Measuring: warm medians, and what a job may take."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

WARM_UPS, ROUNDS = 2, 9


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median of some runs in milliseconds, after runs that only warm up."""
    for _warm_up in range(WARM_UPS):
        work()
    times = []
    for _round in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


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
    job: str, ours: float, sql: float, times: float, empty: float, remark: str = ""
) -> Result:
    """A whole page beside its SQL and an empty page of the same site."""
    return Result(
        job, ours, sql, f"≤ {times:g} × SQL + {empty:.0f} ms (empty page)", times * sql + empty, remark
    )


def against(job: str, ours: float, other: float, times: float, what: str, remark: str = "") -> Result:
    """A page beside another page."""
    return Result(job, ours, other, f"≤ {times:g} × {what}", times * other, remark)


def within(job: str, ours: float, limit: float, remark: str = "", is_right: bool = True) -> Result:
    """A job with a limit of its own."""
    return Result(job, ours, None, f"≤ {limit / 1000:g} s", limit, remark, is_right)
