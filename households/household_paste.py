"""Adding many households of a hamlet from pasted rows: head, group, phone, people; looked at before it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from areas.models import Area
from common.services import service
from households.enums import LivingStatus
from households.models import Household
from households.reach import check_in_hamlet
from households.register import add_households
from vietnamese.phones import parse_phone
from vietnamese.text import clean, fold

MOST_LINES = 1000
FIRST_LINE = "ho va ten", "ten chu ho", "chu ho", "ho ten"
"""A heading above the rows, in the words of a list; it is passed over."""


class Outcome(models.TextChoices):
    """What becomes of a row."""

    CREATE = "CREATE", gettext_lazy("New")
    CONFIRM = "CONFIRM", gettext_lazy("Perhaps twice")
    REFUSED = "REFUSED", gettext_lazy("Cannot be added")


@dataclass(frozen=True)
class PastedHome:
    """One row of the list: its number on the paper, what was read, what becomes of it and why."""

    number: int
    text: str
    head_name: str = ""
    group: str = ""
    phone: str = ""
    people: int | None = None
    outcome: Outcome = Outcome.CREATE
    reason: str = ""
    warning: str = ""
    accepted: bool = False

    @property
    def is_added(self) -> bool:
        """Whether the household is (or would be) added."""
        return self.outcome == Outcome.CREATE or self.accepted


@dataclass(frozen=True)
class PastedHomes:
    """All rows that are not blank; `created` says how many were written."""

    lines: tuple[PastedHome, ...]
    phones_dropped: int = 0
    created: int = 0

    @property
    def added(self) -> int:
        """Rows that add a household."""
        return sum(line.is_added for line in self.lines)


def read_household_rows(
    *, area: Area, text: str, ground: str = "", accepted: Iterable[int] = ()
) -> PastedHomes:
    """What the rows would do, without writing; phones are dropped where no legal ground is named (privacy, 3).

    `accepted` are the numbers of rows of which somebody says that both households exist.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if clean(line)]
    if len(lines) > MOST_LINES:
        words = {"count": len(lines), "most": MOST_LINES}
        message = _("The list has %(count)s lines; at most %(most)s go at once. Paste it in parts.")
        raise ValidationError({"text": ValidationError(message, code="too_long", params=words)})
    there = _there(area)
    yes = set(accepted)
    read = [_read(number, line, there, yes) for number, line in lines if not _is_heading(line)]
    dropped = 0 if clean(ground) else sum(bool(line.phone) for line in read)
    if dropped:
        read = [replace(line, phone="") for line in read]
    return PastedHomes(tuple(read), dropped)


@service
def add_households_from_text(
    *, by: User, area: Area, text: str, ground: str = "", accepted: Iterable[int] = ()
) -> PastedHomes:
    """Add the households of pasted rows, all in one go; rows that are refused or perhaps double are left out."""
    check_in_hamlet(by, area, "household.edit")
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    read = read_household_rows(area=area, text=text, ground=ground, accepted=accepted)
    new = [
        Household(
            head_name=line.head_name,
            self_managed_group=line.group,
            phone=line.phone,
            people_count=line.people,
        )
        for line in read.lines
        if line.is_added
    ]
    source = clean(ground)[:200] or "entered"
    created = add_households(by=by, area=area, households=new, source=source) if new else []
    return replace(read, created=len(created))


There = dict[str, list[tuple[str, str]]]
"""Households there by folded name: (group, where it stands)."""


def _there(area: Area) -> There:
    there: There = {}
    rows: Any = Household.objects.filter(area=area).exclude(status=LivingStatus.MERGED)
    for key, name, group in rows.values_list("search_key", "head_name", "self_managed_group"):
        where = _("on the register: %(name)s") % {"name": f"{name}, {group}" if group else name}
        there.setdefault(key, []).append((fold(group), where))
    return there


def _is_heading(line: str) -> bool:
    return any(fold(cell) in FIRST_LINE for cell in _cells(line))


def _cells(line: str) -> list[str]:
    """Cells of a row copied from a sheet (tabs), else parted by semicolons or commas; a first number is left out."""
    mark = next((mark for mark in "\t;,|" if mark in line), "\t")
    cells = [clean(cell) for cell in line.split(mark)]
    return cells[1:] if len(cells) > 1 and cells[0].rstrip(".").isdigit() else cells


def _read(number: int, line: str, there: There, accepted: set[int]) -> PastedHome:
    name, group, phone, people = [*_cells(line), "", "", "", ""][:4]
    read = PastedHome(number, clean(line)[:200], name, group)
    refused = _why_refused(name, group, people)
    if refused:
        return replace(read, outcome=Outcome.REFUSED, reason=refused)
    e164 = parse_phone(phone).e164
    warning = (
        _("“%(text)s” is no phone number; it is left out.") % {"text": phone[:40]}
        if phone and not e164
        else ""
    )
    read = replace(read, phone=e164, people=int(people) if people else None, warning=warning)
    return _compare(read, there, accepted)


def _why_refused(name: str, group: str, people: str) -> str:
    if not name or not any(letter.isalpha() for letter in name):
        return _("There is no name of a head of household in this row.")
    if len(name) > 120 or len(group) > 60:
        return _(
            "The name or the group is too long. Are the columns in the order head, group, phone, people?"
        )
    if people and not (
        people.isascii() and people.isdigit() and 1 <= int(people[:6]) <= 100 and len(people) < 6
    ):
        return _("“%(text)s” is no number of people. Are the columns in the right order?") % {
            "text": people[:40]
        }
    return ""


def _compare(read: PastedHome, there: There, accepted: set[int]) -> PastedHome:
    """Set the row beside households of the same name, and keep it in mind for the rows below."""
    alike = there.setdefault(fold(read.head_name), [])
    group = fold(read.group)
    others = [where for other, where in alike if not group or not other or other == group]
    alike.append((group, _("line %(number)s: %(name)s") % {"number": read.number, "name": read.head_name}))
    if not others:
        return read
    reason = _("beside %(others)s. Tick it if both exist.") % {"others": ", ".join(others[:3])}
    return replace(read, outcome=Outcome.CONFIRM, reason=reason, accepted=read.number in accepted)
