"""What taking a written list back would do, and what it has to leave alone (BR-44).

Rows that somebody edited since, or that others use by now, stay as they are and are listed. What they rest on
stays with them: a team that got another member keeps its people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from imports.kinds import list_kind
from imports.models import ImportBatch, ImportChange

CHUNK = 500
Key = tuple[str, int]
"""Label of the model, key of the row."""


@dataclass(frozen=True)
class Kept:
    """A row that an undo leaves as it is, and why."""

    model: str
    text: str
    reason: str


@dataclass
class UndoPlan:
    """What taking back does: rows removed, rows given their former values, rows left alone."""

    removed: dict[Key, ImportChange] = field(default_factory=dict)
    restored: dict[Key, ImportChange] = field(default_factory=dict)
    created: set[Key] = field(default_factory=set)
    """All rows that the list created, whatever becomes of them now."""
    reasons: dict[Key, str] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)


def in_words(changes: Iterable[Key]) -> str:
    """How many rows of which kind: “6 people, 1 team”."""
    counts = Counter(label for label, _pk in changes)
    return ", ".join(
        f"{count} {apps.get_model(label)._meta.verbose_name}" for label, count in counts.most_common()
    )


def plan_undo(batch: ImportBatch) -> UndoPlan:
    """What an undo would do now; nothing is written."""
    plan = UndoPlan()
    by_model: dict[str, list[ImportChange]] = defaultdict(list)
    for change in ImportChange.objects.filter(batch=batch).order_by("pk"):
        by_model[change.model].append(change)
    for label, changes in by_model.items():
        _sort_out(plan, apps.get_model(label), changes)
    _keep_what_is_used(plan, list_kind(batch.kind).inseparable)
    plan.kept = _described(plan.reasons)
    return plan


def _sort_out(plan: UndoPlan, model: Any, changes: list[ImportChange]) -> None:
    """Rows edited since stay; created ones go, others are restored."""
    latest = _latest_lines(model, [change.object_id for change in changes])
    there = set(keys_there(model, [change.object_id for change in changes]))
    for change in changes:
        key = (change.model, change.object_id)
        plan.created |= {key} if change.is_created else set()
        if latest.get(change.object_id, change.after_id) > change.after_id:
            if change.object_id in there:
                plan.reasons[key] = _("edited since")
        elif change.is_created and change.object_id in there:
            plan.removed[key] = change
        elif not change.is_created and change.before_id is not None:
            plan.restored[key] = change


def _latest_lines(model: Any, keys: list[int]) -> dict[int, int]:
    name = model._meta.pk.attname
    found: dict[int, int] = {}
    for part in parts(keys):
        lines = model.history.model.objects.filter(**{f"{name}__in": part})
        found |= dict(lines.order_by().values_list(name).annotate(models.Max("history_id")))
    return found


def keys_there(model: Any, keys: Iterable[int]) -> Iterator[int]:
    """Those of the keys whose rows exist."""
    for part in parts(list(keys)):
        yield from model._base_manager.filter(pk__in=part).values_list("pk", flat=True)


def parts(keys: list[int]) -> Iterator[list[int]]:
    """Not more keys at once than a statement should hold."""
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


# Rows that others use.


def _keep_what_is_used(plan: UndoPlan, inseparable: Mapping[str, str]) -> None:
    """Take rows out of the removal until nothing that stays points at one that goes."""
    links = [*_links(plan), *_links_to_wholes(plan, inseparable)]
    changed = True
    while changed:
        changed = False
        for target, user, reason in links:
            if target in plan.removed and user not in plan.removed:
                del plan.removed[target]
                plan.reasons[target] = reason
                changed = True


def _links_to_wholes(plan: UndoPlan, inseparable: Mapping[str, str]) -> Iterator[tuple[Key, Key, str]]:
    """A part stays where its whole stays, although the whole does not point at it."""
    for label, name in inseparable.items():
        model: Any = apps.get_model(label)
        field = model._meta.get_field(name.removesuffix("_id"))
        whole = field.related_model
        reason = _("belongs to: %(what)s") % {"what": whole._meta.verbose_name}
        for part in parts([pk for one, pk in plan.removed if one == label]):
            for pk, target in model._base_manager.filter(pk__in=part).values_list("pk", name):
                if (whole._meta.label, target) in plan.created:
                    yield (label, pk), (whole._meta.label, target), reason


def _links(plan: UndoPlan) -> Iterator[tuple[Key, Key, str]]:
    """Every reference to a row that would go: the row, who points at it, and the sentence for the list."""
    by_model: dict[str, list[int]] = defaultdict(list)
    for label, pk in plan.removed:
        by_model[label].append(pk)
    restored_to = set(plan.restored)
    for label, keys in by_model.items():
        for relation in apps.get_model(label)._meta.related_objects:
            if relation.many_to_many or relation.related_model._meta.app_label == "imports":
                continue
            other, name = relation.related_model, relation.field.attname
            reason = _("used by: %(what)s") % {"what": other._meta.verbose_name}
            for part in parts(keys):
                rows = other._base_manager.filter(**{f"{name}__in": part})
                for pk, target in rows.values_list("pk", name):
                    user = (other._meta.label, pk)
                    if user not in restored_to or not _points_elsewhere_before(plan, user, name, target):
                        yield (label, target), user, reason


def _points_elsewhere_before(plan: UndoPlan, user: Key, name: str, target: int) -> bool:
    """Whether the former state of a row that is restored does not point at the row that goes."""
    lines = apps.get_model(user[0]).history.model.objects  # type: ignore[attr-defined] # the history library's
    former = lines.get(history_id=plan.restored[user].before_id)
    return bool(getattr(former, name) != target)


def _described(reasons: dict[Key, str]) -> list[Kept]:
    by_model: dict[str, list[int]] = defaultdict(list)
    for label, pk in reasons:
        by_model[label].append(pk)
    found = []
    for label, keys in by_model.items():
        model = apps.get_model(label)
        for part in parts(keys):
            rows = model._base_manager.filter(pk__in=part).order_by("pk")
            names = [one.name for one in model._meta.fields if one.is_relation]
            for row in rows.select_related(*names) if names else rows:
                words = str(model._meta.verbose_name)
                found.append(Kept(words, str(row)[:200], reasons[label, row.pk]))
    return found
