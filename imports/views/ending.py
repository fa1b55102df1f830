"""How a list ends: written, taken back, its rejected rows handed out again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from areas.models import Area
from common.access import fetch, requires
from common.audit import record
from common.models import AuditAction
from common.workbooks import Column, answer, write_table
from imports.enums import BatchStatus, RowAction
from imports.grid import Unreadable
from imports.handing_in import ask_to_apply, ask_to_undo
from imports.kinds import ListField, list_kinds
from imports.rejects import rejected_workbook
from imports.undo_plan import in_words, plan_undo
from imports.views.batches import asked_kind, fetch_batch
from vietnamese.text import fold

SHOWN = 200


@requires("import.edit")
def list_export(request: HttpRequest, pk: int) -> HttpResponse:
    """What the register of a commune holds, as a list to be edited and handed in again (I4)."""
    kind = asked_kind(request, [one for one in list_kinds() if one.columns])
    area = fetch(request, Area.objects.all(), kind.capability, pk=pk)
    rows = kind.export_rows(area, request.user)
    columns = [
        Column(label=spec.label, kind=_column_kind(spec), width=28 if spec.is_wide else 16)
        for spec in kind.fields
    ]
    content = write_table(title=f"{kind.title} – {area.full_name}", head_lines=[], columns=columns, rows=rows)
    record(request, AuditAction.EXPORT, area, row_count=len(rows), filters={"kind": kind.name})
    return answer(content, f"{slugify(fold(str(kind.title)))}-{area.code}")


def _column_kind(spec: ListField) -> str:
    return "int" if spec.is_number else "date" if spec.is_date else "text"


@requires("import.edit")
@require_POST
def batch_apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the list, all of it or only the good rows."""
    batch = fetch_batch(request, pk, "import.edit")
    try:
        job = ask_to_apply(
            by=request.user,  # type: ignore[arg-type] # logged in
            batch=batch,
            only_good=request.POST.get("only_good") == "1",
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("imports:batch_detail", pk)
    return redirect(job)


@requires("import.edit")
def batch_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """First what stays as it is and why, then the button (BR-44)."""
    batch = fetch_batch(request, pk, "import.edit")
    if request.method == "POST":
        try:
            return redirect(ask_to_undo(by=request.user, batch=batch))  # type: ignore[arg-type] # logged in
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("imports:batch_detail", pk)
    if not batch.may_undo:
        messages.error(request, _("Only a list written in the last 30 days is taken back (BR-44)."))
        return redirect("imports:batch_detail", pk)
    plan = plan_undo(batch)
    context = {
        "batch": batch,
        "removed": len(plan.removed),
        "removed_words": in_words(plan.removed),
        "restored": len(plan.restored),
        "restored_words": in_words(plan.restored),
        "kept": plan.kept[:SHOWN],
        "kept_count": len(plan.kept),
    }
    return render(request, "imports/undo.html", context)


@requires("import.edit")
def batch_rejects(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as a workbook with a column that says why rows were left out (I3)."""
    batch = fetch_batch(request, pk, "import.edit")
    refused = batch.rows.filter(action=RowAction.REFUSED)
    if batch.status != BatchStatus.APPLIED or not refused.exists():
        messages.info(request, _("No row of this list was left out."))
        return redirect("imports:batch_detail", pk)
    if not batch.file:
        text = _(
            "The file of this list is not kept any more. The rows left out stand on this page, with their reasons."
        )
        messages.info(request, text)
        return redirect("imports:batch_detail", pk)
    try:
        content = rejected_workbook(batch)
    except Unreadable as refusal:
        messages.error(request, str(refusal))
        return redirect("imports:batch_detail", pk)
    record(request, AuditAction.EXPORT, batch, row_count=refused.count())
    return answer(content, f"dong-chua-ghi-{batch.pk}")
