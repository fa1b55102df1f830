"""Pages of households: whom to visit next, search, one household, entering and correcting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from areas.enums import AreaLevel
from areas.models import Area
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from households.changes import changes_of
from households.enums import NAMELESS_STATES, ConsentState, LivingStatus
from households.forms.filters import HouseholdFilter
from households.forms.households import HouseholdForm
from households.hamlets import hamlet_lines
from households.models import Household, HouseholdMerge, Visit
from households.reach import hamlets_to_write_in, may_in_hamlet
from households.register import add_household, change_household, likely_doubles
from households.search import page_behind, with_words_or_phone
from households.standing import basic_skills, names_at, standings_of
from households.views.places import hamlet_where
from teams.views.form_pages import form_page
from teams.views.page_parts import posted
from vietnamese.phones import display_phone, mask_phone

SORTS = {
    "need": ["need", "last_visit_on", "search_key"],
    "name": ["search_key"],
    "group": ["self_managed_group", "search_key"],
    "last": ["last_visit_on", "search_key"],
}
ORDERS = (
    ("need", gettext_lazy("Need")),
    ("name", gettext_lazy("Head of the household")),
    ("group", gettext_lazy("Self-managed group")),
    ("last", gettext_lazy("Longest ago")),
)
"""Offered on a telephone, where the table has no heads."""


@requires("household.view")
def household_list(request: HttpRequest) -> HttpResponse:
    """Of a hamlet its households by need; of a larger area its hamlets; with words, who is called so."""
    form = HouseholdFilter(request.user, request.GET)
    area = form.values.get("area") or _only_hamlet(request)
    context = {
        "form": form,
        "area": area,
        "may_write": request.user.can("household.edit"),  # type: ignore[union-attr] # logged in
        "may_visit": request.user.can("visit.edit"),  # type: ignore[union-attr] # logged in
        "may_merge": request.user.can("household.manage"),  # type: ignore[union-attr] # logged in
    }
    if form.values.get("q"):
        return _search(request, form.values["q"], context)
    if area is not None and area.level == AreaLevel.HAMLET:
        return _by_need(request, area, context)
    context["lines"] = hamlet_lines(request.user, area)
    return render(request, "households/hamlet_list.html", context)


def _only_hamlet(request: HttpRequest) -> Area | None:
    """The hamlet of a member whose team looks after one."""
    own = hamlets_to_write_in(request.user)  # type: ignore[arg-type] # logged in
    return own[0] if len(own) == 1 else None


def _visible(request: HttpRequest) -> Any:
    return Household.objects.visible_to(request.user)  # type: ignore[attr-defined] # our queryset


def _search(request: HttpRequest, words: str, context: dict[str, Any]) -> HttpResponse:
    """Who is called so, by name; the words are not logged: they name people."""
    rows = _visible(request).exclude(status=LivingStatus.MERGED).filter(anonymised_at=None)
    rows = rows.inside(context["area"]) if context["area"] else rows
    # Fifty rows lie in few hamlets: read apart, each of these is made once and not for every row.
    rows = with_words_or_phone(rows, words, request.user).prefetch_related("area__parent")
    found = page_behind(rows, request.GET.get("after", ""))
    record(request, AuditAction.VIEW, row_count=len(found.rows))
    kept = request.GET.copy()
    kept.pop("after", None)
    next_url = f"?{kept.urlencode()}&{urlencode({'after': found.next_key})}" if found.next_key else ""
    is_later = bool(request.GET.get("after"))
    context |= {
        "found": found,
        "next_url": next_url,
        "is_later": is_later,
        "first_url": f"?{kept.urlencode()}",
    }
    return render(request, "households/household_search.html", context)


def _by_need(request: HttpRequest, area: Area, context: dict[str, Any]) -> HttpResponse:
    """Never visited first, then absent last time, then asked to come back, then longest ago (E7)."""
    rows = _visible(request).filter(area=area).living().by_need()
    page = page_of(request, rows, SORTS, "need")
    visits = Visit.objects.select_related("team").in_bulk(
        [home.last_visit for home in page.rows if home.last_visit]
    )
    names = names_at(list(visits))
    if page.rows:
        record(request, AuditAction.VIEW, row_count=len(page.rows))
    context |= {
        "page": page,
        "orders": ORDERS,
        "rows": [
            {
                "home": home,
                "visit": visits.get(home.last_visit),
                "names": ", ".join(names.get(home.last_visit, ())),
            }
            for home in page.rows
        ],
        "path": path_to(request.user, area, (_("Household register"), "")),  # type: ignore[arg-type] # logged in
        "may_write": may_in_hamlet(request.user, area, "household.edit"),  # type: ignore[arg-type] # logged in
    }
    return render(request, "households/household_list.html", context)


def household_of(request: HttpRequest, pk: int, capability: str | None = None) -> Household:
    """The household of an address, inside the user's scope."""
    household: Household = fetch(request, Household.objects.select_related("area"), capability, pk=pk)
    return household


