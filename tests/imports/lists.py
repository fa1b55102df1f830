"""Lists for tests: handed in, read, written and taken back as the worker does it; the register's tables compared."""

import hashlib
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.apps import apps

from accounts.models import User
from areas.models import Area
from imports.handing_in import ask_to_apply, ask_to_undo, hand_in
from imports.job_runner import run_waiting
from imports.jobs import worker_name
from imports.models import ImportBatch, Job

LEFT_OUT_OF_DIGEST = {
    "areas.HamletCounter": "numbers may have been used up (BR-44)",
    "teams.TeamCounter": "numbers may have been used up (BR-44)",
    "common.AuditEntry": "the access log",
}
OWN_ROOMS = ("common", "areas", "accounts", "teams", "households")


def workbook(*rows: list[Any], sheet: str = "Danh sách") -> bytes:
    """An .xlsx with one sheet."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.set_properties({"created": datetime(2022, 8, 5)})  # the same bytes each time
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return stream.getvalue()


def work() -> None:
    """The worker does what is waiting."""
    run_waiting(worker_name())


def read(
    by: User, area: Area, kind: str, content: bytes, name: str = "ds.xlsx", **choices: str
) -> ImportBatch:
    """A list handed in and read."""
    batch = hand_in(by=by, kind=kind, area=area, content=content, file_name=name, choices=choices)
    work()
    batch.refresh_from_db()
    return batch


def write(by: User, batch: ImportBatch, only_good: bool = False) -> Job:
    """The list written."""
    job = ask_to_apply(by=by, batch=batch, only_good=only_good)
    work()
    job.refresh_from_db()
    batch.refresh_from_db()
    return job


def take_back(by: User, batch: ImportBatch) -> Job:
    """The list taken back."""
    job = ask_to_undo(by=by, batch=batch)
    work()
    job.refresh_from_db()
    batch.refresh_from_db()
    return job


def digests() -> dict[str, str]:
    """A checksum of every table of the domain (BR-44): history, logs, jobs and the import's own rows left out."""
    found = {}
    for model in apps.get_models():
        label = model._meta.label
        if model._meta.app_label not in OWN_ROOMS or model.__name__.startswith("Historical"):
            continue
        if label in LEFT_OUT_OF_DIGEST:
            continue
        rows = model._base_manager.order_by("pk").values_list()
        found[label] = hashlib.sha256("\n".join(map(repr, rows)).encode()).hexdigest()
    return found
