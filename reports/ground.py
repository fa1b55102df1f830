"""A unit on a day with all that lies in it, read once: places, teams, and how many sit in each team.

Each question goes to the database without the tree of areas; what belongs to which unit is put together
here by the path of the team's place. Joined to the versions of all areas, the same questions cost
PostgreSQL many times as much: it cannot know that nearly all teams lie in the one province asked about.
"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, F, Lookup, Max, Q, QuerySet

from areas.enums import AreaLevel
from areas.models import Area, AreaVersion
from areas.paths import in_ranges, subtree
from teams.enums import WORKING_STATUSES, Gender, ItemStatus, TeamLevel, TeamRole
from teams.models import DecisionItem, Membership, TeamArea, TeamPeriod
from teams.querysets import in_force
from teams.seats import REGULAR_SEATS

MANY_TEAMS = 1000
"""With more, people in several teams are looked for among all memberships there ever were."""


class PlacedTeam(NamedTuple):
    """A team and one area that it covers on a day, with the facts of that day that reports look at."""

    pk: int
    area_id: int
    is_primary: bool
    status: str
    name: str
    level: str
    checked_on: date | None
    period_reason: str
    is_large: bool
    large_reason: str
    since: date
    place_path: str = ""


LINK_FIELDS = (
    "team_id",
    "area_id",
    "is_primary",
    "status",
    "team__name",
    "team__level",
    "team__checked_on",
    "reason",
    "area__large_population",
    "area__large_reason",
    "since",
)


class Seats(NamedTuple):
    """How the list of a team is made up on a day, and the last day on which somebody came or went.

    The sex of some members may not be known; a silent leader has no phone on record.
    """

    total: int = 0
    extra: int = 0
    leaders: int = 0
    deputies: int = 0
    silent_leaders: int = 0
    men: int = 0
    women: int = 0
    changed_on: date | None = None

    @property
    def regular(self) -> int:
        """Members on the seats that every team has."""
        return self.total - self.extra


def versions_on(on: date, path: str = "") -> QuerySet[AreaVersion]:
    """The tree of the day: versions valid on it, inside the unit at `path` when given."""
    versions = AreaVersion.objects.filter(in_force(on))
    return versions.filter(in_ranges("path", [subtree(path)])) if path else versions


def path_on(area: Area, on: date) -> str:
    """The unit's path on the day (its parent may have been another); a province has none above it."""
    if area.level == AreaLevel.PROVINCE:
        return area.path
    version = AreaVersion.objects.filter(in_force(on), area=area).values_list("path", flat=True).first()
    return version or area.path


