"""Household businesses: entering, changing, closing them (R14)."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.enums import AreaLevel
from common.services import service
from households.consents import read_phone
from households.enums import NAMELESS_STATES, LivingStatus
from households.marks import mark
from households.models import HouseholdBusiness, Platform
from households.reach import check_in_hamlet
from teams.line_ups import save_as
from vietnamese.text import clean

TYPED = (
    "name",
    "area",
    "household",
    "kind",
    "owner_name",
    "phone",
    "sector",
    "tax_code",
    "market_name",
    "has_qr",
    "has_einvoice",
)


@service
def save_business(
    *, by: User, business: HouseholdBusiness, values: dict[str, Any], platforms: Sequence[Platform]
) -> HouseholdBusiness:
    """Enter a household business, or change what is known of it."""
    areas = set()
    if business.pk is not None:
        business = HouseholdBusiness.objects.select_for_update(no_key=True).get(pk=business.pk)
        check_in_hamlet(by, business.area, "household.edit")
        _check_open(business)
        areas.add(business.area_id)
    for name in TYPED:
        setattr(business, name, values[name])
    check_in_hamlet(by, business.area, "household.edit")
    _check(business)
    save_as(business, by)
    _set_platforms(business, platforms, by)
    mark((area, timezone.localdate()) for area in {*areas, business.area_id})
    return business


@service
def set_business_status(*, by: User, business: HouseholdBusiness, status: str) -> HouseholdBusiness:
    """The business has closed or moved away, or is back."""
    row = HouseholdBusiness.objects.select_for_update(no_key=True).get(pk=business.pk)
    check_in_hamlet(by, row.area, "household.edit")
    _check_open(row)
    row.status = status
    save_as(row, by)
    mark([(row.area_id, timezone.localdate())])
    return row


@service
def merge_businesses(*, by: User, kept: HouseholdBusiness, dropped: HouseholdBusiness) -> HouseholdBusiness:
    """The second entry is the same business: its visits follow to the one that is kept; the fields kept stay."""
    rows = HouseholdBusiness.objects.select_for_update(no_key=True)
    found = {row.pk: row for row in rows.filter(pk__in=[kept.pk, dropped.pk]).order_by("pk")}
    if len(found) < 2:
        raise ValidationError(_("Choose two different entries."), code="same")
    kept, dropped = found[kept.pk], found[dropped.pk]
    for row in (kept, dropped):
        check_in_hamlet(by, row.area, "household.manage")
        _check_open(row)
    marks = {(row.area_id, timezone.localdate()) for row in (kept, dropped)}
    for visit in dropped.visits.select_for_update(no_key=True).order_by("pk"):
        visit.business = kept
        save_as(visit, by)
        marks.add((visit.area_id, visit.visited_on))
    dropped.status = LivingStatus.MERGED
    save_as(dropped, by)
    mark(marks)
    return kept


def _set_platforms(business: HouseholdBusiness, platforms: Sequence[Platform], by: User) -> None:
    """Only a change is written, so that the history tells of changes only."""
    wanted = {platform.pk for platform in platforms}
    if wanted != set(business.on_platforms.values_list("pk", flat=True)):
        business._history_user = by  # type: ignore[attr-defined] # read by the history
        business.on_platforms.set(wanted)


def _check_open(business: HouseholdBusiness) -> None:
    if business.status == LivingStatus.MERGED:
        raise ValidationError(
            _("This entry was merged with another one. Change the entry that was kept."), code="merged"
        )
    if business.anonymised_at is not None:
        raise ValidationError(
            _("This business was made anonymous: nothing is kept about it any more (BR-38)."), code="BR-38"
        )


def _check(business: HouseholdBusiness) -> None:
    for name in ("owner_name", "sector", "tax_code", "market_name"):
        setattr(business, name, clean(getattr(business, name)))
    business.phone = read_phone(business.phone)
    business.set_keys()
    if business.area.level != AreaLevel.HAMLET:
        raise ValidationError(
            {"area": ValidationError(_("Choose a hamlet: businesses belong to hamlets."), code="level")}
        )
    home = business.household
    if home is not None and home.area_id != business.area_id:
        raise ValidationError(
            {"household": ValidationError(_("This household lives in another hamlet."), code="household")}
        )
    if home is not None and home.consent_state in NAMELESS_STATES and (business.phone or business.owner_name):
        text = _("The household does not agree to being noted: leave owner and phone empty (BR-38).")
        raise ValidationError({"phone": ValidationError(text, code="BR-38")})
    business.clean_fields(exclude=["area", "household", "search_key"])
