"""Wide tables: one row for each team, its people packed into the cells of several columns."""

import re
from typing import TYPE_CHECKING

from imports.cells import is_ditto, key_of
from teams.member_list import names
from teams.member_list.births import NOTHING
from teams.member_list.categories import is_position
from teams.member_list.details import birth_in_cell, phone_of, says_something, sex_in_cell
from teams.member_list.entries import ABOVE, as_above, fill_entry
from teams.member_list.listing import Announced
from teams.member_list.person import Person, read_people
from teams.member_list.phones import NO_PHONE
from teams.member_list.place_columns import PlaceColumns
from teams.member_list.positions import split_off_position
from teams.member_list.result import Entry, Where
from teams.member_list.roles import role_on_line
from teams.member_list.rows import count_in
from teams.member_list.table_columns import PersonColumn
from teams.member_list.unnamed import AS_OTHER, COUNTED, LIKE, says_only_counts

if TYPE_CHECKING:
    from teams.member_list.table import Table

_COUNTED_SEAT = re.compile(r"0?[1-9]\s+([^\W\d][^\d;]*)")
"""“01 ĐVTN”: a number of people of some kind."""


class WideRows:
    """Reads the rows of a wide table."""

    def __init__(self, table: "Table") -> None:
        self.table = table
        self.places = PlaceColumns(table)
        self.above: dict[int, list[Entry]] = {}

    def read(self, row: int, cells: dict[int, str]) -> bool:
        """Takes the people of a row; false when it names no team."""
        where = self.places.where(row)
        listing = self.table.listing
        people_cells = [
            column for column in self.table.columns.people if _speaks(cells.get(column.index, ""))
        ]
        is_named = any(index in cells for index in self.table.columns.all("hamlet"))
        if not people_cells and not is_named:
            return False
        announced = Announced(where, self._count(row))
        listing.announced.append(announced)
        self.table.context.last = where
        before = len(listing.entries)
        for column in people_cells:
            self._take_column(column, row, cells[column.index], where, announced)
        return len(listing.entries) > before

    def _count(self, row: int) -> int | None:
        texts = [self.table.sheet.text(row, index) for index in self.table.columns.all("count")]
        return next((count for text in texts if (count := count_in(text)) is not None), None)

    def _take_column(
        self, column: PersonColumn, row: int, text: str, where: Where, announced: Announced
    ) -> None:
        if LIKE.match(text) or (
            is_ditto(text) and column.role == "member" and len(self.above.get(column.index, ())) != 1
        ):
            announced.flags.append(AS_OTHER)
        elif says_only_counts(text):
            announced.flags.append(COUNTED)
        else:
            text, pointers = _named_parts(text)
            announced.flags += pointers
            self._take_people(column, row, text, where)

    def _take_people(self, column: PersonColumn, row: int, text: str, where: Where) -> None:
        people = read_people(text, self.table.listing.today)
        entries = []
        for person in people:
            entry = self._entry(person, column, row)
            if len(people) == 1:
                self._take_details(entry, column, row)
            entries.append(entry)
            self.table.listing.entries.append((where, entry))
        if not people:
            entry = self._entry(Person(flags=[names.UNREADABLE]), column, row)
            self.table.listing.entries.append((where, entry))
        self.above[column.index] = entries

    def _entry(self, person: Person, column: PersonColumn, row: int) -> Entry:
        grid = self.table.sheet.grid
        entry = Entry(grid.numbers[row], grid.name, raw={"name": self.table.sheet.text(row, column.index)})
        entry.role = person.role or column.role
        entry.heading_position = column.position
        if person.is_ditto:
            as_above(entry, next(iter(self.above.get(column.index, ())), None))
        else:
            fill_entry(entry, person)
        if row in grid.hidden_rows:
            entry.flag("hidden_row")
        return entry

    def _take_details(self, entry: Entry, column: PersonColumn, row: int) -> None:
        """Phone, birth and post that stand in the columns beside the name."""
        sheet, details = self.table.sheet, column.details
        is_same = ABOVE in entry.flags
        if (index := details.get("birth")) is not None and not is_same:
            birth = birth_in_cell(sheet, row, index, self.table.listing.today)
            entry.birth, entry.birth_column = (
                (birth, (sheet.grid.name, index)) if birth != NOTHING else (entry.birth, None)
            )
        phones = phone_of(sheet, row, [details[key] for key in ("phone", "landline") if key in details])
        if phones.number or (not is_same and entry.phone == NO_PHONE):
            entry.phone = phones
        if (index := details.get("position")) is not None and says_something(text := sheet.text(row, index)):
            rest = role_on_line(text)[1].replace("|", " ").strip(" ,;-")
            entry.positions = (
                [" ".join(rest.split())] if key_of(rest) and not is_ditto(text) else entry.positions
            )
        if (index := details.get("sex")) is not None:
            sex, doubt = sex_in_cell(sheet, row, index)
            entry.gender = sex or entry.gender
            entry.flag(doubt if entry.gender is None else "")


def _named_parts(text: str) -> tuple[str, list[str]]:
    """“Tổ trưởng: A; 01 ĐVTN; thành viên: như ấp Kinh Ranh”: what names people, and flags for what only counts or points."""
    named, flags = [], []
    for part in re.split(r"(?<=[;\n])", text):
        said = part.rpartition(":")[2].strip(" ;\n")
        if LIKE.match(said):
            flags.append(AS_OTHER)
        elif (seat := _COUNTED_SEAT.fullmatch(said)) and _is_post_alone(seat[1]):
            flags.append(COUNTED)
        else:
            named.append(part)
    return ("".join(named), flags) if named else (text, [])


def _is_post_alone(text: str) -> bool:
    return is_position(text) and not split_off_position(text, whole_may_be_name=False)[1]


def _speaks(text: str) -> bool:
    """“chưa có” in the place of a person is a seat; elsewhere it says nothing."""
    return says_something(text) or is_ditto(text) or key_of(text) == "chua co"
