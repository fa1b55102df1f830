"""What each column of a table holds for members: headings first, then a look at the cells."""

import re
from collections.abc import Iterable

from imports.cells import is_tick, key_of
from imports.layout import Sheet, by_content, share
from imports.specification import Column, Header
from teams.member_list.births import is_birth
from teams.member_list.categories import is_position
from teams.member_list.communes import is_bare_commune, is_commune
from teams.member_list.headings import MEMBER_LIST, NOT_COUNTED, WIDE_FIELDS, says_year
from teams.member_list.names import is_name, is_surely_name
from teams.member_list.people_columns import add_unheaded_people, find_people
from teams.member_list.places import is_hamlet, place_in_address
from teams.member_list.roles import is_role, short_role
from teams.member_list.side_by_side import side_by_side
from teams.member_list.table_columns import Columns

_ADDRESS = re.compile(r"dia chi|noi o|cho o|thuong tru|tam tru|cu tru|noi sinh song")
_UNIT = re.compile(r"^(?:ten |thuoc )?(?:don vi|dia phuong|noi cong tac|noi o|co quan|dia ban)\b")
"""Headings under which communes stand without the word xã."""
_POST = re.compile(r"\b(?:chuc vu|chuc danh|don vi|cong tac|nghe nghiep)\b")
_TAKEN_AS_REMARK = re.compile(r"^(?:chu ky|ky ten|ky nhan|anh|so tt)$")

_SEXES = ("male", "female")
_MAY_BE_HAMLET = {"position": 0.7, "commune": 0.5}
"""Fields whose heading may stand over hamlets, when so many cells look so."""
_BY_CONTENT = frozenset({"phone", "name", "role", "birth", "position", "hamlet"})
"""Fields that an unknown heading may hide, when nearly all its cells look so."""


def columns_of(sheet: Sheet, header: Header, rows: list[int]) -> list[Columns]:
    """The tables under a header: one, or several side by side."""
    parts = side_by_side(header.columns)
    return [one_table(sheet, part, rows, is_part=len(parts) > 1, headed=header.columns) for part in parts]


def one_table(
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
    _judge_remarks(fields, texts)
    _judge_communes(fields, texts, result)
    _judge_places(fields, texts, result)
    find_people(fields, texts, result)
    add_unheaded_people(sheet, rows, fields, result)
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
    if column.field == "birth" and (sex := _sex_of_heading(column, given)):
        return sex
    if column.field in ("day", "month") and not {"day", "month"} <= all_fields:
        return ""
    return column.field


def _sex_of_heading(column: Column, given: tuple[Column, ...]) -> str:
    """“Năm sinh (nam)” beside “Năm sinh (nữ)”."""
    keys = {key_of(other.heading) for other in given}
    start, _, last = key_of(column.heading).rpartition(" ")
    if {f"{start} nam", f"{start} nu"} <= keys:
        return {"nam": "male", "nu": "female"}.get(last, "")
    return ""


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
        if "given" in others and "surname" not in others and _are_surnames(fields, texts, others["given"]):
            fields[others["given"] - 1] = "surname"
            return
        people = [index for index, name in fields.items() if name in WIDE_FIELDS]
        if only is not None and not ("given" in others and "surname" in others):
            fields[only] = "name"
        elif len(people) == 1 and share(texts[people[0]], is_name) > 0.4 and fields[people[0]] == "members":
            fields[people[0]] = "name"


def _are_surnames(fields: dict[int, str], texts: dict[int, list[str]], given: int) -> bool:
    """Whether the column before that of single given names holds what stands before them, whatever it is called."""
    return (
        fields.get(given - 1, "?") == ""
        and share(texts[given], lambda text: len(text.split()) == 1) > 0.7
        and share(texts[given - 1], is_surely_name) > 0.7
    )


def _is_given(texts: list[str], result: Columns, names: list[int]) -> bool:
    same = result.headings[names[0]] == result.headings[names[1]]
    return same and share(texts, lambda text: len(text.split()) == 1) > 0.7


def _judge_remarks(fields: dict[int, str], texts: dict[int, list[str]]) -> None:
    """“Ghi chú” over phones or births, in a table without a column for them."""
    for key in ("phone", "birth"):
        if key in fields.values():
            continue
        looks_like = MEMBER_LIST.by_key[key].looks_like
        for index, name in fields.items():
            if name == "remark" and share(texts[index], looks_like) >= 0.7:
                fields[index] = key
                break


def _judge_communes(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    """“Đơn vị” over the names of communes, as in the export of a system."""
    if "commune" in fields.values():
        return
    for index, name in fields.items():
        if name in ("", "position") and share(texts[index], is_commune) >= 0.8:
            fields[index] = "commune"
            return
    others = [name for name in fields.values() if name == "hamlet"]
    for index, name in fields.items():
        may_be = _UNIT.search(key_of(result.heading(index))) and name in ("", "position", "hamlet")
        if may_be and (name != "hamlet" or len(others) > 1) and share(texts[index], _is_any_commune) >= 0.8:
            fields[index] = "commune"
            return


def _is_any_commune(text: str) -> bool:
    return is_commune(text) or is_bare_commune(text)


def _names_hamlet(text: str) -> bool:
    return is_hamlet(text) or bool(place_in_address(text).kind)


def _judge_places(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
    if "hamlet" in fields.values():
        return
    for index, name in fields.items():
        if name in _MAY_BE_HAMLET and share(texts[index], is_hamlet) >= _MAY_BE_HAMLET[name]:
            fields[index] = "hamlet"
            return
        if _ADDRESS.search(key_of(result.heading(index))) and share(texts[index], _names_hamlet) >= 0.6:
            result.address = index


def _fill_by_content(
    sheet: Sheet, rows: list[int], fields: dict[int, str], result: Columns, headed: tuple[Column, ...]
) -> None:
    """Fields that no heading names, in columns that no heading explains."""
    if result.people:
        return
    low, high = result.span
    known = [Column(index, name or "?") for index, name in fields.items() if name or result.heading(index)]
    known += [Column(index, "?") for index in range(sheet.width) if not low <= index <= high]
    known += [Column(column.index, "?") for column in headed if column.index not in fields]
    wanted = {"phone", "birth", "role", "name", "position", "hamlet", "sex"} - set(fields.values())
    for column in by_content(sheet, rows, MEMBER_LIST, known, least=0.7):
        if column.field in wanted:
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
