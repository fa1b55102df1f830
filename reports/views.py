"""Pages of reports: one set of views for all of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from areas.places import path_to
from common import workbooks
from common.access import requires
from common.audit import record
from common.lists import page_number
from common.models import AuditAction
from reports.asked import Asked, areas_of, asked_by
from reports.bubbles import bubble_map
from reports.coverage import coverage_over_time
from reports.forms import ReasonForm
from reports.kinds import KINDS, REPORTS, ReportKind
from reports.member_list import shows_phones
from reports.outreach_page import OUTREACH, around
from reports.standing import standing
from reports.table import Report, Share, workbook

ROWS_A_PAGE = 200
MONTHS_OF_TREND = 12
PART_WORDS = {
    "coverage": gettext_lazy("Coverage and teams"),
    "members": gettext_lazy("Members, decisions, review"),
}


@requires("report.view")
def index(request: HttpRequest) -> HttpResponse:
    """The list of reports with a sentence each."""
    return render(request, "reports/index.html", {"reports": REPORTS, "areas": areas_of(request.user)})


@requires("report.view")
def screen(request: HttpRequest, name: str) -> HttpResponse:
    """A report on the screen."""
    kind = KINDS[name]
    asked = replace(asked_by(request, kind.is_period), part=_part(request, kind))
    report = kind.report(asked)
    if kind.asks_reason and shows_phones(asked) and report.rows:
        _log(request, AuditAction.VIEW, report)
    return render(request, kind.template, _frame(request, kind, asked, report))


@requires("report.export")
def excel(request: HttpRequest, name: str) -> HttpResponse:
    """A report as a workbook."""
    return _taken_out(request, KINDS[name], _as_workbook)


@requires("report.export")
def paper(request: HttpRequest, name: str) -> HttpResponse:
    """A report as a print-ready page."""
    return _taken_out(request, KINDS[name], _as_paper)


@requires("report.view")
def coverage_trend(request: HttpRequest) -> HttpResponse:
    """Coverage of a unit at the ends of the last twelve months, as picture and table."""
    asked = asked_by(request)
    course = coverage_over_time(asked.area, month_ends(asked.on, MONTHS_OF_TREND))
    lines = [(day, Share(row.covered, row.hamlets)) for day, row in course]
    context = _page(request, asked) | {
        "lines": lines,
        "rates": [
            (day, share, f"{share.rate * 100:.1f}" if share.rate is not None else "") for day, share in lines
        ],
        "coverage_url": asked.link("coverage"),
    }
    return render(request, "reports/coverage_trend.html", context)


def month_ends(on: date, months: int) -> list[date]:
    """The day itself and the ends of the months before it, the earliest first."""
    days = [on]
    while len(days) < months:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return days[::-1]


def _page(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """What every page about a unit and a day needs."""
    return {
        "path": path_to(request.user, asked.area),
        "area": asked.area,
        "as_of": asked.on,
        "as_of_text": asked.typed["as_of"] if asked.errors.get("as_of") else f"{asked.on:%d/%m/%Y}",
        "as_of_error": asked.errors.get("as_of", ""),
        "errors": asked.errors,
    }


def _frame(request: HttpRequest, kind: ReportKind, asked: Asked, report: Report) -> dict[str, Any]:
    """Context of a report's page; long ones are shown by pages, whole in workbook and print."""
    number = page_number(request)
    start = (number - 1) * ROWS_A_PAGE
    kept = request.GET.copy()
    kept.pop("page", None)
    context = _page(request, asked) | {
        "kind": kind,
        "report": report,
        "rows": report.rows[start : start + ROWS_A_PAGE],
        "start": start,
        "page": {
            "number": number,
            "has_previous": number > 1,
            "has_next": len(report.rows) > start + ROWS_A_PAGE,
            "previous_number": number - 1,
            "next_number": number + 1,
            "query": kept.urlencode(),
        },
        "export_url": f"{reverse(f'reports:{kind.name}_excel')}?{kept.urlencode()}",
        "print_url": f"{reverse(f'reports:{kind.name}_print')}?{kept.urlencode()}",
        "level": asked.level,
        "levels": _levels(request, kind, asked),
        "parts": _switch(request, kind, asked),
        "first": asked.first,
        "last": asked.last,
    }
    if kind.template == OUTREACH:
        context |= around(request, kind.name, asked)
    return context | (_coverage(asked, report) if kind.name == "coverage" else {})


def _part(request: HttpRequest, kind: ReportKind) -> str:
    """The part of a wide report that the address asks for, or in which the column lies that it is sorted by."""
    part = request.GET.get("show") or ""
    if not kind.parts or part in kind.parts:
        return part if kind.parts else ""
    if part:
        raise BadRequest(_("There is no part “%(part)s” of this report.") % {"part": part[:20]})
    sort = request.GET.get("sort", "").removeprefix("-")
    return next((part for part, columns in kind.parts.items() if sort in columns), next(iter(kind.parts)))


