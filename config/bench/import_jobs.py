"""The jobs of the benchmark on lists: a workbook of 10,000 rows read, checked, looked at, written and taken back.

The worker does them in a process of its own, as on a server; its memory is read from the system (Linux only). Beside
it stands what the same rows cost without any check: a plain read of the workbook and bare inserts of the rows that
the list created.
"""

import subprocess  # nosec B404 - the worker in a process of its own
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter
from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from python_calamine import CalamineWorkbook

from accounts.models import User
from areas.loading import VIETNAM_2025
from areas.models import Area
from common.models import RegisterKind
from config.bench.measuring import Result, medians_ms, within
from config.demo.accounts import PASSWORD, PROVINCE
from config.demo.bulk import OFFICIAL, merged_communes, officials_of, write_hamlets
from config.demo.names import invent_name
from config.env import BASE_DIR
from config.founding import Account, found_register
from imports.files import read_file
from imports.handing_in import ask_to_apply, ask_to_undo, hand_in
from imports.kinds import list_kind
from imports.models import ImportBatch, ImportChange, Job
from imports.tally import tally_of
from teams.enums import Gender

MOST_READ, MOST_WRITTEN = 30_000, 60_000
"""Milliseconds for ten thousand rows."""
MOST_TIMES = 20
MOST_MEMORY = 300
"""Megabytes of the worker."""
LEAST_ROWS = 20_000
"""Rows of a workbook read in a second."""
LOOK_SECONDS = 0.02
FEW = 3
MEMBER_HEADINGS = (
    "TT",
    "Họ và tên",
    "Năm sinh",
    "Giới tính",
    "Chức vụ",
    "Nhiệm vụ",
    "Điện thoại",
    "Ấp, khu phố",
)
HOUSEHOLD_HEADINGS = ("TT", "Chủ hộ", "Ấp, khu phố", "Tổ nhân dân tự quản", "Điện thoại", "Số người")
POSTS = ("Trưởng ấp", "Bí thư chi đoàn", "Chi hội trưởng Hội Nông dân", "Chi hội trưởng Hội Phụ nữ")
ROLES = ("Tổ trưởng", "Tổ phó")
FEW_MARKED = 200
"""One row of so many may be marked: Công Nhân may be a name, or say “worker”. Such rows are left out."""
Worker = Callable[[], float]
"""Does the jobs that wait; the most memory that it took, in megabytes (0: not known)."""


@dataclass(frozen=True)
class ImportSize:
    """How many hamlets the commune has, and how long its lists are."""

    hamlets: int = 1000
    members: int = 10
    households: int = 10_000


IMPORT_SIZES = {"imports": ImportSize(), "lists": ImportSize(hamlets=4, members=6, households=40)}
"""`lists` shows that these jobs run; its figures mean nothing."""


@transaction.atomic
def seed_lists(size: ImportSize, seed: int, say: Callable[[str], object]) -> None:
    """An empty register with one commune whose hamlets have neither teams nor households yet."""
    with override("vi"):
        account = Account("son", "Phạm Sơn", PASSWORD)
        since = VIETNAM_2025.valid_from
        founded = found_register(kind=RegisterKind.BENCH, code=PROVINCE, on=since, account=account)
        [commune] = merged_communes(founded.province, 1)
        officials_of([commune], since)
        write_hamlets({commune: size.hamlets}, seed, since)
    say(_("%(hamlets)s hamlets written.") % {"hamlets": size.hamlets})


def member_workbook(hamlets: Sequence[Area], members: int, seed: int) -> bytes:
    """Members of all hamlets in one flat list; no two of a team have one name, no two people one phone."""
    chance = Random(seed)  # nosec B311 - invents a list, guards nothing
    rows = list[Sequence[Any]]()
    for hamlet in hamlets:
        used: set[str] = set()
        for seat in range(members):
            person = invent_name(chance)
            while person.full_name in used:
                person = invent_name(chance)
            used.add(person.full_name)
            post = POSTS[seat] if seat < len(POSTS) else "Người dân"
            role = ROLES[seat] if seat < len(ROLES) else "Thành viên"
            sex = "Nam" if person.gender == Gender.MALE else "Nữ"
            born = chance.randint(1960, 2003)
            phone = _phone(len(rows))
            rows.append((len(rows) + 1, person.full_name, born, sex, post, role, phone, hamlet.full_name))
    return _workbook("DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", MEMBER_HEADINGS, rows)


