"""What people got stuck at: posts kept in their box, musts apart, a new leader in one step, accounts for members."""

from datetime import date

import pytest

from accounts.models import User
from common.models import AuditAction, AuditEntry, Register, RegisterKind
from teams.departures import record_departure
from teams.enums import EndReason
from teams.models import LineUpEntry, Person, PersonPosition, Team
from tests.cast import Cast, make_cast
from tests.teams.builders import make_active_team, make_draft_team, make_person, proposal_of
from tests.teams.clients import page_url
from tests.teams.typing import client_of, known, new, text_of, typed

LEFT = date(2023, 2, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


def roster_url(team: Team, suffix: str = "") -> str:
    return f"/teams/proposals/{proposal_of(team).pk}/{suffix}"


def without_leader(cast: Cast) -> Team:
    team = make_active_team(cast)
    leader = team.memberships.get(role="LEADER").person
    record_departure(by=cast.minh, team=team, person=leader, left_on=LEFT, reason=EndReason.MOVED_AWAY)
    team.refresh_from_db()
    return team


# The post in the roster.


def test_a_post_stays_in_its_box_and_in_words_on_the_list(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    minh = client_of(cast.minh)
    rows = [
        new("Trần Văn Năm", role="LEADER", post="HAMLET_HEAD", birth="1970"),
        new("Danh Thị Sáu", post="YOUTH_SECRETARY", birth="1995"),
        new("Lê Thị Bảy", post="TEACHER", birth="1985"),
        new("Lê Văn Tám", birth="1980"),
        new("Lê Văn Chín", post="WOMEN_HEAD", title_text="Chi hội trưởng Phụ nữ", birth="1981"),
    ]
    minh.post(roster_url(team), typed(*rows))
    shown = minh.get(roster_url(team)).context["form"].rows
    assert [(row.typed("post"), row.typed("title_text")) for row in shown] == [
        ("HAMLET_HEAD", "Trưởng ấp Minh Thành"),
        ("YOUTH_SECRETARY", "Bí thư chi đoàn ấp Minh Thành"),
        ("TEACHER", "Giáo viên"),
        ("", ""),
        ("WOMEN_HEAD", "Chi hội trưởng Phụ nữ"),
    ]
    assert '<option value="HAMLET_HEAD" selected>' in text_of(minh.get(roster_url(team)))
    assert "Bí thư chi đoàn ấp Minh Thành" in text_of(minh.get(f"/teams/{team.pk}/"))


def test_a_post_in_another_hamlet_is_neither_shown_nor_moved(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    head = make_person(cast.places.commune, "Nguyễn Văn Trưởng", head_of=second)
    team = make_draft_team(cast, first, members=0)
    minh = client_of(cast.minh)
    minh.post(roster_url(team), typed(known(head)))
    row = minh.get(roster_url(team)).context["form"].rows[0]
    assert row.typed("post") == ""
    held = PersonPosition.objects.filter(person=head)
    assert list(held.values_list("position_type", "area")) == [("HAMLET_HEAD", second.pk)]


def test_saving_the_shown_post_records_it_once(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    minh = client_of(cast.minh)
    minh.post(roster_url(team), typed(new("Lê Thị Bảy", post="TEACHER", birth="1985")))
    person = Person.objects.get()
    again = known(person, post="TEACHER", title_text="Giáo viên")
    minh.post(roster_url(team), typed(again, lock=proposal_of(team).lock))
    assert PersonPosition.objects.count() == 1


# What speaks against the list.


def test_musts_stand_first_and_each_finding_once(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    response = client_of(cast.minh).post(roster_url(team, "check/"), typed(new("Lê Văn Bảy")))
    levels = [one["found"].level for one in response.context["open"]]
    assert levels == sorted(levels, key="EWI".index)
    assert levels.count("E") == len(response.context["blocks"]) == 2
    page = text_of(response)
    assert [page.count(word) for word in ("Bắt buộc", "Nên có")] == [2, levels.count("W")]
    for one in response.context["open"]:
        assert page.count(one["found"].text) == 1
        assert f"{one['found'].rule}: " not in page


def test_phones_are_open_for_whom_they_are_open_on_the_team_page(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    minh = client_of(cast.minh)
    minh.post(roster_url(team), typed(new("Lê Văn Bảy", phone="0912345678", birth="1980")))
    before = AuditEntry.objects.filter(action=AuditAction.VIEW).count()
    page = text_of(minh.get(roster_url(team)))
    assert "0912 345 678" in page
    entry = AuditEntry.objects.filter(action=AuditAction.VIEW).latest("pk")
    assert AuditEntry.objects.filter(action=AuditAction.VIEW).count() == before + 1
    assert (entry.actor, entry.row_count, entry.object_id) == (cast.minh, 1, str(team.pk))


@pytest.mark.parametrize("lock", [None, "", "x", "-1"])
def test_a_form_without_its_lock_is_stale(cast: Cast, lock: str | None) -> None:
    team = make_draft_team(cast, members=0)
    data = typed(new("Danh Sáu", birth="1990"))
    data = {name: value for name, value in data.items() if name != "lock"}
    response = client_of(cast.minh).post(roster_url(team), data | ({} if lock is None else {"lock": lock}))
    form = response.context["form"]
    assert (response.status_code, form.is_stale) == (200, True)
    assert "Chưa có gì được lưu" in form.errors[0]
    assert form.rows[0].typed("person_text") == "Danh Sáu"
    assert not LineUpEntry.objects.exists()


# A new leader.


def test_a_team_without_leader_asks_for_a_new_one_with_one_button(cast: Cast) -> None:
    team = without_leader(cast)
    page = text_of(client_of(cast.minh).get(f"/teams/{team.pk}/"))
    head = page.split('class="actions"')[1].split("<details")[0]
    assert head.count("btn-primary") == 1
    assert (page_url("hand_over", team.pk) in head, "Cử tổ trưởng mới" in head) == (True, True)
    first = client_of(cast.minh).get(f"/teams/{team.pk}/").context["findings"][0]
    assert (first["level"], first["rule"]) == ("E", "BR-05")
    assert first["fix_url"] == page_url("hand_over", team.pk)
    form = client_of(cast.minh).get(page_url("hand_over", team.pk)).context["form"]
    assert "old_stays_as" not in form.fields
    with_leader = make_active_team(cast, cast.places.hamlets[1])
    assert (
        "old_stays_as"
        in client_of(cast.minh).get(page_url("hand_over", with_leader.pk)).context["form"].fields
    )


def test_a_new_person_is_typed_and_becomes_the_leader(cast: Cast) -> None:
    team = without_leader(cast)
    minh = client_of(cast.minh)
    asked = {"person_text": "Danh Văn Mới", "category": "STATE_STAFF", "birth": "1980", "phone": "0912345678"}
    refused = minh.post(page_url("hand_over", team.pk), asked)
    assert list(refused.context["form"].errors) == ["person"]
    assert minh.post(page_url("hand_over", team.pk), asked | {"is_new": "on"}).status_code == 302
    person = Person.objects.get(full_name="Danh Văn Mới")
    assert (person.birth_year, person.phone, person.area) == (1980, "+84912345678", cast.places.commune)
    leader = LineUpEntry.objects.get(item__team=team, item__status="PROPOSED", role="LEADER")
    assert leader.person == person


def test_a_new_leader_who_may_be_known_is_asked_about(cast: Cast) -> None:
    team = without_leader(cast)
    make_person(cast.places.commune, "Danh Văn Mới", phone="+84912345678")
    asked = {"person_text": "Danh Van Moi", "category": "STATE_STAFF", "phone": "0912345678", "is_new": "on"}
    minh = client_of(cast.minh)
    refused = minh.post(page_url("hand_over", team.pk), asked)
    assert list(refused.context["form"].errors) == ["is_different"]
    assert minh.post(page_url("hand_over", team.pk), asked | {"is_different": "on"}).status_code == 302
    assert Person.objects.filter(search_key="danh van moi").count() == 2


@pytest.mark.parametrize(
    ("name", "birth"), [("", "1980"), ("<script>", "hôm qua"), ("x" * 500, "31/02/1980")]
)
def test_a_wrong_new_leader_is_said_at_the_field(cast: Cast, name: str, birth: str) -> None:
    team = without_leader(cast)
    before = Person.objects.count()
    asked = {"person_text": name, "category": "STATE_STAFF", "birth": birth, "is_new": "on"}
    response = client_of(cast.minh).post(page_url("hand_over", team.pk), asked)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert Person.objects.count() == before


def test_people_of_the_team_are_offered_first(cast: Cast) -> None:
    team = make_active_team(cast)
    member = team.memberships.get(seat=4).person
    member.full_name = "Zương Văn Sáu"
    member.save()
    near = make_person(cast.places.commune, "Yên Văn Sáu", residence=team.area)
    far = make_person(cast.places.commune, "An Văn Sáu")
    minh = client_of(cast.minh)
    found = minh.get(page_url("person_picker"), {"q": "van sau", "team": team.pk}).json()["results"]
    assert [one["id"] for one in found] == [member.pk, near.pk, far.pk]
    for forged in ("x", "9" * 30, "0", str(10**15)):
        answer = minh.get(page_url("person_picker"), {"q": "van sau", "team": forged})
        assert len(answer.json()["results"]) == 3


def test_nobody_is_chosen_to_leave_beforehand(cast: Cast) -> None:
    team = make_active_team(cast)
    url = page_url("departure_create", team.pk)
    page = text_of(client_of(cast.minh).get(url))
    chosen = page.split('name="person"')[1:]
    assert len(chosen) == team.memberships.count()
    assert not any("checked" in one.split(">")[0] for one in chosen)
    answer = client_of(cast.minh).post(url, {"left_on": "1/2/2023", "reason": ""})
    assert sorted(answer.context["form"].errors) == ["person", "reason"]


def test_days_are_asked_for_in_the_language_of_the_page(cast: Cast) -> None:
    team = make_active_team(cast)
    page = text_of(client_of(cast.minh).get(page_url("departure_create", team.pk)))
    assert 'placeholder="ngày/tháng/năm"' in page
    assert "dd/mm/yyyy" not in page


# Accounts of members.


def test_a_member_gets_an_account_in_one_step(cast: Cast) -> None:
    team = make_active_team(cast)
    minh = client_of(cast.minh)
    leader, member = team.memberships.get(role="LEADER").person, team.memberships.get(seat=4).person
    assert page_url("account_give", member.pk) in text_of(minh.get(f"/teams/{team.pk}/"))
    answer = minh.post(page_url("account_give", member.pk))
    member.refresh_from_db()
    assert member.user == answer.context["account"]
    assert list(member.user.scopes.values_list("role", "area")) == [("TEAM_MEMBER", cast.places.commune.pk)]
    code = answer.context["code"]
    assert (len(code), member.user.check_password(code), code in text_of(answer)) == (6, True, True)
    assert page_url("account_give", member.pk) not in text_of(minh.get(f"/teams/{team.pk}/"))
    minh.post(page_url("account_give", leader.pk))
    leader.refresh_from_db()
    assert leader.user.scopes.get().role == "TEAM_LEADER"
    assert client_of(leader.user).get(f"/teams/{team.pk}/").status_code in (200, 302)


def test_an_account_is_given_once_and_to_members_only(cast: Cast) -> None:
    team = make_active_team(cast)
    member = team.memberships.get(seat=4).person
    stranger = make_person(cast.places.commune, "An Văn Sáu")
    minh, before = client_of(cast.minh), User.objects.count()
    for person in (member, member, stranger):
        minh.post(page_url("account_give", person.pk))
    assert User.objects.count() == before + 1


def test_namesakes_get_names_of_their_own(cast: Cast) -> None:
    team = make_active_team(cast)
    minh = client_of(cast.minh)
    people = [row.person for row in team.memberships.order_by("seat")[2:5]]
    for person in people:
        person.full_name = "Đặng Thị Ửng"
        person.save()
        minh.post(page_url("account_give", person.pk))
    assert [Person.objects.get(pk=one.pk).user.username for one in people] == [
        "dang.thi.ung",
        "dang.thi.ung2",
        "dang.thi.ung3",
    ]


def test_only_the_official_of_the_commune_gives_accounts(cast: Cast) -> None:
    person = make_active_team(cast).memberships.get(seat=4).person
    before = User.objects.count()
    url = page_url("account_give", person.pk)
    answers = {
        name: client_of(user).post(url).status_code for name, user in cast.everybody.items() if name != "minh"
    }
    assert answers == {"quang": 404, **dict.fromkeys(("lan", "an", "son", "binh", "hoa", "tuan"), 403)}
    assert (client_of(cast.minh).get(url).status_code, User.objects.count()) == (405, before)
    assert client_of(cast.minh).post(url).status_code == 200
