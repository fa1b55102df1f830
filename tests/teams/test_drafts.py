"""Setting up draft teams: codes, names, areas (BR-01), enterprises (BR-13)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from teams.enums import TeamLevel, TeamStatus
from teams.models import (
    EnterpriseProfile,
    ItemArea,
    LineUpEntry,
    Organisation,
    Team,
    TeamCounter,
)
from teams.organisations import save_enterprise, save_organisation
from teams.roster import (
    add_entry,
    create_team,
    delete_draft,
    save_line_up,
    set_areas,
)
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    entry,
    make_draft_team,
    make_person,
    proposal_of,
)
from tests.teams.test_roster import codes, youth


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


# Setting up a draft.


def test_draft_has_code_name_and_open_proposal(cast: Cast) -> None:
    hamlet = cast.places.hamlets[2]
    team = create_team(by=cast.minh, level=TeamLevel.HAMLET, areas=[hamlet], primary=hamlet)
    item = proposal_of(team)
    assert (team.code, team.name, team.status, team.area) == (
        "T-31018-001",
        "Tổ CNSCĐ ấp Minh Cường",
        TeamStatus.DRAFT,
        hamlet,
    )
    assert (item.action, item.prepared_by, item.decision) == ("ESTABLISH", cast.minh, None)
    assert list(item.item_areas.values_list("area", "is_primary")) == [(hamlet.pk, True)]


def test_codes_are_never_given_again(cast: Cast) -> None:
    delete_draft(by=cast.minh, team=make_draft_team(cast, members=0))
    assert make_draft_team(cast, members=0).code == "T-31018-002"
    assert TeamCounter.objects.get(commune_code="31018").last == 2


def test_history_names_the_acting_user(cast: Cast) -> None:
    team = make_draft_team(cast, members=3)
    item = proposal_of(team)
    writers = {
        team.history.get().history_user,
        *(row.history_user for row in item.history.all()),
        *(row.history_user for row in LineUpEntry.history.all()),
        *(row.history_user for row in ItemArea.history.all()),
    }
    assert writers == {cast.minh}


@pytest.mark.parametrize(
    ("user", "allowed"), [("minh", True), ("an", True), ("binh", False), ("quang", False), ("lan", False)]
)
def test_who_may_set_up_a_team(cast: Cast, user: str, allowed: bool) -> None:
    hamlet = cast.places.hamlets[0]
    if allowed:
        create_team(by=getattr(cast, user), level=TeamLevel.HAMLET, areas=[hamlet], primary=hamlet)
    else:
        with pytest.raises(PermissionDenied):
            create_team(by=getattr(cast, user), level=TeamLevel.HAMLET, areas=[hamlet], primary=hamlet)
    assert Team.objects.count() == int(allowed)


# BR-01, BR-13.


def test_br_01_two_hamlets_of_one_commune(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    team = create_team(by=cast.minh, level=TeamLevel.HAMLET, areas=[first, second], primary=first)
    assert set(proposal_of(team).item_areas.values_list("area", "is_primary")) == {
        (first.pk, True),
        (second.pk, False),
    }


def test_br_01_hamlet_of_another_commune(cast: Cast) -> None:
    team = make_draft_team(cast, members=0)
    first, foreign = cast.places.hamlets[0], cast.places.other_hamlets[0]
    with pytest.raises(PermissionDenied):
        set_areas(by=cast.minh, item=proposal_of(team), areas=[first, foreign], primary=first)
    with pytest.raises(ValidationError) as error:
        set_areas(by=cast.an, item=proposal_of(team), areas=[first, foreign], primary=first)
    assert codes(error.value) == ["BR-01"]
    assert list(ItemArea.objects.values_list("area", flat=True)) == [first.pk]


@pytest.mark.parametrize("level", [TeamLevel.HAMLET, TeamLevel.COMMUNE])
def test_br_01_areas_fit_the_kind_of_team(cast: Cast, level: str) -> None:
    wrong = cast.places.commune if level == TeamLevel.HAMLET else cast.places.hamlets[0]
    with pytest.raises(ValidationError) as error:
        create_team(by=cast.minh, level=level, areas=[wrong], primary=wrong)
    assert codes(error.value) == ["BR-01"]


def test_br_01_primary_is_one_of_the_areas(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    with pytest.raises(ValidationError) as error:
        create_team(by=cast.minh, level=TeamLevel.HAMLET, areas=[first], primary=second)
    assert codes(error.value) == ["BR-01"]


def test_primary_hamlet_of_a_draft_moves_the_team(cast: Cast) -> None:
    first, second = cast.places.hamlets[:2]
    team = make_draft_team(cast, first, members=0)
    set_areas(by=cast.minh, item=proposal_of(team), areas=[first, second], primary=second)
    team.refresh_from_db()
    assert team.area == second
    assert set(ItemArea.objects.values_list("area", "is_primary")) == {(first.pk, False), (second.pk, True)}


def make_enterprise(cast: Cast) -> EnterpriseProfile:
    company = Organisation(
        name="Công ty Thủy sản Minh Thuận", group="ENTERPRISE", type="COMPANY", area=cast.places.commune
    )
    save_organisation(by=cast.minh, organisation=company)
    profile = EnterpriseProfile(organisation=company, area=cast.places.commune)
    return save_enterprise(by=cast.minh, profile=profile)


def test_br_13_enterprise_team(cast: Cast) -> None:
    commune = cast.places.commune
    enterprise = make_enterprise(cast)
    with pytest.raises(ValidationError) as error:
        create_team(by=cast.minh, level=TeamLevel.ENTERPRISE, areas=[commune], primary=commune)
    assert codes(error.value) == ["BR-13"]
    team = create_team(
        by=cast.minh, level=TeamLevel.ENTERPRISE, areas=[commune], primary=commune, enterprise=enterprise
    )
    assert team.name == "Tổ CNSCĐ Công ty Thủy sản Minh Thuận"


def test_br_13_eleventh_member_of_an_enterprise_team_is_refused(cast: Cast) -> None:
    commune = cast.places.commune
    team = create_team(
        by=cast.minh,
        level=TeamLevel.ENTERPRISE,
        areas=[commune],
        primary=commune,
        enterprise=make_enterprise(cast),
    )
    ten = [entry(make_person(commune)) for _ in range(10)]
    save_line_up(by=cast.minh, item=proposal_of(team), entries=ten)
    with pytest.raises(ValidationError) as error:
        add_entry(by=cast.minh, item=proposal_of(team), entry=youth(cast, 1)[0])
    assert set(codes(error.value)) <= {"BR-03", "BR-04"}
    assert LineUpEntry.objects.count() == 10
