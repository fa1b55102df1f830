"""The one shape of all reports: head, columns, rows, total and notes, for screen, workbook and paper."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from areas.models import Area
from common import workbooks
from vietnamese.text import place_sort_key

FIGURES = frozenset({"index", *workbooks.FIGURES})


class Share(NamedTuple):
    """A part of a whole, shown as n/N with its rate; there is none of nothing (BR-24)."""

    part: int
    total: int

    @property
    def rate(self) -> float | None:
        """Part per whole, 0 to 1."""
        return self.part / self.total if self.total else None


class Mark(NamedTuple):
    """Something that wants a look, with the words that stand in the workbook."""

    text: str


class Strip(NamedTuple):
    """Hamlets with their names as squares; drawn on screen and paper, left out of workbooks."""

    hamlets: Sequence[Any]


@dataclass(frozen=True, kw_only=True)
class Column(workbooks.Column):
    """A column of a report; `key` names its cells and its order in the address.

    Kinds beside those of workbooks: index (running number), strip (hamlet squares), mark (a flag).
    """

    key: str
    hint: Any = ""
    is_sortable: bool = True

    @property
    def is_figure(self) -> bool:
        """Whether its cells stand to the right."""
        return self.kind in FIGURES


@dataclass
class Row:
    """One line: cells by column, and addresses behind the cells."""

    cells: dict[str, Any]
    links: dict[str, str] = field(default_factory=dict)
    is_struck: bool = False
    section: str = ""


@dataclass
class Report:
    """A report about one unit, as of a day or over a period."""

    code: str
    title: str
    definition: str
    area: Area
    columns: Sequence[Column]
    rows: list[Row]
    as_of: date | None = None
    period: tuple[date, date] | None = None
    total: Row | None = None
    notes: list[str] = field(default_factory=list)
    sort: str = ""
    empty: str = ""
    units: Sequence[Any] = ()
    """The counted figures behind the rows, where other parts of the page want them."""

    @property
    def when(self) -> str:
        """The day or period in words; always printed."""
        if self.period:
            first, last = self.period
            return _("from %(first)s to %(last)s") % {"first": day(first), "last": day(last)}
        return _("as of %(day)s") % {"day": day(self.as_of)}

    @property
    def has_groups(self) -> bool:
        """Whether the head has two lines."""
        return any(column.group for column in self.columns)

    @property
    def groups(self) -> list[tuple[str, int]]:
        """The upper line of the head: word and number of columns below it."""
        found: list[tuple[str, int]] = []
        for column in self.columns:
            word = str(column.group)
            if word and found and found[-1][0] == word:
                found[-1] = (word, found[-1][1] + 1)
            else:
                found.append((word, 1))
        return found

    def sorted_by(self, sort: str) -> "Report":
        """Rows in the order asked for ("-name" turned round); unknown orders are 400, sections keep theirs."""
        name = sort.removeprefix("-")
        column = next((c for c in self.columns if c.key == name and c.is_sortable), None)
        if column is None:
            raise BadRequest(_("This list cannot be sorted by “%(sort)s”.") % {"sort": sort[:40]})
        known = [row for row in self.rows if order_of(row.cells.get(name)) is not None]
        unknown = [row for row in self.rows if order_of(row.cells.get(name)) is None]
        known.sort(key=lambda row: order_of(row.cells[name]), reverse=sort.startswith("-"))
        self.rows, self.sort = known + unknown, sort
        return self


def day(value: date | None) -> str:
    """A day as dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}" if value else workbooks.MISSING


def order_of(value: Any) -> Any:
    """What a cell is sorted by; None stands at the end, whichever way the rest is turned."""
    if isinstance(value, Share):
        return value.rate
    if isinstance(value, Strip):
        return None
    if isinstance(value, Mark):
        return place_sort_key(value.text)
    if isinstance(value, str):
        return place_sort_key(value) or None
    return value


def missing_cells(columns: Iterable[Column]) -> dict[str, Any]:
    """The figures of a unit that has entered nothing: they are not known, they are not 0 (BR-40)."""
    return {column.key: None for column in columns if column.is_figure and column.kind != "index"}


def missing_units(values: Iterable[Any]) -> list[str]:
    """The note of a sum over units with gaps (BR-40)."""
    missing = sum(value is None for value in values)
    return [_("Missing: figures of %(n)s units.") % {"n": missing}] if missing else []


def workbook(report: Report, head: Sequence[str]) -> bytes:
    """The report as .xlsx."""
    columns = [column for column in report.columns if column.kind != "strip"]
    total = _values(columns, report.total, 0) if report.total else None
    return workbooks.write_table(
        title=f"{report.code}. {report.title}",
        head_lines=head,
        columns=[_plain(column) for column in columns],
        rows=_lines(report.rows, columns),
        total=total,
        notes=report.notes,
    )


def _plain(column: Column) -> workbooks.Column:
    kind = {"index": "int", "mark": "text"}.get(column.kind, column.kind)
    return workbooks.Column(label=column.label, kind=kind, width=column.width, group=column.group)


def _lines(rows: Iterable[Row], columns: Sequence[Column]) -> Iterable[list[Any] | workbooks.Section]:
    for number, row in numbered(rows):
        if row.section and number == 1:
            yield workbooks.Section(row.section)
        yield _values(columns, row, number)


def numbered(rows: Iterable[Row]) -> Iterable[tuple[int, Row]]:
    """Rows with their running number, which starts again in each section."""
    number, section = 0, None
    for row in rows:
        number = number + 1 if row.section == section else 1
        section = row.section
        yield number, row


VALUES: dict[type, Callable[[Any], Any]] = {Share: lambda v: v.rate, Mark: lambda v: v.text}


def _values(columns: Sequence[Column], row: Row, number: int) -> list[Any]:
    values = []
    for column in columns:
        if column.kind == "index":
            values.append(row.cells.get(column.key, number or ""))
        else:
            value = row.cells.get(column.key, "")
            values.append(VALUES.get(type(value), lambda plain: plain)(value))
    return values
