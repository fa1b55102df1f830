"""What a password must not be (T-L7); length and common words are Django's own validators."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vietnamese.text import fold

SHORTEST_NAME = 4
"""A shorter name may occur in a good password by chance."""


class OwnNameValidator:
    """Refuses a password made of the owner's name or user name, with or without accents and spaces."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with code "own_name"."""
        folded = _letters(password)
        names = {_letters(getattr(user, name, "") or "") for name in ("full_name", "username")}
        if any(len(name) >= SHORTEST_NAME and name in folded for name in names):
            raise ValidationError(_("The password must not contain your name or user name."), code="own_name")

    def get_help_text(self) -> str:
        """The rule for the form."""
        return _("Not your name or user name.")


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())
