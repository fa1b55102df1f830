"""Who may do what: the seven roles and their capabilities, one table on one screen.

A capability is `<thing>.<act>`. Views name one with `@requires(...)`; where a user may use it follows
from the dated scopes (`UserScope`). The team roles reach only the teams in which the person with
this account is a member that day.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Roles of users (domain/data-dictionary, section 8)."""

    SYS_ADMIN = "SYS_ADMIN", _("System administrator")
    PROVINCE_MANAGER = "PROVINCE_MANAGER", _("Provincial manager")
    PROVINCE_VIEWER = "PROVINCE_VIEWER", _("Provincial staff")
    COMMUNE_OFFICIAL = "COMMUNE_OFFICIAL", _("Commune official")
    COMMUNE_LEADER = "COMMUNE_LEADER", _("Commune leader")
    TEAM_LEADER = "TEAM_LEADER", _("Team leader")
    TEAM_MEMBER = "TEAM_MEMBER", _("Team member")


OWN_TEAM_ROLES = frozenset({Role.TEAM_LEADER, Role.TEAM_MEMBER})

_SA, _PM, _PV = Role.SYS_ADMIN, Role.PROVINCE_MANAGER, Role.PROVINCE_VIEWER
_CO, _CL, _TL, _TM = Role.COMMUNE_OFFICIAL, Role.COMMUNE_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER

CAPABILITIES: dict[str, frozenset[Role]] = {
    "home.view": frozenset(Role),
    "area.view": frozenset(Role),
    "area.edit": frozenset({_SA, _PM, _CO}),  # hamlets and their counts
    "area.manage": frozenset({_SA, _PM}),  # communes and above, accepted equal names
    "team.view": frozenset(Role),
    "team.edit": frozenset({_CO}),
    "team.manage": frozenset({_SA, _PM, _CO}),  # the same through Django admin
    "person.view": frozenset(Role),
    "person.edit": frozenset({_CO}),
    "person.phone": frozenset({_SA, _CO, _CL, _TL, _TM}),  # unmasked; the province sees masks (BR-49)
    "organisation.view": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "organisation.edit": frozenset({_SA, _PM, _CO}),
    "decision.view": frozenset(Role),
    "decision.edit": frozenset({_CO}),
    "decision.correct": frozenset({_PM}),  # dính chính, with a reason (BR-23)
    "paper.print": frozenset({_SA, _PM, _PV, _CO, _CL}),  # decisions, rosters and lists as files
    "template.view": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "template.edit": frozenset({_SA, _PM, _CO}),  # wordings and Word templates of decisions
    "ruleset.view": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "ruleset.edit": frozenset({_SA, _PM}),
    "household.view": frozenset({_SA, _PM, _CO, _CL, _TL, _TM}),
    "household.phone": frozenset({_CO, _TL, _TM}),  # unmasked, where the household agreed
    "household.edit": frozenset({_CO, _TL, _TM}),  # enter and correct; members in their own hamlets
    "household.manage": frozenset({_SA, _PM, _CO}),  # merge, move, anonymise, admin
    "visit.view": frozenset({_SA, _PM, _CO, _CL, _TL, _TM}),
    "visit.edit": frozenset({_CO, _TL, _TM}),
    "outreach.view": frozenset(Role),  # figures, without any personal row
    "topic.view": frozenset(Role),
    "topic.edit": frozenset({_SA, _PM}),
    "import.view": frozenset({_SA, _PM, _CO, _CL}),
    "import.edit": frozenset({_CO}),  # hand in lists, review, write and take them back
    "job.view": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "report.view": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "report.export": frozenset({_SA, _PM, _PV, _CO, _CL}),
    "user.view": frozenset({_SA, _PM, _CO}),
    "user.edit": frozenset({_SA, _PM, _CO}),
    "audit.view": frozenset({_SA, _PM}),
    "admin.use": frozenset({_SA, _PM, _CO}),
}

MAY_GRANT: dict[Role, frozenset[Role]] = {
    Role.SYS_ADMIN: frozenset(Role),
    Role.PROVINCE_MANAGER: frozenset({_PV, _CO, _CL, _TL, _TM}),
    Role.COMMUNE_OFFICIAL: frozenset({_TL, _TM}),
}
"""Roles that the holder of a role may give to others, in the own area (J3: never more than own rights)."""

SECOND_FACTOR_ROLES = frozenset({_SA, _PM})
"""Roles that must log in with a second factor (T-L7)."""


def roles_with(capability: str) -> frozenset[Role]:
    """Roles that hold a capability; an unknown one is a programming error (KeyError)."""
    return CAPABILITIES[capability]
