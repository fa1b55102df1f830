"""Which column of the file is which, said by hand; the file is read once more."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from common.access import requires
from imports.grid import Unreadable
from imports.handing_in import FORGOTTEN, read_again
from imports.kinds import LONGEST_KEY, FileColumn, ListField, ListKind, list_kind
from imports.models import ImportBatch
from imports.views.batches import fetch_batch, log_reading

MOST_COLUMNS = 256


@requires("import.edit")
def batch_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """For a flat list the column of each field; else what each column of the file is."""
    batch = fetch_batch(request, pk, "import.edit")
    kind = list_kind(batch.kind)
    if request.method == "POST":
        columns = _said(request) if kind.has_file_columns else _chosen(request, _fields(kind))
        mapping = {"sheet": batch.sheet, "header": batch.header_row, "columns": columns}
        try:
            return redirect(read_again(by=request.user, batch=batch, mapping=mapping))  # type: ignore[arg-type] # logged in
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    try:
        found = _of_file(batch, kind)
    except Unreadable as refusal:
        messages.error(request, str(refusal))
        return redirect("imports:batch_detail", pk)
    rows = [(spec, _columns(batch, spec.name)) for spec in _fields(kind)]
    log_reading(request, batch, kind)
    return render(request, "imports/columns.html", {"batch": batch, "rows": rows, "file_columns": found})


def _of_file(batch: ImportBatch, kind: ListKind) -> list[FileColumn]:
    """The columns of the file, for lists that need it; raises Unreadable, also where it is not kept any more."""
    if kind.has_file_columns and not batch.file:
        raise Unreadable("forgotten", str(FORGOTTEN))
    return kind.file_columns(batch)


def _fields(kind: ListKind) -> list[ListField]:
    return [spec for spec in kind.fields if spec.name in kind.columns]


def _said(request: HttpRequest) -> dict[str, str]:
    """What each column was said to be, by its key; the kind of list takes only words that it offered."""
    said = {name[3:]: str(text) for name, text in request.POST.items() if name.startswith("is-") and text}
    short = {key: text for key, text in said.items() if len(key) <= LONGEST_KEY and len(text) <= LONGEST_KEY}
    return dict(list(short.items())[:MOST_COLUMNS])


def _chosen(request: HttpRequest, fields: list[ListField]) -> dict[str, int]:
    """The number of the column of each field."""
    sent = {spec.name: request.POST.get(f"col-{spec.name}", "") for spec in fields}
    return {
        name: int(value)
        for name, value in sent.items()
        if value.isascii() and value.isdigit() and len(value) < 4
    }


def _columns(batch: ImportBatch, name: str) -> list[dict[str, Any]]:
    """The columns of the file to choose from; the one that is taken now is marked."""
    found = batch.mapping.get("found", {})
    headings = batch.reading.get("headings", [])
    return [
        {
            "index": index,
            "label": heading or _("column %(number)s") % {"number": index + 1},
            "is_chosen": found.get(name) == index,
        }
        for index, heading in enumerate(headings)
    ]
