"""Lists of enterprises with their workers: new sites are entered, counts recorded where they differ (BR-12 to BR-15)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.models import Area
from imports.enums import RowAction
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
from teams.enums import OrgGroup, OrgType
from teams.line_ups import save_as
from teams.models import EnterpriseProfile, Organisation, WorkforceCount
from teams.organisations import record_workforce, save_enterprise, save_organisation, tax_code_of
from vietnamese.dates import parse_date
from vietnamese.text import clean, fold

COLUMNS = (
    FlatColumn(
        "name",
        ("doanh nghiep", "ten doanh nghiep", "ten cong ty", "cong ty", "ten don vi", "enterprise"),
        is_required=True,
    ),
    FlatColumn("tax_code", ("ma so thue", "mst", "tax code")),
    FlatColumn("workers", ("so lao dong", "lao dong", "so cong nhan", "cong nhan", "workers")),
    FlatColumn(
        "nonlocal", ("ngoai dia phuong", "tu noi khac", "ngoai tinh", "den tu noi khac", "from elsewhere")
    ),
    FlatColumn(
        "counted_on", ("ngay thong ke", "thong ke ngay", "tinh den ngay", "so lieu ngay", "counted on")
    ),
)
NOTHING = ("", "-", "–", "—")
STILL_FRESH = timedelta(days=365)
"""An equal count within a year says nothing new; after that it confirms one that would count as old (BR-14)."""


class EnterpriseList(ListKind):
    """One row for each enterprise of a commune (one site)."""

    name: ClassVar[str] = "enterprises"
    title: ClassVar[Any] = gettext_lazy("Enterprises with numbers of workers")
    capability: ClassVar[str] = "organisation.edit"
    fields: ClassVar[tuple[ListField, ...]] = (
        ListField("name", gettext_lazy("Enterprise"), is_required=True, is_wide=True),
        ListField("tax_code", gettext_lazy("Tax code")),
        ListField("workers", gettext_lazy("Workers"), is_number=True),
        ListField("nonlocal", gettext_lazy("From elsewhere"), is_number=True),
        ListField("counted_on", gettext_lazy("Counted on"), is_date=True),
    )
    options: ClassVar[tuple[str, ...]] = ("as_of",)
    columns: ClassVar[tuple[str, ...]] = ("name", "tax_code", "workers", "nonlocal", "counted_on")
    texts: ClassVar[dict[str, Any]] = {
        "several": gettext_lazy("Several enterprises of the register fit; give the tax code:"),
        "twice": gettext_lazy("The same enterprise stands in this row already:"),
        "name_missing": gettext_lazy("The name is missing."),
        "count": gettext_lazy("This is no whole number."),
        "more_nonlocal": gettext_lazy("More workers from elsewhere than workers."),
        "date": gettext_lazy("This is no date. Type 05/08/2022."),
    }

    def read(self, batch: ImportBatch, path: Path) -> Reading:
        """The flat list, read cell by cell."""
        flat = read_flat_file(batch, path, COLUMNS)
        facts = {"ignored": flat.ignored, "unknown": flat.unknown, "headings": flat.headings}
        rows = [self._read_row(row, flat.sheet) for row in flat.rows]
        return Reading(rows, [], facts, flat.sheet, flat.header_row, flat.mapping)

    def _read_row(self, row: FlatRow, sheet: str) -> ReadRow:
        raw = {name: cell_text(cell) for name, cell in row.cells.items()}
        read = ReadRow(row.number, sheet, raw=raw)
        for spec in self.fields:
            read.parsed[spec.name], marks = _cell(spec.name, raw.get(spec.name, ""))
            read.issues += marks
        return read

    def match(self, batch: ImportBatch, reading: Reading, progress: Progress) -> None:
        """Find each enterprise among the sites of the commune."""
        _mark(Sites.of(batch.area), [(row.row_no, row.issues, row.parsed) for row in reading.rows])

    def recheck(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
        """Look corrected rows up anew."""
        _mark(Sites.of(batch.area), [(row.row_no, row.issues, row.parsed) for row in rows])
        for row in rows:
            row.set_issues(row.issues)

    def read_cell(self, batch: ImportBatch, row: ImportRow, name: str, text: str) -> tuple[Any, list[Issue]]:
        """A corrected cell."""
        return _cell(name, text)

    def display(self, row: ImportRow, field_spec: ListField) -> str:
        """Dates as they are typed."""
        value = super().display(row, field_spec)
        return f"{date.fromisoformat(value):%d/%m/%Y}" if field_spec.name == "counted_on" and value else value

    def previews(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[int, RowPreview]:
        """New, changed with the former count, or already there."""
        sites = Sites.of(batch.area)
        return {row.pk: _preview(sites, batch, row.parsed) for row in rows}

    def missing(self, batch: ImportBatch) -> list[str]:
        """Enterprises of the commune that the list does not name; they stay as they are."""
        listed = {
            parsed.get("site")
            for parsed in ImportRow.objects.filter(batch=batch).values_list("parsed", flat=True)
        }
        return [str(site) for pk, site in Sites.of(batch.area).sites.items() if pk not in listed]

    def export_rows(self, area: Area, user: Any) -> list[list[Any]]:
        """The enterprises of the commune as a list that can be handed in again."""
        sites = Sites.of(area)
        return [_exported(site, sites.counts.get(pk)) for pk, site in sites.sites.items()]

    def write(self, batch: ImportBatch, by: Any, plan: Any, progress: Progress) -> Iterable[Outcome]:
        """Through the services of the organisation pages."""
        sites = Sites.of(batch.area)
        for number, row in enumerate(plan):
            progress.step(number)
            yield refusable(row, partial(_write_row, sites, batch, by, row))


# Cells.


def _cell(name: str, text: str) -> tuple[Any, list[Issue]]:
    if text in NOTHING:
        return None, [issue("name", "name_missing")] if name == "name" else []
    if name in ("workers", "nonlocal"):
        number = whole_number(text)
        return number, [] if number is not None else [issue(name, "count")]
    if name == "counted_on":
        day = parse_date(text)
        return (day.isoformat(), []) if day else (None, [issue(name, "date")])
    if name == "tax_code":
        try:
            return tax_code_of(text), []
        except ValidationError as error:
            return None, [issue(name, "tax_code", text=" ".join(error.messages))]
    return clean(text)[:200], []


# The register beside the list.


@dataclass
class Sites:
    """The enterprises of a commune with their newest counts."""

    sites: dict[int, EnterpriseProfile]
    counts: dict[int, WorkforceCount]

    @classmethod
    def of(cls, commune: Area) -> "Sites":
        """Two queries."""
        rows = EnterpriseProfile.objects.inside(commune).select_related("organisation", "area")  # type: ignore[attr-defined] # our queryset
        sites = {site.pk: site for site in rows.order_by("organisation__name", "pk")}
        counts = WorkforceCount.objects.filter(enterprise__in=sites).order_by("enterprise_id", "as_of", "pk")
        return cls(sites, {count.enterprise_id: count for count in counts})

    def find(self, name: str, tax_code: str | None) -> list[EnterpriseProfile]:
        """Sites with that tax code; without one, or when none has it, those of that name."""
        if tax_code:
            same = [site for site in self.sites.values() if site.organisation.tax_code == tax_code]
            if same:
                return same
        key = fold(name)
        return [
            site
            for site in self.sites.values()
            if key in (fold(site.organisation.name), fold(site.organisation.short_name))
            and not (tax_code and site.organisation.tax_code)
        ]


def _mark(sites: Sites, rows: Iterable[tuple[int, list[Issue], dict[str, Any]]]) -> None:
    seen: dict[Any, int] = {}
    for row_no, issues, parsed in rows:
        issues[:] = [mark for mark in issues if mark["code"] not in ("several", "twice", "more_nonlocal")]
        found = sites.find(parsed["name"] or "", parsed["tax_code"])
        parsed["site"] = found[0].pk if len(found) == 1 else None
        if len(found) > 1:
            issues.append(issue("name", "several", text=", ".join(str(site) for site in found)))
        key = parsed["site"] or (fold(parsed["name"] or ""), parsed["tax_code"])
        if key in seen:
            issues.append(issue("name", "twice", text=str(seen[key])))
        seen.setdefault(key, row_no)
        if (
            parsed["nonlocal"] is not None
            and parsed["workers"] is not None
            and parsed["nonlocal"] > parsed["workers"]
        ):
            issues.append(issue("nonlocal", "more_nonlocal"))


def _day(batch: ImportBatch, parsed: dict[str, Any]) -> date:
    """The day of a count: the row's own, else the one given with the list, else the day it was handed in."""
    if parsed.get("counted_on"):
        return date.fromisoformat(parsed["counted_on"])
    return parse_date(str(batch.choices.get("as_of", ""))) or timezone.localdate(batch.created_at)


