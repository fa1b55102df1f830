"""What a list of members would do: for each team the list that comes of it, for each row the person and the change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.models import Area
from imports.enums import RowAction
from imports.job_runner import Progress
from imports.kinds import RowPreview, Verdict, held_back
from imports.models import ImportBatch, ImportGroup, ImportRow
from teams.composition import Finding, blocking, findings
from teams.enums import TYPES_OF_GROUP, BirthPrecision, Gender, MemberCategory, TeamLevel, TeamRole
from teams.findings import planned_facts
from teams.line_ups import EntryData
from teams.member_lines import post_of
from teams.member_people import birth_of, phone_of
from teams.member_places import (
    NEW,
    NONE,
    Organisations,
    Places,
    Target,
    TeamThere,
    organisation_key,
    teams_there,
)
from teams.models import LineUpEntry, Membership, Organisation, Person, Team
from teams.people import check_new
from teams.roster import default_name
from teams.seats import REGULAR_SEATS
from vietnamese.phones import display_phone
from vietnamese.text import clean, fold

ORDER_OF_DUTIES = {str(TeamRole.LEADER): 0, str(TeamRole.DEPUTY): 1}


@dataclass
class Line:
    """A row of the list with its person and place in the team."""

    row: ImportRow
    role: str
    category: str
    title: str
    organisation: str
    person: Person
    refused: str = ""
    before: dict[str, str] = field(default_factory=dict)
    action: str = RowAction.CREATE


@dataclass
class GroupPlan:
    """A team of the list with what comes of it."""

    group: ImportGroup
    target: Target
    lines: list[Line]
    there: TeamThere | None = None
    current: list[EntryData] = field(default_factory=list)
    entries: list[EntryData] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    refused: str = ""

    @property
    def has_changes(self) -> bool:
        """Whether the list of the team would be another one."""
        return _compared(self.entries) != _compared(self.current)


def _compared(entries: Iterable[EntryData]) -> dict[Any, tuple[Any, ...]]:
    return {
        entry.person.pk or id(entry.person): (
            entry.role,
            entry.category,
            entry.organisation_id,
            entry.title_text,
        )
        for entry in entries
    }


class Planning:
    """All groups of some rows, planned together; as many queries for a thousand teams as for one."""

    def __init__(self, batch: ImportBatch, rows: Sequence[ImportRow], options: Mapping[str, Any]) -> None:
        self.batch, self.options = batch, options
        self.places, self.organisations = Places(batch), Organisations(batch)
        self.there = teams_there(batch.area, timezone.localdate())
        self.by_id: dict[int, Organisation] = {
            one.pk: one for rows in self.organisations.by_type.values() for one in rows
        }
        keys = {int(row.parsed["person"]) for row in rows if str(row.parsed.get("person", "")).isdigit()}
        self.known = Person.objects.select_related("area").in_bulk(keys)
        self.new: dict[tuple[str, str], Person] = {}
        self.new_organisations: dict[str, Organisation] = {}
        self.lines: dict[int, Line] = {}
        self.plans = self._plans(rows)
        self._read_current()
        for plan in self.plans.values():
            plan.entries = self._merged(plan)
        self._judge()

    # Making the plans -----------------------------------------------------------

    def _plans(self, rows: Sequence[ImportRow]) -> dict[int, GroupPlan]:
        by_group: dict[int, list[ImportRow]] = defaultdict(list)
        groups: dict[int, ImportGroup] = {}
        for row in rows:
            if row.group is not None:
                groups[row.group.pk] = row.group
                by_group[row.group.pk].append(row)
        taken: set[int] = set()
        plans = {}
        for pk, group in groups.items():
            target = self.places.target(group.parsed)
            plan = GroupPlan(group, target, [self._line(row) for row in by_group[pk]], refused=target.problem)
            plan.there = self._team_of(plan, taken)
            plans[pk] = plan
        return plans

    def _team_of(self, plan: GroupPlan, taken: set[int]) -> TeamThere | None:
        """The team that is there for this place; of several the one with the most people of the list."""
        people = {line.person.pk for line in plan.lines if line.person.pk}
        fitting = [one for one in self.there.get(plan.target.place, ()) if one.team.pk not in taken]
        best = max(fitting, key=lambda one: len(one.people & people), default=None)
        if best is not None:
            taken.add(best.team.pk)
        return best

    def _line(self, row: ImportRow) -> Line:
        parsed = row.parsed
        held = held_back(row)
        line = Line(
            row,
            parsed.get("role") or self.options["role"] or TeamRole.MEMBER,
            parsed.get("category") or self.options["category"] or MemberCategory.OTHER,
            clean(parsed.get("position_text") or "")[:200],
            organisation_key(parsed.get("position_text") or ""),
            self._person(parsed),
            held.refusal if held else "",
        )
        self.lines[row.pk] = line
        if not line.refused:
            self._check(line)
        return line

    def _check(self, line: Line) -> None:
        person = line.person
        if person.pk is not None:
            line.before = _take_over(person, line.row.parsed)
            return
        try:
            check_new(person)
        except ValidationError as error:
            line.refused = " ".join(error.messages)

    def _person(self, parsed: Mapping[str, Any]) -> Person:
        """The known person that the row means, or a new one; a new one with a phone is one in the whole list."""
        chosen = str(parsed.get("person") or "")
        if chosen.isdigit() and int(chosen) in self.known:
            return self.known[int(chosen)]
        name = clean(str(parsed.get("full_name") or ""))[:120]
        if self.options["title_case"]:
            name = title_case(name)
        phone = phone_of(parsed)
        if phone and (fold(name), phone) in self.new:
            return self.new[fold(name), phone]
        person = Person(full_name=name, area=self.batch.area, gender=parsed.get("gender") or Gender.UNKNOWN)
        person.phone, person.phone_raw = phone, display_phone(phone) if phone else ""
        _set_birth(person, parsed)
        self.new[fold(name), phone or str(id(person))] = person
        return person

    def organisation_of(self, key: str) -> Organisation | None:
        """The organisation of a position: as the official answered, else the only one that fits."""
        if not key:
            return None
        answer = self.organisations.answer(key)
        if answer == NEW:
            if key not in self.new_organisations:
                kind = self.organisations.type_of(key)
                group = next(group for group, types in TYPES_OF_GROUP.items() if kind in types)
                self.new_organisations[key] = Organisation(
                    name=self.organisations.new_name(key), group=group, type=kind, area=self.batch.area
                )
            return self.new_organisations[key]
        return self.by_id.get(int(answer)) if answer != NONE and answer.isdigit() else None

    # Lists that are there ---------------------------------------------------------

    def _read_current(self) -> None:
        """The open list of each team that is there, else the one in force; two queries."""
        plans = [plan for plan in self.plans.values() if plan.there]
        items = {plan.there.item.pk: plan for plan in plans if plan.there and plan.there.item}
        rows: Any = LineUpEntry.objects.filter(item__in=items).select_related("person__area", "organisation")
        for entry in rows.order_by("order_no", "seat"):
            items[entry.item_id].current.append(_data(entry, entry.order_no))
        teams = {plan.there.team.pk: plan for plan in plans if plan.there and not plan.there.item}
        on = timezone.localdate()
        sitting = (
            Membership.objects.on_date(on)
            .filter(team__in=teams)
            .select_related("person__area", "organisation")
        )  # type: ignore[attr-defined] # our queryset
        for seat in sitting.order_by("seat"):
            teams[seat.team_id].current.append(_data(seat, seat.seat))

    def _merged(self, plan: GroupPlan) -> list[EntryData]:
        """The list of the team after the import: who is there stays, who is on the list is set as it says."""
        good = [line for line in plan.lines if not line.refused]
        by_person = {_key(line.person): line for line in good}
        listed: set[Any] = set()
        entries = []
        for entry in plan.current:
            line = by_person.get(_key(entry.person))
            if line is None:
                entries += [] if self.options["remove_missing"] else [entry]
                continue
            listed.add(_key(entry.person))
            changed = self._changed(entry, line)
            if (entry.role, entry.category, entry.title_text) != (
                changed.role,
                changed.category,
                changed.title_text,
            ):
                line.before |= {_("Duty, post"): f"{TeamRole(entry.role).label}, {_post(entry)}"}
            line.action = RowAction.UPDATE if line.before else RowAction.SKIP
            entries.append(changed)
        new = [line for line in good if _key(line.person) not in listed]
        new.sort(key=lambda line: ORDER_OF_DUTIES.get(str(line.role), 2))
        return _with_supplements([*entries, *(self._new_entry(line) for line in new)], plan.target.area)

    def _changed(self, entry: EntryData, line: Line) -> EntryData:
        """The entry as the row has it; a post that is printed like this already stays with its category."""
        entry = replace(entry, role=str(line.role))
        if not line.title or fold(line.title) in (fold(_post(entry)), fold(entry.title_text)):
            return entry
        return replace(
            entry,
            category=str(line.category),
            title_text=line.title,
            organisation=self.organisation_of(line.organisation),
        )

    def _new_entry(self, line: Line) -> EntryData:
        return EntryData(
            line.person,
            str(line.role),
            str(line.category),
            self.organisation_of(line.organisation),
            line.title,
        )

    # What the rules say -----------------------------------------------------------

    def _judge(self) -> None:
        plans = [plan for plan in self.plans.values() if not plan.refused and plan.entries]
        looked_at = []
        for plan in plans:
            area = plan.target.area
            links = [(area.pk, True)] if area and plan.target.level == TeamLevel.HAMLET else []
            looked_at.append((self._team(plan), plan.entries, links))
        for plan, (facts, rules) in zip(plans, planned_facts(looked_at, timezone.localdate()), strict=True):
            plan.found = [
                one for one in findings(facts, rules) if not (plan.target.new_hamlet and one.rule == "BR-01")
            ]
            plan.refused = " ".join(str(one.text) for one in blocking(plan.found))

    def _team(self, plan: GroupPlan) -> Team:
        if plan.there:
            return plan.there.team
        return Team(level=plan.target.level, enterprise=plan.target.enterprise)

    def work_out(self, progress: Progress) -> None:
        """Everything is worked out on making; tells the page so."""
        progress.step(len(self.lines))

    def verdicts(self, groups: Sequence[ImportGroup]) -> dict[int, Verdict]:
        """By number of group: findings, what is refused, where it goes."""
        return {
            group.number: Verdict(plan.found, plan.refused, self._note(plan))
            if (plan := self.plans.get(group.pk))
            else Verdict()
            for group in groups
        }

    def _note(self, plan: GroupPlan) -> str:
        if plan.there:
            return _("Belongs to: %(team)s (on the register)") % {"team": plan.there.team.name}
        if plan.target.problem:
            return ""
        return _("A new draft team: %(team)s") % {"team": team_name(plan.target)}


def preview_of(planning: Planning, row: ImportRow) -> RowPreview:
    """What a row would do."""
    line = planning.lines[row.pk]
    if line.refused or (row.group_id in planning.plans and planning.plans[row.group_id].refused):
        return RowPreview(RowAction.REFUSED)
    text = _("a known person") if line.person.pk and line.action == RowAction.CREATE else ""
    return RowPreview(line.action, line.before, text)


def team_name(target: Target) -> str:
    """The name of a team that is to be set up."""
    if target.new_enterprise:
        return f"Tổ CNSCĐ {target.new_enterprise}"[:200]
    area = target.area
    if area is None and target.new_hamlet:
        area = Area(kind=target.new_hamlet[0], name=target.new_hamlet[1])
    return default_name(area, target.enterprise) if area else ""


def title_case(name: str) -> str:
    """LÊ VĂN AN as Lê Văn An; offered only, and done only where the official agrees (BR-47)."""
    if name not in (name.upper(), name.lower()):
        return name
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split())


def _key(person: Person) -> Any:
    return person.pk or id(person)


def _data(row: Any, order: int) -> EntryData:
    """A stored entry or seat as it would be entered again."""
    return EntryData(
        row.person, row.role, row.category, row.organisation, row.title_text, order, row.seat > REGULAR_SEATS
    )


def _post(entry: EntryData) -> str:
    """The post as the annex prints it."""
    names = (entry.organisation.short_name, entry.organisation.name) if entry.organisation else (None, None)
    return post_of(entry.title_text or str(MemberCategory(entry.category).label), *names)


def _with_supplements(entries: list[EntryData], area: Area | None) -> list[EntryData]:
    """In a hamlet marked large, Youth Union members beyond the tenth sit above the cap (BR-04)."""
    over = sum(not entry.is_supplementary for entry in entries) - REGULAR_SEATS
    if over <= 0 or area is None or not area.large_population:
        return entries
    for index in range(len(entries) - 1, -1, -1):
        entry = entries[index]
        if (
            over > 0
            and entry.category == MemberCategory.YOUTH_UNION
            and not entry.is_supplementary
            and entry.role == TeamRole.MEMBER
        ):
            entries[index] = replace(entry, is_supplementary=True)
            over -= 1
    return entries


def _set_birth(person: Person, parsed: Mapping[str, Any]) -> None:
    birth = birth_of(parsed)
    person.birth_date = birth.date if birth.precision == BirthPrecision.DAY else None
    person.birth_year, person.birth_precision = birth.year, birth.precision


def _take_over(person: Person, parsed: Mapping[str, Any]) -> dict[str, str]:
    """Set on a known person what the list knows better or otherwise; what stood there before, by label."""
    before: dict[str, str] = {}
    phone = phone_of(parsed)
    if phone and phone not in (person.phone, person.phone2):
        before[_("Phone")] = display_phone(person.phone) or "—"
        person.phone, person.phone_raw = phone, display_phone(phone)
    birth = birth_of(parsed)
    is_better = birth.precision == BirthPrecision.DAY and person.birth_date != birth.date
    if birth.year and (is_better or birth.year != person.birth_year):
        before[_("Born")] = str(person.birth_year or "—")
        _set_birth(person, parsed)
    if parsed.get("gender") and person.gender == Gender.UNKNOWN:
        before[_("Sex")] = "—"
        person.gender = str(parsed["gender"])
    return before
