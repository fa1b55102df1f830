"""The pages of decisions: entering, issuing for many teams, revoking, finding."""

from datetime import date

import pytest
from django.test import Client

from teams.departures import record_departure
from teams.enums import DecisionAction, TeamStatus
from teams.issuing import line_up_on, status_on
from teams.models import Decision, DecisionItem, Membership, Team, TeamPeriod
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
from tests.teams.clients import HOSTILE, PAPER, client_of, draft_for, page_url


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


def everything(teams: list[Team]) -> dict[str, list[tuple[object, ...]]]:
    """All worked-out rows of the teams, without their keys."""
    fields = [f.attname for f in Membership._meta.concrete_fields if f.attname != "id"]
    return {
        "memberships": list(
            Membership.objects.filter(team__in=teams).order_by(*fields[:3], "from_date").values_list(*fields)
        ),
        "periods": list(
            TeamPeriod.objects.filter(team__in=teams)
            .order_by("team_id", "valid_from")
            .values_list("team_id", "status", "valid_from", "valid_to", "reason")
        ),
        "cached": list(
            Team.objects.filter(pk__in=[t.pk for t in teams])
            .order_by("pk")
            .values_list("pk", "status", "established_on")
        ),
    }


# One decision for all teams of a commune.


def test_one_decision_for_all_teams_of_a_commune_then_revoked(cast: Cast, minh: Client) -> None:
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets]
    before = everything(teams)
    page = minh.get(page_url("decision_create"))
    assert page.content.count(b'name="items"') == 7
    assert page.content.count(b" checked>") == 7

    items = [proposal_of(team).pk for team in teams]
    answer = minh.post(
        page_url("decision_create"), PAPER | {"subject": "Thành lập 7 tổ", "items": items, "issue": "1"}
    )
    decision = Decision.objects.get()
    assert answer.url == page_url("decision_issue", decision.pk)
    assert (decision.number, decision.symbol, decision.status, decision.items.count()) == (
        12,
        "QĐ-UBND",
        "DRAFT",
        7,
    )
    assert {team.status for team in Team.objects.all()} == {TeamStatus.DRAFT}

    page = minh.get(page_url("decision_issue", decision.pk))
    assert page.context["team_count"] == 7
    assert page.context["blocked"] == []
    answer = minh.post(page_url("decision_issue", decision.pk), PAPER | {"lock": decision.lock, "issue": "1"})
    assert answer.url == page_url("decision_detail", decision.pk)
    assert {team.status for team in Team.objects.all()} == {TeamStatus.ACTIVE}
    assert Membership.objects.count() == 42
    assert [status_on(team, date(2022, 8, 9)) for team in teams] == [TeamStatus.DRAFT] * 7

    page = minh.get(page_url("decision_revoke", decision.pk))
    outcome = page.context["outcome"]
    assert (outcome.teams, outcome.back_to_draft, outcome.former_line_up, outcome.leave) == (7, 7, 0, 42)
    answer = minh.post(
        page_url("decision_revoke", decision.pk), {"on": "01/09/2022", "reason": "Sai thẩm quyền"}
    )
    assert answer.url == page_url("decision_detail", decision.pk)
    decision.refresh_from_db()
    assert (decision.status, decision.revoked_on, decision.revoke_reason) == (
        "REVOKED",
        date(2022, 9, 1),
        "Sai thẩm quyền",
    )
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
    entries = [
        entry(new[0], "LEADER", "HAMLET_HEAD"),
        entry(new[1], "DEPUTY", "YOUTH_UNION"),
        entry(new[2], "MEMBER", "MASS_ORG_HEAD"),
        entry(new[3], "MEMBER", "BANK"),
    ]
    entries += [entry(person) for person in new[4:]]
    save_line_up(by=cast.minh, item=item, entries=entries)
    today = line_up_on(team, date.today())
    assert {row.person_id for row in today} == old

    create = minh.post(
        page_url("decision_create"), {"subject": "Kiện toàn", "items": [item.pk], "signing_mode": "CHAIR"}
    )
    decision = Decision.objects.get(subject="Kiện toàn")
    assert create.url == page_url("decision_detail", decision.pk)
    paper = PAPER | {"number": "45", "issued_on": "1/9/2023", "issue": "1", "lock": decision.lock}
    page = minh.get(page_url("decision_issue", decision.pk))
    assert page.context["team_count"] == 1
    answer = minh.post(page_url("decision_issue", decision.pk), paper)
    assert answer.status_code == 302, answer.context["form"].errors
    assert {row.person_id for row in line_up_on(team, date(2023, 8, 31))} == old
    assert {row.person_id for row in line_up_on(team, date(2023, 9, 1))} == {person.pk for person in new}
    page = minh.get(page_url("decision_detail", decision.pk))
    (line,) = page.context["lines"]
    (change,) = line["changes"]
    assert (change.on, len(change.joined), len(change.left)) == (date(2023, 9, 1), 10, 10)


def test_conflicts_are_listed_by_team_and_nothing_is_written(cast: Cast, minh: Client) -> None:
    good, bad = make_draft_team(cast), make_draft_team(cast, cast.places.hamlets[1], members=0)
    decision = draft_for(cast, [good, bad])
    page = minh.get(page_url("decision_issue", decision.pk))
    assert [line["item"].team for line in page.context["blocked"]] == [bad]
    assert [line["item"].team for line in page.context["ready"]] == [good]
    answer = minh.post(
        page_url("decision_issue", decision.pk), PAPER | {"number": "77/QĐ-UBND", "lock": 0, "issue": "1"}
    )
    assert answer.status_code == 200
    decision.refresh_from_db()
    assert (decision.status, decision.number != 77, Membership.objects.count()) == ("DRAFT", True, 0)
    assert answer.context["form"]["number"].value() == "77/QĐ-UBND"


