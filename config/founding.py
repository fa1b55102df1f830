"""Founding a register: its areas, its first rule set and its first administrator, all or nothing.

The database itself says from then on whether it holds real people or invented ones; the two never mix.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User, UserScope
from accounts.roles import Role
from areas.enums import AreaLevel
from areas.loading import KIEN_GIANG_2022, VIETNAM_2025, AreaSet, load_areas
from areas.models import Area
from common.models import Register, RegisterKind
from households.seeds import load_topics
from teams.models import Person, RuleSet, Team
from teams.rule_defaults import load_rule_set


@dataclass(frozen=True)
class Account:
    """The account to be made."""

    username: str
    full_name: str
    password: str


@dataclass(frozen=True)
class Founded:
    """What a register begins with."""

    register: Register
    province: Area
    rule_set: RuleSet
    administrator: User


def set_for(on: date) -> AreaSet:
    """The list of units that was in force on a day."""
    return KIEN_GIANG_2022 if on < VIETNAM_2025.valid_from else VIETNAM_2025


def check_unmarked_is_empty() -> None:
    """Rows of a database that does not say what it holds may be somebody's; raises ValidationError."""
    hamlets = Area.objects.filter(level=AreaLevel.HAMLET)
    if any(rows.exists() for rows in (Team.objects.all(), Person.objects.all(), User.objects.all(), hamlets)):
        raise ValidationError(
            _(
                "This database already holds accounts, hamlets or teams, and does not say whether they are real."
                " Use an empty database."
            ),
            code="not_empty",
        )


def check_account(account: Account) -> None:
    """The name fits and the password is one that a person may choose; raises ValidationError."""
    user = User(username=account.username, full_name=account.full_name)
    user.set_unusable_password()
    user.full_clean(exclude=["password"])
    validate_password(account.password, user)


@transaction.atomic
def found_register(*, kind: RegisterKind, code: str, on: date, account: Account) -> Founded:
    """Mark an empty database, load its areas, rules and topics, and make the first administrator; raises ValidationError."""
    check_unmarked_is_empty()
    check_account(account)
    register = Register.objects.create(kind=kind)
    load_areas(set_for(on).key)
    Register.objects.filter(pk=register.pk).update(area_set=set_for(on).key)
    province = Area.objects.filter(level=AreaLevel.PROVINCE, code=code).valid_on(on).first()
    if province is None:
        text = _("The list “%(set)s” has no province %(code)s. Give another code or another day.")
        raise ValidationError(text % {"set": set_for(on).title, "code": code}, code="no_province")
    administrator = first_administrator(account, province)
    load_topics(by=administrator)
    return Founded(register, province, load_rule_set(province, administrator), administrator)


def first_administrator(account: Account, province: Area) -> User:
    """The one account that nobody else gave: all later ones come from its holder."""
    user = User.objects.create_user(
        account.username.strip().lower(), account.password, full_name=account.full_name.strip()
    )
    scope = UserScope(user=user, role=Role.SYS_ADMIN, area=province)
    scope.full_clean()
    scope.save()
    return user
