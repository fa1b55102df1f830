"""The fixed words of households and outreach (data dictionary, section 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LivingStatus(models.TextChoices):
    """Whether a household or business is still there."""

    LIVING = "LIVING", _("Living here")
    MOVED = "MOVED", _("Moved away")
    MERGED = "MERGED", _("Merged")


class ConsentState(models.TextChoices):
    """What a household has answered about its personal data (BR-38)."""

    UNASKED = "UNASKED", _("Not asked yet")
    GIVEN = "GIVEN", _("Agrees")
    REFUSED = "REFUSED", _("Does not agree")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")


NAMELESS_STATES = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})
"""Visits to such households are kept without the household (BR-38)."""


class ConsentMethod(models.TextChoices):
    """How the answer was given."""

    WRITTEN = "WRITTEN", _("In writing")
    VERBAL_RECORDED = "VERBAL_RECORDED", _("Spoken, and noted")
    DIGITAL = "DIGITAL", _("Electronically")


class BusinessKind(models.TextChoices):
    """What a household business is."""

    HKD_REGISTERED = "HKD_REGISTERED", _("Registered household business")
    HKD_UNREGISTERED = "HKD_UNREGISTERED", _("Household business without registration")
    MARKET_TRADER = "MARKET_TRADER", _("Market trader")
    FARM = "FARM", _("Farming household")
    OCOP = "OCOP", _("OCOP producer")
    COOPERATIVE = "COOPERATIVE", _("Cooperative")
    ENTERPRISE = "ENTERPRISE", _("Enterprise")


class Pillar(models.TextChoices):
    """Field of a topic; the first five are the national basic digital skills."""

    PUBLIC_SERVICE = "PUBLIC_SERVICE", _("Online public services")
    PAYMENT = "PAYMENT", _("Online payment")
    ECOMMERCE = "ECOMMERCE", _("Buying and selling online")
    SAFETY = "SAFETY", _("Safety online")
    LOCAL_PLATFORM = "LOCAL_PLATFORM", _("Local platforms")
    POLICY = "POLICY", _("Policies")
    DEVICE = "DEVICE", _("Devices")
    HEALTH = "HEALTH", _("Health")
    EDUCATION = "EDUCATION", _("Education")
    BUSINESS = "BUSINESS", _("Business")


BASIC_SKILLS = (Pillar.PUBLIC_SERVICE, Pillar.PAYMENT, Pillar.ECOMMERCE, Pillar.SAFETY, Pillar.LOCAL_PLATFORM)


class Audience(models.TextChoices):
    """Whom a topic is for."""

    CITIZEN = "CITIZEN", _("Citizens")
    BUSINESS = "BUSINESS", _("Household businesses, enterprises")
    BOTH = "BOTH", _("Both")


class VisitMode(models.TextChoices):
    """How the team met the household."""

    DOOR_TO_DOOR = "DOOR_TO_DOOR", _("At home")
    AT_POINT = "AT_POINT", _("At a support point")
    PHONE = "PHONE", _("By phone")
    ONLINE = "ONLINE", _("By Zalo")


class Outcome(models.TextChoices):
    """How a visit ended."""

    DONE = "DONE", _("Helped")
    PARTLY = "PARTLY", _("Partly helped")
    NOT_HOME = "NOT_HOME", _("Nobody at home")
    REFUSED = "REFUSED", _("Refused")
    NO_DEVICE = "NO_DEVICE", _("No device")
    RETURN = "RETURN", _("Asked to come back")


REACHED = (Outcome.DONE, Outcome.PARTLY)
"""Outcomes by which a household counts as reached (BR-36)."""
ABSENT = (Outcome.NOT_HOME, Outcome.NO_DEVICE, Outcome.RETURN)


class VisitStatus(models.TextChoices):
    """Whether a visit counts. Doubles are kept and count once (BR-35); a void one has been corrected or taken back."""

    VALID = "VALID", _("Valid")
    DUPLICATE = "DUPLICATE", _("Perhaps twice")
    VOID = "VOID", _("Taken back")


class SkillResult(models.TextChoices):
    """How far somebody came with a topic or platform."""

    INTRODUCED = "INTRODUCED", _("Introduced")
    INSTALLED = "INSTALLED", _("Installed")
    ACCOUNT_OPENED = "ACCOUNT_OPENED", _("Account opened")
    SELF_USE = "SELF_USE", _("Does it alone")
    FAILED = "FAILED", _("Not yet")


class SessionKind(models.TextChoices):
    """What kind of gathering a session is."""

    COMMUNITY_CLASS = "COMMUNITY_CLASS", _("Community class")
    COMMUNICATION = "COMMUNICATION", _("Communication")
    LAUNCH = "LAUNCH", _("Launch")
    SUPPORT_POINT = "SUPPORT_POINT", _("Support point")
    MEMBER_TRAINING = "MEMBER_TRAINING", _("Training of members")
    MEETING = "MEETING", _("Meeting of the team")


class Grain(models.TextChoices):
    """Length of the period of a stored figure."""

    MONTH = "MONTH", _("Month")
    QUARTER = "QUARTER", _("Quarter")
    HALF = "HALF", _("Half-year")
    YEAR = "YEAR", _("Year")
    ALL = "ALL", _("All the time")
