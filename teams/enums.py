"""The fixed words of teams, people and decisions (data dictionary, sections 2 to 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrgGroup(models.TextChoices):
    """The five groups of organisations that send members to teams."""

    MASS_ORG = "MASS_ORG", _("Mass organisation")
    POST_TELECOM = "POST_TELECOM", _("Post and telecom")
    BANK = "BANK", _("Bank")
    STATE = "STATE", _("State body")
    ENTERPRISE = "ENTERPRISE", _("Enterprise")


class OrgType(models.TextChoices):
    """What an organisation is; each type belongs to one group (TYPES_OF_GROUP)."""

    YOUTH_UNION = "YOUTH_UNION", _("Youth Union")
    WOMEN_UNION = "WOMEN_UNION", _("Women's Union")
    FARMERS_ASSOC = "FARMERS_ASSOC", _("Farmers' Association")
    VETERANS_ASSOC = "VETERANS_ASSOC", _("Veterans' Association")
    FATHERLAND_FRONT = "FATHERLAND_FRONT", _("Fatherland Front")
    ELDERLY_ASSOC = "ELDERLY_ASSOC", _("Association of the Elderly")
    RED_CROSS = "RED_CROSS", _("Red Cross")
    STUDY_PROMOTION = "STUDY_PROMOTION", _("Association for Promoting Education")
    TRADE_UNION = "TRADE_UNION", _("Trade union")
    OTHER_MASS = "OTHER_MASS", _("Other mass organisation")
    POST = "POST", _("Post office")
    VIETTEL = "VIETTEL", _("Viettel")
    VNPT = "VNPT", _("VNPT")
    MOBIFONE = "MOBIFONE", _("MobiFone")
    OTHER_TELECOM = "OTHER_TELECOM", _("Other telecom")
    COMMERCIAL_BANK = "COMMERCIAL_BANK", _("Commercial bank")
    POLICY_BANK = "POLICY_BANK", _("Bank for Social Policies")
    CREDIT_FUND = "CREDIT_FUND", _("People's credit fund")
    PEOPLE_COMMITTEE = "PEOPLE_COMMITTEE", _("People's Committee")
    HAMLET_BOARD = "HAMLET_BOARD", _("Hamlet board")
    POLICE = "POLICE", _("Police")
    SCHOOL = "SCHOOL", _("School")
    HEALTH_STATION = "HEALTH_STATION", _("Health station")
    PARTY_CELL = "PARTY_CELL", _("Party cell")
    COMPANY = "COMPANY", _("Company")
    COOPERATIVE = "COOPERATIVE", _("Cooperative")
    INDUSTRIAL_PARK = "INDUSTRIAL_PARK", _("Industrial park")


TYPES_OF_GROUP: dict[str, tuple[str, ...]] = {
    OrgGroup.MASS_ORG: (
        OrgType.YOUTH_UNION,
        OrgType.WOMEN_UNION,
        OrgType.FARMERS_ASSOC,
        OrgType.VETERANS_ASSOC,
        OrgType.FATHERLAND_FRONT,
        OrgType.ELDERLY_ASSOC,
        OrgType.RED_CROSS,
        OrgType.STUDY_PROMOTION,
        OrgType.TRADE_UNION,
        OrgType.OTHER_MASS,
    ),
    OrgGroup.POST_TELECOM: (
        OrgType.POST,
        OrgType.VIETTEL,
        OrgType.VNPT,
        OrgType.MOBIFONE,
        OrgType.OTHER_TELECOM,
    ),
    OrgGroup.BANK: (OrgType.COMMERCIAL_BANK, OrgType.POLICY_BANK, OrgType.CREDIT_FUND),
    OrgGroup.STATE: (
        OrgType.PEOPLE_COMMITTEE,
        OrgType.HAMLET_BOARD,
        OrgType.POLICE,
        OrgType.SCHOOL,
        OrgType.HEALTH_STATION,
        OrgType.PARTY_CELL,
    ),
    OrgGroup.ENTERPRISE: (OrgType.COMPANY, OrgType.COOPERATIVE, OrgType.INDUSTRIAL_PARK),
}


class Gender(models.TextChoices):
    """A person's sex as written on the list; unknown is never shared out."""

    MALE = "MALE", _("Male")
    FEMALE = "FEMALE", _("Female")
    UNKNOWN = "UNKNOWN", _("Not known")


