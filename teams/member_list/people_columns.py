"""Columns of people in a wide table: one for each role or organisation, with their details at the right."""

import re

from imports.cells import is_tick
from imports.layout import Sheet, share
from teams.member_list.categories import is_position
from teams.member_list.headings import WIDE_FIELDS
from teams.member_list.names import head_of, is_name, is_surely_name
from teams.member_list.roles import role_label
from teams.member_list.table_columns import Columns, PersonColumn


def find_people(fields: dict[int, str], texts: dict[int, list[str]], result: Columns) -> None:
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


def add_unheaded_people(sheet: Sheet, rows: list[int], fields: dict[int, str], result: Columns) -> None:
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
    return share(texts, lambda text: is_name(head_of(text))) >= 0.5


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
