"""Teams of the merged province in bulk: one decision a commune, one team a hamlet, all in force since one day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from accounts.models import User
from areas.models import Area
from config.demo.names import Phones, chance_of, invent_name
from teams.enums import (
    BirthPrecision,
    DecisionAction,
    DecisionStatus,
    ItemStatus,
    MemberCategory,
    PositionType,
    TeamLevel,
    TeamRole,
    TeamStatus,
    Tri,
)
from teams.models import (
    Decision,
    DecisionItem,
    ItemArea,
    LineUpEntry,
    Membership,
    Person,
    PersonPosition,
    Team,
    TeamArea,
    TeamCounter,
    TeamPeriod,
)
from teams.roster import default_name
from vietnamese.text import fold

BATCH = 1000
FIRST_DECISION = date(2025, 7, 15)
DAYS_OF_DECISIONS = 150
SITS_AS = (
    (TeamRole.LEADER, MemberCategory.HAMLET_HEAD, "Trưởng ấp"),
    (TeamRole.DEPUTY, MemberCategory.YOUTH_UNION, "Bí thư chi đoàn"),
    (TeamRole.MEMBER, MemberCategory.MASS_ORG_HEAD, "Chi hội trưởng Phụ nữ"),
    (TeamRole.MEMBER, MemberCategory.POST_TELECOM, "Cộng tác viên viễn thông"),
)
RESIDENT = (TeamRole.MEMBER, MemberCategory.RESIDENT, "Người dân")


def write_teams(
    places: Mapping[Area, Sequence[Area]], seed: int, members: int, by: User, first: date
) -> tuple[int, int]:
    """A decision for each commune, from the day `first` on, a team for each hamlet; how many teams and members."""
    decisions = _decisions(places, first)
    pairs = [(decisions[commune.pk], hamlet) for commune, hamlets in places.items() for hamlet in hamlets]
    teams = _created(Team, (_team(decision, hamlet) for decision, hamlet in pairs))
    items = _created(
        DecisionItem,
        (
            DecisionItem(
                decision=decision,
                team=team,
                action=DecisionAction.ESTABLISH,
                status=ItemStatus.IN_FORCE,
                prepared_by=by,
            )
            for team, (decision, _hamlet) in zip(teams, pairs, strict=True)
        ),
    )
    _created(ItemArea, (ItemArea(item=item, area=item.team.area, is_primary=True) for item in items))
    people = _people([hamlet for _decision, hamlet in pairs], seed, members)
    _line_ups(items, people, members)
    _dated_rows(items, people, members)
    return len(teams), len(people)


def _created(model: type[Any], rows: Iterable[Any]) -> list[Any]:
    created: list[Any] = model.objects.bulk_create(rows, batch_size=BATCH)
    return created


def _decisions(places: Mapping[Area, Sequence[Area]], first: date) -> dict[int, Decision]:
    decisions = [
        Decision(
            number=30 + place,
            symbol_key=fold("QĐ-UBND"),
            year=first.year,
            issuer=commune,
            issuer_name_text=f"Ủy ban nhân dân {commune.full_name.lower()}",
            subject="Thành lập Tổ công nghệ số cộng đồng",
            search_key=fold(f"{30 + place}/QĐ-UBND Thành lập Tổ công nghệ số cộng đồng"),
            issued_on=first + timedelta(days=place % DAYS_OF_DECISIONS),
            effective_on=first + timedelta(days=place % DAYS_OF_DECISIONS),
            signer_name="Lê Văn Mẫu",
            status=DecisionStatus.ISSUED,
        )
        for place, commune in enumerate(places)
    ]
    counters = [TeamCounter(commune_code=unit.code, last=len(hamlets)) for unit, hamlets in places.items()]
    _created(TeamCounter, counters)
    return {decision.issuer_id: decision for decision in _created(Decision, decisions)}


def _team(decision: Decision, hamlet: Area) -> Team:
    code = f"T-{hamlet.code}"
    name = default_name(hamlet)
    return Team(
        code=code,
        name=name,
        search_key=fold(f"{name} {code}"),
        level=TeamLevel.HAMLET,
        area=hamlet,
        status=TeamStatus.ACTIVE,
        established_on=decision.effective_on,
    )


def _people(hamlets: Sequence[Area], seed: int, members: int) -> list[Person]:
    """The members of each hamlet one after another; the first is its head."""
    chance, phones = chance_of(seed, "merged people"), Phones()
    people = _created(
        Person, (_person(hamlet, seat, chance, phones) for hamlet in hamlets for seat in range(members))
    )
    heads = (
        PersonPosition(
            person=people[place * members],
            position_type=PositionType.HAMLET_HEAD,
            area=hamlet,
            title_text="Trưởng ấp",
            valid_from=hamlet.valid_from,
            is_primary=True,
        )
        for place, hamlet in enumerate(hamlets)
    )
    _created(PersonPosition, heads)
    return people


def _person(hamlet: Area, seat: int, chance: Random, phones: Phones) -> Person:
    named = invent_name(chance)
    person = Person(
        full_name=named.full_name,
        gender=named.gender,
        birth_year=chance.randint(1962, 2003),
        birth_precision=BirthPrecision.YEAR,
        phone=phones.next() if chance.random() < 0.9 else "",
        area=hamlet.parent,
        residence=hamlet,
        is_youth_member=Tri.YES if seat == 1 else Tri.UNKNOWN,
    )
    person.set_keys()
    return person


def _sits(seat: int) -> tuple[str, str, str]:
    return SITS_AS[seat] if seat < len(SITS_AS) else RESIDENT


def _seats(items: Sequence[DecisionItem], people: Sequence[Person], members: int) -> Iterable[dict[str, Any]]:
    """Who sits where: the fields that entry and membership share, with the item."""
    for place, item in enumerate(items):
        for seat in range(members):
            role, category, title = _sits(seat)
            person = people[place * members + seat]
            yield {
                "item": item,
                "person": person,
                "seat": seat + 1,
                "role": role,
                "category": category,
                "title_text": title,
            }


def _line_ups(items: Sequence[DecisionItem], people: Sequence[Person], members: int) -> None:
    _created(
        LineUpEntry, (LineUpEntry(order_no=one["seat"], **one) for one in _seats(items, people, members))
    )


def _dated_rows(items: Sequence[DecisionItem], people: Sequence[Person], members: int) -> None:
    """What rebuild_team would work out of these facts."""
    _created(Membership, (_membership(one) for one in _seats(items, people, members)))
    _created(
        TeamArea,
        (
            TeamArea(
                team=item.team,
                area=item.team.area,
                is_primary=True,
                valid_from=item.team.established_on,
                item=item,
            )
            for item in items
        ),
    )
    _created(
        TeamPeriod,
        (
            TeamPeriod(team=item.team, status=TeamStatus.ACTIVE, valid_from=item.team.established_on)
            for item in items
        ),
    )


def _membership(seat: dict[str, Any]) -> Membership:
    item = seat.pop("item")
    return Membership(team=item.team, from_date=item.team.established_on, item_in=item, **seat)
