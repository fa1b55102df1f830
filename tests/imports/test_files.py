"""Every kind of file as grids: what stands in it, where it stands, and what else the file says about it."""

import contextlib
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlwt

from imports.files import read_file, read_text
from imports.grid import Book, Grid, Unreadable
from tests.imports import packing
from tests.imports.packing import (
    ODS,
    document,
    old_stream,
    open_workbook,
    paragraph,
    shared,
    sheet,
    table,
    workbook,
)

STYLES = (
    f'<styleSheet xmlns="{packing.MAIN}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="171" formatCode="#,##0&quot; day&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/></cellXfs>'
    "</styleSheet>"
)


def book(data: bytes, name: str, folder: Path) -> Book:
    path = folder / name
    path.write_bytes(data)
    return read_file(path)


def values(grid: Grid) -> dict[int, list[object]]:
    """Rows with something in them by their number; an error value as “!text”."""
    return {
        grid.numbers[index]: [f"!{cell.error}" if cell.error else cell.value for cell in row]
        for index, row in grid.filled()
    }


def one(data: bytes, name: str, folder: Path) -> dict[int, list[object]]:
    return values(book(data, name, folder).grids[0])


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('<c r="A1"><v>912000101</v></c>', 912_000_101),
        ('<c r="A1"><v>9.12E8</v></c>', 912_000_000),
        ('<c r="A1"><v>31904.25</v></c>', 31_904.25),
        ('<c r="A1" s="1"><v>31904</v></c>', date(1987, 5, 7)),
        ('<c r="A1" s="4"><v>31904</v></c>', date(1987, 5, 7)),
        ('<c r="A1" s="1"><v>31904.5</v></c>', datetime(1987, 5, 7, 12)),
        ('<c r="A1" s="1"><v>1987</v></c>', date(1905, 6, 9)),
        ('<c r="A1" s="1"><v>1</v></c>', date(1900, 1, 1)),
        ('<c r="A1" s="1"><v>61</v></c>', date(1900, 3, 1)),
        ('<c r="A1" s="1"><v>0.5</v></c>', 0.5),
        ('<c r="A1" s="1"><v>9999999</v></c>', 9_999_999),
        ('<c r="A1" s="2"><v>3</v></c>', 3),
        ('<c r="A1" s="3"><v>31904</v></c>', 31_904),
        ('<c r="A1" t="d"><v>1987-05-07</v></c>', date(1987, 5, 7)),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="s"><v>0</v></c>', " Ô. Mẫu\nA "),
        ('<c r="A1" t="s"><v>1</v></c>', "Nguyễn Văn Mẫu"),
        ('<c r="A1" t="inlineStr"><is><t>0912</t></is></c>', "0912"),
        ('<c r="A1" t="str"><f>A2</f><v>Mẫu</v></c>', "Mẫu"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="A1"><f>A2</f></c>', "!no value"),
        ('<c r="A1"><f>A2</f><v/></c>', "!no value"),
        ('<c r="A1" t="e"><f>A2</f><v>#REF!</v></c>', "!#REF!"),
        ('<c r="A1"><v>NaN</v></c>', "!NaN"),
        ('<c r="A1"><v>1e309</v></c>', "!1e309"),
        ('<c r="A1" t="str"><v>=1+1</v></c>', "=1+1"),
        ('<c r="A1" t="str"><v>a_x000D_b</v></c>', "a\rb"),
    ],
)
def test_a_cell_of_a_workbook_is_read_as_it_is_stored(cell: str, read: object, tmp_path: Path) -> None:
    texts = shared(
        " Ô. Mẫu\nA ",
        "</t></si><si><r><t>Nguyễn </t></r><r><t>Văn Mẫu</t></r><rPh><t>x</t></rPh></si><si><t>",
    )
    texts = texts.replace("<si><t></t></si>", "")
    data = workbook(sheet(f'<row r="1">{cell}</row>'), shared=texts, styles=STYLES)
    assert one(data, "a.xlsx", tmp_path) == {1: [read]}


def test_days_of_a_workbook_from_a_macintosh(tmp_path: Path) -> None:
    data = workbook(
        sheet('<row r="1"><c r="A1" s="1"><v>30442</v></c></row>'),
        styles=STYLES,
        properties='<workbookPr date1904="1"/>',
    )
    assert one(data, "a.xlsx", tmp_path) == {1: [date(1987, 5, 7)]}


