"""Rows and sentences that state how many people or teams a list has."""

import re
from dataclasses import dataclass

from imports.cells import key_of

_TOTAL = re.compile(
    r"^(?:(?:[ivx]+|[0-9]+) )?(?:tong cong(?! ty)|(?:cong|tong)(?= *$| [0-9]| (?:so|cong|nguoi|to|chung|danh sach|ap"
    r"|kp|khu|toan|cac|nay|thanh vien|tv|ca|sl|hop)\b)|tong so|toan xa|toan phuong|danh sach(?: nay)? (?:co|gom)"
    r"|ds(?: nay)? (?:co|gom)|"
    r"tat ca|so luong|cong chung|tc)\b"
)
_TOTAL_CELLS = 4
"""A row with so many cells says more than a total, wherever the word stands in it."""
_GRAND = re.compile(r"\b(?:tong|toan|danh sach|ds|tat ca|chung|tc)\b")
_PEOPLE = re.compile(
    r"\b(\d{1,5})(?: \([^)]*\))? (?:nguoi|thanh vien|dong chi|d c|dc|tv|to vien|ng|can bo|ban|em)\b"
)
_TEAMS = re.compile(r"\b(\d{1,4}) (?:to|t?cnscd|to cnscd|ap|khu pho|don vi)\b")
_SENTENCE = re.compile(r"\b(?:danh sach|ds)\b.*\b(?:co|gom)\b")


@dataclass(frozen=True)
class Total:
    """A stated total; `is_grand` when its words speak of the whole list."""

    people: int | None = None
    teams: int | None = None
    is_grand: bool = False


def read_total(texts: list[str]) -> Total | None:
    """The total in the texts of a row; None when the row is none. A lone number counts people."""
    keys = [key_of(text) for text in texts]
    first = next((key for key in keys if not key.isdigit()), "")
    if len(keys) < _TOTAL_CELLS and not _TOTAL.match(first):
        first = next((key for key in keys if _TOTAL.match(key)), first)
    if not _TOTAL.match(first) and not (_SENTENCE.search(first) and _PEOPLE.search(first)):
        return None
    line = " ".join(keys)
    people, teams = _PEOPLE.search(line), _TEAMS.search(line)
    numbers = [int(key) for key in keys if key.isdigit() and len(key) < 5]
    count = int(people[1]) if people else _lone(first, numbers, bool(teams))
    return Total(count, int(teams[1]) if teams else None, bool(_GRAND.search(first)) or bool(teams))


def _lone(first: str, numbers: list[int], has_teams: bool) -> int | None:
    if has_teams:
        return None
    in_first = re.findall(r"\b\d{1,4}\b", first)
    if len(in_first) == 1:
        return int(in_first[0])
    return numbers[0] if len(numbers) == 1 else None
