"""Everything that the room of teams stores."""

from teams.models.decisions import Decision, DecisionItem, DecisionScan, ItemArea, LineUpEntry
from teams.models.derived import Membership, TeamArea, TeamPeriod
from teams.models.organisations import EnterpriseProfile, Organisation, WorkforceCount
from teams.models.papers import DecisionTemplate, PrintedList
from teams.models.people import Person, PersonPosition
from teams.models.rulesets import RuleSet
from teams.models.teams import Departure, RuleException, Suspension, Team, TeamCounter

__all__ = [
    "Decision",
    "DecisionItem",
    "DecisionScan",
    "DecisionTemplate",
    "Departure",
    "EnterpriseProfile",
    "ItemArea",
    "LineUpEntry",
    "Membership",
    "Organisation",
    "Person",
    "PersonPosition",
    "PrintedList",
    "RuleException",
    "RuleSet",
    "Suspension",
    "Team",
    "TeamArea",
    "TeamCounter",
    "TeamPeriod",
    "WorkforceCount",
]
