"""Checking a password: ordinary ones, and one-time codes that die after ten minutes or five tries."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F

from accounts.models import User


class RegisterBackend(AuthenticationBackend):
    """Log-in by user name. A suspended account, a dead code and a wrong password all get one answer."""

    def _check_password(self, user: AbstractBaseUser | None, password: str) -> AbstractBaseUser | None:
        """The user when the password is right and may be used; a dead code counts as no user at all."""
        if not isinstance(user, User) or user.has_dead_code:
            return None
        found = super()._check_password(user, password)
        # Without this the library would lead a suspended user on to a page of its own (T-L2).
        self.unstash_authenticated_user()
        if found is None and user.code_expires_at is not None:
            User.objects.filter(pk=user.pk).update(code_tries=F("code_tries") + 1)
        return found
