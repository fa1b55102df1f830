"""Pages of lists handed in: all of them, handing one in, one with its review or its result."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from areas.enums import AreaLevel
from areas.forms import add_refusal
from areas.models import Area
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from imports.enums import BatchStatus
from imports.forms import HandInForm
from imports.handing_in import discard, hand_in, read_again
from imports.kinds import ListKind, list_kind, list_kinds
from imports.models import ImportBatch
from imports.views.review_page import review_context

SORTS = {"time": ["-id"], "name": ["file_name"], "status": ["status", "-id"]}
BADGES = {
    BatchStatus.WAITING: "badge-draft",
    BatchStatus.UNREADABLE: "badge-missing",
    BatchStatus.PARSED: "badge-warn",
    BatchStatus.REVIEWED: "badge-warn",
    BatchStatus.APPLIED: "badge-done",
    BatchStatus.UNDONE: "badge-draft",
}


@requires("import.view")
def batch_list(request: HttpRequest) -> HttpResponse:
    """Lists handed in, in the user's scope."""
    rows = ImportBatch.objects.visible_to(request.user).select_related("area", "uploaded_by")  # type: ignore[attr-defined] # our queryset
    page = page_of(request, rows, SORTS, "time")
    titles = {kind.name: kind.title for kind in list_kinds()}
    shown = [
        {"batch": one, "badge": BADGES[BatchStatus(one.status)], "kind": titles.get(one.kind, "")}
        for one in page.rows
    ]
    may_hand_in = request.user.can("import.edit")  # type: ignore[union-attr] # logged in
    return render(
        request, "imports/batch_list.html", {"page": page, "rows": shown, "may_hand_in": may_hand_in}
    )


@requires("import.edit")
def batch_create(request: HttpRequest) -> HttpResponse:
    """Hand in a list of one kind."""
    kind = asked_kind(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    commune = _only_commune(request, kind)
    form = HandInForm(request.user, kind, *sent, initial={"area": commune})
    if request.method == "POST" and form.is_valid():
        content, name = form.content()
        try:
            batch = hand_in(
                by=request.user,  # type: ignore[arg-type] # logged in
                kind=kind.name,
                area=form.cleaned_data["area"],
                content=content,
                file_name=name,
                choices=form.choices(),
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            return redirect(batch.job or batch)
    tabs = [(one.title, f"?kind={one.name}", one.name == kind.name) for one in list_kinds()]
    return render(
        request, "imports/batch_create.html", {"form": form, "tabs": tabs, "kind": kind, "commune": commune}
    )


def asked_kind(request: HttpRequest, kinds: Sequence[ListKind] = ()) -> ListKind:
    """The kind of list that the address names, else the first."""
    kinds = kinds or list_kinds()
    asked = request.GET.get("kind", kinds[0].name)
    found = next((kind for kind in kinds if kind.name == asked), None)
    if found is None:
        raise Http404
    return found


def _only_commune(request: HttpRequest, kind: ListKind) -> Area | None:
    """The commune of a user who has one, or that the address names."""
    rows = Area.objects.visible_to(request.user, kind.capability).filter(
        level=AreaLevel.COMMUNE, valid_to=None
    )  # type: ignore[attr-defined] # our queryset
    asked = request.GET.get("area", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 18:
        rows = rows.filter(pk=int(asked))
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None


def fetch_batch(request: HttpRequest, pk: int, capability: str | None = None) -> Any:
    """The list in the user's scope, with what its page shows."""
    rows = ImportBatch.objects.select_related("area", "job", "uploaded_by", "applied_by", "same_as")
    return fetch(request, rows, capability, pk=pk)


def log_reading(request: HttpRequest, batch: ImportBatch, kind: ListKind) -> None:
    """Rows about people were shown: one line of the access log."""
    if kind.names_people:
        record(request, AuditAction.VIEW, batch, row_count=batch.counts.get("rows"))


@requires("import.view")
def batch_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Whatever the list needs next: an answer, patience, its review, its result."""
    batch = fetch_batch(request, pk)
    kind = list_kind(batch.kind)
    context = {
        "batch": batch,
        "kind": kind,
        "badge": BADGES[BatchStatus(batch.status)],
        "may_edit": request.user.can("import.edit", batch.area.path),  # type: ignore[union-attr] # logged in
        "is_busy": bool(batch.job and batch.job.is_open),
    }
    if batch.is_in_review and not context["is_busy"]:
        context |= review_context(request, batch, kind)
        log_reading(request, batch, kind)
        return render(request, "imports/review.html", context)
    is_written = batch.status == BatchStatus.APPLIED
    context |= {
        "outcomes": _outcomes(batch),
        "refused": _refused(batch),
        "next_steps": kind.next_steps(batch) if is_written and context["may_edit"] else (),
    }
    return render(request, "imports/batch_detail.html", context)


def _outcomes(batch: ImportBatch) -> list[tuple[str, int]]:
    """What became of the rows, as words and numbers."""
    counts = batch.counts.get("outcomes", {})
    words = {
        "CREATE": _("new"),
        "UPDATE": _("changed"),
        "SKIP": _("already there, unchanged"),
        "REFUSED": _("left out"),
    }
    return [(words[key], counts[key]) for key in words if key in counts]


def _refused(batch: ImportBatch) -> Any:
    return batch.rows.filter(action="REFUSED")[:50] if batch.status == BatchStatus.APPLIED else []


@requires("import.edit")
@require_POST
def batch_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the file (once more): it is meant, or it could not be read before."""
    batch = fetch_batch(request, pk, "import.edit")
    try:
        job = read_again(by=request.user, batch=batch)  # type: ignore[arg-type] # logged in
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("imports:batch_detail", pk)
    return redirect(job)


@requires("import.edit")
@require_POST
def batch_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the list away; nothing of it was written."""
    batch = fetch_batch(request, pk, "import.edit")
    try:
        discard(by=request.user, batch=batch)  # type: ignore[arg-type] # logged in
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("imports:batch_detail", pk)
    messages.success(request, _("The list was thrown away. Nothing of it is in the register."))
    return redirect("imports:batch_list")
