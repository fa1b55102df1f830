"""What speaks against issuing a decision: all of it at once, team by team, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from areas.models import Area, AreaVersion
from teams.composition import (
    Finding,
    Rules,
    TeamFacts,
    blocking,
    br_19_decision_dates,
    findings,
)
from teams.decisions import find_same
from teams.enums import DecisionAction, Severity
from teams.findings import item_facts
from teams.models import Decision, DecisionItem, Person
from teams.querysets import in_force
from teams.recorded import area_facts, entry_facts, facts_of
from teams.rules import NO_RULE_SET, rule_set_for, rules_of
from teams.timeline import reign_on, reigns_of, work_out
from teams.timeline_changes import DayChange, changes_between
from teams.timeline_checks import (
    AFTER_DISSOLVE,
    BEFORE_ESTABLISH,
    NO_ESTABLISH,
    SEVERAL_ESTABLISH,
    brought_back,
    check_items,
)
from teams.timeline_facts import ItemFact
from teams.timeline_facts import TeamFacts as Recorded

PROBLEMS = {
    NO_ESTABLISH: ("BR-10.no_establish", _("No decision has set up this team yet.")),
    SEVERAL_ESTABLISH: (
        "BR-10.several_establish",
        _("The team has been set up already. Draw up an amendment instead."),
    ),
    BEFORE_ESTABLISH: (
        "BR-10.before_establish",
        _("The decision would take effect before the team was set up. Enter a later date."),
    ),
    AFTER_DISSOLVE: (
        "BR-10.after_dissolve",
        _("The team is dissolved by then, and nothing can follow. Set up a new team instead."),
    ),
}
OUTDATED = _(
    "Another decision has changed the line-up since this proposal was drawn up. "
    "Update it from the current list, look at it, and issue it then."
)
RETURNING = _("%(names)s had left the team and would come back. Confirm that this is meant.")
CLOSED_AREA = _("%(area)s does not exist on %(day)s. Choose a hamlet that exists on that day.")
OTHER_ISSUER = _(
    "%(issuer)s is not the committee of the team's commune on %(day)s. "
    "The commune's own committee of that day decides."
)
INCOMPLETE = _("The decision lacks: %(missing)s. Enter this before it is issued.")
FIELDS = {
    "number": _("number"),
    "symbol": _("symbol"),
    "issued_on": _("date of issue"),
    "effective_on": _("date of effect"),
    "signer_name": _("signer"),
}


@dataclass(frozen=True, slots=True)
class ItemConflict:
    """What is said of one team's item, and what changes on which days; without item, of the decision."""

    item: DecisionItem | None
    findings: list[Finding]
    changes: list[DayChange] = field(default_factory=list)

    @property
    def blocking(self) -> list[Finding]:
        """The findings that refuse the issuing."""
        return blocking(self.findings)


def conflicts(
    decision: Decision,
    *,
    items: Sequence[DecisionItem] | None = None,
    confirm_returning: bool = False,
    **changed: Any,
) -> list[ItemConflict]:
    """All that speaks about the decision, as it is or with other values (number=, issued_on= ...).

    The first is of the decision itself, then one for each team; constant number of queries.
    """
    for name, value in changed.items():
        setattr(decision, name, value)
    if decision.issued_on and not decision.effective_on:
        decision.effective_on = decision.issued_on
    chosen = list(items) if items is not None else items_of(decision)
    own = ItemConflict(None, decision_findings(decision))
    if decision.effective_on is None or decision.issued_on is None:
        return [own, *(ItemConflict(item, []) for item in chosen)]
    judge = _Judge.of(decision, chosen, confirm_returning)
    return [own, *(judge.conflict(item) for item in chosen)]


def items_of(decision: Decision) -> list[DecisionItem]:
    """The items of a decision by team."""
    if decision.pk is None:
        return []
    items = decision.items.select_related("team__area", "decision", "base").order_by(
        "team__area__sort_key", "pk"
    )
    return list(items)


def decision_findings(decision: Decision) -> list[Finding]:
    """BR-17 (complete), BR-18 (number once) and BR-19 (dates)."""
    rule_set = rule_set_for(decision.issuer, decision.effective_on or timezone.localdate())
    rules = rules_of(rule_set)
    missing = tuple(gettext(name) for key, name in FIELDS.items() if not getattr(decision, key))
    found = []
    if missing:
        found.append(error("BR-17.incomplete", INCOMPLETE, {"missing": missing}, rules))
    if decision.issued_on and decision.number:
        same = find_same(decision.issuer, decision.number, decision.symbol, decision.issued_on.year)
        if same is not None and same.pk != decision.pk:
            text = _("This committee already has a decision of that number, symbol and year (BR-18).")
            found.append(error("BR-18.same_number", text, {}, rules))
    if decision.issued_on and decision.effective_on:
        found += br_19_decision_dates(decision.issued_on, decision.effective_on, timezone.localdate(), rules)
    return found


