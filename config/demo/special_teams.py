"""Teams of enterprises and of whole communes; neither counts in the coverage of hamlets (BR-16)."""

from datetime import date

from areas.models import Area
from config.demo.organisations import Works, make_enterprise
from config.demo.people import Known
from config.demo.teams import CommuneBook
from teams.enums import PositionType, TeamLevel, TeamRole
from teams.models import EnterpriseProfile
from teams.roster import create_team, save_line_up

ENTERPRISE_POSTS = (
    PositionType.TRADE_UNION_OFFICER,
    PositionType.ENTERPRISE_MANAGER,
    PositionType.WORKER,
    PositionType.WORKER,
    PositionType.WORKER,
    PositionType.WORKER,
)
DUTIES = (TeamRole.LEADER, TeamRole.DEPUTY, *([TeamRole.MEMBER] * 4))
DECIDED = date(2022, 9, 20)


def make_commune_team(book: CommuneBook) -> None:
    """The team of a whole commune: its civil servants, and whoever works there for post, telecom or a bank."""
    officers = [book.inventor.known(PositionType.COMMUNE_OFFICER, None) for _number in range(4)]
    book.enter(officers)
    _decide(book, officers + book.staff[:1], "Tổ CNSCĐ " + _place(book.commune), TeamLevel.COMMUNE)


def make_enterprise_team(book: CommuneBook, works: Works, number: int) -> EnterpriseProfile:
    """An enterprise, and its team where it has one."""
    profile = make_enterprise(works, number, book.commune, book.by)
    if works.has_team:
        people = [book.inventor.known(post, None, profile.organisation) for post in ENTERPRISE_POSTS]
        book.enter(people)
        _decide(book, people, "", TeamLevel.ENTERPRISE, profile)
    return profile


def _decide(
    book: CommuneBook, people: list[Known], name: str, level: str, enterprise: EnterpriseProfile | None = None
) -> None:
    team = create_team(
        by=book.by, level=level, areas=[book.commune], primary=book.commune, name=name, enterprise=enterprise
    )
    entries = [who.entry(duty) for who, duty in zip(people, DUTIES, strict=False)]
    item = save_line_up(by=book.by, item=team.items.get(), entries=entries)
    book.decide(DECIDED, [item], "Thành lập")


def _place(commune: Area) -> str:
    return commune.full_name[0].lower() + commune.full_name[1:]