def household_workbook(hamlets: Sequence[Area], number: int, seed: int) -> bytes:
    """Households of all hamlets."""
    chance = Random(seed)  # nosec B311 - invents a list, guards nothing
    rows = [
        (
            place + 1,
            f"{invent_name(chance).full_name} {place // len(hamlets) + 1}",
            hamlets[place % len(hamlets)].full_name,
            f"Tổ {place % 5 + 1}",
            _phone(place),
            chance.randint(1, 8),
        )
        for place in range(number)
    ]
    return _workbook("DANH SÁCH HỘ GIA ĐÌNH", HOUSEHOLD_HEADINGS, rows)


def _phone(place: int) -> str:
    """An invented number for each row."""
    return f"09{place // 1000 % 100:02d}000{place % 1000:03d}"


def _workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write_string(0, 0, title)
        sheet.write_row(2, 0, headings)
        for line, row in enumerate(rows, start=3):
            sheet.write_row(line, 0, row)
    return stream.getvalue()


def worker_process() -> float:
    """The worker of a server does what waits, and ends."""
    command = [sys.executable, "manage.py", "run_worker", "--once"]
    child = subprocess.Popen(command, cwd=BASE_DIR)  # nosec B603 - words of ours, no shell
    most = 0.0
    while child.poll() is None:
        most = max(most, _most_memory(child.pid))
        time.sleep(LOOK_SECONDS)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, "run_worker")
    return most


