"""Everything that the room of households stores."""

from households.models.figures import (
    BusinessFigure,
    DirtyFigure,
    OutreachFigure,
    ReachFigure,
    StandingFigure,
    TopicFigure,
)
from households.models.households import Consent, Household, HouseholdBusiness, HouseholdMerge
from households.models.retention import Retention
from households.models.sessions import Session, SessionAttachment
from households.models.topics import Platform, Topic
from households.models.visits import Visit, VisitMember, VisitTopic

__all__ = [
    "BusinessFigure",
    "Consent",
    "DirtyFigure",
    "Household",
    "HouseholdBusiness",
    "HouseholdMerge",
    "OutreachFigure",
    "Platform",
    "ReachFigure",
    "Retention",
    "Session",
    "SessionAttachment",
    "StandingFigure",
    "Topic",
    "TopicFigure",
    "Visit",
    "VisitMember",
    "VisitTopic",
]