def _brings_news(sites: Sites, batch: ImportBatch, parsed: dict[str, Any]) -> bool:
    """Whether the count of the row is another one, or confirms one that has grown old."""
    if parsed["workers"] is None:
        return False
    latest, day = sites.counts.get(parsed.get("site") or 0), _day(batch, parsed)
    if latest is None:
        return True
    nonlocal_count = latest.nonlocal_worker_count if parsed["nonlocal"] is None else parsed["nonlocal"]
    is_equal = (parsed["workers"], nonlocal_count) == (latest.worker_count, latest.nonlocal_worker_count)
    return not is_equal or day - latest.as_of > STILL_FRESH


def _preview(sites: Sites, batch: ImportBatch, parsed: dict[str, Any]) -> RowPreview:
    if not parsed.get("site"):
        return RowPreview(RowAction.CREATE)
    if not _brings_news(sites, batch, parsed):
        return RowPreview(RowAction.SKIP)
    latest = sites.counts.get(parsed["site"])
    before = f"{latest.worker_count} ({latest.as_of:%d/%m/%Y})" if latest else "—"
    return RowPreview(RowAction.UPDATE, {_("Workers"): before})


def _exported(site: EnterpriseProfile, count: WorkforceCount | None) -> list[Any]:
    figures = [count.worker_count, count.nonlocal_worker_count, count.as_of] if count else [None, None, None]
    return [site.organisation.name, site.organisation.tax_code, *figures]


