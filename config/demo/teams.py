"""The teams of one commune: drawn up, decided on, and what happened to them since, through the services."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from accounts.models import User
from areas.models import Area
from config.demo.cases import DRAFTS, WITHOUT_TEAM, Case
from config.demo.names import Named, invent_name
from config.demo.people import HamletPeople, Inventor, Known
from teams.decisions import save_decision
from teams.departures import confirm_list, record_departure, suspend
from teams.enums import DecisionAction, EndReason, SigningMode, TeamLevel, TeamRole
from teams.exceptions import record_exception
from teams.findings import stored_line_up
from teams.issuing import issue
from teams.line_ups import EntryData
from teams.models import Decision, DecisionItem, Team
from teams.people import PositionData, end_position, save_people
from teams.proposals import propose
from teams.roster import create_team, save_line_up

SIZES = {4: 8, 5: 22, 6: 34, 7: 22, 8: 10, 9: 3, 10: 1}
"""Members of a team and how common that is: 6.1 on average (domain/overview, section 4)."""
STAFF_SHARE = 0.72
"""Teams in which somebody of post, telecom or a bank sits."""
EXTRA_YOUNG = 2
LEGAL_BASES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Căn cứ Quyết định số 411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ",
    "Căn cứ Công văn số 793/BTTTT-THH ngày 05 tháng 3 năm 2022 của Bộ Thông tin và Truyền thông",
]
RECIPIENTS = ["Như Điều 3", "UBND huyện", "Lưu: VT"]


@dataclass
class Story:
    """A hamlet with its people, its case and, where it has one, its team."""

    hamlet: Area
    case: Case
    people: HamletPeople
    covers: list[Area]
    entries: list[EntryData] = field(default_factory=list)
    team: Team | None = None
    item: DecisionItem | None = None


class CommuneBook:
    """What the official of one commune enters, in the order of time."""

    def __init__(self, commune: Area, by: User, inventor: Inventor, today: date) -> None:
        self.commune, self.by, self.inventor, self.today = commune, by, inventor, today
        self.chance: Random = inventor.chance
        self.stories: list[Story] = []
        self.staff: list[Known] = []
        self.spare: list[Known] = []
        self.numbers = iter(self.chance.sample(range(21, 190), 20))
        self.signer = f"{invent_name(self.chance, 0.2).full_name}"
        self.introduced: Callable[[HamletPeople, Area], None] | None = None

    # Who is there.

    def introduce(self, leader: Named, leads: User, member: Named, sits: User) -> None:
        """Two people with accounts of their own are head and resident of the first hamlet."""

        def into(people: HamletPeople, hamlet: Area) -> None:
            people.head = self.inventor.known("HAMLET_HEAD", hamlet, named=leader)
            people.others.append(self.inventor.known("RESIDENT", hamlet, named=member))
            people.head.person.user, people.others[-1].person.user = leads, sits

        self.introduced = into

    def invent_people(self, hamlets: Sequence[Area], cases: Sequence[Case]) -> None:
        """Everybody whom the commune knows, entered as one list."""
        for place, (hamlet, case) in enumerate(zip(hamlets, cases, strict=True)):
            covers = [hamlet, hamlets[place + 1]] if case is Case.COVERS_NEXT else [hamlet]
            self.stories.append(self._story(hamlet, case, covers))
        self.spare = [self.inventor.known("RESIDENT", self.chance.choice(hamlets)) for _number in range(3)]
        known = [who for story in self.stories for who in story.people.everybody] + self.staff + self.spare
        self.enter(known)

    def _story(self, hamlet: Area, case: Case, covers: list[Area]) -> Story:
        [size] = self.chance.choices(list(SIZES), list(SIZES.values()))
        size = {Case.SMALL: 2, Case.LARGE: 10}.get(case, size)
        staff = [self.chance.choice(self.staff)] if self.staff and self.chance.random() < STAFF_SHARE else []
        staff = [] if case is Case.SMALL else staff
        others = 1 if case in WITHOUT_TEAM else size - 2 - len(staff)
        people = self.inventor.hamlet(hamlet, others, EXTRA_YOUNG if case is Case.LARGE else 0)
        if self.introduced is not None:
            self.introduced(people, hamlet)
            self.introduced = None
        if case is Case.NO_PHONE:
            people.head.person.phone = ""
        story = Story(hamlet, case, people, covers)
        story.entries = _line_up(story, staff)
        return story

    def enter(self, known: Iterable[Known]) -> None:
        """Put people with their posts on the register of the commune."""
        save_people(by=self.by, people=[(who.person, [who.position]) for who in known])

    # Setting up.

    def draw_up(self) -> None:
        """The draft teams with their lists and the exceptions that they need."""
        for story in self.stories:
            if story.case not in WITHOUT_TEAM:
                self._draft(story, story.covers, story.entries)
        for story in [story for story in self.stories if story.case is Case.TWO_TEAMS]:
            self.stories.append(self._second_team(story))

    def _draft(self, story: Story, covers: list[Area], entries: list[EntryData], name: str = "") -> None:
        story.team = create_team(
            by=self.by, level=TeamLevel.HAMLET, areas=covers, primary=covers[0], name=name
        )
        story.item = save_line_up(by=self.by, item=story.team.items.get(), entries=entries)

    def _second_team(self, first: Story) -> Story:
        """Another team in the same hamlet, of people of its own; its leader is not the head."""
        others = [
            self.inventor.known(post, first.hamlet)
            for post in ("FRONT_HEAD", "YOUTH_MEMBER", "TEACHER", "RESIDENT")
        ]
        self.enter(others)
        people = HamletPeople(others[0], others[1], others[2:])
        second = Story(first.hamlet, Case.OTHER_LEADER, people, [first.hamlet])
        second.entries = [who.entry(role) for who, role in zip(others, _ROLES, strict=False)]
        self._draft(second, second.covers, second.entries, name=f"{_team(first).name} – Tổ 2")
        return second

    def set_up(self, days: Sequence[date]) -> None:
        """One decision for all teams that are ready; with a second day, the last of them by a second one."""
        ready = [story for story in self.stories if story.item and story.case not in DRAFTS]
        late = ready[-1:] if len(days) > 1 and len(ready) > 2 else []
        for day, stories in zip(days, ([story for story in ready if story not in late], late), strict=False):
            if stories:
                self._excuse(stories, day)
                self.decide(day, [story.item for story in stories if story.item], "Thành lập")

    def _excuse(self, stories: Sequence[Story], day: date) -> None:
        for story in stories:
            if story.team and story.case in _EXCEPTIONS:
                rule, reason = _EXCEPTIONS[story.case]
                record_exception(by=self.by, team=story.team, rule=rule, reason=reason, valid_from=day)

    def decide(self, day: date, items: Sequence[DecisionItem], what: str) -> Decision:
        """Enter and issue a decision of the commune."""
        place = self.commune.full_name[0].lower() + self.commune.full_name[1:]
        decision = Decision(
            number=next(self.numbers),
            issuer=self.commune,
            subject=f"{what} Tổ công nghệ số cộng đồng trên địa bàn {place}",
            issued_on=day,
            place_name=self.commune.name,
            signer_name=self.signer,
            signer_title="Chủ tịch",
            signing_mode=SigningMode.CHAIR,
            legal_bases=LEGAL_BASES,
            recipients=RECIPIENTS,
        )
        save_decision(by=self.by, decision=decision, items=items)
        return issue(by=self.by, decision=decision)

    # What happened since.

    def amend(self, day: date) -> None:
        """A new member in the place of another, in one team."""
        ordinary = [story for story in self.stories if story.team and story.case is Case.ORDINARY]
        self._renew(ordinary[:1], DecisionAction.AMEND, day, "Điều chỉnh thành viên")

    def reconstitute(self, day: date) -> None:
        """All teams that work get a new line-up: most people stay, one is replaced."""
        working = [s for s in self.stories if s.team and s.case in (Case.ORDINARY, Case.OLD_LIST)]
        self._renew(working, DecisionAction.RECONSTITUTE, day, "Kiện toàn")

    def _renew(self, stories: Sequence[Story], action: str, day: date, what: str) -> None:
        if not stories:
            return
        new = [self.inventor.known("RESIDENT", story.hamlet) for story in stories]
        self.enter(new)
        items = []
        for story, newcomer in zip(stories, new, strict=True):
            item = propose(by=self.by, team=_team(story), action=action)
            entries = stored_line_up(item)
            kept = entries[:-1] if len(entries) > 3 else entries
            items.append(save_line_up(by=self.by, item=item, entries=[*kept, newcomer.entry()]))
        self.decide(day, items, what)

    def live_on(self) -> None:
        """Departures, pauses, the end of a team, and the yearly look through the list."""
        for story in self.stories:
            if story.team is None or story.case in DRAFTS:
                continue
            day = date(2023, 2, 1) + timedelta(days=self.chance.randrange(600))
            self._happen(story, day)
            if story.case not in (Case.OLD_LIST, Case.DISSOLVED):
                confirmed = self.today - timedelta(days=self.chance.randrange(10, 330))
                confirm_list(by=self.by, team=story.team, on=confirmed)

    def _happen(self, story: Story, day: date) -> None:
        team = _team(story)
        if story.case is Case.LEADER_LEFT:
            reason = self.chance.choice((EndReason.DECEASED, EndReason.MOVED_AWAY, EndReason.RESIGNED))
            record_departure(
                by=self.by, team=team, person=story.entries[0].person, left_on=day, reason=reason
            )
        elif story.case is Case.MEMBER_LEFT:
            reason = self.chance.choice((EndReason.MOVED_AWAY, EndReason.RESIGNED, EndReason.TERM_ENDED))
            record_departure(
                by=self.by, team=team, person=story.entries[-1].person, left_on=day, reason=reason
            )
        elif story.case is Case.SUSPENDED:
            reason = "Phần lớn thành viên đi làm ăn xa, chờ kiện toàn"
            suspend(by=self.by, team=team, valid_from=day, reason=reason)
        elif story.case is Case.DISSOLVED:
            self.decide(day, [propose(by=self.by, team=team, action=DecisionAction.DISSOLVE)], "Giải thể")
        elif story.case is Case.HEAD_ENDED:
            self._new_head(story, day)

    def _new_head(self, story: Story, day: date) -> None:
        """The hamlet has elected another head; the team was not changed yet."""
        old = story.people.head.person.positions.get(position_type="HAMLET_HEAD")
        end_position(by=self.by, position=old, on=day)
        head = self.inventor.known("HAMLET_HEAD", story.hamlet)
        head.position = PositionData(
            "HAMLET_HEAD", day, story.hamlet, None, head.position.title_text, is_primary=True
        )
        self.enter([head])


_ROLES = (TeamRole.LEADER, TeamRole.DEPUTY, TeamRole.MEMBER, TeamRole.MEMBER)
_EXCEPTIONS = {
    Case.NO_DEPUTY: ("BR-07", "Ấp chưa có đoàn viên, sẽ bổ sung khi kết nạp"),
    Case.OTHER_LEADER: ("BR-06", "Trưởng ấp tuổi cao, giao cán bộ Mặt trận làm tổ trưởng"),
}


def _team(story: Story) -> Team:
    if story.team is None:
        raise ValueError(f"{story.hamlet} has no team")
    return story.team


def _line_up(story: Story, staff: Sequence[Known]) -> list[EntryData]:
    """The list as its case wants it: the head leads, the Youth Union secretary is deputy, unless said otherwise."""
    people, case = story.people, story.case
    head, youth, others = people.head, people.youth, [*people.others, *staff]
    if case is Case.OTHER_LEADER:
        return [
            others[0].entry(TeamRole.LEADER),
            youth.entry(TeamRole.DEPUTY),
            *_members([head, *others[1:]]),
        ]
    if case is Case.NO_DEPUTY:
        return [head.entry(TeamRole.LEADER), *_members(others)]
    if case is Case.FAULTY_DRAFT:
        return _members([head, *others[:2]])
    entries = [head.entry(TeamRole.LEADER), youth.entry(TeamRole.DEPUTY), *_members(others)]
    return [*entries, *(who.entry(is_supplementary=True) for who in people.young)]


def _members(people: Iterable[Known]) -> list[EntryData]:
    return [who.entry() for who in people]
