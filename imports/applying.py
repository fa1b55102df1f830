"""Writing a reviewed list: prepared beforehand, then all in one transaction, or nothing (BR-44, T-R3)."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.history import change_reason
from imports.enums import IN_REVIEW, BatchStatus, JobStage, Mark, RowAction
from imports.handing_in import save
from imports.job_runner import Progress
from imports.kinds import ListKind, Outcome, list_kind
from imports.models import ImportBatch, ImportChange, ImportRow, Job

CHUNK = 500


def apply_batch(job: Job, progress: Progress) -> dict[str, Any]:
    """Write the list of the job; its end is part of the same transaction, so that it is written once."""
    batch = ImportBatch.objects.select_related("area").get(pk=job.payload["batch"])
    kind, by = list_kind(batch.kind), job.asked_by
    rows = list(ImportRow.objects.filter(batch=batch).select_related("group"))
    progress.step(0, len(rows), JobStage.CHECKING)
    for row in rows:
        row.batch = batch
    _check_complete(rows, bool(job.payload.get("only_good")))
    plan = kind.prepare(batch, by, rows, progress)
    progress.step(progress.done, len(rows), JobStage.WRITING)
    with transaction.atomic():
        _check_state(batch)
        before = last_lines()
        with change_reason(batch.change_reason):
            outcomes = [_in_words(kind, one) for one in kind.write(batch, by, plan, progress)]
        if not job.payload.get("only_good"):
            _check_none_refused(outcomes)
        changes = record_changes(batch, before)
        counts = _keep_outcomes(outcomes)
        batch.status, batch.applied_at, batch.applied_by = BatchStatus.APPLIED, timezone.now(), by
        batch.counts = batch.counts | {"outcomes": counts, "changes": changes}
        save(batch, by)
        progress.step(len(rows), len(rows))
        progress.finish(counts)
    return counts


def _in_words(kind: ListKind, outcome: Outcome) -> Outcome:
    """A row held back by its marks says them as the review did."""
    row = outcome.row
    if outcome.action == RowAction.REFUSED and row.has_marks and not row.is_left_out:
        texts = [kind.issue_text(mark) for mark in row.issues if mark["level"] == Mark.MEND]
        outcome.refusal = " ".join(dict.fromkeys(texts)) or outcome.refusal
    return outcome


def _check_state(batch: ImportBatch) -> None:
    """Nobody has written the list meanwhile."""
    stored = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if stored.status not in IN_REVIEW:
        raise ValidationError(_("This list is written already."), code="batch_state")


def _check_complete(rows: Iterable[ImportRow], only_good: bool) -> None:
    """Without leave to write only the good rows, one bad row holds all of them back (I3)."""
    bad = sum(row.has_marks and not row.is_left_out for row in rows)
    if bad and not only_good:
        raise ValidationError(
            _(
                "%(count)s rows still have marks to be put right. Correct them, leave them out, "
                "or write only the good rows."
            ),
            code="marks",
            params={"count": bad},
        )


def _check_none_refused(outcomes: list[Outcome]) -> None:
    """All or nothing was asked for: one refused row takes the whole list back."""
    refused = [one for one in outcomes if one.action == RowAction.REFUSED and not one.row.is_left_out]
    if refused:
        first = refused[0]
        raise ValidationError(
            _("%(count)s rows were refused, so nothing was written. Row %(row)s: %(why)s"),
            code="refused",
            params={"count": len(refused), "row": first.row.row_no, "why": first.refusal},
        )


def _keep_outcomes(outcomes: list[Outcome]) -> dict[str, int]:
    counts = {str(action): 0 for action in RowAction}
    for outcome in outcomes:
        outcome.row.action, outcome.row.target = outcome.action, outcome.target
        outcome.row.refusal = outcome.refusal[:400]
        counts[str(outcome.action)] += 1
    rows = [outcome.row for outcome in outcomes]
    ImportRow.objects.bulk_update(rows, ["action", "target", "refusal"], batch_size=CHUNK)
    return counts


# Which rows of the register a list wrote, told by their history.


def models_with_history() -> list[type[models.Model]]:
    """The models of the register whose every change is kept; the lists' own rows are none of it."""
    return [
        model
        for model in apps.get_models()
        if hasattr(getattr(model, "history", None), "model") and model._meta.app_label != "imports"
    ]


def last_lines() -> dict[str, int]:
    """The last line of each history at the moment."""
    found = {}
    for model in models_with_history():
        lines = model.history.model.objects.order_by("-history_id")  # type: ignore[attr-defined] # the history library's
        found[model._meta.label] = lines.values_list("history_id", flat=True).first() or 0
    return found


def record_changes(batch: ImportBatch, before: dict[str, int]) -> int:
    """Keep for each row that the list wrote the lines of its history before and after; how many there are."""
    changes: list[ImportChange] = []
    for model in models_with_history():
        changes += _changes_of(batch, model, before.get(model._meta.label, 0))
    ImportChange.objects.bulk_create(changes, batch_size=CHUNK)
    return len(changes)


def _changes_of(batch: ImportBatch, model: Any, last: int) -> list[ImportChange]:
    key = model._meta.pk.attname
    lines = model.history.model.objects.filter(
        history_id__gt=last, history_change_reason=batch.change_reason
    ).order_by("history_id")
    first: dict[int, str] = {}
    after: dict[int, int] = {}
    for pk, line, kind in lines.values_list(key, "history_id", "history_type"):
        first.setdefault(pk, kind)
        after[pk] = line
    changed = [pk for pk, kind in first.items() if kind != "+"]
    former = _last_lines_of(model, changed, last)
    return [
        ImportChange(
            batch=batch,
            model=model._meta.label,
            object_id=pk,
            is_created=kind == "+",
            before_id=former.get(pk),
            after_id=after[pk],
        )
        for pk, kind in first.items()
    ]


def _last_lines_of(model: Any, keys: list[int], last: int) -> dict[int, int]:
    """The line of history that describes each row as it was before."""
    key = model._meta.pk.attname
    found: dict[int, int] = {}
    for start in range(0, len(keys), CHUNK):
        lines = model.history.model.objects.filter(
            **{f"{key}__in": keys[start : start + CHUNK]}, history_id__lte=last
        )
        found |= dict(lines.order_by().values_list(key).annotate(models.Max("history_id")))
    return found
