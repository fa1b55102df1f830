"""Rows of a table: sections, totals, signatures, and members one by one."""

import re
from dataclasses import dataclass, field

from imports.cells import is_ditto, key_of
from imports.layout import Sheet
from imports.specification import Header
from teams.member_list import rows
from teams.member_list.categories import is_position
from teams.member_list.context import Context
from teams.member_list.labels import labelled_place
from teams.member_list.listing import Listing, Stated
from teams.member_list.matrix import MatrixRows
from teams.member_list.members import MemberRows
from teams.member_list.names import is_name, is_placeholder, strip_bullet
from teams.member_list.place_columns import PlaceColumns
from teams.member_list.places import COMMUNE, NO_PLACE, Place, bare_hamlet, is_hamlet, read_place
from teams.member_list.roles import is_role, role_in_column
from teams.member_list.table_columns import Columns
from teams.member_list.totals import read_total
from teams.member_list.wide import WideRows

_REMARK = re.compile(r"^(?:ghi chu|luu y|chu y|chu thich|nguon|nguoi (?:lap|tong hop)|danh sach nay)\b")

_NAMES_PEOPLE = re.compile(
    r"^(?:trưởng|phó|các|bí thư|cán bộ|đại diện|thành phần|lực lượng)\b", re.IGNORECASE
)
"""Sections for people of one kind are no hamlets."""
_LIST_OF_ROLE = re.compile(r"^(?:danh sach|ds) (?:cac )?(to truong|to pho|thanh vien|to vien)$")
"""“II. DANH SÁCH TỔ PHÓ”: one role over all hamlets."""
_NO_SECTION = re.compile(
    r"^(?:trang|ghi chu|luu y|danh sach|phu luc|tiep theo|dinh kem|nguon|stt|kem theo|mau|bieu|ngay|nam|thang)\b"
)
"""Words alone in a row that name no hamlet, whatever number follows."""


