"""Pages of visits: recording one in half a minute, looking at it, correcting it, taking it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.forms import add_refusal
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from households.enums import VisitStatus
from households.forms.filters import VisitFilter
from households.forms.visits import (
    NEW,
    VisitForm,
    VisitPlace,
    VisitReasonForm,
    for_known_home,
    initial_of,
)
from households.models import Household, HouseholdBusiness, Visit
from households.new_homes import log_visit_at_new_home
from households.outreach import correct_visit, log_visit, take_back_visit
from households.presets import last_members, team_for
from households.reach import covered_hamlets, teams_to_write_for
from households.register import likely_doubles
from households.search import with_words
from households.standing import names_at
from households.visit_data import VisitResult
from teams.models import Team
from teams.views.form_pages import form_page
from teams.views.page_parts import posted

SORTS = {"day": ["visited_on"], "received": ["received_at"]}
ORDERS = (
    ("-day", gettext_lazy("Newest first")),
    ("day", gettext_lazy("Oldest first")),
    ("-received", gettext_lazy("Entered last")),
)
"""Offered on a telephone, where the table has no heads."""


@requires("visit.view")
def visit_list(request: HttpRequest) -> HttpResponse:
    """Visits in the user's scope, the newest first."""
    form = VisitFilter(request.user, request.GET)
    asked = form.values
    rows: Any = Visit.objects.visible_to(request.user).exclude(status=VisitStatus.VOID)  # type: ignore[attr-defined] # our queryset
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    rows = rows.filter(outcome=asked["outcome"]) if asked.get("outcome") else rows
    rows = rows.filter(visited_on__gte=asked["since"]) if asked.get("since") else rows
    rows = with_words(rows, asked.get("q", ""), "household__search_key")
    page = page_of(request, rows.select_related("area", "team", "household", "business"), SORTS, "-day")
    names = names_at([visit.pk for visit in page.rows])
    if page.rows:
        record(request, AuditAction.VIEW, row_count=len(page.rows))
    context = {
        "form": form,
        "page": page,
        "orders": ORDERS,
        "rows": [{"visit": visit, "names": names.get(visit.pk, ())} for visit in page.rows],
        "may_write": bool(request.user.can("visit.edit")),  # type: ignore[union-attr] # logged in
    }
    return render(request, "households/visit_list.html", context)


@requires("visit.edit")
def visit_create(request: HttpRequest) -> HttpResponse:
    """Record a visit: the team and the day are preset, the household is chosen or comes in the address."""
    place = _place(request)
    if place is None:
        teams = teams_to_write_for(request.user)  # type: ignore[arg-type] # logged in
        return render(
            request, "households/visit_team.html", {"teams": teams, "kept": request.GET.urlencode()}
        )
    sent = for_known_home(posted(request))
    form = VisitForm(place, sent, initial={"members": last_members(request.user, place.team)})
    if request.method == "POST" and form.is_valid():
        result = _log(request, form)
        if result is not None:
            _thank(request, form, result)
            return redirect(f"{reverse('households:household_list')}?{urlencode({'area': form.hamlet.pk})}")
    return _show(request, form, _("Record a visit"), reverse("households:household_list"))


def _place(request: HttpRequest) -> VisitPlace | None:
    """The household or business of the address, and the team that looks after its hamlet; None: choose a team."""
    household = business = None
    if asked := request.GET.get("household"):
        rows = Household.objects.select_related("area")
        household = fetch(request, rows, "household.edit", pk=asked)
    elif asked := request.GET.get("business"):
        rows = HouseholdBusiness.objects.select_related("area", "household")
        business = fetch(request, rows, "household.edit", pk=asked)
    near = household or business
    team: Team | None = None
    if asked := request.GET.get("team"):
        team = fetch(request, Team.objects.select_related("area"), "visit.edit", pk=asked)
    else:
        team = team_for(request.user, near.area if near else None)
    return VisitPlace(team, covered_hamlets(team), household, business) if team else None


def _log(request: HttpRequest, form: VisitForm) -> VisitResult | None:
    """Store what was typed; what is refused stands in the form, with everything still there."""
    user: Any = request.user
    data = form.data_for()
    try:
        if form.chosen != NEW or not form.place.is_open:
            return log_visit(by=user, visit=data)
        typed = form.cleaned_data
        doubles = likely_doubles(typed["hamlet"], typed["head_name"], group=typed["group"])
        if doubles and not typed["is_different"]:
            form.ask_about(doubles)
            return None
        values = {"head_name": typed["head_name"], "self_managed_group": typed["group"]}
        return log_visit_at_new_home(by=user, visit=data, area=typed["hamlet"], values=values)
    except ValidationError as error:
        add_refusal(form, error)
    return None


