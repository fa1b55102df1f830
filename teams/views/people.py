"""Pages of people: list, particulars, phone, posts."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from areas.enums import AreaLevel
from areas.models import Area
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from teams.forms.filters import SearchFilter
from teams.forms.particulars import birth_text, phone_text
from teams.forms.people import AccountForm, PersonForm, PositionForm
from teams.forms.teams import DayForm
from teams.listed_people import SHOWN, listed_people
from teams.member_accounts import give_account, link_account
from teams.models import Membership, Person, PersonPosition
from teams.people import appoint, end_position, likely_duplicates, save_person
from teams.views.form_pages import form_page
from teams.views.page_parts import posted, searched
from vietnamese.phones import mask_phone

SORTS = {
    "name": ["sort_key"],
    "birth": ["birth_year", "sort_key"],
    "place": ["residence__sort_key", "sort_key"],
}


@requires("person.view")
def person_list(request: HttpRequest) -> HttpResponse:
    """People in the user's scope; phones are masked here for everybody."""
    form = SearchFilter(request.user, request.GET)
    asked = form.values
    rows = Person.objects.visible_to(request.user)  # type: ignore[attr-defined] # our queryset
    rows = searched(rows, asked.get("q", ""))
    rows = rows.inside(asked["area"]) if asked.get("area") else rows
    page = page_of(request, rows.values_list(*SHOWN, named=True), SORTS, "name")
    if page.rows:
        record(request, AuditAction.VIEW, row_count=len(page.rows), filters={"q": asked.get("q", "")})
    context = {
        "form": form,
        "page": page,
        "rows": listed_people(page.rows, timezone.localdate()) if page.rows else [],
        "may_create": request.user.can("person.edit"),  # type: ignore[union-attr] # logged in
        "may_see_organisations": request.user.can("organisation.view"),  # type: ignore[union-attr] # logged in
    }
    return render(request, "teams/person_list.html", context)


def _person(request: HttpRequest, pk: int, capability: str | None = None) -> Person:
    rows = Person.objects.select_related("area", "residence", "user")
    person: Person = fetch(request, rows, capability, pk=pk)
    return person


@requires("person.view")
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: particulars, posts, seats over time; the phone is masked until it is asked for."""
    person = _person(request, pk)
    record(request, AuditAction.VIEW, person)
    return render(request, "teams/person_detail.html", _detail(request, person))


@requires("person.phone")
@require_POST
def person_phone(request: HttpRequest, pk: int) -> HttpResponse:
    """The phone in full, for those whose duty needs it; who read it is written down."""
    person = _person(request, pk, "person.phone")
    record(request, AuditAction.VIEW, person, reason=_("phone number shown"))
    return render(request, "teams/person_detail.html", _detail(request, person, is_open=True))


@requires("person.edit")
@require_POST
@sensitive_variables("code")
def account_give(request: HttpRequest, pk: int) -> HttpResponse:
    """An account for a member in one step; its one-time code is shown once."""
    person = _person(request, pk, "person.edit")
    seat = person.memberships.on_date(timezone.localdate()).select_related("team").first()
    back = seat.team.get_absolute_url() if seat else person.get_absolute_url()
    try:
        user, code = give_account(by=request.user, person=person)  # type: ignore[arg-type] # logged in
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, text)
        return redirect(back)
    title = _("Account of %(person)s") % {"person": person.full_name}
    context = {
        "title": title,
        "path": path_to(
            request.user, person.area, (person.full_name, person.get_absolute_url()), (title, "")
        ),
        "account": user,
        "code": code,
        "back": back,
    }
    return render(request, "teams/account_given.html", context)


@requires("person.edit")
def person_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Which account is this person's, so that a team leader or member finds the own team."""
    person = _person(request, pk, "person.edit")
    title = _("Account of %(person)s") % {"person": person.full_name}
    form = AccountForm(posted(request), initial={"username": person.user.username if person.user else ""})

    def act(asked: dict[str, Any]) -> None:
        link_account(by=request.user, person=person, username=asked["username"])  # type: ignore[arg-type] # logged in

    return form_page(
        request,
        form,
        act,
        title=title,
        path=path_to(request.user, person.area, (person.full_name, person.get_absolute_url()), (title, "")),
        submit=_("Save"),
        back=person.get_absolute_url(),
        done=_("Saved."),
    )


