"""Looking after accounts: each function checks that `by` may do it, and writes it to the access log.

Nobody gives more than he or she may give (`accounts.granting`). A one-time code is shown once, never
stored in the clear, and dies after ten minutes, five wrong tries or the first own password (J4, J5).
"""

import secrets
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.granting import fits_level, grantable_roles, may_grant, may_manage
from accounts.lockout import unlock
from accounts.models import User, UserScope
from accounts.roles import MAY_GRANT, Role
from areas.models import Area
from common.audit import record_change
from common.models import AuditAction

CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)


@transaction.atomic
def create_user(
    *,
    by: User,
    username: str,
    full_name: str,
    role: str,
    area: Area,
    valid_from: date,
    valid_to: date | None = None,
) -> tuple[User, str]:
    """A new account with its first role, and the one-time code for its first log-in."""
    user = User(username=username.strip().lower(), full_name=full_name.strip())
    user.set_unusable_password()
    user.full_clean(exclude=["password"])
    user.save()
    _log(by, user, _("Account made"))
    _add_scope(by, user, role, area, valid_from, valid_to)
    return user, _new_code(user)


@transaction.atomic
def edit_user(*, by: User, user: User, full_name: str, email: str = "") -> User:
    """Corrects name and e-mail of an account."""
    _check(by, user)
    user.full_name, user.email = full_name.strip(), email.strip()
    user.full_clean(exclude=["password"])
    user.save()
    _log(by, user, _("Name or e-mail changed"))
    return user


@transaction.atomic
def suspend_user(*, by: User, user: User, reason: str = "") -> None:
    """Closes the account; open sessions end with their next request."""
    _check(by, user)
    user.is_active = False
    user._history_user = by  # type: ignore[attr-defined] # read by the history
    user.save(update_fields=["is_active", "updated_at"])
    _log(by, user, _("Suspended: %(reason)s") % {"reason": reason} if reason else _("Suspended"))


@transaction.atomic
def activate_user(*, by: User, user: User) -> None:
    """Opens a suspended account again, with the roles that it still holds.

    What somebody of a higher office closed, only that office opens again (J3).
    """
    _check(by, user)
    _check_closed_below(by, user)
    user.is_active = True
    user.save(update_fields=["is_active", "updated_at"])
    _log(by, user, _("Opened again"))


@transaction.atomic
def reset_password(*, by: User, user: User) -> str:
    """A one-time code in place of the password; all sessions of the account end and locks are lifted."""
    _check(by, user)
    code = _new_code(user)
    unlock(user.username)
    _log(by, user, _("One-time code given"))
    return code


@transaction.atomic
def grant_scope(
    *, by: User, user: User, role: str, area: Area, valid_from: date, valid_to: date | None = None
) -> UserScope:
    """A further role for an account."""
    _check(by, user)
    return _add_scope(by, user, role, area, valid_from, valid_to)


@transaction.atomic
def end_scope(*, by: User, scope: UserScope, on: date | None = None) -> UserScope:
    """The role is no longer held from the day on (default: from now on)."""
    _check(by, scope.user)
    if not may_grant(by, scope.role, scope.area):
        raise PermissionDenied(_("You may not take away this role."))
    last = max(on or timezone.localdate(), scope.valid_from)
    if scope.valid_to is not None and scope.valid_to <= last:
        text = _("This role ends on %(day)s already.")
        raise ValidationError(text % {"day": f"{scope.valid_to:%d/%m/%Y}"}, code="ended")
    scope.valid_to = last
    scope.save()
    text = _("Role ended: %(role)s, %(area)s, on %(day)s")
    _log(by, scope.user, text % (_scope_words(scope) | {"day": f"{last:%d/%m/%Y}"}))
    return scope


def _check(by: User, user: User) -> None:
    if not may_manage(by, user):
        raise PermissionDenied(_("You may look at this account, but not change it."))


def _check_closed_below(by: User, user: User) -> None:
    """Whoever opens an account could give every role that whoever closed it could give on that day."""
    closings = user.history.filter(is_active=False).select_related("history_user").order_by("-history_date")
    opened = user.history.filter(is_active=True).order_by("-history_date").first()
    if opened is not None:
        closings = closings.filter(history_date__gt=opened.history_date)
    closing = closings.last()
    if closing is None or closing.history_user is None or closing.history_user.pk == by.pk:
        return
    day = timezone.localdate(closing.history_date)
    scopes = closing.history_user.scopes.in_force_on(day)
    given = {role for scope in scopes for role in MAY_GRANT.get(Role(scope.role), frozenset())}
    if not given <= set(grantable_roles(by)):
        text = _("%(who)s suspended this account. Ask there to have it opened again.")
        raise ValidationError(text % {"who": closing.history_user}, code="closed_above")


def _add_scope(
    by: User, user: User, role: str, area: Area, valid_from: date, valid_to: date | None
) -> UserScope:
    if not may_grant(by, role, area):
        raise _refusal("role", _("You may not give this role in this area."), "may_not_grant")
    if not fits_level(role, area):
        text = _("Team roles are given at a commune, the others at a commune or above it.")
        raise _refusal("area", text, "level")
    if area.valid_to is not None and area.valid_to <= valid_from:
        text = _("%(area)s no longer exists on that day; choose its successor (BR-50).")
        raise _refusal("area", text % {"area": area}, "area_closed")
    scope = UserScope(user=user, role=role, area=area, valid_from=valid_from, valid_to=valid_to)
    scope.full_clean()
    scope.save()
    _log(by, user, _("Role given: %(role)s, %(area)s") % _scope_words(scope))
    return scope


def _refusal(field: str, text: str, code: str) -> ValidationError:
    return ValidationError({field: ValidationError(text, code=code)})


def _scope_words(scope: UserScope) -> dict[str, str]:
    return {"role": str(scope.get_role_display()), "area": str(scope.area)}


def _new_code(user: User) -> str:
    """Sets a random one-time code as the password and returns it; only its hash is stored."""
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    user.set_password(code)
    user.must_change_password = True
    user.code_expires_at = timezone.now() + CODE_LIFE
    user.code_tries = 0
    user.save()
    return code


def _log(by: User, user: User, what: str) -> None:
    record_change(by, AuditAction.ACCOUNT, user, what)
