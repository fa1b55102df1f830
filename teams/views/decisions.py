"""The register of decisions, and entering one: its paper, and the teams it is about."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.forms import add_refusal
from areas.models import Area
from areas.picking import choices
from areas.places import path_to
from common.access import fetch, requires
from common.audit import record
from common.lists import page_of
from common.models import AuditAction
from teams.conflicts import conflicts
from teams.decision_annex import phones_not_printed
from teams.decision_changes import changes_made, tell
from teams.decision_register import add_counts, for_the_list, line_ups_of, searched_decisions, years_of
from teams.decisions import discard_decision, draft_items_of, save_decision
from teams.enums import DecisionStatus, ItemStatus
from teams.forms.decisions import DecisionForm, ScanForm, day_of_effect
from teams.listed_decision import as_listed
from teams.models import Decision, DecisionItem, DecisionScan
from teams.scans import attach_scan
from teams.views.form_pages import form_page
from teams.views.page_parts import EmptyForm, posted
from teams.wording import word_draft

SORTS = {
    "issued": ("issued_on", "number"),
    "number": ("year", "number"),
    "issuer": ("issuer__sort_key", "-issued_on"),
    "effective": ("effective_on",),
}
MOST_ISSUERS = 100


@requires("decision.view")
def decision_list(request: HttpRequest) -> HttpResponse:
    """The register (C1): search by number however typed, filter by year, status and committee."""
    rows: Any = Decision.objects.visible_to(request.user)  # type: ignore[attr-defined] # our queryset
    years, issuers = years_of(rows), _issuers_of(rows)
    chosen = {name: request.GET.get(name, "").strip() for name in ("q", "year", "status", "issuer")}
    page = page_of(request, _filtered(for_the_list(rows), chosen), SORTS, "-issued")
    add_counts(page.rows)
    context = {
        "page": page,
        "years": years,
        "issuers": issuers if len(issuers) > 1 else [],
        "statuses": DecisionStatus.choices,
        "chosen": chosen,
        "is_filtered": any(chosen.values()),
        "may_enter": request.user.can("decision.edit"),  # type: ignore[union-attr] # our user
        "may_print": request.user.can("paper.print"),  # type: ignore[union-attr] # our user
    }
    return render(request, "teams/decision_list.html", context)


def _issuers_of(rows: Any) -> list[Area]:
    """Committees to choose from; a province of more than a hundred is searched by name instead."""
    issuers = Area.objects.filter(pk__in=rows.order_by().values("issuer")).order_by("sort_key")
    found = list(issuers[: MOST_ISSUERS + 1])
    return found if len(found) <= MOST_ISSUERS else []


def _filtered(rows: Any, chosen: dict[str, str]) -> Any:
    for name, field in (("year", "year"), ("issuer", "issuer_id")):
        if text := chosen[name]:
            if not (text.isascii() and text.isdigit() and len(text) < 18):
                raise BadRequest(_("This list cannot be filtered by “%(text)s”.") % {"text": text[:40]})
            rows = rows.filter(**{field: int(text)})
    if status := chosen["status"]:
        if status not in DecisionStatus.values:
            raise BadRequest(_("This list cannot be filtered by “%(text)s”.") % {"text": status[:40]})
        rows = rows.filter(status=status)
    return searched_decisions(rows, chosen["q"]) if chosen["q"] else rows


@requires("decision.view")
def decision_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision: its words, its scan, the teams with their seats, and what it changes on which days."""
    rows = Decision.objects.select_related("issuer", "revoked_by", "changes")
    decision = fetch(request, rows, pk=pk)
    items = decision.items.visible_to(request.user).select_related("team__area", "decision", "base")
    items = list(items.order_by("team__area__sort_key", "pk"))
    is_draft = decision.status == DecisionStatus.DRAFT
    can = request.user.can  # type: ignore[union-attr] # our user
    record(request, AuditAction.VIEW, decision, row_count=len(items))
    context = {
        "decision": decision,
        "scan": DecisionScan.objects.filter(decision=decision).first(),
        "lines": _lines(decision, items),
        "path": path_to(
            request.user,
            decision.issuer,
            (_("Decisions"), reverse("teams:decision_list")),
            (decision.title, ""),
        ),
        "is_draft": is_draft,
        "is_revoked": decision.status == DecisionStatus.REVOKED,
        "may_edit": can("decision.edit", decision.issuer.path),
        "may_print": can("paper.print", decision.issuer.path),
        "phones_not_printed": phones_not_printed(decision)
        if can("person.phone", decision.issuer.path)
        else 0,
        "may_correct": can("decision.correct", decision.issuer.path) and not is_draft,
    }
    return render(request, "teams/decision_detail.html", context)


