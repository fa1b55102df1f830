"""Cells of reports as they stand on screen and paper.

A report of a province has thousands of cells, so each is put together by hand; every text that comes
from outside is escaped.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString

from common.templatetags.figures import MISSING, number, share, vi_date
from common.templatetags.hamlets import hamlet_strip
from common.templatetags.page import icon
from reports.squares import SmallStrip
from reports.table import Column, Mark, Report, Row, Share, Strip, numbered
from reports.templatetags.small_strips import small_strip

register = template.Library()

HEADS = ("name", "hamlet", "number", "team")
"""Columns whose cell names the row for readers who hear the page."""

LOOKS = {"mark": "mark", "text": "words", "code": "code", "phone": "code"}


@register.simple_tag
def report_cells(columns: Iterable[Column], row: Row, count: int = 0, links: bool = True) -> SafeString:
    """The cells of one row; `count` is its running number (0: none)."""
    return SafeString(  # nosec B703 - each cell escapes its words
        "".join([_cell(column, row, count, row.links if links else None) for column in columns])
    )


@register.simple_tag
def report_lines(report: Report, rows: list[Row], start: int = 0) -> Iterable[tuple[int, Row, bool]]:
    """Rows with their running numbers, and whether a section begins; `start` rows stand on pages before."""
    before = next(iter(report.rows[start - 1 : start]), None) if start else None
    for count, row in list(numbered([*report.rows[:start], *rows]))[start:]:
        is_new = bool(row.section) and (before is None or before.section != row.section)
        before = row
        yield count, row, is_new


def _cell(column: Column, row: Row, count: int, links: dict[str, str] | None) -> str:
    """One cell; without links (on paper) nothing in it leads anywhere."""
    key, kind = column.key, column.kind
    if kind == "index":
        return f'<td class="num">{count or ""}</td>'
    value = row.cells.get(key, "")
    if links is None and isinstance(value, Strip):
        value = Strip([{"name": hamlet.name, "state": hamlet.state} for hamlet in value.hamlets])
    if links is None and isinstance(value, SmallStrip):
        shown = str(small_strip(value, links=False)) if value else ""
    else:
        shown = _shown(column, value)
    url = links.get(key) if links else ""
    if url and shown:
        shown = f'<a href="{escape(url)}">{shown}</a>'
    look = "num" if column.is_figure else LOOKS.get(kind, "")
    if key in HEADS:
        return f'<th scope="row" class="{look}">{shown}</th>'
    return f'<td class="{look}">{shown}</td>'


def _shown(column: Column, value: Any) -> str:
    """A value in the words of its kind; a figure that is not known is a dash."""
    if value is None:
        return MISSING if column.is_figure else ""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and 0 <= value < 1000:
        return str(value)
    return _special(column, value)


def _special(column: Column, value: Any) -> str:
    if isinstance(value, Share):
        return str(share(*value))
    if isinstance(value, Strip):
        return str(hamlet_strip(value.hamlets)) if value.hamlets else ""
    if isinstance(value, SmallStrip):
        return str(small_strip(value)) if value else ""
    if isinstance(value, Mark):
        return str(icon("exclamation-triangle-fill", value.text))
    if column.kind == "date":
        return str(vi_date(value))
    return escape(number(value, 1 if column.kind == "number" else None))
