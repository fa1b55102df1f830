"""Tables that are turned: a column for each team, a row for each seat (“Tổ trưởng”, “Chi hội phụ nữ”)."""

from typing import TYPE_CHECKING

from imports.cells import is_ditto, key_of
from teams.member_list import names
from teams.member_list.categories import is_position
from teams.member_list.details import birth_in_cell, phone_of, says_something
from teams.member_list.entries import as_above, fill_entry
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.listing import Announced
from teams.member_list.members import is_role_only
from teams.member_list.person import Person, read_people
from teams.member_list.place_columns import place_in_cell
from teams.member_list.result import Entry, Where
from teams.member_list.roles import role_in_column, role_on_line
from teams.member_list.table_columns import PersonColumn

if TYPE_CHECKING:
    from teams.member_list.table import Table


_DETAILS = frozenset({"phone", "landline", "birth", "position"})


class MatrixRows:
    """Reads the rows of a turned table; the labels at the left tell role and post."""

    def __init__(self, table: "Table") -> None:
        self.table = table
        self.wheres = {column.index: self._where(column) for column in table.columns.people}
        self.left: list[Entry] = []
        self.above: dict[int, Entry] = {}

    def _where(self, column: PersonColumn) -> Where:
        place = place_in_cell(column.place, "")
        where = self.table.context.where(place)
        self.table.listing.announced.append(Announced(where, place.count))
        return where

    def read(self, row: int, cells: dict[int, str]) -> bool:
        """Takes one seat of every team."""
        people = [column for column in self.table.columns.people if self._speaks(cells.get(column.index, ""))]
        labels = [text for column, text in cells.items() if column not in self.wheres]
        if labels and (key := MEMBER_LIST.field_of(key_of(labels[-1]))) in _DETAILS:
            self._take_details(row, key)
            return False
        self.above = {}
        role, position = _labels(labels)
        self.left = []
        for column in people:
            self._take(column, row, cells[column.index], role, position)
        return bool(people)

    def _take_details(self, row: int, key: str) -> None:
        """“Điện thoại | 0918 … | 0919 …”: what a row says of the people above it, one in each column."""
        sheet = self.table.sheet
        for index, entry in self.above.items():
            if key == "birth":
                entry.birth = birth_in_cell(sheet, row, index, self.table.listing.today)
            elif key == "position":
                text = sheet.text(row, index)
                entry.positions = [" ".join(text.split())] if says_something(text) else entry.positions
            else:
                entry.phone = phone_of(sheet, row, [index])

    def _speaks(self, text: str) -> bool:
        return says_something(text) or is_ditto(text)

    def _take(self, column: PersonColumn, row: int, text: str, role: str | None, position: str) -> None:
        grid = self.table.sheet.grid
        people = read_people(text, self.table.listing.today) or [Person(flags=[names.UNREADABLE])]
        for person in people:
            entry = Entry(grid.numbers[row], grid.name, raw={"name": text})
            if person.is_ditto:
                as_above(entry, self.left[-1] if self.left else None)
            else:
                fill_entry(entry, person)
            entry.role = person.role or role
            entry.heading_position = position
            self.table.listing.entries.append((self.wheres[column.index], entry))
            self.left.append(entry)
        if len(people) == 1:
            self.above[column.index] = self.left[-1]


def _labels(labels: list[str]) -> tuple[str | None, str]:
    """Role and post that the cells at the left of a row name."""
    role, position = None, ""
    for label in labels:
        found = role_in_column(label) or role_on_line(label)[0]
        role = role or found
        if is_position(label) and not is_role_only(label):
            rest = role_on_line(label)[1].replace("|", " ").strip(" ()-–,:")
            position = position or " ".join(rest.split())
    return role, position
