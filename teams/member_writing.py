"""Writing a planned list of members: places, people and posts first, then the teams, through the roster's services."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from areas.hamlets import add_hamlet
from areas.models import Area
from imports.enums import RowAction
from imports.job_runner import Progress
from imports.kinds import Outcome
from teams.bulk_roster import TeamPlan, set_up_teams
from teams.enums import DecisionAction, MemberCategory, OrgGroup, OrgType, PositionType, TeamLevel
from teams.member_plans import GroupPlan, Line, Planning
from teams.models import EnterpriseProfile, Organisation, Person, PersonPosition
from teams.organisations import save_enterprise, save_organisation
from teams.people import PositionData, save_people, save_person
from teams.proposals import propose
from teams.roster import save_line_up


def write_plan(planning: Planning, by: User, progress: Progress) -> Iterable[Outcome]:
    """Write all plans that nothing refuses; an outcome for every row."""
    good = [plan for plan in planning.plans.values() if not plan.refused]
    _make_places(planning, good, by)
    for organisation in planning.new_organisations.values():
        save_organisation(by=by, organisation=organisation)
    _write_people(planning, good, by)
    progress.step(len(planning.lines) // 2)
    _write_teams(good, by)
    done = {id(plan) for plan in good}
    for plan in planning.plans.values():
        yield from _outcomes(plan, plan.refused if id(plan) not in done else "")


def _outcomes(plan: GroupPlan, refused: str) -> Iterable[Outcome]:
    for line in plan.lines:
        why = line.refused or refused or plan.refused
        if why:
            yield Outcome(line.row, RowAction.REFUSED, refusal=why)
        else:
            yield Outcome(line.row, line.action, f"teams.Person:{line.person.pk}")


# Places.


def _make_places(planning: Planning, plans: list[GroupPlan], by: User) -> None:
    """Hamlets and enterprises that the official wants entered, each once."""
    made: dict[Any, Any] = {}
    for plan in plans:
        target = plan.target
        if target.new_hamlet:
            if target.new_hamlet not in made:
                made[target.new_hamlet] = _new_hamlet(planning, target.new_hamlet, by)
            plan.target = replace(target, area=made[target.new_hamlet])
        elif target.new_enterprise:
            if target.new_enterprise not in made:
                made[target.new_enterprise] = _new_enterprise(planning.batch.area, target.new_enterprise, by)
            plan.target = replace(target, enterprise=made[target.new_enterprise])


def _new_hamlet(planning: Planning, named: tuple[str, str], by: User) -> Area:
    kind, name = named
    area: Area = add_hamlet(by=by, commune=planning.batch.area, kind=kind, name=name)
    return area


def _new_enterprise(commune: Area, name: str, by: User) -> EnterpriseProfile:
    organisation = Organisation(name=name, group=OrgGroup.ENTERPRISE, type=OrgType.COMPANY, area=commune)
    save_organisation(by=by, organisation=organisation)
    return save_enterprise(by=by, profile=EnterpriseProfile(organisation=organisation, area=commune))


# People and their posts.


def _write_people(planning: Planning, plans: list[GroupPlan], by: User) -> None:
    """New people in bulk with the posts that the list names; known ones one by one, where something changes."""
    lines = [(plan, line) for plan in plans for line in plan.lines if not line.refused]
    posts = _head_posts(planning, lines)
    new: dict[int, Person] = {}
    for _plan, line in lines:
        if line.person.pk is None:
            new.setdefault(id(line.person), line.person)
    save_people(by=by, people=[(person, posts.get(id(person), [])) for person in new.values()])
    changed = {
        line.person.pk: line.person for _plan, line in lines if line.before and id(line.person) not in new
    }
    for person in changed.values():
        save_person(by=by, person=person, positions=posts.get(id(person), []))
    for _plan, line in lines:
        known = id(line.person) not in new and line.person.pk not in changed
        if known and id(line.person) in posts:
            save_person(by=by, person=line.person, positions=posts[id(line.person)])


def _head_posts(planning: Planning, lines: list[tuple[GroupPlan, Line]]) -> dict[int, list[PositionData]]:
    """The post of a hamlet's head, for those who sit as such, where the hamlet has none on record."""
    since = _day_of(planning)
    hamlets = {plan.target.area.pk for plan, _line in lines if plan.target.area}
    held = set(
        PersonPosition.objects.on_date(timezone.localdate())  # type: ignore[attr-defined] # our queryset
        .filter(position_type=PositionType.HAMLET_HEAD, area__in=hamlets)
        .values_list("area_id", flat=True)
    )
    posts: dict[int, list[PositionData]] = {}
    for plan, line in lines:
        area = plan.target.area
        if (
            plan.target.level != TeamLevel.HAMLET
            or line.category != MemberCategory.HAMLET_HEAD
            or area is None
        ):
            continue
        if area.pk not in held and id(line.person) not in posts:
            held.add(area.pk)
            data = PositionData(
                PositionType.HAMLET_HEAD, max(since, area.valid_from), area, title_text=line.title
            )
            posts[id(line.person)] = [data]
    return posts


def _day_of(planning: Planning) -> date:
    """The day of the decision that the list names, else today."""
    said = (planning.batch.reading.get("decision") or {}).get("date") or ""
    today = timezone.localdate()
    try:
        return min(date.fromisoformat(said), today)
    except ValueError:
        return today


# Teams.


def _write_teams(plans: list[GroupPlan], by: User) -> None:
    """New teams in bulk; of those that are there only the lists that change."""
    new = [plan for plan in plans if plan.there is None and plan.entries]
    set_up_teams(by=by, plans=[_team_plan(plan) for plan in new])
    for plan in plans:
        if plan.there is not None and plan.has_changes:
            _change_team(plan, by)


def _team_plan(plan: GroupPlan) -> TeamPlan:
    target = plan.target
    if target.area is None:
        raise ValidationError(_("Say which hamlet this is (question at the top)."), code="hamlet")
    return TeamPlan(target.level, [target.area], target.area, plan.entries, enterprise=target.enterprise)


def _change_team(plan: GroupPlan, by: User) -> None:
    """The list goes into the open proposal, or into an amendment drawn up for it; what is refused takes the team back."""
    there = plan.there
    if there is None:
        return
    try:
        with transaction.atomic():
            item = there.item or propose(by=by, team=there.team, action=DecisionAction.AMEND)
            save_line_up(by=by, item=item, entries=plan.entries, lock=there.item.lock if there.item else None)
    except ValidationError as error:
        plan.refused = " ".join(error.messages)
