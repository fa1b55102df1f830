"""Who may see, change and correct decisions, and what stays as it is."""

from datetime import date

import pytest
from django.test import Client

from teams.decisions import save_decision
from teams.enums import DecisionStatus, ItemStatus, TeamStatus
from teams.issuing import line_up_on
from teams.models import Decision
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    issue_for,
    make_draft_team,
    proposal_of,
)
from tests.teams.clients import PAPER, client_of, page_url


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


# Correcting (dính chính), and who may do what.


def test_only_provincial_managers_correct_and_only_with_a_reason(cast: Cast, minh: Client) -> None:
    team = make_draft_team(cast)
    decision = issue_for(cast.minh, [team], number=12)
    data = PAPER | {
        "subject": "Thành lập Tổ CNSCĐ",
        "issuer_name_text": "UBND xã Minh Thuận",
        "issued_on": "11/08/2022",
    }
    assert (
        minh.post(page_url("decision_correct", decision.pk), data | {"reason": "Sai ngày"}).status_code == 403
    )
    an = client_of(cast.an)
    assert "reason" in an.post(page_url("decision_correct", decision.pk), data).context["form"].errors
    assert (
        an.post(page_url("decision_correct", decision.pk), data | {"reason": "Sai ngày"}).status_code == 302
    )
    decision.refresh_from_db()
    team.refresh_from_db()
    assert (decision.issued_on, decision.subject, team.established_on) == (
        date(2022, 8, 11),
        "Thành lập Tổ CNSCĐ",
        date(2022, 8, 11),
    )
    latest = decision.history.first()
    assert (latest.history_user, latest.history_change_reason) == (cast.an, "Sai ngày")


def test_an_issued_decision_is_frozen(cast: Cast, minh: Client) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)])
    answer = minh.post(page_url("decision_edit", decision.pk), PAPER | {"subject": "Đổi"}, follow=True)
    assert "BR-23" in answer.content.decode()
    decision.refresh_from_db()
    assert decision.subject != "Đổi"


PAGES = (
    "decision_detail",
    "decision_edit",
    "decision_issue",
    "decision_revoke",
    "decision_correct",
    "scan_upload",
)
ALLOWED = {
    "minh": (200, 302, 302, 200, 403, 200),
    "binh": (200, 403, 403, 403, 403, 403),
    "lan": (200, 403, 403, 403, 403, 403),
    "an": (200, 403, 403, 403, 200, 403),
    "son": (200, 403, 403, 403, 403, 403),
    "hoa": (404, 403, 403, 403, 403, 403),
    "quang": (404, 404, 404, 404, 403, 404),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_who_may_open_what(cast: Cast, name: str) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)])
    client = client_of(cast.everybody[name])
    assert tuple(client.get(page_url(page, decision.pk)).status_code for page in PAGES) == ALLOWED[name]


def test_a_member_sees_the_own_team_in_an_issued_decision_only(cast: Cast) -> None:
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets[:2]]
    decision = issue_for(cast.minh, teams)
    leader = line_up_on(teams[0], ISSUED)[0].person
    leader.user = cast.hoa
    leader.save()
    hoa = client_of(cast.hoa)
    page = hoa.get(page_url("decision_detail", decision.pk))
    assert [line["item"].team for line in page.context["lines"]] == [teams[0]]
    Decision.objects.filter(pk=decision.pk).update(status=DecisionStatus.DRAFT)
    assert hoa.get(page_url("decision_detail", decision.pk)).status_code == 404


def test_confirming_without_a_decision_only_where_the_rule_set_allows_it(cast: Cast, minh: Client) -> None:
    team = make_draft_team(cast)
    item = proposal_of(team)
    answer = minh.post(page_url("item_confirm", item.pk), {"on": "10/08/2022"})
    assert "BR-17" in str(answer.context["form"].non_field_errors())
    cast.places.province.rule_sets.update(require_decision_for_active=False)
    assert minh.post(page_url("item_confirm", item.pk), {"on": "10/08/2022"}).status_code == 302
    team.refresh_from_db()
    assert team.status == TeamStatus.ACTIVE


def test_rule_sets_can_be_read(cast: Cast) -> None:
    page = client_of(cast.minh).get(page_url("ruleset_list"))
    assert [line["is_in_force"] for line in page.context["sets"]] == [True]
    assert client_of(cast.hoa).get(page_url("ruleset_list")).status_code == 403


def test_a_draft_is_deleted_and_its_proposals_stay(cast: Cast, minh: Client) -> None:
    team = make_draft_team(cast)
    item = proposal_of(team)
    decision = save_decision(
        by=cast.minh, decision=Decision(issuer=cast.places.commune, subject="Nhầm"), items=[item]
    )
    assert minh.get(page_url("decision_delete", decision.pk)).status_code == 200
    assert Decision.objects.filter(pk=decision.pk).exists()
    answer = minh.post(page_url("decision_delete", decision.pk))
    assert (answer.status_code, answer["Location"]) == (302, page_url("decision_list"))
    item.refresh_from_db()
    assert (item.decision, item.status, item.entries.count()) == (None, ItemStatus.PROPOSED, 6)
    assert not Decision.objects.filter(pk=decision.pk).exists()
    gone = Decision.history.filter(id=decision.pk).latest()
    assert (gone.history_type, gone.history_user) == ("-", cast.minh)


def test_an_issued_decision_is_not_deleted(cast: Cast, minh: Client) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)], number=12)
    answer = minh.post(page_url("decision_delete", decision.pk))
    assert "BR-23" in answer.context["form"].non_field_errors()[0]
    assert Decision.objects.get(pk=decision.pk).status == DecisionStatus.ISSUED
