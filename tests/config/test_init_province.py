"""Founding a real register: areas, rules and the first administrator, or nothing."""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from accounts.models import User, UserScope
from areas.enums import AreaLevel
from areas.models import Area
from common.models import Register, RegisterKind
from config.founding import set_for
from config.management.commands import init_province
from teams.models import RuleSet

ADMIN = {
    "ADMIN_USERNAME": "QuanTri",
    "ADMIN_FULL_NAME": "Lê Thị Quản",
    "ADMIN_PASSWORD": "mot-cau-dai-kho-doan",
}


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """The sentences as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def admin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The administrator comes from the environment."""
    for name, value in ADMIN.items():
        monkeypatch.setenv(name, value)


def init(*words: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("init_province", "--code", "91", *words, stdout=out, stderr=StringIO())
    return out.getvalue()


def nothing_is_written() -> bool:
    """Whether the database is as empty as before."""
    return not any(model.objects.exists() for model in (Register, Area, User, UserScope, RuleSet))  # type: ignore[attr-defined] # any model


def test_a_register_of_2022(db: None, admin: None) -> None:
    said = init("--on", "2022-08-05")
    assert "Tỉnh Kiên Giang" in said or "Kiên Giang" in said
    register = Register.objects.get()
    assert (register.kind, register.area_set) == (RegisterKind.REAL, "kien-giang-2022")
    counts = [Area.objects.filter(level=level).count() for level in AreaLevel.values]
    assert counts == [1, 15, 144, 0]
    rules = RuleSet.objects.get()
    assert (rules.max_members, rules.min_members, rules.enterprise_worker_threshold) == (10, 3, 300)
    assert (rules.leader_must_be_hamlet_head, rules.deputy_must_be_youth, rules.deputy_required) == (
        True,
        True,
        True,
    )
    assert (rules.valid_from, rules.valid_to) == (date(2022, 1, 1), None)
    assert "Kiên Giang" in rules.document_ref


def test_the_first_administrator_may_look_after_the_province(db: None, admin: None) -> None:
    init("--on", "2022-08-05")
    user = User.objects.get()
    assert (user.username, user.full_name) == ("quantri", "Lê Thị Quản")
    assert user.check_password(ADMIN["ADMIN_PASSWORD"])
    scope = UserScope.objects.get()
    assert (scope.role, scope.area.code, scope.valid_from) == ("SYS_ADMIN", "91", timezone.localdate())
    assert user.is_staff


def test_a_register_of_today_holds_the_country(db: None, admin: None) -> None:
    init()
    assert Register.objects.get().area_set == "vietnam-2025"
    assert Area.objects.filter(level=AreaLevel.COMMUNE).count() == 3321
    assert RuleSet.objects.get().province.name == "An Giang"
    assert "rà soát" in RuleSet.objects.get().document_ref


@pytest.mark.parametrize(
    ("on", "key"), [(date(2025, 6, 30), "kien-giang-2022"), (date(2025, 7, 1), "vietnam-2025")]
)
def test_the_list_follows_the_day(on: date, key: str) -> None:
    assert set_for(on).key == key


def test_a_second_run_says_so_and_changes_nothing(db: None, admin: None) -> None:
    init("--on", "2022-08-05")
    assert "Nothing was changed" in init("--on", "2022-08-05")
    assert (User.objects.count(), RuleSet.objects.count(), Register.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("kind", [RegisterKind.DEMO, RegisterKind.BENCH])
def test_invented_data_never_becomes_real(db: None, admin: None, kind: RegisterKind) -> None:
    Register.objects.create(kind=kind)
    with pytest.raises(CommandError, match="invented data"):
        init()
    assert not Area.objects.exists()


def test_rows_that_say_not_what_they_are_stay_alone(db: None, admin: None) -> None:
    User.objects.create_user("somebody", full_name="Ai Đó")
    with pytest.raises(CommandError, match="already holds"):
        init()
    assert not Register.objects.exists()


@pytest.mark.parametrize(
    "words", [("--code", "99", "--on", "2022-08-05"), ("--code", "01", "--on", "2022-08-05")]
)
def test_an_unknown_province_leaves_nothing_behind(db: None, admin: None, words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="no province"):
        call_command("init_province", *words, stdout=StringIO())
    assert nothing_is_written()


@pytest.mark.parametrize("password", ["12345678", "ngan", "lethiquan-quantri", ""])
def test_a_weak_password_leaves_nothing_behind(
    db: None, admin: None, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    monkeypatch.setenv("ADMIN_PASSWORD", password)
    with pytest.raises(CommandError):
        init("--on", "2022-08-05")
    assert nothing_is_written()


def test_half_an_account_in_the_environment_is_refused(
    db: None, admin: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADMIN_FULL_NAME")
    with pytest.raises(CommandError, match="together"):
        init("--on", "2022-08-05")
    assert nothing_is_written()


def test_it_asks_on_the_terminal_until_the_answers_do(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["hà", "Trần Hà", "tranha", "Trần Hà", "tranha", "Trần Hà"])
    passwords = iter(
        ["dai-va-kho-doan-1", "dai-va-kho-doan-1", "mot", "hai", "dai-va-kho-doan-1", "dai-va-kho-doan-1"]
    )
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    monkeypatch.setattr(init_province, "getpass", lambda _question: next(passwords))
    init("--on", "2022-08-05")
    assert User.objects.get().username == "tranha"


def test_after_three_wrong_answers_nothing_is_written(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: "x y z")
    monkeypatch.setattr(init_province, "getpass", lambda _question: "ngan")
    with pytest.raises(CommandError, match="nothing was written"):
        init("--on", "2022-08-05")
    assert nothing_is_written()
