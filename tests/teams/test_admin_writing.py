"""What is written in the admin goes through the services: same rules, same sentences, nothing frozen is changed."""

from datetime import date

import pytest
from django.apps import apps

from teams.enums import TeamStatus
from teams.issuing import line_up_on
from teams.models import (
    Decision,
    DecisionItem,
    Departure,
    EnterpriseProfile,
    LineUpEntry,
    Membership,
    Organisation,
    Person,
    PersonPosition,
    RuleException,
    RuleSet,
    Suspension,
    Team,
    WorkforceCount,
)
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    ISSUED,
    make_active_team,
    make_draft_team,
    make_person,
    proposal_of,
)
from tests.teams.clients import admin_url, client_of


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def test_a_draft_is_set_up_with_code_name_and_proposal(cast: Cast) -> None:
    hamlets = cast.places.hamlets
    data = {
        "level": "HAMLET",
        "area": hamlets[0].pk,
        "more_areas": [hamlets[1].pk],
        "name": "",
        "enterprise": "",
        "note": "",
    }
    answer = client_of(cast.minh).post(admin_url(Team, "add"), data)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    team = Team.objects.get()
    assert (team.code, team.name, team.status) == ("T-31018-001", "Tổ CNSCĐ ấp Minh Thành", TeamStatus.DRAFT)
    assert sorted(proposal_of(team).item_areas.values_list("area_id", "is_primary")) == sorted(
        [(hamlets[0].pk, True), (hamlets[1].pk, False)]
    )
    assert team.history.get().history_user == cast.minh


def test_what_a_service_refuses_is_an_error_of_the_form(cast: Cast) -> None:
    minh = client_of(cast.minh)
    team = make_draft_team(cast, members=10)
    item = proposal_of(team)
    extra = make_person(cast.places.commune)
    data = {
        "item": item.pk,
        "person": extra.pk,
        "role": "MEMBER",
        "category": "RESIDENT",
        "organisation": "",
        "title_text": "Bà con",
    }
    answer = minh.post(admin_url(LineUpEntry, "add"), data)
    assert answer.status_code == 200
    form = answer.context["adminform"].form
    assert "BR-03" in str(form.non_field_errors())
    assert form["title_text"].value() == "Bà con"
    assert LineUpEntry.objects.count() == 10


def test_areas_of_two_communes_are_refused(cast: Cast) -> None:
    data = {
        "level": "HAMLET",
        "area": cast.places.hamlets[0].pk,
        "more_areas": [cast.places.other_hamlets[0].pk],
        "name": "",
        "enterprise": "",
        "note": "",
    }
    assert client_of(cast.minh).post(admin_url(Team, "add"), data).status_code in (200, 403)
    assert not Team.objects.exists()


def test_entries_are_added_changed_and_taken_off(cast: Cast) -> None:
    minh = client_of(cast.minh)
    item = proposal_of(make_draft_team(cast))
    person = make_person(cast.places.commune)
    data = {
        "item": item.pk,
        "person": person.pk,
        "role": "MEMBER",
        "category": "RESIDENT",
        "organisation": "",
        "title_text": "",
    }
    assert minh.post(admin_url(LineUpEntry, "add"), data).status_code == 302
    row = LineUpEntry.objects.get(item=item, person=person)
    assert row.seat == 7
    change = {"role": "SECRETARY", "category": "BANK", "organisation": "", "title_text": "Cán bộ"}
    assert minh.post(admin_url(LineUpEntry, "change", row.pk), change).status_code == 302
    row.refresh_from_db()
    assert (row.role, row.category, row.title_text, row.seat) == ("SECRETARY", "BANK", "Cán bộ", 7)
    second = minh.post(admin_url(LineUpEntry, "change", row.pk), change | {"role": "LEADER"})
    assert "Chỉ giữ lại một người làm tổ trưởng" in str(second.context["adminform"].form.errors)
    assert minh.post(admin_url(LineUpEntry, "delete", row.pk), {"post": "yes"}).status_code == 302
    assert item.entries.count() == 6


def test_what_is_issued_is_only_read(cast: Cast) -> None:
    minh = client_of(cast.minh)
    team = make_active_team(cast)
    item = team.items.get()
    for row in (
        item.decision,
        item,
        item.entries.first(),
        item.item_areas.get(),
        *Membership.objects.all()[:1],
    ):
        assert (
            minh.post(
                admin_url(type(row), "change", row.pk), {"subject": "Đổi", "role": "MEMBER"}
            ).status_code
            == 403
        )
        assert minh.post(admin_url(type(row), "delete", row.pk), {"post": "yes"}).status_code == 403
    for model in (
        Membership,
        apps.get_model("teams.TeamArea"),
        apps.get_model("teams.TeamPeriod"),
        apps.get_model("teams.TeamCounter"),
    ):
        assert minh.get(admin_url(model, "add")).status_code == 403


