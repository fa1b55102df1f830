"""The map of bubbles: a circle for each commune at its centre, larger with more hamlets, coloured by coverage."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from statistics import fmean

from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import WIDTH as PATH_WIDTH
from areas.paths import ids_of
from common.templatetags.figures import number, percent
from reports.asked import Asked
from reports.coverage import CoverageRow, coverage_by, units_on

WIDTH, MARGIN = 480, 14
SMALLEST, LARGEST = 3.0, 9.0
CLASSES = ((1.0, "all"), (0.9, "most"), (0.5, "half"), (0.0, "few"))
"""Least rate and name of each class; the words stand in the legend."""
ON_TOP = ("all", "most", "none", "half", "few")


@dataclass(frozen=True)
class Bubble:
    """One commune on the map."""

    x: float
    y: float
    radius: float
    grade: str
    words: str
    url: str


@dataclass(frozen=True)
class Label:
    """The name of a district at the middle of its communes."""

    x: float
    y: float
    name: str


@dataclass(frozen=True)
class BubbleMap:
    """The drawing and its height."""

    bubbles: list[Bubble]
    height: int
    missing: int
    labels: list[Label]
    width: int = WIDTH


def bubble_map(asked: Asked, communes: Sequence[CoverageRow] | None = None) -> BubbleMap | None:
    """Communes of the unit (counted already or not) by their centres; None where no centre is known."""
    rows = communes
    if rows is None:
        rows = coverage_by(units_on(asked.area, asked.on, AreaLevel.COMMUNE), asked.on)
    centres = {
        pk: (float(lon), float(lat))
        for pk, lon, lat in Area.objects.filter(pk__in=[row.area_id for row in rows])
        .exclude(lat=None)
        .exclude(lon=None)
        .values_list("pk", "lon", "lat")
    }
    placed = [row for row in rows if row.area_id in centres]
    if not placed:
        return None
    places, height = _projected([centres[row.area_id] for row in placed])
    most = max(row.hamlets for row in placed) or 1
    found = [
        Bubble(
            x,
            y,
            max(SMALLEST, LARGEST * sqrt(row.hamlets / most)),
            grade_of(row.share),
            words_of(row.full_name, row.covered, row.hamlets),
            asked.link("coverage", row.area_id),
        )
        for row, (x, y) in zip(placed, places, strict=True)
    ]
    worst_on_top = sorted(found, key=lambda bubble: (ON_TOP.index(bubble.grade), -bubble.radius))
    return BubbleMap(worst_on_top, height, len(rows) - len(placed), labels_of(asked, placed, places))


def labels_of(
    asked: Asked, communes: Sequence[CoverageRow], places: Sequence[tuple[float, float]]
) -> list[Label]:
    """Names of the districts of a province, so that the circles can be told apart; none where there are none."""
    by_district: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for row, place in zip(communes, places, strict=True):
        if asked.area.level == AreaLevel.PROVINCE and len(row.path) > 2 * PATH_WIDTH:
            by_district[ids_of(row.path)[1]].append(place)
    names = Area.objects.filter(pk__in=by_district).values_list("pk", "name") if by_district else ()
    return [
        Label(
            round(fmean(x for x, _y in by_district[pk]), 1),
            round(fmean(y for _x, y in by_district[pk]), 1),
            name,
        )
        for pk, name in names
    ]


def grade_of(rate: float | None) -> str:
    """The class of a rate; "none" where there is no hamlet."""
    if rate is None:
        return "none"
    return next(grade for least, grade in CLASSES if rate >= least)


def words_of(name: str, covered: int, hamlets: int) -> str:
    """What a bubble says when asked."""
    if not hamlets:
        return _("%(unit)s: no hamlet recorded") % {"unit": name}
    return _("%(unit)s: %(covered)s/%(hamlets)s hamlets (%(rate)s %%)") % {
        "unit": name,
        "covered": covered,
        "hamlets": hamlets,
        "rate": number(percent(covered, hamlets), 1),
    }


def _projected(centres: list[tuple[float, float]]) -> tuple[list[tuple[float, float]], int]:
    """Places on the drawing: degrees of longitude shortened by the latitude, north up."""
    west, east = min(lon for lon, _lat in centres), max(lon for lon, _lat in centres)
    south, north = min(lat for _lon, lat in centres), max(lat for _lon, lat in centres)
    shorter = cos(radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / max((east - west) * shorter, (north - south) * 0.6, 0.01)
    places = [
        (round(MARGIN + (lon - west) * shorter * scale, 1), round(MARGIN + (north - lat) * scale, 1))
        for lon, lat in centres
    ]
    return places, round(2 * MARGIN + (north - south) * scale)
