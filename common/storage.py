"""Where uploaded files are kept: a file is there as a whole or not at all, also when the disk is full (T-R10)."""

import errno
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError
from django.utils.translation import gettext_lazy as _

NO_ROOM_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
POSTGRES_DISK_FULL = "53100"
NO_ROOM = _(
    "The disk of the server is full, so the file was not kept and nothing was changed. "
    "Tell your administrator to make room, then send the file again."
)


def is_no_room(error: BaseException | None) -> bool:
    """Whether an error says that the disk is full: one of the system, or of either database."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM_ERRORS
    if not isinstance(error, OperationalError):
        return False
    cause = error.__cause__
    names = (getattr(cause, "sqlite_errorname", ""), getattr(cause, "sqlstate", ""))
    return "SQLITE_FULL" in names or POSTGRES_DISK_FULL in names


class WholeFileStorage(FileSystemStorage):
    """Files on the disk of the server; what was written of a file that found no room is taken away again."""

    def _save(self, name: str, content: Any) -> str:
        try:
            kept: str = super()._save(name, content)  # type: ignore[misc] # the framework's, unknown to its stubs
        except OSError as error:
            if not is_no_room(error):
                raise
            with suppress(OSError):
                self.delete(name)
            raise ValidationError({"file": ValidationError(NO_ROOM, code="no_room")}) from error
        return kept
