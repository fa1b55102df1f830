"""Files made by hand for the tests of reading: the smallest workbook, document or wrapping that holds what is asked."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

import xlwt
from xlwt import CompoundDoc

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def types(main: str, kind: str) -> str:
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{main}" '
        f'ContentType="application/vnd.{kind}"/></Types>'
    )


def root_relations(main: str) -> str:
    return (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'
    )


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """A worksheet's XML around its rows."""
    return f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook_parts(
    *sheets: str,
    shared: str | None = None,
    styles: str | None = None,
    states: Iterable[str] = (),
    properties: str = "",
    names: Iterable[str] = (),
) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets."""
    numbers = range(1, len(sheets) + 1)
    states, names = list(states), list(names)
    listed = "".join(
        f'<sheet name="{names[n - 1] if n <= len(names) else f"S{n}"}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[n - 1]}"/>' if n <= len(states) and states[n - 1] else "/>")
        for n in numbers
    )
    linked = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(
            "xl/workbook.xml", "openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        ),
        "_rels/.rels": root_relations("xl/workbook.xml"),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
    }
    for kind, content in (("sharedStrings", shared), ("styles", styles)):
        if content is not None:
            linked += f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            parts[f"xl/{kind}.xml"] = content
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{linked}</Relationships>'
    )
    return parts | {
        f"xl/worksheets/sheet{n}.xml": content for n, content in zip(numbers, sheets, strict=True)
    }


def workbook(*sheets: str, **options: object) -> bytes:
    """A whole .xlsx with these sheets."""
    return packed(workbook_parts(*sheets, **options))  # type: ignore[arg-type]  # the options of workbook_parts


def shared(*texts: str) -> str:
    return f'{XML}<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def document(body: str) -> bytes:
    """A .docx with this body."""
    return packed(
        {
            "[Content_Types].xml": types(
                "word/document.xml", "openxmlformats-officedocument.wordprocessingml.document.main+xml"
            ),
            "_rels/.rels": root_relations("word/document.xml"),
            "word/document.xml": f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: Iterable[str]) -> str:
    """A Word table; a cell is its text, or the XML of a whole w:tc."""
    cells = (
        "".join(cell if cell.startswith("<w:tc") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def open_workbook(sheets: str, *, styles: str = "", manifest: str = "") -> bytes:
    """An .ods with the XML of its tables."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest or f"{XML}<manifest/>",
            "content.xml": f"{XML}<office:document-content {ODS}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet>"
            "</office:body></office:document-content>",
        }
    )


def old_stream(cells: Mapping[tuple[int, int], object]) -> bytes:
    """The stream of an .xls with one sheet."""
    book = xlwt.Workbook()
    one = book.add_sheet("A")
    for (row, column), value in cells.items():
        one.write(row, column, value)
    return book.get_biff_data()


def old_workbook(stream: bytes, name: str = "Workbook") -> bytes:
    """A file of the old Office with one stream of this name."""
    target = io.BytesIO()
    CompoundDoc.XlsDoc().save(target, stream)
    data = target.getvalue()
    written = "Workbook".encode("utf-16-le")
    at = data.index(written)
    entry = name.encode("utf-16-le")
    return data[:at] + entry.ljust(64, b"\0") + struct.pack("<H", len(entry) + 2) + data[at + 66 :]
