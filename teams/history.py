"""What was changed about a team, by whom, with before and after: one list out of the histories of its facts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from teams.models import DecisionItem, Departure, ItemArea, LineUpEntry, RuleException, Suspension, Team

NOT_SHOWN = {"id", "created_at", "updated_at", "search_key", "sort_key", "lock", "team", "item", "order_no"}
KINDS = {"+": _("added"), "~": _("changed"), "-": _("removed")}
MOST_CHANGES = 300
NAMED_BY = {DecisionItem: "team"}
"""The relation that the name of a row is made of, besides the row itself."""


@dataclass
class FieldChange:
    """A field before and after; empty where there was or is nothing."""

    label: str
    before: Any
    after: Any


@dataclass
class Change:
    """One saving of one row."""

    at: datetime
    by: str
    kind: str
    what: str
    reason: str
    fields: list[FieldChange] = field(default_factory=list)

    @property
    def kind_label(self) -> str:
        """Added, changed or removed."""
        return str(KINDS[self.kind])


def changes_of(team: Team) -> list[Change]:
    """Everything on record about the team, newest first; a constant number of queries."""
    items = set(DecisionItem.history.filter(team_id=team.pk).values_list("id", flat=True))
    found: list[tuple[Any, Any]] = []
    for model, lookup in (
        (Team, {"id": team.pk}),
        (DecisionItem, {"team_id": team.pk}),
        (LineUpEntry, {"item_id__in": items}),
        (ItemArea, {"item_id__in": items}),
        (Departure, {"team_id": team.pk}),
        (Suspension, {"team_id": team.pk}),
        (RuleException, {"team_id": team.pk}),
    ):
        found += _with_predecessors(model.history.filter(**lookup))
    found.sort(key=lambda pair: (pair[0].history_date, pair[0].history_id), reverse=True)
    names = _names(row for pair in found[:MOST_CHANGES] for row in pair if row is not None)
    changes = [_change(row, before, names) for row, before in found[:MOST_CHANGES]]
    return [change for change in changes if change.fields]


def _with_predecessors(history: Any) -> list[tuple[Any, Any]]:
    """Each saving with the one before it of the same row."""
    latest: dict[int, Any] = {}
    pairs = []
    for row in history.select_related("history_user").order_by("history_date", "history_id"):
        pairs.append((row, latest.get(row.id)))
        latest[row.id] = row
    return pairs


def _names(rows: Iterable[Any]) -> dict[tuple[type[models.Model], int], str]:
    """Names of all rows that the savings refer to, one query for each model."""
    wanted: dict[Any, set[int]] = defaultdict(set)
    for row in rows:
        for one in _tracked(row):
            key = getattr(row, one.attname)
            if one.is_relation and key is not None:
                wanted[one.related_model].add(key)
    return {
        (model, key): str(found)
        for model, keys in wanted.items()
        for key, found in model._default_manager.select_related(NAMED_BY.get(model)).in_bulk(keys).items()
    }


def _tracked(row: Any) -> list[Any]:
    model = row.instance_type
    return [
        one for one in model._meta.concrete_fields if one.name not in NOT_SHOWN and hasattr(row, one.attname)
    ]


def _shown(row: Any, one: Any, names: dict[tuple[type[models.Model], int], str]) -> Any:
    if row is None:
        return ""
    value = getattr(row, one.attname)
    if one.is_relation and value is not None:
        return names.get((one.related_model, value), str(value))
    if one.choices:
        return dict(one.flatchoices).get(value, value)
    return "" if value is None else value


def _change(row: Any, before: Any, names: dict[tuple[type[models.Model], int], str]) -> Change:
    old = row if row.history_type == "-" else before
    new = None if row.history_type == "-" else row
    fields = [
        FieldChange(str(one.verbose_name), was, now)
        for one in _tracked(row)
        if (was := _shown(old, one, names)) != (now := _shown(new, one, names))
    ]
    return Change(
        at=row.history_date,
        by=str(row.history_user or _("the system")),
        kind=row.history_type,
        what=str(row.instance_type._meta.verbose_name),
        reason=row.history_change_reason or "",
        fields=fields,
    )
