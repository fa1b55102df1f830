"""How the hostile files of the battery are made."""

import gzip
import io
import struct
import zipfile

from tests.imports import packing
from tests.imports.packing import XML, sheet, workbook, workbook_parts

MEGABYTE = 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" * 50
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def cell(name: str, value: str = "1", more: str = "") -> str:
    return f'<c r="{name}"{more}><v>{value}</v></c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def plain() -> bytes:
    return workbook(sheet(row(1, cell("A1"))))


def with_parts(**parts: str | bytes) -> bytes:
    """A good workbook with these parts changed or added; __ in a name stands for a slash."""
    return packing.packed(
        workbook_parts(sheet(row(1, cell("A1")))) | {k.replace("__", "/"): v for k, v in parts.items()}
    )


def changed(name: str, content: str | bytes) -> bytes:
    return packing.packed(
        workbook_parts(sheet(row(1, cell("A1"))), shared=packing.shared("a")) | {name: content}
    )


def far_cell() -> bytes:
    """1.7 kB on which the fast reader ends its whole process."""
    return workbook(sheet(row(1, cell("A1")) + row(1_048_576, cell("XFD1048576"))))


def a_million_rows() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_048_577))
    return workbook(sheet(rows))


def unnamed_rows() -> bytes:
    return workbook(sheet("<row><c><v>1</v></c></row>" * 60_000))


def wide_row() -> bytes:
    return workbook(sheet(f"<row>{'<c><v>1</v></c>' * 16_384}</row>"))


def junk_in_a_row() -> bytes:
    return workbook(sheet(f'<row r="1">{"<x/>" * 4_500_000}</row>'))


def bomb_of_a_text() -> bytes:
    target = io.BytesIO()
    parts = workbook_parts(sheet(row(1, cell("A1", "0", ' t="s"'))), shared="")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name != "xl/sharedStrings.xml":
                archive.writestr(name, content)
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'{XML}<sst xmlns="{packing.MAIN}"><si><t>'.encode())
            for _ in range(150):
                part.write(b"a" * MEGABYTE)
            part.write(b"</t></si></sst>")
    return target.getvalue()


def bomb_of_tags() -> bytes:
    return changed(
        "xl/sharedStrings.xml", f'{XML}<sst xmlns="{packing.MAIN}">' + "<si><t/></si>" * 2_500_000 + "</sst>"
    )


def bomb_that_declares_itself() -> bytes:
    return with_parts(**{"xl__media__x.xml": b"<a/>" * 53_000_000})


def lying_directory() -> bytes:
    """Declares 20 bytes for a part that unpacks to 30 MB."""
    data = bytearray(changed("xl/sharedStrings.xml", "<sst>" + "<si/>" * 6_000_000 + "</sst>"))
    true = struct.pack("<I", 5 + 30_000_000 + 6)
    at = data.find(true)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", 20)
        at = data.find(true)
    return bytes(data)


def locked_part() -> bytes:
    data = bytearray(plain())
    at = 0
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def locked_old() -> bytes:
    stream = packing.old_stream({(0, 0): "a"})
    first = 4 + struct.unpack_from("<H", stream, 2)[0]
    return packing.old_workbook(stream[:first] + struct.pack("<HHHHH", 0x2F, 6, 0, 1, 2) + stream[first:])


def looping_chain() -> bytes:
    """An old workbook whose first sector is followed by itself."""
    data = bytearray(packing.old_workbook(packing.old_stream({(0, 0): "a"})))
    (first,) = struct.unpack_from("<I", data, 76)
    struct.pack_into("<I", data, (first + 1) * 512, 0)
    return bytes(data)


def many_styles() -> bytes:
    styles = (
        f'{XML}<styleSheet xmlns="{packing.MAIN}"><cellXfs>'
        + '<xf numFmtId="14"/>' * 100_000
        + "</cellXfs></styleSheet>"
    )
    return workbook(sheet(row(1, cell("A1", "31904", ' s="99999"'))), styles=styles)


def many_merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 50_001))
    return workbook(sheet(row(1, cell("A1")), after=f"<mergeCells>{merges}</mergeCells>"))


def repeated_everywhere() -> bytes:
    return packing.open_workbook(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="200" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table>"
    )


def repeated_within_reason() -> bytes:
    return packing.open_workbook(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="49000">'
        '<table:table-cell table:number-columns-repeated="250" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table>"
    )


def deep_word() -> bytes:
    return packing.document("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)


def endless_word_table() -> bytes:
    return packing.document("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 60_000 + "</w:tbl>")


def word_of_tags() -> bytes:
    return packing.document("<w:p/>" * 3_000_000)


def nearly_too_many_tags() -> bytes:
    return packing.document(packing.paragraph("a") * 240_000)


def page_of_tags() -> bytes:
    return b"<html><table><tr><td>" + b"<b>" * 5_000_000


def row_of_tags() -> bytes:
    return (
        f'{XML}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Row>'
        + "<x/>" * 4_500_000
        + "</Row></Workbook>"
    ).encode()


def wide_word_table() -> bytes:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    return packing.document(packing.table([span]))


def old_far_cell() -> bytes:
    return packing.old_workbook(packing.old_stream({(0, 0): 1, (65_535, 255): 1}))


def gzip_in_gzip() -> bytes:
    return gzip.compress(gzip.compress(bytes(50 * MEGABYTE)))


def zip_in_zip() -> bytes:
    inner = packing.packed({"0": bytes(50 * MEGABYTE)})
    return packing.packed({f"{n}.zip": inner for n in range(10)})


def web_page_of_nests() -> bytes:
    return b"<html><body>" + b"<table><tr><td>" * 20_000


DDE = "<c r=\"A1\" t=\"str\"><f>cmd|'/c calc'!A1</f><v>=cmd|'/c calc'!A1</v></c>"
