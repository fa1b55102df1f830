"""More of everything in Minh's commune, for pages that must not cost more for it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from accounts.models import UserScope
from accounts.roles import Role
from areas.enums import AreaKind, AreaLevel
from areas.models import Area, AreaStat
from areas.tree import open_hamlet, open_unit
from common.models import AuditAction, AuditEntry
from households.figures import recompute_marked
from households.merging import merge_households
from households.models import Session
from households.outreach import log_visit
from teams.decisions import save_decision
from teams.enums import (
    DecisionAction,
    EndReason,
    MemberCategory,
    OrgGroup,
    OrgType,
    PositionType,
    TeamRole,
)
from teams.issuing import issue
from teams.line_ups import EntryData
from teams.models import (
    DecisionTemplate,
    Departure,
    EnterpriseProfile,
    Organisation,
    PersonPosition,
    RuleException,
    RuleSet,
    Suspension,
    WorkforceCount,
)
from teams.papers import printed
from teams.proposals import propose
from teams.roster import save_line_up
from tests.access.world import World, make_world
from tests.cast import START, make_user
from tests.households.builders import a_visit, make_business, make_home, make_topic, taught
from tests.kept import kept
from tests.teams.builders import issue_for, make_draft_team, make_person, new_decision, proposal_of


@dataclass(frozen=True)
class Crowd:
    """Which numbers are added: `range(0, 1)` first, then `range(1, 30)`."""

    world: World
    numbers: range

    def add(self) -> None:
        """Hamlets with teams in force, drafts, decisions, people, posts, organisations, accounts, log entries."""
        self.add_communes()
        for n in self.numbers:
            team_hamlet, draft_hamlet = self.hamlet(f"Kênh Số {n}"), self.hamlet(f"Rạch Số {n}")
            self.add_team(team_hamlet, n)
            self.add_draft(draft_hamlet)
            self.add_decision_to_the_team(n)
            self.add_facts_of_the_team(n)
            self.add_organisation(n)
            self.add_account(n)
            self.add_counts(team_hamlet, n)
            self.add_outreach(n)
            self.add_papers(n)
            RuleSet.objects.create(
                province=self.world.cast.places.province,
                valid_from=date(1960 + n, 1, 1),
                valid_to=date(1960 + n, 12, 31),
                document_ref=f"Quy định năm {1960 + n}",
            )

    def add_papers(self, n: int) -> None:
        """A wording of a year long past, and a roster that was printed."""
        commune = self.world.inside.commune
        DecisionTemplate.objects.create(
            area=commune,
            action=DecisionAction.DISSOLVE,
            valid_from=date(1960 + n, 1, 1),
            valid_to=date(1960 + n, 12, 31),
        )
        printed(self.world.cast.minh, commune, START)

    def hamlet(self, name: str) -> Area:
        """A new hamlet of Minh's commune."""
        return open_hamlet(commune=self.world.inside.commune, kind=AreaKind.AP, name=name, valid_from=START)

    def add_communes(self) -> None:
        """Communes with a hamlet each, for the reports by commune."""
        for n in self.numbers:
            commune = open_unit(
                level=AreaLevel.COMMUNE,
                kind=AreaKind.XA,
                code=f"{32000 + n}",
                name=f"Tân Lập {n}",
                parent=self.world.cast.places.district,
                valid_from=START,
            )
            open_hamlet(commune=commune, kind=AreaKind.AP, name="Một", valid_from=START)

    def add_team(self, hamlet: Area, n: int) -> None:
        """A team in force by a decision of its own, with a departure, an exception and a suspension."""
        cast = self.world.cast
        team = make_draft_team(cast, hamlet)
        entry = proposal_of(team).entries.order_by("-seat").first()
        issue_for(cast.minh, [team], date(2022, 9, 1) + timedelta(n))
        Departure.objects.create(
            team=team,
            person=entry.person,
            left_on=date(2023, 1, 1),
            reason=EndReason.MOVED_AWAY,
            recorded_by=cast.minh,
        )
        RuleException.objects.create(
            team=team, rule="BR-07", reason="chưa có", valid_from=START, recorded_by=cast.minh
        )
        Suspension.objects.create(
            team=team, valid_from=date(2023, 1, 1), valid_to=date(2023, 2, 1), reason="nghỉ"
        )

    def add_draft(self, hamlet: Area) -> None:
        """A draft team in the decision that is being drawn up."""
        item = proposal_of(make_draft_team(self.world.cast, hamlet))
        item.decision = self.world.inside.draft_decision
        item.save()

    def add_decision_to_the_team(self, n: int) -> None:
        """The team of the world: somebody joins by a decision, up to ten, then in the last one's place."""
        cast, commune = self.world.cast, self.world.inside.commune
        item = propose(by=cast.minh, team=self.world.inside.team, action=DecisionAction.AMEND)
        seats = [EntryData(one.person, one.role, one.category) for one in item.entries.order_by("seat")][:9]
        new = EntryData(make_person(commune), TeamRole.MEMBER, MemberCategory.RESIDENT)
        save_line_up(by=cast.minh, item=item, entries=[*seats, new])
        decision = new_decision(commune, date(2022, 10, 1) + timedelta(n))
        save_decision(by=cast.minh, decision=decision, items=[item])
        issue(by=cast.minh, decision=decision, confirm_returning=True)

    def add_facts_of_the_team(self, n: int) -> None:
        """Suspensions of the world's team and former posts of its leader."""
        Suspension.objects.create(
            team=self.world.inside.team,
            valid_from=date(2020, 1, 1) + timedelta(2 * n),
            valid_to=date(2020, 1, 2) + timedelta(2 * n),
            reason="nghỉ",
        )
        PersonPosition.objects.create(
            person=self.world.inside.person,
            position_type=PositionType.OTHER,
            area=self.world.inside.hamlet,
            valid_from=START - timedelta(2 * n + 10),
            valid_to=START - timedelta(2 * n + 9),
        )

    def add_organisation(self, n: int) -> None:
        """A company above the threshold, and one more count of the world's company."""
        company = Organisation.objects.create(
            name=f"Công ty Số {n}",
            group=OrgGroup.ENTERPRISE,
            type=OrgType.COMPANY,
            area=self.world.inside.commune,
        )
        site = EnterpriseProfile.objects.create(organisation=company, area=self.world.inside.commune)
        for enterprise in (site, self.world.inside.enterprise):
            WorkforceCount.objects.create(
                enterprise=enterprise, as_of=START + timedelta(n + 1), worker_count=302 + n
            )

    def add_account(self, n: int) -> None:
        """An account of a team member, one more role of the world's account, two lines in the log."""
        commune = self.world.inside.commune
        user = make_user(f"member{n}", f"Thành viên {n}", Role.TEAM_MEMBER, commune)
        UserScope.objects.create(
            user=self.world.inside.account,
            role=Role.TEAM_LEADER,
            area=commune,
            valid_from=date(1990 + n, 1, 1),
            valid_to=date(1990 + n, 2, 1),
        )
        for actor in (user, self.world.inside.account):
            AuditEntry.objects.create(
                actor=actor, action=AuditAction.VIEW, object_type="teams.person", object_text=f"Người {n}"
            )

    def add_counts(self, hamlet: Area, n: int) -> None:
        """Figures of hamlets."""
        AreaStat.objects.create(area=self.world.inside.hamlet, as_of=START + timedelta(n + 1), households=300)
        AreaStat.objects.create(area=hamlet, as_of=START, households=500 + n, population=2000)

    def add_outreach(self, n: int) -> None:
        """One more household with a visit and a merger, a business, a session and a topic, in the world's hamlet."""
        cast, team, hamlet = self.world.cast, self.world.inside.team, self.world.inside.hamlet
        topic, platform = make_topic(f"CHU_DE_{n}"), self.world.inside.outreach.platform
        platform.topics.add(topic)
        home = self.world.inside.outreach.home
        visit = a_visit(team, home, topics=(taught(topic),), visited_on=START + timedelta(400 + n))
        log_visit(by=cast.minh, visit=visit)
        other = make_home(hamlet, f"Hộ Thêm {n}")
        log_visit(by=cast.minh, visit=a_visit(team, other))
        merge_households(by=cast.minh, kept=home, dropped=make_home(hamlet, f"Hộ Lặp {n}"), choices={})
        make_business(hamlet, f"Tiệm Thêm {n}", household=home)
        for _twice in range(2):
            make_home(hamlet, f"Hộ Trùng Tên {n}")
        session = Session.objects.create(
            client_uuid=uuid4(),
            area=hamlet,
            kind="MEETING",
            title=f"Họp tổ {n}",
            starts_at=datetime(2023, 5, 1, tzinfo=UTC) + timedelta(n),
            attendees_total=9,
        )
        session.teams.add(team)
        recompute_marked()


def make_crowded(number: int) -> World:
    """The world with so many more of everything."""
    return kept(crowded_by_services, number)


def crowded_by_services(number: int) -> World:
    """The crowded world, as the first test of a process gets it."""
    world = make_world()
    Crowd(world, range(number)).add()
    return world
