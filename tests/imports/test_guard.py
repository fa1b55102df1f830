"""Hostile files: each is refused with its own sentence or read, within 5 s and 300 MB, and the worker lives on."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from imports.grid import Book, Unreadable
from imports.guard import check_file
from imports.refusals import SENTENCES
from tests.imports.bombs import far_cell, plain
from tests.imports.hostile import HOSTILE, Hostile

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_SECONDS, MOST_MEGABYTES = 5, 300


def stored(hostile: Hostile, folder: Path) -> Path:
    path = folder / hostile.name
    path.write_bytes(hostile.make())
    return path


CHILD = (
    "import resource; from imports import child; child.main()\n"
    "used = resource.getrusage(resource.RUSAGE_SELF); print(used.ru_utime + used.ru_stime)\n"
    "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)
"""The child itself, which then says its time and the most memory it had (the system's count begins with its parent's).

Time of the processor, so that other work on the machine does not count.
"""


def read_and_measured(path: Path) -> tuple[str, str, float, int]:
    """What a child makes of the file: outcome, sentence, seconds and megabytes."""
    task = {
        "path": str(path),
        "name": None,
        "read": "tests.imports.test_guard.kind",
        "language": "vi",
        "given": None,
    }
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps(task).encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE},
        check=True,
    )
    seconds, kilobytes = child.stderr.split()[-2:]
    outcome, *rest = pickle.loads(child.stdout)
    code, sentence = rest if outcome == "refused" else (rest[0], "")
    return f"{outcome} {code}", sentence, float(seconds), int(kilobytes) // 1024


def kind(book: Book) -> str:
    return book.kind


@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_a_hostile_file_harms_nobody(hostile: Hostile, tmp_path: Path) -> None:
    path = stored(hostile, tmp_path)
    outcome, sentence, seconds, megabytes = read_and_measured(path)
    print(f"{hostile.name:28} {path.stat().st_size:>10,} B {seconds:6.2f} s {megabytes:>5} MB  {outcome}")
    assert outcome == hostile.outcome
    with translation.override("vi"):
        assert sentence == str(SENTENCES.get(outcome.removeprefix("refused "), ""))
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    assert sorted(tmp_path.iterdir()) == [path]


def test_the_battery_has_every_refusal_of_the_guard() -> None:
    met = {
        hostile.outcome.removeprefix("refused ")
        for hostile in HOSTILE
        if hostile.outcome.startswith("refused")
    }
    # The rest are met by a box left empty, and by a child that is stopped or fails (test_child.py).
    assert SENTENCES.keys() - met == {"empty_text", "too_slow", "too_heavy", "failed"}


def test_wrong_twin_a_reader_without_the_guard_takes_its_process_along(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(far_cell())
    assert path.stat().st_size < 5_000
    naive = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
        "import python_calamine\n"
        "try: python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()\n"
        "except BaseException: pass\n"
        "print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", naive, str(path)], capture_output=True, check=False)
    assert done.returncode < 0
    assert b"alive" not in done.stdout
    with pytest.raises(Unreadable) as refusal:
        check_file(path, path.name)
    assert refusal.value.code == "too_many_columns"


@pytest.mark.parametrize("name", ["list.xlsx", "list.XLSX", "list.csv", "list", "danh sách.docx"])
def test_the_kind_is_told_by_the_content(name: str, tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(plain())
    assert check_file(path, name) == "xlsx"


def test_no_cut_of_a_good_file_gives_anything_but_a_sentence(tmp_path: Path) -> None:
    whole = plain()
    path = tmp_path / "cut.xlsx"
    for length in range(1, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(Unreadable) as refusal:
            check_file(path, path.name)
        assert refusal.value.code in {"damaged", "wrong_content"}