def _most_memory(pid: int) -> float:
    """The most that a process has held so far, in megabytes; 0 when it is gone or the system does not say."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


class ImportBench:
    """Two lists of one commune: its members, and its households."""

    def __init__(self, size: ImportSize, seed: int, work: Worker = worker_process) -> None:
        self.size, self.seed, self.work = size, seed, work
        self.by = User.objects.get(username=OFFICIAL)
        rows = Area.objects.hamlets().select_related("parent").order_by("code")  # type: ignore[attr-defined] # our queryset
        self.hamlets = list(rows)
        self.commune = self.hamlets[0].parent
        self.memory = 0.0

    def results(self) -> Iterator[Result]:
        """All lines about lists."""
        members = member_workbook(self.hamlets, self.size.members, self.seed)
        households = household_workbook(self.hamlets, self.size.households, self.seed)
        yield from self.one_list("members", members, len(self.hamlets) * self.size.members)
        yield from self.one_list("households", households, self.size.households)

    def one_list(self, kind: str, content: bytes, rows: int) -> Iterator[Result]:
        """A list from the file to the register and back; its stored file goes at the end."""
        yield _plain_reading(kind, content, rows)
        self.memory = 0.0
        batch = self._handed_in(kind, content)
        try:
            yield from self._steps(batch, content, rows)
        finally:
            batch.file.storage.delete(str(batch.file.name))

    def _handed_in(self, kind: str, content: bytes) -> ImportBatch:
        return hand_in(
            by=self.by,
            kind=kind,
            area=self.commune,
            content=content,
            file_name=f"{kind}.xlsx",
            choices={"legal_ground": "Quyết định 45/QĐ-UBND"},
        )

    def _steps(self, batch: ImportBatch, content: bytes, rows: int) -> Iterator[Result]:
        kind = batch.kind
        read = self._done(batch)
        batch.refresh_from_db()
        is_whole = batch.counts.get("rows") == rows
        yield within(f"list of {rows} {kind}: read and checked", read, MOST_READ, is_right=is_whole)
        started = time.perf_counter()
        tally = tally_of(batch, list_kind(kind))
        looked = (time.perf_counter() - started) * 1000
        ask_to_apply(by=self.by, batch=batch, only_good=True)
        applied = self._done(batch)
        remark = f"{tally.created} new, {tally.refused} left out, looked at in {looked:.0f} ms"
        is_whole = _created(batch) == tally.created == rows - tally.refused
        is_written = is_whole and tally.refused <= rows // FEW_MARKED
        yield within(f"list of {rows} {kind}: written", applied, MOST_WRITTEN, remark, is_written)
        created = _created_rows(batch)
        ask_to_undo(by=self.by, batch=batch)
        undone = self._done(batch)
        is_gone = not any(model._base_manager.exists() for model in created if model is not Area)
        yield within(f"list of {rows} {kind}: taken back", undone, MOST_WRITTEN, "", is_gone)
        yield _beside_bare(kind, content, created, read + looked + applied, rows)
        if self.memory:
            yield _memory(kind, rows, self.memory)

    def _done(self, batch: ImportBatch) -> float:
        """Have the worker do the open job of the list; how many milliseconds the job took."""
        self.memory = max(self.memory, self.work())
        batch.refresh_from_db()
        job = Job.objects.get(pk=batch.job_id)
        if job.started_at is None or job.finished_at is None or job.message:
            raise RuntimeError(f"{job.title}: {job.status} {job.message}")
        return (job.finished_at - job.started_at).total_seconds() * 1000


def _plain_reading(kind: str, content: bytes, rows: int) -> Result:
    """The workbook as a book of cells, checked against hostile content, without the child process around it."""
    with tempfile.TemporaryDirectory(prefix="to-so-bench-") as folder:
        path = Path(folder) / f"{kind}.xlsx"
        path.write_bytes(content)
        read = partial(read_file, path, path.name)
        [taken] = medians_ms(read, rounds=FEW)
        book = read()
    is_whole = sum(1 for grid in book.grids for _row in grid.filled()) == rows + 2
    limit = rows / LEAST_ROWS * 1000
    remark = f"{rows / taken * 1000:.0f} rows a second"
    return Result(
        f"workbook of {rows} {kind}: cells read",
        taken,
        None,
        f"≥ {LEAST_ROWS} rows/s",
        limit,
        remark,
        is_whole,
    )


def _created(batch: ImportBatch) -> int:
    return int(batch.counts["outcomes"]["CREATE"])


def _created_rows(batch: ImportBatch) -> dict[Any, list[Any]]:
    """The rows of the register that the list created, by model."""
    found: dict[Any, list[Any]] = {}
    labels = ImportChange.objects.filter(batch=batch, is_created=True).order_by("model")
    for label in labels.values_list("model", flat=True).distinct():
        model: Any = apps.get_model(label)
        keys = labels.filter(model=label).values("object_id")
        found[model] = list(model._base_manager.filter(pk__in=keys).order_by("pk"))
    return found


def _beside_bare(kind: str, content: bytes, created: dict[Any, list[Any]], ours: float, rows: int) -> Result:
    """The same workbook read plainly, and the same rows inserted without checks and history; taken back at once."""
    started = time.perf_counter()
    CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    with transaction.atomic():
        # References among the rows are checked at the end of the transaction only, which does not come.
        for model, found in created.items():
            model._base_manager.bulk_create(found, batch_size=1000)
        taken = (time.perf_counter() - started) * 1000
        transaction.set_rollback(True)
    number = sum(map(len, created.values()))
    return Result(
        f"list of {rows} {kind}: read, checked, looked at, written",
        ours,
        taken,
        f"≤ {MOST_TIMES} × plain read + bulk insert",
        MOST_TIMES * taken,
        f"{number} rows of the register, {rows / ours * 1000:.0f} rows a second",
    )


def _memory(kind: str, rows: int, most: float) -> Result:
    remark, aim = f"at most {most:.0f} MB", f"≤ {MOST_MEMORY} MB"
    job = f"memory of the worker, list of {rows} {kind}"
    return Result(job, 0.0, None, aim, float("inf"), remark, most <= MOST_MEMORY)
