"""Organisations, enterprises and their counted workers."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.services import check_may, service
from teams.enums import OrgGroup
from teams.line_ups import save_as
from teams.models import EnterpriseProfile, Organisation, WorkforceCount

_TAX_CODE = re.compile(r"(\d{10})(?:-?(\d{3}))?")
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def tax_code_of(text: str) -> str:
    """A tax code as written, checked: 10 digits with their check digit, for a branch with three more.

    The tenth digit is 10 less the weighted sum of the others modulo 11 (numbering of taxpayers in Vietnam).
    """
    compact = re.sub(r"[\s.]", "", text)
    if not compact:
        return ""
    match = _TAX_CODE.fullmatch(compact)
    if match is None or not compact.isascii() or not _check_digit_fits(match[1]):
        raise ValidationError(
            _("“%(text)s” is no tax code. Type its 10 digits, for a branch with -001 behind."),
            code="tax_code",
            params={"text": text[:20]},
        )
    return match[1] + (f"-{match[2]}" if match[2] else "")


def _check_digit_fits(digits: str) -> bool:
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return 10 - weighted % 11 == int(digits[9])


@service
def save_organisation(*, by: User, organisation: Organisation) -> Organisation:
    """Enter or change an organisation of the own area."""
    check_may(by, organisation.area.path, "organisation.edit")
    if organisation.pk is not None:
        stored = Organisation.objects.select_related("area").get(pk=organisation.pk)
        check_may(by, stored.area.path, "organisation.edit")
    try:
        organisation.tax_code = tax_code_of(organisation.tax_code)
    except ValidationError as error:
        raise ValidationError({"tax_code": error}) from error
    organisation.full_clean(exclude=["search_key", "area"])
    save_as(organisation, by)
    return organisation


@service
def save_enterprise(*, by: User, profile: EnterpriseProfile) -> EnterpriseProfile:
    """Enter or change what is known of an enterprise at one site (BR-15)."""
    check_may(by, profile.area.path, "organisation.edit")
    check_may(by, profile.organisation.area.path, "organisation.edit")
    if profile.organisation.group != OrgGroup.ENTERPRISE:
        raise ValidationError(
            {"organisation": ValidationError(_("This organisation is not an enterprise."), code="group")}
        )
    profile.full_clean(exclude=["area", "organisation"])
    save_as(profile, by)
    return profile


@service
def record_workforce(
    *,
    by: User,
    enterprise: EnterpriseProfile,
    as_of: date,
    worker_count: int,
    nonlocal_worker_count: int | None = None,
    source: str = "",
) -> WorkforceCount:
    """Workers counted on a day; more than 300 call for a team of their own (BR-12)."""
    check_may(by, enterprise.area.path, "organisation.edit")
    if as_of > timezone.localdate():
        raise ValidationError(
            {"as_of": ValidationError(_("The count lies in the future. Check the date."), code="date")}
        )
    count = WorkforceCount(
        enterprise=enterprise,
        as_of=as_of,
        worker_count=worker_count,
        nonlocal_worker_count=nonlocal_worker_count,
        source=source,
    )
    count.full_clean(exclude=["enterprise"])
    save_as(count, by)
    return count
