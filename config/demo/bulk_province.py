"""A province with its households and a year of visits, for measuring: 957 hamlets, 450,000 households, 2,000,000 visits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from areas.enums import AreaLevel
from areas.loading import KIEN_GIANG_2022, VIETNAM_2025
from areas.models import Area
from common.models import RegisterKind
from config.demo.accounts import PASSWORD, PROVINCE
from config.demo.bulk import evenly, merged_communes, officials_of, write_hamlets
from config.demo.bulk_outreach import write_households, write_visits
from config.demo.bulk_teams import FIRST_DECISION, write_teams
from config.founding import Account, found_register
from households.figures import rebuild


@dataclass(frozen=True)
class OutreachSize:
    """How much is written; `communes` of today's map, or 0 for the whole of Kiên Giang in 2022."""

    communes: int
    hamlets: int
    households: int
    visits: int
    members: int = 10


OUTREACH_SIZES = {
    "p01": OutreachSize(0, 957, 45_000, 200_000),
    "province": OutreachSize(0, 957, 450_000, 2_000_000),
    "p10": OutreachSize(0, 957, 4_500_000, 20_000_000),
    "nation10": OutreachSize(332, 6_640, 2_700_000, 10_000_000),
}


def seed_outreach(size: OutreachSize, seed: int, say: Callable[[str], object]) -> None:
    """Fill an empty database for measuring; raises ValidationError if it is not empty."""
    areas = _write(size, seed, say)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # without it the database plans as if its tables were empty
    rebuild(areas)
    say(_("The figures are worked out."))


@transaction.atomic
def _write(size: OutreachSize, seed: int, say: Callable[[str], object]) -> list[int]:
    since = VIETNAM_2025.valid_from if size.communes else KIEN_GIANG_2022.valid_from
    first = FIRST_DECISION if size.communes else since + timedelta(days=30)
    # Names of teams are facts on paper: Vietnamese, whatever the language of the screen.
    with override("vi"):
        account = Account("son", "Phạm Sơn", PASSWORD)
        founded = found_register(kind=RegisterKind.BENCH, code=PROVINCE, on=since, account=account)
        communes = _communes(founded.province, size)
        official = officials_of(communes, since)
        hamlets = write_hamlets(evenly(communes, size.hamlets), seed, since)
        places = {commune: hamlets[commune.pk] for commune in communes}
        teams, members = write_teams(places, seed, size.members, official, first)
    say(_("%(teams)s teams with %(members)s members written.") % {"teams": teams, "members": members})
    areas = [hamlet.pk for units in hamlets.values() for hamlet in units]
    say(_("%(n)s households written.") % {"n": write_households(areas, size.households, seed)})
    say(_("%(n)s visits written.") % {"n": write_visits(size.visits, _last_day(first), size.members)})
    return areas


def _last_day(first: date) -> date:
    """The year of visits ends today, and never begins before the first decision."""
    return max(timezone.localdate(), first + timedelta(days=400))


def _communes(province: Area, size: OutreachSize) -> list[Area]:
    if size.communes:
        return merged_communes(province, size.communes)
    communes = Area.objects.filter(level=AreaLevel.COMMUNE, path__startswith=province.path)
    return list(communes.select_related("parent").order_by("code"))
