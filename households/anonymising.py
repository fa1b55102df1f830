"""Erasing a household: its name, phone, address and notes go, from tables, history and access log; counts stay.

Ids, hamlet, dates and topics remain (domain/privacy section 6). The access log is append-only but for this: the text
of the erased object is replaced, the entry itself stays.
"""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from common.models import AuditEntry
from households.aftermath import mark_homes
from households.models import Household, HouseholdBusiness, HouseholdMerge, Visit
from imports.forgetting import empty_rows
from imports.models import ImportRow
from teams.line_ups import save_as
from vietnamese.text import fold

NAMELESS = "(đã ẩn danh)"
"""Stands for every name that was erased, in every language."""
HOME: dict[str, Any] = {
    "head_name": NAMELESS,
    "search_key": fold(NAMELESS),
    "phone": "",
    "house_no_text": "",
    "external_ref": "",
}
BUSINESS: dict[str, Any] = {
    "name": NAMELESS,
    "search_key": fold(NAMELESS),
    "owner_name": NAMELESS,
    "phone": "",
    "tax_code": "",
    "market_name": "",
}
NOTES = {"note": "", "device": ""}


def make_household_anonymous(by: User | None, home: Household) -> None:
    """Inside a transaction, with the household locked: nothing that names it is left, wherever it stood.

    Entries that were merged into it say the same name and go with it.
    """
    for entry in (home, *_merged_into(home)):
        for name, value in HOME.items():
            setattr(entry, name, value)
        entry.anonymised_at = timezone.now()
        save_as(entry, by)  # type: ignore[arg-type] # nobody, when the retention time is over
        Household.history.filter(id=entry.pk).update(**HOME)
        erase_notes(by, Visit.objects.filter(household=entry))
        for business in entry.businesses.select_for_update(no_key=True).order_by("pk"):
            make_business_anonymous(by, business)
        _erase_mergers(entry)
        _erase_in_lists(entry)
        _erase_in_log("households.household", entry.pk)
    mark_homes([home.pk])


def _merged_into(home: Household) -> list[Household]:
    """Entries given up for this one, and for those in turn."""
    found: list[Household] = []
    wanted = [home.pk]
    while wanted:
        mergers = HouseholdMerge.objects.filter(kept__in=wanted, undone_at=None)
        dropped = Household.objects.select_for_update(no_key=True).filter(
            pk__in=mergers.values("dropped"), anonymised_at=None
        )
        rows = list(dropped.exclude(pk__in=[row.pk for row in found]).order_by("pk"))
        found += rows
        wanted = [row.pk for row in rows]
    return found


def make_business_anonymous(by: User | None, business: HouseholdBusiness) -> None:
    """A household business without owner: what it is and uses stays, so that R14 does not change."""
    for name, value in BUSINESS.items():
        setattr(business, name, value)
    business.anonymised_at = timezone.now()
    save_as(business, by)  # type: ignore[arg-type] # nobody, when the retention time is over
    HouseholdBusiness.history.filter(id=business.pk).update(**BUSINESS)
    erase_notes(by, Visit.objects.filter(business=business))
    _erase_in_log("households.householdbusiness", business.pk)


def erase_notes(by: User | None, visits: Any) -> int:
    """Notes and devices of these visits, and their former values; how many visits had one."""
    ids = list(visits.order_by().values_list("pk", flat=True))
    told = list(visits.filter(~Q(note="") | ~Q(device="")).order_by("pk"))
    for row in told:
        row.note = row.device = ""
    bulk_update_with_history(told, Visit, list(NOTES), batch_size=500, default_user=by)
    Visit.history.filter(id__in=ids).exclude(**NOTES).update(**NOTES)
    return len(told)


def _erase_mergers(home: Household) -> None:
    """What mergers keep of both entries, for taking them back, names them too."""
    mergers = HouseholdMerge.objects.filter(Q(kept=home) | Q(dropped=home))
    ids = list(mergers.values_list("pk", flat=True))
    mergers.update(before={})
    HouseholdMerge.history.filter(id__in=ids).update(before={})


def _erase_in_lists(home: Household) -> None:
    """Rows of lists that made, changed or named it lose what was written there; a list in review leaves it out."""
    told = Q(target=f"{Household._meta.label}:{home.pk}")
    rows = ImportRow.objects.filter(told | Q(parsed__home=home.pk, batch__kind="households"))
    empty_rows(rows, {"head": NAMELESS, "phone": None})


def _erase_in_log(kind: str, pk: int) -> None:
    """The access log keeps that somebody looked, no longer at whom. Searches are logged without their words."""
    AuditEntry.objects.filter(object_type=kind, object_id=str(pk)).update(object_text=NAMELESS, reason="")
