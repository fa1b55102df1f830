"""What the home pages show: the province at a glance, a commune's hamlets and jobs, one's own team."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.models import Area
from config.homes_outreach import outreach_now, outreach_of_hamlets
from reports.asked import Asked
from reports.bubbles import bubble_map
from reports.coverage import add_coverage, row_of, units_on
from reports.ground import Ground
from reports.squares import squares_in, strips_by
from reports.standing import share_of, standing
from reports.table import Share
from reports.working import marks_in
from teams.composition import QualityFlag
from teams.enums import ItemStatus, TeamLevel, TeamStatus
from teams.findings import findings_of
from teams.models import Decision, ItemArea, Membership, Team, TeamArea
from teams.squares import SeatTaken, proposed_seats, seats_on

WORST = 10


def asked_today(user: Any, area: Area, on: date) -> Asked:
    """The reports of today about a unit, as the home page links to them."""
    return Asked(user, area, on=on, first=on, last=on)


def province_home(user: Any, area: Area, on: date) -> dict[str, Any]:
    """Coverage now, the ten worst communes and map; the quality of lists comes after the page."""
    asked = asked_today(user, area, on)
    ground = Ground.of(area, on)
    communes = add_coverage(units_on(area, on, AreaLevel.COMMUNE), ground)
    behind = sorted((row for row in communes if row.uncovered), key=lambda row: (row.share, -row.uncovered))[
        :WORST
    ]
    depth = max((len(row.path) for row in communes), default=0)
    strips = strips_by(ground, depth)
    return {
        "standing": standing(area, on, share_of(add_coverage([row_of(area, ground.path)], ground)[0])),
        "worst": [
            {
                "row": row,
                "strip": strips.get(row.path),
                "url": asked.link("coverage", row.area_id),
            }
            for row in behind
        ],
        "without_list": sum(not row.hamlets for row in communes),
        "bubbles": bubble_map(asked, communes),
        "coverage_url": asked.link("coverage"),
        "uncovered_url": asked.link("uncovered"),
        "reviews_url": asked.link("reviews"),
        "trend_url": asked.link("coverage_trend"),
        "outreach": outreach_now(area, on),
    }


def quality_home(user: Any, area: Area, on: date) -> dict[str, Any]:
    """How many teams want a review, and why: all lists of the unit are looked through."""
    teams, marks = marks_in(Ground.of(area, on))
    counts = Counter(flag for flags in marks.values() for flag in flags)
    return {
        "flags": [(flag.label, counts[flag.value]) for flag in QualityFlag if counts[flag.value]],
        "flagged": len(marks),
        "teams": len(teams),
        "reviews_url": asked_today(user, area, on).link("reviews"),
    }


@dataclass
class TeamLine:
    """A team on the list of its commune."""

    team: Team
    seats: list[SeatTaken]
    proposal: list[SeatTaken]
    open_item: int | None = None

    @property
    def is_working(self) -> bool:
        """Whether it counts in coverage (BR-25)."""
        return self.team.status in (TeamStatus.ACTIVE, TeamStatus.NEEDS_RECONSTITUTION)


@dataclass
class HamletLine:
    """A hamlet on the tick list of its commune, with its teams."""

    area_id: int
    name: str
    url: str
    state: str
    teams: list[TeamLine] = field(default_factory=list)

    @property
    def is_covered(self) -> bool:
        """Whether a team works here."""
        return self.state in (TeamStatus.ACTIVE, TeamStatus.NEEDS_RECONSTITUTION)


@dataclass(frozen=True)
class Job:
    """Something to do, and the button that leads to it."""

    text: str
    url: str
    label: str


def commune_home(user: Any, area: Area, on: date) -> dict[str, Any]:
    """The hamlets as a tick list with seats, what is to be done, decisions being prepared."""
    asked = asked_today(user, area, on)
    lines, ground = team_lines(area, on), Ground.of(area, on)
    hamlets = [HamletLine(s.area_id, s.name, s.url, s.state) for s in squares_in(ground)]
    placed = _place(hamlets, lines, on)
    may_edit = user.can("team.edit", area.path)
    marks = marks_in(ground)[1]
    covered = sum(hamlet.is_covered for hamlet in hamlets)
    return {
        "hamlets": hamlets,
        "covered": covered,
        "other_teams": [line for line in lines.values() if line.team.pk not in placed],
        "jobs": jobs_of(hamlets, lines, marks),
        "may_edit": may_edit,
        "may_add": user.can("area.edit", area.path),
        "drafts": drafts_of(user, area),
        "coverage_url": asked.link("coverage"),
        "members_url": asked.link("member_list"),
        "standing": standing(area, on, Share(covered, len(hamlets))),
        "trend_url": asked.link("coverage_trend"),
        "outreach": outreach_now(area, on),
    }


def team_lines(area: Area, on: date) -> dict[int, TeamLine]:
    """All teams of the unit but dissolved ones, with seats and open proposals."""
    teams = list(Team.objects.inside(area).exclude(status=TeamStatus.DISSOLVED).order_by("name", "pk"))  # type: ignore[attr-defined] # our queryset
    keys = [team.pk for team in teams]
    seats, proposed = seats_on(keys, on), proposed_seats(keys, "proposed")
    open_items = Team.objects.filter(pk__in=keys, items__status=ItemStatus.PROPOSED)
    items = dict(open_items.values_list("pk", "items"))
    return {
        team.pk: TeamLine(
            team,
            seats.get(team.pk, []),
            proposed.get(team.pk, []),
            items.get(team.pk),
        )
        for team in teams
    }


def _place(hamlets: Iterable[HamletLine], lines: Mapping[int, TeamLine], on: date) -> set[int]:
    """Puts each hamlet team at the hamlets it lists, or is to list; the teams that found a place."""
    by_hamlet = {hamlet.area_id: hamlet for hamlet in hamlets}
    links = list(TeamArea.objects.on_date(on).filter(team__in=list(lines)).values_list("area_id", "team_id"))  # type: ignore[attr-defined] # our queryset
    planned = ItemArea.objects.filter(item__status=ItemStatus.PROPOSED, item__team__in=list(lines))
    links += list(planned.values_list("area_id", "item__team_id"))
    placed = set()
    for area, team in dict.fromkeys(links):
        if area in by_hamlet and lines[team].team.level == TeamLevel.HAMLET:
            by_hamlet[area].teams.append(lines[team])
            placed.add(team)
    return placed


def jobs_of(
    hamlets: Iterable[HamletLine], lines: Mapping[int, TeamLine], marks: Mapping[int, list[str]]
) -> list[Job]:
    """What a commune has to do: hamlets without a team, drafts, teams to re-constitute, gaps in lists."""
    jobs = [
        Job(
            _("%(hamlet)s has no team yet.") % {"hamlet": hamlet.name},
            f"{reverse('teams:team_create')}?{urlencode({'area': hamlet.area_id})}",
            _("Set up a team"),
        )
        for hamlet in hamlets
        if not hamlet.teams
    ]
    for line in lines.values():
        if job := _job_of(line, marks.get(line.team.pk, [])):
            jobs.append(job)
    return jobs


def _job_of(line: TeamLine, flags: list[str]) -> Job | None:
    """The next step for one team: its draft, its re-constitution, its marks."""
    team = line.team
    words = {"team": team.name, "gaps": "; ".join(str(QualityFlag(flag).label) for flag in flags)}
    if line.open_item and (team.status == TeamStatus.DRAFT or flags):
        text = _("%(team)s: a proposal waits for its decision.") % words
        return Job(text, reverse("teams:roster_edit", args=[line.open_item]), _("Go on"))
    if line.open_item:
        return None
    if team.status == TeamStatus.NEEDS_RECONSTITUTION:
        text = _("%(team)s needs re-constitution.") % words
        return Job(text, reverse("teams:propose", args=[team.pk]), _("Propose a new list"))
    if flags == [QualityFlag.OLD_LIST]:
        text = _("%(team)s: the list was not confirmed for twelve months.") % words
        return Job(text, reverse("teams:confirm_list", args=[team.pk]), _("Confirm the list"))
    if flags:
        return Job(_("%(team)s: %(gaps)s.") % words, reverse("teams:team_detail", args=[team.pk]), _("Mend"))
    return None


def drafts_of(user: Any, area: Area) -> list[Decision]:
    """Decisions that are being prepared, with the number of their teams."""
    rows = Decision.objects.visible_to(user).inside(area).filter(status="DRAFT")  # type: ignore[attr-defined] # our queryset
    return list(rows.prefetch_related("items").order_by("-pk")[:WORST])


def team_home(user: Any, on: date) -> dict[str, Any]:
    """The teams in which the user sits today: line-up, places, next steps."""
    own = Membership.objects.on_date(on).filter(person__user=user).values("team")  # type: ignore[attr-defined] # our queryset
    teams = list(
        Team.objects.visible_to(user).filter(pk__in=own).select_related("area__parent").order_by("pk")
    )  # type: ignore[attr-defined] # our queryset
    seats = seats_on([team.pk for team in teams], on)
    found = findings_of(teams, on)
    hamlets = _hamlets_of(teams, on)
    return {
        "own_teams": [
            {
                "team": team,
                "hamlets": outreach_of_hamlets(hamlets.get(team.pk, []), on),
                "seats": seats.get(team.pk, []),
                "findings": [finding for finding in found.get(team.pk, ()) if finding.level != "I"],
            }
            for team in teams
        ],
        "may_visit": bool(teams) and user.can("visit.edit"),
    }


def _hamlets_of(teams: Iterable[Team], on: date) -> dict[int, list[Area]]:
    """The hamlets that each team covers today."""
    links = TeamArea.objects.on_date(on).filter(team__in=teams, area__level=AreaLevel.HAMLET)  # type: ignore[attr-defined] # our queryset
    found: dict[int, list[Area]] = {}
    for link in links.select_related("area").order_by("-is_primary", "area__sort_key"):
        found.setdefault(link.team_id, []).append(link.area)
    return found
