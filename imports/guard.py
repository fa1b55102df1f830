"""Looks a file over before any reader opens it: what it is by its content, and whether it is safe to read.

Everything here streams: whatever the file claims to be, looking it over takes little memory and little time.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from common.packages import DAMAGED
from imports.biff import look_over, workbook_stream
from imports.encodings import decoded
from imports.ole import CompoundFile, NotCompound
from imports.refusals import MAX_BYTES, refused

MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 100
MAX_MEMBERS = 2_000
MAX_TAGS = 2_000_000
"""Of a document that is read as a whole."""
_RATIO_COUNTS_FROM = 20 * 1024 * 1024
"""Unpacked bytes up to which a part may be as repetitive as it likes: borders of empty cells are."""

_CHUNK = 256 * 1024
"""Also longer than any text of a cell, however its letters are written: a chunk without a tag is a huge text."""
_OVERLAP = 512

_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
# A cell with content in row 100,000 or in column AAA and beyond; cells that hold only a border end in “/>”.
_FAR_CELL = re.compile(rb"""\br=["'](?:([A-Z]{3,9})[0-9]{1,9}|[A-Z]{1,2}[0-9]{6,9})["'][^<>/]*>""")
_XML_PART = (".xml", ".rels", ".vml")
_KINDS = (
    (b"macroEnabled", "macros"),
    (b"ms-excel.sheet.binary", "binary_workbook"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "xlsx"),
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
)
_LIST_ENDINGS = {".xlsx", ".xls", ".ods", ".docx", ".csv", ".txt"}
_PACKED_ENDINGS = {".xlsx", ".xlsm", ".ods", ".docx", ".doc"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_HTML = re.compile(r"<\s*(?:html|table|body|head|!doctype\s+html)", re.IGNORECASE)
_SPREADSHEET_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_FOREIGN = re.compile(
    rb"%PDF|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|\x1f\x8b|Rar!|7z\xbc\xaf|BM.{4}\x00\x00|II\*\x00|MM\x00\*|RIFF|ID3",
    re.DOTALL,
)


def check_file(path: Path, name: str) -> str:
    """The kind of the file (xlsx, xls, ods, docx, html, xml, csv, text). Raises Unreadable with the reason."""
    size = path.stat().st_size
    if size == 0:
        raise refused("empty")
    if size > MAX_BYTES:
        raise refused("too_large")
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
    if head.startswith(_PACKED):
        return _check_archive(path)
    if head.startswith(_COMPOUND):
        return _check_compound(path)
    return _check_text(path, head, Path(name).suffix.lower())


def _check_archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive)
            kind = _kind_of(archive)
            _unpack_all(archive, MAX_TAGS if kind == "docx" else None)
            return kind
    except DAMAGED as error:
        raise refused("damaged") from error
    except RuntimeError as error:  # how zipfile says that a part needs a password
        raise refused("encrypted") from error


def _check_directory(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 0x1 for member in members):
        raise refused("encrypted")
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise refused("bomb")
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names):
        raise refused("damaged")
    if any(name.endswith(("vbaproject.bin", "xl/macrosheets/sheet1.xml")) for name in names):
        raise refused("macros")


def _kind_of(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return _office_kind(_first_bytes(archive, "[Content_Types].xml"))
    if "content.xml" in names and b"spreadsheet" in _first_bytes(archive, "mimetype"):
        if b"encryption-data" in _first_bytes(archive, "META-INF/manifest.xml"):
            raise refused("encrypted")
        return "ods"
    raise refused("not_a_list")


def _office_kind(types: bytes) -> str:
    for mark, kind in _KINDS:
        if mark in types:
            if kind in ("macros", "binary_workbook"):
                raise refused(kind)
            return kind
    raise refused("not_a_list")


def _first_bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as stream:
            return stream.read(4 * _CHUNK)
    except KeyError:
        return b""


def _unpack_all(archive: zipfile.ZipFile, most_tags: int | None) -> None:
    """Unpacks every XML part once, piece by piece: sizes that the directory declares can lie."""
    size = tags = 0
    for member in archive.infolist():
        if not member.filename.lower().endswith(_XML_PART):
            continue
        for piece in _pieces(archive, member):
            size += len(piece)
            tags += piece.count(b"<")
            if size > MAX_UNPACKED or (most_tags is not None and tags > most_tags):
                raise refused("bomb")


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part piece by piece, each looked over."""
    in_sheet = "worksheets/" in member.filename
    size, before = 0, b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > _RATIO_COUNTS_FROM and size > MAX_RATIO * max(member.compress_size, 1):
                raise refused("bomb")
            if not before:
                _check_encoding(chunk)
            _check_piece(before, chunk, in_sheet=in_sheet)
            before = (before + chunk)[-_OVERLAP:]
            yield chunk


def _check_piece(before: bytes, chunk: bytes, *, in_sheet: bool) -> None:
    if len(chunk) == _CHUNK and b"<" not in chunk:
        raise refused("huge_text")
    piece = before + chunk
    if _DECLARATIONS.search(piece):
        raise refused("entities")
    if in_sheet and (far := _FAR_CELL.search(piece)):
        raise refused("too_many_columns" if far[1] else "too_many_rows")


def _check_encoding(start: bytes) -> None:
    """Another encoding than UTF-8 would hide from this look what the reader then finds."""
    named = _ENCODING.search(start[:1_000])
    if b"\x00" in start[:1_000] or (named and named[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise refused("entities")


def _check_compound(path: Path) -> str:
    """A file of the old Office, or the locked wrapping of a new one."""
    try:
        return _compound_kind(CompoundFile(path.read_bytes()))
    except NotCompound as error:
        raise refused("damaged") from error


def _compound_kind(compound: CompoundFile) -> str:
    names = compound.names()
    if "EncryptedPackage" in names:
        raise refused("encrypted")
    if "WordDocument" in names:
        raise refused("old_word")
    stream = workbook_stream(compound)
    if stream is None:
        raise refused("not_a_list")
    if "_VBA_PROJECT_CUR" in names:
        raise refused("macros")
    look_over(stream)
    return "xls"


def _check_text(path: Path, head: bytes, suffix: str) -> str:
    if head.lstrip().startswith(b"{\\rtf"):
        raise refused("old_word")
    text = decoded(head)
    if _FOREIGN.match(head) or not _is_readable(text):
        raise refused("wrong_content" if suffix in _LIST_ENDINGS else "not_a_list")
    start = text[:4_000].lstrip()
    if _SPREADSHEET_2003 in start and start.startswith("<?xml"):
        _check_xml(path)
        return "xml"
    if start.startswith("<") and _HTML.search(start):
        if path.read_bytes().count(b"<") > MAX_TAGS:
            raise refused("bomb")
        return "html"
    if suffix in _PACKED_ENDINGS or start.startswith("<?xml"):
        raise refused("wrong_content")
    # Some programs write a table with tabs and call it .xls.
    return "csv" if suffix in (".csv", ".xls", ".tsv") else "text"


def _is_readable(text: str) -> bool:
    """Text has no control characters but blanks; a file with many of them is something else."""
    return len(_CONTROLS.findall(text)) * 200 <= len(text)


def _check_xml(path: Path) -> None:
    data = path.read_bytes()
    _check_encoding(data)
    if _DECLARATIONS.search(data):
        raise refused("entities")
