"""Rules that a team's decisions and their dates must keep (BR-10, BR-17, BR-19)."""

from datetime import date, timedelta

from django.utils.translation import gettext_noop as _

from .composition_facts import Finding, Rules, TeamFacts, finding, hard
from .enums import Severity

GUIDANCE_DATE = date(2022, 3, 5)
"""Date of the national guidance; teams decided earlier are pointed out (BR-19)."""

DAYS_AHEAD = 30
"""A decision may be dated at most so many days after today (BR-19)."""


def br_10_life_of_team(
    day: date, established_on: date | None, dissolved_on: date | None, rules: Rules
) -> list[Finding]:
    """BR-10: a departure or a change of line-up lies inside the life of its team (E)."""
    if established_on is not None and day < established_on:
        text = _("%(day)s is before the team was set up (%(established)s). Enter a later date.")
        params = {"day": day, "established": established_on}
        return [finding("BR-10.before_team", Severity.ERROR, text, params, rules)]
    if dissolved_on is not None and day >= dissolved_on:
        text = _("The team was dissolved on %(dissolved)s. Enter a date before that day.")
        return [finding("BR-10.after_team", Severity.ERROR, text, {"dissolved": dissolved_on}, rules)]
    return []


def br_17_decision(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-17: a team is activated by a decision (E); a rule set may relax that to a warning."""
    if not team.is_activation or team.has_decision:
        return []
    level = hard(team) if rules.require_decision_for_active else Severity.WARNING
    text = _("The team has no decision yet. Enter the number, date and signer of the commune's decision.")
    return [finding("BR-17.no_decision", level, text, {}, rules)]


def br_19_decision_dates(issued_on: date, effective_on: date, today: date, rules: Rules) -> list[Finding]:
    """BR-19: in force not before issue, issued at most 30 days ahead (E); not before the guidance (W)."""
    found = []
    if effective_on < issued_on:
        text = _(
            "The decision takes effect on %(effective)s, before it is issued on %(issued)s. Check the dates."
        )
        params = {"effective": effective_on, "issued": issued_on}
        found.append(finding("BR-19.effective_before_issue", Severity.ERROR, text, params, rules))
    latest = today + timedelta(days=DAYS_AHEAD)
    if issued_on > latest:
        text = _("The decision is dated %(issued)s, more than 30 days ahead. Enter a date up to %(latest)s.")
        params = {"issued": issued_on, "latest": latest}
        found.append(finding("BR-19.too_far_ahead", Severity.ERROR, text, params, rules))
    if issued_on < GUIDANCE_DATE:
        text = _(
            "The decision is dated %(issued)s, before the national guidance of %(guidance)s. Check the date."
        )
        params = {"issued": issued_on, "guidance": GUIDANCE_DATE}
        found.append(finding("BR-19.before_guidance", Severity.WARNING, text, params, rules))
    return found
