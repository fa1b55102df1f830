"""The roster builder: one page on which a proposal's line-up is drawn up, and its live answers."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.models import AuditAction
from teams.composition import EXCEPTABLE, Finding
from teams.enums import DecisionAction, ItemStatus
from teams.findings import day_of
from teams.forms.roster import RosterForm
from teams.line_ups import entries_of
from teams.models import DecisionItem, Person
from teams.proposals import is_outdated
from teams.squares import seat_taken
from teams.suggestions import suggest
from teams.typed_roster import answer, save_typed_roster

SUGGESTED = 3
NEVER = -1
"""A lock that no proposal has: a form that was sent without one is stale."""


def open_proposal(request: HttpRequest, pk: int) -> DecisionItem:
    """The proposal that the user may work on."""
    rows = DecisionItem.objects.select_related(
        "team__area__parent", "team__enterprise__organisation", "decision"
    )
    item: DecisionItem = fetch(request, rows, "team.edit", pk=pk)
    return item


@requires("team.edit")
def roster_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the line-up of a proposal; every button works without script."""
    item = open_proposal(request, pk)
    if item.status != ItemStatus.PROPOSED:
        messages.info(
            request, _("This list was decided on and is fixed. Propose an amendment to change the team.")
        )
        return redirect("teams:team_detail", pk=item.team_id)
    if item.action == DecisionAction.DISSOLVE:
        return redirect("teams:team_detail", pk=item.team_id)
    if request.method != "POST":
        return _page(request, item, RosterForm(item, request.user))
    form = RosterForm(item, request.user, request.POST)
    action = request.POST.get("action", "")
    if action in ("save", "decide"):
        if _saved(request, item, form):
            return redirect(_decision_url(item) if action == "decide" else request.path)
    else:
        _change_lines(request, item, form, action)
    return _page(request, item, form)


@requires("team.edit")
def roster_check(request: HttpRequest, pk: int) -> HttpResponse:
    """What the rules say of the list as it is typed now; writes nothing."""
    item = open_proposal(request, pk)
    form = RosterForm(item, request.user, request.POST if request.method == "POST" else None)
    return render(request, "teams/roster_answer.html", _answers(request, item, form) | {"is_fragment": True})


def _saved(request: HttpRequest, item: DecisionItem, form: RosterForm) -> bool:
    if not form.is_valid():
        return False
    try:
        lock = form.lock if form.lock is not None else NEVER
        save_typed_roster(by=request.user, item=item, members=form.members(), lock=lock)
    except ValidationError as error:
        form.refuse(error)
        stored = DecisionItem.objects.filter(pk=item.pk).first()
        item.lock = stored.lock if stored else item.lock
        return False
    messages.success(
        request, _("The list is saved as a proposal: %(count)s people.") % {"count": len(form.members())}
    )
    return True


def _change_lines(request: HttpRequest, item: DecisionItem, form: RosterForm, action: str) -> None:
    """Add, remove or fill a line; anything else only shows the list with its answers."""
    word, _colon, rest = action.partition(":")
    if word == "remove":
        form.remove(int(rest) if rest.isascii() and rest.isdigit() else None)
    elif word == "suggested":
        chosen, _colon, gap = rest.partition(":")
        people = Person.objects.visible_to(request.user)  # type: ignore[attr-defined] # our queryset
        person = people.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() else None
        if person is not None:
            form.add_known(person, gap)
    elif word == "add":
        form.add_blank()
        form.focus = form.rows[-1].key


def _page(request: HttpRequest, item: DecisionItem, form: RosterForm) -> HttpResponse:
    """The page with the form as it was typed, whatever was wrong with it."""
    links = list(item.item_areas.select_related("area"))
    if form.unmasked:
        record(request, AuditAction.VIEW, item.team, row_count=len(form.unmasked))
    context = _answers(request, item, form) | {
        "path": path_to(
            request.user,
            item.team.area,
            (item.team.name, item.team.get_absolute_url()),
            (_("Member list"), ""),
        ),
        "links": links,
        "may_supplement": any(link.area.large_population for link in links),
        "is_outdated": item.action == DecisionAction.AMEND and is_outdated(item, day_of(item)),
        "decision_url": _decision_url(item),
        "titles": json.dumps(form.titles, ensure_ascii=False),
        "stored": [seat_taken(entry) for entry in entries_of(item)] if form.is_stale else [],
    }
    return render(request, "teams/roster_edit.html", context)


def _answers(request: HttpRequest, item: DecisionItem, form: RosterForm) -> dict[str, Any]:
    """Context of the fragment that answers while typing."""
    said = answer(item, form.members())
    listed = {row.chosen_id for row in form.rows}
    return {
        "form": form,
        "item": item,
        "team": item.team,
        "open": [{"found": one, "people": _suggestions(request, item, one, listed)} for one in said.open],
        "holds": said.holds,
        "blocks": said.blocks,
        "exceptable": EXCEPTABLE,
        "seats_shown": said.seats,
        "is_fragment": False,
    }


def _suggestions(
    request: HttpRequest, item: DecisionItem, found: Finding, listed: set[int | None]
) -> list[Person]:
    """Known people who could fill what is missing and are not on the typed list yet."""
    if not found.gap:
        return []
    people = suggest(item, found.gap, request.user)  # type: ignore[arg-type] # logged in
    return [one for one in people if one.pk not in listed][:SUGGESTED]


def _decision_url(item: DecisionItem) -> str:
    """Where this proposal is decided on: its decision, or a new one that holds it."""
    if item.decision_id:
        return reverse("teams:decision_detail", args=[item.decision_id])
    return f"{reverse('teams:decision_create')}?item={item.pk}"
