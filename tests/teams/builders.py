"""Teams for tests, made through the services as people would: a draft, its list, a decision, in force."""

from collections.abc import Sequence
from datetime import date
from itertools import count

from django.db import transaction

from accounts.models import User
from areas.models import Area
from teams.decisions import save_decision
from teams.enums import BirthPrecision, MemberCategory, PositionType, TeamLevel, TeamRole
from teams.issuing import issue
from teams.line_ups import EntryData
from teams.models import Decision, DecisionItem, EnterpriseProfile, Person, PersonPosition, Team
from teams.roster import create_team, save_line_up
from tests.cast import START, Cast

ISSUED = date(2022, 8, 10)
"""Date of the decisions that the builders issue, where the test names none."""

_numbers = count(1)

FAMILY = (
    "Trần Văn",
    "Nguyễn Thị",
    "Danh",
    "Lê Văn",
    "Phạm Thị",
    "Huỳnh",
    "Võ Thị",
    "Lâm Văn",
    "Thị",
    "Đặng Văn",
)
GIVEN = ("An", "Bé", "Cúc", "Dũng", "Em", "Giàu", "Hạnh", "Kiệt", "Lành", "Mười", "Năm", "Oanh", "Phúc")


def make_person(
    commune: Area,
    full_name: str = "",
    *,
    residence: Area | None = None,
    head_of: Area | None = None,
    year: int | None = None,
    phone: str | None = None,
    since: date = START,
    **fields: object,
) -> Person:
    """A person on the register of a commune; `head_of` makes him or her head of a hamlet."""
    number = next(_numbers)
    name = full_name or f"{FAMILY[number % 10]} {GIVEN[number % 13]} {GIVEN[number // 13 % 13]}"
    person = Person.objects.create(
        full_name=name,
        area=commune,
        residence=residence or head_of,
        birth_year=year or 1970 + number % 30,
        birth_precision=BirthPrecision.YEAR,
        phone=f"+84912{number:06d}" if phone is None else phone,
        **fields,
    )
    if head_of is not None:
        PersonPosition.objects.create(
            person=person, position_type=PositionType.HAMLET_HEAD, area=head_of, valid_from=since
        )
    return person


def entry(person: Person, role: str = TeamRole.MEMBER, category: str = MemberCategory.RESIDENT) -> EntryData:
    """A plain member, unless said otherwise."""
    return EntryData(person, role, category)


def make_line_up(hamlet: Area, members: int = 6) -> list[EntryData]:
    """A line-up that no rule speaks against: the head leads, a Youth Union member is deputy, and so on.

    The hamlet gets a head, unless it has one.
    """
    commune = hamlet.parent
    post = PersonPosition.objects.filter(
        position_type=PositionType.HAMLET_HEAD, area=hamlet, valid_to=None
    ).first()
    head = post.person if post else make_person(commune, head_of=hamlet)
    people = [head, *(make_person(commune, residence=hamlet) for _ in range(members - 1))]
    seats = [
        (TeamRole.LEADER, MemberCategory.HAMLET_HEAD),
        (TeamRole.DEPUTY, MemberCategory.YOUTH_UNION),
        (TeamRole.MEMBER, MemberCategory.MASS_ORG_HEAD),
        (TeamRole.MEMBER, MemberCategory.BANK),
    ]
    seats += [(TeamRole.MEMBER, MemberCategory.RESIDENT)] * members
    return [EntryData(person, *seat) for person, seat in zip(people, seats, strict=False)]


def make_draft_team(
    cast: Cast,
    hamlet: Area | None = None,
    members: int = 6,
    *,
    by: User | None = None,
    level: str = TeamLevel.HAMLET,
    areas: Sequence[Area] = (),
    enterprise: EnterpriseProfile | None = None,
) -> Team:
    """A draft with a complete proposal; `members=0` leaves the list empty."""
    primary = hamlet or cast.places.hamlets[0]
    user = by or cast.minh
    team = create_team(
        by=user, level=level, areas=list(areas) or [primary], primary=primary, enterprise=enterprise
    )
    if members:
        save_line_up(by=user, item=proposal_of(team), entries=make_line_up(primary, members))
    return team


def proposal_of(team: Team) -> DecisionItem:
    """The open item of a team."""
    return DecisionItem.objects.open().get(team=team)


def new_decision(issuer: Area, on: date = ISSUED, **fields: object) -> Decision:
    """A complete decision, not saved yet, with a number of its own."""
    values = {
        "number": 1000 + next(_numbers),
        "subject": "Thành lập Tổ công nghệ số cộng đồng",
        "issued_on": on,
        "signer_name": "Võ Thanh Bình",
        "signer_title": "Chủ tịch",
    }
    return Decision(issuer=issuer, **(values | fields))


def issue_for(
    by: User,
    teams: Sequence[Team],
    issued_on: date = ISSUED,
    *,
    issuer: Area | None = None,
    confirm_returning: bool = False,
    **fields: object,
) -> Decision:
    """Issue one decision for the open proposals of these teams."""
    items = list(DecisionItem.objects.open().filter(team__in=teams).order_by("pk"))
    decision = new_decision(issuer or teams[0].area.parent or teams[0].area, issued_on, **fields)
    with transaction.atomic():
        save_decision(by=by, decision=decision, items=items)
        return issue(by=by, decision=decision, confirm_returning=confirm_returning)


def make_active_team(
    cast: Cast,
    hamlet: Area | None = None,
    members: int = 6,
    *,
    by: User | None = None,
    issued_on: date = ISSUED,
) -> Team:
    """A team in force since 10/08/2022, unless said otherwise."""
    team = make_draft_team(cast, hamlet, members, by=by)
    issue_for(by or cast.minh, [team], issued_on)
    team.refresh_from_db()
    return team
