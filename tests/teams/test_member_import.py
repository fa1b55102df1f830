"""Lists of members become draft teams and proposals: matched, judged, written, taken back (BR-11, 44 to 48)."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from areas.models import Area
from common.models import AuditEntry, Register, RegisterKind
from imports.enums import JobStatus
from imports.kinds import list_kind
from imports.models import ImportBatch
from imports.review import correct, settle
from teams.enums import ItemStatus, OrgGroup, OrgType, TeamStatus
from teams.member_places import Places
from teams.models import DecisionItem, LineUpEntry, Organisation, Person, PersonPosition, Team
from tests.cast import Cast, make_cast
from tests.imports.lists import digests, take_back, write
from tests.teams.builders import make_active_team, make_person
from tests.teams.member_lists import handed_in, member, result, six, team

pytestmark = pytest.mark.django_db

NAMES = ("Danh Văn Bần", "Lý Thị Én", "Trần Thị Vú Sữa", "Lê Văn Lác", "Nguyễn Hữu Mái Dầm", "Danh Nhuôn")
OTHERS = ("Võ Văn Trâm", "Lý Hoàng Cò", "Trần Thị Mận", "Lê Văn Rô", "Nguyễn Hữu Xoài", "Danh Sả")


@pytest.fixture
def cast() -> Cast:
    Register.objects.create(kind=RegisterKind.DEMO)
    return make_cast()


def hand(cast: Cast, *teams: dict[str, Any], number: int = 0, **more: Any) -> ImportBatch:
    return handed_in(cast.minh, cast.places.commune, result(*teams, **more), number)


def names(cast: Cast) -> tuple[str, str]:
    return cast.places.hamlets[0].name, cast.places.hamlets[1].name


def rows(batch: ImportBatch) -> list[tuple[int, str, str]]:
    return list(batch.rows.values_list("row_no", "action", "refusal"))


def test_two_teams_become_drafts_and_are_taken_back(cast: Cast) -> None:
    first, second = names(cast)
    before = digests()
    batch = hand(cast, team(first, *six(5, *NAMES)), team(second, *six(12, *OTHERS)))
    assert batch.rows.filter(has_marks=True).count() == 0
    job = write(cast.minh, batch)
    assert (job.status, job.message, job.result["CREATE"]) == (JobStatus.DONE, "", 12)
    teams = Team.objects.order_by("code")
    assert [(one.name, one.status, one.area) for one in teams] == [
        (f"Tổ CNSCĐ ấp {first}", TeamStatus.DRAFT, cast.places.hamlets[0]),
        (f"Tổ CNSCĐ ấp {second}", TeamStatus.DRAFT, cast.places.hamlets[1]),
    ]
    entries = LineUpEntry.objects.filter(item__team=teams[0]).order_by("seat")
    assert [(one.person.full_name, one.seat, one.role, one.category, one.title_text) for one in entries] == [
        ("Danh Văn Bần", 1, "LEADER", "HAMLET_HEAD", "Trưởng ấp"),
        ("Lý Thị Én", 2, "DEPUTY", "YOUTH_UNION", "Bí thư chi đoàn"),
        ("Trần Thị Vú Sữa", 3, "MEMBER", "MASS_ORG_HEAD", "Chi hội trưởng HPN"),
        ("Lê Văn Lác", 4, "MEMBER", "BANK", "Agribank"),
        ("Nguyễn Hữu Mái Dầm", 5, "MEMBER", "RESIDENT", ""),
        ("Danh Nhuôn", 6, "MEMBER", "RESIDENT", ""),
    ]
    leader = Person.objects.get(full_name="Danh Văn Bần")
    assert (leader.birth_year, leader.birth_date, leader.birth_precision) == (1970, None, "YEAR")
    assert (leader.gender, leader.phone, leader.area) == ("MALE", "+84912000005", cast.places.commune)
    post = PersonPosition.objects.get(person=leader)
    assert (post.position_type, post.area) == ("HAMLET_HEAD", cast.places.hamlets[0])
    assert list(PersonPosition.objects.values_list("position_type", flat=True)) == ["HAMLET_HEAD"] * 2
    take_back(cast.minh, batch)
    assert batch.counts["undo"]["kept"] == 0
    assert digests() == before


def test_the_same_list_once_more_changes_nothing(cast: Cast) -> None:
    first, second = names(cast)
    teams = [team(first, *six(5, *NAMES)), team(second, *six(12, *OTHERS))]
    write(cast.minh, hand(cast, *teams))
    before = digests()
    batch = hand(cast, *teams, number=1)
    job = write(cast.minh, batch)
    assert job.result == {"CREATE": 0, "UPDATE": 0, "SKIP": 12, "REFUSED": 0}
    assert digests() == before


def test_a_team_in_force_gets_an_amendment_with_only_what_changed(cast: Cast) -> None:
    active = make_active_team(cast)
    sitting = list(active.memberships.order_by("seat"))
    leader = sitting[0].person
    listed = [
        member(
            3, leader.full_name, "leader", "HAMLET_HEAD", birth=str(leader.birth_year), phone="0912555000"
        ),
        member(4, "Danh Thị Mới", "member", "RESIDENT"),
    ]
    batch = hand(cast, team(active.area.name, *listed))
    previews = list_kind("members").previews(batch, list(batch.rows.select_related("group")))
    assert [one.action for one in previews.values()] == ["UPDATE", "CREATE"]
    job = write(cast.minh, batch)
    assert job.result == {"CREATE": 1, "UPDATE": 1, "SKIP": 0, "REFUSED": 0}
    item = DecisionItem.objects.get(team=active, status=ItemStatus.PROPOSED)
    assert (item.action, item.entries.count()) == ("AMEND", len(sitting) + 1)
    leader.refresh_from_db()
    assert leader.phone == "+84912555000"
    take_back(cast.minh, batch)
    leader.refresh_from_db()
    assert leader.phone != "+84912555000"
    assert not DecisionItem.objects.filter(team=active, status=ItemStatus.PROPOSED).exists()


def test_known_people_are_shown_and_never_merged_silently(cast: Cast) -> None:
    """BR-11: one sure, one to be asked about, one new."""
    commune, (first, _second) = cast.places.commune, names(cast)
    sure = make_person(commune, NAMES[0], phone="+84912000005", year=1950)
    namesake = make_person(commune, NAMES[1], phone="", year=1971)
    make_person(commune, NAMES[2], phone="", year=1930)  # another year: another person
    batch = hand(cast, team(first, *six(5, *NAMES)))
    found = list(batch.rows.order_by("number")[:3])
    assert [row.parsed["person"] for row in found] == [str(sure.pk), "", "new"]
    assert [[mark["code"] for mark in row.issues if mark["level"] == "MEND"] for row in found] == [
        [],
        ["known_people"],
        [],
    ]
    assert found[1].parsed["people"] == [[str(namesake.pk), f"{NAMES[1]}, 1971"]]
    job = write(cast.minh, batch)
    assert job.status == JobStatus.FAILED
    correct(by=cast.minh, batch=batch, cells={(found[1].pk, "person"): str(namesake.pk)})
    write(cast.minh, batch)
    seated = set(LineUpEntry.objects.values_list("person_id", flat=True))
    assert {sure.pk, namesake.pk} < seated
    assert Person.objects.filter(full_name=NAMES[2]).count() == 2


def test_one_person_in_two_teams_is_entered_once(cast: Cast) -> None:
    first, second = names(cast)
    collaborator = {"position_text": "CTV VNPT", "phone": "0912999999"}
    batch = hand(
        cast,
        team(first, *six(5, *NAMES), member(11, "Lâm Văn Ốc", "member", "POST_TELECOM", **collaborator)),
        team(second, *six(12, *OTHERS), member(18, "Lâm Văn Ốc", "member", "POST_TELECOM", **collaborator)),
    )
    write(cast.minh, batch)
    assert Person.objects.filter(full_name="Lâm Văn Ốc").count() == 1
    assert LineUpEntry.objects.filter(person__full_name="Lâm Văn Ốc").count() == 2


def test_unknown_hamlets_are_asked_about_and_can_be_entered(cast: Cast) -> None:
    batch = hand(cast, team("Xẻo Lá Mới", *six(5, *NAMES)))
    kind = list_kind("members")
    asked = [one for one in kind.questions(batch) if one.is_open]
    assert [(one.key, one.text) for one in asked] == [("hamlet:AP:xeo la moi", "Ấp Xẻo Lá Mới")]
    job = write(cast.minh, batch, only_good=True)
    assert job.result["REFUSED"] == 6
    again = hand(cast, team("Xẻo Lá Mới", *six(5, *NAMES)), number=1)
    settle(by=cast.minh, batch=again, answers={"hamlet:AP:xeo la moi": "new"})
    again.refresh_from_db()
    job = write(cast.minh, again)
    assert (job.message, job.result.get("CREATE")) == ("", 6)
    hamlet = Area.objects.get(name="Xẻo Lá Mới")
    assert Team.objects.get().area == hamlet
    take_back(cast.minh, again)
    assert not Area.objects.filter(name="Xẻo Lá Mới").exists()


def test_organisations_are_matched_by_their_abbreviations(cast: Cast) -> None:
    women = Organisation.objects.create(
        name="Hội Liên hiệp Phụ nữ xã",
        group=OrgGroup.MASS_ORG,
        type=OrgType.WOMEN_UNION,
        area=cast.places.commune,
    )
    first, _second = names(cast)
    batch = hand(cast, team(first, *six(5, *NAMES)))
    asked = {one.key: one for one in list_kind("members").questions(batch)}
    assert asked["organisation:women"].answer == str(women.pk)
    assert asked["organisation:agribank"].answer == "none"
    settle(by=cast.minh, batch=batch, answers={"organisation:agribank": "new"})
    write(cast.minh, batch)
    seats = dict(LineUpEntry.objects.values_list("person__full_name", "organisation__name"))
    assert (seats[NAMES[2]], seats[NAMES[3]], seats[NAMES[0]]) == (women.name, "Agribank", None)


def test_of_organisations_above_each_other_the_communes_own_is_taken(cast: Cast) -> None:
    """A post of a hamlet's list belongs to the commune; two of the commune itself are asked about."""
    values = {"group": OrgGroup.MASS_ORG, "type": OrgType.WOMEN_UNION}
    Organisation.objects.create(name="Hội Liên hiệp Phụ nữ tỉnh", area=cast.places.province, **values)
    own = Organisation.objects.create(name="Hội Liên hiệp Phụ nữ xã", area=cast.places.commune, **values)
    first, _second = names(cast)
    batch = hand(cast, team(first, *six(5, *NAMES)))
    asked = {one.key: one for one in list_kind("members").questions(batch)}
    women = asked["organisation:women"]
    assert (women.answer, women.is_sure) == (str(own.pk), True)
    Organisation.objects.create(name="Hội Liên hiệp Phụ nữ xã hai", area=cast.places.commune, **values)
    asked = {one.key: one for one in list_kind("members").questions(batch)}
    women = asked["organisation:women"]
    assert (women.answer, women.is_sure) == ("none", False)


