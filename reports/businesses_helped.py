"""R14: household businesses helped, and what they use at the end of the period."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from households.models import BusinessFigure
from reports.asked import Asked
from reports.outreach import OutreachRow, outreach_rows, summed
from reports.table import Column, Report, Row, Share, missing_cells

STATE = gettext_lazy("At the end of the period")
NAMES = ("businesses", "with_qr", "with_einvoice", "on_platform")
HELPED = ("businesses_reached", "business_calls", "businesses_etax")

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Unit"), width=28),
    Column(key="businesses", label=gettext_lazy("Household businesses"), kind="int", width=12),
    Column(key="helped", label=gettext_lazy("helped"), kind="share", width=12),
    Column(key="calls", label=gettext_lazy("Calls"), kind="int", width=9),
    Column(key="etax", label=gettext_lazy("eTax"), kind="int", width=9),
    Column(key="with_qr", label=gettext_lazy("QR payment"), kind="share", width=12, group=STATE),
    Column(key="with_einvoice", label=gettext_lazy("e-invoices"), kind="share", width=12, group=STATE),
    Column(key="on_platform", label=gettext_lazy("online market"), kind="share", width=12, group=STATE),
]


def definition() -> str:
    """What the figures mean."""
    return _(
        "Helped: distinct household businesses with a visit of the period that helped or partly helped. eTax: distinct "
        "businesses to which the topic eTax was shown in the period. QR payment, e-invoices and online markets: what "
        "the businesses on the register had at the end of the month of the last day. A unit that has entered neither "
        "household businesses nor calls at them is missing, shown “—”: its figures are not known, they are not 0 "
        "(BR-40)."
    )


def businesses_report(asked: Asked) -> Report:
    """R14 for the units below the one asked for."""
    found = outreach_rows(asked, HELPED)
    states = _states(asked, max((len(row.unit.path) for row in found), default=0))
    rows = [_row(asked, row, states.get(row.unit.path, {})) for row in found]
    return Report(
        code="R14",
        title=_("Help for household businesses in %(unit)s") % {"unit": asked.area.full_name},
        definition=definition(),
        area=asked.area,
        period=(asked.first, asked.last),
        columns=COLUMNS,
        rows=rows,
        total=Row({"name": _("Total"), **_total(found, states)}),
        notes=_notes(rows),
        empty=_("There are no units below this one on that day."),
        units=found,
    )


def _states(asked: Asked, depth: int) -> dict[str, dict[str, int]]:
    """The register at the end of the month of the last day: all changes up to it, added up."""
    changes = BusinessFigure.objects.filter(month__lte=asked.last.replace(day=1))
    return {row["unit"]: row for row in summed(changes, asked.area, asked.on, depth, NAMES)}


def _row(asked: Asked, row: OutreachRow, state: dict[str, int]) -> Row:
    links = {}
    if row.unit.level != AreaLevel.HAMLET:
        days = {"from": f"{asked.first:%d/%m/%Y}", "to": f"{asked.last:%d/%m/%Y}"}
        settings = urlencode({"area": str(row.unit.area_id), **days})
        links["name"] = f"{reverse('reports:businesses')}?{settings}"
    return Row({"name": row.unit.full_name, **_cells(row.counts, state)}, links)


def _cells(counts: dict[str, int], state: dict[str, int]) -> dict[str, Any]:
    """A unit that has entered nothing is missing: its figures are not known, they are not 0 (BR-40)."""
    all_of_them = state.get("businesses", 0)
    if not all_of_them and not any(counts[name] for name in HELPED):
        return missing_cells(COLUMNS)
    return {
        "businesses": all_of_them,
        "helped": Share(counts["businesses_reached"], all_of_them),
        "calls": counts["business_calls"],
        "etax": counts["businesses_etax"],
        **{name: Share(state.get(name, 0), all_of_them) for name in NAMES[1:]},
    }


def _total(found: list[OutreachRow], states: dict[str, dict[str, int]]) -> dict[str, Any]:
    counts = {name: sum(row.counts[name] for row in found) for name in HELPED}
    return _cells(counts, {name: sum(state[name] for state in states.values()) for name in NAMES})


def _notes(rows: list[Row]) -> list[str]:
    """What is missing (BR-40)."""
    silent = sum(row.cells["businesses"] is None for row in rows)
    text = _("Missing: %(n)s units have entered neither household businesses nor calls at them (BR-40).")
    return [text % {"n": silent}] if silent else []
