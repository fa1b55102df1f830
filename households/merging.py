"""Two entries of one household made one, and taken back within 30 days (E5).

Visits, businesses and answers follow to the entry that is kept. What both were is kept with the merger, so that taking
it back gives equal rows; it is refused once one of them was changed since, and says which.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_update_with_history

from accounts.models import User
from common.services import check_may, service
from households.aftermath import mark_homes, refresh_last_visits, settle_doubles
from households.enums import ConsentState, LivingStatus
from households.models import Consent, Household, HouseholdBusiness, HouseholdMerge, Visit
from teams.line_ups import save_as

CHOSEN = (
    "head_name",
    "self_managed_group",
    "house_no_text",
    "phone",
    "people_count",
    "has_smartphone",
    "has_fibre",
    "external_ref",
)
"""Fields for which the official chooses one of the two."""
ROW = (*CHOSEN, "search_key", "area_id", "status", "source", "consent_state", "anonymised_at", "updated_at")
"""Fields of a household that a merger may change, and so keeps."""
UNDO_DAYS = 30
_STRICT = (ConsentState.WITHDRAWN, ConsentState.REFUSED, ConsentState.GIVEN, ConsentState.UNASKED)


@service
def merge_households(
    *, by: User, kept: Household, dropped: Household, choices: Mapping[str, str]
) -> HouseholdMerge:
    """Keep one entry, with the fields that `choices` takes from the other (`{"phone": "dropped"}`)."""
    homes = _lock(kept.pk, dropped.pk)
    kept, dropped = homes[kept.pk], homes[dropped.pk]
    for home in (kept, dropped):
        check_may(by, home.area.path, "household.manage")
        _check_mergeable(home)
    before = {"kept": _facts(kept), "dropped": _facts(dropped)}
    for name in CHOSEN:
        if choices.get(name) == "dropped":
            setattr(kept, name, getattr(dropped, name))
    kept.set_keys()
    kept.consent_state = next(
        state for state in _STRICT if state in (kept.consent_state, dropped.consent_state)
    )
    if kept.consent_state == ConsentState.REFUSED:
        kept.phone = ""
    dropped.status = LivingStatus.MERGED
    merge = HouseholdMerge(kept=kept, dropped=dropped, merged_by=by)
    merge.moved = _move(by, dropped, kept)
    for home in (kept, dropped):
        save_as(home, by)
    refresh_last_visits([kept.pk, dropped.pk])
    merge.before = _stored(before | {"kept_after": _facts(kept), "dropped_after": _facts(dropped)})
    save_as(merge, by)
    mark_homes([kept.pk], {dropped.area_id})
    return merge


@service
def undo_merge(*, by: User, merge: HouseholdMerge) -> HouseholdMerge:
    """Both entries are as they were before, with their visits, businesses and answers."""
    merge = HouseholdMerge.objects.select_for_update(no_key=True).get(pk=merge.pk)
    homes = _lock(merge.kept_id, merge.dropped_id)
    kept, dropped = homes[merge.kept_id], homes[merge.dropped_id]
    for home in homes.values():
        check_may(by, home.area.path, "household.manage")
    _check_undoable(merge, kept, dropped)
    moved = _moved_rows(merge)
    _check_unchanged(merge, kept, dropped, moved)
    for model, rows in moved:
        for row in rows:
            row.household_id = dropped.pk
        bulk_update_with_history(rows, model, ["household"], batch_size=500, default_user=by)
    _restore_status(by, merge)
    _restore(by, merge, kept, dropped)
    visits = moved[0][1]
    settle_doubles(by, [*visits, *kept.visits.filter(visited_on__in={row.visited_on for row in visits})])
    refresh_last_visits([kept.pk, dropped.pk])
    merge.undone_at = timezone.now()
    save_as(merge, by)
    mark_homes([kept.pk, dropped.pk])
    return merge


def can_undo(merge: HouseholdMerge) -> bool:
    """Whether the merger may still be taken back, as far as the days go."""
    return merge.undone_at is None and timezone.now() - merge.created_at <= timedelta(days=UNDO_DAYS)


def _lock(first: int, second: int) -> dict[int, Household]:
    """Both entries, in the order of their keys, so that two officials do not wait for each other."""
    if first == second:
        raise ValidationError(_("Choose two different entries."), code="same")
    rows = Household.objects.select_for_update(no_key=True).filter(pk__in=[first, second]).order_by("pk")
    found = {row.pk: row for row in rows}
    for row in found.values():
        row.area  # noqa: B018 - read here, while only two rows are asked for
    return found


def _check_mergeable(home: Household) -> None:
    if home.status == LivingStatus.MERGED:
        raise ValidationError(
            _("Somebody else has merged this entry already. Load the page again to see the result."),
            code="household_merged_once",
        )
    if home.anonymised_at is not None:
        raise ValidationError(
            _("This household was made anonymous: nothing is kept about it any more (BR-38)."), code="BR-38"
        )


def _facts(home: Household) -> dict[str, Any]:
    return {name: getattr(home, name) for name in ROW}


def _stored(facts: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """As JSON keeps it: moments as text, to the microsecond."""
    return {
        which: {
            name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()
        }
        for which, row in facts.items()
    }


def _move(by: User, dropped: Household, kept: Household) -> dict[str, Any]:
    """Visits, businesses and answers follow; what they are is kept for taking it back."""
    moved: dict[str, Any] = {}
    for name, model in _FOLLOWERS:
        rows = list(model.objects.select_for_update(no_key=True).filter(household=dropped).order_by("pk"))
        moved[name] = [row.pk for row in rows]
        for row in rows:
            row.household_id = kept.pk
        bulk_update_with_history(rows, model, ["household"], batch_size=500, default_user=by)
    days = set(_days_of(moved["visits"]))
    there = list(Visit.objects.filter(household=kept, visited_on__in=days).order_by("pk"))
    before = {row.pk: row.status for row in there}
    settle_doubles(by, there)
    after = dict(Visit.objects.filter(pk__in=before).values_list("pk", "status"))
    moved["status"] = [[pk, old, after[pk]] for pk, old in before.items() if after[pk] != old]
    return moved


def _days_of(visits: list[int]) -> list[Any]:
    """Days of these visits: only there can doubles come about."""
    return list(
        Visit.objects.filter(pk__in=visits).order_by().values_list("visited_on", flat=True).distinct()
    )


_FOLLOWERS: tuple[tuple[str, Any], ...] = (
    ("visits", Visit),
    ("businesses", HouseholdBusiness),
    ("consents", Consent),
)


def _moved_rows(merge: HouseholdMerge) -> list[tuple[Any, list[Any]]]:
    return [
        (
            model,
            list(
                model.objects.select_for_update(no_key=True).filter(pk__in=merge.moved[name]).order_by("pk")
            ),
        )
        for name, model in _FOLLOWERS
    ]


def _check_undoable(merge: HouseholdMerge, kept: Household, dropped: Household) -> None:
    if merge.undone_at is not None:
        raise ValidationError(_("This merger was taken back already."), code="undone")
    if not can_undo(merge):
        text = _("A merger can be taken back for %(days)s days; this one is older.")
        raise ValidationError(text, code="late", params={"days": UNDO_DAYS})
    if kept.anonymised_at or dropped.anonymised_at or not merge.before:
        raise ValidationError(
            _("The household was made anonymous since: there is nothing to go back to (BR-38)."), code="BR-38"
        )


def _check_unchanged(
    merge: HouseholdMerge, kept: Household, dropped: Household, moved: list[tuple[Any, list[Any]]]
) -> None:
    """Refuse when something was changed since, and say what."""
    now = _stored({"kept_after": _facts(kept), "dropped_after": _facts(dropped)})
    changed = [
        str(Household._meta.get_field(name.removesuffix("_id")).verbose_name)  # type: ignore[union-attr] # plain fields
        for which in now
        for name in ROW
        if name not in ("updated_at", "search_key") and now[which][name] != merge.before[which][name]
    ]
    strays = [str(row) for _model, rows in moved for row in rows if row.household_id != kept.pk]
    kept_on = dict(Visit.objects.filter(corrects__in=merge.moved["visits"]).values_list("corrects", "pk"))
    strays += [str(_("a visit that was corrected since"))] * bool(kept_on)
    if changed or strays:
        text = _("Changed since the merger: %(what)s. It can no longer be taken back as a whole.")
        what = ", ".join(dict.fromkeys([*changed, *strays]))
        raise ValidationError(text, code="changed", params={"what": what})


def _restore_status(by: User, merge: HouseholdMerge) -> None:
    """Visits that became doubles by the merger are what they were; one that was taken back since stays so."""
    old = {pk: before for pk, before, after in merge.moved["status"]}
    after = {pk: status for pk, _before, status in merge.moved["status"]}
    rows = [row for row in Visit.objects.filter(pk__in=old) if row.status == after[row.pk]]
    for row in rows:
        row.status = old[row.pk]
    bulk_update_with_history(rows, Visit, ["status"], default_user=by)


def _restore(by: User, merge: HouseholdMerge, kept: Household, dropped: Household) -> None:
    """Every field as it was, also when it was last changed."""
    for home, facts in ((kept, merge.before["kept"]), (dropped, merge.before["dropped"])):
        for name, value in facts.items():
            setattr(home, name, _read(name, value))
    fields = [name.removesuffix("_id") for name in ROW]
    bulk_update_with_history([kept, dropped], Household, fields, default_user=by)


def _read(name: str, value: Any) -> Any:
    return parse_datetime(value) if value and name.endswith("_at") else value
