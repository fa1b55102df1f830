"""Birth, sex and phone of a row, from the columns that may hold them."""

import re
from collections.abc import Collection
from datetime import date

from imports.cells import is_tick, key_of
from imports.layout import Sheet
from teams.member_list.births import (
    NOTHING,
    UNREADABLE,
    BirthReading,
    is_birth,
    read_birth,
    read_typed,
    sex_beside,
)
from teams.member_list.categories import is_position
from teams.member_list.names import is_name
from teams.member_list.phones import NO_PHONE, TWO, PhoneReading, read_phone, says_no_phone
from teams.member_list.table_columns import Columns

GENDER_UNCLEAR, PHONE_UNREADABLE = "gender_unclear", "phone_unreadable"
_SEXES = {
    "nam": "M", "nu": "F", "male": "M", "female": "F", "gioi tinh nam": "M", "gioi tinh nu": "F", "ong": "M", "ba": "F",
    "trai": "M", "gai": "F", "nam gioi": "M", "nu gioi": "F", "phu nu": "F",
    "anh": "M", "chu": "M", "cau": "M", "thay": "M", "chi": "F", "co": "F", "di": "F", "thim": "F", "mo": "F",
}  # fmt: skip
_PARTS = re.compile(r"\s+[-–—]\s+|[,;:|\n]|(?<=[^\W\d_])\s*[-–]?\s+(?=\(?\+?[08]\d)|(?<=\d)\s+(?=[^\W\d_])")
"""Where a cell with post and phone falls apart."""
_NO_MARK = frozenset("-–—._…/0 ")


def gender_of(sheet: Sheet, row: int, columns: Columns) -> tuple[str | None, str]:
    """The sex that the columns tell, and the flag of a mark that tells none."""
    found: set[str] = set()
    doubt = ""
    for index in columns.all("sex"):
        sex, doubtful = sex_in_cell(sheet, row, index)
        found |= {sex} if sex else set()
        doubt = doubtful or doubt
    for key, sex in (("male", "M"), ("female", "F")):
        for index in columns.all(key):
            text = sheet.text(row, index)
            if text and _tells_sex(sheet, row, index, columns, sex):
                found.add(sex)
            elif text and not set(text) <= _NO_MARK:
                doubt = GENDER_UNCLEAR
    if not found and not doubt:
        found = {sex for index in columns.all("birth") if (sex := sex_beside(sheet.text(row, index))[0])}
    if len(found) == 1:
        return found.pop(), ""
    return None, GENDER_UNCLEAR if found else doubt


def sex_in_cell(sheet: Sheet, row: int, index: int) -> tuple[str | None, str]:
    """The sex that a cell names, and the flag of one that names none; empty or a dash it says nothing."""
    text = sheet.text(row, index)
    sex = _SEXES.get(key_of(text))
    says_nothing = not text or set(text) <= _NO_MARK - {"0"}
    is_unclear = sheet.grid.cell(row, index).error or not (sex or says_nothing)
    return sex, GENDER_UNCLEAR if is_unclear else ""


def _tells_sex(sheet: Sheet, row: int, index: int, columns: Columns, sex: str) -> bool:
    """A tick, a name or a birth in the column of a sex; a birth even when it cannot be read."""
    text = sheet.text(row, index)
    if is_tick(text) or is_name(text) or _SEXES.get(key_of(text)) == sex:
        return True
    is_column_of_births = "sinh" in key_of(columns.heading(index)) and not set(text) <= _NO_MARK
    return is_birth(text) or is_column_of_births or _is_any_birth(sheet, row, index)


def _is_any_birth(sheet: Sheet, row: int, index: int) -> bool:
    """Something written where the birth stands tells the sex even when the birth cannot be read."""
    value, text = sheet.grid.cell(row, index).value, sheet.text(row, index)
    return isinstance(value, date) or sum(letter.isdigit() for letter in text) > 3