# Writing.


def _write_row(sites: Sites, batch: ImportBatch, by: Any, row: ImportRow) -> Outcome:
    if held := held_back(row):
        return held
    parsed = row.parsed
    site = sites.sites.get(parsed.get("site") or 0)
    has_news, action = _brings_news(sites, batch, parsed), RowAction.UPDATE
    if site is None:
        site, action = _new_site(batch, by, parsed), RowAction.CREATE
    elif not has_news:
        return Outcome(row, RowAction.SKIP, f"teams.EnterpriseProfile:{site.pk}")
    if has_news:
        _record(site, batch, by, parsed)
    return Outcome(row, action, f"teams.EnterpriseProfile:{site.pk}")


def _new_site(batch: ImportBatch, by: Any, parsed: dict[str, Any]) -> EnterpriseProfile:
    organisation = Organisation(
        name=parsed["name"],
        tax_code=parsed["tax_code"] or "",
        group=OrgGroup.ENTERPRISE,
        type=OrgType.COMPANY,
        area=batch.area,
    )
    save_organisation(by=by, organisation=organisation)
    return save_enterprise(by=by, profile=EnterpriseProfile(organisation=organisation, area=batch.area))


def _record(site: EnterpriseProfile, batch: ImportBatch, by: Any, parsed: dict[str, Any]) -> None:
    """A new count; one of the same day is corrected."""
    day = _day(batch, parsed)
    same_day = WorkforceCount.objects.filter(enterprise=site, as_of=day).first()
    if same_day is None:
        record_workforce(
            by=by,
            enterprise=site,
            as_of=day,
            worker_count=parsed["workers"],
            nonlocal_worker_count=parsed["nonlocal"],
            source=batch.file_name,
        )
        return
    same_day.worker_count, same_day.source = parsed["workers"], batch.file_name
    if parsed["nonlocal"] is not None:
        same_day.nonlocal_worker_count = parsed["nonlocal"]
    same_day.full_clean(exclude=["enterprise"])
    save_as(same_day, by)
