"""The commune of the whole list, and of a team where the list covers several."""

import re

from imports.cells import key_of
from teams.member_list.communes import (
    NOT_STATED,
    Commune,
    Mention,
    districts_in,
    is_commune,
    mentions,
    settle,
)
from teams.member_list.listing import Listing
from teams.member_list.places import COMMUNE, TEAM_WORDS, read_place
from teams.member_list.result import Where

_ABOUT = re.compile(r"\b(?:danh sach|ds|tong hop|to cong nghe|cnscd|phu luc|kem theo)\b")


class ListedCommune:
    """Reads the texts around the tables once; `of` answers for each row."""

    def __init__(self, listing: Listing, chosen: str | None = None) -> None:
        self.listing, self.chosen = listing, chosen
        own = [where for where, _ in listing.entries if not where.communes]
        self.is_needed = bool(own) or not listing.entries
        self.districts = self._districts()
        self.listed = self._listed()
        self.by_grid = self._by_grid()
        self.cache: dict[tuple[tuple[Mention, ...], frozenset[str]], Commune] = {}

    @property
    def says_commune_team(self) -> bool:
        """Whether a title names the commune's own team."""
        places = [read_place(text) for text in self.listing.titles]
        return any(place.kind == COMMUNE and place.has_team_word for place in places) or any(
            re.search(r"\b(?:cap xa|cua xa|xa|phuong|thi tran)\b", key_of(text))
            and TEAM_WORDS.search(key_of(text))
            for text in self.listing.titles
        )

    def _districts(self) -> set[str]:
        found: set[str] = set()
        for text in self.listing.titles:
            if len(text) < 300:
                found |= districts_in(text)
        return found

    def _listed(self) -> Commune:
        found = [
            mention for text in self.listing.titles for mention in mentions(text, is_new=self.listing.is_new)
        ]
        if not found:
            found = self._bare()
        if not found:
            found = self._only_one_of_rows()
        if not found:
            return NOT_STATED
        first = [mention for mention in found if mention.is_letterhead]
        about = [mention for mention in found if _ABOUT.search(mention.words)]
        for group in (first, about, found):
            names = {mention.units for mention in group}
            if group and len({units[0].name for units in names}) == 1:
                return settle(group, self.districts)
        group = first or about or found
        return settle([group[0]], self.districts)

    def _by_grid(self) -> dict[int, Commune]:
        """The commune of each sheet, where two of them name different ones; a sheet that names none has none."""
        found: dict[int, Commune] = {}
        for grid, titles in self.listing.headings.items():
            for text in titles:
                named = mentions(text, is_new=self.listing.is_new)
                is_its_own = (
                    (named and named[0].is_letterhead) or is_commune(text) or _ABOUT.search(key_of(text))
                )
                if named and is_its_own and grid not in found:
                    found[grid] = settle(named[:1], districts_in(" | ".join(titles)) or self.districts)
        if len({commune.key for commune in found.values()}) < 2:
            return {}
        grids = {where.grid for where, _ in self.listing.entries}
        return dict.fromkeys(grids, NOT_STATED) | found

    def _only_one_of_rows(self) -> list[Mention]:
        """Where no title names a commune and the rows name one only, it is the commune of the other rows too."""
        found = {mention for where, _ in self.listing.entries for mention in where.communes}
        return list(found) if len({mention.units for mention in found}) == 1 else []

    def _bare(self) -> list[Mention]:
        """“Tổ CNSCĐ Minh Thuận”: without the word xã, in a title only."""
        titles = [
            text
            for text in self.listing.titles
            if _ABOUT.search(key_of(text))
            or key_of(text).startswith("ubnd")
            or (districts_in(text) and len(text) < 60)
        ]
        return [
            mention for text in titles for mention in mentions(text, is_new=self.listing.is_new, bare=True)
        ]

    def of(self, where: Where) -> Commune:
        """The commune of a row: its own, else the list's."""
        if not where.communes:
            return self.by_grid.get(where.grid, self.default)
        key = (where.communes, where.districts)
        if key not in self.cache:
            self.cache[key] = settle(list(where.communes), set(where.districts) or self.districts)
        return self.cache[key]

    @property
    def default(self) -> Commune:
        """The list's commune; the one that the sender chose where the list does not settle it."""
        if self.listed.code is None and self.chosen:
            return Commune(self.chosen, key=self.chosen)
        return self.listed

    def flags(self, used: list[Commune]) -> tuple[str | None, list[str]]:
        """The code of the list and its flags, from the communes of its teams."""
        keys = {commune.key for commune in used}
        flags = []
        if len(keys - {""}) > 1:
            flags.append("several_communes")
        if any(commune.is_ambiguous for commune in used):
            flags.append("commune_ambiguous")
        codes = {commune.code for commune in used}
        if keys == {""} or not keys:
            flags.append("commune_not_stated")
        return (codes.pop() if len(codes) == 1 else None), flags