def test_a_draft_decision_is_saved_and_a_stale_one_refused(cast: Cast) -> None:
    minh = client_of(cast.minh)
    data = {
        "number": "12",
        "symbol": "qd-ubnd",
        "issuer": cast.places.commune.pk,
        "subject": "Thành lập tổ",
        "issued_on": "10/08/2022",
        "signer_name": "Võ Thanh Bình",
        "signing_mode": "CHAIR",
    }
    assert minh.post(admin_url(Decision, "add"), data).status_code == 302
    decision = Decision.objects.get()
    assert (decision.symbol, decision.effective_on, decision.issuer_name_text) == (
        "QĐ-UBND",
        date(2022, 8, 10),
        "Ủy ban nhân dân xã Minh Thuận",
    )
    change = data | {
        "issuer_name_text": decision.issuer_name_text,
        "effective_on": "10/08/2022",
        "seen_lock": str(decision.lock),
    }
    assert (
        minh.post(admin_url(Decision, "change", decision.pk), change | {"subject": "Lần một"}).status_code
        == 302
    )
    stale = minh.post(admin_url(Decision, "change", decision.pk), change | {"subject": "Lần hai"})
    assert stale.status_code == 200
    decision.refresh_from_db()
    assert decision.subject == "Lần một"
    same = minh.post(admin_url(Decision, "add"), data)
    assert "BR-18" in str(same.context["adminform"].form.errors)


def test_a_proposal_moves_into_a_draft_decision_and_is_discarded(cast: Cast) -> None:
    minh = client_of(cast.minh)
    team = make_active_team(cast)
    assert minh.post(admin_url(DecisionItem, "add"), {"team": team.pk, "action": "AMEND"}).status_code == 302
    item = proposal_of(team)
    assert item.entries.count() == 6
    decision = Decision.objects.create(issuer=cast.places.commune, issuer_name_text="UBND", subject="Sửa đổi")
    assert minh.post(admin_url(DecisionItem, "change", item.pk), {"decision": decision.pk}).status_code == 302
    item.refresh_from_db()
    assert item.decision == decision
    assert minh.post(admin_url(DecisionItem, "delete", item.pk), {"post": "yes"}).status_code == 302
    assert team.items.count() == 1
    draft = proposal_of(make_draft_team(cast, cast.places.hamlets[1]))
    refused = minh.post(admin_url(DecisionItem, "delete", draft.pk), {"post": "yes"}, follow=True)
    assert refused.status_code == 200
    assert DecisionItem.objects.filter(pk=draft.pk).exists()


def test_departures_and_pauses(cast: Cast) -> None:
    minh = client_of(cast.minh)
    team = make_active_team(cast)
    person = line_up_on(team, ISSUED)[5].person
    data = {"team": team.pk, "person": person.pk, "left_on": "01/10/2022", "reason": "MOVED_AWAY", "note": ""}
    assert minh.post(admin_url(Departure, "add"), data | {"left_on": "01/01/2022"}).status_code == 200
    assert minh.post(admin_url(Departure, "add"), data).status_code == 302
    assert Membership.objects.get(person=person).to_date == date(2022, 10, 1)
    page = minh.post(admin_url(Departure, "delete", Departure.objects.get().pk), {"post": "yes"})
    assert page.status_code == 302
    assert Membership.objects.get(person=person).to_date is None

    pause = {"team": team.pk, "valid_from": "01/02/2023", "valid_to": "", "reason": "Tổ trưởng ốm"}
    assert minh.post(admin_url(Suspension, "add"), pause).status_code == 302
    team.refresh_from_db()
    assert team.status == TeamStatus.SUSPENDED
    row = Suspension.objects.get()
    assert minh.post(admin_url(Suspension, "change", row.pk), {"valid_to": ""}).status_code == 200
    assert minh.post(admin_url(Suspension, "change", row.pk), {"valid_to": "01/03/2023"}).status_code == 302
    team.refresh_from_db()
    assert team.status == TeamStatus.ACTIVE


def test_exceptions_only_from_rules_that_allow_them(cast: Cast) -> None:
    minh = client_of(cast.minh)
    team = make_draft_team(cast)
    data = {
        "team": team.pk,
        "rule": "BR-05",
        "reason": "Thiếu người",
        "valid_from": "01/08/2022",
        "valid_to": "",
    }
    assert "rule" in minh.post(admin_url(RuleException, "add"), data).context["adminform"].form.errors
    assert minh.post(admin_url(RuleException, "add"), data | {"rule": "BR-07"}).status_code == 302
    row = RuleException.objects.get()
    assert (row.recorded_by, row.rule) == (cast.minh, "BR-07")
    assert (
        minh.post(admin_url(RuleException, "change", row.pk), {"valid_to": "01/09/2022"}).status_code == 302
    )
    row.refresh_from_db()
    assert row.valid_to == date(2022, 9, 1)