def error(
    code: str, text: str, params: dict[str, object], rules: Rules, level: Severity = Severity.ERROR
) -> Finding:
    """A finding about a decision or its item."""
    return Finding(code, level, text, params, rules.document_ref)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Everything read about the items of one decision; judging one of them asks nothing more."""

    issuer: Area
    issued_on: date
    effective_on: date
    recorded: dict[int, Recorded]
    facts: dict[int, ItemFact]
    composition: dict[int, tuple[TeamFacts, Rules]]
    communes: dict[int, int | None]
    existing: set[int]
    names: dict[int, str]
    confirm_returning: bool

    @classmethod
    def of(cls, decision: Decision, items: list[DecisionItem], confirm_returning: bool) -> "_Judge":
        effective, issued = decision.effective_on, decision.issued_on
        if effective is None or issued is None:
            raise ValueError("the decision has no dates yet")
        keys = [item.pk for item in items]
        entries, areas = entry_facts(item__in=keys), area_facts(item__in=keys)
        facts = {
            item.pk: ItemFact(
                item.pk,
                item.action,
                effective,
                issued,
                decision.number or 0,
                tuple(entries[item.pk]),
                tuple(areas[item.pk]),
            )
            for item in items
        }
        covered = {area.area for links in areas.values() for area in links}
        versions = AreaVersion.objects.filter(area__in=covered)
        people = {entry.person for line_up in entries.values() for entry in line_up}
        return cls(
            issuer=decision.issuer,
            issued_on=issued,
            effective_on=effective,
            recorded=facts_of([item.team_id for item in items]),
            facts=facts,
            composition=item_facts(items, effective, at_activation=True, has_decision=True),
            communes=_communes(versions.filter(in_force(issued))),
            existing=set(versions.filter(in_force(effective)).values_list("area_id", flat=True)),
            names=dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name")),
            confirm_returning=confirm_returning,
        )

    def conflict(self, item: DecisionItem) -> ItemConflict:
        """What is said of one item, and what it changes."""
        recorded, fact = self.recorded[item.team_id], self.facts[item.pk]
        team, rules = self.composition.get(item.pk, (None, NO_RULE_SET))
        found = self._decision_on(item, fact, recorded, rules)
        if team is not None and item.action != DecisionAction.DISSOLVE:
            found += self._areas(fact, team, rules) + findings(team, rules)
        later = Recorded(
            (*(other for other in recorded.items if other.id != fact.id), fact),
            recorded.departures,
            recorded.suspensions,
            recorded.successions,
            recorded.reforms,
        )
        return ItemConflict(item, found, changes_between(work_out(recorded), work_out(later)))

    def _decision_on(
        self, item: DecisionItem, fact: ItemFact, recorded: Recorded, rules: Rules
    ) -> list[Finding]:
        """Rules on the item's place among the decisions of its team (rules 3, 6 and 8; BR-10)."""
        others = tuple(other for other in recorded.items if other.id != item.pk)
        found = [
            error(*PROBLEMS[problem.code], {}, rules)
            for problem in check_items([*others, fact])
            if problem.code != NO_ESTABLISH or item.action != DecisionAction.ESTABLISH
        ]
        if is_outdated_on(item, Recorded(items=others), self.effective_on):
            found.append(error("BR-21.outdated", OUTDATED, {}, rules))
        if back := brought_back(recorded, fact):
            names = tuple(self.names[person] for person in back)
            level = Severity.WARNING if self.confirm_returning else Severity.ERROR
            found.append(error("BR-21.returning", RETURNING, {"names": names}, rules, level))
        return found

    def _areas(self, fact: ItemFact, team: TeamFacts, rules: Rules) -> list[Finding]:
        """The areas exist on the day of effect, and their commune's committee decides (BR-01, BR-17)."""
        found = [
            error("BR-01.closed_area", CLOSED_AREA, {"area": hamlet.name, "day": self.effective_on}, rules)
            for hamlet in team.hamlets
            if hamlet.id not in self.existing
        ]
        primary = next((area.area for area in fact.areas if area.is_primary), None)
        if primary is not None and not self._is_committee_of(primary):
            params = {"issuer": self.issuer.full_name, "day": self.issued_on}
            level = Severity.ERROR if rules.require_decision_for_active else Severity.WARNING
            found.append(error("BR-17.other_issuer", OTHER_ISSUER, params, rules, level))
        return found

    def _is_committee_of(self, area: int) -> bool:
        """Whether the issuer was the commune of the area on the day of issue."""
        return self.communes.get(area) == self.issuer.pk


def _communes(versions: Any) -> dict[int, int | None]:
    """Commune by area; of a commune, itself."""
    rows = versions.values_list("area_id", "level", "parent_id")
    return {area: parent if level == "HAMLET" else area for area, level, parent in rows}


def is_outdated_on(item: DecisionItem, recorded: Recorded, on: date) -> bool:
    """Rule 6: an amendment whose base does not rule on the day of effect."""
    if item.action != DecisionAction.AMEND:
        return False
    reign = reign_on(reigns_of(recorded), on)
    return reign is not None and reign.item.id != item.base_id


def raise_blocking(found: Sequence[ItemConflict]) -> None:
    """Refuse with every blocking finding, each naming its team; nothing when there are none."""
    errors = [
        ValidationError(
            f"{conflict.item.team.name}: {one.text}" if conflict.item else one.text, code=one.rule
        )
        for conflict in found
        for one in conflict.blocking
    ]
    if errors:
        raise ValidationError(errors)
