"""The rules of composition: what is said of a team's line-up on one day (BR-01 to BR-17, BR-28).

One small function per rule, plain values in, findings out; they live in the `composition_...` modules
beside this one. `findings` puts them together; `checklist` says the same for the roster builder, rule
by rule; `quality_flags` gives the marks of report R7.
"""

from collections.abc import Callable

from django.utils.translation import gettext_noop as _

from .composition_dates import age_on, list_is_old
from .composition_decisions import br_10_life_of_team, br_17_decision, br_19_decision_dates
from .composition_enterprise import (
    EnterpriseFacts,
    EnterpriseMark,
    br_13_enterprise,
    enterprise_findings,
    enterprise_mark,
)
from .composition_facts import (
    EXCEPTABLE,
    REGULAR_SEATS,
    CheckLine,
    Finding,
    HamletFacts,
    PersonFacts,
    Rules,
    SeatFacts,
    TeamFacts,
    finding,
)
from .composition_people import (
    br_08_seats_of_a_person,
    br_10_members,
    br_11_duplicates,
    likely_duplicate,
)
from .composition_roles import br_05_leader, br_06_hamlet_head, br_07_youth_deputy, br_09_composition
from .composition_seats import (
    br_01_areas,
    br_02_other_teams,
    br_03_cap,
    br_04_large_hamlet,
    members_above_cap,
)
from .composition_texts import RULE_TEXTS, QualityFlag
from .enums import Severity, TeamLevel

__all__ = [
    "EXCEPTABLE",
    "REGULAR_SEATS",
    "RULE_TEXTS",
    "CheckLine",
    "EnterpriseFacts",
    "EnterpriseMark",
    "Finding",
    "HamletFacts",
    "PersonFacts",
    "QualityFlag",
    "Rules",
    "SeatFacts",
    "TeamFacts",
    "age_on",
    "blocking",
    "br_10_life_of_team",
    "br_19_decision_dates",
    "checklist",
    "enterprise_findings",
    "enterprise_mark",
    "findings",
    "likely_duplicate",
    "quality_flags",
]


def findings(team: TeamFacts, rules: Rules) -> list[Finding]:
    """All that the rules say of the team, in the order of the rules."""
    return [found for rule in RULES for found in rule(team, rules)]


def blocking(found: list[Finding]) -> list[Finding]:
    """The findings that refuse the saving or the activation: errors without an exception."""
    return [one for one in found if one.level is Severity.ERROR]


def br_28_minimum(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-28 (W): fewer members than the rule set's minimum are a mark, never a refusal."""
    if len(team.seats) >= rules.min_members:
        return []
    text = _("Members on the list: %(total)s; at least %(minimum)s are expected.")
    params = {"total": len(team.seats), "minimum": rules.min_members}
    return [finding("BR-28.below_minimum", Severity.WARNING, text, params, rules)]


def br_28_leader_phone(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-28 (W): a leader who cannot be called."""
    text = _("Leader %(name)s has no phone number. Enter one.")
    return [
        finding("BR-28.no_leader_phone", Severity.WARNING, text, {"name": who.person.name}, rules, who)
        for who in team.leaders[:1]
        if not who.person.phone
    ]


RULES: tuple[Callable[[TeamFacts, Rules], list[Finding]], ...] = (
    br_01_areas,
    br_02_other_teams,
    br_03_cap,
    br_04_large_hamlet,
    br_05_leader,
    br_06_hamlet_head,
    br_07_youth_deputy,
    br_08_seats_of_a_person,
    br_09_composition,
    br_10_members,
    br_11_duplicates,
    br_13_enterprise,
    br_17_decision,
    br_28_minimum,
    br_28_leader_phone,
)

Condition = tuple[str, str, dict[str, object]]
"""A line of the checklist before it is judged: code of the finding or its beginning, words, values."""


def checklist(team: TeamFacts, rules: Rules) -> list[CheckLine]:
    """The conditions of this kind of team in the order of the rules, each with what speaks against it."""
    found = findings(team, rules)
    return [
        CheckLine(prefix[:5], msgid, params, tuple(one for one in found if one.code.startswith(prefix)))
        for prefix, msgid, params in _conditions(team, rules)
    ]


def _conditions(team: TeamFacts, rules: Rules) -> list[Condition]:
    """Which conditions this team has to meet; of a leader or deputy who is not there nothing is said."""
    extra = len(members_above_cap(team, rules))
    regular: dict[str, object] = {"taken": len(team.seats) - extra, "cap": rules.cap}
    lines: list[Condition] = [
        ("BR-03", _("%(taken)s/%(cap)s seats"), regular),
        ("BR-05", _("One leader"), {}),
        ("BR-08", _("Everybody sits once, and leads one team only"), {}),
        ("BR-10", _("Members are between 16 and 80 years old"), {}),
        ("BR-11", _("No two entries look like one person"), {}),
        ("BR-28.below_minimum", _("At least %(minimum)s members"), {"minimum": rules.min_members}),
    ]
    if team.leaders:
        lines.append(("BR-28.no_leader_phone", _("The leader can be called by phone"), {}))
    if team.is_of_hamlets:
        lines += _hamlet_conditions(team, rules, extra)
    if team.level == TeamLevel.ENTERPRISE:
        lines.append(("BR-13", _("The enterprise is named"), {}))
    else:
        lines.append(("BR-09.mass_org", _("The head of a mass organisation takes part"), {}))
        lines.append(("BR-09.post_or_bank", _("Post and telecom or a bank takes part"), {}))
    if team.is_activation:
        lines.append(("BR-17", _("A decision is entered"), {}))
    return sorted(lines, key=lambda line: line[0][:5])


def _hamlet_conditions(team: TeamFacts, rules: Rules, extra: int) -> list[Condition]:
    """The conditions that speak of hamlets, as far as the rule set asks for them."""
    lines: list[Condition] = [
        ("BR-01", _("One primary hamlet, all hamlets in one commune"), {}),
        ("BR-02", _("The only team of the hamlet"), {}),
    ]
    if extra:
        lines.append(("BR-04", _("%(extra)s supplementary seats for the Youth Union"), {"extra": extra}))
    if rules.leader_must_be_hamlet_head and team.primary and team.leaders:
        lines.append(("BR-06", _("The leader is the hamlet head"), {}))
    if rules.deputy_required or team.deputies:
        youth = _("The deputy leader is from the Youth Union")
        lines.append(("BR-07", youth if rules.deputy_must_be_youth else _("One deputy leader"), {}))
    return lines


def quality_flags(team: TeamFacts, rules: Rules) -> list[str]:
    """BR-28: the marks of a team in report R7, in the order of its columns.

    An enterprise team needs no deputy (BR-13); a list without any decision is not also old.
    """
    leaders = team.leaders
    needs_deputy = rules.deputy_required and team.level != TeamLevel.ENTERPRISE
    marks = {
        QualityFlag.NO_LEADER: not leaders,
        QualityFlag.NO_DEPUTY: needs_deputy and not team.deputies,
        QualityFlag.OVER_CAP: bool(br_03_cap(team, rules) or br_04_large_hamlet(team, rules)),
        QualityFlag.BELOW_MINIMUM: len(team.seats) < rules.min_members,
        QualityFlag.NO_LEADER_PHONE: bool(leaders) and not leaders[0].person.phone,
        QualityFlag.NO_DECISION: not team.has_decision,
        QualityFlag.AREA_MERGED: team.area_merged,
        QualityFlag.OLD_LIST: list_is_old(team.list_age_days, team.on),
    }
    return [str(flag.value) for flag, holds in marks.items() if holds]
