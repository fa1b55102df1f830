"""Hamlet, commune and district of a row, from the columns that name them."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.cells import is_ditto, key_of
from teams.member_list.communes import districts_in, mentions
from teams.member_list.details import says_something
from teams.member_list.places import COMMUNE, HAMLET, NO_PLACE, Place, bare_hamlet, kind_of, read_place
from teams.member_list.result import Where

if TYPE_CHECKING:
    from teams.member_list.table import Table


class PlaceColumns:
    """Hamlet, commune and district of a row: written once, they hold for the rows below."""

    def __init__(self, table: "Table") -> None:
        self.table = table
        self.place: Place = NO_PLACE
        self.commune, self.district, self.said = "", "", ""
        self.count: int | None = None
        self.section: object = None
        self.communes: dict[tuple[str, str, str], tuple[tuple, frozenset[str]]] = {}  # type: ignore[type-arg]  # as in _commune

    def go_on_from(self, other: "PlaceColumns") -> None:
        """Takes over what the rows of the page before said."""
        self.place, self.said, self.section = other.place, other.said, other.section
        self.commune, self.district = other.commune, other.district

    def where(self, row: int) -> Where:
        """The team of the row."""
        context, columns = self.table.context, self.table.columns
        if context.place is not self.section:
            # A section ends what the columns said above it.
            self.place, self.section = NO_PLACE, context.place
        for key in ("commune", "district"):
            text = next(
                (said for index in columns.all(key) if (said := self.table.sheet.text(row, index))), ""
            )
            if says_something(text) and not is_ditto(text):
                if text != getattr(self, key):
                    self.place = NO_PLACE
                setattr(self, key, text)
        self._take_hamlet(row)
        return context.where(self.place, *self._commune())

    def _take_hamlet(self, row: int) -> None:
        columns = self.table.columns
        for index in columns.all("hamlet"):
            text = self.table.sheet.text(row, index)
            if self.table.sheet.grid.cell(row, index).error:
                # Something stands there that cannot be read: not the hamlet of the row above.
                self.place, self.said = Place(HAMLET), ""
                return
            if says_something(text) and not is_ditto(text):
                self.place = place_in_cell(text, columns.heading(index))
                self.count = self.place.count
                self.said = text
                return

    def _commune(self) -> tuple[tuple, frozenset[str]]:  # type: ignore[type-arg]  # a tuple of mentions, for unpacking
        said = self.said if self.place.kind else ""
        key = (self.commune, self.district, said)
        if key not in self.communes:
            self.communes[key] = self._communes_in(said)
        return self.communes[key]

    def _communes_in(self, said: str) -> tuple[tuple, frozenset[str]]:  # type: ignore[type-arg]  # as above
        is_new = self.table.listing.is_new
        if self.commune or not said:
            found = mentions(self.commune, is_new=is_new, bare=True) if self.commune else []
            named = districts_in(self.commune)
        else:
            # “Ấp Bãi Nhà, xã Lại Sơn”: the cell of the hamlet may name its commune too.
            found = mentions(said, is_new=is_new)
            named = districts_in(said) if found else set()
        named |= (
            districts_in(f"huyện {self.district}") | districts_in(self.district) if self.district else set()
        )
        return tuple(found), frozenset(named)


def place_in_cell(text: str, heading: str) -> Place:
    """The team's place in a cell of a hamlet column; the heading may tell the kind."""
    place = read_place(text)
    said = kind_of(heading)
    if place.hamlet_kind == "OTHER" and said not in (None, "OTHER") and not place.has_team_word:
        # “Sóc Bằng Lăng” in the column “Ấp”: the word belongs to the name.
        return replace(bare_hamlet(text), hamlet_kind=said, written=text)
    if place.kind:
        return place
    if re.fullmatch(r"(?:to )?(?:cap )?(?:xa|phuong|thi tran)", key_of(place.rest or text)):
        return Place(COMMUNE, text)
    found = bare_hamlet(place.rest if place.has_team_word and place.rest else text)
    return replace(found, hamlet_kind=said) if found.kind == HAMLET else found