class Ground:
    """The unit at a path of a day; each part is read when it is first asked for, at most once."""

    def __init__(self, path: str, on: date) -> None:
        self.path, self.on = path, on

    @classmethod
    def of(cls, area: Area, on: date) -> "Ground":
        """The ground of a unit."""
        return cls(path_on(area, on), on)

    @cached_property
    def places(self) -> dict[int, str]:
        """Paths of the units in it, by key."""
        return {pk: path for pk, path, _level in self._versions}

    @cached_property
    def hamlets(self) -> list[tuple[int, str]]:
        """Keys and paths of its hamlets."""
        return [(pk, path) for pk, path, level in self._versions if level == AreaLevel.HAMLET]

    @cached_property
    def _versions(self) -> list[tuple[int, str, str]]:
        rows = versions_on(self.on, self.path).order_by()
        return list(rows.values_list("area_id", "path", "level"))

    @cached_property
    def links(self) -> list[PlacedTeam]:
        """Teams of any status at each area that they cover on the day."""
        rows: Any = TeamArea.objects.filter(
            in_force(self.on),
            self._here,
            in_force(self.on, "team__periods__valid_from", "team__periods__valid_to"),
        )
        rows = rows.order_by().annotate(
            status=F("team__periods__status"),
            reason=F("team__periods__reason"),
            since=F("team__periods__valid_from"),
        )
        return [PlacedTeam._make((*row, self.places[row[1]])) for row in rows.values_list(*LINK_FIELDS)]

    @property
    def _here(self) -> Q:
        return among("area", self.places)

    @cached_property
    def working(self) -> list[PlacedTeam]:
        """Teams at work, each once, at its primary area."""
        return [link for link in self.links if link.is_primary and link.status in WORKING_STATUSES]

    @cached_property
    def covered(self) -> set[int]:
        """Hamlets that a working hamlet team lists (BR-24, BR-26)."""
        return {
            link.area_id
            for link in self.links
            if link.level == TeamLevel.HAMLET and link.status in WORKING_STATUSES
        }

    @cached_property
    def left(self) -> list[tuple[int, str]]:
        """Teams and the places that were their primary area before the day, also of dissolved teams."""
        rows = TeamArea.objects.filter(self._here, is_primary=True, valid_to__lte=self.on).order_by()
        pairs = rows.values_list("team_id", "area_id").distinct()
        return [(team, self.places[area]) for team, area in pairs]

    @cached_property
    def placed(self) -> list[tuple[int, str]]:
        """Every team with every place that is or was its primary area."""
        now = [(link.pk, link.place_path) for link in self.links if link.is_primary]
        return list({*now, *self.left})

    def _of_teams(self, field: str = "team") -> Q:
        """Condition: rows of the teams that are or were here."""
        return among(field, {team for team, _place in self.placed})

    @cached_property
    def seats(self) -> dict[int, Seats]:
        """How each list is made up: those who sit are read once, with their sex and the leader's phone."""
        leads = Q(role=TeamRole.LEADER)
        rows = (
            self._sitting()
            .values("team_id")
            .annotate(
                total=Count("pk"),
                extra=Count("pk", filter=Q(seat__gt=REGULAR_SEATS)),
                leaders=Count("pk", filter=leads),
                deputies=Count("pk", filter=Q(role=TeamRole.DEPUTY)),
                silent=Count("pk", filter=leads & Q(person__phone="")),
                men=Count("pk", filter=Q(person__gender=Gender.MALE)),
                women=Count("pk", filter=Q(person__gender=Gender.FEMALE)),
                came=Max("from_date"),
            )
        )
        numbers = ("total", "extra", "leaders", "deputies", "silent", "men", "women", "came")
        found = {team: Seats(*values) for team, *values in rows.values_list("team_id", *numbers)}
        for team, day in self._last_left():
            seats = found.get(team, Seats())
            found[team] = seats._replace(changed_on=later(seats.changed_on, day))
        return found

    def _last_left(self) -> Any:
        """Teams that somebody left, and the last day on which it happened."""
        ended = Membership.objects.filter(self._of_teams(), to_date__lte=self.on).order_by()
        return ended.values("team_id").annotate(day=Max("to_date")).values_list("team_id", "day")

    @cached_property
    def decided(self) -> dict[int, tuple[date | None, date | None]]:
        """The latest days on which an item of each team took effect and a list was confirmed."""
        rows = (
            DecisionItem.objects.filter(self._of_teams(), status=ItemStatus.IN_FORCE)
            .order_by()
            .values("team_id")
            .annotate(
                decided=Max("decision__effective_on", filter=Q(decision__effective_on__lte=self.on)),
                confirmed=Max("confirmed_on", filter=Q(confirmed_on__lte=self.on)),
            )
        )
        return {team: (day, sure) for team, day, sure in rows.values_list("team_id", "decided", "confirmed")}

    @cached_property
    def turned(self) -> dict[int, date]:
        """The last day on which each team came into another status."""
        found = {link.pk: link.since for link in self.links}
        gone = {team for team, _place in self.left} - set(found)
        periods = TeamPeriod.objects.filter(team__in=gone, valid_from__lte=self.on).order_by()
        found |= dict(periods.values("team_id").annotate(day=Max("valid_from")).values_list("team_id", "day"))
        return found

    @cached_property
    def in_several(self) -> list[tuple[int, str, int]]:
        """People who sit in more than one of the teams: key, sex and team, a line for each team.

        Others may be among them, with a single line: nothing is counted twice of them.
        """
        # Of a whole province whoever ever sat in two teams: an index alone answers that.
        wide = len(self.placed) > MANY_TEAMS
        seats = Membership.objects.order_by() if wide else self._sitting()
        several = seats.values("person").annotate(n=Count("pk")).filter(n__gt=1)
        rows = self._sitting().filter(person__in=several.values("person"))
        return list(rows.values_list("person_id", "person__gender", "team_id"))

    def _sitting(self) -> Any:
        return Membership.objects.filter(
            in_force(self.on, "from_date", "to_date"), self._of_teams()
        ).order_by()


def later(day: date | None, other: date | None) -> date | None:
    """The later of two days, of which any may not be known."""
    return other if day is None or (other is not None and other > day) else day


class Among(Lookup):  # type: ignore[type-arg] # it takes no argument at run time
    """Condition: the key is one of a list that is handed over as a single value.

    `__in` looks at each of some thousand keys in Python, and a subquery over the tree misleads the planner.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """An array in PostgreSQL, a list in JSON in SQLite."""
        column, values = self.process_lhs(compiler, connection)
        keys = ",".join(map(str, map(int, self.rhs)))
        if connection.vendor == "postgresql":
            return f"{column} = ANY(%s::bigint[])", (*values, f"{{{keys}}}")
        return f"{column} IN (SELECT value FROM json_each(%s))", (*values, f"[{keys}]")  # nosec B608 - a column


def among(field: str, keys: Iterable[int]) -> Q:
    """Condition: the row's `field` is one of the keys."""
    return Q(Among(F(field), tuple(keys)))
