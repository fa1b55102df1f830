"""The plain recount: every figure from the rows, in Python, without looking at how the product does it."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from households.models import (
    BusinessFigure,
    Household,
    OutreachFigure,
    ReachFigure,
    StandingFigure,
    TopicFigure,
    Visit,
    VisitTopic,
)

RANK = {"FAILED": 0, "INTRODUCED": 1, "INSTALLED": 2, "ACCOUNT_OPENED": 3, "SELF_USE": 4}
NAMES = ["failed", "introduced", "installed", "account_opened", "self_use"]
FAR = date(9999, 1, 1)


def bounds(grain: str, starts_on: date) -> tuple[date, date]:
    """Days [start, end) of a stored period, found by walking over days."""
    if grain == "ALL":
        return date(2000, 1, 1), FAR
    months = {"MONTH": 1, "QUARTER": 3, "HALF": 6, "YEAR": 12}[grain]
    end = starts_on
    for _month in range(months):
        end = (end.replace(day=28) + timedelta(days=7)).replace(day=1)
    return starts_on, end


def outreach(area: int, start: date, end: date) -> dict[str, int]:
    """Counts of one hamlet over a range of days."""
    visits = [v for v in Visit.objects.exclude(status="VOID") if start <= v.visited_on < end]
    here = [v for v in visits if v.area_id == area]
    calls: dict[tuple, list[Visit]] = defaultdict(list)
    firms: dict[tuple, list[Visit]] = defaultdict(list)
    for visit in here:
        if visit.household_id:
            calls[visit.household_id, visit.visited_on, visit.team_id].append(visit)
        elif visit.business_id:
            firms[visit.business_id, visit.visited_on, visit.team_id].append(visit)
    nameless = [v for v in here if not v.household_id and not v.business_id]
    etax = set(VisitTopic.objects.filter(topic__code="ETAX").values_list("visit_id", flat=True))
    living = dict(Household.objects.filter(area=area, status="LIVING").values_list("pk", "head_name"))
    best: dict[int, int] = {}
    for visit in visits:
        if visit.household_id in living:
            place = 3 if visit.outcome in ("DONE", "PARTLY") else 2 if visit.outcome == "REFUSED" else 1
            best[visit.household_id] = max(best.get(visit.household_id, 0), place)
    columns = Counter(best.values())
    return {
        "calls": len(calls),
        "people_reached": sum(max(v.people_reached for v in group) for group in calls.values())
        + sum(v.people_reached for v in nameless),
        "nameless_calls": len(nameless),
        "households_reached": len(
            {v.household_id for v in here if v.household_id and v.outcome in ("DONE", "PARTLY")}
        ),
        "living_reached": columns[3],
        "living_refused": columns[2],
        "living_absent": columns[1],
        "business_calls": len(firms),
        "businesses_reached": len(
            {v.business_id for v in here if v.business_id and v.outcome in ("DONE", "PARTLY")}
        ),
        "businesses_etax": len({v.business_id for v in here if v.business_id and v.pk in etax}),
        "living_total": len(living) if (start, end) == (date(2000, 1, 1), FAR) else 0,
    }


def topics(area: int, month: date) -> dict[tuple[int, int | None], dict[str, int]]:
    """Occurrences by topic and platform in one hamlet and month."""
    start, end = bounds("MONTH", month)
    best: dict[tuple, int] = {}
    for row in VisitTopic.objects.exclude(visit__status="VOID").select_related("visit"):
        visit = row.visit
        if visit.area_id == area and start <= visit.visited_on < end:
            named = visit.household_id or visit.business_id
            one = (
                visit.household_id,
                visit.business_id,
                visit.visited_on,
                visit.team_id,
                None if named else visit.pk,
            )
            key = (row.topic_id, row.platform_id, one)
            best[key] = max(best.get(key, 0), RANK[row.result])
    found: dict[tuple[int, int | None], dict[str, int]] = {}
    for (topic, platform, _one), rank in best.items():
        found.setdefault((topic, platform), dict.fromkeys(NAMES, 0))[NAMES[rank]] += 1
    return found


def standings(area: int, month: date) -> Counter[tuple[int, int | None, str]]:
    """How many living households stand where at the end of a month."""
    _start, end = bounds("MONTH", month)
    newest: dict[tuple, tuple] = {}
    rows = VisitTopic.objects.exclude(visit__status="VOID").select_related("visit__household")
    for row in rows:
        home = row.visit.household
        if home and home.area_id == area and home.status == "LIVING" and row.visit.visited_on < end:
            key = (home.pk, row.topic_id, row.platform_id)
            newest[key] = max(
                newest.get(key, (date.min, 0, "")), (row.visit.visited_on, row.visit_id, row.result)
            )
    return Counter((topic, platform, result) for (_home, topic, platform), (_, _, result) in newest.items())


def reached_until(area: int, month: date) -> int:
    """Distinct households reached in the hamlet up to the end of a month."""
    _start, end = bounds("MONTH", month)
    return outreach(area, date(2000, 1, 1), end)["households_reached"]


def wrong_cells(areas: list[int], months: list[date]) -> list[str]:
    """Stored cells that differ from the recount, over all periods that hold one of the months."""
    wrong = []
    for area in areas:
        for grain, start in _periods(months):
            kept = (
                OutreachFigure.objects.filter(area=area, grain=grain, starts_on=start).values().first() or {}
            )
            right = outreach(area, *bounds(grain, start))
            wrong += [
                f"{area} {grain} {start} {n}: {kept.get(n, 0)} / {v}"
                for n, v in right.items()
                if kept.get(n, 0) != v
            ]
        for month in months:
            kept_topics = {
                (row.topic_id, row.platform_id): {name: getattr(row, name) for name in NAMES}
                for row in TopicFigure.objects.filter(area=area, month=month)
            }
            if kept_topics != topics(area, month):
                wrong.append(f"{area} topics {month}: {kept_topics} / {topics(area, month)}")
            first = ReachFigure.objects.filter(area=area, month__lte=month).values_list(
                "households", flat=True
            )
            if sum(first) != reached_until(area, month):
                wrong.append(f"{area} reached until {month}: {sum(first)} / {reached_until(area, month)}")
            standing: Counter = Counter()
            for row in StandingFigure.objects.filter(area=area, month__lte=month):
                standing[row.topic_id, row.platform_id, row.result] += row.change
            if +standing != standings(area, month) or min(standing.values(), default=0) < 0:
                wrong.append(f"{area} standings {month}: {standing} / {standings(area, month)}")
    return wrong


def _periods(months: list[date]) -> list[tuple[str, date]]:
    found = {("ALL", date(2000, 1, 1))}
    for m in months:
        found |= {
            ("MONTH", m),
            ("QUARTER", date(m.year, (m.month - 1) // 3 * 3 + 1, 1)),
            ("HALF", date(m.year, 1 if m.month < 7 else 7, 1)),
            ("YEAR", date(m.year, 1, 1)),
        }
    return sorted(found)


def register_of(areas: list[int], month: date) -> dict[str, int]:
    """Stored state of household businesses at the end of a month."""
    rows = BusinessFigure.objects.filter(area__in=areas, month__lte=month)
    return {
        name: sum(getattr(row, name) for row in rows)
        for name in ("businesses", "with_qr", "with_einvoice", "on_platform")
    }