def test_rows_stand_where_excel_shows_them_and_hidden_ones_are_known(tmp_path: Path) -> None:
    data = workbook(
        sheet(
            '<row r="3"><c r="B3"><v>1</v></c></row><row r="5" hidden="1"><c r="B5"><v>2</v></c><c r="D5"><v>3</v></c></row>'
            '<row r="900"><c r="A900" s="1"/></row>',
            before='<cols><col min="3" max="4" hidden="1"/><col min="6" max="16384" hidden="1"/></cols>',
            after='<mergeCells><mergeCell ref="B3:D4"/><mergeCell ref="A5:A5000"/></mergeCells><pageMargins/>',
        ),
        sheet(""),
        states=["", "veryHidden"],
        names=["Ấp 1", "Ẩn &amp; kín"],
    )
    first, second = book(data, "a.xlsx", tmp_path).grids
    assert values(first) == {3: [None, 1], 5: [None, 2, None, 3]}
    assert first.numbers == [1, 2, 3, 4, 5]
    assert (first.name, first.is_hidden, first.hidden_rows, first.hidden_columns) == (
        "Ấp 1",
        False,
        {4},
        {2, 3},
    )
    assert first.merged == [(2, 1, 3, 3), (4, 0, 4, 0)]
    assert (second.name, second.is_hidden, second.rows) == ("Ẩn & kín", True, [])


def test_a_workbook_by_another_writer_is_read_the_same(tmp_path: Path) -> None:
    source = openpyxl.Workbook()
    page = source.active
    assert page is not None
    page.title = "DS"
    page["B2"], page["C2"], page["B3"], page["C3"] = "Họ tên", "Ngày sinh", "Mẫu", date(1987, 5, 7)
    page["D3"] = "=B3"
    page.merge_cells("B5:C5")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["C"].hidden = True
    source.create_sheet("Kín").sheet_state = "hidden"
    source.save(tmp_path / "a.xlsx")
    first, second = read_file(tmp_path / "a.xlsx").grids
    assert values(first) == {
        2: [None, "Họ tên", "Ngày sinh"],
        3: [None, "Mẫu", date(1987, 5, 7), "!no value"],
    }
    assert (first.hidden_rows, first.hidden_columns, second.is_hidden) == ({2}, {2}, True)


def test_an_old_workbook_with_what_its_reader_leaves_out(tmp_path: Path) -> None:
    source = xlwt.Workbook()
    page = source.add_sheet("Ấp 1")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    page.write(3, 2, "Mẫu")
    page.write(4, 2, 1987, day)
    page.write(4, 3, 31_904, day)
    page.write(5, 1, 912_000_101)
    page.row(6).set_cell_error(2, "#REF!")
    page.write_merge(7, 7, 2, 4, "gộp")
    page.row(5).hidden = True
    page.col(3).hidden = True
    source.add_sheet("Kín").visibility = 1
    source.save(str(tmp_path / "a.xls"))
    first, second = read_file(tmp_path / "a.xls").grids
    assert values(first) == {
        4: [None, None, "Mẫu"],
        5: [None, None, date(1905, 6, 9), date(1987, 5, 7)],
        6: [None, 912_000_101],
        7: [None, None, "!#REF!"],
        8: [None, None, "gộp"],
    }
    assert first.merged == [(7, 2, 7, 4)]
    assert (first.hidden_rows, first.hidden_columns, first.is_hidden, second.is_hidden) == (
        {5},
        {3},
        False,
        True,
    )


