"""The register of households: entering, correcting, moving them, and pointing out possible doubles."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_create_with_history

from accounts.models import User
from areas.enums import AreaLevel
from areas.models import Area
from common.services import check_may, service
from households.aftermath import mark_homes
from households.consents import lock_household, read_phone, store_answer
from households.enums import ConsentState, LivingStatus
from households.marks import mark
from households.models import Household
from households.reach import check_in_hamlet
from households.visit_data import Answer
from teams.line_ups import save_as
from vietnamese.text import clean, fold

TYPED = (
    "head_name",
    "self_managed_group",
    "house_no_text",
    "people_count",
    "has_smartphone",
    "has_fibre",
    "external_ref",
)
"""What is typed of a household; its phone goes with its consent."""


@service
def add_household(
    *, by: User, area: Area, values: dict[str, Any], source: str = "entered", answer: Answer | None = None
) -> Household:
    """Enter a household of a hamlet; a phone comes with the household's consent only (BR-38)."""
    check_in_hamlet(by, area, "household.edit")
    _check_hamlet(area)
    home = Household(area=area, source=source, **{name: values[name] for name in TYPED if name in values})
    _check(home)
    save_as(home, by)
    if answer is not None:
        store_answer(by, home, answer, timezone.localdate())
    mark([(area.pk, timezone.localdate())])
    return home


@service
def add_households(*, by: User, area: Area, households: Sequence[Household], source: str) -> list[Household]:
    """Enter many households of a hamlet at once, as a list brings them: all or nothing, few queries."""
    check_in_hamlet(by, area, "household.edit")
    _check_hamlet(area)
    for home in households:
        home.area, home.source = area, source
        _check(home)
    new = list(households)
    bulk_create_with_history(new, Household, batch_size=500, default_user=by)
    mark([(area.pk, timezone.localdate())])
    return new


@service
def change_household(
    *, by: User, household: Household, values: dict[str, Any], phone: str | None = None
) -> Household:
    """Correct what is on record; the phone may be changed where the household agreed (BR-38)."""
    home = lock_household(household)
    check_in_hamlet(by, home.area, "household.edit")
    _check_open(home)
    for name in TYPED:
        setattr(home, name, values.get(name, getattr(home, name)))
    if phone is not None:
        home.phone = read_phone(phone)
        if home.phone and home.consent_state != ConsentState.GIVEN:
            raise ValidationError(
                {"phone": ValidationError(_("The phone is kept only with consent (BR-38)."), code="BR-38")}
            )
    _check(home)
    return save_as(home, by)  # type: ignore[no-any-return] # save_as takes every kind of row


@service
def move_household(*, by: User, household: Household, area: Area, businesses_too: bool = False) -> Household:
    """The household lives in another hamlet from today: its past visits stay where they were made (E6)."""
    home = lock_household(household)
    check_may(by, home.area.path, "household.manage")
    check_may(by, area.path, "household.manage")
    _check_hamlet(area)
    _check_open(home)
    if area.pk == home.area_id:
        raise ValidationError(
            {"area": ValidationError(_("The household is in this hamlet already."), code="same")}
        )
    former = home.area_id
    home.area, home.status = area, LivingStatus.LIVING
    home.self_managed_group = ""
    save_as(home, by)
    if businesses_too:
        for business in home.businesses.filter(area=former):
            business.area = area
            save_as(business, by)
    mark_homes([home.pk], [former])
    return home


@service
def set_moved_away(*, by: User, household: Household, is_away: bool = True) -> Household:
    """The household has left the commune, or has come back; its visits stay."""
    home = lock_household(household)
    check_in_hamlet(by, home.area, "household.edit")
    _check_open(home)
    home.status = LivingStatus.MOVED if is_away else LivingStatus.LIVING
    save_as(home, by)
    mark_homes([home.pk])
    return home


def likely_doubles(
    area: Area, head_name: str, phone: str = "", group: str = "", besides: Iterable[int] = ()
) -> list[Household]:
    """Households of the hamlet that may be the same: the same name without accents, or the same phone (E4)."""
    alike = Q(search_key=fold(head_name)[:120])
    if phone:
        alike |= Q(phone=phone)
    rows: Any = Household.objects.filter(alike, area=area).exclude(pk__in=list(besides))
    found = rows.exclude(status=LivingStatus.MERGED).filter(anonymised_at=None).order_by("search_key", "pk")
    return [home for home in found[:20] if (phone and home.phone == phone) or _same_group(home, group)]


def _same_group(home: Household, group: str) -> bool:
    """Another group makes it another household; a group that is not known makes no difference."""
    return not group or not home.self_managed_group or fold(home.self_managed_group) == fold(group)


def _check_hamlet(area: Area) -> None:
    if area.level != AreaLevel.HAMLET:
        raise ValidationError(
            {"area": ValidationError(_("Choose a hamlet: households belong to hamlets."), code="level")}
        )


def _check_open(home: Household) -> None:
    """What was merged or made anonymous is not changed any more."""
    if home.status == LivingStatus.MERGED:
        raise ValidationError(
            _("This entry was merged with another one. Change the entry that was kept."), code="merged"
        )
    if home.anonymised_at is not None:
        raise ValidationError(
            _("This household was made anonymous: nothing is kept about it any more (BR-38)."), code="BR-38"
        )


def _check(home: Household) -> None:
    home.set_keys()
    for name in ("self_managed_group", "house_no_text", "external_ref", "source"):
        setattr(home, name, clean(getattr(home, name)))
    home.clean_fields(exclude=["area", "search_key"])
    if home.people_count is not None and home.people_count < 1:
        raise ValidationError(
            {
                "people_count": ValidationError(
                    _("A household has at least one person; leave it empty if unknown."), code="people"
                )
            }
        )
