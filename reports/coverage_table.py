"""R1: coverage by district, commune or hamlet, worst first, each figure leading to the rows behind it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from common.templatetags.hamlets import STATES
from reports.asked import LEVELS, Asked
from reports.coverage import CoverageRow, children_on, filled, row_of, sum_up, units_on
from reports.ground import Ground, path_on
from reports.squares import HamletSquare, SmallStrip, squares_in, strips_by
from reports.table import Column, Report, Row, Share, Strip
from reports.working import add_flagged, marks_in
from teams.enums import TeamLevel

TEAMS = gettext_lazy("Number of teams")
NUMBER = Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False)
UNIT = [
    NUMBER,
    Column(key="code", label=gettext_lazy("Code"), kind="code", width=10),
    Column(key="name", label=gettext_lazy("Unit"), width=26),
]
STRIP = Column(key="strip", label=gettext_lazy("Each hamlet"), kind="strip", is_sortable=False)
SHARE = Column(key="share", label=gettext_lazy("Coverage"), kind="share", width=10)
STATE = Column(key="state", label=gettext_lazy("Team of the hamlet"), width=20)
HAMLETS = [
    Column(key="hamlets", label=gettext_lazy("Hamlets"), kind="int", width=10),
    Column(key="covered", label=gettext_lazy("With a team"), kind="int", width=10),
]
UNCOVERED = Column(key="uncovered", label=gettext_lazy("Without a team"), kind="int", width=10)
LEVELS_OF_TEAMS = [
    Column(key="hamlet_teams", label=gettext_lazy("hamlet"), kind="int", width=8, group=TEAMS),
    Column(key="enterprise_teams", label=gettext_lazy("enterprise"), kind="int", width=8, group=TEAMS),
    Column(key="commune_teams", label=gettext_lazy("commune"), kind="int", width=8, group=TEAMS),
    Column(key="waiting", label=gettext_lazy("to re-constitute"), kind="int", width=10, group=TEAMS),
]
PEOPLE = [
    Column(key="memberships", label=gettext_lazy("Memberships"), kind="int", width=10),
    Column(key="people", label=gettext_lazy("People"), kind="int", width=8),
    Column(key="men", label=gettext_lazy("Men"), kind="int", width=8),
    Column(key="women", label=gettext_lazy("Women"), kind="int", width=8),
]
UNKNOWN_SEX = Column(key="sex_unknown", label=gettext_lazy("Sex not known"), kind="int", width=10)
DAYS = [
    Column(key="latest_decision", label=gettext_lazy("Latest decision"), kind="date", width=12),
    Column(key="changed_on", label=gettext_lazy("Last change"), kind="date", width=12),
]
FLAGGED = Column(key="flagged", label=gettext_lazy("Teams to review"), kind="int", width=10)
PARTS = {"coverage": (), "members": tuple(column.key for column in (*PEOPLE, UNKNOWN_SEX, *DAYS, FLAGGED))}
"""What the screen shows at a time, and the columns that stand in that part only."""


def columns_of(part: str, is_list: bool) -> list[Column]:
    """The columns of a part of the report; on the screen n/N and rate stand in one cell."""
    if part == "members":
        return [*UNIT, SHARE, *PEOPLE, UNKNOWN_SEX, *DAYS, FLAGGED]
    if part == "coverage":
        return [*UNIT, STRIP, *([STATE] if is_list else [SHARE, UNCOVERED]), *LEVELS_OF_TEAMS]
    middle = [STATE] if is_list else [*HAMLETS, UNCOVERED, SHARE]
    return [*UNIT, STRIP, *middle, *LEVELS_OF_TEAMS, *PEOPLE, *DAYS, FLAGGED]


def definition() -> str:
    """What the figures mean (BR-24 to BR-27)."""
    return _(
        "A hamlet is covered when a hamlet team at work on that day lists it; each hamlet counts once. Teams that "
        "need re-constitution count; drafts, suspended and dissolved teams do not, nor do enterprise and commune "
        "teams. Memberships count a person once in each team, people only once."
    )


def coverage_report(asked: Asked) -> Report:
    """R1 for the units below the one asked for."""
    area, on = asked.area, asked.on
    ground = Ground.of(area, on)
    rows, total = _filled(asked, ground)
    is_list = area.level in (AreaLevel.COMMUNE, AreaLevel.HAMLET)
    if is_list:
        rows = [row for row in rows if row.level == AreaLevel.HAMLET or row.team_count]
        rows.sort(key=lambda row: (row.level != AreaLevel.HAMLET, row.covered))
    return Report(
        code="R1",
        title=_("Coverage of hamlets in %(unit)s") % {"unit": area.full_name},
        definition=definition(),
        area=area,
        as_of=on,
        columns=columns_of(asked.part, is_list),
        rows=_lines(asked, rows, ground),
        total=Row(_cells(total) | {"name": _("Total"), "code": ""}, _links(asked, total)),
        notes=notes_of(rows, total),
        units=rows,
        empty=_("On this day no unit is recorded here. Choose a later day."),
    )


def _filled(asked: Asked, ground: Ground) -> tuple[list[CoverageRow], CoverageRow]:
    """The rows with the figures of the part asked for, and the total, counted anew (BR-27)."""
    with_members = asked.part != "coverage"
    rows = filled(unit_rows(asked), ground, with_members)
    if rows and all(row.level == AreaLevel.COMMUNE for row in rows):
        total = sum_up(asked.area, rows, ground, with_members)
    else:
        total = filled([row_of(asked.area, ground.path)], ground, with_members)[0]
    if with_members:
        found = marks_in(ground)
        add_flagged(rows, *found)
        add_flagged([total], *found)
    return rows, total


def unit_rows(asked: Asked) -> list[CoverageRow]:
    """The units below: communes or districts of a province, communes of a district, hamlets of a commune.

    To the hamlets comes a row for what belongs to the commune as a whole.
    """
    area, on = asked.area, asked.on
    if area.level == AreaLevel.PROVINCE:
        return units_on(area, on, LEVELS[asked.level])
    if area.level == AreaLevel.HAMLET:
        return units_on(area, on, AreaLevel.HAMLET)
    below = children_on(area, on)
    return [*below, row_of(area, path_on(area, on))] if area.level == AreaLevel.COMMUNE else below


def _lines(asked: Asked, rows: Sequence[CoverageRow], ground: Ground) -> list[Row]:
    """The rows of the table; hamlets with their square, larger units with all of theirs."""
    if asked.part == "members":
        return [_line(asked, row, None) for row in rows]
    if asked.area.level in (AreaLevel.COMMUNE, AreaLevel.HAMLET):
        squares = {square.path: square for square in squares_in(ground)}
        return [_line(asked, row, squares.get(row.path)) for row in rows]
    strips = strips_by(ground, max((len(row.path) for row in rows), default=0))
    return [_line(asked, row, strips.get(row.path)) for row in rows]


def _line(asked: Asked, row: CoverageRow, picture: HamletSquare | SmallStrip | None) -> Row:
    """One unit; a commune among its hamlets is what belongs to it as a whole."""
    cells, links = _cells(row), _links(asked, row)
    square = picture if isinstance(picture, HamletSquare) else None
    cells["strip"] = Strip([square]) if square else picture
    if row.level == AreaLevel.HAMLET:
        cells |= {"name": row.full_name, "state": str(STATES[square.state][1]) if square else ""}
        links["name"] = reverse("areas:area_detail", args=[row.area_id])
    elif row.area_id == asked.area.pk:
        cells |= {"name": _("The commune as a whole")}
    else:
        cells |= {"name": row.full_name}
        links["name"] = asked.link("coverage", row.area_id)
    return Row(cells, links)


def _cells(row: CoverageRow) -> dict[str, Any]:
    is_unit = row.level != AreaLevel.HAMLET
    return {
        "code": row.code,
        "hamlets": row.hamlets or None,
        "covered": row.covered if row.hamlets else None,
        "uncovered": row.uncovered if row.hamlets else None,
        "share": Share(row.covered, row.hamlets),
        "hamlet_teams": row.teams.get(TeamLevel.HAMLET, 0),
        "enterprise_teams": row.teams.get(TeamLevel.ENTERPRISE, 0),
        "commune_teams": row.teams.get(TeamLevel.COMMUNE, 0),
        "waiting": row.needs_reconstitution,
        "memberships": row.memberships,
        "people": row.people,
        "men": row.men,
        "women": row.women,
        "sex_unknown": row.sex_unknown,
        "latest_decision": row.latest_decision,
        "changed_on": row.changed_on,
        "flagged": row.flagged,
        "state": _("%(covered)s/%(total)s with a team") % {"covered": row.covered, "total": row.hamlets}
        if is_unit and row.hamlets
        else "",
    }


def _links(asked: Asked, row: CoverageRow) -> dict[str, str]:
    """Where the rows behind the figures stand; a figure of nothing leads nowhere."""
    members = asked.link("member_list", row.area_id)
    found = {
        "share": (row.hamlets, asked.link("coverage", row.area_id)),
        "hamlets": (row.hamlets, asked.link("coverage", row.area_id)),
        "uncovered": (row.uncovered, asked.link("uncovered", row.area_id)),
        "hamlet_teams": (row.teams.get(TeamLevel.HAMLET), members),
        "enterprise_teams": (
            row.teams.get(TeamLevel.ENTERPRISE),
            asked.link("enterprises", row.area_id),
        ),
        "memberships": (row.memberships, members),
        "flagged": (row.flagged, asked.link("reviews", row.area_id)),
    }
    return {key: url for key, (figure, url) in found.items() if figure}


def notes_of(rows: Sequence[CoverageRow], total: CoverageRow) -> list[str]:
    """What the reader should know besides: gaps, complete communes, teams that wait, unknown sex."""
    units = [row for row in rows if row.level != AreaLevel.HAMLET and row.area_id != total.area_id]
    complete = sum(row.is_complete for row in units)
    notes = []
    if units and (gaps := sum(not row.hamlets for row in units)):
        notes.append(_("Missing: %(n)s units without a list of hamlets.") % {"n": gaps})
    if len(units) > 1:
        text = _("Complete (all hamlets covered): %(complete)s/%(all)s units.")
        notes.append(text % {"complete": complete, "all": len(units)})
    if waiting := total.needs_reconstitution:
        notes.append(_("Among the teams at work, %(n)s need re-constitution; they count.") % {"n": waiting})
    if unknown := total.people and total.sex_unknown:
        notes.append(_("Sex not known: %(n)s people.") % {"n": unknown})
    return notes
