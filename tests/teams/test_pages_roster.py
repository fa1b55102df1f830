"""The roster builder: drafts, findings, input kept, people typed and chosen, stale forms; all without script."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.models import Register, RegisterKind
from teams.enums import DecisionAction, MemberCategory
from teams.models import LineUpEntry, Organisation, Person, PersonPosition, Team
from teams.proposals import propose
from teams.roster import save_line_up
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    entry,
    make_active_team,
    make_draft_team,
    make_line_up,
    make_person,
    proposal_of,
)
from tests.teams.typing import client_of, known, new, text_of, typed

HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "Tha\u0300nh Nguye\u0302\u0303n",
    "\u202eadb\u202c",
    "x' OR 1=1 --",
    "nul\x00l",
)


@pytest.fixture
def cast(db: None) -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)  # nobody is asked for a second factor
    return make_cast()


def url_of(team: Team, suffix: str = "") -> str:
    return f"/teams/proposals/{proposal_of(team).pk}/{suffix}"


def line_up(team: Team) -> list[tuple[str, int, str, str]]:
    rows = LineUpEntry.objects.filter(item=proposal_of(team)).order_by("seat")
    return [(row.person.full_name, row.seat, row.role, row.category) for row in rows.select_related("person")]


def test_a_team_is_set_up_and_its_list_saved(cast: Cast) -> None:
    minh, hamlet = client_of(cast.minh), cast.places.hamlets[0]
    response = minh.post("/teams/new/", {"area": hamlet.pk, "name": "", "note": ""})
    team = Team.objects.get()
    assert (response.status_code, response["Location"]) == (302, url_of(team))
    assert (team.name, team.code, team.status) == ("Tổ CNSCĐ ấp Minh Thành", "T-31018-001", "DRAFT")
    minh.post(
        url_of(team),
        typed(
            new("Danh Thị Sáu", role="DEPUTY", post="YOUTH_SECRETARY", birth="1995"),
            new("Trần Văn Năm", role="LEADER", post="HAMLET_HEAD", birth="05/08/1970", phone="0912 345 678"),
            new(""),
        ),
    )
    assert line_up(team) == [
        ("Trần Văn Năm", 1, "LEADER", "HAMLET_HEAD"),
        ("Danh Thị Sáu", 2, "DEPUTY", "YOUTH_UNION"),
    ]
    leader = Person.objects.get(full_name="Trần Văn Năm")
    assert (leader.birth_date, leader.birth_precision, leader.phone) == (
        date(1970, 8, 5),
        "DAY",
        "+84912345678",
    )
    assert leader.area == cast.places.commune
    posts = PersonPosition.objects.order_by("position_type").values_list("position_type", "area_id")
    assert list(posts) == [("HAMLET_HEAD", hamlet.pk), ("YOUTH_SECRETARY", hamlet.pk)]


def test_saving_again_changes_nothing_and_enters_nobody_twice(cast: Cast) -> None:
    team = make_draft_team(cast, members=4)
    people = [row.person for row in proposal_of(team).entries.order_by("seat")]
    duties = [
        ("LEADER", "HAMLET_HEAD"),
        ("DEPUTY", "YOUTH_UNION"),
        ("MEMBER", "MASS_ORG_HEAD"),
        ("MEMBER", "BANK"),
    ]
    rows = [known(p, role=r, category=c) for p, (r, c) in zip(people, duties, strict=True)]
    before, history = line_up(team), LineUpEntry.history.count()
    response = client_of(cast.minh).post(url_of(team), typed(*rows, lock=proposal_of(team).lock))
    assert response.status_code == 302
    assert (line_up(team), LineUpEntry.history.count()) == (before, history)
    assert Person.objects.count() == 4


def test_a_draft_with_findings_is_saved_and_the_findings_are_said(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    response = client_of(cast.minh).post(url_of(team), typed(new("Lê Văn Bảy", birth="1980")), follow=True)
    assert line_up(team) == [("Lê Văn Bảy", 1, "MEMBER", "RESIDENT")]
    blocks = [found.code for found in response.context["blocks"]]
    assert blocks == ["BR-05.no_leader", "BR-07.no_deputy"]


def test_what_may_never_be_is_refused_and_the_input_kept(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    rows = [new(f"Người Thứ {number}", birth="1980") for number in range(11)]
    response = client_of(cast.minh).post(url_of(team), typed(*rows))
    assert response.status_code == 200
    assert "BR-03" in " ".join(response.context["form"].errors) or "10" in " ".join(
        response.context["form"].errors
    )
    assert [row.typed("person_text") for row in response.context["form"].rows] == [
        row["person_text"] for row in rows
    ]
    assert (line_up(team), Person.objects.count()) == ([], 0)


def test_a_second_leader_is_refused(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    rows = [new("Lê Văn Bảy", role="LEADER"), new("Lê Văn Tám", role="LEADER")]
    response = client_of(cast.minh).post(url_of(team), typed(*rows))
    assert len(response.context["form"].errors) == 1
    assert (line_up(team), Person.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("birth", "31/02/1980"),
        ("birth", "hôm qua"),
        ("phone", "12345"),
        ("role", "KING"),
        ("category", "KING"),
        ("post", "KING"),
        ("post_from", "32/01/2022"),
        ("organisation_text", "Không có hội này"),
        ("title_text", "x" * 10_000),
        ("person_text", "x" * 10_000),
        ("person", "999999"),
    ],
)
def test_a_wrong_field_is_said_at_its_line_and_all_input_kept(cast: Cast, field: str, value: str) -> None:
    team = make_draft_team(cast, members=0)
    wrong = new("Lê Văn Bảy") | {field: value}
    response = client_of(cast.minh).post(url_of(team), typed(new("Danh Sáu", birth="1990"), wrong))
    first, second = response.context["form"].rows
    assert response.status_code == 200
    assert (dict(first.errors), bool(second.errors)) == ({}, True)
    assert (first.typed("person_text"), second.typed(field)) == ("Danh Sáu", value)
    assert (line_up(team), Person.objects.count()) == ([], 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_text(cast: Cast, text: str) -> None:
    team = make_draft_team(cast, members=0)
    response = client_of(cast.minh).post(url_of(team), typed(new(text, title_text=text)), follow=True)
    assert response.status_code == 200
    assert "<script>alert" not in text_of(response)


def test_forged_keys_and_actions_break_nothing(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    minh = client_of(cast.minh)
    for data in (
        {},
        {"row": ["x", "-1", "9" * 40, "0"], "lock": "x", "action": "save"},
        {"row": ["0"], "action": "remove:"},
        {"row": ["0"], "action": "remove:zz"},
        {"row": ["0"], "action": "suggested:zz:LEADER"},
        {"row": ["0"], "p0-person": "9" * 40, "action": "check"},
        {"row": [str(number) for number in range(500)], "action": "add"},
    ):
        response = minh.post(url_of(team), data)
        assert response.status_code in (200, 302)
    assert len(response.context["form"].rows) == 40


def test_a_person_of_another_commune_cannot_be_put_on_the_list(cast: Cast) -> None:
    team, stranger = make_draft_team(cast, members=0), make_person(cast.places.other_commune)
    response = client_of(cast.minh).post(url_of(team), typed(known(stranger)))
    assert list(response.context["form"].rows[0].errors) == ["person_text"]
    assert line_up(team) == []


def test_lines_are_added_and_removed_without_losing_others(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    minh = client_of(cast.minh)
    response = minh.post(url_of(team), typed(new("Danh Sáu"), new("Lê Bảy"), action="add"))
    assert [row.typed("person_text") for row in response.context["form"].rows] == ["Danh Sáu", "Lê Bảy", ""]
    assert 'id="id_p2-person_text"' in text_of(response)
    response = minh.post(url_of(team), typed(new("Danh Sáu"), new("Lê Bảy"), action="remove:0"))
    assert [row.typed("person_text") for row in response.context["form"].rows] == ["Lê Bảy"]
    assert line_up(team) == []


def test_a_suggested_head_becomes_the_leader_with_one_click(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    team = make_draft_team(cast, members=0)
    head = make_person(cast.places.commune, "Nguyễn Văn Trưởng", head_of=hamlet)
    minh = client_of(cast.minh)
    page = minh.get(url_of(team))
    assert f'value="suggested:{head.pk}:LEADER"' in text_of(page)
    response = minh.post(
        url_of(team), typed(new("Danh Sáu", role="LEADER"), action=f"suggested:{head.pk}:LEADER")
    )
    rows = [(row.typed("person_text"), row.typed("role")) for row in response.context["form"].rows]
    assert rows == [("Danh Sáu", "MEMBER"), ("Nguyễn Văn Trưởng", "LEADER")]
    assert [row.typed("category") for row in response.context["form"].rows] == ["", "HAMLET_HEAD"]


def test_a_likely_duplicate_is_asked_about_and_never_merged(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    there = make_person(cast.places.commune, "Trần Thị Mười", phone="+84912345678")
    minh = client_of(cast.minh)
    asked = new("Tran Thi Muoi", phone="0912345678")
    response = minh.post(url_of(team), typed(asked))
    assert response.context["form"].rows[0].duplicates == [there]
    assert line_up(team) == []
    minh.post(url_of(team), typed(asked | {"use": there.pk}))
    assert (line_up(team), Person.objects.count()) == ([("Trần Thị Mười", 1, "MEMBER", "RESIDENT")], 1)
    minh.post(url_of(team), typed(asked | {"use": "new"}, lock=1))
    assert (line_up(team), Person.objects.count()) == ([("Tran Thi Muoi", 1, "MEMBER", "RESIDENT")], 2)


def test_a_stale_form_says_who_saved_and_keeps_the_input(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    item = proposal_of(team)
    save_line_up(by=cast.minh, item=item, entries=[entry(make_person(cast.places.commune, "Lê Văn Bảy"))])
    minh = client_of(cast.minh)
    response = minh.post(url_of(team), typed(new("Danh Sáu", birth="1990"), lock=0))
    form = response.context["form"]
    assert (form.is_stale, form.rows[0].typed("person_text")) == (True, "Danh Sáu")
    assert "Nguyễn Văn Minh" in form.errors[0]
    assert [seat.name for seat in response.context["stored"]] == ["Lê Văn Bảy"]
    assert line_up(team) == [("Lê Văn Bảy", 1, "MEMBER", "RESIDENT")]
    assert f'name="lock" value="{proposal_of(team).lock}"' in text_of(response)
    minh.post(url_of(team), typed(new("Danh Sáu", birth="1990"), lock=proposal_of(team).lock))
    assert [name for name, *_rest in line_up(team)] == ["Danh Sáu"]


def test_the_live_check_answers_and_writes_nothing(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    rows = [
        new("Trần Năm", role="LEADER", post="HAMLET_HEAD", phone="0912345678"),
        new("Danh Sáu", role="DEPUTY", post="YOUTH_MEMBER"),
        new("Lê Bảy"),
    ]
    response = client_of(cast.minh).post(url_of(team, "check/"), typed(*rows))
    assert response.context["blocks"] == []
    assert [seat.seat for seat in response.context["seats_shown"]] == [1, 2, 3]
    assert 'hx-swap-oob="true"' in text_of(response)
    assert "<html" not in text_of(response)
    assert (line_up(team), Person.objects.count(), PersonPosition.objects.count()) == ([], 0, 0)


def test_a_hamlet_has_one_head_and_the_second_is_said_at_the_line(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    make_person(cast.places.commune, "Nguyễn Văn Trưởng", head_of=hamlet)
    team = make_draft_team(cast, members=0)
    response = client_of(cast.minh).post(
        url_of(team), typed(new("Trần Năm", role="LEADER", post="HAMLET_HEAD"))
    )
    assert list(response.context["form"].rows[0].errors) == ["person_text"]
    assert (line_up(team), Person.objects.count()) == ([], 1)


def test_the_organisation_says_as_what_somebody_sits(cast: Cast) -> None:
    bank = Organisation.objects.create(
        name="Agribank", group="BANK", type="COMMERCIAL_BANK", area=cast.places.province
    )
    team = make_draft_team(cast, members=0)
    client_of(cast.minh).post(url_of(team), typed(new("Lê Bảy", organisation_text="agribank")))
    row = proposal_of(team).entries.get()
    assert (row.organisation, row.category) == (bank, MemberCategory.BANK)


@pytest.mark.parametrize(("members", "name"), [(4, "few"), (10, "many")])
def test_opening_and_saving_cost_the_same_for_four_and_ten(cast: Cast, members: int, name: str) -> None:
    team = make_draft_team(cast, members=members)
    people = [(row.person, row.role, row.category) for row in proposal_of(team).entries.order_by("seat")]
    minh = client_of(cast.minh)
    rows = [known(person, role=role, category=category) for person, role, category in people]
    minh.get(url_of(team))
    with CaptureQueriesContext(connection) as opening:
        minh.get(url_of(team))
    with CaptureQueriesContext(connection) as saving:
        minh.post(url_of(team), typed(*rows, lock=proposal_of(team).lock))
    COUNTS.setdefault("opening", len(opening))
    COUNTS.setdefault("saving", len(saving))
    assert (len(opening), len(saving)) == (COUNTS["opening"], COUNTS["saving"])


COUNTS: dict[str, int] = {}


def test_an_amendment_keeps_seats_and_the_team_in_force(cast: Cast) -> None:
    team = make_active_team(cast, members=4)
    item = propose(by=cast.minh, team=team, action=DecisionAction.AMEND)
    rows = list(item.entries.select_related("person").order_by("seat"))
    kept = [known(row.person, role=row.role, category=row.category) for row in (rows[0], rows[1], rows[3])]
    client_of(cast.minh).post(url_of(team), typed(*kept, new("Lê Bảy", birth="1980"), lock=item.lock))
    assert [seat for _name, seat, *_rest in line_up(team)] == [1, 2, 3, 4]
    assert [name for name, *_rest in line_up(team)][2] == "Lê Bảy"
    assert team.memberships.count() == 4


def test_a_list_that_was_decided_on_is_not_edited(cast: Cast) -> None:
    team = make_active_team(cast)
    item = team.items.get()
    response = client_of(cast.minh).get(f"/teams/proposals/{item.pk}/")
    assert (response.status_code, response["Location"]) == (302, f"/teams/{team.pk}/")


@pytest.mark.parametrize("suffix", ["", "check/", "areas/", "refresh/", "discard/"])
def test_only_the_commune_of_the_team_draws_up_lists(cast: Cast, suffix: str) -> None:
    team = make_draft_team(cast, members=2)
    answers = {
        name: client_of(user).get(url_of(team, suffix)).status_code for name, user in cast.everybody.items()
    }
    assert answers == {
        "minh": 200,
        "quang": 404,
        **dict.fromkeys(("lan", "an", "son", "binh", "hoa", "tuan"), 403),
    }


def test_the_hamlets_of_a_team_are_chosen_from_its_commune(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    first, second = cast.places.hamlets[:2]
    minh = client_of(cast.minh)
    minh.post(
        url_of(team, "areas/"),
        {"areas": [first.pk, second.pk], "primary": second.pk, "lock": proposal_of(team).lock},
    )
    links = proposal_of(team).item_areas.order_by("pk").values_list("area_id", "is_primary")
    assert sorted(links) == sorted([(first.pk, False), (second.pk, True)])
    outside = cast.places.other_hamlets[0].pk
    response = minh.post(url_of(team, "areas/"), {"areas": [outside], "primary": outside, "lock": 1})
    assert sorted(response.context["form"].errors) == ["areas", "primary"]


def test_supplementary_seats_are_offered_for_large_hamlets_only(cast: Cast) -> None:
    hamlet = cast.places.hamlets[0]
    team = make_draft_team(cast, hamlet, members=0)
    minh = client_of(cast.minh)
    assert 'name="p0-is_supplementary"' not in text_of(minh.get(url_of(team)))
    hamlet.large_population, hamlet.large_reason = True, "Trên 900 hộ"
    hamlet.save()
    assert 'name="p0-is_supplementary"' in text_of(minh.get(url_of(team)))
    people = make_line_up(hamlet, 10)
    rows = [known(one.person, role=one.role, category=one.category) for one in people]
    youth = new("Danh Đoàn", category="YOUTH_UNION", is_supplementary="on", birth="2000")
    assert minh.post(url_of(team), typed(*rows, youth)).status_code == 302
    assert [seat for _name, seat, *_rest in line_up(team)] == [*range(1, 12)]
