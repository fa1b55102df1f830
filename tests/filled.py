"""The database after all migrations: made by the first process that needs one, copied by those that follow.

The processes of one run meet in a folder (`TO_SO_TEST_MIGRATED`), and so do the suites of one `start.py check`.
Each still runs `migrate` on its copy, which finds nothing left to do.
"""

import os
import shutil
import time
from pathlib import Path

from django.db import connection

TEMPLATE = "to_so_migrated"


if os.name == "nt":
    import msvcrt

    def _wait_for(lock: int) -> None:
        while True:
            try:
                return msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
            except OSError:
                time.sleep(0.2)  # ten seconds passed in vain; another process still migrates

else:
    import fcntl

    def _wait_for(lock: int) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX)


class Shared:
    """The folder in which the processes meet; the others wait while one makes its database."""

    def __init__(self) -> None:
        self.folder = Path(os.environ["TO_SO_TEST_MIGRATED"])
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        _wait_for(self._lock)
        self.found = self._copied()

    def let_go(self) -> None:
        """The database of this process is ready: leave a copy, unless there is one, and let the others go on."""
        if not self.found:
            self._hand_on()
        os.close(self._lock)

    @property
    def _file(self) -> Path:
        return self.folder / "migrated.sqlite3"

    def _copied(self) -> bool:
        """Whether somebody has migrated already; if so, the database of this process begins as a copy."""
        if connection.vendor == "postgresql":
            with connection._nodb_cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE])
                found = cursor.fetchone() is not None
            connection.settings_dict["TEST"]["TEMPLATE"] = TEMPLATE if found else None
            return found
        if self._file.exists():
            shutil.copyfile(self._file, connection.settings_dict["TEST"]["NAME"])
            return True
        return False

    def _hand_on(self) -> None:
        if connection.vendor == "postgresql":
            source = connection.ops.quote_name(connection.settings_dict["NAME"])
            connection.close()  # a template has no visitors
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE {source}")
            return
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(self._file)])
