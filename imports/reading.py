"""The worker's first step: the file is read in a child process, set beside the register, and kept for review."""

from pathlib import Path
from typing import Any

from django.db import transaction

from imports.corrections import corrections_of, restore_corrections
from imports.enums import BatchStatus, JobStage, Mark
from imports.grid import Unreadable
from imports.handing_in import save
from imports.job_runner import Progress
from imports.kinds import Issue, Reading, list_kind
from imports.models import ImportBatch, ImportGroup, ImportRow, Job

CHUNK = 500


def read_batch(job: Job, progress: Progress) -> dict[str, Any]:
    """Read the list of the job; read once more, it replaces what was read before, but for corrections."""
    batch = ImportBatch.objects.select_related("area").get(pk=job.payload["batch"])
    kind = list_kind(batch.kind)
    progress.step(0, 0, JobStage.READING)
    try:
        reading = kind.read(batch, Path(batch.file.path))
    except Unreadable as refusal:
        return _say_unreadable(batch, refusal, job, progress)
    progress.step(0, len(reading.rows), JobStage.CHECKING)
    kind.match(batch, reading, progress)
    with transaction.atomic():
        corrections = corrections_of(batch)
        keep_reading(batch, reading, job.asked_by)
        kept = restore_corrections(batch, kind, corrections)
        result = {"rows": len(reading.rows), "groups": len(reading.groups), "kept": kept}
        progress.step(len(reading.rows), len(reading.rows))
        progress.finish(result)
    return result


def _say_unreadable(batch: ImportBatch, refusal: Unreadable, job: Job, progress: Progress) -> dict[str, Any]:
    """Rows of an earlier reading stay until the next one, for the corrections in them."""
    result = {"unreadable": refusal.code}
    with transaction.atomic():
        batch.status, batch.problem = BatchStatus.UNREADABLE, str(refusal)[:600]
        save(batch, job.asked_by)
        progress.finish(result)
    return result


def keep_reading(batch: ImportBatch, reading: Reading, by: Any) -> None:
    """Store what was read, in the place of what was read before."""
    ImportRow.objects.filter(batch=batch).delete()
    ImportGroup.objects.filter(batch=batch).delete()
    groups = [
        ImportGroup(
            batch=batch,
            number=number,
            title=group.title[:200],
            parsed=group.parsed,
            issues=group.issues,
            has_marks=must_mend(group.issues),
        )
        for number, group in enumerate(reading.groups)
    ]
    ImportGroup.objects.bulk_create(groups, batch_size=CHUNK)
    rows = [
        ImportRow(
            batch=batch,
            group=None if row.group is None else groups[row.group],
            number=number,
            sheet=row.sheet[:200],
            row_no=row.row_no,
            raw=row.raw,
            parsed=row.parsed,
            issues=row.issues,
            has_marks=must_mend(row.issues),
        )
        for number, row in enumerate(reading.rows)
    ]
    ImportRow.objects.bulk_create(rows, batch_size=CHUNK)
    batch.status, batch.problem = BatchStatus.PARSED, ""
    batch.sheet, batch.header_row = reading.sheet[:200], reading.header_row
    batch.mapping = batch.mapping | {"found": reading.mapping}
    batch.reading = reading.facts
    batch.counts = {"rows": len(rows), "groups": len(groups)}
    save(batch, by)


def must_mend(issues: list[Issue]) -> bool:
    """Whether one of the marks has to be put right."""
    return any(mark["level"] == Mark.MEND for mark in issues)
