"""Which object stands in the address of each view: the only place to add to for a new view.

`own=True`: the object belongs to the team that Hoa leads, so the team roles see it. A view with arguments
that is missing here fails the access test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.access.world import Side


@dataclass(frozen=True)
class Target:
    """The object of a view: its id on a side, and who is refused although the role has the capability."""

    pick: Callable[[Side], Any]
    own: bool = False
    refused: frozenset[str] = field(default_factory=frozenset)
    arg: str = "pk"


ACCOUNT = Target(lambda side: side.account.pk)
SCOPE = Target(lambda side: side.scope.pk)
COMMUNE = Target(lambda side: side.commune.pk)
HAMLET = Target(lambda side: side.hamlet.pk)
TEAM = Target(lambda side: side.team.pk, own=True)
DRAFT = Target(lambda side: side.draft.pk)
ITEM = Target(lambda side: side.item.pk)
PERSON = Target(lambda side: side.person.pk, own=True)
POSITION = Target(lambda side: side.position.pk, own=True)
ORGANISATION = Target(lambda side: side.organisation.pk)
DECISION = Target(lambda side: side.decision.pk, own=True)
JOB = Target(lambda side: side.job.pk)
BATCH = Target(lambda side: side.batch.pk)
TEMPLATE = Target(lambda side: side.template.pk)
DRAFT_DECISION = Target(lambda side: side.draft_decision.pk)
OWN_HAMLET = Target(lambda side: side.hamlet.pk, own=True)
HOME = Target(lambda side: side.outreach.home.pk, own=True)
VISIT = Target(lambda side: side.outreach.visit.pk, own=True)
SESSION = Target(lambda side: side.outreach.session.pk, own=True)
BUSINESS = Target(lambda side: side.outreach.business.pk, own=True)
TOPIC = Target(lambda side: side.outreach.topic.pk, own=True)
PLATFORM = Target(lambda side: side.outreach.platform.pk, own=True)

OBJECTS: dict[str, Target] = {
    "accounts:user_detail": ACCOUNT,
    "accounts:user_edit": ACCOUNT,
    "accounts:user_suspend": ACCOUNT,
    "accounts:user_reset": ACCOUNT,
    "accounts:scope_grant": ACCOUNT,
    "accounts:scope_end": SCOPE,
    "areas:area_detail": COMMUNE,
    "areas:children": COMMUNE,
    "areas:hamlet_create": COMMUNE,
    "areas:hamlet_paste": COMMUNE,
    "areas:hamlet_edit": HAMLET,
    "areas:hamlet_large": HAMLET,
    "areas:hamlet_counts": HAMLET,
    "households:household_create": OWN_HAMLET,
    "households:household_paste": OWN_HAMLET,
    "households:household_detail": HOME,
    "households:household_phone": HOME,
    "households:household_edit": HOME,
    "households:household_move": HOME,
    "households:household_away": HOME,
    "households:consent_create": HOME,
    "households:consent_withdraw": HOME,
    "households:household_merge": HOME,
    "households:merge_undo": Target(lambda side: side.outreach.merge.pk, own=True),
    "households:visit_detail": VISIT,
    "households:visit_correct": VISIT,
    "households:visit_take_back": VISIT,
    "households:session_detail": SESSION,
    "households:session_edit": SESSION,
    "households:sheet_upload": SESSION,
    "households:sheet": Target(lambda side: side.outreach.sheet.pk, own=True),
    "households:business_detail": BUSINESS,
    "households:business_edit": BUSINESS,
    "households:business_away": BUSINESS,
    "households:topic_edit": TOPIC,
    "households:platform_edit": PLATFORM,
    "imports:job_detail": JOB,
    "imports:job_stop": JOB,
    "imports:job_resume": JOB,
    "imports:list_export": COMMUNE,
    "imports:batch_detail": BATCH,
    "imports:batch_read": BATCH,
    "imports:batch_discard": BATCH,
    "imports:batch_rows": BATCH,
    "imports:batch_questions": BATCH,
    "imports:batch_confirm": BATCH,
    "imports:batch_columns": BATCH,
    "imports:batch_apply": BATCH,
    "imports:batch_undo": BATCH,
    "imports:batch_rejects": BATCH,
    "teams:team_detail": TEAM,
    "teams:team_history": TEAM,
    "teams:team_rename": TEAM,
    "teams:draft_delete": DRAFT,
    "teams:propose": TEAM,
    "teams:hand_over": TEAM,
    "teams:departure_create": TEAM,
    "teams:departure_withdraw": Target(lambda side: side.departure.pk, own=True),
    "teams:suspend": TEAM,
    "teams:resume": TEAM,
    "teams:confirm_list": TEAM,
    "teams:exception_create": TEAM,
    "teams:exception_end": Target(lambda side: side.exception.pk, own=True),
    "teams:roster_edit": ITEM,
    "teams:roster_check": ITEM,
    "teams:proposal_areas": ITEM,
    "teams:proposal_refresh": ITEM,
    "teams:proposal_discard": ITEM,
    "teams:item_confirm": ITEM,
    "teams:person_detail": PERSON,
    "teams:person_account": PERSON,
    "teams:person_edit": PERSON,
    "teams:person_phone": PERSON,
    "teams:account_give": PERSON,
    "teams:position_create": PERSON,
    "teams:position_end": POSITION,
    "teams:organisation_detail": ORGANISATION,
    "teams:organisation_edit": ORGANISATION,
    "teams:enterprise_edit": ORGANISATION,
    "teams:workforce_create": ORGANISATION,
    "teams:decision_detail": DECISION,
    "teams:decision_delete": DRAFT_DECISION,
    "teams:decision_edit": DRAFT_DECISION,
    "teams:decision_issue": DRAFT_DECISION,
    "teams:decision_revoke": DECISION,
    "teams:decision_correct": DECISION,
    "teams:decision_scan": DECISION,
    "teams:scan_upload": DECISION,
    "teams:decision_word": DECISION,
    "teams:decision_read": DECISION,
    "teams:roster": COMMUNE,
    "teams:display_list": COMMUNE,
    "teams:sign_in": TEAM,
    "teams:paper_check": Target(lambda side: side.decision.public_id, arg="token"),
    "teams:template_detail": TEMPLATE,
    "teams:template_file": TEMPLATE,
    "teams:template_close": TEMPLATE,
}

ADMIN_OBJECTS: dict[str, Target] = {
    "accounts_user": ACCOUNT,
    "accounts_userscope": SCOPE,
    "common_auditentry": Target(lambda side: side.entry.pk),
    "areas_area": HAMLET,
    "areas_areaversion": Target(lambda side: side.hamlet.versions.get().pk),
    "areas_areastat": Target(lambda side: side.stat.pk),
    "households_household": HOME,
    "households_householdbusiness": BUSINESS,
    "households_consent": Target(lambda side: side.outreach.home.consents.first().pk),
    "households_householdmerge": Target(lambda side: side.outreach.merge.pk),
    "households_visit": VISIT,
    "households_visitmember": Target(lambda side: side.outreach.visit.visit_members.first().pk),
    "households_visittopic": Target(lambda side: side.outreach.visit.visit_topics.first().pk),
    "households_session": SESSION,
    "households_sessionattachment": Target(lambda side: side.outreach.sheet.pk),
    "households_outreachfigure": Target(lambda side: side.hamlet.outreach_figures.first().pk),
    "households_topicfigure": Target(lambda side: side.hamlet.topic_figures.first().pk),
    "households_standingfigure": Target(lambda side: side.hamlet.standing_figures.first().pk),
    "households_businessfigure": Target(lambda side: side.hamlet.business_figures.first().pk),
    "households_reachfigure": Target(lambda side: side.hamlet.reach_figures.first().pk),
    "imports_job": JOB,
    "imports_importbatch": BATCH,
    "teams_team": TEAM,
    "teams_departure": Target(lambda side: side.departure.pk),
    "teams_suspension": Target(lambda side: side.suspension.pk),
    "teams_ruleexception": Target(lambda side: side.exception.pk),
    "teams_person": PERSON,
    "teams_personposition": POSITION,
    "teams_organisation": ORGANISATION,
    "teams_enterpriseprofile": Target(lambda side: side.enterprise.pk),
    "teams_workforcecount": Target(lambda side: side.workforce.pk),
    "teams_decision": DECISION,
    "teams_decisionitem": ITEM,
    "teams_lineupentry": Target(lambda side: side.item.entries.first().pk),
    "teams_itemarea": Target(lambda side: side.item.item_areas.first().pk),
    "teams_decisionscan": Target(lambda side: side.scan.pk),
    "teams_decisiontemplate": TEMPLATE,
    "teams_printedlist": Target(lambda side: side.printed.pk),
    "teams_membership": Target(lambda side: side.team.memberships.first().pk),
    "teams_teamarea": Target(lambda side: side.team.team_areas.first().pk),
    "teams_teamperiod": Target(lambda side: side.team.periods.first().pk),
}

PLACELESS_ADMIN = frozenset(
    {
        "common_register",
        "areas_hamletcounter",
        "areas_areasuccession",
        "teams_ruleset",
        "teams_teamcounter",
        "households_topic",
        "households_platform",
        "households_dirtyfigure",
        "households_retention",
    }
)
"""Screens whose rows belong to the whole province, or of which the world holds none."""

LIBRARY: dict[str, str | None] = {
    "account_login": None,
    "account_inactive": None,
    "account_logout": None,
    "mfa_authenticate": None,
    "account_reauthenticate": "own",
    "account_change_password": "own",
    "mfa_index": "own",
    "mfa_reauthenticate": "own",
    "mfa_activate_totp": "own",
    "mfa_deactivate_totp": "own",
    "mfa_view_recovery_codes": "own",
    "mfa_generate_recovery_codes": "own",
    "mfa_download_recovery_codes": "own",
}
"""Views of libraries: what they show is public (None) or the user's own; they know no other object."""
