"""Writing the dated tree: opening units, changing their facts, correcting their spelling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CharField, F, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat, LPad
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from areas.enums import PARENT_LEVELS, AreaLevel
from areas.models import Area, AreaStat, AreaVersion, HamletCounter
from areas.paths import WIDTH, path_of
from vietnamese.text import clean, fold, normalise_name, place_sort_key

FACTS = (
    "parent",
    "level",
    "kind",
    "code",
    "name",
    "search_key",
    "name_key",
    "path",
    "valid_from",
    "valid_to",
)
"""Facts that a unit and its version share."""


NAME_LENGTH = 120


def refusal(field: str, text: str, code: str) -> ValidationError:
    """What a service says against one field; Django forgets the code of an error given in a dictionary."""
    return ValidationError({field: ValidationError(text, code=code)})


def check_name(name: str) -> str:
    """A name of a place as it is stored; raises ValidationError with code "name" when it is none."""
    stored = clean(name)
    if not any(letter.isalnum() for letter in fold(stored)):
        raise refusal("name", _("Type the name: it needs a letter or a number."), "name")
    longest = max(len(stored), len(fold(stored)), len(normalise_name(stored)))
    if longest > NAME_LENGTH:
        text = _("This name has %(length)s characters; at most %(most)s are possible. Shorten it.")
        raise refusal("name", text % {"length": longest, "most": NAME_LENGTH}, "name")
    return stored


def set_keys(unit: Area | AreaVersion) -> None:
    """Search, comparison and sort keys from the name."""
    unit.name = check_name(unit.name)
    unit.search_key, unit.name_key = fold(unit.name), normalise_name(unit.name)
    if isinstance(unit, Area):
        unit.sort_key = place_sort_key(unit.name)


def check_parent(level: str, parent: Area | None) -> None:
    """A unit belongs to one of a legal level above it; raises ValidationError."""
    legal = PARENT_LEVELS[level]
    if (parent is None and legal) or (parent is not None and parent.level not in legal):
        raise refusal("parent", _("A unit of this level cannot belong there."), "parent_level")


def version_of(area: Area, *, valid_from: date | None = None, document_ref: str = "") -> AreaVersion:
    """A version that holds the facts the unit has now (not saved)."""
    facts: dict[str, Any] = {name: getattr(area, name) for name in FACTS}
    facts["valid_from"] = valid_from or area.valid_from
    return AreaVersion(
        area=area, same_name_accepted=area.same_name_accepted, document_ref=document_ref, **facts
    )


def sign(row: Area | AreaVersion | AreaStat, by: Any, reason: str = "") -> None:
    """Say who changes the row and why; its next line of history carries it."""
    if by is not None:
        row._history_user = by  # type: ignore[union-attr] # read by the history library
    row._change_reason = reason[:100]  # type: ignore[union-attr] # read by the history library


def insert_with_paths(rows: list[Area]) -> list[Area]:
    """Insert units of one level and give them their paths, which hold their ids; without history."""
    rows = Area.objects.bulk_create(rows, batch_size=500)
    for row in rows:
        row.path = path_of(row.parent.path if row.parent else "", row.pk)
    # One statement; of the rows that this transaction sees only the new ones have no path yet.
    above = Area.objects.filter(pk=OuterRef("parent_id")).values("path")
    own = LPad(Cast("pk", CharField()), WIDTH, Value("0"))
    Area.objects.filter(path="").update(path=Concat(Coalesce(Subquery(above), Value("")), own))
    return rows


@transaction.atomic
def save_new(rows: list[Area], by: Any = None, reason: str = "") -> list[Area]:
    """Write new units of one level with their paths and one line of history each."""
    rows = insert_with_paths(rows)
    Area.history.bulk_history_create(
        rows, batch_size=500, default_user=by, default_change_reason=reason[:100]
    )
    return rows


@transaction.atomic
def open_unit(
    *,
    level: str,
    kind: str,
    code: str,
    name: str,
    parent: Area | None,
    valid_from: date,
    document_ref: str = "",
    by: Any = None,
    **facts: Any,
) -> Area:
    """A new unit with its first version; `facts` are further fields of Area, `by` stands in the history.

    Raises ValidationError naming the field when a rule of the tree speaks against it.
    """
    check_parent(level, parent)
    area = Area(level=level, kind=kind, code=code, name=name, parent=parent, valid_from=valid_from, **facts)
    set_keys(area)
    area.full_clean(exclude=["parent"])
    version = version_of(area, document_ref=document_ref)
    version.full_clean(exclude=["area"])
    [area] = save_new([area], by)
    version.area, version.path = area, area.path
    sign(version, by)
    version.save()
    return area


def next_hamlet_codes(commune: Area, number: int = 1) -> list[str]:
    """The next codes under the commune's code, never used before (`30817-004`); call inside a transaction."""
    HamletCounter.objects.get_or_create(commune_code=commune.code)
    HamletCounter.objects.filter(commune_code=commune.code).update(last=F("last") + number)
    last = HamletCounter.objects.get(commune_code=commune.code).last
    return [f"{commune.code}-{one:03d}" for one in range(last - number + 1, last + 1)]


@transaction.atomic
def open_hamlet(*, commune: Area, kind: str, name: str, valid_from: date, **facts: Any) -> Area:
    """A new hamlet of a commune with a code of its own.

    Raises ValidationError with code "same_name" when the commune has one that is equal or differs
    only in its accents; `same_name_accepted=True` says that both exist (BR-31).
    """
    try:
        return open_unit(
            level=AreaLevel.HAMLET,
            kind=kind,
            code=next_hamlet_codes(commune)[0],
            name=name,
            parent=commune,
            valid_from=valid_from,
            **facts,
        )
    except IntegrityError as error:
        raise refusal(
            "name", _("This commune already has a hamlet named “%(name)s”.") % {"name": name}, "same_name"
        ) from error


@dataclass(frozen=True)
class NewHamlet:
    """A hamlet to be opened; `same_name_accepted` says that one of nearly the same name exists too (BR-31)."""

    kind: str
    name: str
    same_name_accepted: bool = False


@transaction.atomic
def open_hamlets(
    *, commune: Area, hamlets: Sequence[NewHamlet], valid_from: date, by: Any = None
) -> list[Area]:
    """New hamlets of a commune, a whole list in few statements: all or none.

    The database refuses a second one of the same name; raises ValidationError with code "same_name".
    """
    units = []
    for code, new in zip(next_hamlet_codes(commune, len(hamlets)), hamlets, strict=True):
        facts = {name: getattr(new, name) for name in NewHamlet.__dataclass_fields__}
        unit = Area(level=AreaLevel.HAMLET, code=code, parent=commune, valid_from=valid_from, **facts)
        set_keys(unit)
        unit.clean_fields(exclude=["parent"])
        units.append(unit)
    try:
        with transaction.atomic():
            save_new(units, by)
            bulk_create_with_history(
                [version_of(unit) for unit in units], AreaVersion, batch_size=500, default_user=by
            )
    except IntegrityError as error:
        raise ValidationError(
            {"name": _("This commune has one of these hamlets already. Look through the list again.")},
            code="same_name",
        ) from error
    return units
