"""Nobody raises anybody, oneself included, above what the table of roles allows (J3, T-S5)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import users
from accounts.granting import fits_level, may_grant, may_manage
from accounts.models import User, UserScope
from accounts.roles import MAY_GRANT, OWN_TEAM_ROLES, Role
from areas.models import Area
from common.models import AuditAction, AuditEntry
from tests.cast import START, Cast, make_user

ROLES = list(Role)
HOME = dict.fromkeys(OWN_TEAM_ROLES | {Role.COMMUNE_OFFICIAL, Role.COMMUNE_LEADER}, "commune")


def home(cast: Cast, role: Role) -> Area:
    return getattr(cast.places, HOME.get(role, "province"))


def fresh(user: User) -> User:
    """As the next request reads the user."""
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("by_role", ROLES)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gives_exactly_what_the_table_says(cast: Cast, by_role: Role, role: Role) -> None:
    by = make_user("by", "Người Cấp", by_role, home(cast, by_role))
    legal = role in MAY_GRANT.get(by_role, frozenset())
    area = cast.places.commune
    before = UserScope.objects.count()
    if legal:
        user, code = users.create_user(
            by=by, username="new", full_name="Người Mới", role=role, area=area, valid_from=START
        )
        assert (list(user.scopes.values_list("role", "area")), len(code)) == ([(role, area.pk)], 6)
    else:
        with pytest.raises(ValidationError) as refused:
            users.create_user(
                by=by, username="new", full_name="Người Mới", role=role, area=area, valid_from=START
            )
        assert refused.value.error_dict["role"][0].code == "may_not_grant"
        assert (UserScope.objects.count(), User.objects.filter(username="new").count()) == (before, 0)


@pytest.mark.parametrize("by_role", ROLES)
@pytest.mark.parametrize("role", ROLES)
def test_an_account_is_managed_only_by_who_could_give_its_roles(
    cast: Cast, by_role: Role, role: Role
) -> None:
    by = make_user("by", "Người Cấp", by_role, home(cast, by_role))
    user = make_user("held", "Người Giữ", role, home(cast, role))
    legal = role in MAY_GRANT.get(by_role, frozenset())
    assert may_manage(by, user) is legal
    if not legal:
        for act in (
            lambda: users.suspend_user(by=by, user=user),
            lambda: users.activate_user(by=by, user=user),
            lambda: users.reset_password(by=by, user=user),
            lambda: users.edit_user(by=by, user=user, full_name="X"),
            lambda: users.end_scope(by=by, scope=user.scopes.get()),
            lambda: users.grant_scope(
                by=by, user=user, role=Role.TEAM_MEMBER, area=cast.places.commune, valid_from=START
            ),
        ):
            with pytest.raises(PermissionDenied):
                act()


def test_a_right_holds_only_in_its_own_area(cast: Cast) -> None:
    assert may_grant(cast.minh, Role.TEAM_MEMBER, cast.places.commune)
    assert not may_grant(cast.minh, Role.TEAM_MEMBER, cast.places.other_commune)
    assert not may_grant(cast.minh, Role.TEAM_MEMBER, cast.places.province)
    both = make_user("hai", "Hai Vai", Role.COMMUNE_OFFICIAL, cast.places.other_commune)
    UserScope.objects.create(
        user=both, role=Role.PROVINCE_VIEWER, area=cast.places.province, valid_from=START
    )
    assert not may_grant(fresh(both), Role.TEAM_MEMBER, cast.places.commune)


def test_nobody_manages_the_own_account(cast: Cast) -> None:
    assert [n for n, user in cast.everybody.items() if may_manage(user, user)] == []


def test_a_member_who_also_serves_elsewhere_is_out_of_reach(cast: Cast) -> None:
    scope = UserScope.objects.create(
        user=cast.tuan, role=Role.TEAM_MEMBER, area=cast.places.other_commune, valid_from=START
    )
    assert not may_manage(cast.minh, cast.tuan)
    assert may_manage(cast.an, cast.tuan)
    scope.valid_to = timezone.localdate()
    scope.save()
    assert may_manage(cast.minh, cast.tuan)


def test_a_higher_role_to_come_already_protects(cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    UserScope.objects.create(
        user=cast.tuan, role=Role.PROVINCE_MANAGER, area=cast.places.province, valid_from=tomorrow
    )
    assert not may_manage(cast.minh, cast.tuan)


@pytest.mark.parametrize(
    ("role", "place", "fits"),
    [
        (Role.TEAM_LEADER, "commune", True),
        (Role.TEAM_MEMBER, "province", False),
        (Role.TEAM_MEMBER, "hamlet", False),
        (Role.COMMUNE_OFFICIAL, "commune", True),
        (Role.COMMUNE_OFFICIAL, "district", True),
        (Role.COMMUNE_OFFICIAL, "hamlet", False),
        (Role.SYS_ADMIN, "province", True),
    ],
)
def test_roles_stand_at_the_level_of_their_work(cast: Cast, role: Role, place: str, fits: bool) -> None:
    area = cast.places.hamlets[0] if place == "hamlet" else getattr(cast.places, place)
    assert fits_level(role, area) is fits


def test_no_role_in_an_area_that_is_closed(cast: Cast) -> None:
    area = cast.places.commune
    Area.objects.filter(pk=area.pk).update(valid_to=date(2025, 7, 1))
    area.refresh_from_db()
    grant = {"by": cast.an, "user": cast.quang, "role": Role.COMMUNE_LEADER, "area": area}
    with pytest.raises(ValidationError) as refused:
        users.grant_scope(**grant, valid_from=date(2025, 7, 1))
    assert refused.value.error_dict["area"][0].code == "area_closed"
    assert users.grant_scope(**grant, valid_from=date(2025, 6, 30)).pk


def test_a_role_ended_on_its_first_day_was_never_held(cast: Cast) -> None:
    today = timezone.localdate()
    scope = users.grant_scope(
        by=cast.son, user=cast.tuan, role=Role.TEAM_LEADER, area=cast.places.commune, valid_from=today
    )
    users.end_scope(by=cast.son, scope=scope)
    assert (scope.valid_from, scope.valid_to) == (today, today)
    assert fresh(cast.tuan).roles == {Role.TEAM_MEMBER}
    again = users.grant_scope(
        by=cast.son, user=cast.tuan, role=Role.TEAM_LEADER, area=cast.places.commune, valid_from=today
    )
    assert again.pk != scope.pk
    assert fresh(cast.tuan).roles == {Role.TEAM_MEMBER, Role.TEAM_LEADER}


def test_a_scope_ends_with_its_area(cast: Cast) -> None:
    """BR-50: the official of a merged commune sees nothing from the day of the merger on."""
    path = cast.places.commune.path
    assert fresh(cast.minh).can("team.edit", path)
    Area.objects.filter(pk=cast.places.commune.pk).update(valid_to=timezone.localdate() + timedelta(days=1))
    assert fresh(cast.minh).can("team.edit", path)
    Area.objects.filter(pk=cast.places.commune.pk).update(valid_to=timezone.localdate())
    assert not fresh(cast.minh).can("team.edit", path)
    assert fresh(cast.minh).current_scopes == []


def test_every_change_is_in_the_access_log(cast: Cast) -> None:
    user, _ = users.create_user(
        by=cast.minh,
        username="Thu.MT",
        full_name="Trần Thu",
        role=Role.TEAM_MEMBER,
        area=cast.places.commune,
        valid_from=START,
    )
    users.suspend_user(by=cast.minh, user=user, reason="nghỉ phép")
    users.activate_user(by=cast.minh, user=user)
    code = users.reset_password(by=cast.minh, user=user)
    users.edit_user(by=cast.minh, user=user, full_name="Trần Thị Thu")
    users.end_scope(by=cast.minh, scope=user.scopes.get())
    entries = AuditEntry.objects.order_by("id")
    assert user.username == "thu.mt"
    assert {(e.actor, e.action, e.object_type, e.object_id) for e in entries} == {
        (cast.minh, AuditAction.ACCOUNT, "accounts.user", str(user.pk))
    }
    assert entries.count() == 7
    assert not any(code in entry.reason for entry in entries)


@pytest.mark.parametrize(
    ("closed_by", "opened_by", "opens"),
    [
        ("an", "minh", False),
        ("son", "minh", False),
        ("son", "an", False),
        ("minh", "minh", True),
        ("minh", "an", True),
        ("an", "son", True),
        ("an", "an", True),
    ],
)
def test_what_a_higher_office_closed_only_that_office_opens(
    cast: Cast, closed_by: str, opened_by: str, opens: bool
) -> None:
    user = make_user("held", "Người Giữ", Role.TEAM_MEMBER, cast.places.commune)
    users.suspend_user(by=getattr(cast, closed_by), user=user)
    users.edit_user(by=cast.minh, user=user, full_name="Người Giữ Khác")
    if opens:
        users.activate_user(by=getattr(cast, opened_by), user=user)
    else:
        with pytest.raises(ValidationError) as refused:
            users.activate_user(by=getattr(cast, opened_by), user=user)
        assert refused.value.code == "closed_above"
        assert str(getattr(cast, closed_by)) in refused.value.messages[0]
    user.refresh_from_db()
    assert user.is_active is opens


def test_who_closed_an_earlier_time_does_not_matter(cast: Cast) -> None:
    user = make_user("held", "Người Giữ", Role.TEAM_MEMBER, cast.places.commune)
    users.suspend_user(by=cast.an, user=user)
    users.activate_user(by=cast.an, user=user)
    users.suspend_user(by=cast.minh, user=user)
    users.activate_user(by=cast.minh, user=user)
    assert user.is_active


def test_the_page_says_who_closed_the_account(cast: Cast) -> None:
    user = make_user("held", "Người Giữ", Role.TEAM_MEMBER, cast.places.commune)
    users.suspend_user(by=cast.an, user=user)
    client = Client()
    client.force_login(cast.minh, backend="accounts.backends.RegisterBackend")
    answer = client.post(reverse("accounts:user_suspend", args=[user.pk]))
    assert (answer.status_code, "Lê Thị An" in answer.content.decode()) == (200, True)
    user.refresh_from_db()
    assert not user.is_active
