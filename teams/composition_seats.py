"""Rules on the hamlets of a team and on the number of its seats (BR-01 to BR-04)."""

from django.utils.translation import gettext_noop as _

from .composition_facts import REGULAR_SEATS, Finding, Rules, SeatFacts, TeamFacts, finding, hard
from .enums import MemberCategory, Severity


def br_01_areas(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-01 (E): a hamlet team has one primary hamlet; all its hamlets lie in one commune."""
    if not team.is_of_hamlets:
        return []
    primaries = [hamlet for hamlet in team.hamlets if hamlet.is_primary]
    if not primaries:
        text = _("Choose the primary hamlet of the team.")
        return [finding("BR-01.no_primary", hard(team), text, {}, rules)]
    if len(primaries) > 1:
        text = _("The team has several primary hamlets: %(hamlets)s. Keep one as primary.")
        names = tuple(hamlet.name for hamlet in primaries)
        return [finding("BR-01.two_primaries", hard(team), text, {"hamlets": names}, rules)]
    text = _(
        "%(hamlet)s lies in another commune than %(primary)s. A team covers hamlets of one commune only."
    )
    return [
        finding(
            "BR-01.other_commune",
            hard(team),
            text,
            {"hamlet": hamlet.name, "primary": primaries[0].name},
            rules,
        )
        for hamlet in team.hamlets
        if hamlet.commune != primaries[0].commune
    ]


def br_02_other_teams(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-02 (W): a second active team of a hamlet is allowed and pointed out."""
    if not team.is_of_hamlets or not team.other_teams_in_hamlet:
        return []
    text = _("%(hamlets)s already has the team %(teams)s. A second team is allowed; check that it is meant.")
    hamlets = team.primary.name if team.primary else tuple(hamlet.name for hamlet in team.hamlets)
    params = {"hamlets": hamlets, "teams": team.other_teams_in_hamlet}
    return [finding("BR-02.second_team", Severity.WARNING, text, params, rules)]


def br_03_cap(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-03 (E): at most ten regular members, or fewer where the rule set says so, in every kind of team."""
    above = members_above_cap(team, rules)
    if len(team.seats) <= rules.cap or not above or _may_enlarge(team) or _was_enlarged(team, above):
        return []
    text = (
        _(
            "The team has %(total)s members, at most %(cap)s are allowed. Take somebody off the list; only a "
            "hamlet marked as large, with a reason, may have more members, from the Youth Union."
        )
        if team.is_of_hamlets
        else _("The team has %(total)s members, at most %(cap)s are allowed. Set up a further team.")
    )
    params = {"total": len(team.seats), "cap": rules.cap}
    return [finding("BR-03.full", hard(team), text, params, rules, above[0])]


def br_04_large_hamlet(team: TeamFacts, rules: Rules) -> list[Finding]:
    """BR-04 (E): seats above the cap only in a marked large hamlet and for Youth Union members.

    The mark was removed later: a warning, everybody stays.
    """
    above = members_above_cap(team, rules)
    if not above:
        return []
    if _may_enlarge(team):
        return _above_in_large_hamlet(team, rules, above)
    if _was_enlarged(team, above):
        text = _(
            "Too many members: %(total)s, while the hamlet is no longer marked as large. Nobody is removed."
        )
        params = {"total": len(team.seats)}
        return [finding("BR-04.mark_removed", Severity.WARNING, text, params, rules)]
    if len(team.seats) > rules.cap:
        return []
    text = _("%(name)s sits on seat %(seat)s, which only the team of a hamlet marked as large has.")
    return [
        finding("BR-04.not_large", hard(team), text, {"name": who.person.name, "seat": who.seat}, rules, who)
        for who in above
    ]


def _above_in_large_hamlet(team: TeamFacts, rules: Rules, above: list[SeatFacts]) -> list[Finding]:
    """BR-04 where enlargement is allowed: the category, and the number where the rule set limits it."""
    text = _(
        "%(name)s would be a supplementary member, but only Youth Union members may sit above %(cap)s seats."
    )
    found = [
        finding("BR-04.not_youth", hard(team), text, {"name": who.person.name, "cap": rules.cap}, rules, who)
        for who in above
        if who.category != MemberCategory.YOUTH_UNION
    ]
    limit = rules.max_supplementary
    if limit is not None and len(above) > limit:
        text = _("The team has %(extra)s supplementary members, at most %(limit)s are allowed.")
        params = {"extra": len(above), "limit": limit}
        found.append(finding("BR-04.too_many", hard(team), text, params, rules, above[limit]))
    return found


def members_above_cap(team: TeamFacts, rules: Rules) -> list[SeatFacts]:
    """Who sits above the cap: seats above ten, and the last of the others beyond the rule set's number.

    Members without a seat number yet come after those who have one, in the order of the list.
    """
    if len(team.seats) <= rules.cap and all((who.seat or 0) <= REGULAR_SEATS for who in team.seats):
        return []
    regular = [who for who in team.seats if (who.seat or 0) <= REGULAR_SEATS]
    regular.sort(key=lambda who: who.seat or REGULAR_SEATS + 1)
    return regular[rules.cap :] + [who for who in team.seats if (who.seat or 0) > REGULAR_SEATS]


def _may_enlarge(team: TeamFacts) -> bool:
    """Whether the primary hamlet is marked large with a reason (BR-04)."""
    primary = team.primary
    return (
        team.is_of_hamlets and primary is not None and primary.is_large and bool(primary.large_reason.strip())
    )


def _was_enlarged(team: TeamFacts, above: list[SeatFacts]) -> bool:
    """Whether the team sits on supplementary seats that it was once allowed (the mark is gone since)."""
    return team.in_force and team.is_of_hamlets and all((who.seat or 0) > REGULAR_SEATS for who in above)