def _lines(decision: Decision, items: list[DecisionItem]) -> list[dict[str, Any]]:
    """Each item with its seats, what the rules say (of a draft), and the days of change."""
    state = "proposed" if decision.status == DecisionStatus.DRAFT else "taken"
    seats = line_ups_of(items, state)
    said: dict[int, list[Any]] = {}
    if decision.status == DecisionStatus.DRAFT:
        found = conflicts(_judged_copy(decision), items=items)[1:]
        changes = {one.item.pk: one.changes for one in found if one.item}
        said = {one.item.pk: one.blocking for one in found if one.item}
    elif decision.status == DecisionStatus.ISSUED:
        changes = changes_made([item for item in items if item.status == ItemStatus.IN_FORCE])
    else:
        changes = {}
    told = tell(changes)
    return [
        {
            "item": item,
            "seats": seats.get(item.pk, []),
            "changes": told.get(item.pk, []),
            "blocks": said.get(item.pk, []),
        }
        for item in items
    ]


def _judged_copy(decision: Decision) -> Decision:
    """The draft as if issued on its own days, or today where they are not entered."""
    day = day_of_effect(decision)
    issued = decision.issued_on or day
    return Decision(
        issuer=decision.issuer, number=decision.number, issued_on=issued, effective_on=max(day, issued)
    )


@requires("decision.edit")
def decision_create(request: HttpRequest) -> HttpResponse:
    """Enter a decision of the own commune; all its open proposals are ticked unless one was named."""
    issuers = list(
        choices(request.user, capability="decision.edit", level=AreaLevel.COMMUNE)[: MOST_ISSUERS + 1]
    )  # type: ignore[arg-type] # our user
    asked = request.GET.get("issuer", "")
    named = _named_item(request)
    wanted = str(named.team.area.parent_id if named and named.team.area.level == AreaLevel.HAMLET else asked)
    chosen = [issuer for issuer in issuers if str(issuer.pk) == wanted] or (
        issuers if len(issuers) == 1 else []
    )
    if not issuers:
        raise PermissionDenied(_("You may enter decisions of your own commune's committee only."))
    if not chosen:
        return render(request, "teams/decision_issuer.html", {"issuers": issuers[:MOST_ISSUERS]})
    return _edit(request, as_listed(request.user, chosen[0], request.GET.get("list", "")), named)


def _named_item(request: HttpRequest) -> DecisionItem | None:
    """The proposal in the address (`?item=…`), when it is open and the user may decide on it."""
    key = request.GET.get("item", "")
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    items: Any = DecisionItem.objects.open()  # type: ignore[attr-defined] # our queryset
    item: DecisionItem | None = (
        items.visible_to(request.user, "decision.edit")
        .select_related("team__area")
        .filter(pk=int(key))
        .first()
    )
    return item


@requires("decision.edit")
def decision_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft decision; the proposals that it holds stay with their teams."""
    decision = fetch(request, Decision.objects.select_related("issuer"), "decision.edit", pk=pk)
    title = _("Delete the draft decision")

    def act(_asked: dict[str, Any]) -> str:
        discard_decision(by=request.user, decision=decision)  # type: ignore[arg-type] # our user
        return reverse("teams:decision_list")

    intro = _(
        "The draft is deleted. The proposals of its %(count)s teams stay and can go into another decision."
    )
    return form_page(
        request,
        EmptyForm(posted(request)),
        act,
        title=title,
        path=path_to(
            request.user, decision.issuer, (_("Decisions"), reverse("teams:decision_list")), (title, "")
        ),
        submit=title,
        back=decision.get_absolute_url(),
        done=_("The draft decision is deleted."),
        intro=intro % {"count": decision.items.count()},
        danger=True,
    )


@requires("decision.edit")
def decision_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft decision: its paper and its teams."""
    decision = fetch(request, Decision.objects.select_related("issuer"), "decision.edit", pk=pk)
    if decision.status != DecisionStatus.DRAFT:
        messages.warning(
            request,
            _("Decision %(decision)s has been issued and cannot be changed (BR-23).")
            % {"decision": decision.title},
        )
        return redirect(decision)
    return _edit(request, decision, None)