def test_people_births_phones_and_posts(cast: Cast) -> None:
    minh = client_of(cast.minh)
    data = {
        "full_name": "Danh Thị Sen",
        "birth": "1987",
        "gender": "FEMALE",
        "phone": "0912.345.678",
        "phone2": "",
        "email": "",
        "area": cast.places.commune.pk,
        "residence": cast.places.hamlets[0].pk,
        "is_youth_member": "YES",
    }
    answer = minh.post(admin_url(Person, "add"), data)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    person = Person.objects.get()
    assert (person.birth_year, person.birth_precision, person.phone, person.phone_raw) == (
        1987,
        "YEAR",
        "+84912345678",
        "0912.345.678",
    )
    assert (
        "birth"
        in minh.post(admin_url(Person, "change", person.pk), data | {"birth": "31/02/1987"})
        .context["adminform"]
        .form.errors
    )
    assert (
        "phone"
        in minh.post(admin_url(Person, "change", person.pk), data | {"phone": "12"})
        .context["adminform"]
        .form.errors
    )
    assert (
        minh.post(
            admin_url(Person, "change", person.pk), data | {"phone": "0912 345 679", "birth": "5/8/1987"}
        ).status_code
        == 302
    )
    person.refresh_from_db()
    assert (person.birth_date, person.phone) == (date(1987, 8, 5), "+84912345679")


def test_a_post_is_recorded_once_and_ended(cast: Cast) -> None:
    minh = client_of(cast.minh)
    person = make_person(cast.places.commune)
    post = {
        "person": person.pk,
        "position_type": "HAMLET_HEAD",
        "area": cast.places.hamlets[0].pk,
        "organisation": "",
        "title_text": "",
        "valid_from": "01/01/2022",
    }
    assert minh.post(admin_url(PersonPosition, "add"), post).status_code == 302
    other = make_person(cast.places.commune)
    assert minh.post(admin_url(PersonPosition, "add"), post | {"person": other.pk}).status_code == 200
    row = PersonPosition.objects.get()
    assert (
        minh.post(admin_url(PersonPosition, "change", row.pk), {"valid_to": "01/06/2022"}).status_code == 302
    )
    row.refresh_from_db()
    assert row.valid_to == date(2022, 6, 1)


def test_duplicates_are_pointed_out(cast: Cast) -> None:
    make_person(cast.places.commune, "Danh Thị Sen", residence=cast.places.hamlets[0], year=1987)
    data = {
        "full_name": "Danh Thị Sen",
        "birth": "1987",
        "gender": "FEMALE",
        "area": cast.places.commune.pk,
        "residence": cast.places.hamlets[0].pk,
        "is_youth_member": "YES",
    }
    answer = client_of(cast.minh).post(admin_url(Person, "add"), data, follow=True)
    assert "BR-11" in answer.content.decode()
    assert Person.objects.count() == 2


def test_organisations_and_workers(cast: Cast) -> None:
    minh = client_of(cast.minh)
    data = {
        "name": "Công ty Thủy sản",
        "short_name": "",
        "group": "ENTERPRISE",
        "type": "COMPANY",
        "area": cast.places.commune.pk,
        "phone": "",
        "address": "",
        "tax_code": "123",
        "is_active": "on",
    }
    assert "tax_code" in minh.post(admin_url(Organisation, "add"), data).context["adminform"].form.errors
    assert minh.post(admin_url(Organisation, "add"), data | {"tax_code": ""}).status_code == 302
    site = {
        "organisation": Organisation.objects.get().pk,
        "sector": "",
        "area": cast.places.commune.pk,
        "industrial_park": "",
        "contact_name": "",
        "contact_phone": "",
    }
    assert minh.post(admin_url(EnterpriseProfile, "add"), site).status_code == 302
    count = {
        "enterprise": EnterpriseProfile.objects.get().pk,
        "as_of": "01/08/2022",
        "worker_count": "301",
        "nonlocal_worker_count": "",
        "source": "",
    }
    assert minh.post(admin_url(WorkforceCount, "add"), count | {"as_of": "01/08/2999"}).status_code == 200
    assert minh.post(admin_url(WorkforceCount, "add"), count).status_code == 302
    assert minh.post(admin_url(WorkforceCount, "add"), count).status_code == 200
    assert WorkforceCount.objects.get().worker_count == 301


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("severities", '{"BR-03": "W"}'),
        ("severities", '["BR-06"]'),
        ("severities", "{"),
        ("max_members", "11"),
        ("valid_to", "01/01/2021"),
    ],
)
def test_rule_sets_refuse_what_no_province_may_change(cast: Cast, field: str, value: str) -> None:
    rule_set = RuleSet.objects.get()
    data = {
        "valid_from": "01/01/2022",
        "valid_to": "",
        "max_members": "10",
        "min_members": "3",
        "max_supplementary": "",
        "enterprise_worker_threshold": "300",
        "large_household_threshold": "",
        "severities": '{"BR-06": "W"}',
        "document_ref": "Văn bản",
    }
    an = client_of(cast.an)
    assert an.post(admin_url(RuleSet, "change", rule_set.pk), data | {field: value}).status_code == 200
    assert an.post(admin_url(RuleSet, "change", rule_set.pk), data).status_code == 302
    rule_set.refresh_from_db()
    assert rule_set.severities == {"BR-06": "W"}
    assert client_of(cast.minh).post(admin_url(RuleSet, "change", rule_set.pk), data).status_code == 403
