"""Any file that a commune sends, as a book of grids. The file is looked over first (`imports/guard.py`)."""

from collections.abc import Callable
from pathlib import Path

from imports.grid import Book, Unreadable
from imports.guard import check_file
from imports.oldsheets import read_xls
from imports.opensheets import read_ods
from imports.refusals import MAX_BYTES, refused
from imports.sheets import read_xlsx
from imports.texts import read_csv, read_pasted, read_txt
from imports.webtables import read_html
from imports.words import read_docx
from imports.xmlsheets import read_xml

READERS: dict[str, Callable[[Path], Book]] = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "ods": read_ods,
    "docx": read_docx,
    "html": read_html,
    "xml": read_xml,
    "csv": read_csv,
    "text": read_txt,
}
"""The reader of each kind that the guard lets through."""


def read_file(path: Path, name: str | None = None) -> Book:
    """The book that a file holds; `name` is what its sender calls it. Raises Unreadable, never anything else.

    Reads in this process: a web process and a worker go through `imports.child.read_in_child`.
    """
    kind = check_file(path, name or path.name)
    try:
        return READERS[kind](path)
    except (Unreadable, MemoryError):
        raise
    # Whatever else a reader stumbles over lies in the file: its sender can only save it anew.
    except Exception as error:
        raise refused("damaged") from error


def read_text(text: str) -> Book:
    """The book that a pasted text is."""
    if not text.strip():
        raise refused("empty_text")
    if len(text) > MAX_BYTES:
        raise refused("too_large")
    return read_pasted(text)
