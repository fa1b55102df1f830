"""From what `read_list` gives to rows of the review: values as they are typed, flags as marks with sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaKind
from areas.models import full_name_of
from imports.enums import Mark
from imports.grid import Book
from imports.kinds import Issue, ReadGroup, Reading, ReadRow, issue
from teams.enums import Gender, MemberCategory, TeamRole
from teams.member_columns import with_columns
from teams.member_list import read_list

ROLES = {"leader": TeamRole.LEADER, "deputy": TeamRole.DEPUTY, "member": TeamRole.MEMBER}
GENDERS = {"M": Gender.MALE, "F": Gender.FEMALE}

RAW: dict[str, tuple[str, ...]] = {
    "full_name": ("name",),
    "birth": ("birth", "male", "female"),
    "gender": ("sex",),
    "position_text": ("position",),
    "role": ("role",),
    "category": ("position",),
    "phone": ("phone", "landline"),
}
"""Under which keys `read_list` keeps the raw cell of a field."""

FLAGS: dict[str, tuple[str, Mark, Any]] = {
    "name_case": ("full_name", Mark.LOOK, gettext_lazy("Written in capitals or small letters only.")),
    "name_incomplete": ("full_name", Mark.LOOK, gettext_lazy("Only a given name. Complete it.")),
    "name_remark": ("full_name", Mark.LOOK, gettext_lazy("A remark beside the name was left out.")),
    "name_placeholder": (
        "full_name",
        Mark.MEND,
        gettext_lazy("Nobody is named yet. Type the name or leave the row out."),
    ),
    "name_unreadable": ("full_name", Mark.MEND, gettext_lazy("This is no name. Type it.")),
    "two_people": ("full_name", Mark.LOOK, gettext_lazy("Two people stood in one cell.")),
    "as_above": ("full_name", Mark.LOOK, gettext_lazy("Taken from the line above (“nt”).")),
    "duplicate_of": (
        "full_name",
        Mark.MEND,
        gettext_lazy("Stands twice in this team; leave one out. The other stands in row"),
    ),
    "hidden_row": ("full_name", Mark.LOOK, gettext_lazy("The row is hidden in the file.")),
    "birth_two_digit_year": ("birth", Mark.LOOK, gettext_lazy("The year had two digits.")),
    "birth_year_as_date": ("birth", Mark.LOOK, gettext_lazy("A year that was shown as a date.")),
    "birth_ambiguous": (
        "birth",
        Mark.LOOK,
        gettext_lazy("Day and month may be the other way round; left empty."),
    ),
    "birth_implausible": ("birth", Mark.LOOK, gettext_lazy("No plausible year of birth; left empty.")),
    "birth_unreadable": ("birth", Mark.LOOK, gettext_lazy("This is no date of birth; left empty.")),
    "gender_unclear": ("gender", Mark.LOOK, gettext_lazy("The sex is not clear; left empty.")),
    "role_unclear": ("role", Mark.MEND, gettext_lazy("The duty in the team is not clear. Choose it.")),
    "category_unclear": (
        "category",
        Mark.MEND,
        gettext_lazy("As what this person sits is not clear. Choose it."),
    ),
    "phone_converted": ("phone", Mark.LOOK, gettext_lazy("An old number, written in its new form.")),
    "phone_maybe_landline": ("phone", Mark.LOOK, gettext_lazy("May be a landline.")),
    "two_phones": ("phone", Mark.LOOK, gettext_lazy("Two numbers stood here; the first was taken.")),
    "phone_unreadable": ("phone", Mark.LOOK, gettext_lazy("This is no phone number; left empty.")),
    "id_number_dropped": (
        "full_name",
        Mark.TOLD,
        gettext_lazy("A personal ID number stood in the row; it is not kept."),
    ),
}
"""Flags of entries: the cell, how much it matters, what it says."""

GROUP_FLAGS: dict[str, tuple[Mark, Any]] = {
    "hamlet_unclear": (
        Mark.LOOK,
        gettext_lazy("Several hamlets are named at once; the hamlet is left empty."),
    ),
    "hamlet_without_diacritics": (
        Mark.LOOK,
        gettext_lazy("The name of the hamlet is written without accents."),
    ),
    "stated_count_differs": (
        Mark.LOOK,
        gettext_lazy("The list says another number of members than were read:"),
    ),
    "no_members": (Mark.LOOK, gettext_lazy("No member stands below this heading.")),
    "members_as_other_team": (
        Mark.LOOK,
        gettext_lazy("The list says “as in another hamlet” instead of names."),
    ),
    "members_counted_not_named": (Mark.LOOK, gettext_lazy("Members are counted, not named.")),
}

LIST_FLAGS: dict[str, Any] = {
    "old_font_tcvn3": gettext_lazy(
        "Text in an old font (TCVN3) was converted. Look whether the names are right."
    ),
    "old_font_vni": gettext_lazy(
        "Text in an old font (VNI) was converted. Look whether the names are right."
    ),
    "no_diacritics": gettext_lazy("The whole list is written without accents."),
    "commune_ambiguous": gettext_lazy("The commune on the list may be one of several."),
    "commune_not_stated": gettext_lazy("The list does not name its commune."),
    "several_communes": gettext_lazy("The list holds teams of several communes."),
    "decision_incomplete": gettext_lazy("Number or date of the decision is left blank."),
    "several_decisions": gettext_lazy("The list names several decisions."),
    "several_candidate_lists": gettext_lazy(
        "The file holds more than one list for the same teams. Leave the old one out."
    ),
    "other_list_skipped": gettext_lazy("A list of another body (steering committee) was passed over."),
    "mixed_date_order": gettext_lazy("Dates of birth are written in two orders."),
    "roles_missing": gettext_lazy("The list names no duties in the team."),
    "stated_total_differs": gettext_lazy("The total on the list differs from what was read."),
    "columns_not_taken": gettext_lazy("A column has no place in the register and is not taken."),
    "hidden_rows": gettext_lazy("Hidden rows were read as well."),
    "hidden_columns": gettext_lazy("Hidden columns were read as well."),
    "hidden_sheets": gettext_lazy("Hidden sheets were read as well."),
}


def read_members(book: Book, chosen: Mapping[str, str]) -> dict[str, Any]:
    """What `read_list` makes of a book, in plain values that come out of the child process; `chosen`: columns by hand."""
    return read_list(with_columns(book, chosen) if chosen else book).document()


def reading_of(result: Mapping[str, Any]) -> Reading:
    """The result of `read_list` as groups and rows."""
    reading = Reading([], facts=_facts(result))
    for number, team in enumerate(result["teams"]):
        reading.groups.append(_group(number, team))
        reading.rows += [_row(number, member) for member in team["members"]]
    return reading


def _facts(result: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "decision": result.get("decision"),
        "commune_code": result.get("commune_code"),
        "flags": list(result.get("file_flags", ())),
        "ignored": list(result.get("ignored_rows", ())),
    }


def _group(number: int, team: Mapping[str, Any]) -> ReadGroup:
    names = ("kind", "commune_code", "hamlet", "hamlet_kind", "enterprise", "stated_member_count")
    parsed = {name: team.get(name) for name in names} | {"number": number + 1}
    issues = [
        issue("", flag, GROUP_FLAGS[flag][0], _stated(team) if flag == "stated_count_differs" else "")
        for flag in team.get("flags", ())
        if flag in GROUP_FLAGS
    ]
    return ReadGroup(group_title(parsed), parsed, issues)


def _stated(team: Mapping[str, Any]) -> str:
    """The number that the heading says beside the number of rows under it."""
    return _("%(stated)s on the list, %(read)s read.") % {
        "stated": team.get("stated_member_count") or 0,
        "read": sum(bool(member.get("full_name")) for member in team["members"]),
    }


def group_title(group: Mapping[str, Any]) -> str:
    """The heading of a team as the official knows it; which one it is where the list does not say it clearly."""
    if group["kind"] == "enterprise":
        return str(group["enterprise"] or _("Enterprise team"))
    if group["kind"] == "commune":
        return _("Team of the commune")
    kind, name = group["hamlet_kind"], group["hamlet"]
    if not name:
        return _("team no. %(number)s of the list") % {"number": group.get("number") or "?"}
    return full_name_of(kind, name) if kind in AreaKind.values else str(name)


def _row(group: int, member: Mapping[str, Any]) -> ReadRow:
    cells = {str(name): _plain(value) for name, value in (member.get("raw") or {}).items()}
    raw = {name: next((cells[key] for key in keys if cells.get(key)), "") for name, keys in RAW.items()}
    raw |= {"cells": " | ".join(text for key, text in cells.items() if key.isdigit())}
    role = ROLES.get(member.get("role") or "")
    gender = GENDERS.get(member.get("gender") or "")
    parsed = {
        "full_name": member.get("full_name"),
        "birth": member.get("birth"),
        "gender": str(gender) if gender else None,
        "role": str(role) if role else None,
        "position_text": member.get("position_text"),
        "category": member.get("category"),
        "phone": member.get("phone"),
    }
    row = ReadRow(int(member["row"]), member.get("sheet") or "", group, raw, parsed)
    row.issues = [mark for flag in member.get("flags", ()) for mark in _marks(flag)]
    row.issues += missing_marks(parsed, row.issues)
    return row


def _plain(value: Any) -> str:
    return "" if value is None else str(value)[:300]


def _marks(flag: str) -> list[Issue]:
    code, _colon, text = flag.partition(":")
    if code not in FLAGS:
        return []
    field, level, _sentence = FLAGS[code]
    return [issue(field, code, level, text)]


def missing_marks(parsed: Mapping[str, Any], issues: list[Issue]) -> list[Issue]:
    """What a row needs and has not, unless a mark of that cell says so already."""
    marked = {mark["field"] for mark in issues if mark["level"] == Mark.MEND}
    return [
        issue(name, f"{name}_missing")
        for name in ("full_name", "role", "category")
        if not parsed.get(name) and name not in marked
    ]


MISSING_TEXTS = {
    "full_name_missing": gettext_lazy("The name is missing."),
    "role_missing": gettext_lazy("The list says no duty in the team. Choose it."),
    "category_missing": gettext_lazy("The list names no position. Choose as what this person sits."),
}

TEXTS: dict[str, Any] = (
    {flag: text for flag, (_field, _level, text) in FLAGS.items()}
    | {flag: text for flag, (_level, text) in GROUP_FLAGS.items()}
    | MISSING_TEXTS
)

CATEGORIES = [(str(category), category.label) for category in MemberCategory]
"""Choices of the review."""
