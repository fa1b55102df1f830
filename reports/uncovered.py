"""R2: hamlets without a working team, why, and for how long (BR-02)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaKind
from areas.models import Area, AreaStat, AreaVersion
from reports.asked import Asked
from reports.coverage import coverage_of, with_coverage
from reports.ground import path_on, versions_on
from reports.squares import planned_hamlets
from reports.table import Column, Report, Row, missing_units
from teams.enums import WORKING_STATUSES, PositionType, TeamLevel, TeamStatus
from teams.models import PersonPosition, TeamArea
from teams.querysets import in_force

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="commune", label=gettext_lazy("Commune / ward"), width=24),
    Column(key="hamlet", label=gettext_lazy("Hamlet or quarter"), width=24),
    Column(key="households", label=gettext_lazy("Households"), kind="int", width=10),
    Column(key="head", label=gettext_lazy("Hamlet head"), width=24),
    Column(key="reason", label=gettext_lazy("Reason"), width=20),
    Column(key="days", label=gettext_lazy("Days without a team"), kind="int", width=12),
]


class Reason:
    """Why a hamlet has no team; the first that fits is shown."""

    NEW = gettext_lazy("new hamlet")
    PLANNED = gettext_lazy("team planned")
    DISSOLVED = gettext_lazy("team dissolved")
    SUSPENDED = gettext_lazy("team suspended")
    UNDECIDED = gettext_lazy("no decision yet")


@dataclass
class Links:
    """What is known of the hamlet teams that listed a hamlet up to the day."""

    worked_until: date | None = None
    last_start: date | None = None
    last_status: str = ""


def definition() -> str:
    """How reason and days are found."""
    return _(
        "Hamlets that no hamlet team at work on that day lists. Reason, the first that fits: new (less than a month "
        "under this name), planned (a draft team lists it), dissolved or suspended (its last team is), no decision. "
        "Days are counted from the last day with a working team, else from the day the hamlet is kept in the register."
    )


def uncovered_report(asked: Asked) -> Report:
    """R2 for the hamlets inside the unit asked for."""
    area, on = asked.area, asked.on
    hamlets = list(uncovered_hamlets(area, on))
    links = links_of([hamlet.area_id for hamlet in hamlets], on)
    planned = set(planned_hamlets(on).values_list("area_id", flat=True))
    communes = _communes({hamlet.parent_id for hamlet in hamlets}, on)
    now = coverage_of(area, on)
    rows = [_line(asked, hamlet, links, planned, communes) for hamlet in hamlets]
    households = [row.cells["households"] for row in rows]
    return Report(
        code="R2",
        title=_("Hamlets without a team in %(unit)s") % {"unit": area.full_name},
        definition=definition(),
        area=area,
        as_of=on,
        columns=COLUMNS,
        rows=rows,
        total=Row(
            {
                "commune": _("Total"),
                "hamlet": _("%(n)s of %(all)s hamlets") % {"n": len(rows), "all": now.hamlets},
                "households": sum(n for n in households if n is not None) if rows else None,
            }
        ),
        notes=missing_units(households),
        empty=_("Every hamlet has a team on this day.")
        if now.hamlets
        else _("No hamlet is recorded on this day."),
    )


def uncovered_hamlets(area: Area, on: date) -> QuerySet[Any]:
    """Versions of the day of hamlets without a working team, with households, head and first day."""
    counts = AreaStat.objects.filter(area=OuterRef("area"), as_of__lte=on, households__isnull=False)
    heads = PersonPosition.objects.filter(
        in_force(on), area=OuterRef("area"), position_type=PositionType.HAMLET_HEAD
    )
    same_before = AreaVersion.objects.filter(
        area=OuterRef("area"), valid_to=OuterRef("valid_from"), name=OuterRef("name"), kind=OuterRef("kind")
    )
    first = AreaVersion.objects.filter(area=OuterRef("area")).order_by("valid_from")
    hamlets: QuerySet[Any] = with_coverage(versions_on(on, path_on(area, on)), on)
    return hamlets.filter(Q(is_covered=False)).annotate(
        households=Subquery(counts.order_by("-as_of").values("households")[:1]),
        head=Subquery(heads.values("person__full_name")[:1]),
        is_continued=Exists(same_before),
        first_day=Subquery(first.values("valid_from")[:1]),
    )


def links_of(hamlets: Iterable[int], on: date) -> dict[int, Links]:
    """For each hamlet the last day on which a team worked there, and how its last team stands on the day."""
    links = TeamArea.objects.filter(
        area__in=list(hamlets),
        valid_from__lte=on,
        team__level=TeamLevel.HAMLET,
        team__periods__valid_from__lte=on,
    )
    fields = ("area_id", "valid_from", "valid_to", "team__periods__status")
    period = (F("team__periods__valid_from"), F("team__periods__valid_to"))
    found: dict[int, Links] = {}
    for hamlet, start, end, status, p_start, p_end in links.values_list(*fields, *period):
        known = found.setdefault(hamlet, Links())
        ends = [day for day in (end, p_end) if day is not None]
        if status in WORKING_STATUSES and ends and max(start, p_start) < min(ends):
            known.worked_until = max(min(ends), known.worked_until or min(ends))
        is_of_day = p_end is None or p_end > on
        if is_of_day and (known.last_start is None or start >= known.last_start):
            known.last_start, known.last_status = start, status
    return found


def reason_of(hamlet: Any, on: date, link: Links | None, is_planned: bool) -> Any:
    """Why the hamlet has no team (reports, R2)."""
    if not hamlet.is_continued and on < a_month_after(hamlet.valid_from):
        return Reason.NEW
    if is_planned:
        return Reason.PLANNED
    status = link.last_status if link else ""
    return {TeamStatus.DISSOLVED: Reason.DISSOLVED, TeamStatus.SUSPENDED: Reason.SUSPENDED}.get(
        status,  # type: ignore[call-overload] # the empty text is no status, and has no reason of its own
        Reason.UNDECIDED,
    )


def a_month_after(day: date) -> date:
    """The same day of the next month, or that month's last."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _communes(ids: set[int | None], on: date) -> dict[int, str]:
    """Names of communes as of the day."""
    versions = AreaVersion.objects.filter(in_force(on), area__in=[pk for pk in ids if pk])
    return {version.area_id: version.full_name for version in versions}


def _line(
    asked: Asked, hamlet: Any, links: dict[int, Links], planned: set[int], communes: dict[int, str]
) -> Row:
    link = links.get(hamlet.area_id)
    since = max(hamlet.first_day, link.worked_until if link and link.worked_until else hamlet.first_day)
    cells = {
        "commune": communes.get(hamlet.parent_id, ""),
        "hamlet": f"{AreaKind(hamlet.kind).label} {hamlet.name}",
        "households": hamlet.households,
        "head": hamlet.head or "",
        "reason": str(reason_of(hamlet, asked.on, link, hamlet.area_id in planned)),
        "days": (asked.on - since).days,
    }
    return Row(
        cells,
        {
            "hamlet": reverse("areas:area_detail", args=[hamlet.area_id]),
            "commune": asked.link("coverage", hamlet.parent_id),
        },
    )
