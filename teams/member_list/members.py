"""Rows that name one member each (and the rare cell that names two)."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from imports.cells import is_ditto, is_tick, key_of
from teams.member_list import names, roles
from teams.member_list.births import NOTHING
from teams.member_list.categories import UNCLEAR, is_position
from teams.member_list.details import birth_of, gender_of, phone_of, post_beside_phone, says_something
from teams.member_list.entries import ABOVE, as_above, fill_entry
from teams.member_list.listing import Announced
from teams.member_list.numbers_in_text import ID_DROPPED
from teams.member_list.person import Person, read_people, read_person
from teams.member_list.phones import NO_PHONE
from teams.member_list.place_columns import PlaceColumns
from teams.member_list.places import HAMLET, NO_PLACE, place_in_address, read_place
from teams.member_list.result import Entry, Where
from teams.member_list.rows import count_in, is_ordinal

if TYPE_CHECKING:
    from teams.member_list.table import Table

TWO_PEOPLE, ROLE_UNCLEAR = "two_people", "role_unclear"
_TRAILING = re.compile(r"[\s,;(\-–]*(?:\b(?:kiêm|và|đồng thời|là))?[\s,;)\-–]*$", re.IGNORECASE)
_NOTE = re.compile(r"^(?:thay|nghi|chuyen|da |moi|vang|bo sung|kiem nhiem|tam)\b")


RAW_FIELDS = ("name", "birth", "male", "female", "sex", "position", "role", "phone", "landline")
"""Fields whose raw cell is also kept under the field's name, for whoever corrects what was read."""


