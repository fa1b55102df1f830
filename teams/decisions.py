"""Entering decisions: their number, dates and signer, and which proposals each holds."""

import re
from collections.abc import Sequence
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import KIND_WORDS, Area, AreaSuccession, AreaVersion, UnitFacts
from common.services import check_may, service
from teams.enums import DecisionStatus, ItemStatus
from teams.line_ups import delete_each, save_as
from teams.models import Decision, DecisionItem, DecisionScan, Team
from teams.roster import stale
from vietnamese.text import clean, fold

DEFAULT_SYMBOL = "QĐ-UBND"
COMPUTED = ("symbol_key", "year", "search_key", "issuer", "revoked_by", "changes")

_NUMBER = re.compile(r"\s*(?:số\s*:?\s*)?(\d{1,6})\s*(?:/\s*(.*))?", re.IGNORECASE | re.DOTALL)


def parse_number(text: str) -> tuple[int | None, str]:
    """Number and symbol as typed: "12 / qđ-ubnd", "12/QD – UBND", "12" (BR-18, test 3).

    No number gives None; no symbol gives QĐ-UBND.
    """
    match = _NUMBER.fullmatch(clean(text))
    if match is None:
        return None, DEFAULT_SYMBOL
    return int(match[1]), symbol_of(match[2] or "")


def symbol_of(text: str) -> str:
    """A symbol in its usual spelling: capitals, plain dashes, no blanks; QD is QĐ."""
    plain = fold(text).replace(" ", "")
    if not plain or plain == "qd-ubnd":
        return DEFAULT_SYMBOL
    return re.sub(r"\s*[-\u2010-\u2015\u2212]\s*", "-", clean(text)).replace(" ", "").upper()


def find_same(issuer: Area, number: int, symbol: str, year: int) -> Decision | None:
    """The decision that already bears this number (BR-18)."""
    key = fold(symbol).replace(" ", "")
    return Decision.objects.filter(issuer=issuer, number=number, symbol_key=key, year=year).first()


def draft_items_of(commune: Area) -> QuerySet[DecisionItem]:
    """The proposals of the teams of a commune, for putting them into a decision."""
    items = DecisionItem.objects.filter(team__area__path__startswith=commune.path, status=ItemStatus.PROPOSED)
    return items.select_related("team", "team__area", "decision").order_by("team__area__sort_key", "pk")


@service
def save_decision(
    *, by: User, decision: Decision, items: Sequence[DecisionItem] | None = None, lock: int | None = None
) -> Decision:
    """Enter or change a draft decision; `items` are all the proposals that it is to hold."""
    check_draft(decision, lock)
    _check_issuer(by, decision.issuer)
    _fill_in(decision)
    check_same_number(decision)
    decision.full_clean(exclude=COMPUTED)
    decision.lock += 1
    save_as(decision, by)
    if items is not None:
        _set_items(decision, items, by)
    return decision


@service
def discard_decision(*, by: User, decision: Decision) -> None:
    """Delete a draft decision; its proposals stay, free to be put into another one."""
    check_draft(decision)
    check_may_issue(by, decision.issuer)
    _set_items(decision, [], by)
    for scan in DecisionScan.objects.filter(decision=decision):
        transaction.on_commit(partial(scan.file.storage.delete, scan.file.name))
        delete_each([scan], by)
    delete_each([decision], by)


def check_draft(decision: Decision, lock: int | None = None) -> None:
    """The decision, locked for this transaction, is still a draft (BR-23), and as it was when opened."""
    if decision.pk is None:
        return
    stored = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if stored.status != DecisionStatus.DRAFT:
        raise ValidationError(
            _(
                "Decision %(decision)s has been issued and cannot be changed (BR-23). "
                "Enter an amending decision, or ask the province to correct a mistake."
            ),
            code="BR-23",
            params={"decision": stored.title},
        )
    if lock is not None and lock != stored.lock:
        raise stale(stored)
    decision.status, decision.lock = stored.status, stored.lock


