"""Rules on who leads a team and which groups it is made of (BR-05 to BR-07, BR-09)."""

from django.utils.translation import gettext_noop as _

from .composition_facts import (
    Finding,
    Rules,
    SeatFacts,
    TeamFacts,
    exceptable_finding,
    finding,
    hard,
    level_of,
)
from .enums import MemberCategory, Severity, TeamLevel

_TEXTS = {
    "BR-06.head_of_further": _(
        "Leader %(name)s is the head of %(further)s, not of the primary hamlet %(hamlet)s. "
        "Choose the head of the primary hamlet, or record an exception with its reason."
    ),
    "BR-06.not_head": _(
        "Leader %(name)s is not the head of %(hamlet)s. "
        "Choose the head, enter the post, or record an exception with its reason."
    ),
    "BR-06.other_head": _(
        "Leader %(name)s is not the head of %(hamlet)s: on the register that is %(head)s. "
        "Choose %(head)s, enter who holds the post now, or record an exception with its reason."
    ),
    "BR-07.no_deputy": _(
        "The team has no deputy leader yet. "
        "Choose a Youth Union member of the hamlet, or record an exception with its reason."
    ),
    "BR-07.not_youth": _(
        "Deputy leader %(name)s is not on the list as Youth Union member. "
        "Choose a Youth Union member of the hamlet, or record an exception with its reason."
    ),
    "BR-07.other_hamlet": _(
        "Deputy leader %(name)s is from the Youth Union, but does not live in %(hamlet)s. "
        "Choose a Youth Union member of the hamlet, or record an exception with its reason."
    ),
}


def br_05_leader(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-05: one leader; none is an error at activation, two are refused at all times."""
    leaders = team.leaders
    if not leaders:
        level = level_of("BR-05", Severity.ERROR, team, rules)
        text = _("The team has no leader yet. Choose who leads it.")
        return [Finding("BR-05.no_leader", level, text, {}, rules.document_ref, gap="LEADER")]
    if len(leaders) > 1:
        text = _("The team has several leaders: %(names)s. Keep one of them as leader.")
        names = tuple(who.person.name for who in leaders)
        return [finding("BR-05.two_leaders", hard(team), text, {"names": names}, rules, leaders[1])]
    return []


def br_06_hamlet_head(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-06: the leader is the head of the primary hamlet (E at activation; exception with reason)."""
    primary, leaders = team.primary, team.leaders
    if not (team.is_of_hamlets and rules.leader_must_be_hamlet_head and primary and leaders):
        return []
    leader = leaders[0]
    if primary.id in leader.person.head_of:
        return []
    further = tuple(hamlet.name for hamlet in team.hamlets if hamlet.id in leader.person.head_of)
    params = {"name": leader.person.name, "hamlet": primary.name, "further": further, "head": primary.head}
    code = "BR-06.head_of_further" if further else "BR-06.not_head"
    text = _TEXTS["BR-06.other_head" if primary.head and not further else code]
    return [
        exceptable_finding(
            code, Severity.ERROR, text, params, team=team, rules=rules, who=leader, gap="LEADER"
        )
    ]


def br_07_youth_deputy(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-07: a deputy from the Youth Union of the hamlet (E at activation; exception with reason).

    A second deputy is a warning at all times and never blocks.
    """
    if not team.is_of_hamlets:
        return []
    deputies = team.deputies
    found = []
    code, who = _missing_youth_deputy(team, rules, deputies)
    if code:
        params = {
            "hamlet": team.primary.name if team.primary else "",
            "name": who.person.name if who else "",
        }
        found.append(
            exceptable_finding(
                code, Severity.ERROR, _TEXTS[code], params, team=team, rules=rules, who=who, gap="DEPUTY"
            )
        )
    if len(deputies) > 1:
        text = _("The team has several deputy leaders: %(names)s. One is the norm.")
        names = tuple(deputy.person.name for deputy in deputies)
        found.append(finding("BR-07.second", Severity.WARNING, text, {"names": names}, rules, deputies[1]))
    return found


def _missing_youth_deputy(
    team: TeamFacts, rules: Rules, deputies: list[SeatFacts]
) -> tuple[str, SeatFacts | None]:
    """Why no deputy counts for BR-07, and who is meant; an empty code when one counts.

    A residence that is not known, or a primary hamlet still to be chosen, is not held against the deputy.
    """
    if not deputies:
        return ("BR-07.no_deputy" if rules.deputy_required else ""), None
    if not rules.deputy_must_be_youth:
        return "", None
    youth = [deputy for deputy in deputies if deputy.category == MemberCategory.YOUTH_UNION]
    if not youth:
        return "BR-07.not_youth", deputies[0]
    homes = {hamlet.id for hamlet in team.hamlets} | {None}
    if team.primary is None or any(deputy.person.residence in homes for deputy in youth):
        return "", None
    return "BR-07.other_hamlet", youth[0]


def br_09_composition(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-09 (W): the head of a mass organisation, and someone of post, telecom or a bank.

    Where no such staff is known in the area, the second part is only told (I). An enterprise team
    follows the enterprise's own structure (BR-13).
    """
    if team.level == TeamLevel.ENTERPRISE:
        return []
    categories = {who.category for who in team.seats}
    found = []
    if MemberCategory.MASS_ORG_HEAD not in categories:
        text = _("No head of a mass organisation is on the list yet (women, farmers, veterans, Front ...).")
        found.append(_gap("BR-09.mass_org", Severity.WARNING, text, team, rules, "MASS_ORG"))
    if categories.isdisjoint((MemberCategory.POST_TELECOM, MemberCategory.BANK)):
        if team.knows_post_or_bank:
            text = _("Nobody from post and telecom or a bank is on the list yet.")
            found.append(_gap("BR-09.post_or_bank", Severity.WARNING, text, team, rules, "POST_OR_BANK"))
        else:
            text = _("Nobody from post and telecom or a bank is known in this area.")
            found.append(finding("BR-09.post_or_bank_unknown", Severity.INFO, text, {}, rules))
    return found


def _gap(code: str, default: Severity, text: str, team: TeamFacts, rules: Rules, gap: str) -> Finding:
    return exceptable_finding(code, default, text, {}, team=team, rules=rules, gap=gap)
