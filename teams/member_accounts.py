"""Which account belongs to which member: a team account reaches the teams in which its person sits."""

import re

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.granting import may_manage
from accounts.models import User
from accounts.roles import Role
from accounts.users import create_user
from common.services import check_may, service
from teams.enums import TeamRole
from teams.line_ups import save_as
from teams.models import Membership, Person
from vietnamese.text import fold


@service
def link_account(*, by: User, person: Person, username: str) -> Person:
    """Say which account is this person's; an empty name takes the link away.

    The account must be one that `by` looks after, and belong to nobody else.
    """
    check_may(by, person.area.path, "person.edit")
    person.user = _account(by, person, username.strip().lower()) if username.strip() else None
    return save_as(person, by)


@service
def give_account(*, by: User, person: Person) -> tuple[User, str]:
    """A new account for a member of a team, joined to the person, and its one-time code (features J4).

    Leaders of a team get the role of a leader, the others that of a member, in the commune that keeps them.
    """
    check_may(by, person.area.path, "person.edit")
    person = Person.objects.select_for_update(of=("self",)).select_related("area").get(pk=person.pk)
    if person.user_id is not None:
        raise ValidationError(_("%(person)s has an account already.") % {"person": person}, code="taken")
    today = timezone.localdate()
    duties = set(Membership.objects.on_date(today).filter(person=person).values_list("role", flat=True))  # type: ignore[attr-defined] # our queryset
    if not duties:
        text = _("%(person)s sits in no team today. Accounts are given to members of a team.")
        raise ValidationError(text % {"person": person}, code="no_member")
    user, code = create_user(
        by=by,
        username=free_username(person.full_name),
        full_name=person.full_name,
        role=Role.TEAM_LEADER if TeamRole.LEADER in duties else Role.TEAM_MEMBER,
        area=person.area,
        valid_from=today,
    )
    person.user = user
    save_as(person, by)
    return user, code


def free_username(full_name: str) -> str:
    """ "danh.thi.sau", or "danh.thi.sau2" where that name is taken."""
    name = re.sub(r"[^a-z0-9]+", ".", fold(full_name)).strip(".")[:50] or "tv"
    taken = set(User.objects.filter(username__startswith=name).values_list("username", flat=True))
    return next(
        one for one in (name, *(f"{name}{number}" for number in range(2, len(taken) + 3))) if one not in taken
    )


def _account(by: User, person: Person, username: str) -> User:
    user = User.objects.visible_to(by, "user.edit").filter(username=username).first()  # type: ignore[attr-defined] # our queryset
    if user is None or not may_manage(by, user):
        raise _refusal(_("You look after no account of that name. Make it under Accounts first."), "unknown")
    other = Person.objects.filter(user=user).exclude(pk=person.pk).first()
    if other is not None:
        text = _("This account belongs to %(person)s already. Take it away there first.")
        raise _refusal(text % {"person": other.full_name}, "taken")
    return user


def _refusal(text: str, code: str) -> ValidationError:
    return ValidationError({"username": ValidationError(text, code=code)})