def birth_of(sheet: Sheet, row: int, columns: Columns, today: date) -> tuple[BirthReading, int | None]:
    """The birth of a row and the column in which it stands."""
    if columns.first("day") is not None and columns.first("year") is not None:
        return _of_three(sheet, row, columns, today), None
    for index in columns.all("birth", "male", "female", "age"):
        text = sheet.text(row, index)
        is_age = index in columns.by_field.get("age", ())
        if sheet.grid.cell(row, index).error:
            return BirthReading(flag=UNREADABLE), index
        of_sex = index in columns.all("male", "female")
        if not text or (of_sex and not _is_birth_cell(text, has_names=columns.has_names_by_sex)):
            continue
        if is_age and any(sheet.text(row, other) for other in columns.all("birth")):
            continue
        reading = birth_in_cell(sheet, row, index, today, is_age=is_age)
        if reading != NOTHING:
            return reading, index
    return NOTHING, None


def birth_in_cell(sheet: Sheet, row: int, index: int, today: date, *, is_age: bool = False) -> BirthReading:
    """The birth in a cell, whatever sex stands beside it; an error in its place cannot be read."""
    cell = sheet.grid.cell(row, index)
    if cell.error:
        return BirthReading(flag=UNREADABLE)
    return read_birth(cell.value, sex_beside(sheet.text(row, index))[1], today, is_age=is_age)


def _is_birth_cell(text: str, *, has_names: bool) -> bool:
    """What stands in the column of a sex and is no tick; a name only where the names stand there."""
    is_mark = is_tick(text) or key_of(text) in _SEXES or set(text) <= _NO_MARK
    return not is_mark and not (has_names and is_name(text))


def _of_three(sheet: Sheet, row: int, columns: Columns, today: date) -> BirthReading:
    """Day, month and year in a column each."""
    parts = [
        sheet.text(row, index) if (index := columns.first(key)) is not None else ""
        for key in ("day", "month", "year")
    ]
    filled = [part for part in parts if part.strip("-. ")]
    if not filled:
        return NOTHING
    if not parts[2] or (parts[0] and not parts[1]):
        return BirthReading(flag=UNREADABLE)
    return read_typed("/".join(filled), today)


def phone_of(sheet: Sheet, row: int, indexes: list[int], packed: Collection[int] = ()) -> PhoneReading:
    """The phone of a row; of two columns the mobile. `packed`: columns that hold the post as well."""
    readings = []
    for index in indexes:
        cell, text = sheet.grid.cell(row, index), sheet.text(row, index)
        if cell.error:
            readings.append(PhoneReading(flags=(PHONE_UNREADABLE,)))
        elif text:
            readings.append(read_phone(phone_part(text) if index in packed else text))
    good = [reading for reading in readings if reading.number]
    if not good:
        return next((reading for reading in readings if reading.flags), NO_PHONE)
    good.sort(key=lambda reading: (reading.number or "").startswith("02"))
    others = tuple(other.number for other in good[1:] if other.number and other.number != good[0].number)
    flags = good[0].flags + ((TWO,) if others and TWO not in good[0].flags else ())
    return PhoneReading(good[0].number, flags, good[0].others + others)


def post_beside_phone(sheet: Sheet, row: int, indexes: list[int]) -> str:
    """The words of a cell that holds post and phone: “Trưởng ấp - 0918 000 521”."""
    for index in indexes:
        parts = [part.strip() for part in _PARTS.split(sheet.text(row, index))]
        posts = [part for part in parts if part and not _is_phone_part(part)]
        if len(parts) > len(posts) or len(posts) > 1 or any(map(is_position, posts)):
            return ", ".join(posts)
    return ""


def phone_part(text: str) -> str:
    """The part of a cell with post and phone that speaks of the phone."""
    return next((part.strip() for part in _PARTS.split(text) if _is_phone_part(part)), "")


def _is_phone_part(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 6 or says_no_phone(text)


def says_something(text: str) -> bool:
    """A cell with more than a dash, a cross or “không”."""
    return (
        bool(text)
        and not set(text) <= _NO_MARK
        and key_of(text) not in ("x", "khong", "ko", "k", "chua co", "")
    )
