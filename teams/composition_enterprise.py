"""Rules on enterprises and their teams (BR-12 to BR-14)."""

from dataclasses import dataclass
from datetime import date
from enum import Flag, auto

from django.utils.translation import gettext_noop as _

from .composition_dates import older_than_a_year
from .composition_facts import OVERRIDABLE, Finding, Rules, TeamFacts, finding, hard
from .enums import Severity, TeamLevel


class EnterpriseMark(Flag):
    """What is to be said of an enterprise on a day; marks may come together.

    NEEDS_TEAM: more than 300 workers and no team. NO_LONGER_REQUIRED: has a team, but 300 workers
    or fewer. UPDATE_NEEDED: the count is unknown or more than 12 months old.
    """

    NONE = 0
    NEEDS_TEAM = auto()
    NO_LONGER_REQUIRED = auto()
    UPDATE_NEEDED = auto()


@dataclass(frozen=True, slots=True)
class EnterpriseFacts:
    """An enterprise's site with its newest worker count on or before the day."""

    name: str
    latest_count: int | None
    as_of: date | None
    on: date
    has_team: bool


def enterprise_mark(
    latest_count: int | None, as_of: date | None, on: date, threshold: int, has_team: bool
) -> EnterpriseMark:
    """BR-12 and BR-14: strictly more than the threshold needs a team; a fallen count keeps it.

    A count dated after the day looked at is not known on that day.
    """
    if latest_count is None or as_of is None or as_of > on:
        return EnterpriseMark.UPDATE_NEEDED
    mark = EnterpriseMark.UPDATE_NEEDED if older_than_a_year(as_of, on) else EnterpriseMark.NONE
    if latest_count > threshold:
        return mark if has_team else mark | EnterpriseMark.NEEDS_TEAM
    return mark | EnterpriseMark.NO_LONGER_REQUIRED if has_team else mark


def enterprise_findings(enterprise: EnterpriseFacts, rules: Rules) -> list[Finding]:
    """What the commune's list says of an enterprise: BR-12 (W by default) and BR-14 (W)."""
    threshold = rules.enterprise_worker_threshold
    mark = enterprise_mark(
        enterprise.latest_count, enterprise.as_of, enterprise.on, threshold, enterprise.has_team
    )
    params = {"name": enterprise.name, "count": enterprise.latest_count, "threshold": threshold}
    texts = {
        EnterpriseMark.NEEDS_TEAM: (
            "BR-12.needs_team",
            _("%(name)s has %(count)s workers, more than %(threshold)s, and needs its own team."),
        ),
        EnterpriseMark.NO_LONGER_REQUIRED: (
            "BR-14.no_longer_required",
            _("%(name)s has %(count)s workers: its team is no longer required and is kept."),
        ),
        EnterpriseMark.UPDATE_NEEDED: (
            "BR-14.update_needed",
            _("The worker count of %(name)s is unknown or more than 12 months old. Enter a new one."),
        ),
    }
    return [
        finding(texts[part][0], _level(texts[part][0], rules), texts[part][1], params, rules) for part in mark
    ]


def _level(code: str, rules: Rules) -> Severity:
    """Warning, unless the rule set says otherwise of BR-12; nothing is refused for an enterprise."""
    rule = code.partition(".")[0]
    chosen = rules.severities.get(rule) if rule in OVERRIDABLE else None
    return Severity(chosen) if chosen in Severity.values else Severity.WARNING


def br_13_enterprise(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-13: an enterprise team names exactly one enterprise (E); other teams name none."""
    if team.level == TeamLevel.ENTERPRISE and team.enterprise is None:
        text = _("Choose the enterprise whose team this is.")
        return [finding("BR-13.no_enterprise", hard(team), text, {}, rules)]
    if team.level != TeamLevel.ENTERPRISE and team.enterprise is not None:
        text = _("Only an enterprise team names an enterprise. Leave the enterprise empty.")
        return [finding("BR-13.not_enterprise", hard(team), text, {}, rules)]
    return []
