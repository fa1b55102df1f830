"""R17: what changed in a period: teams set up, renewed and dissolved, people who came and went, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from areas.paths import in_ranges, subtree
from reports.asked import Asked
from reports.coverage import CoverageRow
from reports.coverage_table import unit_rows
from reports.ground import path_on
from reports.table import Column, Report, Row
from teams.enums import DecisionAction, EndReason, ItemStatus
from teams.models import DecisionItem, Membership, Team
from teams.querysets import in_force

TEAMS, PEOPLE = gettext_lazy("Teams"), gettext_lazy("People")


def _int(key: str, label: Any, group: Any) -> Column:
    return Column(key=key, label=label, kind="int", width=10, group=group)


COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Unit"), width=28),
    _int("set_up", gettext_lazy("set up"), TEAMS),
    _int("dissolved", gettext_lazy("dissolved"), TEAMS),
    _int("renewed", gettext_lazy("re-constituted"), TEAMS),
    _int("came", gettext_lazy("came in"), PEOPLE),
    _int("left", gettext_lazy("left"), PEOPLE),
    _int("changed", gettext_lazy("changed duty"), PEOPLE),
    Column(key="reasons", label=gettext_lazy("Why they left"), width=44, is_sortable=False),
]
NAMES = ("set_up", "dissolved", "renewed", "came", "left", "changed")


def definition() -> str:
    """What the figures mean."""
    return _(
        "Set up and dissolved: teams whose establishment or dissolution took effect in the period. Re-constituted: "
        "decisions of that kind that took effect. Came in and left: memberships that began or ended, once for each "
        "team and person; who only changed duty or seat stands apart. A change of area through a reform is no change "
        "of a team. Teams stand in the unit in which they lie today."
    )


def movements_report(asked: Asked) -> Report:
    """R17 for the units below the one asked for."""
    units = unit_rows(asked)
    depth = max((len(unit.path) for unit in units), default=0)
    figures, reasons = _figures(asked, depth), _reasons(asked, depth)
    rows = [_row(unit, figures, reasons.get(unit.path, Counter()), asked) for unit in units]
    return Report(
        code="R17",
        title=_("Changes of teams in %(unit)s") % {"unit": asked.area.full_name},
        definition=definition(),
        area=asked.area,
        period=(asked.first, asked.last),
        columns=COLUMNS,
        rows=rows,
        total=Row({"name": _("Total"), **_total(rows), "reasons": words(sum(reasons.values(), Counter()))}),
        empty=_("There are no units below this one on that day."),
    )


def _row(unit: CoverageRow, figures: dict[str, dict[str, int]], left: Counter[str], asked: Asked) -> Row:
    is_whole = unit.area_id == asked.area.pk and unit.level == AreaLevel.COMMUNE
    name = _("The commune as a whole") if is_whole else unit.full_name
    counts = {key: figures[key].get(unit.path, 0) for key in NAMES}
    return Row({"name": name, **counts, "reasons": words(left)})


def _total(rows: Sequence[Row]) -> dict[str, int]:
    return {name: sum(row.cells[name] for row in rows) for name in NAMES}


def words(left: Counter[str]) -> str:
    """Reasons with their counts, the most frequent first."""
    return ", ".join(f"{EndReason(reason).label}: {count}" for reason, count in left.most_common())


def _figures(asked: Asked, depth: int) -> dict[str, dict[str, int]]:
    """Each count by the path of its unit."""
    days = (asked.first, asked.last)
    items = DecisionItem.objects.filter(status=ItemStatus.IN_FORCE, action=DecisionAction.RECONSTITUTE)
    took_effect = items.filter(Q(decision__effective_on__range=days) | Q(confirmed_on__range=days))
    joined = Membership.objects.filter(~Exists(_same_seat_before()), from_date__range=days)
    ended = Membership.objects.filter(to_date__range=days)
    changed = ended.filter(end_reason=EndReason.ROLE_CHANGED)
    return {
        "set_up": _by_unit(Team.objects.filter(established_on__range=days), "area", asked, depth),
        "dissolved": _by_unit(Team.objects.filter(dissolved_on__range=days), "area", asked, depth),
        "renewed": _by_unit(took_effect, "team__area", asked, depth),
        "came": _by_unit(joined, "team__area", asked, depth),
        "left": _by_unit(ended.exclude(end_reason=EndReason.ROLE_CHANGED), "team__area", asked, depth),
        "changed": _by_unit(changed, "team__area", asked, depth),
    }


def _same_seat_before() -> Any:
    """The membership that this one goes on from: same team and person, ended on the day this one began."""
    return Membership.objects.filter(
        team=OuterRef("team"), person=OuterRef("person"), to_date=OuterRef("from_date")
    )


def _placed(rows: Any, area: str, asked: Asked, depth: int) -> Any:
    """Rows of teams in the unit, with `unit`: the path of the row of the report that they belong to."""
    place = f"{area}__versions"
    here = rows.filter(
        in_force(asked.on, f"{place}__valid_from", f"{place}__valid_to"),
        in_ranges(f"{place}__path", [subtree(path_on(asked.area, asked.on))]),
    )
    return here.order_by().annotate(unit=Substr(F(f"{place}__path"), 1, depth))


def _by_unit(rows: Any, area: str, asked: Asked, depth: int) -> dict[str, int]:
    placed = _placed(rows, area, asked, depth)
    return dict(placed.values("unit").annotate(n=Count("pk")).values_list("unit", "n"))


def _reasons(asked: Asked, depth: int) -> dict[str, Counter[str]]:
    ended = Membership.objects.filter(to_date__range=(asked.first, asked.last))
    placed = _placed(ended.exclude(end_reason=EndReason.ROLE_CHANGED), "team__area", asked, depth)
    found: dict[str, Counter[str]] = {}
    rows = placed.values("unit", "end_reason").annotate(n=Count("pk"))
    for unit, reason, n in rows.values_list("unit", "end_reason", "n"):
        found.setdefault(unit, Counter())[reason] = n
    return found
