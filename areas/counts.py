"""Counted figures of hamlets: households, people. Empty means unknown and is never taken for 0 (BR-40)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.hamlets import check_reach, lock
from areas.models import Area, AreaStat
from areas.tree import refusal, sign
from common.services import service
from vietnamese.text import clean

FEWEST, MOST = 3.0, 4.5
"""People a household that are plausible for a whole hamlet."""
MOST_PEOPLE = 1_000_000


@service
def record_counts(
    *,
    by: Any,
    area: Area,
    as_of: date,
    households: int | None = None,
    population: int | None = None,
    households_with_smartphone: int | None = None,
    fibre_households: int | None = None,
    source: str = "",
    is_estimate: bool = False,
) -> AreaStat:
    """Record what was counted in a hamlet on a day; it replaces figures of that day (history keeps both)."""
    check_reach(by, area)
    figures = {
        "households": households,
        "population": population,
        "households_with_smartphone": households_with_smartphone,
        "fibre_households": fibre_households,
    }
    _check(area, as_of, figures)
    lock(area)
    stat = AreaStat.objects.filter(area=area, as_of=as_of).first() or AreaStat(area=area, as_of=as_of)
    for name, value in (figures | {"source": clean(source), "is_estimate": is_estimate}).items():
        setattr(stat, name, value)
    stat.full_clean(exclude=["area"])
    sign(stat, by)
    stat.save()
    return stat


def _check(area: Area, as_of: date, figures: dict[str, int | None]) -> None:
    if area.level != AreaLevel.HAMLET:
        raise ValidationError(
            _("Counts belong to hamlets; sums of a commune follow from them."), code="level"
        )
    if as_of > timezone.localdate():
        raise refusal("as_of", _("This day lies in the future. Give a day up to today."), "future")
    if all(value is None for value in figures.values()):
        raise refusal("households", _("Give at least one figure. Leave unknown ones empty."), "empty")
    for name, value in figures.items():
        if value is not None and not 0 <= value <= MOST_PEOPLE:
            raise refusal(name, _("Give a number from 0 to 1,000,000."), "range")
    for part in ("households_with_smartphone", "fibre_households"):
        whole, some = figures["households"], figures[part]
        if whole is not None and some is not None and some > whole:
            raise refusal(part, _("This is more than all households of the hamlet."), "part")


def count_warnings(households: int | None, population: int | None) -> list[str]:
    """What to check about the figures: 3 to 4.5 people a household are usual; empty when unknown or usual."""
    if households is None or population is None:
        return []
    if FEWEST * households <= population <= MOST * households:
        return []
    text = _("%(people)s people in %(households)s households is unusual (3 to 4.5 a household). Check both.")
    return [text % {"people": population, "households": households}]
