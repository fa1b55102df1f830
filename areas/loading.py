"""Loading the official lists of provinces, districts and communes that come with the product.

Loading again changes only what differs from the list: a corrected spelling or coordinate is an edit of
the unit's facts of that day, never a new version (domain/areas, trap 9).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from areas.enums import AreaLevel
from areas.models import Area, AreaVersion
from areas.tree import check_parent, save_new, set_keys, sign, version_of
from common.models import Register
from vietnamese.text import clean

DATA = Path(__file__).resolve().parent / "data"
LEVELS = (AreaLevel.PROVINCE, AreaLevel.DISTRICT, AreaLevel.COMMUNE)
AREA_FACTS = {"lat": Decimal("0.000001"), "lon": Decimal("0.000001"), "area_km2": Decimal("0.01")}


@dataclass(frozen=True)
class AreaSet:
    """One list: its file, the day from which its units are kept, the part of it that is loaded."""

    key: str
    title: str
    file: str
    valid_from: date
    province: str = ""
    note: str = ""
    department: str = ""


KIEN_GIANG_2022 = AreaSet(
    key="kien-giang-2022",
    title="Kiên Giang 2022",
    file="units_2022.csv",
    valid_from=date(2022, 1, 1),
    province="91",
    note="có từ trước",
    department="Sở Thông tin và Truyền thông",
)
VIETNAM_2025 = AreaSet(
    key="vietnam-2025",
    title="Việt Nam 2025",
    file="units_2025.csv",
    valid_from=date(2025, 7, 1),
    department="Sở Khoa học và Công nghệ",
)
SETS = {found.key: found for found in (KIEN_GIANG_2022, VIETNAM_2025)}


@dataclass
class Counts:
    """What loading did on one level."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass
class Loaded:
    """What loading did, by level."""

    by_level: dict[str, Counts] = field(default_factory=lambda: {level: Counts() for level in LEVELS})

    @property
    def created(self) -> int:
        """New units of all levels."""
        return sum(counts.created for counts in self.by_level.values())

    @property
    def changed(self) -> int:
        """Corrected units of all levels."""
        return sum(counts.changed for counts in self.by_level.values())


def rows_of(chosen: AreaSet) -> dict[str, list[dict[str, str]]]:
    """Rows of the list by level, cut down to the province that the set holds."""
    rows: dict[str, list[dict[str, str]]] = {level: [] for level in LEVELS}
    kept: dict[str, set[str]] = {level: set() for level in LEVELS}
    for row in _read(chosen.file):
        level = AreaLevel(row["level"].upper())
        above = {code for upper in LEVELS[: LEVELS.index(level)] for code in kept[upper]}
        wanted = row["parent_code"] in above if row["parent_code"] else row["code"] == chosen.province
        if wanted or not chosen.province:
            rows[level].append(row)
            kept[level].add(row["code"])
    return rows


