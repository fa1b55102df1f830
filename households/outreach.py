"""Recording visits: one by one from a form, fifty at once from a phone; correcting them, taking them back.

One way for all: everything is judged in memory on a ground read in a few look-ups, and what is good is written at once,
with its history and the marks of the figures, in one transaction. An answer is given only after it.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.history import change_reason
from common.inserts import insert_rows
from common.services import as_validation_error, service
from households.aftermath import mark_visits, refresh_last_visits, set_last_visits, settle_doubles
from households.consents import store_answer
from households.enums import ConsentState, VisitStatus
from households.models import Household, Visit, VisitMember, VisitTopic
from households.reach import check_may_write
from households.visit_data import VisitData, VisitResult
from households.visit_ground import VisitGround, lock_places, read_ground
from households.visit_rules import area_of, misfits, problems, refusal
from vietnamese.text import clean

TRIES = 3
"""How often a batch begins anew when another one stored the same visits meanwhile."""
_GONE = _("This visit was corrected or taken back already. Load the page again.")
AS_GIVEN = (
    *("client_uuid", "team_id", "visited_on", "outcome", "household_id", "business_id", "area_id"),
    *("people_reached", "mode", "minutes", "session_id"),
)
"""What is written as it was handed in."""


def log_visits(*, by: User, visits: Sequence[VisitData]) -> list[VisitResult]:
    """Store what can be stored and say of each visit what became of it, in the order given.

    The same `client_uuid` twice is the same visit (BR-35), also when it comes from twenty clients at once.
    """
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return _log(by, visits)
        except IntegrityError as error:
            if attempt == TRIES:
                raise as_validation_error(error) from error
    raise AssertionError("unreachable")


def log_visit(*, by: User, visit: VisitData) -> VisitResult:
    """Store one visit; raises ValidationError with all that speaks against it."""
    (result,) = log_visits(by=by, visits=[visit])
    if result.errors:
        raise ValidationError(list(result.errors))
    return result


@service
def correct_visit(*, by: User, visit: Visit, data: VisitData, reason: str) -> Visit:
    """What was written is wrong: a new row takes the place of the old, which becomes VOID (data dictionary)."""
    old = _open_visit(by, visit, data)
    _check_reason(reason)
    _void(by, old, reason)
    ground = read_ground(by, [data], timezone.localdate())
    row = _visit(data)
    found = problems(data, ground, old.household_id) or misfits(row, data, ground)
    if found:
        raise ValidationError(found)
    if data.client_uuid in ground.known:
        raise refusal(_("This correction is stored already. Load the page again."), "repeat")
    (new,) = _write(by, [(data, row)], ground, corrects=old)
    return new


@service
def take_back_visit(*, by: User, visit: Visit, reason: str) -> Visit:
    """The visit never happened, or was entered twice: it stays on record as VOID and counts nowhere."""
    old = _open_visit(by, visit)
    _check_reason(reason)
    _void(by, old, reason)
    return old


def _log(by: User, visits: Sequence[VisitData]) -> list[VisitResult]:
    ground = read_ground(by, visits, timezone.localdate())
    results: dict[int, VisitResult] = {}
    good: dict[int, tuple[VisitData, Visit]] = {}
    seen: dict[Any, int] = {}
    for place, data in enumerate(visits):
        stored = ground.known.get(data.client_uuid)
        if stored is not None:
            results[place] = _repeat(data, stored, ground)
        elif data.client_uuid not in seen:
            row = _visit(data)
            found = problems(data, ground) or misfits(row, data, ground)
            if found:
                results[place] = VisitResult(data.client_uuid, errors=tuple(found))
            else:
                good[place] = data, row
                seen[data.client_uuid] = place
    rows = _write(by, list(good.values()), ground)
    for place, row in zip(good, rows, strict=True):
        results[place] = VisitResult(row.client_uuid, row.pk, is_double=row.status == VisitStatus.DUPLICATE)
    return [results.get(place) or _again(results, seen, data) for place, data in enumerate(visits)]


def _again(results: dict[int, VisitResult], seen: dict[Any, int], data: VisitData) -> VisitResult:
    """The same visit a second time in one batch."""
    first = results[seen[data.client_uuid]]
    return VisitResult(data.client_uuid, first.visit_id, is_repeat=True, is_double=first.is_double)


def _repeat(data: VisitData, stored: Visit, ground: VisitGround) -> VisitResult:
    """Handed in before. A number that belongs to another team's visit is refused, without saying whose."""
    if stored.team_id not in ground.teams:
        error = refusal(_("This visit carries the number of another one. Enter it again."), "repeat")
        return VisitResult(data.client_uuid, errors=(error,))
    is_double = stored.status == VisitStatus.DUPLICATE
    return VisitResult(data.client_uuid, stored.pk, is_repeat=True, is_double=is_double)


