"""R7: teams to review (BR-28), each mark leading to the form that mends it; exceptions in force below."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.asked import Asked
from reports.ground import Ground, PlacedTeam
from reports.member_list import communes_of
from reports.table import Column, Mark, Report, Row
from reports.working import marks_in
from teams.composition import QualityFlag
from teams.enums import TeamRole
from teams.models import DecisionItem, Membership, RuleException, Team
from teams.querysets import in_force
from vietnamese.text import place_sort_key

COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="commune", label=gettext_lazy("Commune / ward"), width=24, is_sortable=False),
    Column(key="team", label=gettext_lazy("Team"), width=34, is_sortable=False),
    *(
        Column(key=flag.value, label=flag.label, kind="mark", width=13, is_sortable=False)
        for flag in QualityFlag
    ),
    Column(key="exceptions", label=gettext_lazy("Exceptions"), width=30, is_sortable=False),
]


def reviews_report(asked: Asked) -> Report:
    """R7 for the teams at work in the unit asked for."""
    working, marks = marks_in(Ground.of(asked.area, asked.on))
    communes = communes_of(working, asked.on)
    exceptions = exceptions_of([team.pk for team in working], asked)
    teams = sorted(
        working, key=lambda team: (place_sort_key(communes.get(team.pk, "")), place_sort_key(team.name))
    )
    flagged = [team for team in teams if team.pk in marks]
    excepted = [team for team in teams if team.pk in exceptions and team.pk not in marks]
    fixes = Fixes(asked.user, flagged, asked)
    rows = [_line(team, marks[team.pk], communes, exceptions, fixes) for team in flagged]
    rows += [_line(team, [], communes, exceptions, fixes) for team in excepted]
    if excepted:
        _name_sections(rows, len(flagged))
    total = {flag.value: sum(flag.value in found for found in marks.values()) for flag in QualityFlag}
    count = _("%(n)s of %(all)s teams") % {"n": len(flagged), "all": len(teams)}
    return Report(
        code="R7",
        title=_("Teams to review in %(unit)s") % {"unit": asked.area.full_name},
        definition=_(
            "Teams at work on that day with at least one mark: leader, deputy, number of members by the rule set of "
            "that day, the leader's phone, a decision, a reform of the hamlet, and a list not confirmed for twelve "
            "months (counted from the latest decision or confirmation). Below them teams without a mark for which an "
            "exception is in force."
        ),
        area=asked.area,
        as_of=asked.on,
        columns=COLUMNS,
        rows=rows,
        total=Row({"commune": _("Total"), "team": count} | total),
        empty=_("No team needs a review on this day."),
    )


def _name_sections(rows: list[Row], flagged: int) -> None:
    for number, row in enumerate(rows):
        row.section = _("Teams with a mark") if number < flagged else _("Exceptions in force, no mark")


def _line(
    team: PlacedTeam,
    marks: list[str],
    communes: Mapping[int, str],
    exceptions: Mapping[int, list[str]],
    fixes: "Fixes",
) -> Row:
    cells: dict[str, Any] = {
        "commune": communes.get(team.pk, ""),
        "team": team.name,
        "exceptions": "; ".join(exceptions.get(team.pk, [])),
    }
    cells |= {flag: Mark("x") for flag in marks}
    links = {"team": reverse("teams:team_detail", args=[team.pk])}
    return Row(cells, links | {flag: fixes.url(team, flag) for flag in marks})


def exceptions_of(teams: Iterable[int], asked: Asked) -> dict[int, list[str]]:
    """Exceptions in force on the day by team: rule and reason."""
    found: dict[int, list[str]] = {}
    rows = RuleException.objects.filter(in_force(asked.on), team__in=list(teams)).order_by("rule", "pk")
    for team, rule, reason in rows.values_list("team_id", "rule", "reason"):
        found.setdefault(team, []).append(f"{rule}: {reason}")
    return found


class Fixes:
    """Where each mark of these teams is put right; two queries for any number of teams."""

    def __init__(self, user: Any, teams: Iterable[PlacedTeam], asked: Asked) -> None:
        keys = [team.pk for team in teams]
        self._editable = set(
            Team.objects.visible_to(user, "team.edit").filter(pk__in=keys).values_list("pk", flat=True)  # type: ignore[attr-defined] # our queryset
        )
        open_items = DecisionItem.objects.open().filter(team__in=keys)  # type: ignore[attr-defined] # our queryset
        self._open = dict(open_items.values_list("team_id", "pk"))
        leaders = Membership.objects.on_date(asked.on).filter(team__in=keys, role=TeamRole.LEADER)  # type: ignore[attr-defined] # our queryset
        self._leaders = dict(leaders.values_list("team_id", "person_id"))

    def url(self, team: PlacedTeam, flag: str) -> str:
        """The form that mends the mark; the page of the team for those who may only look."""
        if team.pk not in self._editable:
            return reverse("teams:team_detail", args=[team.pk])
        if flag == QualityFlag.NO_LEADER_PHONE and team.pk in self._leaders:
            return reverse("teams:person_edit", args=[self._leaders[team.pk]])
        if flag == QualityFlag.OLD_LIST:
            return reverse("teams:confirm_list", args=[team.pk])
        if team.pk in self._open:
            return reverse("teams:roster_edit", args=[self._open[team.pk]])
        return reverse("teams:propose", args=[team.pk])