def _edit(request: HttpRequest, decision: Decision, named: DecisionItem | None) -> HttpResponse:
    rows = draft_items_of(decision.issuer)
    own = [item for item in rows if item.decision_id in (None, decision.pk)]
    ticked = {named.pk} if named else {item.pk for item in own if decision.pk is None or item.decision_id}
    allowed = rows.filter(pk__in=[item.pk for item in own])
    word_draft(decision, [item for item in own if item.pk in ticked])
    form = DecisionForm(posted(request), decision=decision, rows=allowed, ticked=ticked)
    if request.method == "POST" and form.is_valid():
        saved = form.filled()
        try:
            save_decision(
                by=request.user,  # type: ignore[arg-type] # our user
                decision=saved,
                items=list(form.cleaned_data["items"]),
                lock=form.cleaned_data["lock"],
            )
        except ValidationError as error:
            add_refusal(form, error)
            form.renew_lock()
        else:
            messages.success(request, _("The decision is saved as a draft. Nothing is in force yet."))
            return redirect(
                "teams:decision_issue" if "issue" in request.POST else "teams:decision_detail", pk=saved.pk
            )
    return render(request, "teams/decision_form.html", _form_context(request, decision, form, list(rows)))


def _form_context(
    request: HttpRequest, decision: Decision, form: DecisionForm, items: list[DecisionItem]
) -> dict[str, Any]:
    """The paper, and the commune's open proposals with seats and what speaks against each."""
    typed = form.filled()
    if typed.issued_on and typed.effective_on and typed.effective_on < typed.issued_on:
        typed.effective_on = typed.issued_on
    found = {one.item.pk: one for one in conflicts(_judged_copy(typed), items=items)[1:] if one.item}
    seats = line_ups_of(items, "proposed")
    title = decision.title if decision.pk else _("New decision")
    lines = [
        {
            "item": item,
            "seats": seats.get(item.pk, []),
            "blocks": found[item.pk].blocking,
            "is_ticked": item.pk in form.ticked,
            "elsewhere": item.decision if item.decision_id not in (None, decision.pk) else None,
        }
        for item in items
    ]
    return {
        "decision": decision,
        "is_new": decision.pk is None,
        "form": form,
        "lines": lines,
        "ready_count": sum(not line["blocks"] and line["elsewhere"] is None for line in lines),
        "path": path_to(
            request.user, decision.issuer, (_("Decisions"), reverse("teams:decision_list")), (title, "")
        ),
    }


@requires("decision.view")
def decision_scan(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """The scan for reading in the browser, to those who see the decision."""
    rows = DecisionScan.objects.select_related("decision")
    scan = fetch(request, rows, decision_id=pk)
    record(request, AuditAction.VIEW, scan)
    kind = "pdf" if scan.content_type == "application/pdf" else "jpg"
    name = f"{scan.decision.symbol_key.replace('/', '-') or 'scan'}-{scan.decision.number or pk}.{kind}"
    try:
        paper = scan.file.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The file of this scan is missing on the server. Upload it again.")) from error
    answer = FileResponse(paper, content_type=scan.content_type, filename=name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("decision.edit")
def scan_upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach the signed paper; what it is, its content says."""
    decision = fetch(request, Decision.objects.select_related("issuer"), "decision.edit", pk=pk)
    form = ScanForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            attach_scan(by=request.user, decision=decision, upload=form.cleaned_data["file"])  # type: ignore[arg-type] # our user
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The scan is kept with the decision."))
            return redirect(decision)
    context = {
        "decision": decision,
        "form": form,
        "path": path_to(
            request.user, decision.issuer, (decision.title, decision.get_absolute_url()), (_("Scan"), "")
        ),
    }
    return render(request, "teams/decision_scan.html", context)
