"""The demo: the same every time, believable, and never in a register of real people."""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import translation

from accounts.models import User, UserScope
from areas.enums import AreaLevel
from areas.loading import load_areas
from areas.models import Area, AreaStat, AreaVersion
from common.models import Register, RegisterKind
from config.demo.bulk import Size, merged_communes, seed_merged
from config.demo.cases import NUMBERS, Case, share_out
from config.demo.hamlets import FEWEST, HAMLETS, MINH_THUAN, invent_hamlets, numbers_of_hamlets
from config.demo.names import Phones, chance_of, invent_name
from config.demo.organisations import enterprises, invented_tax_code
from config.demo.seed import SEED, seed_demo
from config.demo.teams import CommuneBook
from households.doubles import possible_doubles
from households.enums import Outcome
from households.figure_checks import differences
from households.models import DirtyFigure, Household, Session, Visit
from teams.composition import findings
from teams.enums import Gender, ItemStatus, TeamRole, TeamStatus
from teams.findings import findings_of, item_facts
from teams.models import Decision, DecisionItem, Membership, Person, Team, TeamArea, TeamPeriod
from teams.organisations import tax_code_of
from teams.rebuild import rebuild_teams
from vietnamese.phones import parse_phone
from vietnamese.text import fold

PASSWORD = "to-so-demo-2022"
STATE = (
    "code",
    "kind",
    "name",
    "search_key",
    "status",
    "full_name",
    "birth_year",
    "phone",
    "seat",
    "role",
    "from_date",
    "head_name",
    "client_uuid",
    "visited_on",
    "outcome",
)
"""Fields that must be equal in two runs; ids and times of writing need not."""


@pytest.fixture
def communes(db: None) -> list[Area]:
    """The 144 communes of Kiên Giang."""
    load_areas("kien-giang-2022")
    return list(Area.objects.filter(level=AreaLevel.COMMUNE).select_related("parent").order_by("code"))


@pytest.fixture
def demo(db: None) -> None:
    """One commune of the demo."""
    seed_demo("commune")


def state_of(*models: type) -> list[list[dict[str, object]]]:
    """What the tables hold, without ids and times.

    The number of a visit that a session gave is made of the household's id; PostgreSQL uses no id twice.
    """
    found = []
    for model in models:
        names = [f for f in STATE if f in {c.name for c in model._meta.concrete_fields}]
        rows = list(model.objects.order_by("pk").values(*names))  # type: ignore[attr-defined] # our queryset
        if model is Visit:
            by_session = list(Visit.objects.order_by("pk").values_list("session_id", flat=True))
            for row, session in zip(rows, by_session, strict=True):
                row["client_uuid"] = "of a session" if session else row["client_uuid"]
        found.append(rows)
    return found


def test_hamlets_are_957_and_at_least_three_in_each_commune(communes: list[Area]) -> None:
    numbers = numbers_of_hamlets(communes, SEED)
    assert (len(numbers), sum(numbers.values())) == (144, HAMLETS) == (144, 957)
    assert min(numbers.values()) >= FEWEST


@pytest.mark.parametrize("seed", [SEED, 1, 7])
def test_no_two_hamlets_of_a_commune_are_equal_without_accents(communes: list[Area], seed: int) -> None:
    numbers = numbers_of_hamlets(communes, seed)
    for commune in communes:
        names = invent_hamlets(commune, numbers[commune.code], seed)
        assert len(names) == numbers[commune.code], commune
        assert len({(one.kind, fold(one.name)) for one in names}) == len(names), commune


def test_wards_have_quarters_and_rural_communes_hamlets(communes: list[Area]) -> None:
    kinds = {commune.kind: {one.kind for one in invent_hamlets(commune, 6, SEED)} for commune in communes}
    assert kinds["PHUONG"] == {"KHU_PHO"}
    assert kinds["XA"] == {"AP"}
    assert kinds["THI_TRAN"] <= {"KHU_PHO", "AP"}


def test_every_case_occurs_as_often_as_it_should(communes: list[Area]) -> None:
    numbers = numbers_of_hamlets(communes, SEED)
    names = {unit.code: invent_hamlets(unit, numbers[unit.code], SEED) for unit in communes}
    cases = share_out(names, SEED)
    counted = Counter(case for (code, _place), case in cases.items() if code != MINH_THUAN)
    assert {case: counted[case] for case in NUMBERS} == NUMBERS
    assert counted[Case.COVERS_NEXT] == counted[Case.COVERED] == 4
    assert cases == share_out(names, SEED)


