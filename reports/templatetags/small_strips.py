"""The hamlets of a unit as one small picture: squares in rows, those with a team first.

A province has thousands of hamlets, so the squares are no elements of their own: each row of squares of one
state is a line whose dashes are the squares (static/css/reports.css), and a script opens the hamlet that is
pointed at (static/js/strips.js). Readers who hear the page are told the numbers.
"""

from collections.abc import Iterator
from functools import cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from common.addresses import before_key
from common.templatetags.hamlets import STATES
from reports.squares import SmallStrip

register = template.Library()

PER_ROW, STEP, SIDE = 12, 12, 10
SCALE = 1.3
"""Pixels of the screen for one unit of the drawing."""


@register.simple_tag
def small_strip(strip: SmallStrip, links: bool = True) -> SafeString:
    """One picture that says `6/7 ấp có tổ`; on paper (no `links`) it knows no addresses."""
    total = strip.total
    width = min(total, PER_ROW) * STEP - STEP + SIDE
    height = -(-total // PER_ROW) * STEP - STEP + SIDE
    said = _("%(covered)s/%(total)s hamlets have a team") % {"covered": strip.covered, "total": total}
    keys = " ".join([str(pk) for _state, hamlets in strip.by_state for pk in hamlets])
    data = f' data-hamlets="{keys}" data-base="{_base()}"' if links else ""
    return SafeString(  # nosec B703 - the words are escaped, the rest are numbers and words of ours
        f'<svg class="small-strip" width="{width * SCALE:.0f}" height="{height * SCALE:.0f}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-label="{escape(said)}"{data}>{"".join(_lines(strip))}</svg>'
    )


@cache
def _base() -> str:
    return before_key("areas:area_detail")


def _lines(strip: SmallStrip) -> Iterator[str]:
    """For each state the squares, and over them what is left blank inside."""
    start = 0
    for state, hamlets in strip.by_state:
        fill, drawn = STATES[state][0], "".join(_runs(start, start + len(hamlets)))
        yield f'<path class="q-{fill}" d="{drawn}"/>'
        if fill != "full":
            yield f'<path class="q-in q-in-{fill}" d="{drawn}"/>'
        start += len(hamlets)


def _runs(start: int, end: int) -> Iterator[str]:
    """Lines for the squares from `start` to before `end`, one for each row of squares."""
    while start < end:
        row, column = divmod(start, PER_ROW)
        count = min(end - start, PER_ROW - column)
        yield f"M{column * STEP} {row * STEP + SIDE // 2}h{count * STEP - STEP + SIDE}"
        start += count
