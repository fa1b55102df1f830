"""The pages of decisions: entering, issuing for many teams, revoking, correcting, scans, and who may."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from common.models import AuditEntry
from teams.enums import DecisionAction, DecisionStatus, ItemStatus, TeamStatus
from teams.issuing import line_up_on, status_on
from teams.models import Decision, DecisionItem, DecisionScan, Membership, Team, TeamPeriod
from teams.proposals import propose
from teams.roster import save_line_up
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    entry,
    issue_for,
    make_active_team,
    make_draft_team,
    make_person,
    new_decision,
    proposal_of,
)

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAPER = {
    "number": "12/QĐ-UBND",
    "issued_on": "10/08/2022",
    "effective_on": "",
    "signer_name": "Võ Thanh Bình",
    "signer_title": "Chủ tịch",
    "signing_mode": "TM_CHAIR",
}
HOSTILE = ("<script>alert(1)</script>", "=1+1", "Thanh\u0300 la\u0323\u0302p", "\u202eadb\u202c", "x' OR 1=1 --")


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.RegisterBackend")
    return client


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


def url(name: str, pk: int | None = None) -> str:
    return reverse(f"teams:{name}", args=[] if pk is None else [pk])


def draft_for(cast: Cast, teams: list[Team], **fields: object) -> Decision:
    decision = new_decision(cast.places.commune, **fields)
    decision.save()
    DecisionItem.objects.filter(team__in=teams, status=ItemStatus.PROPOSED).update(decision=decision)
    return decision


def everything(teams: list[Team]) -> dict[str, list[tuple[object, ...]]]:
    """All worked-out rows of the teams, without their keys."""
    fields = [f.attname for f in Membership._meta.concrete_fields if f.attname != "id"]
    return {
        "memberships": list(Membership.objects.filter(team__in=teams).order_by(*fields[:3], "from_date").values_list(*fields)),
        "periods": list(
            TeamPeriod.objects.filter(team__in=teams)
            .order_by("team_id", "valid_from")
            .values_list("team_id", "status", "valid_from", "valid_to", "reason")
        ),
        "cached": list(Team.objects.filter(pk__in=[t.pk for t in teams]).order_by("pk").values_list("pk", "status", "established_on")),
    }


# One decision for all teams of a commune.


def test_one_decision_for_all_teams_of_a_commune_then_revoked(cast: Cast, minh: Client) -> None:
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets]
    before = everything(teams)
    page = minh.get(url("decision_create"))
    assert page.content.count(b'name="items"') == 7
    assert page.content.count(b" checked>") == 7

    items = [proposal_of(team).pk for team in teams]
    answer = minh.post(url("decision_create"), PAPER | {"subject": "Thành lập 7 tổ", "items": items, "issue": "1"})
    decision = Decision.objects.get()
    assert answer.url == url("decision_issue", decision.pk)
    assert (decision.number, decision.symbol, decision.status, decision.items.count()) == (12, "QĐ-UBND", "DRAFT", 7)
    assert {team.status for team in Team.objects.all()} == {TeamStatus.DRAFT}

    page = minh.get(url("decision_issue", decision.pk))
    assert page.context["team_count"] == 7
    assert page.context["blocked"] == []
    answer = minh.post(url("decision_issue", decision.pk), PAPER | {"lock": decision.lock, "issue": "1"})
    assert answer.url == url("decision_detail", decision.pk)
    assert {team.status for team in Team.objects.all()} == {TeamStatus.ACTIVE}
    assert Membership.objects.count() == 42
    assert [status_on(team, date(2022, 8, 9)) for team in teams] == [TeamStatus.DRAFT] * 7

    page = minh.get(url("decision_revoke", decision.pk))
    outcome = page.context["outcome"]
    assert (outcome.teams, outcome.back_to_draft, outcome.former_line_up, outcome.leave) == (7, 7, 0, 42)
    answer = minh.post(url("decision_revoke", decision.pk), {"on": "01/09/2022", "reason": "Sai thẩm quyền"})
    assert answer.url == url("decision_detail", decision.pk)
    decision.refresh_from_db()
    assert (decision.status, decision.revoked_on, decision.revoke_reason) == ("REVOKED", date(2022, 9, 1), "Sai thẩm quyền")
    assert everything(teams) == before
    assert DecisionItem.objects.open().count() == 7


def test_reconstitution_of_ten_for_ten_while_the_old_sit(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast, members=10)
    old = {row.person_id for row in line_up_on(team, ISSUED)}
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    hamlet = cast.places.hamlets[0]
    head = line_up_on(team, ISSUED)[0].person
    end = head.positions.get()
    end.valid_to = date(2023, 8, 1)
    end.save()
    new = [make_person(cast.places.commune, head_of=hamlet, since=date(2023, 8, 1))]
    new += [make_person(cast.places.commune, residence=hamlet) for _ in range(9)]
    entries = [entry(new[0], "LEADER", "HAMLET_HEAD"), entry(new[1], "DEPUTY", "YOUTH_UNION"), entry(new[2], "MEMBER", "MASS_ORG_HEAD"), entry(new[3], "MEMBER", "BANK")]
    entries += [entry(person) for person in new[4:]]
    save_line_up(by=cast.minh, item=item, entries=entries)
    today = line_up_on(team, date.today())
    assert {row.person_id for row in today} == old

    create = minh.post(url("decision_create"), {"subject": "Kiện toàn", "items": [item.pk], "signing_mode": "CHAIR"})
    decision = Decision.objects.get(subject="Kiện toàn")
    assert create.url == url("decision_detail", decision.pk)
    paper = PAPER | {"number": "45", "issued_on": "1/9/2023", "issue": "1", "lock": decision.lock}
    page = minh.get(url("decision_issue", decision.pk))
    assert page.context["team_count"] == 1
    answer = minh.post(url("decision_issue", decision.pk), paper)
    assert answer.status_code == 302, answer.context["form"].errors
    assert {row.person_id for row in line_up_on(team, date(2023, 8, 31))} == old
    assert {row.person_id for row in line_up_on(team, date(2023, 9, 1))} == {person.pk for person in new}
    page = minh.get(url("decision_detail", decision.pk))
    (line,) = page.context["lines"]
    (change,) = line["changes"]
    assert (change.on, len(change.joined), len(change.left)) == (date(2023, 9, 1), 10, 10)
