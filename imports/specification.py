"""What a kind of list holds: its fields, the headings they go by, and what their cells look like.

A room that takes lists in (teams, hamlets, households) writes a specification; `imports.layout` finds the tables
that fit it. Nothing here knows what any field means.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

_LONGEST_SPELLING = 24
_REMEMBERED = 10_000
_SURE_LENGTH = 5
"""Shorter words are too near to each other to be taken for one another."""


def is_short_for(heading: str, full: str) -> bool:
    """Whether each word of a heading is the beginning of the same word of the full one, the last word whole."""
    words, wholes = heading.split(), full.split()
    return (
        1 < len(words) == len(wholes)
        and words[-1] == wholes[-1]
        and all(whole.startswith(word) for word, whole in zip(words, wholes, strict=True))
    )


@dataclass(frozen=True)
class Field:
    """One thing that a list may say. Headings are keys (lower case, no diacritics, words only).

    `headings` are whole headings; `patterns` are searched in longer ones (questions of a form). The first field
    that fits wins, so narrow fields stand before wide ones. `looks_like` judges the text of one cell and finds
    the column when no heading does.
    """

    key: str
    headings: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    looks_like: Callable[[str], bool] | None = None
    spellings: tuple[str, ...] = ()
    """Full headings that are also known when abbreviated (“V.trò”) or misspelt (“Nhiêm vụu”)."""
    is_repeated: bool = False
    """Several columns may hold it (two phone columns); otherwise the first that fits does."""

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return re.compile("|".join(self.patterns)) if self.patterns else None

    def fits(self, heading: str) -> bool:
        """Whether a heading, as a key, names this field."""
        if heading in self.headings:
            return True
        return bool(self._pattern and self._pattern.search(heading))


@dataclass(frozen=True)
class Specification:
    """A kind of list. A row of headings names at least `least` fields, one of them an `anchors` field."""

    fields: tuple[Field, ...]
    anchors: frozenset[str]
    least: int = 2
    plural: frozenset[str] = frozenset()
    """Fields that count only when two headings of a row name them (a column for each hamlet)."""
    values: frozenset[str] = frozenset()
    """Fields whose headings also stand in the cells below (“Tổ viên”); alone they make no row of headings."""
    is_value: Callable[[str], bool] | None = None
    """Whether a text is surely what a row of the list says, and no heading."""
    is_section: Callable[[str], bool] | None = None
    """Whether a text names a section; such a line is no group of headings."""
    is_label: Callable[[str], bool] | None = None
    """Whether a text may stand as a heading below a group, though it names no field."""
    sub_headings: frozenset[str] = frozenset()
    """Keys that stand only in the second line of a header (Nam, Nữ under Năm sinh)."""

    def field_of(self, heading: str) -> str:
        """The key of the field that a heading names, empty for none."""
        if heading not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            fitting = (candidate.key for candidate in self.fields if candidate.fits(heading))
            self._known[heading] = next(fitting, "") or self._nearly(heading)
        return self._known[heading]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    def _nearly(self, heading: str) -> str:
        """The field whose full heading is abbreviated or misspelt so."""
        if not 3 <= len(heading) <= _LONGEST_SPELLING:
            return ""
        for candidate in self.fields:
            if any(is_short_for(heading, full) for full in candidate.spellings):
                return candidate.key
        fulls = {full: candidate.key for candidate in self.fields for full in candidate.spellings}
        close = get_close_matches(heading, fulls, n=1, cutoff=0.86) if len(heading) > _SURE_LENGTH else []
        return fulls[close[0]] if close else ""

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """The fields by their key."""
        return {candidate.key: candidate for candidate in self.fields}


@dataclass(frozen=True)
class Column:
    """One column of a table: where, which field (empty: none), under which headings from top to bottom."""

    index: int
    field: str
    headings: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The headings as one line."""
        return " ".join(self.headings)


@dataclass(frozen=True)
class Header:
    """The rows (indexes) that name the columns, and the columns themselves."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...] = field(default=())

    def of(self, key: str) -> list[Column]:
        """The columns of a field, from left to right."""
        return [column for column in self.columns if column.field == key]
