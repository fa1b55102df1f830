"""From the file of a list to its grids, always in a child process (see `imports/child.py`)."""

from collections.abc import Sequence
from pathlib import Path

from imports.child import read_in_child
from imports.flat import FlatColumn, FlatList, read_flat
from imports.grid import Book
from imports.models import ImportBatch


def read_flat_file(batch: ImportBatch, path: Path, columns: Sequence[FlatColumn]) -> FlatList:
    """The flat list in the batch's file, with the columns that the official chose."""
    book: Book = read_in_child(path, batch.file_name)
    return read_flat(book, columns, batch.mapping.get("chosen"))
