"""Workbooks hold real numbers and dates, and texts that stay texts (T-I2)."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from common.workbooks import LONGEST_TEXT, Column, Section, write_table

COLUMNS = [
    Column(label="Họ và tên", width=30),
    Column(label="Nam", kind="int", group="Người"),
    Column(label="Nữ", kind="int", group="Người"),
    Column(label="Tỷ lệ", kind="share"),
    Column(label="Ngày", kind="date"),
    Column(label="Mã", kind="code"),
]
HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+84912000101",
    "-2+3",
    "@SUM(A1)",
    "\tTab",
    "\rCR",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "{=1}",
    "<script>alert(1)</script>",
    "_x000D_",
    "https://example.org/",
    "0912",
    "e\u0301 NFD",
    "\u202eabc",
    "'nháy",
]


def sheet_of(content: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def written(rows: list[Any], **more: Any) -> Worksheet:
    settings: dict[str, Any] = {
        "title": "Bảng",
        "head_lines": ["dòng 1", "dòng 2"],
        "columns": COLUMNS,
    } | more
    return sheet_of(write_table(rows=rows, **settings))


def values(sheet: Worksheet, row: int) -> list[Any]:
    return [cell.value for cell in sheet[row]]


def test_numbers_dates_codes_and_missing() -> None:
    sheet = written(
        [("An", 3, None, 0.983, date(2022, 8, 5), "00123")],
        total=("Tổng", 3, 0, 0.5, None, ""),
        notes=["Thiếu 1"],
    )
    assert values(sheet, 7) == ["An", 3, "—", 0.983, datetime(2022, 8, 5), "00123"]
    assert sheet["D7"].number_format == "0.0%"
    assert sheet["E7"].number_format == "dd/mm/yyyy"
    assert sheet["F7"].data_type == "s"
    assert values(sheet, 8)[:4] == ["Tổng", 3, 0, 0.5]
    assert sheet["A10"].value == "Thiếu 1"


def test_head_stays_in_sight_and_is_repeated_on_paper() -> None:
    sheet = written([("An", 1, 2, 0.5, None, "")])
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["Bảng", "dòng 1", "dòng 2"]
    assert values(sheet, 5)[1] == "Người"
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["B5:C5"]
    assert values(sheet, 6) == ["Họ và tên", "Nam", "Nữ", "Tỷ lệ", "Ngày", "Mã"]
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$5:$6"


def test_sections_between_rows() -> None:
    row = ("An", 1, 2, 0.5, None, "")
    sheet = written([Section("I. Tổ A"), row, Section("II. Tổ B"), row])
    assert [sheet.cell(at, 1).value for at in range(7, 11)] == ["I. Tổ A", "An", "II. Tổ B", "An"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    sheet = written([(text, 1, 1, 0.1, None, text)])
    for cell in (sheet["A7"], sheet["F7"]):
        assert cell.data_type == "s", "never a formula"
        assert cell.hyperlink is None
        assert unescape(cell.value) == text, "the round trip gives the original back"
    starts_a_formula = text[0] in "=+-@\t\r＝＋－＠"
    assert sheet["A7"].quotePrefix is starts_a_formula


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    sheet = written([("x" * 40_000, 1, 1, 0.1, None, "")])
    assert sheet["A7"].value == "x" * LONGEST_TEXT + "…"


def test_ten_thousand_rows_from_a_generator() -> None:
    rows: Iterator[tuple[Any, ...]] = ((f"Người {n}", n, 0, n / 10_000, None, str(n)) for n in range(10_000))
    sheet = written(rows)  # type: ignore[arg-type] # rows may come one by one
    assert sheet.max_row == 10_006
    assert values(sheet, 10_006)[:2] == ["Người 9999", 9999]