def _detail(request: HttpRequest, person: Person, is_open: bool = False) -> dict[str, Any]:
    user: Any = request.user
    seats = Membership.objects.visible_to(user).filter(person=person)  # type: ignore[attr-defined] # our queryset
    shown = phone_text if is_open else lambda one: mask_phone(one.phone)
    return {
        "person": person,
        "path": path_to(
            user, person.area, (_("Persons"), reverse("teams:person_list")), (person.full_name, "")
        ),
        "birth": birth_text(person),
        "phone": shown(person),
        "is_open": is_open,
        "may_open": bool(person.phone)
        and Person.objects.visible_to(user, "person.phone").filter(pk=person.pk).exists(),  # type: ignore[attr-defined] # our queryset
        "may_edit": user.can("person.edit", person.area.path),
        "posts": person.positions.select_related("area", "organisation").order_by("-valid_from", "-pk"),
        "memberships": seats.select_related("team__area").order_by("-from_date", "-pk"),
    }


def _only_commune(request: HttpRequest) -> Area | None:
    """The commune of a user who has one."""
    found = Area.objects.visible_to(request.user, "person.edit").filter(level=AreaLevel.COMMUNE)[:2]  # type: ignore[attr-defined] # our queryset
    return found[0] if len(found) == 1 else None


@requires("person.edit")
def person_create(request: HttpRequest) -> HttpResponse:
    """Enter a person; somebody who may be known already is named first (BR-11)."""
    form = PersonForm(request.user, posted(request), initial={"area": _only_commune(request)})
    if form.is_bound and form.is_valid() and not form.cleaned_data["is_different"]:
        person = form.fill(Person())
        person.set_keys()
        if found := likely_duplicates(person):
            form.ask_about(found)

    def act(_asked: dict[str, Any]) -> str:
        return save_person(by=request.user, person=form.fill(Person())).get_absolute_url()  # type: ignore[arg-type] # logged in

    address = reverse("teams:person_list")
    return form_page(
        request,
        form,
        act,
        title=_("New person"),
        path=[(_("Persons"), address), (_("New person"), "")],
        submit=_("Save"),
        back=address,
        done=_("The person is on the register."),
    )


@requires("person.edit")
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a person's particulars."""
    person = _person(request, pk, "person.edit")
    record(request, AuditAction.VIEW, person, reason=_("phone number shown"))
    form = PersonForm(request.user, posted(request), person=person)
    return form_page(
        request,
        form,
        lambda _asked: save_person(by=request.user, person=form.fill(_person(request, pk))),  # type: ignore[arg-type] # logged in
        title=_("Change %(name)s") % {"name": person.full_name},
        path=path_to(request.user, person.area, (person.full_name, person.get_absolute_url())),
        submit=_("Save"),
        back=person.get_absolute_url(),
        done=_("The changes are saved."),
    )


@requires("person.edit")
def position_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a person holds a post."""
    person = _person(request, pk, "person.edit")
    return form_page(
        request,
        PositionForm(request.user, person.area, posted(request), initial={"area": person.residence}),
        lambda asked: appoint(by=request.user, person=person, **asked),  # type: ignore[arg-type] # logged in
        title=_("Post of %(name)s") % {"name": person.full_name},
        path=path_to(request.user, person.area, (person.full_name, person.get_absolute_url())),
        submit=_("Record the post"),
        back=person.get_absolute_url(),
        done=_("The post is recorded."),
    )


@requires("person.edit")
def position_end(request: HttpRequest, pk: int) -> HttpResponse:
    """A post ends."""
    rows = PersonPosition.objects.select_related("person__area", "area", "organisation")
    position = fetch(request, rows, "person.edit", pk=pk)
    person = position.person
    return form_page(
        request,
        DayForm(posted(request)),
        lambda asked: end_position(by=request.user, position=position, on=asked["on"]),  # type: ignore[arg-type] # logged in
        title=_("End of a post"),
        path=path_to(request.user, person.area, (person.full_name, person.get_absolute_url())),
        submit=_("End the post"),
        back=person.get_absolute_url(),
        done=_("The post has ended."),
        intro=_("%(name)s: %(post)s. Enter the first day on which the post is no longer held.")
        % {"name": person.full_name, "post": position},
    )
