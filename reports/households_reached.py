"""R12: households reached and not reached, each in one column by its best outcome of the period (BR-36)."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from areas.models import Area
from households.counting import GROUPS, ask
from reports.asked import Asked
from reports.outreach import OutreachRow, day_after, outreach_rows, total_counts
from reports.table import Column, Mark, Report, Row, Share, missing_cells

LIVING = gettext_lazy("Households on the register")

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Unit"), width=28),
    Column(key="living", label=gettext_lazy("All"), kind="int", width=9, group=LIVING),
    Column(key="reached", label=gettext_lazy("guided"), kind="int", width=9, group=LIVING),
    Column(key="absent", label=gettext_lazy("absent"), kind="int", width=9, group=LIVING),
    Column(key="refused", label=gettext_lazy("refused"), kind="int", width=9, group=LIVING),
    Column(key="never", label=gettext_lazy("not visited"), kind="int", width=9, group=LIVING),
    Column(key="share", label=gettext_lazy("Guided, of all"), kind="share", width=12),
    Column(key="calls", label=gettext_lazy("Calls"), kind="int", width=9),
    Column(key="nameless", label=gettext_lazy("Calls without a name"), kind="int", width=10),
    Column(key="counted", label=gettext_lazy("Guided, of the counted households"), kind="share", width=14),
    Column(key="flag", label=gettext_lazy("Look at"), kind="mark", width=10, is_sortable=False),
]


def definition() -> str:
    """What the figures mean."""
    return _(
        "Each household living in the unit stands in one column, by its best outcome of the period: guided (helped, "
        "or partly helped), refused, absent (nobody at home, no device, asked to come back), not visited. Two logs of "
        "one team at one household on one day are one call (BR-35). Calls without a name: the household did not "
        "agree that its data are kept; they are no households reached. Counted households: the newest count of the "
        "hamlets up to the last day; above 100 % the figure stays as it is and is marked (BR-36)."
    )


def households_report(asked: Asked) -> Report:
    """R12 for the units below the one asked for; for a hamlet by self-managed group."""
    if asked.area.level == AreaLevel.HAMLET:
        return _of_groups(asked)
    found = outreach_rows(asked)
    rows = [Row(_cells(row), {"name": _link(asked, row.unit)}) for row in found]
    return _report(asked, rows, found)


def _report(asked: Asked, rows: list[Row], found: list[OutreachRow]) -> Report:
    return Report(
        code="R12",
        title=_("Households reached in %(unit)s") % {"unit": asked.area.full_name},
        definition=definition(),
        area=asked.area,
        period=(asked.first, asked.last),
        columns=COLUMNS,
        rows=rows,
        total=Row({"name": _("Total"), **_total(found)}),
        notes=_notes(found),
        empty=_("There are no units below this one on that day."),
        units=found,
    )


def _cells(row: OutreachRow) -> dict[str, Any]:
    return {"name": row.unit.full_name, **_figures(row.counts, row.households)}


def _figures(counts: dict[str, int], counted: int | None) -> dict[str, Any]:
    """A unit that has entered nothing is missing: its figures are not known, they are not 0 (BR-40)."""
    if not any(counts.values()):
        return missing_cells(COLUMNS) | {"flag": ""}
    met = counts["living_reached"], counts["living_absent"], counts["living_refused"]
    is_above = counted is not None and counts["households_reached"] > counted
    return {
        "living": counts["living_total"],
        "reached": met[0],
        "absent": met[1],
        "refused": met[2],
        "never": counts["living_total"] - sum(met),
        "share": Share(met[0], counts["living_total"]),
        "calls": counts["calls"] + counts["nameless_calls"],
        "nameless": counts["nameless_calls"],
        "counted": Share(counts["households_reached"], counted) if counted else None,
        "flag": Mark(_("More households reached than counted (above 100 %)")) if is_above else "",
    }


def _total(found: list[OutreachRow]) -> dict[str, Any]:
    known = [row.households for row in found if row.households is not None]
    return _figures(total_counts(found), sum(known) if known else None) | {"flag": ""}


def _notes(found: Iterable[OutreachRow]) -> list[str]:
    """What is missing (BR-40)."""
    rows = list(found)
    silent = sum(not any(row.counts.values()) for row in rows)
    uncounted = sum(row.hamlets_without_stat for row in rows)
    notes = []
    if silent:
        notes.append(
            _("Missing: %(n)s units have entered neither households nor visits (BR-40).") % {"n": silent}
        )
    if uncounted:
        text = _("Missing: the number of households of %(n)s hamlets has not been entered (BR-40).")
        notes.append(text % {"n": uncounted})
    return notes


def _link(asked: Asked, unit: Any) -> str:
    settings = {"area": unit.area_id, "from": f"{asked.first:%d/%m/%Y}", "to": f"{asked.last:%d/%m/%Y}"}
    return f"{reverse('reports:households')}?{urlencode(settings)}"


def _of_groups(asked: Asked) -> Report:
    """A hamlet: one row for each self-managed group, and the sums of the hamlet itself."""
    found = outreach_rows(asked)
    rows = [Row(_group_cells(*row)) for row in groups_of(asked.area, asked)]
    return _report(asked, rows, found)


def groups_of(area: Area, asked: Asked) -> list[tuple[Any, ...]]:
    """Self-managed group, households living there, guided, refused, absent, calls."""
    return [row[1:] for row in ask(GROUPS, [area.pk], asked.first, day_after(asked.last))]


def _group_cells(
    name: str, living: int, reached: int, refused: int, absent: int, calls: int
) -> dict[str, Any]:
    return {
        "name": name or _("Without a group"),
        "living": living,
        "reached": reached,
        "absent": absent,
        "refused": refused,
        "never": living - reached - absent - refused,
        "share": Share(reached, living),
        "calls": calls,
        "nameless": None,
        "counted": None,
        "flag": "",
    }
