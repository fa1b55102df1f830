"""A throwaway PostgreSQL for tests and for the benchmark: made in a temporary folder, removed at the end.

Standard library only: the test plugin imports it before the settings are read.
"""

import ctypes
import os
import shutil
import signal
import socket
import subprocess  # nosec B404 - starting a server is what this module is for
import sys
import tempfile
import time
from pathlib import Path

if sys.platform != "win32":
    import pwd

# Nothing in it outlives the run, so it never waits for the disk.
SERVER_OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")
MISSING = "PostgreSQL is needed: sudo apt install postgresql"


class NoServer(Exception):
    """One sentence: what keeps PostgreSQL from starting on this machine."""


class ThrowawayServer:
    """One PostgreSQL in a temporary folder on a free port, run by a user that is not root."""

    def __init__(self, options: tuple[str, ...] = SERVER_OPTIONS) -> None:
        self.options = options
        self.binaries = find_binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="to-so-pg-"))
        self.account = unprivileged_account()
        if self.account:
            os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)
        self.process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    def identity(self) -> tuple[int | None, int | None]:
        """User and group of the server: it refuses to run as root."""
        return (self.account.pw_uid, self.account.pw_gid) if self.account else (None, None)

    def binary(self, name: str) -> str:
        return str(self.binaries / name)

    def start(self) -> str:
        """Make the cluster and wait until it answers; the URL of its database."""
        data, (user, group) = str(self.folder / "data"), self.identity()
        initdb = [self.binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-N"]
        subprocess.run(  # nosec B603 - words of ours, no shell
            [*initdb, "--encoding=UTF8", "--locale=C.UTF-8"],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            user=user,
            group=group,
            extra_groups=[] if self.account else None,
        )
        self.begin()
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def begin(self) -> None:
        """Start the server on the cluster that is there, and wait until it answers."""
        data, (user, group) = str(self.folder / "data"), self.identity()
        place = ["-D", data, "-k", str(self.folder), "-h", "127.0.0.1", "-p", str(self.port)]
        options = [word for option in self.options for word in ("-c", option)]
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(  # nosec B603 - words of ours, no shell
                [self.binary("postgres"), *place, *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                preexec_fn=die_with_parent,
                user=user,
                group=group,
                extra_groups=[] if self.account else None,
            )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        command = [self.binary("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        deadline = time.monotonic() + 30
        while subprocess.run(command, check=False).returncode != 0:  # nosec B603 - words of ours, no shell
            if time.monotonic() > deadline or self.process is None or self.process.poll() is not None:
                raise NoServer(f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-500:]}")
            time.sleep(0.05)

    def halt(self, how: int = signal.SIGINT) -> None:
        """End the server, its data stay. SIGINT is "fast": open connections are cut; SIGQUIT leaves all unwritten."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def stop(self) -> None:
        self.halt()
        shutil.rmtree(self.folder, ignore_errors=True)


def find_binaries() -> Path:
    """The newest server of Debian's layout, or the one on the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    if not found:
        raise NoServer(MISSING)
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
    raise NoServer("PostgreSQL does not run as root, and there is no user postgres or nobody.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def die_with_parent() -> None:
    """A killed test run takes its server with it (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)
