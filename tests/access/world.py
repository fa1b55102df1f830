"""Two communes with one of everything: Minh's is "inside", Quang's is "outside"."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User, UserScope
from accounts.roles import Role
from areas.models import Area, AreaStat
from common.models import AuditAction, AuditEntry
from imports.enums import BatchStatus
from imports.jobs import enqueue
from imports.models import ImportBatch, Job
from teams.decisions import save_decision
from teams.enums import DecisionAction, EndReason, OrgGroup, OrgType
from teams.models import (
    Decision,
    DecisionItem,
    DecisionScan,
    DecisionTemplate,
    Departure,
    EnterpriseProfile,
    Membership,
    Organisation,
    Person,
    PersonPosition,
    PrintedList,
    RuleException,
    Suspension,
    Team,
    WorkforceCount,
)
from teams.papers import printed
from teams.scans import attach_scan
from tests.access.outreach import Outreach, make_outreach
from tests.cast import START, Cast, make_cast, make_user
from tests.kept import kept
from tests.teams.builders import make_active_team, make_draft_team, new_decision, proposal_of
from tests.teams.office_templates import template_file

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Side:
    """One of everything in a commune."""

    commune: Area
    hamlet: Area
    stat: AreaStat
    account: User
    scope: UserScope
    entry: AuditEntry
    team: Team
    draft: Team
    item: DecisionItem
    person: Person
    position: PersonPosition
    organisation: Organisation
    enterprise: EnterpriseProfile
    workforce: WorkforceCount
    decision: Decision
    draft_decision: Decision
    scan: DecisionScan
    template: DecisionTemplate
    printed: PrintedList
    departure: Departure
    suspension: Suspension
    exception: RuleException
    job: Job
    batch: ImportBatch
    outreach: Outreach


@dataclass
class World:
    """The cast and both sides."""

    cast: Cast
    inside: Side
    outside: Side


def make_world() -> World:
    """Both sides; Hoa leads the team inside, Tuấn is its member."""
    return kept(world_by_services)


def world_by_services() -> World:
    """Both sides, as the first test of a process gets them."""
    cast = make_cast()
    inside = make_side(cast, cast.minh, cast.places.commune, cast.places.hamlets)
    outside = make_side(cast, cast.quang, cast.places.other_commune, cast.places.other_hamlets)
    for user, membership in zip((cast.hoa, cast.tuan), memberships(inside.team), strict=False):
        Person.objects.filter(pk=membership.person_id).update(user=user)
    return World(cast, inside, outside)


def memberships(team: Team) -> list[Membership]:
    """The line-up in force, leader first."""
    return list(Membership.objects.filter(team=team).order_by("seat"))


def make_side(cast: Cast, by: User, commune: Area, hamlets: list[Area]) -> Side:
    """One of everything in the commune, recorded by its official."""
    account = make_user(f"to.{commune.code}", f"Tài khoản {commune.name}", Role.TEAM_MEMBER, commune)
    team = make_active_team(cast, hamlets[0], by=by)
    draft = make_draft_team(cast, hamlets[1], by=by)
    decision = Decision.objects.get(items__team=team)
    draft_decision = new_decision(commune, date(2022, 9, 1))
    spare = make_draft_team(cast, hamlets[2], by=by)
    save_decision(by=by, decision=draft_decision, items=[proposal_of(spare)])
    people = [membership.person for membership in memberships(team)]
    organisation = Organisation.objects.create(
        name=f"Công ty {commune.name}", group=OrgGroup.ENTERPRISE, type=OrgType.COMPANY, area=commune
    )
    enterprise = EnterpriseProfile.objects.create(organisation=organisation, area=commune)
    position = PersonPosition.objects.filter(person=people[0]).get()
    return Side(
        commune=commune,
        hamlet=hamlets[0],
        stat=AreaStat.objects.create(area=hamlets[0], as_of=START, households=300),
        account=account,
        scope=account.scopes.get(),
        entry=AuditEntry.objects.create(actor=account, action=AuditAction.VIEW),
        team=team,
        draft=draft,
        item=proposal_of(draft),
        person=people[0],
        position=position,
        organisation=organisation,
        enterprise=enterprise,
        workforce=WorkforceCount.objects.create(enterprise=enterprise, as_of=START, worker_count=301),
        decision=decision,
        draft_decision=draft_decision,
        scan=attach_scan(by=by, decision=decision, upload=SimpleUploadedFile("qd.pdf", PDF)),
        template=DecisionTemplate.objects.create(
            area=commune,
            action=DecisionAction.DISSOLVE,
            valid_from=START,
            file=SimpleUploadedFile("mau.docx", template_file()),
            original_name="mau.docx",
        ),
        printed=printed(by, commune, START),
        **facts_of(by, team, draft, people[-1]),
        job=make_job(by, commune),
        batch=make_batch(by, commune),
        outreach=make_outreach(by, team, hamlets[0]),
    )


def facts_of(by: User, team: Team, draft: Team, last: Person) -> dict[str, Any]:
    """Somebody who left, a pause, an exception."""
    return {
        "departure": Departure.objects.create(
            team=team, person=last, left_on=date(2023, 1, 1), reason=EndReason.MOVED_AWAY, recorded_by=by
        ),
        "suspension": Suspension.objects.create(
            team=draft, valid_from=date(2023, 1, 1), valid_to=date(2023, 2, 1), reason="nghỉ"
        ),
        "exception": RuleException.objects.create(
            team=team, rule="BR-07", reason="chưa có", valid_from=START, recorded_by=by
        ),
    }


def make_job(by: User, commune: Area) -> Job:
    """Background work that waits."""
    title = f"Đọc danh sách {commune.name}"
    return enqueue(by=by, kind="import.read", title=title, key=f"world {commune.pk}", area=commune)


def make_batch(by: User, commune: Area) -> ImportBatch:
    """A list in review, empty."""
    return ImportBatch.objects.create(
        kind="hamlets",
        area=commune,
        file_name=f"Danh sách {commune.name}.xlsx",
        sha256="0" * 64,
        uploaded_by=by,
        status=BatchStatus.PARSED,
    )
