"""What must hold for long or for many: an export of 10,000 rows, eight writers at once, the memory of a web worker."""

import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from django.db import connection, connections

from accounts.models import User
from areas.models import Area
from common.workbooks import Column, write_table
from config.bench.accepting import batch_of, ground_of
from config.bench.measuring import Result, against, medians_ms
from config.demo.bulk import OFFICIAL
from households.models import Household
from households.outreach import log_visits

ROWS = 10_000
WRITERS, BATCHES, BATCH = 8, 125, 10
REQUESTS, SETTLED = 2000, 500
MOST_GROWTH = 1.05
FIELDS = ("id", "head_name", "area__name", "self_managed_group", "people_count", "last_visit_on")
COLUMNS = (
    Column(label="Mã số", kind="int"),
    Column(label="Chủ hộ", width=28),
    Column(label="Ấp, khu phố", width=20),
    Column(label="Tổ nhân dân tự quản", width=20),
    Column(label="Số khẩu", kind="int"),
    Column(label="Lần đến gần nhất", kind="date"),
)


def export_of_households() -> Iterator[Result]:
    """Households through the writer of every export, beside the bare writer with the same rows and formats."""
    rows = list(Household.objects.order_by("pk").values_list(*FIELDS)[:ROWS])

    def ours() -> None:
        write_table(title="Hộ gia đình", head_lines=[], columns=COLUMNS, rows=rows)

    ours_ms, bare_ms = medians_ms(ours, lambda: _bare(rows), rounds=3)
    yield against(f"export of {len(rows)} households as .xlsx", ours_ms, bare_ms, 1.5, "the bare writer")


def _bare(rows: Sequence[Sequence[Any]]) -> None:
    book = xlsxwriter.Workbook(BytesIO(), {"constant_memory": True})
    sheet, plain = book.add_worksheet(), book.add_format({"border": 1})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is None:
                sheet.write_string(line, column, "", plain)
            elif isinstance(value, str):
                sheet.write_string(line, column, value, plain)
            elif isinstance(value, int):
                sheet.write_number(line, column, value, plain)
            else:
                sheet.write_datetime(line, column, value, day)
    book.close()


def writers_at_once(commune: Area) -> Iterator[Result]:
    """Eight clients hand in visits at the same time; no batch may be lost or refused."""
    user = User.objects.get(username=OFFICIAL)
    homes = list(islice(cycle(ground_of(commune)), WRITERS * BATCH))
    failed: list[str] = []

    def client(number: int) -> None:
        own = homes[number * BATCH : (number + 1) * BATCH]
        try:
            for _batch in range(BATCHES):
                failed.extend(_hand_in(user, own))
        finally:
            connections.close_all()

    taken = _all_at_once(client)
    rate = WRITERS * BATCHES * BATCH / taken * 1000
    remark = f"{len(failed)} of {WRITERS * BATCHES} batches of {BATCH} failed, {rate:.0f} visits a second"
    yield Result(f"{WRITERS} writers at once", taken, None, "0 failed", float("inf"), remark, not failed)


def _hand_in(user: User, homes: Sequence[tuple[int, int, int, int]]) -> list[str]:
    """Nothing, or why the batch failed."""
    try:
        results = log_visits(by=user, visits=batch_of(homes))
    except Exception as error:
        # A failed statement leaves its cursor in a circle of frames. Whichever thread clears it waits for this
        # thread's connection, which may be waiting for that one's transaction (SQLite).
        traceback.clear_frames(error.__traceback__)
        return [str(error)]
    return [] if all(result.is_stored for result in results) else ["refused"]


def _all_at_once(client: Callable[[int], None]) -> float:
    threads = [threading.Thread(target=client, args=(number,)) for number in range(WRITERS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return (time.perf_counter() - started) * 1000


def memory_of_worker(pages: Sequence[Callable[[], object]]) -> Iterator[Result]:
    """Memory of the process that answers, after it has settled and at the end (Linux only)."""
    if not Path("/proc/self/statm").exists():
        return
    settled = 0
    started = time.perf_counter()
    for number in range(REQUESTS):
        if number == SETTLED:
            settled = _resident()
        pages[number % len(pages)]()
    taken, grown = (time.perf_counter() - started) * 1000, _resident() / settled
    remark = f"memory after request {REQUESTS} is {grown:.3f} times that after {SETTLED}, {connection.vendor}"
    aim = f"≤ {MOST_GROWTH:g} × memory"
    yield Result(
        f"web worker, {REQUESTS} requests", taken, None, aim, float("inf"), remark, grown <= MOST_GROWTH
    )


def _resident() -> int:
    """Pages of memory that the process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
