"""T-R10: the disk is full. Nothing half written, a plain sentence, and it works again when there is room."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from common.models import Register, RegisterKind
from common.storage import NO_ROOM, WholeFileStorage
from imports.enums import BatchStatus, JobStatus
from imports.handing_in import ask_to_apply
from imports.jobs import resume
from imports.models import ImportBatch, Job
from teams.decision_document import decision_document
from teams.decision_pdf import decision_pdf
from teams.decision_templates import run_template, save_template
from teams.decision_text import decision_text
from teams.decisions import save_decision
from teams.enums import DecisionAction
from teams.models import Decision, DecisionScan, DecisionTemplate, LineUpEntry, Person, Team
from teams.scans import attach_scan
from teams.starter_template import starter_template
from teams.template_sample import SAMPLE
from tests.cast import START, Cast, make_cast
from tests.imports.lists import digests, work, workbook
from tests.imports.test_kills import a_list
from tests.teams.builders import make_draft_team, new_decision, proposal_of

pytestmark = pytest.mark.django_db

ROOM = 1000
"""So many bytes of a file are written before the disk is full."""
ROW_BY_ROW = "tests.imports.test_kills.write_row_by_row"
SCAN = b"%PDF-1.7\n" + b"0" * 5000 + b"\n%%EOF\n"
LIST = workbook(["Ấp, khu phố", "Số hộ"], *([f"Ấp Cây {number}", number] for number in range(40)))


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch, room: int = ROOM) -> Iterator[None]:
    """Every file takes so many bytes; then the system says that no space is left."""
    opened = os.fdopen

    class Full:
        def __init__(self, file: Any) -> None:
            self.file, self.left = file, room

        def write(self, content: bytes) -> int:
            part = content[: self.left]
            self.left -= len(part)
            self.file.write(part)
            if len(part) < len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return len(part)

        def close(self) -> None:
            self.file.close()

    with monkeypatch.context() as patch:
        patch.setattr(
            "django.core.files.storage.filesystem.os.fdopen",
            lambda *args, **more: Full(opened(*args, **more)),
        )
        yield


def kept() -> set[Path]:
    """All files that the register keeps."""
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


# Files.


def test_a_file_is_kept_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    storage = WholeFileStorage(location=tmp_path)
    with full_disk(monkeypatch), pytest.raises(ValidationError) as refusal:
        storage.save("a/b.pdf", ContentFile(SCAN))
    assert [error.code for error in refusal.value.error_dict["file"]] == ["no_room"]
    assert list(tmp_path.rglob("*.pdf")) == []
    assert (tmp_path / storage.save("a/b.pdf", ContentFile(SCAN))).read_bytes() == SCAN


def test_wrong_twin_a_plain_storage_leaves_half_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    storage = FileSystemStorage(location=tmp_path)
    with full_disk(monkeypatch), pytest.raises(OSError, match="space"):
        storage.save("a/b.pdf", ContentFile(SCAN))
    assert [path.stat().st_size for path in tmp_path.rglob("*.pdf")] == [ROOM]


def test_a_list_is_refused_with_a_sentence_and_taken_when_there_is_room(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(cast.minh)
    before = kept()
    address = f"{reverse('imports:batch_create')}?kind=hamlets"

    def sent() -> Any:
        upload = SimpleUploadedFile("ds.xlsx", LIST)
        return client.post(address, {"area": cast.places.commune.pk, "file": upload})

    with full_disk(monkeypatch):
        answer = sent()
    assert (answer.status_code, kept()) == (200, before)
    assert str(NO_ROOM) in answer.content.decode()
    assert not ImportBatch.objects.exists()
    assert not Job.objects.exists()
    assert sent().status_code == 302
    work()
    assert ImportBatch.objects.get().status == BatchStatus.PARSED


def test_scan_and_template_leave_nothing_behind(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = new_decision(cast.places.commune)
    save_decision(by=cast.minh, decision=decision)
    template = DecisionTemplate(area=cast.places.commune, action=DecisionAction.ESTABLISH, valid_from=START)
    before = kept()
    with full_disk(monkeypatch):
        with pytest.raises(ValidationError) as refusal:
            attach_scan(by=cast.minh, decision=decision, upload=SimpleUploadedFile("qd.pdf", SCAN))
        assert refusal.value.messages == [str(NO_ROOM)]
        with pytest.raises(ValidationError) as refusal:
            save_template(
                by=cast.minh,
                template=template,
                upload=SimpleUploadedFile("mau.docx", starter_template()),
            )
        assert refusal.value.messages == [str(NO_ROOM)]
    assert (kept(), DecisionScan.objects.count(), DecisionTemplate.objects.count()) == (before, 0, 0)
    scan = attach_scan(by=cast.minh, decision=decision, upload=SimpleUploadedFile("qd.pdf", SCAN))
    assert default_storage.size(scan.file.name) == len(SCAN)


def test_papers_need_no_room(cast: Cast) -> None:
    """They are made in memory, also in a process of their own."""
    decision = new_decision(cast.places.commune)
    save_decision(by=cast.minh, decision=decision, items=[proposal_of(make_draft_team(cast))])
    text = decision_text(cast.minh, Decision.objects.get(pk=decision.pk))
    with no_new_files():
        papers = [
            decision_document(text),
            decision_pdf(text),
            run_template(starter_template(), SAMPLE)[1],
        ]
    assert [paper[:2] for paper in papers] == [b"PK", b"%P", b"PK"]


@contextmanager
def no_new_files() -> Iterator[None]:
    """No byte can be written into any file, by this process and its children."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# The database.


