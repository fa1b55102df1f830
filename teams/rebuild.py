"""`rebuild_team`: works out what a team is on each day, and writes only the rows that differ.

Every service that changes a recorded fact ends here; nobody else writes memberships, areas or status
periods of teams. Source: data dictionary, section 3.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from teams.enums import DecisionAction, ItemStatus
from teams.models import ItemArea, Membership, Team, TeamArea, TeamPeriod
from teams.recorded import facts_of
from teams.timeline import work_out
from teams.timeline_facts import AreaRow, ItemFact, MembershipRow, PeriodRow, TeamFacts, Timeline

BATCH = 1000
CACHED = ("area_id", "status", "established_on", "dissolved_on")
"""Today's facts on a team, kept for lists and scope."""

Row = tuple[Any, ...]


def rebuild_team(team: Team, *, by: User | None = None) -> None:
    """Bring the dated rows of one team, and its facts of today, in line with what is recorded."""
    rebuild_teams([team.pk], by=by)
    team.refresh_from_db(fields=[*CACHED, "updated_at"])


@transaction.atomic
def rebuild_teams(team_ids: Iterable[int], *, by: User | None = None, reason: str = "") -> None:
    """The same for many teams, in a constant number of queries for each thousand of them."""
    ids = sorted(set(team_ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        facts = facts_of(batch)
        timelines = {team: work_out(recorded) for team, recorded in facts.items()}
        _write(timelines)
        _refresh_cached(facts, timelines, by, reason)


def timeline_with(
    team: Team, extra: Sequence[ItemFact] = (), removed: Iterable[int] = (), **facts: Any
) -> Timeline:
    """What the team would be with further items, without some, or with other facts (rule 7)."""
    recorded = facts_of([team.pk])[team.pk]
    gone = set(removed) | {item.id for item in extra}
    items = (*(item for item in recorded.items if item.id not in gone), *extra)
    return work_out(replace(recorded, items=items, **facts))


# Writing: removals and shortenings first, so that no statement leaves two rows on one day.


def _write(timelines: dict[int, Timeline]) -> None:
    _write_rows(Membership, ("to_date", "end_reason", "item_out_id"), timelines, _membership_rows)
    _write_rows(TeamArea, ("valid_to",), timelines, _area_rows)
    _write_rows(TeamPeriod, ("valid_to",), timelines, _period_rows)


def _write_rows(
    model: type[models.Model],
    ends: tuple[str, ...],
    timelines: dict[int, Timeline],
    rows_of: Callable[[Timeline], list[dict[str, Any]]],
) -> None:
    """Rows are the same when all but their ends agree; `ends[0]` is the exclusive last day."""
    wanted: dict[Row, dict[str, Any]] = {}
    for team, timeline in timelines.items():
        for row in rows_of(timeline):
            wanted[(team, *(value for name, value in row.items() if name not in ends))] = {
                "team_id": team,
                **row,
            }
    stands = _standing(model, ends, timelines)
    gone = [row.pk for key, row in stands.items() if key not in wanted]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    shorter, other = _changed(stands, wanted, ends)
    for changed in (shorter, other):
        if changed:
            model._default_manager.bulk_update(
                changed, [name.removesuffix("_id") for name in ends], batch_size=200
            )
    new = [model(**row) for key, row in wanted.items() if key not in stands]
    model._default_manager.bulk_create(new, batch_size=500)


def _standing(
    model: type[models.Model], ends: tuple[str, ...], timelines: Iterable[int]
) -> dict[Row, models.Model]:
    names = [f.attname for f in model._meta.concrete_fields if f.attname not in ("id", "team_id", *ends)]
    rows = model._default_manager.filter(team__in=list(timelines)).order_by("pk")
    return {(row.team_id, *(getattr(row, name) for name in names)): row for row in rows}  # type: ignore[attr-defined] # all three have a team


def _changed(
    stands: dict[Row, models.Model], wanted: dict[Row, dict[str, Any]], ends: tuple[str, ...]
) -> tuple[list[models.Model], list[models.Model]]:
    """Rows whose end differs: those that get shorter, and the others."""
    shorter: list[models.Model] = []
    other: list[models.Model] = []
    for key in stands.keys() & wanted.keys():
        row, target = stands[key], wanted[key]
        if all(getattr(row, name) == target[name] for name in ends):
            continue
        before, after = getattr(row, ends[0]) or date.max, target[ends[0]] or date.max
        for name in ends:
            setattr(row, name, target[name])
        (shorter if after < before else other).append(row)
    return shorter, other


def _membership_rows(timeline: Timeline) -> list[dict[str, Any]]:
    return [_membership(row) for row in timeline.memberships]


def _membership(row: MembershipRow) -> dict[str, Any]:
    """Fields in the order of the model."""
    return {
        "person_id": row.person,
        "seat": row.seat,
        "role": str(row.role),
        "category": str(row.category),
        "organisation_id": row.organisation,
        "title_text": row.title_text,
        "from_date": row.from_date,
        "to_date": row.to_date,
        "end_reason": str(row.end_reason),
        "item_in_id": row.item_in,
        "item_out_id": row.item_out,
    }


def _area_rows(timeline: Timeline) -> list[dict[str, Any]]:
    return [_area(row) for row in timeline.areas]


def _area(row: AreaRow) -> dict[str, Any]:
    return {
        "area_id": row.area,
        "is_primary": row.is_primary,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "item_id": row.item,
    }


def _period_rows(timeline: Timeline) -> list[dict[str, Any]]:
    return [_period(row) for row in timeline.periods]


def _period(row: PeriodRow) -> dict[str, Any]:
    return {
        "status": str(row.status),
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "reason": str(row.reason),
    }


# Today's facts on the team itself.


def _refresh_cached(
    facts: dict[int, TeamFacts], timelines: dict[int, Timeline], by: User | None, reason: str
) -> None:
    today = timezone.localdate()
    proposed = _proposed_areas([team for team, timeline in timelines.items() if not timeline.areas])
    changed = []
    for team in Team.objects.filter(pk__in=list(facts)).order_by("pk"):
        cached = _cached(facts[team.pk], timelines[team.pk], today, proposed.get(team.pk))
        if any(getattr(team, name) != value for name, value in cached.items()):
            for name, value in cached.items():
                setattr(team, name, value)
            team.updated_at = timezone.now()
            changed.append(team)
    if changed:
        bulk_update_with_history(
            changed,
            Team,
            ["area", *CACHED[1:], "updated_at"],
            batch_size=200,
            default_user=by,
            default_change_reason=reason or None,
        )


def _proposed_areas(teams: list[int]) -> dict[int, int]:
    """Primary areas of the open items of teams that have no item in force."""
    rows = ItemArea.objects.filter(item__team__in=teams, item__status=ItemStatus.PROPOSED, is_primary=True)
    return dict(rows.values_list("item__team_id", "area_id"))


def _cached(facts: TeamFacts, timeline: Timeline, today: date, proposed: int | None) -> dict[str, Any]:
    """Facts of today; the area of a dissolved team is its last, of a future one its first."""
    cached: dict[str, Any] = {
        "status": str(timeline.status_on(today)),
        "established_on": _effective(facts, DecisionAction.ESTABLISH),
        "dissolved_on": _effective(facts, DecisionAction.DISSOLVE),
    }
    primaries = [row for row in timeline.areas if row.is_primary]
    past = [row for row in primaries if row.valid_from <= today]
    area = past[-1].area if past else primaries[0].area if primaries else proposed
    return cached | ({"area_id": area} if area is not None else {})


def _effective(facts: TeamFacts, action: DecisionAction) -> date | None:
    return min((item.effective_on for item in facts.items if item.action == action), default=None)