def test_phones_are_invented_and_never_the_same() -> None:
    phones = Phones()
    given = [phones.next() for _number in range(20_000)]
    assert len(set(given)) == 20_000
    assert all(phone[:4] == "+849" and phone[6:9] == "000" and len(phone) == 12 for phone in given)
    assert all(parse_phone(phone).e164 == phone for phone in given[:500])


def test_names_are_kinh_and_khmer_and_the_same_for_a_seed() -> None:
    chance = chance_of(SEED, "names")
    names = [invent_name(chance) for _number in range(2000)]
    assert names[0] == invent_name(chance_of(SEED, "names"))
    surnames = Counter(one.full_name.split()[0] for one in names)
    assert surnames.most_common(1)[0][0] == "Nguyễn"
    assert surnames["Danh"] > 30
    assert surnames["Thị"] > 5
    assert {one.gender for one in names} == {Gender.MALE, Gender.FEMALE}


def test_tax_codes_pass_their_check_digit_and_belong_to_no_tax_office() -> None:
    codes = [invented_tax_code(number) for number in range(30)]
    assert len(set(codes)) == 30
    assert all(tax_code_of(code) == code and code.startswith("99") for code in codes)


def test_enterprises_stand_on_both_sides_of_the_threshold() -> None:
    latest = sorted(works.counts[-1][1] for works in enterprises(date(2026, 1, 1)))
    assert {299, 300, 301} <= set(latest)


def test_the_communes_state_is_as_the_documents_tell(demo: None) -> None:
    assert Register.objects.get().kind == RegisterKind.DEMO
    status = dict(Team.objects.values_list("area__name", "status"))
    assert status == {
        "Minh Thành": "ACTIVE",
        "Minh Tân": "ACTIVE",
        "Minh Cường": "ACTIVE",
        "Minh Dũng": "NEEDS_RECONSTITUTION",
        "Minh Tiến": "DRAFT",
        "Minh Kiên": "ACTIVE",
    }
    hamlets = Area.objects.filter(level=AreaLevel.HAMLET)
    assert hamlets.count() == 7
    assert AreaStat.objects.count() >= 10
    assert Decision.objects.get().status == "ISSUED"
    assert DecisionItem.objects.filter(status=ItemStatus.IN_FORCE).count() == 5


def test_the_draft_has_findings_that_keep_it_from_working(demo: None) -> None:
    item = DecisionItem.objects.get(team__status=TeamStatus.DRAFT)
    [judged] = item_facts([item], at_activation=True, has_decision=True).values()
    assert {finding.rule for finding in findings(*judged) if finding.level == "E"} >= {"BR-05", "BR-07"}


def test_working_teams_break_no_rule_but_the_one_that_lost_its_leader(demo: None) -> None:
    working = Team.objects.filter(status=TeamStatus.ACTIVE)
    found = findings_of(working, date(2025, 1, 1))
    wrong = {team: [f.rule for f in some if f.level == "E"] for team, some in found.items()}
    assert all(not rules for rules in wrong.values()), wrong


def test_the_eight_accounts_hold_their_roles_and_one_password(demo: None) -> None:
    roles = dict(UserScope.objects.values_list("user__username", "role"))
    assert roles == {
        "son": "SYS_ADMIN",
        "an": "PROVINCE_MANAGER",
        "lan": "PROVINCE_VIEWER",
        "minh": "COMMUNE_OFFICIAL",
        "binh": "COMMUNE_LEADER",
        "hoa": "TEAM_LEADER",
        "tuan": "TEAM_MEMBER",
        "quang": "COMMUNE_OFFICIAL",
        "nhaplieu": "COMMUNE_OFFICIAL",
    }
    for user in User.objects.exclude(username="nhaplieu"):
        assert user.check_password(PASSWORD), user
        assert not user.must_change_password
        assert not user.has_dead_code
    clerk = User.objects.get(username="nhaplieu")
    assert not clerk.is_active
    assert not clerk.has_usable_password()


def test_hoa_leads_the_team_in_which_tuan_sits(demo: None) -> None:
    hoa, tuan = (Person.objects.get(user__username=name) for name in ("hoa", "tuan"))
    seats = {person: Membership.objects.get(person=person, to_date=None).role for person in (hoa, tuan)}
    assert seats == {hoa: TeamRole.LEADER, tuan: TeamRole.MEMBER}
    assert hoa.memberships.get().team == tuan.memberships.get().team


