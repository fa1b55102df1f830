"""Bringing decisions into force, revoking and correcting them: what will happen is shown first."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from areas.forms import add_refusal
from areas.places import path_to
from common.access import fetch, requires
from common.services import service
from teams.conflicts import ItemConflict, conflicts
from teams.decision_changes import changes_of_revoking, tell
from teams.decision_register import line_ups_of
from teams.decisions import save_decision
from teams.enums import DecisionStatus, ItemStatus
from teams.forms.decisions import ConfirmForm, CorrectionForm, IssueForm, RevokeForm
from teams.issuing import confirm, correct, issue
from teams.models import Decision, DecisionItem
from teams.revoking import building_on, revoke
from teams.views.page_parts import posted

RETURNING = "BR-21.returning"


def _own_decision(request: HttpRequest, pk: int, capability: str) -> Decision:
    decision: Decision = fetch(request, Decision.objects.select_related("issuer"), capability, pk=pk)
    return decision


def _path(request: HttpRequest, decision: Decision, title: str) -> list[tuple[str, str]]:
    decisions = (_("Decisions"), reverse("teams:decision_list"))
    return path_to(
        request.user, decision.issuer, decisions, (decision.title, decision.get_absolute_url()), (title, "")
    )


@requires("decision.edit")
def decision_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Conflicts of all teams first, what changes on which days, then number, dates and signer; all or nothing."""
    decision = _own_decision(request, pk, "decision.edit")
    if decision.status != DecisionStatus.DRAFT:
        messages.warning(
            request, _("Decision %(decision)s was issued already.") % {"decision": decision.title}
        )
        return redirect(decision)
    form = IssueForm(posted(request), decision=decision)
    wants = request.method == "POST" and "check" not in request.POST
    if form.is_valid() and wants:
        try:
            issued = enter_and_issue(request.user, form)
        except ValidationError as error:
            if Decision.objects.filter(pk=pk).exclude(status=DecisionStatus.DRAFT).exists():
                messages.warning(request, " ".join(error.messages))
                return redirect(decision)
            _show_refusal(form, error)
            form.renew_lock()
        else:
            count = issued.items.count()
            text = ngettext(
                "Decision %(decision)s is issued: %(count)s team.",
                "Decision %(decision)s is issued: %(count)s teams.",
                count,
            )
            messages.success(request, text % {"decision": issued.title, "count": count})
            return redirect(issued)
    return render(request, "teams/decision_issue.html", _issue_context(request, decision, form))


@service
def enter_and_issue(user: Any, form: IssueForm) -> Decision:
    """Number, dates and signer are stored and the decision issued in one transaction."""
    lock = form.cleaned_data["lock"]
    saved = save_decision(by=user, decision=form.filled(), lock=lock)
    return issue(by=user, decision=saved, confirm_returning=form.cleaned_data["confirm_returning"])


def _show_refusal(form: IssueForm, error: ValidationError) -> None:
    """What belongs to a field stands there; what belongs to teams stands in the list of conflicts."""
    if hasattr(error, "error_dict") or len(error.error_list) == 1:
        add_refusal(form, error)
        return
    text = ngettext(
        "Not issued, and nothing was changed: %(count)s point speaks against it. It stands above.",
        "Not issued, and nothing was changed: %(count)s points speak against it. They stand above.",
        len(error.error_list),
    )
    form.add_error(None, ValidationError(text % {"count": len(error.error_list)}, code="conflicts"))


def _issue_context(request: HttpRequest, decision: Decision, form: IssueForm) -> dict[str, Any]:
    """The decision as typed, judged for all of its teams at once."""
    found = _judged(form, decision)
    told = tell({one.item.pk: one.changes for one in found[1:] if one.item})
    seats = line_ups_of([one.item for one in found[1:] if one.item], "proposed")
    lines = [
        {
            "item": one.item,
            "blocks": one.blocking,
            "notes": [finding for finding in one.findings if finding not in one.blocking],
            "seats": seats.get(one.item.pk, []),
            "changes": told[one.item.pk],
        }
        for one in found[1:]
        if one.item
    ]
    blocked = [line for line in lines if line["blocks"]]
    returning = any(finding.code == RETURNING for one in found for finding in one.findings)
    if not returning:
        del form.fields["confirm_returning"]
    return {
        "decision": decision,
        "form": form,
        "own": found[0].findings,
        "blocked": blocked,
        "ready": [line for line in lines if not line["blocks"]],
        "team_count": len(lines),
        "path": _path(request, decision, _("Issue")),
    }


