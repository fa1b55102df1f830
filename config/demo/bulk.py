"""A merged province and the hamlets of the whole country, for measuring: written in bulk, without history.

130 communes of the map of 2025 with 4,000 hamlets and teams and 40,000 members; with the hamlets of all other
communes 90,000. The rows are those that the services would have written: a test rebuilds them and finds no
difference.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User, UserScope
from accounts.roles import Role
from areas.enums import AreaKind, AreaLevel
from areas.loading import VIETNAM_2025
from areas.models import Area, AreaVersion, HamletCounter
from areas.paths import WIDTH
from areas.tree import insert_with_paths, set_keys, version_of
from common.models import RegisterKind
from config.demo.accounts import PASSWORD, PROVINCE
from config.demo.bulk_teams import FIRST_DECISION, write_teams
from config.demo.hamlets import SECOND_WORDS
from config.demo.names import chance_of
from config.founding import Account, found_register

BATCH = 1000
OFFICIAL, OFFICIAL_OF_ALL = "minh", "tinh"
"""User names: the official of one commune, and of all."""
FIRST_DAY = VIETNAM_2025.valid_from


@dataclass(frozen=True)
class Size:
    """How much is written."""

    communes: int = 130
    teams: int = 4000
    members: int = 10
    hamlets: int = 90_000


MERGED = Size()


@transaction.atomic
def seed_merged(seed: int, say: Callable[[str], object], size: Size = MERGED) -> list[Area]:
    """Fill an empty database for measuring; the communes that have teams. Raises ValidationError if not empty."""
    # Names of teams are facts on paper: Vietnamese, whatever the language of the screen.
    with override("vi"):
        account = Account("son", "Phạm Sơn", PASSWORD)
        founded = found_register(kind=RegisterKind.BENCH, code=PROVINCE, on=FIRST_DAY, account=account)
        chosen = merged_communes(founded.province, size.communes)
        official = officials_of(chosen, FIRST_DAY)
        by_commune = write_hamlets(_numbers(chosen, size), seed, FIRST_DAY)
    say(_("%(hamlets)s hamlets written.") % {"hamlets": sum(map(len, by_commune.values()))})
    with override("vi"):
        places = {commune: by_commune[commune.pk] for commune in chosen}
        teams, members = write_teams(places, seed, size.members, official, FIRST_DECISION)
    say(_("%(teams)s teams with %(members)s members written.") % {"teams": teams, "members": members})
    return chosen


def merged_communes(province: Area, number: int) -> list[Area]:
    """The communes of the province, and of its neighbours by code until there are enough."""
    communes = Area.objects.filter(level=AreaLevel.COMMUNE).select_related("parent")
    own = list(communes.filter(parent=province).order_by("code")[:number])
    others = (
        communes.exclude(parent=province)
        .filter(parent__code__gt=province.code)
        .order_by("parent__code", "code")
    )
    return [*own, *others[: number - len(own)]]


def officials_of(communes: Sequence[Area], since: date) -> User:
    """The official of the first commune, and one for the provinces of all of them (who needs no second factor)."""
    keys = {int(commune.path[:WIDTH]) for commune in communes}
    wide = list(Area.objects.filter(pk__in=keys).order_by("pk"))
    for username, areas in ((OFFICIAL, [communes[0]]), (OFFICIAL_OF_ALL, wide)):
        user = User.objects.create_user(username, None, full_name="Nguyễn Văn Mẫu")
        for area in areas:
            UserScope.objects.create(user=user, role=Role.COMMUNE_OFFICIAL, area=area, valid_from=since)
    return user


def _numbers(chosen: Sequence[Area], size: Size) -> dict[Area, int]:
    """Hamlets by commune: one for each team in the chosen ones, the rest shared out over the country."""
    numbers = evenly(chosen, size.teams)
    rest = size.hamlets - size.teams
    if rest > 0:
        keys = {commune.pk for commune in chosen}
        others = Area.objects.filter(level=AreaLevel.COMMUNE).exclude(pk__in=keys).select_related("parent")
        numbers |= evenly(list(others.order_by("code")), rest)
    return numbers


def evenly(communes: Sequence[Area], number: int) -> dict[Area, int]:
    """So many hamlets shared out over the communes, the first ones getting one more."""
    each, more = divmod(number, len(communes))
    return {commune: each + (place < more) for place, commune in enumerate(communes)}


def write_hamlets(numbers: dict[Area, int], seed: int, since: date) -> dict[int, list[Area]]:
    """Hamlets with their versions and paths, by id of the commune."""
    units = [
        unit for commune, number in numbers.items() for unit in _hamlets_of(commune, number, seed, since)
    ]
    units = insert_with_paths(units)
    AreaVersion.objects.bulk_create((version_of(unit) for unit in units), batch_size=BATCH)
    HamletCounter.objects.bulk_create(
        [HamletCounter(commune_code=commune.code, last=number) for commune, number in numbers.items()],
        batch_size=BATCH,
    )
    by_commune: dict[int, list[Area]] = {commune.pk: [] for commune in numbers}
    for unit in units:
        by_commune[unit.parent_id or 0].append(unit)
    return by_commune


def _hamlets_of(commune: Area, number: int, seed: int, since: date) -> list[Area]:
    """Half with names, half with numbers, so that the picker has both to look through."""
    chance = chance_of(seed, "merged", commune.code)
    words = [word for word in SECOND_WORDS if word != commune.name.split()[0]]
    names = [
        f"{commune.name.split()[0]} {word}" for word in chance.sample(words, min(len(words), number // 2))
    ]
    names += [str(one) for one in range(1, number - len(names) + 1)]
    kind = AreaKind.KHU_PHO if commune.kind == AreaKind.PHUONG else AreaKind.AP
    units = []
    for place, name in enumerate(names, start=1):
        unit = Area(
            level=AreaLevel.HAMLET,
            kind=kind,
            code=f"{commune.code}-{place:03d}",
            name=name,
            parent=commune,
            valid_from=since,
        )
        set_keys(unit)
        units.append(unit)
    return units