def test_check_with_other_dates_writes_nothing(cast: Cast, minh: Client) -> None:
    team = make_draft_team(cast)
    decision = draft_for(cast, [team])
    answer = minh.post(
        page_url("decision_issue", decision.pk), PAPER | {"issued_on": "11/08/2022", "check": "1"}
    )
    (line,) = answer.context["ready"]
    assert [change.on for change in line["changes"]] == [date(2022, 8, 11)]
    decision.refresh_from_db()
    assert decision.issued_on == ISSUED


def test_people_who_had_left_need_a_tick(cast: Cast, minh: Client) -> None:
    team = make_active_team(cast)
    person = line_up_on(team, ISSUED)[4].person
    item = propose(by=cast.minh, team=team, action=DecisionAction.RECONSTITUTE)
    record_departure(by=cast.minh, team=team, person=person, left_on=date(2022, 10, 1), reason="RESIGNED")
    decision = new_decision(cast.places.commune, date(2022, 12, 1))
    decision.save()
    DecisionItem.objects.filter(pk=item.pk).update(decision=decision)
    paper = PAPER | {"number": "90", "issued_on": "01/12/2022", "issue": "1"}
    page = minh.post(page_url("decision_issue", decision.pk), paper)
    assert "confirm_returning" in page.context["form"].fields
    assert [finding.code for finding in page.context["blocked"][0]["blocks"]] == ["BR-21.returning"]
    answer = minh.post(page_url("decision_issue", decision.pk), paper | {"confirm_returning": "on"})
    assert answer.status_code == 302
    assert person.pk in {row.person_id for row in line_up_on(team, date(2022, 12, 1))}


def test_issuing_twice_one_wins_the_second_is_told(cast: Cast, minh: Client) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    paper = PAPER | {"lock": 0, "issue": "1"}
    assert minh.post(page_url("decision_issue", decision.pk), paper).status_code == 302
    second = minh.post(page_url("decision_issue", decision.pk), paper, follow=True)
    assert second.status_code == 200
    assert "đã được ban hành" in second.content.decode()
    assert Membership.objects.count() == 6


def test_two_officials_change_one_draft(cast: Cast, minh: Client) -> None:
    decision = draft_for(cast, [make_draft_team(cast)])
    data = PAPER | {"subject": "Bản của người thứ nhất", "lock": 0}
    assert minh.post(page_url("decision_edit", decision.pk), data).status_code == 302
    answer = minh.post(page_url("decision_edit", decision.pk), data | {"subject": "Bản của người thứ hai"})
    assert answer.status_code == 200
    assert "Nguyễn Văn Minh" in str(answer.context["form"].non_field_errors())
    assert answer.context["form"]["subject"].value() == "Bản của người thứ hai"
    decision.refresh_from_db()
    assert decision.subject == "Bản của người thứ nhất"


# Finding decisions.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12/QĐ-UBND", 1),
        ("12 / qđ–ubnd", 1),
        ("12/QD - UBND", 1),
        ("số 12", 1),
        ("12/2022", 1),
        ("12/2023", 0),
        ("12/QĐ-TTg", 0),
        ("1", 0),
        ("cong nghe so thanh lap", 1),
        ("x" * 500, 0),
        ("Tha\u0300nh lâ\u0323p", 1),
        *((text, 0) for text in HOSTILE if "Thanh" not in text),
    ],
)
def test_a_decision_is_found_however_its_number_is_typed(cast: Cast, typed: str, found: int) -> None:
    decision = new_decision(cast.places.commune, number=12, status="ISSUED")
    decision.effective_on = ISSUED
    decision.save()
    page = client_of(cast.lan).get(page_url("decision_list"), {"q": typed})
    assert page.status_code == 200
    assert len(page.context["page"].rows) == found


def test_list_shows_numbers_scan_and_revoked(cast: Cast, django_assert_max_num_queries: object) -> None:
    first = issue_for(cast.minh, [make_draft_team(cast)])
    (row,) = client_of(cast.lan).get(page_url("decision_list")).context["page"].rows
    assert (row.team_count, row.people_count, row.has_scan) == (1, 6, False)
    for hamlet in cast.places.hamlets[1:]:
        issue_for(cast.minh, [make_draft_team(cast, hamlet)])
    Decision.objects.filter(pk=first.pk).update(status="REVOKED")
    lan = client_of(cast.lan)
    with django_assert_max_num_queries(14):  # type: ignore[operator] # pytest-django's fixture
        page = lan.get(page_url("decision_list"))
    assert len(page.context["page"].rows) == 7
    assert f"<s>{first.title}</s>" in page.content.decode()


@pytest.mark.parametrize(
    "query", ["year=abc", "year=9" * 3, "status=NONSENSE", "issuer=-1", "sort=signer", "page=0"]
)
def test_unknown_filters_are_400(cast: Cast, query: str) -> None:
    assert client_of(cast.lan).get(f"{page_url('decision_list')}?{query}").status_code == 400