def check_may_issue(by: User, issuer: Area) -> None:
    """The user may enter decisions of this committee: of the own commune, or of one that passed into it."""
    if any(by.can("decision.edit", path) for path in _paths_of(issuer)):
        return
    raise PermissionDenied(_("You may enter decisions of your own commune's committee only."))


def _paths_of(issuer: Area) -> list[str]:
    """Path of the committee's area and of its main successors (an old committee's papers stay, BR-18)."""
    paths, area = [issuer.path], issuer.pk
    while (
        link := AreaSuccession.objects.filter(from_area=area, is_main=True).select_related("to_area").first()
    ):
        if link.to_area.path in paths:
            break
        paths.append(link.to_area.path)
        area = link.to_area_id
    return paths


def _check_issuer(by: User, issuer: Area) -> None:
    check_may_issue(by, issuer)
    if issuer.level not in (AreaLevel.COMMUNE, AreaLevel.PROVINCE):
        raise ValidationError(
            {
                "issuer": ValidationError(
                    _("Decisions are issued by the committee of a commune."), code="issuer"
                )
            }
        )


def _fill_in(decision: Decision) -> None:
    """What follows from what was entered: effect on the day of issue, the committee's name on paper."""
    if decision.issued_on and not decision.effective_on:
        decision.effective_on = decision.issued_on
    decision.symbol = symbol_of(decision.symbol)
    if decision.issuer_name_text in ("", _committee_name(decision.issuer)):
        on = decision.issued_on or timezone.localdate()
        then = AreaVersion.objects.valid_on(on).filter(area=decision.issuer).first()  # type: ignore[attr-defined] # our queryset
        decision.issuer_name_text = _committee_name(then or decision.issuer)


def _committee_name(unit: UnitFacts) -> str:
    """The committee's name on paper, by the kind and name that the unit has in these facts."""
    with override("vi"):
        return f"Ủy ban nhân dân {str(KIND_WORDS[unit.kind]).lower()} {unit.name}"


def check_same_number(decision: Decision) -> None:
    """BR-18: the committee's only decision of that number, symbol and year."""
    if not decision.number or not decision.issued_on:
        return
    same = find_same(decision.issuer, decision.number, decision.symbol, decision.issued_on.year)
    if same is not None and same.pk != decision.pk:
        error = ValidationError(
            _(
                "%(issuer)s already has decision %(decision)s of %(year)s (BR-18). "
                "Check the number, or open that decision."
            ),
            code="BR-18",
            params={"issuer": same.issuer_name_text, "decision": same.title, "year": same.year},
        )
        raise ValidationError({"number": error})


def _set_items(decision: Decision, items: Sequence[DecisionItem], by: User) -> None:
    """Put the proposals into the decision, and take out those that are no longer wanted."""
    keys = {item.pk for item in items}
    teams = DecisionItem.objects.filter(pk__in=keys) | DecisionItem.objects.filter(decision=decision)
    list(Team.objects.select_for_update().filter(pk__in=teams.values("team")).order_by("pk"))
    stored = DecisionItem.objects.filter(pk__in=keys).select_related("team__area", "decision").order_by("pk")
    for item in stored:
        _check_item(decision, item, by)
    moved = [item for item in stored if item.decision_id != decision.pk]
    for item in moved:
        item.decision = decision
    for item in DecisionItem.objects.filter(decision=decision).exclude(pk__in=keys).order_by("pk"):
        item.decision = None
        moved.append(item)
    for item in moved:
        item.updated_at = timezone.now()
    if moved:
        bulk_update_with_history(
            moved, DecisionItem, ["decision", "updated_at"], batch_size=200, default_user=by
        )


def _check_item(decision: Decision, item: DecisionItem, by: User) -> None:
    check_may(by, item.team.area.path, "decision.edit")
    params = {"team": item.team.name, "decision": item.decision.title if item.decision else ""}
    if item.status != ItemStatus.PROPOSED:
        raise ValidationError(
            _("The list of %(team)s was decided on already. Draw up a new one first."),
            code="BR-23",
            params=params,
        )
    if item.decision_id not in (None, decision.pk):
        raise ValidationError(
            _("The proposal for %(team)s is already part of %(decision)s. Take it out there first."),
            code="item_elsewhere",
            params=params,
        )
