"""Proposals for a team that is in force: drawn up beside the line-up that sits, from a copy of it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.models import Area
from common.services import check_may, service
from teams.conflicts import is_outdated_on
from teams.decisions import save_decision
from teams.enums import DecisionAction, ItemStatus, MemberCategory, PositionType, TeamLevel, TeamRole
from teams.findings import day_of, stored_line_up
from teams.issuing import issue
from teams.line_ups import EntryData, save_as, seats_for, write_areas, write_entries
from teams.models import Decision, DecisionItem, Organisation, Person, Team
from teams.people import appoint, save_person
from teams.recorded import entry_facts, facts_of
from teams.roster import MAY_EDIT, delete_item, open_item, save_line_up, touched
from teams.timeline import reign_on, reigns_of, work_out
from teams.timeline_facts import EntryFact, MembershipRow, TeamFacts

ACTIONS = (DecisionAction.AMEND, DecisionAction.RECONSTITUTE, DecisionAction.DISSOLVE)


@service
def propose(*, by: User, team: Team, action: str) -> DecisionItem:
    """Open a proposal from the line-up in force, seats kept; an amendment remembers its base."""
    team = Team.objects.select_for_update(of=("self",)).select_related("area").get(pk=team.pk)
    check_may(by, team.area.path, *MAY_EDIT)
    facts = facts_of([team.pk])[team.pk]
    _check_may_propose(team, facts, action)
    on = _day_to_copy(facts)
    item = DecisionItem(team=team, action=action, prepared_by=by)
    if action == DecisionAction.AMEND:
        item.base_id = _ruling(facts, on)
    save_as(item, by)
    if action != DecisionAction.DISSOLVE:
        _copy_in_force(item, facts, on, by)
    return item


def _check_may_propose(team: Team, facts: TeamFacts, action: str) -> None:
    if action not in ACTIONS:
        raise ValidationError(_("Choose: amend, re-constitute or dissolve."), code="action")
    opened = team.items.filter(status=ItemStatus.PROPOSED).exists()
    if not facts.items:
        raise ValidationError(
            _("This team is still a draft. Work on its proposal for setting up instead."), code="draft"
        )
    if any(item.action == DecisionAction.DISSOLVE for item in facts.items):
        raise ValidationError(
            _("The team is dissolved, and nothing can follow (BR-10). Set up a new team instead."),
            code="BR-10",
        )
    if opened:
        raise ValidationError(
            _("The team already has an open proposal. Work on that one, or discard it first."),
            code="open_proposal",
        )


def _day_to_copy(facts: TeamFacts) -> date:
    """Today, or for a team that waits for its first day that day."""
    return max(timezone.localdate(), min(item.effective_on for item in facts.items))


def _ruling(facts: TeamFacts, on: date) -> int | None:
    reign = reign_on(reigns_of(facts), on)
    return reign.item.id if reign else None


def _copy_in_force(item: DecisionItem, facts: TeamFacts, on: date, by: User) -> None:
    timeline = work_out(facts)
    rows = sorted(timeline.members_on(on).values(), key=lambda row: row.seat)
    write_entries(item, _data_of_rows(rows), {row.person: row.seat for row in rows}, by)
    areas = timeline.areas_on(on)
    units = {area.pk: area for area in Area.objects.filter(pk__in=areas)}
    primary = next(units[area] for area, is_primary in areas.items() if is_primary)
    write_areas(item, [units[area] for area in areas], primary, by)


def _data_of_rows(rows: Iterable[MembershipRow | EntryFact]) -> list[EntryData]:
    chosen = list(rows)
    people = Person.objects.in_bulk([row.person for row in chosen])
    organisations = Organisation.objects.in_bulk([row.organisation for row in chosen if row.organisation])
    return [
        EntryData(
            people[row.person],
            row.role,
            row.category,
            organisations.get(row.organisation or 0),
            row.title_text,
            is_supplementary=row.seat > 10,
        )
        for row in chosen
    ]


@service
def refresh_from_current(*, by: User, item: DecisionItem) -> DecisionItem:
    """Draw the amendment up anew from the line-up that rules on its day of effect (rule 6).

    What the proposal changed against its former base is changed again: people added, taken off, or given
    another duty.
    """
    item = open_item(by, item)
    if item.action != DecisionAction.AMEND:
        raise ValidationError(_("Only an amendment is drawn up from another list."), code="action")
    facts = facts_of([item.team_id])[item.team_id]
    on = max(day_of(item), min(fact.effective_on for fact in facts.items))
    base = {fact.person: fact for fact in entry_facts(item=item.base_id)[item.base_id or 0]}
    current = work_out(facts).members_on(on)
    merged = _merged(base, {entry.person.pk: entry for entry in stored_line_up(item)}, current)
    item.base_id = _ruling(facts, on)
    seats = seats_for(merged, {person: row.seat for person, row in current.items()})
    write_entries(item, merged, seats, by)
    return touched(item, by)


def _merged(
    base: dict[int, EntryFact], proposed: dict[int, EntryData], current: dict[int, MembershipRow]
) -> list[EntryData]:
    """The line-up of today with the changes of the proposal; who was added or changed stands as proposed."""
    rows = sorted(current.values(), key=lambda row: row.seat)
    taken_off = base.keys() - proposed.keys()
    merged = []
    for row, data in zip(rows, _data_of_rows(rows), strict=True):
        own = proposed.get(row.person)
        if own is not None and not _same_post(own, base.get(row.person)):
            merged.append(own)
        elif row.person not in taken_off:
            merged.append(data)
    listed = {entry.person.pk for entry in merged}
    added = [entry for person, entry in proposed.items() if person not in base and person not in listed]
    return merged + added


def _same_post(entry: EntryData, fact: EntryFact | None) -> bool:
    return fact is not None and (entry.role, entry.category, entry.organisation_id, entry.title_text) == (
        fact.role,
        fact.category,
        fact.organisation,
        fact.title_text,
    )


@service
def discard(*, by: User, item: DecisionItem) -> None:
    """Throw a proposal away; the line-up in force is not touched."""
    item = open_item(by, item)
    if item.action == DecisionAction.ESTABLISH:
        raise ValidationError(
            _("This is the proposal that sets the team up. Delete the draft team instead."), code="draft"
        )
    delete_item(item, by)


def is_outdated(item: DecisionItem, on: date) -> bool:
    """Rule 6: another item than its base rules on that day, so the amendment must be refreshed first."""
    facts = facts_of([item.team_id])[item.team_id]
    others = tuple(other for other in facts.items if other.id != item.pk)
    return is_outdated_on(item, TeamFacts(items=others), on)


@service
def hand_over_leader(
    *,
    by: User,
    team: Team,
    new_leader: EntryData,
    old_stays_as: str | None,
    decision: Decision | None = None,
) -> DecisionItem:
    """“Bàn giao tổ trưởng”: an amendment, old leader out or on another duty, new one in (BR-21).

    With a decision that is signed already, it is entered and issued at once.
    """
    if new_leader.person.pk is None:
        _enter_leader(by, team, new_leader)
    item = propose(by=by, team=team, action=DecisionAction.AMEND)
    entries = [
        _with_role(entry, old_stays_as) if entry.role == TeamRole.LEADER else entry
        for entry in stored_line_up(item)
        if entry.person.pk != new_leader.person.pk and (entry.role != TeamRole.LEADER or old_stays_as)
    ]
    leader = _with_role(new_leader, TeamRole.LEADER)
    item = save_line_up(by=by, item=item, entries=[leader, *entries])
    if decision is not None:
        save_decision(by=by, decision=decision, items=[item])
        issue(by=by, decision=decision)
        item.refresh_from_db()
    return item


def _enter_leader(by: User, team: Team, new_leader: EntryData) -> None:
    """A leader who is not on the register yet is entered; as hamlet head with that post (BR-06)."""
    person = save_person(by=by, person=new_leader.person)
    if new_leader.category == MemberCategory.HAMLET_HEAD and team.level == TeamLevel.HAMLET:
        appoint(
            by=by,
            person=person,
            position_type=PositionType.HAMLET_HEAD,
            area=team.area,
            valid_from=timezone.localdate(),
        )


def _with_role(entry: EntryData, role: str | None) -> EntryData:
    return EntryData(
        entry.person,
        role or entry.role,
        entry.category,
        entry.organisation,
        entry.title_text,
        is_supplementary=entry.is_supplementary,
    )
