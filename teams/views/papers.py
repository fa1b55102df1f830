"""Papers: decisions as Word and PDF, lists of a commune, sign-in sheets, and the page behind a QR code."""

from typing import Any
from uuid import UUID

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.models import Area
from areas.places import path_to
from common import pdf, word, workbooks
from common.access import fetch, public, requires
from common.audit import record
from common.models import AuditAction
from teams.decision_document import decision_document
from teams.decision_pdf import decision_pdf
from teams.decision_templates import filled
from teams.decision_text import DecisionText, decision_text
from teams.forms.papers import CommuneForm, ListForm, SignInForm
from teams.models import Decision, PrintedList, Team
from teams.papers import (
    DISPLAY,
    ROSTER,
    PaperList,
    as_workbook,
    check_decision,
    check_list,
    commune_list,
    printed,
    sign_in_sheet,
    teams_at_work,
)
from teams.papers_pdf import list_pdf
from teams.views.page_parts import posted

SIGN_IN_PREFILL = ("title", "place", "when", "trainers")


@requires("paper.print")
def decision_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision as Word file, in the office's own template where it has one, to be signed."""
    decision, text = _worded(request, pk)
    own = text.wording.template
    if own is None:
        return word.answer(decision_document(text), _file_name(decision))
    try:
        return word.answer(filled(own, text), _file_name(decision))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(decision)


@requires("paper.print")
def decision_read(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision as PDF for reading; it says on each page that it is not the signed one."""
    decision, text = _worded(request, pk)
    return pdf.answer(decision_pdf(text), _file_name(decision))


def _worded(request: HttpRequest, pk: int) -> tuple[Decision, DecisionText]:
    decision: Decision = fetch(request, Decision.objects.select_related("issuer"), "paper.print", pk=pk)
    text = decision_text(request.user, decision, check_address(request, decision.public_id))
    count = sum(len(team.members) for team in text.teams)
    record(request, AuditAction.EXPORT, decision, reason=_("the paper of the decision"), row_count=count)
    return decision, text


def check_address(request: HttpRequest, public_id: UUID) -> str:
    """The whole address behind the QR code of a paper."""
    return request.build_absolute_uri(reverse("teams:paper_check", args=[public_id]))


def _file_name(decision: Decision) -> str:
    """The name under which an office files the paper: Vietnamese without accents."""
    number = decision.number or f"du-thao-{decision.pk}"
    return f"quyet-dinh-{number}-{decision.year or timezone.localdate().year}"


@requires("paper.print")
def paper_index(request: HttpRequest) -> HttpResponse:
    """What can be printed for a commune; whoever works for several names one first."""
    form = CommuneForm(request.GET if "commune" in request.GET else None, user=request.user)
    commune = form.only() or (form.cleaned_data["commune"] if form.is_valid() else None)
    teams = teams_at_work(commune, timezone.localdate()) if commune else []
    context = {
        "form": form,
        "commune": commune,
        "teams": teams,
        "path": path_to(request.user, commune) if commune else [],
    }
    return render(request, "teams/paper_index.html", context)


@requires("paper.print")
def roster(request: HttpRequest, pk: int) -> HttpResponse:
    """The roster of a commune on A4 or as workbook; phones in full only where the reader may see them."""
    return _commune_paper(request, pk, ROSTER)


@requires("paper.print")
def display_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The list for the notice board: whom to ask in which hamlet, phones masked."""
    return _commune_paper(request, pk, DISPLAY)


def _commune_paper(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    commune: Area = fetch(request, Area.objects.filter(level=AreaLevel.COMMUNE), "paper.print", pk=pk)
    title = _("Roster of a commune") if kind == ROSTER else _("List for display")
    form = ListForm(posted(request), asks_reason=kind == ROSTER)
    if request.method == "POST" and form.is_valid():
        paper = commune_list(request.user, commune, timezone.localdate(), kind)
        return _list_answer(request, form, paper, commune, kind)
    return render(request, "teams/paper_form.html", _form_context(request, commune, form, title))


def _list_answer(
    request: HttpRequest, form: ListForm, paper: PaperList, commune: Area, kind: str
) -> HttpResponse:
    today = timezone.localdate()
    count = sum(len(section.rows) for section in paper.sections)
    reason = form.cleaned_data.get("reason", "")
    record(request, AuditAction.EXPORT, commune, reason=reason, row_count=count, filters={"list": kind})
    name = f"{kind}-{commune.code}-{today:%Y%m%d}"
    if form.cleaned_data["kind"] == "xlsx":
        return workbooks.answer(as_workbook(paper), name)
    address = ""
    if kind == ROSTER:
        address = check_address(request, printed(request.user, commune, today).public_id)
    return pdf.answer(list_pdf(paper, commune, check_address=address), name)


def _form_context(request: HttpRequest, area: Area, form: Any, title: str) -> dict[str, Any]:
    return {"form": form, "title": title, "area": area, "path": path_to(request.user, area, (title, ""))}


@requires("team.view")
def sign_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The sign-in sheet for a session of a team; the address may fill in what is known of it."""
    team: Team = fetch(request, Team.objects.select_related("area__parent"), pk=pk)
    known = {name: request.GET.get(name, "")[:200] for name in SIGN_IN_PREFILL}
    form = SignInForm(posted(request), asks_reason=False, initial=known)
    if request.method == "POST" and form.is_valid():
        paper = sign_in_sheet(request.user, team, form.meeting())
        record(
            request, AuditAction.EXPORT, team, reason=str(paper.title), row_count=len(paper.sections[0].rows)
        )
        return _sheet_answer(team, paper, form.cleaned_data["kind"])
    context = _form_context(request, team.area, form, _("Sign-in sheet"))
    return render(request, "teams/paper_form.html", context | {"team": team})


def _sheet_answer(team: Team, paper: PaperList, kind: str) -> HttpResponse:
    name = f"sign-in-{team.code or team.pk}"
    if kind == "xlsx":
        return workbooks.answer(as_workbook(paper), name)
    commune = team.area.parent if team.area.level == AreaLevel.HAMLET and team.area.parent else team.area
    return pdf.answer(list_pdf(paper, commune, signers=("", _("Team leader"))), name)


@public
def paper_check(request: HttpRequest, token: str) -> HttpResponse:
    """What anybody may know of a printed paper: number, date, and whether it still holds. No personal data."""
    # The library's own door for views counts no reading; this page is only read.
    if not ratelimit.consume(request, app="allauth.account", action="paper_check", limit_get=True):
        return render(request, "429.html", status=429)
    try:
        public_id = UUID(token)
    except ValueError as error:
        raise Http404(_("There is no paper with this code.")) from error
    decision = Decision.objects.filter(public_id=public_id).first()
    paper = PrintedList.objects.filter(public_id=public_id).select_related("area").first()
    if decision is None and paper is None:
        raise Http404(_("There is no paper with this code."))
    checked = check_decision(decision) if decision else check_list(paper)  # type: ignore[arg-type] # one of the two
    answer = render(request, "teams/paper_check.html", {"checked": checked, "is_list": decision is None})
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