class BirthPrecision(models.TextChoices):
    """How exactly a birth is known (BR-46: a year stays a year)."""

    DAY = "DAY", _("Day")
    MONTH = "MONTH", _("Month")
    YEAR = "YEAR", _("Year")
    UNKNOWN = "UNKNOWN", _("Not known")


class Tri(models.TextChoices):
    """Yes, no, or not known; unknown is never taken for no."""

    YES = "YES", _("Yes")
    NO = "NO", _("No")
    UNKNOWN = "UNKNOWN", _("Not known")


class PositionType(models.TextChoices):
    """A post that a person holds in a hamlet, commune or organisation."""

    HAMLET_HEAD = "HAMLET_HEAD", _("Hamlet / quarter head")
    HAMLET_DEPUTY_HEAD = "HAMLET_DEPUTY_HEAD", _("Deputy hamlet head")
    PARTY_CELL_SECRETARY = "PARTY_CELL_SECRETARY", _("Party cell secretary")
    FRONT_HEAD = "FRONT_HEAD", _("Head of the Front committee")
    YOUTH_SECRETARY = "YOUTH_SECRETARY", _("Youth Union branch secretary")
    YOUTH_DEPUTY = "YOUTH_DEPUTY", _("Youth Union branch deputy secretary")
    YOUTH_MEMBER = "YOUTH_MEMBER", _("Youth Union member")
    WOMEN_HEAD = "WOMEN_HEAD", _("Head of the Women's Union branch")
    FARMER_HEAD = "FARMER_HEAD", _("Head of the Farmers' Association branch")
    VETERAN_HEAD = "VETERAN_HEAD", _("Head of the Veterans' Association branch")
    ELDERLY_HEAD = "ELDERLY_HEAD", _("Head of the Association of the Elderly branch")
    SELF_MANAGED_LEADER = "SELF_MANAGED_LEADER", _("Leader of a self-managed people's group")
    COMMUNE_OFFICER = "COMMUNE_OFFICER", _("Commune civil servant")
    TEACHER = "TEACHER", _("Teacher")
    HEALTH_WORKER = "HEALTH_WORKER", _("Health worker")
    TELECOM_STAFF = "TELECOM_STAFF", _("Telecom staff")
    TELECOM_COLLAB = "TELECOM_COLLAB", _("Telecom collaborator")
    BANK_STAFF = "BANK_STAFF", _("Bank staff")
    BANK_COLLAB = "BANK_COLLAB", _("Bank collaborator")
    POST_STAFF = "POST_STAFF", _("Post office staff")
    ENTERPRISE_MANAGER = "ENTERPRISE_MANAGER", _("Enterprise manager")
    TRADE_UNION_OFFICER = "TRADE_UNION_OFFICER", _("Trade union officer")
    WORKER = "WORKER", _("Worker")
    RESIDENT = "RESIDENT", _("Resident")
    AREA_POLICE = "AREA_POLICE", _("Area police officer")
    OTHER = "OTHER", _("Other")


class TeamLevel(models.TextChoices):
    """The three kinds of teams."""

    HAMLET = "HAMLET", _("Hamlet / quarter")
    ENTERPRISE = "ENTERPRISE", _("Enterprise")
    COMMUNE = "COMMUNE", _("Commune")