@dataclass
class Table:
    """One table of a sheet, read from top to bottom."""

    sheet: Sheet
    columns: Columns
    context: Context
    listing: Listing
    header: Header | None = None
    places: PlaceColumns | None = None
    """What the columns of the table before said of hamlet and commune, where a page only begins anew."""
    is_over: bool = False
    kinds: dict[int, str] = field(default_factory=dict)

    @property
    def kinds_behind(self) -> list[str] | None:
        """What the rows below the last member are; None for a table without members."""
        kinds = list(self.kinds.values())
        members = [place for place, kind in enumerate(kinds) if kind == "member"]
        return kinds[members[-1] + 1 :] if members else None

    def read(self, indexes: list[int]) -> None:
        """All rows of the table; what is no member gets its kind."""
        reader: MatrixRows | WideRows | MemberRows = MemberRows(self)
        if self.columns.is_wide:
            reader = MatrixRows(self) if self.columns.is_matrix else WideRows(self)
        if isinstance(reader, MemberRows):
            if self.places is not None:
                reader.places.go_on_from(self.places)
            self.places = reader.places
        low, high = self.columns.span
        for place, row in enumerate(indexes):
            cells = {column: text for column, text in self.sheet.filled(row).items() if low <= column <= high}
            if not cells and not any(cell.error for cell in self.sheet.grid.rows[row]):
                continue
            kind = self._kind(row, cells, indexes[place + 1 : place + 3])
            if kind == "talk" and isinstance(reader, MemberRows):
                reader.take_below(row, next(iter(cells.items())))
            if kind is None and reader.read(row, cells):
                kind = "member"
            if row not in self.kinds or kind == "member":
                self.kinds[row] = kind or "other"

    def _kind(self, row: int, cells: dict[int, str], following: list[int]) -> str | None:
        """What the row is, when it is no member."""
        if self.is_over and not self._is_alive(cells):
            self.listing.titles += cells.values()
            return self._after_end(row, cells)
        self.is_over = False
        texts = [text for column, text in cells.items() if column != self.columns.first("order")]
        texts = texts or list(cells.values())
        if place := self._labelled(cells):
            return place
        if self.context.takes_count(list(cells.values())):
            return "section"
        total = read_total(list(cells.values()))
        if total is not None:
            self.listing.stated.append(Stated(total, self.context.last, self.context.grid))
            return "total"
        if rows.ends_list(texts) and not self._has_member(cells):
            self.is_over = True
            self.listing.titles += cells.values()
            return "signature"
        return self._section(row, cells, following) or self._skipped(cells)

    def _labelled(self, cells: dict[int, str]) -> str | None:
        """“Tên ấp: | Kinh Ranh”, a place beside its label, in two cells or more."""
        place = labelled_place(list(cells.values())) if len(cells) > 1 else NO_PLACE
        if not place.kind:
            return None
        text = " ".join(cells.values())
        self.context.enter(place, text)
        self.listing.titles.append(text)
        return "section"

    def _after_end(self, row: int, cells: dict[int, str]) -> str:
        text = max(cells.values(), key=len, default="")
        place = read_place(text)
        if len(cells) <= 2 and (place.kind and (place.has_team_word or place.kind != COMMUNE)):
            self.is_over = False
            self.context.enter(place, text)
            return "section"
        if len(cells) <= 2 and rows.is_title(text):
            self.context.take_title(text)
            self.is_over = False
        return "signature"

    def _is_alive(self, cells: dict[int, str]) -> bool:
        """A numbered name with details, after something that looked like the end of the list."""
        index = self.columns.first("order")
        order = cells.get(index, "") if index is not None else ""
        return self._has_member(cells) and (order.isdigit() or len(cells) >= 4)

    def _has_member(self, cells: dict[int, str]) -> bool:
        return (
            any(index in cells and is_name(cells[index]) for index in self.columns.names) and len(cells) >= 3
        )

    def _skipped(self, cells: dict[int, str]) -> str | None:
        if self.context.is_other_body:
            self.listing.flag("other_list_skipped")
            return "other list"
        if any(
            rows.is_sample(text)
            for column, text in cells.items()
            if column in self.columns.all("order", "remark")
        ):
            return "sample"
        if len(cells) == 1 and self._is_talk(next(iter(cells.items()))):
            self.listing.titles += cells.values()
            return "talk"
        return None

    def _is_talk(self, cell: tuple[int, str]) -> bool:
        column, text = cell
        if column == self.columns.first("order"):
            return not (is_name(text) or is_placeholder(text))
        if self.columns.is_wide:
            return (
                column not in [person.index for person in self.columns.people] and not read_place(text).kind
            )
        if _REMARK.match(key_of(text)):
            return True
        named = column in self.columns.names
        if self.columns.first("order") is not None and not (is_name(text) or is_placeholder(text)):
            return True
        return (
            not named
            or (len(text) > 70 and not re.search(r"\d{8}", text))
            or text.startswith(("- ", "* ", "+ "))
        )

    def _section(self, row: int, cells: dict[int, str], following: list[int]) -> str | None:
        """A row that names a place, a role or an organisation for the rows below it."""
        cells = self._own(cells)
        marks = [text for column, text in cells.items() if rows.is_ordinal(text)]
        texts = list(dict.fromkeys(text for text in cells.values() if text not in marks))
        counts = [count for text in texts[1:] if (count := rows.count_in(text)) is not None]
        texts = texts[:1] + [text for text in texts[1:] if rows.count_in(text) is None]
        in_all = len(texts) == 1 and len(cells) > 2 and bool(read_place(texts[0]).kind)
        if len(texts) != 1 or (len(cells) > 1 and not marks and not counts and not in_all):
            return None
        text = texts[0]
        roman = any(rows.is_roman(mark) for mark in marks) or bool(
            re.match(r"^(?:[IVX]{1,5}|[A-H])\s*[.)/]", text)
        )
        spans = self._spans(row, cells)
        in_post = any(cells.get(column) == text for column in self.columns.all("role", "position", "phone"))
        if in_post and not (in_all or roman or spans or read_place(text).kind):
            return None
        if self.columns.is_wide and not (roman or spans) and next(iter(cells)) in self.columns.all("hamlet"):
            return None
        is_known = self._role_list(text) or self._place_section(text, counts)
        return is_known or self._other_section(
            text, roman=roman, spans=spans, following=following, marks=marks
        )

    def _role_list(self, text: str) -> str | None:
        """“II. DANH SÁCH TỔ PHÓ”; “danh sách thành viên” only where leaders were listed apart: whole teams are called so."""
        only = _LIST_OF_ROLE.match(key_of(strip_bullet(text)))
        role = role_in_column(only[1]) if only else None
        has_leaders = any(entry.role in ("leader", "deputy") for _, entry in self.listing.entries)
        if role is None or (role == "member" and not has_leaders):
            return None
        self.context.role, self.context.position = role, ""
        return "section"

    def _own(self, cells: dict[int, str]) -> dict[int, str]:
        """The cells in columns that hold something of members; what stands beside the table is title."""
        known = {index for indexes in self.columns.by_field.values() for index in indexes}
        own = {index: text for index, text in cells.items() if index in known}
        names_hamlet = any(map(is_hamlet, own.values()))
        if not names_hamlet or not all(is_hamlet(text) or rows.is_ordinal(text) for text in own.values()):
            return cells
        self.listing.titles += [text for index, text in cells.items() if index not in known]
        return own

    def _spans(self, row: int, cells: dict[int, str]) -> bool:
        return any(top == row and right - left >= 2 for top, left, _, right in self.sheet.grid.merged)

    def _place_section(self, text: str, counts: list[int]) -> str | None:
        place = read_place(text)
        if not place.kind or place.rest.count(" ") > 8:
            if rows.names_other_body(text):
                self.context.take_title(text)
                return "section"
            if place.has_team_word or rows.is_title(text):
                self.context.take_title(text)
                return "title"
            return None
        if place.kind == COMMUNE and not place.has_team_word:
            self.context.enter_commune(text)
        else:
            self.context.enter(place, text)
            if counts:
                self.listing.announced[-1].count = counts[0]
        self.listing.titles.append(text)
        return "section"

    def _other_section(
        self, text: str, *, roman: bool, spans: bool, following: list[int], marks: list[str]
    ) -> str | None:
        bare = re.sub(
            r"\([^)]*\)|:\s*$", "", re.sub(r"^(?:[IVX]{1,5}|[A-H]|\d{1,2})\s*[.)/]\s*", "", text)
        ).strip()
        if is_role(bare):
            self.context.role, self.context.position = role_in_column(bare), ""
            return "section"
        if level := re.match(r"^(?:to )?cap (xa|phuong|thi tran|ap|khu pho|khom|thon|co so)$", key_of(bare)):
            # “A. CẤP XÃ”, “B. CẤP ẤP”: whose teams follow; a hamlet is named further down.
            of_commune = level[1] in ("xa", "phuong", "thi tran")
            self.context.enter(Place(COMMUNE, bare) if of_commune else NO_PLACE, bare)
            return "section"
        if re.match(r"^(?:huyen|thanh pho|thi xa|tp|tx)\b", key_of(bare)) and len(bare) < 40:
            self.context.enter_commune(bare)
            return "section"
        if (roman or spans) and is_position(bare) and not is_name(bare) and len(bare) < 60:
            self.context.position = bare
            return "section"
        starts = roman or spans or (not marks and self._starts_numbers(bare, following))
        leads_on = any(len(self.sheet.filled(row)) >= 2 for row in following)
        if (
            starts
            and leads_on
            and (roman or spans or not is_position(bare))
            and len(bare.split()) <= 5
            and not is_ditto(bare)
            and not is_placeholder(bare)
        ):
            place = bare_hamlet(bare) if not _NAMES_PEOPLE.match(bare) else NO_PLACE
            if place.kind and not re.search(r"\b(?:nam|quyet dinh|ke hoach)\b", key_of(bare)):
                self.context.enter(place, bare)
                return "section"
        return None

    def _starts_numbers(self, text: str, following: list[int]) -> bool:
        """Whether a few words without a number stand above number 1: “Thạnh Tân” alone in its row."""
        order = self.columns.first("order")
        if order is None or not following or not text[:1].isupper() or _NO_SECTION.match(key_of(text)):
            return False
        return self.sheet.text(following[0], order).strip(" .)0") == "1"
