"""Which account belongs to which member: a team account reaches the teams in which its person sits."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.granting import may_manage
from accounts.models import User
from common.services import check_may, service
from teams.line_ups import save_as
from teams.models import Person


@service
def link_account(*, by: User, person: Person, username: str) -> Person:
    """Say which account is this person's; an empty name takes the link away.

    The account must be one that `by` looks after, and belong to nobody else.
    """
    check_may(by, person.area.path, "person.edit")
    person.user = _account(by, person, username.strip().lower()) if username.strip() else None
    return save_as(person, by)


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