def test_one_press_enters_all_unknown_hamlets_as_new(cast: Cast, client: Client) -> None:
    """What was chosen beside it is kept; a name that several hamlets bear is never settled so."""
    client.force_login(cast.minh)
    teams = [team("Bông Súng", *six(5, *NAMES)), team("Lá Sen", *six(15, *OTHERS)), team("Cò", *six(25))]
    batch = hand(cast, *teams)
    assert "Thêm mới 3 tên" in client.get(batch.get_absolute_url()).content.decode()
    chosen = str(cast.places.hamlets[0].pk)
    sent = {"suggested": "1", "q-hamlet:AP:la sen": chosen, "q-hamlet:AP:bong sung": ""}
    client.post(reverse("imports:batch_questions", args=[batch.pk]), sent)
    batch.refresh_from_db()
    assert {key: text for key, text in batch.choices.items() if text} == {
        "hamlet:AP:la sen": chosen,
        "hamlet:AP:bong sung": "new",
        "hamlet:AP:co": "new",
    }
    assert "tên chưa có trong sổ" not in client.get(batch.get_absolute_url()).content.decode()


def test_rules_stand_beside_each_team_and_refuse_what_no_draft_may_break(cast: Cast) -> None:
    first, second = names(cast)
    eleven = [member(20 + n, f"Danh Văn Tôm {n}", "leader" if n < 2 else "member") for n in range(11)]
    batch = hand(cast, team(first, *six(5, *NAMES)), team(second, *eleven))
    kind = list_kind("members")
    rows_ = list(batch.rows.select_related("group"))
    verdicts = kind.judge(batch, list(batch.groups.all()), rows_)
    assert verdicts[0].refused == ""
    assert {one.rule for one in verdicts[1].findings if one.level == "E"} >= {"BR-03", "BR-05"}
    job = write(cast.minh, batch, only_good=True)
    assert (job.result["CREATE"], job.result["REFUSED"]) == (6, 11)
    assert Team.objects.count() == 1