def test_rows_and_cells_without_names_follow_each_other_past_comments(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><!-- x --><c/><c><v>2</v></c></row><?x y?><row/><row><c><v>3</v></c></row>"
    assert one(workbook(sheet(rows)), "a.xlsx", tmp_path) == {1: [1, None, 2], 3: [3]}


def test_a_workbook_in_the_strict_kind_and_with_prefixes(tmp_path: Path) -> None:
    rows = '<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>Mẫu</x:t></x:is></x:c></x:row>'
    strict = f'<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    assert one(workbook(strict), "a.xlsx", tmp_path) == {2: [None, "Mẫu"]}


def test_an_old_workbook_without_cells(tmp_path: Path) -> None:
    assert one(packing.old_workbook(old_stream({})), "a.xls", tmp_path) == {}


def test_a_workbook_of_libreoffice(tmp_path: Path) -> None:
    data = open_workbook(
        '<table:table table:name="Ấp 1"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2"/>'
        '<table:table-row table:visibility="collapse"><table:table-cell/>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>x</text:p>'
        '</office:annotation><text:p>Mẫu<text:s text:c="2"/>A</text:p><text:p>B</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" '
        'office:date-value="1987-05-07"/><table:table-cell office:value-type="float" office:value="912000101"/>'
        '<table:table-cell table:formula="of:=A9" office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048000"/></table:table>'
        '<table:table table:name="Kín" table:style-name="k"/>',
        styles='<style:style style:name="k"><style:table-properties table:display="false"/></style:style>',
    )
    first, second = book(data, "a.ods", tmp_path).grids
    row = [date(1987, 5, 7), 912_000_101, "!#REF!"]
    assert values(first) == {3: [None, "Mẫu  A\nB"], 4: row, 5: row}
    assert (first.merged, first.hidden_rows, first.hidden_columns) == ([(2, 1, 2, 2)], {2}, {2})
    assert (first.is_hidden, second.name, second.is_hidden) == (False, "Kín", True)
    assert "table" in ODS


def test_tables_of_a_word_document_with_the_text_around_them(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Năm sinh</w:t></w:r></w:p></w:tc>'
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    inner = f"<w:tc>{paragraph('ngoài')}{table(['trong'])}<w:p/></w:tc>"
    data = document(
        paragraph("DANH SÁCH")
        + "<w:p/>"
        + table([top, wide, "SĐT"], [below, "Nam", "Nữ", ""], ["1", "1968", inner])
        + paragraph("Ấp 2")
        + "<w:sdt><w:sdtContent>"
        + table(["a"])
        + "</w:sdtContent></w:sdt>"
        + "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>Nơi</w:t><w:tab/>"
        + "<w:t>nhận</w:t></w:r></w:ins></w:p>"
    )
    first, nested, second = book(data, "a.docx", tmp_path).grids
    assert values(first) == {
        1: ["TT", "Năm sinh", None, "SĐT"],
        2: [None, "Nam", "Nữ", None],
        3: ["1", "1968", "ngoài"],
    }
    assert sorted(first.merged) == [(0, 0, 1, 0), (0, 1, 0, 2)]
    assert (first.name, first.before, first.after) == ("table 1", ["DANH SÁCH"], ["Ấp 2"])
    assert (nested.name, values(nested)) == ("table 1.1", {1: ["trong"]})
    assert (second.name, second.before, second.after) == ("table 2", ["Ấp 2"], ["Nơi\tnhận"])


def test_a_word_document_without_a_table_is_its_lines(tmp_path: Path) -> None:
    data = document(
        paragraph("Ấp 1") + "<w:p/>" + "<w:p><w:r><w:t>1. A</w:t><w:br/><w:t>2. B</w:t></w:r></w:p>"
    )
    assert one(data, "a.docx", tmp_path) == {1: ["Ấp 1"], 3: ["1. A"], 4: ["2. B"]}


def test_a_web_page_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    page = (
        '<html><meta charset="utf-8"><table><tr><th rowspan=2>TT</th><th colspan="2">Năm  sinh</th></tr>'
        "<tr><td>Nam</td><td>Nữ<br>(x)</td></tr><tr><td>1<td>1968</table></html>"
    )
    grid = book(page.encode(), "a.xls", tmp_path).grids[0]
    assert values(grid) == {1: ["TT", "Năm sinh", None], 2: [None, "Nam", "Nữ\n(x)"], 3: ["1", "1968"]}
    assert grid.merged == [(0, 0, 1, 0), (0, 1, 0, 2)]


def test_a_workbook_of_the_xml_kind_of_2003(tmp_path: Path) -> None:
    page = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Ấp 1"><Table>'
        '<Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="2" ss:Hidden="1"><Cell ss:MergeAcross="1">'
        '<Data ss:Type="String">Mẫu</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">912000101</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="DateTime">1987-05-07T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data>'
        "</Cell></Row></Table></Worksheet></Workbook>"
    )
    grid = book(page.encode(), "a.xls", tmp_path).grids[0]
    assert values(grid) == {2: ["Mẫu", None, None, 912_000_101], 3: [date(1987, 5, 7), "!#REF!"]}
    assert (grid.name, grid.merged, grid.hidden_rows, grid.hidden_columns) == (
        "Ấp 1",
        [(1, 0, 1, 1)],
        {1},
        {1},
    )


def test_a_pasted_text_that_is_empty_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_text(" \n\t ")
    assert refusal.value.code == "empty_text"


def test_no_flipped_byte_gives_anything_but_a_book_or_a_refusal(tmp_path: Path) -> None:
    """A reader that raised anything else would end the worker's task without a sentence."""
    wholes = {
        "a.xlsx": workbook(
            sheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'), styles=STYLES, shared=shared("a")
        ),
        "a.xls": packing.old_workbook(old_stream({(0, 0): "a", (1, 1): 2})),
        "a.ods": open_workbook(
            "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>"
        ),
        "a.docx": document(table(["a", "b"])),
    }
    for name, whole in wholes.items():
        for at in range(0, len(whole), max(1, len(whole) // 150)):
            data = bytearray(whole)
            data[at] ^= 0x55
            with contextlib.suppress(Unreadable):
                book(bytes(data), name, tmp_path)


def test_unpacked_parts_are_read_from_the_archive_only(tmp_path: Path) -> None:
    data = workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert one(data, "a.xlsx", tmp_path) == {1: [1]}
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")
