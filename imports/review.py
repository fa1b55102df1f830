"""Corrections of a list in review: cells in place, “the same for all”, rows left out, questions settled."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import service
from imports.corrections import SAVED, set_cell
from imports.handing_in import check_open, save
from imports.kinds import ListKind, list_kind
from imports.models import ImportBatch, ImportRow

LONGEST_CELL = 300


@service
def correct(
    *,
    by: User,
    batch: ImportBatch,
    cells: Mapping[tuple[int, str], str],
    same_for_all: Iterable[tuple[int, str]] = (),
    left_out: Mapping[int, bool] | None = None,
) -> int:
    """Store corrected cells (row key, field); how many rows changed.

    A cell of `same_for_all` is stored in every row of the list whose raw cell says the same.
    """
    check_open(batch, by)
    kind = list_kind(batch.kind)
    left_out = left_out or {}
    rows = _rows(batch, {pk for pk, _name in cells} | set(left_out))
    texts = {pair: text[:LONGEST_CELL] for pair, text in cells.items() if pair[0] in rows}
    _spread(batch, kind, rows, texts, same_for_all)
    changed = {pk for (pk, name), text in texts.items() if set_cell(batch, kind, rows[pk], name, text)}
    for pk, is_left_out in left_out.items():
        if pk in rows and rows[pk].is_left_out != is_left_out:
            rows[pk].is_left_out = is_left_out
            changed.add(pk)
    touched = [rows[pk] for pk in sorted(changed)]
    kind.recheck(batch, touched)
    ImportRow.objects.bulk_update(touched, SAVED, batch_size=200)
    return len(touched)


def _rows(batch: ImportBatch, keys: Iterable[int]) -> dict[int, ImportRow]:
    found = ImportRow.objects.filter(batch=batch, pk__in=list(keys)).select_related("group")
    return {row.pk: row for row in found}


def _spread(
    batch: ImportBatch,
    kind: ListKind,
    rows: dict[int, ImportRow],
    texts: dict[tuple[int, str], str],
    same_for_all: Iterable[tuple[int, str]],
) -> None:
    """Give each further row whose raw cell says the same the same text."""
    wanted = {
        (name, kind.raw_text(rows[pk], name)): texts[pk, name]
        for pk, name in same_for_all
        if (pk, name) in texts and kind.raw_text(rows[pk], name)
    }
    if not wanted:
        return
    for row in ImportRow.objects.filter(batch=batch).select_related("group"):
        for (name, raw), text in wanted.items():
            if kind.raw_text(row, name) == raw and (row.pk, name) not in texts:
                rows.setdefault(row.pk, row)
                texts[row.pk, name] = text


@service
def confirm_marks(*, by: User, batch: ImportBatch, field: str, code: str) -> int:
    """Take marks of one cause off, on all rows: the official has looked at them."""
    check_open(batch, by)
    touched = []
    for row in ImportRow.objects.filter(batch=batch):
        kept = [mark for mark in row.issues if (mark["field"], mark["code"]) != (field, code)]
        if len(kept) != len(row.issues):
            row.set_issues(kept)
            touched.append(row)
    ImportRow.objects.bulk_update(touched, SAVED, batch_size=200)
    return len(touched)


@service
def settle(*, by: User, batch: ImportBatch, answers: Mapping[str, str]) -> ImportBatch:
    """Store answers to questions of the whole list; an answer that was not offered is refused."""
    check_open(batch, by)
    offered = {question.key: question for question in list_kind(batch.kind).questions(batch)}
    for key, answer in answers.items():
        question = offered.get(key)
        if question is None or answer not in {value for value, _label in question.choices} | {""}:
            raise ValidationError(
                _("This answer is not offered any more. Load the page again."), code="answer"
            )
    batch.choices = batch.choices | dict(answers)
    save(batch, by)
    _recheck_all(batch)
    return batch


def _recheck_all(batch: ImportBatch) -> None:
    """Marks that an answer settles are taken off, new ones set; only rows that changed are written."""
    rows = list(ImportRow.objects.filter(batch=batch).select_related("group").order_by("number"))
    before = {row.pk: (dict(row.parsed), list(row.issues)) for row in rows}
    list_kind(batch.kind).recheck(batch, rows)
    changed = [row for row in rows if before[row.pk] != (row.parsed, row.issues)]
    ImportRow.objects.bulk_update(changed, SAVED, batch_size=200)
