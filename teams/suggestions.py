"""Known people who could fill a gap in a line-up: the head of the hamlet, its Youth Union, and so on."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from teams.enums import PositionType, Tri
from teams.findings import day_of
from teams.models import DecisionItem, Person, PersonPosition
from teams.surroundings import POST_OR_BANK_POSTS

MOST = 10
YOUTH_POSTS = (PositionType.YOUTH_SECRETARY, PositionType.YOUTH_DEPUTY, PositionType.YOUTH_MEMBER)
MASS_ORG_POSTS = (
    PositionType.FRONT_HEAD,
    PositionType.WOMEN_HEAD,
    PositionType.FARMER_HEAD,
    PositionType.VETERAN_HEAD,
    PositionType.ELDERLY_HEAD,
)


def suggest(item: DecisionItem, gap: str, user: User) -> list[Person]:
    """Known people for a gap (LEADER, DEPUTY, MASS_ORG, POST_OR_BANK), in scope and not yet listed."""
    links = list(item.item_areas.values_list("area_id", "is_primary"))
    hamlets = [area for area, _first in links]
    primary = [area for area, is_primary in links if is_primary]
    condition = _fits(gap, day_of(item), primary, hamlets, item.team.area.path)
    if condition is None:
        return []
    people = Person.objects.visible_to(user).filter(condition, is_deceased=False)  # type: ignore[attr-defined] # our queryset
    free = people.exclude(pk__in=item.entries.values("person_id"))
    return list(free.select_related("area", "residence").order_by("sort_key", "pk")[:MOST])


def _fits(gap: str, on: date, primary: list[int], hamlets: list[int], path: str) -> Q | Exists | None:
    if gap == "LEADER":
        return _holds([PositionType.HAMLET_HEAD], on, Q(area__in=primary))
    if gap == "DEPUTY":
        of_hamlet = Q(area__in=hamlets) | Q(person__residence__in=hamlets)
        return _holds(YOUTH_POSTS, on, of_hamlet) | Q(is_youth_member=Tri.YES, residence__in=hamlets)
    if gap == "MASS_ORG":
        return _holds(MASS_ORG_POSTS, on, Q(area__in=hamlets) | Q(person__residence__in=hamlets))
    if gap == "POST_OR_BANK":
        return _holds(POST_OR_BANK_POSTS, on, Q(person__area__path__startswith=path[:24]))
    return None


def _holds(posts: Iterable[str], on: date, where: Q) -> Q:
    held = PersonPosition.objects.on_date(on).filter(
        where, person=OuterRef("pk"), position_type__in=list(posts)
    )  # type: ignore[attr-defined] # our queryset
    return Q(Exists(held))
