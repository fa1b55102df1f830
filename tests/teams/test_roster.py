"""Line-ups of drafts: the cap of ten (BR-03, BR-04), one leader, one seat each (BR-08), stale forms."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from areas.models import Area
from teams.enums import MemberCategory, TeamRole
from teams.findings import stored_line_up
from teams.line_ups import EntryData
from teams.models import (
    DecisionItem,
    LineUpEntry,
    RuleSet,
    Team,
)
from teams.roster import (
    add_entry,
    delete_draft,
    remove_entry,
    rename_team,
    save_line_up,
    set_areas,
)
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    entry,
    make_active_team,
    make_draft_team,
    make_line_up,
    make_person,
    proposal_of,
)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def codes(error: ValidationError) -> list[str]:
    return [one.code for one in error.error_list]


def mark_large(hamlet: Area) -> None:
    hamlet.large_population, hamlet.large_reason = True, "612 hộ"
    hamlet.save()


def youth(cast: Cast, count: int, supplementary: bool = True) -> list[EntryData]:
    return [
        EntryData(
            make_person(cast.places.commune),
            TeamRole.MEMBER,
            MemberCategory.YOUTH_UNION,
            is_supplementary=supplementary,
        )
        for _ in range(count)
    ]


# BR-03, BR-04.


@pytest.mark.parametrize(("members", "fits"), [(9, True), (10, True), (11, False)])
def test_br_03_at_most_ten(cast: Cast, members: int, fits: bool) -> None:
    team = make_draft_team(cast, members=0)
    entries = make_line_up(team.area, members)
    if fits:
        save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
    else:
        with pytest.raises(ValidationError) as error:
            save_line_up(by=cast.minh, item=proposal_of(team), entries=entries)
        assert codes(error.value) == ["BR-03"]
    assert LineUpEntry.objects.count() == (members if fits else 0)


def test_br_03_rule_set_lowers_the_cap(cast: Cast) -> None:
    RuleSet.objects.update(max_members=8)
    team = make_draft_team(cast, members=8)
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=entry(make_person(cast.places.commune)))
    assert codes(error.value) == ["BR-03"]


def test_br_03_tenth_and_eleventh_added_one_by_one(cast: Cast) -> None:
    team = make_draft_team(cast, members=9)
    tenth = add_entry(by=cast.minh, item=proposal_of(team), entry=entry(make_person(cast.places.commune)))
    assert tenth.seat == 10
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=entry(make_person(cast.places.commune)))
    assert codes(error.value) == ["BR-03"]


@pytest.mark.parametrize(
    ("large", "category", "rule"),
    [
        (True, MemberCategory.YOUTH_UNION, None),
        (True, MemberCategory.BANK, "BR-04"),
        (False, MemberCategory.YOUTH_UNION, "BR-03"),
    ],
)
def test_br_04_eleventh_member(cast: Cast, large: bool, category: str, rule: str | None) -> None:
    if large:
        mark_large(cast.places.hamlets[0])
    team = make_draft_team(cast, members=10)
    more = EntryData(make_person(cast.places.commune), TeamRole.MEMBER, category, is_supplementary=True)
    if rule is None:
        assert add_entry(by=cast.minh, item=proposal_of(team), entry=more).seat == 11
        return
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=more)
    assert codes(error.value) == [rule]


def test_br_04_limit_of_the_rule_set(cast: Cast) -> None:
    RuleSet.objects.update(max_supplementary=2)
    mark_large(cast.places.hamlets[0])
    team = make_draft_team(cast, members=0)
    ten = make_line_up(team.area, 10)
    save_line_up(by=cast.minh, item=proposal_of(team), entries=[*ten, *youth(cast, 2)])
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=youth(cast, 1)[0])
    assert codes(error.value) == ["BR-04"]


# Leader, one seat each (BR-05, BR-08).


def test_br_05_second_leader_is_refused_in_a_draft(cast: Cast) -> None:
    team = make_draft_team(cast, members=3)
    second = entry(make_person(cast.places.commune), TeamRole.LEADER)
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=second)
    assert codes(error.value) == ["BR-05"]


def test_br_08_same_person_twice(cast: Cast) -> None:
    team = make_draft_team(cast, members=3)
    item = proposal_of(team)
    again = entry(item.entries.first().person)
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=item, entry=again)
    assert codes(error.value) == ["BR-08"]


def test_br_08_one_person_in_several_teams(cast: Cast) -> None:
    staff = make_person(cast.places.commune)
    for hamlet in cast.places.hamlets[:5]:
        team = make_draft_team(cast, hamlet, members=3)
        add_entry(
            by=cast.minh,
            item=proposal_of(team),
            entry=entry(staff, category=MemberCategory.POST_TELECOM),
        )
    assert LineUpEntry.objects.filter(person=staff).count() == 5


# Seats: who stays keeps the seat (rule 5).


def test_who_stays_keeps_the_seat_and_newcomers_get_the_lowest(cast: Cast) -> None:
    team = make_draft_team(cast, members=6)
    item = proposal_of(team)
    before = stored_line_up(item)
    people = [data.person.pk for data in before]
    kept = [data for data in before if data.person.pk not in (people[1], people[3])]
    new = [entry(make_person(cast.places.commune)) for _ in range(3)]
    save_line_up(by=cast.minh, item=item, entries=[*reversed(kept), *new])
    seats = dict(LineUpEntry.objects.values_list("person", "seat"))
    assert [seats[data.person.pk] for data in kept] == [1, 3, 5, 6]
    assert [seats[data.person.pk] for data in new] == [2, 4, 7]


def test_saving_the_same_list_again_writes_no_entry(cast: Cast) -> None:
    team = make_draft_team(cast, members=6)
    item = proposal_of(team)
    written = LineUpEntry.history.count()
    saved = save_line_up(by=cast.minh, item=item, entries=stored_line_up(item))
    assert LineUpEntry.history.count() == written
    assert saved.lock == item.lock + 1


def test_leader_and_member_change_places(cast: Cast) -> None:
    team = make_draft_team(cast, members=4)
    item = proposal_of(team)
    leader, deputy, *others = stored_line_up(item)
    swapped = [
        EntryData(deputy.person, TeamRole.LEADER, deputy.category),
        EntryData(leader.person, TeamRole.DEPUTY, leader.category),
        *others,
    ]
    save_line_up(by=cast.minh, item=item, entries=swapped)
    roles = dict(LineUpEntry.objects.values_list("person", "role"))
    assert (roles[deputy.person.pk], roles[leader.person.pk]) == ("LEADER", "DEPUTY")


def test_regular_and_supplementary_member_change_places(cast: Cast) -> None:
    mark_large(cast.places.hamlets[0])
    team = make_draft_team(cast, members=0)
    item = proposal_of(team)
    ten = make_line_up(team.area, 10)
    regular, extra = EntryData(ten[9].person, "MEMBER", "YOUTH_UNION"), youth(cast, 1)[0]
    save_line_up(by=cast.minh, item=item, entries=[*ten[:9], regular, extra])
    save_line_up(
        by=cast.minh,
        item=item,
        entries=[
            *ten[:9],
            EntryData(regular.person, "MEMBER", "YOUTH_UNION", is_supplementary=True),
            EntryData(extra.person, "MEMBER", "YOUTH_UNION"),
        ],
    )
    seats = dict(LineUpEntry.objects.values_list("person", "seat"))
    assert (seats[regular.person.pk], seats[extra.person.pk]) == (11, 10)


def test_removed_person_frees_the_seat(cast: Cast) -> None:
    team = make_draft_team(cast, members=5)
    item = proposal_of(team)
    third = LineUpEntry.objects.get(seat=3).person
    remove_entry(by=cast.minh, item=item, person=third)
    assert add_entry(by=cast.minh, item=item, entry=entry(make_person(cast.places.commune))).seat == 3


# Two officials at one list; fixed lists.


def test_stale_form_is_refused_and_says_who_was_faster(cast: Cast) -> None:
    team = make_draft_team(cast, members=3)
    item = proposal_of(team)
    opened = item.lock
    save_line_up(by=cast.an, item=item, entries=make_line_up(team.area, 4), lock=opened)
    with pytest.raises(ValidationError) as error:
        save_line_up(by=cast.minh, item=item, entries=make_line_up(team.area, 5), lock=opened)
    assert codes(error.value) == ["stale"]
    assert "Lê Thị An" in error.value.messages[0]
    assert item.entries.count() == 4


def test_br_23_line_up_in_force_is_fixed(cast: Cast) -> None:
    team = make_active_team(cast)
    item = DecisionItem.objects.get(team=team)
    for change in (
        lambda: save_line_up(by=cast.minh, item=item, entries=[]),
        lambda: add_entry(by=cast.minh, item=item, entry=entry(make_person(cast.places.commune))),
        lambda: remove_entry(by=cast.minh, item=item, person=item.entries.first().person),
        lambda: set_areas(by=cast.minh, item=item, areas=[team.area], primary=team.area),
    ):
        with pytest.raises(ValidationError) as error:
            change()
        assert codes(error.value) == ["BR-23"]


def test_team_in_force_is_not_deleted(cast: Cast) -> None:
    team = make_active_team(cast)
    with pytest.raises(ValidationError) as error:
        delete_draft(by=cast.minh, team=team)
    assert codes(error.value) == ["not_a_draft"]


def test_deleted_draft_leaves_only_history(cast: Cast) -> None:
    team = make_draft_team(cast)
    delete_draft(by=cast.minh, team=team)
    assert (Team.objects.count(), DecisionItem.objects.count(), LineUpEntry.objects.count()) == (0, 0, 0)
    assert Team.history.first().history_type == "-"
    assert Team.history.first().history_user == cast.minh


def test_renamed_team_is_found_by_its_new_name(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    rename_team(by=cast.minh, team=team, name="Tổ số  Đường Xuồng")
    team.refresh_from_db()
    assert (team.name, team.search_key) == ("Tổ số Đường Xuồng", "to so duong xuong t-31018-001")


def test_outsiders_change_nothing(cast: Cast) -> None:
    item = proposal_of(make_draft_team(cast, members=3))
    for user in (cast.quang, cast.lan, cast.binh, cast.hoa):
        with pytest.raises(PermissionDenied):
            save_line_up(by=user, item=item, entries=[])
    assert item.entries.count() == 3
