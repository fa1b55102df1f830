"""Issuing decisions: what was proposed comes into force, for all teams of a decision or for none."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from common.services import check_may, service
from teams.conflicts import ItemConflict, conflicts, items_of, raise_blocking
from teams.decisions import COMPUTED, check_draft, check_may_issue, check_same_number
from teams.enums import DecisionStatus, ItemStatus, TeamStatus
from teams.findings import item_facts
from teams.line_ups import save_as
from teams.models import Decision, DecisionItem, Membership, Team, TeamPeriod
from teams.rebuild import rebuild_team, rebuild_teams
from teams.recorded import facts_of
from teams.roster import open_item
from teams.timeline_checks import check_items

__all__ = [
    "ItemConflict",
    "confirm",
    "conflicts",
    "correct",
    "issue",
    "line_up_on",
    "lock_teams",
    "status_on",
]

CORRECTABLE = frozenset(
    {
        "number",
        "symbol",
        "subject",
        "issued_on",
        "effective_on",
        "issuer_name_text",
        "place_name",
        "signer_name",
        "signer_title",
        "signing_mode",
        "legal_bases",
        "recipients",
    }
)


@service
def issue(*, by: User, decision: Decision, confirm_returning: bool = False) -> Decision:
    """Bring the decision into force: one transaction for all of its teams (BR-17 to BR-21).

    Anything that speaks against it is raised at once, sorted by team, and nothing is written. People
    who had left and are listed again want a confirmation (rule 3).
    """
    check_draft(decision)
    decision.refresh_from_db()
    check_may_issue(by, decision.issuer)
    lock_teams([item.team_id for item in items_of(decision)])
    items = items_of(decision)
    if not items:
        raise ValidationError(
            _("The decision names no team yet. Choose the teams that it is about."), code="no_items"
        )
    for item in items:
        check_may(by, item.team.area.path, "decision.edit")
    raise_blocking(conflicts(decision, items=items, confirm_returning=confirm_returning))
    decision.status = DecisionStatus.ISSUED
    decision.lock += 1
    save_as(decision, by)
    set_status(items, ItemStatus.IN_FORCE, by)
    rebuild_teams([item.team_id for item in items], by=by, reason=decision.title)
    return decision


@service
def confirm(*, by: User, item: DecisionItem, on: date) -> DecisionItem:
    """Bring an item into force without a decision, where the rule set needs none (BR-17 relaxed)."""
    item = open_item(by, item)
    if item.decision_id is not None:
        raise ValidationError(
            _("This proposal is part of a decision. Issue the decision instead."), code="item_in_decision"
        )
    _team, rules = item_facts([item], on)[item.pk]
    if rules.require_decision_for_active:
        raise ValidationError(
            _("In this province a team works only by a decision (BR-17). Enter the decision."), code="BR-17"
        )
    stand_in = Decision(issuer=item.team.area.parent or item.team.area, issued_on=on, effective_on=on)
    found = conflicts(stand_in, items=[item])[1:]
    raise_blocking(found)
    item.status, item.confirmed_on = ItemStatus.IN_FORCE, on
    save_as(item, by)
    rebuild_team(item.team, by=by)
    return item


@service
def correct(*, by: User, decision: Decision, reason: str, **fields: Any) -> Decision:
    """Correct a mistake in an issued decision (dính chính): provincial managers only, with reason (BR-23)."""
    stored = Decision.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=decision.pk)
    check_may(by, stored.issuer.path, "decision.correct")
    if not reason.strip():
        raise ValidationError(
            {"reason": ValidationError(_("Give the reason for the correction (BR-23)."), code="BR-23")}
        )
    if stored.status != DecisionStatus.ISSUED:
        raise ValidationError(
            _("Only an issued decision is corrected; a draft is simply changed."), code="not_issued"
        )
    if unknown := sorted(fields.keys() - CORRECTABLE):
        raise ValidationError(
            _("This cannot be corrected: %(fields)s. Enter a new decision."),
            code="BR-23",
            params={"fields": ", ".join(unknown)},
        )
    for name, value in fields.items():
        setattr(stored, name, value)
    check_same_number(stored)
    stored.full_clean(exclude=COMPUTED)
    teams = lock_teams([item.team_id for item in items_of(stored)])
    stored.lock += 1
    save_as(stored, by, reason.strip()[:100])
    _check_order(stored)
    rebuild_teams(teams, by=by, reason=stored.title)
    return stored


def _check_order(decision: Decision) -> None:
    """After a change of dates each team's decisions still follow one another (rule 8, BR-10)."""
    teams = {item.team_id: item.team for item in items_of(decision)}
    wrong = [teams[team].name for team, facts in facts_of(teams).items() if check_items(facts.items)]
    if wrong:
        raise ValidationError(
            _("With these dates the decisions no longer follow one another for: %(teams)s (BR-10)."),
            code="BR-10",
            params={"teams": ", ".join(wrong)},
        )
    raise_blocking([ItemConflict(None, conflicts(decision, items=[])[0].findings)])


def lock_teams(teams: list[int]) -> list[int]:
    """Lock teams in the order of their ids, so that two writers never wait for each other."""
    return list(
        Team.objects.select_for_update().filter(pk__in=teams).order_by("pk").values_list("pk", flat=True)
    )


def set_status(items: list[DecisionItem], status: ItemStatus, by: User, reason: str = "") -> None:
    """The items follow their decision."""
    for item in items:
        item.status, item.updated_at = status, timezone.now()
        item.lock += 1
    bulk_update_with_history(
        items,
        DecisionItem,
        ["status", "lock", "updated_at"],
        batch_size=200,
        default_user=by,
        default_change_reason=reason[:100] or None,
    )


def line_up_on(team: Team, on: date) -> list[Membership]:
    """Who sits in the team on a day, in the order of the seats."""
    rows = team.memberships.on_date(on)  # type: ignore[attr-defined] # our queryset
    return list(rows.select_related("person", "organisation", "item_in__decision").order_by("seat"))


def status_on(team: Team, on: date) -> TeamStatus:
    """The status of the team on a day; a draft before its first decision."""
    status = TeamPeriod.objects.on_date(on).filter(team=team).values_list("status", flat=True).first()  # type: ignore[attr-defined] # our queryset
    return TeamStatus(status or TeamStatus.DRAFT)
