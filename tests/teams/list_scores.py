"""Compares a reading with the expected one: people found, cells right, values invented, rows lost."""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CELLS = ("full_name", "birth", "gender", "role", "category", "phone")
FAMILIES = {
    "full_name": "name_",
    "birth": "birth_",
    "gender": "gender_",
    "role": "role",
    "category": "category_",
    "phone": "phone_",
}
LISTS = Path(__file__).parent / "lists"


def lists_in(folder: str) -> list[Path]:
    """The lists of a folder that have an expected reading."""
    marks = sorted((LISTS / folder).glob("*.expected.json"))
    return [mark.with_name(mark.name.removesuffix(".expected.json")) for mark in marks]


def expected_of(path: Path) -> dict[str, Any]:
    """The expected reading of a list."""
    found: dict[str, Any] = json.loads(Path(f"{path}.expected.json").read_text(encoding="utf-8"))
    return found


def folded(text: str | None) -> str:
    """Words without accents and leading zeros."""
    plain = unicodedata.normalize("NFD", (text or "").translate(str.maketrans("đĐ", "dD")))
    letters = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn").casefold()
    return " ".join(word.lstrip("0") or "0" for word in re.findall(r"[0-9a-z]+", letters))


@dataclass
class Score:
    """Counts of one list, or of all; `notes` say what differs."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def take(self, name: str, is_right: bool, note: str) -> None:
        self.counts[f"{name} of"] += 1
        self.counts[name] += is_right
        if not is_right:
            self.notes.append(f"{name}: {note}")

    def add(self, other: "Score") -> None:
        self.counts.update(other.counts)
        self.notes += other.notes

    def line(self, name: str) -> str:
        parts = [
            f"{key} {self.counts[key]}/{self.counts[f'{key} of']}"
            for key in ("teams", "people", "cells", "flags")
        ]
        return f"{name:40} {'  '.join(parts)}  guesses {self.counts['guesses']}  dropped {self.counts['dropped']}"


def score(expected: dict[str, Any], actual: dict[str, Any]) -> Score:
    """How a reading agrees with the expected one."""
    result = Score()
    result.take("list", expected["readable"] == actual["readable"], f"readable is {actual['readable']}")
    for name in ("commune_code", "decision"):
        same = expected[name] == actual[name] or _decision(expected[name]) == _decision(actual[name])
        result.take("list", same, f"{name} is {actual[name]}")
        result.counts["guesses"] += expected[name] is None and actual[name] is not None
    _flags(result, expected["file_flags"], actual["file_flags"], "list")
    left = list(actual["teams"])
    for team in expected["teams"]:
        twin = _team_like(team, left)
        result.take("teams", twin is not None, str(team["hamlet"] or team["enterprise"]))
        if twin is not None:
            left.remove(twin)
        _score_team(result, team, twin or {"members": [], "flags": []})
    result.counts["extra teams"] += len(left)
    result.counts["dropped"] += (
        len(_rows(expected, entries_only=True) - _rows(actual)) if actual["readable"] else 0
    )
    return result


def _decision(value: Any) -> Any:
    return {key: folded(text) for key, text in value.items()} if isinstance(value, dict) else value


def _team_like(team: dict[str, Any], teams: list[dict[str, Any]]) -> dict[str, Any] | None:
    rows = {(member["sheet"], member["row"]) for member in team["members"]}

    def likeness(other: dict[str, Any]) -> int:
        return len(rows & {(member["sheet"], member["row"]) for member in other["members"]})

    key = _key(team)
    return max((other for other in teams if _key(other) == key), key=likeness, default=None)


def _key(team: dict[str, Any]) -> tuple[str, str, str]:
    return team["kind"], folded(team["hamlet"]), folded(team["enterprise"])


def _score_team(result: Score, team: dict[str, Any], twin: dict[str, Any]) -> None:
    for name in ("commune_code", "hamlet_kind", "stated_member_count"):
        result.take(
            "team facts", team[name] == twin.get(name), f"{team['hamlet']} {name} is {twin.get(name)}"
        )
    _flags(result, team["flags"], twin["flags"], str(team["hamlet"]))
    left = list(twin["members"])
    for member in team["members"]:
        found = next((other for other in left if _same(member, other)), None)
        result.take("people", found is not None, f"{member['row']} {member['full_name']}")
        if found is not None:
            left.remove(found)
            _score_cells(result, member, found)
    result.counts["extra people"] += len(left)


def _same(member: dict[str, Any], other: dict[str, Any]) -> bool:
    if member["full_name"] is None:
        return (member["row"], member["sheet"]) == (other["row"], other["sheet"]) and other[
            "full_name"
        ] is None
    return folded(member["full_name"]) == folded(other["full_name"]) and member["row"] == other["row"]


def _score_cells(result: Score, member: dict[str, Any], other: dict[str, Any]) -> None:
    for name in CELLS:
        wanted, found = member[name], other[name]
        same = wanted == found or (name == "full_name" and str(wanted).casefold() == str(found).casefold())
        is_told = found is None and any(flag.startswith(FAMILIES[name]) for flag in other["flags"])
        result.take("cells", same or is_told, f"row {member['row']} {name} is {found}, not {wanted}")
        result.counts["guesses"] += wanted is None and found is not None
    _flags(result, member["flags"], other["flags"], f"row {member['row']}")


def _flags(result: Score, wanted: list[str], found: list[str], where: str) -> None:
    for flag in wanted:
        result.take("flags", flag in found, f"{flag} {where}")


def _rows(document: dict[str, Any], *, entries_only: bool = False) -> set[str]:
    rows = {f"{member['sheet']}!{member['row']}" for team in document["teams"] for member in team["members"]}
    if entries_only:
        return rows
    sheets = {member["sheet"] for team in document["teams"] for member in team["members"]} or {None}
    ignored = {
        row if "!" in str(row) else f"{sheet}!{row}" for row in document["ignored_rows"] for sheet in sheets
    }
    return rows | {str(row) for row in ignored}
