"""What a province no longer keeps: notes of old visits, and households and businesses that left long ago.

Ids, hamlets, dates, topics and counts remain, so that no figure changes (domain/privacy, section 6). Running it twice
does nothing the second time.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from areas.enums import AreaLevel
from areas.models import Area
from areas.paths import in_ranges, subtree
from common.services import service
from households.anonymising import erase_notes, make_business_anonymous, make_household_anonymous
from households.enums import LivingStatus
from households.models import Household, HouseholdBusiness, Retention, Visit
from households.models.retention import MONTHS


@dataclass(frozen=True)
class Expired:
    """What is past its time in one province."""

    province: Area
    before: date
    visits: Any
    households: Any
    businesses: Any

    def counts(self) -> tuple[int, int, int]:
        """Visits with a note, households, businesses."""
        return self.visits.count(), self.households.count(), self.businesses.count()


def expired_on(today: date) -> list[Expired]:
    """For each province what is older than its months of keeping."""
    months = dict(Retention.objects.values_list("province", "months"))
    provinces = Area.objects.filter(level=AreaLevel.PROVINCE).order_by("path")
    return [
        _expired(province, months_before(today, months.get(province.pk, MONTHS))) for province in provinces
    ]


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, at most the last day of that month."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("unreachable")


@service
def erase(*, expired: Expired) -> tuple[int, int, int]:
    """Erase it, all of a province or nothing; how many visits, households and businesses it was."""
    notes = erase_notes(None, expired.visits)
    inside = in_ranges("area__path", [subtree(expired.province.path)])
    former = Visit.history.filter(inside, visited_on__lt=expired.before).exclude(note="", device="")
    former.update(note="", device="")
    homes = list(expired.households.select_for_update(no_key=True).order_by("pk"))
    for home in homes:
        make_household_anonymous(None, home)
    firms = list(expired.businesses.select_for_update(no_key=True).order_by("pk"))
    for firm in firms:
        make_business_anonymous(None, firm)
    return notes, len(homes), len(firms)


def _expired(province: Area, before: date) -> Expired:
    inside = in_ranges("area__path", [subtree(province.path)])
    told = Visit.objects.filter(inside, ~Q(note="") | ~Q(device=""), visited_on__lt=before)
    gone: dict[str, Any] = {
        "status": LivingStatus.MOVED,
        "anonymised_at": None,
        "updated_at__date__lt": before,
    }
    late = Q(last_visit_on__isnull=True) | Q(last_visit_on__lt=before)
    homes = Household.objects.filter(inside, late, **gone)
    firms = HouseholdBusiness.objects.filter(inside, **gone).exclude(visits__visited_on__gte=before)
    return Expired(province, before, told, homes, firms)
