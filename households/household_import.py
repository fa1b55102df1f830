"""Lists of the households of a commune: head, hamlet, group, phone, people; new ones entered, others corrected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from areas.kinds import split_kind
from areas.models import Area
from households.enums import ConsentState, LivingStatus
from households.marks import mark
from households.models import Household
from households.register import add_households, change_household
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
from imports.models import ImportBatch, ImportChange, ImportRow
from vietnamese.phones import display_phone, parse_phone
from vietnamese.text import clean, fold, normalise_name

COLUMNS = (
    FlatColumn(
        "head",
        ("chu ho", "ho va ten chu ho", "ten chu ho", "ho ten chu ho", "ho va ten", "ho ten", "head"),
        is_required=True,
    ),
    FlatColumn("hamlet", ("ap khu pho", "ten ap", "ap", "khu pho", "dia ban", "thon", "hamlet")),
    FlatColumn("group", ("to nhan dan tu quan", "to ndtq", "to tu quan", "to dan cu", "to", "nhom", "group")),
    FlatColumn("phone", ("dien thoai", "so dien thoai", "sdt", "dt", "phone")),
    FlatColumn("people", ("so nguoi", "nhan khau", "so nhan khau", "so khau", "so nguoi trong ho", "people")),
)
NOTHING = ("", "-", "–", "—", "x", "không", "chưa có")
MOST_PEOPLE = 100


class HouseholdList(ListKind):
    """One row for each household; a phone only with a legal ground (domain/privacy, section 3)."""

    name: ClassVar[str] = "households"
    title: ClassVar[Any] = gettext_lazy("Households of the hamlets")
    capability: ClassVar[str] = "household.manage"
    names_people: ClassVar[bool] = True
    fields: ClassVar[tuple[ListField, ...]] = (
        ListField("head", gettext_lazy("Head of the household"), is_required=True, is_wide=True),
        ListField("hamlet", gettext_lazy("Hamlet"), is_required=True),
        ListField("group", gettext_lazy("Self-managed group")),
        ListField("phone", gettext_lazy("Phone")),
        ListField("people", gettext_lazy("Number of people"), is_number=True),
    )
    options: ClassVar[tuple[str, ...]] = ("legal_ground",)
    columns: ClassVar[tuple[str, ...]] = ("head", "hamlet", "group", "phone", "people")
    texts: ClassVar[dict[str, Any]] = {
        "head_missing": gettext_lazy("The name of the head is missing."),
        "hamlet": gettext_lazy("The commune has no hamlet of this name. Type one of its hamlets."),
        "several": gettext_lazy("Several hamlets fit; type the kind before the name."),
        "people": gettext_lazy("This is no number of people (1 to 100)."),
        "phone": gettext_lazy("This is no phone number; left empty."),
        "no_ground": gettext_lazy("Left out: the list names no legal ground for phones."),
        "no_consent": gettext_lazy(
            "Left as it is: the phone of a known household changes with its consent only (BR-38)."
        ),
    }

    def read(self, batch: ImportBatch, path: Path) -> Reading:
        """The flat list; one without a column of hamlets belongs to the only hamlet of the tab's name."""
        flat = read_flat_file(batch, path, COLUMNS)
        facts = {"ignored": flat.ignored, "unknown": flat.unknown, "headings": flat.headings}
        rows = [_read_row(row, flat.sheet) for row in flat.rows]
        return Reading(rows, [], facts, flat.sheet, flat.header_row, flat.mapping)

    def match(self, batch: ImportBatch, reading: Reading, progress: Progress) -> None:
        """Find hamlets and households of the register."""
        _match(batch, [(row.issues, row.parsed) for row in reading.rows])

    def recheck(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> None:
        """The whole list is looked up anew: which household a row is hangs on the rows above."""
        every = list(ImportRow.objects.filter(batch=batch).order_by("number"))
        own = {row.pk: row for row in rows}
        every = [own.get(row.pk, row) for row in every]
        _match(batch, [(row.issues, row.parsed) for row in every])
        for row in rows:
            row.set_issues(row.issues)

    def read_cell(self, batch: ImportBatch, row: ImportRow, name: str, text: str) -> tuple[Any, list[Issue]]:
        """A corrected cell."""
        return _cell(name, text)

    def display(self, row: ImportRow, field_spec: ListField) -> str:
        """Phones in groups."""
        value = super().display(row, field_spec)
        return display_phone(value) if field_spec.name == "phone" else value

    def facts(self, batch: ImportBatch) -> list[tuple[Any, str]]:
        """The legal ground, or that phones are left out without one."""
        ground = batch.choices.get("legal_ground", "")
        if ground:
            return [(_("Legal ground for the phones"), ground)]
        return [(_("Legal ground for the phones"), _("none named: phones are not taken from this list"))]

    def previews(self, batch: ImportBatch, rows: Sequence[ImportRow]) -> dict[int, RowPreview]:
        """New, changed with the former values, or already there."""
        keys = [row.parsed["home"] for row in rows if row.parsed.get("home")]
        homes = Household.objects.in_bulk(keys)
        return {row.pk: _preview(homes.get(row.parsed.get("home") or 0), row.parsed) for row in rows}

    def missing(self, batch: ImportBatch) -> list[str]:
        """Households of the hamlets named that are not on the list; they stay as they are."""
        every = list(ImportRow.objects.filter(batch=batch).values_list("parsed", flat=True))
        listed = {parsed.get("home") for parsed in every}
        areas = {parsed.get("area") for parsed in every} - {None}
        rows = _living(areas).select_related("area").order_by("area__sort_key", "search_key", "pk")
        return [f"{home.head_name} ({home.area.full_name})" for home in rows if home.pk not in listed]

    def next_steps(self, batch: ImportBatch) -> Sequence[tuple[Any, str]]:
        """The households that are on the register now."""
        return (
            (
                _("Next: see the list of households"),
                f"{reverse('households:household_list')}?area={batch.area_id}",
            ),
        )

    def export_rows(self, area: Area, user: Any) -> list[list[Any]]:
        """Households of the commune without their phones, as a list that can be handed in again."""
        hamlets = Area.objects.hamlets().filter(parent=area, valid_to=None)  # type: ignore[attr-defined] # our queryset
        rows = _living({hamlet.pk for hamlet in hamlets}).select_related("area")
        return [
            [home.head_name, home.area.full_name, home.self_managed_group, None, home.people_count]
            for home in rows.order_by("area__sort_key", "search_key", "pk")
        ]

    def write(self, batch: ImportBatch, by: Any, plan: Any, progress: Progress) -> Iterable[Outcome]:
        """New households hamlet by hamlet in bulk, changed ones one by one, through the services of the forms."""
        homes = Household.objects.in_bulk([row.parsed["home"] for row in plan if row.parsed.get("home")])
        new: dict[int, list[ImportRow]] = defaultdict(list)
        for number, row in enumerate(plan):
            progress.step(number)
            if held := held_back(row):
                yield held
            elif row.parsed.get("home") in homes:
                home = homes[row.parsed["home"]]
                yield refusable(row, partial(_change, by, row, home))
            else:
                new[row.parsed["area"]].append(row)
        areas = Area.objects.in_bulk(list(new))
        source = clean(batch.choices.get("legal_ground", ""))[:200] or batch.file_name[:200]
        for area, rows in new.items():
            made = [_new_home(row.parsed) for row in rows]
            add_households(by=by, area=areas[area], households=made, source=source)
            for row, home in zip(rows, made, strict=True):
                yield Outcome(row, RowAction.CREATE, f"households.Household:{home.pk}")

    def after_undo(self, batch: ImportBatch, by: Any) -> None:
        """The figures of the hamlets are worked out again."""
        areas = {
            parsed.get("area")
            for parsed in ImportRow.objects.filter(batch=batch).values_list("parsed", flat=True)
        }
        if ImportChange.objects.filter(batch=batch).exists():
            mark([(area, timezone.localdate()) for area in areas - {None}])


# Cells.


def _read_row(row: FlatRow, sheet: str) -> ReadRow:
    raw = {name: cell_text(cell) for name, cell in row.cells.items()}
    read = ReadRow(row.number, sheet, raw=raw)
    for name in ("head", "hamlet", "group", "phone", "people"):
        text = raw.get(name, "") or (sheet if name == "hamlet" else "")
        read.parsed[name], marks = _cell(name, text)
        read.issues += marks
    return read


def _cell(name: str, text: str) -> tuple[Any, list[Issue]]:
    stored = clean(text)
    if name == "head":
        is_name = any(letter.isalpha() for letter in stored)
        return (stored[:120], []) if is_name else (None, [issue("head", "head_missing")])
    if stored.lower() in NOTHING:
        return None, []
    if name == "people":
        number = whole_number(stored)
        is_fit = number is not None and 1 <= number <= MOST_PEOPLE
        return (number, []) if is_fit else (None, [issue("people", "people")])
    if name == "phone":
        phone = parse_phone(stored)
        return (phone.e164, []) if phone.e164 else (None, [issue("phone", "phone", Mark.LOOK)])
    return stored[:60], []


# The register beside the list.


def _living(areas: Iterable[Any]) -> Any:
    rows = Household.objects.filter(area__in=list(areas), anonymised_at=None)
    return rows.exclude(status__in=[LivingStatus.MERGED])


@dataclass
class Homes:
    """Hamlets of a commune and the households of some of them, each taken by one row at most."""

    hamlets: dict[int, Area]
    there: dict[tuple[int, str], list[Household]] = field(default_factory=lambda: defaultdict(list))
    taken: set[int] = field(default_factory=set)
    named: dict[str, list[Area]] = field(default_factory=dict)
    """What was found already: a list names few hamlets many times."""

    @cached_property
    def wholes(self) -> dict[int, str]:
        """The hamlets' names with their kind, folded."""
        return {pk: fold(area.full_name) for pk, area in self.hamlets.items()}

    @classmethod
    def of(cls, commune: Area) -> "Homes":
        """Two queries."""
        rows = Area.objects.hamlets().filter(parent=commune, valid_to=None)  # type: ignore[attr-defined] # our queryset
        homes = cls({area.pk: area for area in rows})
        for home in _living(homes.hamlets).order_by("pk"):
            homes.there[home.area_id, home.search_key].append(home)
        return homes

    def hamlet(self, text: str) -> list[Area]:
        """Hamlets of that name, those of the kind and the accents named first."""
        if text not in self.named:
            self.named[text] = self._hamlet(text)
        return self.named[text]

    def _hamlet(self, text: str) -> list[Area]:
        kind, name = split_kind(text)
        key, whole = fold(name), fold(text)
        found = [
            area for area in self.hamlets.values() if area.search_key == key or fold(area.full_name) == whole
        ]
        of_kind = [area for area in found if area.kind == kind] or found
        return [area for area in of_kind if area.name_key == normalise_name(name)] or of_kind

    def take(self, area: int, head: str, group: str | None) -> Household | None:
        """The household that a row means: same head; where both name a group, the same group."""
        for home in self.there.get((area, fold(head)), ()):
            groups = (fold(home.self_managed_group), fold(group or ""))
            if home.pk not in self.taken and (not all(groups) or groups[0] == groups[1]):
                self.taken.add(home.pk)
                return home
        return None


def _match(batch: ImportBatch, rows: Iterable[tuple[list[Issue], dict[str, Any]]]) -> None:
    homes, has_ground = Homes.of(batch.area), bool(batch.choices.get("legal_ground"))
    ours = ("hamlet", "several", "no_ground", "no_consent")
    for issues, parsed in rows:
        issues[:] = [one for one in issues if one["code"] not in ours]
        found = homes.hamlet(parsed["hamlet"] or "")
        parsed["area"] = found[0].pk if len(found) == 1 else None
        if len(found) != 1:
            issues.append(issue("hamlet", "several" if found else "hamlet"))
        home = (
            homes.take(parsed["area"], parsed["head"], parsed["group"])
            if parsed["area"] and parsed["head"]
            else None
        )
        parsed["home"] = home.pk if home else None
        if parsed["phone"] and not has_ground:
            parsed["phone"] = None
            issues.append(issue("phone", "no_ground", Mark.TOLD))
        elif (
            parsed["phone"]
            and home
            and home.phone != parsed["phone"]
            and home.consent_state != ConsentState.GIVEN
        ):
            issues.append(issue("phone", "no_consent", Mark.LOOK))


def _changes(home: Household, parsed: dict[str, Any]) -> dict[str, Any]:
    """Values that the list gives and that differ from the register."""
    changes: dict[str, Any] = {}
    if parsed["people"] is not None and parsed["people"] != home.people_count:
        changes["people_count"] = parsed["people"]
    if parsed["group"] and fold(parsed["group"]) != fold(home.self_managed_group):
        changes["self_managed_group"] = parsed["group"]
    if normalise_name(parsed["head"]) != normalise_name(home.head_name):
        changes["head_name"] = parsed["head"]
    if parsed["phone"] and parsed["phone"] != home.phone and home.consent_state == ConsentState.GIVEN:
        changes["phone"] = parsed["phone"]
    return changes


def _preview(home: Household | None, parsed: dict[str, Any]) -> RowPreview:
    if home is None:
        return RowPreview(RowAction.CREATE)
    labels = {
        "people_count": _("Number of people"),
        "self_managed_group": _("Self-managed group"),
        "head_name": _("Head of the household"),
        "phone": _("Phone"),
    }
    changes = _changes(home, parsed)
    before = {str(labels[name]): str(getattr(home, name) or "—") for name in changes}
    return RowPreview(RowAction.UPDATE if changes else RowAction.SKIP, before)


# Writing.


def _change(by: Any, row: ImportRow, home: Household) -> Outcome:
    changes, target = _changes(home, row.parsed), f"households.Household:{home.pk}"
    if not changes:
        return Outcome(row, RowAction.SKIP, target)
    phone = changes.pop("phone", None)
    change_household(by=by, household=home, values=changes, phone=phone)
    return Outcome(row, RowAction.UPDATE, target)


def _new_home(parsed: dict[str, Any]) -> Household:
    return Household(
        head_name=parsed["head"],
        self_managed_group=parsed["group"] or "",
        phone=parsed["phone"] or "",
        people_count=parsed["people"],
    )
