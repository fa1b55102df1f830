"""Tables without headings: what each column holds is known by its cells alone."""

import re
from collections.abc import Callable
from itertools import groupby

from imports.cells import is_ditto, is_tick, key_of
from imports.layout import Sheet, by_content, share
from imports.specification import Column
from teams.member_list.births import is_birth
from teams.member_list.categories import is_position
from teams.member_list.columns import one_table
from teams.member_list.communes import is_bare_commune, is_commune
from teams.member_list.headings import MEMBER_LIST
from teams.member_list.names import is_name, is_surely_name
from teams.member_list.roles import is_role, role_in_column
from teams.member_list.table_columns import Columns

_FEWER = 0.7
"""A column with so few different words for its rows names groups of people, not people."""
_NO_HAMLET = re.compile(
    r"^(?:kinh|khmer|hoa|cham|nam|nu|khong|dai hoc|cao dang|trung cap|so cap|thpt|thcs|dang vien|doan vien|quan chung"
    r"|ong|ba|moi|cu|[0-9. /]+)$"
)


def headless(sheet: Sheet, rows: list[int]) -> Columns | None:
    """A table without headings: known by its cells, if there is a column of names and one more."""
    found = by_content(sheet, rows, MEMBER_LIST, least=0.5)
    found = _with_people(sheet, rows, found)
    fields = {column.field for column in found}
    if "name" not in fields or len(fields) < 2:
        return None
    found += _communes(sheet, rows, found, is_commune)
    fields = {column.field for column in found}
    if "hamlet" not in fields and (groups := _groups(sheet, rows, found)) is not None:
        found.append(Column(groups, "hamlet"))
    if "commune" not in fields and any(column.field == "hamlet" for column in found):
        found += _communes(sheet, rows, found, is_bare_commune)
    columns = one_table(sheet, tuple(found), rows)
    order = _order_column(sheet, rows, {column.index for column in found})
    if order is not None:
        columns.by_field["order"] = [order]
    columns.has_more = False
    return columns


def _communes(
    sheet: Sheet, rows: list[int], found: list[Column], looks_like: Callable[[str], bool]
) -> list[Column]:
    """The column in which nearly all cells name a commune, if there is one."""
    known = {column.index for column in found}
    for index in range(sheet.width):
        if index not in known and share((sheet.text(row, index) for row in rows), looks_like) >= 0.8:
            return [Column(index, "commune")]
    return []


def _with_people(sheet: Sheet, rows: list[int], found: list[Column]) -> list[Column]:
    """Of two columns that both look like names, the one that says the same over and over names no people."""
    taken = {column.index for column in found if column.field != "name"}
    texts = {
        index: [text for row in rows if (text := sheet.text(row, index))]
        for index in range(sheet.width)
        if index not in taken
    }
    rivals = [index for index, said in texts.items() if share(said, is_name) >= 0.5]
    if len(rivals) < 2:
        return found
    best = max(rivals, key=lambda index: (_variety(texts[index]), share(texts[index], is_surely_name)))
    return [Column(best, "name") if column.field == "name" else column for column in found]


def _variety(texts: list[str]) -> float:
    """How many of the texts are different ones; nearly all is as good as all."""
    different = len({key_of(text) for text in texts}) / len(texts)
    return 1.0 if different > _FEWER else different


def _groups(sheet: Sheet, rows: list[int], found: list[Column]) -> int | None:
    """The column that names the group of each row, in runs (or at the first row of each): the hamlets."""
    known = {column.field: column.index for column in found}
    people = [row for row in rows if is_name(sheet.text(row, known["name"]))]
    for index in range(sheet.width):
        if index not in known.values() and _is_groups(sheet, people, index, known):
            return index
    return None


def _is_groups(sheet: Sheet, people: list[int], index: int, known: dict[str, int]) -> bool:
    said: list[str] = []
    for row in people:
        text = sheet.text(row, index)
        said.append(key_of(text) if text and not is_ditto(text) else said[-1] if said else "")
    texts = [text for row in people if (text := sheet.text(row, index)) and not is_ditto(text)]
    runs = [(name, len(list(same))) for name, same in groupby(said)]
    names = [name for name, _ in runs]
    if len(people) < 3 or not all(map(_may_be_hamlet, texts)) or len(set(names)) < len(names) or "" in names:
        return False
    if len(runs) > _FEWER * len(people):
        return False
    if "role" not in known:
        return index < known["name"]
    roles = iter(role_in_column(sheet.text(row, known["role"])) for row in people)
    return all([next(roles) for _ in range(length)].count("leader") <= 1 for _, length in runs)


def _may_be_hamlet(text: str) -> bool:
    return (
        len(text.split()) <= 6
        and any(letter.isalpha() for letter in text)
        and not (is_position(text) or is_role(text) or is_tick(text) or is_birth(text))
        and not _NO_HAMLET.match(key_of(text))
    )


def _order_column(sheet: Sheet, rows: list[int], taken: set[int]) -> int | None:
    for index in range(sheet.width):
        texts = [sheet.text(row, index) for row in rows]
        if index not in taken and share(texts, lambda text: bool(re.fullmatch(r"\d{1,4}[.)]?", text))) > 0.7:
            return index
    return None
