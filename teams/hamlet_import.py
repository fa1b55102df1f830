"""Lists of hamlets with their households and people: new ones are added, counts recorded where they differ.

The list lives in this room because the room of areas stands to the left of the engine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.counts import count_warnings, record_counts
from areas.enums import AreaKind
from areas.hamlets import ALL_KINDS, add_hamlet, kind_warnings, offered_kinds
from areas.kinds import split_kind
from areas.models import Area, AreaStat
from areas.tree import check_name
from imports.enums import Mark, RowAction
from imports.flat import FlatColumn, FlatRow, cell_text, whole_number
from imports.intake import read_flat_file
from imports.job_runner import Progress
from imports.kinds import (
    Issue,
    ListField,
    ListKind,
    Outcome,
    Reading,
    ReadRow,
    RowPreview,
    held_back,
    issue,
    refusable,
)
from imports.models import ImportBatch, ImportRow
from vietnamese.dates import parse_date
from vietnamese.text import clean, fold, normalise_name

COLUMNS = (
    FlatColumn(
        "name",
        (
            "ap khu pho",
            "ten ap khu pho",
            "ten ap",
            "ten khu pho",
            "ap",
            "khu pho",
            "don vi",
            "thon",
            "ten thon",
            "name",
        ),
        is_required=True,
    ),
    FlatColumn("kind", ("loai", "loai hinh", "kind")),
    FlatColumn("households", ("so ho", "ho", "so ho dan", "tong so ho", "households")),
    FlatColumn(
        "population",
        ("nhan khau", "so nhan khau", "dan so", "so dan", "so khau", "khau", "so nguoi", "population"),
    ),
)
COUNTS = ("households", "population")
NOTHING = ("", "-", "–", "—", "x", "khong ro", "chua co")
NEW = "new"


class HamletList(ListKind):
    """One row for each hamlet of a commune."""

    name: ClassVar[str] = "hamlets"
    title: ClassVar[Any] = gettext_lazy("Hamlets with households and people")
    capability: ClassVar[str] = "area.edit"
    fields: ClassVar[tuple[ListField, ...]] = (
        ListField("name", gettext_lazy("Hamlet"), is_required=True, is_wide=True),
        ListField("kind", gettext_lazy("Kind"), choices=[(str(kind), kind.label) for kind in ALL_KINDS]),
        ListField("households", gettext_lazy("Households"), is_number=True),
        ListField("population", gettext_lazy("People"), is_number=True),
    )
    options: ClassVar[tuple[str, ...]] = ("as_of",)
    columns: ClassVar[tuple[str, ...]] = ("name", "kind", "households", "population")
    inseparable: ClassVar[dict[str, str]] = {"areas.AreaVersion": "area_id"}
    texts: ClassVar[dict[str, Any]] = {
        "same_letters": gettext_lazy("The register writes it with other accents:"),
        "several": gettext_lazy("Several hamlets fit; choose the kind:"),
        "twice": gettext_lazy("The same hamlet stands in this row already:"),
    }

    def read(self, batch: ImportBatch, path: Path) -> Reading:
        """The flat list, read cell by cell."""
        flat = read_flat_file(batch, path, COLUMNS)
        usual = offered_kinds(batch.area)[0]
        facts = {"ignored": flat.ignored, "unknown": flat.unknown, "headings": flat.headings}
        rows = [_read_row(row, flat.sheet, usual) for row in flat.rows]
        return Reading(rows, [], facts, flat.sheet, flat.header_row, flat.mapping)

    def match(self, batch: ImportBatch, reading: Reading, progress: Progress) -> None:
        """Find each hamlet in the register; two rows of one hamlet are marked."""
        _mark(Register.of(batch.area), [(row, row.issues, row.parsed) for row in reading.rows], batch)

    def read_cell(self, batch: ImportBatch, row: ImportRow, name: str, text: str) -> tuple[Any, list[Issue]]:
        """A corrected cell."""
        if name in COUNTS:
            return _count(name, text)
        if name == "kind":
            return (text, []) if text in AreaKind.values else (None, [issue("kind", "kind_missing")])
        return _name(text)

    def recheck(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
        """Look corrected rows up anew."""
        _mark(Register.of(batch.area), [(row, row.issues, row.parsed) for row in rows], batch)
        for row in rows:
            row.set_issues(row.issues)

    def previews(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[int, RowPreview]:
        """New, changed with the former figures, or already there."""
        register = Register.of(batch.area)
        return {row.pk: _preview(register, row.parsed, _day(batch)) for row in rows}

    def missing(self, batch: ImportBatch) -> list[str]:
        """Hamlets of the commune that the list does not name; they stay as they are."""
        listed = {
            row.get("area") for row in ImportRow.objects.filter(batch=batch).values_list("parsed", flat=True)
        }
        return [area.full_name for pk, area in Register.of(batch.area).hamlets.items() if pk not in listed]

    def next_steps(self, batch: ImportBatch) -> Sequence[tuple[Any, str]]:
        """The teams of the hamlets: with their members from a list, or one by one."""
        lists, area = reverse("imports:batch_create"), batch.area_id
        return (
            (_("Next: bring in the members of the teams"), f"{lists}?kind=members&area={area}"),
            (_("Set up a team"), reverse("teams:team_create")),
            (_("See the hamlets of the commune"), batch.area.get_absolute_url()),
        )

    def export_rows(self, area: Area, user: Any) -> list[list[Any]]:
        """The hamlets of the commune as a list that can be handed in again."""
        register = Register.of(area)
        rows = sorted(register.hamlets.values(), key=lambda hamlet: (hamlet.sort_key, hamlet.pk))
        return [
            [hamlet.name, AreaKind(hamlet.kind).label, *_latest(register.counts.get(hamlet.pk))]
            for hamlet in rows
        ]

    def write(self, batch: ImportBatch, by: Any, plan: Any, progress: Progress) -> Iterable[Outcome]:
        """Through the services of the hamlet pages."""
        register, day = Register.of(batch.area), _day(batch)
        for number, row in enumerate(plan):
            progress.step(number)
            yield refusable(row, partial(_write_row, register, batch, by, row, day))


def _day(batch: ImportBatch) -> date:
    """The day of the counts: as the official said, else the day on which the list was handed in."""
    said = parse_date(str(batch.choices.get("as_of", "")))
    return said or timezone.localdate(batch.created_at)


# Reading.


def _read_row(row: FlatRow, sheet: str, usual: AreaKind) -> ReadRow:
    raw = {name: cell_text(cell) for name, cell in row.cells.items()}
    name, issues = _name(raw.get("name", ""))
    named, rest = split_kind(name or "")
    parsed: dict[str, Any] = {"name": rest if named else name}
    parsed["kind"] = str(named or _kind_of(raw.get("kind", "")) or usual)
    for field in COUNTS:
        parsed[field], marks = _count(field, raw.get(field, ""))
        issues += marks
    return ReadRow(row.number, sheet, raw=raw, parsed=parsed, issues=issues)


def _name(text: str) -> tuple[str | None, list[Issue]]:
    try:
        return check_name(text), []
    except ValidationError as error:
        return clean(text) or None, [issue("name", "name", text=" ".join(error.messages))]


def _kind_of(text: str) -> str:
    key = fold(text)
    return next((str(kind) for kind in ALL_KINDS if key in (fold(str(kind.label)), fold(str(kind)))), "")


def _count(field: str, text: str) -> tuple[int | None, list[Issue]]:
    """A count; empty stays unknown (BR-40)."""
    if fold(text) in NOTHING or text in NOTHING:
        return None, []
    number = whole_number(text)
    if number is None or number > 1_000_000:
        return None, [issue(field, "count", text=_("This is no whole number."))]
    return number, []


# The register beside the list.


@dataclass
class Register:
    """The hamlets of a commune today with their latest counts."""

    hamlets: dict[int, Area]
    counts: dict[int, AreaStat]

    @classmethod
    def of(cls, commune: Area) -> "Register":
        """Two queries."""
        hamlets = {area.pk: area for area in Area.objects.hamlets().filter(parent=commune, valid_to=None)}  # type: ignore[attr-defined] # our queryset
        stats = AreaStat.objects.filter(area__in=hamlets).order_by("area_id", "as_of", "pk")
        return cls(hamlets, {stat.area_id: stat for stat in stats})

    def find(self, kind: str, name: str) -> list[Area]:
        """Hamlets of that kind and name: equal ones, else those that differ only in accents, else of another kind."""
        alike = [area for area in self.hamlets.values() if area.search_key == fold(name)]
        equal = [area for area in alike if area.name_key == normalise_name(name)]
        of_kind = [area for area in equal if area.kind == kind]
        return of_kind or equal or alike


def _mark(
    register: Register, rows: Iterable[tuple[Any, list[Issue], dict[str, Any]]], batch: ImportBatch
) -> None:
    """The hamlet of each row, and the marks that hang on the register or on other rows."""
    seen: dict[int, int] = {}
    for row, issues, parsed in rows:
        issues[:] = [
            mark
            for mark in issues
            if mark["code"] not in ("same_letters", "several", "twice", "kind", "people")
        ]
        found = register.find(parsed["kind"] or "", parsed["name"] or "")
        parsed["area"] = found[0].pk if len(found) == 1 else None
        if len(found) > 1:
            names = ", ".join(area.full_name for area in found)
            issues.append(issue("name", "several", text=names))
        elif found and found[0].name_key != normalise_name(parsed["name"] or ""):
            issues.append(issue("name", "same_letters", Mark.LOOK, found[0].full_name))
        if parsed["area"] in seen:
            issues.append(issue("name", "twice", text=str(seen[parsed["area"]])))
        elif parsed["area"]:
            seen[parsed["area"]] = row.row_no
        for text in kind_warnings(batch.area, parsed["kind"]) if parsed["kind"] and not found else []:
            issues.append(issue("kind", "kind", Mark.LOOK, text))
        for text in count_warnings(parsed["households"], parsed["population"]):
            issues.append(issue("population", "people", Mark.LOOK, text))


def _latest(stat: AreaStat | None) -> list[int | None]:
    return [stat.households, stat.population] if stat else [None, None]


def _changes(register: Register, parsed: dict[str, Any]) -> dict[str, str]:
    """Former figures, of those that the list gives and that differ."""
    latest = register.counts.get(parsed.get("area") or 0)
    return {
        name: "—" if latest is None or getattr(latest, name) is None else str(getattr(latest, name))
        for name in COUNTS
        if parsed.get(name) is not None and (latest is None or getattr(latest, name) != parsed[name])
    }


def _preview(register: Register, parsed: dict[str, Any], day: date) -> RowPreview:
    if not parsed.get("area"):
        return RowPreview(RowAction.CREATE)
    changes = _changes(register, parsed)
    return RowPreview(RowAction.UPDATE if changes else RowAction.SKIP, changes)


# Writing.


def _write_row(register: Register, batch: ImportBatch, by: Any, row: ImportRow, day: date) -> Outcome:
    if held := held_back(row):
        return held
    parsed = row.parsed
    area = register.hamlets.get(parsed.get("area") or 0)
    action = RowAction.UPDATE if area else RowAction.CREATE
    changes = _changes(register, parsed)
    if area is None:
        area = add_hamlet(
            by=by,
            commune=batch.area,
            kind=parsed["kind"],
            name=parsed["name"],
            valid_from=min(day, timezone.localdate()),
        )
    elif not changes:
        return Outcome(row, RowAction.SKIP, f"areas.Area:{area.pk}")
    if changes:
        latest = register.counts.get(area.pk)
        figures: dict[str, Any] = {
            name: parsed[name] if parsed[name] is not None else getattr(latest, name, None) for name in COUNTS
        }
        record_counts(by=by, area=area, as_of=day, source=batch.file_name, **figures)
    return Outcome(row, action, f"areas.Area:{area.pk}")
