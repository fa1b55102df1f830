"""Does the dated tree hold together? What no constraint of one row can say is checked here."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from areas.enums import PARENT_LEVELS
from areas.models import Area, AreaVersion
from areas.paths import path_of

COPIED = ("level", "kind", "code", "name", "search_key", "name_key", "path", "parent_id")
"""Facts of a unit that equal those of its open (or last) version."""


def find_faults() -> Iterator[str]:
    """Sentences about every unit that breaks a rule of the tree; none when all is right."""
    units = {unit.pk: unit for unit in Area.objects.all()}
    versions = AreaVersion.objects.order_by("area_id", "valid_from").iterator(chunk_size=2000)
    seen = set()
    for pk, group in groupby(versions, key=lambda version: version.area_id):
        seen.add(pk)
        for fault in faults_of(units[pk], list(group), units):
            yield f"{units[pk].code} {units[pk]}: {fault}"
    for pk in units.keys() - seen:
        yield f"{units[pk].code} {units[pk]}: {_('it has no version')}"


def faults_of(unit: Area, versions: list[AreaVersion], units: dict[int, Area]) -> Iterable[str]:
    """What is wrong with one unit, given its versions in order and all units by id."""
    first, last = versions[0], versions[-1]
    if (first.valid_from, last.valid_to) != (unit.valid_from, unit.valid_to):
        yield _("its versions do not cover its life")
    if any(earlier.valid_to != later.valid_from for earlier, later in pairwise(versions)):
        yield _("its versions leave a gap or overlap")
    if any(getattr(unit, name) != getattr(last, name) for name in COPIED):
        yield _("its facts differ from those of its last version")
    if any(version.level != unit.level for version in versions):
        yield _("its level changes")
    for version in versions:
        yield from _faults_of_place(version, units.get(version.parent_id or 0))
    if unit.path != path_of(units[unit.parent_id].path if unit.parent_id else "", unit.pk):
        yield _("its path does not lead through the unit above it")


def _faults_of_place(version: AreaVersion, parent: Area | None) -> Iterable[str]:
    legal = PARENT_LEVELS[version.level]
    if (parent.level not in legal) if parent else bool(legal):
        yield _("it belongs to a unit of the wrong level")
    tail = path_of(path_of("", parent.pk) if parent else "", version.area_id)
    if not version.path.endswith(tail):
        yield _("the path of a version does not end with the unit above it and itself")
