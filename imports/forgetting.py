"""Lists that cannot be taken back any more lose their file and rows: a second copy of personal data has no purpose."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from common.services import service
from imports.enums import BatchStatus
from imports.models import ImportBatch, ImportRow
from imports.models.batches import UNDO_DAYS

CELLS = ["raw", "parsed", "typed", "issues", "has_marks", "is_left_out", "refusal"]


@service
def forget_old_lists(now: datetime | None = None) -> int:
    """Delete file, groups and rows of lists that ended or rested for 30 days; how many there were.

    What a list wrote stays known (`ImportChange`), and so does the list itself, with its numbers.
    """
    before = (now or timezone.now()) - timedelta(days=UNDO_DAYS)
    has_rows = Exists(ImportRow.objects.filter(batch=OuterRef("pk")))
    old = ImportBatch.objects.filter(~Q(file="") | has_rows, created_at__lt=before)
    resting = old.exclude(status=BatchStatus.APPLIED).filter(updated_at__lt=before)
    batches = [*old.filter(status=BatchStatus.APPLIED, applied_at__lt=before), *resting]
    for batch in batches:
        _forget(batch)
    return len(batches)


def _forget(batch: ImportBatch) -> None:
    drop_file(batch)
    batch.rows.all().delete()
    batch.groups.all().delete()
    batch.reading, batch.choices = {}, {}
    if batch.status in (BatchStatus.PARSED, BatchStatus.REVIEWED, BatchStatus.WAITING):
        batch.status = BatchStatus.UNREADABLE
    batch.save()


def drop_file(batch: ImportBatch) -> None:
    """The stored file goes when the transaction is over; the caller saves or deletes the list."""
    name, storage = str(batch.file.name), batch.file.storage
    batch.file = ""
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def empty_rows(rows: Iterable[ImportRow], values: Mapping[str, Any]) -> None:
    """What rows hold of a person goes: raw cells, marks and refusals, and the `values` take the place of what was read.

    A row that is not written yet is left out, so that the name does not come back. The files in which it stood go at
    once, also where the same file was handed in twice; writing and taking back need the rows only.
    """
    emptied = list(rows)
    for row in emptied:
        row.raw, row.typed, row.refusal, row.is_left_out = {}, {}, "", not row.action
        row.parsed |= values
        row.set_issues([])
    ImportRow.objects.bulk_update(emptied, CELLS, batch_size=500)
    sums = ImportBatch.objects.filter(pk__in={row.batch_id for row in emptied}).values("sha256")
    for batch in ImportBatch.objects.filter(sha256__in=sums).exclude(file=""):
        drop_file(batch)
        batch.save()
