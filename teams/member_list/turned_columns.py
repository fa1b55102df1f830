"""Tables with a column for each hamlet and no other headings: “Ấp Kinh 3 | Ấp Kinh 4”, names below each."""

from imports.cells import key_of
from imports.layout import Sheet, share
from teams.member_list.categories import is_position
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.names import head_of, is_surely_name
from teams.member_list.places import is_hamlet
from teams.member_list.roles import is_role, role_label
from teams.member_list.table_columns import Columns, PersonColumn

_LONGEST_HAMLET = 40


def hamlet_columns(sheet: Sheet, rows: list[int]) -> tuple[int, Columns] | None:
    """The row of hamlets and the columns of people below it; none when the sheet is no such table."""
    for place, row in enumerate(rows[:-1]):
        below = [after for after in rows[place + 1 :] if not _is_detail(sheet, after)]
        cells = sheet.filled(row)
        people = [index for index, text in cells.items() if _is_above_people(sheet, index, text, below)]
        if len(people) < 2:
            continue
        if not all(is_hamlet(cells[index]) for index in people) and not _has_roles(sheet, below, people):
            continue
        columns = Columns(headings={index: (cells[index],) for index in people}, span=(0, sheet.width - 1))
        columns.people = [PersonColumn(index, None, "", cells[index]) for index in people]
        return row, columns
    return None


def _is_detail(sheet: Sheet, row: int) -> bool:
    """A row for the phones or births of the people above it."""
    first = next(iter(sheet.filled(row).values()), "")
    return MEMBER_LIST.field_of(key_of(first)) in ("phone", "landline", "birth", "position")


def _is_above_people(sheet: Sheet, index: int, text: str, below: list[int]) -> bool:
    if len(text) > _LONGEST_HAMLET or MEMBER_LIST.field_of(key_of(text)) not in ("", "team"):
        return False
    if (
        is_surely_name(text)
        or is_role(text)
        or role_label(text)
        or (is_position(text) and not is_hamlet(text))
    ):
        return False
    return share((sheet.text(row, index) for row in below), _begins_with_name) >= 0.6


def _begins_with_name(text: str) -> bool:
    return is_surely_name(head_of(text))


def _has_roles(sheet: Sheet, below: list[int], people: list[int]) -> bool:
    """Names of hamlets without the word ấp need a column of roles at their side to be believed."""
    return any(
        share((sheet.text(row, index) for row in below), is_role) >= 0.6
        for index in range(sheet.width)
        if index not in people
    )
