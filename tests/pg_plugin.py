"""A throwaway PostgreSQL for the suite: `python -m pytest --db=postgres` (or TO_SO_TEST_DB=postgres).

Named in `addopts`, because conftest.py comes too late: the settings have been read by then. Without the
option the suite runs on SQLite, whatever DATABASE_URL the shell may hold: no test touches a real database.
"""

import atexit
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import pytest

if sys.platform != "win32":
    import pwd

# Nothing in it outlives the run, so it never waits for the disk.
SERVER_OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")
MISSING = "PostgreSQL is needed for --db=postgres: sudo apt install postgresql"


class Server:
    """One PostgreSQL in a temporary folder on a free port, run by a user that is not root."""

    def __init__(self) -> None:
        self.binaries = find_binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="to-so-pg-"))
        self.account = unprivileged_account()
        if self.account:
            os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)
        self.process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    def identity(self) -> dict[str, object]:
        """How a child gives up root: PostgreSQL refuses to run as root."""
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def start(self) -> str:
        """Make the cluster and wait until it answers; the URL of its database."""
        data = self.folder / "data"
        initdb = [self.binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N"]
        subprocess.run(
            [*initdb, "--encoding=UTF8", "--locale=C.UTF-8"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            **self.identity(),
        )
        options = [word for option in SERVER_OPTIONS for word in ("-c", option)]
        command = [
            self.binaries / "postgres",
            "-D",
            data,
            "-p",
            str(self.port),
            "-h",
            "127.0.0.1",
            "-k",
            self.folder,
        ]
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(
                [*command, *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                preexec_fn=die_with_parent,
                **self.identity(),
            )
        self.wait_until_ready()
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def wait_until_ready(self) -> None:
        command = [self.binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        deadline = time.monotonic() + 30
        while subprocess.run(command, check=False).returncode != 0:
            if time.monotonic() > deadline or self.process is None or self.process.poll() is not None:
                raise pytest.UsageError(
                    f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-500:]}"
                )
            time.sleep(0.05)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast": open connections are cut
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def find_binaries() -> Path:
    """The newest server of Debian's layout, or the one on the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    if not found:
        raise pytest.UsageError(MISSING)
    return Path(found).parent


def unprivileged_account() -> "pwd.struct_passwd | None":
    """Whom root lends the server to; None when we are not root."""
    if sys.platform == "win32" or os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise pytest.UsageError("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def die_with_parent() -> None:
    """A killed test run takes its server with it (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--db",
        choices=("sqlite", "postgres"),
        default=os.environ.get("TO_SO_TEST_DB", "sqlite"),
        help="the database that the suite runs on",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Choose the database before pytest-django reads the settings."""
    # Workers of xdist inherit the choice of the process that started them.
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.pop("DATABASE_URL", None)
        if early_config.known_args_namespace.db == "postgres":
            server = Server()
            atexit.register(server.stop)
            os.environ["DATABASE_URL"] = server.start()
    return (yield)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('db')}"
