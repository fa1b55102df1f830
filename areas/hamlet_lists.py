"""Adding many hamlets at once from a pasted list of names, one a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaKind, AreaLevel
from areas.hamlets import check_capability, check_start, kind_warnings, lock
from areas.kinds import KIND_WORDS, split_kind
from areas.models import Area, AreaVersion
from areas.tree import NewHamlet, check_name, open_hamlets
from common.services import service
from vietnamese.text import clean, fold, normalise_name

MOST_LINES = 300
_NUMBERING = re.compile(
    rf"\s*(?:\d{{1,3}}\s*[.)\-/:\t]\s*|\d{{1,3}}\s+(?=(?i:{'|'.join(KIND_WORDS)})\s)|[-–—•*+]\s*)"
)


class Outcome(models.TextChoices):
    """What becomes of a line."""

    CREATE = "CREATE", gettext_lazy("New")
    EXISTS = "EXISTS", gettext_lazy("Already there")
    CONFIRM = "CONFIRM", gettext_lazy("Differs only in accents")
    REFUSED = "REFUSED", gettext_lazy("Cannot be added")


@dataclass(frozen=True)
class PastedLine:
    """One line of the list: its number on the paper, what was read, what becomes of it and why."""

    number: int
    text: str
    kind: str
    name: str
    outcome: Outcome
    reason: str = ""
    warning: str = ""
    accepted: bool = False

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{AreaKind(self.kind).label} {self.name}"

    @property
    def is_added(self) -> bool:
        """Whether the hamlet is (or would be) added."""
        return self.outcome == Outcome.CREATE or self.accepted


@dataclass(frozen=True)
class PasteResult:
    """All lines of the list that are not blank; `created` holds the new hamlets once written."""

    lines: tuple[PastedLine, ...]
    created: tuple[Area, ...] = ()

    def count(self, outcome: str) -> int:
        """Lines with an outcome."""
        return sum(line.outcome == outcome for line in self.lines)

    @property
    def added(self) -> int:
        """Lines that add a hamlet."""
        return sum(line.is_added for line in self.lines)


def read_hamlet_list(*, commune: Area, kind: str, text: str, accepted: Iterable[int] = ()) -> PasteResult:
    """What the list would do, without writing; `accepted` are the numbers of lines of which an official
    says that both exist (BR-31).

    A line's own kind word goes before the chosen `kind`; numbering and blank lines are passed over.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if clean(line)]
    if len(lines) > MOST_LINES:
        words = {"count": len(lines), "most": MOST_LINES}
        raise ValidationError(
            {
                "text": _("The list has %(count)s lines; at most %(most)s go at once. Paste it in parts.")
                % words
            },
            code="too_long",
        )
    taken = _hamlets_there(commune)
    return PasteResult(
        tuple(_read(commune, kind, number, line, taken, set(accepted)) for number, line in lines)
    )


Taken = dict[tuple[str, str], dict[str, str]]
"""Names there by kind and folded name: normalised name -> where it stands."""


def _hamlets_there(commune: Area) -> Taken:
    taken: Taken = {}
    there = AreaVersion.objects.filter(parent=commune, level=AreaLevel.HAMLET, valid_to__isnull=True)
    for kind, key, name_key, name in there.values_list("kind", "search_key", "name_key", "name"):
        taken.setdefault((kind, key), {})[name_key] = f"{AreaKind(kind).label} {name}"
    return taken


def _read(commune: Area, chosen: str, number: int, line: str, taken: Taken, accepted: set[int]) -> PastedLine:
    text = clean(line)
    named, name = split_kind(_NUMBERING.sub("", line.strip(), count=1), chosen)
    kind = str(named or chosen)
    read = PastedLine(number, text[:200], kind, name[:200], Outcome.CREATE)
    try:
        check_name(name)
    except ValidationError as error:
        return replace(read, outcome=Outcome.REFUSED, reason=" ".join(error.messages))
    read = replace(read, warning=" ".join(kind_warnings(commune, kind)))
    alike = taken.setdefault((kind, fold(name)), {})
    return _compare(read, alike, normalise_name(name), accepted)


def _compare(read: PastedLine, alike: dict[str, str], name_key: str, accepted: set[int]) -> PastedLine:
    """Set the line beside the names that share its letters, and keep it in mind for the lines below."""
    if name_key in alike:
        return replace(read, outcome=Outcome.EXISTS, reason=alike[name_key])
    others = ", ".join(alike.values())
    alike[name_key] = _("line %(number)s: %(name)s") % {"number": read.number, "name": read.full_name}
    if not others:
        return read
    reason = _("beside %(others)s (BR-31). Tick it if both exist.") % {"others": others}
    return replace(read, outcome=Outcome.CONFIRM, reason=reason, accepted=read.number in accepted)


@service
def add_hamlets_from_text(
    *,
    by: Any,
    commune: Area,
    kind: str,
    text: str,
    valid_from: date | None = None,
    accepted: Iterable[int] = (),
) -> PasteResult:
    """Add the hamlets of a pasted list, all in one go; lines already there or not accepted are left out."""
    check_capability(by, "area.edit", commune)
    commune = lock(commune)
    on = valid_from or timezone.localdate()
    check_start(commune, on)
    read = read_hamlet_list(commune=commune, kind=kind, text=text, accepted=accepted)
    new = [NewHamlet(line.kind, line.name, line.accepted) for line in read.lines if line.is_added]
    created = tuple(open_hamlets(commune=commune, hamlets=new, valid_from=on, by=by)) if new else ()
    return PasteResult(read.lines, created)
