"""What the review of a list does: corrected cells, settled questions, confirmed marks."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from common.access import requires
from imports.kinds import list_kind
from imports.models import ImportBatch
from imports.review import confirm_marks, correct, settle
from imports.views.batches import fetch_batch

LONGEST_QUERY = 300


def back(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """The same page of the review; only what the review itself puts into its address is kept."""
    asked = request.POST.get("query", "")[:LONGEST_QUERY]
    query = f"?{asked}" if asked and not set(asked) & set("/\\:#?\r\n") else ""
    return HttpResponseRedirect(reverse("imports:batch_detail", args=[pk]) + query)


@requires("import.edit")
@require_POST
def batch_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Store the corrected cells of one page."""
    batch = fetch_batch(request, pk, "import.edit")
    cells, same, left_out = _sent(request)
    try:
        changed = correct(
            by=request.user,  # type: ignore[arg-type] # logged in
            batch=batch,
            cells=cells,
            same_for_all=same,
            left_out=left_out,
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        text = ngettext("%(count)s row was changed.", "%(count)s rows were changed.", changed)
        messages.success(request, text % {"count": changed})
    return back(request, pk)


def _sent(
    request: HttpRequest,
) -> tuple[dict[tuple[int, str], str], list[tuple[int, str]], dict[int, bool]]:
    """Cells, ticks “the same for all”, and rows left out, as the names of the boxes say."""
    cells: dict[tuple[int, str], str] = {}
    same: list[tuple[int, str]] = []
    for name, text in request.POST.items():
        letter, _dash, rest = name.partition("-")
        key, _dash, field = rest.partition("-")
        if not (key.isascii() and key.isdigit() and len(key) < 18):
            continue
        if letter == "c":
            cells[int(key), field] = str(text)
        elif letter == "same":
            same.append((int(key), field))
    shown = [key for key in request.POST.getlist("rows") if key.isascii() and key.isdigit() and len(key) < 18]
    out = set(request.POST.getlist("out"))
    return cells, same, {int(key): key in out for key in shown}


@requires("import.edit")
@require_POST
def batch_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Store answers to the questions of the whole list; `suggested`: and what is suggested for open ones."""
    batch = fetch_batch(request, pk, "import.edit")
    answers = {name[2:]: str(text) for name, text in request.POST.items() if name.startswith("q-")}
    try:
        if "suggested" in request.POST:
            answers |= _suggested(batch, answers)
        settle(by=request.user, batch=batch, answers=answers)  # type: ignore[arg-type] # logged in
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The answers are kept."))
    return back(request, pk)


def _suggested(batch: ImportBatch, answers: Mapping[str, str]) -> dict[str, str]:
    """For each open question without an answer what is suggested."""
    questions = list_kind(batch.kind).questions(batch)
    return {
        one.key: one.suggestion for one in questions if one.has_open_suggestion and not answers.get(one.key)
    }


@requires("import.edit")
@require_POST
def batch_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """All marks of one cause have been looked at."""
    batch = fetch_batch(request, pk, "import.edit")
    try:
        confirm_marks(
            by=request.user,  # type: ignore[arg-type] # logged in
            batch=batch,
            field=request.POST.get("field", ""),
            code=request.POST.get("code", ""),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return back(request, pk)
