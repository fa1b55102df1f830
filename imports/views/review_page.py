"""What the review of a list shows: its groups and rows, cell by cell, with marks, findings and questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from common.lists import page_of
from imports.enums import Mark, RowAction
from imports.kinds import ListField, ListKind, Question, RowPreview, Verdict
from imports.models import ImportBatch, ImportGroup, ImportRow
from imports.tally import tally_of

GROUPS_ON_A_PAGE = 8
ROWS_ON_A_PAGE = 50
SORTS = {"number": ["number"]}
BADGES = {
    RowAction.CREATE: "badge-done",
    RowAction.UPDATE: "badge-warn",
    RowAction.SKIP: "badge-draft",
    RowAction.REFUSED: "badge-missing",
}


@dataclass
class CellView:
    """One box of the review."""

    spec: ListField
    value: str
    marks: list[dict[str, str]]
    raw: str = ""
    alike: int = 0
    """How many other rows say the same in this cell."""
    options: Sequence[tuple[str, Any]] = ()

    @property
    def css(self) -> str:
        """How strongly the box is marked."""
        levels = {mark["level"] for mark in self.marks}
        return "cell-mend" if Mark.MEND in levels else "cell-look" if Mark.LOOK in levels else ""


@dataclass
class RowView:
    """One row of the review."""

    row: ImportRow
    cells: list[CellView]
    marks: list[dict[str, str]]
    preview: RowPreview | None = None

    @property
    def badge(self) -> str:
        """Look of the word that says what the row would do."""
        return BADGES[RowAction(self.preview.action)] if self.preview else ""

    @property
    def before(self) -> list[tuple[str, str]]:
        """Former values under the labels of their columns."""
        labels = {cell.spec.name: str(cell.spec.label) for cell in self.cells}
        before = self.preview.before if self.preview else {}
        return [(labels.get(name, name), text) for name, text in before.items()]

    @property
    def action_label(self) -> str:
        """The word itself."""
        return str(RowAction(self.preview.action).label) if self.preview else ""


@dataclass
class GroupView:
    """A group with its rows."""

    group: ImportGroup | None
    rows: list[RowView] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)
    marks: list[dict[str, str]] = field(default_factory=list)


def review_context(request: HttpRequest, batch: ImportBatch, kind: ListKind) -> dict[str, Any]:
    """All that the page of a list in review needs; as many queries for 4,000 rows as for one."""
    only_marks = request.GET.get("show") == "marks"
    page, groups = _page(request, batch, only_marks)
    rows = _rows_of(batch, page, groups)
    tally = tally_of(batch, kind)
    views = _row_views(batch, kind, rows, tally.previews)
    _hide_empty_choices(kind, views)
    shown = _grouped(batch, kind, groups, rows, views)
    bad = batch.rows.filter(has_marks=True, is_left_out=False).count()
    return {
        "page": page,
        "groups": shown,
        **_questions(batch, kind.questions(batch)),
        "tally": tally,
        "blocked_rows": tally.refused - bad,
        "facts": kind.facts(batch),
        "only_marks": only_marks,
        "row_count": batch.counts.get("rows", 0),
        "bad_rows": bad,
        "refused_teams": sum(bool(one.verdict.refused) for one in shown),
        "left_out": batch.rows.filter(is_left_out=True).count(),
        "causes": _causes(batch, kind),
        "missing": kind.missing(batch),
        "removes_missing": kind.removes_missing(batch),
        "fields": _shown_fields(kind, views),
    }


def _questions(batch: ImportBatch, asked: list[Question]) -> dict[str, Any]:
    """What is still to be answered, the most urgent first; apart from it what was answered or matched by itself."""
    answers = batch.choices
    settled = [one for one in asked if one.is_sure or answers.get(one.key)]
    waiting = [one for one in asked if one not in settled]
    waiting.sort(key=lambda one: not one.is_waiting)
    return {
        "waiting": waiting,
        "settled": settled,
        "open_questions": sum(one.is_waiting for one in asked),
        "suggestions": sum(one.has_open_suggestion for one in asked),
    }


def _page(request: HttpRequest, batch: ImportBatch, only_marks: bool) -> tuple[Any, list[ImportGroup]]:
    """The groups of the page, or for a flat list its rows."""
    if not batch.counts.get("groups"):
        rows = batch.rows.filter(has_marks=True) if only_marks else batch.rows.all()
        return page_of(request, rows, SORTS, "number", ROWS_ON_A_PAGE), []
    groups = batch.groups.all()
    if only_marks:
        marked = batch.rows.filter(has_marks=True).values("group")
        groups = groups.filter(pk__in=marked) | groups.filter(has_marks=True)
    page = page_of(request, groups, SORTS, "number", GROUPS_ON_A_PAGE)
    return page, list(page.rows)


def _rows_of(batch: ImportBatch, page: Any, groups: list[ImportGroup]) -> list[ImportRow]:
    if not batch.counts.get("groups"):
        return list(page.rows)
    rows = list(batch.rows.filter(group__in=[group.pk for group in groups]).order_by("number"))
    by_key = {group.pk: group for group in groups}
    for row in rows:
        row.group = by_key[row.group_id]
    return rows


def _row_views(
    batch: ImportBatch, kind: ListKind, rows: list[ImportRow], previews: Mapping[int, RowPreview]
) -> list[RowView]:
    alike = _alike(batch, kind, rows)
    views = []
    for row in rows:
        cells = [_cell(kind, row, spec, alike) for spec in kind.fields]
        names = {spec.name for spec in kind.fields}
        rest = [_told(kind, mark) for mark in row.issues if mark["field"] not in names]
        views.append(RowView(row, cells, rest, previews.get(row.pk)))
    return views


def _shown_fields(kind: ListKind, views: list[RowView]) -> list[ListField]:
    """The columns of the page."""
    shown = {cell.spec.name for view in views for cell in view.cells}
    return [spec for spec in kind.fields if spec.name in shown]


def _hide_empty_choices(kind: ListKind, views: list[RowView]) -> None:
    """A column in which no row of the page has anything to choose is left out."""
    for spec in kind.fields:
        cells = [cell for view in views for cell in view.cells if cell.spec is spec]
        if spec.is_choice and not any(cell.options for cell in cells):
            for view in views:
                view.cells = [cell for cell in view.cells if cell.spec is not spec]


def _cell(kind: ListKind, row: ImportRow, spec: ListField, alike: Counter[tuple[str, str]]) -> CellView:
    marks = [_told(kind, mark) for mark in row.issues_of(spec.name)]
    raw = kind.raw_text(row, spec.name)
    value = kind.display(row, spec)
    others = alike[spec.name, raw] - 1 if marks and raw else 0
    options = kind.options_of(row, spec)
    return CellView(spec, value, marks, raw if marks and raw != value else "", max(0, others), options)


def _told(kind: ListKind, mark: dict[str, str]) -> dict[str, str]:
    return mark | {"text": kind.issue_text(mark)}


def _alike(batch: ImportBatch, kind: ListKind, rows: list[ImportRow]) -> Counter[tuple[str, str]]:
    """How often each raw cell occurs, for the fields that are marked on this page."""
    names = {mark["field"] for row in rows for mark in row.issues}
    found: Counter[tuple[str, str]] = Counter()
    if not names:
        return found
    for raw in batch.rows.values_list("raw", flat=True):
        for name in names:
            if raw.get(name):
                found[name, str(raw[name])] += 1
    return found


def _grouped(
    batch: ImportBatch,
    kind: ListKind,
    groups: list[ImportGroup],
    rows: list[ImportRow],
    views: list[RowView],
) -> list[GroupView]:
    if not groups:
        return [GroupView(None, views)]
    verdicts = kind.judge(batch, groups, rows)
    shown = {
        group.pk: GroupView(
            group,
            [],
            verdicts.get(group.number, Verdict()),
            [_told(kind, mark) for mark in group.issues],
        )
        for group in groups
    }
    for view in views:
        shown[view.row.group_id].rows.append(view)
    return list(shown.values())


def _causes(batch: ImportBatch, kind: ListKind) -> list[dict[str, Any]]:
    """Marks of the whole list by cause, the most frequent first (I2)."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for issues in batch.rows.exclude(issues=[]).values_list("issues", flat=True):
        counts.update({(mark["field"], mark["code"], mark["level"]) for mark in issues})
    labels = {spec.name: str(spec.label) for spec in kind.fields}
    return [
        {
            "field": name,
            "code": code,
            "level": level,
            "count": count,
            "label": labels.get(name, _("Row")),
            "text": str(kind.texts.get(code, "")) or _("see the marked cells"),
        }
        for (name, code, level), count in counts.most_common()
    ]
