"""R3: the members of teams, grouped by team; the annex to a decision (domain/documents, section 4)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.enums import AreaLevel
from areas.models import AreaVersion
from areas.paths import WIDTH
from common.addresses import before_key
from reports.asked import Asked
from reports.table import Column, Report, Row, day
from reports.working import working_teams
from teams.enums import ItemStatus
from teams.member_lines import Words, line_of, read_seats, roman
from teams.models import LineUpEntry, Membership, Team
from teams.querysets import in_force
from vietnamese.text import place_sort_key

BIRTH = gettext_lazy("Year of birth")
BEFORE_PHONE = [
    Column(key="no", label=gettext_lazy("No."), kind="index", width=5, is_sortable=False),
    Column(key="name", label=gettext_lazy("Full name"), width=28, is_sortable=False),
    Column(key="man", label=gettext_lazy("Men"), kind="code", width=8, group=BIRTH, is_sortable=False),
    Column(key="woman", label=gettext_lazy("Women"), kind="code", width=8, group=BIRTH, is_sortable=False),
    Column(key="post", label=gettext_lazy("Post, organisation"), width=34, is_sortable=False),
    Column(key="role", label=gettext_lazy("Duty in the team"), width=16, is_sortable=False),
]
PHONE = Column(key="phone", label=gettext_lazy("Phone"), kind="phone", width=15, is_sortable=False)
NOTE = Column(key="note", label=gettext_lazy("Note"), width=20, is_sortable=False)


def shows_phones(asked: Asked) -> bool:
    """Whether the reader may see phones of this unit at all; else the column is left out (BR-49)."""
    return bool(asked.user.can("person.phone", asked.area.path))


def member_list_report(asked: Asked) -> Report:
    """R3 for the teams at work in a unit on a day, or for the lists that a decision sets."""
    groups = _decided(asked) if asked.decision else _at_work(asked)
    words = Words()
    rows = [row for number, group in enumerate(groups, start=1) for row in _lines(number, *group, words)]
    total = _("%(teams)s teams, %(members)s members") % {"teams": len(groups), "members": len(rows)}
    return Report(
        code="R3",
        title=_title(asked),
        definition=_definition(asked),
        area=asked.area,
        as_of=asked.on,
        columns=[*BEFORE_PHONE, *([PHONE] if shows_phones(asked) else []), NOTE],
        rows=rows,
        total=Row({"name": _("Total"), "post": total}),
        empty=_("No team is at work here on this day."),
    )


def _title(asked: Asked) -> str:
    if asked.decision:
        return _("List of members, annex to decision %(decision)s") % {"decision": asked.decision.title}
    return _("List of team members in %(unit)s") % {"unit": asked.area.full_name}


def _definition(asked: Asked) -> str:
    if decision := asked.decision:
        return _("(With decision %(decision)s of %(day)s by %(issuer)s)") % {
            "decision": decision.title,
            "day": day(decision.issued_on),
            "issuer": decision.issuer_name_text or decision.issuer.full_name,
        }
    return _(
        "Members on that day of the teams at work on it. A phone stands only where its owner agrees and the reader "
        "may see it."
    )


Group = tuple[str, Sequence[dict[str, Any]]]


def _at_work(asked: Asked) -> list[Group]:
    """Teams at work on the day in the order of communes and hamlets, each with its members."""
    teams = list(working_teams(asked.area, asked.on))
    communes = communes_of(teams, asked.on)
    latest = LineUpEntry.objects.filter(
        item__team=OuterRef("team"),
        person=OuterRef("person"),
        item__status=ItemStatus.IN_FORCE,
        item__decision__effective_on__lte=asked.on,
    ).order_by("-item__decision__effective_on", "-item")
    members = Membership.objects.on_date(asked.on).filter(  # type: ignore[attr-defined] # our queryset
        team__in=working_teams(asked.area, asked.on).values("pk")
    )
    members = members.annotate(order=Coalesce(Subquery(latest.values("order_no")[:1]), 0))
    by_team = read_seats(asked.user, members, "team_id")
    teams.sort(
        key=lambda team: (place_sort_key(communes.get(team.pk, "")), place_sort_key(team.name), team.pk)
    )
    return [(_heading(team, communes.get(team.pk, "")), by_team[team.pk]) for team in teams]


def _heading(team: Team, commune: str) -> str:
    return f"{team.name} – {commune}" if commune and commune not in team.name else team.name


def communes_of(teams: Iterable[Any], on: date) -> dict[int, str]:
    """Names of the communes of working teams (with `place_path`), by team, as of the day."""
    paths = {team.pk: team.place_path for team in teams}
    names = communes_at(set(paths.values()), on)
    return {pk: names.get(path, "") for pk, path in paths.items()}


def communes_at(paths: Collection[str], on: date) -> dict[str, str]:
    """Names of the communes that hold these places (hamlets or communes), by path, as of the day."""
    near = {path[:-WIDTH] for path in paths} | set(paths)
    communes = AreaVersion.objects.filter(in_force(on), path__in=near, level=AreaLevel.COMMUNE)
    names = {version.path: version.full_name for version in communes}
    return {path: names.get(path) or names.get(path[:-WIDTH], "") for path in paths}


def _decided(asked: Asked) -> list[Group]:
    """The lists that the decision's items set, in the order of the items."""
    if asked.decision is None:
        return []
    entries = LineUpEntry.objects.filter(item__decision=asked.decision).annotate(order=F("order_no"))
    by_item = read_seats(asked.user, entries, "item_id")
    return [
        (item.team.name, by_item[item.pk])
        for item in asked.decision.items.select_related("team").order_by("pk")
    ]


def _lines(number: int, title: str, seats: Iterable[dict[str, Any]], words: Words) -> list[Row]:
    section = f"{roman(number)}. {title}"
    page = before_key("teams:person_detail")
    return [_line(section, seat, words, page) for seat in seats]


def _line(section: str, seat: dict[str, Any], words: Words, page: str) -> Row:
    member = line_of(seat, words)
    cells = {
        "name": member.name,
        "man": member.man,
        "woman": member.woman,
        "post": member.post,
        "role": member.role,
        "phone": member.phone,
        "note": member.note,
    }
    return Row(cells, {"name": f"{page}{member.person}/"}, section=section)