def _judged(form: IssueForm, decision: Decision) -> list[ItemConflict]:
    typed = form.filled()
    if typed.issued_on and (not typed.effective_on or "effective_on" in form.errors):
        typed.effective_on = typed.issued_on
    ticked = bool(form.is_bound and form.cleaned_data.get("confirm_returning"))
    found = conflicts(typed, confirm_returning=ticked)
    if typed.issued_on is None:
        day = max(timezone.localdate(), typed.effective_on or date.min)
        stand_in = Decision(
            pk=typed.pk, issuer=typed.issuer, number=typed.number, issued_on=day, effective_on=day
        )
        found[1:] = conflicts(stand_in, confirm_returning=ticked)[1:]
    return found


@requires("decision.edit")
def decision_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """What revoking does, in exact numbers, and which decisions build on this one; then the reason."""
    decision = _own_decision(request, pk, "decision.edit")
    if decision.status != DecisionStatus.ISSUED:
        text = _("Decision %(decision)s is not in force, so there is nothing to revoke.")
        messages.warning(request, text % {"decision": decision.title})
        return redirect(decision)
    others = building_on(decision)
    form = RevokeForm(posted(request), decision=decision, has_dependants=bool(others))
    if request.method == "POST" and form.is_valid():
        try:
            revoke(by=request.user, decision=decision, **form.cleaned_data)  # type: ignore[arg-type] # our user
        except ValidationError as error:
            add_refusal(form, error)
        else:
            text = _("Decision %(decision)s is revoked. Its teams are as if it had never been issued.")
            messages.success(request, text % {"decision": decision.title})
            return redirect("teams:decision_detail", pk=pk)
    return render(request, "teams/decision_revoke.html", _revoke_context(request, decision, others, form))


def _revoke_context(
    request: HttpRequest, decision: Decision, others: list[Decision], form: RevokeForm
) -> dict[str, Any]:
    in_force = DecisionItem.objects.filter(decision__in=[decision, *others], status=ItemStatus.IN_FORCE)
    items = list(in_force.select_related("team__area").order_by("team__area__sort_key", "pk"))
    changes, outcome = changes_of_revoking(items, timezone.localdate())
    told = tell(changes)
    teams = {item.team_id: item.team for item in items}
    return {
        "decision": decision,
        "others": others,
        "form": form,
        "outcome": outcome,
        "lines": [{"team": team, "changes": told[key]} for key, team in teams.items()],
        "path": _path(request, decision, _("Revoke")),
    }


@requires("decision.correct")
def decision_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a slip in an issued decision (dính chính), with the reason; the province's managers only."""
    decision = _own_decision(request, pk, "decision.correct")
    if decision.status != DecisionStatus.ISSUED:
        messages.warning(request, _("Only an issued decision is corrected; a draft is simply changed."))
        return redirect(decision)
    form = CorrectionForm(posted(request), decision=decision)
    if request.method == "POST" and form.is_valid():
        try:
            correct(
                by=request.user,  # type: ignore[arg-type] # our user
                decision=decision,
                reason=form.cleaned_data["reason"],
                **form.corrected(),
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The decision is corrected; what was changed stands in its history."))
            return redirect("teams:decision_detail", pk=pk)
    context = {
        "title": _("Correct decision %(decision)s") % {"decision": decision.title},
        "path": _path(request, decision, _("Correct")),
        "form": form,
        "intro": _("For slips of the pen only. Who sits in a team is changed by a new decision (BR-23)."),
        "submit": _("Save the correction"),
        "back": decision.get_absolute_url(),
    }
    return render(request, "teams/form_page.html", context)


@requires("decision.edit")
def item_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a proposal into force without a decision, where the province's rule set needs none (BR-17)."""
    rows = DecisionItem.objects.select_related("team__area__parent", "decision")
    item = fetch(request, rows, "decision.edit", pk=pk)
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            confirm(by=request.user, item=item, on=form.cleaned_data["on"])  # type: ignore[arg-type] # our user
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The list is in force."))
            return redirect(item.team)
    context = {
        "title": _("Confirm the list of %(team)s") % {"team": item.team.name},
        "path": path_to(
            request.user, item.team.area, (item.team.name, item.team.get_absolute_url()), (_("Confirm"), "")
        ),
        "form": form,
        "submit": _("Confirm the list"),
        "back": item.team.get_absolute_url(),
    }
    return render(request, "teams/form_page.html", context)
