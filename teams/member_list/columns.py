"""What each column of a table holds for members: headings first, then a look at the cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from imports.cells import is_tick, key_of
from imports.layout import Sheet, by_content, share
from imports.specification import Column, Header
from teams.member_list.births import is_birth
from teams.member_list.categories import is_position
from teams.member_list.communes import is_commune
from teams.member_list.headings import MEMBER_LIST, NOT_COUNTED, WIDE_FIELDS, says_year
from teams.member_list.names import is_name, is_surely_name
from teams.member_list.places import is_hamlet
from teams.member_list.roles import is_role, role_label, short_role
from teams.member_list.side_by_side import side_by_side

_ADDRESS = re.compile(r"dia chi|noi o|cho o|thuong tru|tam tru|cu tru|noi sinh song")
_POST = re.compile(r"\b(?:chuc vu|chuc danh|don vi|cong tac|nghe nghiep)\b")
_TAKEN_AS_REMARK = re.compile(r"^(?:chu ky|ky ten|ky nhan|anh|so tt)$")

_SEXES = ("male", "female")
_BY_CONTENT = frozenset({"phone", "name", "role", "birth", "position", "hamlet"})
"""Fields that an unknown heading may hide, when nearly all its cells look so."""


@dataclass
class PersonColumn:
    """A column of a wide table whose cells name people, and the columns at its right that speak of them."""

    index: int
    role: str | None
    position: str
    place: str = ""
    details: dict[str, int] = field(default_factory=dict)


@dataclass
class Columns:
    """The columns of a table by field. `ticks`: columns whose mark says a role or a post."""

    by_field: dict[str, list[int]] = field(default_factory=dict)
    headings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    people: list[PersonColumn] = field(default_factory=list)
    ticks: dict[int, str] = field(default_factory=dict)
    roles_of_names: dict[int, str] = field(default_factory=dict)
    posts_of_names: dict[int, str] = field(default_factory=dict)
    """Role and post of whoever stands in a column, in a table with one person a row."""
    packed: list[int] = field(default_factory=list)
    """Columns whose heading names phone and post at once."""
    address: int | None = None
    has_more: bool = False
    has_names_by_sex: bool = False
    span: tuple[int, int] = (0, 0)

    def first(self, key: str) -> int | None:
        """The column of a field, or none."""
        return next(iter(self.by_field.get(key, ())), None)

    def all(self, *keys: str) -> list[int]:
        """The columns of several fields, from left to right."""
        return sorted(index for key in keys for index in self.by_field.get(key, ()))

    @property
    def is_matrix(self) -> bool:
        """A column for each team, a row for each seat."""
        return any(column.place for column in self.people)

    @property
    def names(self) -> list[int]:
        """The columns in which names stand; a column for each sex may hold them."""
        found = self.all("name", "surname", "given")
        return found or (self.all("male", "female") if self.has_names_by_sex else [])

    @property
    def is_wide(self) -> bool:
        """One row for each team, people in several columns."""
        return bool(self.people)

    def heading(self, index: int | None) -> str:
        """The heading of a column in one line."""
        return " ".join(self.headings.get(index, ())) if index is not None else ""


def columns_of(sheet: Sheet, header: Header, rows: list[int]) -> list[Columns]:
    """The tables under a header: one, or several side by side."""
    parts = side_by_side(header.columns)
    return [_one_table(sheet, part, rows, is_part=len(parts) > 1, headed=header.columns) for part in parts]


def headless(sheet: Sheet, rows: list[int]) -> Columns | None:
    """A table without headings: known by its cells, if there is a column of names and one more."""
    found = by_content(sheet, rows, MEMBER_LIST, least=0.5)
    fields = {column.field for column in found}
    if "name" not in fields or len(fields) < 2:
        return None
    columns = _one_table(sheet, tuple(found), rows)
    order = _order_column(sheet, rows, {column.index for column in found})
    if order is not None:
        columns.by_field["order"] = [order]
    columns.has_more = False
    return columns


def _order_column(sheet: Sheet, rows: list[int], taken: set[int]) -> int | None:
    for index in range(sheet.width):
        texts = [sheet.text(row, index) for row in rows]
        if index not in taken and share(texts, lambda text: bool(re.fullmatch(r"\d{1,4}[.)]?", text))) > 0.7:
            return index
    return None


def _one_table(
    sheet: Sheet,
    given: tuple[Column, ...],
    rows: list[int],
    *,
    is_part: bool = False,
    headed: tuple[Column, ...] = (),
) -> Columns:
    """One table of a header; `headed`: all columns with headings, those of tables beside it too."""
    result = Columns(headings={column.index: column.headings for column in given})
    indexes = [column.index for column in given]
    result.span = (min(indexes, default=0), max(indexes, default=0) if is_part else sheet.width - 1)
    if not is_part:
        result.span = (0, sheet.width - 1)
    texts = {column.index: [sheet.text(row, column.index) for row in rows] for column in given}
    fields = {column.index: _field(column, given, texts) for column in given}
    _judge_short_roles(fields, texts, result)
    _judge_roles(fields, texts)
    _judge_names(fields, texts, result)
    _judge_communes(fields, texts)
    _judge_places(fields, texts, result)
    _find_people(fields, texts, result)
    _add_unheaded_people(sheet, rows, fields, result)
    _fill_by_content(sheet, rows, fields, result, headed)
    for index, name in sorted(fields.items()):
        if name:
            result.by_field.setdefault(name, []).append(index)
    result.packed = [index for index in result.all("phone") if _POST.search(key_of(result.heading(index)))]
    result.has_more = _has_untaken(fields, texts, result)
    return result


def _field(column: Column, given: tuple[Column, ...], texts: dict[int, list[str]]) -> str:
    """The field of a heading; “Nam” may be male or year, which its neighbours and cells decide."""
    all_fields = {other.field for other in given}
    if column.field == "male" and (says_year(column.headings[-1]) or "female" not in all_fields):
        if "day" in all_fields or share(texts[column.index], is_birth) > 0.5:
            return "year" if "day" in all_fields else "birth"
        return "" if "female" not in all_fields and says_year(column.headings[-1]) else "male"
    if column.field in ("day", "month") and not {"day", "month"} <= all_fields:
        return ""
    return column.field


def _judge_short_roles(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    """TT, TP, TV over columns of names are the roles of the people below, no order numbers."""
    of_role = {"leader": "leader", "deputy": "deputy", "member": "members"}
    for index in fields:
        role = short_role(result.heading(index))
        if role and share(texts[index], is_surely_name) >= 0.6:
            fields[index] = of_role[role]
        elif role == "deputy" and any(texts[index]) and share(texts[index], is_tick) <= 0.5:
            # “TP” over anything else may be a town.
            fields[index] = ""


def _judge_roles(fields: dict[int, str], texts: dict[int, list[str]]) -> None:
    """Roles may stand under “Chức danh” or “Ghi chú”, positions under “Nhiệm vụ”: the cells decide."""
    shares = {index: share(texts[index], is_role) for index in fields}
    roles = [index for index, name in fields.items() if name == "role" and any(texts[index])]
    if any(shares[index] >= 0.5 for index in roles):
        return
    possible = {"position", "remark", *WIDE_FIELDS}
    better = [index for index, name in fields.items() if name in possible and shares[index] >= 0.6]
    for index in roles:
        if better and share(texts[index], is_position) >= 0.5:
            fields[index] = "position"
    if better:
        fields[max(better, key=lambda index: shares[index])] = "role"
    elif len(roles) == 1 and shares[roles[0]] < 0.2 and share(texts[roles[0]], is_position) >= 0.7:
        fields[roles[0]] = "position"


def _judge_names(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    names = [index for index, name in fields.items() if name == "name"]
    if not names:
        for index, name in fields.items():
            if name == "sex" and share(texts[index], is_name) > 0.5:
                # “Ông/Bà” may head the names themselves.
                fields[index], names = "name", [index]
    others = {name: index for index, name in fields.items()}
    if len(names) == 2 and names[1] == names[0] + 1 and _is_given(texts[names[1]], result, names):
        fields[names[0]], fields[names[1]] = "surname", "given"
    elif not names and any(
        share(texts[index], is_name) > 0.5 for index, name in fields.items() if name in _SEXES
    ):
        result.has_names_by_sex = True
    elif not names:
        only = others.get("given", others.get("surname"))
        people = [index for index, name in fields.items() if name in WIDE_FIELDS]
        if only is not None and not ("given" in others and "surname" in others):
            fields[only] = "name"
        elif len(people) == 1 and share(texts[people[0]], is_name) > 0.4 and fields[people[0]] == "members":
            fields[people[0]] = "name"


def _is_given(texts: list[str], result: Columns, names: list[int]) -> bool:
    same = result.headings[names[0]] == result.headings[names[1]]
    return same and share(texts, lambda text: len(text.split()) == 1) > 0.7


def _judge_communes(fields: dict[int, str], texts: dict[int, list[str]]) -> None:
    """“Đơn vị” over the names of communes, as in the export of a system."""
    if "commune" in fields.values():
        return
    for index, name in fields.items():
        if name in ("", "position") and share(texts[index], is_commune) >= 0.8:
            fields[index] = "commune"
            return


def _judge_places(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    if "hamlet" in fields.values():
        return
    for index, name in fields.items():
        if name == "position" and share(texts[index], is_hamlet) >= 0.7:
            fields[index] = "hamlet"
            return
        if name == "commune" and share(texts[index], is_hamlet) >= 0.5:
            fields[index] = "hamlet"
            return
        if _ADDRESS.search(key_of(result.heading(index))) and share(texts[index], is_hamlet) >= 0.6:
            result.address = index


def _find_people(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    """Columns of people in a wide table, and tick columns for roles and posts."""
    for index, name in fields.items():
        heading = result.heading(index)
        label = name in WIDE_FIELDS or (not name and is_position(heading))
        if label and any(texts[index]) and share(texts[index], is_tick) > 0.5:
            result.ticks[index] = heading
            fields[index] = "tick"
    if list(fields.values()).count("team") > 1:
        result.people = [
            PersonColumn(index, None, "", result.heading(index))
            for index in sorted(fields)
            if fields[index] == "team"
        ]
        return
    groups = _groups(fields, texts, result)
    has_name = any(name in ("name", "surname") for name in fields.values())
    labelled = [group for group in groups if fields[group.index] != "name"]
    if not groups or (has_name and not labelled and len(groups) < 2):
        return
    if (
        has_name
        and len([name for name in fields.values() if name == "name"]) == 1
        and not _is_role_group(groups)
    ):
        return
    if _is_one_a_row(groups, texts):
        result.roles_of_names = {group.index: group.role for group in groups if group.role}
        result.posts_of_names = {group.index: group.position for group in groups if group.position}
        for group in groups:
            fields[group.index] = "name"
        return
    result.people = groups
    for group in groups:
        fields[group.index] = "person"
        for key, index in group.details.items():
            fields[index] = f"person {key}"


def _add_unheaded_people(sheet: Sheet, rows: list[int], fields: dict[int, str], result: Columns) -> None:
    """“Thành viên” over the first of several columns: those without a heading at its right hold members too."""
    if result.is_matrix:
        return
    for column in list(result.people):
        index = column.index + 1
        while index < sheet.width and index not in fields:
            if share((sheet.text(row, index) for row in rows), is_surely_name) >= 0.6:
                result.people.append(PersonColumn(index, column.role, column.position))
            index += 1


def _is_one_a_row(groups: list[PersonColumn], texts: dict[int, list[str]]) -> bool:
    """Each row names one person only, in the column of the role: a list of members, not of teams."""
    rows = list(zip(*(texts[group.index] for group in groups), strict=True))
    filled = [sum(map(bool, row)) for row in rows if any(row)]
    details = sum(len(group.details) for group in groups)
    return len(groups) > 1 and len(filled) > 2 and max(filled) == 1 and details == len(groups[-1].details)


def _is_role_group(groups: list[PersonColumn]) -> bool:
    return any(group.role in ("leader", "deputy") for group in groups) and len(groups) > 1


def _groups(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> list[PersonColumn]:
    groups: list[PersonColumn] = []
    has_leaders = any(name in ("leader", "deputy") for name in fields.values())
    for index in sorted(fields):
        name, heading = fields[index], result.headings.get(index, ())
        if _holds_people(name, heading, texts[index], has_leaders=has_leaders):
            label = heading[0] if name == "name" else " ".join(heading)
            groups.append(PersonColumn(index, _role_of(name, heading), _position_of(label, heading)))
        elif (
            groups
            and name in ("phone", "landline", "birth", "position", "sex")
            and name not in groups[-1].details
        ):
            groups[-1].details[name] = index
    return groups


def _holds_people(name: str, heading: tuple[str, ...], texts: list[str], *, has_leaders: bool) -> bool:
    if name in WIDE_FIELDS:
        return True
    if name == "name":
        return has_leaders or (
            len(heading) > 1 and (role_label(heading[0]) is not None or is_position(heading[0]))
        )
    if name or not heading or not is_position(" ".join(heading)):
        return False
    return share(texts, lambda text: is_name(re.split(r"[\n,;(0-9]| - ", text)[0].strip())) >= 0.5


def _role_of(name: str, heading: tuple[str, ...]) -> str | None:
    """The role that a heading gives; “Danh sách” gives none."""
    inner = [text for part in heading for text in re.findall(r"\(([^)]*)\)", part)]
    return next((role for part in (*heading, *inner) if (role := role_label(part))), None) or (
        WIDE_FIELDS.get(name) if name in ("leader", "deputy") else None
    )


def _position_of(label: str, heading: tuple[str, ...]) -> str:
    """The post that a heading names: in brackets, or the heading itself."""
    inner = re.findall(r"\(([^)]*)\)", label)
    if inner and role_label(inner[0]) is None:
        return inner[0].strip() if is_position(inner[0]) else ""
    label = re.sub(r"\([^)]*\)", " ", label).strip()
    if role_label(label) is None:
        return label if is_position(label) else ""
    return next((part for part in reversed(heading) if role_label(part) is None and is_position(part)), "")


def _fill_by_content(
    sheet: Sheet, rows: list[int], fields: dict[int, str], result: Columns, headed: tuple[Column, ...]
) -> None:
    """Fields that no heading names, in columns that no heading explains."""
    low, high = result.span
    known = [Column(index, name or "?") for index, name in fields.items() if name or result.heading(index)]
    known += [Column(index, "?") for index in range(sheet.width) if not low <= index <= high]
    known += [Column(column.index, "?") for column in headed if column.index not in fields]
    wanted = {"phone", "birth", "role", "name"} - set(fields.values())
    if result.people:
        return
    for column in by_content(sheet, rows, MEMBER_LIST, known, least=0.7):
        if column.field in wanted | {"position", "hamlet", "sex"} - set(fields.values()):
            fields[column.index] = column.field
    unexplained = [index for index, name in fields.items() if not name]
    for column in by_content(
        sheet, rows, MEMBER_LIST, [c for c in known if c.index not in unexplained], least=0.8
    ):
        heading = key_of(result.heading(column.index))
        if column.field in fields.values() or (column.field == "hamlet" and _ADDRESS.search(heading)):
            continue
        if column.index in unexplained and column.field in _BY_CONTENT and "ngay" not in heading.split():
            fields[column.index] = column.field


def _has_untaken(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> bool:
    """Whether a column with content has no place in the result."""
    return any(
        any(texts.get(index, ()))
        and name in ("", "email")
        and index != result.address
        and bool(result.heading(index))
        and not _TAKEN_AS_REMARK.match(key_of(result.heading(index)))
        for index, name in fields.items()
        if name not in NOT_COUNTED
    )


def has_people(columns: Iterable[Columns]) -> bool:
    """Whether any of the tables can name somebody."""
    return any(table.people or table.names for table in columns)
