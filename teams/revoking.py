"""Revoking decisions: the teams are worked out again as if the decision had never been issued (BR-22)."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import service
from teams.decisions import check_may_issue
from teams.enums import DecisionAction, DecisionStatus, ItemStatus
from teams.issuing import lock_teams, set_status
from teams.line_ups import data_of, entries_of, save_as, write_areas, write_entries
from teams.models import Decision, DecisionItem
from teams.rebuild import rebuild_teams
from teams.recorded import facts_of
from teams.roster import delete_item
from teams.timeline_checks import dependants

REASON_LENGTH = 100
"""Longest reason of a change that the history keeps."""


@service
def revoke(
    *,
    by: User,
    decision: Decision,
    on: date,
    reason: str,
    revoked_by: Decision | None = None,
    with_dependants: bool = False,
) -> Decision:
    """Revoke an issued decision. Decisions that build on its setting up or dissolving of a team are listed,
    and with `with_dependants` revoked together with it: all or none (rule 8).
    """
    stored = Decision.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=decision.pk)
    if stored.status != DecisionStatus.ISSUED:
        raise ValidationError(
            _("Decision %(decision)s is not in force, so there is nothing to revoke."),
            code="not_issued",
            params={"decision": stored.title},
        )
    if not reason.strip():
        raise ValidationError(
            {"reason": ValidationError(_("Give the reason for revoking."), code="required")}
        )
    _check_day(stored, on)
    all_of_them = [stored, *building_on(stored)]
    if len(all_of_them) > 1 and not with_dependants:
        raise _others_build_on(all_of_them)
    for one in all_of_them:
        check_may_issue(by, one.issuer)
    items = list(
        DecisionItem.objects.filter(decision__in=all_of_them)
        .select_related("team", "decision")
        .order_by("pk")
    )
    teams = lock_teams([item.team_id for item in items])
    for one in all_of_them:
        _mark(one, by, on, reason.strip(), revoked_by)
    set_status(items, ItemStatus.REVOKED, by, reason.strip())
    _propose_again(items, by)
    rebuild_teams(teams, by=by, reason=reason.strip()[:REASON_LENGTH])
    decision.refresh_from_db()
    return decision


def building_on(decision: Decision) -> list[Decision]:
    """The decisions in force that build on what this one sets up or dissolves, and on those in turn."""
    found: dict[int, Decision] = {}
    fresh = [decision]
    while fresh:
        items = DecisionItem.objects.filter(decision__in=fresh, status=ItemStatus.IN_FORCE)
        keys = _dependants_of(items)
        others = (
            Decision.objects.filter(items__in=keys)
            .select_related("issuer")
            .exclude(pk__in=[decision.pk, *found])
        )
        fresh = list(others.distinct().order_by("pk"))
        found |= {one.pk: one for one in fresh}
    return sorted(found.values(), key=lambda one: (one.effective_on or date.max, one.pk))


def _dependants_of(items: Iterable[DecisionItem]) -> set[int]:
    own = {item.pk: item.team_id for item in items}
    facts = facts_of(set(own.values()))
    return {
        other.id
        for key, team in own.items()
        for item in facts[team].items
        if item.id == key
        for other in dependants(facts[team].items, item)
    }


def _check_day(decision: Decision, on: date) -> None:
    if decision.issued_on and on < decision.issued_on:
        raise ValidationError(
            {
                "on": ValidationError(
                    _("It cannot be revoked before the day it was issued. Enter a later date."), code="BR-19"
                )
            }
        )


def _others_build_on(decisions: list[Decision]) -> ValidationError:
    return ValidationError(
        _("These decisions build on %(decision)s: %(others)s. Revoke all of them together, or none."),
        code="dependants",
        params={"decision": decisions[0].title, "others": ", ".join(one.title for one in decisions[1:])},
    )


def _mark(decision: Decision, by: User, on: date, reason: str, revoked_by: Decision | None) -> None:
    decision.status = DecisionStatus.REVOKED
    decision.revoked_on, decision.revoke_reason, decision.revoked_by = on, reason[:300], revoked_by
    decision.lock += 1
    save_as(decision, by, reason[:REASON_LENGTH])


def _propose_again(items: Iterable[DecisionItem], by: User) -> None:
    """A team that is a draft again has its one open ESTABLISH: the proposal drawn up since, or a copy."""
    for item in items:
        if item.action != DecisionAction.ESTABLISH:
            continue
        opened = DecisionItem.objects.filter(team=item.team, status=ItemStatus.PROPOSED).first()
        if opened is not None and opened.action != DecisionAction.DISSOLVE:
            opened.action, opened.base = DecisionAction.ESTABLISH, None
            opened.lock += 1
            save_as(opened, by)
            continue
        if opened is not None:
            delete_item(opened, by)
        _copy(item, by)


def _copy(item: DecisionItem, by: User) -> DecisionItem:
    copy: DecisionItem = save_as(
        DecisionItem(team=item.team, action=item.action, prepared_by=item.prepared_by), by
    )
    entries = entries_of(item)
    write_entries(
        copy, [data_of(entry) for entry in entries], {entry.person_id: entry.seat for entry in entries}, by
    )
    links = list(item.item_areas.select_related("area"))
    write_areas(copy, [link.area for link in links], next(link.area for link in links if link.is_primary), by)
    return copy
