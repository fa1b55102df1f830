"""What must hold before a change is taken: each step of `start.py check`, and the table at its end."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from config.start.machine import PYTHON, ROOT, child_environment, manage, pytest, run

ROOMS = (
    "vietnamese",
    "common",
    "areas",
    "accounts",
    "imports",
    "teams",
    "households",
    "reforms",
    "reports",
    "config",
)
MOST_WORKERS = 8
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PRODUCTION = {
    "SECRET_KEY": "a-dummy-key-that-is-only-long-enough-for-the-check-0123456789",  # nosec B105 - guards nothing
    "ALLOWED_HOSTS": "to-so.example.vn",
    "CSRF_TRUSTED_ORIGINS": "https://to-so.example.vn",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    "TRUSTED_PROXIES": "127.0.0.1",
}


def check_steps() -> list[tuple[str, list[str], dict[str, str]]]:
    """Name, command line and environment of each step, quick ones first."""
    test, python = child_environment("config.settings.test"), str(PYTHON)
    test.pop("DATABASE_URL", None)
    present = [room for room in ROOMS if (ROOT / room).is_dir()]
    workers = str(min(max(os.cpu_count() or 2, 2), MOST_WORKERS))
    fast = ("-n", workers, "--dist", "worksteal", "-q", "--durations=15")
    return [
        ("ruff check", [python, "-m", "ruff", "check", "."], test),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."], test),
        (
            "import contract",
            [python, "-c", "from importlinter.cli import lint_imports_command as go; go()"],
            test,
        ),
        ("types (mypy)", [python, "-m", "mypy"], test),
        ("templates (djlint)", [python, "-m", "djlint", "templates", "--lint", "--quiet"], test),
        (
            "security (bandit)",
            [python, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r", *present, "start.py"],
            test,
        ),
        ("translations", manage("update_messages", "--check"), test),
        ("migrations", manage("makemigrations", "--check", "--dry-run"), test),
        (
            "deploy check",
            manage("check", "--deploy", "--fail-level", "WARNING"),
            child_environment("config.settings.prod", **PRODUCTION),
        ),
        ("suite on SQLite", pytest(*fast, "-m", "not browser and not postgres_only"), test),
        # What touches no database, and the walks over every page as everybody, run once only: they ask the same
        # views the same questions, and twice they would not fit into the time of a check.
        (
            "suite on PostgreSQL",
            pytest(*fast, "--db=postgres", "-m", "not browser and not walk and not plain"),
            test,
        ),
        ("browser tests", pytest(*fast, "-m", "browser"), test),
    ]


def missing_for(step: str) -> str | None:
    """The sentence that says which Debian package a step lacks, if any."""
    postgres = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb")
    if step == "suite on PostgreSQL" and not postgres:
        return "PostgreSQL is missing: sudo apt install postgresql"
    if step == "browser tests" and not any(map(shutil.which, CHROMIUM)):
        return "Chromium is missing: sudo apt install chromium fonts-liberation"
    return None


def check() -> int:
    """Run every step, also after a failure, and end with one table."""
    # Where the suites of this check leave a migrated database for each other (tests/filled.py).
    with tempfile.TemporaryDirectory(prefix="to-so-migrated-") as folder:
        return run_steps({"TO_SO_TEST_MIGRATED": folder})


def run_steps(more: dict[str, str]) -> int:
    """Run every step, with more in its environment; 1 when one of them failed."""
    results = []
    for name, command, environment in check_steps():
        print(f"\n=== {name}", flush=True)
        started, lack = time.monotonic(), missing_for(name)
        code = run(command, environment | more) if lack is None else 1
        results.append((name, code, time.monotonic() - started, lack or ""))
    print("\n=== summary")
    for name, code, seconds, lack in results:
        print(f"{'ok    ' if code == 0 else 'FAILED'} {name:<22} {seconds:7.1f} s  {lack}")
    failed = sum(code != 0 for _, code, _, _ in results)
    print(f"{len(results) - failed} of {len(results)} steps passed", flush=True)
    return 1 if failed else 0
