"""Pages of organisations, enterprises and their counted workers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.places import path_to
from common.access import fetch, requires
from common.lists import page_of
from teams.composition import EnterpriseFacts, enterprise_findings
from teams.enums import OrgGroup, TeamStatus
from teams.forms.filters import OrganisationFilter
from teams.forms.organisations import EnterpriseForm, OrganisationForm, WorkforceForm
from teams.models import EnterpriseProfile, Membership, Organisation
from teams.organisations import record_workforce, save_enterprise, save_organisation
from teams.rules import rule_set_for, rules_of
from teams.views.form_pages import form_page
from teams.views.page_parts import posted, searched
from vietnamese.phones import mask_phone, parse_phone

SORTS = {"name": ["name"], "type": ["group", "type", "name"], "place": ["area__sort_key", "name"]}


@requires("organisation.view")
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Organisations of the user's scope."""
    form = OrganisationFilter(request.user, request.GET)
    asked = form.values
    rows = Organisation.objects.visible_to(request.user).select_related("area", "enterprise")  # type: ignore[attr-defined] # our queryset
    rows = searched(rows, asked.get("q", ""))
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    rows = rows.filter(group=asked["group"]) if asked.get("group") else rows
    context = {
        "form": form,
        "page": page_of(request, rows, SORTS, "name"),
        "may_create": request.user.can("organisation.edit"),  # type: ignore[union-attr] # logged in
        "may_see_organisations": request.user.can("organisation.view"),  # type: ignore[union-attr] # logged in
    }
    return render(request, "teams/organisation_list.html", context)


def _organisation(request: HttpRequest, pk: int, capability: str | None = None) -> Organisation:
    rows = Organisation.objects.select_related("area", "enterprise__area")
    found: Organisation = fetch(request, rows, capability, pk=pk)
    return found


@requires("organisation.view")
def organisation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation: where it works, who sits in teams for it, and its workers if it is an enterprise."""
    organisation = _organisation(request, pk)
    user: Any = request.user
    members = (
        Membership.objects.visible_to(user).on_date(timezone.localdate()).filter(organisation=organisation)
    )  # type: ignore[attr-defined] # our queryset
    tail = ((_("Organisations"), reverse("teams:organisation_list")), (organisation.name, ""))
    site = getattr(organisation, "enterprise", None)
    may_edit = user.can("organisation.edit", organisation.area.path)
    context = {
        "organisation": organisation,
        "path": path_to(user, organisation.area, *tail),
        "members": members.select_related("person", "team").order_by("team__search_key", "seat"),
        "may_edit": may_edit,
        "is_enterprise": organisation.group == OrgGroup.ENTERPRISE,
        "site": site,
        **(_site(site, user, may_edit) if site else {}),
    }
    return render(request, "teams/organisation_detail.html", context)


def _site(site: EnterpriseProfile, user: Any, may_edit: bool) -> dict[str, Any]:
    """Workers, teams and findings of a site (BR-12, BR-14)."""
    today = timezone.localdate()
    counts = list(site.counts.order_by("-as_of"))
    teams = list(site.teams.exclude(status=TeamStatus.DISSOLVED).order_by("pk"))
    latest = next((one for one in counts if one.as_of <= today), None)
    has_team = any(team.status != TeamStatus.DRAFT for team in teams)
    facts = EnterpriseFacts(
        str(site), latest.worker_count if latest else None, latest.as_of if latest else None, today, has_team
    )
    marks = enterprise_findings(facts, rules_of(rule_set_for(site.area, today)))
    phone = site.contact_phone if may_edit else mask_phone(parse_phone(site.contact_phone).e164)
    create = f"{reverse('teams:team_create')}?level=ENTERPRISE&enterprise={site.organisation_id}"
    return {
        "counts": counts,
        "teams": teams,
        "findings": [
            {
                "level": one.level,
                "rule": one.rule,
                "text": one.text,
                "source": one.source,
                "fix_url": create
                if one.code == "BR-12.needs_team" and not teams and user.can("team.edit", site.area.path)
                else "",
                "fix_label": _("Set up the team"),
            }
            for one in marks
        ],
        "contact_phone": phone,
    }


@requires("organisation.edit")
def organisation_create(request: HttpRequest) -> HttpResponse:
    """Enter an organisation."""
    address = reverse("teams:organisation_list")
    form = OrganisationForm(request.user, posted(request), instance=Organisation())

    def act(_asked: dict[str, Any]) -> str:
        return save_organisation(by=request.user, organisation=form.instance).get_absolute_url()  # type: ignore[arg-type] # logged in

    return form_page(
        request,
        form,
        act,
        title=_("New organisation"),
        path=[(_("Organisations"), address), (_("New organisation"), "")],
        submit=_("Save"),
        back=address,
        done=_("The organisation is on the register."),
    )


def _frame(request: HttpRequest, organisation: Organisation, title: str) -> dict[str, Any]:
    address = organisation.get_absolute_url()
    return {
        "title": title,
        "path": path_to(request.user, organisation.area, (organisation.name, address)),
        "back": address,
    }


@requires("organisation.edit")
def organisation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation."""
    organisation = _organisation(request, pk, "organisation.edit")
    frame = _frame(request, organisation, _("Change the organisation"))
    form = OrganisationForm(request.user, posted(request), instance=organisation)
    return form_page(
        request,
        form,
        lambda _asked: save_organisation(by=request.user, organisation=form.instance),  # type: ignore[arg-type] # logged in
        submit=_("Save"),
        done=_("The changes are saved."),
        **frame,
    )


@requires("organisation.edit")
def enterprise_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of an enterprise at its site (BR-15)."""
    organisation = _organisation(request, pk, "organisation.edit")
    site = getattr(organisation, "enterprise", None) or EnterpriseProfile(
        organisation=organisation, area=organisation.area
    )
    form = EnterpriseForm(request.user, posted(request), instance=site)
    return form_page(
        request,
        form,
        lambda _asked: save_enterprise(by=request.user, profile=form.instance),  # type: ignore[arg-type] # logged in
        submit=_("Save"),
        done=_("The changes are saved."),
        **_frame(request, organisation, _("Site of the enterprise")),
    )


@requires("organisation.edit")
def workforce_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Workers counted on a day."""
    organisation = _organisation(request, pk, "organisation.edit")
    site: EnterpriseProfile = fetch(
        request,
        EnterpriseProfile.objects.select_related("area"),
        "organisation.edit",
        organisation=organisation,
    )
    return form_page(
        request,
        WorkforceForm(posted(request)),
        lambda asked: record_workforce(by=request.user, enterprise=site, **asked),  # type: ignore[arg-type] # logged in
        submit=_("Record the count"),
        done=_("The count is recorded."),
        intro=_("More than 300 workers call for a team of the enterprise; exactly 300 do not."),
        **_frame(request, organisation, _("Count of workers")),
    )