def _thank(request: HttpRequest, form: VisitForm, result: VisitResult) -> None:
    """Say what was stored and where it is corrected; a double is pointed out (BR-35)."""
    link = (reverse("households:visit_detail", args=[result.visit_id]), _("See or correct it"))
    if result.is_double:
        text = _(
            "Saved. This household was visited by the team on that day already: both stay and count once (BR-35)."
        )
        messages.warning(request, format_html('{} <a href="{}">{}</a>', text, *link))
    else:
        whom = form.home or form.place.business or form.cleaned_data.get("head_name")
        words = {"whom": whom, "day": f"{form.cleaned_data['visited_on']:%d/%m/%Y}"}
        text = (
            _("The visit to %(whom)s on %(day)s is saved.") if whom else _("The visit on %(day)s is saved.")
        )
        messages.success(request, format_html('{} <a href="{}">{}</a>', text % words, *link))


def _show(request: HttpRequest, form: VisitForm, title: str, back: str, notes: Any = ()) -> HttpResponse:
    place = form.place
    context = {
        "form": form,
        "place": place,
        "title": title,
        "back": back,
        "notes": notes,
        "path": path_to(
            request.user, place.team.area, (place.team.name, place.team.get_absolute_url()), (title, "")
        ),  # type: ignore[arg-type] # logged in
    }
    return render(request, "households/visit_form.html", context)


def _visit(request: HttpRequest, pk: int, capability: str | None = None) -> Visit:
    rows = Visit.objects.select_related(
        "team__area", "area", "household__area", "business__area", "session", "corrects"
    )
    visit: Visit = fetch(request, rows, capability, pk=pk)
    return visit


@requires("visit.view")
def visit_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit: what was taught, by whom, and what became of it."""
    visit = _visit(request, pk)
    record(request, AuditAction.VIEW, visit)
    user: Any = request.user
    later = Visit.objects.filter(corrects=visit).first()
    context = {
        "visit": visit,
        "path": path_to(user, visit.area, (_("Visits"), reverse("households:visit_list")), (str(visit), "")),
        "topics": visit.visit_topics.select_related("topic", "platform").order_by("topic__order", "pk"),
        "names": names_at([visit.pk]).get(visit.pk, ()),
        "later": later,
        "may_write": visit.status != VisitStatus.VOID
        and Visit.objects.visible_to(user, "visit.edit").filter(pk=visit.pk).exists(),  # type: ignore[attr-defined] # our queryset
    }
    return render(request, "households/visit_detail.html", context)


@requires("visit.edit")
def visit_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a visit anew; the old row stays as void."""
    visit = _visit(request, pk, "visit.edit")
    if visit.team not in teams_to_write_for(request.user):  # type: ignore[arg-type] # logged in
        raise PermissionDenied(_("The team does not work any more; take the visit back instead."))
    place = VisitPlace(
        visit.team, covered_hamlets(visit.team), business=visit.business, former=visit.household
    )
    initial = initial_of(visit) | {"household": visit.household_id}
    form = VisitForm(place, posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            new = correct_visit(
                by=request.user,  # type: ignore[arg-type] # logged in
                visit=visit,
                data=form.data_for(),
                reason=_("corrected"),
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The visit is corrected; the former one stays as void."))
            return redirect(new)
    return _show(request, form, _("Correct a visit"), visit.get_absolute_url())


@requires("visit.edit")
def visit_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A visit that never happened: it stays on record as void and counts nowhere."""
    visit = _visit(request, pk, "visit.edit")
    title = _("Take a visit back")
    return form_page(
        request,
        VisitReasonForm(posted(request)),
        lambda asked: take_back_visit(by=request.user, visit=visit, reason=asked["reason"]),  # type: ignore[arg-type] # logged in
        title=title,
        path=path_to(request.user, visit.area, (str(visit), visit.get_absolute_url()), (title, "")),  # type: ignore[arg-type] # logged in
        submit=_("Take it back"),
        back=visit.get_absolute_url(),
        done=_("The visit is taken back. It counts nowhere any more."),
        intro=_(
            "The visit stays on record as void and counts nowhere. To change it, choose “Correct” instead."
        ),
        danger=True,
    )
