"""R6: who sits in the teams: duties, groups, sex and age."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from reports.asked import Asked
from reports.coverage import TEAM_PLACE, CoverageRow, at_place, row_of, working_memberships
from reports.coverage_table import unit_rows
from reports.ground import path_on
from reports.table import Column, Report, Row, Share
from teams.enums import WORKING_STATUSES, Gender, MemberCategory, PositionType, TeamLevel, TeamRole
from teams.models import Membership, PersonPosition, TeamPeriod
from teams.querysets import in_force

GROUP, AGE = gettext_lazy("Memberships by group"), gettext_lazy("Age")
CATEGORY_COLUMNS: dict[str, tuple[MemberCategory, ...]] = {
    "heads": (MemberCategory.HAMLET_HEAD,),
    "youth": (MemberCategory.YOUTH_UNION,),
    "mass": (MemberCategory.MASS_ORG_HEAD,),
    "post": (MemberCategory.POST_TELECOM,),
    "bank": (MemberCategory.BANK,),
    "enterprise": (MemberCategory.ENTERPRISE_STAFF,),
    "other": (MemberCategory.STATE_STAFF, MemberCategory.RESIDENT, MemberCategory.OTHER),
}
"""Columns of groups; together they hold every category, and so add up to all memberships (R6)."""


def _int(key: str, label: Any, group: Any = "") -> Column:
    return Column(key=key, label=label, kind="int", width=9, group=group)


COLUMNS = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Unit"), width=26),
    _int("teams", gettext_lazy("Number of teams")),
    Column(key="led", label=gettext_lazy("Leader is the hamlet head"), kind="share", width=12),
    Column(key="seconded", label=gettext_lazy("Deputy from the Youth Union"), kind="share", width=12),
    _int("memberships", gettext_lazy("Memberships")),
    _int("heads", gettext_lazy("hamlet heads"), GROUP),
    _int("youth", gettext_lazy("Youth Union members"), GROUP),
    _int("mass", gettext_lazy("mass organisations"), GROUP),
    _int("post", gettext_lazy("post and telecom"), GROUP),
    _int("bank", gettext_lazy("banks"), GROUP),
    _int("enterprise", gettext_lazy("enterprises"), GROUP),
    _int("other", gettext_lazy("other"), GROUP),
    _int("people", gettext_lazy("People")),
    Column(key="women", label=gettext_lazy("Women"), kind="share", width=10),
    _int("sex_unknown", gettext_lazy("Sex not known")),
    _int("young", gettext_lazy("under 30"), AGE),
    _int("middle", gettext_lazy("30 to 55"), AGE),
    _int("old", gettext_lazy("over 55"), AGE),
    _int("age_unknown", gettext_lazy("not known"), AGE),
    Column(key="average", label=gettext_lazy("Members per team"), kind="number", width=10),
]


@dataclass
class MakeUp:
    """Figures of one unit."""

    teams: int = 0
    hamlet_teams: int = 0
    led: int = 0
    seconded: int = 0
    memberships: int = 0
    people: int = 0
    women: int = 0
    sex_unknown: int = 0
    young: int = 0
    old: int = 0
    age_unknown: int = 0
    by_group: dict[str, int] = field(default_factory=dict)

    @property
    def middle(self) -> int:
        """People from 30 to 55."""
        return self.people - self.young - self.old - self.age_unknown


def definition() -> str:
    """What the figures mean."""
    return _(
        "Teams at work on that day and their members of that day. The two shares of leaders and deputies are of "
        "hamlet teams; a leader counts who is the head of the primary hamlet on that day. Groups count memberships "
        "and add up to them; sex and age count people, each once. Where only the year of birth is known, the age is "
        "the difference of years."
    )


def make_up_report(asked: Asked) -> Report:
    """R6 for the units below the one asked for."""
    units = unit_rows(asked)
    found = make_up_of(units, asked.on)
    total_unit = row_of(asked.area, path_on(asked.area, asked.on))
    total = make_up_of([total_unit], asked.on)[total_unit.path]
    rows = [
        _line(asked, unit, found[unit.path])
        for unit in units
        if unit.area_id != asked.area.pk or found[unit.path].teams
    ]
    return Report(
        code="R6",
        title=_("Make-up of teams in %(unit)s") % {"unit": asked.area.full_name},
        definition=definition(),
        area=asked.area,
        as_of=asked.on,
        columns=COLUMNS,
        rows=rows,
        total=Row({"name": _("Total")} | _cells(total)),
        notes=_notes(total),
        empty=_("On this day no unit is recorded here. Choose a later day."),
    )


def make_up_of(units: list[CoverageRow], on: date) -> dict[str, MakeUp]:
    """Figures by path of the unit; two queries for any number of units of one depth."""
    found = {unit.path: MakeUp() for unit in units}
    if not units:
        return found
    for counted in _teams(units, on):
        if row := found.get(counted.pop("unit")):
            row.teams, row.hamlet_teams = counted["teams"], counted["hamlet_teams"]
            row.led, row.seconded = counted["led"], counted["seconded"]
    for counted in _members(units, on):
        if row := found.get(counted.pop("unit")):
            for name, value in counted.items():
                if name in CATEGORY_COLUMNS:
                    row.by_group[name] = value
                else:
                    setattr(row, name, value)
    return found


def _placed(rows: Any, units: list[CoverageRow], on: date) -> Any:
    """Rows of teams inside the units, each with the path of its unit and the team's primary area."""
    depth = max(len(unit.path) for unit in units)
    return at_place(rows, on, units).annotate(
        unit=Substr(f"{TEAM_PLACE}__path", 1, depth), primary_area=F("team__team_areas__area")
    )