def test_blank_duties_are_settled_once_for_all(cast: Cast) -> None:
    first, _second = names(cast)
    blank = [member(5 + n, name, None, None) for n, name in enumerate(NAMES)]
    batch = hand(cast, team(first, *blank), file_flags=["roles_missing"])
    assert batch.rows.filter(has_marks=True).count() == 6
    settle(by=cast.minh, batch=batch, answers={"blank:role": "MEMBER", "blank:category": "RESIDENT"})
    assert batch.rows.filter(has_marks=True).count() == 0
    batch.refresh_from_db()
    assert write(cast.minh, batch).result["CREATE"] == 6


def test_capitals_become_title_case_only_when_the_official_agrees(cast: Cast) -> None:
    """BR-47."""
    first, _second = names(cast)
    shouted = [member(5, "LÊ VĂN MẪU D", "leader", "HAMLET_HEAD", flags=["name_case"])]
    for number, (answer, stored) in enumerate([("keep", "LÊ VĂN MẪU D"), ("title", "Lê Văn Mẫu D")]):
        batch = hand(cast, team(first, *shouted), number=number)
        settle(by=cast.minh, batch=batch, answers={"names:capitals": answer})
        batch.refresh_from_db()
        write(cast.minh, batch)
        assert list(Person.objects.values_list("full_name", flat=True)) == [stored]
        take_back(cast.minh, batch)