def test_every_kind_of_outreach_is_to_be_seen(demo: None) -> None:
    homes, counted = Household.objects.all(), Visit.objects.exclude(status="VOID")
    assert 250 < homes.count() < 330
    assert set(homes.values_list("consent_state", flat=True)) == {"UNASKED", "GIVEN", "REFUSED", "WITHDRAWN"}
    assert set(homes.values_list("status", flat=True)) == {"LIVING", "MOVED"}
    assert set(counted.values_list("outcome", flat=True)) == set(Outcome.values)
    assert counted.filter(household=None, business=None).exists()
    assert counted.filter(business__isnull=False).count() >= 5
    assert Visit.objects.filter(status="VOID").count() == 1
    assert Session.objects.count() == 10
    assert homes.filter(last_visit_on=None).count() > 40
    minh, hoa, tuan = (User.objects.get(username=name) for name in ("minh", "hoa", "tuan"))
    assert len(possible_doubles(minh, None)) >= 1
    assert [Household.objects.visible_to(user).count() > 50 for user in (minh, hoa, tuan)] == [True] * 3  # type: ignore[attr-defined] # our queryset


def test_figures_of_the_demo_are_worked_out(demo: None) -> None:
    assert not DirtyFigure.objects.exists()
    assert differences(list(Area.objects.hamlets().values_list("pk", flat=True))) == []  # type: ignore[attr-defined] # our queryset


def test_derived_rows_are_what_the_facts_say(demo: None) -> None:
    before = state_of(Membership, TeamArea, TeamPeriod, Team)
    rebuild_teams(Team.objects.values_list("pk", flat=True))
    assert state_of(Membership, TeamArea, TeamPeriod, Team) == before


def test_two_runs_write_the_same_and_another_seed_something_else(db: None) -> None:
    states = []
    for seed in (SEED, SEED, 7):
        with transaction.atomic():
            seed_demo("commune", seed)
            states.append(
                state_of(AreaVersion, Person, Team, Membership, Decision, Household, Session, Visit)
            )
            transaction.set_rollback(True)
    assert states[0] == states[1]
    assert states[0] != states[2]


def test_a_failure_half_way_leaves_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(book: object) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(CommuneBook, "live_on", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        seed_demo("commune")
    assert not any(model.objects.exists() for model in (Register, Area, User, Person, Team, Decision))


def seed(*words: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("seed_demo", "--size", "commune", *words, stdout=out)
    return out.getvalue()


def test_the_command_fills_once_and_then_changes_nothing(db: None) -> None:
    with translation.override("en"):
        assert "1 of 1 communes: 6 teams" in seed("--yes")
        before = state_of(AreaVersion, Person, Team, Membership, Decision)
        assert "Nothing was changed" in seed("--yes")
    assert state_of(AreaVersion, Person, Team, Membership, Decision) == before


@pytest.mark.parametrize("kind", [RegisterKind.REAL, RegisterKind.BENCH])
def test_another_register_is_refused(db: None, kind: RegisterKind) -> None:
    Register.objects.create(kind=kind)
    with pytest.raises(CommandError):
        seed("--yes")
    assert not User.objects.exists()


def test_unmarked_rows_of_somebody_are_refused(db: None) -> None:
    User.objects.create_user("somebody", full_name="Ai Đó")
    with pytest.raises(CommandError):
        seed("--yes")
    assert not Register.objects.exists()


def test_areas_loaded_before_do_not_stand_in_the_way(db: None) -> None:
    load_areas("kien-giang-2022")
    seed("--yes")
    assert Register.objects.get().area_set == "kien-giang-2022"
    assert Area.objects.filter(level=AreaLevel.COMMUNE).count() == 144


def test_a_database_named_from_outside_must_be_meant(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@db.example.vn/register")
    with pytest.raises(CommandError, match="DATABASE_URL"):
        seed()
    assert not Register.objects.exists()


def test_bulk_rows_are_those_that_the_services_would_write(db: None) -> None:
    chosen = seed_merged(SEED, lambda _text: None, Size(communes=3, teams=9, members=5, hamlets=30))
    assert Register.objects.get().kind == RegisterKind.BENCH
    assert [Area.objects.filter(parent=commune).count() for commune in chosen] == [3, 3, 3]
    assert Area.objects.filter(level=AreaLevel.HAMLET).count() == 30
    assert (Team.objects.count(), Membership.objects.count()) == (9, 45)
    models = (Membership, TeamArea, TeamPeriod, Team)
    before = [list(model.objects.order_by("pk").values()) for model in models]  # type: ignore[attr-defined] # any model
    rebuild_teams(Team.objects.values_list("pk", flat=True))
    assert [list(model.objects.order_by("pk").values()) for model in models] == before  # type: ignore[attr-defined] # any model


def test_communes_of_neighbours_fill_the_merged_province_up(db: None) -> None:
    load_areas("vietnam-2025")
    province = Area.objects.get(level=AreaLevel.PROVINCE, code="91")
    communes = merged_communes(province, 130)
    assert (len(communes), sum(unit.parent_id == province.pk for unit in communes)) == (130, 102)
