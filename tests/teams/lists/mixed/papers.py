"""Writes texts in the encodings of the offices, and documents, the same bytes each time."""

import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.table import Table as DocxTable

from tests.teams.lists.spreadsheets.sheets import Sheet, repack, write_xlsx

TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class Text:
    """A .csv or .txt as typed; every line of it ends in the same way."""

    lines: str
    encoding: str = "utf-8"
    newline: str = "\r\n"


@dataclass(frozen=True)
class Table:
    """A table of a document; merged names corner cells, counted from 1: (row, column, row, column)."""

    rows: list[list[str]]
    merged: tuple[tuple[int, int, int, int], ...] = ()


Pages = list[str | Table]
Content = Text | Pages | list[Sheet]


def windows_1258(text: str) -> bytes:
    """Letters of the code page, tones set behind the letter where the page has no letter with its tone."""
    return b"".join(_letter_1258(letter) for letter in text)


def _letter_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        return (plain + "".join(part for part in parts if part in TONES)).encode("cp1258")


def write_text(path: Path, content: Text) -> None:
    text = content.lines.removeprefix("\n").replace("\n", content.newline)
    path.write_bytes(
        windows_1258(text) if content.encoding == "windows-1258" else text.encode(content.encoding)
    )


def write_document(path: Path, content: Pages) -> None:
    document = Document()
    for part in content:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            _fill(document.add_table(len(part.rows), len(part.rows[0]), "Table Grid"), part)
    raw = io.BytesIO()
    document.save(raw)
    repack(raw, path)


def _fill(table: DocxTable, part: Table) -> None:
    cells = [row.cells for row in table.rows]
    for top, left, bottom, right in part.merged:
        cells[top - 1][left - 1].merge(cells[bottom - 1][right - 1])
    for row, texts in zip(cells, part.rows, strict=True):
        for cell, text in zip(row, texts, strict=True):
            if text:
                cell.text = text


def write(path: Path, content: Content) -> None:
    """One list in the format that its ending names."""
    if isinstance(content, Text):
        write_text(path, content)
    elif path.suffix == ".docx":
        write_document(path, content)
    else:
        write_xlsx(path, content)