@contextmanager
def full_database(pages: int) -> Iterator[None]:
    """The embedded database may grow by so many pages only."""
    if connection.vendor != "sqlite":
        pytest.skip("the server's disk is not ours to fill; its failures are injected (T-R4)")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        [size] = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {size + pages}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 4294967294")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pages", [0, 2, 4])
def test_a_writing_that_finds_no_room_writes_nothing_and_goes_on_later(cast: Cast, pages: int) -> None:
    batch = a_list(cast, 0)
    before = digests()
    job = ask_to_apply(by=cast.minh, batch=batch, only_good=False)
    with full_database(pages):
        work()
        assert digests() == before
        job.refresh_from_db()
        assert job.status == JobStatus.FAILED
        assert job.message.startswith("Ổ đĩa máy chủ đã đầy")
    resume(by=cast.minh, job=job)
    work()
    job.refresh_from_db()
    assert (job.status, Team.objects.count(), LineUpEntry.objects.count()) == (JobStatus.DONE, 7, 42)


@pytest.mark.django_db(transaction=True)
def test_wrong_twin_a_writing_row_by_row_stops_in_the_middle(cast: Cast, settings: Any) -> None:
    settings.JOB_HANDLERS = settings.JOB_HANDLERS | {"import.apply": ROW_BY_ROW}
    batch = a_list(cast, 0)
    ask_to_apply(by=cast.minh, batch=batch, only_good=False)
    with full_database(4):
        work()
    assert 0 < Person.objects.count() < 42


@pytest.mark.django_db(transaction=True)
def test_a_list_handed_in_while_the_database_is_full_leaves_no_file(cast: Cast, client: Client) -> None:
    before = kept()
    client.force_login(cast.minh)
    client.raise_request_exception = False
    pasted = {"area": cast.places.commune.pk, "text": "Ấp, khu phố\tSố hộ\nẤp Cây Bàng\t12\n"}
    with full_database(0):
        answers = [
            client.post(f"{reverse('imports:batch_create')}?kind=hamlets", pasted) for _try in range(60)
        ]
    codes = {answer.status_code for answer in answers}
    assert codes <= {200, 302, 503}
    assert 503 in codes
    assert "Ổ đĩa máy chủ đã đầy" in answers[-1].content.decode()
    assert len(kept() - before) == ImportBatch.objects.count()
