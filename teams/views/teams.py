"""Pages of teams: the list, setting one up, another name, what was changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.forms import add_refusal
from areas.models import Area
from areas.places import path_to
from common.access import fetch, requires
from common.lists import page_of
from teams.enums import TeamLevel
from teams.forms.filters import TeamFilter
from teams.forms.teams import NameForm, TeamForm
from teams.history import changes_of
from teams.listed_teams import SHOWN, listed_teams
from teams.marked import marked
from teams.models import Team
from teams.roster import create_team, rename_team
from teams.views.page_parts import posted, searched

SORTS = {
    "place": ["area__parent__sort_key", "area__sort_key"],
    "name": ["search_key"],
    "status": ["status", "area__sort_key"],
    "code": ["code"],
}


@requires("team.view")
def team_list(request: HttpRequest) -> HttpResponse:
    """Teams in the user's scope, narrowed and sorted by the address."""
    form = TeamFilter(request.user, request.GET)
    page = page_of(request, filtered(request, form).values_list(*SHOWN, named=True), SORTS, "place")
    context = {
        "form": form,
        "page": page,
        "rows": listed_teams(page.rows, timezone.localdate()) if page.rows else [],
        "may_create": request.user.can("team.edit"),  # type: ignore[union-attr] # logged in
        "may_see_organisations": request.user.can("organisation.view"),  # type: ignore[union-attr] # logged in
        "has_area": form.values.get("area"),
    }
    return render(request, "teams/team_list.html", context)


def filtered(request: HttpRequest, form: TeamFilter) -> Any:
    """The teams that the filter asks for."""
    asked = form.values
    rows = Team.objects.visible_to(request.user)  # type: ignore[attr-defined] # our queryset
    rows = searched(rows, asked.get("q", ""))
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    for name in ("status", "level"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    if flag := asked.get("flag"):
        rows = marked(rows, flag, timezone.localdate())
    return rows


@requires("team.edit")
def team_create(request: HttpRequest) -> HttpResponse:
    """Set up a draft of one kind; then its member list is drawn up."""
    level = request.GET.get("level") or TeamLevel.HAMLET
    level = TeamLevel(level) if level in TeamLevel.values else TeamLevel.HAMLET
    form = TeamForm(request.user, level, posted(request), initial=_first_choice(request, level))
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            team = create_team(
                by=request.user,  # type: ignore[arg-type] # logged in
                level=level,
                areas=[asked["area"]],
                primary=asked["area"],
                name=asked["name"],
                enterprise=asked["enterprise"].enterprise if asked.get("enterprise") else None,
                note=asked["note"],
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            return redirect("teams:roster_edit", pk=team.items.get().pk)
    tabs = [(kind, f"{reverse('teams:team_create')}?level={kind}", kind == level) for kind in TeamLevel]
    return render(
        request, "teams/team_create.html", {"form": form, "tabs": tabs, "may_see_organisations": True}
    )


def _first_choice(request: HttpRequest, level: str) -> dict[str, Any]:
    """The area named in the address, or the user's only commune."""
    asked = request.GET.get("area", "")
    rows = Area.objects.visible_to(request.user, "team.edit")  # type: ignore[attr-defined] # our queryset
    if asked.isascii() and asked.isdigit() and len(asked) < 18:
        return {"area": rows.filter(pk=int(asked)).first()}
    site = request.GET.get("enterprise", "")
    if level == TeamLevel.ENTERPRISE and site.isascii() and site.isdigit() and len(site) < 18:
        return {"enterprise": int(site), **_only_commune(rows)}
    return _only_commune(rows) if level != TeamLevel.HAMLET else {}


def _only_commune(rows: Any) -> dict[str, Any]:
    """The commune of a user who has one."""
    communes = list(rows.filter(level=AreaLevel.COMMUNE)[:2])
    return {"area": communes[0]} if len(communes) == 1 else {}


@requires("team.edit")
def team_rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a team another name."""
    team = fetch(request, Team.objects.select_related("area"), "team.edit", pk=pk)
    form = NameForm(posted(request), initial={"name": team.name})
    if request.method == "POST" and form.is_valid():
        try:
            rename_team(by=request.user, team=team, name=form.cleaned_data["name"])  # type: ignore[arg-type] # logged in
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The team has its new name."))
            return redirect("teams:team_detail", pk=pk)
    old = Team.objects.get(pk=pk)
    return render(
        request,
        "teams/form_page.html",
        {
            "title": _("Rename the team"),
            "path": path_to(request.user, team.area, (old.name, old.get_absolute_url())),
            "form": form,
            "submit": _("Save the name"),
            "back": old.get_absolute_url(),
        },
    )


@requires("team.view")
def team_history(request: HttpRequest, pk: int) -> HttpResponse:
    """What was changed about the team, by whom, before and after."""
    team = fetch(request, Team.objects.select_related("area"), pk=pk)
    tail = ((team.name, team.get_absolute_url()), (_("History"), ""))
    context = {"team": team, "changes": changes_of(team), "path": path_to(request.user, team.area, *tail)}
    return render(request, "teams/team_history.html", context)