def path_of_home(request: HttpRequest, home: Household, *tail: tuple[str, str]) -> list[tuple[str, str]]:
    """From the province to the household's page, then `tail`."""
    listed = f"{reverse('households:household_list')}?{urlencode({'area': home.area_id})}"
    steps = ((_("Household register"), listed), (home.head_name, home.get_absolute_url() if tail else ""))
    return path_to(request.user, home.area, *steps, *tail)  # type: ignore[arg-type] # logged in


@requires("household.view")
def household_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One household: how far it has come, visits, consent, changes; the phone is masked until it is asked for."""
    home = household_of(request, pk)
    record(request, AuditAction.VIEW, home)
    return render(request, "households/household_detail.html", _detail(request, home))


@requires("household.phone")
@require_POST
def household_phone(request: HttpRequest, pk: int) -> HttpResponse:
    """The phone in full, where the household agreed; who read it is written down."""
    home = household_of(request, pk, "household.phone")
    record(request, AuditAction.VIEW, home, reason=_("phone number shown"))
    return render(request, "households/household_detail.html", _detail(request, home, is_open=True))


def _detail(request: HttpRequest, home: Household, is_open: bool = False) -> dict[str, Any]:
    user: Any = request.user
    standings = standings_of(home)
    visits = list(home.visits.select_related("team").order_by("-visited_on", "-pk")[:50])
    names = names_at([visit.pk for visit in visits])
    may_edit = may_in_hamlet(user, home.area, "household.edit")
    return {
        "home": home,
        "path": path_of_home(request, home),
        "phone": display_phone(home.phone) if is_open else mask_phone(home.phone),
        "is_open": is_open,
        "may_open": bool(home.phone)
        and Household.objects.visible_to(user, "household.phone").filter(pk=home.pk).exists(),  # type: ignore[attr-defined] # our queryset
        "may_edit": may_edit and home.anonymised_at is None and home.status != LivingStatus.MERGED,
        "may_manage": user.can("household.manage", home.area.path) and home.anonymised_at is None,
        "may_visit": may_in_hamlet(user, home.area, "visit.edit") and home.status != LivingStatus.MERGED,
        "may_withdraw": may_edit and home.consent_state == ConsentState.GIVEN,
        "is_nameless": home.consent_state in NAMELESS_STATES,
        "skills": basic_skills(standings),
        "standings": standings,
        "visits": [{"visit": visit, "names": ", ".join(names.get(visit.pk, ()))} for visit in visits],
        "businesses": home.businesses.exclude(status=LivingStatus.MERGED).order_by("search_key", "pk"),
        "consents": home.consents.select_related("given_to").order_by("-given_on", "-pk"),
        "mergers": HouseholdMerge.objects.filter(kept=home).select_related("dropped", "merged_by"),
        "merged_into": HouseholdMerge.objects.filter(dropped=home, undone_at=None)
        .select_related("kept")
        .first(),
        "changes": changes_of(home),
    }


@requires("household.edit")
def household_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a household of the hamlet; one that may be known already is named first (E4)."""
    hamlet = hamlet_where(request, pk, "household.edit")
    form = HouseholdForm(posted(request))
    back = f"{reverse('households:household_list')}?{urlencode({'area': hamlet.pk})}"

    def act(asked: dict[str, Any]) -> str:
        answer = form.answer
        home = add_household(by=request.user, area=hamlet, values=asked, answer=answer)  # type: ignore[arg-type] # logged in
        return home.get_absolute_url()

    if request.method == "POST" and form.is_valid() and not form.cleaned_data["is_different"]:
        asked = form.cleaned_data
        doubles = likely_doubles(hamlet, asked["head_name"], group=asked["self_managed_group"])
        if doubles:
            form.ask_about(doubles)
    return form_page(
        request,
        form,
        act,
        title=_("New household"),
        path=path_to(request.user, hamlet, (_("Household register"), back), (_("New household"), "")),  # type: ignore[arg-type] # logged in
        submit=_("Save"),
        back=back,
        done=_("The household is on the register."),
    )


@requires("household.edit")
def household_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is on record."""
    home = household_of(request, pk, "household.edit")
    record(request, AuditAction.VIEW, home, reason=_("opened for changing"))
    form = HouseholdForm(posted(request), household=home)
    title = _("Change %(name)s") % {"name": home.head_name}
    return form_page(
        request,
        form,
        lambda asked: change_household(
            by=request.user,  # type: ignore[arg-type] # logged in
            household=home,
            values=asked,
            phone=asked.get("phone"),
        ),
        title=title,
        path=path_of_home(request, home, (title, "")),
        submit=_("Save"),
        back=home.get_absolute_url(),
        done=_("The changes are saved."),
    )
