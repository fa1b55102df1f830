"""Taking a written list back: what it created goes, what it changed gets its former values (BR-44)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from common.history import change_reason
from imports.enums import BatchStatus, JobStage
from imports.handing_in import save
from imports.job_runner import Progress
from imports.kinds import list_kind
from imports.models import ImportBatch, Job
from imports.undo_plan import CHUNK, UndoPlan, keys_there, parts, plan_undo


def undo_batch(job: Job, progress: Progress) -> dict[str, Any]:
    """Take the list of the job back, in one transaction."""
    batch = ImportBatch.objects.select_related("area").get(pk=job.payload["batch"])
    by = job.asked_by
    progress.step(0, 0, JobStage.UNDOING)
    with transaction.atomic():
        stored = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if not stored.may_undo:
            raise ValidationError(
                _("Only a list written in the last 30 days is taken back (BR-44)."), code="BR-44"
            )
        plan = plan_undo(batch)
        with change_reason(f"undo:{batch.pk}"):
            _restore(plan, by)
            _remove(plan, by, f"undo:{batch.pk}")
            list_kind(batch.kind).after_undo(batch, by)
        result = {"removed": len(plan.removed), "restored": len(plan.restored), "kept": len(plan.kept)}
        batch.status, batch.undone_at = BatchStatus.UNDONE, timezone.now()
        batch.counts = batch.counts | {"undo": result}
        save(batch, by)
        progress.finish(result)
    return result


def _by_model(keys: Iterable[tuple[str, int]]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = defaultdict(list)
    for label, pk in keys:
        found[apps.get_model(label)].append(pk)
    return found


def _restore(plan: UndoPlan, by: Any) -> None:
    """Give changed rows their former values; one that the list deleted comes back under its number."""
    for model, keys in _by_model(plan.restored).items():
        label = model._meta.label
        lines = [plan.restored[label, pk].before_id or 0 for pk in keys]
        there, former = set(keys_there(model, keys)), _former_states(model, lines)
        names = [one.name for one in model._meta.concrete_fields if not one.primary_key]
        changed = [row for row in former if row.pk in there]
        if changed:
            bulk_update_with_history(changed, model, names, batch_size=CHUNK, default_user=by)
        _bring_back(model, [row for row in former if row.pk not in there], by)


def _former_states(model: Any, lines: list[int]) -> list[Any]:
    rows = []
    for part in parts(lines):
        rows += [line.instance for line in model.history.model.objects.filter(history_id__in=part)]
    return rows


def _bring_back(model: Any, rows: list[Any], by: Any) -> None:
    """Insert rows again as they were, with the dates that inserting would set anew."""
    dates = [
        one.attname
        for one in model._meta.concrete_fields
        if getattr(one, "auto_now", False) or getattr(one, "auto_now_add", False)
    ]
    former = [{name: getattr(row, name) for name in dates} for row in rows]
    model._base_manager.bulk_create(rows, batch_size=CHUNK)
    for row, values in zip(rows, former, strict=True):
        for name, value in values.items():
            setattr(row, name, value)
    if rows and dates:
        model._base_manager.bulk_update(rows, dates, batch_size=CHUNK)
    if rows:
        model.history.bulk_history_create(rows, batch_size=CHUNK, default_user=by)


def _remove(plan: UndoPlan, by: Any, reason: str) -> None:
    """Delete created rows in few statements; the last line of their history says who took them back."""
    removed = _by_model(plan.removed)
    for model, keys in removed.items():
        for part in parts(keys):
            _write_last_lines(model, list(model._base_manager.filter(pk__in=part).order_by("pk")), by, reason)
    for model, keys in removed.items():
        for part in parts(keys):
            # References among the rows are checked at the end of the transaction only.
            model._base_manager.filter(pk__in=part)._raw_delete(using=connection.alias)


def _write_last_lines(model: Any, rows: list[Any], by: Any, reason: str) -> None:
    lines, now = model.history.model, timezone.now()
    names = [one.attname for one in lines.tracked_fields]
    said = {"history_date": now, "history_user": by, "history_change_reason": reason, "history_type": "-"}
    lines.objects.bulk_create(
        [lines(**said, **{name: getattr(row, name) for name in names}) for row in rows], batch_size=CHUNK
    )
