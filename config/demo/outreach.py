"""Households of some communes of the demo and what their teams did there, entered through the services as well.

The last half-year up to today: hamlets where nearly everybody was met, and others that have hardly begun.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from accounts.models import User
from areas.models import Area
from config.demo.cases import Case
from config.demo.gatherings import hold_gatherings
from config.demo.names import Phones, chance_of, invent_name
from config.demo.shops import open_shops
from config.demo.teams import CommuneBook, Story
from households.consents import withdraw_consent
from households.enums import ConsentState, Outcome, SkillResult
from households.models import Household, Platform, Topic, Visit
from households.outreach import log_visits, take_back_visit
from households.register import add_households, move_household, set_moved_away
from households.visit_data import Answer, TopicDone, VisitData
from teams.enums import TeamStatus, Tri
from teams.models import Membership, Person, Team

DAYS = 170
"""How far back the visits go."""
BATCH = 50
LIST = "Danh sách hộ do ban nhân dân ấp lập (mẫu)"
OUTCOMES = {
    Outcome.DONE: 58,
    Outcome.PARTLY: 14,
    Outcome.NOT_HOME: 13,
    Outcome.RETURN: 8,
    Outcome.NO_DEVICE: 4,
    Outcome.REFUSED: 3,
}
RESULTS = (SkillResult.INTRODUCED, SkillResult.INSTALLED, SkillResult.ACCOUNT_OPENED, SkillResult.SELF_USE)
ZEAL = (0.93, 0.8, 0.62, 0.45, 0.25)
"""Share of the households met, in one hamlet after the other."""
ASKED_SHARE, AGREES_SHARE, PHONE_SHARE = 0.4, 0.9, 0.8
DROPPED_OUT = (TeamStatus.DRAFT, TeamStatus.SUSPENDED, TeamStatus.DISSOLVED)


@dataclass
class Field:
    """One hamlet with its households, and the team that looks after it."""

    hamlet: Area
    team: Team
    since: date
    until: date
    members: list[Person]
    homes: list[Household] = field(default_factory=list)


class OutreachBook:
    """What is entered about the households of one commune."""

    def __init__(self, book: CommuneBook, seed: int, phones: Phones) -> None:
        self.book, self.phones = book, phones
        self.chance: Random = chance_of(seed, "outreach", book.commune.code)
        self.topics = {topic.code: topic for topic in Topic.objects.prefetch_related("platforms")}

    def enter(self, homes_a_hamlet: int) -> int:
        """Households, visits, sessions and businesses of every hamlet with a team; how many households."""
        fields = [made for story in self.book.stories if (made := self._field(story))]
        for number, ground in enumerate(fields):
            self._list_homes(ground, homes_a_hamlet + self.chance.randint(-homes_a_hamlet // 6, 6))
            self._go_from_house_to_house(ground, ZEAL[number % len(ZEAL)])
            open_shops(self.book.by, ground, self.chance, self.phones)
            hold_gatherings(self.book.by, ground, self.chance)
        if len(fields) > 1:
            self._live_on(fields)
        return sum(len(ground.homes) for ground in fields)

    def _field(self, story: Story) -> Field | None:
        """None where no team works; the days on which all its members of today sat in it."""
        if story.team is None or story.case is Case.TWO_TEAMS:
            return None
        team = Team.objects.get(pk=story.team.pk)
        seats = list(Membership.objects.filter(team=team, to_date=None).select_related("person"))
        if team.status in DROPPED_OUT or not seats:
            return None
        until = self.book.today - timedelta(days=1)
        since = max(until - timedelta(days=DAYS), *(seat.from_date for seat in seats))
        return Field(story.hamlet, team, since, until, [seat.person for seat in seats])

    # Who lives there.

    def _list_homes(self, ground: Field, number: int) -> None:
        """A list of the hamlet; the last entry of the first hamlet's is a household that stands there already."""
        homes = [self._home(place, number) for place in range(number)]
        if ground.hamlet == self.book.stories[0].hamlet:
            twin = homes[0]
            homes.append(
                Household(head_name=twin.head_name.upper(), self_managed_group=twin.self_managed_group)
            )
        ground.homes = add_households(by=self.book.by, area=ground.hamlet, households=homes, source=LIST)

    def _home(self, place: int, number: int) -> Household:
        chance = self.chance
        known = (Tri.YES, Tri.YES, Tri.YES, Tri.NO, Tri.UNKNOWN)
        return Household(
            head_name=invent_name(chance, women=0.3).full_name,
            self_managed_group=f"Tổ NDTQ số {1 + place * 4 // number}",
            people_count=chance.choices(range(1, 8), (6, 14, 20, 28, 18, 9, 5))[0],
            has_smartphone=chance.choice(known),
            has_fibre=chance.choice((*known, Tri.NO)),
        )

    # Who went there.

    def _go_from_house_to_house(self, ground: Field, zeal: float) -> None:
        visits: list[VisitData] = []
        for home in ground.homes:
            if self.chance.random() < zeal:
                visits += self._visits(ground, home)
        visits.sort(key=lambda visit: visit.visited_on)
        store(self.book.by, visits)

    def _visits(self, ground: Field, home: Household) -> list[VisitData]:
        """One to three calls; what was answered about the data is asked at the first."""
        chance, days = self.chance, (ground.until - ground.since).days
        dates = sorted(chance.sample(range(days), min(days, chance.choices((1, 2, 3), (55, 33, 12))[0])))
        answer = self._answer()
        visits = []
        for turn, day in enumerate(dates):
            refused = answer is not None and answer.answer == ConsentState.REFUSED
            named = not (refused and turn)
            visits.append(self._visit(ground, home, day, turn, answer if turn == 0 else None, named=named))
        return visits

    def _answer(self) -> Answer | None:
        chance = self.chance
        if chance.random() > ASKED_SHARE:
            return None
        if chance.random() > AGREES_SHARE:
            return Answer(ConsentState.REFUSED)
        return Answer(ConsentState.GIVEN, phone=self.phones.next() if chance.random() < PHONE_SHARE else "")

    def _visit(
        self, ground: Field, home: Household, day: int, turn: int, answer: Answer | None, *, named: bool
    ) -> VisitData:
        chance = self.chance
        outcome = chance.choices(list(OUTCOMES), list(OUTCOMES.values()))[0]
        if answer is not None and outcome not in (Outcome.DONE, Outcome.PARTLY):
            outcome = Outcome.DONE
        taught = self._taught(turn) if outcome in (Outcome.DONE, Outcome.PARTLY) else ()
        people = chance.randint(1, 3) if taught else 0
        return VisitData(
            client_uuid=UUID(int=chance.getrandbits(128)),
            team_id=ground.team.pk,
            visited_on=ground.since + timedelta(days=day),
            outcome=outcome,
            member_ids=tuple(one.pk for one in chance.sample(ground.members, min(2, len(ground.members)))),
            household_id=home.pk if named else None,
            area_id=None if named else ground.hamlet.pk,
            topics=taught,
            people_reached=people,
            minutes=chance.choice((None, 15, 20, 30, 45)),
            answer=answer,
        )

    def _taught(self, turn: int) -> tuple[TopicDone, ...]:
        """One or two of what most households are taught; who was met before has come further."""
        chance = self.chance
        found = []
        for code in chance.sample(("VNEID", "DVC", "VSSID", "TT_KDTM", "ATTT", "APP_TINH", "BDHVS"), 2):
            platforms: list[Platform] = list(self.topics[code].platforms.all())
            result = RESULTS[min(3, chance.choice((0, 0, 1, 1, 2)) + turn)]
            result = SkillResult.FAILED if chance.random() < 0.05 else result
            platform = chance.choice(platforms).pk if platforms else None
            found.append(TopicDone(self.topics[code].pk, result, platform))
        return tuple(found[: chance.randint(1, 2)])

    # What happened since.

    def _live_on(self, fields: Sequence[Field]) -> None:
        """A household moved, one left, one withdrew its consent, a visit was taken back."""
        by, first, second = self.book.by, fields[0], fields[1]
        move_household(by=by, household=first.homes[2], area=second.hamlet)
        set_moved_away(by=by, household=second.homes[1])
        agreed = Household.objects.filter(area=second.hamlet, consent_state=ConsentState.GIVEN).order_by("pk")
        for home in agreed[:1]:
            withdraw_consent(by=by, household=home)
        named = Visit.objects.counted().filter(team=first.team, session=None).exclude(household=None)  # type: ignore[attr-defined] # our queryset
        for visit in named.order_by("pk")[:1]:
            take_back_visit(by=by, visit=visit, reason="Nhập nhầm hộ")


def store(by: User, visits: Sequence[VisitData]) -> None:
    """Enter visits fifty at once; a refused one is a fault of the demo."""
    for start in range(0, len(visits), BATCH):
        for result in log_visits(by=by, visits=visits[start : start + BATCH]):
            if result.errors:
                raise ValueError("; ".join(result.sentences))