def test_a_page_costs_the_same_for_many_teams(cast: Cast) -> None:
    kind = list_kind("members")
    counts = []
    for number, size in enumerate((1, 6)):
        hamlets = [area.name for area in cast.places.hamlets[:size]]
        teams = [team(name, *six(5 + 10 * at, *NAMES, phone=1000 * at)) for at, name in enumerate(hamlets)]
        batch = hand(cast, *teams, number=number)
        groups, found = list(batch.groups.all()), list(batch.rows.select_related("group"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            kind.judge(batch, groups, found)
            kind.previews(batch, found)
            kind.questions(batch)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_hamlets_that_are_not_clear_are_asked_about_one_by_one(cast: Cast) -> None:
    unclear = [{"kind": "hamlet", "hamlet": None, "hamlet_kind": None, "number": number} for number in (1, 2)]
    batch = hand(cast, team(names(cast)[0], *six(5, *NAMES)))
    asked = Places(batch).questions(unclear)
    assert [(question.key, question.text, question.suggestion) for question in asked] == [
        ("hamlet::1", "tổ thứ 1 trong danh sách", ""),
        ("hamlet::2", "tổ thứ 2 trong danh sách", ""),
    ]


def test_whoever_looks_at_a_list_of_members_is_written_down(cast: Cast) -> None:
    client, batch = Client(), hand(cast, team(names(cast)[0], *six(5, *NAMES)))
    client.force_login(cast.minh, backend="accounts.backends.RegisterBackend")
    seen = AuditEntry.objects.filter(
        action="VIEW", object_type="imports.importbatch", object_id=str(batch.pk)
    )
    before = seen.count()
    client.get(batch.get_absolute_url())
    assert list(seen.values_list("actor", "row_count"))[before:] == [(cast.minh.pk, 6)]