def _visit(data: VisitData) -> Visit:
    row = Visit(**{name: getattr(data, name) for name in AS_GIVEN})
    row.note, row.device = clean(data.note), clean(data.device)[:80]
    now = timezone.now()
    row.recorded_at, row.received_at = min(data.recorded_at or now, now), now
    return row


def _write(
    by: User, visits: Sequence[tuple[VisitData, Visit]], ground: VisitGround, corrects: Visit | None = None
) -> list[Visit]:
    if not visits:
        return []
    for data, row in visits:
        _complete(by, row, data, ground)
    rows = [row for _data, row in visits]
    if corrects is not None:
        rows[0].corrects = corrects
    Visit.objects.bulk_create(rows)
    Visit.history.copy_new([row.pk for row in rows], by)
    _write_parts(visits, ground)
    set_last_visits(rows)
    mark_visits(rows, ground.households)
    return rows


def _complete(by: User, row: Visit, data: VisitData, ground: VisitGround) -> None:
    """What follows from the ground; an answer about the household's data is stored first (BR-38)."""
    area = area_of(data, ground)
    row.area_id = area.pk if area else row.area_id
    home = ground.households.get(data.household_id or 0)
    if home is not None and data.answer is not None:
        store_answer(by, home, data.answer, data.visited_on)
        if home.consent_state == ConsentState.REFUSED:
            row.household_id, row.note = None, ""
    kind = "household" if row.household_id else "business"
    if where := row.household_id or row.business_id:
        place = (kind, where, row.team_id, row.visited_on)
        row.status = VisitStatus.DUPLICATE if place in ground.taken else VisitStatus.VALID
        ground.taken.add(place)


def _write_parts(visits: Sequence[tuple[VisitData, Visit]], ground: VisitGround) -> None:
    members: list[tuple[Any, ...]] = []
    topics: list[tuple[Any, ...]] = []
    for data, row in visits:
        members += [(row.pk, pk) for pk in dict.fromkeys(data.member_ids)]
        for done in data.topics:
            key = (row.household_id or 0, *done.key)
            is_first = bool(row.household_id) and key not in ground.taught
            topics.append((row.pk, *done.key, done.result, done.people_count, is_first))
            ground.taught.add(key)
    insert_rows(VisitMember, ("visit", "person"), members)
    insert_rows(VisitTopic, ("visit", "topic", "platform", "result", "people_count", "first_time"), topics)


def _open_visit(by: User, visit: Visit, instead: VisitData | None = None) -> Visit:
    """The visit, locked; refused when it is not the user's to change, or was taken back already.

    Its household is locked first, as whoever merges or erases households does: else each waits for the other.
    """
    row = next(filter(None, (_locked(visit.pk, instead) for _try in range(TRIES))), None)
    if row is None:
        raise refusal(_GONE, "void")
    check_may_write(by, row)
    if row.status == VisitStatus.VOID:
        raise refusal(_GONE, "void")
    return row


def _locked(key: int, instead: VisitData | None) -> Visit | None:
    """The visit and its household, locked; None, and nothing locked, when it went to another household meanwhile."""
    stored = Visit.objects.get(pk=key)
    point = transaction.savepoint()
    lock_places([place for place in (stored, instead) if place is not None])
    row = Visit.objects.select_for_update(no_key=True).get(pk=key)
    if (row.household_id, row.business_id) == (stored.household_id, stored.business_id):
        transaction.savepoint_commit(point)
        return row
    transaction.savepoint_rollback(point)
    return None


def _check_reason(reason: str) -> None:
    if not clean(reason):
        raise ValidationError({"reason": refusal(_("Say why."), "reason")})


def _void(by: User, visit: Visit, reason: str) -> None:
    visit.status = VisitStatus.VOID
    visit._history_user = by  # type: ignore[attr-defined] # read by the history
    with change_reason(clean(reason)[:100]):
        visit.save()
    settle_doubles(by, [visit])
    homes = Household.objects.in_bulk([visit.household_id] if visit.household_id else [])
    mark_visits([visit], homes)
    refresh_last_visits(homes)
