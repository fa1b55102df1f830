"""R8: enterprises with more than 300 workers, and the teams of enterprises (BR-12 to BR-16)."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.paths import in_ranges, subtree
from reports.asked import Asked
from reports.coverage import working_memberships
from reports.ground import path_on
from reports.member_list import communes_at
from reports.table import Column, Report, Row, missing_units
from teams.composition import EnterpriseMark, enterprise_mark
from teams.enums import WORKING_STATUSES, ItemStatus, TeamLevel
from teams.models import DecisionItem, EnterpriseProfile, Membership, TeamPeriod, WorkforceCount
from teams.querysets import in_force
from teams.rules import rules_for

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Enterprise"), width=36),
    Column(key="tax_code", label=gettext_lazy("Tax code"), kind="code", width=15),
    Column(key="commune", label=gettext_lazy("Commune / ward"), width=24),
    Column(key="workers", label=gettext_lazy("Workers"), kind="int", width=10),
    Column(key="nonlocal", label=gettext_lazy("From elsewhere"), kind="int", width=10),
    Column(key="counted_on", label=gettext_lazy("Counted on"), kind="date", width=12),
    Column(key="has_team", label=gettext_lazy("Has a team"), width=10),
    Column(key="members", label=gettext_lazy("Members"), kind="int", width=10),
    Column(key="decision", label=gettext_lazy("Decision of"), kind="date", width=12),
    Column(key="marks", label=gettext_lazy("Note"), width=28),
]
WORDS = {
    EnterpriseMark.NEEDS_TEAM: gettext_lazy("needs a team"),
    EnterpriseMark.NO_LONGER_REQUIRED: gettext_lazy("no longer required"),
    EnterpriseMark.UPDATE_NEEDED: gettext_lazy("count to be updated"),
}
PLACE = "area__versions"


def enterprises_report(asked: Asked) -> Report:
    """R8 for the sites inside the unit asked for."""
    sites = list(sites_in(asked))
    rules = rules_for({site.place_path for site in sites}, asked.on)
    kept = [
        site
        for site in sites
        if site.team_count or (site.workers or 0) > rules[site.place_path].enterprise_worker_threshold
    ]
    communes = communes_at({site.place_path for site in kept}, asked.on)
    rows = [
        _line(
            asked, site, communes.get(site.place_path, ""), rules[site.place_path].enterprise_worker_threshold
        )
        for site in kept
    ]
    needed = [row for row in rows if str(WORDS[EnterpriseMark.NEEDS_TEAM]) in row.cells["marks"]]
    return Report(
        code="R8",
        title=_("Enterprises with more than 300 workers in %(unit)s") % {"unit": asked.area.full_name},
        definition=_(
            "Sites whose newest count up to that day is above 300 (exactly 300 is not), and sites with a team. Several "
            "sites of one enterprise stand apart. Enterprise teams do not count toward the coverage of hamlets."
        ),
        area=asked.area,
        as_of=asked.on,
        columns=COLUMNS,
        rows=rows,
        total=_total(rows),
        notes=[
            *missing_units(row.cells["workers"] for row in rows),
            *([_("Enterprises that need a team: %(n)s.") % {"n": len(needed)}] if needed else []),
        ],
        empty=_("No enterprise here has more than 300 workers or a team on this day."),
    )


def sites_in(asked: Asked) -> QuerySet[Any]:
    """Sites in the unit on the day, with their newest count, working teams, members and latest decision."""
    on = asked.on
    counts = WorkforceCount.objects.filter(enterprise=OuterRef("pk"), as_of__lte=on).order_by("-as_of")
    of_site = {"team__enterprise": OuterRef("pk"), "team__level": TeamLevel.ENTERPRISE}
    working = TeamPeriod.objects.filter(in_force(on), status__in=WORKING_STATUSES, **of_site)
    members = working_memberships(Membership.objects.filter(**of_site), on)
    at_work = TeamPeriod.objects.filter(in_force(on), team=OuterRef("team"), status__in=WORKING_STATUSES)
    items = DecisionItem.objects.filter(
        Exists(at_work), status=ItemStatus.IN_FORCE, decision__effective_on__lte=on, **of_site
    )
    sites: QuerySet[Any] = (
        EnterpriseProfile.objects.filter(
            in_force(on, f"{PLACE}__valid_from", f"{PLACE}__valid_to"),
            in_ranges(f"{PLACE}__path", [subtree(path_on(asked.area, on))]),
        )
        .annotate(
            place_path=F(f"{PLACE}__path"),
            workers=Subquery(counts.values("worker_count")[:1]),
            nonlocal_workers=Subquery(counts.values("nonlocal_worker_count")[:1]),
            counted_on=Subquery(counts.values("as_of")[:1]),
            team_count=_per_site(working, Count("pk")),
            members=_per_site(members, Count("pk")),
            decision=_per_site(items, Max("decision__issued_on")),
        )
        .select_related("organisation")
        .order_by("organisation__name", "pk")
    )
    return sites


def _per_site(rows: Any, figure: Any) -> Subquery:
    grouped = rows.order_by().values("team__enterprise").annotate(figure=figure)
    return Subquery(grouped.values("figure"))


def _line(asked: Asked, site: Any, commune: str, threshold: int) -> Row:
    mark = enterprise_mark(site.workers, site.counted_on, asked.on, threshold, bool(site.team_count))
    page = reverse("teams:organisation_detail", args=[site.organisation_id])
    cells = {
        "name": site.organisation.name,
        "tax_code": site.organisation.tax_code,
        "commune": commune,
        "workers": site.workers,
        "nonlocal": site.nonlocal_workers,
        "counted_on": site.counted_on,
        "has_team": _("yes") if site.team_count else _("no"),
        "members": site.members or 0,
        "decision": site.decision,
        "marks": "; ".join(str(words) for one, words in WORDS.items() if one in mark),
    }
    return Row(cells, {"name": page, "has_team": page})


def _total(rows: Sequence[Row]) -> Row:
    workers = [row.cells["workers"] for row in rows if row.cells["workers"] is not None]
    with_team = sum(row.cells["members"] > 0 or row.cells["has_team"] == _("yes") for row in rows)
    return Row(
        {
            "name": _("Total"),
            "workers": sum(workers) if workers else None,
            "has_team": f"{with_team}/{len(rows)}",
            "members": sum(row.cells["members"] for row in rows),
        }
    )
