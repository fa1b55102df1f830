"""Lists that cannot be taken back any more lose their file and rows: a second copy of personal data has no purpose."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
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
    old = ImportBatch.objects.exclude(file="").filter(created_at__lt=before)
    resting = old.exclude(status=BatchStatus.APPLIED).filter(updated_at__lt=before)
    batches = [*old.filter(status=BatchStatus.APPLIED, applied_at__lt=before), *resting]
    for batch in batches:
        _forget(batch)
    return len(batches)


def _forget(batch: ImportBatch) -> None:
    name, storage = str(batch.file.name), batch.file.storage
    batch.rows.all().delete()
    batch.groups.all().delete()
    batch.file, batch.reading, batch.choices = "", {}, {}
    if batch.status in (BatchStatus.PARSED, BatchStatus.REVIEWED, BatchStatus.WAITING):
        batch.status = BatchStatus.UNREADABLE
    batch.save()
    transaction.on_commit(lambda: storage.delete(name))


def empty_rows(rows: Iterable[ImportRow], values: Mapping[str, Any]) -> None:
    """What rows hold of a person goes: raw cells, marks and refusals, and the `values` take the place of what was read.

    A row that is not written yet is left out, so that the name does not come back.
    """
    emptied = list(rows)
    for row in emptied:
        row.raw, row.typed, row.refusal, row.is_left_out = {}, {}, "", not row.action
        row.parsed |= values
        row.set_issues([])
    ImportRow.objects.bulk_update(emptied, CELLS, batch_size=500)
