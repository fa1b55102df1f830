"""Facts between two decisions: people who leave, pauses, lists looked through (BR-10, BR-21, BR-28)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import check_may, service
from teams.enums import DEPARTURE_REASONS, EndReason, TeamStatus
from teams.line_ups import delete_each, save_as
from teams.models import Departure, Person, Suspension, Team
from teams.rebuild import rebuild_team
from teams.recorded import facts_of
from teams.roster import MAY_EDIT
from teams.timeline_checks import (
    DEPARTURE_AFTER_DISSOLVE,
    DEPARTURE_BEFORE_TEAM,
    DEPARTURE_NOT_LISTED,
    DEPARTURE_TWICE,
    check_departure,
)
from teams.timeline_facts import DepartureFact

REFUSALS = {
    DEPARTURE_BEFORE_TEAM: _("%(day)s is before the team was set up (BR-10). Enter a later date."),
    DEPARTURE_AFTER_DISSOLVE: _("The team was dissolved before %(day)s (BR-10). Enter an earlier date."),
    DEPARTURE_NOT_LISTED: _("%(name)s is not a member on %(day)s (BR-10). Check the person and the date."),
    DEPARTURE_TWICE: _("%(name)s has left the team before %(day)s already (BR-10). Check the date."),
}


def _locked(team: Team, by: User) -> Team:
    team = Team.objects.select_for_update(of=("self",)).select_related("area").get(pk=team.pk)
    check_may(by, team.area.path, *MAY_EDIT)
    return team


@service
def record_departure(
    *, by: User, team: Team, person: Person, left_on: date, reason: str, note: str = ""
) -> Departure:
    """A member leaves: moved, resigned, died. Needs no decision; `left_on` is the first day without the seat.

    A leader may always leave; the team then needs re-constitution (BR-05).
    """
    team = _locked(team, by)
    if reason not in DEPARTURE_REASONS:
        raise ValidationError({"reason": ValidationError(_("Choose why the member leaves."), code="reason")})
    problem = check_departure(facts_of([team.pk])[team.pk], DepartureFact(0, person.pk, left_on, reason))
    if problem is not None:
        params = {"name": person.full_name, "day": f"{left_on:%d/%m/%Y}"}
        raise ValidationError(
            {"left_on": ValidationError(REFUSALS[problem.code], code="BR-10", params=params)}
        )
    departure = Departure(team=team, person=person, left_on=left_on, reason=reason, recorded_by=by, note=note)
    departure.full_clean(exclude=["team", "person", "recorded_by"])
    save_as(departure, by)
    _mark_deceased(person, by)
    rebuild_team(team, by=by)
    return departure


@service
def withdraw_departure(*, by: User, departure: Departure) -> None:
    """Take back a departure that was entered by mistake; the person sits again as before."""
    team, person = _locked(departure.team, by), departure.person
    delete_each([departure], by)
    _mark_deceased(person, by)
    rebuild_team(team, by=by)


def _mark_deceased(person: Person, by: User) -> None:
    """Whoever left a team by death is recorded as deceased."""
    deceased = Departure.objects.filter(person=person, reason=EndReason.DECEASED).exists()
    if person.is_deceased != deceased:
        person.is_deceased = deceased
        save_as(person, by)


@service
def suspend(
    *, by: User, team: Team, valid_from: date, valid_to: date | None = None, reason: str
) -> Suspension:
    """The team pauses: it keeps its members and does not count in coverage meanwhile (BR-25)."""
    team = _locked(team, by)
    if team.established_on is None or valid_from < team.established_on:
        raise ValidationError(
            {
                "valid_from": ValidationError(
                    _("The team does not work yet on that day (BR-10)."), code="BR-10"
                )
            }
        )
    suspension = Suspension(team=team, valid_from=valid_from, valid_to=valid_to, reason=reason.strip())
    suspension.full_clean(exclude=["team"])
    save_as(suspension, by)
    rebuild_team(team, by=by)
    return suspension


@service
def resume(*, by: User, team: Team, on: date) -> Suspension:
    """The team works again from a day on: its pause ends there."""
    team = _locked(team, by)
    pause = team.suspensions.filter(valid_from__lt=on, valid_to=None).first()
    pause = pause or team.suspensions.filter(valid_from__lt=on, valid_to__gt=on).first()
    if pause is None:
        raise ValidationError(
            {
                "on": ValidationError(
                    _("The team is not suspended before that day. Check the date."), code="date"
                )
            }
        )
    pause.valid_to = on
    save_as(pause, by)
    rebuild_team(team, by=by)
    return pause


@service
def confirm_list(*, by: User, team: Team, on: date) -> Team:
    """The list was looked through and still holds; its age counts from that day (BR-28)."""
    team = _locked(team, by)
    if on > timezone.localdate() or (team.established_on and on < team.established_on):
        raise ValidationError(
            {"on": ValidationError(_("Enter a day between the team's start and today."), code="date")}
        )
    if team.status in (TeamStatus.DRAFT, TeamStatus.DISSOLVED):
        raise ValidationError(_("Only the list of a working team is confirmed."), code="not_working")
    team.checked_on = on
    save_as(team, by)
    return team
