"""Rejected rows come back as the same workbook with a reason column; handed in again it adds only what was mended (I3)."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import load_workbook

from areas.models import Area
from common.models import Register, RegisterKind
from imports.models import ImportBatch
from imports.reasons import MARK, heading, reason_text
from imports.rejects import rejected_workbook
from tests.cast import Cast, make_cast
from tests.imports.lists import read, workbook, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


def styled() -> bytes:
    """A list of hamlets with a letterhead, widths, colours, a formula, a note, and a second sheet."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        bold = book.add_format({"bold": True, "bg_color": "#00FF00", "font_name": "Arial", "font_size": 15})
        page = book.add_worksheet("Các ấp")
        page.set_column(1, 1, 33)
        page.merge_range(0, 1, 0, 3, "ỦY BAN NHÂN DÂN XÃ", bold)
        page.write_row(2, 1, ["Ấp, khu phố", "Số hộ", "Số người"], bold)
        page.write_row(3, 1, ["Ấp Cây Bàng", 120])
        page.write_formula(3, 3, "=C4*4", None, 480)
        page.write_row(4, 1, ["Ấp Rạch Cò", "một trăm", 400])
        page.write_row(5, 1, ["Ấp Mương Sậy", 90, 333])
        page.write_string(6, 4, "=1+1")
        book.add_worksheet("Ghi nhớ").write_string(0, 0, "giữ lại")
    return stream.getvalue()


def written(cast: Cast, content: bytes, name: str = "ds.xlsx") -> ImportBatch:
    batch = read(cast.minh, cast.places.commune, "hamlets", content, name)
    write(cast.minh, batch, only_good=True)
    return batch


def hamlets(cast: Cast) -> set[str]:
    names = {"Cây Bàng", "Rạch Cò", "Mương Sậy"}
    return names & set(Area.objects.filter(parent=cast.places.commune).values_list("name", flat=True))


def test_the_workbook_keeps_its_looks_and_names_the_reason(cast: Cast) -> None:
    batch = written(cast, styled())
    assert hamlets(cast) == {"Cây Bàng", "Mương Sậy"}
    book = load_workbook(BytesIO(rejected_workbook(batch)))
    assert book.sheetnames == ["Các ấp", "Ghi nhớ"]
    page: Any = book["Các ấp"]
    assert round(page.column_dimensions["B"].width) == 34
    assert [str(area) for area in page.merged_cells.ranges] == ["B1:D1"]
    assert (page["B1"].value, page["B1"].font.name, page["B1"].font.size) == (
        "ỦY BAN NHÂN DÂN XÃ",
        "Arial",
        15,
    )
    assert page["B3"].fill.fgColor.rgb == "FF00FF00"
    [refused] = batch.rows.filter(action="REFUSED")
    assert (refused.row_no, page["F5"].value) == (5, reason_text(refused.refusal))
    assert MARK in page["F3"].value
    assert [page.cell(row, 6).value for row in (4, 6)] == [None, None]
    assert (page["D4"].value, page["D4"].data_type) == (480, "n")
    assert (page["E7"].value, page["E7"].data_type, page["E7"].quotePrefix) == ("=1+1", "s", True)
    assert book["Ghi nhớ"]["A1"].value == "giữ lại"


def test_mended_and_handed_in_again_only_the_mended_row_is_new(cast: Cast) -> None:
    batch = written(cast, styled())
    book = load_workbook(BytesIO(rejected_workbook(batch)))
    book["Các ấp"]["C5"].value = 100
    stream = BytesIO()
    book.save(stream)
    again = written(cast, stream.getvalue())
    assert again.counts["outcomes"] == {"CREATE": 1, "UPDATE": 0, "SKIP": 2, "REFUSED": 0}
    assert again.reading["unknown"] == []
    assert hamlets(cast) == {"Cây Bàng", "Rạch Cò", "Mương Sậy"}


def test_handed_in_again_unmended_it_comes_back_with_the_new_reasons_only(cast: Cast) -> None:
    book = load_workbook(BytesIO(rejected_workbook(written(cast, styled()))))
    book["Các ấp"]["C5"].value = 100
    book["Các ấp"]["C6"].value = "chín mươi"
    stream = BytesIO()
    book.save(stream)
    again = written(cast, stream.getvalue())
    [refused] = again.rows.filter(action="REFUSED")
    page: Any = load_workbook(BytesIO(rejected_workbook(again)))["Các ấp"]
    reasons = {
        cell.coordinate: cell.value for row in page.iter_rows() for cell in row if MARK in str(cell.value)
    }
    assert reasons == {"F3": heading(), "F6": reason_text(refused.refusal)}
    colours = [page.cell(row, 2).fill.fill_type for row in (4, 5, 6)]
    assert colours == [None, None, "solid"]


def test_a_list_of_members_comes_back_without_a_trace_in_its_reading(cast: Cast) -> None:
    """The reasons speak of duties; they are not read as remarks."""
    place = cast.places.hamlets[0].full_name
    rows = [
        ["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"],
        [1, "Danh Văn Bần", "Trưởng ấp", "Tổ trưởng"],
        [2, "Lý Thị Én", "Bí thư chi đoàn", "Tổ phó"],
        [3, "Trần Thị Vú Sữa", "Người dân", "làm gì đó"],
    ]
    batch = read(cast.minh, cast.places.commune, "members", workbook([f"Danh sách tổ CNSCĐ {place}"], *rows))
    before = list(batch.rows.values_list("row_no", "parsed__full_name", "parsed__role", "parsed__category"))
    write(cast.minh, batch, only_good=True)
    assert batch.rows.filter(action="REFUSED").count() == 1
    again = read(cast.minh, cast.places.commune, "members", rejected_workbook(batch), "lai.xlsx")
    after = list(again.rows.values_list("row_no", "parsed__full_name", "parsed__role", "parsed__category"))
    assert after == before
    assert again.reading["flags"] == batch.reading["flags"]


def test_other_files_become_a_plain_workbook_with_the_reasons(cast: Cast) -> None:
    text = "Ấp, khu phố;Số hộ;Số người\nẤp Cây Bàng;120;480\nẤp Rạch Cò;một trăm;400\n"
    batch = written(cast, text.encode(), "ds.csv")
    [page] = load_workbook(BytesIO(rejected_workbook(batch))).worksheets
    [refused] = batch.rows.filter(action="REFUSED")
    assert page["D1"].value.endswith(MARK)
    assert [page.cell(row, 4).value for row in (2, 3)] == [None, reason_text(refused.refusal)]


def test_a_workbook_whose_looks_cannot_be_kept_becomes_a_plain_one_and_the_log_says_why(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    batch = written(cast, with_a_spoilt_look(styled()))
    pages = load_workbook(BytesIO(rejected_workbook(batch))).worksheets
    [refused] = batch.rows.filter(action="REFUSED")
    assert pages[0]["F5"].value == reason_text(refused.refusal)
    assert pages[0]["B1"].font.name != "Arial"
    assert "The child that reads a file ended with 1" in caplog.text


def with_a_spoilt_look(content: bytes) -> bytes:
    """The workbook whose typefaces are of a family that there is not; its cells are as they were."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as whole, ZipFile(stream, "w") as spoilt:
        for name in whole.namelist():
            part = whole.read(name)
            spoilt.writestr(name, part.replace(b'<family val="2"/>', b'<family val="99"/>'))
    return stream.getvalue()
