"""What follows from changed visits: which are doubles, when a household was last seen, which figures to work out anew."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import F, Max, Q
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from households.enums import VisitStatus
from households.marks import mark
from households.models import Household, Visit


def mark_visits(visits: Iterable[Visit], homes: Mapping[int, Household]) -> None:
    """Mark where the visits were made, and where the households live now: the columns of R12 and the standings
    follow the household."""
    pairs = set()
    for row in visits:
        pairs.add((row.area_id, row.visited_on))
        home = homes.get(row.household_id or 0)
        if home is not None:
            pairs.add((home.area_id, row.visited_on))
    mark(pairs)


def mark_homes(ids: Iterable[int], also: Iterable[int] = ()) -> None:
    """Mark the hamlets where these households live now for today (the register) and the months of all their visits.

    `also` are hamlets that they have left.
    """
    wanted, today = set(ids), timezone.localdate()
    months = Visit.objects.filter(household__in=wanted).order_by()
    pairs = set(months.annotate(home=F("household__area_id")).values_list("home", "area_id", "visited_on"))
    register = Household.objects.filter(pk__in=wanted).order_by().values_list("area_id", flat=True)
    marks = {(area, day) for home, there, day in pairs for area in (home, there, *also)}
    mark(marks | {(area, today) for area in (*register, *also)})


def set_last_visits(rows: Iterable[Visit]) -> None:
    """The newest visit of each household; it follows from the visits, so it needs no history of its own."""
    homes: dict[date, set[int]] = {}
    for row in rows:
        if row.household_id:
            homes.setdefault(row.visited_on, set()).add(row.household_id)
    for day, ids in homes.items():
        older = Q(last_visit_on__isnull=True) | Q(last_visit_on__lt=day)
        Household.objects.filter(older, pk__in=ids).update(last_visit_on=day)


def settle_doubles(by: User, visits: Iterable[Visit]) -> None:
    """Of the visits of one household or business by one team on one day the first is valid, the others doubles."""
    changed = []
    for kind, pk, team, day in {
        (
            "household" if v.household_id else "business",
            v.household_id or v.business_id,
            v.team_id,
            v.visited_on,
        )
        for v in visits
    }:
        if pk is None:
            continue
        there = Visit.objects.counted().filter(**{kind: pk}, team=team, visited_on=day)  # type: ignore[attr-defined] # our queryset
        for number, row in enumerate(there.order_by("pk")):
            status = VisitStatus.DUPLICATE if number else VisitStatus.VALID
            if row.status != status:
                row.status = status
                changed.append(row)
    if changed:
        bulk_update_with_history(changed, Visit, ["status"], default_user=by)


def refresh_last_visits(ids: Iterable[int]) -> None:
    """Work out anew when these households were last visited."""
    wanted = set(ids)
    newest = Visit.objects.counted().filter(household__in=wanted).order_by()  # type: ignore[attr-defined] # our queryset
    days = dict(newest.values_list("household_id").annotate(day=Max("visited_on")))
    for pk in wanted:
        Household.objects.filter(pk=pk).update(last_visit_on=days.get(pk))
