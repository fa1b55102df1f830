"""The page of one team: the line-up in force and the open proposal side by side, as of any day."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.days import day_shown
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.models import AuditAction
from teams.composition import EXCEPTABLE, Finding
from teams.enums import WORKING_STATUSES, DecisionAction, ItemStatus, TeamRole, TeamStatus
from teams.findings import day_of, item_findings, musts_first, standing_findings
from teams.forms.particulars import birth_text, phone_text
from teams.issuing import status_on
from teams.models import DecisionItem, Team
from teams.proposals import is_outdated
from teams.querysets import in_force
from teams.squares import members_on, proposed_entries, seat_taken
from teams.views.page_parts import with_open_phones
from vietnamese.phones import mask_phone


@requires("team.view")
def team_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one team on the day in the address."""
    teams = Team.objects.select_related("area__parent", "enterprise__organisation")
    team: Team = fetch(request, teams, pk=pk)
    shown = day_shown(request)
    members = members_on([team.pk], shown.as_of).get(team.pk, [])
    proposal = team.items.filter(status=ItemStatus.PROPOSED).select_related("decision", "team__area").first()
    entries = proposed_entries([team.pk]).get(team.pk, []) if proposal else []
    unmasked = with_open_phones(request.user, [row.person for row in (*members, *entries)])
    _log(request, team, len(unmasked))
    may_edit = request.user.can("team.edit", team.area.path)  # type: ignore[union-attr] # logged in
    status = status_on(team, shown.as_of)
    context = {
        "team": team,
        "path": path_to(request.user, team.area, (team.name, "")),
        "as_of": shown.as_of,
        "as_of_text": shown.as_of_text,
        "as_of_error": shown.as_of_error,
        "status": status,
        "members": _lines(members, unmasked),
        "seats": [seat_taken(row) for row in members],
        "proposal": proposal,
        "entries": _lines(entries, unmasked),
        "proposed_seats": [seat_taken(row, "proposed") for row in entries],
        "is_outdated": bool(proposal)
        and proposal.action == DecisionAction.AMEND
        and is_outdated(proposal, day_of(proposal)),
        "show_dates": proposal is None,
        "may_edit": may_edit,
        "may_give": may_edit and request.user.can("user.edit", team.area.path) and shown.is_today,  # type: ignore[union-attr] # logged in
        "lacks_leader": may_edit and status in WORKING_STATUSES and not _has_leader(members),
        **_findings(team, proposal, status, shown.as_of, may_edit),
        **_facts(team, shown.as_of),
    }
    return render(request, "teams/team_detail.html", context)


def _has_leader(members: list[Any]) -> bool:
    return any(row.role == TeamRole.LEADER for row in members)


def _log(request: HttpRequest, team: Team, people: int) -> None:
    """One line in the access log for a page that shows phones in full."""
    if people:
        record(request, AuditAction.VIEW, team, row_count=people)


def _lines(rows: list[Any], unmasked: set[int]) -> list[dict[str, Any]]:
    """Rows of a member table."""
    return [
        {
            "row": row,
            "birth": birth_text(row.person),
            "phone": phone_text(row.person) if row.person_id in unmasked else mask_phone(row.person.phone),
        }
        for row in rows
    ]


def _findings(
    team: Team, proposal: DecisionItem | None, status: str, on: date, may_edit: bool
) -> dict[str, Any]:
    """What the rules say of the line-up in force and of the proposal, each with the way to put it right."""
    change = _change_url(team, proposal) if may_edit else ""
    sitting = standing_findings(team, on) if status in WORKING_STATUSES else []
    drawn_up = []
    if proposal and proposal.action != DecisionAction.DISSOLVE:
        drawn_up = item_findings(proposal, at_activation=True)
    return {
        "findings": [_with_fix(found, team, change) for found in sitting],
        "proposal_findings": [
            _with_fix(found, team, change) for found in musts_first(drawn_up) if found.rule != "BR-17"
        ],
    }


def _change_url(team: Team, proposal: DecisionItem | None) -> str:
    if proposal and proposal.action != DecisionAction.DISSOLVE:
        return reverse("teams:roster_edit", args=[proposal.pk])
    return "" if proposal else reverse("teams:propose", args=[team.pk])


def _with_fix(found: Finding, team: Team, change: str) -> dict[str, Any]:
    """A finding as the component reads it."""
    exception = reverse("teams:exception_create", args=[team.pk])
    allows = (
        change
        and found.rule in EXCEPTABLE
        and not found.excepted
        and (found.level == "E" or found.rule != "BR-09")
    )
    return {
        "level": found.level,
        "rule": found.rule,
        "text": f"{found.text} {_('Exception recorded: %s') % found.reason}"
        if found.excepted
        else found.text,
        "source": found.source,
        **_way_out(found, team, change),
        "exception_url": f"{exception}?rule={found.rule}" if allows else "",
    }


def _way_out(found: Finding, team: Team, change: str) -> dict[str, str]:
    """Where a finding is put right: a missing leader of a team at work in one step, all else in the list."""
    propose = reverse("teams:propose", args=[team.pk])
    if found.code == "BR-05.no_leader" and change == propose:
        return {
            "fix_url": reverse("teams:hand_over", args=[team.pk]),
            "fix_label": _("Appoint a new leader"),
        }
    return {"fix_url": change, "fix_label": _("Change the list")}


def _facts(team: Team, on: date) -> dict[str, Any]:
    """Decisions, places, departures, pauses and exceptions of the team."""
    items = team.items.exclude(status=ItemStatus.PROPOSED).select_related("decision__issuer")
    links = team.team_areas.on_date(on).select_related("area")  # type: ignore[attr-defined] # our queryset
    if team.status == TeamStatus.DRAFT:
        links = [link for item in team.items.all() for link in item.item_areas.select_related("area")]
    return {
        "items": items.order_by("-decision__effective_on", "-pk"),
        "links": links,
        "departures": team.departures.select_related("person", "recorded_by").order_by("-left_on", "-pk"),
        "pauses": team.suspensions.order_by("-valid_from"),
        "pause": team.suspensions.filter(in_force(timezone.localdate())).first(),
        "exceptions": team.rule_exceptions.filter(in_force(on)).select_related("recorded_by"),
        "is_working": team.status in WORKING_STATUSES,
        "is_draft": team.status == TeamStatus.DRAFT,
        "is_dissolved": team.status == TeamStatus.DISSOLVED,
    }