class TeamStatus(models.TextChoices):
    """Whether a team works on a day; worked out, never typed (rule 9 of rebuild_team)."""

    DRAFT = "DRAFT", _("Draft")
    ACTIVE = "ACTIVE", _("Active")
    SUSPENDED = "SUSPENDED", _("Suspended")
    NEEDS_RECONSTITUTION = "NEEDS_RECONSTITUTION", _("Needs re-constitution")
    DISSOLVED = "DISSOLVED", _("Dissolved")


WORKING_STATUSES = (TeamStatus.ACTIVE, TeamStatus.NEEDS_RECONSTITUTION)
"""Statuses in which a team works and counts in coverage (BR-25)."""


class TeamRole(models.TextChoices):
    """A member's duty in the team."""

    LEADER = "LEADER", _("Leader")
    DEPUTY = "DEPUTY", _("Deputy leader")
    MEMBER = "MEMBER", _("Member")
    SECRETARY = "SECRETARY", _("Secretary")


class MemberCategory(models.TextChoices):
    """As what a member sits in the team."""

    HAMLET_HEAD = "HAMLET_HEAD", _("Hamlet / quarter head")
    YOUTH_UNION = "YOUTH_UNION", _("Youth Union")
    MASS_ORG_HEAD = "MASS_ORG_HEAD", _("Head of a mass organisation")
    POST_TELECOM = "POST_TELECOM", _("Post and telecom")
    BANK = "BANK", _("Bank")
    STATE_STAFF = "STATE_STAFF", _("State staff")
    ENTERPRISE_STAFF = "ENTERPRISE_STAFF", _("Enterprise staff")
    RESIDENT = "RESIDENT", _("Resident")
    OTHER = "OTHER", _("Other")


class EndReason(models.TextChoices):
    """Why a membership ended."""

    REPLACED = "REPLACED", _("Replaced")
    MOVED_AWAY = "MOVED_AWAY", _("Moved away")
    RESIGNED = "RESIGNED", _("Resigned")
    DECEASED = "DECEASED", _("Deceased")
    TERM_ENDED = "TERM_ENDED", _("Term ended")
    TEAM_DISSOLVED = "TEAM_DISSOLVED", _("Team dissolved")
    ROLE_CHANGED = "ROLE_CHANGED", _("Change of duty")
    DATA_ERROR = "DATA_ERROR", _("Entered by mistake")


DEPARTURE_REASONS = (
    EndReason.MOVED_AWAY,
    EndReason.RESIGNED,
    EndReason.DECEASED,
    EndReason.TERM_ENDED,
    EndReason.DATA_ERROR,
)
"""Reasons that a person may record for a departure between two decisions."""


class DecisionAction(models.TextChoices):
    """What a decision does to one team."""

    ESTABLISH = "ESTABLISH", _("Establish")
    RECONSTITUTE = "RECONSTITUTE", _("Re-constitute")
    AMEND = "AMEND", _("Amend")
    DISSOLVE = "DISSOLVE", _("Dissolve")


class DecisionStatus(models.TextChoices):
    """Where a decision is on its way."""

    DRAFT = "DRAFT", _("Draft decision")
    ISSUED = "ISSUED", _("Issued")
    REVOKED = "REVOKED", _("Revoked")


class ItemStatus(models.TextChoices):
    """Whether an item is still a proposal; follows its decision (rule 1 of rebuild_team)."""

    PROPOSED = "PROPOSED", _("Proposed")
    IN_FORCE = "IN_FORCE", _("In force")
    REVOKED = "REVOKED", _("Revoked")


class SigningMode(models.TextChoices):
    """In whose name a decision is signed (domain/documents, section 2)."""

    CHAIR = "CHAIR", _("Chairman")
    TM_CHAIR = "TM_CHAIR", _("On behalf of the People's Committee, chairman")
    KT_VICE = "KT_VICE", _("For the chairman, vice-chairman")


class Severity(models.TextChoices):
    """Level of a finding: refused, kept on the record, or told."""

    ERROR = "E", _("Error")
    WARNING = "W", _("Warning")
    INFO = "I", _("Information")