def _read(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def set_in_register() -> AreaSet | None:
    """The set that this register holds: as written down, else as its oldest province shows."""
    written = Register.objects.values_list("area_set", flat=True).first()
    if written in SETS:
        return SETS[written]
    first = AreaVersion.objects.filter(level=AreaLevel.PROVINCE).order_by("valid_from").first()
    if first is None:
        return None
    return KIEN_GIANG_2022 if first.valid_from < VIETNAM_2025.valid_from else VIETNAM_2025


def check_set(chosen: AreaSet) -> None:
    """The sets re-use each other's codes, so a register holds one of them; raises ValidationError."""
    held = set_in_register()
    if held is not None and held != chosen:
        text = _(
            "This register holds the list “%(held)s”. The list “%(chosen)s” uses the same codes for"
            " other units and cannot be loaded beside it. Use another database for it."
        )
        raise ValidationError(text % {"held": held.title, "chosen": chosen.title}, code="other_set")


@transaction.atomic
def load_areas(key: str, *, by: Any = None) -> Loaded:
    """Bring the register to the state of a list; all or nothing. Raises ValidationError."""
    if key not in SETS:
        text = _("There is no list “%(key)s”. Choose one of: %(known)s.")
        raise ValidationError(text % {"key": key, "known": ", ".join(SETS)}, code="unknown_set")
    chosen = SETS[key]
    check_set(chosen)
    loaded, above = Loaded(), dict[str, Area]()
    for level, rows in rows_of(chosen).items():
        above |= _load_level(chosen, level, rows, above, loaded.by_level[level], by)
    Register.objects.filter(area_set="").update(area_set=key)
    return loaded


def _load_level(
    chosen: AreaSet, level: str, rows: list[dict[str, str]], above: dict[str, Area], counts: Counts, by: Any
) -> dict[str, Area]:
    """Write one level; the units by code, for the level below."""
    known = {
        version.code: version
        for version in AreaVersion.objects.filter(level=level)
        .valid_on(chosen.valid_from)
        .select_related("area")
    }
    units, new = dict[str, Area](), []
    for row in rows:
        parent = _parent(row, above)
        version = known.get(row["code"])
        if version is None:
            new.append(_new_unit(chosen, level, row, parent))
            continue
        units[row["code"]] = version.area
        if _correct(version, row, parent, by):
            counts.changed += 1
        else:
            counts.unchanged += 1
    counts.created = len(new)
    return units | _create(new, by)


def _parent(row: dict[str, str], above: dict[str, Area]) -> Area | None:
    if not row["parent_code"]:
        return None
    if row["parent_code"] not in above:
        text = _("The list names %(code)s %(name)s under the unit %(parent)s, which it does not hold.")
        words = {"code": row["code"], "name": row["name"], "parent": row["parent_code"]}
        raise ValidationError(text % words, code="no_parent")
    return above[row["parent_code"]]


def _new_unit(chosen: AreaSet, level: str, row: dict[str, str], parent: Area | None) -> Area:
    check_parent(level, parent)
    unit = Area(
        level=level,
        kind=row["kind"],
        code=row["code"],
        name=row["name"],
        parent=parent,
        valid_from=chosen.valid_from,
        note=chosen.note,
        department_name=chosen.department if level == AreaLevel.PROVINCE else "",
        **_numbers(row),
    )
    set_keys(unit)
    return unit


def _numbers(row: dict[str, str]) -> dict[str, Decimal | None]:
    """Coordinates and area with as many places as the columns hold, so that a second run finds them equal."""
    return {
        name: Decimal(row[name]).quantize(step) if row.get(name) else None
        for name, step in AREA_FACTS.items()
    }


def _create(new: list[Area], by: Any) -> dict[str, Area]:
    if not new:
        return {}
    new = save_new(new, by, "load_areas")
    versions = [version_of(unit) for unit in new]
    bulk_create_with_history(
        versions, AreaVersion, batch_size=500, default_user=by, default_change_reason="load_areas"
    )
    return {unit.code: unit for unit in new}


def _correct(version: AreaVersion, row: dict[str, str], parent: Area | None, by: Any) -> bool:
    """Take over what the list says otherwise; whether anything differed."""
    if version.parent_id != (parent.pk if parent else None):
        text = _(
            "%(code)s %(name)s belongs to another unit in this register than in the list. Nothing was loaded."
        )
        raise ValidationError(text % {"code": row["code"], "name": row["name"]}, code="other_parent")
    unit = version.area
    wrong = version.name != clean(row["name"]) or version.kind != row["kind"]
    if wrong:
        _write(version, by, kind=row["kind"], name=row["name"])
    facts: dict[str, object] = {
        name: value for name, value in _numbers(row).items() if getattr(unit, name) != value
    }
    if wrong and version.valid_to == unit.valid_to:
        facts |= {"kind": row["kind"], "name": row["name"]}
    if facts:
        _write(unit, by, **facts)
    return bool(wrong or facts)


def _write(record: Area | AreaVersion, by: Any, **facts: Any) -> None:
    for name, value in facts.items():
        setattr(record, name, value)
    set_keys(record)
    sign(record, by, "load_areas")
    record.save()
