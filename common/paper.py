"""What every official paper looks like, as one table of values, and text that both Word and PDF can hold.

Nghị định 30/2020/NĐ-CP, Annex I (domain/documents, section 1); where it allows a range, one value inside it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

FONT = "Times New Roman"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Layout:
    """Lengths in millimetres, sizes in points."""

    width: int = 210
    height: int = 297
    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15
    body: int = 14
    state: int = 13
    motto: int = 14
    issuer: int = 13
    number: int = 13
    place: int = 14
    title: int = 14
    table: int = 12
    recipients_head: int = 12
    recipients: int = 11
    note: int = 11
    header: int = 10
    indent: int = 10

    @property
    def text_width(self) -> int:
        """Width between the margins of an upright page."""
        return self.width - self.left - self.right

    @property
    def wide_text_width(self) -> int:
        """Width between the margins of a page that lies on its side."""
        return self.height - self.left - self.right


LAYOUT = Layout()


class Column(NamedTuple):
    """A column of a table on paper: words, share of the width, the word over it and its neighbours, look."""

    label: str
    share: int
    group: str = ""
    is_centred: bool = False


class Section(NamedTuple):
    """A line across the table and the rows below it."""

    title: str
    rows: Sequence[Sequence[str]]


def printable(text: str) -> str:
    """The text in NFC without characters that no Word file can hold; everything else stays as it is."""
    return _NOT_XML.sub("", unicodedata.normalize("NFC", text))


def widths(columns: Sequence[Column], whole: float) -> list[float]:
    """The columns' widths, by their shares of the whole."""
    shares = sum(column.share for column in columns)
    return [whole * column.share / shares for column in columns]


def spans(columns: Sequence[Column]) -> list[tuple[str, int]]:
    """The upper line of a table's head: words and how many columns stand under them; none without groups."""
    found: list[tuple[str, int]] = []
    for column in columns:
        if column.group and found and found[-1][0] == column.group:
            found[-1] = (column.group, found[-1][1] + 1)
        else:
            found.append((column.group, 1))
    return found if any(column.group for column in columns) else []
