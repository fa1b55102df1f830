"""Which team the rows belong to, as titles, sections and tabs say it one after the other."""

import re
from dataclasses import dataclass, field

from imports.cells import key_of
from teams.member_list.communes import Mention, districts_in, mentions
from teams.member_list.labels import labelled_count
from teams.member_list.listing import Announced, Listing, Stated
from teams.member_list.places import (
    COMMUNE,
    HAMLET,
    NO_PLACE,
    Place,
    bare_hamlet,
    place_behind_commune,
    place_inside,
    read_place,
)
from teams.member_list.result import Where
from teams.member_list.rows import is_title, names_other_body
from teams.member_list.totals import read_total

_NO_TAB = re.compile(
    r"^(?:sheet|cac to|trang tinh|trang|table|bang|page|ds|danh sach|tong hop|data|du lieu|to cnscd|cnscd|list|bieu|mau"
    r"|phu luc|pl ?[0-9]*|kho a[0-9]|book|export|"
    r"cau tra loi|form|responses|kem qd|qd|to cns|nhap|in|moi|cu|chinh thuc|ban|copy|thanh vien|tv|th|file|sua|gui"
    r"|ket qua|to cong nghe|"
    r"danh ba|thong ke|toan|to|nam|thang|quy|lan|dot|a|b|c|ghi chu|huong dan|dm|danh muc)\b"
)


@dataclass
class Context:
    """The place in force. A title or section replaces it, a column of the row goes before it."""

    listing: Listing
    grid: int = 0
    place: Place = NO_PLACE
    communes: tuple[Mention, ...] = ()
    districts: frozenset[str] = frozenset()
    role: str | None = None
    position: str = ""
    is_other_body: bool = False
    list_number: int = 0
    tab: Place = NO_PLACE
    tab_communes: tuple[Mention, ...] = ()
    bare_tab: tuple[Mention, ...] = ()
    """A commune without the word xã in the tab: it counts for rows that name their hamlet themselves."""
    last: Where | None = None
    titles: list[str] = field(default_factory=list)

    def take_tab(self, name: str | None, *, is_one_of_many: bool) -> None:
        """The tab of a sheet may name the hamlet or the commune; without the word ấp only as one of several tabs."""
        if not name:
            return
        place = read_place(name.replace("_", " "))
        self.tab_communes = tuple(mentions(name, is_new=self.listing.is_new))
        self.bare_tab = (
            tuple(mentions(name, is_new=self.listing.is_new, bare=True)) if len(name.split()) > 1 else ()
        )
        if place.kind == HAMLET or place.kind == "enterprise":
            self.tab = place
        elif not place.kind and not self.tab_communes and is_one_of_many and _may_be_hamlet(name):
            self.tab = bare_hamlet(re.sub(r"^[0-9]{1,2}\s*[.)\-_]\s*", "", name.replace("_", " ")))
        if names_other_body(name):
            self.is_other_body = True

    def take_title(self, text: str) -> bool:
        """A title, letterhead or paragraph; true when it names a place or another body."""
        self.titles.append(text)
        self.listing.titles.append(text)
        self.listing.headings.setdefault(self.grid, []).append(text)
        if names_other_body(text) and len(text) < 140:
            self.is_other_body = True
            return True
        if only := re.match(r"^(?:danh sach|ds) (?:cac )?(to truong|to pho)\b(?! to pho| pho)", key_of(text)):
            self.role = "leader" if only[1] == "to truong" else "deputy"
        place = read_place(text)
        is_bare_commune = place.kind == COMMUNE and not place.has_team_word
        if (not place.kind or is_bare_commune) and len(text) < 200:
            # “Xã Minh Thuận, tổ CNSCĐ ấp Kinh Ranh”: the commune only says where the hamlet lies.
            inside = place_inside(text)
            inside = inside if inside.kind else place_behind_commune(text)
            place = inside if inside.kind else place
        is_site = not place.has_team_word and re.match(
            r"(?:khu cong nghiep|kcn|cum cong nghiep)\b", key_of(place.name)
        )
        if is_site or (place.kind == HAMLET and not place.name):
            # “ấp Ngã Tư và ấp Lung Rừng”: the title of both, not the name of one. A site is where the companies are.
            place = NO_PLACE
        if is_title(text) and any(where.grid == self.grid for where, _ in self.listing.entries):
            self.list_number += 1
        if place.has_team_word or place.kind in (HAMLET, "enterprise"):
            self.is_other_body = False
        if place.kind and (place.has_team_word or place.kind != COMMUNE) and not _is_whole_list(text):
            self.enter(place, text)
            return True
        return False

    @property
    def tells_commune(self) -> bool:
        """Whether a title of the sheet names the commune."""
        return any(mentions(text, is_new=self.listing.is_new) for text in self.titles)

    def takes_count(self, texts: list[str]) -> bool:
        """“Số lượng thành viên: 6” below the heading of a team: the number is that team's."""
        count = labelled_count(texts)
        is_open = self.place.kind and self.listing.announced and self.last is self.listing.announced[-1].where
        if count is None or not is_open:
            return False
        self.listing.announced[-1].count = count
        self.listing.titles.append(" ".join(texts))
        return True

    def take_after(self, text: str) -> None:
        """A paragraph below a table: a stated total, a signature, or talk."""
        self.listing.titles.append(text)
        total = read_total([text])
        if total is not None:
            self.listing.stated.append(Stated(total, self.last, self.grid))

    def enter(self, place: Place, text: str) -> None:
        """A section begins; what the former said about roles and posts ends."""
        self.place, self.role, self.position = place, None, ""
        self.is_other_body = False
        found = tuple(mentions(text, is_new=self.listing.is_new))
        if found:
            self.communes, self.districts = found, frozenset(districts_in(text))
        if place.kind:
            where = self.where()
            self.listing.announced.append(Announced(where, place.count))
            self.last = where

    def enter_commune(self, text: str) -> None:
        """A section that names a commune or district: hamlets of the former one end."""
        self.place, self.role, self.position = NO_PLACE, None, ""
        self.communes = tuple(mentions(text, is_new=self.listing.is_new, bare=True))
        self.districts = frozenset(districts_in(text)) or self.districts

    def where(
        self,
        place: Place = NO_PLACE,
        communes: tuple[Mention, ...] = (),
        districts: frozenset[str] = frozenset(),
    ) -> Where:
        """The team of a row: its own columns first, then the section, then the tab."""
        chosen, is_tab = (place, False) if place.kind else (self.place, False)
        if not chosen.kind and self.tab.kind:
            chosen, is_tab = self.tab, True
        own = communes or self.communes or self.tab_communes
        return Where(
            chosen,
            own or (self.bare_tab if not is_tab and not self.tells_commune else ()),
            districts or self.districts,
            self.list_number,
            is_tab,
            self.grid,
        )


def _may_be_hamlet(name: str) -> bool:
    """A tab that is no common word, no single letter and no acronym."""
    acronym = name.isupper() and name.isascii() and len(name.split()) == 1
    return not _NO_TAB.match(key_of(name)) and len(name.strip()) > 2 and not acronym


def _is_whole_list(text: str) -> bool:
    """“DANH SÁCH TỔ CNSCĐ XÃ X” is the title of the whole list as well as of the commune's own team."""
    place = read_place(text)
    return place.kind == COMMUNE and bool(
        re.search(r"\b(?:danh sach|tong hop|cac to|ds|phu luc)\b", key_of(text))
    )
