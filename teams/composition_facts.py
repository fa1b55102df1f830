"""The plain values that the rules of composition look at, and the findings they give.

Nothing here touches the database: the form, the live check, the import preview, the admin and the
quality report each fill these from what they have, and so show the same findings.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext, gettext_lazy

from .composition_texts import RULE_TEXTS
from .enums import Severity, TeamLevel, TeamRole

REGULAR_SEATS = 10
"""The ceiling of ten regular members: a rule set may lower it, never raise it (BR-03)."""

OVERRIDABLE = frozenset({"BR-06", "BR-07", "BR-09", "BR-12"})
"""The rules whose level a province's rule set may change."""

EXCEPTABLE = frozenset({"BR-06", "BR-07", "BR-09"})
"""Rules for which an official may record an exception with a reason for one team (BR-09: where a
rule set raises it to an error). No exception lifts the cap, a second leader or a missing leader."""

GUIDANCE = gettext_lazy("Official letter 793/BTTTT-THH of 05/03/2022")
"""The source named with a message when the rule set names none."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule set of a province on the date looked at (data dictionary, RuleSet)."""

    max_members: int = REGULAR_SEATS
    min_members: int = 3
    max_supplementary: int | None = None
    deputy_required: bool = True
    leader_must_be_hamlet_head: bool = True
    deputy_must_be_youth: bool = True
    enterprise_worker_threshold: int = 300
    require_decision_for_active: bool = True
    large_household_threshold: int | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    document_ref: str = ""

    @property
    def cap(self) -> int:
        """Regular members allowed: the rule set's number, but never more than ten (BR-03)."""
        return min(self.max_members, REGULAR_SEATS)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of a person on the day; `id` is empty while the person is only being typed.

    `residence` is the hamlet lived in; `head_of` the hamlets whose head the person is on the day.
    """

    id: int | None
    name: str
    search_key: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    phone: str = ""
    residence: int | None = None
    is_deceased: bool = False
    head_of: frozenset[int] = frozenset()
    leads_other_teams: tuple[str, ...] = ()
    head_in_other_teams: tuple[str, ...] = ()
    is_youth: bool | None = None


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A person on a seat; the seat is empty while the proposal has not numbered it yet."""

    person: PersonFacts
    seat: int | None
    role: str
    category: str
    organisation: int | None = None