def _teams(units: list[CoverageRow], on: date) -> QuerySet[Any, dict[str, Any]]:
    seats = Membership.objects.filter(in_force(on, "from_date", "to_date"), team=OuterRef("team"))
    posts = PersonPosition.objects.filter(
        in_force(on),
        person=OuterRef("person"),
        position_type=PositionType.HAMLET_HEAD,
        area=OuterRef(OuterRef("primary_area")),
    )
    of_hamlets = Q(team__level=TeamLevel.HAMLET)
    periods = TeamPeriod.objects.filter(in_force(on), status__in=WORKING_STATUSES)
    marked = _placed(periods, units, on).annotate(
        is_led=Exists(seats.filter(Exists(posts), role=TeamRole.LEADER)),
        is_seconded=Exists(seats.filter(role=TeamRole.DEPUTY, category=MemberCategory.YOUTH_UNION)),
    )
    grouped: QuerySet[Any, dict[str, Any]] = marked.values("unit").order_by("unit")
    return grouped.annotate(
        teams=Count("pk"),
        hamlet_teams=Count("pk", filter=of_hamlets),
        led=Count("pk", filter=of_hamlets & Q(is_led=True)),
        seconded=Count("pk", filter=of_hamlets & Q(is_seconded=True)),
    )


def _members(units: list[CoverageRow], on: date) -> QuerySet[Any, dict[str, Any]]:
    memberships = _placed(working_memberships(Membership.objects.all(), on), units, on)
    groups = {
        name: Count("pk", filter=Q(category__in=categories)) for name, categories in CATEGORY_COLUMNS.items()
    }
    people = {
        "women": Q(person__gender=Gender.FEMALE),
        "sex_unknown": Q(person__gender=Gender.UNKNOWN),
        "young": younger_than(30, on),
        "old": at_least(56, on),
        "age_unknown": Q(person__birth_year__isnull=True),
    }
    counts = {name: Count("person", distinct=True, filter=which) for name, which in people.items()}
    grouped: QuerySet[Any, dict[str, Any]] = memberships.values("unit").order_by("unit")
    return grouped.annotate(
        memberships=Count("pk"), people=Count("person", distinct=True), **counts, **groups
    )


def at_least(age: int, on: date) -> Q:
    """People of this age or older on the day; with a year-only birth by the difference of years."""
    return Q(person__birth_date__lte=_born_for(age, on)) | Q(
        person__birth_date__isnull=True, person__birth_year__lte=on.year - age
    )


def younger_than(age: int, on: date) -> Q:
    """People below this age on the day; those whose birth is not known are none of them."""
    return Q(person__birth_date__gt=_born_for(age, on)) | Q(
        person__birth_date__isnull=True, person__birth_year__gt=on.year - age
    )


def _born_for(age: int, on: date) -> date:
    """The last day of birth with which somebody has the age on the day; 29 February is not over on the 28th."""
    if (on.month, on.day) == (2, 29):
        try:
            return on.replace(year=on.year - age)
        except ValueError:
            return date(on.year - age, 2, 28)
    return on.replace(year=on.year - age)


def _cells(row: MakeUp) -> dict[str, Any]:
    return {
        "teams": row.teams,
        "led": Share(row.led, row.hamlet_teams),
        "seconded": Share(row.seconded, row.hamlet_teams),
        "memberships": row.memberships,
        **{name: row.by_group.get(name, 0) for name in CATEGORY_COLUMNS},
        "people": row.people,
        "women": Share(row.women, row.people),
        "sex_unknown": row.sex_unknown,
        "young": row.young,
        "middle": row.middle,
        "old": row.old,
        "age_unknown": row.age_unknown,
        "average": row.memberships / row.teams if row.teams else None,
    }


def _line(asked: Asked, unit: CoverageRow, row: MakeUp) -> Row:
    name = unit.full_name if unit.area_id != asked.area.pk else _("The commune as a whole")
    members = asked.link("member_list", unit.area_id)
    links = {key: members for key in ("teams", "memberships") if row.teams and unit.area_id != asked.area.pk}
    if unit.level in (AreaLevel.COMMUNE, AreaLevel.DISTRICT) and unit.area_id != asked.area.pk:
        links["name"] = asked.link("make_up", unit.area_id)
    return Row({"name": name} | _cells(row), links)


def _notes(total: MakeUp) -> list[str]:
    notes = []
    if total.sex_unknown:
        notes.append(_("Sex not known: %(n)s people.") % {"n": total.sex_unknown})
    if total.age_unknown:
        notes.append(_("Year of birth not known: %(n)s people.") % {"n": total.age_unknown})
    return notes
