"""A register written at random past the services, and the same figures counted by plain loops."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from areas.enums import AreaKind, AreaLevel
from areas.models import Area
from areas.tree import open_hamlet, open_unit
from teams.composition import age_on
from teams.enums import Gender, MemberCategory, TeamLevel, TeamRole, TeamStatus
from teams.models import DecisionItem, Membership, Person, PersonPosition, Team, TeamArea, TeamPeriod
from tests.cast import START, Cast

STATUSES = (
    TeamStatus.ACTIVE,
    TeamStatus.NEEDS_RECONSTITUTION,
    TeamStatus.SUSPENDED,
    TeamStatus.DISSOLVED,
)
WORKING = {"ACTIVE", "NEEDS_RECONSTITUTION"}
SPAN = 1200


def some_day(random: Random) -> date:
    return START + timedelta(days=random.randrange(SPAN))


def write(cast: Cast, seed: int) -> list[date]:
    """Two more communes, forty people, twenty-five teams with periods; days worth looking at."""
    random = Random(seed)
    district = cast.places.district
    communes = [cast.places.commune, cast.places.other_commune]
    hamlets = [*cast.places.hamlets, *cast.places.other_hamlets]
    for number in range(2):
        commune = open_unit(
            level=AreaLevel.COMMUNE,
            kind=AreaKind.XA,
            code=f"3109{number}",
            name=f"Xã thử {number}",
            parent=district,
            valid_from=START,
        )
        communes.append(commune)
        for name in range(random.randrange(5)):
            since = some_day(random)
            hamlets.append(
                open_hamlet(commune=commune, kind=AreaKind.AP, name=f"Ấp {name}", valid_from=since)
            )
    people = [_person(random, communes) for _ in range(40)]
    for hamlet in hamlets:
        if random.random() < 0.6 and not hamlet.positions.exists():
            PersonPosition.objects.create(
                person=random.choice(people),
                position_type="HAMLET_HEAD",
                area=hamlet,
                valid_from=some_day(random),
            )
    for number in range(25):
        _team(random, number, hamlets, communes, people)
    return [some_day(random) for _ in range(4)] + [START, START + timedelta(days=SPAN)]


def _person(random: Random, communes: list[Area]) -> Person:
    precision = random.choice(["UNKNOWN", "YEAR", "DAY"])
    year = random.randrange(1940, 2006)
    born = date(year, random.randrange(1, 13), random.randrange(1, 29))
    return Person.objects.create(
        full_name=f"Người {random.randrange(1000)}",
        area=random.choice(communes),
        gender=random.choice(list(Gender)),
        birth_precision=precision,
        birth_year=None if precision == "UNKNOWN" else year,
        birth_date=born if precision == "DAY" else None,
    )


def _team(
    random: Random, number: int, hamlets: list[Area], communes: list[Area], people: list[Person]
) -> None:
    level = random.choices([TeamLevel.HAMLET, TeamLevel.COMMUNE], [9, 1])[0]
    places = random.sample(hamlets, 2) if level == TeamLevel.HAMLET else [random.choice(communes)]
    team = Team.objects.create(code=f"T-{number}", name=f"Tổ {number}", level=level, area=places[0])
    item = DecisionItem.objects.create(team=team, action="ESTABLISH", status="IN_FORCE", confirmed_on=START)
    days = sorted({some_day(random) for _ in range(random.randrange(1, 5))})
    for start, end in zip(days, [*days[1:], None], strict=True):
        TeamPeriod.objects.create(
            team=team, status=random.choices(STATUSES, [6, 2, 1, 1])[0], valid_from=start, valid_to=end
        )
    for index, place in enumerate(places[: random.randrange(1, 3)]):
        end = None if random.random() < 0.7 else days[0] + timedelta(days=random.randrange(1, SPAN))
        TeamArea.objects.create(
            team=team, area=place, is_primary=index == 0, valid_from=days[0], valid_to=end, item=item
        )
    for seat, person in enumerate(random.sample(people, random.randrange(1, 9)), start=1):
        start = days[0] + timedelta(days=random.randrange(60))
        end = None if random.random() < 0.6 else start + timedelta(days=random.randrange(1, SPAN))
        Membership.objects.create(
            team=team,
            person=person,
            seat=seat,
            role=(TeamRole.LEADER, TeamRole.DEPUTY)[seat - 1] if seat < 3 else TeamRole.MEMBER,
            category=random.choice(list(MemberCategory)),
            from_date=start,
            to_date=end,
            end_reason="RESIGNED" if end else "",
            item_in=item,
        )


class Counted:
    """Figures of one unit by plain loops over everything that is stored."""

    def __init__(self, unit: Area, on: date) -> None:
        self.unit, self.on = unit, on
        self.hamlets = [
            area
            for area in Area.objects.filter(level="HAMLET")
            if self._has(area) and self._is_on(area.valid_from, area.valid_to)
        ]
        self.working = [team for team in Team.objects.all() if self._works(team)]
        self.teams = [team for team in self.working if self._place(team) is not None]
        self.seats = [
            seat
            for seat in Membership.objects.select_related("person")
            if seat.team in self.teams and self._is_on(seat.from_date, seat.to_date)
        ]

    def _is_on(self, start: date, end: date | None) -> bool:
        return start <= self.on and (end is None or self.on < end)

    def _has(self, area: Area) -> bool:
        return area.path.startswith(self.unit.path)

    def _works(self, team: Team) -> bool:
        return any(
            period.status in WORKING and self._is_on(period.valid_from, period.valid_to)
            for period in team.periods.all()
        )

    def _place(self, team: Team) -> Area | None:
        for link in team.team_areas.select_related("area"):
            is_there = self._is_on(link.valid_from, link.valid_to) and self._exists(link.area)
            if link.is_primary and is_there and self._has(link.area):
                return link.area
        return None

    def _exists(self, area: Area) -> bool:
        return self._is_on(area.valid_from, area.valid_to)

    @property
    def covered(self) -> int:
        listed = {
            link.area_id
            for team in self.working
            if team.level == "HAMLET"
            for link in team.team_areas.all()
            if self._is_on(link.valid_from, link.valid_to)
        }
        return sum(hamlet.pk in listed for hamlet in self.hamlets)

    @property
    def people(self) -> set[Person]:
        return {seat.person for seat in self.seats}

    def aged(self, least: int, most: int) -> int:
        ages = [age_on(person.birth_date, person.birth_year, self.on) for person in self.people]
        return sum(age is not None and least <= age <= most for age in ages)

    def led(self) -> int:
        count = 0
        for team in self.teams:
            place = self._place(team)
            leaders: Iterable[Person] = [
                seat.person for seat in self.seats if seat.team == team and seat.role == "LEADER"
            ]
            heads = {
                post.person_id
                for post in PersonPosition.objects.filter(position_type="HAMLET_HEAD", area=place)
                if self._is_on(post.valid_from, post.valid_to)
            }
            count += team.level == "HAMLET" and any(person.pk in heads for person in leaders)
        return count
