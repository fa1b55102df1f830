"""Pages of sessions: list, entering one with who came, its papers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from areas.forms import add_refusal
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from households.forms.filters import SessionFilter
from households.forms.sessions import SessionForm, SheetForm
from households.models import Session, SessionAttachment
from households.presets import team_for
from households.reach import covered_hamlets, teams_to_write_for
from households.sessions import attach_sheet, change_session, hold_session
from teams.models import Team
from teams.views.form_pages import form_page
from teams.views.page_parts import posted
from vietnamese.text import clean

SORTS = {"day": ["starts_at"], "title": ["title"]}


@requires("visit.view")
def session_list(request: HttpRequest) -> HttpResponse:
    """Sessions in the user's scope, the newest first."""
    form = SessionFilter(request.user, request.GET)
    asked = form.values
    rows: Any = Session.objects.visible_to(request.user).select_related("area").prefetch_related("teams")  # type: ignore[attr-defined] # our queryset
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    rows = rows.filter(kind=asked["kind"]) if asked.get("kind") else rows
    rows = rows.filter(title__icontains=clean(asked["q"])) if asked.get("q") else rows
    context = {
        "form": form,
        "page": page_of(request, rows, SORTS, "-day"),
        "may_write": request.user.can("visit.edit"),  # type: ignore[union-attr] # logged in
    }
    return render(request, "households/session_list.html", context)


def _session(request: HttpRequest, pk: int, capability: str | None = None) -> Session:
    session: Session = fetch(request, Session.objects.select_related("area"), capability, pk=pk)
    return session


def _path(request: HttpRequest, session: Session, *tail: tuple[str, str]) -> list[tuple[str, str]]:
    steps = (
        (_("Sessions"), reverse("households:session_list")),
        (session.title, session.get_absolute_url() if tail else ""),
    )
    return path_to(request.user, session.area, *steps, *tail)  # type: ignore[arg-type] # logged in


@requires("visit.view")
def session_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One session: who held it, who came, which households were visited at it."""
    session = _session(request, pk)
    record(request, AuditAction.VIEW, session)
    mine = Session.objects.visible_to(request.user, "visit.edit").filter(pk=pk)  # type: ignore[attr-defined] # our queryset
    context = {
        "session": session,
        "path": _path(request, session),
        "teams": session.teams.order_by("search_key"),
        "topics": session.topics.all(),
        "members": session.members.order_by("sort_key"),
        "visits": session.visits.select_related("household")
        .exclude(status="VOID")
        .order_by("household__search_key"),
        "papers": session.attachments.order_by("pk"),
        "may_write": mine.exists(),
    }
    return render(request, "households/session_detail.html", context)


@requires("visit.edit")
def session_create(request: HttpRequest) -> HttpResponse:
    """Enter a session that was held, with the households that came (F10)."""
    user: Any = request.user
    teams = teams_to_write_for(user)
    if asked := request.GET.get("team"):
        team = fetch(request, Team.objects.select_related("area"), "visit.edit", pk=asked)
    else:
        team = team_for(user, None)
    if team is None:
        context = {"teams": teams, "kept": request.GET.urlencode(), "is_session": True}
        return render(request, "households/visit_team.html", context)
    near = [one for one in teams if one.area.parent_id == team.area.parent_id] or [team]
    form = SessionForm(team, near, covered_hamlets(team), posted(request))
    return _form_page(request, form, None, _("Record a session"), reverse("households:session_list"))


@requires("visit.edit")
def session_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a session; households may be added, those on record stay."""
    session = _session(request, pk, "visit.edit")
    held = list(session.teams.select_related("area").order_by("pk"))
    mine = [team for team in teams_to_write_for(request.user) if team in held]  # type: ignore[arg-type] # logged in
    team = (mine or held)[0]
    form = SessionForm(team, held, covered_hamlets(team), posted(request), session=session)
    return _form_page(request, form, session, _("Change a session"), session.get_absolute_url())


def _form_page(
    request: HttpRequest, form: SessionForm, session: Session | None, title: str, back: str
) -> HttpResponse:
    user: Any = request.user
    if request.method == "POST" and form.is_valid():
        try:
            data = form.data_for()
            stored = (
                change_session(by=user, session=session, data=data)
                if session
                else hold_session(by=user, data=data)
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The session is saved."))
            return redirect(stored)
    area = session.area if session else form.team.area
    path = path_to(user, area, (_("Sessions"), reverse("households:session_list")), (title, ""))
    context = {"form": form, "title": title, "back": back, "path": path}
    return render(request, "households/session_form.html", context)


@requires("visit.edit")
def sheet_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a signed attendance sheet of the session."""
    session = _session(request, pk, "visit.edit")
    title = _("Signed attendance sheet")
    form = SheetForm(posted(request), request.FILES or None)
    return form_page(
        request,
        form,
        lambda asked: attach_sheet(
            by=request.user, session=session, upload=asked["file"], note=asked["note"]
        ),  # type: ignore[arg-type] # logged in
        title=title,
        path=_path(request, session, (title, "")),
        submit=_("Upload"),
        back=session.get_absolute_url(),
        done=_("The sheet is kept with the session."),
        template="households/upload.html",
    )


@requires("visit.view")
def sheet(request: HttpRequest, pk: int) -> FileResponse:
    """The sheet itself; who opened it is written down, for it names people."""
    paper = fetch(request, SessionAttachment.objects.select_related("session"), pk=pk)
    record(request, AuditAction.VIEW, paper)
    try:
        content = paper.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The file of this sheet is missing on the server. Upload it again.")) from error
    suffix = "pdf" if paper.content_type == "application/pdf" else "jpg"
    answer = FileResponse(
        content, content_type=paper.content_type, filename=f"phieu-diem-danh-{paper.pk}.{suffix}"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
