"""The list of reports: what each is called, what it tells, how it is made."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from reports.asked import Asked
from reports.businesses_helped import businesses_report
from reports.coverage_table import PARTS, coverage_report
from reports.decision_register import decision_register_report
from reports.enterprises import enterprises_report
from reports.households_reached import households_report
from reports.make_up import make_up_report
from reports.member_list import member_list_report
from reports.movements import movements_report
from reports.outreach_page import OUTREACH
from reports.reviews import reviews_report
from reports.table import Report
from reports.topics_taught import topics_report
from reports.uncovered import uncovered_report


@dataclass(frozen=True, kw_only=True)
class ReportKind:
    """One report; `name` stands in addresses, `sort` is its order where none is asked for (empty: its own)."""

    name: str
    code: str
    title: Any
    about: Any
    build: Callable[[Asked], Report]
    sort: str = ""
    is_period: bool = False
    has_levels: bool = False
    parts: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Parts in which it stands on the screen, too wide for one; with the columns that only this part has."""
    is_personal: bool = False
    asks_reason: bool = False
    template: str = "reports/report.html"

    def report(self, asked: Asked) -> Report:
        """The report as asked for, in the order asked for."""
        found = self.build(asked)
        if asked.sort:
            return found.sorted_by(asked.sort)
        own = self.sort.removeprefix("-")
        return found.sorted_by(self.sort) if any(column.key == own for column in found.columns) else found


REPORTS = (
    ReportKind(
        name="coverage",
        code="R1",
        title=_("Coverage of hamlets"),
        about=_("How many hamlets have a team, by district, commune and hamlet, on any day."),
        build=coverage_report,
        sort="share",
        has_levels=True,
        parts=PARTS,
        template="reports/coverage.html",
    ),
    ReportKind(
        name="uncovered",
        code="R2",
        title=_("Hamlets without a team"),
        about=_("Which hamlets have no team, why, and for how many days."),
        build=uncovered_report,
        sort="-days",
        is_personal=True,
    ),
    ReportKind(
        name="member_list",
        code="R3",
        title=_("List of members"),
        about=_("The members of each team, as in the annex of the decision."),
        build=member_list_report,
        is_personal=True,
        asks_reason=True,
    ),
    ReportKind(
        name="decisions",
        code="R5",
        title=_("Register of decisions"),
        about=_("The decisions issued in a period, with the teams and members they set."),
        build=decision_register_report,
        sort="issued_on",
        is_period=True,
    ),
    ReportKind(
        name="make_up",
        code="R6",
        title=_("Make-up of teams"),
        about=_("Leaders, deputies, groups, women and ages in the teams."),
        build=make_up_report,
        sort="name",
        has_levels=True,
    ),
    ReportKind(
        name="reviews",
        code="R7",
        title=_("Teams to review"),
        about=_("Teams with gaps: no leader, no deputy, too few members, an old list, and more."),
        build=reviews_report,
    ),
    ReportKind(
        name="enterprises",
        code="R8",
        title=_("Enterprises with more than 300 workers"),
        about=_("Which enterprises need a team of their own, and which have one."),
        build=enterprises_report,
        sort="-workers",
    ),
    ReportKind(
        name="households",
        code="R12",
        title=_("Households reached"),
        about=_("Which households were guided, absent, refused, or not visited in a period."),
        build=households_report,
        is_period=True,
        has_levels=True,
        template=OUTREACH,
    ),
    ReportKind(
        name="topics",
        code="R13",
        title=_("Topics and platforms"),
        about=_("What was taught on which platform, with what result, and where households stand."),
        build=topics_report,
        is_period=True,
        template=OUTREACH,
    ),
    ReportKind(
        name="businesses",
        code="R14",
        title=_("Household businesses"),
        about=_("Businesses helped, and how many use QR payment, e-invoices and online markets."),
        build=businesses_report,
        is_period=True,
        has_levels=True,
        template=OUTREACH,
    ),
    ReportKind(
        name="movements",
        code="R17",
        title=_("Changes of teams"),
        about=_("Teams set up and dissolved, people who came and went, and why."),
        build=movements_report,
        is_period=True,
        has_levels=True,
    ),
)
KINDS = {kind.name: kind for kind in REPORTS}
