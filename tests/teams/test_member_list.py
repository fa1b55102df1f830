"""Lists of members are read as their expected readings say: the given examples and lists of our own making (issue 5, Shows 1)."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from imports.files import read_file
from imports.grid import Book, Cell, Grid, Unreadable
from teams.member_list import read_list, unreadable
from tests.teams.list_scores import LISTS, Score, expected_of, lists_in, score

TODAY = date(2026, 11, 25)
EVERY_LIST = [path for folder in ("given", "own", "unseen_lists") for path in lists_in(folder)]


def read(path: Path) -> dict[str, Any]:
    try:
        return read_list(read_file(path, path.name), file=path.name, today=TODAY).document()
    except Unreadable as refusal:
        return unreadable(path.name, refusal.code).document()


@pytest.mark.parametrize("path", EVERY_LIST, ids=lambda path: path.name)
def test_a_list_is_read_as_expected(path: Path) -> None:
    found = score(expected_of(path), read(path))
    assert found.notes == []
    assert {key: found.counts[key] for key in ("guesses", "dropped", "extra teams", "extra people")} == {
        "guesses": 0,
        "dropped": 0,
        "extra teams": 0,
        "extra people": 0,
    }


def test_figures_of_all_lists(capsys: pytest.CaptureFixture[str]) -> None:
    total = Score()
    lines = []
    for path in EVERY_LIST:
        one = score(expected_of(path), read(path))
        lines.append(one.line(path.name))
        total.add(one)
    with capsys.disabled():
        print("\n" + "\n".join([*lines, total.line(f"{len(EVERY_LIST)} lists")]))
    assert len(EVERY_LIST) >= 166
    assert total.counts["people"] >= 0.98 * total.counts["people of"]
    assert total.counts["cells"] >= 0.97 * total.counts["cells of"]
    assert (total.counts["guesses"], total.counts["dropped"]) == (0, 0)


def test_a_reader_that_trusts_columns_alone_fails() -> None:
    """The wrong twin: names from column B, phones from the last column, hamlets never."""
    path = LISTS / "given" / "01-phu-luc-quyet-dinh.xlsx"
    grid = read_file(path).grids[0]
    members = [
        {"row": grid.numbers[row], "sheet": grid.name, "full_name": grid.cell(row, 1).value, "birth": None, "gender": None,
         "role": None, "category": None, "phone": str(grid.cell(row, 6).value), "flags": []}
        for row in range(len(grid.rows))
        if isinstance(grid.cell(row, 1).value, str)
    ]  # fmt: skip
    naive = {
        "readable": True, "commune_code": None, "decision": None, "file_flags": [], "ignored_rows": [],
        "teams": [{"kind": "hamlet", "hamlet": None, "enterprise": None, "flags": [], "members": members}],
    }  # fmt: skip
    found = score(expected_of(path), naive)
    assert (found.counts["teams"], found.counts["people"], found.counts["people of"]) == (0, 0, 16)


def test_the_command_writes_the_result_without_the_database(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    call_command("read_list", str(LISTS / "given" / "08-danh-sach-phang.xlsx"), "--json", str(out))
    document = json.loads(out.read_text(encoding="utf-8"))
    assert (document["file"], document["readable"]) == ("08-danh-sach-phang.xlsx", True)
    assert document["commune_code"] == "30955"
    assert sum(len(team["members"]) for team in document["teams"]) == 10


@pytest.mark.parametrize("name", ["cut.xlsx", "empty.csv", "none.docx"])
def test_a_file_that_cannot_be_read_gives_a_reason(tmp_path: Path, name: str) -> None:
    path, out = tmp_path / name, tmp_path / "out.json"
    path.write_bytes(b"" if name == "empty.csv" else b"PK\x03\x04 cut off")
    call_command("read_list", str(path), "--json", str(out))
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["readable"] is False
    assert document["reason_if_not"]
    assert (document["teams"], document["ignored_rows"], document["file_flags"]) == ([], [], [])


def test_the_commune_of_the_sender_fills_a_gap_only(tmp_path: Path) -> None:
    book = Book("xlsx", [Grid("DS", _rows(2), list(range(1, 5)))])
    assert read_list(book, commune="31066").commune_code == "31066"
    stated = read_file(LISTS / "given" / "08-danh-sach-phang.xlsx")
    assert read_list(stated, commune="31066").commune_code == "30955"


def _rows(count: int) -> list[list[Cell]]:
    heading = ["STT", "Ấp", "Họ và tên", "Năm sinh", "Chức vụ", "Nhiệm vụ", "Số điện thoại"]
    rows: list[list[Any]] = [["Danh sách tổ công nghệ số cộng đồng"], heading]
    for number in range(count):
        rows.append(
            [number + 1, f"Ấp Kinh {number // 7 + 1}", f"Nguyễn Văn Rạch {['Bần', 'Sú', 'Mắm'][number % 3]}",
             1950 + number % 50, "Hội Nông dân", "Thành viên", f"09{number:08d}"]
        )  # fmt: skip
    return [[Cell(value) for value in row] for row in rows]


def test_ten_thousand_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """Read and accounted for row by row; the time is printed, the bench of the product holds it to 30 s."""
    book = Book("xlsx", [Grid("DS", _rows(10_000), list(range(1, 10_003)))])
    begin = time.perf_counter()
    result = read_list(book, today=TODAY)
    with capsys.disabled():
        print(f"\n10,000 rows in {time.perf_counter() - begin:.1f} s")
    assert len(result.teams) == 1429
    assert sum(len(team.entries) for team in result.teams) == 10_000
    assert result.ignored_rows == [1, 2]
