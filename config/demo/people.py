"""The invented people of one commune: who holds which post in which hamlet, and who could sit in its team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from areas.models import Area
from config.demo.names import Named, Phones, invent_name
from teams.enums import BirthPrecision, MemberCategory, OrgType, PositionType, TeamRole, Tri
from teams.line_ups import EntryData
from teams.models import Organisation, Person
from teams.people import PositionData
from teams.posts import CATEGORY_OF_POST

ELECTED = date(2021, 6, 1)
"""When the heads of hamlets of the demo took office."""

MASS_POSTS = (
    PositionType.WOMEN_HEAD,
    PositionType.FARMER_HEAD,
    PositionType.VETERAN_HEAD,
    PositionType.FRONT_HEAD,
    PositionType.ELDERLY_HEAD,
)
PLAIN_POSTS = (
    PositionType.TEACHER,
    PositionType.HEALTH_WORKER,
    PositionType.HAMLET_DEPUTY_HEAD,
    PositionType.RESIDENT,
)
TITLES = {
    PositionType.HAMLET_HEAD: "Trưởng {kind}",
    PositionType.YOUTH_SECRETARY: "Bí thư Chi đoàn {kind}",
    PositionType.YOUTH_MEMBER: "Đoàn viên",
    PositionType.WOMEN_HEAD: "Chi hội trưởng Phụ nữ",
    PositionType.FARMER_HEAD: "Chi hội trưởng Nông dân",
    PositionType.VETERAN_HEAD: "Chi hội trưởng Cựu chiến binh",
    PositionType.FRONT_HEAD: "Trưởng Ban công tác Mặt trận",
    PositionType.ELDERLY_HEAD: "Chi hội trưởng Người cao tuổi",
    PositionType.TEACHER: "Giáo viên",
    PositionType.HEALTH_WORKER: "Nhân viên y tế {kind}",
    PositionType.HAMLET_DEPUTY_HEAD: "Phó trưởng {kind}",
    PositionType.RESIDENT: "Người dân",
    PositionType.TELECOM_STAFF: "Nhân viên {organisation}",
    PositionType.TELECOM_COLLAB: "Cộng tác viên {organisation}",
    PositionType.POST_STAFF: "Nhân viên {organisation}",
    PositionType.BANK_STAFF: "Cán bộ tín dụng {organisation}",
    PositionType.COMMUNE_OFFICER: "Công chức Văn hóa – xã hội",
    PositionType.TRADE_UNION_OFFICER: "Chủ tịch Công đoàn cơ sở",
    PositionType.ENTERPRISE_MANAGER: "Trưởng phòng Hành chính",
    PositionType.WORKER: "Công nhân",
}
BIRTH_YEARS = {
    PositionType.YOUTH_SECRETARY: (1992, 2002),
    PositionType.YOUTH_MEMBER: (1996, 2005),
    PositionType.ELDERLY_HEAD: (1950, 1960),
    PositionType.VETERAN_HEAD: (1953, 1968),
    PositionType.HAMLET_HEAD: (1960, 1986),
}
WORKING_YEARS = (1965, 1999)
BODY_OF_POST = {
    PositionType.YOUTH_SECRETARY: OrgType.YOUTH_UNION,
    PositionType.YOUTH_MEMBER: OrgType.YOUTH_UNION,
    PositionType.WOMEN_HEAD: OrgType.WOMEN_UNION,
    PositionType.FARMER_HEAD: OrgType.FARMERS_ASSOC,
    PositionType.VETERAN_HEAD: OrgType.VETERANS_ASSOC,
    PositionType.FRONT_HEAD: OrgType.FATHERLAND_FRONT,
}
"""Which body of the commune stands behind a post in a hamlet."""
HEADS_PHONE_KNOWN, PHONE_KNOWN = 1.0, 0.86


@dataclass
class Known:
    """Somebody with the post for which the commune knows him or her."""

    person: Person
    post: str
    position: PositionData

    def entry(self, role: str = TeamRole.MEMBER, *, is_supplementary: bool = False) -> EntryData:
        """The person as he or she sits in a team."""
        return EntryData(
            self.person,
            role,
            CATEGORY_OF_POST.get(self.post, MemberCategory.RESIDENT),
            self.position.organisation,
            self.position.title_text,
            is_supplementary=is_supplementary,
        )


@dataclass
class HamletPeople:
    """The people of a hamlet that the commune knows."""

    head: Known
    youth: Known
    others: list[Known] = field(default_factory=list)
    young: list[Known] = field(default_factory=list)

    @property
    def everybody(self) -> list[Known]:
        """All of them."""
        return [self.head, self.youth, *self.others, *self.young]


class Inventor:
    """Makes the people of a commune; the phones never repeat in the whole register."""

    def __init__(
        self, commune: Area, chance: Random, phones: Phones, bodies: Mapping[str, Organisation]
    ) -> None:
        self.commune, self.chance, self.phones, self.bodies = commune, chance, phones, bodies

    def hamlet(self, hamlet: Area, others: int, young: int = 0) -> HamletPeople:
        """Head, Youth Union secretary, `others` with the posts of mass organisations first, `young` members more."""
        posts = [*self.chance.sample(MASS_POSTS, len(MASS_POSTS)), *self.chance.choices(PLAIN_POSTS, k=10)]
        return HamletPeople(
            self.known(PositionType.HAMLET_HEAD, hamlet),
            self.known(PositionType.YOUTH_SECRETARY, hamlet),
            [self.known(post, hamlet) for post in posts[:others]],
            [self.known(PositionType.YOUTH_MEMBER, hamlet) for _number in range(young)],
        )

    def staff(self, organisations: Sequence[Organisation]) -> list[Known]:
        """People of post, telecom and banks who work in the commune, each in several teams."""
        return [self._staff_of(organisation) for organisation in organisations]

    def _staff_of(self, organisation: Organisation) -> Known:
        posts = {
            "BANK": (PositionType.BANK_STAFF,),
            "POST_TELECOM": (PositionType.TELECOM_STAFF, PositionType.TELECOM_COLLAB),
        }[organisation.group]
        post = PositionType.POST_STAFF if organisation.type == "POST" else self.chance.choice(posts)
        return self.known(post, None, organisation)

    def known(
        self,
        post: str,
        hamlet: Area | None,
        organisation: Organisation | None = None,
        named: Named | None = None,
    ) -> Known:
        """Somebody new with a post."""
        women = {
            PositionType.WOMEN_HEAD: 1.0,
            PositionType.VETERAN_HEAD: 0.05,
            PositionType.HAMLET_HEAD: 0.18,
        }
        name = named or invent_name(self.chance, women.get(post, 0.45))
        person = Person(full_name=name.full_name, gender=name.gender, area=self.commune, residence=hamlet)
        self._birth(person, post)
        known_phone = HEADS_PHONE_KNOWN if post == PositionType.HAMLET_HEAD else PHONE_KNOWN
        person.phone = self.phones.next() if self.chance.random() < known_phone else ""
        person.can_share_phone = bool(person.phone) and self.chance.random() < 0.6
        youth = post in (PositionType.YOUTH_SECRETARY, PositionType.YOUTH_MEMBER)
        person.is_youth_member = Tri.YES if youth else Tri.UNKNOWN
        title = self._title(post, hamlet, organisation)
        behind = organisation or self.bodies.get(BODY_OF_POST.get(post, ""))
        return Known(
            person, post, PositionData(post, self._since(post), hamlet, behind, title, is_primary=True)
        )

    def _birth(self, person: Person, post: str) -> None:
        """Half of the lists give a day, most others a year, a few nothing."""
        first, last = BIRTH_YEARS.get(post, WORKING_YEARS)
        year, exact = self.chance.randint(first, last), self.chance.random()
        if exact < 0.06:
            return
        person.birth_year, person.birth_precision = year, BirthPrecision.YEAR
        if exact < 0.5:
            person.birth_date = date(year, 1, 1) + timedelta(days=self.chance.randrange(365))
            person.birth_precision = BirthPrecision.DAY

    def _since(self, post: str) -> date:
        if post == PositionType.HAMLET_HEAD:
            return ELECTED
        return ELECTED - timedelta(days=self.chance.randrange(600))

    @staticmethod
    def _title(post: str, hamlet: Area | None, organisation: Organisation | None) -> str:
        kind = str(hamlet.full_name).rsplit(hamlet.name, 1)[0].strip().lower() if hamlet else ""
        return TITLES[post].format(kind=kind, organisation=organisation or "")