class MemberRows:
    """Reads the rows of a table with one member each."""

    def __init__(self, table: "Table") -> None:
        self.table = table
        self.places = PlaceColumns(table)
        self.last: Entry | None = None
        self.order_number = 0
        self._current: dict[int, str] = {}
        self.above: dict[str, str] = {}

    def read(self, row: int, cells: dict[int, str]) -> bool:
        """Takes the members of a row; false when it names nobody."""
        where = self._with_own_place(self.places.where(row), row)
        text = self._name_text(row)
        people = self._people(text, row, cells)
        if not people:
            return False
        where = self._counted(where, row)
        entries = [self._entry(person, row, where, several=len(people) > 1) for person in people]
        for entry in entries:
            self.table.listing.entries.append((where, entry))
        self.table.context.last = where
        self._announce(where, row)
        self.last = entries[-1]
        return True

    def take_below(self, row: int, cell: tuple[int, str]) -> None:
        """A line of its own under a name, with nothing but the phone or the post of that person."""
        entry, (column, text) = self.last, cell
        sheet = self.table.sheet
        if (
            entry is None
            or column not in self.table.columns.names
            or entry.row != sheet.grid.numbers[row - 1]
        ):
            return
        piece = read_person(text.strip("() "), self.today)
        if piece.name or piece.is_placeholder:
            return
        entry.phone = entry.phone if entry.phone.number else piece.phone
        entry.positions = entry.positions or list(piece.positions)
        entry.role = entry.role or piece.role

    def _announce(self, where: Where, row: int) -> None:
        """A column that gives the number of the team's members, beside the first of them."""
        texts = [self.table.sheet.text(row, index) for index in self.table.columns.all("count")]
        count = next((found for text in texts if (found := count_in(text)) is not None), None)
        if count is None and self.places.count is not None:
            count, self.places.count = self.places.count, None
        if count is not None:
            self.table.listing.announced.append(Announced(where, count))

    def _counted(self, where: Where, row: int) -> Where:
        """Where nothing names a place, numbers that begin anew begin another team."""
        index = self.table.columns.first("order")
        said = self.table.sheet.text(row, index).strip(" .)") if index is not None else ""
        if not said.isdigit():
            return where
        if int(said) == 1 and self.order_number > 0 and not where.place.kind:
            self.table.context.list_number += 1
            where = replace(where, list_number=self.table.context.list_number)
        self.order_number = int(said)
        return where

    def _with_own_place(self, where: Where, row: int) -> Where:
        """The hamlet of “tổ trưởng ấp Kinh Ranh” as the role, or of an address, where nothing else names one."""
        if where.place.kind:
            return where
        for index in self.table.columns.all("role", "position"):
            role, rest = roles.role_on_line(self.table.sheet.text(row, index))
            place = read_place(rest.replace("|", " ").strip(" ()-–,;")) if role else NO_PLACE
            if place.kind == HAMLET and not place.rest:
                return replace(where, place=place)
        address = self.table.columns.address
        if address is None:
            return where
        return replace(where, place=place_in_address(self.table.sheet.text(row, address)))

    @property
    def today(self) -> date:
        """The day from which ages count."""
        return self.table.listing.today

    def _text(self, row: int, key: str) -> str:
        """The first text among the columns of a field."""
        sheet = self.table.sheet
        return next((text for index in self.table.columns.all(key) if (text := sheet.text(row, index))), "")

    def _name_text(self, row: int) -> str:
        columns, sheet = self.table.columns, self.table.sheet
        parts = [sheet.text(row, index) for key in ("surname", "given") for index in columns.all(key)]
        if columns.first("surname") is not None and any(parts):
            return " ".join(part for part in parts if part)
        text = self._text(row, "name")
        in_sexes = [sheet.text(row, index) for index in columns.all("male", "female")]
        return text or next((said for said in in_sexes if names.is_name(said)), "")

    def _people(self, text: str, row: int, cells: dict[int, str]) -> list[Person]:
        if not text:
            return self._unnamed(row, cells)
        if names.is_placeholder(text) or is_ditto(text):
            seat = self._unnamed(row, cells) if set(text) <= set("-–—._… ") else [Person()]
            people = read_people(text, self.today) or seat
            return people if not set(text) <= set("-–—._… ") or seat else []
        people = read_people(text, self.today, lenient=False)
        if people:
            return people
        person = Person(is_placeholder=is_position(text))
        if person.is_placeholder:
            person.positions.append(text)
        else:
            person.flags.append(names.UNREADABLE)
        return [person]

    def _unnamed(self, row: int, cells: dict[int, str]) -> list[Person]:
        """A numbered line with a post or role but no name is kept for somebody; an error in its place cannot be read."""
        columns = self.table.columns
        if self._has_error(row, "name", "given"):
            return [Person(flags=[names.UNREADABLE])]
        order = columns.first("order")
        details = [
            index
            for index in columns.all("position", "role", "phone", "landline", "birth", "sex")
            if says_something(cells.get(index, ""))
        ]
        numbered = order is not None and is_ordinal(cells.get(order, "")) and order in cells
        posts = [index for index in details if index in columns.all("position", "role")]
        if (numbered and details) or (order is None and len(details) >= 2 and posts):
            return [Person(is_placeholder=True)]
        return []

    def _has_error(self, row: int, *keys: str) -> bool:
        """Whether the row has an error value in a column of these fields."""
        cell = self.table.sheet.grid.cell
        return any(cell(row, index).error for index in self.table.columns.all(*keys))

    def _entry(self, person: Person, row: int, where: Where, *, several: bool) -> Entry:
        sheet = self.table.sheet
        entry = Entry(sheet.grid.numbers[row], sheet.grid.name, raw=self._raw(row))
        if person.is_ditto:
            as_above(entry, self.last)
        else:
            fill_entry(entry, person)
            if person.name and entry.others and names.UNREADABLE not in entry.flags:
                entry.flag(names.REMARK)
            entry.others = []
        self._take_details(entry, person, row, several=several)
        self._take_posts(entry, person, row)
        if row in sheet.grid.hidden_rows:
            entry.flag("hidden_row")
        if several:
            entry.flag(TWO_PEOPLE)
        return entry

    def _raw(self, row: int) -> dict[str, str]:
        """The cells as they stand, by field (by heading where there is none); personal numbers are not kept."""
        raw: dict[str, str] = {}
        names_of = {index: key for key, indexes in self.table.columns.by_field.items() for index in indexes}
        for index, text in self.table.sheet.filled(row).items():
            key = names_of.get(index) or self.table.columns.heading(index) or str(index + 1)
            if key not in ("id", "tick"):
                raw[key] = f"{raw[key]} | {text}" if key in raw else text[:500]
        return raw

    def _take_details(self, entry: Entry, person: Person, row: int, *, several: bool) -> None:
        sheet, columns = self.table.sheet, self.table.columns
        gender, doubt = gender_of(sheet, row, columns)
        birth, index = birth_of(sheet, row, columns, self.today)
        phone = phone_of(sheet, row, columns.all("phone", "landline"), columns.packed)
        if several:
            # One birth, sex or phone for two people is nobody's; a mark that cannot be read stays one.
            birth, gender = replace(birth, value=None, flag=birth.flag if not birth.value else ""), None
            phone = NO_PHONE if phone.number else phone
        if not person.is_ditto or birth.value:
            entry.birth, entry.birth_column = (
                (birth, (sheet.grid.name, index or 0)) if birth != NOTHING else (entry.birth, None)
            )
        if not person.is_ditto or phone.number:
            entry.phone = phone if phone != NO_PHONE else entry.phone
        entry.gender = gender or entry.gender
        entry.flag(doubt if entry.gender is None else "")
        if any(_is_number(sheet.text(row, column)) for column in columns.all("id")):
            entry.flag(ID_DROPPED)

    def _take_posts(self, entry: Entry, person: Person, row: int) -> None:
        role_text = self._held(row, "role", entry)
        position = self._held(row, "position", entry)
        position = position or post_beside_phone(self.table.sheet, row, self.table.columns.packed)
        remark = self._text(row, "remark")
        role, rest = roles.role_beside_post(position)
        entry.role = (
            self._role(role_text, remark)
            or (role if not roles.role_in_column(role_text) else None)
            or person.role
        )
        entry.role = entry.role or self.table.context.role
        if says_something(position) and not is_role_only(position):
            parts = _TRAILING.sub("", rest.replace("|", " ").strip(" ,;-–.")) if role else position
            entry.positions = [" ".join(parts.split())] if key_of(parts) else []
        elif not entry.positions:
            entry.positions = list(person.positions)
        if not entry.positions:
            entry.positions = self._spare_posts(row, role_text, remark)
        if not entry.positions and self._has_error(row, "position"):
            entry.flag(UNCLEAR)
        entry.heading_position = self.table.context.position

    def _role(self, text: str, remark: str) -> str | None:
        for index, by_column in self.table.columns.roles_of_names.items():
            if says_something(self._current.get(index, "")):
                return by_column
        ticked = {
            label
            for index, heading in self.table.columns.ticks.items()
            if is_tick(self._current.get(index, "")) and (label := roles.role_label(heading))
        }
        if ticked:
            return ticked.pop() if len(ticked) == 1 else None
        if says_something(text):
            return roles.role_in_column(text)
        return roles.role_in_column(remark) if remark and len(remark) < 40 else None

    def _spare_posts(self, row: int, role_text: str, remark: str) -> list[str]:
        """A post in a ticked column, in the role column, or in the remarks, where no column of positions tells."""
        for index, heading in self.table.columns.ticks.items():
            if is_tick(self._current.get(index, "")) and roles.role_label(heading) is None:
                return [heading]
        heading = self.table.columns.heading(self.table.columns.first("role"))
        if "chuc vu" in key_of(heading) or "chuc danh" in key_of(heading):
            rest = roles.role_on_line(role_text)[1].replace("|", " ").strip(" ()-–,;.")
            if rest and not roles.role_in_column(rest):
                return [rest]
        if (
            is_position(role_text)
            and roles.role_on_line(role_text)[0] is None
            and not is_role_only(role_text)
        ):
            return [role_text]
        beside = _beside_role(role_text)
        if beside:
            return [beside]
        for text in (role_text, remark):
            rest = roles.role_on_line(text)[1].replace("|", " ").strip(" ()-–,;.")
            if (
                rest
                and is_position(rest)
                and roles.role_in_column(text) != roles.short_role(text)
                and not _NOTE.match(key_of(rest))
            ):
                return [rest]
        return []

    def _held(self, row: int, key: str, entry: Entry) -> str:
        """The texts of a field's columns; a merged cell holds for all its rows, a ditto mark for the text above."""
        sheet = self.table.sheet
        self._current = sheet.filled(row)
        found = []
        for index in self.table.columns.all(key):
            text = sheet.text(row, index)
            if not text and sheet.origin.get((row, index), (row, index))[1] == index:
                text = sheet.spread(row, index)
            if is_ditto(text):
                text = self.above.get(f"{key}{index}", "")
                entry.flag(ABOVE)
            if text and sheet.text(row, index):
                self.above[f"{key}{index}"] = text
            elif not text:
                self.above.pop(f"{key}{index}", None)
            if says_something(text):
                found.append(" ".join(text.split("\n")))
        return ", ".join(found)


def is_role_only(text: str) -> bool:
    """A position cell that names the role and nothing else."""
    role, rest = roles.role_beside_post(text)
    if role is not None:
        return not key_of(rest)
    return roles.short_role(text) is not None or (
        roles.role_in_column(text) is not None and len(key_of(text).split()) < 3
    )


def _beside_role(text: str) -> str:
    """“Chủ nhiệm câu lạc bộ, Tổ trưởng” in a column of roles: the words beside the role are the post."""
    role, rest = roles.role_beside_post(text)
    said = " ".join(rest.replace("|", " ").split()).strip(" ()-–,;.")
    is_post = role is not None and len(said.split()) > 1 and not _NOTE.match(key_of(said))
    return said if is_post and not names.is_surely_name(said) else ""


def _is_number(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 4
