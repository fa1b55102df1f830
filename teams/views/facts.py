"""Facts recorded between two decisions: departures, pauses, lists looked through, exceptions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.places import path_to
from common.access import fetch, requires
from teams.departures import confirm_list as confirm
from teams.departures import record_departure, withdraw_departure
from teams.departures import resume as work_again
from teams.departures import suspend as pause
from teams.exceptions import end_exception, record_exception
from teams.forms.teams import DayForm, DepartureForm, ExceptionForm, SuspensionForm
from teams.models import Departure, RuleException, Team
from teams.squares import members_on
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted


def _team(request: HttpRequest, pk: int) -> Team:
    team: Team = fetch(request, Team.objects.select_related("area"), "team.edit", pk=pk)
    return team


def _frame(request: HttpRequest, team: Team, title: str) -> dict[str, Any]:
    """Title, place and way back of a form about a team."""
    address = team.get_absolute_url()
    return {"title": title, "path": path_to(request.user, team.area, (team.name, address)), "back": address}


@requires("team.edit")
def departure_create(request: HttpRequest, pk: int) -> HttpResponse:
    """A member left between two decisions; the seat is free from that day (BR-21)."""
    team = _team(request, pk)
    members = members_on([team.pk], timezone.localdate()).get(team.pk, [])
    form = DepartureForm(
        members,
        posted(request),
        initial={"person": request.GET.get("person"), "left_on": timezone.localdate()},
    )

    def act(asked: dict[str, Any]) -> None:
        person = form.people[asked.pop("person")]
        record_departure(by=request.user, team=team, person=person, **asked)

    return form_page(
        request,
        form,
        act,
        submit=_("Record the departure"),
        done=_("The departure is recorded and the seat is free."),
        intro=_("No decision is needed. When the leader leaves, appoint a new one afterwards."),
        **_frame(request, team, _("Record a departure")),
    )


@requires("team.edit")
def departure_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a departure that was entered by mistake."""
    departure = fetch(request, Departure.objects.select_related("team__area", "person"), "team.edit", pk=pk)
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: withdraw_departure(by=request.user, departure=departure),
        submit=_("Take the departure back"),
        done=_("The departure is taken back."),
        intro=_("%(name)s sits in the team again as before %(day)s.")
        % {"name": departure.person, "day": f"{departure.left_on:%d/%m/%Y}"},
        danger=True,
        **_frame(request, departure.team, _("Take a departure back")),
    )


@requires("team.edit")
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    """The team pauses; meanwhile it does not count in coverage (BR-25)."""
    team = _team(request, pk)
    return form_page(
        request,
        SuspensionForm(posted(request)),
        lambda asked: pause(by=request.user, team=team, **asked),
        submit=_("Suspend the team"),
        done=_("The team is suspended."),
        intro=_("While it pauses, the team keeps its members and does not count in coverage."),
        danger=True,
        **_frame(request, team, _("Suspend the team")),
    )


@requires("team.edit")
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """The team works again."""
    team = _team(request, pk)
    return form_page(
        request,
        DayForm(posted(request)),
        lambda asked: work_again(by=request.user, team=team, on=asked["on"]),
        submit=_("Work again"),
        done=_("The team works again."),
        **_frame(request, team, _("Let the team work again")),
    )


@requires("team.edit")
def confirm_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The list was looked through and still holds (BR-28)."""
    team = _team(request, pk)
    return form_page(
        request,
        DayForm(posted(request)),
        lambda asked: confirm(by=request.user, team=team, on=asked["on"]),
        submit=_("Confirm the list"),
        done=_("The list is confirmed."),
        intro=_("Say on which day the list was compared with the hamlet and found to be right."),
        **_frame(request, team, _("Confirm the member list")),
    )


@requires("team.edit")
def exception_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one rule not hold for this team, with a reason that stays visible."""
    team = _team(request, pk)
    return form_page(
        request,
        ExceptionForm(posted(request), initial={"rule": request.GET.get("rule")}),
        lambda asked: record_exception(by=request.user, team=team, **asked),
        submit=_("Record the exception"),
        done=_("The exception is recorded."),
        intro=_("The reason is shown wherever the rule speaks, also to the province."),
        **_frame(request, team, _("Exception from a rule")),
    )


@requires("team.edit")
def exception_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The exception no longer holds from today."""
    exception = fetch(request, RuleException.objects.select_related("team__area"), "team.edit", pk=pk)
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: end_exception(by=request.user, exception=exception),
        submit=_("End the exception"),
        done=_("The exception has ended."),
        intro=_("Rule %(rule)s holds for this team again from today. The reason was: %(reason)s")
        % {"rule": exception.rule, "reason": exception.reason},
        danger=True,
        **_frame(request, exception.team, _("End an exception")),
    )