def _switch(request: HttpRequest, kind: ReportKind, asked: Asked) -> list[tuple[Any, str, bool]]:
    """The switch between the parts of a wide report: words, address, whether it is the one shown."""
    kept = request.GET.copy()
    for name in ("page", "sort"):
        kept.pop(name, None)
    found = []
    for part in kind.parts:
        kept["show"] = part
        found.append((PART_WORDS[part], f"?{kept.urlencode()}", part == asked.part))
    return found


def _levels(request: HttpRequest, kind: ReportKind, asked: Asked) -> list[tuple[str, str, bool]]:
    """The switch between districts and communes: words, address, whether it is the one shown."""
    if not kind.has_levels or asked.area.level != AreaLevel.PROVINCE:
        return []
    kept = request.GET.copy()
    found = []
    for level, words in (("commune", _("by commune")), ("district", _("by district"))):
        kept["level"] = level
        kept.pop("page", None)
        found.append((words, f"?{kept.urlencode()}", asked.level == level))
    return found


def _coverage(asked: Asked, report: Report) -> dict[str, Any]:
    """The first line in large type, the change since last month, the map."""
    communes = report.units if asked.level == "commune" or asked.area.level == AreaLevel.DISTRICT else None
    has_map = asked.area.level in (AreaLevel.PROVINCE, AreaLevel.DISTRICT)
    return {
        "standing": standing(asked.area, asked.on, report.total.cells["share"] if report.total else None),
        "bubbles": bubble_map(asked, communes) if has_map else None,
        "trend_url": asked.link("coverage_trend"),
    }


Way = Callable[[HttpRequest, ReportKind, Asked, Report], HttpResponse]


def _taken_out(request: HttpRequest, kind: ReportKind, way: Way) -> HttpResponse:
    """A report that leaves the register: with a reason where it lists people, and with a line in the access log."""
    asked = asked_by(request, kind.is_period)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if kind.asks_reason and not form.is_valid():
        context = _page(request, asked) | {"kind": kind, "form": form, "back_url": _screen_url(request, kind)}
        return render(request, "reports/reason.html", context)
    report = kind.report(asked)
    if kind.is_personal:
        _log(request, AuditAction.EXPORT, report, form.cleaned_data["reason"] if kind.asks_reason else "")
    return way(request, kind, asked, report)


def _screen_url(request: HttpRequest, kind: ReportKind) -> str:
    return f"{reverse(f'reports:{kind.name}')}?{request.GET.urlencode()}"


def _as_workbook(request: HttpRequest, kind: ReportKind, asked: Asked, report: Report) -> HttpResponse:
    head = [report.when, report.definition, *_printed(request)]
    name = f"{kind.code}-{asked.area.code}-{asked.on:%Y%m%d}"
    return workbooks.answer(workbook(report, head), name)


def _as_paper(request: HttpRequest, kind: ReportKind, asked: Asked, report: Report) -> HttpResponse:
    context = {
        "kind": kind,
        "report": report,
        "rows": report.rows,
        "start": 0,
        "printed": " · ".join(_printed(request)),
        "back_url": _screen_url(request, kind),
        **letterhead(asked),
    }
    return render(request, "reports/paper.html", context)


def _printed(request: HttpRequest) -> list[str]:
    """When and by whom the report was made."""
    now = timezone.localtime()
    return [_("Made at %(time)s by %(name)s") % {"time": f"{now:%H:%M %d/%m/%Y}", "name": str(request.user)}]


def letterhead(asked: Asked) -> dict[str, str]:
    """Issuing body, place and date of a paper (domain/documents, section 2)."""
    area, now = asked.area, timezone.localdate()
    committee = _("People's Committee of %(unit)s") % {"unit": area.full_name}
    date_words = _("%(place)s, day %(day)s month %(month)s year %(year)s") % {
        "place": area.name,
        "day": f"{now:%d}",
        "month": f"{now:%m}" if now.month < 3 else str(now.month),
        "year": now.year,
    }
    if area.department_name:
        return {
            "issuer_above": committee.upper(),
            "issuer": area.department_name.upper(),
            "place_date": date_words,
        }
    return {"issuer_above": "", "issuer": committee.upper(), "place_date": date_words}


def _log(request: HttpRequest, action: AuditAction, report: Report, reason: str = "") -> None:
    filters = {name: value[:100] for name, value in request.GET.items()} | {"report": report.code}
    record(request, action, report.area, reason=reason, row_count=len(report.rows), filters=filters)
