"""Running the benchmark: each database is made for it, filled, measured in a process of its own, and dropped."""

import json
import os
import subprocess  # nosec B404 - a process for each database
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

from config.bench.import_jobs import IMPORT_SIZES, ImportBench, ImportSize, seed_lists
from config.bench.jobs import Bench
from config.bench.measuring import Result
from config.bench.outreach_jobs import OutreachBench
from config.demo.bulk import MERGED, Size, seed_merged
from config.demo.bulk_province import OUTREACH_SIZES, OutreachSize, seed_outreach
from config.env import BASE_DIR
from config.throwaway_postgres import ThrowawayServer

SQLITE, POSTGRES = "sqlite", "postgres"
SEED = 2022
AnySize = Size | OutreachSize | ImportSize


class NotEmptyError(Exception):
    """The database to be measured already holds tables: it is somebody's."""


def measure_in_child(database: str, size: str) -> list[Result]:
    """Make a database, have a child process fill and measure it, and drop it."""
    with tempfile.TemporaryDirectory(prefix="to-so-bench-", ignore_cleanup_errors=True) as folder:
        results = Path(folder) / "results.json"
        if database == SQLITE:
            _run_child(f"sqlite:///{folder}/register.sqlite3", results, size)
        else:
            server = ThrowawayServer()
            try:
                _run_child(server.start(), results, size)
            finally:
                server.stop()
        return [Result(**line) for line in json.loads(results.read_text(encoding="utf-8"))]


def _run_child(url: str, results: Path, size: str) -> None:
    command = [sys.executable, "manage.py", "bench", "--size", size, "--measure-into", str(results)]
    subprocess.run(command, cwd=BASE_DIR, env=os.environ | {"DATABASE_URL": url}, check=True)  # nosec B603 - words of ours, no shell


def measure_here(into: Path, size: AnySize, say: Callable[[str], object]) -> None:
    """Fill the empty database of this process, measure, and write down the results."""
    if connection.introspection.table_names():
        raise NotEmptyError(_("The database is not empty. The benchmark makes its own; run: start.py bench"))
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if isinstance(size, OutreachSize):
        seed_outreach(size, SEED, say)
    elif isinstance(size, ImportSize):
        seed_lists(size, SEED, say)
    else:
        seed_merged(SEED, say, size)
    with connection.cursor() as cursor:
        # What a server does by itself some time after so many rows: look how they are spread, and mark
        # the pages that every reader may see (without which no index alone answers).
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    lines = []
    for result in bench_of(size).results():
        say(f"{result.job}: {result.ours:.1f} ms")
        lines.append(result.as_dict())
    into.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


def bench_of(size: AnySize) -> Bench | ImportBench:
    """The jobs that a register of that size is for."""
    if isinstance(size, ImportSize):
        return ImportBench(size, SEED)
    return OutreachBench.of_database() if isinstance(size, OutreachSize) else Bench.of_database()


SIZES: dict[str, AnySize] = {
    "merged": MERGED,
    "small": Size(communes=3, teams=60, members=6, hamlets=120),
    "little": OutreachSize(communes=2, hamlets=8, households=1200, visits=4000, members=6),
    **OUTREACH_SIZES,
    **IMPORT_SIZES,
}
"""`small`, `little` (with households) and `lists` show that the benchmark runs, their figures mean nothing."""
