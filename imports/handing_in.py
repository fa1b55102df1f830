"""Handing in a list: the file is kept under a secret name, read by the worker; the same one again is asked about."""

import hashlib
import secrets
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from accounts.models import User
from areas.models import Area
from common.services import check_may, service
from imports.enums import IN_REVIEW, BatchStatus
from imports.forgetting import drop_file
from imports.jobs import enqueue
from imports.kinds import list_kind
from imports.models import ImportBatch, Job
from vietnamese.text import clean

LARGEST = 20 * 1024 * 1024
FORGOTTEN = _("The file of this list is not kept any more. Hand the list in again.")
READ_TITLE, APPLY_TITLE, UNDO_TITLE = (
    gettext_noop("Reading: %(name)s"),
    gettext_noop("Writing: %(name)s"),
    gettext_noop("Taking back: %(name)s"),
)


@service
def hand_in(
    *,
    by: User,
    kind: str,
    area: Area,
    content: bytes,
    file_name: str,
    choices: dict[str, Any] | None = None,
) -> ImportBatch:
    """Keep the file and ask the worker to read it.

    A file that this commune had before waits until the official says that it is meant (BR-45, `same_as`).
    """
    check_may(by, area.path, list_kind(kind).capability)
    if len(content) > LARGEST:
        raise ValidationError(
            {"file": ValidationError(_("The file is larger than 20 MB. Split it into parts."), code="size")}
        )
    sha256 = hashlib.sha256(content).hexdigest()
    batch = ImportBatch(
        same_as=handed_in_before(kind, area, sha256),
        kind=kind,
        area=area,
        sha256=sha256,
        uploaded_by=by,
        file_name=clean(PurePath(file_name).name)[-200:] or "danh-sach",
        choices=choices or {},
    )
    suffix = PurePath(batch.file_name).suffix.lower()[:8]
    batch.file.save(f"{secrets.token_urlsafe(24)}{suffix}", ContentFile(content), save=False)
    try:
        save(batch, by)
        if batch.same_as is None:
            start(by=by, batch=batch, work="import.read", title=READ_TITLE)
    except BaseException:
        batch.file.storage.delete(str(batch.file.name))
        raise
    return batch


def handed_in_before(kind: str, area: Area, sha256: str) -> ImportBatch | None:
    """The latest list of this commune that came from the very same file."""
    same = ImportBatch.objects.filter(kind=kind, area=area, sha256=sha256)
    return same.exclude(status=BatchStatus.UNREADABLE).order_by("-pk").first()


def start(*, by: User, batch: ImportBatch, work: str, title: str, **payload: Any) -> Job:
    """Ask the worker for the next step of a list; one at a time."""
    words = {"name": batch.file_name}
    job = enqueue(
        by=by,
        kind=work,
        title=str(_(title)) % words,
        key=f"import:{batch.pk}",
        payload=payload | {"batch": batch.pk, "back": batch.get_absolute_url()},
        area=batch.area,
    )
    batch.job = job
    save(batch, by)
    return job


@service
def read_again(*, by: User, batch: ImportBatch, mapping: dict[str, Any] | None = None) -> Job:
    """Read the file once more, with other columns; corrections stay where the cell still says the same."""
    check_open(batch, by)
    if not batch.file:
        raise ValidationError(FORGOTTEN, code="forgotten")
    if mapping is not None:
        batch.mapping = {"chosen": mapping}
    batch.status = BatchStatus.WAITING
    return start(by=by, batch=batch, work="import.read", title=READ_TITLE)


@service
def ask_to_apply(*, by: User, batch: ImportBatch, only_good: bool) -> Job:
    """Ask the worker to write the list: all rows, or only the good ones."""
    check_open(batch, by)
    batch.status = BatchStatus.REVIEWED
    return start(by=by, batch=batch, work="import.apply", title=APPLY_TITLE, only_good=only_good)


@service
def ask_to_undo(*, by: User, batch: ImportBatch) -> Job:
    """Ask the worker to take the list back (BR-44)."""
    check_may(by, batch.area.path, list_kind(batch.kind).capability)
    if not batch.may_undo:
        raise ValidationError(
            _("Only a list written in the last 30 days is taken back (BR-44)."), code="BR-44"
        )
    return start(by=by, batch=batch, work="import.undo", title=UNDO_TITLE)


@service
def discard(*, by: User, batch: ImportBatch) -> None:
    """Throw a list away that was not written; its file goes with it."""
    check_open(batch, by)
    batch._history_user = by  # type: ignore[attr-defined] # read by the history library
    batch.delete()
    drop_file(batch)


def check_open(batch: ImportBatch, by: User) -> None:
    """The user may work on the list, it is in review, and the worker is not at it."""
    check_may(by, batch.area.path, list_kind(batch.kind).capability)
    readable = (*IN_REVIEW, BatchStatus.UNREADABLE, BatchStatus.WAITING)
    if batch.status not in readable or (batch.job and batch.job.is_open):
        raise ValidationError(
            _("This list is being worked on or is written already. Load the page again."), code="batch_state"
        )


def save(batch: ImportBatch, by: Any) -> None:
    """Save with the acting user in the history."""
    batch._history_user = by  # type: ignore[attr-defined] # read by the history library
    batch.save()
