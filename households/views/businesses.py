"""Pages of household businesses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from households.businesses import save_business, set_business_status
from households.enums import LivingStatus
from households.forms.businesses import BusinessForm
from households.forms.filters import BusinessFilter
from households.models import Household, HouseholdBusiness
from households.reach import hamlets_to_write_in, may_in_hamlet
from households.search import with_words
from households.standing import names_at
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted
from vietnamese.phones import mask_phone

SORTS = {"name": ["search_key"], "kind": ["kind", "search_key"], "place": ["area__sort_key", "search_key"]}


@requires("household.view")
def business_list(request: HttpRequest) -> HttpResponse:
    """Household businesses in the user's scope."""
    form = BusinessFilter(request.user, request.GET)
    asked = form.values
    rows: Any = HouseholdBusiness.objects.visible_to(request.user).living()  # type: ignore[attr-defined] # our queryset
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    rows = rows.filter(kind=asked["kind"]) if asked.get("kind") else rows
    rows = with_words(rows, asked.get("q", "")).select_related("area").prefetch_related("on_platforms")
    page = page_of(request, rows, SORTS, "name")
    if page.rows:
        record(request, AuditAction.VIEW, row_count=len(page.rows))
    context = {"form": form, "page": page, "may_write": request.user.can("household.edit")}  # type: ignore[union-attr] # logged in
    return render(request, "households/business_list.html", context)


def _business(request: HttpRequest, pk: int, capability: str | None = None) -> HouseholdBusiness:
    rows = HouseholdBusiness.objects.select_related("area", "household")
    business: HouseholdBusiness = fetch(request, rows, capability, pk=pk)
    return business


def _path(request: HttpRequest, business: HouseholdBusiness, *tail: tuple[str, str]) -> list[tuple[str, str]]:
    steps = (
        (_("Household businesses"), reverse("households:business_list")),
        (business.name, business.get_absolute_url() if tail else ""),
    )
    return path_to(request.user, business.area, *steps, *tail)  # type: ignore[arg-type] # logged in


@requires("household.view")
def business_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One business: what it uses today, and its visits."""
    business = _business(request, pk)
    record(request, AuditAction.VIEW, business)
    user: Any = request.user
    visits = list(business.visits.select_related("team").order_by("-visited_on", "-pk")[:50])
    names = names_at([visit.pk for visit in visits])
    is_open = business.anonymised_at is None and business.status != LivingStatus.MERGED
    context = {
        "business": business,
        "path": _path(request, business),
        "phone": mask_phone(business.phone),
        "platforms": business.on_platforms.order_by("name"),
        "visits": [{"visit": visit, "names": ", ".join(names.get(visit.pk, ()))} for visit in visits],
        "may_edit": is_open and may_in_hamlet(user, business.area, "household.edit"),
        "may_visit": is_open and may_in_hamlet(user, business.area, "visit.edit"),
        "is_away": business.status == LivingStatus.MOVED,
    }
    return render(request, "households/business_detail.html", context)


@requires("household.edit")
def business_create(request: HttpRequest) -> HttpResponse:
    """Enter a household business; from a household's page it belongs to that household."""
    household = None
    if asked := request.GET.get("household"):
        household = fetch(request, Household.objects.select_related("area"), "household.edit", pk=asked)
    initial = (
        {"household": household.pk, "area": household.area, "owner_name": household.head_name}
        if household
        else {}
    )
    hamlets = hamlets_to_write_in(request.user)  # type: ignore[arg-type] # logged in
    return _form_page(
        request,
        BusinessForm(request.user, hamlets, posted(request), initial=initial),
        HouseholdBusiness(),
        title=_("New household business"),
        path=[
            (_("Household businesses"), reverse("households:business_list")),
            (_("New household business"), ""),
        ],
        back=household.get_absolute_url() if household else reverse("households:business_list"),
    )


@requires("household.edit")
def business_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a business: what it uses today, where it is."""
    business = _business(request, pk, "household.edit")
    record(request, AuditAction.VIEW, business, reason=_("opened for changing"))
    title = _("Change %(name)s") % {"name": business.name}
    hamlets = hamlets_to_write_in(request.user)  # type: ignore[arg-type] # logged in
    form = BusinessForm(request.user, hamlets, posted(request), business=business)
    return _form_page(
        request,
        form,
        business,
        title=title,
        path=_path(request, business, (title, "")),
        back=business.get_absolute_url(),
    )


def _form_page(
    request: HttpRequest, form: BusinessForm, business: HouseholdBusiness, **words: Any
) -> HttpResponse:
    def act(asked: dict[str, Any]) -> str:
        platforms = list(asked.pop("platforms"))
        stored = save_business(by=request.user, business=business, values=asked, platforms=platforms)  # type: ignore[arg-type] # logged in
        return stored.get_absolute_url()

    return form_page(request, form, act, submit=_("Save"), done=_("The business is saved."), **words)


@requires("household.edit")
def business_away(request: HttpRequest, pk: int) -> HttpResponse:
    """The business has closed or moved away, or is back."""
    business = _business(request, pk, "household.edit")
    is_away = business.status != LivingStatus.MOVED
    title = _("Closed or moved away") if is_away else _("Back again")
    status = LivingStatus.MOVED if is_away else LivingStatus.LIVING
    return form_page(
        request,
        EmptyForm(posted(request)),
        lambda _asked: set_business_status(by=request.user, business=business, status=status),  # type: ignore[arg-type] # logged in
        title=title,
        path=_path(request, business, (title, "")),
        submit=title,
        back=business.get_absolute_url(),
        done=_("Saved."),
        intro=_("%(name)s: its visits stay on record.") % {"name": business.name},
    )
