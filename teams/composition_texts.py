"""The rules' own texts, shown with each message (business rules BR-01 to BR-19, BR-28)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

RULE_TEXTS = {
    "BR-01": _("A hamlet team has exactly one primary hamlet; further hamlets lie in the same commune."),
    "BR-02": _("Every hamlet has at least one team; a second one is allowed and pointed out."),
    "BR-03": _("A team has at most ten regular members, leader and deputy included."),
    "BR-04": _(
        "Only the team of a hamlet marked as large, with a reason, may have more members than that, "
        "and those only from the Youth Union."
    ),
    "BR-05": _("A team has exactly one leader."),
    "BR-06": _("The leader of a hamlet team is the head of its primary hamlet."),
    "BR-07": _("The deputy leader of a hamlet team is a Youth Union member of the hamlet."),
    "BR-08": _("A person sits in a team once; leading several teams is pointed out."),
    "BR-09": _(
        "A team has the head of a mass organisation, and someone from post and telecom or a bank "
        "who works in the area."
    ),
    "BR-10": _("Dates lie inside the life of the team; members are between 16 and 80 years old."),
    "BR-11": _("Two entries that are probably the same person are pointed out, never merged by themselves."),
    "BR-12": _("An enterprise with more than 300 workers has its own team; exactly 300 does not count."),
    "BR-13": _("An enterprise team names exactly one enterprise and follows that enterprise's structure."),
    "BR-14": _(
        "When an enterprise falls to 300 workers or fewer its team stays; counts older than 12 months "
        "are brought up to date."
    ),
    "BR-15": _("Workers from elsewhere are shown, never tested; each site is an enterprise of its own."),
    "BR-16": _("Enterprise and commune teams do not count toward the coverage of hamlets."),
    "BR-17": _("A team works only by a decision of its commune's committee with number, date and signer."),
    "BR-19": _("A decision is not in force before it is issued, nor dated more than 30 days ahead."),
    "BR-28": _("A working team has leader, deputy, enough members, a phone to call and a list of this year."),
}


class QualityFlag(models.TextChoices):
    """A mark of a team that wants a look (BR-28): the columns of report R7."""

    NO_LEADER = "NO_LEADER", _("No leader")
    NO_DEPUTY = "NO_DEPUTY", _("No deputy leader")
    OVER_CAP = "OVER_CAP", _("Too many members")
    BELOW_MINIMUM = "BELOW_MINIMUM", _("Too few members")
    NO_LEADER_PHONE = "NO_LEADER_PHONE", _("No phone of the leader")
    NO_DECISION = "NO_DECISION", _("No decision")
    AREA_MERGED = "AREA_MERGED", _("Hamlet merged")
    OLD_LIST = "OLD_LIST", _("List older than 12 months")
