"""The second factor: who must have one, and who has (T-L7)."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts.models import User
from accounts.roles import SECOND_FACTOR_ROLES, Role
from common.models import Register, RegisterKind


def second_factor_roles() -> frozenset[Role]:
    """Roles that must log in with a second factor; an office may add its commune officials."""
    extra = {Role.COMMUNE_OFFICIAL} if settings.SECOND_FACTOR_FOR_OFFICIALS else set()
    return SECOND_FACTOR_ROLES | extra


def is_demo() -> bool:
    """Whether the register holds invented people; only then is the second factor not asked for."""
    return Register.objects.filter(kind=RegisterKind.DEMO).exists()


def must_have_second_factor(user: User) -> bool:
    """Whether a role that the user holds today asks for a second factor here."""
    return bool(user.roles & second_factor_roles()) and not is_demo()


def has_second_factor(user: User) -> bool:
    """Whether the user has set one up; recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=user.pk).exclude(type="recovery_codes").exists()
