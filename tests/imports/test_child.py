"""The child that reads: its answer comes back whole; whatever ends it, the worker gets a sentence."""

import os
import time
from pathlib import Path

import pytest
from django.utils import translation

from imports import child
from imports.child import read_in_child
from imports.grid import Book, Unreadable
from tests.imports.bombs import plain
from tests.imports.packing import old_stream, old_workbook, sheet, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "a.xlsx"
    target.write_bytes(plain())
    return target


def rows_of(book: Book) -> int:
    return len(book.grids[0].rows)


def eats_memory(book: Book) -> int:
    return len(bytearray(700 * 1024 * 1024))


def aborts(book: Book) -> None:
    os.abort()


def runs_on(book: Book) -> None:
    time.sleep(60)


def is_faulty(book: Book) -> None:
    raise KeyError("Mẫu")


def in_words(book: Book) -> str:
    return translation.get_language() or ""


def test_the_book_comes_back_as_it_was_read(path: Path) -> None:
    book = read_in_child(path)
    assert (book.kind, book.grids[0].name, book.grids[0].cell(0, 0).value) == ("xlsx", "S1", 1)


def test_what_the_specification_makes_of_the_book_comes_back(path: Path) -> None:
    assert read_in_child(path, "x.xlsx", "tests.imports.test_child.rows_of") == 1


def test_the_child_speaks_the_language_of_its_user(path: Path) -> None:
    with translation.override("en"):
        assert read_in_child(path, None, "tests.imports.test_child.in_words") == "en"


@pytest.mark.parametrize(
    ("work", "code"), [("eats_memory", "too_heavy"), ("aborts", "too_heavy"), ("is_faulty", "failed")]
)
def test_a_child_that_dies_leaves_a_sentence(work: str, code: str, path: Path) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_in_child(path, None, f"tests.imports.test_child.{work}")
    assert refusal.value.code == code
    # The worker lives, and the next file is read.
    assert read_in_child(path, None, "tests.imports.test_child.rows_of") == 1


def test_a_child_that_takes_too_long_is_stopped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MAX_SECONDS", 3)
    begin = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read_in_child(path, None, "tests.imports.test_child.runs_on")
    assert refusal.value.code == "too_slow"
    assert time.monotonic() - begin < 20


def test_an_old_workbook_comes_through(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(old_workbook(old_stream({(2, 1): "Mẫu", (3, 1): 5})))
    assert [cell.value for cell in read_in_child(path).grids[0].rows[2]] == [None, "Mẫu"]


def test_ten_thousand_rows_pass_and_their_speed_is_told(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>Mẫu {n}</t></is></c>'
        + "".join(f'<c r="{column}{n}"><v>{n}</v></c>' for column in "CDEFGH")
        + "</row>"
        for n in range(1, 10_001)
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheet(rows)))
    begin = time.process_time()
    book = child.read_file(path)
    seconds = time.process_time() - begin
    print(f"10,000 rows of 8 cells in {seconds:.2f} s: {10_000 / seconds:,.0f} rows/s")
    assert rows_of(book) == 10_000
    assert [cell.value for cell in book.grids[0].rows[9_999]] == [10_000, "Mẫu 10000", *[10_000] * 6]
