"""Filling an empty register with the demo, through the same services that the pages use; all or nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from areas.enums import AreaLevel
from areas.models import Area
from common.models import Register, RegisterKind
from config.demo.accounts import make_cast
from config.demo.hamlets import MINH_THUAN
from config.demo.province import Say, Seeding
from config.founding import found_register

COMMUNE, DEMO = "commune", "demo"
SEED = 2022


def check_may_seed(kind: RegisterKind) -> bool:
    """Whether there is anything to do: nothing when such data is there already. Raises ValidationError."""
    register = Register.objects.first()
    if register is None:
        return True
    if register.kind != kind:
        text = _("This database holds: %(kind)s. Invented data never goes into it. Use another database.")
        raise ValidationError(text % {"kind": register}, code="other_register")
    return False


@transaction.atomic
def seed_demo(size: str = DEMO, seed: int = SEED, say: Say = lambda _text: None) -> None:
    """Write the whole demo, or with size "commune" one commune of it; raises ValidationError if not empty."""
    reader = get_language()
    # Names of posts and teams are facts on paper: Vietnamese, whatever the language of the screen.
    with override("vi"):
        cast = make_cast(found_register)
        with override(reader):
            say(_("Areas, rules and accounts are there."))
        communes = Area.objects.filter(level=AreaLevel.COMMUNE, path__startswith=cast.province.path)
        if size == COMMUNE:
            communes = communes.filter(code=MINH_THUAN)
        chosen = list(communes.select_related("parent").order_by("code"))
        Seeding(cast, seed, say, reader).run(chosen)
