"""Proposals of a team that is in force: opening, areas, drawing up anew, discarding, handing over the leader."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.places import path_to
from common.access import fetch, requires
from teams.enums import DecisionAction, TeamLevel, TeamRole
from teams.forms.hand_over import HandOverForm
from teams.forms.teams import AreasForm
from teams.models import DecisionItem, Team
from teams.proposals import discard as throw_away
from teams.proposals import hand_over_leader, refresh_from_current
from teams.proposals import propose as open_proposal
from teams.roster import commune_of, delete_draft, set_areas
from teams.squares import members_on
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted


def _team(request: HttpRequest, pk: int) -> Team:
    team: Team = fetch(request, Team.objects.select_related("area__parent"), "team.edit", pk=pk)
    return team


def _item(request: HttpRequest, pk: int) -> DecisionItem:
    rows = DecisionItem.objects.select_related("team__area__parent", "decision")
    item: DecisionItem = fetch(request, rows, "team.edit", pk=pk)
    return item


def _frame(request: HttpRequest, team: Team, title: str) -> dict[str, Any]:
    address = team.get_absolute_url()
    return {"title": title, "path": path_to(request.user, team.area, (team.name, address)), "back": address}


def _roster_url(item: DecisionItem) -> str:
    if item.action == DecisionAction.DISSOLVE:
        return item.team.get_absolute_url()
    return reverse("teams:roster_edit", args=[item.pk])


@requires("team.edit")
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what the proposal is to do; the line-up in force goes on meanwhile."""
    team = _team(request, pk)
    if request.method == "POST":
        try:
            item = open_proposal(by=request.user, team=team, action=request.POST.get("action", ""))
        except ValidationError as error:
            for text in error.messages:
                messages.error(request, text)
            return redirect(team)
        return redirect(_roster_url(item))
    choices = [
        (
            DecisionAction.AMEND,
            _("Add, replace or take off members. The team goes on under its present decision."),
        ),
        (DecisionAction.RECONSTITUTE, _("A whole new list takes the place of the present one.")),
        (DecisionAction.DISSOLVE, _("The team ends on the day of the decision. Its history stays.")),
    ]
    context = {"team": team, "choices": choices, **_frame(request, team, _("Propose a change"))}
    return render(request, "teams/propose.html", context)


@requires("team.edit")
def proposal_areas(request: HttpRequest, pk: int) -> HttpResponse:
    """Which hamlets of its commune the team is to cover."""
    item = _item(request, pk)
    team = item.team
    if team.level != TeamLevel.HAMLET:
        return redirect(_roster_url(item))
    links = list(item.item_areas.all())
    first = next((link.area_id for link in links if link.is_primary), None)
    initial = {"areas": [link.area_id for link in links], "primary": first, "lock": item.lock}
    form = AreasForm(commune_of(team.area), posted(request), initial=initial)

    def act(asked: dict[str, Any]) -> str:
        areas = {area.pk: area for area in (*asked["areas"], asked["primary"])}
        set_areas(
            by=request.user,
            item=item,
            areas=list(areas.values()),
            primary=asked["primary"],
            lock=asked["lock"],
        )
        return _roster_url(item)

    frame = _frame(request, team, _("Hamlets of the team")) | {"back": _roster_url(item)}
    return form_page(
        request,
        form,
        act,
        submit=_("Save the hamlets"),
        done=_("The hamlets are saved with the proposal."),
        **frame,
    )


@requires("team.edit")
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw an amendment up anew from the line-up that is in force by now; its own changes are kept."""
    item = _item(request, pk)
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: _roster_url(refresh_from_current(by=request.user, item=item)),
        submit=_("Draw up anew"),
        done=_("The proposal now starts from the line-up in force. Your changes are kept."),
        intro=_(
            "Another decision changed the line-up since this proposal was drawn up. "
            "Your own changes are made again on the new list."
        ),
        **_frame(request, item.team, _("Draw the proposal up anew")),
    )


@requires("team.edit")
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a proposal away; the line-up in force stays."""
    item = _item(request, pk)
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: throw_away(by=request.user, item=item),
        submit=_("Discard the proposal"),
        done=_("The proposal is discarded. The line-up in force is as it was."),
        intro=_("The proposal with its %(count)s people is deleted. The line-up in force is not touched.")
        % {"count": item.entries.count()},
        danger=True,
        **_frame(request, item.team, _("Discard the proposal")),
    )


@requires("team.edit")
def draft_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a team that never was in force."""
    team = _team(request, pk)

    def act(_asked: dict[str, Any]) -> str:
        delete_draft(by=request.user, team=team)
        return reverse("teams:team_list")

    return form_page(
        request,
        EmptyForm(posted(request)),
        act,
        submit=_("Delete the draft team"),
        done=_("The draft team is deleted."),
        intro=_("The draft and its list are deleted. The people stay on the register."),
        danger=True,
        **_frame(request, team, _("Delete the draft team")),
    )


@requires("team.edit")
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Another leader in one step: an amendment is prepared, the decision follows."""
    team = _team(request, pk)
    sitting = members_on([team.pk], timezone.localdate()).get(team.pk, [])
    leader = next((row for row in sitting if row.role == TeamRole.LEADER), None)
    form = HandOverForm(request.user, team, posted(request), has_leader=leader is not None)
    title = _("Hand over the leader") if leader else _("Appoint a new leader")

    def act(asked: dict[str, Any]) -> str:
        decision = form.decision(team)
        item = hand_over_leader(
            by=request.user,  # type: ignore[arg-type] # logged in
            team=team,
            new_leader=form.entry(),
            old_stays_as=asked.get("old_stays_as") or None,
            decision=decision,
        )
        return team.get_absolute_url() if decision else f"{reverse('teams:decision_create')}?item={item.pk}"

    return form_page(
        request,
        form,
        act,
        submit=title,
        done=_("The hand-over is on record. It holds from the day its decision takes effect."),
        intro=_("The leader now is %(name)s.") % {"name": leader.person} if leader else "",
        **_frame(request, team, title),
    )
