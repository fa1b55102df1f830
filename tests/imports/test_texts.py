"""Text files and pasted text: every encoding, every delimiter, the numbers of records and lines."""

import codecs
import unicodedata
from pathlib import Path

import pytest

from imports.encodings import decoded
from imports.files import read_file, read_text
from imports.grid import Grid
from tests.vietnamese.old_letters import to_tcvn3, to_vni

LIST = "TT;Họ và tên;Năm sinh\n1;Nguyễn Thị Đước;1968\n2;Võ Hữu Ngọc;1970\n3;Đặng Ỷ Lời;1999\n"


def in_1258(text: str) -> bytes:
    """As Windows types it: the letters ă â ê ô ơ ư đ whole, each tone behind its letter."""
    written = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        written.append(base + tones)
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        codecs.BOM_UTF8 + LIST.encode(),
        codecs.BOM_UTF16_LE + LIST.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        in_1258(LIST),
    ],
    ids=[
        "utf-8",
        "utf-8 marked",
        "utf-16 le",
        "utf-16 be",
        "utf-16 le bare",
        "utf-16 be bare",
        "windows-1258",
    ],
)
def test_the_encoding_is_told_by_the_bytes(data: bytes) -> None:
    assert decoded(data) == LIST


def test_wrong_twin_windows_1258_read_plainly_leaves_tones_apart() -> None:
    assert in_1258(LIST).decode("cp1258") != LIST


def test_the_bytes_of_an_old_font_stay_the_letters_of_that_font() -> None:
    assert decoded(to_tcvn3(LIST).encode("latin-1")) == to_tcvn3(LIST)
    assert decoded(to_vni(LIST).encode("latin-1")) == to_vni(LIST)


def test_decomposed_text_is_left_as_it_was_written() -> None:
    loose = unicodedata.normalize("NFD", LIST)
    assert decoded(loose.encode()) == loose


def test_a_broken_letter_shows_and_the_rest_is_read() -> None:
    assert decoded(LIST.encode()[:-30] + b"\xe1\xbb\n") == LIST.encode()[:-30].decode() + "\ufffd\n"


def rows(grid: Grid) -> dict[int, list[object]]:
    return {grid.numbers[index]: [cell.value for cell in row] for index, row in grid.filled()}


def csv_rows(text: str, folder: Path, name: str = "a.csv") -> dict[int, list[object]]:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return rows(read_file(path).grids[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_evenness(delimiter: str, tmp_path: Path) -> None:
    text = f"DANH SÁCH, xã A\nTT{delimiter}Tên{delimiter}Việc\n1{delimiter}A{delimiter}x\n2{delimiter}B{delimiter}y\n"
    assert csv_rows(text, tmp_path) == {
        1: ["DANH SÁCH", " xã A"] if delimiter == "," else ["DANH SÁCH, xã A"],
        2: ["TT", "Tên", "Việc"],
        3: ["1", "A", "x"],
        4: ["2", "B", "y"],
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('a,b\n"x\ny","z, t"\n\n1,2\n', {1: ["a", "b"], 2: ["x\ny", "z, t"], 4: ["1", "2"]}),
        ('a;b\r\n"say ""ạ""";2\r\n', {1: ["a", "b"], 2: ['say "ạ"', "2"]}),
        ("sep=;\na;b\n1;2\n", {2: ["a", "b"], 3: ["1", "2"]}),
        ("a;b;c\n1;Trưởng ấp, Bí;2\n2;x, y;3\n", {1: ["a", "b", "c"], 2: ["1", "Trưởng ấp, Bí", "2"], 3: ["2", "x, y", "3"]}),
        ("một\nhai\n", {1: ["một"], 2: ["hai"]}),
        ('a,b\n1,"A\n' + "2,B\n" * 50, {1: ["a", "b"], 2: ["1", '"A']} | {n: ["2", "B"] for n in range(3, 53)}),
    ],
)  # fmt: skip
def test_records_of_a_csv(text: str, read: dict[int, list[object]], tmp_path: Path) -> None:
    assert csv_rows(text, tmp_path) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*ẤP 1*\n\n1. A, trưởng, 1\n2. B, phó, 2\n", {1: ["*ẤP 1*"], 3: ["1. A, trưởng, 1"], 4: ["2. B, phó, 2"]}),
        ("1. A, trưởng, 1\n2. B, phó, 2\n3. C, x, 1\n", {1: ["1. A, trưởng, 1"], 2: ["2. B, phó, 2"], 3: ["3. C, x, 1"]}),
        ("TT\tTên\n1\tA\r\n2\tB", {1: ["TT", "Tên"], 2: ["1", "A"], 3: ["2", "B"]}),
        ('TT\tTên\n1\t"A\nB"\n2\t"\n', {1: ["TT", "Tên"], 2: ["1", '"A'], 3: ['B"'], 4: ["2", '"']}),
        ('TT\tTên\n1\t"A\nB"\n2\tC\n', {1: ["TT", "Tên"], 2: ["1", "A\nB"], 4: ["2", "C"]}),
        ('1\tA\n2\t"\n', {1: ["1", "A"], 2: ["2", '"']}),
        ("STT;Họ tên;SĐT\n1;A;1\n2;B;2\n", {1: ["STT", "Họ tên", "SĐT"], 2: ["1", "A", "1"], 3: ["2", "B", "2"]}),
    ],
)  # fmt: skip
def test_lines_of_a_text(text: str, read: dict[int, list[object]], tmp_path: Path) -> None:
    assert rows(read_text(text).grids[0]) == read
    assert csv_rows(text, tmp_path, "a.txt") == read
