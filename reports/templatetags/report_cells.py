"""Cells of reports as they stand on screen and paper."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from common.templatetags.figures import MISSING, number, share, vi_date
from common.templatetags.hamlets import hamlet_strip
from common.templatetags.page import icon
from reports.table import Column, Mark, Report, Row, Share, Strip, numbered

register = template.Library()


def _mark(value: Mark) -> SafeString | str:
    return icon("exclamation-triangle-fill", value.text)


def _plain(value: Any) -> str:
    return str(conditional_escape(value))


SHOWN: dict[str, Callable[[Any], Any]] = {
    "int": number,
    "number": lambda value: number(value, 1),
    "date": vi_date,
}


def _shown(column: Column, value: Any) -> Any:
    """A value in the words of its kind; a figure that is not known is a dash."""
    if isinstance(value, Share):
        return share(*value)
    if isinstance(value, Strip):
        return hamlet_strip(value.hamlets) if value.hamlets else ""
    if isinstance(value, Mark):
        return _mark(value)
    if value is None:
        return MISSING if column.is_figure else ""
    return value if isinstance(value, str) else SHOWN.get(column.kind, _plain)(value)


def _cell(column: Column, row: Row, count: int, links: bool) -> SafeString:
    if column.kind == "index":
        return format_html('<td class="num">{}</td>', count or "")
    shown = _shown(column, row.cells[column.key]) if column.key in row.cells else ""
    url = row.links.get(column.key) if links else ""
    if url and shown != "":
        shown = format_html('<a href="{}">{}</a>', url, shown)
    opened, closed = HEAD if column.key in HEADS else CELL
    look = "num" if column.is_figure else LOOKS.get(column.kind, "")
    return format_html('{} class="{}">{}{}', opened, look, shown, closed)


LOOKS = {"mark": "mark", "text": "words"}
HEAD = (SafeString('<th scope="row"'), SafeString("</th>"))
CELL = (SafeString("<td"), SafeString("</td>"))
HEADS = ("name", "hamlet", "number", "team")
"""Columns whose cell names the row for readers who hear the page."""


@register.simple_tag
def report_cells(columns: Iterable[Column], row: Row, count: int = 0, links: bool = True) -> SafeString:
    """The cells of one row; `count` is its running number (0: none)."""
    cells = [_cell(column, row, count, links) for column in columns]
    return SafeString("".join(cells))  # nosec B703 - each cell is escaped by format_html


@register.simple_tag
def report_lines(report: Report, rows: list[Row], start: int = 0) -> Iterator[tuple[int, Row, bool]]:
    """Rows with their running numbers, and whether a section begins; `start` rows stand on pages before."""
    before = report.rows[start - 1] if start else None
    for count, row in list(numbered([*report.rows[:start], *rows]))[start:]:
        is_new = bool(row.section) and (before is None or before.section != row.section)
        before = row
        yield count, row, is_new