@dataclass(frozen=True, slots=True)
class HamletFacts:
    """A hamlet that the team covers on the day; `name` as shown, with its kind ("Ấp Minh Thành").

    `head` names who is its head on the register; empty where nobody is.
    """

    id: int
    name: str
    commune: int
    is_large: bool = False
    large_reason: str = ""
    is_primary: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team's line-up on one day: proposed, about to be activated, or in force.

    `in_force` is for looking at a line-up that sits already (pages, R7): nothing is being written
    that could be refused, so an error is shown as a warning.
    """

    level: str
    hamlets: tuple[HamletFacts, ...]
    seats: tuple[SeatFacts, ...]
    on: date
    is_activation: bool = False
    exceptions: frozenset[str] = frozenset()
    exception_reasons: Mapping[str, str] = field(default_factory=dict)
    enterprise: int | None = None
    has_decision: bool = False
    list_age_days: int | None = None
    knows_post_or_bank: bool = True
    other_teams_in_hamlet: tuple[str, ...] = ()
    in_force: bool = False
    area_merged: bool = False

    @property
    def primary(self) -> HamletFacts | None:
        """The team's one primary hamlet; none while there is not exactly one."""
        primaries = [hamlet for hamlet in self.hamlets if hamlet.is_primary]
        return primaries[0] if len(primaries) == 1 else None

    @property
    def leaders(self) -> list[SeatFacts]:
        """The seats with the duty of leader."""
        return [seat for seat in self.seats if seat.role == TeamRole.LEADER]

    @property
    def deputies(self) -> list[SeatFacts]:
        """The seats with the duty of deputy leader."""
        return [seat for seat in self.seats if seat.role == TeamRole.DEPUTY]

    @property
    def is_of_hamlets(self) -> bool:
        """Whether this is a hamlet team, the only kind with rules on hamlets."""
        return self.level == TeamLevel.HAMLET


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one team: code ("BR-03.full"), level, and the sentence for people.

    The sentence is put together only when it is read, in the reader's language. `gap` names what
    is missing (LEADER, DEPUTY, MASS_ORG, POST_OR_BANK), so that a page can suggest people.
    """

    code: str
    level: Severity
    msgid: str
    params: Mapping[str, object] = field(default_factory=dict)
    document_ref: str = ""
    person: int | None = None
    seat: int | None = None
    excepted: bool = False
    reason: str = ""
    gap: str = ""

    @property
    def rule(self) -> str:
        """The number of the rule that speaks."""
        return self.code.partition(".")[0]

    @property
    def text(self) -> str:
        """The sentence: what is wrong, where, what to do."""
        return sentence(self.msgid, self.params)

    @property
    def source(self) -> str:
        """The document that the rule comes from."""
        return self.document_ref or str(GUIDANCE)

    @property
    def rule_text(self) -> str:
        """The rule's own text."""
        return str(RULE_TEXTS.get(self.rule, ""))


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the roster builder's checklist: the condition, whether it holds, and if not why."""

    rule: str
    msgid: str
    params: Mapping[str, object]
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether the rule has nothing to say."""
        return not self.findings

    @property
    def text(self) -> str:
        """The condition in words."""
        return sentence(self.msgid, self.params)


def sentence(msgid: str, params: Mapping[str, object]) -> str:
    """The message in the reader's language; dates as 5/8/2022 is typed, lists of names joined."""
    return gettext(msgid) % {key: _shown(value) for key, value in params.items()}


def _shown(value: object) -> object:
    """A date or a list of names as people write it."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return value


def hard(team: TeamFacts) -> Severity:
    """Level of what is refused at all times: an error, but a warning for what sits already."""
    return Severity.WARNING if team.in_force else Severity.ERROR


def level_of(rule: str, default: Severity, team: TeamFacts, rules: Rules) -> Severity:
    """Level of a rule that a draft may still break: an error only when the team is activated.

    A rule set's `severities` stand in for the default of BR-06, BR-07, BR-09 and BR-12 only.
    """
    level = default
    if rule in OVERRIDABLE and rules.severities.get(rule) in Severity.values:
        level = Severity(rules.severities[rule])
    if level is Severity.ERROR and (team.in_force or not team.is_activation):
        return Severity.WARNING
    return level


def exceptable_finding(
    code: str,
    default: Severity,
    msgid: str,
    params: Mapping[str, object],
    *,
    team: TeamFacts,
    rules: Rules,
    who: SeatFacts | None = None,
    gap: str = "",
) -> Finding:
    """A finding that a recorded exception turns into a warning which names the reason."""
    rule = code.partition(".")[0]
    level = level_of(rule, default, team, rules)
    excepted = rule in EXCEPTABLE and rule in team.exceptions
    if excepted and level is Severity.ERROR:
        level = Severity.WARNING
    return Finding(
        code,
        level,
        msgid,
        params,
        rules.document_ref,
        person=who.person.id if who else None,
        seat=who.seat if who else None,
        excepted=excepted,
        reason=team.exception_reasons.get(rule, "") if excepted else "",
        gap=gap,
    )


def finding(
    code: str,
    level: Severity,
    msgid: str,
    params: Mapping[str, object],
    rules: Rules,
    who: SeatFacts | None = None,
) -> Finding:
    """A finding about the team as a whole or, with `who`, about one seat of it."""
    if who is None:
        return Finding(code, level, msgid, params, rules.document_ref)
    return Finding(code, level, msgid, params, rules.document_ref, who.person.id, who.seat)
